"""The dates of a tracking plan, each with the days that its figure is about (method.md 2.5 and 5)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, pairwise

from dialogs.reading.dates.calendar_words import WORKWEEK
from dialogs.working_days import WorkingDays
from kpi.plan import When

_SLACK = dt.timedelta(days=15)
"""How far a feast moves a working day at most."""
_MONTHS = 12
_SHORTEST = 28
"""Days that every month has."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """A figure about the days from `first` to `last` is due on a day, and open until the next one is due."""

    first: dt.date
    last: dt.date
    due_on: dt.date
    closes_on: dt.date


def due_dates(when: When, began: dt.date, until: dt.date, working_days: WorkingDays) -> tuple[DueDate, ...]:
    """What is due since a plan began for its holder, up to a day, in order.

    A rhythm without a day means the end of each period; the first period begins with the plan.
    """
    ends = list(_ends(when, began, until, working_days))
    found = []
    for before, (end, after) in zip([began - dt.timedelta(days=1), *ends], pairwise(ends), strict=False):
        due_on = _due_on(when, end, working_days)
        if due_on <= until:
            found.append(DueDate(before + dt.timedelta(days=1), end, due_on, _due_on(when, after, working_days)))
    return tuple(found)


def _ends(when: When, began: dt.date, until: dt.date, working_days: WorkingDays) -> Iterator[dt.date]:
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
    moments = merge(*(rrulestr(each, dtstart=_start(began)) for each in _in_short_months(_anchored(rule))))
    for moment, _ in groupby(moments):
        end = _working(moment.date(), rule, working_days)
        if end and end >= began:
            yield end
        if moment.date() > until + _SLACK:
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


def _anchored(rule: dict[str, str]) -> dict[str, str]:
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
                parts.setdefault("BYMONTH", "12")
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
