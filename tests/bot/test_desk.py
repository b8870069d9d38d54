"""One update, one transaction, on both databases."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot.desk import Desk, Sender
from bot.jsonl import read_line
from dialogs import interviews
from dialogs.acts import Act, Command, Pressed, Said
from dialogs.engine import Interview
from dialogs.header import Header
from kpi.plan import Plan
from locales.text import Text
from locales.words import words
from storage import outbox, people, plans, runs
from storage.database import Database
from storage.tables import metadata
from tests.manager import SCRIPTS, Line, Manager

NOW = datetime(2026, 11, 21, 1, tzinfo=UTC)
LI = Sender("local", "李明", "李明", "manager")
START, POST = Command("start"), Said("大客户经理")


def desk(database: Database) -> Desk:
    return Desk(database, "远大公司", "zh_Hans")


@pytest.fixture
def take(database: Database) -> Callable[..., list[Line]]:
    """Take an act of Li as an update; returns what is to be sent for it."""
    numbers = iter(range(1_000_000))

    def take(act: Act, sender: Sender = LI) -> list[Line]:
        assert desk(database).take(sender, str(next(numbers)), act, NOW)
        with database.transaction() as c:
            parcels = outbox.pending(c, sender.channel, sender.address)
            for parcel in parcels:
                outbox.sent(c, parcel.id, NOW)
        return [dict(parcel.payload) for parcel in parcels]

    return take


def kept(database: Database) -> dict[str, Any]:
    """Everything in the database."""
    with database.reading() as c:
        return {table.name: sorted(map(str, c.execute(select(table)))) for table in metadata.sorted_tables}


def journal(database: Database) -> list[tuple[str, str, Any]]:
    with database.reading() as c:
        person = people.person_at(c, LI.channel, LI.address)
        assert person
        written = [entry for run in runs.runs_of(c, person.id) for entry in runs.entries(c, run.id)]
        return [(entry.key, entry.action, entry.value) for entry in written]


@pytest.mark.parametrize("missing", ["outbox", "entry", "accepted_update"])
def test_failure_in_the_middle_leaves_nothing(
    missing: str, database: Database, take: Callable[..., list[Line]]
) -> None:
    take(START)
    before = kept(database)
    with database.transaction() as c:
        c.execute(text(f"ALTER TABLE {missing} RENAME TO elsewhere"))
    with pytest.raises(DBAPIError):
        desk(database).take(LI, "broken", POST, NOW)
    with database.transaction() as c:
        c.execute(text(f"ALTER TABLE elsewhere RENAME TO {missing}"))
    assert kept(database) == before
    assert desk(database).take(LI, "broken", POST, NOW)
    assert journal(database) == [("post", "answer", "大客户经理")]


def test_newcomer_whose_first_update_fails_is_not_kept(database: Database) -> None:
    before = kept(database)
    with database.transaction() as c:
        c.execute(text("ALTER TABLE run RENAME TO elsewhere"))
    with pytest.raises(DBAPIError):
        desk(database).take(LI, "1", START, NOW)
    with database.transaction() as c:
        c.execute(text("ALTER TABLE elsewhere RENAME TO run"))
    assert kept(database) == before


def test_same_update_twice_counts_once(database: Database) -> None:
    assert desk(database).take(LI, "1", START, NOW)
    assert desk(database).take(LI, "2", POST, NOW)
    before = kept(database)
    for act in (POST, Said("采购员"), Command("back")):
        assert not desk(database).take(LI, "2", act, NOW)
    assert kept(database) == before
    assert desk(database).take(Sender("local", "Jo", "Jo", "manager"), "2", POST, NOW)


def test_updates_of_one_person_never_interleave(database: Database) -> None:
    """Threads that answer and take back at the same time, from a person's first update on."""
    threads, each = 4, 8
    begin = Barrier(threads)
    failed: list[BaseException] = []

    def talk(number: int) -> None:
        begin.wait()
        try:
            for turn in range(each):
                act = Command("back") if turn % 2 else Said("财务部")
                assert desk(database).take(LI, f"{number}/{turn}", act, NOW)
        except BaseException as error:  # noqa: BLE001 # shown below
            failed.append(error)

    talking = [Thread(target=talk, args=(number,)) for number in range(threads)]
    for thread in talking:
        thread.start()
    for thread in talking:
        thread.join()
    assert failed == []
    with database.reading() as c:
        person = people.person_at(c, LI.channel, LI.address)
        assert person
        (run,) = runs.runs_of(c, person.id)
        assert run.revision == threads * each - 1  # the first update began the run
        sent = [parcel.payload for parcel in outbox.pending(c, LI.channel, LI.address)]
    done = [line["progress"][0] for line in sent if line["type"] == "question"]
    assert len(done) == threads * each
    # Each reply follows from the one before: an answer more, one less, or a refusal.
    assert {abs(later - earlier) for earlier, later in pairwise(done)} <= {0, 1}
    steps = [1 if action == "answer" else -1 for _, action, _ in journal(database)]
    assert sum(steps) == done[-1]


