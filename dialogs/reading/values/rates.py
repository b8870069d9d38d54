"""What a number is counted per: a month, 1,000 bed days, one pallet, one person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from dialogs.reading.numbers.numeral import SCALES
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.nouns import HAN, MEASURES, is_physical
from dialogs.reading.values.rate_nouns import NOUNS
from dialogs.reading.values.units import PERIODS, TIME_WORDS, WHOLE_PERIOD
from kpi.values import Per

_HALF_YEARS = {"每半年", "/半年", "half-yearly", "every six months", "every half-year"}
_TOPICS = {
    "年度": "year",
    "年度内": "year",
    "季度内": "quarter",
    "月度": "month",
    "季度": "quarter",
    "单月": "month",
    "单季": "quarter",
}
"""How often what is told of is counted, where a clause begins so: 月度总曝光量达到100万次."""
_MOVES = frozenset("低高超降增少多延提减升漏错缺")
"""What a number does, rather than what it is counted per: 每低1%."""
_ONES = frozenset("人班间間单單台桌车車趟批户戶床件")
"""What a number may be counted per that is told of one: 一个班2800件."""
_TURN_WORDS = (
    "shift term order patient head person visit table room store shop site class case call ticket batch "
    "unit piece box pallet truck trip session semester sprint game season night line customer employee"
)
_TURNS = frozenset(_TURN_WORDS.split())
"""What follows "a" where a rate is told: 2 a shift."""
_BEFORE_NUMBER = {"filler", "before", "adverb", "per", "stop", "currency", "rate"}
_TRACKED = frozenset({"measured", "reviewed", "reported", "tracked", "monitored", "checked", "audited", "assessed"})
"""What is done every month with a figure, rather than counted per month."""
_NO_RATE_WORDS = "schedule plan policy agreement contract requirement requirements target procedure request usual"
_NO_RATES = frozenset(_NO_RATE_WORDS.split())
"""What things are done according to, rather than counted per: as per plan."""
_ACTS = ("申请", "增加", "完成", "提交", "发现", "出现", "发生", "迟到", "获得", "取得", "新增", "开发", "参加")
"""What is done, rather than counted per: 每申请1项."""
_POST = re.compile("经理|代表|主管|专员|顾问|代理")
"""What goes on after a noun that is known: 每个客户经理."""
_AFTER_NOUN = frozenset("都均各要应應须須需")
"""What begins behind the noun of a rate."""
_LONGEST_NOUN = 4
_LONGEST_KNOWN = 8
_EACH = {"每", "per", "every", "each"}


@dataclass(frozen=True, slots=True)
class Rate:
    """A period ("month"), or a number of something, and the places of the tokens that say so."""

    period: str | None
    per: Per | None
    used: frozenset[int]
    topic: bool = False
    """Whether it only begins the name of what is counted."""


def rates_around(written: str, found: Sequence[Token]) -> tuple[Rate, ...]:
    """All rates of a text, in order."""
    return tuple(_rates(written, found))


def _rates(written: str, found: Sequence[Token]) -> Iterator[Rate]:
    at = 0
    while at < len(found):
        rate = _rate(written, found, at)
        if rate:
            yield rate
        at = max(rate.used) + 1 if rate else at + 1
        if rate and rate.per and at + 2 < len(found) and _is_single(found, at) and found[at + 1].meaning in PERIODS:
            yield Rate(found[at + 1].meaning, None, frozenset({at, at + 1}))  # 一个人一天20件
            at += 2


def _rate(written: str, found: Sequence[Token], at: int) -> Rate | None:
    token = found[at]
    said = written[token.start : token.end].casefold()
    if said in _HALF_YEARS:
        return Rate(None, Per(Decimal(6), "month"), frozenset({at}))
    if token.kind == "per":
        return _period(written, found, at)
    if said in _LEADING and _begins(found, at) and _leads(written, found, at):
        return Rate(_LEADING[said], None, frozenset({at}), topic=True)
    if said in _TOPICS and _begins(found, at) and written[token.end : token.end + 1] not in {"末", "底"}:
        return Rate(_TOPICS[said], None, frozenset({at}), topic=True)
    if token.kind == "each" and said.endswith("均"):
        return Rate(None, Per(Decimal(1), said[0]), frozenset({at}))  # 人均, 场均
    if said in {"一", "1", "a", "an"}:
        return _one(written, found, at)
    if said == "pp" and at and found[at - 1].kind in {"unit", "currency", "per"}:
        return Rate(None, Per(Decimal(1), "person"), frozenset({at}))  # 7 days pp
    if said in _INSIDE:
        return _window(written, found, at)
    if said == "/":
        return None if at and is_physical(written, found[at - 1].start) else _slashed(written, found, at)
    return _counted(written, found, at) if said in _EACH else None


def _period(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """Per month, monthly; not measured monthly."""
    if at and _said(written, found, at - 1, 1).lower() in _TRACKED:
        return None
    if at and _said(written, found, at - 1, 1) in _BY and _WORKED_OUT.search(fold(written), found[at].end):
        return None  # 按每天司机的出勤率计算 90%
    adverb = _said(written, found, at, 1).lower().endswith("ly")
    whole = _said(written, found, at, 1).lower().startswith(WHOLE_PERIOD)
    topic = adverb and at + 1 < len(found) and found[at + 1].kind in {"word", "base"}  # during the monthly checks
    if topic and at and found[at - 1].meaning in _OPENING:
        return None  # 4 minutes (quarterly target)
    return Rate(found[at].meaning, None, frozenset({at}), topic=topic or whole)


_BY = frozenset("按照依以")
_WORKED_OUT = re.compile("[^,;。]*(?:计算|计[^划]|折算|核算|换算|统计)")
_OPENING = frozenset("([{（【")
_LEADING = {"年": "year", "月": "month", "季": "quarter"}
_NOT_LEADING = frozenset("活轻龄级报会假度底终末检内份饼经节资")


def _leads(written: str, found: Sequence[Token], at: int) -> bool:
    """Whether one character tells how often what follows is counted: 月销售额100万, though not 月报 or 年龄."""
    following = written[found[at].end : found[at].end + 1]
    return at + 1 < len(found) and found[at + 1].kind == "word" and following not in _NOT_LEADING


def _begins(found: Sequence[Token], at: int) -> bool:
    """Whether a clause begins here."""
    return at == 0 or found[at - 1].kind == "mark"


def _counted(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """What stands behind 每 or per: 每托盘, 每千人, 每三分钟, per 1,000 bed days."""
    place, number = _number(found, at + 1)
    counted = {"unit", "currency"} if place > at + 1 else {"unit"}
    if place < len(found) and found[place].kind in counted:
        return Rate(None, Per(number, found[place].meaning), frozenset(range(at, place + 1)))
    if money := _of_money(written, found, at):
        return money
    if place >= len(found) or written[found[place].start] in _MOVES or written.startswith(_ACTS, found[place].start):
        return None
    noun = _latin_noun(written, found, place) or _han_noun(written, found, place)
    if not noun:
        return None
    unit = written[found[place].start : found[place + noun - 1].end]
    return Rate(None, Per(number, TIME_WORDS.get(unit, unit)), frozenset(range(at, place + noun)))


def _window(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """In any rolling 12 months, within any period of 60 minutes: how long something is counted for."""
    place, words = at, set[str]()
    while place < len(found) and found[place].number is None and _said(written, found, place, 1).lower() in _OF_WINDOW:
        words.add(_said(written, found, place, 1).lower())
        place += 1
    unit, number = _number(found, place)
    unit += unit < len(found) and written[found[unit].start] == "-"
    if unit >= len(found) or found[unit].kind != "unit":
        return None
    behind = unit + 1 < len(found) and _said(written, found, unit + 1, 1).lower() in {"period", "window"}
    counted = any(one.number is not None and not one.number.percent for one in (*found[:at], *found[unit:]))
    ends = unit + 1 == len(found) or found[unit + 1].kind == "mark"
    if not counted or not (words & _RUNNING or behind or ("the" in words and ends)):
        return None  # 95% within a 30-day period is a limit
    used = frozenset(range(at, unit + 1 + behind))
    if number == 1:
        return Rate(found[unit].meaning, None, used)
    return Rate(None, Per(number, found[unit].meaning), used)


_INSIDE = frozenset({"in", "within", "during", "over"})
_RUNNING = frozenset({"any", "rolling", "each", "every", "consecutive", "given"})
"""What says that something is counted over and over."""
_OF_WINDOW = _INSIDE | _RUNNING | {"a", "an", "the", "period", "of", "one"}


def _of_money(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """Per $100 of revenue, per pound of labour cost."""
    sign = at + 1
    if sign >= len(found) or found[sign].kind != "currency":
        return None
    place, number = _number(found, sign + 1)
    of = place < len(found) and written[found[place].start : found[place].end] == "of"
    noun = _words(written, found, place + of) if of else _latin_noun(written, found, place)
    last = place + of + noun if noun else place
    money = written[found[sign].start : found[sign].end]
    unit = money if money.isalpha() else found[sign].meaning
    unit = f"{unit} {written[found[place].start : found[last - 1].end]}" if noun else unit
    return Rate(None, Per(number, unit), frozenset(range(at, last)))


def _words(written: str, found: Sequence[Token], place: int) -> int:
    """How many words stand here: direct labour cost."""
    words = found[place : place + _LONGEST_NOUN]
    return sum(1 for _ in takewhile(lambda token: token.kind == "word" and written[token.start] < HAN, words))


def _one(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """一个班2800件, 一间廿五分钟, 2 a shift: one of what another number is counted per."""
    if written[found[at].start] in "aA":
        counted = at > 0 and (found[at - 1].number is not None or found[at - 1].kind in {"word", "currency", "unit"})
        noun = at + 1 < len(found) and written[found[at + 1].start : found[at + 1].end].casefold() in _TURNS
        return (
            Rate(None, Per(Decimal(1), _said(written, found, at + 1, 1)), frozenset({at, at + 1}))
            if counted and noun
            else None
        )
    if price := _price(written, found, at):
        return price
    place = at + 1 + (at + 1 < len(found) and found[at + 1].meaning in {"个", "個"})
    if place == at + 2 and (length := _noun_before_bound(found, place)):
        unit = _said(written, found, place, length)
        return Rate(None, Per(Decimal(1), unit), frozenset(range(at, place + length)))
    if place >= len(found) or found[place].kind != "word" or written[found[place].start] not in _ONES:
        return None
    two = place + 2 < len(found) and found[place + 1].kind == "word" and found[place + 2].number is not None
    length = 2 if two else 1
    behind = place + length
    while behind < len(found) and (found[behind].kind in _BEFORE_NUMBER or _starts_rate(written, found, behind)):
        behind += 1 + _is_single(found, behind)
    numbered = behind < len(found) and found[behind].number is not None and behind > place
    return (
        Rate(None, Per(Decimal(1), _said(written, found, place, length)), frozenset(range(at, place + length)))
        if numbered
        else None
    )


def _price(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """50块一单: what one of costs."""
    behind = found[at + 1 : at + 3]
    ends = len(behind) == 1 or (len(behind) == 2 and behind[1].kind in {"mark", "after"})
    counted = ends and behind[0].kind == "word" and written[behind[0].start] in MEASURES
    if not (counted and at and found[at - 1].kind == "currency"):
        return None
    return Rate(None, Per(Decimal(1), _said(written, found, at + 1, 1)), frozenset({at, at + 1}))


def _noun_before_bound(found: Sequence[Token], place: int) -> int:
    """How many tokens stand between 一个 and a bound: 一个岗位至少推三个人选; 0 where none or too many do."""
    words = list(takewhile(lambda token: token.kind == "word", found[place : place + _LONGEST_NOUN]))
    bounded = found[place + len(words) :][:1]
    return len(words) if bounded and bounded[0].kind == "adverb" and len(words) < _LONGEST_NOUN else 0


def _is_single(found: Sequence[Token], at: int) -> bool:
    """Whether one of a time begins here: 一个人一天20件."""
    number = found[at].number
    return number is not None and number.value == 1 and at + 1 < len(found) and found[at + 1].kind == "unit"


def _starts_rate(written: str, found: Sequence[Token], at: int) -> bool:
    """Whether another rate of the same kind begins here, or the words of one that was begun: 一个人一个班120通."""
    said = written[found[at].start : found[at].end]
    number = found[at].number
    another = at + 1 < len(found) and number is not None and number.value == 1
    return (
        said in {"个", "個", "同", "时", "時", "顾", "顧"}
        or said in _ONES
        or (another and (found[at + 1].kind == "unit" or found[at + 1].meaning in _ONES | {"个"}))
    )


def _said(written: str, found: Sequence[Token], at: int, length: int) -> str:
    return written[found[at].start : found[at + length - 1].end]


def _slashed(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """3.2元/人/月: what stands behind the slash, where a unit stands before it."""
    if not (_counted_before(found, at) or (at and found[at - 1].number is not None)):
        return None
    place, number = _number(found, at + 1)
    month = place + (place < len(found) and found[place].meaning in {"个", "個"})
    if place > at + 1 and month < len(found) and found[month].kind == "unit":
        if found[at - 1].meaning == found[month].meaning:
            return None  # 23天/20天 are two numbers
        if number != 1 and written[found[at].start - 1] == " ":
            return None  # within 6 rings / 20 seconds
        return Rate(None, Per(number, found[month].meaning), frozenset(range(at, month + 1)))  # 1次/2个月
    if place > at + 1 and place < len(found) and written[found[place].start] in "分星★":
        return None  # 4.8/5星
    graded = place > at + 1 and _counted_before(found, at) and found[at - 1].number is None
    latin = _latin_noun(written, found, place) if place == at + 1 or not graded else 0
    area = int(place < len(found) and written[found[place].start] in "㎡㎥")
    noun = latin or _han_noun(written, found, place) or area
    if not noun or (place + noun < len(found) and found[place + noun].number):
        return None
    unit = written[found[place].start : found[place + noun - 1].end]
    return Rate(None, Per(number, TIME_WORDS.get(unit, unit)), frozenset(range(at, place + noun)))


def _counted_before(found: Sequence[Token], at: int) -> bool:
    """Whether a slash stands behind what a number counts: 3.2元/人, 20 calls/agent."""
    if at and found[at - 1].kind in {"currency", "unit", "rate", "per"}:
        return True
    place = at - 1
    while place > max(0, at - _FARTHEST) and found[place].kind == "word":
        place -= 1
    return place >= 0 and place < at - 1 and found[place].number is not None


_FARTHEST = 8
"""Tokens of a noun between a number and a slash."""


def _number(found: Sequence[Token], at: int) -> tuple[int, Decimal]:
    """The place behind a number that may stand here, and the number: 1 where none does."""
    number = found[at].number if at < len(found) else None
    if number:
        return at + 1, number.value
    scaled = at + 1 < len(found) and found[at].kind == "word" and found[at + 1].kind in {"word", "currency", "unit"}
    return (at + 1, _SCALES[found[at].meaning]) if scaled and found[at].meaning in _SCALES else (at, Decimal(1))


_SCALES = {word: Decimal(SCALES[word]) for word in ("thousand", "million", "万", "亿")}
"""Numbers that stand alone where something is counted per so many: per thousand bed days, 每万人."""


def _han_noun(written: str, found: Sequence[Token], place: int) -> int:
    """How many tokens the noun has that begins here; 0 where it cannot be told where it ends."""
    words = list(takewhile(lambda token: _is_of_noun(written, token), found[place : place + 8]))
    if not words:
        return 0
    run = written[words[0].start : words[-1].end]
    behind = written[words[0].start : words[0].start + _LONGEST_KNOWN].casefold()
    known = max((noun for noun in NOUNS if behind.startswith(noun)), key=len, default="")
    if known in {"位", "名"} and len(words) > len("位") + 1:
        longer = len(words) > len("位业务") and written[words[3].start] in "员員师師长長手工士"  # 每名服务员每天
        return len("位业务") + longer  # nouns mostly have two characters
    if known:
        named = _POST.match(behind, len(known))
        return sum(token.end <= words[0].start + (named.end() if named else len(known)) for token in found[place:])
    if run[0] in MEASURES and len(words) > _LONGEST_NOUN:
        return 1
    return len(words) if len(words) <= _LONGEST_NOUN and run[0] > HAN else 0


def _is_of_noun(written: str, token: Token) -> bool:
    """Whether a noun goes on: 每个乡镇都建有."""
    return token.kind == "currency" or (token.kind == "word" and written[token.start] not in _AFTER_NOUN)


def _latin_noun(written: str, found: Sequence[Token], place: int) -> int:
    """How many tokens the Latin noun has that begins here."""
    words = list(takewhile(lambda token: token.kind in {"word", "unit"} and written[token.start] < HAN, found[place:]))
    if not words or written[words[0].start : words[0].end].casefold() in _NO_RATES:
        return 0
    compound = len(words) > 1 and written[words[1].start : words[1].end].casefold().endswith("s")  # bed days
    joined = len(words) > 1 and "-" in written[words[0].start : words[0].end]  # full-time employee
    return 2 if compound or joined else 1
