from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.unread import Unread
from dialogs.reading.values.weights import read_ranking, read_weights

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
        "预算30，月度50，分析20",
        "预算30 月报50 分析20",
        "50 for 月度报表, 30 for 预算表, 20 for 分析报告",
        "5:3:2",
        "5比3比2",
        "五三二开",
        "月报5，预算3，分析2",
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
        ("5 3 1", "unread.weights.missing"),
        ("5% 3% 2%", "unread.weights.missing"),
        ("月报50，仓库30，分析20", "unread.weights.count"),
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
    [
        "2>1>3",
        "2 1 3",
        "213",
        "预算最重要，其次是月度，最后分析",
        "先预算再月报最后分析",
        "预算 > 月度 > 分析",
        "2、1、3",
        "预算表、月度报表、分析报告",
        "預算表 > 月度報表 > 分析報告",
        "二、一、三",
    ],
)
def test_reads_an_order(text: str) -> None:
    assert read_ranking(text, NAMES) == (1, 0, 2)


@pytest.mark.parametrize("text", ["", "2 1", "1 1 3", "4 2 1", "预算表"])
def test_an_order_needs_every_name_once(text: str) -> None:
    with pytest.raises(Unread):
        read_ranking(text, NAMES)


@pytest.mark.parametrize("text", ["2=1>3", "月度报表和预算表一样重要，最后分析报告", "1 and 2 equally, then 3"])
def test_a_shared_place_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_ranking(text, NAMES)
    assert unread.value.reason.id == "unread.ranking.ties"
    assert unread.value.reason.params["example"] == "3 > 2 > 1"


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("月度报表40%，预算30，其他各15", (40, 30, 15, 15)),
        ("月报40, the rest 20 each", (40, 20, 20, 20)),
        ("其余三项各20，月报40", (40, 20, 20, 20)),
        ("各25", (25, 25, 25, 25)),
        ("平均吧", (25, 25, 25, 25)),
        ("equally", (25, 25, 25, 25)),
    ],
)
def test_the_rest_and_equal_shares(text: str, weights: tuple[int, ...]) -> None:
    assert read_weights(text, (*NAMES, "客户名单")) == tuple(map(Decimal, weights))


def test_a_letter_names_what_it_stands_for_alone() -> None:
    assert read_ranking("b > a > c, and that is all", ("a", "b", "c")) == (1, 0, 2)


@given(st.permutations(range(12)))
def test_any_order_is_read_back(order: list[int]) -> None:
    names = [f"output {place}" for place in range(12)]
    assert read_ranking(" > ".join(str(place + 1) for place in order), names) == tuple(order)
