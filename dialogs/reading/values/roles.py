"""The roles that amounts play: what was before, what is withdrawn, the best grade of a scale, basic and outstanding.

One rule a role, in the order in which they are tried. A rule looks at one amount that still is a value among all of
them, and gives the places of the tokens that tell its role, or None.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from dialogs.reading.text.fold import fold
from dialogs.reading.values import asides
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.parts import Part, Role
from dialogs.reading.values.scopes import scope_of
from dialogs.reading.values.units import PERIODS
from kpi.units import alike, scale
from kpi.values import Base, Comparator

Told = frozenset[int] | None
Rule = Callable[[Sequence[Part], int], Told]
_NOTHING: frozenset[int] = frozenset()
_RANKS = {unit: rank for rank, unit in enumerate(("second", "minute", "hour", "working_day", *list(PERIODS)[1:]))}
_SCALED = ("满分", "总分", "标准分", "out of", "scale of", "scale of 1 to")
_POINT_SCALE = re.compile("[- ](?:point|pt) scale")
_PAST = {Base.LAST_YEAR, Base.LAST_HALF, Base.LAST_QUARTER, Base.LAST_MONTH, Base.LAST_PERIOD, Base.NOW}
_STRICT = {Comparator.LESS_THAN, Comparator.MORE_THAN}
_OURS = re.compile(
    r"(?P<why>(?:because|cos|cuz|'cause)\b)"
    r"|(?:(?:but|and|although|though|as|because|since|cos|cuz) )?(?:we|i|they|the team)"
    r"(?: (?:only|just|currently|usually|normally|really|always))?"
    r"(?: (?P<now>get|run|do|have|manage|average|hover|hit|sit|are)"
    r"|(?P<past>(?:'ve|'re| have| are)(?: \w+)?"
    r" (?:been|had|seen|done|doing|running|getting|averaging|hitting|managing|at|on|around)"
    r"|(?: \w+)? (?:got|ran|did|had|were|managed|averaged|hit|made|scored|reached|came|finished|ended|achieved|saw|sat)"
    r"))\b"
)
"""What somebody gets, or got."""
_AGAINST = frozenset({"vs", "vs.", "versus", "v"})
_ONCE_MORE = frozenset(
    {"so", "yes", "yeah", "yep", "basically", "that's", "then", "go", "make", "take", "stick", "settle"}
)
_BEFORE_TARGET = {"filler", "before", "adverb", "mark"}
_SOON = 16
"""Tokens between a correction and the number that it is for."""
_FEW = 3
"""Tokens between a role and the number that it is told of."""


def _others(parts: Sequence[Part], at: int) -> list[Part]:
    return [part for part in parts if part.role is Role.VALUE and part is not parts[at]]


# The best grade of a scale


def _scale(parts: Sequence[Part], at: int) -> Told:
    """满分100分, 十分满分, 4.5/5, 5分制, on a scale of 5, on a 5-point scale."""
    part = parts[at]
    clause, first, last = part.clause, part.amount.first, part.amount.last
    if not _others(parts, at) or not _is_grade(part.amount):
        return None
    folded = fold(clause.written)
    before = folded[: clause.found[first].start].rstrip(" :")
    named = next((word for word in _SCALED if before.endswith(word)), None)
    if named:
        start = len(before) - len(named)
        return frozenset(place for place in range(first) if clause.found[place].start >= start)
    end = clause.found[last - 1].end
    if _POINT_SCALE.match(folded, clause.found[part.amount.at].end):
        return frozenset(range(last, min(last + 2, clause.end)))
    if folded[end:].startswith(("制", "满分")) or folded[:end].endswith(("分制", "分满分")):
        return frozenset(place for place in (last,) if place < len(clause.found))
    return None


def _is_grade(amount: Amount) -> bool:
    """Whether an amount can be a grade, or the best one: 4.5/5, 90分/100分."""
    return amount.unit is None or amount.unit[0] in "分星点颗顆" or amount.unit.startswith("point")


# What does not count any more, or not yet


def _withdrawn(parts: Sequence[Part], at: int) -> Told:
    """90%… no wait, 85%: what stands before a correction is taken back, where something stands behind it."""
    found, place = parts[at].clause.found, parts[at].amount.at
    if denied := _not_but(parts, at):
        return denied
    if thought := asides.thought_again(parts, at):
        return thought
    later = [one for one in range(place, len(found)) if found[one].kind == "correction" and _corrects(parts[at], one)]
    taken = later and any(later[0] < part.amount.first <= later[0] + _SOON for part in parts)
    return frozenset({later[0]}) if taken else None


def _corrects(part: Part, place: int) -> bool:
    """Whether a word of correction is one here: "4 percent I'd say, we were nearer 6" takes nothing back."""
    found = part.clause.found
    ends = place + 1 >= len(found) or found[place + 1].meaning in {",", ";", "。"}
    return not (ends and part.clause.said(place).endswith(("say", "call it")))


def _not_but(parts: Sequence[Part], at: int) -> Told:
    """Not 5 but 4, 不是5%而是4%: what is denied before what counts."""
    part, clause = parts[at], parts[at].clause
    before = part.amount.first - 1
    following = parts[at + 1].amount.first if at + 1 < len(parts) else 0
    denies = before >= 0 and clause.said(before) in {"not", "不是", "不"}
    but = [one for one in range(part.amount.last, following) if clause.said(one) in {"but", "而是", "是"}]
    return frozenset({before, *but}) if denies and but else None


def _period(parts: Sequence[Part], at: int) -> Told:
    """In one year at most two: the one only says how often."""
    part = parts[at]
    amount, others = part.amount, _others(parts, at)
    before = amount.first - 1
    then = before >= 0 and part.clause.found[before].kind == "stop" and part.comparator is None  # after 1 year
    adjoining = at + 1 < len(parts) and parts[at + 1].amount.first <= amount.last + 1
    if part.comparator is Comparator.PLUS_MINUS or amount.rates or amount.per or asides.is_retold(part):
        return None
    if adjoining and amount.unit == "hour" and parts[at + 1].amount.unit in {None, "分", "minute"}:
        return None  # 1hr 15, 一小时零五分
    if then or amount.value != 1 or amount.unit not in PERIODS or amount.ranged or not others:
        return None
    bounded = amount.unit in {"hour", "day", "week", "month"} and part.comparator is not None
    if bounded and any(one.amount.percent for one in others):
        return None  # 一小时内解决率95%
    if part.comparator in _STRICT or (part.has_topic and _all_apart(part, others)):
        return None  # email < 1 h, chat < 1 min; 一般24小时内, 特殊情况一周内
    rank = _RANKS[amount.unit]
    return _NOTHING if any(_RANKS.get(one.amount.unit or "", -1) < rank for one in others) else None


def _all_apart(part: Part, others: Sequence[Part]) -> bool:
    return all(one.start != part.start for one in others)


def _earlier(parts: Sequence[Part], at: int) -> Told:
    """From 85% to 88%, 去年90%, (was 332k), 22 last time: what was, where something else is to be."""
    if not _others(parts, at):
        return None
    return _first_told(parts, at, (_from, _of_the_past, _left_behind, _of_ours, _beside_target, _reason))


def _first_told(parts: Sequence[Part], at: int, rules: Sequence[Rule]) -> Told:
    return next((told for rule in rules if (told := rule(parts, at)) is not None), None)


def _from(parts: Sequence[Part], at: int) -> Told:
    """From 85%, 原来50分钟."""
    clause, place = parts[at].clause, parts[at].amount.first - 1
    if place > clause.start and clause.said(place) == "的":  # 从基础要求的90%
        place -= 1
        while place > clause.start and clause.found[place].kind in {"word", "base"}:
            place -= 1
    while place >= clause.start and clause.found[place].kind in {"filler", "adverb", "stop", "before"}:
        place -= 1
    if place < clause.start or clause.found[place].kind != "from" or _are_all_from(parts):
        return None
    bases = [at for at in (place - 1, parts[at].amount.last) if 0 <= at < len(clause.found)]
    return frozenset({place, *(at for at in bases if clause.found[at].kind == "base")})


def _are_all_from(parts: Sequence[Part]) -> bool:
    """Whether several amounts begin something, and nothing is led to: A from 85, B from 70."""
    before = [part.clause.found[part.amount.first - 1].kind for part in parts if part.amount.first]
    return before.count("from") > 1 and "to" not in before


def _left_behind(parts: Sequence[Part], at: int) -> Told:
    """6%降到4%, 6% down to 4%, 95%→98%: what a change leads away from."""
    part, clause = parts[at], parts[at].clause
    if at + 1 >= len(parts) or part.comparator is not None or part.amount.ranged:
        return None
    between = range(part.amount.last, parts[at + 1].amount.first)
    kinds = {clause.found[one].kind for one in between}
    to = bool(kinds & {"before", "to"}) and any(_moves(clause.said(one)) for one in between)
    leads = to and kinds <= {"change", "before", "to", "filler"}
    arrow = "turn" in kinds and kinds <= {"turn", "base", "mark", "filler", "before", "adverb"}
    return frozenset(between) - parts[at + 1].used if leads or arrow else None


def _moves(said: str) -> bool:
    """Whether a word says that something gets somewhere: 降到, 提升至, down."""
    return said.startswith(("降", "提高", "提升", "增", "减", "缩", "压", "升", "down", "up", "rising", "falling"))


def _of_the_past(parts: Sequence[Part], at: int) -> Told:
    """去年90%, last year was awful, 22; $150 a day now: named before the number, or behind it in its clause."""
    part = parts[at]
    found, clause = part.clause.found, part.clause
    if part.change is not None or any(one.kind == "correction" for one in found[: part.amount.first]):
        return None  # 不对，现在是85
    previous = parts[at - 1].amount.last if at else 0
    following = parts[at + 1].amount.first if at + 1 < len(parts) else len(found)
    taken = parts[at - 1].used if at else _NOTHING
    before = [one for one in range(previous, part.amount.first) if _is_past(parts, one) and one not in taken]
    behind = [one for one in range(part.amount.last, min(clause.end, following)) if _is_past(parts, one)]
    beside = any(part.amount.first - one <= 2 for one in before)  # 去年的78%
    beside = beside or part.amount.last in behind  # we did 97 last year, so 98
    shared = not beside and any(_has_base(one) for one in _others(parts, at) if one.start == clause.start)
    return frozenset((before or behind)[-1:]) if (before or behind) and not shared else None


def _of_ours(parts: Sequence[Part], at: int) -> Told:
    """A third would do me, we manage about a fifth; we ran about 800 in 2023: what somebody gets or got."""
    part, clause = parts[at], parts[at].clause
    told = clause.written[clause.found[clause.start].start : clause.found[part.amount.at].start]
    match = _OURS.match(fold(told))
    others = [one for one in _others(parts, at) if one.start != part.start]
    if match is None or not _is_plain(part) or not any(_alike(part, one) for one in others):
        return None
    after = any(one.amount.at < part.amount.at for one in others)
    return _NOTHING if after or match["past"] or match["why"] else None


def _is_plain(part: Part) -> bool:
    """Whether an amount has no bound and is of no change."""
    return part.comparator in {None, Comparator.ABOUT} and part.change is None


def _alike(part: Part, other: Part) -> bool:
    """Whether two amounts may be figures of the same."""
    one, another = part.amount, other.amount
    return alike(one.unit, another.unit) or other.change is not None


def _beside_target(parts: Sequence[Part], at: int) -> Told:
    """28 days (target: <30 days); 81 days vs 15 day target: what it is where only the other one is called a target."""
    part = parts[at]
    targets = [one for one in _others(parts, at) if _is_target(one)]
    if len(targets) != 1 or _is_target(part) or not _is_plain(part) or not _alike(part, targets[0]):
        return None
    first, second = sorted((part.amount.at, targets[0].amount.at))
    held = [place for place in range(first, second) if part.clause.said(place) in _AGAINST]
    return frozenset(held) if held or part.clause.bracketed != targets[0].clause.bracketed else None


def _is_target(part: Part) -> bool:
    """Whether an amount is called a target: target: 30 days, 15 day target."""
    clause, place = part.clause, part.amount.first - 1
    while place >= clause.start and (clause.found[place].kind in _BEFORE_TARGET or place in part.amount.used):
        place -= 1
    behind = part.amount.last
    named = [one for one in (place, behind) if clause.start <= one < clause.end and clause.found[one].kind == "base"]
    return any(clause.found[one].meaning == Base.PLAN for one in named)


def _reason(parts: Sequence[Part], at: int) -> Told:
    """7 days is about average, so 6: what something follows from, where nothing else is told of what follows."""
    if at + 1 >= len(parts) or not _is_plain(parts[at]):
        return None
    found, following = parts[at].clause.found, parts[at + 1]
    place = following.amount.first - 1
    while place > parts[at].amount.last and (found[place].kind == "filler" or place in following.amount.used):
        place -= 1
    so = parts[at].clause.said(place) == "so" and _is_bare(following) and not _says_again(parts, at + 1)
    rated = following.amount.per or following.amount.rates
    return frozenset({place}) if so and not rated and _alike(parts[at], following) else None


def _is_bare(part: Part) -> bool:
    """Whether no more words follow in the clause of an amount."""
    return all(part.clause.found[one].kind != "word" for one in range(part.amount.last, part.end))


def _again(parts: Sequence[Part], at: int) -> Told:
    """90% is the target, yes 90; 12 a year, so one a month: what only says once more what was told."""
    return _NOTHING if at and _says_again(parts, at) else None


def _says_again(parts: Sequence[Part], at: int) -> bool:
    part, before = parts[at], parts[at - 1]
    between = [one for one in range(before.amount.last, part.amount.first) if part.clause.found[one].kind == "mark"]
    first = max(between) + 1 if between else before.amount.last
    again = any(part.clause.said(one) in _ONCE_MORE for one in range(first, part.amount.first))
    worded = any(
        part.clause.found[one].kind == "word" and part.clause.said(one) not in _ONCE_MORE
        for one in (*range(first, part.amount.first), *range(part.amount.last, part.end))
    )
    return again and not worded and before.role is Role.VALUE and _is_plain(part) and _equal(part.amount, before.amount)


def _equal(amount: Amount, other: Amount) -> bool:
    """Whether two amounts come to the same: 90% and 90, 12 a year and one a month."""
    if amount.ranged or other.ranged or amount.rates != other.rates or amount.unit not in {None, other.unit}:
        return False
    (unit, many), (others, few) = scale(amount.per), scale(other.per)
    return (
        amount.value == other.value if not amount.per else unit == others and amount.value * few == other.value * many
    )


def _is_past(parts: Sequence[Part], place: int) -> bool:
    token = parts[0].clause.found[place]
    return token.kind == "base" and Base(token.meaning) in _PAST


def _has_base(part: Part) -> bool:
    return any(token.kind == "base" for token in part.clause.found[part.start : part.end])


# Basic and outstanding


def _names_the_first(parts: Sequence[Part], at: int, place: int) -> bool:
    """Whether a role between two numbers is the first one's: 80% is acceptable and 90% is great; not 95%, 最好98%."""
    found, first, second = parts[at].clause.found, parts[at].amount.last, parts[at + 1].amount
    if any(_separates(parts[at], one) for one in range(first, place)):
        return False
    if any(parts[at].clause.said(one) == ":" for one in range(place, second.first)):
        return False  # ambitious goal: 12%
    if any(_separates(parts[at], one) for one in range(place, second.first)):
        return True
    roles_follow = any(token.kind == "role" for token in found[parts[-1].amount.last :])
    return roles_follow or second.first - place > _FEW


