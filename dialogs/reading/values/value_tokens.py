"""The tokens of a text in which values are read, with gaps for times, years and what merely looks like a number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from dialogs.reading.dates.calendar_words import MONTH_NAMES
from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.text.fold import FIRST_HAN, LAST_HAN, fold
from dialogs.reading.text.tokens import Token, tokens
from dialogs.reading.values.durations import timed
from dialogs.reading.values.lexicon import lexicon

_HOURS = "(?:二?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_DIGITS = "[0-9一二三四五六七八九十]"
_TIMES = re.compile(
    r"(?<![0-9.])[0-9]{1,2}:[0-9]{2}(?![0-9])"
    r"|(?<![0-9.])[0-9]{1,2} ?点(?:钟|半|整|[0-9]{1,2}分)?(?![0-9])"
    r"|(?<![0-9.])[0-9]{1,2} ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z])"
    rf"|{_HOURS}点(?:钟|半|整|(?=前|后|之前|之后|以前|以后))"
    rf"|(?:早上|早晨|上午|中午|下午|傍晚|晚上|凌晨){_HOURS}[点时](?:钟|半|整)?"
    rf"|{_DIGITS}{{1,3}}月份?(?! ?[之以]?内)(?:{_DIGITS}{{1,3}}[日号])?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH_NAMES})(?![a-z])(?: ?[0-9]{{4}})?"
    rf"|(?:{MONTH_NAMES}) (?:[0-9]{{1,2}}(?:st|nd|rd|th|, ?[0-9]{{4}})|(?:19|20)[0-9]{{2}}(?![0-9]))"
    rf"|(?<=by )(?:{MONTH_NAMES}) [0-9]{{1,2}}(?![0-9])"
    r"|(?<![0-9.,])(?:19|20|21)[0-9]{2} ?(?:年度?|财年|学年)"
    r"|(?:19|20)[0-9]{2}[-–/](?:[0-9]{4}|[0-9]{2})(?![0-9%])"
    r"|(?:\bfy ?|\bq[1-4][ /-]?|['’])(?:19|20)?[0-9]{2}(?:[-/][0-9]{2,4})?(?![0-9%])"
    r"|(?:19|20)[0-9]{2}[ -]?q[1-4]|\bq[1-4]\b|[上下]半年|第?[一二三四1-4]季度(?=末|底|前|内|[^0-9以])"
    r"|[0-9]{1,2}月?[-至到][0-9]{1,2}月"
)
"""Times of day, days, months and years: they count nothing."""
_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9%]|[.,][0-9])")
"""A year without any word that says so."""
_BY_YEAR = re.compile(r"\b(?:by|in|until|till|before|from|for|since|end of|to|fy|target) ?$|[(（,，]\s*$|截至|到|至$")
_LABEL = re.compile(
    r"(?<![0-9.])[0-9一二三四五六七八九十]{1,2} ?(?:级|类|号|期|线|楼|区|等)(?![以及0-9])(?=[\u3400-\u9fff])"
    r"|一次(?=[\u3400-\u9fff]{1,6}率)"
    r"|\b(?:soc|iso|type|level|tier|phase|grade|priority|category|class|stage|step|version|part|section|year|triage|no\.) ?#?[0-9]+"
    r"|24/7|7[*x×]24|24[*x×]7"
    r"|第[0-9一二三四五六七八九十]{1,3}"
)
"""Numerals that name rather than count: 一级事故, 一次交检合格率, 第三方."""
_LIST = re.compile(r"(?:^|(?<=[\s;,。、]))(?:\(?[0-9]{1,2}[).、](?![0-9])|[①-⑳])\s*", re.MULTILINE)
_INSIDE = frozenset({"内部", "内容", "内控", "内训", "内审", "内销", "内勤", "内网", "内外", "内存"})
"""Words that begin like 以内 without meaning it."""
_PREFIXES = {"before", "to"}
_SUFFIXES = {"after", "unit", "currency", "part"}
_AROUND_NUMBER = {"unit", "currency", "per", "after", "part", "time"}


def value_tokens(written: str, without: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The tokens of a text; times are of the kind "time", what is given as left out is of the kind "gap"."""
    folded = fold(written)
    found: Sequence[Token] = timed(folded, tokens(folded, lexicon()))
    for start, end in without:
        found = [_as("gap", token) if start <= token.start < end else token for token in found]
    for start, end in _spans(folded):
        found = [
            _as("time", token) if start <= token.start < end and token.kind != "mark" else token for token in found
        ]
    for pattern in (_LABEL, _LIST):
        for match in pattern.finditer(folded):
            found = [_as("label", token) if match.start() <= token.start < match.end() else token for token in found]
    found = [token for at in range(len(found)) for token in _single(folded, found, at)]
    return tuple(_settled(folded, found, at) for at in range(len(found)))


