import datetime as dt

import pytest

from dialogs.reading.answers.unclear import check_amount, check_day
from dialogs.reading.unread import Unclear

THURSDAY, SUNDAY = dt.date(2026, 11, 26), dt.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "language", "unit", "readings"),
    [
        ("at least 4m", "en", None, ("at least 4 million", "at least 4 minutes")),
        ("4m以上", "zh_Hans", None, ("4 million以上", "4 minutes以上")),
        ("¥3.6 million", "en", None, ("CN¥3.6 million", "JP¥3.6 million")),
    ],
)
def test_an_amount_that_can_be_meant_otherwise(text: str, language: str, unit: str | None, readings: object) -> None:
    with pytest.raises(Unclear) as unclear:
        check_amount(text, language, unit)
    assert unclear.value.readings == readings


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("$4m", "en", None),
        ("4m RMB", "en", None),
        ("4m", "en", "CNY"),
        ("4 min", "en", None),
        ("4 months", "en", None),
        ("¥80万", "zh_Hans", None),
        ("¥80", "en", "CNY"),
        ("CN¥80", "en", None),
        ("80万元 (¥)", "en", None),
    ],
)
def test_an_amount_that_is_clear(text: str, language: str, unit: str | None) -> None:
    check_amount(text, language, unit)


@pytest.mark.parametrize(
    ("text", "today", "readings"),
    [
        ("下周五前", SUNDAY, ("2026-12-04前", "2026-12-11前")),
        ("by next Friday", THURSDAY, ("by 2026-11-27", "by 2026-12-04")),
        ("5/6/2027", THURSDAY, ("2027-06-05", "2027-05-06")),
    ],
)
def test_a_day_that_can_be_meant_otherwise(text: str, today: dt.date, readings: tuple[str, ...]) -> None:
    with pytest.raises(Unclear) as unclear:
        check_day(text, today)
    assert unclear.value.readings == readings


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("下周五", THURSDAY),
        ("下下周五", SUNDAY),
        ("next Monday", THURSDAY),
        ("25/6/2027", THURSDAY),
        ("5/5/2027", THURSDAY),
        ("every Friday", THURSDAY),
        ("99/99/2027", THURSDAY),
    ],
)
def test_a_day_that_is_clear(text: str, today: dt.date) -> None:
    check_day(text, today)
