"""The figures of several indicators in one answer: 退货率 1.8%，订单 127 单."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from dialogs.reading.answers.acts import read_act
from dialogs.reading.dates.told_days import Told
from dialogs.reading.dates.told_periods import Period
from dialogs.reading.figures.asides import Aside, aside_of
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.asking import Told as Telling
from dialogs.reading.figures.conversion import converted
from dialogs.reading.figures.doubts import as_meant
from dialogs.reading.figures.figure_words import is_fraction, is_vague, parted, says_none, says_unknown
from dialogs.reading.figures.nones import nones, not_one
from dialogs.reading.figures.parts import as_shares, check_part
from dialogs.reading.figures.pending import is_rough, pending
from dialogs.reading.figures.placing import completed, in_order, named
from dialogs.reading.figures.said import Said, beside, read_said
from dialogs.reading.figures.sames import without_same
from dialogs.reading.figures.signs import may_be_negative, sign_of
from dialogs.reading.text.clean import clean
from dialogs.reading.text.likeness import closest, letters, names_another
from dialogs.reading.text.numbering import numbered_items, without_bullets, without_enclosed, without_numbering
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.counts import is_counted
from dialogs.reading.values.standards import read_standard
from kpi.plan import When
from kpi.units import same
from locales.text import Text, text

_SENTENCE = re.compile(r"[;。；!！?？\n]|\.(?=\s)")
_LONGEST = 5000
"""Characters of an answer in which figures are read; a message of a chat has fewer."""


def read_figure(text: str, asked: Asked) -> Decimal:
    """The figure of one indicator, in its unit; "none" is nought.

    What was before is left out: "from 85% to 88%" is 88. Raises Unread, also where the text names another one.
    """
    text, same = without_same(as_shares(_exactly(text), [asked]), [asked])
    if same and not letters(text):
        return same[0]
    said = read_said(text, [asked])
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
    _check_named(text, beside(said, place), asked)
    return _figure(text, amounts[place], asked)


def _exactly(text: str) -> str:
    """The text cleaned for reading, unless it is too long, or only a guess."""
    text = clean(text).text
    if len(text) > _LONGEST:
        raise Unread("text.too_long", length=len(text), longest=_LONGEST)
    if is_rough(text):
        raise Unread("figures.rough")
    return not_one(without_enclosed(text))


def _figure(text: str, amount: Amount, asked: Asked) -> Decimal:
    """An amount as the figure of an indicator; raises Unread where it can be none, or may be meant otherwise."""
    figure = as_meant(text, amount, converted(amount, asked), asked)
    return figure * sign_of(text, amount, asked)


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


def _meant(text: str, said: Said, asked: Asked) -> int:
    """The place of the number that is the figure: the only one, or the only one that is in its unit."""
    places, amounts = _themselves(said, asked), said.amounts
    if not places:
        Telling(said.written, amounts, [asked], {}, set()).check_earlier(said.bare, {})
        raise Unread("figure.aside", name=asked.name)
    if len(places) > 1 and all(amounts[place].unit for place in places):
        named = [place for place in places if same(amounts[place].unit or "", asked.unit)]
        places = named if len(named) == 1 else places
    for place in places:
        check_part(text, amounts[place], asked)
    if len(places) > 1:
        raise Unread("figure.several", name=asked.name)
    _check_single(said.written, amounts[places[0]], asked)
    return places[0]


def _themselves(said: Said, asked: Asked) -> list[int]:
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


def _check_named(text: str, said: str, asked: Asked) -> None:
    """Raise Unread where words name another indicator of the post."""
    if names_another(said, asked.name, asked.others):
        raise Unread("figure.other", said=text, name=asked.name)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that a text names, by the places of their indicators, and why other numbers are none of them."""

    told: Mapping[int, Decimal]
    missed: Sequence[Unread] = ()
    pending: frozenset[int] = frozenset()
    """The places of the indicators whose figures are still to come."""


def read_figures(text: str, asked: Sequence[Asked]) -> tuple[Decimal | None, ...]:
    """The figures that a text names, one for each indicator in its unit, None where it names none.

    Raises Unread where any number in it cannot be one of them.
    """
    read = read_some(text, asked)
    for unread in read.missed:
        raise unread
    return tuple(read.told.get(at) for at in range(len(asked)))


def read_some(text: str, asked: Sequence[Asked]) -> Figures:
    """The figures that a text names, whatever else it tells beside them.

    Numbers without any name are taken in order where there is one for each. Where nothing is read of the whole, it may
    be of the only sentence that tells figures. Raises Unread where there is no figure, and Unclear where one may be
    meant in more ways.
    """
    if len(asked) == 1:
        return Figures({0: read_figure(text, asked[0])})
    try:
        return _read(text, asked)
    except Unclear:
        raise
    except Unread:
        parts = [part for part in _SENTENCE.split(text) if part.strip()]
        read = {part: found for part in parts if (found := _read_alone(part, asked))} if len(parts) > 1 else {}
        if len(read) != 1:
            raise
    ((told, found),) = read.items()
    missed = [Unread("figures.unread", said=part.strip()) for part in parts if part != told]
    return replace(found, missed=[*found.missed, *missed])


