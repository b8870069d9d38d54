"""Numbers in digits: thousands separators, fractions, powers, and the scale behind them."""

import re
from decimal import Decimal

from dialogs.reading.numbers.han import in_han_units
from dialogs.reading.numbers.numeral import LARGEST, SCALES, Numeral, plain, rounded

_DIGITS = re.compile(
    r"[0-9]{1,3},[0-9]{1,2}(?= ?(?:%|per ?cent|pct))"  # 98,5 %
    r"|[0-9]{1,3} 000(?![0-9])"
    r"|[0-9]{1,9} point [0-9]{1,9}(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,15})?"
    r"|[0-9]{1,2}(?: [0-9]{3}){2,5}(?![0-9])(?:\.[0-9]{1,15})?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,5}(?![0-9.])"  # 1.000.000
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3}(?![0-9])(?:\.[0-9]{1,15})?"  # 12,34,567
    r"|[0-9]{1,3} \. [0-9]{1,3}(?![0-9])"  # as news agencies part words and marks
    r"|[0-9]{1,18}(?:\.[0-9]{1,15})?(?![0-9])"
    r"|\.[0-9]{1,9}(?![0-9])"
)
_DECIMAL_COMMA = re.compile("[0-9]{1,3},[0-9]{1,2}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_FRACTION = re.compile(r"(?:([0-9]{1,6}) {1,2})?([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/.])")
_POWER = re.compile(r"(?: ?\^ ?([+-]?[0-9]{1,2})|e([+-]?[0-9]{1,2}))(?![0-9a-z.])")
_VULGAR = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "⅓": "0.333333333333333",
    "⅔": "0.666666666666667",
    "⅕": "0.2",
    "⅛": "0.125",
}
_SCALE = re.compile(
    r"(?:(?P<letter>k|w|m|mn|bn|b| k)| ?(?P<word>hundred|thousand|lakh|million|crore|billion|trillion|mn|bn)s?"
    r")(?![a-z])"
)


def written_in_digits(text: str, at: int) -> Numeral | None:
    """The number in digits that begins here."""
    if text[at] in _VULGAR:
        return Numeral(Decimal(_VULGAR[text[at]]), at + 1)
    if found := _fraction(text, at):
        return found
    match = _DIGITS.match(text, at)
    if not match:
        return None
    decimal = _DECIMAL_COMMA.fullmatch(match[0])
    figures = match[0].replace(" point ", ".").replace(",", "." if decimal else "").replace(" ", "")
    value, end = Decimal(figures if figures.count(".") < 2 else figures.replace(".", "")), match.end()
    if text[end : end + 1] in _VULGAR:
        return Numeral(value + Decimal(_VULGAR[text[end]]), end + 1)
    if power := _POWER.match(text, end):
        return _raised(value, power)
    found = _scaled(text, value, end)
    return found and in_han_units(text, found)


def _fraction(text: str, at: int) -> Numeral | None:
    """2/3, 1 1/2; 9/30 and 24/7 are something else."""
    match = _FRACTION.match(text, at)
    if not match or not int(match[2]) < int(match[3]) <= _LARGEST_DENOMINATOR or text[at - 1 : at] in {"/", "."}:
        return None
    return Numeral(int(match[1] or 0) + rounded(Decimal(match[2]) / int(match[3])), match.end())


_LARGEST_DENOMINATOR = 8


def _raised(value: Decimal, power: re.Match[str]) -> Numeral | None:
    raised = value ** int(power[1]) if power[1] else value * Decimal(10) ** int(power[2])
    return Numeral(rounded(raised), power.end()) if raised < LARGEST else None


def _scaled(text: str, value: Decimal, end: int) -> Numeral | None:
    scale, letter = Decimal(1), None
    while found := _SCALE.match(text, end):
        letter = found["letter"]
        scale *= SCALES[letter.strip() if letter else found["word"]]
        end = found.end()
        if value * scale >= LARGEST:
            return None
    if ordinal := _ORDINAL.match(text, end):
        end = ordinal.end()
    return Numeral(plain(value * scale), end, scale=scale, letter=letter)
