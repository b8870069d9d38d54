"""The numbers of a list, and numbers that are no exact figure."""

import time
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.unread import Unclear, Unread

RETURNS = Asked("退货率", "%", Decimal(2), ("订单",), Decimal(1))
ORDERS = Asked("订单", "单", Decimal(100), ("退货率",), Decimal(150))
PLAIN = replace(ORDERS, unit=None)
COMPLAINTS = Asked("投诉", "件", Decimal(5), (), Decimal(2))


@pytest.mark.parametrize(
    "said",
    [
        *("①1.8% ②127", "① 1.8%，② 127", "⑴1.8% ⑵127", "⒈1.8% ⒉127", "❶1.8% ❷127", "㈠1.8% ㈡127", "1️⃣1.8% 2️⃣127"),
        *("1、1.8% 2、127", "1. 1.8% 2. 127", "1）1.8%；2）127", "（1）1.8%（2）127", "一、1.8% 二、127"),
        *("a) 1.8% b) 127", "A. 1.8% B. 127", "(a) 1.8%\n(b) 127", "- 1.8%\n- 127", "• 1.8%\n• 127", "* 1.8%\n* 127"),
        *("①退货率1.8% ②订单127单", "① 订单 127 单\n② 退货率 1.8%", "②订单127 ①退货率1.8%", "1.退货率1.8% 2.订单127"),
        *("- 退货率 1.8%\n- 订单 127", "退货率 1.8%\n订单 127", "1.8%\n127", "订单 127\n退货率 1.8"),
    ],
)
@pytest.mark.parametrize("orders", [ORDERS, PLAIN])
def test_the_number_of_an_item_is_no_figure(said: str, orders: Asked) -> None:
    assert read_figures(said, [RETURNS, orders]) == (Decimal("1.8"), Decimal(127))


@pytest.mark.parametrize("said", ["①3", "投诉①3件", "⑴ 3", "投诉 3"])
def test_so_it_is_of_one_indicator(said: str) -> None:
    assert read_figure(said, COMPLAINTS) == Decimal(3)


@pytest.mark.parametrize("said", ["②127 ①1.8%", "1.8% 2、127", "退货率 1.8、订单 2、3", "① ②"])
def test_what_is_no_list_is_asked_about(said: str) -> None:
    with pytest.raises(Unread):
        read_figures(said, [RETURNS, PLAIN])


@given(st.integers(1, 9), st.sampled_from("①②③④⑤⑥⑦⑧⑨⑴⑵⑶⑷❶❷❸"))
def test_no_number_in_a_circle_becomes_a_digit(figure: int, mark: str) -> None:
    assert read_figure(f"{mark}{figure}", COMPLAINTS) == figure
    with pytest.raises(Unread):
        read_figure(mark, COMPLAINTS)


@pytest.mark.parametrize(
    ("asked", "said", "reason"),
    [
        *((COMPLAINTS, said, "figure.several") for said in ("3/5", "between 3 and 4", "介于3和4之间", "三四件", "3-4")),
        *((COMPLAINTS, said, "figure.vague") for said in ("十几件", "一百多", "100多件", "100+", "十来件", "一百出头")),
        *((PLAIN, said, "figure.vague") for said in ("订单一百多", "120多", "120余单", "訂單一百餘")),
    ],
)
def test_what_is_no_exact_number_is_asked_about(asked: Asked, said: str, reason: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figure(said, asked)
    assert refused.value.reason.id == reason
    with pytest.raises(Unread) as refused:
        read_figures(f"退货率1.8%，{asked.name}{said.removeprefix(asked.name)}", [RETURNS, asked])
    assert refused.value.reason.id == reason


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        (PLAIN, "127，多亏大家", "127"),
        (PLAIN, "127多谢", "127"),
        (COMPLAINTS, "3件左右", "3"),
        (Asked("Time to answer", "hour"), "1/2 hour", "0.5"),
    ],
)
def test_what_is_an_exact_number_is_read(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)


@pytest.mark.parametrize("said", ["订单没有", "订单也没有", "订单无", "订单：无"])
@pytest.mark.parametrize("orders", [ORDERS, PLAIN])
def test_none_of_what_there_should_be_may_be_no_figure(said: str, orders: Asked) -> None:
    assert read_figures(f"退货率1.8%，{said}", [RETURNS, orders]) == (Decimal("1.8"), None)
    with pytest.raises(Unread, match=r"figures\.none"):
        read_figures(said, [RETURNS, orders])


@pytest.mark.parametrize("said", ["没有订单", "订单0", "订单为零", "零订单", "订单零"])
def test_none_that_is_plain_is_nought(said: str) -> None:
    assert read_figures(f"退货率1.8%，{said}", [RETURNS, ORDERS]) == (Decimal("1.8"), Decimal(0))


def test_none_behind_a_name_is_so_in_english_too() -> None:
    orders = replace(PLAIN, name="orders")
    assert read_figures("退货率 1.8%, orders none", [RETURNS, orders]) == (Decimal("1.8"), None)
    assert read_figures("退货率 1.8%, no orders", [RETURNS, orders]) == (Decimal("1.8"), Decimal(0))
    fewer = replace(COMPLAINTS, name="complaints")
    assert read_figures("退货率 1.8%, complaints none", [RETURNS, fewer]) == (Decimal("1.8"), Decimal(0))


@pytest.mark.parametrize("said", ["退货率1.8%，订单 1.270 单", "退货率1.8%，订单1.270", "1.8%，1.270"])
def test_a_part_of_what_is_counted_may_be_thousands(said: str) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figures(said, [RETURNS, ORDERS])
    figures = [read_figures(one, [RETURNS, ORDERS])[1] for one in unclear.value.readings]
    assert figures == [Decimal(1270), Decimal("1.27")]


@pytest.mark.parametrize(
    "piece", ["①", "①1 ", "1、1 ", "a) 1 ", " ", "- 1\n", "1/", "十几", "100+", "(1)", "between 1 and "]
)
def test_long_answers_are_read_fast(piece: str) -> None:
    said = f"1{(piece * 5000)[:4980]}1"
    began = time.process_time()
    with suppress(Unread):
        read_figures(said, [RETURNS, ORDERS])
    assert time.process_time() - began < 3
