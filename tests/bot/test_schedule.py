"""The schedule under any order of ticks: several workers, restarts, and clocks that jump."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.schedule import Schedule
from dialogs.acts import Command
from kpi.plan import Plan, When
from storage import absences, migrate, outbox, people, tables
from storage.database import Database
from tests.company import Company, plan
from tests.manager import Line
from tests.postgresql import schema
from tests.slots import DAY, Event, Expected, Given, Key, Post, is_last_of_month

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)  # four weeks before summer time begins in Berlin
ZONES = {
    "何芸": "Asia/Shanghai",
    "Eve": "America/Los_Angeles",
    "Ann": "Europe/Berlin",
    "王芳": "Asia/Shanghai",
    "Joe": "America/Los_Angeles",
}
HR = ("何芸", "Eve")
INDICATORS = ("退货率", "订单数量")
POSTS = {
    "FREQ=WEEKLY;BYDAY=TU": Post("店长", INDICATORS, ("Ann", "王芳"), lambda day: day.weekday() == 1),
    "FREQ=MONTHLY;BYMONTHDAY=-1": Post("导购", INDICATORS, ("王芳", "Joe"), is_last_of_month),
}
WORKERS = 3
READINGS = 11
"""How often a schedule looks for what there is to do, before it does any of it."""
REMINDERS = 2
SIGNS = {
    "asked": re.compile("“(.+)”有数据需要上报：(.+)。"),
    "reminded": re.compile("提醒：“(.+)”还有数据没有上报：(.+)。"),
    "confirmed": re.compile("您上报的“(.+)”数据5天内无人提出异议，已视为确认。"),
    "digest": re.compile("远大公司 (绩效.报)：.+至(.+)"),
    "skipped": re.compile("(绩效.报)：中断较久之后只发送最近几期，(.+)至(.+)的未发送。"),
}

HOURS = st.one_of(
    # Minutes and hours, days, weeks; and a clock that is set back.
    *(st.integers(1, 30), st.integers(1, 30), st.integers(24, 80), st.sampled_from([0, 7 * 24, 21 * 24, -1, -3, -11])),
)
ONE = st.integers(0, WORKERS - 1)
MOMENTS = st.one_of(
    st.tuples(st.just("tick"), ONE, HOURS),
    # All three, each in the midst of the one before.
    st.tuples(
        st.just("interleaved"),
        st.tuples(st.permutations(range(WORKERS)), st.integers(1, READINGS), st.integers(1, READINGS)),
        HOURS,
    ),
)
STEPS = st.one_of(
    *[MOMENTS] * 4,
    st.tuples(st.just("restart"), ONE, st.just(0)),
    st.tuples(st.just("away"), st.sampled_from(sorted(ZONES)), st.integers(0, 9)),
    st.tuples(st.just("report"), st.sampled_from(["Ann", "王芳", "Joe"]), st.just(0)),
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


class Interrupted(Database):
    """A database in which something else happens after so many things were read, before anything is done about them."""

    readings = 0
    meanwhile: Callable[[], None]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with super().reading() as c:
            yield c
        self.readings -= 1
        if self.readings == 0:
            self.meanwhile()


class Workers:
    """Three schedules, each with a database of its own, and what everybody was sent by them."""

    def __init__(self, url: str, stack: ExitStack, began: datetime = BEGAN) -> None:
        self.url = url
        self.stack = stack
        self.databases = [self.opened() for _ in range(WORKERS)]
        self.company = Company(self.databases[0], began)
        self.expected = Expected(began, tuple(POSTS.values()), HR, ZONES, REMINDERS)
        self.sent: Counter[Event] = Counter()
        li = self.company.join("李明", "manager")
        self.ids = {
            name: self.company.join(name, "hr" if name in HR else "employee", zone=zone) for name, zone in ZONES.items()
        }
        for rule, post in POSTS.items():
            self.company.approve(
                li, self.ids[HR[0]], due_every(rule, post.name), *(self.ids[name] for name in post.holders)
            )
        with self.databases[0].transaction() as c:
            people.set_settings(c, 1, {"reminders": REMINDERS})

    def opened(self) -> Interrupted:
        return self.stack.enter_context(closing(Interrupted(self.url)))

    def do(self, what: str, who: Any, number: int) -> None:
        match what:
            case "tick":
                self.later(number, partial(self.run, who))
            case "interleaved":
                self.later(number, partial(self.interleaved, *who))
            case "restart":
                self.databases[who].close()
                self.databases[who] = self.opened()
                self.company.database = self.databases[0]
            case "away":
                self.leave(who, self.company.now.date() + number // 3 * DAY, number)
            case "report":
                self.report(who)

    def leave(self, name: str, first: date, days: int) -> None:
        with self.company.database.transaction() as c:
            absences.keep(c, self.ids[name], first, first + days * DAY)
        self.expected.away.setdefault(name, {})[first] = first + days * DAY

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

    def later(self, hours: int, work: Callable[[], None]) -> None:
        """Have the workers do what is to be done at another moment, and see that it is what has to be done then."""
        self.company.now = max(BEGAN, self.company.now + timedelta(hours=hours))
        self.gather()
        work()
        sent = Counter(event for name, line in self.gather() for event in told(name, line))
        assert sent == self.expected.at(self.company.now, given_in(self.company.database))
        self.sent += sent

    def run(self, who: int) -> None:
        Schedule(self.databases[who], "zh_Hans").run(self.company.now)

    def at_once(self) -> None:
        """All of them at one moment, in threads."""
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(self.run, range(WORKERS)))

    def interleaved(self, order: list[int], one: int, other: int) -> None:
        """The first is interrupted by the second after so many readings, and that by the third."""
        for number, (worker, following) in zip((one, other), pairwise(order), strict=True):
            self.databases[worker].readings = number
            self.databases[worker].meanwhile = partial(self.run, following)
        self.run(order[0])

    def settle(self) -> None:
        """Let all absences pass, and two days on which everybody is awake at some hour."""
        self.later(15 * 24, partial(self.run, 0))
        for number in range(4):
            noon = self.company.now.replace(hour=1 if number % 2 else 8, minute=30)
            self.later(int((noon + DAY - self.company.now) / timedelta(hours=1)), partial(self.run, number % WORKERS))

    def gather(self) -> list[tuple[str, Line]]:
        """What waits for everybody, taken as sent."""
        with self.company.database.transaction() as c:
            parcels = [(name, one) for name in ZONES for one in outbox.pending(c, "local", name)]
            for _, one in parcels:
                outbox.sent(c, one.id, self.company.now)
        return [(name, dict(one.payload)) for name, one in parcels]


def told(name: str, line: Line) -> Iterator[Event]:
    """What a message tells, in the words of tests/slots.py."""
    if line["type"] != "message":
        return
    found = {kind: sign.findall(str(line["text"])) for kind, sign in SIGNS.items()}
    for kind in ("asked", "reminded"):
        if found[kind]:
            yield (name, kind, *sorted((post, each) for post, names in found[kind] for each in names.split("和")))
    yield from ((name, "confirmed", post) for post in found["confirmed"])
    yield from ((name, kind, day(last)) for kind, last in found["digest"])
    yield from ((name, "skipped", kind, day(first), day(last)) for kind, first, last in found["skipped"])


def day(written: str) -> date:
    return date(*map(int, re.findall(r"\d+", written)))


def given_in(database: Database) -> list[Given]:
    """What people reported: the newest report of each figure."""
    query = select(tables.report, tables.due, tables.person.c.name).join_from(tables.report, tables.due)
    query = query.join(tables.person, tables.due.c.person_id == tables.person.c.id).order_by(tables.report.c.version)
    report = tables.report.c
    with database.reading() as c:
        rows = c.execute(query).mappings().all()
    return list({key_of(row): Given(row[report.id], key_of(row), row[report.kept_at]) for row in rows}.values())


def key_of(row: Any) -> Key:
    due, post = tables.due.c, list(POSTS.values())[row[tables.due.c.plan_id] - 1]
    return row[tables.person.c.name], post.name, INDICATORS[row[due.indicator_id] - 1], row[due.due_on]


def noted_in(database: Database) -> Counter[Key]:
    """What is noted as due."""
    query = select(tables.due, tables.person.c.name)
    with database.reading() as c:
        rows = c.execute(query.join(tables.person, tables.due.c.person_id == tables.person.c.id)).mappings()
        return Counter(map(key_of, rows))


REPORTED_BEFORE_ASKED = [
    # Noted at night, reported before the morning: only what else became due is asked for then.
    ("tick", 0, 30 * 24 + 13),
    ("report", "王芳", 0),
    ("tick", 0, 7 * 24 - 6),
]


@example(steps=REPORTED_BEFORE_ASKED)
@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(steps=st.lists(STEPS, min_size=10, max_size=25))
def test_each_slot_is_sent_once_whatever_workers_and_clocks_do(
    migrated_file: Path, steps: list[tuple[str, Any, int]]
) -> None:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        path = Path(folder) / "kpi.db"
        path.write_bytes(migrated_file.read_bytes())
        workers = Workers(f"sqlite:///{path}", stack)
        for step in steps:
            workers.do(*step)
        workers.settle()
        assert noted_in(workers.company.database) == Counter(list(workers.expected.slots))
        today = workers.company.now.date()
        assert all(slot.asked for key, slot in workers.expected.slots.items() if key[-1] < today)


SHOP, FLOOR = ([(post.name, name) for name in sorted(INDICATORS)] for post in POSTS.values())
FORTNIGHT = Counter(
    {
        # Three Tuesdays, each with its reminders, unless the figures came.
        ("Ann", "asked", *SHOP): 3,
        ("Ann", "reminded", *SHOP): 3 * REMINDERS,
        ("王芳", "asked", *SHOP): 2,
        ("王芳", "asked", *FLOOR, *SHOP): 1,
        ("王芳", "reminded", *SHOP): 2 * REMINDERS,
        ("王芳", "confirmed", "店长"): 1,
        ("王芳", "confirmed", "导购"): 1,
        ("Joe", "asked", *FLOOR): 1,
        ("Joe", "reminded", *FLOOR): REMINDERS,
    }
    | {(name, "绩效周报", last): 1 for name in HR for last in (date(2026, 3, 22), date(2026, 3, 29), date(2026, 4, 5))}
    | {(name, kind, date(2026, 3, 31)): 1 for name in HR for kind in ("绩效月报", "绩效季报")}
)
"""All that is sent from 22 March to 9 April 2026."""


def three_at_once(url: str) -> None:
    """A fortnight around the end of a quarter, in which summer time is new and one of three people reports."""
    with ExitStack() as stack:
        workers = Workers(url, stack, datetime(2026, 3, 22, 13, 30, tzinfo=UTC))
        while workers.company.now < datetime(2026, 4, 9, 13, 30, tzinfo=UTC):
            workers.later(12, workers.at_once)
            if workers.company.now == datetime(2026, 3, 31, 13, 30, tzinfo=UTC):
                workers.report("王芳")
                workers.company.now -= timedelta(minutes=1)
        assert workers.sent == FORTNIGHT


def test_three_workers_at_once_send_each_slot_once(migrated_file: Path, tmp_path: Path) -> None:
    three_at_once(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'kpi.db')}")


def test_three_workers_at_once_send_each_slot_once_on_postgresql() -> None:
    with schema() as url:
        with closing(Database(url)) as opened:
            migrate.upgrade(opened)
        three_at_once(url)
