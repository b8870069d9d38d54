"""Days from one to another, and the period of a plan, which is such days as they are told."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Days from one to another, both included."""

    first: dt.date
    last: dt.date

    @property
    def months(self) -> int:
        """How many whole months of the calendar it has; 0 where it begins or ends within one."""
        if self.first.day != 1 or self.last.day != calendar.monthrange(self.last.year, self.last.month)[1]:
            return 0
        return (self.last.year - self.first.year) * _YEAR + self.last.month - self.first.month + 1

    def holds(self, day: dt.date) -> bool:
        """Whether a day is among them."""
        return self.first <= day <= self.last

    def overlaps(self, other: "Span") -> bool:
        """Whether some of them are days of others, too."""
        return self.first <= other.last and other.first <= self.last

    @property
    def of_calendar(self) -> bool:
        """Whether it is a month, quarter, half-year or year of the calendar."""
        return self.months in {1, 3, 6, _YEAR} and (self.first.month - 1) % self.months == 0


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a plan: its days, and what was written; `fiscal` is the year by which a fiscal year was called.

    Where only the words are known there are no days, and the period binds nothing.
    """

    text: str
    days: Span | None = None
    fiscal: int | None = None


def months_from(first: dt.date, months: int) -> Span:
    """So many months from a day on: a year from 1 April ends on 31 March."""
    years, month = divmod(first.month - 1 + months, _YEAR)
    year, month = first.year + years, month + 1
    day = min(first.day, calendar.monthrange(year, month)[1])
    after = dt.date(year, month, day)
    whole = after if day < first.day else after - dt.timedelta(days=1)
    return Span(first, whole)
