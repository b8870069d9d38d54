"""The closed periods that people ask for, and which they want to be told of."""

from datetime import date

import pytest

from dialogs.reading.dates.closed_periods import asks_settings, read_closed_period, read_turned
from kpi.digest import Rhythm
from kpi.period import Span

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "rhythm", "wanted"),
    [
        ("weekly off", Rhythm.WEEKLY, False),
        ("Monthly ON", Rhythm.MONTHLY, True),
        ("turn off quarterly", Rhythm.QUARTERLY, False),
        ("关闭周报", Rhythm.WEEKLY, False),
        ("周報 關", Rhythm.WEEKLY, False),
        ("季度 开启", Rhythm.QUARTERLY, True),
    ],
)
def test_reads_what_is_turned_on_or_off(text: str, rhythm: Rhythm, wanted: bool) -> None:
    assert read_turned(text) == (rhythm, wanted)


@pytest.mark.parametrize("text", ["weekly", "off", "", "yearly off", "settings"])
def test_what_turns_nothing_is_not_read(text: str) -> None:
    assert read_turned(text) is None


def test_settings_and_periods_are_told_apart() -> None:
    assert [asks_settings(text) for text in ("settings", "設定", "weekly")] == [True, True, False]
    assert read_closed_period("weekly off", TODAY) is None


@pytest.mark.parametrize(
    ("text", "rhythm", "first", "last"),
    [
        ("weekly", Rhythm.WEEKLY, "2026-11-16", "2026-11-22"),
        ("上月", Rhythm.MONTHLY, "2026-10-01", "2026-10-31"),
        ("季报", Rhythm.QUARTERLY, "2026-07-01", "2026-09-30"),
        ("2026-10", Rhythm.MONTHLY, "2026-10-01", "2026-10-31"),
        ("2025-2", Rhythm.MONTHLY, "2025-02-01", "2025-02-28"),
        ("2026年9月", Rhythm.MONTHLY, "2026-09-01", "2026-09-30"),
        ("９月份", Rhythm.MONTHLY, "2026-09-01", "2026-09-30"),
        ("12月", Rhythm.MONTHLY, "2025-12-01", "2025-12-31"),
        ("11月", Rhythm.MONTHLY, "2025-11-01", "2025-11-30"),
        ("October", Rhythm.MONTHLY, "2026-10-01", "2026-10-31"),
        ("Dec 2024", Rhythm.MONTHLY, "2024-12-01", "2024-12-31"),
        ("Q3", Rhythm.QUARTERLY, "2026-07-01", "2026-09-30"),
        ("Q4", Rhythm.QUARTERLY, "2025-10-01", "2025-12-31"),
        ("2026 Q1", Rhythm.QUARTERLY, "2026-01-01", "2026-03-31"),
        ("q2 2025", Rhythm.QUARTERLY, "2025-04-01", "2025-06-30"),
        ("第三季度", Rhythm.QUARTERLY, "2026-07-01", "2026-09-30"),
        ("2026年第1季度", Rhythm.QUARTERLY, "2026-01-01", "2026-03-31"),
        ("二季度", Rhythm.QUARTERLY, "2026-04-01", "2026-06-30"),
        ("2027-01", Rhythm.MONTHLY, "2027-01-01", "2027-01-31"),
    ],
)
def test_reads_closed_periods(text: str, rhythm: Rhythm, first: str, last: str) -> None:
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    assert read_closed_period(text, TODAY) == (rhythm, span)


@pytest.mark.parametrize("text", ["", "13月", "2026-13", "Q5", "yesterday", "2026", "第五季度", "0月", "1999-10"])
def test_what_names_no_period_is_not_read(text: str) -> None:
    assert read_closed_period(text, TODAY) is None
