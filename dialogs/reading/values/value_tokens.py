"""The tokens of a text in which values are read, with gaps for times, years and what merely looks like a number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.text.fold import FIRST_HAN, LAST_HAN, fold
from dialogs.reading.text.tokens import Token, tokens
from dialogs.reading.values.durations import timed
from dialogs.reading.values.idle import idle_spans
from dialogs.reading.values.lexicon import lexicon
from kpi.values import Comparator, Sign

_PREPOSITIONS = frozenset(
    {
        "over",
        "under",
        "above",
        "below",
        "beneath",
        "within",
        "inside",
        "beyond",
        "around",
        "about",
        "some",
        "near",
        "~",
        "close to",
        "up to",
        "不过",
        "别过",
        "latest",
        "as much as",
        "as many as",
    }
)
"""Bounds that say where or what of where no number follows them: over the whole job."""
_INSIDE = frozenset({"内部", "内容", "内控", "内训", "内审", "内销", "内勤", "内网", "内外", "内存"})
"""Words that begin like 以内 without meaning it."""
_WIDE_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9])")
"""Between figures it parts clauses, and joins nothing: 每天80，90%以上."""
_ARTICLE = re.compile("an? ")
_RANKED = re.compile("[^a-z]|top (?:quartile|decile|quintile|third|half|tier)")
_ONE = re.compile("(?:an?|1|一) ?")
_PREFIXES = {"before", "to"}
_SUFFIXES = {"after", "unit", "currency", "part"}
_AROUND_NUMBER = {"unit", "currency", "per", "after", "part", "time"}


def value_tokens(written: str, without: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The tokens of a text; times are of the kind "time", what is given as left out is of the kind "gap"."""
    folded = fold(_WIDE_COMMA.sub("；", written))
    found: Sequence[Token] = timed(folded, tokens(folded, lexicon()))
    if "(" in folded:
        found = [token for at, token in enumerate(found) if not _repeats(found, at)]
    idle = [*((start, end, "gap") for start, end in without), *idle_spans(folded)]
    if idle:
        found = [_idle(token, idle) for token in found]
    found = [token for at in range(len(found)) for token in _one_and_a_half(folded, found, at)]
    numbered = any(one.number for one in found)
    found = [token for at in range(len(found)) for token in _single(folded, found, at)]
    found = [part for token in found for part in _doubled(token, numbered=numbered)]
    return tuple(_settled(folded, found, at) for at in range(len(found)))


def _repeats(found: Sequence[Token], at: int) -> bool:
    """Whether a token is of the figure in brackets that says a numeral in words again: five (5) working days."""
    for opening in (at, at - 1, at - 2):
        before, inside = found[opening - 1 : opening], found[opening : opening + 3]
        if before and len(inside) == len("(5)") and inside[0].meaning == "(" and inside[2].meaning == ")":
            first, again = before[0].number, inside[1].number
            return first is not None and again is not None and first.value == again.value
    return False


def _idle(token: Token, spans: Sequence[tuple[int, int, str]]) -> Token:
    """The token as one of the first span that it stands in; marks stay what they are."""
    for start, end, kind in spans:
        if start <= token.start < end and (token.kind != "mark" or kind == "gap"):
            return replace(token, kind=kind, meaning="", number=None)
    return token


def _one_and_a_half(folded: str, found: Sequence[Token], at: int) -> tuple[Token, ...]:
    """One before a unit that only a half goes with: hour and a half."""
    token = found[at]
    if token.kind != "unit" or (at and found[at - 1].number) or not folded.startswith(" and a half", token.end):
        return (token,)
    return Token("number", "1", token.start, token.start, Numeral(Decimal(1), token.start)), token


def _single(folded: str, found: Sequence[Token], at: int) -> tuple[Token, ...]:
    """One week for "a week" where it is no rate: at most a week; a week."""
    token = found[at]
    if at > 1 and _is_one(folded, found, at):
        return (Token("number", "1", token.start, token.start, Numeral(Decimal(1), token.start)), token)
    if token.kind != "per":
        return (token,)
    article = _ARTICLE.match(folded[token.start : token.end])
    before = found[at - 1] if at else None
    if article and before is not None and before.number and before.meaning.endswith(" of"):
        return (Token("unit", token.meaning, token.start, token.end),)  # three quarters of an hour
    bounded = before is not None and before.kind in {"before", "adverb"}
    if before is not None and before.meaning == Comparator.PLUS_MINUS:
        article = _ONE.match(folded[token.start : token.end])  # 5 ± 1 week
    if token.meaning == "quarter" and article and _is_fourth(folded, found, at):
        return (Token("number", "a quarter", token.start, token.end, Numeral(Decimal(25), token.end, percent=True)),)
    ends = at + 1 == len(found) or found[at + 1].kind == "mark"
    alone = at == 0 and (ends or not any(one.number for one in found))
    if article is None or not (bounded or alone):
        return (token,)
    end = token.start + article.end()
    number = Token("number", folded[token.start : end], token.start, end, Numeral(Decimal(1), end))
    return number, Token("unit", token.meaning, end, token.end)


def _is_one(folded: str, found: Sequence[Token], at: int) -> bool:
    """Whether one of something is told without a number: less than a quid, under the hour."""
    article, bound = folded[found[at - 1].start : found[at - 1].end], found[at - 2]
    money = found[at].kind == "currency" and article in {"a", "an"}
    hour = found[at].kind == "unit" and article == "the" and folded[found[at].start : found[at].end] == "hour"
    return (money or hour) and bound.kind in {"before", "adverb"}


