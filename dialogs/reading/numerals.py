"""Numerals: digits and words, English and Chinese, in folded text."""

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends at `end`.

    `percent` says whether it is a share out of 100; `scale` is the factor written after the digits (80万, 3.6 million).
    """

    value: Decimal
    end: int
    percent: bool = False
    scale: Decimal = Decimal(1)


def numeral(text: str, at: int) -> Numeral | None:
    """The numeral that begins at this place of a folded text, or None."""
    for read in (_share, _written, _chinese, _english):
        found = read(text, at)
        if found:
            return _percent(text, found)
    return None


def _plain(value: Decimal) -> Decimal:
    """The same value without an exponent or zeros behind the point."""
    return Decimal(f"{value.normalize():f}")


# Digits, with thousands separators and a scale.

_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_SCALE = re.compile(
    r"(?:(?P<attached>k|w|m|mn|bn|b)| ?(?P<word>hundred|thousand|million|billion|mn|bn)|(?P<han>[十百千万亿]{1,2}))"
    r"(?![a-z])"
)
_SCALES = {
    "k": 10**3,
    "w": 10**4,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "十": 10,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "亿": 10**8,
}


def _written(text: str, at: int) -> Numeral | None:
    match = _DIGITS.match(text, at)
    if not match or re.match(r"[0-9]", text[match.end() : match.end() + 1]):
        return None
    value, end, scale = Decimal(match[0].replace(",", "")), match.end(), Decimal(1)
    while found := _SCALE.match(text, end):
        word = found["attached"] or found["word"] or ""
        for part in [word] if word else found["han"]:
            scale *= _SCALES[part]
        end = found.end()
        if scale > 10**13:
            return None
    if ordinal := _ORDINAL.match(text, end):
        end = ordinal.end()
    return Numeral(_plain(value * scale), end, scale=scale)


# Shares: 百分之七十, 百分之百, 三分之一, 两成, 六成半.

_WHOLE = re.compile(r"百分之?一?百(?![万亿])")
_FRACTION = re.compile(r"(百|千|万)分之")
_TENTHS = re.compile(
    r"([0-9]{1,2}|[一二两三四五六七八九])成(?:(半)|([一二三四五六七八九1-9])(?![0-9]))?(?![功为本员交立长果品分绩就])"
)


def _share(text: str, at: int) -> Numeral | None:
    if match := _WHOLE.match(text, at):
        return Numeral(Decimal(100), match.end(), percent=True)
    if match := _FRACTION.match(text, at):
        part = _written(text, match.end()) or _chinese(text, match.end())
        size = Decimal({"百": 1, "千": 10, "万": 100}[match[1]])
        return Numeral(_plain(part.value / size), part.end, percent=True) if part else None
    if match := _TENTHS.match(text, at):
        whole = Decimal(_digit(match[1]))
        rest = Decimal(5) if match[2] else Decimal(_digit(match[3] or "0"))
        return Numeral(whole * 10 + rest, match.end(), percent=True)
    return None


_PERCENT = re.compile(r" ?(%|percentage points?|per ?cent\b|pct\b|‰|个?百分点|个点(?![位子])|pp\b)")


def _percent(text: str, found: Numeral) -> Numeral:
    match = _PERCENT.match(text, found.end)
    if not match:
        return found
    value = _plain(found.value / 10) if match[1] == "‰" else found.value
    return Numeral(value, match.end(), percent=True, scale=found.scale)


# Chinese numerals.

_HAN = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,24}(?:点[零〇一二三四五六七八九]{1,9}[万亿]?)?"
)
_HAN_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")


def _chinese(text: str, at: int) -> Numeral | None:
    whole = _han_number(text, at)
    if whole is None or not whole.value or not text.startswith("分之", whole.end):
        return whole
    part = _han_number(text, whole.end + 2)  # 三分之一
    return Numeral(round(part.value / whole.value, 4), part.end) if part else whole


def _han_number(text: str, at: int) -> Numeral | None:
    if text.startswith("半", at):
        return Numeral(Decimal("0.5"), at + 1)
    match = _HAN.match(text, at)
    if not match:
        return None
    whole, _, rest = match[0].translate(_FORMAL).replace("廿", "二十").replace("卅", "三十").partition("点")
    scale = Decimal(_SCALES[rest[-1]]) if rest and rest[-1] in "万亿" else Decimal(1)
    value = _han_value(whole)
    if value is None:
        return None
    decimals = "".join(str(_HAN_DIGITS[digit]) for digit in rest.rstrip("万亿"))
    return Numeral(_plain(Decimal(f"{value}.{decimals or 0}") * scale), match.end(), scale=scale)


def _han_value(numeral: str) -> int | None:
    """The value of Chinese numerals without a decimal point, None where they form no number."""
    if all(character in _HAN_DIGITS for character in numeral):
        return int("".join(str(_HAN_DIGITS[character]) for character in numeral))
    for big in "亿万":
        head, mark, tail = numeral.rpartition(big)
        if mark:
            return _joined(head, tail, _SCALES[big])
    return _below_ten_thousand(numeral)


def _joined(head: str, tail: str, size: int) -> int | None:
    high = _han_value(head) if head else None
    low = _tail(tail, size)
    return None if high is None or low is None else high * size + low


def _tail(tail: str, size: int) -> int | None:
    """What follows a unit: nothing, a number, or one digit of the next lower unit (四千六 is 4600)."""
    if not tail:
        return 0
    if len(tail) == 1 and _HAN_DIGITS.get(tail):
        return _HAN_DIGITS[tail] * size // 10
    return _han_value(tail)


def _below_ten_thousand(numeral: str) -> int | None:
    total, rest = 0, numeral
    for unit in "千百十":
        head, mark, tail = rest.partition(unit)
        if not mark:
            continue
        digit = 1 if not head.lstrip("零〇") and unit == "十" else _HAN_DIGITS.get(head.lstrip("零〇"))
        if digit is None:
            return None
        total += digit * _SCALES[unit]
        if len(tail) == 1 and unit != "十":
            return total + _HAN_DIGITS.get(tail, 0) * _SCALES[unit] // 10 if tail in _HAN_DIGITS else None
        rest = tail
    last = rest.lstrip("零〇")
    return total + (_HAN_DIGITS[last] if last else 0) if not last or last in _HAN_DIGITS else None


def _digit(character: str) -> int:
    return _HAN_DIGITS[character] if character in _HAN_DIGITS else int(character)


# English numerals.

_ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SMALL = _ONES | _TENS | {"dozen": 12}
_FIXED = {
    "half a dozen": "6",
    "half": "0.5",
    "half a": "0.5",
    "half an": "0.5",
    "a third": "0.3333",
    "one third": "0.3333",
    "two thirds": "0.6667",
}
_FIXED |= {"a dozen": "12", "a couple of": "2", "a hundred": "100", "a thousand": "1000", "a million": "1000000"}
_PARTS = sorted([*_SMALL, "hundred", "thousand", "million", "billion", "and"], key=len, reverse=True)
_ENGLISH = re.compile(rf"[ -]?(?P<word>{'|'.join(_PARTS)})(?![a-z])")
_FIXED_WORDS = re.compile(rf"(?:{'|'.join(sorted(_FIXED, key=len, reverse=True))})(?![a-z])")


def _english(text: str, at: int) -> Numeral | None:
    if not text[at].isascii() or (at and text[at - 1].isascii() and text[at - 1].isalnum()):
        return None
    if match := _FIXED_WORDS.match(text, at):
        return Numeral(Decimal(_FIXED[match[0]]), match.end())
    words: list[str] = []
    end = at
    while text[end : end + 1] not in {"", "\n"} and len(words) < 12 and (match := _ENGLISH.match(text, end)):
        if not words and match["word"] not in _SMALL:
            return None
        if match["word"] == "and" and words[-1] not in _SCALES:
            break
        words.append(match["word"])
        end = match.end()
    if words and words[-1] == "and":
        words.pop()
        end -= len(" and")
    return Numeral(Decimal(_english_value(words)), end) if words else None


def _english_value(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word in _SMALL:
            group = group * 12 if word == "dozen" and group else group + _SMALL[word]
        elif word == "hundred":
            group *= 100
        elif word != "and":
            total += group * _SCALES[word]
            group = 0
    return total + group
