"""The figures of several indicators in one answer: 退货率 1.8%，订单 127 单."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.reading.answers.acts import read_act
from dialogs.reading.dates.told_days import Told, told_days
from dialogs.reading.dates.told_periods import Period, about, numerals, told_periods
from dialogs.reading.figures.asides import Aside, aside_of
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.asking import Told as Telling
from dialogs.reading.figures.conversion import converted, fits, same_unit
from dialogs.reading.figures.doubts import check_meant
from dialogs.reading.figures.figure_words import (
    blanked,
    is_fraction,
    is_vague,
    names_nothing,
    naming,
    parted,
    says_none,
    says_unknown,
    unnamed,
    without_idle_numerals,
)
from dialogs.reading.figures.nones import nones, not_one
from dialogs.reading.figures.parts import as_shares, check_part
from dialogs.reading.figures.sames import without_same
from dialogs.reading.figures.signs import may_be_negative, sign_of
from dialogs.reading.text.clean import clean
from dialogs.reading.text.likeness import closest, letters, names_another
from dialogs.reading.text.numbering import without_bullets, without_enclosed, without_numbering
from dialogs.reading.unread import Unread
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.counts import TIMES, is_counted
from dialogs.reading.values.standards import read_amounts, read_standard
from kpi.plan import When
from kpi.units import scale
from locales.text import Text, text

_MARK = re.compile(r"[,，;；。、\n]")
_LONGEST = 5000
"""Characters of an answer in which figures are read; a message of a chat has fewer."""
_BEFORE = 5
"""What a name before its number counts more than one behind it."""


def read_figure(text: str, asked: Asked) -> Decimal:
    """The figure of one indicator, in its unit; "none" is nought.

    What was before is left out: "from 85% to 88%" is 88. Raises Unread, also where the text names another one.
    """
    text, same = without_same(as_shares(_cleaned(text), [asked]), [asked])
    if same and not letters(text):
        return same[0]
    said = _said(text, [asked])
    written, amounts = said.written, said.amounts
    _check_days(text, said.days, asked)
    if len(amounts) <= 1 and (_is_none(text, written, amounts) or _absent(text, [asked])):
        _check_days(text, [one for one, _ in said.periods], asked)
        _check_named(text, said.naming, asked)
        return Decimal(0)
    if not amounts:
        raise Unread("figure.none", name=asked.name)
    if len(amounts) == 1:
        _check_days(text, said.periods_of(0), asked)
    place = _meant(text, said, asked)
    _check_days(text, said.periods_of(place), asked)
    _check_named(text, _beside(said, place), asked)
    return _figure(text, amounts[place], asked)


def _cleaned(text: str) -> str:
    text = clean(text).text
    if len(text) > _LONGEST:
        raise Unread("text.too_long", length=len(text), longest=_LONGEST)
    return not_one(without_enclosed(text))


def _figure(text: str, amount: Amount, asked: Asked) -> Decimal:
    """An amount as the figure of an indicator; raises Unread where it can be none, or may be meant otherwise."""
    figure = converted(amount, asked)
    check_meant(text, amount, figure, asked)
    return figure * sign_of(text, amount, asked)


@dataclass(frozen=True, slots=True)
class _Said:
    """A text as figures are read in it, all as long as it was."""

    written: str
    """Without numerals that are no figures."""
    bare: str
    """That without names, too."""
    naming: str
    """That with whole names, but without any other digits."""
    amounts: Sequence[Amount]
    days: Sequence[Told]
    periods: Sequence[tuple[Period, int | None]]
    """The months and longer times, each with the place of the number that it is told of."""

    def periods_of(self, place: int | None) -> list[Period]:
        """What is told of the number at a place, or of none."""
        return [one for one, of in self.periods if of == place]


def _said(text: str, asked: Sequence[Asked]) -> _Said:
    names = tuple(dict.fromkeys(name for one in asked for name in (one.name, *one.others)))
    bare = unnamed(text, names)
    days = told_days(bare)
    periods = [
        one for one in told_periods(bare) if not any(one.start < day.end and day.start < one.end for day in days)
    ]
    asked_for = {one.days for one in asked if one.days}
    idle = [(one.start, one.end) for one in days]
    for period in periods:
        own = any(map(period.within, asked_for))
        idle += [(period.start, period.end)] if own else numerals(period, text)
    written = without_idle_numerals(blanked(text, idle), names)
    bare, amounts = unnamed(text, names, written), read_amounts(written)
    told = [(one, about(one, bare, amounts)) for one in periods]
    return _Said(written, bare, naming(text, names, written), amounts, days, told)


def _told_of(place: int, amounts: Sequence[Amount], told: Sequence[Told]) -> list[Told]:
    """The days that are told of the number at a place: the last before it, or else the first ones behind it."""
    behind = [sum(amount.start < one.start for amount in amounts) for one in told]
    nearest = max((at for at in behind if at <= place), default=min(behind, default=0))
    return [one for one, at in zip(told, behind, strict=True) if at == nearest]


def _check_days(text: str, told: Sequence[Told | Period], asked: Asked) -> None:
    """Raise Unread where the days that are told all lie outside those that the figure is about."""
    days = asked.days
    if days and told and not any(one.within(days) for one in told):
        said = text[told[0].start : told[0].end].strip(" (:")
        first, last = (When("", day.isoformat()) for day in (days.first, days.last))
        raise Unread("figure.day", said=said, name=asked.name, first=first, last=last)


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


def _meant(text: str, said: _Said, asked: Asked) -> int:
    """The place of the number that is the figure: the only one, or the only one that is in its unit."""
    places, amounts = _themselves(said, asked), said.amounts
    if not places:
        Telling(said.written, amounts, [asked], {}).check_earlier(said.bare, {})
        raise Unread("figure.aside", name=asked.name)
    if len(places) > 1 and all(amounts[place].unit for place in places):
        named = [place for place in places if same_unit(amounts[place].unit or "", asked.unit)]
        places = named if len(named) == 1 else places
    for place in places:
        check_part(text, amounts[place], asked)
    if len(places) > 1:
        raise Unread("figure.several", name=asked.name)
    _check_single(said.written, amounts[places[0]], asked)
    return places[0]


def _themselves(said: _Said, asked: Asked) -> list[int]:
    """The places of the numbers that are not told beside the figure, but may be it."""
    asides = {place: aside_of(said.bare, said.amounts, place, asked) for place in range(len(said.amounts))}
    likely = [place for place, aside in asides.items() if aside is Aside.LIKELY]
    return [place for place, aside in asides.items() if aside is None] or likely


def _check_single(written: str, amount: Amount, asked: Asked) -> None:
    """Raise Unread where a figure would be a range, a part of a count or only about as many."""
    told = written[amount.start : amount.end]
    if amount.ranged or (is_fraction(told) and is_counted(asked)):
        raise Unread("figure.several", name=asked.name)
    if is_vague(written, amount.start, amount.end):
        raise Unread("figure.vague", said=told.strip(), name=asked.name)


def _beside(said: _Said, place: int) -> str:
    """The words around a number, up to the next mark or number, with the noun it counts."""
    written, amounts, amount = said.written, said.amounts, said.amounts[place]
    before = said.naming[amounts[place - 1].end if place else 0 : amount.start]
    after = said.naming[amount.end : amounts[place + 1].start if place + 1 < len(amounts) else len(written)]
    noun = amount.unit if amount.unit and amount.unit in written and scale(amount.unit)[0] not in TIMES else ""
    return f"{_MARK.split(before)[-1]} {noun} {_MARK.split(after)[0]}"


def _check_named(text: str, said: str, asked: Asked) -> None:
    """Raise Unread where words name another indicator of the post."""
    if names_another(said, asked.name, asked.others):
        raise Unread("figure.other", said=text, name=asked.name)


def read_figures(text: str, asked: Sequence[Asked]) -> tuple[Decimal | None, ...]:
    """The figures that a text names, one for each indicator in its unit, None where it names none.

    Numbers without any name are taken in order where there is one for each. Raises Unread where there is no number,
    one that belongs to no indicator, or one that is none of its indicator.
    """
    if len(asked) == 1:
        return (read_figure(text, asked[0]),)
    names = tuple(one.name for one in asked)
    text, same = without_same(as_shares(_cleaned(text), asked), asked)
    if not any(map(may_be_negative, asked)):
        text = without_bullets(text)
    text = parted(without_numbering(text), names)
    asked = [replace(one, others=tuple(other for other in one.others if other not in names)) for one in asked]
    said = _said(text, asked)
    absent = _absent(text, asked)
    if not said.amounts and not absent and not same:
        raise Unread("figures.none", example=example(asked))
    known = same | dict.fromkeys(absent, Decimal(0))
    found = _found(text, said, asked, known) if said.amounts else {}
    for at in absent:
        _check_days(text, said.days, asked[at])
        _check_days(text, [] if said.amounts else said.periods_of(None), asked[at])
        if at in found:
            raise Unread("figure.several", name=asked[at].name)
    figures = known | {at: _figure(text, said.amounts[place], asked[at]) for at, place in found.items()}
    return tuple(figures.get(at) for at in range(len(asked)))


def _absent(text: str, asked: Sequence[Asked]) -> set[int]:
    """The places of the indicators of which there was none, which makes nought of them: of rates those to be low."""
    return {at for at in nones(text, asked) if is_counted(asked[at]) or (asked[at].unit == "%" and _is_low(asked[at]))}


def _is_low(asked: Asked) -> bool:
    """Whether an indicator is the better the less there is."""
    return asked.basic is not None and asked.outstanding is not None and asked.outstanding < asked.basic


def _found(text: str, said: _Said, asked: Sequence[Asked], known: Mapping[int, Decimal]) -> dict[int, int]:
    """Which amount is the figure of which indicator; raises Unread where one is, or may be, something else."""
    written, amounts = said.written, said.amounts
    themselves = [_themselves(said, one) for one in asked]
    found = _in_order(written, amounts, asked, themselves) or _named(said, asked, themselves)
    telling = Telling(written, amounts, asked, known)
    telling.check_earlier(said.bare, found)
    if not any(themselves):
        raise Unread("figures.aside", example=example(asked))
    indicators = {place: asked[at] for at, place in found.items()}
    for place, one in indicators.items():
        check_part(text, amounts[place], one)
    every = sorted({place for places in themselves for place in places})
    telling.check_unplaced(found, [place for place in every if place not in indicators])
    for place in every:
        figure = written[amounts[place].start : amounts[place].end].strip()
        if place not in indicators:
            raise Unread("figures.which", figure=figure, example=example(asked))
        _check_single(written, amounts[place], indicators[place])
        one = indicators[place]
        if names_another(_beside(said, place), one.name, one.others):
            raise Unread("figures.other", figure=figure, example=example(asked))
        _check_days(text, [*_told_of(place, amounts, said.days), *said.periods_of(place)], one)
    return found


def example(asked: Sequence[Asked]) -> Text:
    """An answer that would do: the names of two indicators with the values of their basic standards."""
    first, second = (
        text("figures.sample", name=one.name, value=Decimal(1) if one.basic is None else one.basic) for one in asked[:2]
    )
    return text("figures.example", first=first, second=second)


def _in_order(
    written: str, amounts: Sequence[Amount], asked: Sequence[Asked], themselves: Sequence[Sequence[int]]
) -> dict[int, int]:
    """Numbers without names, as many as are asked for and each in a unit of its indicator, in the order of these."""
    between = zip([0, *(one.end for one in amounts)], [*(one.start for one in amounts), len(written)], strict=True)
    places = sorted({place for places in themselves for place in places})
    if len(places) != len(asked) or not all(names_nothing(written[start:end]) for start, end in between):
        return {}
    if all(fits(amounts[place], one) for place, one in zip(places, asked, strict=True)):
        return dict(enumerate(places))
    return _only_order({place: amounts[place] for place in places}, asked)


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


def _named(said: _Said, asked: Sequence[Asked], themselves: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which amount belongs to which indicator, of those that may be its figure: the likest pairs first, each once.

    Those in a unit of their indicator go before others, and those that are named before those told by their unit.
    """
    names = (*(one.name for one in asked), *dict.fromkeys(other for one in asked for other in one.others))
    amounts, pairs = said.amounts, []
    for place in sorted({place for places in themselves for place in places}):
        before, after = (closest(words, names) for words in _sides(said, place))
        for at, one in enumerate(asked):
            likeness = max(before[at] and before[at] + _BEFORE, after[at])
            by_unit = _by_unit(amounts[place], one, asked) and not any(before[: len(asked)])
            if place in themselves[at] and (likeness or by_unit):
                pairs.append((likeness > 0, fits(amounts[place], one), likeness, at, place))
    found: dict[int, int] = {}
    for *_, at, place in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if at not in found and place not in found.values():
            found[at] = place
    return found


def _by_unit(amount: Amount, one: Asked, asked: Sequence[Asked]) -> bool:
    """Whether a unit tells the only indicator that has it."""
    return [other for other in asked if amount.unit and same_unit(amount.unit, other.unit)] == [one]


def _sides(said: _Said, place: int) -> tuple[str, str]:
    """The words before a number, and those from it on, up to the next marks or numbers."""
    amounts, amount = said.amounts, said.amounts[place]
    before = said.naming[amounts[place - 1].end if place else 0 : amount.start]
    after = said.naming[amount.start : amounts[place + 1].start if place + 1 < len(amounts) else len(said.naming)]
    return _MARK.split(before)[-1], _MARK.split(after)[0]
