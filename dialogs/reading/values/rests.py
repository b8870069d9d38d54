"""A number with what follows its unit: 1 hour 30 minutes, 一吨半, 五元三毛, 六块五."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dialogs.reading.numbers.numeral import SCALES, Numeral
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.nouns import unit_after
from kpi.units import scale


def with_smaller(
    written: str, found: Sequence[Token], end: int, number: Numeral, unit: str | None
) -> tuple[Numeral, str | None, int]:
    """A time with what is told in smaller units, in the smallest: 1 hour 30 minutes, 3个小时20分30秒."""
    at = end + (end < len(found) and (found[end].kind == "and" or written[found[end].start] == "零"))
    if unit is None or at + 1 >= len(found) or found[at].number is None or found[at + 1].kind != "unit":
        return number, unit, end
    smaller, after = unit_after(written, found, at)
    (base, size), (other, small) = scale(unit), scale(smaller)
    if smaller is None or base != other or base == unit or small >= size:
        return number, unit, end
    whole = replace(number, value=number.value * size / small + numeral(found, at).value)
    return with_smaller(written, found, after, whole, smaller)


def with_rest(found: Sequence[Token], at: int, end: int, number: Numeral, *, money: bool) -> tuple[Numeral, int]:
    """A number with what follows its unit: 一吨半, two tonnes and a half, 五元三毛, 3 dollars and 50 cents."""
    if at + 1 < end and (behind := _half_behind(found, end)):
        return replace(number, value=number.value + Decimal("0.5")), behind
    if not money or end >= len(found):
        return number, end
    if found[end].meaning in SCALES and found[end].kind == "word":  # 75 USD million
        return number.times(SCALES[found[end].meaning]), end + 1
    small = end + (found[end].kind == "and")
    if small >= len(found) or not found[small].number or number.value % 1:
        return number, end
    if small + 1 < len(found) and found[small + 1].kind == "part":
        part = numeral(found, small).value / int(found[small + 1].meaning)
        return replace(number, value=number.value + part), small + 2
    if _are_tenths(found, end):
        return replace(number, value=number.value + numeral(found, small).value / 10), small + 1
    ends = all(token.kind == "mark" for token in found[small + 1 :]) and found[end - 1].kind == "currency"
    between = any(token.kind == "between" for token in found)
    cents = numeral(found, small).value
    if ends and not between and 10 <= cents < 100 and not cents % 1:
        return replace(number, value=number.value + cents / 100), small + 1
    return number, end


def _are_tenths(found: Sequence[Token], at: int) -> bool:
    """Whether one digit behind 块 is so many tenths: 六块五, 三块二以内."""
    money, digit = found[at - 1], found[at]
    told = money.kind == "currency" and money.end - money.start == 1 and money.end == digit.start
    counted = at + 1 < len(found) and found[at + 1].kind in {"word", "unit", "currency", "number"}
    return told and not counted and digit.end - digit.start == 1 and 0 < numeral(found, at).value < 10


def _half_behind(found: Sequence[Token], end: int) -> int | None:
    """The place behind 半, or "and a half", where it stands here; "and half of the staff" is something else."""
    if end < len(found) and found[end].meaning == "半":
        return end + 1
    if end >= len(found) or found[end].kind != "and":
        return None
    half = end + 1 + (end + 1 < len(found) and found[end + 1].meaning == "" and found[end + 1].kind == "filler")
    if half >= len(found) or found[half].meaning != "half":
        return None
    counts = half + 1 < len(found) and found[half + 1].kind in {"filler", "unit", "word"}
    return None if counts else half + 1


def numeral(found: Sequence[Token], at: int) -> Numeral:
    """The number at a place; nought where there is none."""
    return found[at].number or Numeral(Decimal(0), 0)
