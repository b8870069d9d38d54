"""Several interviews of one person at the desk: one is active, the others wait."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from bot.desk import Desk, Sender
from bot.jsonl import read_line
from bot.messages import Payload
from storage import outbox, people, runs
from storage.database import Database
from storage.migrate import upgrade

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
LI = Sender("local", "li", "Li", "manager", language="en")


class Talk:
    """Li at the desk."""

    def __init__(self, database: Database) -> None:
        self.database, self.desk, self.numbers = database, Desk(database, "Acme", "en"), count()

    def send(self, line: str) -> list[Payload]:
        self.desk.take(LI, str(next(self.numbers)), read_line(line)[0], NOW)
        with self.database.transaction() as c:
            parcels = outbox.pending(c, LI.channel, LI.address)
            for parcel in parcels:
                outbox.sent(c, parcel.id, NOW)
        return [dict(parcel.payload) for parcel in parcels]

    def say(self, *said: str) -> list[Payload]:
        return [payload for one in said for payload in self.send(f'{{"text": "{one}"}}')]

    def command(self, name: str, argument: str = "") -> list[Payload]:
        return self.send(f'{{"command": "{name}", "argument": "{argument}"}}')

    def statuses(self) -> list[str]:
        with self.database.reading() as c:
            person = people.person_at(c, LI.channel, LI.address)
            assert person
            return [run.status for run in sorted(runs.runs_of(c, person.id), key=lambda run: run.id)]


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    database = Database(f"sqlite:///{tmp_path / 'kpibot.db'}")
    upgrade(database)
    yield Talk(database)
    database.close()


def test_each_interview_goes_on_where_it_was_left(talk: Talk) -> None:
    talk.command("start")
    talk.say("Driver", "Logistics")
    talk.command("start", "new")
    talk.say("Buyer")
    assert talk.statuses() == ["paused", "active"]
    asked = talk.command("resume")[-1]
    assert [choice["label"] for choice in asked["choices"]] == ["Driver (2 answers)", "Begin a new one"]
    assert talk.say("1")[-1]["key"] == "holder"
    assert talk.statuses() == ["active", "paused"]
    talk.command("pause")
    assert talk.statuses() == ["paused", "paused"]
    asked = talk.command("resume")[-1]
    assert {choice["label"] for choice in asked["choices"]} == {
        "Driver (2 answers)",
        "Buyer (1 answer)",
        "Begin a new one",
    }
    assert talk.say("Buyer (1 answer)")[-1]["key"] == "department"
    assert talk.statuses() == ["paused", "active"]


def test_a_cancelled_interview_comes_back_only_when_asked_for(talk: Talk) -> None:
    talk.command("start")
    talk.say("Buyer")
    talk.command("cancel")
    talk.say("yes")
    assert talk.statuses() == ["cancelled"]
    assert [line["type"] for line in talk.say("hello")] == ["message"]
    assert talk.command("resume")[-1]["key"] == "department"
    assert talk.statuses() == ["active"]
    talk.command("cancel")
    talk.say("yes")
    assert talk.command("start")[-1]["key"] == "post"
    assert talk.statuses() == ["cancelled", "active"]
