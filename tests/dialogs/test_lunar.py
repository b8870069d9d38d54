import datetime as dt

import pytest
from holidays import country_holidays

from dialogs.lunar import LAST, lunar_date, years


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2027, 1, 15, "2027-02-20"),
        (2026, 12, 28, "2027-02-04"),
        (2026, 12, LAST, "2027-02-05"),
        (2027, 3, 3, "2027-04-09"),
        (2027, 7, 7, "2027-08-08"),
        (2028, 5, 5, "2028-05-28"),
        (2028, 6, 6, "2028-07-27"),  # after a leap month
    ],
)
def test_days_of_the_traditional_calendar(year: int, month: int, day: int, expected: str) -> None:
    assert str(lunar_date(year, month, day)) == expected


@pytest.mark.parametrize(("year", "month", "day"), [(2026, 12, 30), (2027, 13, 1), (2027, 1, 0), (2027, 1, 31)])
def test_days_that_are_none(year: int, month: int, day: int) -> None:
    assert lunar_date(year, month, day) is None


def test_years_that_are_not_known() -> None:
    assert lunar_date(years()[0] - 1, 1, 1) is None
    assert lunar_date(years()[-1] + 1, 1, 1) is None


FEASTS = [
    ("CN", "Spring Festival", 1, 1),
    ("CN", "Dragon Boat Festival", 5, 5),
    ("CN", "Mid-Autumn Festival", 8, 15),
    ("HK", "Buddha's Birthday", 4, 8),
    ("HK", "Double Ninth Festival", 9, 9),
]


@pytest.mark.parametrize(("country", "name", "month", "day"), FEASTS)
def test_feasts_are_on_their_days(country: str, name: str, month: int, day: int) -> None:
    calendar = country_holidays(country, years=years(), language="en_US", observed=False)
    days = [date for date in calendar.get_named(name) if date.year in years()]
    found = {lunar_date(year, month, day) for year in years()}
    firsts = {min(date for date in days if date.year == year) for year in {date.year for date in days}}
    assert len(firsts) > 20  # Sundays are no holidays of Hong Kong
    assert firsts <= found


def test_a_year_ends_on_the_day_before_the_next() -> None:
    for year in years()[1:]:
        first = lunar_date(year, 1, 1)
        assert first is not None
        assert lunar_date(year - 1, 12, LAST) == first - dt.timedelta(days=1)
