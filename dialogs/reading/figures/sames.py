"""Figures told as those of the period before: 和上个月一样, the rest same as last month."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figure_words import blanked
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest
from dialogs.reading.unread import Unread

_CLAUSE = re.compile(r"[^,;。\n]+")
_SAME = re.compile(
    r"(?:和|跟|与|同)?(?:上 ?个?(?:月|季度|季|周|次|期|回)|前一?次|之前|以前)的?(?:数据|数字|情况)?"
    r"(?:都|是|完全|基本上?|差不多|大致){0,2}(?:一样|相同|持平|一致|没变化?|没有变化|不变)"
    r"|同上(?:个?月|期|次)|(?:保持)?(?:持平|不变)|没有?变化?"
    r"|\b(?:the )?same (?:as|like) (?:the )?(?:last|previous|prior|before|time before)"
    r"(?: (?:month|quarter|week|time|one))?"
    r"|\b(?:unchanged|no change|as last (?:month|quarter|week|time))"
    r"(?: (?:from|since) last (?:month|quarter|week|time))?"
)
_REST = re.compile(
    r"其他|其它|其余|别的|剩下|余下|\b(?:the rest|(?:the )?others?|everything else|all else|remaining)\b"
)
_ALL = re.compile(
    r"(?:都|全部|全都|所有|均|数据|数字|本月|这个?月|我这边|还是|基本|也|的|了|吧|"
    r"\b(?:all|both|everything|it|it's|is|are|was|were|the|figures?|numbers?|this month|still|about|exactly"
    r"|just)\b|[ '.:])*"
)
_ABOUT = re.compile(r"差不多|大概|左右|大致|基本|\b(?:about|roughly|more or less|nearly|almost)\b")


def without_same(text: str, asked: Sequence[Asked]) -> tuple[str, dict[int, Decimal]]:
    """The text without what it says of figures that are those before, and these by the places of their indicators.

    Raises Unread where there is none before, and where they are only about the same.
    """
    names = (*(one.name for one in asked), *dict.fromkeys(other for one in asked for other in one.others))
    same, spans, rest = set[int](), list[tuple[int, int]](), False
    for clause in _CLAUSE.finditer(fold(text)):
        match = _SAME.search(clause[0])
        if match is None or any(map(str.isdigit, clause[0])):
            continue
        beside = f"{clause[0][: match.start()]} {clause[0][match.end() :]}"
        named = [at for at, close in enumerate(closest(beside, names)[: len(asked)]) if close]
        others = _REST.search(beside) is not None
        if named or others or _ALL.fullmatch(beside):
            if _ABOUT.search(clause[0]):
                raise Unread("figure.vague", said=clause[0].strip(), name=asked[named[0] if named else 0].name)
            same.update(named or range(len(asked)))
            rest = rest or not named
            spans.append(clause.span())
    if not spans:
        return text, {}
    known = {at: value for at in same if (value := asked[at].before) is not None}
    if unknown := same - set(known) if not rest or not known else None:
        raise Unread("figure.no_before", name=asked[min(unknown)].name)
    return blanked(text, spans), known
