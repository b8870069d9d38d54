"""The roles of several numbers in one answer: basic and outstanding, taken back, and said again."""

from decimal import Decimal

import pytest

from dialogs.reading.values.standards import read_told
from kpi.plan import Standard
from kpi.values import Comparator


def told(standard: Standard | None) -> tuple[str | None, Decimal | None, str | None] | None:
    return None if standard is None else (standard.comparator, standard.value, standard.unit)


@pytest.mark.parametrize(
    ("text", "basic", "outstanding"),
    [
        ("保底八百万，冲到一千二就算优秀", (">=", 8_000_000, None), (None, 12_000_000, None)),
        ("保底三百万，冲到五百万", (">=", 3_000_000, None), (None, 5_000_000, None)),
        ("每季開發5家，做到8家算優", (None, 5, "家"), (None, 8, "家")),
        ("最低300万，拉到400万就很好", (">=", 3_000_000, None), (">=", 4_000_000, None)),
        ("先定90，下半年冲95", (None, 90, None), (None, 95, None)),
        ("及格线八十五，能到九十二算厉害", (None, 85, None), (None, 92, None)),
        ("at least 85, I'd be thrilled with 92", (">=", 85, None), (None, 92, None)),
        ("bare minimum 70%, brilliant would be 85", (None, 70, "%"), (None, 85, "%")),
        ("under 1.5 % would be great, 2 is the max I can accept", ("<=", 2, "%"), ("<", Decimal("1.5"), "%")),
        ("4 out of 5 is fine, 4.7 and I'd be delighted", (None, 4, None), (None, Decimal("4.7"), None)),
        ("1,650 hours for the year, excellent is north of 1,800", (None, 1650, "hour"), (">", 1800, "hour")),
    ],
)
def test_basic_and_outstanding_in_one(text: str, basic: object, outstanding: object) -> None:
    read = read_told(text)
    assert (told(read.standard), told(read.outstanding)) == (basic, outstanding)
    second = read.outstanding
    assert second
    assert (second.per, second.out_of) == (read.standard.per, read.standard.out_of)


def test_the_outstanding_one_is_a_change_where_the_basic_one_is() -> None:
    read = read_told("at least 3% up, ideally 6")
    assert read.outstanding
    assert (read.outstanding.value, read.outstanding.change) == (Decimal(6), read.standard.change)
    led = read_told("at least 3% up, ideally to 60%").outstanding
    assert led
    assert led.change is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("八十五，哎等下，新线还在爬坡，写八十", (None, 80, None)),
        ("90，慢着，85", (None, 85, None)),
        ("hmm 3 days. no wait, month end is a nightmare - make it 5 working days", (None, 5, "working_day")),
        ("85, on second thoughts, 80", (None, 80, None)),
        ("under 4%... actually finance says 3.5, go with 3.5", ("<", Decimal("3.5"), "%")),
        ("不超过5%，不对，4%", ("<=", 4, "%")),
    ],
)
def test_the_last_word_counts_with_the_bound_it_takes_over(text: str, value: object) -> None:
    assert told(read_told(text).standard) == value


@pytest.mark.parametrize(
    "text",
    [
        "一个季度最多三起，三起以上就说不过去了",
        "最多3起，超过3起就不行",
        "at most 3 a quarter, 3 or more is embarrassing",
        "控制在3以内，超过3就不好看了",
    ],
)
def test_the_other_side_of_a_line_says_nothing_new(text: str) -> None:
    read = read_told(text)
    assert (read.standard.comparator, read.standard.value) == (Comparator.AT_MOST, Decimal(3))
    assert read.left


@pytest.mark.parametrize("text", ["≤ 180 hrs (↓ 60 %)", "180小时以内（同比下降60%）"])
def test_a_change_in_brackets_explains_the_level_before(text: str) -> None:
    read = read_told(text)
    assert told(read.standard) == ("<=", Decimal(180), "hour")
    assert read.outstanding is None
    assert "60" in read.left[0]
