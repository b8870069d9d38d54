"""What people do: say something, press a button, give a command."""

from dataclasses import dataclass, field

from kpi.evidence import File


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


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button as a chat tells of it: the parcel that showed it and its place among the choices there."""

    parcel: int
    index: int


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message, by its id in the chat, written anew; or what is written below its photo or file."""

    message_id: str
    text: str
    below_file: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo or file; those sent at one go share an `album`. `content` is what is in a small sheet, where known."""

    file: File
    album: str | None = None
    content: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def is_sheet(self) -> bool:
        """Whether it is called as sheets are."""
        return (self.file.name or "").lower().endswith(SHEETS)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that is neither text nor file: a sticker, a voice message, a forwarded command; perhaps of an album."""

    kind: str
    album: str | None = None


SHEETS = (".xlsx", ".csv")
"""How the names of sheets end."""
Act = Said | Pressed | Command | Tapped | Edited | Attached | Unreadable
