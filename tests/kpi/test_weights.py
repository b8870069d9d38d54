from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.weights import adds_up, equal, ranked

rankings = st.integers(1, 100).flatmap(lambda n: st.permutations(range(n)))


def test_equal_shares_put_what_is_left_over_first() -> None:
    assert equal(3) == (Decimal(34), Decimal(33), Decimal(33))


@pytest.mark.parametrize(
    ("order", "weights"),
    [([0], (100,)), ([1, 0], (35, 65)), ([1, 0, 2], (35, 50, 15)), ([0, 1, 2, 3], (40, 30, 20, 10))],
)
def test_ranking_becomes_weights_that_read_well(order: list[int], weights: tuple[int, ...]) -> None:
    assert ranked(order) == weights


@given(st.integers(1, 100))
def test_equal_shares_differ_by_one_at_most(n: int) -> None:
    shares = equal(n)
    assert adds_up(shares)
    assert max(shares) - min(shares) <= 1
    assert list(shares) == sorted(shares, reverse=True)


@given(rankings)
def test_ranked_weights_add_up_and_fall(order: list[int]) -> None:
    weights = ranked(order)
    falling = [weights[index] for index in order]
    assert adds_up(weights)
    assert falling == sorted(falling, reverse=True)
    assert all(weight == int(weight) for weight in weights)
    if len(order) <= 20:
        assert min(weights) >= 5
    if len(order) <= 10:
        assert len(set(weights)) == len(weights)
    if len(order) <= 5:
        assert all(weight % 5 == 0 for weight in weights)


@pytest.mark.parametrize("n", [0, 101])
def test_what_cannot_share_100_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match=f"{n} items"):
        equal(n)
    with pytest.raises(ValueError, match=f"{n} items"):
        ranked(range(n))


@pytest.mark.parametrize("order", [[1, 2], [0, 0], [0, 2]])
def test_no_ranking_is_refused(order: list[int]) -> None:
    with pytest.raises(ValueError, match="not a ranking"):
        ranked(order)


@pytest.mark.parametrize("weights", [(), ("99.9",), ("60", "50"), ("110", "-10"), ("100", "0")])
def test_what_does_not_add_up(weights: tuple[str, ...]) -> None:
    assert not adds_up([Decimal(weight) for weight in weights])


def test_fractions_may_add_up() -> None:
    assert adds_up([Decimal("33.4"), Decimal("66.6")])