def _read_alone(text: str, asked: Sequence[Asked]) -> Figures | None:
    """The figures of one sentence, None where it has none for sure."""
    try:
        return _read(text, asked)
    except Unread:
        return None


def _read(text: str, asked: Sequence[Asked]) -> Figures:
    names = tuple(one.name for one in asked)
    text, same = without_same(as_shares(_exactly(text), asked), asked)
    if not any(map(may_be_negative, asked)):
        text = without_bullets(text)
    text = _by_numbers(text, names)
    waits = pending(text, names)
    text = parted(without_numbering(text), names)
    asked = [replace(one, others=tuple(other for other in one.others if other not in names)) for one in asked]
    said = read_said(text, asked)
    absent = _absent(text, asked)
    if not said.amounts and not absent and not same:
        raise Unread("figures.none", example=example(asked))
    known = same | dict.fromkeys(absent, Decimal(0))
    found, missed = _found(text, said, asked, known, waits) if said.amounts else ({}, [])
    figures = dict(known)
    for at in absent:
        if failed := _unread(_check_absent, text, said, asked[at], at in found):
            missed.append(failed)
            figures.pop(at)
            found.pop(at, None)
    for at, place in found.items():
        try:
            figures[at] = _figure(text, said.amounts[place], asked[at])
        except Unclear:
            raise
        except Unread as unread:
            missed.append(unread)
    if not figures:
        raise missed[0]
    return Figures(figures, missed, frozenset(waits - set(figures)))


def _by_numbers(text: str, names: Sequence[str]) -> str:
    """The text with names for the numbers of a list that names nothing: it is in the order of the question."""
    items = numbered_items(text)
    if len(items) > len(names) or any(map(any, (closest(item, names) for item in items))):
        return text
    return "; ".join(f"{name} {item.strip()}" for name, item in zip(names, items, strict=False)) or text


def _unread(check: Callable[..., None], *args: Any) -> Unread | None:
    """Why a check finds no figure, None where it finds one; what asks is raised."""
    try:
        check(*args)
    except Unclear:
        raise
    except Unread as unread:
        return unread
    return None


def _check_absent(text: str, said: Said, asked: Asked, is_told: bool) -> None:  # noqa: FBT001 - see _unread
    """Raise Unread where it is of other days that there was none, or a figure is told besides."""
    _check_days(text, said.days, asked)
    _check_days(text, [] if said.amounts else said.periods_of(None), asked)
    if is_told:
        raise Unread("figure.several", name=asked.name)


def _absent(text: str, asked: Sequence[Asked]) -> set[int]:
    """The places of the indicators of which there was none, which makes nought of them: of rates those to be low."""
    return {at for at in nones(text, asked) if is_counted(asked[at]) or (asked[at].unit == "%" and _is_low(asked[at]))}


def _is_low(asked: Asked) -> bool:
    """Whether an indicator is the better the less there is."""
    return asked.basic is not None and asked.outstanding is not None and asked.outstanding < asked.basic


def _found(
    text: str, said: Said, asked: Sequence[Asked], known: Mapping[int, Decimal], waits: AbstractSet[int]
) -> tuple[dict[int, int], list[Unread]]:
    """Which amount is the figure of which indicator, and why the others are none; `waits` is still to come."""
    themselves = [_themselves(said, one) for one in asked]
    every = sorted({place for places in themselves for place in places})
    found = completed(said, asked, in_order(said, asked, themselves) or named(said, asked, themselves), every)
    telling = Telling(said.written, said.amounts, asked, known, waits)
    telling.check_earlier(said.bare, found)
    if not every:
        return {}, [Unread("figures.aside", example=example(asked))]
    telling.check_unplaced(found, [place for place in every if place not in found.values()])
    if not set(every) <= set(found.values()):
        found = named(said, asked, themselves, by_unit=False)  # where some number is something else, others may be
    of, missed = {place: asked[at] for at, place in found.items()}, list[Unread]()
    for place in every:
        if failed := _unread(_check_place, text, said, place, of.get(place), asked):
            missed.append(failed)
            found = {at: other for at, other in found.items() if other != place}
    return found, missed


def _check_place(text: str, said: Said, place: int, one: Asked | None, asked: Sequence[Asked]) -> None:
    """Raise Unread where a number is of no indicator that is asked for, or cannot be its figure."""
    amount = said.amounts[place]
    figure = said.written[amount.start : amount.end].strip()
    if one is None:
        raise Unread("figures.which", figure=figure, example=example(asked))
    check_part(text, amount, one)
    _check_single(said.written, amount, one)
    if names_another(beside(said, place), one.name, one.others):
        raise Unread("figures.other", figure=figure, example=example(asked))
    _check_days(text, [*_told_of(place, said.amounts, said.days), *said.periods_of(place)], one)


def example(asked: Sequence[Asked]) -> Text:
    """An answer that would do: the names of two indicators with the values of their basic standards."""
    first, second = (
        text("figures.sample", name=one.name, value=Decimal(1) if one.basic is None else one.basic) for one in asked[:2]
    )
    return text("figures.example", first=first, second=second)
