"""Messages get through whatever the line does: in order, to everybody, at most twice."""

import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from locales.text import Text
from locales.words import words
from storage import outbox, tables
from tests.program import run
from tests.telegram.chats import Person
from tests.telegram.faults import Kind
from tests.telegram.program import Running, until
from tests.telegram.server import StandIn

EN = words("en")


@pytest.fixture
def ann(program: Running, server: StandIn) -> Person:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    return ann


def shown(person: Person, text: str) -> int:
    """How many messages hold a text."""
    return sum(text in message.text for message in person.received)


@pytest.mark.parametrize("kind", ["429", "500", "drop", "drop_after"])
def test_a_message_comes_all_the_same(kind: Kind, program: Running, ann: Person, server: StandIn) -> None:
    server.fails(kind, "sendMessage", times=1)
    program.says(ann, "Key account manager")
    assert shown(ann, "Which department") == (2 if kind == "drop_after" else 1)
    assert server.refused == []


def test_a_message_that_came_twice_keeps_no_dead_buttons(program: Running, ann: Person, server: StandIn) -> None:
    server.fails("drop_after", "sendMessage", times=1)
    program.says(ann, "/language")
    twice = [message for message in ann.received if "Which language" in message.text]
    assert len(twice) == 2
    program.does(ann, ann.presses("English", twice[0]))
    until(lambda: not twice[0].buttons and not twice[1].buttons, ann.shown)


def test_buttons_of_a_message_that_is_forgotten_go_when_pressed(program: Running, ann: Person, server: StandIn) -> None:
    program.says(ann, "/language")
    old = ann.question()
    with program.database.transaction() as c:
        c.execute(delete(tables.outbox))
    program.does(ann, ann.presses("English", old))
    until(lambda: not old.buttons, ann.shown)
    assert EN.say(Text("choice.stale")) in [message.text for message in ann.received]


def test_as_long_as_telegram_says(program: Running, ann: Person, server: StandIn) -> None:
    server.fails("429", "sendMessage", times=1, seconds=2)
    began = time.monotonic()
    program.says(ann, "Key account manager")
    assert time.monotonic() - began >= 2


def test_one_chat_does_not_hold_up_another(program: Running, ann: Person, server: StandIn) -> None:
    ben = server.person("Ben", "en")
    program.joins(ben, "manager")
    server.fails("429", "sendMessage", times=1, seconds=5)
    ann.says("Key account manager")
    until(lambda: not server.faults[0].times, program.said)
    began = time.monotonic()
    program.says(ben, "Buyer")
    assert time.monotonic() - began < 4


def test_a_message_that_may_have_come_twice_is_never_sent_again(program: Running, ann: Person, server: StandIn) -> None:
    server.fails("drop_after", "sendMessage", times=2)
    program.says(ann, "Key account manager")
    assert shown(ann, "Which department") == 2
    assert ann.question().text == EN.say(Text("telegram.lost"))
    program.presses(ann, EN.say(Text("telegram.lost.go")))
    assert shown(ann, "Which department") == 3
    question = program.question(ann)
    assert question
    assert question["name"] == "department"


def test_somebody_who_blocked_the_bot_blocks_nobody(program: Running, ann: Person, server: StandIn) -> None:
    ann.blocks()
    update = ann.says("Key account manager").update_id
    until(lambda: program.taken(ann, update) and program.delivered(ann), program.said)
    with program.database.reading() as c:
        (stuck,) = outbox.stuck(c, datetime.now(UTC), 10)
    assert stuck.channel == "telegram"
    assert "blocked by the user" in stuck.error
    found = run(program.folder, "doctor", "--database", f"sqlite:///{program.folder / 'kpibot.db'}")
    assert "blocked by the user" in found.stdout
    assert "Which department" not in found.stdout
    server.calls.clear()
    ann.unblocks()
    program.says(ann, "/start")
    assert shown(ann, "Which department") == 1


def test_a_call_that_hangs_is_given_up(program: Running, ann: Person, server: StandIn) -> None:
    server.fails("hang", "answerCallbackQuery", times=1, seconds=3)
    for text in ("Key account manager", "Sales", "/skip"):
        program.says(ann, text)
    began = time.monotonic()
    program.presses(ann, "2027")
    assert time.monotonic() - began < 2  # nobody waits for that answer


def test_order_is_kept(program: Running, ann: Person, server: StandIn) -> None:
    server.fails("500", "sendMessage", times=1)
    server.fails("drop", "sendMessage", times=1)
    with server.held():
        updates = [ann.says(text).update_id for text in ("Key account manager", "Sales", "Wang Fang", "2027")]
    for update in updates:
        program.does(ann, update)
    asked = [message.text for message in ann.received if "of about" in message.text]
    numbers = [int(text.split(" · ")[1].split(" ")[0]) for text in asked]
    assert numbers == sorted(numbers) == [1, 2, 3, 4, 5]


def test_done_parcels_hold_nothing(program: Running, ann: Person, server: StandIn) -> None:
    for text in ("Key account manager", "Sales", "Wang Fang", "2027"):
        program.says(ann, text)
    with program.database.reading() as c:
        kept = [one for number in range(1, 100) if (one := outbox.parcel(c, number)) and one.payload]
    assert [one.keyboard for one in kept] == [True] * len(kept)


def test_a_picture_comes_with_its_caption(program: Running, ann: Person) -> None:
    for text in ("Key account manager", "Sales", "Wang Fang", "2027", "the GM", "no", "reports", "20% growth"):
        program.says(ann, text)
    photo = next(message for message in ann.received if message.file)
    assert photo.file
    assert photo.file[1].startswith(b"\x89PNG")
    assert "Key account manager" in photo.text
