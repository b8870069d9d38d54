"""The program as an operator sees it: by its port, by systemd, and when a part of it falls silent."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.monitor.vitals import Vitals
from tests.program import ENVIRONMENT, ROOT
from tests.telegram.program import Running, by_webhook, running, until
from tests.telegram.server import StandIn


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def port() -> str:
    return free_port()


@pytest.fixture
def settings() -> dict[str, str]:
    return {}


@pytest.fixture
def program(server: StandIn, tmp_path: Path, database: str, port: str, settings: dict[str, str]) -> Iterator[Running]:
    with running(server, tmp_path, database, KPIBOT_MONITOR_LISTEN=port, **settings) as program:
        yield program


def asked(port: str, path: str) -> tuple[int, str]:
    try:
        with urlopen(f"http://{port}/{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def metric(port: str, name: str) -> float | None:
    """The value of a metric, with its labels as they are written; None while it is not told."""
    found = re.search(rf"^{re.escape(name)} (\S+)$", asked(port, "metrics")[1], re.MULTILINE)
    return float(found[1]) if found else None


@pytest.mark.parametrize("settings", [{}, by_webhook()], ids=["polling", "webhook"])
def test_the_port_tells_how_the_program_is(program: Running, server: StandIn, port: str) -> None:
    until(lambda: asked(port, "readyz") == (200, "ok"), program.said)
    assert asked(port, "healthz") == (200, "ok")
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    assert (metric(port, 'kpibot_update_seconds_count{kind="message"}') or 0) >= 1
    sent = 'kpibot_parcel_seconds_count{kind="question",outcome="sent"}'
    until(lambda: (metric(port, sent) or 0) >= 1, lambda: asked(port, "metrics")[1])
    assert metric(port, "kpibot_parcels_waiting") == 0
    assert metric(port, "kpibot_oldest_parcel_age_seconds") == 0
    assert metric(port, "kpibot_database_up") == 1
    until(lambda: metric(port, "kpibot_schedule_pass_age_seconds") is not None, program.said)
    age = metric(port, "kpibot_updates_request_age_seconds")
    assert (age is None) == (server.webhook is not None), "where updates are posted there is no asking"
    assert "Ann" not in asked(port, "metrics")[1]


def test_it_is_not_ready_while_telegram_is_gone(program: Running, server: StandIn, port: str) -> None:
    ann = server.person("Ann", "en")
    server.fails("drop", None, times=None)
    ann.says(f"/start {program.invitation('manager')}")
    until(lambda: asked(port, "readyz") == (503, "telegram"), program.said)
    assert asked(port, "healthz") == (200, "ok"), "starting it again would help nobody"
    until(lambda: (metric(port, "kpibot_parcels_waiting") or 0) > 0, program.said)
    server.faults.clear()
    until(lambda: asked(port, "readyz") == (200, "ok"), program.said)
    program.hears(ann)


def test_a_port_that_is_taken_is_told(server: StandIn, tmp_path: Path, database: str, port: str) -> None:
    host, _, number = port.rpartition(":")
    with socket.socket() as taken:
        taken.bind((host, int(number)))
        taken.listen()
        program = Running(server, tmp_path, database, KPIBOT_MONITOR_LISTEN=port)
        program.start(wait=False)
        until(lambda: "KPIBOT_MONITOR_LISTEN" in program.said(), program.said)
        program.stop()
        program.database.close()


def test_systemd_hears_when_it_is_ready_alive_and_stopping(server: StandIn, tmp_path: Path, database: str) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(60)
        heard: set[bytes] = set()
        with running(server, tmp_path, database, NOTIFY_SOCKET=str(tmp_path / "notify")):
            while not heard >= {b"WATCHDOG=1", b"READY=1"}:
                heard.add(systemd.recv(100))
        while (last := systemd.recv(100)) != b"STOPPING=1":
            assert last == b"WATCHDOG=1"


def test_a_part_is_silent_after_its_time() -> None:
    now = 0.0
    vitals = Vitals(lambda: now)
    vitals.expect("courier", 10)
    vitals.expect("schedule", 100)
    now = 10
    assert vitals.silent() == ()
    now = 10.1
    assert vitals.silent() == ("courier",)
    vitals.beat("courier")
    assert vitals.silent() == ()
    now = 200
    assert vitals.silent() == ("courier", "schedule")
    vitals.rest("courier")
    vitals.beat("courier")
    assert vitals.silent() == ("schedule",)


DEAF = """
import asyncio, sys, time
from bot import cli
from bot.monitor import watchdog
from bot.telegram import running

async def deaf(*_, **__):
    {deaf}

running.poll, running.SILENCE, watchdog.watched.__wrapped__.__defaults__ = deaf, 3, (0.1,)
sys.argv = ["kpibot", "run"]
cli.main()
"""


@pytest.mark.parametrize("deaf", ["raise ValueError", "time.sleep(60)"])
def test_a_deaf_program_ends(deaf: str, server: StandIn, tmp_path: Path, database: str) -> None:
    """One whose task is gone, one whose event loop stands still."""
    program = Running(server, tmp_path, database)
    program.database.close()
    settings = {"PYTHONPATH": str(ROOT)} | program._environment
    ended = subprocess.run(
        [sys.executable, "-c", DEAF.format(deaf=deaf)],
        cwd=tmp_path, env=ENVIRONMENT | settings, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert ended.returncode == 1
    assert "watchdog.silent" in ended.stderr
    assert "updates" in ended.stderr or "courier" in ended.stderr


def test_its_end_is_no_silence(program: Running, port: str) -> None:
    program.stop()
    assert program._process is not None
    assert program._process.returncode == 0
    assert "watchdog.silent" not in program.said()
