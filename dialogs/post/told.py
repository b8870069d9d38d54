"""What an answer to a question for a standard tells, and how its doubts become a choice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dialogs.controls import DOUBTED
from dialogs.questions import LABEL, Reading, codec, limited
from dialogs.reading.accounting import untold
from dialogs.reading.answers.unclear import check_amount
from dialogs.reading.names.direction_words import direction_in, says_turn
from dialogs.reading.names.people import counts_people
from dialogs.reading.text.language import language_of
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.standards import Doubtful, read_told
from dialogs.reading.values.units import YUANS, yuan_of
from kpi.plan import Direction, Standard
from kpi.values import Comparator
from locales.standards import in_full
from locales.text import Value, text


@dataclass(frozen=True, slots=True)
class Answered:
    """A standard, with the outstanding one where both are told at once, and the words that were not read.

    `turned` is whether the direction is the other way round than the question had it. Without a standard only that was
    answered, or a scoring rule, which is kept as the `note`.
    """

    standard: Standard | None = None
    outstanding: Standard | None = None
    left: tuple[str, ...] = ()
    turned: bool = False
    note: str | None = None


PUT_OFF = Answered()
"""What is told of a standard while the question for it is put off."""


def load_answered(answer: Any) -> Answered:
    """The answer out of its JSON; older journals hold the standard alone."""
    if isinstance(answer, Mapping) and "comparator" in answer:
        return Answered(codec(Standard).validate_python(answer))
    loaded: Answered = codec(Answered).validate_python(answer)
    return loaded


@dataclass(frozen=True, slots=True)
class Sought:
    """A standard that is asked for: what it is about, outermost first, with the unit and direction known so far.

    `fit` makes a standard one of the indicator in hand, and raises Unread where it can be none. `basic` is whether none
    will do that is said to be the outstanding one.
    """

    names: tuple[str, ...]
    unit: str | None
    direction: Direction | None
    fit: Callable[[Standard], Standard]
    basic: bool = False


def read_answered(said: str, reading: Reading, sought: Sought) -> Answered:
    """What a text tells of the standard that is asked for.

    Raises Unclear with every reading where it can be meant in several ways, or leaves something out; Unread.
    """
    check_amount(said, reading.words.language, sought.unit)
    wanted, rest = direction_in(said)
    turned = None not in {wanted, sought.direction} and wanted is not sought.direction
    if says_turn(said) and sought.direction in {Direction.MORE, Direction.LESS}:
        return Answered(turned=True)
    if not rest and turned:
        return Answered(turned=True)
    if not rest and wanted and wanted is sought.direction:
        raise Unread(f"standard.turned_already.{wanted}")
    try:
        language = language_of(said, reading.words.language)
        yuan = sought.unit if sought.unit in YUANS else yuan_of(reading.country, language)
        told = read_told(limited(rest or said, LABEL), yuan=yuan)
    except Doubtful as doubtful:
        if reached := _reached(doubtful, sought):
            return reached
        raise _choice(doubtful, reading, sought) from None
    except Unread as unread:
        if unread.reason.id == "standard.rule":
            return Answered(note=said)
        raise
    condition = told.standard.condition
    named = condition is not None and not untold((condition,), sought.names)  # 合格率：95%
    standard = replace(told.standard, condition=None) if named else told.standard
    if told.stretch and sought.basic:
        raise Unclear(reading.words.value(sought.fit(standard)), ask="unclear.stretch")
    return Answered(sought.fit(standard), told.outstanding and sought.fit(told.outstanding), told.left, turned)


def check_range(told: Answered, direction: Direction | None, reading: Reading) -> None:
    """Raise Unclear where two ends are told of what only has one: 95到97之间 of an accuracy rate."""
    standard = told.standard
    if standard is None or standard.comparator is not Comparator.RANGE or standard.change or told.outstanding:
        return
    if direction not in {Direction.MORE, Direction.LESS} or None in {standard.value, standard.upper}:
        return
    more = direction is Direction.MORE
    comparator = Comparator.AT_LEAST if more else Comparator.AT_MOST
    ends = (standard.value, standard.upper) if more else (standard.upper, standard.value)
    basic, beyond = (replace(standard, text="", comparator=comparator, value=end, upper=None) for end in ends)
    say = reading.words.value
    raise Unclear(say(basic), say(beyond), say(text("standard.pair", basic=basic, outstanding=beyond)))


def _reached(doubtful: Doubtful, sought: Sought) -> Answered | None:
    """The one standard beside which only people are counted, who reach it: 能做到99.5的也就一两个人."""
    if sought.unit != "%":
        return None
    levels = [one for one in doubtful.readings if not counts_people(one.unit)]
    if len(levels) != 1 or len(levels) == len(doubtful.readings):
        return None
    return Answered(sought.fit(levels[0]), left=doubtful.left)


def _choice(doubtful: Doubtful, reading: Reading, sought: Sought) -> Unread:
    """The readings that fit as a choice, each in words that read as itself; why not, where none does."""
    refusal: Unread = doubtful
    said: dict[str, None] = {}
    for one in doubtful.readings:
        try:
            said[reading.words.value(sought.fit(one))] = None
        except Unread as unread:
            refusal = unread
    if not said:
        return refusal
    if doubtful.left:
        return Unclear(*said, ask="unclear.left", left=doubtful.left)
    if len(said) == 1:
        return Unclear(*said, ask=DOUBTED)
    one_number = len({abs(one.value or 0) for one in doubtful.readings}) == 1  # 低于预算的10%
    return Unclear(*said, ask="unclear.ask" if one_number else "unclear.several")


def shown_answered(value: Answered, names: tuple[str, ...], direction: Direction | None) -> Value:
    """What was understood, with what was not read of it unless that only names what is asked about.

    `direction` is the one that the question had.
    """
    if value.standard is None and value.turned:
        way = Direction.LESS if direction is Direction.MORE else Direction.MORE
        return text(f"standard.turned.{way}")
    if value.standard is None:
        return text("standard.note", note=value.note)
    said = in_full(value.standard)
    if value.outstanding:
        said = text("standard.pair", basic=said, outstanding=value.outstanding)
    left = untold(value.left, names)
    return text("standard.not_read", standard=said, left=left) if left else said
