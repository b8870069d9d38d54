from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.unread import Unread
from dialogs.reading.values.weights import read_ranking, read_weights
from kpi.weights import equal

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


@pytest.mark.parametrize(
    "text",
    [
        *("1/3 1/3 1/3", "1/3、1/3、1/3", "⅓ ⅓ ⅓", "0.333 0.333 0.333", "a third each", "one third each", "1/3 each"),
        *("各三分之一", "各占1/3", "每项三分之一", "均为三分之一", "三者各占三分之一", "都是三分之一"),
        *(
            "equal",
            "equal weights",
            "equally weighted",
            "three equal parts",
            "equal thirds",
            "in thirds",
            "split evenly",
        ),
        *("平均", "平分", "都一样", "三等分", "等权重", "三项平均分配", "平均分成三份", "權重相等"),
    ],
)
def test_thirds_are_equal_shares_in_whole_numbers(text: str) -> None:
    assert read_weights(text, NAMES) == (Decimal(34), Decimal(33), Decimal(33))


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("0.5 0.3 0.2", "50 30 20"),
        ("0.4/0.35/0.25", "40 35 25"),
        (".5 .3 .2", "50 30 20"),
        ("0.333 0.333 0.334", "33.3 33.3 33.4"),
        ("half, a quarter, a quarter", "50 25 25"),
        ("六三一", "60 30 10"),
        ("五三二吧", "50 30 20"),
        ("a half, a quarter and a quarter", "50 25 25"),
        ("half for 月度报表, a quarter each for the rest", "50 25 25"),
        ("一半、四分之一、四分之一", "50 25 25"),
        ("月度报表占一半，其他各四分之一", "50 25 25"),
        ("½ ¼ ¼", "50 25 25"),
        ("1/8 1/8 3/4", "12.5 12.5 75"),
        ("2/5 2/5 1/5", "40 40 20"),
        ("1/6 1/3 1/2", "17 33 50"),
        ("1/7 2/7 4/7", "14 29 57"),
        ("两成、三成、五成", "20 30 50"),
    ],
)
def test_shares_of_one_are_shares_of_a_hundred(text: str, weights: str) -> None:
    assert " ".join(map(str, read_weights(text, NAMES))) == weights


@pytest.mark.parametrize(
    ("text", "id", "sum_"),
    [
        ("1/3 1/3 1/4", "unread.weights.missing", "91.66"),
        ("0.5 0.3 0.3", "unread.weights.over", "110"),
        ("33 33 33", "unread.weights.missing", "99"),
        ("各四分之一", "unread.weights.missing", "75"),
        ("a half each", "unread.weights.over", "150"),
    ],
)
def test_shares_of_one_that_are_wrong_are_told_out_of_a_hundred(text: str, id: str, sum_: str) -> None:
    with pytest.raises(Unread) as unread:
        read_weights(text, NAMES)
    assert (unread.value.reason.id, str(unread.value.reason.params["sum"])) == (id, sum_)
    assert unread.value.reason.params["example"] == "34 33 33"


@pytest.mark.parametrize("text", ["四等分", "two equal parts", "quarters", "in halves", "四项平均"])
def test_parts_must_be_as_many_as_the_names(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_weights(text, NAMES)
    assert unread.value.reason.id == "unread.weights.count"


def test_a_quarter_is_a_time_where_it_names_something() -> None:
    assert read_weights("quarter-end 60, budget 40", ("Quarter-end report", "Budget")) == (Decimal(60), Decimal(40))


def test_percentages_below_one_are_no_shares_of_one() -> None:
    with pytest.raises(Unread):
        read_weights("0.5% 0.3% 0.2%", NAMES)


@given(st.integers(2, 8))
def test_equal_fractions_are_the_shares_of_the_button(count: int) -> None:
    names = [f"output {letter}" for letter in "abcdefghijkl"[:count]]
    read = read_weights(" ".join([f"1/{count}"] * count), names)
    assert read == equal(count) or set(read) == {Decimal(100) / count}


def test_a_letter_names_what_it_stands_for_alone() -> None:
    assert read_ranking("b > a > c, and that is all", ("a", "b", "c")) == (1, 0, 2)


@given(st.permutations(range(12)))
def test_any_order_is_read_back(order: list[int]) -> None:
    names = [f"output {place}" for place in range(12)]
    assert read_ranking(" > ".join(str(place + 1) for place in order), names) == tuple(order)


@pytest.mark.parametrize("text", ["accuracy two thirds punctuality one third", "第一个三分之二，第二个三分之一"])
def test_shares_are_no_order(text: str) -> None:
    with pytest.raises(Unread):
        read_ranking(text, ("accuracy rate", "on-time rate"))
