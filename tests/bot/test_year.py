"""A year of a department in plain events: what digests, scores and messages come to, worked out here on their own.

Nothing here uses the product's arithmetic of dates, scores or digests: the days are written out by hand, and the
figures are counted from the table of what everybody said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.digest import digest_of
from bot.progress import mixed_progress
from bot.views.digest_table import digest_json
from bot.views.progress_table import progress_json
from dialogs.acts import Act, Command, Pressed
from kpi.digest import Rhythm
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Standard, Tracking, When
from kpi.values import Comparator
from storage import migrate, people, plans, tables
from storage.database import Database
from tests.company import Company, written
from tests.manager import Line, last_question

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
HAN = re.compile("[\u4e00-\u9fff]")
DAY = timedelta(days=1)
SHARE = 30
"""What the department's result counts in a person's, in percent."""
SILENCE = 5
"""Days after which silence confirms."""


# Who there is


@dataclass(frozen=True)
class Who:
    role: Any
    language: str
    zone: ZoneInfo


PEOPLE = {
    "何芸": Who("hr", "zh_Hans", SHANGHAI),
    "李明": Who("manager", "zh_Hans", SHANGHAI),
    "Marta": Who("manager", "en", BERLIN),
    "王芳": Who("employee", "zh_Hans", SHANGHAI),
    "赵强": Who("employee", "zh_Hans", SHANGHAI),
    "孙丽": Who("employee", "zh_Hans", SHANGHAI),
    "钱进": Who("employee", "zh_Hans", SHANGHAI),
    "周敏": Who("employee", "zh_Hans", SHANGHAI),
    "吴刚": Who("employee", "zh_Hans", SHANGHAI),
    "Ann": Who("employee", "en", BERLIN),
    "Ben": Who("employee", "en", BERLIN),
    "Carl": Who("employee", "en", BERLIN),
    "Dora": Who("employee", "en", BERLIN),
}
AWAY = {
    "周敏": ("2026-02-10", "2月14日至2月26日", "2026-02-14", "2026-02-26"),  # the New Year of spring
    "Ann": ("2026-03-26", "30 Mar - 3 Apr", "2026-03-30", "2026-04-03"),
    "李明": ("2026-04-20", "4月28日至5月12日", "2026-04-28", "2026-05-12"),
    "Marta": ("2026-08-14", "20 Aug - 5 Sep", "2026-08-20", "2026-09-05"),
    "Dora": ("2026-10-12", "16 Oct", "2026-10-16", "2026-10-16"),
}
"""Said on a day, in which words, from when to when."""
MUTED = {"吴刚"}


# What they are held to


@dataclass(frozen=True)
class Measure:
    """An indicator: `better` is "more", "less", "range" or "judged", the standards are numbers or bounds."""

    name: str
    better: str
    basic: tuple[int, ...]
    outstanding: tuple[int, ...]
    unit: str
    weight: int


@dataclass(frozen=True)
class Sheet:
    """Measures of a post that are due together; `reporter` is who says them where it is not who holds the post.

    They are about the days until then, or with `before` about the month before.
    """

    post: str
    measures: tuple[Measure, ...]
    rule: str
    days: tuple[str, ...]
    offset: int | None = None
    reporter: str | None = None
    receiver: str | None = None
    before: bool = False


def days(months_and_days: str) -> tuple[str, ...]:
    return tuple(f"2026-{one}" for one in months_and_days.split())


MONTH_ENDS = days("01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31")
# What is due in January is about December, before anything was agreed. The holidays of May and October come first.
FIRST_WORKING = days("02-02 03-02 04-01 05-06 06-01 07-01 08-03 09-01 10-08 11-02 12-01")
FIRST_WORKING += ("2027-01-04",)
# 28 February is a Saturday that makes up for the New Year of spring.
LAST_WORKING = days("01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31")
# In February the second working day after the 15th comes after the holidays, which last until the 23rd.
MIDDLE = days("02-25 03-17 04-17 05-19 06-17 07-17 08-18 09-17 10-19 11-17 12-17")
MIDDLE += ("2027-01-19",)
FRIDAYS = days("09-04 09-11 09-18 09-25 10-02 10-09 10-16 10-23 10-30 11-06 11-13 11-20 11-27 12-04 12-11 12-18 12-25")
FRIDAYS += ("2027-01-01",)
WORKWEEK = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS="

STORE = "店长"
BUYER = "采购员"
SALES = "Sales engineer"
SUPPORT = "Support lead"
DEPARTMENTS = {STORE: "零售部", BUYER: "采购部", SALES: "Europe", SUPPORT: "Europe"}
MANAGERS = {STORE: "李明", BUYER: "李明", SALES: "Marta", SUPPORT: "Marta"}

FIGURES = Sheet(
    STORE,
    (Measure("退货率", "less", (2,), (1,), "%", 40), Measure("订单数量", "more", (100,), (150,), "单", 40)),
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    MONTH_ENDS,
)
CLARITY = Sheet(
    STORE,
    (Measure("报表的清晰度", "judged", (1,), (2,), "", 20),),
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    MONTH_ENDS,
    reporter="李明",
    receiver="何芸",
)
QUOTES = Sheet(
    BUYER,
    (Measure("询价次数", "more", (10,), (15,), "次", 50),),
    f"{WORKWEEK}1",
    FIRST_WORKING,
    receiver="何芸",
    before=True,
)
STOCK = Sheet(
    BUYER,
    (Measure("库存天数", "range", (20, 40), (27, 33), "天", 50),),
    "FREQ=MONTHLY;BYMONTHDAY=15",
    MIDDLE,
    offset=2,
    receiver="何芸",
    before=True,
)
VISITS = Sheet(
    SALES,
    (Measure("visits", "more", (20,), (30,), "visits", 60), Measure("complaint rate", "less", (4,), (2,), "%", 40)),
    f"{WORKWEEK}-1",
    LAST_WORKING,
)
TICKETS = Sheet(
    SUPPORT,
    (Measure("answered tickets", "more", (90,), (98,), "%", 100),),
    "FREQ=WEEKLY;BYDAY=FR",
    FRIDAYS,
    receiver="Ben",
)
SHEETS = (FIGURES, CLARITY, QUOTES, STOCK, VISITS, TICKETS)


# What they said: a cell for each day of the sheet. "1.8/127" are the figures, "-" none; "+3" that many days late, "^"
# late in the evening of the day; ">1.9" corrected on their own, "!1.9" disputed and corrected, "!" disputed and left.

SAID: dict[tuple[Sheet, str], str] = {
    (FIGURES, "王芳"): (
        "1.8/127 1.5/130>1.4/130 2.5/90 0.9/155+3 0.8/160 0.7/158^ 0.9/151 - - 1.2/140 1.6/110!1.7/112 1.9/105"
    ),
    (FIGURES, "赵强"): ("3/80 2.9/85+20 - 3.5/70 2.6/88 2.2/95 2/100 1.9/101 1.8/- -/120 2.4/99! 2.1/100"),
    (FIGURES, "孙丽"): "1/150 1.2/- 1.5/120 1.1/140 0.9/150",
    (FIGURES, "钱进"): "2.2/90 - 1.9/105+1 1.5/125 1/150 0.8/170 0.6/180",
    (CLARITY, "王芳"): "2 2 1 2+13 2 2 2 1 - 2 2 2",
    (CLARITY, "赵强"): "1 0 - 0+13 1 1 2 1 - 1 0 -",
    (CLARITY, "孙丽"): "2 1 1 2+13 2",
    (CLARITY, "钱进"): "1 1 2 - 2 2 2",
    (QUOTES, "周敏"): "11 - 9+1 15 16 17 18 15 16 20 15 16",
    (QUOTES, "吴刚"): "9 7 6+2 5 9 8 - - 9 8 7 9",
    (STOCK, "周敏"): "28+3 45 18 50 - 33 27 30 26 41 30 -",
    (STOCK, "吴刚"): "15 - - 10 70 80 90 12 13 14 100 -",
    (VISITS, "Ann"): "25/5 28/6 30/7+5 31/4 33/3.5 20/3 18/2 22/- - - 31/1.5^ 40/1",
    (VISITS, "Ben"): "15/8 12/9 10/10 -/5 16/4.5+1 19/4 21/3.9 25/3 26/2 27/2!27/2.5 28/1 -",
    (TICKETS, "Carl"): "98 99 98.5 99 98 - - 99 100 98 98 98 99 - - - 98 -",
    (TICKETS, "Dora"): "99 98 98+1 98 99 98 98 98 98 98 98 100 98 98 98+6 98 98 -",
}
STARTS = {"钱进": 5}
"""From which of the sheet's days on somebody's cells count: who took the post over begins in June."""
SUPPORT_BEGAN = datetime.fromisoformat("2026-09-01T08:00Z")
HANDED_OVER = datetime.fromisoformat("2026-06-15T02:00Z")


@dataclass
class Slot:
    """What is due of one measure from one holder on a day, with all that was said of it."""

    sheet: Sheet
    measure: Measure
    holder: str
    due: date
    closes: date
    said: list[tuple[datetime, Decimal, bool]] = field(default_factory=list)
    day: date = date.min
    """By which it belongs to a digest: when it was due, or in one of a month or quarter the last day it is about."""

    @property
    def about(self) -> date:
        return self.due.replace(day=1) - DAY if self.sheet.before else last_of_month(self.due, self.sheet)

    @property
    def reporter(self) -> str:
        return self.sheet.reporter or self.holder

    @property
    def zone(self) -> ZoneInfo:
        return PEOPLE[self.reporter].zone

    def by(self, now: datetime) -> list[tuple[datetime, Decimal, bool]]:
        return [one for one in self.said if one[0] <= now]

    def value(self, now: datetime) -> Decimal | None:
        known = self.by(now)
        return known[-1][1] if known else None

    def late(self) -> bool:
        return self.said[0][0] >= self.late_from

    @property
    def late_from(self) -> datetime:
        return datetime.combine(back(self.reporter, self.due) + DAY, time(), self.zone)


@dataclass(frozen=True)
class Event:
    """Somebody says figures of slots, after which the receiver may dispute them."""

    at: datetime
    reporter: str
    slots: tuple[tuple[Slot, Decimal], ...]
    kind: str  # "report", "correct"
    dispute: bool = False


def last_of_month(due: date, sheet: Sheet) -> date:
    """The last day of a month whose figures are due in it; of weeks the day itself, within the year of the plan."""
    if "WEEKLY" in sheet.rule:
        return min(due, date(2026, 12, 31))
    return months_before(due.replace(day=1), -1) - DAY


def is_away(name: str, day: date) -> bool:
    first, last = AWAY[name][2:] if name in AWAY else ("9999-01-01", "9999-01-01")
    return first <= day.isoformat() <= last


def back(name: str, day: date) -> date:
    """The first day from a day on on which somebody is there."""
    while is_away(name, day):
        day += DAY
    return day


CELL = re.compile(r"(?P<said>[^+^>!]+)(?:\+(?P<late>\d+)|(?P<evening>\^))?(?:(?P<how>[>!])(?P<again>.*))?")


def read_year() -> tuple[list[Slot], list[Event]]:
    """The slots and the events of the table above."""
    slots: list[Slot] = []
    events: list[Event] = []
    for (sheet, holder), row in SAID.items():
        due_days = [date.fromisoformat(one) for one in sheet.days][STARTS.get(holder, 0) :]
        for number, (cell, due) in enumerate(zip(row.split(), due_days, strict=False)):
            following = due_days[number + 1] if number + 1 < len(due_days) else date(2027, 1, 31)
            closes = max(following, back(sheet.reporter or holder, due) + 7 * DAY)
            mine = [Slot(sheet, measure, holder, due, closes) for measure in sheet.measures]
            slots += mine
            events += _events(cell, mine)
    return slots, events


def _events(cell: str, slots: list[Slot]) -> Iterator[Event]:
    read = CELL.fullmatch(cell)
    assert read, cell
    first = slots[0]
    given = _values(read["said"], slots)
    if not given:
        return
    hour = time(23, 50) if read["evening"] else time(14, 0)
    at = datetime.combine(first.due + int(read["late"] or 0) * DAY, hour, first.zone).astimezone(UTC)
    yield _event(at, given, "report", dispute=read["how"] == "!")
    if read["again"]:
        changed = [(slot, value) for slot, value in _values(read["again"], slots) if (slot, value) not in given]
        again = changed if read["how"] == ">" else _values(read["again"], slots)
        kind = "correct" if read["how"] == ">" else "report"
        yield _event(at + timedelta(minutes=5 if read["how"] == ">" else 60), again, kind)


def _values(cell: str, slots: list[Slot]) -> list[tuple[Slot, Decimal]]:
    parts = ["-"] * len(slots) if cell == "-" else cell.split("/")
    return [(slot, Decimal(part)) for slot, part in zip(slots, parts, strict=True) if part != "-"]


def _event(at: datetime, given: list[tuple[Slot, Decimal]], kind: str, *, dispute: bool = False) -> Event:
    for slot, value in given:
        slot.said.append((at, value, dispute))
    return Event(at, given[0][0].reporter, tuple(given), kind, dispute)


# The same in the product


def indicators(sheets: Iterable[Sheet]) -> tuple[Indicator, ...]:
    numbers = count(1)
    return tuple(_indicator(next(numbers), sheet, measure) for sheet in sheets for measure in sheet.measures)


FACTORS = ("有结论", "数据有来源")


def _indicator(id: int, sheet: Sheet, measure: Measure) -> Indicator:
    common: dict[str, Any] = {
        "id": id,
        "dimension": Dimension.QUALITY,
        "name": measure.name,
        "weight": Decimal(measure.weight),
        "tracking": Tracking("ERP", "all", When("x", None, sheet.rule, offset=sheet.offset), "x", sheet.receiver),
    }
    if measure.better == "judged":
        basic, outstanding = (
            Standard("x", items=FACTORS[: number[0]]) for number in (measure.basic, measure.outstanding)
        )
        judged: dict[str, Any] = {"numeric": False, "factors": FACTORS, "judge": sheet.reporter}
        return Indicator(**common, **judged, basic=basic, outstanding=outstanding)
    basic, outstanding = (_standard(measure, bounds) for bounds in (measure.basic, measure.outstanding))
    direction = Direction(measure.better)
    return Indicator(**common, numeric=True, direction=direction, basic=basic, outstanding=outstanding)


def _standard(measure: Measure, bounds: tuple[int, ...]) -> Standard:
    sign = {"more": ">=", "less": "<=", "range": "range"}[measure.better]
    upper = Decimal(bounds[1]) if len(bounds) > 1 else None
    return Standard("x", Comparator(sign), Decimal(bounds[0]), upper, measure.unit)


def plan_of(post: str) -> Plan:
    made = indicators(sheet for sheet in SHEETS if sheet.post == post)
    output = Output(1, "报表" if HAN.search(post) else "Reports", (1,), Decimal(100), indicators=made)
    customer = Customer(1, "总经理" if HAN.search(post) else "The board", CustomerKind.SUPERIOR)
    return Plan(post, DEPARTMENTS[post], None, "sales", Period("2026"), (customer,), (output,))


POSTS = {post: number for number, post in enumerate((STORE, BUYER, SALES, SUPPORT), 1)}


@dataclass
class Message:
    """What somebody was sent on their own account of the schedule, or in answer."""

    at: datetime
    name: str
    line: Line


class Year:
    """The company through the year; keeps what everybody was sent."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.ticks: list[datetime] = []
        self.scheduled: list[Message] = []
        self.answered: list[Message] = []

    def begin(self) -> None:
        company, ids = self.company, {}
        for name, who in PEOPLE.items():
            zone = None if who.zone is SHANGHAI else str(who.zone)
            ids[name] = company.join(name, who.role, language=who.language, zone=zone)
        with company.database.transaction() as c:
            people.set_settings(c, 1, {"department_share": SHARE})
        self.ids = ids
        for post, holders in ((STORE, "王芳 赵强 孙丽"), (BUYER, "周敏 吴刚"), (SALES, "Ann Ben")):
            self.approve(post, holders)
        for name in MUTED:
            self.do(name, Command("mute"))

    def approve(self, post: str, holders: str) -> None:
        id = self.company.approve(
            self.ids[MANAGERS[post]], self.ids["何芸"], plan_of(post), *(self.ids[name] for name in holders.split())
        )
        assert id == POSTS[post]

    def tick(self, at: datetime) -> None:
        self.company.now = at
        self.ticks.append(at)
        self.company.schedule.run(at)
        self.scheduled += self.gather()

    def do(self, name: str, *acts: Act | str) -> list[Line]:
        said = self.company.say(name, *acts)
        self.answered += [Message(self.company.now, name, line) for line in said]
        self.answered += self.gather()
        return said

    def gather(self) -> list[Message]:
        with self.company.database.reading() as c:
            waiting = select(tables.outbox.c.address).where(tables.outbox.c.sent_at.is_(None)).distinct()
            names = list(c.execute(waiting).scalars())
        return [Message(self.company.now, name, line) for name in names for line in self.company.read(name)]

    # What people do

    def play(self, event: Event) -> None:
        self.company.now = event.at
        if event.kind == "correct":
            for slot, value in event.slots:
                self.answer(self.do(event.reporter, Command("report", str(self.due_id(slot)))), event, [(slot, value)])
        else:
            self.answer(self.do(event.reporter, Command("report")), event, event.slots)

    def answer(self, said: list[Line], event: Event, wanted: Iterable[tuple[Slot, Decimal]]) -> None:
        """Answer an interview with what is wanted, whatever it asks; what is not wanted is skipped."""
        left, asked = list(wanted), set()
        while True:
            question = last_question(said)
            assert question, (event, said)
            assert question["key"] not in asked, (event, said)
            asked.add(question["key"])
            mine = [one for one in left if self.concerns(question, one[0])]
            said = self.do(event.reporter, self.words(question, mine))
            assert not [line for line in said if line["type"] == "error"], (event, question, said)
            left = [one for one in left if one not in mine]
            if question["name"] == "note":
                assert not left, (event, left)
                return

    def concerns(self, question: Line, slot: Slot) -> bool:
        if question["name"] == "due":
            return slot.measure.better != "judged"
        if question["name"] == "judgement":
            return slot.measure.name in question["about"] and slot.holder in question["text"]
        return slot.measure.name in question["about"]

    def words(self, question: Line, mine: list[tuple[Slot, Decimal]]) -> Act | str:
        if not mine or question["name"] == "note":
            return Command("skip")
        if question["name"] == "judgement":
            observed: tuple[Act | str, ...] = (Pressed("none"), "1", "1、2")
            return observed[int(mine[0][1])]
        return ", ".join(f"{slot.measure.name} {value}" for slot, value in mine)

    def due_id(self, slot: Slot) -> int:
        due = tables.due.c
        number = [one.name for one in indicators(s for s in SHEETS if s.post == slot.sheet.post)]
        with self.company.database.reading() as c:
            which = select(due.id).where(
                due.plan_id == POSTS[slot.sheet.post],
                due.indicator_id == number.index(slot.measure.name) + 1,
                due.person_id == self.ids[slot.holder],
                due.due_on == slot.due,
            )
            return int(c.execute(which).scalar_one())

    def conclude(self, event: Event) -> None:
        """Have the manager confirm what was just said, or dispute it."""
        self.company.now = event.at + timedelta(minutes=20)
        receiver = MANAGERS[event.slots[0][0].sheet.post]
        asked = last_question(self.do(receiver, Command("confirm", "each")))
        assert asked, event
        assert asked["name"] == "confirm"
        assert event.reporter in asked["text"]
        if not event.dispute:
            self.do(receiver, Pressed("confirm"))
            return
        said = self.do(receiver, Pressed("dispute"))
        if len(event.slots) > 1:
            self.do(receiver, ", ".join(slot.measure.name for slot, _ in event.slots))
        else:
            assert last_question(said)
        told = self.do(receiver, "少了二店的数据" if receiver == "李明" else "The second shop is not in it")
        assert not [line for line in told if line["type"] == "error"]


