"""Dates by their place in a month, a week or the traditional year: what the rules make of their tokens."""

import calendar
import datetime as dt

from dialogs.lunar import lunar_date
from dialogs.reading.dates.calendar_compounds import NO_DAY
from dialogs.reading.dates.calendar_dates import coming_month, day, month_of, months_on, year_of
from dialogs.reading.dates.calendar_found import Found, Read
from dialogs.reading.dates.calendar_words import WEEKDAYS
from dialogs.reading.unread import Unread

_DAY = dt.timedelta(days=1)
_WEEK = 7


def weekday_of_month(found: Found) -> Read:
    """The second Tuesday of January, 2027年3月第二个星期三; without its year the next that is not over."""
    numbers = found.numbers()
    if found.has("year"):
        return Read(_weekday(found, numbers[0], numbers[1]))
    year, month = coming_month(found)
    date = _weekday(found, year, month)
    told = month_of(found)[1] or found.has("which_year")
    return Read(date if told or date >= found.today else _weekday(found, year + 1, month))


def weekday_of_this_month(found: Found) -> Read:
    """The 3rd Friday of next month, 本月最后一个周五."""
    return Read(_weekday(found, *months_on(found.today, found.shift("which_month") + found.shift("this"))))


def _weekday(found: Found, year: int, month: int) -> dt.date:
    place, weekday = int(found.meaning("nth")), list(WEEKDAYS).index(found.meaning("weekday"))
    day(year, month, 1)
    days = [date for date in calendar.Calendar().itermonthdates(year, month) if date.month == month]
    found_days = [date for date in days if date.weekday() == weekday]
    try:
        return found_days[place - 1 if place > 0 else place]
    except IndexError:
        raise Unread("unread.when") from None


def week_start(found: Found) -> Read:
    """The first day of next week, 下周初."""
    return Read(_monday(found))


def working_day_of_week(found: Found) -> Read:
    """The first working day of next week, 本周最后一个工作日."""
    place, monday = int(found.meaning("nth")), _monday(found)
    before = monday - _DAY if place > 0 else monday + _WEEK * _DAY
    date = found.working_days.after(before, place)
    if not monday <= date < monday + _WEEK * _DAY:
        raise Unread("unread.when")
    return Read(date)


def _monday(found: Found) -> dt.date:
    return found.today + (_WEEK * found.shift("this") - found.today.weekday()) * _DAY


def lunar_day(found: Found) -> Read:
    """正月十五, 明年中秋节: the next such day, or that of the year.

    A year is the traditional one, or the common one in which the day falls; where these are two days, neither is taken.
    """
    if found.meaning("lunar") == NO_DAY:
        raise Unread("unread.when")
    month, number = map(int, found.meaning("lunar").split("-", 1))
    told = found.years()
    year = year_of(found, told)
    if not told and not found.has("which_year"):
        coming = (lunar_date(each, month, number) for each in (year - 1, year, year + 1))
        days = [date for date in coming if date and date >= found.today][:1]
    else:
        both = {lunar_date(year, month, number), lunar_date(year - 1, month, number)}
        days = [date for date in both if date and (date.year == year or date == lunar_date(year, month, number))]
        days = [date for date in days if told or date >= found.today]
    if len(days) != 1:
        raise Unread("unread.when")
    return Read(days[0])
