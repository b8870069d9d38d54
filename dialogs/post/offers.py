"""Outstanding standards that suggest themselves: part of the way to the whole, or a tenth and a fifth beyond."""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from kpi.plan import Direction, Standard
from kpi.standards import beyond, room_left

WHOLE = Decimal(100)
"""Of a percentage that more is better of, nothing lies beyond this."""
_STEPS = (
    (1, Decimal("0.01")),
    (10, Decimal("0.1")),
    (90, Decimal(1)),
    (99, Decimal("0.1")),
    (Decimal("Infinity"), Decimal("0.01")),
)
"""How finely percentages below a value are written."""


def offered(basic: Standard, direction: Direction) -> tuple[Standard, ...]:
    """At most two outstanding standards beyond a basic one; none where no number suggests itself."""
    if basic.value is None or basic.upper is not None or direction is Direction.RANGE or basic.change:
        return ()
    if not room_left(basic, direction):
        return ()
    if basic.unit == "%" and direction is Direction.MORE and WHOLE / 2 <= basic.value < WHOLE:
        values = [basic.value + (WHOLE - basic.value) * share for share in (Decimal("0.5"), Decimal("0.8"))]
    elif basic.unit == "%" and direction is Direction.LESS and basic.value >= WHOLE / 2:
        return ()  # half of a ceiling of 99 % is nobody's aim
    else:
        factors = ("1.1", "1.2") if direction is Direction.MORE else ("0.75", "0.5")
        values = [basic.value * Decimal(factor) for factor in factors]
    rounded = dict.fromkeys(_rounded(value, basic, direction) for value in values)
    offers = (replace(basic, text="", value=value, note=None) for value in rounded)
    return tuple(offer for offer in offers if beyond(basic, offer, direction) and room_left(offer, direction))


def _rounded(value: Decimal, basic: Standard, direction: Direction) -> Decimal:
    """A value that people would write: percentages finer towards their ends, things counted whole."""
    assert basic.value is not None  # noqa: S101 - only numbers are offered anything
    if basic.unit == "%":
        finest = next(step for below, step in _STEPS if basic.value < below)
        return value.quantize(finest, ROUND_CEILING if direction is Direction.MORE else ROUND_FLOOR)
    if basic.value % 1:
        return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return value.quantize(Decimal(1), ROUND_CEILING if direction is Direction.MORE else ROUND_FLOOR)
