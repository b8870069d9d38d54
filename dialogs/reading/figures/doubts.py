"""Figures that may be meant otherwise than they are written: 0.88 beside a standard of 85 %, 412.000 beside 400,000."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dialogs.reading.figures.asked import Asked
from dialogs.reading.numbers.numeral import plain
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.counts import is_counted

_NEARER = 10
"""How many times nearer to a standard another reading is from which on it may be meant."""
_MANY = 10
"""A whole standard from which on what is counted has no part of one."""
_GROUPED = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})([.,])([0-9]{3})(?![0-9]|[.,][0-9])")
"""One group of three digits: thousands to some, behind the decimal mark to others."""
_SMALLEST = 1000
"""The least factor that is left out in speech: 50 for 50万, though not 5 for 五十."""
_EXACT = re.compile(r"\.[0-9]{4}")
"""A number that says that it is meant as it is written: a fourth digit behind the mark makes no group."""

_PART = re.compile(
    r"(?<![0-9.,])(?P<part>[0-9][0-9.,]{0,14})(?P<noun> ?[a-z]{2,20})?(?<!out)"
    r" (?P<out>out )?of (?:the |a total of )?(?P<whole>[0-9][0-9.,]{0,14})(?![0-9%])(?P<counted> ?[a-z]{2,20})?"
)
"""A part with its whole: 127 of 150 orders."""
_RATED = {"5", "10", "100"}
"""The best grades of scales: 4.2 out of 5 is a figure."""


def check_part(text: str, amount: Amount, asked: Asked) -> None:
    """Raise Unclear where a number is told with the whole it is part of, or the part: either may be the figure."""
    match = next((one for one in _PART.finditer(fold(text)) if one.start() <= amount.start < one.end()), None)
    if match is None or (match["out"] and match["whole"] in _RATED and not match["counted"]):
        return
    if asked.unit == "%":
        raise Unread("figure.several", name=asked.name)
    noun = match["noun"] or match["counted"] or ""
    raise Unclear(*(f"{text[: match.start()]}{match[one]}{noun}{text[match.end() :]}" for one in ("part", "whole")))


def check_meant(text: str, amount: Amount, figure: Decimal, asked: Asked) -> None:
    """Raise Unclear where an amount in a text may be meant otherwise; the readings are the text without any doubt.

    `figure` is the amount in the unit of the indicator.
    """
    said = text[amount.start : amount.end]
    doubts = (
        _in_hundredths(amount, asked),
        _grouped(said, amount, figure, asked),
        _scaled(said, amount, figure, asked),
    )
    for readings in doubts:
        if readings:
            raise Unclear(*(f"{text[: amount.start]}{reading}{text[amount.end :]}" for reading in readings))


def _in_hundredths(amount: Amount, asked: Asked) -> tuple[str, ...]:
    """A share without a sign as percent."""
    share = asked.unit == "%" and amount.unit is None and 0 < amount.value <= 1
    if not share or asked.basic is None or amount.value * _NEARER > asked.basic:
        return ()
    return tuple(f"{value.normalize():f}%" for value in (amount.value * 100, amount.value))


def _grouped(said: str, amount: Amount, figure: Decimal, asked: Asked) -> tuple[str, ...]:
    """A group of three digits as thousands, and behind the decimal mark."""
    match = _GROUPED.search(said)
    standards = _standards(asked)
    if match is None or not standards:
        return ()
    whole, decimal = f"{match[1]}{match[3]}", f"{match[1]}.{match[3]}"
    if abs(amount.value) != Decimal(decimal if match[2] == "." else whole):
        return ()  # 1.250万
    other = figure * 1000 if match[2] == "." else figure / 1000
    broken = is_counted(asked) and bool(figure % 1) and all(one % 1 == 0 and one >= _MANY for one in standards)
    nearer = 1 if broken else _NEARER  # 1.270单
    if _distance(figure, standards) < nearer * _distance(other, standards):
        return ()
    return tuple(said.replace(match[0], reading) for reading in (whole, f"{decimal}0"))


def _scaled(said: str, amount: Amount, figure: Decimal, asked: Asked) -> tuple[str, ...]:
    """A number in what the standards are written in, and as it is: 48 beside 50万."""
    standards, other = _standards(asked), figure * asked.scale
    if asked.scale < _SMALLEST or amount.scale >= _SMALLEST or not (figure and standards) or _EXACT.search(said):
        return ()
    if _distance(figure, standards) < _NEARER * _distance(other, standards):
        return ()
    unit = f" {amount.unit}" if amount.unit else ""
    return tuple(f"{value}{unit}" for value in (plain(amount.value * asked.scale), f"{amount.value:.4f}"))


def _standards(asked: Asked) -> list[Decimal]:
    return [one for one in (asked.basic, asked.outstanding) if one is not None and one > 0]


def _distance(figure: Decimal, standards: Sequence[Decimal]) -> Decimal:
    """How many times as much a figure is as the nearest standard, or the standard as the figure."""
    return min(max(abs(figure) / one, one / abs(figure)) for one in standards)