def test_fault_of_an_interview_parks_it_and_loses_nothing(
    database: Database,
    take: Callable[..., list[Line]],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    take(START)
    take(POST)
    before = journal(database)

    def fails(header: Header) -> Interview[Plan]:
        yield from ()
        raise LookupError("销售部")

    with monkeypatch.context() as patched:
        patched.setitem(interviews.INTERVIEWS, "post", fails)
        for act in (Said("销售部"), Command("back"), Command("summary")):
            assert take(act) == [{"type": "message", "text": words("zh_Hans").say(Text("parked"))}]
    assert journal(database) == before
    with database.reading() as c:
        person = people.person_at(c, LI.channel, LI.address)
        assert person
        parked = runs.active_run(c, person.id)
        assert parked
        assert parked.parked
    assert "销售部" not in caplog.text
    assert take(Said("销售部"))[-1]["name"] == "holder"
    with database.reading() as c:
        mended = runs.active_run(c, person.id)
        assert mended
        assert not mended.parked


def test_fault_of_an_interview_undoes_nothing_another_did(
    database: Database, take: Callable[..., list[Line]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An employee's question stands where it cannot be asked of the manager now, who still hears of it."""
    interviewed(take)
    take(Command("submit"))
    take(Command("review"), Sender("local", "何芸", "何芸", "hr"))
    take(Pressed("approve"), Sender("local", "何芸", "何芸", "hr"))
    token = re.search(r"[\w-]{43}", take(Pressed("hold:1"))[-1]["text"])
    assert token
    wang = Sender("local", "王芳", "王芳", "employee")
    take(Command("join", token[0]), wang)
    take(Pressed("question"), wang)

    def fails(header: Header) -> Interview[Plan]:
        yield from ()
        raise LookupError

    with monkeypatch.context() as patched:
        patched.setitem(interviews.INTERVIEWS, "reply", fails)
        said = take(Said("数据从哪里来？"), wang)
    assert said[-1]["type"] == "message"
    with database.reading() as c:
        (*_, told) = [dict(parcel.payload) for parcel in outbox.pending(c, LI.channel, LI.address)]
    assert "数据从哪里来？" in told["text"]
    assert "数据从哪里来？" in take(Pressed(told["choices"][0]["id"]))[-1]["text"]


def interviewed(take: Callable[..., list[Line]]) -> None:
    """Li answers all questions but the last, whether to submit."""
    manager = Manager(SCRIPTS["zh_Hans"])
    said = take(START)
    while (question := said[-1])["name"] != "submit":
        said = take(act(manager.answer(question)))


def test_language_is_kept_and_its_choice_counts(database: Database, take: Callable[..., list[Line]]) -> None:
    take(START)
    take(Command("language", "en"))
    assert take(START)[-1]["text"].startswith("The post")
    insisting = Sender("local", "李明", "李明", "manager", language="zh_Hant")
    assert take(START, insisting)[-1]["text"].startswith("The post")
    Desk(database, "远大公司", "zh_Hans").open(insisting, NOW)
    assert take(START)[-1]["text"].startswith("職位 · 第 1 題")
    assert take(START, Sender("local", "王芳", "王芳", "manager"))[-1]["text"].startswith("岗位 · 第 1 题")


def test_without_a_role_somebody_known_plays_all_they_have(database: Database, take: Callable[..., list[Line]]) -> None:
    anyone = Sender("local", "李明", "李明", joins="manager")
    assert take(START, anyone)[-1]["name"] == "post"
    assert held(database) == {"manager"}
    take(Command("review"), Sender("local", "李明", "李明", "hr"))
    assert take(Command("review"), anyone) == take(Command("review"), Sender("local", "李明", "李明", "hr"))
    assert take(START, anyone)[-1]["name"] == "post"
    assert held(database) == {"manager", "hr"}
    with database.transaction() as c:
        hr = people.make_person(c, 1, "何芸", channel="local", address="何芸", now=NOW)
        people.grant_role(c, hr.id, "hr")
    take(START, Sender("local", "何芸", "何芸", joins="manager"))
    assert held(database, "何芸") == {"hr"}


def held(database: Database, name: str = "李明") -> frozenset[str]:
    """The roles of a person."""
    with database.reading() as c:
        person = people.named(c, 1, name)
        assert person
        return frozenset[str](people.roles_of(c, person.id))


def test_plan_is_a_draft_until_it_is_submitted(database: Database, take: Callable[..., list[Line]]) -> None:
    def newest() -> plans.PlanVersion:
        with database.reading() as c:
            found = plans.latest(c)
        assert found
        return found

    interviewed(take)
    draft = newest()
    assert (draft.status, draft.version, draft.content["holder"]) == ("draft", 1, "王芳")
    take(Command("edit", "holder"))
    take(Said("赵敏"))
    assert (newest().status, newest().version, newest().content["holder"]) == ("draft", 1, "赵敏")
    take(Command("submit"))
    submitted = newest()
    assert (submitted.status, submitted.submitted_at) == ("submitted", NOW)
    take(Command("start", "new"))
    take(Said("采购员"))
    assert newest() == submitted
    assert "大客户经理" in take(Command("plans"))[0]["text"]


def act(line: Line) -> Act:
    return read_line(json.dumps(line))[0]


def test_person_who_comes_back_is_greeted_once(database: Database) -> None:
    def waiting() -> list[Line]:
        with database.reading() as c:
            return [dict(parcel.payload) for parcel in outbox.pending(c, LI.channel, LI.address)]

    desk(database).open(LI, NOW)
    assert waiting() == []
    desk(database).take(LI, "1", START, NOW)
    before = waiting()
    desk(database).open(LI, NOW)
    assert waiting() == before
    with database.transaction() as c:
        for parcel in outbox.pending(c, LI.channel, LI.address):
            outbox.sent(c, parcel.id, NOW)
    desk(database).open(LI, NOW)
    assert [line.get("name") for line in waiting()] == [None, "post"]
