"""What a standard stands for, whatever kind it is of, and how figures score against it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.levels import bounds, level, like, resulting, told_as_change, told_in
from kpi.plan import Dimension, Direction, Indicator, Standard
from kpi.scores import Attainment, attain
from kpi.standards import Problem, beyond, check, comparable, held, room_left
from kpi.values import Base, Change, Comparator, Limit, Per, Share, Sign

MORE, LESS, RANGE = Direction.MORE, Direction.LESS, Direction.RANGE
UP, DOWN = Sign.UP, Sign.DOWN
MILLIONS = Decimal(2_000_000)


def changed(
    written: str,
    sign: Sign | None = None,
    figure: str | None = None,
    *,
    unit: str = "%",
    of: str | None = "CNY",
    base: Base | None = Base.LAST_YEAR,
) -> Standard:
    """A change from its shortest form: "5", ">= 5", "5 .. 10", "± 5", "5 ± 1"."""
    start = Decimal(figure) if figure else None
    change = Change(sign, base, start, of if figure else None)
    low, between, high = written.partition(" .. ")
    if between:
        return Standard(written, Comparator.RANGE, Decimal(low), Decimal(high), unit, change=change)
    centre, around, tolerance = written.partition("± ")
    if around:
        value, upper = (Decimal(centre), Decimal(tolerance)) if centre.strip() else (Decimal(tolerance), None)
        return Standard(written, Comparator.PLUS_MINUS, value, upper, unit, change=change)
    symbol, _, number = written.rpartition(" ")
    return Standard(written, Comparator(symbol) if symbol else None, Decimal(number), None, unit, change=change)


def plain(written: str, unit: str | None = "%") -> Standard:
    symbol, number = written.split()
    return Standard(written, Comparator(symbol), Decimal(number), None, unit)


def indicator(direction: Direction | None, basic: Standard | None, outstanding: Standard | None = None) -> Indicator:
    return Indicator(
        1,
        Dimension.COST,
        "x",
        numeric=True,
        weight=Decimal(100),
        direction=direction,
        basic=basic,
        outstanding=outstanding,
    )


@pytest.mark.parametrize(
    ("standard", "direction", "expected"),
    [
        (changed(">= 5", DOWN, "2000000"), LESS, ("<=", "1900000", None, "CNY")),
        (changed("5", DOWN, "2000000"), LESS, ("<=", "1900000", None, "CNY")),
        (changed("> 5", DOWN, "2000000"), LESS, ("<", "1900000", None, "CNY")),
        (changed("<= 3", UP, "2000000"), LESS, ("<=", "2060000", None, "CNY")),
        (changed("20", UP, "50"), MORE, (">=", "60", None, "CNY")),
        (changed("20", None, "50"), MORE, (">=", "60", None, "CNY")),
        (changed("20", None, "50"), LESS, ("<=", "40", None, "CNY")),
        (changed("= 5", DOWN, "100"), LESS, ("=", "95", None, "CNY")),
        (changed("5 .. 10", DOWN, "100"), LESS, ("range", "90", "95", "CNY")),
        (changed("5 ± 1", UP, "200"), MORE, ("±", "210", "2", "CNY")),
        (changed("± 5", None, "200"), RANGE, ("±", "200", "10", "CNY")),
        (changed("3", UP, "82", unit="point", of=None), MORE, (">=", "85", None, "%")),
        (changed("3", UP, "82", unit="point", of="%"), MORE, (">=", "85", None, "%")),
        (changed("2", DOWN, "10", unit="complaint", of="complaints"), LESS, ("<=", "8", None, "complaints")),
        (changed("4", DOWN, "2", unit="hour", of="day"), LESS, ("<=", "44", None, "hour")),
        (changed("1", DOWN, "48", unit="day", of="hour"), LESS, ("<=", "24", None, "hour")),
        # Of a loss, more is a smaller loss.
        (changed("20", UP, "-100"), MORE, (">=", "-80", None, "CNY")),
    ],
)
def test_a_change_of_a_known_figure_stands_for_what_it_makes(
    standard: Standard, direction: Direction, expected: tuple[str, str, str | None, str]
) -> None:
    comparator, value, upper, unit = expected
    made = replace(
        standard,
        comparator=Comparator(comparator),
        value=Decimal(value),
        upper=Decimal(upper) if upper else None,
        unit=unit,
        change=None,
    )
    assert resulting(standard, direction) == made
    assert told_in(standard) == unit
    assert not told_as_change(standard)


@pytest.mark.parametrize(
    ("standard", "direction", "expected"),
    [
        (changed(">= 5", DOWN), LESS, ("<=", "-5")),
        (changed("5", DOWN), LESS, ("<=", "-5")),
        (changed("20", None), MORE, (">=", "20")),
        (changed("20", None), LESS, ("<=", "-20")),
        (changed("<= 3", UP), LESS, ("<=", "3")),
        # What tells nothing of the level: pieces of money, a share of nought.
        (changed("2", DOWN, "1000", unit="complaint"), LESS, ("<=", "-2")),
        (changed("5", UP, "0"), MORE, (">=", "5")),
    ],
)
def test_a_change_of_an_unknown_figure_is_held_signed(
    standard: Standard, direction: Direction, expected: tuple[str, str]
) -> None:
    comparator, value = expected
    assert resulting(standard, direction) is None
    made = replace(standard, comparator=Comparator(comparator), value=Decimal(value), change=None)
    assert level(standard, direction) == made
    assert told_in(standard) == standard.unit


def test_better_without_a_direction_is_no_level() -> None:
    better = changed("20", None, "50")
    assert (resulting(better, None), level(better, None), level(changed("20"), RANGE)) == (None, None, None)
    assert attain(indicator(None, better), Decimal(70)) == Attainment(None, None, None, None)
    assert not beyond(better, changed("30", None, "50"), None)


def test_a_plain_standard_stands_for_itself() -> None:
    assert resulting(plain(">= 95"), MORE) == level(plain(">= 95"), LESS) == plain(">= 95")


@pytest.mark.parametrize(
    ("basic", "outstanding", "fair"),
    [
        (
            replace(plain(">= 95"), share=Share(limit=Limit(Comparator.AT_MOST, Decimal(48), "hour"))),
            plain(">= 98"),
            True,
        ),
        (
            replace(plain(">= 95"), share=Share(limit=Limit(Comparator.AT_MOST, Decimal(48), "hour"))),
            replace(plain(">= 98"), share=Share(limit=Limit(Comparator.AT_MOST, Decimal(2), "day"))),
            True,
        ),
        (
            replace(plain(">= 95"), share=Share(limit=Limit(Comparator.AT_MOST, Decimal(48), "hour"))),
            replace(plain(">= 95"), share=Share(limit=Limit(Comparator.AT_MOST, Decimal(24), "hour"))),
            False,
        ),
        (replace(plain("<= 10"), share=Share("Revenue")), replace(plain("<= 8"), share=Share("revenue")), True),
        (replace(plain("<= 10"), share=Share("revenue")), replace(plain("<= 8"), share=Share("budget")), False),
        (
            replace(plain("<= 2", "falls"), rates=(Per(Decimal(1000), "bed days"),)),
            replace(plain("<= 1", "falls"), rates=(Per(Decimal(1000), "bed day"),)),
            True,
        ),
        (
            replace(plain("<= 2", "falls"), rates=(Per(Decimal(1000), "bed days"),)),
            replace(plain("<= 1", "falls"), rates=(Per(Decimal(100), "bed days"),)),
            False,
        ),
        (replace(plain(">= 4", None), out_of=Decimal(5)), plain(">= 4.5", None), True),
        (replace(plain(">= 4", None), out_of=Decimal(5)), replace(plain(">= 8", None), out_of=Decimal(10)), False),
        (replace(plain("<= 15", "minute"), condition="紧急工单"), plain("<= 10", "minute"), True),
        (
            replace(plain("<= 15", "minute"), condition="紧急工单"),
            replace(plain("<= 10", "minute"), condition="普通工单"),
            False,
        ),
        (
            replace(plain("<= 15", "minute"), condition="紧急工单"),
            replace(plain("= 0", "延误"), condition="普通工单"),
            False,
        ),
        (changed("5", DOWN), changed("8", DOWN, base=None), True),
        (changed("5", DOWN), changed("8", DOWN, base=Base.PLAN), False),
        (changed("5", DOWN), changed("8", DOWN, unit="point"), False),
        (changed("5", DOWN), plain("<= 5"), False),
        (changed("5", DOWN), plain("= 0"), False),
        # What both make is known, whatever each of them starts from.
        (changed("5", DOWN, "100"), changed("8", DOWN, "110", base=Base.PLAN), True),
        (changed("5", DOWN, "100"), plain("<= 90", "CNY"), True),
        (changed("5", DOWN, "100"), changed("8", DOWN), True),
        (changed("5", DOWN, "100"), plain("<= 90", "day"), False),
    ],
)
def test_only_what_counts_the_same_is_comparable(basic: Standard, outstanding: Standard, fair: bool) -> None:
    assert comparable(basic, outstanding) is fair
    assert comparable(outstanding, basic) is fair
    assert fair or check(basic, outstanding, None) is Problem.INCOMPARABLE or not room_left(basic, None)


@pytest.mark.parametrize(
    ("basic", "outstanding", "direction", "lies_beyond"),
    [
        (changed("5", DOWN), changed("8", DOWN), LESS, True),
        (changed("8", DOWN), changed("5", DOWN), LESS, False),
        (changed("5", DOWN), changed("8", DOWN), None, True),
        (changed("5", None), changed("8", None), LESS, True),
        (changed("<= 3", UP), changed("2", DOWN), LESS, True),
        (changed("5", DOWN), changed("8", DOWN), MORE, False),
        (changed("5", DOWN, "100"), plain("<= 90", "CNY"), LESS, True),
        (changed("5", DOWN, "100"), plain("<= 96", "CNY"), LESS, False),
        (plain(">= 82"), changed("3", UP, "80", unit="point", of="%"), MORE, True),
        (plain(">= 83"), changed("3", UP, "80", unit="point", of="%"), MORE, False),
    ],
)
def test_a_change_lies_beyond_another_by_what_it_makes(
    basic: Standard, outstanding: Standard, direction: Direction | None, lies_beyond: bool
) -> None:
    assert beyond(basic, outstanding, direction) is lies_beyond


@pytest.mark.parametrize(
    ("basic", "direction", "room"),
    [
        (plain(">= 105"), MORE, True),
        (replace(plain(">= 5", None), out_of=Decimal(5)), MORE, False),
        (replace(plain(">= 4.8", None), out_of=Decimal(5)), MORE, True),
        (replace(plain(">= 100", "分"), out_of=Decimal(100)), MORE, False),
        (replace(plain("<= 2", None), out_of=Decimal(6)), LESS, True),
        (changed("100", UP), MORE, True),
        (changed("100", DOWN), LESS, False),
        (changed("5", DOWN), LESS, True),
        (changed("<= 0", UP), LESS, True),
        (changed("3", UP, "97", unit="point", of="%"), MORE, False),
        (changed("100", DOWN, "8", of="complaints"), LESS, False),
    ],
)
def test_room_above_a_standard_of_any_kind(basic: Standard, direction: Direction, room: bool) -> None:
    assert room_left(basic, direction) is room


def test_a_change_against_the_direction_is_told() -> None:
    assert check(changed("5", DOWN), None, MORE) is Problem.AGAINST_DIRECTION
    assert check(changed("5", UP, "100"), None, LESS) is Problem.AGAINST_DIRECTION
    assert check(changed("<= 3", UP), changed("2", DOWN), LESS) is None


def test_what_only_one_of_a_pair_tells_is_meant_of_both() -> None:
    known = changed("5", DOWN, "100")
    assert like(changed("8", DOWN, base=None), known).change == Change(DOWN, Base.LAST_YEAR, Decimal(100), "CNY")
    assert like(changed("8", DOWN, base=Base.NOW), known).change == Change(DOWN, Base.NOW)
    limit = Limit(Comparator.AT_MOST, Decimal(48), "hour")
    shared = like(replace(plain(">= 98"), share=Share("tickets")), replace(plain(">= 95"), share=Share("calls", limit)))
    assert shared.share == Share("tickets", limit)


def test_figures_are_held_against_what_both_standards_stand_for() -> None:
    both = held(indicator(LESS, changed("5", DOWN, "2000000"), changed("8", DOWN)))
    assert [bounds(one)[1] for one in both.levels] == [MILLIONS * 95 / 100, MILLIONS * 92 / 100]
    assert (both.unit, both.changes, both.direction) == ("CNY", False, LESS)
    # A figure tells either what it is or by how much it changed.
    mixed = held(indicator(LESS, changed("5", DOWN), plain("<= 90", "CNY")))
    assert (mixed.unit, mixed.changes, mixed.outstanding) == ("%", True, None)


@pytest.mark.parametrize(
    ("basic", "outstanding", "direction", "value", "expected"),
    [
        (changed("5", DOWN), changed("10", DOWN), LESS, "-3", ("0.6", "0", False, False)),
        (changed("5", DOWN), changed("10", DOWN), LESS, "-5", ("1", "0", True, False)),
        (changed("5", DOWN), changed("10", DOWN), LESS, "-7.5", ("1", "0.5", True, False)),
        (changed("5", DOWN), changed("10", DOWN), LESS, "-12", ("1", "1", True, True)),
        (changed("5", DOWN), changed("10", DOWN), LESS, "6", ("0", "0", False, False)),
        (changed("5", UP), changed("10", UP), MORE, "3", ("0.6", "0", False, False)),
        (changed("5", UP), changed("10", UP), MORE, "-6", ("0", "0", False, False)),
        (changed("5"), changed("10"), LESS, "-3", ("0.6", "0", False, False)),
        (changed("<= 3", UP), changed("0", UP), LESS, "6", ("0.5", "0", False, False)),
        (changed("<= 2", DOWN), changed("0", DOWN), MORE, "-4", ("0.5", "0", False, False)),
        (changed("5", DOWN, "2000000"), changed("10", DOWN), LESS, "1850000", ("1", "0.5", True, False)),
        (changed("4", DOWN, "2", unit="hour", of="day"), plain("<= 1", "day"), LESS, "34", ("1", "0.5", True, False)),
    ],
)
def test_a_change_scores_by_its_way(
    basic: Standard,
    outstanding: Standard,
    direction: Direction,
    value: str,
    expected: tuple[str, str, bool, bool],
) -> None:
    if outstanding.comparator is None and outstanding.value == 0:
        outstanding = replace(outstanding, comparator=basic.comparator)
    share, way, met, excelled = expected
    attained = attain(indicator(direction, basic, outstanding), Decimal(value))
    assert attained == Attainment(Decimal(share), Decimal(way), met, excelled)


NUMBERS = st.decimals(min_value=0, max_value=1_000, places=2)
FIGURES = st.decimals(min_value=-1_000, max_value=1_000, places=1)
REPORTED = st.decimals(min_value=-2_000, max_value=2_000, places=2)
ONE_SIDED = (None, Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)


@st.composite
def changes(draw: st.DrawFn, *, figure: bool, direction: Direction) -> Standard:
    """A change that asks for what is better, or for what is at most so much worse."""
    sign = draw(st.sampled_from([None, UP, DOWN]))
    better = sign is None or (sign is UP) is (direction is MORE)
    comparator = draw(st.sampled_from([one for one in ONE_SIDED if one is None or one.value.startswith(">") is better]))
    start = draw(FIGURES) if figure else None
    change = Change(sign, draw(st.sampled_from([None, *Base])), start, "CNY" if figure else None)
    return Standard(
        "", comparator if comparator or better else Comparator.AT_MOST, draw(NUMBERS), None, "%", change=change
    )


@given(data=st.data(), first=REPORTED, second=REPORTED, figure=st.booleans(), direction=st.sampled_from([MORE, LESS]))
def test_a_change_never_scores_backwards(
    data: st.DataObject, first: Decimal, second: Decimal, figure: bool, direction: Direction
) -> None:
    pair = [data.draw(changes(figure=figure, direction=direction)) for _ in range(2)]
    worse, better = sorted((first, second), reverse=direction is LESS)
    before, after = (attain(indicator(direction, *pair), value) for value in (worse, better))
    assert before.basic is not None
    assert after.basic is not None
    assert before.basic <= after.basic
    assert (before.met, before.excelled) <= (after.met, after.excelled) or after.met
    assert before.outstanding is None or after.outstanding is None or before.outstanding <= after.outstanding


@given(data=st.data(), value=REPORTED, direction=st.sampled_from([MORE, LESS]))
def test_a_change_is_met_where_what_it_makes_is(data: st.DataObject, value: Decimal, direction: Direction) -> None:
    change = data.draw(changes(figure=True, direction=direction))
    made = resulting(change, direction)
    if made:
        assert attain(indicator(direction, change), value) == attain(indicator(direction, made), value)


@given(data=st.data(), value=REPORTED, direction=st.sampled_from([MORE, LESS]))
def test_told_as_a_change_or_as_what_it_makes_the_same_is_met(
    data: st.DataObject, value: Decimal, direction: Direction
) -> None:
    unknown = data.draw(changes(figure=False, direction=direction))
    assert unknown.change
    known = replace(unknown, change=replace(unknown.change, figure=Decimal(200), unit="CNY"))
    met = attain(indicator(direction, unknown), value).met
    assert attain(indicator(direction, known), 200 + value * 2).met is met
