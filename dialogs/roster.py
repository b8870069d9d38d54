"""The interview in which HR says whether those whom a sheet names shall be invited."""

from dataclasses import dataclass

from dialogs.choices import Choice
from dialogs.engine import Interview, ask
from dialogs.questions import ChoiceQuestion
from dialogs.reading.names.rosters import Entry
from locales.text import Text, text

VERSION = 1


@dataclass(frozen=True, slots=True)
class RosterHeader:
    """Whom the sheet names, and how many of them would be invited."""

    entries: tuple[Entry, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the sheet names, where they shall be invited; nobody where not."""

    entries: tuple[Entry, ...]


def roster(header: RosterHeader) -> Interview[Named]:
    """Ask once more: the invitations let people in."""
    said = yield from ask(
        ChoiceQuestion(
            key="bring_in",
            name="bring_in",
            prompt=text("roster.ask", n=header.number),
            choices=(Choice("yes", Text("roster.yes")), Choice("no", Text("roster.no"))),
            default="yes",
            echoes=False,
        )
    )
    return Named(header.entries if said == "yes" else ())
