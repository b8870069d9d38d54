"""Numbers with their units put into words: percentages, times, money, nouns."""

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import format_compact_decimal, format_decimal, get_currency_name, get_currency_symbol

from kpi.units import TIMES, kind
from locales import english
from locales.text import text

if TYPE_CHECKING:
    from locales.words import Words

_KNOWN = TIMES | {"point"}
"""Units that the catalogs have words for."""
_WRITTEN = 6
"""Decimals that people write at most; a number with more of them came of a division."""
_TWINS = {"CNY": "currency.yuan", "JPY": "currency.yen"}
"""Currencies that share a sign."""
_MILLIONS = (10**6, 10**9, 10**12)
_TEN_THOUSANDS = (10**4, 10**8, 10**12)


def amount(value: Decimal, unit: str | None, words: "Words", *, exact: bool = False) -> str:
    """A value with its unit: "97%", "3 working days", "CN¥3.6 million" (CN¥3,600,000 if exact), "2 complaints"."""
    value = _shortened(value)
    number = format_decimal(value, locale=words.language, decimal_quantization=False)
    match unit:
        case None:
            return number
        case "%":
            return f"{number}%"
        case _ if unit in _KNOWN:
            return words.say(text(f"unit.{unit}", n=1 if value == 1 else 2, number=number))
        case _ if kind(unit) == "money":
            return _money(value, unit, words, exact=exact)
        case _ if unit[0].isascii():
            return words.say(text("amount.words", number=number, noun=english.one(unit) if value == 1 else unit))
        case _:
            return words.say(text("amount.noun", number=number, noun=unit))


def unit_name(unit: str | None, words: "Words") -> str:
    """What a unit is called on its own: "days", 人民币, "complaints"; nothing where there is none."""
    if unit in _KNOWN:
        return words.say(text(f"unit.{unit}", n=2, number="")).strip()
    return get_currency_name(unit, locale=words.language) if unit and kind(unit) == "money" else unit or ""


def one_of(unit: str, words: "Words") -> str:
    """What one of a unit is called where no number is said: "per pallet", "per hour", 每托盘."""
    if unit in _KNOWN:
        return words.say(text(f"unit.{unit}", n=1, number="")).strip()
    return unit if kind(unit) is None else amount(Decimal(1), unit, words)


def both_in_millions(lower: Decimal, upper: Decimal) -> bool:
    """Whether "5 to 7 million" would be read as millions both, though only the second is."""
    return lower * _TEN_THOUSANDS[0] < upper


def _shortened(value: Decimal) -> Decimal:
    """A number to its last digit; one without an end to two decimals, or to three digits where it is below one."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= _WRITTEN:
        return value
    return Decimal(f"{round(value, max(2, 2 - value.adjusted())).normalize():f}")


def _money(value: Decimal, currency: str, words: "Words", *, exact: bool) -> str:
    """Money with a symbol or a name that is clear in every language: Taiwan's own symbol would be a bare $."""
    number = None if exact else _round(abs(value), words)
    digits = "#,##0.00" if value % 1 else "#,##0"
    number = number or format_decimal(abs(value), digits, locale=words.language, decimal_quantization=False)
    said = words.say(text("amount.money", number=number, currency=_currency(currency, words)))
    return f"-{said}" if value < 0 else said


def _currency(code: str, words: "Words") -> str:
    """How a currency stands beside a number: before it in English, behind it in Chinese."""
    if code in _TWINS:
        return words.say(text(_TWINS[code]))
    return get_currency_symbol(code, "en") if words.language == "en" else get_currency_name(code, locale=words.language)


def _round(value: Decimal, words: "Words") -> str | None:
    """A large round number as people say it ("3.6 million", 360万); None where digits would be lost."""
    scales = _MILLIONS if words.language == "en" else _TEN_THOUSANDS
    scale = max((one for one in scales if one <= value), default=None)
    if scale is None or (value * 100) % scale:
        return None
    return format_compact_decimal(value, format_type="long", locale=words.language, fraction_digits=2)
