from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.plan import Direction, Standard
from kpi.standards import Problem, beyond, check, comparable, direction_of, room_left
from kpi.values import Comparator

MORE, LESS, RANGE = Direction.MORE, Direction.LESS, Direction.RANGE
numbers = st.decimals(min_value=1, max_value=99, places=1)


def standard(written: str, unit: str | None = "%", per: str | None = None) -> Standard:
    """A standard from its shortest form: ">= 97", "95 .. 98", "100 ± 5", "= 0"."""
    low, sign, high = written.rpartition(" ± ") if "±" in written else written.rpartition(" .. ")
    if sign:
        comparator = Comparator.PLUS_MINUS if "±" in sign else Comparator.RANGE
        return Standard(written, comparator, Decimal(low), Decimal(high), unit, per)
    symbol, value = written.split()
    return Standard(written, Comparator(symbol), Decimal(value), None, unit, per)


def observed(*items: str) -> Standard:
    return Standard(", ".join(items), items=items)


@pytest.mark.parametrize(
    ("basic", "outstanding", "direction", "lies_beyond"),
    [
        (">= 97", ">= 99", MORE, True),
        (">= 99", ">= 97", MORE, False),
        (">= 97", ">= 97", MORE, False),
        (">= 97", "> 97", MORE, True),
        ("<= 3", "<= 1", LESS, True),
        ("<= 1", "<= 3", LESS, False),
        ("<= 3", "= 0", LESS, True),
        ("<= 3", "< 3", LESS, True),
        ("90 .. 95", "95 .. 100", MORE, True),
        ("5 .. 7", "3 .. 5", LESS, True),
        ("5 .. 7", "7 .. 9", LESS, False),
        ("20 .. 30", "23 .. 27", RANGE, True),
        ("20 .. 30", "20 .. 30", RANGE, False),
        ("20 .. 30", "15 .. 25", RANGE, False),
        ("20 .. 30", "= 25", RANGE, True),
        ("100 ± 5", "100 ± 2", RANGE, True),
        ("100 ± 2", "100 ± 5", RANGE, False),
        (">= 97", ">= 99", None, True),
        ("= 97", "= 99", None, False),
    ],
)
def test_beyond(basic: str, outstanding: str, direction: Direction | None, lies_beyond: bool) -> None:
    assert beyond(standard(basic), standard(outstanding), direction) is lies_beyond


MIRRORED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}
standards = st.builds(lambda comparator, value: Standard("", comparator, value), st.sampled_from(Comparator), numbers)


def mirrored(one: Standard) -> Standard:
    """The standard on the other side of nought; a tolerance around nought is its own mirror image."""
    assert one.comparator
    assert one.value
    value = one.value if one.comparator is Comparator.PLUS_MINUS else -one.value
    return Standard("", MIRRORED.get(one.comparator, one.comparator), value)


@given(standards, standards)
def test_less_is_better_mirrors_more_is_better(basic: Standard, outstanding: Standard) -> None:
    assert beyond(basic, outstanding, MORE) is beyond(mirrored(basic), mirrored(outstanding), LESS)


@given(standards, standards, st.sampled_from(Direction))
def test_only_one_of_two_lies_beyond_the_other(one: Standard, other: Standard, direction: Direction) -> None:
    assert not (beyond(one, other, direction) and beyond(other, one, direction))


@given(numbers, numbers)
def test_less_is_better_never_takes_a_larger_bound_for_the_better(one: Decimal, other: Decimal) -> None:
    at_most, at_most_other = (Standard("", Comparator.AT_MOST, value) for value in (one, other))
    at_least, at_least_other = (Standard("", Comparator.AT_LEAST, value) for value in (one, other))
    assert beyond(at_most, at_most_other, LESS) is (other < one)
    assert beyond(at_least, at_least_other, MORE) is (other > one)


