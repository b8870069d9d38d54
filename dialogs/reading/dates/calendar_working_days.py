"""Dates that are told in working days: what the rules of the grammar make of their tokens."""

import datetime as dt

from dialogs.reading.dates.calendar_dates import coming_month, months_on
from dialogs.reading.dates.calendar_found import Found, Read
from dialogs.reading.unread import Unread

_FURTHEST = 1000


def working_days_from_now(found: Found) -> Read:
    """In 3 working days, 5个工作日后."""
    number = found.numbers()[0]
    if not 0 < number <= _FURTHEST:
        raise Unread("unread.when")
    return Read(_after(found, number))


def next_working_day(found: Found) -> Read:
    """The next working day, 下个工作日."""
    if found.shift("this") != 1:
        raise Unread("unread.when")
    return Read(_after(found, 1))


def working_day_of_month(found: Found) -> Read:
    """The first working day of October, 明年3月最后一个工作日."""
    return _of_month(found, *coming_month(found))


def working_day_of_year_month(found: Found) -> Read:
    """2027年3月最后一个工作日."""
    year, month = found.numbers()
    return _of_month(found, year, month)


def working_day_of_this_month(found: Found) -> Read:
    """本月最后一个工作日, the first working day of next month."""
    return _of_month(found, *months_on(found.today, found.shift("which_month") + found.shift("this")))


def _of_month(found: Found, year: int, month: int) -> Read:
    try:
        return Read(found.working_days.of_month(year, month, int(found.meaning("nth"))))
    except (ValueError, OverflowError):
        raise Unread("unread.when") from None


def _after(found: Found, number: int) -> dt.date:
    try:
        return found.working_days.after(found.today, number)
    except OverflowError:
        raise Unread("unread.when") from None
