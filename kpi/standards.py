"""The basic standard held against the outstanding one, always in the indicator's direction (method.md 2.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi.levels import bounds, level, like, strict, told_as_change, told_in
from kpi.plan import Direction, Indicator, Standard
from kpi.units import kind, scale
from kpi.values import Comparator

_DIRECTIONS = {
    Comparator.AT_LEAST: Direction.MORE,
    Comparator.MORE_THAN: Direction.MORE,
    Comparator.AT_MOST: Direction.LESS,
    Comparator.LESS_THAN: Direction.LESS,
    Comparator.RANGE: Direction.RANGE,
    Comparator.PLUS_MINUS: Direction.RANGE,
}
_WHOLE = Decimal(100)


class Problem(StrEnum):
    """What is wrong with a pair of standards."""

    NO_ROOM = "no_room"
    """The basic standard leaves nothing above it."""
    AGAINST_DIRECTION = "against_direction"
    """A standard bounds the wrong side: "at most" where more is better, or the other way round."""
    INCOMPARABLE = "incomparable"
    """The two count different things, in different units or periods, or only one of them is a number."""
    NOT_BEYOND = "not_beyond"
    """The outstanding standard does not lie beyond the basic one."""


def direction_of(comparator: Comparator | None) -> Direction | None:
    """The direction a comparator speaks of; None where it tells none ("exactly", "about")."""
    return _DIRECTIONS.get(comparator) if comparator else None


def told_direction(direction: Direction | None, *pair: Standard) -> Direction | None:
    """The indicator's direction, or else the one that the first telling level of its standards speaks of."""
    levels = (level(standard, direction) for standard in pair)
    told = (direction_of(one.comparator) for one in levels if one)
    return direction or next((one for one in told if one), None)


def asks_for_none(standard: Standard) -> bool:
    """Whether there is to be none of something; "at most 0" says so too of what is counted."""
    if standard.value != 0 or standard.upper is not None or standard.change or standard.share or standard.out_of:
        return False
    if standard.unit is None:
        return standard.comparator is Comparator.EQUAL
    return kind(standard.unit) is None and standard.comparator in {Comparator.EQUAL, Comparator.AT_MOST}


def comparable(basic: Standard, outstanding: Standard) -> bool:
    """Whether both are lists of what is observed, or both numbers of the same: of one unit, period, share, base.

    Times compare where they convert exactly (48 hours and 2 days); zero is the same in every unit. What only one of
    them says of a share, a change, a scale or a condition is meant of both.
    """
    if basic.value is None or outstanding.value is None:
        return basic.value == outstanding.value
    basic, outstanding = like(basic, outstanding), like(outstanding, basic)
    if told_as_change(basic) is not told_as_change(outstanding):
        return False
    if _folded(basic.condition) != _folded(outstanding.condition):
        return False
    return _is_zero(basic) or _is_zero(outstanding) or _counted(basic) == _counted(outstanding)


def beyond(basic: Standard, outstanding: Standard, direction: Direction | None) -> bool:
    """Whether outstanding lies beyond basic: higher, lower, or inside a narrower range, as the direction has it.

    Verifiable standards need no direction: outstanding must list something that basic does not.
    Of two equal bounds the strict one lies beyond the other. Without any direction no number lies beyond another.
    """
    if not comparable(basic, outstanding) or _against(basic, direction) or _against(outstanding, direction):
        return False
    if basic.value is None:
        return bool(_observed(outstanding) - _observed(basic))
    direction = told_direction(direction, basic, outstanding)
    outer, inner = level(like(basic, outstanding), direction), level(like(outstanding, basic), direction)
    if outer is None or inner is None:
        return False
    match direction:
        case Direction.MORE:
            return (bounds(inner)[0], strict(inner)) > (bounds(outer)[0], strict(outer))
        case Direction.LESS:
            return (-bounds(inner)[1], strict(inner)) > (-bounds(outer)[1], strict(outer))
        case Direction.RANGE:
            return _inside(bounds(inner), bounds(outer))
    return False


