"""Figures as people tell them: parts of wholes, as before, none, and what makes no sense."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.unread import Unclear, Unread
from tests.dialogs.reading.figures.test_corrections import CHINESE, ENGLISH

BEFORE = ("930000", "0.7", "32")
MONTH = tuple(replace(one, before=Decimal(before)) for one, before in zip(CHINESE, BEFORE, strict=True))
SALES, RETURNS, STOCK = MONTH
VALUE, RENEWALS = (replace(ENGLISH[0], before=Decimal(332000)), replace(ENGLISH[1], before=Decimal(92)))
COMPLAINTS = Asked("complaints", "complaints", Decimal(4), (), Decimal(1), before=Decimal(3))
VISITS = Asked("customer visits", "visits", Decimal(30), (), Decimal(45))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("销售86万5，退货1.8，库存41天", ("865000", "1.8", "41")),
        ("这个月没退货，销售额86万，库存41", ("860000", "0", "41")),
        ("和上个月一样", BEFORE),
        ("都跟上月一样", BEFORE),
        ("销售额86万，其他和上个月一样", ("860000", "0.7", "32")),
        ("销售額86萬，其餘不變", ("860000", "0.7", "32")),
        ("退货率和上个月一样，销售额86万，库存41", ("860000", "0.7", "41")),
        ("库存41天 销售86.5w 退货1.5个点", ("865000", "1.5", "41")),
        ("1.5%，86.5万元，41天", ("865000", "1.5", "41")),
    ],
)
def test_figures_are_read_as_they_are_told(said: str, figures: tuple[str, ...]) -> None:
    assert read_figures(said, MONTH) == tuple(map(Decimal, figures))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("85%, 412000", ("412000", "85")),
        ("412k (was 332k), 85%", ("412000", "85")),
        ("contract value 412k (was 332k), 17 of 20 renewed", ("412000", "85")),
        ("same as last month", ("332000", "92")),
        ("contract value 412k, the rest is unchanged", ("412000", "92")),
        ("renewals 17/20, contract value 412k", ("412000", "85")),
    ],
)
def test_so_they_are_in_english(said: str, figures: tuple[str, ...]) -> None:
    assert read_figures(said, [VALUE, RENEWALS]) == tuple(map(Decimal, figures))


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        *(
            (RENEWALS, said, "85")
            for said in ("17 of 20", "17 out of 20", "17/20", "20单里有17单", "20个客户中续了17个")
        ),
        (RETURNS, "3 of 200", "1.5"),
        (RETURNS, "这个月没退货", "0"),
        (SALES, "没完成，只有75万", "750000"),
        (SALES, "和上个月一样", "930000"),
        (VALUE, "412k (was 332k)", "412000"),
    ],
)
def test_so_is_a_single_one(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)


def test_a_part_of_what_is_counted_itself_is_no_percentage() -> None:
    with pytest.raises(Unclear):
        read_figures("17 of 20 visits, renewals 85%", [VISITS, RENEWALS])


def test_what_is_only_about_the_same_or_had_none_before_is_asked() -> None:
    for said, asked, reason in (
        ("和上个月差不多一样", SALES, "figure.vague"),
        ("about the same as last month", RENEWALS, "figure.vague"),
        ("和上个月一样", CHINESE[0], "figure.no_before"),
    ):
        with pytest.raises(Unread) as unread:
            read_figure(said, asked)
        assert unread.value.reason.id == reason


@pytest.mark.parametrize(
    ("said", "readings"),
    [
        ("没完成，只有75万", [("750000", None, None)]),
        ("上个月卖了86万左右，退货1.8", [("860000", "1.8", None), (None, "1.8", None)]),
        ("上个月卖了86万左右，库存41天，没有退货", [("860000", "0", "41"), (None, "0", "41")]),
    ],
)
def test_a_number_that_may_be_meant_is_asked_about_and_never_dropped(
    said: str, readings: list[tuple[str | None, ...]]
) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figures(said, MONTH)
    read = [read_figures(one, MONTH) for one in unclear.value.readings]
    assert read == [tuple(Decimal(value) if value else None for value in each) for each in readings]


@pytest.mark.parametrize("said", ["数据还没出来", "nothing to report yet", "still waiting for finance", "还没统计完"])
def test_what_is_not_known_yet_is_no_figure(said: str) -> None:
    for asked in ([SALES], [COMPLAINTS], list(MONTH)):
        with pytest.raises(Unread):
            read_figures(said, asked)


@pytest.mark.parametrize(
    ("asked", "said", "ask", "figures"),
    [
        (RENEWALS, "850%", "over_whole", ("850", "85")),
        (Asked("按时完成率", "%", Decimal(90)), "960%", "over_whole", ("960", "96")),
        (COMPLAINTS, "minus 3", "negative", ("-3", "3")),
        (COMPLAINTS, "-3 complaints", "negative", ("-3", "3")),
        (RETURNS, "负1.8%", "negative", ("-1.8", "1.8")),
        (VALUE, "3.32m", "far", ("3320000", "332000")),
        (SALES, "9.3万", "far", ("93000", "930000")),
        (COMPLAINTS, "30", "far", ("30", "3")),
    ],
)
def test_what_makes_no_sense_is_asked_about_once(asked: Asked, said: str, ask: str, figures: tuple[str, ...]) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figure(said, asked)
    assert unclear.value.ask == f"figure.doubt.{ask}"
    assert [read_figure(one, asked) for one in unclear.value.readings] == list(map(Decimal, figures))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("计划达成率", "%", Decimal(90)), "120%"),
        (Asked("销售增长率", "%", Decimal(10), before=Decimal(8)), "-3%"),
        (replace(COMPLAINTS, before=Decimal(12)), "1"),
        (replace(RETURNS, before=Decimal(0)), "1.5%"),
    ],
)
def test_what_may_well_be_is_not(asked: Asked, said: str) -> None:
    read_figure(said, asked)
