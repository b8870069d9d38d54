"""The program ends soon after it was told to, whatever it is at and whatever hangs."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.telegram import running as of_program
from tests.harness.ending import MODES, TROUBLES, ended
from tests.telegram.program import by_webhook, running
from tests.telegram.server import StandIn

SOON = of_program.END_SECONDS + 12
"""Seconds, with what a busy machine takes besides; each of the hangs lasts longer."""


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("mode", MODES)
def test_it_ends_soon(mode: str, trouble: str) -> None:
    assert ended(mode, trouble) < SOON


@pytest.mark.parametrize("settings", [{}, by_webhook()], ids=MODES)
def test_it_ends_while_the_database_is_busy(
    settings: dict[str, str], server: StandIn, tmp_path: Path, database: str
) -> None:
    ann = server.person("Ann", "en")
    with running(server, tmp_path, database, **settings) as program:
        program.says(ann, "/start")
        with program.database.transaction():
            for _ in range(10):
                ann.says("/start")
            time.sleep(0.5)
            began = time.monotonic()
            program.stop()
            assert time.monotonic() - began < SOON


def test_a_task_that_misses_its_end_is_ended_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_program, "PATIENCE_SECONDS", 0)

    async def deaf() -> None:
        for _ in range(2):
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                continue
        await asyncio.sleep(60)

    async def ended() -> None:
        task = asyncio.create_task(deaf())
        await asyncio.sleep(0)
        await of_program._ended(task)
        assert task.cancelled()

    asyncio.run(ended())