def concludes(event: Event) -> bool:
    """Whether the manager answers a report: it is for them, and they are not away."""
    sheet = event.slots[0][0].sheet
    manager = MANAGERS[sheet.post]
    return sheet.receiver is None and not is_away(manager, event.at.astimezone(PEOPLE[manager].zone).date())


# The same again, counted from the events


def standing(measure: Measure, value: Decimal) -> tuple[Fraction, Fraction, bool, bool]:
    """Share of basic, way to outstanding, basic met, outstanding reached: each in the measure's own direction."""
    said = Fraction(value)
    if measure.better == "judged":
        return Fraction(int(said >= 1)), Fraction(int(said >= 2)), said >= 1, said >= 2
    (low, *high), (inner_low, *inner_high) = measure.basic, measure.outstanding
    if measure.better == "more":
        share, way = said / low, (said - low) / (inner_low - low)
    elif measure.better == "less":
        share, way = low / said if said else Fraction(1), (low - said) / (low - inner_low)
    else:
        share = min(said / low, high[0] / said)
        way = min((said - low) / (inner_low - low), (high[0] - said) / (high[0] - inner_high[0]))
    return min(share, Fraction(1)), max(min(way, Fraction(1)), Fraction(0)), share >= 1, way >= 1


def reached(slot: Slot, value: Decimal) -> float:
    share, way, *_ = standing(slot.measure, value)
    return float(share + way)


