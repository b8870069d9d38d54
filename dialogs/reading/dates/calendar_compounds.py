"""Times that are written as one, before the words in them are looked at: 20270307, 正月十五, FY2026/27, 下午三时半."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache

from dialogs.lunar import LAST
from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.numbers.numerals import whole_number
from dialogs.reading.text.tokens import Token

_SMALL = "[一二三四五六七八九]"
_NOT_IN_NUMBER = "(?<![0-9.零一二三四五六七八九十百千万两廿小第几])"
_NO_DIGIT = "(?<![0-9.])"
_HOUR = f"(?:[0-9]{{1,2}}|二?十{_SMALL}?|{_SMALL}|两|零)"
_MINUTES = f"(?:[0-9]{{1,2}}|[二三四五]?十{_SMALL}?|零?{_SMALL})"
_PART = "(?:上午|下午|早上|早晨|清晨|凌晨|中午|正午|晚上|傍晚|夜里|夜间|晚间|早间|(?<!最)[晚早])"
_TO_THE_MINUTE = (
    rf"(?:整|半|钟|[一三]刻|{_MINUTES}(?:分钟?(?![之0-9一二三四五六七八九十])"
    r"|(?=[之以]?[前后]|[至到起止,，。;；、)）\s]|$)))"
)
_CLOCK = re.compile(
    rf"{_PART} ?(?:{_HOUR} ?[时点](?! ?[内数间候效段])(?: ?{_TO_THE_MINUTE})?|[0-9]{{1,2}}:[0-9]{{2}})"
    rf"|{_NO_DIGIT}(?P<bare>[0-9]{{1,2}}|{_NOT_IN_NUMBER}{_HOUR}) ?时"
    rf"(?: ?{_TO_THE_MINUTE}|(?=[之以]?[前后]|[起止至到—–~-]))"
    rf"|(?<=[至到—–~-]){_HOUR} ?时(?![内间数])"
)
"""A time of day, which is no day and counts nothing."""
_HOURS = 24
_ISO = re.compile(
    r"(?:(?<![0-9a-z.,/#$€£¥-])|(?<=[0-9]{8}[-~–—]))"
    r"(?P<year>(?:19|20|21)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?![0-9a-z]|[.,/][0-9]|-(?![0-9]{8}(?![0-9]))| ?(?:元|块|万|件|个|吨|台|人|次|%))"
)
_YEAR = "(?:[0-9]{4}|'?[0-9]{2})"
_YEARS = f"{_YEAR}(?:[-/–]{_YEAR})?(?![0-9])"
_QUARTER = "[qh][1-4](?![0-9])"
_FISCAL = re.compile(
    rf"(?:(?<![a-z0-9]){_QUARTER}[ /-]?)?(?<![a-z])fy(?: ?{_YEARS}(?:[ /-]?{_QUARTER})?|(?![a-z0-9]))"
    rf"|(?:(?<![0-9])[0-9]{{4}} )?(?<![a-z])(?:fiscal|financial)[ -](?:years?(?:'s)?(?![a-z])(?: ?{_YEARS})?|{_YEARS}"
    r"|(?=q[1-4]|h[12]|quarter|half|month|period))"
    rf"|(?:(?<![0-9]){_YEAR} ?)?个?(?:财年|财政年度|财务年度|会计年度)(?: ?{_YEAR}(?![0-9年]))?|财季"
)
"""A year that begins and ends when the organisation says, and what belongs to it."""
_SHORT_YEARS = (
    re.compile(r"(?<![0-9.])(?P<short>[2-9][0-9])年(?=[底末初中终]|度?第?[一二三四1-4]季|[上下]半年|q[1-4]|h[12])"),
    re.compile(r"(?<=[qh][1-4])'(?P<short>[0-9]{2})(?![0-9])"),
)
_COMMON_YEAR = re.compile("(?<![0-9.])(?:19|20|21)[0-9]{2}年(?![期限])")
_LUNAR = "(?:农历|阴历|旧历|夏历)"
_LUNAR_DAY = rf"(?:初(?:{_SMALL}|十)|廿{_SMALL}?|卅|三十(?!{_SMALL})|二?十{_SMALL}?|[0-9]{{1,2}})"
_NOT_COUNTED = "(?![0-9次个名家份场批轮遍种般些星周项件条年月万千百成点分%折]|[天日号]之?以?内|天)"
_EDGE = f"[底末初](?!{_SMALL}|十)"
_LUNAR_MONTH = "(?P<leap>闰)?(?P<month>正|冬|腊|[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月"
_LUNAR_DATES = (
    re.compile(
        rf"{_LUNAR} ?{_LUNAR_MONTH} ?(?:份|(?P<day>{_LUNAR_DAY}|{_SMALL})[日号]?{_NOT_COUNTED})?(?P<edge>{_EDGE})?"
    ),
    re.compile(
        rf"(?<![修改更纠校订反真公秋])(?P<month>正|冬|腊)月(?![度报结会计]) ?"
        rf"(?:份|(?P<day>{_LUNAR_DAY})[日号]?{_NOT_COUNTED})?(?P<edge>{_EDGE})?"
    ),
    re.compile(
        rf"(?:{_NOT_IN_NUMBER}{_LUNAR_MONTH}|月)(?P<day>初(?:{_SMALL}|十))[日号]?{_NOT_COUNTED}"
        rf"(?P<more>(?:[、,和及与] ?{_LUNAR_DAY}[日号]?{_NOT_COUNTED})*)"
    ),
    re.compile(
        rf"(?:大年|(?<![今明后去每全半一二三四五六七八九十])年)(?P<new>初(?:{_SMALL}|十)){_NOT_COUNTED}"
        r"|(?P<eve>大年三十|(?<![今明后去每全半])年三十(?=[晚夜])|除夕夜?)"
    ),
    re.compile(rf"{_LUNAR}(?: ?年(?:底|末|终|前|初))?(?! ?(?:[0-9]{{4}}|[今明后去])年|年|新年)"),
)
_AUTUMN = re.compile(f"(?<=[0-9〇零]|{_SMALL})年中秋节?")
_NAMED_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_EDGES = {"初": 1, "底": LAST, "末": LAST}
NO_DAY = ""
"""The meaning of words of the traditional calendar that are no day of one year: 正月, 农历每月."""


def with_compounds(said: Sequence[Token], folded: str) -> tuple[Token, ...]:
    """The tokens, with those that make up a time written as one replaced by it."""
    found = compounds(folded)
    if not found:
        return tuple(said)
    kept = [token for token in said if not any(one.start < token.end and token.start < one.end for one in found)]
    return tuple(sorted((*kept, *found), key=lambda token: token.start))


def counting_nothing(folded: str) -> list[tuple[int, int]]:
    """Where times written as one and years stand: their numbers count nothing, whether or not there is such a day."""
    years = [match.span() for match in _COMMON_YEAR.finditer(folded)]
    return years + [
        (one.start, one.end)
        for one in compounds(folded)
        if one.kind != "fiscal" or any(character.isdigit() for character in folded[one.start : one.end])
    ]


@lru_cache(maxsize=64)
def compounds(folded: str) -> tuple[Token, ...]:
    """The times written as one, in order; of two at the same place the one that is looked for first."""
    if not _TRACES.search(folded):
        return ()
    found: list[Token] = []
    for pattern, make in _MAKERS:
        for match in pattern.finditer(folded):
            if match.end() > match.start() and not any(
                one.start < match.end() and match.start() < one.end for one in found
            ):
                found.extend(make(match))
    return tuple(sorted(found, key=lambda token: token.start))


def _clock(match: re.Match[str]) -> Iterator[Token]:
    if match["bare"] is None or whole_number(match["bare"]) <= _HOURS:
        yield Token("clock", match[0], *match.span())


def _fiscal(match: re.Match[str]) -> Iterator[Token]:
    yield Token("fiscal", match[0], *match.span())


def _iso(match: re.Match[str]) -> Iterator[Token]:
    with suppress(ValueError):
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        yield Token("iso", day.isoformat(), *match.span())


def _short_year(match: re.Match[str]) -> Iterator[Token]:
    """The 27 of 27年一季度 and of Q1'27."""
    start, end = match.span("short")
    yield Token("number", match["short"], start, end, Numeral(Decimal(2000 + int(match["short"])), end))


