"""The amounts of a text as the parts of a standard: each with its clause, its change and the part it plays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from dialogs.reading.text.tokens import Token
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.changes import change_of, led_to
from dialogs.reading.values.clauses import Clause, clause_around
from dialogs.reading.values.units import PERIODS
from kpi.values import Base, Change, Comparator

_POINT = re.compile(r"点|點|point|pp", re.IGNORECASE)
"""What makes a percentage one of percentage points."""


class Role(Enum):
    """The part that an amount plays."""

    VALUE = "value"
    BASIC = "basic"
    OUTSTANDING = "outstanding"
    EARLIER = "earlier"
    """What it is, or was, before."""
    WITHDRAWN = "withdrawn"
    PERIOD = "period"
    """One month, one year: only how often."""
    SCALE = "scale"
    """The best grade of a scale."""
    REMARK = "remark"
    """In brackets behind another one."""
    SCOPE = "scope"
    """Of what another one is told: 12家门店的差异率, in 12 shops."""


@dataclass(frozen=True, slots=True)
class Part:
    """An amount in its clause, with the part it plays; `used` are the places of all tokens that say so."""

    amount: Amount
    role: Role
    clause: Clause
    used: frozenset[int]
    change: Change | None = None

    @property
    def start(self) -> int:
        """Where the clause begins."""
        return self.clause.start

    @property
    def end(self) -> int:
        """Where the clause ends."""
        return self.clause.end

    @property
    def bracketed(self) -> bool:
        """Whether the amount stands in brackets."""
        return self.clause.bracketed

    @property
    def comparator(self) -> Comparator | None:
        """The bound of the amount."""
        return self.amount.comparator


def parts_of(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> list[Part]:
    """The amounts with the parts they play, in order."""
    parts = [_part(written, found, amount) for amount in amounts]
    parts = _scales(written, found, parts)
    parts = _withdrawn(found, parts)
    parts = _periods(found, parts)
    parts = _earlier(found, parts)
    parts = _remarks(parts)
    parts = _scopes(written, found, parts)
    return _named_roles(found, parts)


def _part(written: str, found: Sequence[Token], amount: Amount) -> Part:
    clause = clause_around(written, found, amount.at)
    if led := led_to(clause, amount):
        led_amount = replace(amount, comparator=led[0])
        return Part(led_amount, Role.VALUE, clause, amount.used | led[1])
    changed = change_of(clause, amount)
    if changed is None:
        return Part(amount, Role.VALUE, clause, amount.used)
    if amount.value < 0:
        amount = replace(amount, numeral=replace(amount.numeral, value=-amount.value))
    pointed = amount.percent and _POINT.search(written[found[amount.at].start : found[amount.at].end])
    bound = replace(amount, comparator=changed.comparator, unit="point" if pointed else amount.unit)
    return Part(bound, Role.VALUE, clause, amount.used | changed.used, changed.change)


def _scales(written: str, found: Sequence[Token], parts: list[Part]) -> list[Part]:
    """4.2 out of 5, 4.5/5, 满分100分, 5分制, on a scale of 5: the best grade is no value."""
    made = list(parts)
    for at, part in enumerate(parts):
        place, end = part.amount.first, part.amount.last
        before = written[found[max(0, place - 6)].start : found[place].start].casefold().rstrip(" :")
        behind = written[found[end - 1].start : found[end - 1].end + 2] if end else ""
        slash = place > 0 and written[found[place - 1].start : found[place - 1].end] == "/" and at > 0
        graded = (
            slash
            and _is_grade(part.amount)
            and _is_grade(parts[at - 1].amount)
            and parts[at - 1].amount.last >= place - 1
            and parts[at - 1].amount.value <= part.amount.value
        )
        named = before.endswith(
            ("满分", "滿分", "总分", "out of", "scale of", "on a scale of", "scale of 1 to", "/")
        ) and (not before.endswith("/") or graded)
        if (named or "制" in behind) and len(parts) > 1:
            used = part.used | (
                {place - 1} if place and found[place - 1].kind in {"out_of", "word", "mark", "filler"} else set()
            )
            made[at] = replace(part, role=Role.SCALE, used=frozenset(used))
    return made


def _is_grade(amount: Amount) -> bool:
    """Whether an amount can be a grade, or the best one: 4.5/5, 90分/100分."""
    return amount.unit is None or amount.unit[0] in "分星点" or amount.unit.startswith("point")


def _withdrawn(found: Sequence[Token], parts: list[Part]) -> list[Part]:
    """90%… no wait, 85%: what stands before a correction is taken back, where something stands behind it."""
    last = max((at for at, token in enumerate(found) if token.kind == "correction"), default=None)
    if last is None or not any(part.amount.at > last for part in parts):
        return parts
    return [
        replace(part, role=Role.WITHDRAWN, used=part.used | {last}) if part.amount.at < last else part for part in parts
    ]


def _periods(found: Sequence[Token], parts: list[Part]) -> list[Part]:
    """In one year at most two: the one only says how often."""
    values = [part for part in parts if part.role is Role.VALUE]
    if len(values) < 2:
        return parts
    made = []
    for part in parts:
        before = part.amount.first - 1
        then = before >= 0 and found[before].kind == "stop" and part.comparator is None  # at 1 year, after 1 year
        once = not then and part.amount.value == 1 and part.amount.unit in PERIODS and part.amount.upper is None
        others = [one for one in values if one is not part]
        short = part.amount.unit in {"hour", "day", "week", "month"} and part.comparator is not None
        share = short and any(one.amount.percent for one in others)
        counted = any(one.amount.unit not in PERIODS or not one.amount.unit for one in others)
        is_period = part.role is Role.VALUE and once and counted and not share
        made.append(replace(part, role=Role.PERIOD) if is_period else part)
    return made


def _earlier(found: Sequence[Token], parts: list[Part]) -> list[Part]:
    """From 85% to 88%, 去年90%, (was 332k): what was, where something else is to be."""
    values = [part for part in parts if part.role is Role.VALUE]
    made = list(parts)
    for at, part in enumerate(parts):
        rest = [one for one in values if one is not part]
        if part.role is not Role.VALUE or not rest:
            continue
        place = part.amount.first - 1
        while (
            place >= part.start
            and found[place].kind in {"filler", "adverb", "stop"}
            and place in range(part.start, part.amount.first)
        ):
            place -= 1
        told_from = place >= part.start and found[place].kind == "from"
        told_base = (
            part.change is None
            and any(
                found[one].kind == "base" and found[one].meaning not in {Base.PLAN, Base.AVERAGE}
                for one in range(part.start, part.amount.first)
            )
            and not any(_has_base(found, one) for one in rest if one.start == part.start)
        )
        if told_from or told_base:
            named = {one for one in range(part.start, part.amount.first) if found[one].kind in {"base", "from"}}
            made[at] = replace(part, role=Role.EARLIER, used=part.used | named)
            values = [one for one in values if one is not part]
    return made


def _remarks(parts: list[Part]) -> list[Part]:
    """What stands in brackets behind a value and bounds nothing explains it: 62 days (two months), to 18 (+50%)."""
    values = [part for part in parts if part.role is Role.VALUE and not part.bracketed]
    if not values:
        return parts
    made = []
    for part in parts:
        aside = part.bracketed and part.role is Role.VALUE
        plain = aside and part.comparator is None and part.change is None
        worked_out = plain or (aside and _agrees(parts))
        made.append(replace(part, role=Role.REMARK, used=frozenset()) if worked_out else part)
    return made


def _scopes(written: str, found: Sequence[Token], parts: list[Part]) -> list[Part]:
    """A number without a bound that counts the things a bounded one is told of: 12家门店的差异率不超过0.3%."""
    bounded = [part for part in parts if part.role is Role.VALUE and part.comparator is not None]
    if len(bounded) != 1:
        return parts
    made = []
    for part in parts:
        behind = part.amount.last
        of = behind < len(found) and written[found[behind].start] == "的"
        plain = (
            part.role is Role.VALUE and part.comparator is None and part.change is None and part.amount.unit is not None
        )
        counts = (
            plain
            and not part.amount.percent
            and part.start == bounded[0].start
            and part.amount.at < bounded[0].amount.at
        )
        made.append(replace(part, role=Role.SCOPE) if counts and of else part)
    return made


def _agrees(parts: Sequence[Part]) -> bool:
    """Whether a change leads from the earlier figure to the value: from 12 to 18 (+50%), up 20% (from 100 to 120)."""
    earlier = [part.amount.value for part in parts if part.role is Role.EARLIER]
    values = [part.amount.value for part in parts if part.role is Role.VALUE and not part.change]
    changes = [part.amount.value for part in parts if part.change and part.amount.percent]
    if not (len(earlier) == len(values) == len(changes) == 1 and earlier[0]):
        return False
    return abs(abs(values[0] / earlier[0] - 1) * 100 - changes[0]) <= 1


def _has_base(found: Sequence[Token], part: Part) -> bool:
    return any(found[one].kind == "base" for one in range(part.start, part.end))


def _named_roles(found: Sequence[Token], parts: list[Part]) -> list[Part]:
    """及格80，优秀90; 98 would be great: the word nearest to a number names its part."""
    made = list(parts)
    for at, part in enumerate(parts):
        if part.role is not Role.VALUE:
            continue
        previous = parts[at - 1].amount.last if at else 0
        following = parts[at + 1].amount.first if at + 1 < len(parts) else len(found)
        before = [
            one for one in range(max(previous, part.start - 1, 0), part.amount.first) if found[one].kind == "role"
        ]
        behind = [one for one in range(part.amount.last, min(following, part.end)) if found[one].kind == "role"]
        places = before[-1:] or ([] if _names_next(found, behind, following) else behind[:1])
        if places:
            made[at] = replace(part, role=Role(found[places[0]].meaning), used=part.used | {places[0]})
    return made


def _names_next(found: Sequence[Token], places: Sequence[int], following: int) -> bool:
    """Whether a role stands right before the next number rather than behind its own."""
    return bool(places) and following < len(found) and following - places[0] <= 3