def months_before(first_of_month: date, months: int) -> date:
    year, month = divmod(first_of_month.year * 12 + first_of_month.month - 1 - months, 12)
    return date(year, month + 1, 1)


def keyed(slots: Iterable[Slot]) -> dict[tuple[str, str, str], list[Slot]]:
    """Slots by post, measure and holder, in the order of their days."""
    found: dict[tuple[str, str, str], list[Slot]] = {}
    for slot in sorted(slots, key=lambda one: one.due):
        found.setdefault((slot.sheet.post, slot.measure.name, slot.holder), []).append(slot)
    return found


def expected_digest(
    slots: list[Slot], rhythm: Rhythm, days: tuple[date, date, date], now: datetime, at: datetime
) -> dict[str, Any]:
    """What a digest of a moment shows: what was reported by then, as it is known now; `days` as `period` has them."""
    first, last, before = days
    slots = [replace(slot, day=slot.due if rhythm is Rhythm.WEEKLY else slot.about) for slot in slots]
    disputes = sum(any(one[2] for one in slot.by(now)) for slot in slots if first <= slot.day <= last)
    slots = [slot if slot.by(at) else replace(slot, said=[]) for slot in slots]
    pending = Counter(
        DEPARTMENTS[slot.sheet.post]
        for slot in slots
        if first <= slot.day <= last and not slot.by(now) and slot.late_from > at
    )
    slots = [slot for slot in slots if slot.by(now) or slot.late_from <= at]
    mine = [slot for slot in slots if first <= slot.day <= last]
    reporting = []
    for department in sorted({DEPARTMENTS[slot.sheet.post] for slot in mine} | set(pending)):
        of = [slot for slot in mine if DEPARTMENTS[slot.sheet.post] == department]
        late = sum(bool(slot.by(now)) and slot.late() for slot in of)
        missing = sum(not slot.by(now) for slot in of)
        reporting.append((department, len(of), len(of) - late - missing, late, missing, pending[department]))
    owed = Counter((slot.reporter, slot.sheet.post) for slot in mine if not slot.by(now))
    stood = [standing(slot.measure, value) for slot in mine if (value := slot.value(now)) is not None]
    return {
        "reporting": reporting,
        "missing": sorted((name, DEPARTMENTS[post], post, times) for (name, post), times in owed.items()),
        "results": (len(stood), sum(met for *_, met, _ in stood), sum(excelled for *_, excelled in stood)),
        "movers": expected_movers(slots, before, first, last, now),
        "oddities": expected_oddities(slots, first, last, now),
        "disputes": disputes,
    }


