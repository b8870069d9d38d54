"""From which aspect something is judged, told apart from how well: the indicator inside a standard."""

import re

from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_standard
from kpi.plan import Standard
from kpi.units import kind

_HOW_WELL = re.compile(
    r"不低于|不少于|不超过|不高于|不大于|不多于|不小于|低于|高于|小于|大于|少于|超过|至少|至多|最多|最少|百分之|零"
    r"|\b(?:at (?:least|most)|no (?:more|less|fewer|later) than|below|above|under|over|within|up to"
    r"|(?:more|less|fewer) than)\b"
    r"|[<>≤≥=±0-9]"
)
_BEFORE = re.compile(
    r"^(?:(?:to|with|reach(?:ing)?|an?|the)\s+|(?:达到|达|做到|实现|每个?(?:月|周|季度|季|年|天))(?!标|成|度))+"
)
_BETWEEN = re.compile(r"(?:的|为|在|达到?|控制在|保持在|\bof|\bis|[:，,])\s*$")


_COUNTED = re.compile(
    r"\s*(?:of\s+|的|[名个位家份次条项件台人起笔张场篇]的?(?=[\u3400-\u9fff]{2}))?"
    r"(?P<noun>\S.*?)(?:\s+(?:per|each|every|an?|in|by|within|for|from)\s.*|[,，;；每].*)?",
    re.DOTALL,
)
"""What is counted, behind its number and measure word: "3 suitable candidates per shortlist", 3名合适的候选人."""


def aspect_of(reach: str) -> str:
    """What is judged, without how well: "差异率" out of "差异率不超过0.3%"; all of it where nothing says how well.

    Where the quantity comes first it is what is counted: "suitable candidates" out of "at least 3 suitable candidates".
    """
    folded = fold(reach)
    start = before.end() if (before := _BEFORE.match(folded)) else 0
    found = _HOW_WELL.search(folded, start)
    if found is None:
        return reach[start:].strip() or reach
    if found.start() == start:
        return _counted(reach, folded, start) or reach[start:].strip() or reach
    between = _BETWEEN.search(folded[: found.start()])
    return reach[start : between.start() if between else found.start()].strip() or reach


def _counted(reach: str, folded: str, start: int) -> str | None:
    """The noun behind the first number, unless the number measures time or money."""
    stated = standard_in(reach[start:])
    if stated is None or kind(stated.unit) in {"time", "money"}:
        return None
    number = next((read for at in range(start, len(folded)) if (read := numeral(folded, at))), None)
    noun = _COUNTED.fullmatch(folded.rstrip(" .。"), number.end) if number else None
    return reach[slice(*noun.span("noun"))].strip() if noun else None


def standard_in(reach: str | None) -> Standard | None:
    """The standard that the part REACHING of a statement tells, if it tells a number."""
    try:
        return read_standard(reach) if reach else None
    except Unread:
        return None
