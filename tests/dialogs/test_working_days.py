import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.working_days import CHINA, WorkingDays, countries


@pytest.mark.parametrize(
    ("country", "day", "number", "expected"),
    [
        ("CN", "2026-09-30", 1, "2026-10-08"),  # after the National Day holidays
        ("CN", "2026-10-09", 1, "2026-10-10"),  # a Saturday on which they are made up for
        ("TW", "2026-10-08", 1, "2026-10-12"),  # the same days elsewhere
        ("US", "2026-11-25", 1, "2026-11-27"),  # Thanksgiving
        ("CN", "2026-02-24", -1, "2026-02-14"),  # before the New Year of spring, a Saturday again
    ],
)
def test_skips_holidays_and_works_on_the_days_that_make_up(country: str, day: str, number: int, expected: str) -> None:
    assert WorkingDays(country).after(dt.date.fromisoformat(day), number).isoformat() == expected


@pytest.mark.parametrize(
    ("month", "place", "expected"), [(10, 1, "2026-10-08"), (10, 2, "2026-10-09"), (2, -1, "2026-02-28")]
)
def test_counts_inside_a_month(month: int, place: int, expected: str) -> None:
    assert WorkingDays(CHINA).of_month(2026, month, place).isoformat() == expected


def test_a_month_has_only_so_many() -> None:
    with pytest.raises(ValueError, match="working day 24"):
        WorkingDays(CHINA).of_month(2026, 3, 24)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 40))
def test_going_on_and_coming_back_are_the_same(day: dt.date, number: int) -> None:
    days = WorkingDays(CHINA)
    start = days.after(day, 1)
    assert days.after(days.after(start, number), -number) == start


def test_knows_the_countries_where_people_work() -> None:
    assert {"CN", "TW", "HK", "SG", "US", "DE"} <= countries()


@pytest.mark.parametrize(
    ("country", "day", "first", "last"),
    [
        ("CN", "2026-10-01", "2026-10-01", "2026-10-07"),
        ("CN", "2026-02-17", "2026-02-15", "2026-02-23"),
        ("GB", "2026-12-25", "2026-12-25", "2026-12-28"),
        ("US", "2026-11-26", "2026-11-26", "2026-11-26"),
    ],
)
def test_a_public_holiday_with_the_days_off_around_it(country: str, day: str, first: str, last: str) -> None:
    found = WorkingDays(country).holiday(dt.date.fromisoformat(day))
    assert found == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(("country", "day"), [("CN", "2026-10-10"), ("CN", "2026-12-25"), ("CN", "2040-10-01")])
def test_no_public_holiday_or_one_that_is_not_announced(country: str, day: str) -> None:
    assert WorkingDays(country).holiday(dt.date.fromisoformat(day)) is None
