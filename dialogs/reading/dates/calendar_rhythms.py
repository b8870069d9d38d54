"""Rhythms as RFC 5545 rules: what the rules of the grammar make of their tokens.

A rule of a quarter or half-year names its months, so that it stands without a day from which it is counted.
"""

from collections.abc import Callable
from dataclasses import replace

from dialogs.reading.dates.calendar_dates import day, month_of
from dialogs.reading.dates.calendar_found import Found, Read
from dialogs.reading.dates.calendar_words import WEEKDAYS, WORKWEEK
from dialogs.reading.unread import Unread

MONTH = "FREQ=MONTHLY"
_UNITS = {
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "dayno": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "half_year": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
}
_FIRST = {"month": "", "quarter": ";BYMONTH=1,4,7,10", "half_year": ";BYMONTH=1,7", "year": ";BYMONTH=1"}
_LAST = {"month": "", "quarter": ";BYMONTH=3,6,9,12", "half_year": ";BYMONTH=6,12", "year": ";BYMONTH=12"}


def _edge(unit: str, place: int) -> str:
    """The months in which a unit begins, or ends where the place is counted from behind."""
    yearly = "FREQ=YEARLY" if unit == "year" else MONTH
    return yearly + (_LAST if place < 0 else _FIRST)[unit]


def edge(unit: str, number: int) -> Callable[[Found], Read]:
    """The first or last day of each month, quarter or year, and working or other days after it where it says so."""

    def build(found: Found) -> Read:
        if found.has("working_day"):
            return Read(rrule=f"{_edge(unit, number)};BYMONTHDAY={number}", offset=found.numbers()[0], by=True)
        if found.numbers():
            return Read(rrule=f"{_edge(unit, 1)};BYMONTHDAY={_month_day(found.numbers()[0])}", by=True)
        return Read(rrule=f"{_edge(unit, number)};BYMONTHDAY={number}")

    return build


def before_end(unit: str) -> Callable[[Found], Read]:
    """Days before the end of each month or quarter: working days are a negative offset."""

    def build(found: Found) -> Read:
        number, rule = found.numbers()[0], _edge(unit, -1)
        if found.has("working_day"):
            return Read(rrule=f"{rule};BYMONTHDAY=-1", offset=-number, by=True)
        days = number * (7 if found.has("week") else 1)
        return Read(rrule=f"{rule};BYMONTHDAY={-1 - _days_before(days)}", by=True)

    return build


def following(unit: str) -> Callable[[Found], Read]:
    """The 10th, or the end, of the month that follows the end of each quarter: 每季度结束次月10日."""
    return lambda found: Read(
        rrule=f"{_edge(unit, 1)};BYMONTHDAY={_month_day(found.numbers()[0]) if found.numbers() else -1}"
    )


def first_days(unit: str) -> Callable[[Found], Read]:
    """每月前5个工作日: done by the last of them."""
    return lambda found: replace(nth_day(unit)(found), by=True)


def month_end(found: Found) -> Read:
    """The monthly report by month end."""
    if found.meaning("adverb") != MONTH:
        raise Unread("unread.when")
    return Read(rrule=f"{MONTH};BYMONTHDAY=-1")


def nth_day(unit: str) -> Callable[[Found], Read]:
    """The first working day of the quarter, the last Friday of each month, the third day of each month."""

    def build(found: Found) -> Read:
        place = int(found.meaning("nth")) if found.has("nth") else found.numbers()[0]
        rule = _edge(unit, place)
        if found.has("working_day"):
            return Read(rrule=f"{rule};BYDAY={WORKWEEK};BYSETPOS={place}")
        if found.has("weekday"):
            if not -5 <= place <= 5:
                raise Unread("unread.when")
            return Read(rrule=f"{rule};BYDAY={place}{found.meaning('weekday')}")
        return Read(rrule=f"{rule};BYMONTHDAY={_month_day(place)}")

    return build


def nth_month_day(unit: str) -> Callable[[Found], Read]:
    """每季度第一个月的5日, 每季度最后一个月25日, the 10th of the last month of each half-year."""

    def build(found: Found) -> Read:
        size = _UNITS[unit][1]
        place = int(found.meaning("nth")) if found.has("nth") else -1 if found.has("month") else 1
        first = size if place == -1 else place
        if not 1 <= first <= size:
            raise Unread("unread.when")
        months = ",".join(map(str, range(first, _MONTHS + 1, size)))
        number = -1 if not found.numbers() else _month_day(found.numbers()[0])
        return Read(rrule=f"{MONTH};BYMONTH={months};BYMONTHDAY={number}")

    return build


def nth_weekdays(found: Found) -> Read:
    """The second and fourth Friday of each month."""
    day = found.meaning("weekday")
    return Read(rrule=f"{MONTH};BYDAY={','.join(f'{place}{day}' for place in found.meanings('nth'))}")


def odd_or_even_months(found: Found) -> Read:
    """每逢单月15日, the 15th of even months; without its day, the months to their ends."""
    number = _month_day(found.numbers()[0]) if found.numbers() else -1
    months = ",".join(map(str, range(int(found.meaning("parity")), 13, 2)))
    return Read(rrule=f"{MONTH};BYMONTH={months};BYMONTHDAY={number}")


def report(found: Found) -> Read:
    """周报, 月报: the name of a report tells its rhythm, where nothing else does."""
    return Read(rrule=found.meaning("report"))


