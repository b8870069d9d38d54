"""The bound around an amount: at least, 不超过, 以内, or what is denied: not below, 不能掉到…以下."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.text.tokens import Token
from dialogs.reading.values.bounds import NEGATED
from kpi.values import Comparator

_LOWER = {Comparator.AT_LEAST, Comparator.MORE_THAN}
_UPPER = {Comparator.AT_MOST, Comparator.LESS_THAN}
_BIGGER = dict.fromkeys("大多高长", Comparator.MORE_THAN) | dict.fromkeys("小少低短", Comparator.LESS_THAN)
_OR_EQUAL = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}
_BETWEEN = {"filler", "per", "rate", "base", "role", "gap"}
"""What may stand between a bound and its number."""
_FARTHEST = 8
"""Tokens between a number and a bound that may stand away from it."""
_MOVING = frozenset("掉降跌落有出现")


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator, the unit without what belongs to the comparator, and the places of the tokens that say so."""

    comparator: Comparator | None
    unit: str | None
    used: frozenset[int] = frozenset()


def comparator_around(found: Sequence[Token], before: int, end: int, unit: str | None) -> Bound:
    """The bound of an amount that begins behind the place `before` and ends before `end`."""
    if compared := _compared(found, before, end, unit):
        return compared
    first, last = _before(found, before), _after(found, end)
    if first.comparator is None and last.comparator in {Comparator.AT_LEAST, Comparator.AT_MOST}:
        denied = _sinks(found, before + 1)
        if denied is not None:
            turned = Comparator.LESS_THAN if last.comparator is Comparator.AT_LEAST else Comparator.AT_LEAST
            return Bound(turned, unit, last.used | {denied})
    if first.comparator in _OR_EQUAL and end < len(found) and found[end].kind == "equal":
        return Bound(_OR_EQUAL[first.comparator], unit, first.used | {end})
    if rejected := _rejected(found, end, unit, first, last):
        return rejected
    if first.comparator in _OR_EQUAL and last.comparator is _OR_EQUAL[first.comparator] and _says_equal(found, last):
        return Bound(last.comparator, unit, first.used | last.used)
    against = last.comparator is not None and _opposed(first.comparator, last.comparator)  # 控制在95%以上
    chosen = last if last.comparator and (first.comparator in {None, Comparator.ABOUT} or against) else first
    return Bound(chosen.comparator, unit, first.used | last.used)


def bound_outside(found: Sequence[Token], first: int) -> Bound:
    """The bound of an amount that stands in brackets behind the name of what bounds: 不得超过约定阈值(如8小时)."""
    at = first - 1
    while at >= 0 and found[at].kind in {"word", "filler"} and first - at <= _FEW:
        at -= 1
    if at < 0 or found[at].meaning not in _OPENING:
        return Bound(None, None)
    at -= 1
    while at >= 0 and found[at].kind in {"word", "filler", "stop", "base"}:
        at -= 1
    return _negated(found, at) if at >= 0 and found[at].kind in {"before", "adverb"} else Bound(None, None)


_OPENING = frozenset("([{（【")
_FEW = 2
"""Tokens before a number in brackets: 如, e.g."""


def _says_equal(found: Sequence[Token], bound: Bound) -> bool:
    """Whether a bound behind a number is one that says so: 小于2次(含)以下."""
    return any(found[at].kind == "after" and found[at].end - found[at].start > len("以下") for at in bound.used)


def _rejected(found: Sequence[Token], end: int, unit: str | None, first: Bound, last: Bound) -> Bound | None:
    """Above 3% is unacceptable, 低于90%不行: the bound of what is refused, turned round."""
    bound = first if first.comparator in NEGATED else last
    place = next((at for at in range(end, len(found)) if at not in last.used and found[at].kind not in _COPULAS), None)
    if bound.comparator not in NEGATED or place is None:
        return None
    ends = all(token.kind == "mark" for token in found[place + 1 :])
    if found[place].kind == "reject" or (found[place].kind == "not" and ends):
        return Bound(NEGATED[bound.comparator], unit, bound.used | {place})
    return None


