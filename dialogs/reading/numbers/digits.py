"""Numbers in digits: separators of thousands and decimals, fractions, powers, and the scale behind them.

A comma is where decimals begin only where something says so: a percent sign, money, a unit, other separators, or
digits that cannot be a group. Otherwise "1,3" are two numbers. One point is one such sign, unless three digits
follow it: then it may part thousands as well, which is told as the other reading (412.000). So may 4m be metres or
minutes, where no money says that it is millions.
"""

import re
from dataclasses import replace
from decimal import Decimal

from dialogs.reading.numbers.han import in_han_units
from dialogs.reading.numbers.money import money_before, money_behind
from dialogs.reading.numbers.numeral import LARGEST, SCALES, Numeral, part, plain, rounded

_NO_HAN = r"(?! ?(?![元块万亿美欧])[\u3400-\u9fff])"
"""Where a word in Chinese follows, a comma parts two clauses: 营收1971，13个新客户."""
_UNITS = r" ?(?:kg|g|t|km|cm|mm|m[²³23]?|l|ml|tonnes?|tons?|[km]wh?|fte|pts?|points?)(?![a-z])"
_DURATIONS = r" ?(?:h|hrs?|hours?|d|days?|weeks?|months?|years?|mins?|minutes?|sec(?:ond)?s?)(?![a-z])"
_NEIGHBOURS = r"(?!(?:1,2|2,3|3,4|4,5|5,6|6,7|7,8|8,9)(?![0-9]))"
"""2,3 days may be two or three."""
_TWO = r"(?![0-9]{1,3} 000 [1-9][0-9]{2} 000)"
"""50 000 100 000 are two numbers."""
_DIGITS = re.compile(
    r"(?P<comma>[0-9]{1,3},[0-9]{1,2}(?=(?: ?[-–] ?[0-9]{1,3},[0-9]{1,2})? ?(?:%|per ?cent|pct))"  # 98,5 %
    rf"|{_NEIGHBOURS}[0-9]{{1,3}},(?:[0-9]{{1,2}}(?={_UNITS})|(?:[0-9]|[27]5)(?={_DURATIONS}))"  # 7,5 hours
    r"|[0-9]{1,3}(?:\.[0-9]{3}){1,5},[0-9]{1,9}(?![0-9,])"  # 1.234,50
    rf"|(?:0,[0-9]{{1,9}}|[0-9]{{1,3}}(?: [0-9]{{3}}){{1,5}},[0-9]{{1,2}}|[1-9][0-9]{{3,8}},[0-9]{{1,2}})"
    rf"(?![0-9,]){_NO_HAN})"  # 0,75; 1 250,00; 1971,13
    r"|(?P<points>[0-9]{1,3}(?:\.[0-9]{3}){2,5}(?!\.?[0-9]))"  # 1.000.000
    r"|(?P<spoken>[0-9]{1,9} point [0-9]{1,9}(?![0-9])"
    r"|[0-9]{1,3} \. [0-9]{1,3}(?![0-9])"  # as news agencies part words and marks
    r"|(?:(?:2[5-9]|[3-9][0-9])点[0-9]{1,3}|[0-9]{1,2}点[0-9])(?![0-9分刻]))"  # 99点5; 9点30 is a time
    rf"|(?P<groups>(?:{_TWO}(?:[0-9]{{1,2}}(?: [0-9]{{3}}){{2,5}}|[0-9]{{1,3}} 0[0-9]{{2}}(?: [0-9]{{3}}){{0,4}})"
    r"|[0-9]{1,3} 0[0-9]{2}"  # 13 009, since 009 is no number
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,3}(?:'[0-9]{3}){1,5}|[0-9]{1,3}(?:_[0-9]{3}){1,5}"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3})"  # 12,34,567
    r"(?![0-9])(?:\.[0-9]{1,15})?)"
    r"|(?P<plain>[0-9]{1,18}(?:\.[0-9]{1,15})?(?![0-9])|\.[0-9]{1,9}(?![0-9]))"
)
_PRICE = re.compile(
    r"(?P<comma>(?:[0-9]{1,3}(?: [0-9]{3}){1,5}|[0-9]{1,3}),[0-9]{1,2}(?![0-9,]))"
    r"|(?P<groups>[0-9]{1,3}(?: [0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,2}(?![0-9]))?)"
)
"""What only money beside it tells: €12,50, 12 500 €."""
_CHAIN = re.compile(r"\.[0-9]")
"""Behind decimals: 2.0.1 is no number."""
_GROUPED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_FRACTION = re.compile(r"(?:([0-9]{1,6}) {1,2})?([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/.])")
_LARGEST_DENOMINATOR = 8
_SCORED = re.compile(r"\b(?:scor(?:e|es|ing)|rat(?:ed|ing|ings)|satisfaction|csat|grade|mark)\b")
"""What makes 4/5 a mark."""
_MARKED = {5, 7}
"""The best marks of usual scales."""
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_FLAT = str.maketrans(_RAISED, "0123456789+-")
_NOTE = re.compile(rf"[{_RAISED}]+")
_TEN = re.compile(rf"10([{_RAISED}]{{1,3}})(?![{_RAISED}0-9])")
_POWER = re.compile(r"(?: ?\^ ?(?P<power>[+-]?[0-9]{1,2})|e(?P<ten>[+-]?[0-9]{1,2}))(?![0-9a-z.])")
_TIMES = re.compile(rf" ?[×✕x*] ?10(?: ?\^ ?(?P<flat>[+-]?[0-9]{{1,2}})|(?P<raised>[{_RAISED}]{{1,3}}))(?![0-9])")
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
    r"(?:(?P<letter>w|(?:k|m|mn|bn|b| k| ?cr)(?![0-9]))"
    r"| ?(?P<word>hundred|thousand|lakh|lac|million|crore|billion|trillion|mn|mln|mio|mill|mil|bn|bln|mrd)s?)(?![a-z])"
)
_COUNTED = re.compile(r" (?!tall|long|wide|deep|high|thick|away|or|and|to|in|at|per|each|of|by|for)[a-z]")
"""A noun behind: 35m visitors are millions."""
_MILLIONS = re.compile(r" ?mm(?![a-z0-9²³])")
"""Of money; elsewhere it is a length."""


