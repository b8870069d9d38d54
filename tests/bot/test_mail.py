"""What a chat takes: texts parted, buttons that count once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import mail
from bot.messages import Payload, message
from bot.views.characters import utf16_length
from storage import migrate, outbox
from storage.database import Database

NOW = datetime(2026, 11, 21, 1, tzinfo=UTC)
ANN = ("telegram", "5000000001")
CHOICES = [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]


def question(text: str = "?") -> Payload:
    return {"type": "question", "key": "q", "text": text, "choices": CHOICES}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'kpi.db'}")
    migrate.upgrade(opened)
    yield opened
    opened.close()


@given(st.text(max_size=200), st.integers(2, 40))
def test_parts_fit_and_say_the_same(text: str, limit: int) -> None:
    parts = mail.parted(text, limit)
    assert all(0 < utf16_length(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_lines_stay_whole_where_they_can() -> None:
    assert mail.parted("one two\nthree four", 12) == ["one two", "three four"]
    assert mail.parted("one two three", 8) == ["one two", "three"]
    assert mail.parted("😀😀😀", 4) == ["😀😀", "😀"]


def test_a_long_question_keeps_its_buttons_at_the_end(database: Database) -> None:
    with database.transaction() as c:
        mail.put(c, *ANN, [question("x\n" * 5000)], NOW)
        *before, last = outbox.pending(c, *ANN)
    assert [parcel.payload["type"] for parcel in before] == ["message"] * len(before)
    assert len(before) == 2
    assert (last.keyboard, last.payload["choices"]) == (True, CHOICES)


def test_a_file_is_told_of_in_words_where_it_cannot_be_shown(database: Database) -> None:
    file = {"type": "photo", "caption": "Photo", "elsewhere": "Photo, there", "file": {"channel": "telegram"}}
    with database.transaction() as c:
        for place in (ANN, ("local", "ann")):
            mail.put(c, *place, [file], NOW)
        here, there = (outbox.pending(c, *place)[0].payload for place in (ANN, ("local", "ann")))
    assert here == {"type": "photo", "caption": "Photo", "file": {"channel": "telegram"}}
    assert there == message("Photo, there")


def test_a_new_question_closes_the_one_before(database: Database) -> None:
    with database.transaction() as c:
        mail.put(c, *ANN, [question("first")], NOW)
        mail.put(c, *ANN, [message("notice") | {"choices": CHOICES}], NOW)
        first, notice = outbox.pending(c, *ANN)
        mail.put(c, *ANN, [question("twice"), question("second")], NOW)
        kinds = [(parcel.payload["type"], parcel.keyboard) for parcel in outbox.pending(c, *ANN)]
        assert kinds == [
            ("question", False), ("message", True), ("close", False), ("question", False), ("question", True),
        ]  # fmt: skip
        assert mail.tap(c, {ANN}, first.id, 0, NOW) is None
        assert mail.tap(c, {ANN}, notice.id, 1, NOW) == "no"
        assert mail.tap(c, {ANN}, notice.id, 1, NOW) is None


@pytest.mark.parametrize(("contacts", "index"), [({("telegram", "2")}, 0), ({ANN}, 2), ({ANN}, -1), (set(), 0)])
def test_no_other_button_works(contacts: set[tuple[str, str]], index: int, database: Database) -> None:
    with database.transaction() as c:
        mail.put(c, *ANN, [question()], NOW)
        (parcel,) = outbox.pending(c, *ANN)
        assert mail.tap(c, contacts, parcel.id, index, NOW) is None
        assert mail.tap(c, {ANN}, parcel.id + 1, 0, NOW) is None
        assert mail.tap(c, {ANN}, parcel.id, 0, NOW) == "yes"


def test_other_channels_get_what_was_said_as_it_is(database: Database) -> None:
    with database.transaction() as c:
        for text in ("x" * 9000, "y"):
            mail.put(c, "local", "li", [question(text)], NOW)
        parcels = outbox.pending(c, "local", "li")
    assert [len(parcel.payload["text"]) for parcel in parcels] == [9000, 1]
