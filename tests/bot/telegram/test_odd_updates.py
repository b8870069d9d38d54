"""Updates as nobody expects them, polled for and posted: each is put aside or taken by itself, the rest is served."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from locales.text import Text
from locales.words import words
from storage.tables import quarantined_update
from tests.program import run
from tests.telegram.chats import Json
from tests.telegram.program import Running, by_webhook, running, until
from tests.telegram.server import StandIn

KEPT = words("en").say(Text("unprocessed"))
SECRET = "my salary is 31,415"
"""What stands in every one of them, and in no log."""
NAMELESS: Json = {"forward_origin": {"type": "hidden_user", "date": 1}}
"""A forward of somebody hidden without a name (aiogram's issue 1840)."""
DELETED: Json = {"reply_to_story": {"id": 3}}
"""A reply to a story that was deleted (aiogram's issue 1587)."""
TOLD: dict[str, Json] = {
    "nameless": NAMELESS,
    "deleted": DELETED,
    "half a character": {"text": f"{SECRET} \ud83d"},
    "half a character in a name": {"contact": {"phone_number": "1", "first_name": f"\udc00 {SECRET}"}},
    "no number": {"date": float("nan")},
    "without end": {"message_id": float("inf")},
    "text of another type": {"text": {SECRET: [SECRET]}},
}
"""Fields of messages that make them unreadable; whoever sent them is told."""
UNTOLD: dict[str, Json] = {
    "of a kind to come": {"salary": {"text": SECRET}},
    "nothing": {"message": None},
    "a list": {"message": [SECRET]},
    "a chat without type": {"message": {"message_id": 1, "date": 1, "chat": {"id": 1}, "text": SECRET}},
    "nobody's press": {"callback_query": {"id": "1", "data": SECRET}},
}
"""Updates of which nobody can be told."""


@pytest.fixture(params=["polling", "webhook"])
def program(request: pytest.FixtureRequest, server: StandIn, tmp_path: Path, database: str) -> Iterator[Running]:
    with running(server, tmp_path, database, **(by_webhook() if request.param == "webhook" else {})) as program:
        yield program


def put_aside(program: Running) -> list[Any]:
    with program.database.reading() as c:
        return [json.loads(one) for one in c.execute(select(quarantined_update.c.content)).scalars()]


def test_one_that_cannot_be_read_holds_up_no_other(program: Running, server: StandIn) -> None:
    ann, ben = server.person("Ann", "en"), server.person("Ben", "en")
    program.joins(ann, "manager")
    with server.held():
        odd = [server.update({"message": ann.add(ann.user, SECRET).json() | fields}) for fields in TOLD.values()]
        odd += [server.update(content) for content in UNTOLD.values()]
        last = [one.says("Key account manager") for one in (ben, ann)]
    program.does(ben, last[0].update_id)
    program.does(ann, last[1].update_id)
    assert sum(message.text == KEPT for message in ann.received) == len(TOLD)
    assert "Which department" in ann.question().text
    assert [KEPT for message in ben.received if message.text == KEPT] == []
    assert sorted(one["update_id"] for one in put_aside(program)) == odd
    found = run(program.folder, "doctor", "--database", program.address)
    assert "ValidationError" in found.stdout
    for said in (program.said(), found.stdout):
        assert "31,415" not in said


def test_one_that_comes_again_is_kept_and_told_once(program: Running, server: StandIn) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    with server.held() as held:
        ann.says(SECRET, **NAMELESS)
        held += [dict(held[0])]
        last = ann.says("Key account manager")
    program.does(ann, last.update_id)
    assert sum(message.text == KEPT for message in ann.received) == 1
    assert len(put_aside(program)) == 1


def test_one_is_taken_again_once_the_cause_is_mended(program: Running, server: StandIn) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    for number in range(2):
        server.update({"message": ann.add(ann.user, f"Key account manager {number}").json() | NAMELESS})
    until(lambda: len(put_aside(program)) == 2, ann.shown)

    def updates(*arguments: str) -> str:
        return run(program.folder, "updates", *arguments, "--database", program.address).stdout

    assert [line.split()[0] for line in updates("list").splitlines()] == ["1", "2"]
    assert "manager" not in updates("list")
    updates("retry")
    program.kill()
    with program.database.transaction() as c:  # as a version would that reads it
        origin = func.replace(quarantined_update.c.content, '"hidden_user"', '"hidden_user", "sender_user_name": "X"')
        c.execute(update(quarantined_update).where(quarantined_update.c.id == 1).values(content=origin))
    program.start()
    until(lambda: [one["message"]["text"][-1] for one in put_aside(program)] == ["1"], program.said)
    program.hears(ann)
    assert "Which department" in ann.question().text
    assert sum(message.text == KEPT for message in ann.received) == 2
    updates("drop", "2")
    assert put_aside(program) == []


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_what_the_database_does_not_take_holds_up_no_other(program: Running, server: StandIn, database: str) -> None:
    """PostgreSQL keeps no NUL."""
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    with server.held():
        ann.says(f"/join {SECRET}\x00")
        ann.says(f"{SECRET}\x00")
        last = ann.says("/why")
    program.does(ann, last.update_id)
    assert "31,415" not in program.said()
