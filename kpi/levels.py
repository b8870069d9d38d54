"""The level that a standard stands for: itself, or what a change makes of the figure it starts from (method.md 2.4)."""

from dataclasses import replace
from decimal import Decimal

from kpi.plan import Direction, Standard
from kpi.units import scale
from kpi.values import Change, Comparator, Share, Sign

_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}
_STRICT = {Comparator.MORE_THAN, Comparator.LESS_THAN}
_BETTER = {Direction.MORE: Sign.UP, Direction.LESS: Sign.DOWN}
_OPEN = Decimal("Infinity")


def resulting(standard: Standard, direction: Direction | None) -> Standard | None:
    """The plain level that a standard stands for: itself, or what its change makes of the figure it starts from.

    None where nobody told that figure, or nothing tells which way "better" is.
    """
    if standard.change is None:
        return standard
    sign, scaled = _sign(standard, direction), _scaled(standard, standard.change)
    if sign is None or scaled is None:
        return None
    start, step, unit = scaled
    return _moved(replace(standard, unit=unit, change=None), sign, start, step)


def level(standard: Standard, direction: Direction | None) -> Standard | None:
    """What figures are held against: the resulting level, or a change of an unknown figure as a level of its own.

    Such a change is told signed: a fall of 6 % is -6. None where nothing tells which way "better" is.
    """
    if not told_as_change(standard):
        return resulting(standard, direction)
    sign = _sign(standard, direction)
    return _moved(replace(standard, change=None), sign, Decimal(0), Decimal(1)) if sign else None


def told_as_change(standard: Standard) -> bool:
    """Whether the figures that are held against a standard tell by how much something changed, not what it is."""
    return standard.change is not None and _scaled(standard, standard.change) is None


def told_in(standard: Standard) -> str | None:
    """The unit of the figures that are held against a standard: "CNY" for 5 % less than last year's CN¥2 million."""
    scaled = _scaled(standard, standard.change) if standard.change else None
    return scaled[2] if scaled else standard.unit


def bounds(level: Standard) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that meet a level, in the unit it converts to."""
    value, factor = level.value or Decimal(0), scale(level.unit)[1]
    low = high = value
    match level.comparator:
        case Comparator.RANGE:
            high = value if level.upper is None else level.upper
        case Comparator.PLUS_MINUS:
            # "100 ± 5" has its tolerance in upper; "± 5" alone is a tolerance around nought.
            centre, tolerance = (Decimal(0), value) if level.upper is None else (value, level.upper)
            low, high = centre - tolerance, centre + tolerance
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            high = _OPEN
        case Comparator.AT_MOST | Comparator.LESS_THAN:
            low = -_OPEN
    return low * factor, high * factor


def strict(standard: Standard) -> bool:
    """Whether the bound itself does not meet the standard: more than, less than."""
    return standard.comparator in _STRICT


def like(standard: Standard, other: Standard) -> Standard:
    """The standard with what only the other one of its pair tells: counted per what, within what, since when."""
    return replace(
        standard,
        rates=standard.rates or other.rates,
        share=_like_share(standard.share, other.share),
        change=_like_change(standard.change, other.change),
        out_of=standard.out_of or other.out_of,
        condition=standard.condition or other.condition,
    )


def _like_share(share: Share | None, other: Share | None) -> Share | None:
    if share is None or other is None:
        return share or other
    return Share(share.of or other.of, share.limit or other.limit)


def _like_change(change: Change | None, other: Change | None) -> Change | None:
    """A change with the base and the figure of the other one, where both start from the same."""
    if change is None or other is None or (change.base and other.base and change.base is not other.base):
        return change
    known = change if other.figure is None or change.figure is not None else other
    return replace(change, base=change.base or other.base, figure=known.figure, unit=known.unit)


def _sign(standard: Standard, direction: Direction | None) -> Sign | None:
    """Which way a change goes: as it says, or else to what is better; "± 5 %" goes both ways."""
    if standard.comparator is Comparator.PLUS_MINUS and standard.upper is None:
        return Sign.UP
    sign = standard.change.sign if standard.change else None
    return sign or (_BETTER.get(direction) if direction else None)


def _scaled(standard: Standard, change: Change) -> tuple[Decimal, Decimal, str | None] | None:
    """What a change starts from, how much one of its number is there, and the unit of both.

    None where the figure is not known, or tells nothing: a share of nought, or hours of what is counted in pieces.
    """
    figure = change.figure
    if figure is None:
        return None
    if standard.unit == "%":
        # Of a loss of 100, 20 % more is a smaller loss: a share of a figure never turns its change round.
        return (figure, abs(figure) / 100, change.unit) if figure else None
    if standard.unit == "point":
        return figure, Decimal(1), change.unit or "%"
    if standard.unit is None or change.unit is None:
        return figure, Decimal(1), standard.unit or change.unit
    (kind, many), (kind_of_figure, many_of_figure) = scale(standard.unit), scale(change.unit)
    if kind != kind_of_figure:
        return None
    # In the finer of both units, into which the other one converts without a remainder.
    if many < many_of_figure:
        return figure * (many_of_figure // many), Decimal(1), standard.unit
    return figure, Decimal(many // many_of_figure), change.unit


def _moved(standard: Standard, sign: Sign, start: Decimal, step: Decimal) -> Standard:
    """The standard with its number as steps from a start; without a comparator it is the least that is wanted."""
    amount, upper = standard.value or Decimal(0), standard.upper
    way = step if sign is Sign.UP else -step
    comparator = standard.comparator or Comparator.AT_LEAST
    if comparator is Comparator.PLUS_MINUS:
        centre, tolerance = (Decimal(0), amount) if upper is None else (amount, upper)
        return replace(standard, value=start + centre * way, upper=tolerance * step)
    if comparator is Comparator.RANGE and upper is not None:
        low, high = sorted((start + amount * way, start + upper * way))
        return replace(standard, value=low, upper=high)
    turned = comparator if sign is Sign.UP else _TURNED.get(comparator, comparator)
    return replace(standard, comparator=turned, value=start + amount * way)
