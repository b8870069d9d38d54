"""Which number of an answer is whose figure: by their order, their names, their units."""

from collections.abc import Mapping, Sequence

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.conversion import converted, fits, tells_unit
from dialogs.reading.figures.doubts import may_be, resembles
from dialogs.reading.figures.figure_words import names_nothing
from dialogs.reading.figures.said import Said, sides
from dialogs.reading.text.likeness import closest, hinted
from dialogs.reading.values.amounts import Amount
from kpi.units import same

_BEFORE = 5
"""What a name before its number counts more than one behind it."""


def in_order(said: Said, asked: Sequence[Asked], themselves: Sequence[Sequence[int]]) -> dict[int, int]:
    """Numbers without names, as many as are asked for and each in a unit of its indicator, in the order of these."""
    written, amounts = said.written, said.amounts
    between = zip([0, *(one.end for one in amounts)], [*(one.start for one in amounts), len(written)], strict=True)
    places = sorted({place for places in themselves for place in places})
    if len(places) != len(asked) or not all(names_nothing(written[start:end]) for start, end in between):
        return {}
    if all(fits(amounts[place], one) for place, one in zip(places, asked, strict=True)):
        return dict(enumerate(places))
    return _only_order({place: amounts[place] for place in places}, asked)


def completed(said: Said, asked: Sequence[Asked], found: Mapping[int, int], every: Sequence[int]) -> dict[int, int]:
    """What was found, with the only other number where it must be the last figure: 业绩 102万、退货率 1.3%.

    It stands in its place among as many as are asked for, is told in its unit, and much like the figure before.
    """
    whole = {**found, **{at: place for at, place in enumerate(every) if at < len(asked) and at not in found}}
    left = set(whole) - set(found)
    if len(every) != len(asked) or len(left) != 1 or [whole[at] for at in range(len(asked))] != list(every):
        return dict(found)
    amount, one = said.amounts[whole[min(left)]], asked[min(left)]
    return whole if tells_unit(amount, one) and resembles(converted(amount, one), one) else dict(found)


def named(
    said: Said, asked: Sequence[Asked], themselves: Sequence[Sequence[int]], *, by_unit: bool = True
) -> dict[int, int]:
    """Which amount belongs to which indicator, of those that may be its figure: the likest pairs first, each once.

    Those in a unit of their indicator go before others, and those that are named before those told by their unit.
    """
    names = (*(one.name for one in asked), *dict.fromkeys(other for one in asked for other in one.others))
    amounts, pairs = said.amounts, []
    for place in sorted({place for places in themselves for place in places}):
        amount, around = amounts[place], sides(said, place)
        before, after = (closest(words, names) for words in around)
        hints = [any(each) for each in zip(*(hinted(words, names) for words in around), strict=True)]
        for at, one in enumerate(asked):
            likeness = max(before[at] and before[at] + _BEFORE, after[at])
            if not any((*before, *after)) and hints[at] and may_be(said.written, amount, one):
                likeness = 1
            told = by_unit and _by_unit(amount, one, asked) and not any(before[: len(asked)])
            told = told and (one.before is None or names_nothing(around[0]) or resembles(converted(amount, one), one))
            if place in themselves[at] and (likeness or told):
                pairs.append((likeness > 0, fits(amount, one), likeness, at, place))
    found: dict[int, int] = {}
    for *_, at, place in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if at not in found and place not in found.values():
            found[at] = place
    return found


def _only_order(amounts: Mapping[int, Amount], asked: Sequence[Asked]) -> dict[int, int]:
    """The places of numbers that are in another order, where their units leave no choice: 85%, 412000."""
    fitting = {place: {at for at, one in enumerate(asked) if fits(amount, one)} for place, amount in amounts.items()}
    found: dict[int, int] = {}
    while fitting:
        place = next((place for place, those in fitting.items() if len(those) == 1), None)
        if place is None:
            return {}
        (at,) = fitting.pop(place)
        found[at] = place
        fitting = {other: those - {at} for other, those in fitting.items()}
    return found


def _by_unit(amount: Amount, one: Asked, asked: Sequence[Asked]) -> bool:
    """Whether a unit tells the only indicator that has it."""
    return [other for other in asked if amount.unit and same(amount.unit, other.unit)] == [one]
