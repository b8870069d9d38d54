"""Which values of an indicator are better, read from its name (method.md 2.2, question 3)."""

import re
from decimal import Decimal
from itertools import takewhile

from dialogs.reading.names.polar_heads import chinese_head, english_head
from dialogs.reading.names.polar_marks import Mark, is_chinese
from dialogs.reading.names.polar_words import Kind
from kpi.plan import Direction

K = Kind
_MORE = (K.GOOD, K.GAIN, K.MILD, K.LASTING, K.CURE, K.FALL, K.RISE)
_LESS = (K.BAD, K.COST, K.TIME)
_BRACKETS = re.compile(r"[(\[{【]([^()\[\]{}【】]*)[)\]}】]")
_FORMULA = re.compile(r"[\d/÷×*=+%-]")
_MUTE = (K.UNKNOWN, K.RATE, K.COUNT, K.PLAIN, K.PREPOSITION)
_ACTION = re.compile(
    r"[a-z]+(?:ion|ment|ing|al|ance|ence|ery|sis)|drill|capture|relief|plan|programme|program|policy|team|log|budget"
)
_ADVERB = re.compile("[及准按适即]时|[按如]期|[准正]点|一次性?|首次|当[日天]|提前")
_UNCLEAR = re.compile("correct|clos|clear|remov|更正|改正|纠正")
"""Of what is no fault, these may be bad: payments corrected, shops closed."""
_CASES = re.compile(
    r"(?:case|ticket|request|action|task|item|order|recommendation|deal|position|job|call|investigation|inspection"
    r"|application|file)s?|(?:qu|enqu|inqu)(?:er|ir)(?:y|ies)"
)
_THING = re.compile(
    r"(?:order|contract|deal|lead|opportunit|booking|visitor|member|partner|grant|award|arrival|passenger|visit|deposit"
    r"|course|workshop)(?:s|y|ies)?"
)
"""Things counted that may be of a bad kind: rush orders."""
_DAYS = re.compile(r".*(?:days?|天|日)数?")
_MOST = 50
"""Percent: hardly anybody means at most 95 % of what there is."""


def polarity_of(name: str) -> Kind:
    """What a folded name says: one of the kinds, PLAIN for nothing, BOTH for opposite things."""
    text = _BRACKETS.sub(" ", name)
    told = _told(text)
    if told is K.PLAIN and text != name:
        return _told(re.sub(r"[^\w%]+", " ", name))
    asides = (aside for aside in _BRACKETS.findall(name) if not _FORMULA.search(aside))
    turned = any({direction(told), direction(_told(aside))} == {Direction.MORE, Direction.LESS} for aside in asides)
    return K.BOTH if turned else told


def direction(told: Kind) -> Direction | None:
    """Which values are better of what says this."""
    if told is K.RANGE:
        return Direction.RANGE
    if told in _MORE:
        return Direction.MORE
    return Direction.LESS if told in _LESS else None


def doubtful(told: Direction | None, unit: str | None, value: Decimal) -> bool:
    """Whether a value speaks against the direction that a name tells: less is better, and 95 % is the standard."""
    return told is Direction.LESS and unit == "%" and value >= _MOST


def _told(text: str) -> Kind:
    told, said = chinese_head(text) if is_chinese(text) else english_head(text)
    return K.BOTH if _turned(said) else _measured(told, said)


def _measured(told: Kind, said: list[Mark]) -> Kind:
    """What work tells by its measure: the share of complaints handled, not their number."""
    rated = any(mark.kind is K.RATE for mark in said)
    if told is K.TREATED:
        return K.GOOD if rated else K.BOTH
    if told in {K.WORK, K.DEAL}:
        return K.GOOD if rated and any(_is_done(mark) for mark in said) else K.PLAIN
    if told is K.CURE and not _has_cases(said):
        return K.BOTH if any(_UNCLEAR.match(mark.word) for mark in said) else K.CURE
    if told in {K.RISE, K.FALL} and said[-1].kind is K.UNKNOWN:
        return K.BOTH
    if told in {K.MILD, K.GAIN} and _modified(told, said):
        return K.BOTH
    if told is K.HOURS:
        return K.TIME if any(mark.kind is K.HOURS and _DAYS.fullmatch(mark.word) for mark in said) else K.PLAIN
    return K.BOTH if told is K.SINK else told


def _modified(told: Kind, said: list[Mark]) -> bool:
    """Whether unknown words beside the only thing wanted may make it another: sales headcount, rush orders."""
    at = next((at for at, mark in enumerate(said) if mark.kind is told), 0)
    beside = said[at + 1 : at + 2] + (said[max(at - 1, 0) : at] if _THING.fullmatch(said[at].word) else [])
    return not said[at].chinese and any(mark.kind is K.UNKNOWN for mark in beside)


def _has_cases(said: list[Mark]) -> bool:
    """Whether there are things in it that are done when they are closed."""
    return any(_CASES.fullmatch(word) for mark in said for word in mark.word.split())


def _is_done(mark: Mark) -> bool:
    """Whether a word for work tells that it is done: 检查率, orders shipped; a maintenance ratio may be of any kind."""
    done = mark.chinese or mark.word.split()[0].endswith(("ed", "id", "en", "ld", "de"))
    return done and mark.kind in {K.WORK, K.DEAL}


def _turned(said: list[Mark]) -> bool:
    """Whether an unknown word behind the last known one may turn it: 问题复现率, waste composted, incident drill."""
    behind = list(takewhile(lambda mark: mark.kind in _MUTE, reversed(said)))[::-1]
    unknown = next((mark for mark in behind if mark.kind is K.UNKNOWN), None)
    if unknown is None or len(behind) == len(said):
        return False
    last = said[-len(behind) - 1]
    counted = behind[-1].kind not in {K.UNKNOWN, K.RATE} and last.kind is not K.CURE
    if last.kind is K.NOT or counted:
        return False
    if unknown.chinese:
        return _ADVERB.fullmatch(last.word) is None
    return last.kind is K.BAD and behind[0] is unknown and _ACTION.fullmatch(unknown.word) is not None
