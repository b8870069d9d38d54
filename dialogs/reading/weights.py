"""Weights that add up to 100, and orders of importance (method.md 2.6)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dialogs.reading.fold import fold
from dialogs.reading.numerals import numeral
from dialogs.reading.tokens import Lexicon, tokens
from dialogs.reading.unread import Unread

_NOTHING = Lexicon({})
_HUNDRED = Decimal(100)
_LONGEST = 1000
_BREAKS = re.compile(r"[\s,、;/>]+|->|然后|再|其次|最后|and then|then")


def read_weights(text: str, names: Sequence[str]) -> tuple[Decimal, ...]:
    """A weight out of 100 for each name, in the order of the names; the text may name them in any order.

    Raises Unread, with the sum and what is missing or over, where they are too few, too many or do not add up to 100.
    """
    folded = fold(text[:_LONGEST])
    weights = _named(folded, names) or _numbers(folded)
    example = " ".join(map(str, _example(len(names))))
    if len(weights) != len(names):
        raise Unread("unread.weights.count", n=len(names), names=tuple(names), read=len(weights), example=example)
    total = sum(weights, Decimal(0))
    if total != _HUNDRED:
        id = "unread.weights.missing" if total < _HUNDRED else "unread.weights.over"
        raise Unread(id, sum=total, difference=abs(_HUNDRED - total), example=example)
    if not all(weights):
        raise Unread("unread.weights.zero", example=example)
    return weights


def _numbers(folded: str) -> tuple[Decimal, ...]:
    return tuple(token.number.value for token in tokens(folded, _NOTHING) if token.number)


def _named(folded: str, names: Sequence[str]) -> tuple[Decimal, ...]:
    """The weights behind the names, in the order of the names; empty where not every name is there."""
    places = [(folded.find(name), len(name)) for name in map(fold, names)]
    if any(at < 0 for at, _ in places) or len({at for at, _ in places}) < len(places):
        return ()
    starts = sorted(at for at, _ in places)
    found: list[Decimal] = []
    for at, length in places:
        later = [start for start in starts if start > at]
        numbers = _numbers(folded[at + length : later[0] if later else len(folded)])
        if len(numbers) != 1:
            return ()
        found.append(numbers[0])
    return tuple(found)


def _example(count: int) -> list[int]:
    """Equal weights in whole numbers, the rest on the first."""
    share = 100 // max(count, 1)
    return [100 - share * (count - 1), *[share] * (count - 1)]


def read_ranking(text: str, names: Sequence[str]) -> tuple[int, ...]:
    """Places of the names (from 0), the most important first: "2>1>3", "2 1 3", or the names in order.

    Raises Unread where it is not an order of all of them.
    """
    folded = fold(text[:_LONGEST])
    for order in (_order_of_names(folded, names), _order_of_numbers(folded)):
        if sorted(order) == list(range(len(names))):
            return tuple(order)
    example = " > ".join(str(place) for place in range(len(names), 0, -1))
    raise Unread("unread.ranking", names=tuple(names), example=example)


def _order_of_names(folded: str, names: Sequence[str]) -> list[int]:
    places = [folded.find(fold(name)) for name in names]
    return (
        sorted(range(len(names)), key=places.__getitem__)
        if min(places, default=-1) >= 0 and len(set(places)) == len(places)
        else []
    )


def _order_of_numbers(folded: str) -> list[int]:
    words = [word for word in _BREAKS.split(folded) if word]
    if len(words) == 1 and words[0].isascii() and words[0].isdigit():
        words = list(words[0])  # 213
    numbers = [numeral(word.strip(".。第"), 0) for word in words if word.strip(".。第")]
    return [int(number.value) - 1 for number in numbers if number]
