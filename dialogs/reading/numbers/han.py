"""Numbers in Chinese characters: one, one of two (两三), or so many and more (上百)."""

import re
from dataclasses import replace
from decimal import Decimal

from dialogs.reading.numbers.han_sums import DIGIT, DIGITS, FORMAL, UNIT, end_of_number, scaled, summed
from dialogs.reading.numbers.numeral import SCALES, Numeral, part

_STARTS = frozenset(DIGIT + "十拾百佰千仟廿卅卌")
_UNITS = "十拾百佰千仟万亿"
_BARE = re.compile(rf"[{_UNITS}]{{1,4}}(?![{DIGIT}0-9{_UNITS}])")
_MANY = re.compile(r"(?<=[上近过破逾超])[万亿](?:亿)?(?![一科达能事象众不])|万(?=余(?![额款下]))")
"""上万, 近万, 万余: the only ones that begin with 万."""
_REACHED = re.compile(r"(?<![以线路之身手网早晚楼])上\Z")
_SEVERAL = re.compile(r"(?<![次人件户总台天笔单份页分指基个票座条])数\Z")
"""数十次 are several tens of times, 次数十次 a number of ten."""
_TENTHS = re.compile("[一二三四五六七八九]{2}成")
"""From the second digit on it makes no more sense than from the first: 九九成."""
_LESS = re.compile(r"(百儿八十|千儿八百|万儿八千)([万亿]?)")
"""百儿八十 is eighty to a hundred."""
_SHORT = re.compile(r"([百千])八[十百](?=[万亿]?(?![十百千万亿]))([万亿]?)")
"""百八十 is said for 180, and for about a hundred."""
_RUN = re.compile(rf"(?:[{DIGIT}]|{UNIT}|[余多来](?=[万亿])|个(?=[多来]?[万亿])){{2,24}}")
_HALF = re.compile("一半|半数?")
_PAIR = re.compile(rf"(?<![{DIGIT}])(?:一[二两]|二三|两三|三[两四五]|四五|五六|六七|七八|八九)(?![{DIGIT}])")


def written_in_han(text: str, at: int) -> Numeral | None:
    """The number in Chinese characters that begins here; 半 is a half."""
    if half := _HALF.match(text, at):
        return part(Decimal("0.5"), half.end())
    before = text[max(0, at - 3) : at]
    if found := _unusual(text, at, before):
        return found
    if text[at] not in _STARTS or _counts_nothing(text, at, before) or (at and _TENTHS.match(text, at - 1)):
        return None
    found = _two_in_one(text, at) or summed(text, at)
    if found and _REACHED.search(before) and _BARE.match(text, at):
        return replace(found, more=True)
    if found and (short := _SHORT.match(text, at)) and short.end() == found.end:
        return replace(found, other=Decimal(SCALES[short[1]] * SCALES.get(short[2], 1)))
    return found


def in_han_units(text: str, digits: Numeral) -> Numeral:
    """A number in digits with the Chinese units behind it: 80万, 3万4000, 1.5个亿, 3万五六."""
    return _two_in_one(text, digits.end, digits.value) or scaled(text, digits)


def digit(character: str) -> int:
    """The value of one digit, Chinese or not."""
    return DIGITS[character] if character in DIGITS else int(character)


def _unusual(text: str, at: int, before: str) -> Numeral | None:
    """上万, 百儿八十."""
    if many := _MANY.match(text, at):
        value = Decimal(SCALES[many[0][0]] * SCALES.get(many[0][1:], 1))
        return Numeral(value, many.end(), scale=value, more=_REACHED.search(before) is not None)
    if less := _LESS.match(text, at):
        scale = SCALES.get(less[2], 1)
        upper = Decimal(SCALES[less[1][0]] * scale)
        return Numeral(upper * 8 / 10, less.end(), scale=Decimal(scale), upper=upper)
    return None


def _counts_nothing(text: str, at: int, before: str) -> bool:
    """Whether a unit only says how large an unknown number is: 几十, 数百, 成百上千."""
    if text[at] not in _UNITS or not before:
        return False
    if before[-1] == "几" or before.endswith("成百上") or (before[-1] == "成" and text.startswith("百上千", at)):
        return True
    return _SEVERAL.search(before) is not None and _BARE.match(text, at) is not None


def _two_in_one(text: str, at: int, number: Decimal | None = None) -> Numeral | None:
    """两三, 三五, 十七八, 一百二三十万, 一万五六: one or the other."""
    run = _RUN.match(text, at, end_of_number(text, at))
    if not run or text[run.end() : run.end() + 1] == "点" or (at and number is None and text[at - 1] in _STARTS):
        return None
    written = run[0].translate(FORMAL)
    pairs = list(_PAIR.finditer(written))
    if len(pairs) != 1:
        return None
    first = pairs[0].start()
    values = [summed(written[:leave] + written[leave + 1 :], 0, number) for leave in (first + 1, first)]
    found = [one for one in values if one and one.end == len(written) - 1]
    if len(found) != 2:
        return None
    lower, upper = sorted(found, key=lambda one: one.value)
    return replace(lower, end=run.end(), upper=upper.value)
