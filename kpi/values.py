"""What a numeric standard is made of besides its number: what it is counted per, a share, a change (method.md 2.4)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Comparator(StrEnum):
    """How a value is held against a standard."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE_THAN = ">"
    LESS_THAN = "<"
    EQUAL = "="
    RANGE = "range"
    ABOUT = "~"
    PLUS_MINUS = "±"


@dataclass(frozen=True, slots=True)
class Per:
    """What a number is counted per besides a period: 1,000 bed days, one pallet, one person."""

    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Limit:
    """What each of the things that a share counts must keep: within 48 hours."""

    comparator: Comparator
    value: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What the percentage of a standard is a share of (预算, revenue), and the limit that this share keeps."""

    of: str | None = None
    limit: Limit | None = None


class Sign(StrEnum):
    """Which way a change goes."""

    UP = "+"
    DOWN = "-"


class Base(StrEnum):
    """What a change is measured from."""

    LAST_YEAR = "last_year"
    LAST_HALF = "last_half"
    LAST_QUARTER = "last_quarter"
    LAST_MONTH = "last_month"
    LAST_PERIOD = "last_period"
    NOW = "now"
    PLAN = "plan"
    AVERAGE = "average"
    """What others reach: the average of the industry, of the competitors, of the other posts."""


@dataclass(frozen=True, slots=True)
class Change:
    """That the number of a standard is by how much something changes: 同比提升两成, cost down by 5%.

    The standard's unit is "%" for a share of the base, "point" for percentage points, or else that of the base itself.
    `sign` is None where only "better" was said. `figure` is what the base was, in `unit`; None while nobody told it.
    """

    sign: Sign | None = None
    base: Base | None = None
    figure: Decimal | None = None
    unit: str | None = None
