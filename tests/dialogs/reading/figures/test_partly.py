"""Figures among other things that are told: what is read is kept, and what is not is known."""

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.dates.told_days import Days
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import Figures, read_figure, read_figures, read_some
from dialogs.reading.unread import Unclear, Unread
from tests.dialogs.reading.figures.test_corrections import CHINESE, ENGLISH

NOVEMBER = Days(dt.date(2026, 11, 1), dt.date(2026, 11, 30), dt.date(2026, 11, 30))
OCTOBER = ("862000", "1.5", "41")
MONTH = tuple(replace(one, before=Decimal(was), days=NOVEMBER) for one, was in zip(CHINESE, OCTOBER, strict=True))
SALES, RETURNS, STOCK = MONTH
VALUE, RENEWALS = TWO = tuple(
    replace(one, before=Decimal(was), days=NOVEMBER) for one, was in zip(ENGLISH, ("412000", "86"), strict=True)
)


def told(read: Figures) -> dict[int, str]:
    return {at: str(value) for at, value in sorted(read.told.items())}


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("退货率1.8，投诉3起", {1: "1.8"}),
        ("退货率1.8，周转四十来天", {1: "1.8"}),
        ("销售额91万，退货率1.6，周转39，退货里3单是调拨", {0: "910000", 1: "1.6", 2: "39"}),
        ("上个月的周转天数我报错了，应该是39，这个月销售88.7万 退货1.4% 周转40天", {0: "887000", 1: "1.4", 2: "40"}),
        ("11月销售额91万，10月的是88万才对", {0: "910000"}),
        ("双十一卖了40万，全月92万，退货率2.2，周转40", {1: "2.2", 2: "40"}),
    ],
)
def test_what_is_read_stays_though_something_else_is_not(said: str, figures: Mapping[int, str]) -> None:
    read = read_some(said, MONTH)
    assert told(read) == figures
    assert read.missed
    with pytest.raises(Unread):
        read_figures(said, MONTH)


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("renewals 17 out of 20, contracts 391000, and 2 people left the team", {0: "391000", 1: "85"}),
        ("contract value 421k, of which 100k from Bosch, renewals 88%", {0: "421000", 1: "88"}),
        ("last months was wrong btw, october was 421k not 412. november 433k and 85.5", {0: "433000", 1: "85.5"}),
        ("renewal rate 88%, signed 5 deals", {1: "88"}),
    ],
)
def test_so_it_does_in_english(said: str, figures: Mapping[int, str]) -> None:
    read = read_some(said, TWO)
    assert told(read) == figures
    assert read.missed


def test_a_number_told_by_its_unit_alone_is_none_beside_one_that_is_something_else() -> None:
    assert told(read_some("库存盘亏2%，退货率2.1，停业38天，3人离职", MONTH)) == {1: "2.1"}


def test_one_that_is_unlike_the_figure_before_is_asked_about() -> None:
    with pytest.raises(Unclear) as unclear:
        read_some("退货率1.4，3号店停业5天", MONTH)
    assert unclear.value.readings == ("退货率 1.4; 库存周转天数 5天", "退货率 1.4")


@pytest.mark.parametrize(
    ("said", "figures", "pending"),
    [
        ("1、92万 2、1.8% 3还没出来，财务明天给", {0: "920000", 1: "1.8"}, {2}),
        ("退货率1.7，库存40天，销售额要等总部对完账，周五才有", {1: "1.7", 2: "40"}, {0}),
        ("销售91万，退货没出来，周转没出来", {0: "910000"}, {1, 2}),
    ],
)
def test_what_is_still_to_come_is_known(said: str, figures: Mapping[int, str], pending: set[int]) -> None:
    read = read_some(said, MONTH)
    assert (told(read), set(read.pending), list(read.missed)) == (dict(figures), pending, [])


