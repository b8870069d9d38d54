"""The traditional Chinese calendar: on which day the fifteenth of its first month falls."""

import datetime as dt
from functools import cache

LAST = -1
"""The last day of a month, which has 29 or 30."""
_FIRST_YEAR = 2020
_NEW_YEAR = dt.date(2020, 1, 25)
# fmt: off
_YEARS = (
    "40e95", "00d54", "015aa", "209b5", "0096c", "614ae", "0149c", "01a4c", "51d26", "01aa6",
    "00b54", "30d6a", "012da", "b095d", "0095a", "0149a", "61a4b", "01a4a", "01aa4", "51b54",
    "016b4", "00ada", "2095b", "00936", "71497", "01496", "0154a", "516a5", "00da4", "015b4",
    "30ab6", "0126e", "8092f", "0092e", "00c96", "60d4a", "01d4a",
)
# fmt: on
"""For each year after which month a leap month follows (0: none), and 13 bits: which of its months have 30 days.

It ends before 2057, whose ninth month calculations begin on different days.
"""
_BITS = 13


def years() -> range:
    """The years of the traditional calendar that are known, by the common year in which each begins."""
    return range(_FIRST_YEAR, _FIRST_YEAR + len(_YEARS))


def lunar_date(year: int, month: int, day: int) -> dt.date | None:
    """The day of a month, no leap month, of the traditional year; None where there is none, or it is not known."""
    if year not in years() or not 1 <= month <= 12:
        return None
    leap, lengths = _months(year)
    place = month - 1 + (0 < leap < month)
    number = lengths[place] if day == LAST else day
    if not 1 <= number <= lengths[place]:
        return None
    return _new_year(year) + dt.timedelta(days=sum(lengths[:place]) + number - 1)


@cache
def _new_year(year: int) -> dt.date:
    before = range(_FIRST_YEAR, year)
    return _NEW_YEAR + dt.timedelta(days=sum(sum(_months(one)[1]) for one in before))


@cache
def _months(year: int) -> tuple[int, tuple[int, ...]]:
    """The month after which a leap month follows, or 0, and the lengths of all months."""
    code = _YEARS[year - _FIRST_YEAR]
    leap, bits = int(code[0], 16), f"{int(code[1:], 16):0{_BITS}b}"
    return leap, tuple(29 + int(bit) for bit in bits[: 12 + (leap > 0)])
