"""The amounts of a text as the parts of a standard: each with its clause, its change and the role it plays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from dialogs.reading.numbers.numeral import plain
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.changes import change_of, led_to
from dialogs.reading.values.clauses import Clause, clause_around
from kpi.plan import Standard
from kpi.values import Change, Comparator

_POINT = re.compile(r"点|點|point|pp", re.IGNORECASE)
"""What makes a percentage one of percentage points."""
_REACHED = ("achiev", "reach", "hit")
_TIMES = ("倍",)
_HUNDRED = 100
_MOST_DOUBLINGS = 10


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
    """An amount in its clause, with the role it plays; `used` are the places of all tokens that say so."""

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
    def said(self) -> str:
        """The clause as the readers compare it."""
        found = self.clause.found
        return fold(self.clause.written)[found[self.start].start : found[self.end - 1].end]

    @property
    def leads(self) -> bool:
        """Whether a share or a grade may be where something is to be led from: from 92% to 95%, from 4.1 to 4.4."""
        before, unit = self.amount.first - 1, self.amount.unit or ""
        graded = self.amount.percent or not unit or unit[0] in "分星" or unit.startswith(("star", "point"))
        return graded and before >= self.start and self.clause.found[before].kind == "from"

    @property
    def has_topic(self) -> bool:
        """Whether words before the amount in its clause say what it is of."""
        return any(token.kind == "word" for token in self.clause.found[self.start : min(self.used)])

    @property
    def comparator(self) -> Comparator | None:
        """The bound of the amount."""
        return self.amount.comparator


def part_of(written: str, found: Sequence[Token], amount: Amount) -> Part:
    """An amount as a value, with the change that it is of."""
    clause = clause_around(written, found, amount.at)
    if led := led_to(clause, amount):
        return Part(replace(_of_base(clause, amount), comparator=led[0]), Role.VALUE, clause, amount.used | led[1])
    changed = change_of(clause, amount)
    if changed is None:
        return Part(_of_base(clause, amount), Role.VALUE, clause, amount.used)
    bound = None if _is_reached(clause, amount) else changed.comparator
    amount = replace(_by_how_much(written, amount), comparator=bound)
    return Part(amount, Role.VALUE, clause, amount.used | changed.used, changed.change)


def _is_reached(clause: Clause, amount: Amount) -> bool:
    """Whether nothing bounds an amount but a verb of getting there: achieve a 20% increase says no "at least"."""
    bounds = [at for at in amount.used if clause.found[at].kind in {"before", "adverb", "after"}]
    return bool(bounds) and all(clause.said(at).startswith(_REACHED) for at in bounds)


def _of_base(clause: Clause, amount: Amount) -> Amount:
    """How many times a base, in percent: 去年的1.2倍, twice last year's, 去年的一半."""
    start = min(amount.used)
    before = next((at for at in (start - 1, start - 2) if at >= clause.start and clause.found[at].kind == "base"), None)
    behind = amount.last < clause.end and clause.found[amount.last].kind == "base"
    times = amount.unit is not None and amount.unit.startswith(_TIMES)
    told = amount.numeral.fraction or clause.said(amount.at) in {"twice", "double", "half"}
    if amount.ranged or not (times or (told and amount.unit is None)) or (before is None and not behind):
        return amount
    return replace(amount, numeral=amount.numeral.times(_HUNDRED), unit="%")


def _by_how_much(written: str, amount: Amount) -> Amount:
    """The amount of a change: without a sign, in points where they are said, in percent where it is a half or so."""
    number = amount.numeral
    if number.value < 0:
        number = replace(number, value=-number.value)
    if amount.percent and _POINT.search(written[amount.start : amount.end]):
        return replace(amount, numeral=number, unit="point")
    if amount.unit == "番" and number.value <= _MOST_DOUBLINGS:
        number = replace(number, value=2**number.value - 1)  # 翻两番: four times as much
    doubled = amount.unit is not None and amount.unit.startswith((*_TIMES, "番"))
    if doubled or (number.fraction and amount.unit is None):
        percent = number.times(_HUNDRED)
        return replace(amount, numeral=replace(percent, value=plain(round(percent.value, 2))), unit="%")
    return replace(amount, numeral=number)


def standard_of(part: Part) -> Standard:
    """The standard that a part tells by itself."""
    amount, comparator = part.amount, part.amount.comparator
    value, upper = amount.value, None
    if amount.upper is not None:
        value, upper = _bounds(part)
        comparator = Comparator.RANGE
    elif comparator is None and value == 0 and not part.change:
        comparator = Comparator.EQUAL
    return Standard(
        "",
        comparator,
        value,
        upper,
        amount.unit,
        amount.per,
        rates=amount.rates,
        change=part.change,
        out_of=amount.out_of,
    )


def _bounds(part: Part) -> tuple[Decimal, Decimal]:
    """A range's bounds in order; a scale written once counts for both (2-3万)."""
    lower, upper = part.amount.numeral, part.amount.upper
    if upper is None:
        return lower.value, lower.value
    scaled = lower.scale < upper.scale and lower.value < upper.value / upper.scale
    low = lower.value * upper.scale if scaled else lower.value
    return min(low, upper.value), max(low, upper.value)


def used_by(*parts: Part) -> frozenset[int]:
    """The places of all tokens that say something of these parts."""
    return frozenset[int]().union(*(part.used for part in parts))
