"""Updates that are posted: only by who knows the secret, and taken before they are acknowledged."""

import asyncio
import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.telegram.webhook import Door
from storage.tables import accepted_update, quarantined_update
from tests.program import run
from tests.telegram.chats import Person
from tests.telegram.program import WEBHOOK_SECRET as SECRET
from tests.telegram.program import Running, by_webhook, running, until
from tests.telegram.server import TOKEN, StandIn

HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def settings() -> dict[str, str]:
    return by_webhook()


@pytest.fixture
def port(settings: dict[str, str]) -> int:
    return int(settings["KPIBOT_WEBHOOK_LISTEN"].rpartition(":")[2])


@pytest.fixture
def program(server: StandIn, tmp_path: Path, database: str, settings: dict[str, str]) -> Iterator[Running]:
    with running(server, tmp_path, database, **settings) as program:
        yield program
    assert SECRET not in program.said()


def post(port: int, body: bytes, secret: bytes | None, path: str = "/hook", method: str = "POST") -> int:
    """Post as anybody may; returns the status."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path)
    connection.putheader("Content-Length", str(len(body)))
    if secret is not None:
        connection.putheader(HEADER, secret)
    connection.endheaders(body)
    status = connection.getresponse().status
    connection.close()
    return status


def update(person: Person, text: str, number: int) -> bytes:
    message = {"message_id": number, "date": 1, "chat": person.json(), "from": person.user, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


def accepted(program: Running) -> list[str]:
    with program.database.reading() as c:
        return list(c.execute(select(accepted_update.c.update_id)).scalars())


def test_an_interview_by_webhook(program: Running, server: StandIn) -> None:
    assert f"webhook http://127.0.0.1:{server.webhook.split(':')[2] if server.webhook else ''}" in program.said()
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    program.says(ann, "Key account manager")
    question = program.question(ann)
    assert question
    assert question["name"] == "department"


@pytest.mark.parametrize(
    "secret", [None, b"", b"wrong", SECRET.encode()[:-1], "密".encode(), b"\xff\xfe", SECRET.encode() + "é".encode()]
)
def test_a_forged_update_is_refused(secret: bytes | None, program: Running, server: StandIn, port: int) -> None:
    mallory = server.person("Mallory", "en")
    assert post(port, update(mallory, "/start", 900), secret) == 401
    assert accepted(program) == []


def test_what_is_no_update_stops_nothing(program: Running, server: StandIn, port: int) -> None:
    known = SECRET.encode()
    assert post(port, b"no JSON", known) == 400
    assert post(port, b"[]", known) == 400
    assert post(port, b"[" * 100_000, known) == 400
    assert post(port, b"x" * 2_000_000, known) == 413
    assert post(port, b"{}", known, "/elsewhere") == 404
    assert post(port, b"", known, method="GET") == 405
    odd = (b'{"update_id": "x"}', b'{"update_id": NaN}', b'{"update_id": 1e999}', b'{"update_id": 7, "x": "\\ud800"}')
    for body in (*odd, b'{"update_id": 8, "x": "\xed\xa0\x80"}'):
        assert post(port, body, known) == 200
    with program.database.reading() as c:
        errors = list(c.execute(select(quarantined_update.c.error).order_by(quarantined_update.c.id)).scalars())
    assert errors == ["ValidationError", "ValueError", "ValueError", "UnicodeEncodeError", "UnicodeEncodeError"]
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    found = run(program.folder, "doctor", "--database", f"sqlite:///{program.folder / 'kpibot.db'}")
    assert "ValidationError" in found.stdout
    assert found.returncode == 1


async def heard(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionError:
        return b""


async def knock(times: int, *said: bytes, **limits: Any) -> list[bytes]:
    """Open connections to a door, say something on each, and wait until it closes them; returns what it said."""
    fed: list[object] = []

    async def feed(update: object) -> None:
        fed.append(update)

    runner = web.ServerRunner(Door("/hook", SECRET, feed, **limits))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        lines = [await asyncio.open_connection(*runner.addresses[0][:2]) for _ in range(times)]
        for _, writer in lines:
            for part in said:
                writer.write(part)
        answers = [await heard(reader) for reader, _ in lines]
        for _, writer in lines:
            writer.close()
        assert fed == []
        return answers
    finally:
        await runner.cleanup()


SLOW = (b"POST /hook HTTP/1.1\r\nHost: here\r\n", f"{HEADER}: {SECRET}\r\nContent-Length: 9\r\n\r\n{{".encode())


def test_who_says_nothing_or_half_is_left() -> None:
    assert asyncio.run(knock(3, idle=0.05)) == [b""] * 3
    assert asyncio.run(knock(3, SLOW[0], idle=0.05)) == [b""] * 3
    assert b"408" in asyncio.run(knock(1, *SLOW, read=0.05))[0]
    # Whoever does not know the secret is not waited for at all.
    assert b"401" in asyncio.run(knock(1, *(part.replace(SECRET.encode(), b"-") for part in SLOW)))[0]


def test_there_is_room_for_so_many() -> None:
    answers = asyncio.run(knock(5, *SLOW, connections=2, read=0.05))
    assert sorted(answer[9:12] for answer in answers) == [b"", b"", b"", b"408", b"408"]


def test_an_update_posted_twice_counts_once(program: Running, server: StandIn, port: int) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    body = update(ann, "Key account manager", 900)
    assert [post(port, body, SECRET.encode()) for _ in range(3)] == [200, 200, 200]
    assert accepted(program).count("900") == 1


def test_without_a_secret_it_does_not_start(tmp_path: Path, server: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.program import ENVIRONMENT

    for name, value in (("TELEGRAM_TOKEN", TOKEN), ("TELEGRAM_API", server.url), ("WEBHOOK_URL", "http://127.0.0.1/x")):
        monkeypatch.setitem(ENVIRONMENT, f"KPIBOT_{name}", value)
    done = run(tmp_path, "run")
    assert done.returncode == 1
    assert "KPIBOT_WEBHOOK_SECRET" in done.stderr
    monkeypatch.setitem(ENVIRONMENT, "KPIBOT_TELEGRAM_TOKEN", "")
    done = run(tmp_path, "run")
    assert (done.returncode, "BotFather" in done.stderr) == (1, True)


def test_a_webhook_that_telegram_does_not_take_is_told(
    tmp_path: Path, server: StandIn, settings: dict[str, str]
) -> None:
    server.fails("400", "setWebhook", times=None)
    program = Running(server, tmp_path, f"sqlite:///{tmp_path / 'kpibot.db'}", **settings)
    program.start(wait=False)
    until(lambda: "does not take the webhook of KPIBOT_WEBHOOK_URL: Bad Request" in program.said(), program.said)
    program.stop()
    program.database.close()


def test_an_unknown_token_is_told(tmp_path: Path, server: StandIn) -> None:
    wrong = "987654321:AAnot_the_token_of_the_stand_in_at_all"
    program = Running(server, tmp_path, f"sqlite:///{tmp_path / 'kpibot.db'}", KPIBOT_TELEGRAM_TOKEN=wrong)
    program.start(wait=False)
    until(lambda: "KPIBOT_TELEGRAM_TOKEN" in program.said(), program.said)
    program.stop()
    program.database.close()
    assert wrong not in program.said()
    server.calls.clear()
