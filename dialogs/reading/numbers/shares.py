"""Shares: 97%, 5‰, 25 bp, 百分之九十, 九成五, 八折, nine out of ten, 1 in 4."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from math import prod

from dialogs.reading.numbers.han import digit
from dialogs.reading.numbers.numeral import SCALES, Numeral, plain

Reader = Callable[[str, int], Numeral | None]
"""What reads a number at a place of a text."""

_WHOLE = re.compile(r"百 ?分 ?之? ?一?百(?![零一二三四五六七八九十万亿])")
_SHARE = re.compile(r"([百佰千仟万亿]{1,3}) {0,4}分 {0,4}之 {0,4}(?:负 ?)?")
_HAN_DIGIT = "一二三四五六七八九"
_TENTHS = re.compile(
    rf" {{0,4}}成(?: ?(?:(?P<half>半)|(?P<rest>[{_HAN_DIGIT}1-9])(?P<next>[{_HAN_DIGIT}]?)(?![0-9])))?"
    r"(?![功为本员交立长果品分绩熟型套]|就(?![算行可好是够要得差很不挺满])|都(?![算要可是得不好够行]))"
)
_DISCOUNT = re.compile(r" {0,4}折(?![旧扣算叠合断])")
_PERCENT = re.compile(
    r" {0,4}(?:(?P<sign>%|趴|‰|‱|percentage p(?:oin)?ts?\b|per ?cents?\b(?:\.(?= [a-z]))?|pct\b|ppts?\b|pp\b|"
    r"个? {0,4}百 {0,4}分 {0,4}点"
    r"|个点(?![位子]))|(?:个 ?)?bps?\b|basis points?\b|个?基点)"
)
_OF_PERCENT = re.compile(r" of (?:an?|one|1) per ?cent(?:age point)?(?![a-z])")
_NINES = re.compile(r" ?个 ?[九9](?=$|[\s,;.。!、)]|[就以吧了可够的我我们])|[ -](?:nines|9s)(?![a-z])")
_MANY_NINES = frozenset(range(2, 7))
"""How many nines people tell an availability in."""
_HUNDREDTHS = {"‰": 10, "‱": 100}
_FEW_IN = re.compile(r"(?: (?P<out>out of)| in|-in-)(?P<every> every| each)?(?: |(?<=-))(?=[0-9a-z])")
_FEW = 20
"""People say one in so many of up to twenty, and of tens and hundreds: 1 in 7, 1 in 250."""
_MARKED = {5, 10, 100}
"""The best marks of usual scales: 4 out of 5 may be a mark."""
_WORDS = re.compile(r"(?: [a-z][a-z'-]{0,20}){1,3}")
_ENDS = re.compile(r" ?(?:[.,;:!?)\n]|\Z|at (?:the )?(?:very )?(?:most|least)\b|or (?:fewer|less|more|better)\b|max\b)")
_TIMES = "seconds? minutes? mins? hours? hrs? days? weeks? months? quarters? years? working business calendar"
_NO_MEMBERS = re.compile(f"(?:{'|'.join((*_TIMES.split(), 'stars?', 'points?', 'marks?'))})")
_ELSEWHERE = frozenset({"within", "in", "under", "by", "before", "on", "at", "a", "each", "per"})
"""What leads away from what is counted: four out of five within twenty seconds."""
_MEMBERS = re.compile(r"(?:[a-z'-]{2,20}(?<![aisu])s|people|customers|staff|children|women|men|of)")


def told_share(text: str, at: int, reader: Reader) -> Numeral | None:
    """The share out of a hundred or more that begins here: 百分之九十, 千分之三."""
    if match := _WHOLE.match(text, at):
        return Numeral(Decimal(100), match.end(), percent=True)
    match = _SHARE.match(text, at)
    part = reader(text, match.end()) if match and match.end() < len(text) else None
    if not match or part is None:
        return None
    size = prod(SCALES[unit] for unit in match[1].replace("佰", "百").replace("仟", "千"))
    return replace(part.times(Decimal(100) / size), percent=True, scale=Decimal(1), other=None)


def as_share(text: str, found: Numeral) -> Numeral | None:
    """A number with what makes it a share: 两成, 六成半, 八折, 97%. None where that makes no sense: 九九成."""
    if found.fraction and (match := _OF_PERCENT.match(text, found.end)):
        return replace(found, end=match.end(), percent=True, fraction=False, other=None)
    if match := _TENTHS.match(text, found.end):
        return _tenths(text, found, match)
    if match := _DISCOUNT.match(text, found.end):
        return _discount(found, match.end())
    match = _PERCENT.match(text, found.end)
    if not match:
        return found
    size = _HUNDREDTHS.get(match["sign"], 1 if match["sign"] else 100)
    share = found.times(Decimal(1) / size) if size > 1 else found
    return replace(share, end=match.end(), percent=True, letter=None, fraction=False, other=None)


def _tenths(text: str, found: Numeral, match: re.Match[str]) -> Numeral | None:
    """七成, 九成五, 九成五六, 七八成."""
    if found.value > 10:
        spelled = all(character in _HAN_DIGIT for character in text[found.end - 2 : found.end])
        return None if spelled else found  # 30成 begins another word
    rest, follows = match["rest"], match["next"]
    lower = found.value * 10 + (5 if match["half"] else digit(rest or "0"))
    upper, end = None if found.upper is None else plain(found.upper * 10), match.end()
    if follows and digit(follows) == digit(rest) + 1:
        upper = plain(found.value * 10 + digit(follows))
    elif follows:
        end -= len(follows)
    return Numeral(plain(lower), end, percent=True, upper=upper)


def _discount(found: Numeral, end: int) -> Numeral:
    """八折, 八五折 and 85折; 七八折 is seven or eight tenths, or 78 %."""
    tenths = found.times(1 if found.value > 10 else 10)
    other = None
    if found.upper is not None and found.upper < 10:
        other = found.value * 10 + found.upper
    return replace(tenths, end=end, percent=True, other=other)


def as_nines(text: str, found: Numeral) -> Numeral | None:
    """三个九, 4个9: 99.9 %, 99.99 %."""
    match = _NINES.match(text, found.end)
    if match is None or found.value not in _MANY_NINES or found.percent:
        return None
    return Numeral(plain(Decimal(100) - Decimal(10) ** (2 - int(found.value))), match.end(), percent=True)


def few_in(text: str, at: int, found: Numeral, reader: Reader) -> Numeral:
    """Nine out of ten, 1 in 4 customers: the share; 4 out of 5 may be a mark, and 1 in 4 weeks is a rate."""
    match = _FEW_IN.match(text, found.end)
    if (
        not match
        or text.endswith("top ", 0, at)
        or found != Numeral(found.value, found.end)
        or found.value % 1
        or found.value < 1
    ):
        return found
    whole = reader(text, match.end()) or (_hundred(text, match.end()) if match["every"] else None)
    if whole is None or whole.letter or found.value >= whole.value:
        return found
    spelled = match["out"] and text[at].isalpha()
    if not spelled and (whole.value % 1 or (whole.value > _FEW and whole.value % 10)):
        return found
    members, ends = _are_members(text, whole.end), _ENDS.match(text, whole.end) is not None
    if match["out"]:
        told = members or (members is None and (spelled or whole.value not in _MARKED or match["every"]))
    else:
        told = members or (members is None and (ends or match["every"]))
    if not told:
        return found
    share = found.value * 100 / whole.value
    exact = not found.value * 10**8 % whole.value  # thirds have no last digit
    return Numeral(plain(share if exact else round(share, 2)), whole.end, percent=True)


def _hundred(text: str, at: int) -> Numeral | None:
    """A hundred without any number before it: 5 in every hundred."""
    told = _MANY.match(text, at)
    return Numeral(Decimal(SCALES[told[1]]), told.end()) if told else None


_MANY = re.compile("(hundred|thousand)(?![a-z])")


def _are_members(text: str, end: int) -> bool | None:
    """Whether the noun behind a place says what is counted; False where it is time or marks, None without one."""
    words = _WORDS.match(text, end)
    for word in words[0].split() if words else ():
        if word in _ELSEWHERE:
            return None
        if _NO_MEMBERS.fullmatch(word):
            return False
        if _MEMBERS.fullmatch(word):
            return True
    return None
