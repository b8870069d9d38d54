"""The basic standard held against the outstanding one, always in the indicator's direction (method.md 2.4)."""

from decimal import Decimal
from enum import StrEnum

from kpi.plan import Direction, Standard
from kpi.values import Comparator

_DIRECTIONS = {
    Comparator.AT_LEAST: Direction.MORE,
    Comparator.MORE_THAN: Direction.MORE,
    Comparator.AT_MOST: Direction.LESS,
    Comparator.LESS_THAN: Direction.LESS,
    Comparator.RANGE: Direction.RANGE,
    Comparator.PLUS_MINUS: Direction.RANGE,
}
_STRICT = {Comparator.MORE_THAN, Comparator.LESS_THAN}
_OPEN = Decimal("Infinity")

# Only what converts exactly: a working day is no fixed number of hours, a month no fixed number of days.
_SCALES = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3_600),
    "day": ("second", 86_400),
    "week": ("second", 604_800),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}


class Problem(StrEnum):
    """What is wrong with a pair of standards."""

    NO_ROOM = "no_room"
    """The basic standard leaves nothing above it."""
    AGAINST_DIRECTION = "against_direction"
    """A standard bounds the wrong side: "at most" where more is better, or the other way round."""
    INCOMPARABLE = "incomparable"
    """The two are in different units or periods, or only one of them is a number."""
    NOT_BEYOND = "not_beyond"
    """The outstanding standard does not lie beyond the basic one."""


def direction_of(comparator: Comparator | None) -> Direction | None:
    """The direction a comparator speaks of; None where it tells none ("exactly", "about")."""
    return _DIRECTIONS.get(comparator) if comparator else None


def told_direction(direction: Direction | None, *pair: Standard) -> Direction | None:
    """The indicator's direction, or else the one that the first telling comparator of its standards speaks of."""
    told = (direction_of(standard.comparator) for standard in pair)
    return direction or next((one for one in told if one), None)


def comparable(basic: Standard, outstanding: Standard) -> bool:
    """Whether both are lists of what is observed, or both numbers of one unit and period.

    Times compare where they convert exactly (48 hours and 2 days); zero is the same in every unit.
    """
    if basic.value is None or outstanding.value is None:
        return basic.value == outstanding.value
    if _is_zero(basic) or _is_zero(outstanding):
        return True
    return scale(basic.unit)[0] == scale(outstanding.unit)[0] and basic.per == outstanding.per


def beyond(basic: Standard, outstanding: Standard, direction: Direction | None) -> bool:
    """Whether outstanding lies beyond basic: higher, lower, or inside a narrower range, as the direction has it.

    Verifiable standards need no direction: outstanding must list something that basic does not.
    Of two equal bounds the strict one lies beyond the other. Without any direction no number lies beyond another.
    """
    if not comparable(basic, outstanding) or _against(basic, direction) or _against(outstanding, direction):
        return False
    if basic.value is None:
        return bool(_observed(outstanding) - _observed(basic))
    match told_direction(direction, basic, outstanding):
        case Direction.MORE:
            return (bounds(outstanding)[0], strict(outstanding)) > (bounds(basic)[0], strict(basic))
        case Direction.LESS:
            return (-bounds(outstanding)[1], strict(outstanding)) > (-bounds(basic)[1], strict(basic))
        case Direction.RANGE:
            return _inside(bounds(outstanding), bounds(basic))
    return False


def room_left(basic: Standard, direction: Direction | None) -> bool:
    """Whether the basic standard can be exceeded: not 100 % of more-is-better, 0 of less-is-better, or one exact value.

    A verifiable standard always can (method.md 1: outstanding is open at the top).
    """
    if basic.value is None:
        return True
    low, high = bounds(basic)
    match told_direction(direction, basic):
        case Direction.MORE:
            return basic.unit != "%" or low != 100 or strict(basic)
        case Direction.LESS:
            return high != 0 or strict(basic)
        case Direction.RANGE:
            return low < high
    return True


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


def _against(standard: Standard | None, direction: Direction | None) -> bool:
    # A range, or a one-sided bound where a range is wanted, contradicts nothing.
    return standard is not None and {direction, direction_of(standard.comparator)} == {Direction.MORE, Direction.LESS}


def strict(standard: Standard) -> bool:
    """Whether the bound itself does not meet the standard: more than, less than."""
    return standard.comparator in _STRICT


def _is_zero(standard: Standard) -> bool:
    return standard.value == 0 and not standard.upper


def scale(unit: str | None) -> tuple[str | None, int]:
    """The unit a unit converts to exactly, and how many of it; "complaint" and "complaints" are one unit."""
    if unit is None:
        return None, 1
    noun = unit.casefold()
    return _SCALES.get(noun, (noun.removesuffix("s"), 1))


def bounds(standard: Standard) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that meet a numeric standard, in the unit it converts to."""
    value, factor = standard.value or Decimal(0), scale(standard.unit)[1]
    low = high = value
    match standard.comparator:
        case Comparator.RANGE:
            high = value if standard.upper is None else standard.upper
        case Comparator.PLUS_MINUS:
            # "100 ± 5" has its tolerance in upper; "± 5" alone is a tolerance around nought.
            centre, tolerance = (Decimal(0), value) if standard.upper is None else (value, standard.upper)
            low, high = centre - tolerance, centre + tolerance
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            high = _OPEN
        case Comparator.AT_MOST | Comparator.LESS_THAN:
            low = -_OPEN
    return low * factor, high * factor


def _inside(inner: tuple[Decimal, Decimal], outer: tuple[Decimal, Decimal]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _observed(standard: Standard) -> set[str]:
    """What is observed when a verifiable standard is met."""
    return {item.strip().casefold() for item in standard.items or (standard.text,)}
