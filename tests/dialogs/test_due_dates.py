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


def test_a_figure_is_about_the_days_since_the_last_one_and_open_until_the_next() -> None:
    first, second, *_ = due_dates(When("", None, "FREQ=MONTHLY;BYMONTHDAY=25"), BEGAN, dt.date(2026, 12, 1), DAYS)
    assert (first.first, first.last, first.closes_on) == (BEGAN, dt.date(2026, 9, 25), second.due_on)
    assert (second.first, second.last) == (dt.date(2026, 9, 26), dt.date(2026, 10, 25))


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
    assert all(one.first <= one.last and one.due_on <= until and one.due_on <= one.closes_on for one in found)
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
