"""None at all: 零投诉, no complaints, 一个差错都不能有, 投诉为0."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dialogs.reading.text.tokens import Token
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.nouns import unit_after
from kpi.plan import Standard
from kpi.values import Comparator

_NAMED = {"零", "zero", "nil", "0", "无", "none"}


@dataclass(frozen=True, slots=True)
class NoneOf:
    """The standard, and the places of the tokens that say it."""

    standard: Standard
    used: frozenset[int]


def none_of(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """That there is to be none of something, where a text says so without a number of its own."""
    return _not_even_one(written, found) or (None if amounts else _absent(written, found))


def _zero(unit: str | None, used: frozenset[int], found: Sequence[Token]) -> NoneOf:
    rates = [at for at, token in enumerate(found) if token.kind == "per"]
    per = found[rates[0]].meaning if rates else None
    return NoneOf(Standard("", Comparator.EQUAL, Decimal(0), None, unit, per), used | frozenset(rates))


def _is_one(token: Token) -> bool:
    return token.number is not None and token.number.value == 1


def _not_even_one(written: str, found: Sequence[Token]) -> NoneOf | None:
    """一次投诉都不能有, 不出现一起安全事故, not a single accident."""
    none = next((at for at, (no, one) in enumerate(pairwise(found)) if no.kind == "no" and _is_one(one)), None)
    if none is not None and (counted := unit_after(written, found, none + 1))[0]:
        return _zero(counted[0], frozenset(range(none, counted[1])), found)
    if len(found) < 3 or found[-1].kind != "no" or found[-2].meaning not in {"都", "也"}:
        return None
    ones = [at for at, token in enumerate(found) if _is_one(token)]
    if not ones or ones[-1] + 1 >= len(found) - 2:
        return None
    noun = written[found[ones[-1] + 1].start : found[-3].end].removeprefix("个").removeprefix("個")
    return _zero(noun, frozenset(range(ones[-1], len(found))), found)


def _absent(written: str, found: Sequence[Token]) -> NoneOf | None:
    """No complaints; 安全事故为零."""
    places = [at for at, token in enumerate(found) if token.kind == "no"]
    if not places:
        return None
    last = max(at for at, token in enumerate(found) if token.kind != "mark")
    if places[-1] == last and written[found[last].start : found[last].end].lower() in _NAMED:
        return _zero(None, frozenset({last}), found)
    for place in places:
        noun, end = unit_after(written, found, place)
        if noun:
            return _zero(noun, frozenset(range(place, end)), found)
    return None