def expected_movers(slots: list[Slot], before: date, first: date, last: date, now: datetime) -> list[tuple[Any, ...]]:
    found = []
    for (post, name, holder), mine in keyed(slots).items():
        known = [(slot, value) for slot in mine if (value := slot.value(now)) is not None]
        earlier = [reached(*one) for one in known if before <= one[0].day < first]
        later = [reached(*one) for one in known if first <= one[0].day <= last]
        if earlier and later and abs(later[-1] - earlier[-1]) > 1e-9:
            found.append((holder, post, name, round(earlier[-1], 6), round(later[-1], 6)))
    return sorted(found)


def expected_oddities(slots: list[Slot], first: date, last: date, now: datetime) -> list[tuple[Any, ...]]:
    """Always at outstanding, never at basic: of three figures in three months, or in a year where there are fewer.

    No data twice in a row: by nobody on the last two days, of which the last lies in the period.
    """
    by_measure: dict[tuple[str, str], list[Slot]] = {}
    for (post, name, _), mine in keyed(slot for slot in slots if slot.day <= last).items():
        by_measure.setdefault((post, name), []).extend(mine)
    found: list[tuple[Any, ...]] = []
    for key, mine in by_measure.items():
        known = [(slot.day, value) for slot in mine if (value := slot.value(now)) is not None]
        lately, long = ([one for one in known if one[0] > last - timedelta(days=days)] for days in (92, 365))
        told, months = (lately, 3) if len(lately) >= 3 else (long, 12)
        stood = [standing(mine[0].measure, value)[2:] for _, value in told]
        if len(stood) >= 3 and all(excelled for _, excelled in stood):
            found.append(("too_low", *key, len(stood), months))
        elif len(stood) >= 3 and not any(met for met, _ in stood):
            found.append(("too_high", *key, len(stood), months))
        given: dict[date, bool] = {}
        for slot in mine:
            given[slot.day] = given.get(slot.day, False) or bool(slot.by(now))
        days = sorted(given, reverse=True)
        silent = next((at for at, day in enumerate(days) if given[day]), len(days))
        if silent >= 2 and days[0] >= first:
            found.append(("no_data", *key, silent, None))
    return sorted(found, key=str)


