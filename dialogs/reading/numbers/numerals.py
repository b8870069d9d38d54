"""Numerals: digits and words, English and Chinese, with signs, shares and fractions, in folded text."""

import re
from decimal import Decimal
from math import prod
from string import ascii_lowercase

from dialogs.reading.numbers.digits import written_in_digits
from dialogs.reading.numbers.english import continued, written_in_english
from dialogs.reading.numbers.han import digit, written_in_han
from dialogs.reading.numbers.numeral import SCALES, Numeral, plain, rounded

_MINUS = re.compile(r"(?:-(?=[0-9.])|负 ?|零下|(?:minus|negative)[ -]+)")
_STARTS = re.compile(r"[0-9.½¼¾⅓⅔⅕⅛零〇一二两三四五六七八九十百千万亿兆廿卅俩壹贰叁肆伍陆柒捌玖拾佰仟弌弍半负-]|[a-z]")
_WHOLE = re.compile(r"百 ?分 ?之? ?一?百(?![万亿])")
_SHARE = re.compile(r"([百佰千仟万亿]{1,3}) *分 *之 *(?:负 ?)?")
_TENTHS = re.compile(r" *成(?: ?(?:(半)|([一二三四五六七八九1-9])(?![0-9])))?(?![功为本员交立长果品分绩就])")
_DISCOUNT = re.compile(r" *折(?![旧扣算叠合断])")
_PERCENT = re.compile(r" *(%|percentage points?|per ?cents?\b|pct\b|‰|个? *百 *分 *点|个点(?![位子])|pp\b)")
_HALF_MORE = re.compile(r"个半(?=[ 月年天小季工星礼])")
_COUNTED = re.compile(r"[0-9零〇一二两三四五六七八九十百千万亿半%][^\s0-9,，;；。、:：]{0,3}$")
_FARTHEST = 4
"""How far before a dash a number begins that is the lower end of a range."""
_AND = re.compile(r" ?又 ?")
_PARTED = re.compile(r" *分 *之 *(负 ?)?")
_DOZEN = re.compile(r" ?打(?![包印卡开扫算电击造分])")


def numeral(text: str, at: int) -> Numeral | None:
    """The numeral that begins at this place of a folded text, or None."""
    if not _STARTS.match(text, at):
        return None
    if (minus := _MINUS.match(text, at)) and not (text[at] == "-" and _joined_before(text, at)):
        found = _unsigned(text, minus.end()) if minus.end() < len(text) else None
        return found and Numeral(-found.value, found.end, found.percent, found.scale, found.letter)
    return _unsigned(text, at)


def _joined_before(text: str, at: int) -> bool:
    """Whether a minus is the dash of a range or of a word: 2-4, 2单-4单, A-1, though not 增长率-3%."""
    if at == 0 or text[at - 1] > "\u2e80":
        return _COUNTED.search(text[max(0, at - _FARTHEST) : at]) is not None
    return text[at - 1].isalnum() or text[at - 1] in "%-–—"


def _unsigned(text: str, at: int) -> Numeral | None:
    if text[at] in ascii_lowercase:
        words = written_in_english(text, at)
        return words and _suffixed(text, words)
    if match := _WHOLE.match(text, at):
        return Numeral(Decimal(100), match.end(), percent=True)
    if match := _SHARE.match(text, at):
        part = _either(text, match.end()) if match.end() < len(text) else None
        size = prod(SCALES[unit] for unit in match[1].replace("佰", "百").replace("仟", "千"))
        return part and Numeral(rounded(part.value * 100 / size), part.end, percent=True)
    found = _either(text, at)
    return _suffixed(text, continued(text, _of_parts(text, found))) if found else None


def _suffixed(text: str, found: Numeral) -> Numeral:
    """两个半(月), 三打, 两成, 六成半, 八折, 97%."""
    if found.percent:
        return found
    if match := _HALF_MORE.match(text, found.end):
        return Numeral(found.value + Decimal("0.5"), match.end())
    if match := _DOZEN.match(text, found.end):
        return Numeral(found.value * 12, match.end())
    if match := _TENTHS.match(text, found.end):
        rest = Decimal(5) if match[1] else Decimal(digit(match[2] or "0"))
        upper = None if found.upper is None else found.upper * 10  # 七八成
        return Numeral(plain(found.value * 10 + rest), match.end(), percent=True, upper=upper)
    if match := _DISCOUNT.match(text, found.end):
        tenths = found.value
        return Numeral(plain(tenths if tenths > 10 else tenths * 10), match.end(), percent=True)
    return _percent(text, found)


def _either(text: str, at: int) -> Numeral | None:
    """A number in digits or Chinese characters."""
    return written_in_digits(text, at) or written_in_han(text, at)


def _of_parts(text: str, whole: Numeral) -> Numeral:
    """三分之一, 三百五又三分之一."""
    mixed = _AND.match(text, whole.end)
    if mixed and mixed.end() < len(text) and (size := _either(text, mixed.end())):
        part = _part(text, size)
        return Numeral(whole.value + part.value, part.end) if part else whole
    return _part(text, whole) or whole


def _part(text: str, size: Numeral) -> Numeral | None:
    of = _PARTED.match(text, size.end)
    if not of or not size.value or of.end() >= len(text):
        return None
    part = _either(text, of.end())
    if part is None:
        return None
    value = -part.value if of[1] else part.value
    return Numeral(rounded(value / size.value), part.end)


def _percent(text: str, found: Numeral) -> Numeral:
    match = _PERCENT.match(text, found.end)
    if not match:
        return found
    value = plain(found.value / 10) if match[1] == "‰" else found.value
    return Numeral(value, match.end(), percent=True, scale=found.scale)