def _separates(part: Part, place: int) -> bool:
    token = part.clause.found[place]
    return token.kind in {"mark", "and"} or part.clause.said(place) in {"but", "但", "但是"}


def _named(role: Role) -> Rule:
    def rule(parts: Sequence[Part], at: int) -> Told:
        """及格80，优秀90; 98 would be great: the word nearest to a number names its role."""
        part, found = parts[at], parts[at].clause.found
        previous = parts[at - 1].amount.last if at else 0
        following = parts[at + 1].amount.first if at + 1 < len(parts) else len(found)
        first = max(previous, part.start - 1, 0)
        before = [one for one in range(first, part.amount.first) if found[one].kind == "role"]
        before = [one for one in before if not (at and _names_the_first(parts, at - 1, one))]
        behind = [one for one in range(part.amount.last, min(following, part.end)) if found[one].kind == "role"]
        behind = [one for one in behind if at + 1 == len(parts) or _names_the_first(parts, at, one)]
        places = before[-1:] or behind[:1]
        return frozenset(places) if places and found[places[0]].meaning == role.value else None

    return rule


RULES: tuple[tuple[Role, Rule], ...] = (
    (Role.SCALE, _scale),
    (Role.WITHDRAWN, _withdrawn),
    (Role.PERIOD, _period),
    (Role.EARLIER, _earlier),
    (Role.REMARK, asides.remark),
    (Role.REMARK, _again),
    (Role.SCOPE, scope_of),
    (Role.SCOPE, asides.scope),
)
NAMED: tuple[tuple[Role, Rule], ...] = ((Role.BASIC, _named(Role.BASIC)), (Role.OUTSTANDING, _named(Role.OUTSTANDING)))


def with_roles(parts: Sequence[Part], *, beside_none: bool = False) -> tuple[Part, ...]:
    """The parts with the roles they play, in order; `beside_none` where a text says that there is to be none.

    One alone is a value where no word names its role.
    """
    alone = len(parts) == 1 and not beside_none
    if alone and not any(token.kind == "role" for token in parts[0].clause.found):
        return tuple(parts)
    made = list(parts)
    talk = partial(asides.told, beside=beside_none)
    rules: tuple[tuple[Role, Rule], ...] = (*RULES, (Role.REMARK, talk), *NAMED)
    for role, rule in rules:
        for at, part in enumerate(made):
            if part.role is Role.VALUE and (told := rule(made, at)) is not None:
                made[at] = replace(part, role=role, used=part.used | told)
    return tuple(made)