def _single(folded: str, found: Sequence[Token], at: int) -> tuple[Token, ...]:
    """ "A week" as one week where it is no rate: at most a week, an hour and a half."""
    token = found[at]
    article = re.match(r"(?:an? )", folded[token.start : token.end]) if token.kind == "per" else None
    before = found[at - 1] if at else None
    bounded = before is not None and before.kind in {"before", "adverb"}
    half = folded[token.end :].startswith((" and a half", " and a quarter"))
    if article is None or not (bounded or half):
        return (token,)
    end = token.start + article.end()
    number = Token("number", folded[token.start : end], token.start, end, Numeral(Decimal(1), end))
    return number, Token("unit", token.meaning, end, token.end)


def _as(kind: str, token: Token) -> Token:
    return replace(token, kind=kind, meaning="", number=None)


def _spans(folded: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _TIMES.finditer(folded)]
    years = (match for match in _YEAR.finditer(folded) if _is_year(folded, match))
    return [*spans, *(match.span() for match in years)]


def _is_year(folded: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: nothing is counted behind them, and something says when."""
    behind = folded[match.end() : match.end() + 2].lstrip()
    counts = bool(behind) and behind[0].isalpha() and behind[0] > "\u2e80"
    return (not counts and _BY_YEAR.search(folded[: match.start()]) is not None) or behind.startswith("年")


def _settled(folded: str, found: Sequence[Token], at: int) -> Token:
    """A one-character keyword as a plain word where it stands neither beside a number nor where a clause ends."""
    token = found[at]
    if token.kind == "before" and _reaches(folded, token) and not _before_number(found, at + 1):
        return replace(token, kind="word", meaning=folded[token.start : token.end])  # achieve zero defects
    if token.kind == "after" and not _behind_number(found, at):
        return replace(token, kind="word", meaning=folded[token.start : token.end])  # 中等及以上
    if token.kind == "after" and folded[token.start : token.end + 1] in _INSIDE and found[at - 1].kind != "unit":
        return replace(token, kind="word", meaning=folded[token.start])  # 一次内部稽核
    if token.end - token.start > 1 or not FIRST_HAN <= folded[token.start] <= LAST_HAN:
        return token
    if token.kind in _PREFIXES and not _before_number(found, at + 1):
        return replace(token, kind="word", meaning=folded[token.start])
    if token.kind in _SUFFIXES and not _behind_number(found, at):
        return replace(token, kind="word", meaning=folded[token.start])
    return token


def _reaches(folded: str, token: Token) -> bool:
    """Whether a bound is a verb that may stand anywhere: achieve, 达到."""
    return folded[token.start : token.end].startswith(
        (
            "achiev",
            "reach",
            "hit",
            "meet",
            "达",
            "提",
            "增",
            "降",
            "控制",
            "减",
            "缩",
            "推迟",
            "延",
            "滞后",
            "拖",
            "误差",
            "偏差",
        )
    )


def _before_number(found: Sequence[Token], at: int) -> bool:
    while at < len(found) and found[at].kind in {
        "filler",
        "before",
        "adverb",
        "currency",
        "per",
        "base",
        "to",
        "than",
        "stop",
    }:
        at += 1
    return at < len(found) and found[at].number is not None


def _behind_number(found: Sequence[Token], at: int) -> bool:
    """Whether a number stands before a place, with no more than its unit or one noun between."""
    for before in reversed(found[max(0, at - _NEAR) : at]):
        if before.number is not None or before.kind == "time":
            return True
        if before.kind not in {*_AROUND_NUMBER, "word"} and before.meaning not in "()":
            return False
    return False


_NEAR = 6
"""Tokens between a number and a keyword of one character that belongs to it."""