def _lunar(match: re.Match[str]) -> Iterator[Token]:
    """A day of the traditional calendar by its month and day: 1-15, 12--1; of leap months none."""
    said = match.groupdict()
    if said.get("eve"):
        month, day = 12, LAST
    elif new := said.get("new"):
        month, day = 1, _day(new)
    else:
        month = _month(said.get("month") or "")
        day = _day(said.get("day") or "") or _EDGES.get(said.get("edge") or "", 0)
    plain = month and day and not said.get("leap") and not said.get("more")
    yield Token("lunar", f"{month}-{day}" if plain else NO_DAY, *match.span())


def _autumn(match: re.Match[str]) -> Iterator[Token]:
    """年中秋: a year and a feast, no middle of the year."""
    start, end = match.span()
    yield Token("year", "", start, start + 1)
    yield Token("lunar", "8-15", start + 1, end)


def _month(said: str) -> int:
    return _NAMED_MONTHS.get(said) or whole_number(said)


def _day(said: str) -> int:
    return whole_number(said.removeprefix("初").replace("廿", "二十").replace("卅", "三十"))


_TRACES = re.compile("[时点年月财会旧夏农阴除]|[0-9]{8}|[0-9]:[0-9]|fy|fiscal|financial|[qh][1-4]'")
"""What the times written as one all hold some of."""
_MAKERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Token]]], ...] = (
    (_ISO, _iso),
    (_CLOCK, _clock),
    (_FISCAL, _fiscal),
    *((pattern, _lunar) for pattern in _LUNAR_DATES),
    (_AUTUMN, _autumn),
    *((pattern, _short_year) for pattern in _SHORT_YEARS),
)
