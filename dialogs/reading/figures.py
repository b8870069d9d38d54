"""The figures of several indicators in one answer: 退货率 1.8%，订单 127 单."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.core import get_global
from rapidfuzz import fuzz

from dialogs.reading.acts import read_act
from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from dialogs.reading.standards import Amount, read_amounts, read_standard
from dialogs.reading.unread import Unread
from kpi.standards import scale

_MARK = re.compile(r"[,，;；。、\n]")
_NAMED = 75
"""How alike, in percent, what stands beside a number must be to the name of an indicator."""
_BEFORE = 5
"""What a name before its number counts more than one behind it."""
_TIMES = {"second", "month"}


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator whose figure is asked for: its name and the unit of its standards."""

    name: str
    unit: str | None


def read_figure(text: str, asked: Asked) -> Decimal:
    """The figure of one indicator, in its unit; "none" is nought. Raises Unread."""
    amounts = read_amounts(clean(text).text)
    if len(amounts) > 1:
        named = [amount for amount in amounts if amount.unit and _same(amount.unit, asked.unit)]
        amounts = tuple(named) if len(named) == 1 else amounts
    if len(amounts) > 1:
        raise Unread("figure.several", name=asked.name)
    if amounts:
        return _converted(amounts[0], asked)
    if read_act(text) == "none" or _is_absent(text):
        return Decimal(0)
    raise Unread("figure.none", name=asked.name)


def _is_absent(text: str) -> bool:
    """Whether a text says that there was none of something: 没有投诉, no returns."""
    try:
        return read_standard(text).value == 0
    except Unread:
        return False


def read_figures(text: str, asked: Sequence[Asked]) -> tuple[Decimal | None, ...]:
    """The figures that a text names, one for each indicator in its unit, None where it names none.

    Numbers without any name are taken in order where there is one for each. Raises Unread where there is no number, or
    one that belongs to no indicator.
    """
    if len(asked) == 1:
        return (read_figure(text, asked[0]),)
    written = clean(text).text
    amounts = read_amounts(written)
    if not amounts:
        raise Unread("figures.none")
    found = _named(written, amounts, asked)
    if not found and len(amounts) == len(asked):
        found = {at: at for at in range(len(asked))}
    for place, amount in enumerate(amounts):
        if place not in found.values():
            raise Unread("figures.which", figure=written[amount.start : amount.end].strip())
    return tuple(_converted(amounts[found[at]], one) if at in found else None for at, one in enumerate(asked))


def _named(written: str, amounts: Sequence[Amount], asked: Sequence[Asked]) -> dict[int, int]:
    """Which amount belongs to which indicator: the likest pairs first, each once."""
    pairs = [
        (likeness, at, place)
        for place, amount in enumerate(amounts)
        for at, one in enumerate(asked)
        if (likeness := max(_likeness(written, amounts, place, one), _by_unit(amount, one, asked))) >= _NAMED
    ]
    found: dict[int, int] = {}
    for _, at, place in sorted(pairs, key=lambda pair: -pair[0]):
        if at not in found and place not in found.values():
            found[at] = place
    return found


def _by_unit(amount: Amount, one: Asked, asked: Sequence[Asked]) -> float:
    """A unit names the only indicator that has it, though less than the name itself."""
    mine = [other for other in asked if amount.unit and _same(amount.unit, other.unit)]
    return float(_NAMED) if mine == [one] else 0.0


def _likeness(written: str, amounts: Sequence[Amount], place: int, asked: Asked) -> float:
    amount = amounts[place]
    before = written[amounts[place - 1].end if place else 0 : amount.start]
    after = written[amount.end : amounts[place + 1].start if place + 1 < len(amounts) else len(written)]
    unit = written[amount.start : amount.end]
    return max(
        _alike(_MARK.split(before)[-1], asked.name) + _BEFORE,
        _alike(_MARK.split(unit + after)[0], asked.name),
    )


def _alike(said: str, name: str) -> float:
    """How much of a name is said: 订单 names 订单数量, "orders" the number of orders."""
    words = "".join(character for character in fold(said) if character.isalpha() or character == " ").strip()
    shortest = 2 if any(character > "\u2e80" for character in words) else 3
    return fuzz.partial_ratio(words, fold(name)) if len(words) >= shortest else 0.0


def _converted(amount: Amount, asked: Asked) -> Decimal:
    """The figure in the unit of the indicator; raises Unread where the two cannot be the same thing."""
    if amount.unit is None or asked.unit is None or _same(amount.unit, asked.unit):
        return amount.value
    (theirs, size), (ours, own_size) = scale(amount.unit), scale(asked.unit)
    if theirs == ours:
        return amount.value * size / own_size
    if {"%", *_TIMES} & {theirs, ours} or (_is_currency(amount.unit) and _is_currency(asked.unit)):
        raise Unread("figure.unit", name=asked.name, unit=asked.unit)
    return amount.value


def _same(unit: str, other: str | None) -> bool:
    return other is not None and scale(unit) == scale(other)


def _is_currency(unit: str) -> bool:
    return unit in get_global("all_currencies")