Scored = tuple[Fraction | None, Fraction | None, Fraction]


def expected_scores(slots: list[Slot], post: str, now: datetime) -> dict[str, Scored]:
    """Each holder's basic, outstanding and missing share of all that was due of a post by now."""
    mine = [slot for slot in slots if slot.sheet.post == post and (slot.by(now) or slot.late_from <= now)]
    found = {}
    for holder in {slot.holder for slot in mine}:
        of = [slot for slot in mine if slot.holder == holder]
        times = Counter(slot.measure for slot in of)
        weights = [Fraction(slot.measure.weight, times[slot.measure]) for slot in of]
        known = [
            (weight, *standing(slot.measure, value))
            for weight, slot in zip(weights, of, strict=True)
            if (value := slot.value(now)) is not None
        ]
        total = sum(weight for weight, *_ in known)
        found[holder] = (
            Fraction(sum(weight * share for weight, share, *_ in known), total) if total else None,
            Fraction(sum(weight * way for weight, _, way, *_ in known), total) if total else None,
            1 - Fraction(total, sum(weights)),
        )
    return found


def mean(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def mixed(own: Fraction | None, department: Fraction | None) -> Fraction | None:
    if own is None or department is None:
        return department if own is None else own
    return own * Fraction(100 - SHARE, 100) + department * Fraction(SHARE, 100)


# Comparing the two


def shown_digest(document: Mapping[str, Any]) -> dict[str, Any]:
    reporting = [
        tuple(one[key] for key in ("department", "due", "in_time", "late", "missing", "pending"))
        for one in document["reporting"]
    ]
    total = document["total"]
    assert [total[key] for key in ("due", "in_time", "late", "missing", "pending")] == [
        sum(one[at] for one in reporting) for at in range(1, 6)
    ]
    return {
        "reporting": sorted(reporting),
        "missing": sorted(
            (one["person"], one["department"], one["post"], one["reports"]) for one in document["missing"]
        ),
        "results": tuple(document["results"][key] for key in ("reports", "met", "excelled")),
        "movers": sorted(
            (one["person"], one["post"], one["indicator"], round(one["before"], 6), round(one["after"], 6))
            for one in document["movers"]
        ),
        "oddities": sorted(
            ((one["sign"], one["post"], one["indicator"], one["times"], one["months"]) for one in document["oddities"]),
            key=str,
        ),
        "disputes": document["disputes"],
    }


def check_digests(year: Year, slots: list[Slot], rhythms: Iterable[Rhythm], at: datetime) -> None:
    now, today = year.company.now, at.date()
    for rhythm in rhythms:
        first, last, before = period(rhythm, today)
        with year.company.database.reading() as c:
            document = digest_json(digest_of(c, 1, rhythm, at))
        assert document["span"] == {"first": first.isoformat(), "last": last.isoformat()}
        assert shown_digest(document) == expected_digest(slots, rhythm, (first, last, before), now, at), (
            rhythm,
            first,
            last,
        )
        posts = 4 if now >= SUPPORT_BEGAN else 3
        assert document["plans"] == {
            **dict.fromkeys(("draft", "submitted", "returned", "revised", "interview"), 0),
            "approved": posts,
        }
        assert (document["without_plan"], document["waiting"], document["doubts"]) == ((), (), 0)


def period(rhythm: Rhythm, today: date) -> tuple[date, date, date]:
    """The first and last day of the newest period before a day, and the first day of the period before that."""
    if rhythm is Rhythm.WEEKLY:
        last = today - timedelta(days=today.isoweekday())
        return last - timedelta(days=6), last, last - timedelta(days=13)
    size = 1 if rhythm is Rhythm.MONTHLY else 3
    over = date(today.year, today.month - (today.month - 1) % size, 1)
    return months_before(over, size), over - DAY, months_before(over, 2 * size)


def check_scores(year: Year, slots: list[Slot]) -> None:
    now = year.company.now
    in_force = {post: id for post, id in POSTS.items() if post != SUPPORT or now >= SUPPORT_BEGAN}
    scores = {post: expected_scores(slots, post, now) for post in in_force}
    for post, id in in_force.items():
        with year.company.database.reading() as c:
            kept = plans.approved(c, id)
            assert kept
            document = progress_json(mixed_progress(c, kept, 1, now))
        peers = [one for other in in_force if DEPARTMENTS[other] == DEPARTMENTS[post] for one in scores[other].values()]
        basic, outstanding = (mean(one[at] for one in peers) for at in (0, 1))
        # Of whom nothing was due yet there is no score.
        known = [one for one in document["scores"] if (one["basic"], one["missing"]) != (None, 0)]
        assert {one["holder"] for one in known} == set(scores[post])
        for shown in known:
            own = scores[post][shown["holder"]]
            expected = [*own, basic, outstanding, mixed(own[0], basic), mixed(own[1], outstanding)]
            values = [shown[key] for key in ("basic", "outstanding", "missing")]
            values += [shown[part][key] for part in ("department", "result") for key in ("basic", "outstanding")]
            assert values == [one if one is None else pytest.approx(float(one), abs=1e-9) for one in expected], (
                shown,
                now,
            )
            assert shown["share"] == SHARE


# The messages of the schedule


def may_be_written_to(name: str, at: datetime) -> bool:
    local = at.astimezone(PEOPLE[name].zone)
    return time(9) <= local.time() < time(20) and not is_away(name, local.date())


def expected_messages(slots: list[Slot], ticks: list[datetime]) -> set[tuple[str, str, datetime]]:
    """Whom the schedule asks, reminds and tells of silence at which of its ticks."""
    found: set[tuple[str, str, datetime]] = set()
    asked: dict[int, datetime] = {}
    reminded: set[int] = set()
    silent = {(id(slot), at) for slot in slots for at in unanswered(slot)}
    for now in ticks:
        for name in PEOPLE:
            if not may_be_written_to(name, now):
                continue
            mine = [slot for slot in slots if slot.reporter == name and slot.due <= now.astimezone(slot.zone).date()]
            open_ = {id(slot) for slot in mine if now < closes_at(slot) and not slot.by(now)}
            new = [id(slot) for slot in mine if id(slot) not in asked]
            asked |= dict.fromkeys(new, now)
            if open_ & set(new):
                found.add(("due", name, now))
            late = {one for one in open_ - reminded if asked[one] <= now - DAY}
            if late and name not in MUTED:
                reminded |= late
                found.add(("reminder", name, now))
            for slot in mine:
                for at in unanswered(slot):
                    if (id(slot), at) in silent and at + (SILENCE + days_away(slot, at, now)) * DAY <= now:
                        silent.remove((id(slot), at))
                        found.add(("silence", name, now))
    return found


def days_away(slot: Slot, since: datetime, now: datetime) -> int:
    """On how many days the receiver of a figure was away."""
    receiver = slot.sheet.receiver or MANAGERS[slot.sheet.post]
    zone = PEOPLE[receiver].zone
    day, today = since.astimezone(zone).date(), now.astimezone(zone).date()
    return sum(is_away(receiver, day + number * DAY) for number in range((today - day).days + 1))


def unanswered(slot: Slot) -> list[datetime]:
    """When the figure that stood in the end was said, where no receiver said anything of it."""
    if not slot.said:
        return []
    at, value, disputed = slot.said[-1]
    event = Event(at, slot.reporter, ((slot, value),), "report", disputed)
    return [] if concludes(event) else [at]


def closes_at(slot: Slot) -> datetime:
    return datetime.combine(slot.closes, time(), PEOPLE[slot.holder].zone)


SIGNS = {
    "due": ("有数据需要上报", "Due for "),
    "reminder": ("还有数据没有上报", "still open for "),
    "silence": ("无人提出异议", "nobody objected"),
}


def shown_messages(scheduled: list[Message]) -> Counter[tuple[str, str, datetime]]:
    return Counter(
        (kind, message.name, message.at)
        for message in scheduled
        for kind, signs in SIGNS.items()
        if message.line["type"] == "message" and any(sign in message.line["text"] for sign in signs)
    )


def check_languages(messages: Iterable[Message]) -> None:
    for message in messages:
        said = str(message.line.get("text") or message.line.get("caption"))
        chinese = PEOPLE[message.name].language != "en"
        assert bool(HAN.search(said)) is chinese, message
        labels = "".join(choice["label"] for choice in message.line.get("choices", []))
        assert chinese or not HAN.search(labels), message


def check_digests_sent(scheduled: list[Message]) -> None:
    heads = Counter(
        head[0]
        for message in scheduled
        if message.name == "何芸" and (head := re.match("远大公司 绩效.报：.*", message.line.get("text", "")))
    )
    assert set(heads.values()) == {1}
    assert Counter(head[7] for head in heads) == SENT


SENT = {"周": 54, "月": 12, "季": 4}
DIGEST = re.compile(r"远大公司 绩效(?P<rhythm>[周月季])报：(?P<first>.+?)至(?P<last>.+)\n")
FIGURES_TOLD = (
    r"^尚无生效计划的员工：(\d+)人$",
    r"^应报(\d+)项：按时(\d+)%，迟报(\d+)项，缺报(\d+)项$",
    r"^  (.+)：上报率(\d+)%，缺(\d+)项$",
    r"^另有(\d+)项因请假顺延或刚刚通知，尚未逾期，未计入。$",
    r"^达到基本标准：(\d+)%；达到卓越标准：(\d+)%$",
    r"^有异议的上报：(\d+)项$",
)


def check_digest_messages(slots: list[Slot], scheduled: list[Message]) -> None:
    """Every figure in the words of a digest is the one counted at the moment at which it was sent."""
    rhythms = {"周": Rhythm.WEEKLY, "月": Rhythm.MONTHLY, "季": Rhythm.QUARTERLY}
    checked = 0
    for message in scheduled:
        said = str(message.line.get("text", ""))
        head = DIGEST.match(said)
        if message.name == "何芸" and head:
            first, last = (datetime.strptime(head[name], "%Y年%m月%d日").date() for name in ("first", "last"))  # noqa: DTZ007 - a day has no zone
            rhythm = rhythms[head["rhythm"]]
            known = period(rhythm, last + DAY)
            assert known[:2] == (first, last)
            expected = expected_digest(slots, rhythm, known, message.at, message.at)
            assert told_figures(said) == counted_figures(expected, message)
            checked += 1
    assert checked == sum(SENT.values())


def told_figures(said: str) -> list[Any]:
    found: list[Any] = [re.findall(pattern, said, re.MULTILINE) for pattern in FIGURES_TOLD]
    names = re.search(r"^缺报人员：(.+?)(?:等，另有(\d+)人)?$", said, re.MULTILINE)
    return [*found, (re.split("[、和]", names[1]), names[2]) if names else None]


def counted_figures(expected: dict[str, Any], message: Message) -> list[Any]:
    reporting, (stood, met, excelled) = expected["reporting"], expected["results"]
    due, in_time, late, missing, pending = (sum(one[at] for one in reporting) for at in range(1, 6))
    listed = sorted(reporting, key=lambda one: -one[4])
    shares = [(name, percent(all_ - owed, all_), str(owed)) for name, all_, _, _, owed, _ in listed if all_]
    owing = sorted(expected["missing"], key=lambda one: (-one[3], one[0], POSTS[one[2]]))
    names = list(dict.fromkeys(name for name, *_ in owing))
    return [
        ["1" if message.at >= SUPPORT_BEGAN else "3"],
        [(str(due), percent(in_time, due), str(late), str(missing))] if due else [],
        shares if due and len(reporting) > 1 else [],
        [str(pending)] if pending else [],
        [(percent(met, stood), percent(excelled, stood))] if stood else [],
        [str(expected["disputes"])] if expected["disputes"] else [],
        (names[:5], str(len(names) - 5) if len(names) > 5 else None) if names else None,
    ]


def percent(part: int, whole: int) -> str:
    return str(round(Fraction(100 * part, whole)))


# The year

AROUND = {SHANGHAI: (0, 1), BERLIN: (7, 18)}
"""Hours of UTC, and a half, at which it becomes morning or evening: in Berlin another one in summer than in winter."""


def moments(slots: list[Slot]) -> list[tuple[datetime, int, str, Any]]:
    """Everything that happens, in order: ticks of the schedule, and what people do."""
    _, events = SCRIPT
    found: list[tuple[datetime, int, str, Any]] = []
    at, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 13, tzinfo=UTC)
    while at < end:
        zones = {slot.zone for slot in slots if at.date() in {slot.due, back(slot.reporter, slot.due)}}
        hours = [(hour, 30) for zone in zones for hour in AROUND[zone]]
        hours += [(8, 30)] * (bool(zones) or at.weekday() in {0, 3} or at.day <= 2)
        found += [(at.replace(hour=hour, minute=minute), 0, "tick", None) for hour, minute in hours]
        at += DAY
    for event in events:
        found.append((event.at, 1, "event", event))
    found += [(datetime.fromisoformat(f"{AWAY[name][0]}T09:00Z"), 1, "away", name) for name in AWAY]
    found.append((SUPPORT_BEGAN, 1, "support", None))
    found.append((HANDED_OVER, 1, "hand over", None))
    return sorted(found, key=lambda one: one[:2])


