"""Amounts in the units of indicators."""

from decimal import Decimal

from dialogs.reading.figures.asked import Asked
from dialogs.reading.unread import Unread
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.counts import count_different
from kpi.plan import Standard
from kpi.units import kind, same, scale


def converted(amount: Amount, asked: Asked) -> Decimal:
    """The figure in the unit of the indicator; raises Unread where the two cannot be the same thing."""
    if amount.unit is None or asked.unit is None or same(amount.unit, asked.unit):
        return amount.value
    (theirs, size), (ours, own_size) = scale(amount.unit), scale(asked.unit)
    if theirs == ours:
        return amount.value * size / own_size
    kinds = {kind(amount.unit), kind(asked.unit)}
    if kinds & {"percent", "time"} or kinds == {"money"} or count_different(amount.unit, asked.unit):
        example = Standard("", value=asked.basic or Decimal(10), unit=asked.unit)
        raise Unread("figure.unit", name=asked.name, amount=example)
    return amount.value


def fits(amount: Amount, asked: Asked) -> bool:
    """Whether an amount is told in a unit of the indicator, or in none."""
    try:
        converted(amount, asked)
    except Unread:
        return False
    return True


def tells_unit(amount: Amount, asked: Asked) -> bool:
    """Whether an amount is told in the very unit of an indicator, or in what its standards are written in: 102万."""
    if not fits(amount, asked):
        return False
    return amount.unit is not None or (asked.scale > 1 and amount.scale == asked.scale)