def _is_fourth(folded: str, found: Sequence[Token], at: int) -> bool:
    """Whether "a quarter" is 25 %: down by a quarter, a quarter fewer."""
    before = found[at - 1] if at else None
    by = before is not None and folded[before.start : before.end] == "by"
    return by or (at + 1 < len(found) and found[at + 1].kind == "change")


def _doubled(token: Token, *, numbered: bool) -> tuple[Token, ...]:
    """A change and its percentage for a word that says both, where no number is told: 翻倍, halve."""
    if token.kind != "doubling":
        return (token,)
    if numbered:
        return (replace(token, kind="change"),)
    percent = Numeral(Decimal(100 if token.meaning == Sign.UP else 50), token.end, percent=True)
    verb = Token("change", token.meaning, token.start, token.start + 1)
    return verb, Token("number", "", verb.end, token.end, percent)


def _settled(folded: str, found: Sequence[Token], at: int) -> Token:
    """A keyword as what it is beside what stands around it, which may be a plain word."""
    token = found[at]
    if _is_plain(folded, found, at):
        return replace(token, kind="word", meaning=folded[token.start : token.end])
    if token.meaning == Comparator.PLUS_MINUS and token.kind == "before" and at and at + 1 == len(found):
        return replace(token, meaning=Comparator.ABOUT)  # 40 calls, give or take
    if folded[token.start : token.end] == "no" and 1 < at < len(found) - 1 and _takes_back(found, at):
        return replace(token, kind="correction")  # three, no four
    if token.kind == "unit" and folded[token.start : token.end] == "min" and _is_minimum(found, at):
        return replace(token, kind="adverb", meaning=Comparator.AT_LEAST)
    return token if token.end - token.start > 1 else _character(folded, found, at)


def _is_plain(folded: str, found: Sequence[Token], at: int) -> bool:
    """Whether a keyword of bounds is a plain word here: top performers, about average, 中等及以上, 3次来访."""
    token = found[at]
    match token.kind:
        case "rank" | "between":
            return not (_before_number(found, at + 1) or _RANKED.match(folded, token.start))
        case "before":
            about = token.meaning == Comparator.ABOUT and at + 1 < len(found) and found[at + 1].kind == "stop"
            return about or (_reaches(folded, token) and not (_joined(found, at) or _before_number(found, at + 1)))
        case "after":
            comes = folded[token.start] == "来" and found[at - 1].number is None
            inside = folded[token.start : token.end + 1] in _INSIDE and found[at - 1].kind != "unit"
            return comes or inside or not _behind_number(found, at)
        case "than":
            return folded[token.start] == "较" and at + 1 < len(found) and found[at + 1].kind != "base"
    return False


def _joined(found: Sequence[Token], at: int) -> bool:
    """Whether a bound goes with what stands before it: 90 percent and above, though not 5% over the medium term."""
    if at and found[at - 1].kind in {"and", "or"}:
        return True
    ends = at + 1 == len(found) or found[at + 1].kind in {"mark", "base", "than", "and", "filler"}
    term = ends and at + 2 < len(found) and found[at + 1].kind == "filler" and found[at + 2].kind == "word"
    return at > 0 and found[at - 1].number is not None and ends and not term


def _takes_back(found: Sequence[Token], at: int) -> bool:
    """Whether a number stands on both sides, with a mark before."""
    numbered = all(found[place].number is not None for place in (at - 2, at + 1))
    return numbered and found[at - 1].kind == "mark"


def _is_minimum(found: Sequence[Token], at: int) -> bool:
    """Whether "min" is no minute: min 3 quotes, 85% min."""
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    if before is not None and before.number is not None:
        return before.number.percent or (at > 1 and found[at - 2].kind == "currency")
    return after is not None and after.number is not None


def _character(folded: str, found: Sequence[Token], at: int) -> Token:
    """A keyword of one character, likewise."""
    token = found[at]
    if folded[token.start] in "~〜" and not _behind_number(found, at):
        return replace(token, kind="before", meaning=Comparator.ABOUT)  # from ~40% to 80%
    if not FIRST_HAN <= folded[token.start] <= LAST_HAN:
        return token
    litres = at > 0 and found[at - 1].number is not None and folded[token.end : token.end + 1] in {"每", "/"}
    if token.kind == "change" and (litres or not _before_number(found, at + 1)):
        return replace(token, kind="word", meaning=folded[token.start])  # 涨粉5000, 0.08升
    if token.kind in _PREFIXES and not _before_number(found, at + 1):
        return replace(token, kind="word", meaning=folded[token.start])
    if token.kind in _SUFFIXES and not _behind_number(found, at):
        return replace(token, kind="word", meaning=folded[token.start])
    return token


def _reaches(folded: str, token: Token) -> bool:
    """Whether a bound is a verb that may stand anywhere: achieve, 达到."""
    said = folded[token.start : token.end]
    return said in _PREPOSITIONS or said.startswith(
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
    """Whether a number follows, past bounds and what it may be held against."""
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
    worded = found[at].end - found[at].start > len("or up")  # or above: nothing but the noun stands between
    for before in reversed(found[max(0, at - _NEAR) : at]):
        if before.number is not None or before.kind == "time":
            return True
        if before.kind not in {*_AROUND_NUMBER, "word"} and (worded or before.meaning not in "()"):
            return False
    return False


_NEAR = 6
"""Tokens between a number and a keyword of one character that belongs to it."""
