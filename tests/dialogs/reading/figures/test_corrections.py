"""Figures that are put right in words: what is changed, and what is left alone."""

import time
from collections.abc import Mapping
from decimal import Decimal

import pytest

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.corrections import read_correction, takes_something_back
from dialogs.reading.unread import Unclear

CHINESE = (
    Asked("销售额", "CNY", Decimal(800000), ("退货率", "库存周转天数"), Decimal(1000000), scale=Decimal(10000)),
    Asked("退货率", "%", Decimal(2), ("销售额", "库存周转天数"), Decimal(1)),
    Asked("库存周转天数", "day", Decimal(45), ("销售额", "退货率"), Decimal(35)),
)
ENGLISH = (
    Asked("contract value", "EUR", Decimal(400000), ("renewal rate",), Decimal(550000)),
    Asked("renewal rate", "%", Decimal(85), ("contract value",), Decimal(93)),
)
STOOD = {0: Decimal(865000), 1: Decimal("1.5"), 2: Decimal(41)}
STOOD_IN_ENGLISH = {0: Decimal(412000), 1: Decimal(85)}


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("退货率应该是1.8%", {1: "1.8"}),
        ("那个退货率写错了，是1.8%", {1: "1.8"}),
        ("退货率不是1.5%，是1.8%", {1: "1.8"}),
        ("退货率1.8，不是1.5", {1: "1.8"}),
        ("把退货率从1.5改成1.8", {1: "1.8"}),
        ("不对，是1.8%", {1: "1.8"}),
        ("1.5写错了，应该是1.8", {1: "1.8"}),
        ("不好意思，刚才退货率报错，应为百分之一点八", {1: "1.8"}),
        ("退货率应该是1.8%，我看错表了", {1: "1.8"}),
        ("退货率重新算了下，是1.8%", {1: "1.8"}),
        ("退貨率應該是1.8%", {1: "1.8"}),
        ("41不对，是43", {2: "43"}),
        ("把41改成43", {2: "43"}),
        ("库存天数写错了，是43", {2: "43"}),
        ("库存写成41了，应该是43天", {2: "43"}),
        ("銷售額應該是86.8萬", {0: "868000"}),
        ("销售额报错了，是86万8", {0: "868000"}),
        ("86.5万打错了 应该是85.6万", {0: "856000"}),
        ("我把销售额少打了个0，应该是865万", {0: "8650000"}),
        ("销售额应该是86.8万，退货率1.8%", {0: "868000", 1: "1.8"}),
        ("退货率改成1.8%，库存改成43天", {1: "1.8", 2: "43"}),
    ],
)
def test_a_correction_changes_just_what_it_names(said: str, right: Mapping[int, str]) -> None:
    expected = {at: Decimal(value) for at, value in right.items()}
    assert read_correction(said, CHINESE, STOOD, bare=False) == expected


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("sorry, contract value should be 421k not 412k", {0: "421000"}),
        ("renewals were 88 not 85", {1: "88"}),
        ("sorry, 421k not 412k", {0: "421000"}),
        ("not 412k but 421k", {0: "421000"}),
        ("it's 421k rather than 412k", {0: "421000"}),
        ("412k should be 421k", {0: "421000"}),
        ("I wrote 412k instead of 421k", {0: "421000"}),
        ("I typed 412k, should be 421k", {0: "421000"}),
        ("change contract value from 412k to 421k", {0: "421000"}),
        ("please correct contract value to 421,000", {0: "421000"}),
        ("my mistake: contract value 421k", {0: "421000"}),
        ("the renewal rate is wrong, it was 88%", {1: "88"}),
        ("renewal rate was 88, I read the wrong line", {1: "88"}),
        ("can you change the renewals to 88 percent?", {1: "88"}),
        ("oops 88 not 85", {1: "88"}),
        ("make that 88%", {1: "88"}),
        ("the contracts should have been 421k", {0: "421000"}),
    ],
)
def test_so_it_does_in_english(said: str, right: Mapping[int, str]) -> None:
    expected = {at: Decimal(value) for at, value in right.items()}
    assert read_correction(said, ENGLISH, STOOD_IN_ENGLISH, bare=False) == expected


