"""Weights that add up to 100 (method.md 2.6)."""

from collections.abc import Sequence
from decimal import Decimal

TOTAL = 100
"""What the weights of one level add up to, in percent."""


def adds_up(weights: Sequence[Decimal]) -> bool:
    """Whether the weights are positive and add up to exactly 100."""
    return all(weight > 0 for weight in weights) and sum(weights) == TOTAL


def equal(n: int) -> tuple[Decimal, ...]:
    """Equal shares in whole numbers, the first ones larger by one where 100 cannot be divided evenly: 34, 33, 33.

    Raises ValueError unless 1 <= n <= 100.
    """
    _within_total(n)
    share, left = divmod(TOTAL, n)
    return tuple(Decimal(share + (rank < left)) for rank in range(n))


def ranked(order: Sequence[int]) -> tuple[Decimal, ...]:
    """Weights from a ranking, where order[i] is the index of the i-th most important.

    The shares fall evenly (rank sum: n, n-1, ..., 1), rounded to multiples of 5 for up to five items and to whole
    numbers beyond. Each is at least 5 for up to twenty items, and less than the one ranked before it for up to ten.
    Raises ValueError unless order holds each of 0 to n-1 once and 1 <= n <= 100.
    """
    n = len(order)
    _within_total(n)
    if sorted(order) != list(range(n)):
        raise ValueError(f"not a ranking of {n} items: {order}")
    weights = dict(zip(order, _falling(n), strict=True))
    return tuple(Decimal(weights[index]) for index in range(n))


def _within_total(n: int) -> None:
    if not 1 <= n <= TOTAL:
        raise ValueError(f"{n} items cannot share {TOTAL} in whole numbers")


def _falling(n: int) -> list[int]:
    """Weights by rank, from the most important down, on the coarsest scale that has room for them."""
    scales = ((5, 1, 1), (1, 1, 5), (1, 0, 5), (1, 0, 1))
    unit, step, smallest = next(scale for scale in scales if sum(_least(n, *scale)) <= TOTAL)
    least = _least(n, unit, step, smallest)
    more = _shared((TOTAL - sum(least)) // unit, n)
    return [low + unit * extra for low, extra in zip(least, more, strict=True)]


def _least(n: int, unit: int, step: int, smallest: int) -> list[int]:
    """The least that each rank must have: the smallest for the last one, a step more for each before it."""
    return [unit * (smallest + step * below) for below in reversed(range(n))]


def _shared(amount: int, n: int) -> list[int]:
    """The amount split in proportion n, n-1, ..., 1 by largest remainder, which never puts a lower rank ahead."""
    whole = n * (n + 1) // 2
    parts = [divmod(amount * rank, whole) for rank in range(n, 0, -1)]
    left = amount - sum(share for share, _ in parts)
    rounded_up = sorted(range(n), key=lambda rank: -parts[rank][1])[:left]
    return [share + (rank in rounded_up) for rank, (share, _) in enumerate(parts)]
