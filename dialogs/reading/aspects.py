"""From which aspect something is judged, told apart from how well: the indicator inside a standard."""

import re

from dialogs.reading.fold import fold
from dialogs.reading.standards import read_standard
from dialogs.reading.unread import Unread
from kpi.plan import Standard

_HOW_WELL = re.compile(
    r"不低于|不少于|不超过|不高于|不大于|不多于|不小于|低于|高于|小于|大于|少于|超过|至少|至多|最多|最少|百分之|零"
    r"|\b(?:at (?:least|most)|no (?:more|less|fewer|later) than|below|above|under|over|within|up to)\b"
    r"|[<>≤≥=±0-9]"
)
_BEFORE = re.compile(r"^(?:an?|the)\s+")
_BETWEEN = re.compile(r"(?:的|为|在|达到?|控制在|保持在|\bof|\bis|[:，,])\s*$")


def aspect_of(reach: str) -> str:
    """What is judged, without how well: "差异率" out of "差异率不超过0.3%"; all of it where nothing says how well."""
    folded = fold(reach)
    found = _HOW_WELL.search(folded)
    end = found.start() if found else len(folded)
    start = before.end() if (before := _BEFORE.match(folded)) else 0
    if found and (between := _BETWEEN.search(folded[:end])):
        end = between.start()
    return reach[start:end].strip() or reach


def standard_in(reach: str | None) -> Standard | None:
    """The standard that the part REACHING of a statement tells, if it tells a number."""
    try:
        return read_standard(reach) if reach else None
    except Unread:
        return None
