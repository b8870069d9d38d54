"""What people do: say something, press a button, give a command."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, by the id of its choice."""

    choice: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command ("back") and what follows it."""

    name: str
    argument: str = ""


Act = Said | Pressed | Command