def written_in_digits(text: str, at: int) -> Numeral | None:
    """The number in digits that begins here."""
    if text[at] in _VULGAR:
        return part(Decimal(_VULGAR[text[at]]), at + 1)
    if found := _fraction(text, at) or _ten(text, at):
        return found
    match = _price(text, at) or _DIGITS.match(text, at)
    if not match or (match.lastgroup == "plain" and _CHAIN.match(text, match.end())):
        return None
    value, end = Decimal(_figures(match)), match.end()
    if text[end : end + 1] in _VULGAR:
        return Numeral(value + Decimal(_VULGAR[text[end]]), end + 1)
    if power := _POWER.match(text, end):
        return _raised(value, power)
    if power := _TIMES.match(text, end):
        return _timed(value, power)
    if note := _NOTE.match(text, end):
        return Numeral(value, note.end())
    found = _scaled(text, value, at, end)
    found = found and in_han_units(text, found)
    if found and found.end == end and _GROUPED.fullmatch(match[0]):
        return replace(found, other=value * 1000)
    return replace(found, other=value) if found and _is_length(text, at, found) else found


def _is_length(text: str, at: int, found: Numeral) -> bool:
    """Whether the m behind a number may be metres or minutes as well as millions."""
    if found.letter != "m" or _COUNTED.match(text, found.end):
        return False
    return not (money_before(text, at) or money_behind(text, found.end))


def _price(text: str, at: int) -> re.Match[str] | None:
    match = _PRICE.match(text, at)
    return match if match and (money_before(text, at) or money_behind(text, match.end())) else None


def _figures(match: re.Match[str]) -> str:
    """What was written, with nothing but a point before its decimals."""
    written = match[0]
    if match.lastgroup == "comma":
        return written.replace(" ", "").replace(".", "").replace(",", ".")
    if match.lastgroup == "points":
        return written.replace(".", "")
    return re.sub("[ ,'_]", "", written.replace(" point ", ".").replace("点", "."))


def _fraction(text: str, at: int) -> Numeral | None:
    """2/3, 1 1/2; 9/30 and 24/7 are something else, and 4/5 may be the mark 4."""
    match = _FRACTION.match(text, at)
    if not match or not int(match[2]) < int(match[3]) <= _LARGEST_DENOMINATOR or text[at - 1 : at] in {"/", "."}:
        return None
    told = part(int(match[1] or 0) + Decimal(match[2]) / int(match[3]), match.end())
    mark = match[1] is None and int(match[3]) in _MARKED and not text.startswith(" of", match.end())
    if mark and (_SCORED.search(text[:at]) or text.startswith(" star", match.end())):
        return None
    return replace(told, other=Decimal(match[2])) if mark else told


def _ten(text: str, at: int) -> Numeral | None:
    """10⁶; in 10² the power may be the mark of a footnote, and in 10¹ it is."""
    match = _TEN.match(text, at)
    power = _power(match[1]) if match else None
    if not match or power is None or power == 1:
        return None
    raised = Decimal(10) ** power
    if power == 2:
        return Numeral(raised, match.end(), other=Decimal(10))
    return Numeral(plain(raised), match.end()) if raised < LARGEST else None


def _power(raised: str) -> int | None:
    flat = raised.translate(_FLAT)
    return int(flat) if flat.lstrip("+-").isdecimal() and not flat[1:].strip("0123456789") else None


def _raised(value: Decimal, power: re.Match[str]) -> Numeral | None:
    if not value:
        return None
    raised = value ** int(power["power"]) if power["power"] else value * Decimal(10) ** int(power["ten"])
    return Numeral(rounded(raised), power.end()) if raised < LARGEST else None


def _timed(value: Decimal, power: re.Match[str]) -> Numeral | None:
    """3.5 × 10⁶."""
    tens = _power(power["raised"] or power["flat"])
    raised = None if tens is None else value * Decimal(10) ** tens
    return Numeral(rounded(raised), power.end()) if raised is not None and raised < LARGEST else None


def _scaled(text: str, value: Decimal, at: int, end: int) -> Numeral | None:
    scale, letter = Decimal(1), None
    while found := _SCALE.match(text, end):
        letter = found["letter"] and found["letter"].strip()
        scale *= SCALES[letter or found["word"]]
        end = found.end()
        if value * scale >= LARGEST:
            return None
    millions = _MILLIONS.match(text, end) if scale == 1 else None
    if millions and (money_before(text, at) or money_behind(text, millions.end())):
        scale, end = Decimal(10**6), millions.end()
    if ordinal := _ORDINAL.match(text, end):
        end = ordinal.end()
    return Numeral(plain(value * scale), end, scale=scale, letter=letter)
