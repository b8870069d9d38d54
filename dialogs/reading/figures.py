"""The figures of several indicators in one answer: 退货率 1.8%，订单 127 单."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.core import get_global
from rapidfuzz import fuzz

from dialogs.reading.acts import read_act
from dialogs.reading.clean import clean
from dialogs.reading.figure_words import says_none, says_unknown, without_idle_numerals
from dialogs.reading.fold import fold
from dialogs.reading.standards import Amount, read_amounts, read_standard
from dialogs.reading.unread import Unclear, Unread
from kpi.standards import scale

_MARK = re.compile(r"[,，;；。、\n]")
_NAMED = 75
"""How alike, in percent, what stands beside a number must be to the name of an indicator."""
_BEFORE = 5
"""What a name before its number counts more than one behind it."""
_TIMES = {"second", "month"}
_SHARE = 10
"""How many times a figure a standard is from which on the figure may be meant in hundredths."""
_COUNTERS = ("人位名", "次回趟遍", "家户店位名", "件箱包台套", "单笔", "份篇", "天", "条", "项")
"""Nouns that count, together where one stands for another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator whose figure is asked for: its name and the unit of its standards.

    `basic` is the value of its basic standard, `others` are the names of the other indicators of its post.
    """

    name: str
    unit: str | None
    basic: Decimal | None = None
    others: tuple[str, ...] = ()


def read_figure(text: str, asked: Asked) -> Decimal:
    """The figure of one indicator, in its unit; "none" is nought.

    What was before is left out: "from 85% to 88%" is 88. Raises Unread, also where the text names another one.
    """
    written = without_idle_numerals(clean(text).text, (asked.name, *asked.others))
    amounts = read_amounts(written)
    if len(amounts) <= 1 and _is_none(text, written, amounts):
        _check_named(text, written, asked)
        return Decimal(0)
    if not amounts:
        raise Unread("figure.none", name=asked.name)
    place = _meant(written, amounts, asked)
    amount = amounts[place]
    _check_named(text, _beside(written, amounts, place), asked)
    _check_sign(amount, asked)
    return _converted(amount, asked)


def _is_none(text: str, written: str, amounts: Sequence[Amount]) -> bool:
    """Whether a text says that there was none of something: 没有投诉, no returns, 一个都没有."""
    act = read_act(text)
    if act == "unsure" or says_unknown(text) or any(amount.value != 1 for amount in amounts):
        return False
    if not amounts and (act == "none" or says_none(text)):
        return True
    try:
        return read_standard(written).value == 0
    except Unread:
        return False


def _meant(written: str, amounts: Sequence[Amount], asked: Asked) -> int:
    """The place of the number that is the figure: the only one, or the only one in the unit of the indicator."""
    places = list(range(len(amounts)))
    if len(places) > 1:
        named = [place for place in places if amounts[place].unit and _same(amounts[place].unit or "", asked.unit)]
        places = named if len(named) == 1 else places
    if len(places) > 1 or _is_range(written, amounts[places[0]]):
        raise Unread("figure.several", name=asked.name)
    return places[0]


def _is_range(written: str, amount: Amount) -> bool:
    return read_standard(written[amount.start : amount.end]).upper is not None


def _beside(written: str, amounts: Sequence[Amount], place: int) -> str:
    """The words around a number, up to the next mark or number, with the noun it counts."""
    amount = amounts[place]
    before = written[amounts[place - 1].end if place else 0 : amount.start]
    after = written[amount.end : amounts[place + 1].start if place + 1 < len(amounts) else len(written)]
    noun = amount.unit if amount.unit and amount.unit in written and scale(amount.unit)[0] not in _TIMES else ""
    return f"{_MARK.split(before)[-1]} {noun} {_MARK.split(after)[0]}"


def _check_named(text: str, said: str, asked: Asked) -> None:
    """Raise Unread where words name another indicator of the post."""
    own = _alike(said, asked.name)
    another = max((_alike(said, other) for other in asked.others), default=0.0)
    if another >= _NAMED and another > own:
        raise Unread("figure.other", said=clean(text).text, name=asked.name)


def _check_sign(amount: Amount, asked: Asked) -> None:
    """Raise Unclear where a share without a sign may be meant in percent: 0.88 beside a standard of 85%."""
    share = asked.unit == "%" and amount.unit is None and 0 < amount.value <= 1
    if share and asked.basic is not None and amount.value * _SHARE <= asked.basic:
        raise Unclear(*(f"{value.normalize():f}%" for value in (amount.value * 100, amount.value)))


def read_figures(text: str, asked: Sequence[Asked]) -> tuple[Decimal | None, ...]:
    """The figures that a text names, one for each indicator in its unit, None where it names none.

    Numbers without any name are taken in order where there is one for each. Raises Unread where there is no number, or
    one that belongs to no indicator.
    """
    if len(asked) == 1:
        return (read_figure(text, asked[0]),)
    written = without_idle_numerals(clean(text).text, tuple(one.name for one in asked))
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
    monies = [_is_currency(amount.unit), _is_currency(asked.unit)]
    if {"%", *_TIMES} & {theirs, ours} or all(monies) or _count_different(amount.unit, asked.unit):
        raise Unread("figure.unit", name=asked.name, unit=asked.unit)
    return amount.value


def _same(unit: str, other: str | None) -> bool:
    return other is not None and scale(unit) == scale(other)


def _count_different(unit: str, other: str) -> bool:
    """Whether two nouns count different things: 人 and 次, though not 人 and 位."""
    groups = [{at for at, group in enumerate(_COUNTERS) if fold(noun) in group} for noun in (unit, other)]
    return all(groups) and not groups[0] & groups[1]


def _is_currency(unit: str) -> bool:
    return unit in get_global("all_currencies")