@pytest.mark.parametrize(
    "said",
    [
        *(
            "说明：退货率应该是1.8%",
            "退货率本来应该是1%，因为换季上升",
            "应该是供应商涨价5%造成的",
            "目标退货率应该是1.2%",
        ),
        *(
            "供应商延迟两周",
            "下个月退货率应该是1.2%",
            "退货率上升0.3个点是季节原因",
            "退货率是1.5%没错",
            "退货率写错了",
        ),
        *("因为二店少报1万", "比上月多10万", "销售额要再加把劲"),
        *("退货率应该和财务核对一下", "3号店的系统不对，要换2台机器", ""),
    ],
)
def test_a_note_corrects_nothing(said: str) -> None:
    assert read_correction(said, CHINESE, STOOD, bare=True) == {}


@pytest.mark.parametrize(
    "said",
    [
        *("lost 2 big clients", "two customers should be back in 3 weeks", "note: renewal rate should be 88"),
        *("renewal rate should have been 90 but we lost 2", "the rate would have been 90 without the strike"),
        *("next month the renewal rate should be 90%", "sorry, we were closed for 2 weeks"),
    ],
)
def test_so_it_does_not_in_english(said: str) -> None:
    assert read_correction(said, ENGLISH, STOOD_IN_ENGLISH, bare=True) == {}


def test_which_figure_a_bare_number_is_about_is_asked() -> None:
    with pytest.raises(Unclear) as asked:
        read_correction("应该是43", CHINESE, STOOD, bare=True)
    assert asked.value.readings == ("库存周转天数 43",)
    assert read_correction(asked.value.readings[0], CHINESE, STOOD, bare=False) == {2: Decimal(43)}


def test_a_bare_number_is_an_answer_where_it_may_be_one() -> None:
    assert read_correction("43", CHINESE, STOOD, bare=False) == {}
    assert read_correction("1和2", CHINESE, STOOD, bare=False) == {}


@pytest.mark.parametrize(
    ("said", "comes_to"),
    [
        ("销售额少报了1.2万", {0: "877000"}),
        ("库存多算了2天，样品算进去了", {2: "39"}),
        ("退货率应该再加0.2个点", {1: "1.7"}),
        ("哎呀销售额少填了一单，3万2的，应该再加3.2万", {0: "897000"}),
    ],
)
def test_what_is_added_to_a_figure_is_shown_as_what_it_comes_to(said: str, comes_to: Mapping[int, str]) -> None:
    with pytest.raises(Unclear) as asked:
        read_correction(said, CHINESE, STOOD, bare=False)
    right = [read_correction(one, CHINESE, STOOD, bare=False) for one in asked.value.readings]
    assert right == [{at: Decimal(value) for at, value in comes_to.items()}]


@pytest.mark.parametrize(
    ("said", "comes_to"),
    [
        ("the value has to be 12,000 higher, a late one came in", {0: "424000"}),
        ("add 9k to contracts", {0: "421000"}),
        ("raise the contract value by 5k", {0: "417000"}),
        ("renewals must be 2 lower", {1: "83"}),
    ],
)
def test_so_it_is_in_english(said: str, comes_to: Mapping[int, str]) -> None:
    with pytest.raises(Unclear) as asked:
        read_correction(said, ENGLISH, STOOD_IN_ENGLISH, bare=False)
    right = [read_correction(one, ENGLISH, STOOD_IN_ENGLISH, bare=False) for one in asked.value.readings]
    assert right == [{at: Decimal(value) for at, value in comes_to.items()}]


@pytest.mark.parametrize("piece", ["不是1", "not 1 ", "写错", "应该是", "a "])
def test_long_texts_are_left_alone_at_once(piece: str) -> None:
    began = time.process_time()
    assert read_correction(piece * 5000, CHINESE, STOOD, bare=True) == {}
    assert not takes_something_back(piece * 5000)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("said", ["1.5→1.8", "退货率 1.8%", "customers 3", "总经理、财务部和经销商"])
def test_most_texts_take_nothing_back(said: str) -> None:
    assert not takes_something_back(said)
