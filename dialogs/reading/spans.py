"""Days from one to another: 2 Dec - 9 Dec, 12月2日至9日, next week."""

import datetime as dt
import re

from dialogs.reading.calendar_words import MONTH_NAMES
from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from dialogs.reading.unread import Unread
from dialogs.reading.whens import read_when

_TO = re.compile(r"\s*(?:\s-\s|–|—|~|至|到|\bto\b|\buntil\b|\btill\b|(?<=[0-9日号])-(?=[0-9]))\s*")
_DAY_ALONE = re.compile(r"[0-9]{1,2}(?:日|号)?")
_MONTH = re.compile(rf"[0-9]{{1,2}}月|\b(?:{MONTH_NAMES})(?![a-z])")
_FURTHEST = dt.timedelta(days=366)


def read_span(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of a span from today on; a single day is both. Raises Unread."""
    written = clean(text).text
    parts = [part for part in _TO.split(fold(written)) if part.strip(" ,.从from")]
    if not 1 <= len(parts) <= 2:
        raise Unread("unread.span")
    begin, end = _in_month_of(parts[-1], parts[0]), _in_month_of(parts[0], parts[-1])
    first, last = _day(begin, today), _day(end, today)
    last = _day(end, first) if last < first else last  # 12月28日到1月3日
    if not first <= last <= first + _FURTHEST:
        raise Unread("unread.span")
    return first, last


def _day(part: str, today: dt.date) -> dt.date:
    try:
        when = read_when(part, today)
    except Unread:
        raise Unread("unread.span") from None
    if when.date is None:
        raise Unread("unread.span")
    return dt.date.fromisoformat(when.date)


def _in_month_of(other: str, day: str) -> str:
    """12月2日至9日, 2 to 9 December: a day alone is in the month of the other one."""
    month, alone = _MONTH.search(other), _DAY_ALONE.search(day)
    if not month or not alone or _MONTH.search(day):
        return day
    return f"{month[0]}{alone[0]}" if month[0].endswith("月") else f"{month[0]} {alone[0]}"
