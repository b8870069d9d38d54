"""The dates of a tracking plan."""

import datetime as dt
from calendar import monthrange
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.due_dates import due_dates
from dialogs.working_days import WorkingDays
from kpi.plan import When

BEGAN = dt.date(2026, 9, 10)
DAYS = WorkingDays()


def due(
    rule: str | None, offset: int | None = None, *, date: str | None = None, until: str = "2026-12-31"
) -> list[str]:
    when = When("", date, rule, offset=offset)
    return [str(one.due_on) for one in due_dates(when, BEGAN, dt.date.fromisoformat(until), DAYS)]


@pytest.mark.parametrize(
    ("rule", "offset", "dates"),
    [
        ("FREQ=MONTHLY", None, ["2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=25", None, ["2026-09-25", "2026-10-25", "2026-11-25", "2026-12-25"]),
        ("FREQ=MONTHLY;INTERVAL=3", None, ["2026-09-30", "2026-12-31"]),
        ("FREQ=MONTHLY;INTERVAL=6", None, ["2026-12-31"]),
        ("FREQ=YEARLY", None, ["2026-12-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", None, ["2026-09-10", "2026-09-24", "2026-10-08", "2026-10-22"]),
        # The feast week at the beginning of October is no time for working days.
        ("FREQ=MONTHLY;BYMONTHDAY=-1", 5, ["2026-10-13", "2026-11-06", "2026-12-07"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", -2, ["2026-09-28", "2026-10-29", "2026-11-26", "2026-12-29"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", None, ["2026-10-08", "2026-11-02", "2026-12-01"]),
        ("FREQ=MONTHLY;BYMONTH=2,5,8,11;BYMONTHDAY=15", None, ["2026-11-15"]),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", None, ["2026-10-08"]),
        ("FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None, ["2026-12-31"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR", None, ["2026-11-27"]),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", None, ["2026-09-10", "2026-09-11", "2026-09-14", "2026-09-15"]),
    ],
)
def test_what_is_due_when(rule: str, offset: int | None, dates: list[str]) -> None:
    assert due(rule, offset)[: len(dates)] == dates


def test_a_single_date_is_due_once() -> None:
    assert due(None, date="2026-11-15") == ["2026-11-15"]
    assert due(None, date="2026-08-15") == []
    assert due(None, date="2026-11-15", until="2026-11-14") == []


def test_what_is_known_in_words_only_is_never_due() -> None:
    assert due(None) == []


def test_a_figure_is_open_until_the_next_is_due() -> None:
    first, second, *_ = due_dates(When("", None, "FREQ=MONTHLY;BYMONTHDAY=25"), BEGAN, dt.date(2026, 12, 1), DAYS)
    assert (first.first, first.last, first.closes_on) == (BEGAN, dt.date(2026, 9, 30), second.due_on)
    assert (second.first, second.last) == (dt.date(2026, 10, 1), dt.date(2026, 10, 31))


def about(when: When, began: str, until: str, last: str = "9999-12-31", year_from: int = 1) -> list[str]:
    """What figures are about, and when each is due."""
    first, end, final = map(dt.date.fromisoformat, (began, until, last))
    found = due_dates(when, first, end, DAYS, last=final, year_from=year_from)
    return [f"{one.first} {one.last}: {one.due_on}" for one in found]


WORKWEEK = "BYDAY=MO,TU,WE,TH,FR"
MONTH, QUARTER, YEAR = "2026-11-01 2026-11-30", "2026-07-01 2026-09-30", "2026-01-01 2026-12-31"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=5", f"{MONTH}: 2026-12-05"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", f"{MONTH}: 2026-12-15"),
        ("FREQ=MONTHLY;BYMONTHDAY=25", f"{MONTH}: 2026-11-25"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", f"{MONTH}: 2026-11-30"),
        ("FREQ=MONTHLY;BYMONTHDAY=-4", f"{MONTH}: 2026-11-27"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", f"{MONTH}: 2026-11-30"),
        ("FREQ=MONTHLY", f"{MONTH}: 2026-11-30"),
        (f"FREQ=MONTHLY;{WORKWEEK};BYSETPOS=1", f"{MONTH}: 2026-12-01"),
        (f"FREQ=MONTHLY;{WORKWEEK};BYSETPOS=-1", f"{MONTH}: 2026-11-30"),
        ("FREQ=MONTHLY;BYDAY=2FR", f"{MONTH}: 2026-12-11"),
        ("FREQ=MONTHLY;BYDAY=3FR", f"{MONTH}: 2026-11-20"),
        ("FREQ=MONTHLY;BYDAY=-1FR", f"{MONTH}: 2026-11-27"),
        ("FREQ=MONTHLY;INTERVAL=3", f"{QUARTER}: 2026-09-30"),
        ("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", f"{QUARTER}: 2026-10-10"),
        ("FREQ=MONTHLY;BYMONTH=2,5,8,11;BYMONTHDAY=15", f"{QUARTER}: 2026-11-15"),
        ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25", f"{QUARTER}: 2026-09-25"),
        ("FREQ=YEARLY", f"{YEAR}: 2026-12-31"),
        (f"FREQ=YEARLY;BYMONTH=12;{WORKWEEK};BYSETPOS=-1", f"{YEAR}: 2026-12-31"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30", f"{YEAR}: 2027-04-30"),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", f"{YEAR}: 2026-06-30"),
    ],
)
def test_a_figure_is_about_a_month_a_quarter_or_a_year_of_the_calendar(rule: str, expected: str) -> None:
    assert expected in about(When("", None, rule), "2026-01-01", "2027-05-31")


def test_what_is_due_in_the_following_month_is_about_the_one_before_however_late() -> None:
    when = When("", None, "FREQ=MONTHLY;BYMONTHDAY=20", following=True)
    assert about(when, "2026-10-01", "2026-11-30")[0] == "2026-10-01 2026-10-31: 2026-11-20"


def test_what_is_due_more_often_is_about_the_days_since() -> None:
    assert about(When("", None, "FREQ=MONTHLY;BYMONTHDAY=10,20,-1"), "2026-11-01", "2026-11-30") == [
        "2026-11-01 2026-11-10: 2026-11-10",
        "2026-11-11 2026-11-20: 2026-11-20",
        "2026-11-21 2026-11-30: 2026-11-30",
    ]


def test_nothing_is_due_about_days_before_or_after_the_period() -> None:
    fifth = When("", None, "FREQ=MONTHLY;BYMONTHDAY=5")
    assert about(fifth, "2027-01-01", "2028-12-31", "2027-03-31") == [
        "2027-01-01 2027-01-31: 2027-02-05",
        "2027-02-01 2027-02-28: 2027-03-05",
        "2027-03-01 2027-03-31: 2027-04-05",
    ]
    assert about(fifth, "2027-01-01", "2027-01-31") == []
    assert about(fifth, "2027-01-01", "2027-02-01") == ["2027-01-01 2027-01-31: 2027-02-05"]
    weekly = When("", None, "FREQ=WEEKLY;BYDAY=FR")
    assert about(weekly, "2026-12-20", "2027-02-01", "2026-12-31") == [
        "2026-12-20 2026-12-25: 2026-12-25",
        "2026-12-26 2026-12-31: 2027-01-01",
    ]
    assert about(When("", "2027-01-15"), "2026-12-01", "2027-02-01", "2026-12-31") == [
        "2026-12-01 2026-12-31: 2027-01-15"
    ]


def test_years_are_those_of_the_plan() -> None:
    yearly = When("", None, "FREQ=YEARLY")
    assert about(yearly, "2026-04-01", "2028-12-31", "2027-03-31", 4) == ["2026-04-01 2027-03-31: 2027-03-31"]
    quarterly = When("", None, "FREQ=MONTHLY;INTERVAL=3")
    assert len(about(quarterly, "2026-04-01", "2028-12-31", "2027-03-31", 4)) == 4


RULES = st.sampled_from(
    [
        *("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY"),
        *("FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"),
        *("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "FREQ=HOURLY", "FREQ=MONTHLY;INTERVAL=5"),
    ]
)


@given(rule=RULES, offset=st.sampled_from([None, 3, -2]), days=st.integers(0, 500), earlier=st.integers(0, 200))
def test_periods_follow_each_other_and_what_is_due_stays_due(
    rule: str, offset: int | None, days: int, earlier: int
) -> None:
    until = BEGAN + dt.timedelta(days=days)
    found = due_dates(When("", None, rule, offset=offset), BEGAN, until, DAYS)
    assert all(one.first <= one.last and one.known_on <= until and one.due_on <= one.closes_on for one in found)
    assert all(after.first == before.last + dt.timedelta(days=1) for before, after in pairwise(found))
    before = due_dates(When("", None, rule, offset=offset), BEGAN, until - dt.timedelta(days=earlier), DAYS)
    assert found[: len(before)] == before


@given(day=st.integers(29, 31), years=st.integers(1, 9))
def test_a_month_that_lacks_the_day_has_its_last_one_instead(day: int, years: int) -> None:
    until = dt.date(BEGAN.year + years, 12, 31)
    found = [one.due_on for one in due_dates(When("", None, f"FREQ=MONTHLY;BYMONTHDAY={day}"), BEGAN, until, DAYS)]
    months = [(date.year, date.month) for date in found]
    assert len(set(months)) == len(months) == (until.year - BEGAN.year) * 12 + 13 - BEGAN.month
    assert all(date.day == min(day, monthrange(date.year, date.month)[1]) for date in found)


def test_short_months_in_rules_of_several_days_and_months() -> None:
    assert due("FREQ=MONTHLY;BYMONTHDAY=15,30,31", until="2027-03-31")[-6:] == [
        *("2027-01-31", "2027-02-15", "2027-02-28", "2027-03-15", "2027-03-30", "2027-03-31"),
    ]
    assert due("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=31", until="2027-04-30") == [
        *("2026-09-30", "2026-12-31", "2027-03-31"),
    ]
    assert due("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", until="2028-12-31") == ["2027-02-28", "2028-02-29"]