@pytest.mark.parametrize(
    ("basic", "unit", "direction", "room"),
    [
        (">= 100", "%", MORE, False),
        ("= 100", "%", MORE, False),
        (">= 100", "report", MORE, True),
        (">= 99", "%", MORE, True),
        (">= 100", "%", None, False),
        ("> 100", "%", MORE, True),
        ("= 0", "defect", LESS, False),
        ("<= 0", "defect", LESS, False),
        ("= 0", "defect", MORE, True),
        ("< 1", "defect", LESS, True),
        ("<= 100", "%", LESS, True),
        ("20 .. 30", "degree", RANGE, True),
        ("= 25", "degree", RANGE, False),
        ("= 25", "degree", None, True),
    ],
)
def test_room_left(basic: str, unit: str, direction: Direction | None, room: bool) -> None:
    assert room_left(standard(basic, unit), direction) is room


@pytest.mark.parametrize(
    ("basic", "outstanding", "fair"),
    [
        (standard("<= 48", "hour"), standard("<= 1", "day"), True),
        (standard("<= 48", "hour"), standard("<= 1", "working_day"), False),
        (standard("<= 1", "quarter"), standard("<= 1", "month"), True),
        (standard("<= 1", "month"), standard("<= 20", "day"), False),
        (standard(">= 97", "%"), standard(">= 99", None), False),
        (standard("<= 2", "complaint"), standard("<= 1", "complaints"), True),
        (standard("<= 2", "complaint", "month"), standard("<= 1", "complaint", "year"), False),
        (standard("<= 2", "次", "month"), standard("= 0", "投诉"), True),
        (observed("on time"), standard(">= 99"), False),
        (observed("on time"), observed("asked for by passengers"), True),
    ],
)
def test_comparable(basic: Standard, outstanding: Standard, fair: bool) -> None:
    assert comparable(basic, outstanding) is fair
    assert comparable(outstanding, basic) is fair


def test_times_are_compared_in_one_unit() -> None:
    assert beyond(standard("<= 48", "hour"), standard("<= 1", "day"), LESS)
    assert not beyond(standard("<= 48", "hour"), standard("<= 3", "day"), LESS)


def test_a_verifiable_standard_lies_beyond_when_it_lists_something_more() -> None:
    basic = observed("on time", "safe")
    assert beyond(basic, observed("Safe", "asked for by passengers"), None)
    assert not beyond(basic, observed("Safe", "on time "), None)
    assert room_left(basic, None)


@pytest.mark.parametrize(
    ("basic", "outstanding", "direction", "problem"),
    [
        (">= 97", ">= 99", MORE, None),
        (">= 97", None, MORE, None),
        ("<= 97", ">= 99", MORE, Problem.AGAINST_DIRECTION),
        (">= 97", "<= 99", MORE, Problem.AGAINST_DIRECTION),
        (">= 3", ">= 5", LESS, Problem.AGAINST_DIRECTION),
        (">= 100", None, MORE, Problem.NO_ROOM),
        ("= 0", "= 0", LESS, Problem.NO_ROOM),
        (">= 97", ">= 95", MORE, Problem.NOT_BEYOND),
    ],
)
def test_check(basic: str, outstanding: str | None, direction: Direction, problem: Problem | None) -> None:
    assert check(standard(basic), standard(outstanding) if outstanding else None, direction) is problem


def test_check_names_different_units() -> None:
    assert check(standard("<= 3", "day"), standard("<= 2", "次"), LESS) is Problem.INCOMPARABLE


@pytest.mark.parametrize(
    ("comparator", "direction"),
    [
        (Comparator.MORE_THAN, MORE),
        (Comparator.AT_MOST, LESS),
        (Comparator.PLUS_MINUS, RANGE),
        (Comparator.EQUAL, None),
    ],
)
def test_direction_of(comparator: Comparator, direction: Direction | None) -> None:
    assert direction_of(comparator) is direction
    assert direction_of(None) is None
