"""The month, quarter, half-year or year of the calendar that a figure is about, by when it is due."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.reading.dates.calendar_words import WORKWEEK
from kpi.period import Span, months_from

_MONTHS = 12
_MONTH_DAYS = 31
_WORKING = 1.5
"""Days that a working day takes, about."""
_BEHIND = {1: 15, 3: 45, 6: 91, 12: 120}
"""Days: what is due this early in a month, quarter, half-year or year is about the one before."""
_AT_EDGES = {2, 4, 6}
"""Months of units whose last or next month has to be named, or it is not known which months they are."""


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """So many months of the calendar, counted from a month of the year; a figure may be about the one before."""

    size: int
    start: int
    behind: bool

    def about(self, day: dt.date) -> Span:
        """The days that a figure is about that is due on a day."""
        month = day.year * _MONTHS + day.month - 1
        first = month - (month - (self.start - 1)) % self.size - self.size * self.behind
        return months_from(dt.date(first // _MONTHS, first % _MONTHS + 1, 1), self.size)


def calendar_unit(rule: Mapping[str, str], start: int, *, following: bool) -> CalendarUnit | None:
    """What a rule with a day asks for once in each; None where it asks more often, or at intervals of its own.

    Years begin with the month `start`. `following` says that it is due in the month after the one it is about.
    """
    day = _day(rule)
    months = [int(month) for month in rule.get("BYMONTH", "").split(",") if month]
    if day is None or "INTERVAL" in rule or rule["FREQ"] not in {"MONTHLY", "YEARLY"}:
        return None
    if not months:
        return CalendarUnit(1, 1, following or day <= _BEHIND[1]) if rule["FREQ"] == "MONTHLY" else None
    size = _MONTHS // len(months)
    if months != list(range(months[0], _MONTHS + 1, size)):
        return None
    begins = start if size == _MONTHS else 1
    place = (months[0] - begins) % size
    if size in _AT_EDGES and place not in {0, size - 1}:
        return None
    return CalendarUnit(size, begins, place * (_MONTH_DAYS - 1) + day <= _BEHIND.get(size, size * 15))


def _day(rule: Mapping[str, str]) -> int | None:
    """About which day of its month a rule names; None where it names none, or several."""
    if place := rule.get("BYSETPOS"):
        return _nth(place, _WORKING) if rule.get("BYDAY") == WORKWEEK else None
    if days := rule.get("BYMONTHDAY"):
        return _nth(days, 1)
    return _nth(rule["BYDAY"][:-2], 7) if rule.get("BYDAY") else None


def _nth(place: str, days: float) -> int | None:
    """About which day the nth of something is that comes every so many days; counted from behind, it is the last."""
    if not place.lstrip("-").isdecimal():
        return None
    number = int(place)
    return round(number * days) if number > 0 else _MONTH_DAYS
