"""The tokens of a text in which values are read, with gaps for times, years and what merely looks like a number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.text.fold import FIRST_HAN, LAST_HAN, fold
from dialogs.reading.text.tokens import Token, tokens
from dialogs.reading.values.bounds import TAIL_WORDS
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
        "cross",
        "crosses",
        "crossing",
        *(
            "冲到",
            "冲上",
            "拉到",
            "拉升到",
            "提到",
            "升到",
            "涨到",
            "推到",
            "干到",
            "压到",
            "缩到",
            "减到",
            "砍到",
            "控到",
            "控在",
        ),
        *("要过", "得过", "能过", "须过", "需过", "必须过", "争取过", "不能过", "不得过", "不可过", "不要过"),
        "as much as",
        "as many as",
    }
)
"""Bounds that say where or what of where no number follows them: over the whole job."""
_INSIDE = frozenset({"内部", "内容", "内控", "内训", "内审", "内销", "内勤", "内网", "内外", "内存"})
"""Words that begin like 以内 without meaning it."""
_WIDE_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9])")
"""Between figures it parts clauses, and joins nothing: 每天80，90%以上."""
_PAUSE = re.compile(r"(?<=[吧啦呢嘛啊呀哦喔]) (?=[\u3400-\u9fff])")
"""A space behind what ends a sentence parts it from the next one: 95%以上吧 领班自己先查一遍."""
_BLANKS = re.compile("_+")
"""What a form leaves for the number: _80__%."""
_SIGNS = frozenset({"<", ">", "≤", "≥", "≦", "≧", "<=", ">=", "⩽", "⩾"})
_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}
_LINKS = frozenset({"个", "它", "他", "掉", "出", "去"})
"""What joins a verb of change to its number."""
_ARTICLE = re.compile("an? ")
_RANKED = re.compile("[^a-z]|top (?:quartile|decile|quintile|third|half|tier)")
_ONE = re.compile("(?:an?|1|一) ?")
_RANKS = ("级", "职称", "学历", "本科", "大专", "硕士", "主管", "经理")
"""What 以上 follows where it bounds a rank rather than a number."""
_SINGLE = {"per", "currency", "unit"}
"""Kinds of words that one of is told without a number."""
_NAME_ENDS = frozenset("率量额比度分数绩值入润")
"""How the name of a figure ends, behind which 过 bounds: 占比过半."""
_PREFIXES = {"before", "to", "role"}
_SUFFIXES = {"after", "unit", "currency", "part"}
_AROUND_NUMBER = {"unit", "currency", "per", "after", "part", "time"}


def value_tokens(written: str, without: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The tokens of a text; times are of the kind "time", what is given as left out is of the kind "gap"."""
    folded = fold(_parted(written))
    found: Sequence[Token] = timed(folded, tokens(folded, lexicon()))
    if "(" in folded:
        found = [token for at, token in enumerate(found) if not _repeats(found, at)]
    if ":" in folded or "比" in folded:
        found = [token for at, token in enumerate(found) if not _is_to_one(folded, found, at)]
    idle = [*((start, end, "gap") for start, end in without), *idle_spans(folded)]
    if idle:
        found = [_idle(token, idle) for token in found]
    if " and a half" in folded:
        found = [token for at in range(len(found)) for token in _one_and_a_half(folded, found, at)]
    numbered = any(one.number for one in found)
    kinds = {one.kind for one in found}
    if not kinds.isdisjoint(_SINGLE):
        found = [token for at in range(len(found)) for token in _single(folded, found, at)]
    if "doubling" in kinds:
        found = [part for token in found for part in _doubled(token, numbered=numbered)]
    if "change" in kinds:
        found = [_linking(found, at) for at in range(len(found))]
    if "before" in kinds:
        found = [_turned(folded, found, at) for at in range(len(found))]
    return tuple(_settled(folded, found, at) for at in range(len(found)))


def _parted(written: str) -> str:
    """The text, as long as before, with marks where clauses end without one, and space for the blanks of a form."""
    written = _PAUSE.sub("，", _WIDE_COMMA.sub("；", written))
    return _BLANKS.sub(lambda blank: " " * len(blank[0]), written)


def _linking(found: Sequence[Token], at: int) -> Token:
    """What joins a verb of change to its number as a word that says nothing: 省个5%, 砍掉三成."""
    token, before, behind = found[at], found[at - 1 : at], found[at + 1 : at + 2]
    links = token.meaning in _LINKS and before and behind and before[0].kind == "change" and behind[0].number
    return replace(token, kind="filler", meaning="") if links else token


def _turned(folded: str, found: Sequence[Token], at: int) -> Token:
    """A sign behind the number that it bounds as one that may stand there: 95%≤A<100% is at least 95%."""
    token = found[at]
    before, behind = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    if token.kind != "before" or folded[token.start : token.end] not in _SIGNS or before is None or behind is None:
        return token
    names = behind.kind in {"word", "filler"} and folded[behind.start].isalpha()
    return (
        replace(token, kind="after", meaning=_TURNED[Comparator(token.meaning)]) if before.number and names else token
    )


