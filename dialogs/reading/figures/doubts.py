"""Figures that may be meant otherwise than they are written: 0.88 beside a standard of 85 %, 412.000 beside 400,000.

The figure before it settles what its standards leave open: after 412,000 somebody who writes 398.200 means 398,200.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.conversion import converted
from dialogs.reading.figures.signs import may_be_negative
from dialogs.reading.numbers.numeral import plain
from dialogs.reading.sense import Doubt, doubt_of, goes_beyond_whole
from dialogs.reading.unread import Unclear
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.counts import is_counted
from kpi.plan import Standard
from kpi.units import same

_NEARER = 10
"""How many times nearer to a standard another reading is from which on it may be meant."""
_ALIKE = 2
"""How many times as much a figure may be as the one before, or the one before as it, and be about as large."""
_MANY = 10
"""A whole standard from which on what is counted has no part of one."""
_GROUPED = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})([.,])([0-9]{3})(?![0-9]|[.,][0-9])")
"""One group of three digits: thousands to some, behind the decimal mark to others."""
_SMALLEST = 1000
"""The least factor that is left out in speech: 50 for 50万, though not 5 for 五十."""
_WHOLE = Decimal(100)
_SMALL = 100
"""Counts below it move by ten times without a slip."""
_EXACT = re.compile(r"\.[0-9]{4}")
"""A number that says that it is meant as it is written: a fourth digit behind the mark makes no group."""


def as_meant(text: str, amount: Amount, figure: Decimal, asked: Asked) -> Decimal:
    """An amount in a text as it is meant; `figure` is the one in the unit of the indicator.

    Raises Unclear where it may be meant otherwise; the readings are the text without any doubt.
    """
    said = text[amount.start : amount.end]
    doubt = _otherwise(said, amount, figure, asked)
    if doubt and resembles(doubt.figure, asked):
        return Decimal(plain(doubt.figure))
    ask, readings = ("unclear.ask", doubt.readings) if doubt else _senseless(said, amount, figure, asked)
    if readings:
        rest = text[amount.end :]
        raise Unclear(*(f"{text[: amount.start]}{reading}{rest}" for reading in readings), ask=ask)
    return figure


@dataclass(frozen=True, slots=True)
class _Otherwise:
    """The figure that a number may be instead, and both readings of it."""

    figure: Decimal
    readings: tuple[str, ...]


def _otherwise(said: str, amount: Amount, figure: Decimal, asked: Asked) -> _Otherwise | None:
    """What a number may be instead by the way it is written."""
    return (
        _in_hundredths(amount, asked) or _grouped(said, amount, figure, asked) or _scaled(said, amount, figure, asked)
    )


def resembles(figure: Decimal, asked: Asked) -> bool:
    """Whether a figure is about as large as the one before."""
    return asked.before is not None and asked.before > 0 and _distance(figure, [asked.before]) <= _ALIKE


def _in_hundredths(amount: Amount, asked: Asked) -> _Otherwise | None:
    """A share without a sign as percent."""
    share = asked.unit == "%" and amount.unit is None and 0 < amount.value <= 1
    if not share or asked.basic is None or amount.value * _NEARER > asked.basic:
        return None
    readings = (f"{value.normalize():f}%" for value in (amount.value * 100, amount.value))
    return _Otherwise(amount.value * 100, tuple(readings))


def _grouped(said: str, amount: Amount, figure: Decimal, asked: Asked) -> _Otherwise | None:
    """A group of three digits as thousands, and behind the decimal mark."""
    match = _GROUPED.search(said)
    standards = _standards(asked)
    if match is None or not standards:
        return None
    whole, decimal = f"{match[1]}{match[3]}", f"{match[1]}.{match[3]}"
    if abs(amount.value) != Decimal(decimal if match[2] == "." else whole):
        return None  # 1.250万
    other = figure * 1000 if match[2] == "." else figure / 1000
    broken = is_counted(asked) and bool(figure % 1) and all(one % 1 == 0 and one >= _MANY for one in standards)
    nearer = 1 if broken else _NEARER  # 1.270单
    if _distance(figure, standards) < nearer * _distance(other, standards):
        return None
    return _Otherwise(other, tuple(said.replace(match[0], reading) for reading in (whole, f"{decimal}0")))


def _scaled(said: str, amount: Amount, figure: Decimal, asked: Asked) -> _Otherwise | None:
    """A number in what the standards are written in, and as it is: 48 beside 50万."""
    standards, other = _standards(asked), figure * asked.scale
    if asked.scale < _SMALLEST or amount.scale >= _SMALLEST or not (figure and standards) or _EXACT.search(said):
        return None
    if _distance(figure, standards) < _NEARER * _distance(other, standards):
        return None
    unit = f" {amount.unit}" if amount.unit else ""
    readings = (f"{value}{unit}" for value in (plain(amount.value * asked.scale), f"{amount.value:.4f}"))
    return _Otherwise(other, tuple(readings))


def _senseless(said: str, amount: Amount, figure: Decimal, asked: Asked) -> tuple[str, tuple[str, ...]]:
    """A figure that makes no sense as it is, and what it may be instead: below nought, over the whole, far off."""
    if _EXACT.search(said):
        return "", ()
    doubt = doubt_of(Standard("", value=figure, unit=asked.unit), asked.name, asked.unit)
    if figure < 0 and (doubt is Doubt.NEGATIVE or not may_be_negative(asked)):
        return "figure.doubt.negative", _exactly(amount, -amount.value)
    if doubt is Doubt.OVER_WHOLE or (asked.unit == "%" and _over_whole(figure, asked)):
        return "figure.doubt.over_whole", _exactly(amount, *_within(amount.value))
    return (
        ("figure.doubt.far", _exactly(amount, *_nearer(amount.value, figure, asked)))
        if _far(figure, asked)
        else ("", ())
    )


def _exactly(amount: Amount, *others: Decimal) -> tuple[str, ...]:
    """An amount as it was said, so that it is not asked about again, and others in its place."""
    unit = f" {amount.unit}" if amount.unit else ""
    return tuple(f"{value:.4f}{unit}" for value in (amount.value, *others))


def _over_whole(figure: Decimal, asked: Asked) -> bool:
    """Whether a percentage is over 100 though all standards are below, and its name knows nothing beyond the whole."""
    standards = _standards(asked)
    return figure > _WHOLE and bool(standards) and max(standards) <= _WHOLE and not goes_beyond_whole(asked.name)


def _within(value: Decimal) -> list[Decimal]:
    """What a percentage over the whole may be without a slip: 850 as 85."""
    return [next(value / 10**digits for digits in count(1) if value / 10**digits <= _WHOLE)]


def _far(figure: Decimal, asked: Asked) -> bool:
    """Whether a figure is ten times the one before or more, or a tenth of one that is no small count."""
    before = asked.before
    if before is None or before == 0 or figure * before <= 0:
        return False
    small = is_counted(asked) and abs(before) < _SMALL
    return abs(figure) >= _NEARER * abs(before) or (not small and abs(figure) * _NEARER <= abs(before))


def _nearer(value: Decimal, figure: Decimal, asked: Asked) -> list[Decimal]:
    """What a figure may be without a slip: the power of ten that comes nearest to the one before."""
    before = [abs(asked.before or figure)]
    scaled = [Decimal(10) ** digits for digits in range(-4, 5)]
    return [value * min(scaled, key=lambda factor: _distance(figure * factor, before))]


def may_be(text: str, amount: Amount, asked: Asked) -> bool:
    """Whether a named amount is in the unit of an indicator, if in any, and may be meant so near its standards."""
    if amount.unit is not None and not same(amount.unit, asked.unit):
        return False
    figure = converted(amount, asked)
    doubt = _otherwise(text[amount.start : amount.end], amount, figure, asked)
    return plausible(doubt.figure if doubt else figure, asked)


def plausible(figure: Decimal, asked: Asked) -> bool:
    """Whether a figure lies near enough to the standards that an indicator may be meant that nobody named."""
    standards = _standards(asked)
    return not figure or not standards or _distance(figure, standards) < _NEARER


def _standards(asked: Asked) -> list[Decimal]:
    return [one for one in (asked.basic, asked.outstanding) if one is not None and one > 0]


def _distance(figure: Decimal, standards: Sequence[Decimal]) -> Decimal:
    """How many times as much a figure is as the nearest standard, or the standard as the figure."""
    return min(max(abs(figure) / one, one / abs(figure)) for one in standards)
