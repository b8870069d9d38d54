"""None at all: 零投诉, no complaints, 一个差错都不能有, 投诉为0."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, takewhile

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.clauses import clause_around
from dialogs.reading.values.nouns import unit_after
from dialogs.reading.values.units import PERIODS, TIME_WORDS
from kpi.plan import Standard
from kpi.values import Comparator, Per

_NAMED = {"零", "zero", "nil", "0", "无", "none", "nought"}
_NONE_FIRST = re.compile(
    r"\s*(?:ideally |preferably |it's |an? )?(zero[- ]tolerance\b|零容忍|none\b(?! of)|nil\b"
    r"|zero(?=[\s.,!]*$|[.,!]| (?:ever|at all|please))"
    r"|(?:绝对|坚决)?(?:不允许|不得|不能|不准|不许|不可以?)(?:有|发生|出现)[\s。!！]*$|零(?=[啦了吧的。,!\s]|$))"
)
_FORBIDDEN = re.compile(
    r"(?:零容忍|(?:绝|决|坚决|绝对)?(?:不允许|不许|不准|禁止|杜绝)|(?:不|唔)(?:要|能|得|可以?|好)(?:再)?(?:有|发生|出现|出?错))"
    r"(?:就[好行]|[的了啊啦吧])*[\s。!！]*$"
)
"""What says at the end of an answer without any number that there is to be none: 老人走失绝不允许."""
"""What says at the start of an answer that there is to be none."""
_NOT_ONE = re.compile(r"一 ?([^\s,，。;；、0-9一]{1,8}?)(?:都|也) ?(?:不|没|沒|别|唔|无|無|未|勿)")
"""一次都不能有, with what there is not one of."""
_NO_THINGS = (
    "特别",
    "特別",
    "规定",
    "規定",
    "要求",
    "标准",
    "固定",
    "具体",
    "明确",
    "硬性",
    "问题",
    "办法",
    "limit",
    "target",
    "idea",
    "clue",
    "fixed",
    "standard",
    "problem",
    "preference",
)
"""What is said not to be there where nothing is required."""


_MOST = 16
"""Tokens of what else there is to be none of."""
_LONGEST = 8
"""Words of what there is to be none of that has numbers in it."""


@dataclass(frozen=True, slots=True)
class NoneOf:
    """The standard, and the places of the tokens that say it."""

    standard: Standard
    used: frozenset[int]


def none_of(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """That there is to be none of something, where a text says so."""
    told = _none_first(written, found) or _forbidden(written, found, amounts)
    if told or not any(token.kind == "no" for token in found):
        return told or _not_one(written, found)
    return _of_some_size(written, found, amounts) or _not_one(written, found) or _absent(written, found, amounts)


def _none_first(written: str, found: Sequence[Token]) -> NoneOf | None:
    """None at all; none, ever; none if we can help it; 不允许发生."""
    match = _NONE_FIRST.match(fold(written))
    if match is None:
        return None
    none = _place(found, match.start(1))
    clause = clause_around(written, found, none)
    zero = _zero(None, frozenset(range(clause.start, clause.end)), found)
    if not any(token.number for token in found[none + 1 : clause.end]):
        return zero
    said = written[found[none + 1].start : found[clause.end - 1].end]  # none over 52 weeks
    return replace(zero, standard=replace(zero.standard, condition=said, per=None))


def _forbidden(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """绝不允许, 唔可以错: all that an answer tells is that it must not be."""
    match = _FORBIDDEN.search(fold(written))
    if amounts or match is None:
        return None
    return _zero(None, frozenset(range(_place(found, match.start()), len(found))), found)


def _zero(unit: str | None, used: frozenset[int], found: Sequence[Token]) -> NoneOf:
    rates = [at for at, token in enumerate(found) if token.kind == "per"]
    per = found[rates[0]].meaning if rates else None
    return NoneOf(Standard("", Comparator.EQUAL, Decimal(0), None, unit, per), used | frozenset(rates))


def _not_one(written: str, found: Sequence[Token]) -> NoneOf | None:
    """一次投诉都不能有, 一例都不允许, 不出现一起安全事故, not a single accident."""
    if match := _NOT_ONE.search(fold(written)):
        noun = written[match.start(1) : match.end(1)].removeprefix("个").removeprefix("個")
        end = clause_around(written, found, _place(found, match.end() - 1)).end
        return _zero(noun or None, frozenset(range(_place(found, match.start()), end)), found)
    none = next((at for at, (no, one) in enumerate(pairwise(found)) if no.kind == "no" and _is_one(one)), None)
    if none is None:
        return None
    noun_after, end = unit_after(written, found, none + 1)
    return _zero(noun_after, frozenset(range(none, max(end, none + 2))), found)


def _place(found: Sequence[Token], start: int) -> int:
    """The place of the token that stands at a place of the text."""
    return next((at for at, token in enumerate(found) if token.end > start), len(found) - 1)


def _is_one(token: Token) -> bool:
    return token.number is not None and token.number.value == 1


def _of_some_size(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """杜绝发生死亡1人以上的事故: what there is to be none of may hold numbers, where words stand before them."""
    for amount in amounts:
        clause = clause_around(written, found, amount.at)
        none = next((at for at in range(clause.start, amount.first) if found[at].kind == "no"), None)
        if none is None or any(token.kind == "mark" for token in found[clause.start : none]):
            continue
        if none in amount.used and written[found[none].start].isascii():
            continue
        end = _goes_on(written, found, clause.end)
        between = any(token.kind == "word" for token in found[none + 1 : min(amount.used - {none})])
        between = between or (none == amount.first - 1 and written.startswith("-", found[amount.at].end))
        behind = any(token.kind == "word" for token in found[max(amount.used) + 1 : end])
        removed = written[found[none].start : found[none].end].casefold().startswith("eliminat")
        said = written[found[none + 1].start : found[end - 1].end] if behind or removed else ""
        if between and (behind or removed) and len(said.split()) <= _LONGEST:
            return _zero(said, frozenset(range(none, end)), found)
    return None


def _goes_on(written: str, found: Sequence[Token], end: int) -> int:
    """Where a clause ends that goes on with what there is to be none of, either: 伤5人以上,或损失15万以上的事故."""
    while end + 1 < len(found) and found[end].kind == "mark" and found[end + 1].kind == "or":
        end = clause_around(written, found, end + 1).end
    return end


def _absent(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """No complaints; 安全事故为零; none where there is no number beside it."""
    numbered = {at for amount in amounts for at in range(*_clause(written, found, amount.at))}
    if lasting := _lasting(found, amounts) or _for_so_long(written, found, amounts):
        return lasting
    for place in (at for at, token in enumerate(found) if token.kind == "no" and at not in numbered):
        start, end = _clause(written, found, place)
        alone = all(at == place or _says_nothing(written, found[at]) for at in range(start, end))
        said = written[found[place].start : found[place].end].lower()
        if place and _nearly(written, found[place - 1]):
            return None
        if said in _NAMED and (alone or place == end - 1 or (not amounts and _is_answer(found, place))):
            return _zero(None, frozenset({place}), found)
        noun, behind = unit_after(written, found, place)
        if noun and (start == place or not amounts):
            behind_it = written[found[behind].start :].casefold() if behind < len(found) else ""
            if behind_it.startswith(("target", "limit", "standard", "requirement")):
                return None
            if noun.casefold().startswith(_NO_THINGS) or noun.casefold().endswith((" target", " limit", " standard")):
                return None
            others = _with_others(written, found, numbered, behind)
            used = frozenset(range(place, behind)).union(*(run for run, _ in others))
            return _zero("、".join((noun, *(other for _, other in others))), used, found)
    return None


def _nearly(written: str, token: Token) -> bool:
    """Whether it is not quite none: near zero, 接近零."""
    return token.meaning == Comparator.ABOUT or fold(written[token.start : token.end]) in _NEARLY


_NEARLY = frozenset({"near", "nearly", "almost", "virtually", "approaching", "近", "趋近于", "于"})


def _with_others(
    written: str, found: Sequence[Token], numbered: Collection[int], start: int
) -> list[tuple[range, str]]:
    """What else there is to be none of, with the places that say so: 不发生安全事故，无治安事件."""
    told = []
    for at in range(start, len(found)):
        if found[at].kind != "no" or at in numbered:
            continue
        run = list(takewhile(lambda token: token.kind == "word", found[at + 1 : at + _MOST]))
        noun = written[run[0].start : run[-1].end] if run else ""
        if noun and not noun.startswith(_NO_THINGS):
            told.append((range(at, at + 1 + len(run)), noun))
    return told


def _lasting(found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """三年内不发生: none in so long a time."""
    none = len(found) - 1
    while none > 0 and found[none].kind == "mark":
        none -= 1
    if len(amounts) != 1 or amounts[0].unit not in PERIODS or amounts[0].ranged or found[none].kind != "no":
        return None
    per = Per(amounts[0].value, amounts[0].unit)
    return NoneOf(Standard("", Comparator.EQUAL, Decimal(0), None, rates=(per,)), amounts[0].used | {none})


def _for_so_long(written: str, found: Sequence[Token], amounts: Sequence[Amount]) -> NoneOf | None:
    """Zero injuries for 365 consecutive days."""
    if len(amounts) != 1 or found[0].kind != "no" or amounts[0].comparator is not None:
        return None
    first, last = amounts[0].first, amounts[0].last
    said = written[found[first - 1].start : found[last - 1].end]
    noun, behind = unit_after(written, found, 0)
    timed = amounts[0].unit is not None and amounts[0].unit.removeprefix("consecutive ") in TIME_WORDS
    if not noun or behind != first - 1 or not timed or said.split()[0].lower() not in {"for", "in", "over"}:
        return None
    zero = _zero(noun, frozenset(range(last)), found)
    return replace(zero, standard=replace(zero.standard, condition=said))


def _says_nothing(written: str, token: Token) -> bool:
    return token.kind in {"filler", "stop"} or written[token.start] in "啦了吧的啊呀"


def _clause(written: str, found: Sequence[Token], at: int) -> tuple[int, int]:
    clause = clause_around(written, found, at)
    return clause.start, clause.end


def _is_answer(found: Sequence[Token], place: int) -> bool:
    """Whether a "none" begins the answer, and no noun follows it: none if we can help it."""
    return place == 0 and (len(found) == 1 or found[1].kind != "word")