_COPULAS = {"filler", "stop"}
"""Above 3% is …, 低于90%就…"""


def _compared(found: Sequence[Token], before: int, end: int, unit: str | None) -> Bound | None:
    """比三十大, 不能比95%低."""
    if before < 0 or found[before].kind != "than":
        return None
    if unit and unit[0] in _BIGGER:
        return Bound(_BIGGER[unit[0]], None, frozenset({before}))
    if end < len(found) and found[end].meaning[:1] in _BIGGER:
        bigger = _BIGGER[found[end].meaning[0]]
        denied = before > 0 and found[before - 1].kind == "not"
        used = frozenset({before, end, *({before - 1} if denied else ())})
        return Bound(NEGATED[bigger] if denied else bigger, unit, used)
    return None


def _before(found: Sequence[Token], at: int) -> Bound:
    """The comparator in front of an amount, past words like "is"."""
    while at >= 0 and found[at].kind in _BETWEEN:
        at -= 1
    if at >= 0 and found[at].kind in {"before", "adverb"}:
        return _chained(found, _negated(found, at))
    if at == 0 and found[at].kind == "to":
        return Bound(Comparator.ABOUT, None, frozenset({at}))  # "~20"
    if at >= 0 and found[at].kind == "ahead":
        return _chained(found, Bound(Comparator.AT_LEAST, None, frozenset({at})))  # 提前3天
    for place in range(at, max(-1, at - _FARTHEST), -1):
        token = found[place]
        if token.kind == "adverb":
            return Bound(Comparator(token.meaning), None, frozenset({place}))
        of_base = all(one.kind in {"base", "stop", "filler"} for one in found[place + 1 : at + 1])
        of_whole = at > place and found[at].kind == "stop" and found[at].end - found[at].start == 1
        of_base = of_base or of_whole  # ≥医院总床位数的70%
        if token.kind == "before" and (token.meaning in _OR_EQUAL or of_base):  # 不能高于预算的105%
            return _negated(found, place)
        once = token.number is not None and token.number.value == 1  # 差不多一周8家
        if not once and token.kind not in {"word", "filler", "stop", "unit", "base", "per", "rate", "change"}:
            break
    return Bound(None, None)


def _chained(found: Sequence[Token], bound: Bound) -> Bound:
    """The bound with others that stand right before it and say the same: 至少达到, 最长不超过."""
    used = set(bound.used)
    at = min(used) - 1
    while at >= 0 and found[at].kind in {"filler", "before", "adverb", "ahead"}:
        if found[at].kind in {"before", "adverb"} and _opposed(bound.comparator, Comparator(found[at].meaning)):
            break  # within a minimum of 10 seconds
        if found[at].kind != "filler":
            used.add(at)
        at -= 1
    return Bound(bound.comparator, None, frozenset(used))


def _opposed(one: Comparator | None, other: Comparator) -> bool:
    return (one in _LOWER and other in _UPPER) or (one in _UPPER and other in _LOWER)


def _negated(found: Sequence[Token], at: int) -> Bound:
    """The comparator here, turned round where a "not" stands before it: not exceed, nobody waits longer than."""
    comparator = Comparator(found[at].meaning)
    before = at - 2 if at > 1 and found[at - 1].kind == "word" else at - 1
    place = before if before >= 0 and found[before].kind in {"not", "no"} else None
    written_together = place == at - 2 and found[at - 1].start == found[at - 2].end
    if written_together and found[at - 2].meaning != "prohibited":
        place = None  # 不良不超过2%: it denies the word that it is written together with
    if place is None and comparator in _OR_EQUAL:
        place = _denied(found, at)
    if place is None:
        return Bound(comparator, None, frozenset({at}))
    return Bound(NEGATED.get(comparator, comparator), None, frozenset({at, place}))


