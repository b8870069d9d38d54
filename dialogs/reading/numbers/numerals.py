"""Numerals: digits and words, English and Chinese, with signs, shares and fractions, in folded text."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from string import ascii_lowercase

from dialogs.reading.numbers.digits import written_in_digits
from dialogs.reading.numbers.english import FIRST, continued, written_in_english
from dialogs.reading.numbers.han import in_han_units, written_in_han
from dialogs.reading.numbers.han_sums import DIGIT
from dialogs.reading.numbers.labels import is_label
from dialogs.reading.numbers.numeral import Numeral, part
from dialogs.reading.numbers.shares import as_nines, as_share, few_in, told_share

_MINUS = re.compile(r"(?:-(?=[0-9.])|负 ?|零下|(?:minus|negative)[ -]{1,4})")
_STARTS = re.compile(rf"[0-9.½¼¾⅓⅔⅕⅛{DIGIT}十拾百佰千仟万亿兆廿卅卌半负-]|{FIRST}|(?:hundred|minus|negative)(?![a-z])")
"""What every numeral begins with: most places of a text are passed with one look."""
_DIGITS = frozenset(".0123456789")
_HUNDRED = re.compile(r"hundred(?= ?(?:%|per ?cent|pct))")
_HALF_MORE = re.compile(r"个半(?=[ 月年天小季工星礼万亿])")
_COUNTED = re.compile(r"[0-9零〇一二两三四五六七八九十百千万亿半%][^\s0-9,，;；。、:：]{0,3}$")
_FARTHEST = 4
"""How far before a dash a number begins that is the lower end of a range."""
_AND = re.compile(r" ?又 ?")
_PARTED = re.compile(r" {0,4}分 {0,4}之 {0,4}(负 ?)?")
_DOZEN = re.compile(r" ?打(?![包印卡开扫算电击造分底错反成])| (?:dozens?|doz|dzs?)(?![a-z])")
_GRAND = re.compile(r" grand(?= ?(?:[^a-z ]|\Z)| (?:an?|per|in|or|and|to|each|every|by|of|this|for|more|less)\b)")
"""A thousand of money, though not in "5 grand prizes"."""
_ODD = re.compile(r"[ -]odd(?![a-z])")
_MORE = re.compile(
    r"个多(?=月|小时|星期|礼拜|季度|工作日|钟头|[亿万])|多(?![少于么数劳谢亏了])|余(?![额款下量数粮料])|(?<=[十0])几(?![十百千万亿乎率何])"
    r"|(?<=[十百千万0])来(?=[个人家件单次位天名吨块岁斤台张份篇条户])|个来(?=[月星礼小钟])"
    r"|\+(?! ?[0-9])|[ -]plus(?![a-z])(?! ?[0-9])"
)
"""What stands behind a number that is more than it says, by some that is not told."""


def numeral(text: str, at: int) -> Numeral | None:
    """The numeral that begins at this place of a folded text, or None. Several readers ask for the same one."""
    return _read(text, at) if _STARTS.match(text, at) else None


@lru_cache(maxsize=1024)
def _read(text: str, at: int) -> Numeral | None:
    if text[at] in _DIGITS and is_label(text, at):
        return None
    if (minus := _MINUS.match(text, at)) and not (text[at] == "-" and _joined_before(text, at)):
        found = _unsigned(text, minus.end()) if minus.end() < len(text) else None
        return found and _negative(_open(text, found))
    found = _unsigned(text, at)
    return found and _open(text, found)


def whole_number(text: str) -> int:
    """The whole number that a folded text begins with, 0 where it begins with none."""
    found = numeral(text, 0) if text else None
    return int(found.value) if found else 0


def _negative(found: Numeral) -> Numeral:
    minus = found.times(-1) if found.value else found
    return minus if minus.upper is None else replace(minus, value=minus.upper, upper=minus.value)


def _open(text: str, found: Numeral) -> Numeral:
    """A number with whether it is more than what it says: 20-odd, 20多."""
    if odd := _ODD.match(text, found.end):
        return as_share(text, replace(found, end=odd.end(), more=True)) or found
    return replace(found, more=True) if _MORE.match(text, found.end) else found


def _joined_before(text: str, at: int) -> bool:
    """Whether a minus is the dash of a range or of a word: 2-4, 2单-4单, A-1, though not 增长率-3%."""
    if at == 0 or text[at - 1] > "\u2e80":
        return _COUNTED.search(text[max(0, at - _FARTHEST) : at]) is not None
    return text[at - 1].isalnum() or text[at - 1] in "%-–—"


def _unsigned(text: str, at: int) -> Numeral | None:
    if text[at] in ascii_lowercase:
        found = written_in_english(text, at) or _hundred(text, at)
    elif share := told_share(text, at, _either):
        return share
    else:
        found = _either(text, at)
        found = found and continued(text, _of_parts(text, found))
    if found is None:
        return None
    shared = few_in(text, at, found, _any)
    return shared if shared.percent else _suffixed(text, shared)


def _suffixed(text: str, found: Numeral) -> Numeral | None:
    """两个半(月), 三打, 20 grand, and shares."""
    if match := _HALF_MORE.match(text, found.end):
        return in_han_units(text, Numeral(found.value + Decimal("0.5"), match.end()))
    if match := _DOZEN.match(text, found.end):
        return replace(found.times(12), end=match.end())
    if match := _GRAND.match(text, found.end):
        return replace(found.times(1000), end=match.end(), scale=Decimal(1000), other=None)
    return as_nines(text, found) or as_share(text, found)


def _hundred(text: str, at: int) -> Numeral | None:
    match = _HUNDRED.match(text, at)
    return Numeral(Decimal(100), match.end()) if match else None


def _any(text: str, at: int) -> Numeral | None:
    """A number in digits or words of either language."""
    return written_in_english(text, at) if text[at] in ascii_lowercase else _either(text, at)


def _either(text: str, at: int) -> Numeral | None:
    """A number in digits or Chinese characters."""
    return written_in_digits(text, at) or written_in_han(text, at)


def _of_parts(text: str, whole: Numeral) -> Numeral:
    """三分之一, 三百五又三分之一."""
    mixed = _AND.match(text, whole.end)
    if mixed and mixed.end() < len(text) and (size := _either(text, mixed.end())):
        share = _part(text, size)
        return Numeral(whole.value + share.value, share.end) if share else whole
    return _part(text, whole) or whole


def _part(text: str, size: Numeral) -> Numeral | None:
    of = _PARTED.match(text, size.end)
    if not of or not size.value or of.end() >= len(text):
        return None
    told = _either(text, of.end())
    if told is None:
        return None
    return part((-told.value if of[1] else told.value) / size.value, told.end)
