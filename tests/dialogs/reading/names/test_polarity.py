"""Directions told from names: what is told by which rule, and what never matters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from dialogs.reading.names.measures import read_measure
from dialogs.reading.names.polar_chinese import CHINESE
from dialogs.reading.names.polar_english import ENGLISH
from dialogs.reading.names.polarity import doubtful
from kpi.plan import Direction

TRADITIONAL = OpenCC("s2t")
"""Made once: it reads its dictionaries from disk."""
MORE, LESS, RANGE = Direction.MORE, Direction.LESS, Direction.RANGE
TOLD = {
    # A bad thing treated well or in time; but what the treatment takes is bad.
    "投诉处理及时率": MORE,
    "投诉解决率": MORE,
    "逾期账款回收率": MORE,
    "缺陷发现率": MORE,
    "隐患整改率": MORE,
    "complaint resolution rate": MORE,
    "number of errors corrected": MORE,
    "percentage of complaints answered within 25 working days": MORE,
    "投诉处理时间": LESS,
    "average time to resolve complaints": LESS,
    "隐患整改周期": LESS,
    "维修费用": LESS,
    "cost of prevention": LESS,
    "backlog of repairs": LESS,
    # None of something bad, and none of something good.
    "无差错率": MORE,
    "零缺陷率": MORE,
    "error-free rate": MORE,
    "percentage of invoices paid without delay": MORE,
    "未按时完成率": LESS,
    "投诉未及时处理率": LESS,
    "unfilled positions": LESS,
    "percentage of controls not tested": LESS,
    "employees without a licence": LESS,
    # What takes from a bad thing, and what takes from a good one.
    "成本降低率": MORE,
    "成本节约额": MORE,
    "降低采购成本金额": MORE,
    "挽回流失客户数": MORE,
    "delayed discharges avoided": MORE,
    "lost customers won back": MORE,
    "reduction in complaints": MORE,
    "销售下降率": LESS,
    "sales decline": LESS,
    # Growth is as good as what grows.
    "成本增长率": LESS,
    "increase in costs": LESS,
    "销售增长率": MORE,
    # A share is what it is a share of.
    "不良品占比": LESS,
    "优质客户占比": MORE,
    "费用占销售额比例": LESS,
    "cost-to-income ratio": LESS,
    "ratio of overdue to total invoices": LESS,
    # Turnover of people, of things, of money.
    "员工流失率": LESS,
    "staff turnover": LESS,
    "库存周转率": MORE,
    "inventory turnover": MORE,
    "库存周转天数": LESS,
    "inventory turnover days": LESS,
    "annual turnover": MORE,
    # The head noun, and participles behind it.
    "accuracy of late reports": MORE,
    "complaints resolved within 5 days": MORE,
    "tickets resolved late": LESS,
    "complaints about slow service": LESS,
    "customers satisfied with complaint handling": MORE,
    "waste recycled": MORE,
    "patients waiting more than 18 weeks": LESS,
    "patients waiting less than 6 weeks, percentage": MORE,
    # Times, and times of something good.
    "平均响应时长": LESS,
    "lead time": LESS,
    "days to fill a vacancy": LESS,
    "无事故天数": MORE,
    "days without accident": MORE,
    "平均无故障时间": MORE,
    "mean time between failures": MORE,
    "mean time to repair": LESS,
    "培训学时": MORE,
    "training hours per employee": MORE,
    "留存时长": MORE,
    # Kept to a budget.
    "费用预算达成率": RANGE,
    "预算执行偏差率": LESS,
    "projects within budget": MORE,
    "budget variance": LESS,
}
OPEN = ["员工平均年龄", "headcount", "库存量", "次数", "number of visits", "average age of employees"]
ASKED = [
    "turnover",
    "成本控制率",
    "投诉处理件数",
    "准确率（差错率）",
    "returned forms",
    "问题复现率",
]


@pytest.mark.parametrize(("name", "direction"), TOLD.items())
def test_a_name_tells_its_direction(name: str, direction: Direction) -> None:
    read = read_measure(name)
    assert (read.direction, read.conflict) == (direction, False)


@pytest.mark.parametrize("name", OPEN)
def test_a_neutral_name_tells_none(name: str) -> None:
    read = read_measure(name)
    assert (read.direction, read.conflict) == (None, False)


@pytest.mark.parametrize("name", ASKED)
def test_a_name_in_conflict_with_itself_is_asked(name: str) -> None:
    read = read_measure(name)
    assert (read.direction, read.conflict) == (None, True)


@pytest.mark.parametrize(
    ("direction", "unit", "value", "is_doubtful"),
    [
        (LESS, "%", "95", True),
        (LESS, "%", "50", True),
        (LESS, "%", "5", False),
        (LESS, "day", "95", False),
        (LESS, None, "95", False),
        (MORE, "%", "95", False),
        (RANGE, "%", "95", False),
        (None, "%", "95", False),
    ],
)
def test_a_value_may_speak_against_the_direction(
    direction: Direction | None, unit: str | None, value: str, *, is_doubtful: bool
) -> None:
    assert doubtful(direction, unit, Decimal(value)) is is_doubtful


NAMES = st.sampled_from([*TOLD, *OPEN, *ASKED])
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {" ": "\u3000"})


@given(st.text(max_size=200))
def test_any_text_is_a_name(text: str) -> None:
    read = read_measure(text)
    assert not (read.direction and read.conflict)


@given(NAMES)
def test_full_width_and_capital_letters_change_nothing(name: str) -> None:
    assert read_measure(name.translate(WIDE)) == read_measure(name.upper()) == read_measure(name)


@given(NAMES, st.sampled_from(["我们的{}", " {} ", "「{}」", "{}。", "{}、", "the {}", "our {}", "{}, please"]))
def test_fillers_change_nothing(name: str, around: str) -> None:
    read, bare = read_measure(around.format(name)), read_measure(name)
    assert (read.direction, read.conflict) == (bare.direction, bare.conflict)


@given(NAMES)
def test_both_scripts_tell_the_same(name: str) -> None:
    read, bare = read_measure(TRADITIONAL.convert(name)), read_measure(name)
    assert (read.direction, read.conflict) == (bare.direction, bare.conflict)


def test_tables_hold_words_as_they_are_read() -> None:
    assert all(word == word.strip() and word for word in CHINESE)
    assert all(
        (word == word.lower() and word.isascii()) or word in {"÷", "≥", "≤"} for words in ENGLISH for word in words
    )
