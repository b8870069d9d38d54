"""Dates: what the rules of the grammar make of their tokens."""

import calendar
import datetime as dt

from dialogs.reading.dates.calendar_found import Found, Read
from dialogs.reading.dates.calendar_words import WEEKDAYS
from dialogs.reading.unread import Unread
from dialogs.working_days import feast_of

_LONGEST_MONTH = 31


def day(year: int, month: int, day: int) -> dt.date:
    """The day; raises Unread where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        raise Unread("unread.when.impossible", date=f"{year}-{month:02}-{day:02}") from None


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    first = day(year, month, 1)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def full_date(found: Found) -> Read:
    """2027年5月14日."""
    return Read(day(*found.numbers()[:3]))


def year_month_end(found: Found) -> Read:
    """2027年5月底, 2027年5月."""
    return Read(last_day(*found.numbers()[:2]))


def day_of_year(found: Found) -> Read:
    """14 May, 5月14日, 明年5月14日, May 14, 2027."""
    month, numbers = month_of(found)
    number = numbers.pop(0)
    if number > _LONGEST_MONTH and not numbers:
        return Read(last_day(number, month))  # March 2027
    if numbers or found.has("which_year"):
        return Read(day(year_of(found, numbers), month, number))
    return Read(_next(found.today, month, number))


def month_of(found: Found) -> tuple[int, list[int]]:
    """The month by its name or its number, and the other numbers."""
    numbers = found.numbers()
    return (int(found.meaning("month_name")) if found.has("month_name") else numbers.pop(0)), numbers


def year_of(found: Found, numbers: list[int]) -> int:
    """The year that is told, or that of today."""
    return numbers[0] if numbers else found.today.year + found.shift("which_year")


def _next(today: dt.date, month: int, number: int) -> dt.date:
    """The next such day, today included; 29 February may be eight years away."""
    leap = (month, number) == (2, 29)
    years = range(today.year, today.year + 9) if leap else (today.year, today.year + 1)
    days = (day(year, month, number) for year in years if not leap or calendar.isleap(year))
    return next(date for date in days if date >= today)


def month_end(found: Found) -> Read:
    """End of June, 5月底, 明年一月底, end of June 2027; a month alone is meant to its end."""
    return Read(last_day(*coming_month(found)))


def coming_month(found: Found) -> tuple[int, int]:
    """The year and month; one without its year is the next that has not ended."""
    month, numbers = month_of(found)
    if numbers or found.has("which_year"):
        return year_of(found, numbers), month
    over = last_day(found.today.year, month) < found.today
    return found.today.year + over, month


def month_start(found: Found) -> Read:
    """5月初, the beginning of May 2027."""
    month, numbers = month_of(found)
    if numbers or found.has("which_year"):
        return Read(day(year_of(found, numbers), month, 1))
    return Read(_next(found.today, month, 1))


def month_middle(found: Found) -> Read:
    """Mid-May; 5月中旬 is meant to its end."""
    month, numbers = month_of(found)
    part = int(found.meaning("ten_days")) if found.has("ten_days") else 15
    date = last_day if part < 0 else lambda year, month: day(year, month, part)
    if numbers or found.has("which_year"):
        return Read(date(year_of(found, numbers), month))
    this = date(found.today.year, month)
    return Read(this if this >= found.today else date(found.today.year + 1, month))


def this_month_end(found: Found) -> Read:
    """月底, 下月底, the end of next month."""
    return Read(last_day(*months_on(found.today, _months(found))))


def this_month_middle(found: Found) -> Read:
    """月中, mid next month."""
    return Read(day(*months_on(found.today, _months(found)), 15))


def this_month_start(found: Found) -> Read:
    """下月初."""
    return Read(day(*months_on(found.today, _months(found)), 1))


def this_month_ten_days(found: Found) -> Read:
    """本月中旬, 下月上旬."""
    year, month = months_on(found.today, _months(found))
    part = int(found.meaning("ten_days"))
    return Read(last_day(year, month) if part < 0 else day(year, month, part))


def day_of_this_month(found: Found) -> Read:
    """本月25日, the 5th of next month."""
    return Read(day(*months_on(found.today, _months(found)), found.numbers()[0]))


def coming_day(found: Found) -> Read:
    """25号, the 25th: the next one."""
    number = found.numbers()[0]
    for ahead in range(13):
        year, month = months_on(found.today, ahead)
        if 1 <= number <= calendar.monthrange(year, month)[1] and (date := day(year, month, number)) >= found.today:
            return Read(date)
    raise Unread("unread.when.impossible", date=str(number))


def _months(found: Found) -> int:
    return found.shift("which_month") + found.shift("this")


def months_on(today: dt.date, months: int) -> tuple[int, int]:
    """The year and month so many months on."""
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def this_quarter_end(found: Found) -> Read:
    """本季度末, the end of next quarter."""
    last = 2 - (found.today.month - 1) % 3
    return Read(last_day(*months_on(found.today, last + 3 * found.shift("this"))))


def this_quarter_start(found: Found) -> Read:
    """下季度初."""
    first = -((found.today.month - 1) % 3)
    return Read(day(*months_on(found.today, first + 3 * found.shift("this")), 1))


def nth_quarter_end(found: Found) -> Read:
    """End of Q3, 2027年第三季度."""
    return _period_end(found, 3 * int(found.meaning("nth_quarter")))


def nth_half_end(found: Found) -> Read:
    """上半年结束前, the end of H1 2027."""
    return _period_end(found, 6 * int(found.meaning("nth_half")))


def _period_end(found: Found, month: int) -> Read:
    year = year_of(found, found.numbers())
    date = last_day(year, month)
    stays = found.numbers() or found.has("which_year") or date >= found.today
    return Read(date if stays else last_day(year + 1, month))


def year_end(found: Found) -> Read:
    """年底, 2027年底, the end of next year."""
    return Read(day(year_of(found, found.numbers()) + found.shift("this"), 12, 31))


def year_start(found: Found) -> Read:
    """明年年初, the beginning of 2028."""
    return Read(day(year_of(found, found.numbers()) + found.shift("this"), 1, 1))


def year_middle(found: Found) -> Read:
    """明年年中, mid-2027."""
    year = year_of(found, found.numbers()) + found.shift("this")
    date = day(year, 6, 30)
    stays = found.numbers() or found.has("which_year") or date >= found.today
    return Read(date if stays else day(year + 1, 6, 30))


def weekday(found: Found) -> Read:
    """The coming Friday; 下周五 is the Friday of the next week."""
    ahead = list(WEEKDAYS).index(found.meaning("weekday")) - found.today.weekday()
    weeks = found.shift("this")
    return Read(found.today + dt.timedelta(days=ahead + 7 * weeks if weeks else ahead % 7))


def week_end(found: Found) -> Read:
    """The Friday of this week or the next."""
    ahead = 4 - found.today.weekday() + 7 * found.shift("this")
    return Read(found.today + dt.timedelta(days=ahead if ahead >= 0 else ahead + 7))


def relative_day(found: Found) -> Read:
    """Today, tomorrow, 大后天."""
    return Read(found.today + dt.timedelta(days=found.shift("which_day")))


def from_today(found: Found) -> Read:
    """In two weeks, 三天后, 3 months from now."""
    number = found.numbers()[0]
    if not 0 < number <= _FURTHEST:
        raise Unread("unread.when")
    months = number * next((size for kind, size in _MONTHS.items() if found.has(kind)), 0)
    if not months:
        return Read(found.today + dt.timedelta(days=number * (7 if found.has("week") else 1)))
    year, month = months_on(found.today, months)
    return Read(day(year, month, min(found.today.day, calendar.monthrange(year, month)[1])))


_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_FURTHEST = 1000


def feast(found: Found) -> Read:
    """国庆节, Christmas."""
    month, number = map(int, found.meaning("feast").split("-"))
    if found.years() or found.has("which_year"):
        return Read(day(year_of(found, found.years()), month, number))
    return Read(_next(found.today, month, number))


def solar_term(found: Found) -> Read:
    """清明, on its day in mainland China."""
    years = [year_of(found, found.years())]
    if not (found.years() or found.has("which_year")):
        years.append(years[0] + 1)
    days = [feast_of(year, found.meaning("solar_term")) for year in years]
    coming = [date for date in days if date and (len(years) == 1 or date >= found.today)]
    if not coming:
        raise Unread("unread.when")
    return Read(coming[0])


def in_digits(found: Found) -> Read:
    """20270307."""
    return Read(dt.date.fromisoformat(found.meaning("iso")))


def no_date(_: Found) -> Read:
    """5日内, 不超过5个工作日: how long, not when."""
    raise Unread("unread.when")
