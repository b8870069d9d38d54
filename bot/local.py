"""A person at this machine: their database opened, updates taken, replies delivered with pictures as files."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from uuid import uuid4

from bot.attachments import CONTENTS, attachment
from bot.desk import Desk, Sender
from bot.messages import Payload
from bot.places import files_of
from bot.roster_file import LARGEST
from bot.schedule import Schedule
from bot.settings import load
from dialogs.acts import Act, Attached
from dialogs.reading.text.clean import clean
from kpi.evidence import File, Kind
from locales.text import Text
from locales.words import words
from storage import migrate, outbox, people, runs
from storage.database import Database
from storage.tables import Role

CHANNEL = "local"
NEWCOMER: Role = "manager"
"""As what somebody new joins who names no role."""
PICTURES = frozenset({".gif", ".jpeg", ".jpg", ".png", ".webp"})
"""How the names of files end that are pictures."""


class NoFile(ValueError):
    """A path at which there is no file."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a person sits: the desk they talk to and the folder their files go to; `now` fixes the clock."""

    database: Database
    desk: Desk
    sender: Sender
    folder: Path
    now: datetime | None

    def take(self, act: Act, update_id: str | None = None) -> None:
        """Take an act; one without an id of its own is a new one."""
        self.desk.take(self.sender, update_id or f"own:{uuid4()}", act, self._now())

    def open(self) -> None:
        """Prepare what a person who comes back is shown first; what is due by now is noted before."""
        Schedule(self.database, load().language).run(self._now())
        self.desk.open(self.sender, self._now())

    def deliver(self) -> Iterator[Payload]:
        """What waits for the person, pictures and sheets as paths of files; noted as sent once it was taken."""
        with self.database.reading() as c:
            parcels = outbox.pending(c, self.sender.channel, self.sender.address)
        for parcel in parcels:
            yield self._finished(dict(parcel.payload) or self._unsent(), parcel.id)
        if parcels:
            with self.database.transaction() as c:
                for parcel in parcels:
                    if not parcel.payload:
                        outbox.put_aside(c, parcel.id, self._now(), "Unreadable")
                    outbox.sent(c, parcel.id, self._now())

    def newcomer(self) -> bool:
        """Whether the person has had no interview yet."""
        with self.database.reading() as c:
            person = people.person_at(c, self.sender.channel, self.sender.address)
            return person is None or not runs.statuses_of(c, person.id)

    def language(self) -> str:
        """The language the person speaks now."""
        with self.database.reading() as c:
            person = people.person_at(c, self.sender.channel, self.sender.address)
        return (person.language if person else None) or load().language

    def _now(self) -> datetime:
        return self.now or datetime.now(UTC)

    def _unsent(self) -> Payload:
        return {"type": "error", "text": words(self.language()).say(Text("unsent"))}

    def _finished(self, payload: Payload, number: int) -> Payload:
        """The payload with its picture or sheet made and named; what is bold in a chat is told to chats alone."""
        payload.pop("prompt", None)
        if "file" in payload:
            return payload | {"path": payload.pop("file")["reference"]}
        made = attachment(payload, words(self.language()), self.database)
        if made is None:
            return payload
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.folder / f"{made.stem}-{number}{made.ending}"
        path.write_bytes(made.content)
        plain = {name: value for name, value in payload.items() if name not in CONTENTS}
        return plain | {"path": str(path)}


def attached(written: str, caption: str = "") -> Attached:
    """The act of attaching the file at a path; it stays where it is. Raises NoFile."""
    with suppress(OSError, ValueError, RuntimeError):  # no such user, a name too long, a character no path has
        path = Path(written.strip().strip("\"'")).expanduser().resolve()
        if path.is_file():
            kind: Kind = "photo" if path.suffix.lower() in PICTURES else "document"
            found = Attached(File(CHANNEL, kind, str(path), path.name, caption))
            return replace(found, content=_content(path)) if found.is_sheet else found
    raise NoFile(written)


def _content(path: Path) -> bytes:
    """What is in a sheet, up to what is too much."""
    with path.open("rb") as opened:
        return opened.read(LARGEST + 1)


@contextmanager
def seated(
    *, database: str, name: str | None, role: Role | None, language: str | None, now: datetime | None
) -> Iterator[Seat]:
    """Seat a person at a database, brought up to date first; without a role, with all they have.

    Raises storage.database.Unreachable and storage.migrate.TooNew.
    """
    settings = load()
    opened = Database(database)
    try:
        migrate.upgrade(opened)
        desk = Desk(opened, settings.organisation, settings.language)
        named = clean(name or "").text or getuser()
        sender = Sender(CHANNEL, named, named, role, language, joins=NEWCOMER)
        yield Seat(opened, desk, sender, files_of(database), now)
    finally:
        opened.close()