SCRIPT = read_year()
RESTARTED = datetime.fromisoformat("2026-07-01T00:00Z")


def run_year(url: str) -> None:
    slots, _ = SCRIPT
    with closing(Database(url)) as first, closing(Database(url)) as second:
        migrate.upgrade(first)
        company = Company(first, datetime.fromisoformat("2026-01-01T00:10Z"))
        year = Year(company)
        year.begin()
        for at, _, what, about in moments(slots):
            if at >= RESTARTED and year.company.database is first:
                first.close()
                year.company = Company(second, at, roles=company.roles, _updates=company._updates)
            happen(year, at, what, about)
            if what == "tick" and at.time() == time(8, 30):
                check_day(year, slots)
        check_end(year, slots)


def happen(year: Year, at: datetime, what: str, about: Any) -> None:
    year.company.now = at
    if what == "tick":
        year.tick(at)
    elif what == "away":
        year.do(about, Command("away", AWAY[about][1]))
    elif what == "support":
        year.approve(SUPPORT, "Carl Dora")
    elif what == "hand over":
        year.do("李明", Command("release", "1 孙丽"))
        year.do("李明", Command("hold", "1 钱进"))
        year.do("钱进", Pressed("acknowledge"))
    else:
        year.play(about)
        if concludes(about):
            year.conclude(about)


