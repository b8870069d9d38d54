"""Figures told as those of the period before: 和上个月一样, the rest same as last month."""

import re
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from dialogs.reading.dates.calendar_words import MONTH_NAMES, MONTH_NUMBERS
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figure_words import blanked
from dialogs.reading.numbers.numerals import whole_number
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest, hinted
from dialogs.reading.unread import Unread

_CLAUSE = re.compile(r"[^,;。\n]+")
_SAME = re.compile(
    r"(?:和|跟|与|同)?(?:上 ?个?(?:月|季度|季|周|次|期|回)|前一?次|之前|以前"
    r"|(?P<month>1[0-2]|[1-9]|十?[一二]|[三四五六七八九十])月)份?的?(?:数据|数字|情况)?(?:都|是|完全|基本上?|差不多|大致){0,2}(?:一样|相同|持平|一致|没变化?|没有变化|不变|差不多)"
    r"|(?:还是|就是|照|按)上 ?个?(?:月|季度|季|周|次|期|回)(?:的|那个|那些)(?:数据?|数字)?"
    r"|同上(?:个?月|期|次)|(?:保持)?(?:持平|不变)|没有?变化?"
    r"|\b(?:the )?same (?:as|like) (?:in )?(?:the )?(?:last|previous|prior|before|time before)"
    r"(?: (?:month|quarter|week|time|one))?"
    rf"|\b(?:the )?same (?:as|like) (?:in |for )?(?P<named>{MONTH_NAMES})\b"
    r"|\b(?:unchanged|no change|as last (?:month|quarter|week|time))"
    r"(?: (?:from|since) last (?:month|quarter|week|time))?"
)
REST = re.compile(r"其他|其它|其余|别的|剩下|余下|\b(?:the rest|(?:the )?others?|everything else|all else|remaining)\b")
"""What names all that is not told in another way."""
_AND = re.compile("[和跟与同、]|\\band\\b")
_ALL = re.compile(
    r"(?:都|[两三四五六七八九几]项|[两三四五六七八九几]个(?:数据?|数字|指标)|全部|全都|所有|均|数据|数字|本月|这个?月|我这边|还是|基本|也|的|了|吧|"
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
        beside = f"{clause[0][: match.start()]} {clause[0][match.end() :]}" if match else ""
        if match is None or any(map(str.isdigit, beside)) or not _is_before(match, asked):
            continue
        parts = (beside, *_AND.split(beside))
        plain, hints = ([read(part, names) for part in parts] for read in (closest, hinted))
        named = [at for at in range(len(asked)) if any(part[at] for part in plain) or any(part[at] for part in hints)]
        others = REST.search(beside) is not None
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


def _is_before(match: re.Match[str], asked: Sequence[Asked]) -> bool:
    """Whether a month that is named is the one before what is asked for; "last month" always is."""
    named = match["month"] or match["named"]
    number = MONTH_NUMBERS.get(named) or whole_number(named) if named else 0
    days = [one.days for one in asked if one.days]
    return not named or any((one.first - timedelta(1)).month == number for one in days)