def _repeats(found: Sequence[Token], at: int) -> bool:
    """Whether a token is of the figure in brackets that says a numeral in words again: five (5) working days."""
    for opening in (at, at - 1, at - 2):
        before, inside = found[opening - 1 : opening], found[opening : opening + 3]
        if before and len(inside) == len("(5)") and inside[0].meaning == "(" and inside[2].meaning == ")":
            first, again = before[0].number, inside[1].number
            return first is not None and again is not None and first.value == again.value
    return False


def _is_to_one(folded: str, found: Sequence[Token], at: int) -> bool:
    """Whether a token is of what makes a number a ratio, which is that number: 0.6:1; 1:15 is another one."""
    for colon in (at, at - 1):
        around = found[colon - 1 : colon + 2]
        if colon and len(around) == len("2:1") and folded[around[1].start : around[1].end] in {":", "比"}:
            first, one = around[0].number, around[2].number
            ends = folded[around[2].end : around[2].end + 1]
            chinese = any(FIRST_HAN <= character <= LAST_HAN for character in folded)
            return chinese and first is not None and one is not None and one.value == 1 and not ends.isalnum()
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
            return _bounds_nothing(folded, found, at)
        case "than":
            return folded[token.start] == "较" and at + 1 < len(found) and found[at + 1].kind != "base"
    return False


_HELD = {Comparator.LESS_THAN, Comparator.AT_LEAST}


def _joined(found: Sequence[Token], at: int) -> bool:
    """Whether a bound goes with what stands before it: 90 percent and above, though not 5% over the medium term."""
    if at and found[at - 1].kind in {"and", "or"}:
        return True
    ends = at + 1 == len(found) or found[at + 1].kind in {"mark", "base", "than", "and", "filler"}
    ends = ends or (found[at + 1].kind in {"time", "gap"} and found[at].meaning in _HELD)  # 30% below 2019 levels
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
    if (
        folded[token.start] == "过"
        and folded[: token.start][-1:] not in _NAME_ENDS
        and at
        and found[at - 1].kind == "word"
    ):
        return replace(token, kind="word", meaning="过")  # 通过3次
    if token.kind in _PREFIXES and not (_before_number(found, at + 1) or _before_whole(folded, found, at)):
        return replace(token, kind="word", meaning=folded[token.start])
    if token.kind in _SUFFIXES and not _behind_number(found, at):
        return replace(token, kind="word", meaning=folded[token.start])
    return token


def _bounds_nothing(folded: str, found: Sequence[Token], at: int) -> bool:
    """Whether what bounds a number before it belongs to something else here."""
    said, before = folded[found[at].start : found[at].end], found[at - 1] if at else None
    if said in TAIL_WORDS:
        ends = at + 1 == len(found) or found[at + 1].kind in {"mark", "filler"}
        return not (ends and any(one.number for one in found[max(0, at - 2 * _NEAR) : at]))
    if before is None or not _behind_number(found, at, "()/"):
        return True  # 中等及以上
    if before.kind == "word" and folded[: found[at].start].endswith(_RANKS):
        return True  # 3名县级以上骨干教师
    if said == "度":
        ends = at + 1 == len(found) or found[at + 1].kind in {"mark", "stop"} or folded[found[at + 1].start] in "啦喇咯"
        return not (ends and before.kind == "word" and found[at - 2].number is not None)  # 4间度
    if said[0] == "来":
        return before.number is None  # 3次来访
    if said == "起":
        return before.kind != "currency" and not (before.number and before.number.percent)  # 3起事故
    return folded[found[at].start : found[at].end + 1] in _INSIDE and before.kind != "unit"  # 一次内部稽核


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


def _before_whole(folded: str, found: Sequence[Token], at: int) -> bool:
    """Whether a clause begins here that tells what a number is of: 约收入的5%."""
    if at and found[at - 1].kind != "mark":
        return False
    behind = zip(found[at + 1 : at + _NEAR], found[at + 2 :], strict=False)
    return any(folded[of.start] == "的" and number.number is not None for of, number in behind)


def _behind_number(found: Sequence[Token], at: int, around: str = "()") -> bool:
    """Whether a number stands before a place, with no more than its unit, one noun and marks `around` it between."""
    worded = found[at].end - found[at].start > len("or up")  # or above: nothing but the noun stands between
    for before in reversed(found[max(0, at - _NEAR) : at]):
        if before.number is not None or before.kind == "time":
            return True
        litres = before.kind == "change" and before.end - before.start == 1  # 28升以内
        plain = litres or before.kind in {*_AROUND_NUMBER, "word"}
        if not plain and (worded or before.meaning not in around):
            return False
    return False


_NEAR = 6
"""Tokens between a number and a keyword of one character that belongs to it."""
