"""Scores: shares of the standards, in the indicator's own direction (method.md 6)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.plan import Dimension, Direction, Indicator, Standard
from kpi.scores import Attainment, Part, Score, attain, judge, mixed, score
from kpi.values import Comparator

NUMBERS = st.decimals(min_value=0, max_value=10_000, places=2)


def indicator(
    direction: Direction | None, basic: Standard | None = None, outstanding: Standard | None = None
) -> Indicator:
    return Indicator(
        id=1,
        dimension=Dimension.QUALITY,
        name="x",
        numeric=True,
        weight=Decimal(100),
        direction=direction,
        basic=basic,
        outstanding=outstanding,
    )


def standard(sign: str, value: str, upper: str | None = None, unit: str | None = "%") -> Standard:
    return Standard(sign, Comparator(sign), Decimal(value), Decimal(upper) if upper else None, unit)


MORE = indicator(Direction.MORE, standard(">=", "90"), standard(">=", "98"))
LESS = indicator(Direction.LESS, standard("<=", "2"), standard("<=", "0"))
RANGE = indicator(Direction.RANGE, standard("range", "80", "120"), standard("range", "95", "105"))


@pytest.mark.parametrize(
    ("held", "value", "expected"),
    [
        (MORE, "45", ("0.5", "0", False, False)),
        (MORE, "90", ("1", "0", True, False)),
        (MORE, "94", ("1", "0.5", True, False)),
        (MORE, "98", ("1", "1", True, True)),
        (MORE, "100", ("1", "1", True, True)),
        (LESS, "4", ("0.5", "0", False, False)),
        (LESS, "2", ("1", "0", True, False)),
        (LESS, "1", ("1", "0.5", True, False)),
        (LESS, "0", ("1", "1", True, True)),
        (RANGE, "40", ("0.5", "0", False, False)),
        (RANGE, "240", ("0.5", "0", False, False)),
        (RANGE, "80", ("1", "0", True, False)),
        (RANGE, "87.5", ("1", "0.5", True, False)),
        (RANGE, "100", ("1", "1", True, True)),
    ],
)
def test_a_value_stands_where_the_direction_puts_it(
    held: Indicator, value: str, expected: tuple[str, str, bool, bool]
) -> None:
    basic, outstanding, met, excelled = expected
    assert attain(held, Decimal(value)) == Attainment(Decimal(basic), Decimal(outstanding), met, excelled)


def test_what_is_beyond_outstanding_counts_only_where_scores_are_open() -> None:
    assert attain(MORE, Decimal(106)).outstanding == 1
    assert attain(MORE, Decimal(106), open_above=True).outstanding == 2


def test_none_at_all_is_met_or_not() -> None:
    none = indicator(Direction.LESS, standard("=", "0"))
    assert attain(none, Decimal(0)).basic == 1
    assert attain(none, Decimal(1)).basic == 0


def test_strict_bounds_are_not_met_by_themselves() -> None:
    strict = indicator(Direction.LESS, standard("<", "5"))
    assert attain(strict, Decimal(5)).met is False
    assert attain(strict, Decimal("4.9")).met is True


@given(bound=NUMBERS, beyond=NUMBERS, value=NUMBERS, sign=st.sampled_from(["<", "<=", ">", ">="]))
def test_a_share_is_full_where_the_standard_is_met_and_nowhere_else(
    bound: Decimal, beyond: Decimal, value: Decimal, sign: str
) -> None:
    direction = Direction.LESS if sign.startswith("<") else Direction.MORE
    pair = (standard(sign, str(bound)), standard(sign, str(bound - beyond if sign.startswith("<") else bound + beyond)))
    attained = attain(indicator(direction, *pair), value)
    assert (attained.basic == 1) is attained.met
    assert attained.outstanding is None or (attained.outstanding == 1) is attained.excelled


def test_a_standard_without_comparator_is_meant_as_the_direction_has_it() -> None:
    plain = Standard("20", None, Decimal(20), unit="visits")
    assert attain(indicator(Direction.MORE, plain), Decimal(30)).met is True
    assert attain(indicator(Direction.LESS, plain), Decimal(30)).met is False


def test_times_are_held_against_each_other_in_one_unit() -> None:
    days = indicator(Direction.LESS, standard("<=", "2", unit="day"), standard("<=", "24", unit="hour"))
    assert attain(days, Decimal("1.5")).outstanding == Decimal("0.5")


def test_without_standards_nothing_is_attained() -> None:
    assert attain(indicator(Direction.MORE), Decimal(5)) == Attainment(None, None, None, None)


def judged() -> Indicator:
    basic = Standard("", items=("Names the owner", "Gives a date"))
    return indicator(None, basic, Standard("", items=("Gives a date", "Adds the cost", "Adds the risk")))


def test_a_judgement_counts_the_items_that_were_observed() -> None:
    assert judge(judged(), ["gives a date"]) == Attainment(Decimal("0.5"), Decimal(0), False, False)
    seen = ["Names the owner", "Gives a date", "Adds the risk"]
    assert judge(judged(), seen) == Attainment(Decimal(1), Decimal("0.5"), True, False)
    assert judge(judged(), [*seen, "Adds the cost"]) == Attainment(Decimal(1), Decimal(1), True, True)


@pytest.mark.parametrize("open_above", [False, True])
@given(first=NUMBERS, second=NUMBERS, low=NUMBERS, high=NUMBERS)
def test_better_values_never_score_worse(
    open_above: bool, first: Decimal, second: Decimal, low: Decimal, high: Decimal
) -> None:
    worse, better = sorted((first, second))
    low, high = sorted((low, high))
    more = indicator(Direction.MORE, standard(">=", str(low)), standard(">=", str(high)))
    less = indicator(Direction.LESS, standard("<=", str(high)), standard("<=", str(low)))
    for held, lesser, greater in ((more, worse, better), (less, better, worse)):
        before, after = (attain(held, value, open_above=open_above) for value in (lesser, greater))
        assert (before.basic or 0) <= (after.basic or 0)
        assert (before.outstanding or 0) <= (after.outstanding or 0)
        assert (before.met, before.excelled) <= (after.met, after.excelled)


@given(value=NUMBERS, low=NUMBERS, width=NUMBERS, margin=NUMBERS)
def test_nearer_to_a_range_never_scores_worse(value: Decimal, low: Decimal, width: Decimal, margin: Decimal) -> None:
    held = indicator(
        Direction.RANGE,
        standard("range", str(low), str(low + width + 2 * margin + 1)),
        standard("range", str(low + margin), str(low + margin + width + 1)),
    )
    middle = low + margin + (width + 1) / 2
    nearer = (value + middle) / 2
    before, after = attain(held, value), attain(held, nearer)
    assert (before.basic or 0) <= (after.basic or 0)
    assert (before.outstanding or 0) <= (after.outstanding or 0)


UPWARD = ("=", "~", "range", "±", ">=", ">")
DOWNWARD = ("=", "~", "range", "±", "<=", "<")
BOTH = ("range", "±", "=", "~", ">=", ">", "<=", "<")


def any_standard(signs: tuple[str, ...]) -> st.SearchStrategy[Standard]:
    """A standard by any comparator that does not speak against the direction, whichever of a pair is the harder one."""
    return st.builds(
        lambda sign, value, width: Standard(
            sign,
            Comparator(sign) if sign != "~" or width else None,
            value,
            {"range": value + width, "±": width}.get(sign),
            "%",
        ),
        st.sampled_from(signs),
        NUMBERS,
        st.integers(0, 50).map(Decimal),
    )


def assert_never_worse(before: Attainment, after: Attainment) -> None:
    assert [one is None for one in (before.basic, before.outstanding)] == [
        one is None for one in (after.basic, after.outstanding)
    ]
    assert (before.basic or 0) <= (after.basic or 0)
    assert (before.outstanding or 0) <= (after.outstanding or 0)
    assert bool(before.met) <= bool(after.met)
    assert bool(before.excelled) <= bool(after.excelled)


@given(data=st.data(), first=NUMBERS, second=NUMBERS, open_above=st.booleans())
def test_better_values_never_score_worse_whatever_the_standards_say(
    data: st.DataObject, first: Decimal, second: Decimal, open_above: bool
) -> None:
    lesser, greater = sorted((first, second))
    for direction, signs, worse, better in (
        (Direction.MORE, UPWARD, lesser, greater),
        (Direction.LESS, DOWNWARD, greater, lesser),
    ):
        pair = [data.draw(st.none() | any_standard(signs)) for _ in range(2)]
        held = indicator(direction, *pair)
        before, after = (attain(held, value, open_above=open_above) for value in (worse, better))
        assert_never_worse(before, after)


@given(basic=any_standard(BOTH), outstanding=any_standard(BOTH), value=NUMBERS, part=st.integers(0, 10))
def test_nearer_to_what_meets_both_standards_never_scores_worse(
    basic: Standard, outstanding: Standard, value: Decimal, part: int
) -> None:
    held = indicator(Direction.RANGE, basic, outstanding)
    best = [one for one in (basic.value, outstanding.value) if one is not None and attain(held, one).met]
    for inner in best:
        if attain(held, inner).excelled:
            assert_never_worse(attain(held, value), attain(held, value + (inner - value) * part / 10))


@given(
    basic=st.sets(st.sampled_from("abcd")),
    outstanding=st.sets(st.sampled_from("cdef")),
    observed=st.sets(st.sampled_from("abcdefg")),
    more=st.sampled_from("abcdefg"),
)
def test_observing_one_more_never_scores_worse(
    basic: set[str], outstanding: set[str], observed: set[str], more: str
) -> None:
    standards = (Standard("", items=tuple(sorted(one))) if one else None for one in (basic, outstanding))
    held = indicator(None, *standards)
    assert_never_worse(judge(held, observed), judge(held, observed | {more}))


@given(value=NUMBERS, basic=any_standard(UPWARD), outstanding=any_standard(UPWARD))
def test_capped_scores_end_at_outstanding_where_open_ones_go_on(
    value: Decimal, basic: Standard, outstanding: Standard
) -> None:
    held = indicator(Direction.MORE, basic, outstanding)
    capped, open_above = attain(held, value), attain(held, value, open_above=True)
    assert capped.basic == open_above.basic
    if open_above.outstanding is not None:
        assert capped.outstanding == min(open_above.outstanding, Decimal(1))


@given(value=NUMBERS, bound=NUMBERS)
def test_basic_is_full_exactly_where_it_is_met(value: Decimal, bound: Decimal) -> None:
    for direction, sign in ((Direction.MORE, ">="), (Direction.LESS, "<=")):
        read = attain(indicator(direction, standard(sign, str(bound))), value)
        assert (read.basic == 1) is read.met


PARTS = st.lists(
    st.builds(
        Part,
        st.integers(1, 60).map(Decimal),
        st.none() | st.builds(lambda value: attain(MORE, value), NUMBERS),
    ),
    min_size=1,
    max_size=8,
)


@given(parts=PARTS)
def test_missing_reports_are_missing_not_nought(parts: list[Part]) -> None:
    read = score(parts)
    known = [part for part in parts if part.attainment]
    assert (score(known).basic, score(known).outstanding) == (read.basic, read.outstanding)
    assert (read.missing == 0) is (len(known) == len(parts))
    assert (read.basic is None) is (not known)


@given(parts=PARTS, factor=st.integers(2, 9))
def test_only_the_proportions_of_weights_count(parts: list[Part], factor: int) -> None:
    heavier = [Part(part.weight * factor, part.attainment) for part in parts]
    assert score(heavier) == score(parts)


@given(parts=PARTS)
def test_a_score_lies_between_its_parts(parts: list[Part]) -> None:
    read = score(parts)
    shares = [part.attainment.basic for part in parts if part.attainment and part.attainment.basic is not None]
    if read.basic is not None:
        assert min(shares) - Decimal("1e-9") <= read.basic <= max(shares) + Decimal("1e-9")


@given(weights=st.lists(st.integers(1, 60).map(Decimal), min_size=1, max_size=8))
def test_where_nothing_was_reported_there_is_no_score(weights: list[Decimal]) -> None:
    assert score([Part(weight, None) for weight in weights]) == Score(None, None, Decimal(1))


@given(parts=PARTS)
def test_what_is_missing_is_the_share_of_its_weights(parts: list[Part]) -> None:
    missing = sum((part.weight for part in parts if part.attainment is None), Decimal(0))
    assert abs(score(parts).missing * sum(part.weight for part in parts) - missing) < Decimal("1e-8")


SHARES = st.decimals(min_value=0, max_value=1, places=3)


@given(post=SHARES, department=SHARES, share=st.integers(0, 100).map(Decimal))
def test_a_mixed_result_lies_between_post_and_department(post: Decimal, department: Decimal, share: Decimal) -> None:
    read = mixed(post, department, share)
    assert read is not None
    assert min(post, department) <= read <= max(post, department)
    assert (mixed(post, department, Decimal(0)), mixed(post, department, Decimal(100))) == (post, department)


def test_the_department_counts_by_the_organisations_share() -> None:
    assert mixed(Decimal("0.8"), Decimal(1), Decimal(30)) == Decimal("0.86")
    assert mixed(Decimal("0.8"), None, Decimal(30)) == Decimal("0.8")
    assert mixed(None, Decimal(1), Decimal(30)) is None  # others' results are not theirs
    assert mixed(None, None, Decimal(30)) is None
