"""Questions whether something is right so, answered in a sentence; what is not right yet is asked for."""

from collections.abc import Collection
from dataclasses import dataclass

from dialogs.questions import ChoiceQuestion, DecisionQuestion, Reading
from dialogs.reading.answers.assent import Assent, read_assent
from dialogs.reading.unread import Unread

_ASKING = {
    ("diagram", Assent.DOUBT): "consent.diagram",
    ("statement", Assent.DOUBT): "consent.statement",
    ("tracking", Assent.DOUBT): "consent.tracking",
    ("submit", Assent.DOUBT): "consent.submit",
    ("submit", Assent.LATER): "consent.submit",
}
"""What is asked for instead of a yes."""


def consents(name: str, said: str, names: Collection[str] = ()) -> bool:
    """Whether a sentence takes what the question of that name shows; raises Unread where it says what is lacking."""
    assent = read_assent(said, name, names)
    if assent and (asking := _ASKING.get((name, assent))):
        raise Unread(asking)
    return assent is Assent.YES


@dataclass(frozen=True, kw_only=True)
class DiagramQuestion(ChoiceQuestion):
    """Whether the diagram is right; `names` are those of its customers and outputs."""

    names: tuple[str, ...]

    def read(self, said: str, reading: Reading) -> str:
        try:
            return super().read(said, reading)
        except Unread:
            if consents(self.name, said, self.names):
                return str(self.default)
            raise


@dataclass(frozen=True, kw_only=True)
class SubmitQuestion(DecisionQuestion):
    """Whether the plan is handed in; `names` are those of what it holds."""

    names: tuple[str, ...]

    def claims(self, said: str, language: str) -> bool:
        return super().claims(said, language) or read_assent(said, self.name) in {Assent.YES, Assent.LATER}

    def take(self, said: str, reading: Reading) -> str:
        try:
            return super().take(said, reading)
        except Unread:
            if consents(self.name, said, self.names):
                return str(self.default)
            raise


@dataclass(frozen=True, kw_only=True)
class AcknowledgeQuestion(DecisionQuestion):
    """Whether the plan is taken note of; it may be put off in a sentence, too. `names` are those of what it holds."""

    names: tuple[str, ...]

    def take(self, said: str, reading: Reading) -> str:
        try:
            return super().take(said, reading)
        except Unread:
            match read_assent(said, self.name, self.names):
                case Assent.YES:
                    return str(self.default)
                case Assent.LATER:
                    return "pause"
            raise
