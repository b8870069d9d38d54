"""Weights told in sentences; what is not said is proposed or asked, never filled in."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.shares import read_shares

ENGLISH = ("monthly sales report", "collection plan", "signed contracts")
CHINESE = ("月度销售报表", "回款计划", "签订的合同")


def shares(said: str) -> Sequence[Decimal | int] | None:
    return read_shares(said, ENGLISH if said.isascii() else CHINESE)


@pytest.mark.parametrize(
    ("said", "weights"),
    [
        ("now it is all about contracts so 60 there, 25 for the plan and whats left goes to the report", (15, 25, 60)),
        ("fifty for the contracts and the other half split even between the two", (25, 25, 50)),
        ("30 30 40. no hang on, 20 30 50, the report isnt that important", (20, 30, 50)),
        ("make them all the same, I dont want a discussion with the works council", (34, 33, 33)),
        ("well the report is the least of it, then the plan, contracts on top obviously", (15, 35, 50)),
        ("report 20, plan 30, the remainder for contracts", (20, 30, 50)),
        ("the plan and the report together 40, split evenly, contracts the rest", (20, 20, 60)),
        ("the plan and the report 15 each, contracts 70", (15, 15, 70)),
        ("contracts two thirds, plan a quarter, the report the rest", (8, 25, 67)),
        ("contracts 0.6, plan 0.3, rest for the report", (10, 30, 60)),
        ("合同三分之二，剩下的两个平分", (Decimal("16.5"), Decimal("16.5"), 67)),
        ("合同七成，报表和回款加起来三成，一人一半", (15, 15, 70)),
        ("合同一半，另一半报表和回款平分", (25, 25, 50)),
        ("合同40，回款40，剩下给报表", (20, 40, 40)),
        ("合同60，剩下的两个平分", (20, 20, 60)),
        ("3最大，1最小，你换算吧", (15, 35, 50)),
        ("合同最重要，报表最不重要", (15, 35, 50)),
        ("30 30 40，不对，20 30 50", (20, 30, 50)),
    ],
)
def test_weights_in_sentences(said: str, weights: Sequence[Decimal | int]) -> None:
    assert shares(said) == weights


@pytest.mark.parametrize(
    ("said", "weights"),
    [
        ("on time comes first for me, then the accuracy", (35, 65)),
        ("accuracy 70 and what's left for timing", (70, 30)),
    ],
)
def test_two_indicators(said: str, weights: Sequence[Decimal | int]) -> None:
    assert read_shares(said, ("report accuracy rate", "on-time rate")) == weights


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("回款占一半，剩下两个你看着分", "25 50 25"),
        ("第一个50，其他你定", "50 25 25"),
        ("70 contracts 20 plan", "10 20 70"),
    ],
)
def test_what_is_left_to_us_is_proposed(said: str, proposed: str) -> None:
    with pytest.raises(Unclear) as unclear:
        shares(said)
    assert unclear.value.readings == (proposed,)


@pytest.mark.parametrize("said", ["70 for the first one", "报表10，其余给合同", "合同60"])
def test_some_are_noted_and_the_others_asked(said: str) -> None:
    with pytest.raises(Unread) as unread:
        shares(said)
    assert unread.value.reason.id == "weights.noted"


@pytest.mark.parametrize(
    "said",
    [
        *(
            "权重是按花的时间算吗？",
            "合同至少50",
            "合同50%，去年是40%",
            "回款30，合同是回款的两倍",
            "报表20%左右",
            "三项加起来100",
        ),
        *("does the weight touch her bonus", "contracts at least 50", "20 for the report and the plan gets double", ""),
        *("我得跟王总对一下，他去年为这个跟我吵过", "合同比回款重要", "the dealers get the price list as well"),
    ],
)
def test_what_tells_no_weights(said: str) -> None:
    assert shares(said) is None


@given(st.lists(st.integers(1, 98), min_size=2, max_size=2).filter(lambda two: sum(two) < 100))
def test_the_rest_goes_to_the_one_left(two: list[int]) -> None:
    assert shares(f"报表{two[0]}，回款{two[1]}，剩下给合同") == (*two, 100 - sum(two))


@given(st.text(alphabet="报表回款合同一半剩下平分各最大小0123456789，。 成", max_size=40))
def test_any_sentence_adds_up_or_is_none(said: str) -> None:
    try:
        told = shares(said)
    except Unread:
        return
    assert told is None or sum(told) == 100
