"""Days from one to another."""

import datetime as dt

import pytest

from dialogs.reading.spans import read_span
from dialogs.reading.unread import Unread

TODAY = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2 Dec - 9 Dec", "2026-12-02", "2026-12-09"),
        ("12月2日至9日", "2026-12-02", "2026-12-09"),
        ("12月2日-9日", "2026-12-02", "2026-12-09"),
        ("Dec 2 to Dec 9", "2026-12-02", "2026-12-09"),
        ("from 2 to 9 December", "2026-12-02", "2026-12-09"),
        ("明天", "2026-11-27", "2026-11-27"),
        ("next Friday", "2026-12-04", "2026-12-04"),
        ("12月28日到1月3日", "2026-12-28", "2027-01-03"),
        ("2 Dec – 5 Jan", "2026-12-02", "2027-01-05"),
        ("下周一至下周五", "2026-11-30", "2026-12-04"),
        ("下週一至下週五", "2026-11-30", "2026-12-04"),
    ],
)
def test_reads_the_first_and_the_last_day(text: str, first: str, last: str) -> None:
    assert [str(day) for day in read_span(text, TODAY)] == [first, last]


@pytest.mark.parametrize("text", ["", "x", "每周一", "2 Dec - 9 Dec - 11 Dec", "9 Dec 2027 - 2 Dec 2026", "2月30日"])
def test_what_is_no_span_is_not_read(text: str) -> None:
    with pytest.raises(Unread):
        read_span(text, TODAY)