def check_day(year: Year, slots: list[Slot]) -> None:
    """What is over by a day: weeks on Mondays, months and quarters on the first."""
    today = year.company.now.date()
    rhythms = [Rhythm.WEEKLY] * (today.weekday() == 0 and today.month > 1)
    rhythms += [Rhythm.MONTHLY] * (today.day == 1 and today.year * 12 + today.month > 2026 * 12 + 1)
    rhythms += [Rhythm.QUARTERLY] * (today.day == 1 and today.month in {4, 7, 10, 1} and str(today) > "2026-02")
    check_digests(year, slots, rhythms, year.company.now)
    if Rhythm.MONTHLY in rhythms:
        check_scores(year, slots)


def check_end(year: Year, slots: list[Slot]) -> None:
    """What came of all corrections in the end, what everybody was sent, and what they may see."""
    for month in range(2, 13):
        check_digests(year, slots, (Rhythm.MONTHLY, Rhythm.QUARTERLY), datetime(2026, month, 1, 9, tzinfo=UTC))
    messages = shown_messages(year.scheduled)
    assert set(messages) == expected_messages(slots, year.ticks)
    assert set(messages.values()) == {1}
    check_digests_sent(year.scheduled)
    check_digest_messages(slots, year.scheduled)
    check_languages([*year.scheduled, *year.answered])
    seen = {
        name: written(year.do(name, Command("progress", "1"))).split("\n") for name in ("钱进", "孙丽", "李明", "何芸")
    }
    holders = {"王芳", "赵强", "孙丽", "钱进"}
    assert {name: holders & set(lines) for name, lines in seen.items()} == {
        "钱进": {"钱进"},
        "孙丽": {"孙丽"},
        "李明": holders,
        "何芸": holders,
    }


def test_every_figure_of_a_year_is_the_one_counted_from_the_events(tmp_path: Path) -> None:
    run_year(f"sqlite:///{tmp_path / 'kpi.db'}")
