"""The grammar of dates and rhythms: one rule a line, token kinds on the left, what they mean on the right."""

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from dialogs.reading.calendar_words import WEEKDAYS
from dialogs.reading.tokens import Token
from dialogs.reading.unread import Unread

_UNITS = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens that a rule matched, and the day on which they were written."""

    tokens: tuple[Token, ...]
    today: dt.date

    def numbers(self) -> list[int]:
        """The numbers among them, in order; raises Unread where one is not whole."""
        values = [token.number.value for token in self.tokens if token.number]
        if any(value % 1 for value in values):
            raise Unread("unread.when")
        return [int(value) for value in values]

    def meaning(self, kind: str) -> str:
        """The meaning of the first token of a kind."""
        return next(token.meaning for token in self.tokens if token.kind == kind)

    def shift(self, kind: str) -> int:
        """How many years, months or days from now: 0 where the text does not say."""
        return next((int(token.meaning) for token in self.tokens if token.kind == kind), 0)

    def has(self, kind: str) -> bool:
        """Whether a token of this kind is among them."""
        return any(token.kind == kind for token in self.tokens)


Read = tuple[dt.date | None, str | None, int | None]


def _on(date: dt.date) -> Read:
    return date, None, None


def _every(rrule: str) -> Read:
    return None, rrule, None


def _day(year: int, month: int, day: int) -> dt.date:
    """The day; raises Unread where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        raise Unread("unread.when.impossible", date=f"{year}-{month:02}-{day:02}") from None


def _last_day(year: int, month: int) -> dt.date:
    first = _day(year, month, 1)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _full_date(found: Found) -> Read:
    return _on(_day(*found.numbers()[:3]))


def _year_month_end(found: Found) -> Read:
    return _on(_last_day(*found.numbers()[:2]))


def _day_of_year(found: Found) -> Read:
    """14 May, 5月14日, 明年5月14日, May 14, 2027."""
    numbers = found.numbers()
    month = int(found.meaning("month_name")) if found.has("month_name") else numbers.pop(0)
    day = numbers.pop(0)
    if numbers or found.has("which_year"):
        return _on(_day(numbers[0] if numbers else found.today.year + found.shift("which_year"), month, day))
    return _on(_next(found.today, month, day))


def _next(today: dt.date, month: int, day: int) -> dt.date:
    """The next such day, today included; 29 February may be eight years away."""
    years = range(today.year, today.year + 9) if (month, day) == (2, 29) else (today.year, today.year + 1)
    days = (_day(year, month, day) for year in years if (month, day) != (2, 29) or calendar.isleap(year))
    return next(date for date in days if date >= today)


def _month_end(found: Found) -> Read:
    """End of June, 5月底, 明年一月底, end of June 2027."""
    numbers = found.numbers()
    month = int(found.meaning("month_name")) if found.has("month_name") else numbers.pop(0)
    if numbers or found.has("which_year"):
        return _on(_last_day(numbers[0] if numbers else found.today.year + found.shift("which_year"), month))
    date = _last_day(found.today.year, month)
    return _on(date if date >= found.today else _last_day(found.today.year + 1, month))


def _this_month_end(found: Found) -> Read:
    year, month = _months_on(found.today, found.shift("this"))
    return _on(_last_day(year, month))


def _day_of_this_month(found: Found) -> Read:
    year, month = _months_on(found.today, found.shift("this"))
    return _on(_day(year, month, found.numbers()[0]))


