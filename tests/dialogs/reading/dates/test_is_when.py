"""Times told from things that have a time in their name."""

import pytest

from dialogs.reading.dates.whens import is_when


@pytest.mark.parametrize(
    "text", ["每个月初", "每月5号前", "monthly", "every Friday", "月底", "by month end", "一季度", "每周一次", "年底的"]
)
def test_times(text: str) -> None:
    assert is_when(text)


@pytest.mark.parametrize(
    "text",
    [
        "月报",
        "周报",
        "年度计划",
        "Monthly report",
        "中秋礼盒",
        "Q1 forecast",
        "weekend cover",
        "月底结账",
        "年终总结",
        "day shift",
    ],
)
def test_things(text: str) -> None:
    assert not is_when(text)
