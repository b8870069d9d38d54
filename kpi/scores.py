"""Scores: what was reached, held against both standards in the indicator's own direction (method.md 6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from kpi.levels import bounds, strict
from kpi.plan import Direction, Indicator, Plan, Standard
from kpi.standards import held
from kpi.units import scale

_CONTEXT = Context(prec=12)
_NONE, _FULL, _ALMOST = Decimal(0), Decimal(1), Decimal("0.999999999999")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Attainment:
    """How one value stands to an indicator's standards.

    `basic` is the share of the basic standard, 0 to 1, and 1 where it is met; `outstanding` is the way from basic to
    outstanding, 0 at basic and 1 at outstanding, more beyond it where scores are open above. None where there is no
    such standard. `met` and `excelled` say whether the standards themselves are met, strict bounds included.
    """

    basic: Decimal | None
    outstanding: Decimal | None
    met: bool | None
    excelled: bool | None


@dataclass(frozen=True, slots=True)
class Score:
    """A weighted result: `basic` and `outstanding` apart, since they decide different things.

    Both are over what was reported only, 0 to 1 (outstanding may be more where it is open); None where nothing was.
    `missing` is the share of the weights without a report: it is never counted as zero.
    """

    basic: Decimal | None
    outstanding: Decimal | None
    missing: Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """One indicator in a score: its share of the post in percent, and its attainment, None where nothing is known."""

    weight: Decimal
    attainment: Attainment | None


def attain(indicator: Indicator, value: Decimal, *, open_above: bool = False) -> Attainment:
    """How a value, in the unit that the indicator's figures are told in, stands to its numeric standards.

    Below basic the share is value to basic (basic to value where less is better); a basic of nought is met or not.
    A range is missed by the share of its nearer bound, a change by the share of its way.
    """
    against = held(indicator)
    basic, outstanding, direction = against.basic, against.outstanding, against.direction
    if basic is None and outstanding is None:
        return Attainment(None, None, None, None)
    value *= scale(against.unit)[1]
    way = _way(basic, outstanding, value, direction) if basic and outstanding else None
    met, excelled = (_meets(one, value, direction) if one else None for one in (basic, outstanding))
    share = _share(basic, value, direction, changes=against.changes) if basic else None
    limit = None if open_above and excelled else _limit(met=excelled)
    return Attainment(_up_to(_limit(met=met), share), _up_to(limit, way), met, excelled)


def judge(indicator: Indicator, observed: Iterable[str]) -> Attainment:
    """How what a judge observed stands to the standards of a verifiable indicator: each is met by its items."""
    seen = {item.strip().casefold() for item in observed}
    basic = _seen(indicator.basic, seen)
    beyond = [item for item in _items(indicator.outstanding) if item not in set(_items(indicator.basic))]
    outstanding = _rounded(Decimal(sum(item in seen for item in beyond)) / len(beyond)) if beyond else None
    met = None if basic is None else basic == _FULL
    excelled = None if outstanding is None else outstanding == _FULL and met is not False
    return Attainment(basic, _NONE if met is False and beyond else outstanding, met, excelled)


def attainment(indicator: Indicator, value: Decimal | None, observed: Iterable[str] | None) -> Attainment:
    """How what was reported stands to the standards: a figure, or what a judge observed where there is none."""
    return judge(indicator, observed or ()) if value is None else attain(indicator, value)


def score(parts: Sequence[Part]) -> Score:
    """The weighted score of what was reported, and the share of the weights that was not."""
    total = sum((part.weight for part in parts), _NONE)
    known = [(part.weight, part.attainment) for part in parts if part.attainment is not None]
    reported = sum((weight for weight, _ in known), _NONE)
    return Score(
        _mean([(weight, one.basic) for weight, one in known]),
        _mean([(weight, one.outstanding) for weight, one in known]),
        _rounded((total - reported) / total) if total else _NONE,
    )


def mixed(post: Decimal | None, department: Decimal | None, share: Decimal) -> Decimal | None:
    """A person's result: that of the post, and `share` percent of that of the department.

    That of the post alone where the department has none; none where the post has none: others' results are not theirs.
    """
    if post is None or department is None:
        return post
    return _rounded((post * (_HUNDRED - share) + department * share) / _HUNDRED)


def weights(plan: Plan) -> dict[int, Decimal]:
    """Each indicator's share of the post in percent: its weight in the output, of the output's weight."""
    return {
        indicator.id: _rounded(output.weight * indicator.weight / _HUNDRED)
        for output in plan.outputs
        for indicator in output.indicators
    }


def _limit(*, met: bool | None) -> Decimal:
    """The largest share: full only where the standard is met, for "fewer than 3" is missed by 3, however little."""
    return _FULL if met else _ALMOST


def _up_to(limit: Decimal | None, share: Decimal | None) -> Decimal | None:
    return share if share is None or limit is None else min(share, limit)


def _meets(standard: Standard, value: Decimal, direction: Direction | None) -> bool:
    low, high = _reach(standard, direction)
    return low < value < high if strict(standard) else low <= value <= high


def _reach(standard: Standard, direction: Direction | None) -> tuple[Decimal, Decimal]:
    """The lowest and highest value that meet a standard.

    Better values meet it as well: a number without a comparator, or a range, ends where the direction leads to.
    """
    low, high = bounds(standard)
    if low.is_finite() and direction is Direction.MORE:
        return low, Decimal("Infinity")
    if high.is_finite() and direction is Direction.LESS:
        return Decimal("-Infinity"), high
    return low, high


def _share(basic: Standard, value: Decimal, direction: Direction | None, *, changes: bool) -> Decimal:
    if _meets(basic, value, direction):
        return _FULL
    low, high = _reach(basic, direction)
    bound, below = (low, True) if value <= low else (high, False)
    if changes and bound < 0:
        # A fall is told below nought: -3 is 3/5 of the way to -5, as 3 is to 5.
        bound, value, below = -bound, -value, not below
    return _quotient(value, bound) if below else _quotient(bound, value)


def _quotient(part: Decimal, whole: Decimal) -> Decimal:
    """A share between 0 and 1; nothing is a share of nought or of a debt."""
    return min(max(_rounded(part / whole), _NONE), _FULL) if whole > 0 else _NONE


def _way(basic: Standard, outstanding: Standard, value: Decimal, direction: Direction | None) -> Decimal | None:
    """How far a value is on the way from basic to outstanding; None where outstanding does not lie beyond."""
    (low, high), (inner_low, inner_high) = _reach(basic, direction), _reach(outstanding, direction)
    ways = [
        _between(value, start, end)
        for start, end, beyond in ((low, inner_low, low < inner_low), (high, inner_high, inner_high < high))
        if beyond and start.is_finite() and end.is_finite()
    ]
    return min(ways) if ways else None


def _between(value: Decimal, start: Decimal, end: Decimal) -> Decimal:
    return max(_rounded((value - start) / (end - start)), _NONE)


def _items(standard: Standard | None) -> list[str]:
    if standard is None:
        return []
    return [item.strip().casefold() for item in standard.items or (standard.text,)]


def _seen(standard: Standard | None, seen: set[str]) -> Decimal | None:
    items = _items(standard)
    return _rounded(Decimal(sum(item in seen for item in items)) / len(items)) if items else None


def _mean(values: Sequence[tuple[Decimal, Decimal | None]]) -> Decimal | None:
    known = [(weight, value) for weight, value in values if value is not None]
    total = sum((weight for weight, _ in known), _NONE)
    return _rounded(sum((weight * value for weight, value in known), _NONE) / total) if total else None


def _rounded(value: Decimal) -> Decimal:
    return _CONTEXT.plus(value)
