"""Working days by a country's calendar: its public holidays, and the Saturdays and Sundays that make up for them."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dialogs.countries import place_of

if TYPE_CHECKING:
    from holidays import HolidayBase

CHINA = "CN"
"""The calendar where nothing else is set. A year's make-up days are known once the State Council has announced them."""

_DAY = dt.timedelta(days=1)


@cache
def countries() -> frozenset[str]:
    """The countries whose calendars are known, as ISO 3166-1 codes."""
    from holidays import list_supported_countries

    return frozenset(list_supported_countries(include_aliases=False))


@cache
def feast_of(year: int, name: str) -> dt.date | None:
    """The first day of a feast of the lunar calendar, as mainland China calls it (春节); None where it has none."""
    from holidays import country_holidays

    return min(country_holidays(CHINA, years=year, language="zh_CN").get_named(name), default=None)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of a country, or of a place there with a week of its own (dialogs.countries).

    Raises OverflowError for days that no calendar reaches.
    """

    country: str = CHINA

    def after(self, day: dt.date, number: int) -> dt.date:
        """The working day that comes so many after a day, or before it where the number is negative."""
        return self._calendar.get_nth_working_day(day, number)

    def of_month(self, year: int, month: int, place: int) -> dt.date:
        """The first (1), second (2) … last (-1) working day of a month. Raises ValueError where there is none."""
        first = dt.date(year, month, 1)
        following = (first + dt.timedelta(days=31)).replace(day=1)
        found = self.after(first - _DAY if place > 0 else following, place)
        if (found.year, found.month) != (year, month):
            raise ValueError(f"{year}-{month:02} has no working day {place}")
        return found

    def holiday(self, day: dt.date) -> tuple[dt.date, dt.date] | None:
        """The first and last day off around a public holiday, with the weekends beside it and the days made up for.

        None where the day is no public holiday, or nobody has said yet how long it will be.
        """
        if day not in self._calendar or not self._is_announced(day.year):
            return None
        first = last = day
        while not self._calendar.is_working_day(first - _DAY):
            first -= _DAY
        while not self._calendar.is_working_day(last + _DAY):
            last += _DAY
        return first, last

    def _is_announced(self, year: int) -> bool:
        """Whether it is known which days are made up for: in mainland China once there are Saturdays to work on."""
        if place_of(self.country).country != CHINA:
            return True
        return any(day.year == year for day in self._calendar.weekend_workdays)

    @property
    def _calendar(self) -> "HolidayBase":
        return _calendar(self.country)


@cache
def _calendar(word: str) -> "HolidayBase":
    from holidays import country_holidays

    place = place_of(word)
    calendar = country_holidays(place.country)
    if place.days_off:
        calendar.weekend = set(map(int, place.days_off))
    return calendar
