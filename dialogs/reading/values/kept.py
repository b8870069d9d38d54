"""What is to stay as it was: no worse than last year, maintained at last year's level. It is a change by nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.clauses import clause_around
from kpi.plan import Standard
from kpi.values import Base, Change

_COMPARED = re.compile(
    r"\b(?:no|not) (?:worse|lower|higher|less|more|fewer|longer|slower|later) than"
    r"|\bsame (?:(?:level|figure|result|number|score|rate) )?as|\bas (?:good|high|low|many|much|few|fast|well) as"
    r"|\b(?:in line|level|on a par) with|\bequal to|\bmatch(?:es|ing)?"
    r"|\bflat (?:on|to|with|against|vs\.?|versus)"
    r"|\bno (?:increase|decrease|rise|fall|drop|change|reduction|deterioration) (?:on|from|over|in|against)"
)
"""What is followed by what it was."""
_KEPT = re.compile(r"\b(?:maintain|hold|keep|stay|remain|sustain)(?:ed|ing|s)?\b")
"""What is followed by it somewhere in its clause."""
_KEPT_HAN = re.compile(
    r"持平|看齐|(?:与|和|跟|同)[^,;。]{1,12}(?:一样|相同|一致|差不多)|(?:保持|维持|稳定)(?!率)|"
    r"(?:不|别|没)(?:能|得|可|会|要|应)?(?:再)?(?:低于|少于|差于|弱于|高于|超过|多于|比)"
)
"""What says in Chinese that it stays as it was, before or behind it: 跟去年持平, 不能比去年差."""
_LEVELED = re.compile("水平|持平|一样|相同|一致")
_BETTER_HAN = re.compile("不过|提[升高]|增|降|减|改善|优于|好于|才|一半|翻")
_MOVED = re.compile(r"\b(?:better|improv|beat|exceed|below|under|above|over (?!last)|fewer (?!than)|until|within)")
_LEVEL = frozenset({"level", "levels", "figure", "result", "performance", "score", "rate", "number"})
_BETWEEN = {"filler", "stop", "than"}
_PAST = {Base.LAST_YEAR, Base.LAST_HALF, Base.LAST_QUARTER, Base.LAST_MONTH, Base.LAST_PERIOD, Base.NOW}


@dataclass(frozen=True, slots=True)
class Kept:
    """The standard, and the places of the tokens that say it."""

    standard: Standard
    used: frozenset[int]


def kept_as_it_was(written: str, found: Sequence[Token]) -> Kept | None:
    """That something is to stay as it was, where a text without a number says so."""
    folded = fold(written)
    if kept := _kept_han(folded, found):
        return kept
    match = _COMPARED.search(folded) or _KEPT.search(folded)
    if match is None or _MOVED.search(folded):
        return None
    behind = next((at for at, token in enumerate(found) if token.start >= match.end()), len(found))
    last = behind
    if match.re is _KEPT and last < len(found):
        end = clause_around(written, found, last).end
        last = next((at for at in range(last, end) if _is_past(found[at])), end)
    while last < len(found) and found[last].kind in _BETWEEN:
        last += 1
    if last >= len(found) or not _is_past(found[last]):
        return None
    leveled = last + 1 < len(found) and found[last + 1].meaning in _LEVEL
    if folded.startswith("current", found[last].start) and not leveled:
        return None  # maintain the current certificate
    change = Change(None, Base(found[last].meaning))
    said = (at for at, token in enumerate(found) if match.start() <= token.start < match.end())
    used = frozenset((*said, *range(last, last + 1 + leveled)))
    return Kept(Standard("", None, Decimal(0), None, "%", change=change), used)


def _kept_han(folded: str, found: Sequence[Token]) -> Kept | None:
    """跟去年持平就行, 不能比去年差."""
    if not _KEPT_HAN.search(folded) or _BETTER_HAN.search(folded):
        return None
    bases = [at for at, token in enumerate(found) if _is_past(token)]
    if len(bases) != 1 or (found[bases[0]].meaning == Base.NOW and not _LEVELED.search(folded)):
        return None  # 保持现有证书
    start, end = clause_around(folded, found, bases[0]).start, clause_around(folded, found, bases[0]).end
    if not _KEPT_HAN.search(folded[found[start].start : found[end - 1].end]):
        return None
    change = Change(None, Base(found[bases[0]].meaning))
    return Kept(Standard("", None, Decimal(0), None, "%", change=change), frozenset(range(start, end)))


def _is_past(token: Token) -> bool:
    return token.kind == "base" and Base(token.meaning) in _PAST
