"""The program ends soon after it was told to, whatever it is at and whatever hangs."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.telegram import running as of_program
from tests.telegram.faults import Kind
from tests.telegram.program import Running, by_webhook, running, until
from tests.telegram.server import StandIn

SOON = of_program.END_SECONDS + 12
"""Seconds, with what a busy machine takes besides; each of the hangs lasts longer."""


@pytest.fixture(params=["polling", "webhook"])
def program(request: pytest.FixtureRequest, server: StandIn, tmp_path: Path, database: str) -> Iterator[Running]:
    with running(server, tmp_path, database, **(by_webhook() if request.param == "webhook" else {})) as program:
        yield program


def load(program: Running, server: StandIn) -> None:
    """Several people who write at once."""
    people = [server.person(f"Person {number}", "en") for number in range(5)]
    for person in people:
        person.says(f"/start {program.invitation('manager')}")
        for _ in range(10):
            person.says("/why")


def ends(program: Running) -> float:
    began = time.monotonic()
    program.stop()
    return time.monotonic() - began


@pytest.mark.parametrize("trouble", ["hang", "drop"])
def test_it_ends_while_telegram_hangs_or_is_gone(trouble: Kind, program: Running, server: StandIn) -> None:
    for method in (None, "getUpdates"):
        server.fails(trouble, method, times=None, seconds=60)
    load(program, server)
    time.sleep(0.5)
    assert ends(program) < SOON


def test_it_ends_while_the_database_is_busy(program: Running, server: StandIn) -> None:
    ann = server.person("Ann", "en")
    program.says(ann, "/start")
    with program.database.transaction():
        for _ in range(10):
            ann.says("/start")
        time.sleep(0.5)
        assert ends(program) < SOON


def test_it_ends_under_load(program: Running, server: StandIn) -> None:
    load(program, server)
    until(lambda: server.calls, program.said)
    assert ends(program) < SOON


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