def room_left(basic: Standard, direction: Direction | None) -> bool:
    """Whether the basic standard can be exceeded: not 100 % of more-is-better, 0 of less-is-better, or one exact value.

    Nor the top of a scale, or a fall by all there is. A verifiable standard always can (method.md 1: outstanding is
    open at the top).
    """
    direction = told_direction(direction, basic) if basic.value is not None else None
    against = level(basic, direction) if direction else None
    if against is None:
        return True
    low, high = bounds(against)
    changes = told_as_change(basic)
    match direction:
        case Direction.MORE if against.out_of is not None and not changes:
            return low < against.out_of * scale(against.unit)[1]
        case Direction.MORE:
            return changes or against.unit != "%" or low != _WHOLE or strict(against)
        case Direction.LESS if changes:
            return against.unit != "%" or high > -_WHOLE
        case Direction.LESS:
            return high != 0 or strict(against)
    return low < high


def check(basic: Standard, outstanding: Standard | None, direction: Direction | None) -> Problem | None:
    """The first problem of a pair of standards, or of the basic one alone while the outstanding one is not known."""
    if _against(basic, direction) or _against(outstanding, direction):
        return Problem.AGAINST_DIRECTION
    if not room_left(basic, direction):
        return Problem.NO_ROOM
    if outstanding is None:
        return None
    if not comparable(basic, outstanding):
        return Problem.INCOMPARABLE
    return None if beyond(basic, outstanding, direction) else Problem.NOT_BEYOND


@dataclass(frozen=True, slots=True)
class Held:
    """What the figures of an indicator are held against: the levels of its standards, as far as they are numbers.

    `unit` is that of the figures; with `changes` they tell by how much something changed.
    """

    direction: Direction | None
    basic: Standard | None
    outstanding: Standard | None
    unit: str | None
    changes: bool

    @property
    def levels(self) -> Iterator[Standard]:
        """Both levels, as far as they are known."""
        return (one for one in (self.basic, self.outstanding) if one)


def held(indicator: Indicator) -> Held:
    """What the figures of an indicator are held against.

    An outstanding standard that tells a change where the basic one tells none, or the other way round, is not: one
    figure cannot be both.
    """
    basic, outstanding = _numeric(indicator.basic), _numeric(indicator.outstanding)
    if basic and outstanding and basic.change and outstanding.change:
        basic, outstanding = like(basic, outstanding), like(outstanding, basic)
    if basic and outstanding and told_as_change(basic) is not told_as_change(outstanding):
        outstanding = None
    pair = [one for one in (basic, outstanding) if one]
    direction = told_direction(indicator.direction, *pair)
    low, high = (level(one, direction) if one else None for one in (basic, outstanding))
    unit = told_in(pair[0]) if pair else indicator.unit
    return Held(direction, low, high, unit, changes=bool(pair) and told_as_change(pair[0]))


def _numeric(standard: Standard | None) -> Standard | None:
    return standard if standard and standard.value is not None else None


def _against(standard: Standard | None, direction: Direction | None) -> bool:
    # A range, or a one-sided bound where a range is wanted, contradicts nothing.
    against = level(standard, direction) if standard and direction else None
    return against is not None and {direction, direction_of(against.comparator)} == {Direction.MORE, Direction.LESS}


def _is_zero(standard: Standard) -> bool:
    return standard.value == 0 and not standard.upper and standard.change is None


def _counted(standard: Standard) -> tuple[object, ...]:
    """What a number is of, to the same for two that count the same."""
    limit = standard.share.limit if standard.share else None
    limited, many = scale(limit.unit if limit else None)
    return (
        scale(told_in(standard))[0],
        standard.per,
        frozenset((per.number, scale(per.unit)[0]) for per in standard.rates),
        _folded(standard.share.of if standard.share else None),
        limit and (limit.comparator, limit.value * many, limited),
        standard.out_of,
        standard.change.base if standard.change and told_as_change(standard) else None,
    )


def _folded(said: str | None) -> str | None:
    return said.strip().casefold() if said else None


def _inside(inner: tuple[Decimal, Decimal], outer: tuple[Decimal, Decimal]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _observed(standard: Standard) -> set[str]:
    """What is observed when a verifiable standard is met."""
    return {item.strip().casefold() for item in standard.items or (standard.text,)}
