"""Amounts that only count the things of which another one is told: 12家门店的差异率, orders over $500, for 5 sites."""

from collections.abc import Sequence

from dialogs.reading.text.tokens import Token
from dialogs.reading.values.parts import Part, Role
from kpi.units import kind
from kpi.values import Comparator

_COPULAS = frozenset({"is", "are", "be", "must", "should", "shall", "will", ":"})
_OF = frozenset({"for", "across"})
_SOME = _OF | {"on", "from", "with"}
_SMALLER = {Comparator.LESS_THAN, Comparator.AT_MOST}
_LARGER = {Comparator.MORE_THAN, Comparator.AT_LEAST}
_WITHIN = frozenset({"within", "in", "over", "during"})
_LONG = frozenset({"week", "month", "quarter", "year"})
_MANY = 100
"""From here on, "for 1,000 units" may be what a number is counted per."""


def scope_of(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """The places of the tokens by which an amount tells a scope; None where it tells none."""
    rules = (_han, _bracketed, _deadline, _in_name, _latin_behind, _latin_before)
    return next((told for rule in rules if (told := rule(parts, at)) is not None), None)


def _others(parts: Sequence[Part], at: int) -> list[Part]:
    return [one for one in parts if one is not parts[at] and one.role is Role.VALUE and one.start == parts[at].start]


def _han(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """12家门店的差异率不超过0.3%, 5万以上的单子至少三家."""
    part, clause = parts[at], parts[at].clause
    behind = part.amount.last
    while behind < clause.end and behind in part.used:
        behind += 1
    of = behind < clause.end and clause.said(behind) == "的"
    told = [one for one in _others(parts, at) if one.amount.at > part.amount.at]
    counts = part.amount.unit is not None or part.comparator is not None
    bounded = any(one.comparator is not None for one in told)
    return frozenset({behind}) if of and counts and bounded and not part.change and not part.amount.percent else None


def _bracketed(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """15 new deals (over $100k): of a count, what each of the things has."""
    part, clause = parts[at], parts[at].clause
    outside = [one for one in parts if one is not part and one.role in {Role.VALUE, Role.EARLIER}]
    counts = all(kind(one.amount.unit) is None and not one.clause.bracketed for one in outside)
    own = part.amount.unit is not None and all(one.amount.unit != part.amount.unit for one in outside)
    if part.amount.percent or part.comparator is None or part.change:
        return None
    if not (outside and clause.bracketed and counts and own):
        return None
    return frozenset(range(clause.start, clause.end))


def _deadline(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """By 10% within six months, from 80% to 90% in two years: how long a change may take."""
    part = parts[at]
    changes = [one for one in parts if one is not part and (one.role is Role.EARLIER or one.change)]
    within = part.clause.said(min(part.used)) in _WITHIN or part.clause.said(part.amount.first - 1) in _WITHIN
    if not changes or part.amount.unit not in _LONG or part.change or not within or part.amount.rates:
        return None
    return frozenset(range(min(*part.used, part.amount.first - 1), part.amount.last))


def _in_name(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """28-day faster diagnosis standard: 77%."""
    part, clause = parts[at], parts[at].clause
    joined = clause.written.startswith("-", clause.found[part.amount.at].end) and part.comparator is None
    told = [one for one in _others(parts, at) if one.amount.at > part.amount.at and kind(one.amount.unit) != "time"]
    if not joined or len(told) != 1 or kind(part.amount.unit) != "time":
        return None
    end = told[0].amount.first
    colon = next((place for place in range(part.amount.last, end) if clause.said(place) in _COPULAS), None)
    worded = colon is not None and all(
        clause.found[one].kind in {"word", "change"} for one in range(part.amount.last, colon)
    )
    return frozenset(range(part.amount.first, colon)) if colon and worded else None


def _latin_behind(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """Under 10 seconds for documents up to 50MB, capped at 20 t for 5 sites."""
    part, clause = parts[at], parts[at].clause
    before = [one for one in _others(parts, at) if one.amount.at < part.amount.at]
    if not before or part.amount.percent or part.change or clause.bracketed or _is_limit(part, before[-1]):
        return None
    first = min(part.used)
    places = range(max(before[-1].used) + 1, first)
    begins = next((place for place in reversed(places) if clause.said(place) in _SOME), None)
    if begins is None or any(_parts(clause.found[place]) for place in range(begins, first)):
        return None
    worded = any(clause.found[place].kind == "word" for place in range(begins, first))
    bounded = worded and part.comparator is not None
    plain = part.comparator is None and not kind(part.amount.unit) and part.amount.unit is not None
    counted = first == begins + 1 and clause.said(begins) in _OF and plain and part.amount.value < _MANY
    return frozenset(range(begins, clause.end)) if bounded or counted else None


def _latin_before(parts: Sequence[Part], at: int) -> frozenset[int] | None:
    """Overdue above 30 days to be at most $30,000, students attending less than 80% by 2%."""
    part, clause = parts[at], parts[at].clause
    behind = [one for one in _others(parts, at) if one.amount.at > part.amount.at]
    first = min(part.amount.used)
    if len(behind) != 1 or part.comparator is None or first == clause.start or _is_limit(part, behind[0]):
        return None
    told, between = behind[0], range(max(part.amount.used) + 1, behind[0].amount.first)
    topic = [place for place in range(clause.start, first) if clause.found[place].kind in {"word", "stop"}]
    if not topic or not clause.written[clause.found[first].start].isascii():
        return None
    if any(clause.found[place].kind == "and" for place in between):
        return None  # A > 30 days & B not > 4
    copula = any(not _COPULAS.isdisjoint(clause.said(place).split(" ")) for place in between)
    if told.change is not None and clause.said(told.amount.first - 1) == "by" and min(told.used) < first:
        return frozenset(range(topic[-1], max(part.amount.used) + 1))
    apart = part.comparator in _LARGER and kind(part.amount.unit) not in {kind(told.amount.unit), "percent"}
    if told.comparator is not None and not part.change and (copula or (apart and told.amount.unit is not None)):
        return frozenset(range(topic[-1], max(part.used) + 1))
    return None


def _is_limit(part: Part, share: Part) -> bool:
    """Whether an amount is what each thing of a share keeps: 96% within 31 days."""
    return (
        share.amount.percent and not share.change and part.comparator in _SMALLER and kind(part.amount.unit) == "time"
    )


def _parts(token: Token) -> bool:
    return token.kind == "mark" or token.number is not None
