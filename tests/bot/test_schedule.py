"""The schedule under any order of ticks: several workers, restarts, and clocks that jump."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.schedule import Schedule
from dialogs.acts import Command
from kpi.plan import Plan, When
from storage import absences, migrate, people, tables
from storage.database import Database
from tests.company import Company, plan
from tests.manager import Line
from tests.postgresql import schema

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)  # four weeks before summer time begins in Berlin
ZONES = {"何芸": "Asia/Shanghai", "Ann": "Europe/Berlin", "王芳": "Asia/Shanghai", "Joe": "America/Los_Angeles"}
HOLDERS = ("Ann", "王芳", "Joe")
WORKERS = 3
REMINDERS = 2

TICKS = st.tuples(
    st.just("tick"),
    st.integers(0, WORKERS - 1),
    # Minutes and hours, days, weeks; and a clock that is set back.
    st.one_of(st.integers(1, 30), st.integers(24, 80), st.sampled_from([7 * 24, 21 * 24, -1, -3, -11])),
)
STEPS = st.one_of(
    TICKS,
    TICKS,
    TICKS,
    st.tuples(st.just("restart"), st.integers(0, WORKERS - 1), st.just(0)),
    st.tuples(st.just("away"), st.sampled_from(HOLDERS), st.integers(0, 9)),
    st.tuples(st.just("report"), st.sampled_from(HOLDERS), st.just(0)),
)


def due_every(rule: str, post: str) -> Plan:
    """The company's plan with another rhythm, without what a judge is asked for."""
    made = plan(post=post)
    when = When("", rrule=rule)
    held = tuple(
        replace(one, tracking=replace(one.tracking, when=when))
        for output in made.outputs
        for one in output.indicators
        if one.numeric
    )
    return replace(made, outputs=(replace(made.outputs[0], indicators=held),))