def _denied(found: Sequence[Token], at: int) -> int | None:
    """Where words before a place go back to a "not": may not fall below, no order takes more than, 不让读者等超过."""
    latin = True
    for place in range(at - 1, max(-1, at - _FARTHEST - 1), -1):
        token = found[place]
        if token.kind in {"not", "no"}:
            return place if latin or token.end - token.start > 1 else None
        latin = latin and (token.kind != "word" or token.meaning.isascii())
        if token.kind not in {"word", "filler", "stop", "to", "change"}:
            return None
    return None


def _sinks(found: Sequence[Token], at: int) -> int | None:
    """The place of a "not" before a number, with nothing between but a verb of moving: 不能掉到30%以下."""
    at -= 1
    while at >= 0 and (found[at].kind in {"filler", "to"} or found[at].meaning in _MOVING):
        at -= 1
    return at if at >= 0 and found[at].kind in {"not", "no"} else None


def _past_brackets(found: Sequence[Token], at: int) -> int:
    """The place behind brackets that only explain a unit: 2.5万场(次)以上."""
    inside = found[at + 1 : at + 4]
    close = next((n for n, token in enumerate(inside) if token.kind == "mark" and token.meaning in ")）"), None)
    opened = at < len(found) and found[at].kind == "mark" and found[at].meaning in "(（"
    plain = close is not None and all(token.kind in {"word", "unit"} for token in inside[:close])
    return at + close + 2 if opened and plain and close is not None else at


def _compares(token: Token) -> bool:
    """Whether a bound is of several words: or better, though not plus."""
    return token.end - token.start > len("or up")


def _named_as(found: Sequence[Token], at: int) -> Bound | None:
    """2 is the max I can accept."""
    place = at
    while place < len(found) and found[place].kind == "filler":
        place += 1
    behind = next((token for token in found[place + 1 :] if token.kind not in {"filler", "currency"}), None)
    numbered = behind is not None and behind.number is not None
    if place == at or place >= len(found) or found[place].kind != "adverb" or numbered:
        return None
    return Bound(Comparator(found[place].meaning), None, frozenset({place}))


_WORDED = {"word", "filler", "stop", "base"}


def _after(found: Sequence[Token], at: int) -> Bound:
    """The comparator behind an amount and its rate: 97%以上, 100份/月以上; at the very end also "5 days maximum"."""
    while at < len(found) and found[at].kind in {"per", "rate"}:
        at += 1
    at = _past_brackets(found, at)
    at += at + 2 == len(found) and found[at].meaning == ","  # "30 calls a day, minimum"
    if at >= len(found):
        return Bound(None, None)
    if found[at].kind == "and" and at + 1 < len(found) and found[at + 1].kind == "before":
        numbered = at + 2 < len(found) and found[at + 2].number is not None  # "above 1000 and below 1500"
        comparator = Comparator(found[at + 1].meaning)
        used = frozenset({at, at + 1})
        return Bound(None, None) if numbered else Bound(_OR_EQUAL.get(comparator, comparator), None, used)
    following = found[at + 1] if at + 1 < len(found) else None
    if found[at].kind == "word" and following and following.kind == "after" and _compares(following):
        return Bound(Comparator(following.meaning), None, frozenset({at + 1}))  # 90% score or better
    if found[at].kind == "adverb" and following and following.number is None and following.kind != "currency":
        return Bound(Comparator(found[at].meaning), None, frozenset({at}))  # 40 PSI minimum, …
    if named := _named_as(found, at):
        return named
    last = len(found) - 1
    while last > at and found[last].kind == "mark":
        last -= 1
    between = found[at : last - (found[last - 1].meaning == ",")]
    if found[last].kind in {"after", "adverb"} and all(one.kind in _WORDED for one in between):
        return Bound(Comparator(found[last].meaning), None, frozenset({last}))  # 10% of revenue at most
    ends = last == at and found[at].kind == "before"
    if ends or found[at].kind == "after":
        return Bound(Comparator(found[at].meaning), None, frozenset({at}))
    return Bound(None, None)