def yearly_day(found: Found) -> Read:
    """每年5月14日, 14 May each year, the end of June every year."""
    month, numbers = month_of(found)
    if found.has("end"):
        day(2000, month, 1)
        return Read(rrule=f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=-1")
    day(2000, month, numbers[0])
    return Read(rrule=f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={numbers[0]}")


def yearly_nth(found: Found) -> Read:
    """每年12月最后一个工作日, the last Friday in June each year."""
    if found.has("adverb") and found.meaning("adverb") != "FREQ=YEARLY":
        raise Unread("unread.when")
    month, numbers = month_of(found)
    place = int(found.meaning("nth")) if found.has("nth") else numbers[0]
    day(2000, month, 1)
    days = f"{WORKWEEK};BYSETPOS={place}" if found.has("working_day") else f"{place}{found.meaning('weekday')}"
    return Read(rrule=f"FREQ=YEARLY;BYMONTH={month};BYDAY={days}")


def yearly_quarter(found: Found) -> Read:
    """每年第一季度末."""
    return Read(rrule=f"FREQ=YEARLY;BYMONTH={3 * int(found.meaning('nth_quarter'))};BYMONTHDAY=-1")


def yearly_months(found: Found) -> Read:
    """每年3月和9月, every March and September."""
    months = sorted({int(one) for one in found.meanings("month_name")} or set(found.numbers()))
    if not all(1 <= month <= 12 for month in months):
        raise Unread("unread.when")
    return Read(rrule=f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}")


def monthly_days(found: Found) -> Read:
    """每月25日, the 1st and 15th of each month, monthly on the 5th."""
    if found.has("adverb") and found.meaning("adverb").split(";")[0] in _SHORT:
        return adverb(found)  # "daily at 9"
    if found.has("adverb") and found.meaning("adverb") != MONTH:
        raise Unread("unread.when")  # "quarterly, by the 10th": of which month?
    days = list(dict.fromkeys(_month_day(number) for number in found.numbers()))
    if found.has("end"):
        days.append(-1)
    return Read(rrule=f"{MONTH};BYMONTHDAY={','.join(map(str, days))}")


def monthly_window(found: Found) -> Read:
    """每月10日至15日: due when it closes."""
    first, last = map(_month_day, found.numbers())
    if first >= last:
        raise Unread("unread.when")
    return Read(rrule=f"{MONTH};BYMONTHDAY={last}", by=True)


def after_day(found: Found) -> Read:
    """Within 2 working days after the 15th of each month."""
    first, second = found.numbers()
    kinds = [token.kind for token in found.tokens]
    offset, day = (first, second) if kinds.index("working_day") < kinds.index("month") else (second, first)
    return Read(rrule=f"{MONTH};BYMONTHDAY={_month_day(day)}", offset=offset, by=True)


def middle(_: Found) -> Read:
    """By the middle of each month."""
    return Read(rrule=f"{MONTH};BYMONTHDAY=15")


def ten_days(found: Found) -> Read:
    """每旬, 每月中旬."""
    part = found.meaning("ten_days")
    return Read(rrule=f"{MONTH};BYMONTHDAY={'10,20,-1' if part == '0' else part}")


def weekly_days(found: Found) -> Read:
    """Every Monday and Thursday, weekly on Friday, 隔周周四, every other Thursday."""
    adverb = found.meaning("adverb") if found.has("adverb") else "FREQ=WEEKLY"
    if not adverb.startswith("FREQ=WEEKLY") or "BYDAY" in adverb:
        raise Unread("unread.when")
    said = set(found.meanings("weekday"))
    times = found.numbers()[0] if found.numbers() else 2 if found.has("other") else 1
    interval = f";INTERVAL={times}" if 1 < times <= _MOST else ""
    return Read(rrule=f"{adverb}{interval};BYDAY={','.join(one for one in WEEKDAYS if one in said)}")


def every_nth_weekday(found: Found) -> Read:
    """Every second Thursday is every other one; every third Tuesday is the third one of each month."""
    place = int(found.meaning("nth")) if found.has("nth") else found.numbers()[0]
    if place == 2:
        return Read(rrule=f"FREQ=WEEKLY;INTERVAL=2;BYDAY={found.meaning('weekday')}")
    return nth_day("month")(found)


def weekly(days: str) -> Callable[[Found], Read]:
    """At the beginning or end of each week, at weekends."""
    return lambda _: Read(rrule=f"FREQ=WEEKLY;BYDAY={days}")


def interval(found: Found) -> Read:
    """Every two weeks, every other month, 每季度."""
    unit = next(token.kind for token in found.tokens if token.kind in _UNITS)
    frequency, size = _UNITS[unit]
    times = found.numbers()[0] if found.numbers() else 2 if found.has("other") or found.has("nth") else 1
    if not 1 <= times <= _MOST:
        raise Unread("unread.when")
    return Read(rrule=f"FREQ={frequency}" + (f";INTERVAL={times * size}" if times * size > 1 else ""))


def adverb(found: Found) -> Read:
    """Monthly, 隔周, twice a year."""
    return Read(rrule=found.meaning("adverb"))


_MOST = 99
_MONTHS = 12
_SHORT = ("FREQ=HOURLY", "FREQ=DAILY", "FREQ=WEEKLY")


def _month_day(number: int) -> int:
    if not (1 <= number <= 31 or number == -1):
        raise Unread("unread.when.impossible", date=str(number))
    return number


def _days_before(number: int) -> int:
    """Days before the end of a month that are still in it."""
    return _month_day(number + 1) - 1
