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
    r"|\bno (?:increase|decrease|rise|fall|drop|change|reduction|deterioration) (?:on|from|over|in|against)"
)
"""What is followed by what it was."""
_KEPT = re.compile(r"\b(?:maintain|hold|keep|stay|remain|sustain)(?:ed|ing|s)?\b")
"""What is followed by it somewhere in its clause."""
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


def _is_past(token: Token) -> bool:
    return token.kind == "base" and Base(token.meaning) in _PAST
