"""What a manager's answer to "how is it measured?" told: an indicator's name, and what its wording gives away."""

import re
from dataclasses import dataclass

from dialogs.reading.measures import read_measure
from dialogs.reading.standards import read_standard
from dialogs.reading.unread import Unread
from dialogs.suggestions import Suggestion
from kpi.plan import Direction, Standard, Statement
from locales.text import Value, text


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator named by the manager.

    `numeric` is None where its name does not tell whether a number can be tracked. `statement` and `basic` are what a
    whole four-part statement told at once (method.md 2.3).
    """

    scope: str
    name: str
    numeric: bool | None = None
    direction: Direction | None = None
    unit: str | None = None
    statement: Statement | None = None
    basic: Standard | None = None

    @property
    def id(self) -> int:
        """The number in the scope."""
        return int(self.scope.rpartition("/")[2])

    def shown(self) -> Value:
        """What was understood of it, in words."""
        if self.statement:
            return text("measure.stated", name=self.name, statement=self.statement)
        if self.numeric is None:
            return self.name
        known = "number" if self.direction is None else self.direction.value
        return text(f"measure.{known}", name=self.name)


def measured_by_name(name: str) -> Measured:
    """An indicator known by its name only."""
    told = read_measure(name)
    # Only "it is a number" may be told from a name; that it is none is for the manager to say.
    return Measured("", name, told.numeric or None, told.direction, told.unit)


def suggested(suggestion: Suggestion, name: str) -> Measured:
    """An indicator out of the library."""
    return Measured("", name, True, suggestion.direction, suggestion.unit)


def measured_by_statement(said: str, statement: Statement) -> Measured:
    """An indicator told by a whole statement: its name and basic standard stand in the part REACHING."""
    reach = statement.reach or statement.complete or said
    basic = _standard_in(statement.reach)
    name = _aspect(reach) if basic else reach
    told = read_measure(name)
    numeric = True if basic else told.numeric or None
    return Measured("", name[:200], numeric, told.direction, told.unit, statement, basic)


def _standard_in(reach: str | None) -> Standard | None:
    try:
        return read_standard(reach) if reach else None
    except Unread:
        return None


_ASPECT = re.compile(
    r"^(?:an?|the)?\s*(?P<aspect>.+?)\s*(?:的|为|為|在|达到?|達到?|控制在|保持在|\bof\b|\bis\b|:|：)?\s*"
    r"(?:不低于|不低於|不少于|不少於|不超过|不超過|不高于|不高於|不大于|不大於|不多于|不多於|不小于|不小於|低于|低於|高于|高於|小于|小於|大于|大於|少于|少於|超过|超過"
    r"|至少|至多|最多|最少|\bat (?:least|most)\b|\bno (?:more|less|fewer|later) than\b|\bbelow\b|\babove\b|\bunder\b|\bover\b|\bwithin\b|\bup to\b"
    r"|[<>≤≥=±]|[0-9０-９]|百分之|零)",
    re.IGNORECASE,
)


def _aspect(reach: str) -> str:
    """What is judged, without how well: "差异率" out of "差异率不超过0.3%"."""
    found = _ASPECT.match(reach)
    return found["aspect"] if found else reach