@pytest.mark.parametrize(
    ("said", "figures", "pending"),
    [
        (
            "renewal I dont have yet, customer success sends it thursday. contracts 441,750",
            {0: "441750"},
            {1},
        ),
        ("contract value came in at 427.5k, for the renewals I'm still waiting on finance", {0: "427500"}, {1}),
        ("renewals: 88; value: tbd", {1: "88"}, {0}),
    ],
)
def test_so_it_is_in_english(said: str, figures: Mapping[int, str], pending: set[int]) -> None:
    read = read_some(said, TWO)
    assert (told(read), set(read.pending), list(read.missed)) == (dict(figures), pending, [])


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("九十五万左右，具体等系统出来", MONTH),
        ("still no final numbers, contract value will be about 420k", TWO),
        ("roughly 400k I guess, will know more on friday", TWO),
        ("大概95万，明天给准数", [SALES]),
    ],
)
def test_a_guess_is_no_figure(said: str, asked: tuple[Asked, ...]) -> None:
    with pytest.raises(Unread, match=r"figures\.rough"):
        read_some(said, asked)


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("刚开完会才看到哈，销售九十二万四 退货一点二 周转三十八天", ("924000", "1.2", "38")),
        ("销售额92.4万退货率1.8周转38", ("924000", "1.8", "38")),
        ("業績 102 萬、退貨率 1.3%、週轉 36 天，這個月週年慶衝很大", ("1020000", "1.3", "36")),
        ("95.2 1.4 39", ("952000", "1.4", "39")),
        ("销售额90万，退货1.6，周转天数和10月一样", ("900000", "1.6", "41")),
        ("十一月份：营业额八十八万六，退货百分之一点九，周转四十天整", ("886000", "1.9", "40")),
    ],
)
def test_figures_are_read_as_they_are_spoken(said: str, figures: tuple[str, ...]) -> None:
    assert read_figures(said, MONTH) == tuple(map(Decimal, figures))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("so contracts 398.200, would have been more but Meyer moved to december, renewals 84 %", ("398200", "84")),
        ("same as october, both of them, funny enough", ("412000", "86")),
        ("contracts 420k renewals 88", ("420000", "88")),
        ("1) 419,900 2) 88.5", ("419900", "88.5")),
    ],
)
def test_so_they_are_spoken_in_english(said: str, figures: tuple[str, ...]) -> None:
    assert read_figures(said, TWO) == tuple(map(Decimal, figures))


def test_another_month_than_the_one_before_is_not_the_same() -> None:
    with pytest.raises(Unread):
        read_figures("same as september", TWO)


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [(SALES, "93.1", "931000"), (VALUE, "398.200", "398200"), (replace(RENEWALS, unit="%"), "0.88", "88")],
)
def test_the_figure_before_settles_how_a_number_is_meant(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)
    with pytest.raises(Unclear):
        read_figure(said, replace(asked, before=None))


def test_a_number_that_nobody_named_is_asked_about_unless_it_is_like_the_figure_before() -> None:
    with pytest.raises(Unclear) as unclear:
        read_figures("新店投入30万，退货率1.3%，周转36天", MONTH)
    assert unclear.value.readings == ("销售额 30万; 退货率 1.3%; 库存周转天数 36天", "退货率 1.3%; 库存周转天数 36天")
    assert [told(read_some(one, MONTH)) for one in unclear.value.readings] == [
        {0: "300000", 1: "1.3", 2: "36"},
        {1: "1.3", 2: "36"},
    ]


@given(
    st.integers(500, 999).map(lambda sales: f"销售额{sales}000"),
    st.sampled_from(["退货率1.8", "退货率没出来", ""]),
    st.sampled_from(["周转39天", "周转还在等仓库", ""]),
    st.sampled_from(["，新招3人", "，投诉2起", "，店员小王说有5箱货压着", ""]),
)
def test_what_is_told_besides_changes_no_figure(sales: str, returns: str, stock: str, besides: str) -> None:
    said = "，".join(filter(None, (sales, returns, stock)))
    assert told(read_some(f"{said}{besides}", MONTH)) == told(read_some(said, MONTH))


@pytest.mark.parametrize("piece", ["销售额1，", "等 ", "1、", "same as ", "退货率1周转", "还没出来，"])
def test_long_texts_are_read_fast(piece: str) -> None:
    began = time.process_time()
    for read in (read_some, read_figures):
        with pytest.raises(Unread):
            read(piece * 2000, MONTH)
    assert time.process_time() - began < 3