class Workers:
    """Three schedules, each with a database of its own, and what everybody was sent at which moment."""

    def __init__(self, url: str, stack: ExitStack) -> None:
        self.url = url
        self.stack = stack
        self.databases = [self.opened() for _ in range(WORKERS)]
        self.company = Company(self.databases[0], BEGAN)
        self.sent: list[tuple[str, Line]] = []
        li = self.company.join("李明", "manager")
        self.ids = {
            name: self.company.join(name, "employee" if name in HOLDERS else "hr", zone=zone)
            for name, zone in ZONES.items()
        }
        he, *held_by = self.ids.values()
        self.company.approve(li, he, due_every("FREQ=WEEKLY;BYDAY=TU", "店长"), *held_by[:2])
        self.company.approve(li, he, due_every("FREQ=MONTHLY;BYMONTHDAY=-1", "导购"), *held_by[1:])
        with self.databases[0].transaction() as c:
            people.set_settings(c, 1, {"reminders": REMINDERS})

    def opened(self) -> Database:
        return self.stack.enter_context(closing(Database(self.url)))

    def do(self, what: str, who: Any, number: int) -> None:
        company = self.company
        if what == "restart":
            self.databases[who].close()
            self.databases[who] = self.opened()
            company.database = self.databases[0]
        elif what == "tick":
            company.now = max(BEGAN, company.now + timedelta(hours=number))
            self.run(who)
        elif what == "away":
            with company.database.transaction() as c:
                first = company.now.date() + timedelta(days=number // 3)
                absences.keep(c, self.ids[who], first, first + timedelta(days=number))
        else:
            self.report(who)

    def report(self, name: str) -> None:
        """Report whatever is asked, in one answer."""
        company = self.company
        company.now += timedelta(minutes=1)
        said = company.command(name, "report")
        if any(line.get("name") == "due" for line in said):
            said = company.say(name, "退货率 1.5%，订单 120 单")
        for _ in range(9):
            if not said or said[-1]["type"] != "question":
                return
            said = company.say(name, "1.5" if said[-1]["name"] == "figure" else Command("skip"))

    def run(self, *who: int) -> None:
        """Have some of the workers do at one moment what is to be done, and see what comes of it."""
        self.gather()
        now, before = self.company.now, state_of(self.company.database)
        with ThreadPoolExecutor(len(who)) as pool:
            list(pool.map(lambda one: Schedule(self.databases[one], "zh_Hans").run(now), who))
        sent = self.gather()
        check(before, state_of(self.company.database), sent, now, self.ids)
        self.sent += sent

    def gather(self) -> list[tuple[str, Line]]:
        return [(name, line) for name in ZONES for line in self.company.read(name)]


@dataclass(frozen=True)
class State:
    """What is noted: every date, which of them were reported, and what silence confirmed of whom and which plan."""

    dues: dict[int, Any]
    reported: frozenset[int]
    silent: dict[int, tuple[int, int]]


def state_of(database: Database) -> State:
    report, confirmation, due = tables.report.c, tables.confirmation.c, tables.due.c
    silent = select(report.id, report.person_id, due.plan_id).join_from(tables.report, tables.confirmation)
    silent = silent.join(tables.due, due.id == report.due_id).where(confirmation.person_id.is_(None))
    with database.reading() as c:
        return State(
            {one.id: one for one in c.execute(select(tables.due))},
            frozenset(c.execute(select(report.due_id)).scalars()),
            {one.id: (one.person_id, one.plan_id) for one in c.execute(silent)},
        )


def check(before: State, after: State, sent: list[tuple[str, Line]], now: datetime, ids: dict[str, int]) -> None:
    """What one moment of the schedule changed is what people were told, each of it once and at an hour of theirs."""
    new = [
        one for id, one in after.dues.items() if one.asked_at and not (id in before.dues and before.dues[id].asked_at)
    ]
    told = of_kind(sent, "有数据需要上报")
    waiting = {one.reporter_id for one in new if one.closes > now and one.id not in before.reported}
    assert told == Counter({name: 1 for name, id in ids.items() if id in waiting})
    again = [one for id, one in after.dues.items() if id in before.dues and one.reminders > before.dues[id].reminders]
    reminded = {one.reporter_id for one in again}
    assert of_kind(sent, "提醒：") == Counter({name: 1 for name, id in ids.items() if id in reminded})
    assert not {one.id for one in again} & after.reported
    assert all(one.reminders <= REMINDERS and one.asked_at <= now - timedelta(days=1) for one in again)
    silent = {after.silent[id] for id in after.silent.keys() - before.silent.keys()}
    confirmed = Counter({name: of for name, id in ids.items() if (of := sum(person == id for person, _ in silent))})
    assert of_kind(sent, "无人提出异议") == confirmed
    for name, _ in sent:
        assert 9 <= now.astimezone(ZoneInfo(ZONES[name])).hour < 20


def check_whole(noted: State, sent: list[tuple[str, Line]]) -> None:
    """Each date is noted once, on a day that has come where its holder is; each digest is sent once."""
    dates = Counter((one.plan_id, one.indicator_id, one.person_id, one.due_on) for one in noted.dues.values())
    assert set(dates.values()) <= {1}
    heads = Counter(
        str(line["text"]).split("\n")[0] for _, line in sent if str(line.get("text")).startswith("远大公司 绩效")
    )
    assert set(heads.values()) <= {1}


def of_kind(sent: list[tuple[str, Line]], sign: str) -> Counter[str]:
    return Counter(name for name, line in sent if line["type"] == "message" and sign in str(line["text"]))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file that is up to date, to begin from again and again."""
    path = tmp_path_factory.mktemp("fresh") / "kpi.db"
    with closing(Database(f"sqlite:///{path}")) as opened:
        migrate.upgrade(opened)
    return path


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])
@given(steps=st.lists(STEPS, min_size=10, max_size=25))
def test_each_slot_is_sent_once_whatever_workers_and_clocks_do(fresh: Path, steps: list[tuple[str, Any, int]]) -> None:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        path = Path(folder) / "kpi.db"
        path.write_bytes(fresh.read_bytes())
        workers = Workers(f"sqlite:///{path}", stack)
        for step in steps:
            workers.do(*step)
        check_whole(state_of(workers.company.database), workers.sent)


def three_at_once(url: str) -> None:
    """A week around the end of a month, in which summer time is new and one of three people reports."""
    with ExitStack() as stack:
        workers = Workers(url, stack)
        for number in range(18):
            workers.company.now = datetime(2026, 3, 31, 6, 30, tzinfo=UTC) + timedelta(hours=9 * number)
            workers.run(*range(WORKERS))
            if number == 2:
                workers.report("王芳")
        noted = state_of(workers.company.database)
        check_whole(noted, workers.sent)
        assert {one.due_on for one in noted.dues.values()} >= {date(2026, 3, 3), date(2026, 3, 31)}
        assert set(noted.silent.values()) == {(workers.ids["王芳"], 1), (workers.ids["王芳"], 2)}


def test_three_workers_at_once_send_each_slot_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kpi.db'}"
    with closing(Database(url)) as opened:
        migrate.upgrade(opened)
    three_at_once(url)


def test_three_workers_at_once_send_each_slot_once_on_postgresql() -> None:
    with schema() as url:
        with closing(Database(url)) as opened:
            migrate.upgrade(opened)
        three_at_once(url)
