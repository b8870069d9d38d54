"""Names that hold one another, beside figures."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.text.likeness import hinted
from dialogs.reading.unread import Unread


def _post(*indicators: tuple[str, str | None]) -> list[Asked]:
    names = tuple(name for name, _ in indicators)
    return [Asked(name, unit, None, tuple(other for other in names if other != name)) for name, unit in indicators]


QUALITY = _post(("合格率", "%"), ("不合格率", "%"))
COMPLAINTS = _post(("投诉", "件"), ("投诉率", "%"), ("投诉处理及时率", "%"))
ORDERS = _post(("订单", None), ("订单差错", None), ("订单取消", None))
TRADITIONAL = _post(("訂單", "單"), ("訂單取消率", "%"), ("客訴", "件"))
SALES = _post(("sales", None), ("sales growth", "%"))
CANCELLED = _post(("orders", None), ("orders cancelled", None))


@pytest.mark.parametrize(
    ("asked", "said", "figures"),
    [
        *(
            (QUALITY, said, ("98", "2"))
            for said in ("不合格率2%，合格率98%", "合格率98%，不合格率2%", "不合格2，合格98")
        ),
        *((QUALITY, said, ("98", "2")) for said in ("不合格率：2%；合格率：98%", "本月不合格率2%，合格率98%")),
        (QUALITY, "不合格率2%", (None, "2")),
        *(
            (COMPLAINTS, said, ("3", "1.5", "96"))
            for said in (
                "投诉率1.5，投诉3，投诉处理及时率96",
                "投诉处理及时率96，投诉率1.5，投诉3",
                "投诉及时率96，投诉率1.5，投诉3件",
                "投诉率1.5，投诉3，及时率96",
                "投诉率 1.5\n投诉 3\n及时率 96",
            )
        ),
        (COMPLAINTS, "投诉率1.5，投诉3", ("3", "1.5", None)),
        (COMPLAINTS, "投诉及时率96，投诉率1.5", (None, "1.5", "96")),
        (COMPLAINTS, "没有投诉，投诉率0", ("0", "0", None)),
        (ORDERS, "订单差错3，订单120，订单取消4", ("120", "3", "4")),
        (ORDERS, "取消4，差错3，订单120", ("120", "3", "4")),
        (TRADITIONAL, "訂單取消率3%，訂單120，客訴2", ("120", "3", "2")),
        (TRADITIONAL, "订单取消率3，订单120，客诉2件", ("120", "3", "2")),
        *((SALES, said, ("120", "7")) for said in ("sales growth 7%, sales 120", "sales 120, sales growth 7")),
        *(
            (CANCELLED, said, ("120", "3"))
            for said in ("orders cancelled 3, orders 120", "cancelled orders: 3; orders: 120")
        ),
    ],
)
def test_the_name_that_is_said_wins_over_those_that_are_part_of_it(
    asked: list[Asked], said: str, figures: tuple[str | None, ...]
) -> None:
    assert read_figures(said, asked) == tuple(one and Decimal(one) for one in figures)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("产线1良率", "产线2良率"), "产线2良率96%，产线1良率97%"),
        (("产线一良率", "产线二良率"), "产线二良率96%，产线一良率97%"),
        (("5S检查得分", "7S检查得分"), "7S检查得分96，5S检查得分97"),
        (("Q1 sales", "Q2 sales"), "Q2 sales 96, Q1 sales 97"),
        (
            ("Calls answered in 24 hours", "Calls answered in 48 hours"),
            "Calls answered in 48 hours 96%\nCalls answered in 24 hours 97%",
        ),
    ],
)
def test_names_may_differ_in_numerals_alone(names: tuple[str, str], said: str) -> None:
    asked = _post(*((name, None) for name in names))
    assert read_figures(said, asked) == (Decimal(97), Decimal(96))
    with pytest.raises(Unread, match=r"figure\.other"):
        read_figure(said.replace("\n", "，").replace(", ", "，").split("，")[0], asked[0])


@given(st.permutations(range(3)), st.sampled_from([COMPLAINTS, ORDERS, TRADITIONAL]))
def test_names_may_stand_in_any_order(order: list[int], asked: list[Asked]) -> None:
    plain = [replace(one, unit=None) for one in asked]
    said = "，".join(f"{plain[at].name}{at + 2}" for at in order)
    assert read_figures(said, plain) == (Decimal(2), Decimal(3), Decimal(4))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (COMPLAINTS[0], "投诉率1.5"),
        (COMPLAINTS[0], "投诉处理及时率96"),
        (COMPLAINTS[1], "投诉3"),
        (COMPLAINTS[1], "没有投诉"),
        (QUALITY[0], "不合格率2%"),
        (QUALITY[1], "合格98%"),
        (SALES[0], "sales growth 7"),
        (CANCELLED[0], "3 orders cancelled"),
        (TRADITIONAL[0], "订单取消3"),
    ],
)
def test_the_figure_of_another_whose_name_is_longer_or_shorter_is_refused(asked: Asked, said: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figure(said, asked)
    assert refused.value.reason.id == "figure.other"


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        (COMPLAINTS[0], "投诉3", "3"),
        (COMPLAINTS[1], "投诉率1.5", "1.5"),
        (COMPLAINTS[2], "投诉及时率96", "96"),
        (COMPLAINTS[2], "及时率96", "96"),
        (QUALITY[0], "合格98", "98"),
        (SALES[1], "growth 7", "7"),
        (CANCELLED[1], "3 orders cancelled", "3"),
        (Asked("订单准时率", "%", None, ("订单数量",)), "订单 95%", "95"),
    ],
)
def test_its_own_name_or_a_part_of_it_is_taken(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)


def test_a_unit_does_not_speak_against_a_name() -> None:
    with pytest.raises(Unread, match=r"figures\.which|figure\.unit"):
        read_figures("投诉率1.5，投诉率3件", COMPLAINTS)


@pytest.mark.parametrize(
    ("said", "names", "meant"),
    [
        ("so contracts", ("contract value", "renewal rate"), [True, False]),
        ("of all we renewed", ("contract value", "renewal rate"), [False, True]),
        ("周转大概是", ("销售额", "库存周转天数"), [False, True]),
        ("the rate of all", ("renewal rate", "win rate"), [False, False]),
        ("contracts and renewals", ("contract value", "renewal rate"), [False, False]),
        ("people", ("contract value", "renewal rate"), [False, False]),
    ],
)
def test_a_word_that_no_other_name_has_hints_at_a_name(said: str, names: tuple[str, ...], meant: list[bool]) -> None:
    assert hinted(said, names) == meant
    assert hinted(said, (*names, *names)) == [*meant, *meant]
