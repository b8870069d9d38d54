"""`kpibot run` against the stand-in, started, killed and talked to over HTTP."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.answering import Answering
from bot.mail import CHATS
from bot.scene import Scene
from bot.views.characters import cut
from storage import invitations, outbox, people, runs
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Role, accepted_update
from tests.manager import Line
from tests.program import ENVIRONMENT, Started, fork
from tests.telegram.chats import Message, Person
from tests.telegram.server import TOKEN, StandIn

CHANNEL = "telegram"
ORGANISATION = "远大公司"
SECONDS = 60
WEBHOOK_SECRET = "a-secret_that_nobody_guesses"  # of the tests
assert CHANNEL in CHATS


class Running:
    """The program on a database of its own, against a stand-in; `settings` are those of the environment."""

    def __init__(self, server: StandIn, folder: Path, database: str, **settings: str) -> None:
        self.server, self.folder, self.log = server, folder, folder / "kpibot.log"
        self.address = database
        self.database = Database(database)
        upgrade(self.database)
        self._environment = {
            "KPIBOT_TELEGRAM_TOKEN": TOKEN,
            "KPIBOT_TELEGRAM_API": server.url,
            "KPIBOT_DATABASE": database,
            "KPIBOT_ORGANISATION": ORGANISATION,
            "KPIBOT_LANGUAGE": "en",
            "KPIBOT_LOG_LEVEL": "debug",
        } | settings
        self._process: Started | None = None

    def start(self, *, wait: bool = True) -> None:
        """Start the program, and wait until it says its mode."""
        before = self.said().count("Mode:")
        with self.log.open("ab") as log, Path(os.devnull).open("rb") as nothing:
            self._process = fork().start(self.folder, ["run"], ENVIRONMENT | self._environment, nothing, log, log)
        if wait:
            until(lambda: self.said().count("Mode:") > before, self.said)

    def kill(self) -> None:
        """Kill the program as a crash would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the program."""
        self._end(signal.SIGTERM)

    def said(self) -> str:
        """All that the program printed and logged."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def invitation(self, role: Role, organisation: str = ORGANISATION, **what: Any) -> str:
        """The token of an invitation, as `kpibot invite` makes it."""
        now = datetime.now(UTC)
        with self.database.transaction() as c:
            place = people.find_or_make_organisation(c, organisation, now)
            return invitations.invite(c, place, role, now=now, **what)

    def joins(self, person: Person, role: Role, organisation: str = ORGANISATION) -> list[Message]:
        """Have a person follow an invitation."""
        return self.does(person, person.says(f"/start {self.invitation(role, organisation)}").update_id)

    def does(self, person: Person, update_id: int) -> list[Message]:
        """Wait until an update was taken and all is delivered; returns what the bot sent since."""
        before = len(person.received)
        until(lambda: self.taken(person, update_id) and self.delivered(person), person.shown)
        return person.received[before:]

    def hears(self, person: Person) -> None:
        """Wait until a person has all that others' acts had them told."""
        until(lambda: self.delivered(person), person.shown)

    def says(self, person: Person, text: str) -> list[Message]:
        """Have a person write, and wait for what the bot answers."""
        before = len(person.received)
        self.does(person, person.says(text).update_id)
        return person.received[before:]

    def presses(self, person: Person, label: str) -> list[Message]:
        """Have a person press a button, and wait for what the bot answers."""
        before = len(person.received)
        self.does(person, person.presses(label))
        return person.received[before:]

    def taken(self, person: Person, update_id: int) -> bool:
        """Whether an update was taken."""
        table = accepted_update.c
        mine = (table.address == str(person.id)) & (table.update_id == str(update_id))
        with self.database.reading() as c:
            return c.execute(accepted_update.select().where(mine)).first() is not None

    def delivered(self, person: Person) -> bool:
        """Whether nothing waits to be sent to a person."""
        with self.database.reading() as c:
            return not outbox.pending(c, CHANNEL, str(person.id))

    def question(self, person: Person) -> Line | None:
        """The question that stands for a person, as JSON lines would tell it."""
        with self.database.transaction() as c:
            known = people.person_at(c, CHANNEL, str(person.id))
            run = runs.active_run(c, known.id) if known else None
            if known is None or run is None:
                return None
            scene = Scene(c, known, frozenset(), datetime.now(UTC), None)
            said = Answering(scene, known.language or "en", "en").show(run)
        return next((dict(one) for one in reversed(said) if one["type"] == "question"), None)

    def send(self, person: Person, line: Line, question: Line) -> int:
        """Do in the chat what a line of JSON says about a question; returns the update's id."""
        if "text" in line:
            return person.says(line["text"]).update_id
        label = next(choice["label"] for choice in question["choices"] if choice["id"] == line["press"])
        return person.presses(cut(label, 59).removesuffix("…"))

    def _end(self, number: signal.Signals) -> None:
        if self._process:
            self._process.signal(number)
            self._process.wait()


def by_webhook() -> dict[str, str]:
    """The settings with which updates are posted to a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    return {
        "KPIBOT_WEBHOOK_URL": f"http://{place}/hook",
        "KPIBOT_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "KPIBOT_WEBHOOK_LISTEN": place,
    }


@contextmanager
def running(server: StandIn, folder: Path, database: str, **settings: str) -> Iterator[Running]:
    """The program running; at the end its logs hold no token and no fault."""
    program = Running(server, folder, database, **settings)
    program.start()
    try:
        yield program
    finally:
        program.stop()
        program.database.close()
    said = program.said()
    assert TOKEN not in said
    assert TOKEN.partition(":")[2] not in said
    assert "Traceback" not in said
    assert "interview.parked" not in said, said


def until(condition: Callable[[], object], shown: Callable[[], str], seconds: float = SECONDS) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s in vain:\n{shown()}"
        time.sleep(0.01)
