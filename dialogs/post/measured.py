"""What a manager's answer to "how is it measured?" told: an indicator's name, and what its wording gives away."""

from dataclasses import dataclass

from dialogs.reading.names.measures import read_measure
from dialogs.reading.values.aspects import aspect_of, standard_in
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
        if not self.numeric:
            return text("measure.by_judgement", name=self.name)
        known = "number" if self.direction is None else self.direction.value
        return text(f"measure.{known}", name=self.name)


def measured_by_name(name: str) -> Measured:
    """An indicator known by its name only."""
    told = read_measure(name)
    # Only "it is a number" may be told from a name; that it is none is for the manager to say.
    return Measured("", name, told.numeric or None, told.direction, told.unit)


def judged(name: str) -> Measured:
    """An indicator of which there is no number."""
    return Measured("", name, numeric=False)


def suggested(suggestion: Suggestion, name: str) -> Measured:
    """An indicator out of the library."""
    return Measured("", name, numeric=True, direction=suggestion.direction, unit=suggestion.unit)


def measured_by_statement(said: str, statement: Statement) -> Measured:
    """An indicator told by a whole statement: its name and basic standard stand in the part REACHING."""
    reach = statement.reach or statement.complete or said
    basic = standard_in(statement.reach)
    name = aspect_of(reach) if basic else reach
    told = read_measure(name)
    numeric = True if basic else told.numeric or None
    return Measured("", name[:200], numeric, told.direction, told.unit, statement, basic)
