"""The closed periods that people ask for, and which they want to be told of."""

import pytest

from dialogs.reading.closed_periods import asks_settings, read_closed_period, read_turned
from kpi.digest import Rhythm


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
    assert read_closed_period("weekly off") is None
