from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.unread import Unread
from dialogs.reading.weights import read_ranking, read_weights

NAMES = ("月度报表", "预算表", "分析报告")


@pytest.mark.parametrize(
    "text",
    [
        "50 30 20",
        "50/30/20",
        "50,30,20",
        "五十、三十、二十",
        "50% 30% 20%",
        "５０　３０　２０",
        "分析报告20，月度报表50，预算表30",
        "月度報表50、預算表30、分析報告20",
    ],
)
def test_reads_a_weight_for_each_name(text: str) -> None:
    assert read_weights(text, NAMES) == (Decimal(50), Decimal(30), Decimal(20))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("50 30 10", "unread.weights.missing"),
        ("50 30 30", "unread.weights.over"),
        ("50 50", "unread.weights.count"),
        ("50 50 0", "unread.weights.zero"),
        ("", "unread.weights.count"),
    ],
)
def test_says_what_is_wrong_with_the_sum(text: str, id: str) -> None:
    with pytest.raises(Unread) as unread:
        read_weights(text, NAMES)
    assert unread.value.reason.id == id


def test_names_the_difference() -> None:
    with pytest.raises(Unread) as unread:
        read_weights("50 30 12.5", NAMES)
    assert (unread.value.reason.params["sum"], unread.value.reason.params["difference"]) == (
        Decimal("92.5"),
        Decimal("7.5"),
    )


@pytest.mark.parametrize(
    "text",
    ["2>1>3", "2 1 3", "213", "2、1、3", "预算表、月度报表、分析报告", "預算表 > 月度報表 > 分析報告", "二、一、三"],
)
def test_reads_an_order(text: str) -> None:
    assert read_ranking(text, NAMES) == (1, 0, 2)


@pytest.mark.parametrize("text", ["", "2 1", "1 1 3", "4 2 1", "预算表"])
def test_an_order_needs_every_name_once(text: str) -> None:
    with pytest.raises(Unread):
        read_ranking(text, NAMES)


@given(st.permutations(range(12)))
def test_any_order_is_read_back(order: list[int]) -> None:
    names = [f"output {place}" for place in range(12)]
    assert read_ranking(" > ".join(str(place + 1) for place in order), names) == tuple(order)