def _months_on(today: dt.date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _this_quarter_end(found: Found) -> Read:
    last = 2 - (found.today.month - 1) % 3
    return _on(_last_day(*_months_on(found.today, last + 3 * found.shift("this"))))


def _nth_quarter_end(found: Found) -> Read:
    month, year = 3 * int(found.meaning("nth_quarter")), found.today.year + found.shift("which_year")
    date = _last_day(found.numbers()[0] if found.numbers() else year, month)
    stays = found.numbers() or found.has("which_year") or date >= found.today
    return _on(date if stays else _last_day(year + 1, month))


def _year_end(found: Found) -> Read:
    year = found.numbers()[0] if found.numbers() else found.today.year + found.shift("which_year") + found.shift("this")
    return _on(_day(year, 12, 31))


def _weekday(found: Found) -> Read:
    """The coming Friday; 下周五 is the Friday of the next week."""
    ahead = list(WEEKDAYS).index(found.meaning("weekday")) - found.today.weekday()
    if found.shift("this"):
        return _on(found.today + dt.timedelta(days=ahead + 7))
    return _on(found.today + dt.timedelta(days=ahead % 7))


def _today(found: Found) -> Read:
    return _on(found.today + dt.timedelta(days=found.shift("which_day")))


def _yearly_day(found: Found) -> Read:
    numbers = found.numbers()
    month = int(found.meaning("month_name")) if found.has("month_name") else numbers.pop(0)
    if found.has("end"):
        _day(2000, month, 1)
        return _every(f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=-1")
    _day(2000, month, numbers[0])
    return _every(f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={numbers[0]}")


def _yearly_end(found: Found) -> Read:
    del found
    return _every("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")


def _monthly_day(found: Found) -> Read:
    if found.has("adverb") and found.meaning("adverb") != _MONTH:
        raise Unread("unread.when")  # "quarterly, by the 10th": of which month?
    day = found.numbers()[0]
    if not 1 <= day <= 31:
        raise Unread("unread.when.impossible", date=str(day))
    return _every(f"FREQ=MONTHLY;BYMONTHDAY={day}")


def _weekly_days(found: Found) -> Read:
    if found.has("adverb") and found.meaning("adverb") != "FREQ=WEEKLY":
        raise Unread("unread.when")
    said = {token.meaning for token in found.tokens if token.kind == "weekday"}
    return _every(f"FREQ=WEEKLY;BYDAY={','.join(day for day in WEEKDAYS if day in said)}")


def _edge(rrule: str, day: int) -> Callable[[Found], Read]:
    """The first or last day of each month or quarter, and working days after it where the text says so."""

    def build(found: Found) -> Read:
        offset = found.numbers()[0] if found.has("working_day") else None
        return None, f"{rrule};BYMONTHDAY={day}", offset

    return build


def _interval(found: Found) -> Read:
    unit = next(token.kind for token in found.tokens if token.kind in _UNITS)
    frequency, size = _UNITS[unit]
    times = found.numbers()[0] if found.numbers() else 2 if found.has("other") else 1
    if not 1 <= times <= 99:
        raise Unread("unread.when")
    return _every(f"FREQ={frequency}" + (f";INTERVAL={times * size}" if times * size > 1 else ""))


def _adverb(found: Found) -> Read:
    return _every(found.meaning("adverb"))


_MONTH, _QUARTER = "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"
_GRAMMAR: tuple[tuple[str, Callable[[Found], Read]], ...] = (
    # Working days after the end of each month or quarter.
    ("each? month end number working_day", _edge(_MONTH, -1)),
    ("each? month_end number working_day", _edge(_MONTH, -1)),
    ("number working_day each? month end", _edge(_MONTH, -1)),
    ("number working_day end each month", _edge(_MONTH, -1)),
    ("number working_day last? each? month_end", _edge(_MONTH, -1)),
    ("each quarter end number working_day", _edge(_QUARTER, -1)),
    ("each? quarter_end number working_day", _edge(_QUARTER, -1)),
    ("number working_day end each quarter", _edge(_QUARTER, -1)),
    ("number working_day each? quarter_end", _edge(_QUARTER, -1)),
    # Every year.
    ("each year number month number day?", _yearly_day),
    ("each year number month end", _yearly_day),
    ("each year month_name number", _yearly_day),
    ("each year number month_name", _yearly_day),
    ("number month_name each year", _yearly_day),
    ("month_name number each year", _yearly_day),
    ("end month_name each year", _yearly_day),
    ("each number month_name", _yearly_day),
    ("each year year? end", _yearly_end),
    ("each year_end", _yearly_end),
    ("end each year", _yearly_end),
    # Every month and quarter.
    ("each month number day?", _monthly_day),
    ("number day? each month", _monthly_day),
    ("adverb number day?", _monthly_day),
    ("each month month? end", _edge(_MONTH, -1)),
    ("each month_end", _edge(_MONTH, -1)),
    ("end each month", _edge(_MONTH, -1)),
    ("each month start", _edge(_MONTH, 1)),
    ("start each month", _edge(_MONTH, 1)),
    ("first each month", _edge(_MONTH, 1)),
    ("each month first", _edge(_MONTH, 1)),
    ("each quarter end", _edge(_QUARTER, -1)),
    ("each quarter_end", _edge(_QUARTER, -1)),
    ("end each quarter", _edge(_QUARTER, -1)),
    ("each quarter start", _edge(_QUARTER, 1)),
    ("start each quarter", _edge(_QUARTER, 1)),
    # Every week, and every so many days, weeks, months.
    ("each week? weekday*", _weekly_days),
    ("adverb weekday*", _weekly_days),
    ("weekday* each week", _weekly_days),
    ("each number day", _interval),
    ("each number week", _interval),
    ("each number month", _interval),
    ("each number quarter", _interval),
    ("each number year", _interval),
    ("each other day", _interval),
    ("each other week", _interval),
    ("each other month", _interval),
    ("each day", _interval),
    ("each week", _interval),
    ("each month", _interval),
    ("each quarter", _interval),
    ("each year", _interval),
    # Dates.
    ("number year number month number day?", _full_date),
    ("which_year? number month number day?", _day_of_year),
    ("number month_name number?", _day_of_year),
    ("month_name number number?", _day_of_year),
    ("number year number month end", _year_month_end),
    ("which_year? number month end", _month_end),
    ("end month_name number?", _month_end),
    ("month_name end number?", _month_end),
    ("this month number day", _day_of_this_month),
    ("this? month end", _this_month_end),
    ("end this? month", _this_month_end),
    ("this? month_end", _this_month_end),
    ("number year? nth_quarter end?", _nth_quarter_end),
    ("nth_quarter end? number", _nth_quarter_end),
    ("which_year? nth_quarter end?", _nth_quarter_end),
    ("end nth_quarter number?", _nth_quarter_end),
    ("this? quarter end", _this_quarter_end),
    ("end this? quarter", _this_quarter_end),
    ("this? quarter_end", _this_quarter_end),
    ("number year year? end", _year_end),
    ("number year_end", _year_end),
    ("which_year year? end", _year_end),
    ("this? year end", _year_end),
    ("this? year_end", _year_end),
    ("end which_year", _year_end),
    ("end year", _year_end),
    ("this? week? weekday", _weekday),
    ("which_day", _today),
    ("adverb", _adverb),
)
RULES = tuple((tuple(pattern.split()), build) for pattern, build in _GRAMMAR)
