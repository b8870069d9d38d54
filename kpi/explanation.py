"""How a score comes about, so that anybody can work it out again: every due date with what it adds (method.md 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from kpi.plan import Indicator
from kpi.progress import Progress, Row, Scored

Side = Literal["basic", "outstanding"]
SIDES: tuple[Side, ...] = ("basic", "outstanding")
"""Both results of a score, which decide different things."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Points gained of those that count: the weights of what was reported and has such a standard."""

    gained: Decimal
    counted: Decimal

    @property
    def share(self) -> Decimal | None:
        """The score they come to; None where nothing counts."""
        return self.gained / self.counted if self.counted else None


@dataclass(frozen=True, slots=True)
class Account:
    """An indicator in a score: its share of the post in percent, by the due dates that count."""

    rows: tuple[Row, ...]

    @property
    def indicator(self) -> Indicator:
        """The indicator as it is now: each row has it as it was on its day."""
        return self.rows[-1].indicator

    @property
    def weight(self) -> Decimal:
        """What the indicator counts of the post."""
        return sum((row.weight for row in self.rows), Decimal(0))

    @property
    def each(self) -> Decimal | None:
        """What a due date counts; None where not all count the same, by another version of the plan."""
        weights = {row.weight for row in self.rows if not row.pending}
        return None if len(weights) > 1 else next(iter(weights), Decimal(0))

    def sum(self, side: Side) -> Sum:
        """What its due dates add to a score."""
        return _sum(self.rows, side)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A holder's score, out of the accounts of the indicators."""

    scored: Scored
    accounts: tuple[Account, ...]

    @property
    def missing(self) -> tuple[Row, ...]:
        """What was not reported, and so is not counted."""
        return tuple(row for one in self.accounts for row in one.rows if row.missing)

    def sum(self, side: Side) -> Sum:
        """What all due dates come to: the score."""
        return _sum([row for one in self.accounts for row in one.rows], side)


def explained(shown: Progress, scored: Scored) -> Explanation:
    """The score of one holder of a table explained by its rows."""
    rows = (row for row in shown.rows if row.holder == scored.holder)
    groups = groupby(rows, lambda row: row.indicator.id)
    return Explanation(scored, tuple(Account(tuple(group)) for _, group in groups))


def gained(row: Row, side: Side) -> Decimal | None:
    """The points that a due date adds: its weight times what was attained; None where it does not count."""
    attained = row.attainment
    share = getattr(attained, side) if attained else None
    return None if share is None else row.weight * share


def _sum(rows: Sequence[Row], side: Side) -> Sum:
    known = [(row.weight, points) for row in rows if (points := gained(row, side)) is not None]
    return Sum(sum((points for _, points in known), Decimal(0)), sum((weight for weight, _ in known), Decimal(0)))
