"""Rows of the outbox that cannot be read or sent: put aside, told to the person and to doctor; the rest goes on."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from locales.text import Text
from locales.words import words
from storage import outbox
from tests.program import run
from tests.telegram.chats import Person
from tests.telegram.program import CHANNEL, Running
from tests.telegram.server import StandIn

EN = words("en")
UNSENT = EN.say(Text("unsent"))
SHAPES = {
    "another shape": "[]",
    "nothing": "null",
    "a text": '"31,415"',
    "empty": "{}",
    "of no kind": '{"text": "31,415"}',
    "without its text": '{"type": "message"}',
    "a picture of nothing": '{"type": "photo", "caption": "", "draw": {"post": "31,415"}}',
    "choices of another shape": '{"type": "question", "text": "31,415", "choices": 7}',
    "half a character": '{"type": "message", "text": "31,415 \\ud83d"}',
}
BROKEN = {"cut short": '{"type": "message", "text": "31,41', "no JSON": "31,415", "without end": "[" * 100_000}
"""What PostgreSQL keeps in no column of JSON."""


def damaged(program: Running, payload: str, address: str) -> None:
    """Have the newest parcel for an address hold something else."""
    with program.database.transaction() as c:
        newest = "SELECT max(id) FROM outbox WHERE address = :address"
        kind = "json" if c.dialect.name == "postgresql" else "text"
        changed = f"UPDATE outbox SET payload = CAST(:payload AS {kind}), keyboard = true WHERE id = ({newest})"
        c.execute(text(changed), {"payload": payload, "address": address})


def puts(program: Running, person: Person, said: str) -> None:
    with program.database.transaction() as c:
        outbox.put(c, CHANNEL, str(person.id), [{"type": "message", "text": said}], datetime.now(UTC))


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_the_rest_goes_on(program: Running, server: StandIn, database: str) -> None:
    shapes = SHAPES if "postgresql" in database else SHAPES | BROKEN
    people = {shape: server.person(shape, "en") for shape in shapes}
    for person in people.values():
        program.joins(person, "manager")
    program.stop()
    for shape, person in people.items():
        puts(program, person, "before")
        puts(program, person, "bad")
        damaged(program, shapes[shape], str(person.id))
        puts(program, person, "after")
    program.start()
    for person in people.values():
        program.hears(person)
        assert [message.text for message in person.received][-3:] == ["before", UNSENT, "after"]
        shown = program.presses(person, EN.say(Text("telegram.lost.go")))
        assert any("Which post" in message.text for message in shown), person.shown()
    found = run(program.folder, "doctor", "--database", program.address)
    with program.database.reading() as c:
        stuck = outbox.stuck(c, datetime.now(UTC), 10)
    assert sum(one.parcels for one in stuck) == len(people)
    assert {one.error in found.stdout for one in stuck} == {True}
    for said in (program.said(), found.stdout):
        assert "31,415" not in said


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_buttons_that_cannot_be_read_any_more_hold_up_nothing(program: Running, server: StandIn, database: str) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    program.says(ann, "/language")
    shown = ann.question()
    damaged(program, "[]", str(ann.id))
    program.does(ann, ann.presses("English", shown))
    assert "Which language" in "".join(message.text for message in program.says(ann, "/start"))
    assert [message for message in ann.received if message.text == EN.say(Text("unprocessed"))] == []
