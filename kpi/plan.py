"""The KPI plan of one post as plain values (method.md 1 to 3)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi.period import Period
from kpi.values import Change, Comparator, Per, Share


class CustomerKind(StrEnum):
    """Who receives something from the post (method.md 1, customer)."""

    SUPERIOR = "superior"
    COLLEAGUE = "colleague"
    DEPARTMENT = "department"
    SUBORDINATE = "subordinate"
    CLIENT = "client"
    SUPPLIER = "supplier"
    REGULATOR = "regulator"

    @property
    def internal(self) -> bool:
        """Whether the customer is inside the organisation."""
        return self in {self.SUPERIOR, self.COLLEAGUE, self.DEPARTMENT, self.SUBORDINATE}


class Dimension(StrEnum):
    """Gilbert's four dimensions of performance (method.md 2.2)."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    COST = "cost"
    TIME = "time"


class Direction(StrEnum):
    """Which values of a numeric indicator are better (method.md 2.2, question 3)."""

    MORE = "more"
    LESS = "less"
    RANGE = "range"


class Relation(StrEnum):
    """How a date or rhythm bounds the work."""

    BY = "by"
    ON = "on"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Standard:
    """How well or how much is required on an indicator (method.md 2.4).

    Numeric: `comparator`, `value` (`upper` too in a range), `unit` ("%", an ISO 4217 currency code, a time unit such as
    "working_day", or the noun as written), `per` (a period such as "month") and `rates` (what else it is counted per).
    With `share` the value is a percentage of something, with `change` it is by how much something changes, with
    `out_of` a grade on a scale that ends there. `condition` says for what it holds (紧急工单, for urgent tickets).
    Verifiable: `items`, what is observed when it is met; `value` is None.
    `text` is what the manager wrote, `note` what of it is no standard: a scoring rule (每降1%扣2分).
    """

    text: str
    comparator: Comparator | None = None
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    items: tuple[str, ...] = ()
    rates: tuple[Per, ...] = ()
    share: Share | None = None
    change: Change | None = None
    out_of: Decimal | None = None
    condition: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date or a recurrence; `text` is what was written.

    `date` is ISO 8601, `rrule` an RFC 5545 rule without its "RRULE:" prefix, `offset` working days after it.
    All three are None where only the words are known. `following` is said of a rule by which something is due in the
    month after the one that it is about (次月20日前).
    """

    text: str
    date: str | None = None
    rrule: str | None = None
    relation: Relation | None = None
    offset: int | None = None
    following: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """The four-part statement (method.md 2.3): BY when, USING what, COMPLETE how much, REACHING what standard."""

    by: When | None = None
    using: str | None = None
    complete: str | None = None
    reach: str | None = None


@dataclass(frozen=True, slots=True)
class Tracking:
    """The tracking plan of one indicator (method.md 2.5)."""

    data: str | None = None
    sample: str | None = None
    when: When | None = None
    collector: str | None = None
    receiver: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """From which aspect an output is judged (method.md 2.2): by a number, or by a judge with observable factors."""

    id: int
    dimension: Dimension
    name: str
    numeric: bool
    weight: Decimal
    unit: str | None = None
    direction: Direction | None = None
    judge: str | None = None
    looks_like: str | None = None
    factors: tuple[str, ...] = ()
    second_rater: str | None = None
    basic: Standard | None = None
    outstanding: Standard | None = None
    statement: Statement = Statement()
    tracking: Tracking = Tracking()


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer of the post."""

    id: int
    name: str
    kind: CustomerKind


@dataclass(frozen=True, slots=True)
class Output:
    """A work output: the final product one or more customers hold (method.md 2.1).

    `observable` is False where no result can be observed and the behaviour itself is judged.
    """

    id: int
    name: str
    customers: tuple[int, ...]
    weight: Decimal
    serves: str | None = None
    observable: bool = True
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The KPI plan of one post for one appraisal period.

    `coverage` is the share of the work goals that the indicators explain, as the manager estimates it, in percent
    (method.md 7, question 4).
    """

    post: str
    department: str
    holder: str | None
    function: str
    period: Period
    customers: tuple[Customer, ...]
    outputs: tuple[Output, ...]
    coverage: Decimal | None = None

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, output by output."""
        return tuple(indicator for output in self.outputs for indicator in output.indicators)
