"""What HR is told of a closed period: coverage, reporting, results, and the health of the method."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi.period import Span, months_from
from kpi.plan import Indicator

_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


class Rhythm(StrEnum):
    """How often a digest comes."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Sign(StrEnum):
    """What is wrong with an indicator, as its figures tell."""

    TOO_LOW = "too_low"
    """Always at outstanding: the standards ask for too little."""
    TOO_HIGH = "too_high"
    """Never at basic: the standards ask for too much."""
    NO_DATA = "no_data"
    """No data twice in a row."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """How a department reported: of what was due, so many in time, late and not at all.

    `pending` is besides: not late yet, by an absence.
    """

    department: str
    due: int
    in_time: int
    late: int
    missing: int
    pending: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who owes reports."""

    person: str
    department: str
    post: str
    reports: int


@dataclass(frozen=True, slots=True)
class Results:
    """Reports with standards: how many there are, meet basic, reach outstanding; and how many have that to reach."""

    reports: int
    met: int
    excelled: int
    reaching: int | None = None

    @property
    def with_outstanding(self) -> int:
        """Of how many reports those are a part that reach outstanding; of all in digests that did not count them."""
        return self.reports if self.reaching is None else self.reaching


@dataclass(frozen=True, slots=True)
class Mover:
    """Whose figure moved: 1 is basic, 2 outstanding."""

    person: str
    post: str
    indicator: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Oddity:
    """An indicator that speaks against itself, in so many reports of the last `months`, or in so many in a row."""

    sign: Sign
    post: str
    indicator: str
    times: int
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A plan that waits for review, since so many days."""

    plan_id: int
    post: str
    manager: str
    days: int


@dataclass(frozen=True, slots=True)
class Unplanned:
    """An employee who holds no post of a plan in force, and the departments they are known to belong to."""

    person_id: int
    person: str
    departments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who asked to be erased and still is not."""

    person_id: int
    person: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest of an organisation, or of some departments of it.

    `plans` are counted by what they are: "approved" where a version is in force, else by the newest status, and besides
    those in force that are "revised" and the interviews that led to no plan yet ("interview"). `without_plan` are the
    departments without a plan in force, `unplanned` the employees. `doubts` counts the plans that the audit doubts or
    fails, `doubtful` are their posts; `disputes` counts what was due and disputed, however often.
    """

    organisation: str
    rhythm: Rhythm
    span: Span
    plans: tuple[tuple[str, int], ...]
    without_plan: tuple[str, ...]
    reporting: tuple[Reporting, ...]
    missing: tuple[Missing, ...]
    results: Results
    movers: tuple[Mover, ...]
    oddities: tuple[Oddity, ...]
    disputes: int
    doubts: int
    waiting: tuple[Waiting, ...]
    leaving: tuple[Leaving, ...] = ()
    unplanned: tuple[Unplanned, ...] = ()
    doubtful: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    """The posts whose plans end in the month after the days: told of once, by the digest of a month."""

    @property
    def total(self) -> Reporting:
        """The reporting of all departments."""
        fields = ("due", "in_time", "late", "missing", "pending")
        return Reporting("", *(sum(getattr(one, name) for one in self.reporting) for name in fields))


@dataclass(frozen=True, slots=True)
class Extent:
    """Of whom a sheet lists reports: an organisation, or some departments of it; and at which moment they stood so."""

    organisation_id: int
    departments: tuple[str, ...]
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Reported:
    """What was due of somebody's indicator, as it is listed: the report that stands, if there is one.

    `punctuality` is "in_time", "late", "missing" or "pending", and `met` None where there is no basic standard. `state`
    is what the receiver said ("confirmed", "disputed"), "silence" or "waiting"; `note_id` is that of a corrective note.
    """

    department: str
    post: str
    person: str
    reporter: str
    indicator: Indicator
    span: Span
    due_on: dt.date
    punctuality: str
    reported_at: dt.datetime | None
    value: Decimal | None
    observed: tuple[str, ...]
    met: bool | None
    excelled: bool | None
    state: str | None
    note_id: int | None


def next_month(span: Span) -> Span:
    """The month of the calendar after some days."""
    first = span.last + _DAY
    return months_from(first.replace(day=1), 1)


def closed(rhythm: Rhythm, today: dt.date) -> Span:
    """The newest period that was over before a day."""
    match rhythm:
        case Rhythm.WEEKLY:
            monday = today - dt.timedelta(days=today.weekday())
            return Span(monday - _WEEK, monday - _DAY)
        case Rhythm.MONTHLY:
            return _months_before(today.replace(day=1), 1)
        case Rhythm.QUARTERLY:
            return _months_before(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3)


def before(rhythm: Rhythm, span: Span) -> Span:
    """The period before a period."""
    return closed(rhythm, span.first)


def _months_before(first: dt.date, months: int) -> Span:
    """The months that end the day before a first of a month."""
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return Span(dt.date(year, month + 1, 1), first - _DAY)
