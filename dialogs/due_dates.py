"""The dates of a tracking plan, each with the days that its figure is about (method.md 2.5 and 5)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, pairwise

from dialogs.calendar_units import CalendarUnit, calendar_unit
from dialogs.reading.dates.calendar_words import WORKWEEK
from dialogs.working_days import WorkingDays
from kpi.period import Span
from kpi.plan import When

_AHEAD = dt.timedelta(days=120 + 15)
"""How long after its days a figure is due at most that is known of, and how far a feast moves a working day."""
_DAY = dt.timedelta(days=1)
_MONTHS = 12
_SHORTEST = 28
"""Days that every month has."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """A figure about the days from `first` to `last` is due on a day, and open until the next one is due.

    It is known of, and may be given, from `known_on`: once its days are over, or it is due.
    """

    first: dt.date
    last: dt.date
    due_on: dt.date
    closes_on: dt.date

    @property
    def known_on(self) -> dt.date:
        """The day from which it is known of."""
        return min(self.due_on, self.last + _DAY)


def due_dates(
    when: When,
    began: dt.date,
    until: dt.date,
    working_days: WorkingDays,
    *,
    last: dt.date = dt.date.max,
    year_from: int = 1,
) -> tuple[DueDate, ...]:
    """What is known by a day to be due of the time from when a plan began for its holder to the `last` day of it.

    In order. What is due once in a month, a quarter or a year is about that of the calendar, whatever day it is due;
    all else is about the days since it was due before. A rhythm without a day means the end of each period. The years
    of a plan that is for a fiscal one begin with the month `year_from`.
    """
    ends = list(_ends(when, began, until, working_days, year_from))
    unit = _unit(when, year_from)
    found = []
    for before, (end, after) in zip([began - _DAY, *ends], pairwise(ends), strict=False):
        days = unit.about(end) if unit else Span(before + _DAY, end)
        due_on, closes_on = (_due_on(when, day, working_days) for day in (end, after))
        date = DueDate(max(days.first, began), min(days.last, last), due_on, closes_on)
        if date.first <= date.last and date.known_on <= until:
            found.append(date)
    return tuple(found)


def _unit(when: When, year_from: int) -> CalendarUnit | None:
    rule = _anchored(_parts(when.rrule), year_from) if when.rrule else None
    return calendar_unit(rule, year_from, following=when.following) if rule else None


def _ends(when: When, began: dt.date, until: dt.date, working_days: WorkingDays, year_from: int) -> Iterator[dt.date]:
    """The ends of the periods from the beginning on, one beyond `until` included."""
    if when.date:
        date = dt.date.fromisoformat(when.date)
        if date >= began:
            yield from (date, date + dt.timedelta(days=30))
        return
    if not when.rrule:
        return
    # Loaded only where something is due; and published without types.
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    rule = _parts(when.rrule)
    moments = merge(*(rrulestr(each, dtstart=_start(began)) for each in _in_short_months(_anchored(rule, year_from))))
    for moment, _ in groupby(moments):
        end = _working(moment.date(), rule, working_days)
        if end and end >= began:
            yield end
        if moment.date() > until + _AHEAD:
            return


def _working(date: dt.date, rule: dict[str, str], working_days: WorkingDays) -> dt.date | None:
    """The date, on the calendar's working days where the rule means those; None where it is a holiday."""
    if rule.get("BYDAY") != WORKWEEK:
        return date
    if place := rule.get("BYSETPOS"):
        return working_days.of_month(date.year, date.month, int(place))
    return date if working_days.after(date - dt.timedelta(days=1), 1) == date else None


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";"))


def _due_on(when: When, end: dt.date, working_days: WorkingDays) -> dt.date:
    return working_days.after(end, when.offset) if when.offset else end


def _start(began: dt.date) -> dt.datetime:
    """The Monday of the first week, from which "every other week" is counted."""
    return dt.datetime.combine(began - dt.timedelta(days=began.weekday()), dt.time())


def _anchored(rule: dict[str, str], year_from: int) -> dict[str, str]:
    """A rule with its day: the last one of each period where it names none; what is hourly is due daily."""
    parts = dict(rule)
    interval = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "HOURLY":
            parts = {"FREQ": "DAILY"}
        case "WEEKLY":
            parts.setdefault("BYDAY", "FR")
        case "MONTHLY" | "YEARLY" if not {"BYMONTHDAY", "BYDAY"} & set(parts):
            parts["BYMONTHDAY"] = "-1"
            if parts["FREQ"] == "YEARLY":
                parts.setdefault("BYMONTH", str((year_from - 2) % _MONTHS + 1))
            elif interval > 1 and _MONTHS % interval == 0:
                # Quarters are those of the calendar.
                del parts["INTERVAL"]
                parts["BYMONTH"] = ",".join(str(month) for month in range(interval, _MONTHS + 1, interval))
    return parts


def _in_short_months(parts: dict[str, str]) -> Iterator[str]:
    """The rule, parted so that a day that a month lacks is its last one: the 31st of April is the 30th."""
    days = parts.get("BYMONTHDAY", "").split(",")
    late = [day for day in days if day.isdecimal() and int(day) > _SHORTEST]
    if not late or parts["FREQ"] not in {"MONTHLY", "YEARLY"} or "BYSETPOS" in parts:
        yield _written(parts)
        return
    if others := [day for day in days if day not in late]:
        yield _written(parts | {"BYMONTHDAY": ",".join(others)})
    for day in late:
        near = ",".join(map(str, range(_SHORTEST, int(day) + 1)))
        for month in parts.get("BYMONTH", "").split(","):
            named = {"BYMONTH": month} if month else {}
            yield _written(parts | named | {"BYMONTHDAY": near, "BYSETPOS": "-1"})


def _written(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
