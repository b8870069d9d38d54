"""When a figure is late, and until when it can be corrected (method.md 5)."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection

from dialogs.due_dates import DueDate
from storage import absences, reports
from storage.reports import Due

GRACE = dt.timedelta(days=7)
"""How long a report stays open at least, however soon the next one is due."""
_DAY = dt.timedelta(days=1)


def note_due(c: Connection, of: tuple[int, int, int], reporter_id: int, date: DueDate, zone: dt.tzinfo) -> None:
    """Note that a figure of a plan's indicator and holder (`of`) is due, and when it is late and closed.

    To whoever is away that day it is due on their first day back.
    """
    late_from, closes = _deadlines(absences.back(c, reporter_id, date.due_on), zone)
    reports.plan_due(
        c,
        of,
        reporter_id,
        first=date.first,
        last=date.last,
        due_on=date.due_on,
        late_from=late_from,
        closes=max(closes, dt.datetime.combine(date.closes_on, dt.time(), zone)),
    )


def postpone(c: Connection, reporter_id: int, zone: dt.tzinfo, now: dt.datetime) -> list[Due]:
    """Have what is open from a reporter be late and close by their absences as they are now.

    Nothing is late sooner than before today is over, and what was reported stays as late as it was.
    Returns what was late and no longer is.
    """
    today_is_over, _ = _deadlines(now.astimezone(zone).date(), zone)
    excused = []
    for one in reports.open_from(c, reporter_id, now):
        late_from, closes = _deadlines(absences.back(c, reporter_id, one.due_on), zone)
        if one.report is None:
            late_from = max(late_from, min(one.late_from, today_is_over))
            reports.postpone(c, one.id, late_from=late_from, closes=max(closes, one.closes))
            if one.late_from <= now < late_from:
                excused.append(one)
    return excused


def grant_day(c: Connection, dues: Iterable[Due], day: dt.date, zone: dt.tzinfo) -> None:
    """Have nothing be late before the day is over on which it was asked for, however late that was."""
    late_from, closes = _deadlines(day, zone)
    for one in dues:
        if one.late_from < late_from:
            reports.postpone(c, one.id, late_from=late_from, closes=max(closes, one.closes))


def move(c: Connection, reporter_id: int, before: dt.tzinfo, after: dt.tzinfo, now: dt.datetime) -> None:
    """Have what is open from a reporter be late and close by the clock of another zone, but never sooner.

    What was reported stays as late as it was.
    """
    for one in reports.open_from(c, reporter_id, now):
        times = (one.late_from, one.closes)
        late_from, closes = (max(at, at.astimezone(before).replace(tzinfo=after)) for at in times)
        reports.postpone(c, one.id, late_from=one.late_from if one.report else late_from, closes=closes)


def _deadlines(day: dt.date, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
    """When a figure is late and can close that somebody has a day to give."""
    return dt.datetime.combine(day + _DAY, dt.time(), zone), dt.datetime.combine(day + GRACE, dt.time(), zone)
