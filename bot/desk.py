"""The desk: one update of one person, taken in one transaction (design.md, "One update, one transaction")."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from sqlalchemy import Connection

from bot import mail
from bot.answering import Answering
from bot.errands.invitations import welcome
from bot.messages import message
from bot.scene import Scene
from dialogs.acts import Act, Attached, Command, Unreadable
from dialogs.interviews import TAKING_FILES
from locales.text import Text, text
from locales.words import words
from storage import invitations, leaving, outbox, people, runs, updates
from storage.database import Database
from storage.invitations import Invitation
from storage.names import LONGEST, clean
from storage.people import Person
from storage.tables import Role

LONGEST_NAME = LONGEST - len(" (999)")
"""Characters of a person's name that are kept, so that a number still fits."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who an update comes from: an address on a channel, and what to note of a person seen for the first time.

    Where a `role` is named, the person is trusted to play it, and plays no other; without one they have all their
    roles. Somebody new joins by it, or else as what the place `joins` people; elsewhere they join by invitation.
    """

    channel: str
    address: str
    name: str
    role: Role | None = None
    language: str | None = None
    joins: Role | None = None


class Desk:
    """Takes updates in and puts the replies into the outbox.

    Who joins without an invitation belongs to the `organisation`, or, where none is named, to the only one there is.
    `link` tells how the address of an invitation is written, where there is one to follow.
    """

    def __init__(
        self, database: Database, organisation: str | None, language: str, link: Callable[[str], str] | None = None
    ) -> None:
        self._database = database
        self._organisation = organisation
        self._language = language
        self._link = link

    def take(self, sender: Sender, update_id: str, act: Act, now: datetime, message_id: str | None = None) -> bool:
        """Take an update; False when it was taken before, which then changes nothing.

        `message_id` is the message in the chat that tells the act, where there is one.
        """
        with self._database.transaction() as c:
            person = self._person(c, sender, now)
            if not updates.accept(c, sender.channel, sender.address, update_id, now):
                return False
            if self._told_before(c, sender, person, act, now):
                return True
            if person is None:
                self._stranger(c, sender, act, now)
            elif leaving.is_deactivated(c, person.id) and not _is_about_themselves(act):
                self._tell(c, sender, person, text("deactivated"), now)
            else:
                said = self._answering(c, sender, person, now, message_id).to(act)
                mail.put(c, sender.channel, sender.address, said, now)
            return True

    def tell(self, sender: Sender, said: Text, now: datetime) -> None:
        """Tell somebody something in their language."""
        with self._database.transaction() as c:
            self._tell(c, sender, people.person_at(c, sender.channel, sender.address), said, now)

    def put_aside(self, channel: str, content: object, error: str, sender: Sender | None, now: datetime) -> None:
        """Keep an update that failed, once, and tell whoever sent it, where that is known."""
        with self._database.transaction() as c:
            if updates.quarantine(c, channel, content, error, now) and sender:
                person = people.person_at(c, channel, sender.address)
                self._tell(c, sender, person, text("unprocessed"), now)

    def open(self, sender: Sender, now: datetime) -> None:
        """Greet a person who comes back: what still waits to be sent, or else the question or the plans they left."""
        with self._database.transaction() as c:
            person = self._person(c, sender, now)
            if person is None or leaving.is_deactivated(c, person.id):
                return
            if sender.language and sender.language != person.language:
                people.set_language(c, person.id, sender.language)
                person = replace(person, language=sender.language)
            statuses = runs.statuses_of(c, person.id)
            if not statuses or outbox.pending(c, sender.channel, sender.address):
                return
            under_way = statuses & {"active", "paused"}
            said = self._answering(c, sender, person, now).to(Command("start" if under_way else "plans"))
            mail.put(c, sender.channel, sender.address, said, now)

    def _told_before(self, c: Connection, sender: Sender, person: Person | None, act: Act, now: datetime) -> bool:
        """Whether an act is of an album that is of no use, as the sender was told with another part of it."""
        run = runs.active_run(c, person.id) if person else None
        match act:
            case Attached() if run and run.interview in TAKING_FILES:
                return False
            case Attached(album=str(album)) | Unreadable(album=str(album)):
                return not updates.accept(c, sender.channel, sender.address, f"album:{album}", now)
        return False

    def _person(self, c: Connection, sender: Sender, now: datetime) -> Person | None:
        """Who is reached at the sender's address; somebody new where the sender may join without an invitation."""
        person = people.person_at(c, sender.channel, sender.address, lock=True)
        granted = sender.role or (None if person else sender.joins)
        if granted is None or (person and leaving.is_deactivated(c, person.id)):
            return person
        if person is None:
            organisation = people.find_or_make_organisation(c, self._organisation, now)
            person = self._newcomer(c, sender, organisation, now)
        people.grant_role(c, person.id, granted)
        return person

    def _invited(self, c: Connection, sender: Sender, found: Invitation, now: datetime) -> Person:
        """Make a person who follows an invitation: called, spoken to and woken as HR said, where it said so."""
        known = replace(sender, name=found.name or sender.name, language=found.language or sender.language)
        person = self._newcomer(c, known, found.organisation_id, now)
        if found.time_zone:
            people.set_time_zone(c, person.id, found.time_zone)
            person = replace(person, time_zone=found.time_zone)
        return person

    def _newcomer(self, c: Connection, sender: Sender, organisation: int, now: datetime) -> Person:
        """Make a person; one whose name somebody else has is told apart by a number."""
        name = (clean(sender.name) or clean(sender.address))[:LONGEST_NAME].strip()
        language = sender.language or self._language
        for number in count(1):
            numbered = name if number == 1 else f"{name} ({number})"
            place = {"channel": sender.channel, "address": sender.address}
            with suppress(people.Taken):
                return people.make_person(c, organisation, numbered, **place, now=now, language=language)
            # Perhaps by another update of theirs, a moment ago.
            person = people.person_at(c, sender.channel, sender.address, lock=True)
            if person:
                return person
        raise AssertionError("there is always another number")

    def _stranger(self, c: Connection, sender: Sender, act: Act, now: datetime) -> None:
        """Let somebody in who follows an invitation; tell anybody else how to get one."""
        match act:
            case Command("start" | "join", token) if token:
                try:
                    with c.begin_nested():
                        found = invitations.find(c, token.strip(), now)
                        person = self._invited(c, sender, found, now)
                        invitations.use(c, found.id, person.id, now)
                except invitations.Refused as refusal:
                    self._tell(c, sender, None, text(f"join.{refusal.why}"), now)
                else:
                    answering = self._answering(c, sender, person, now)
                    said = answering.grant(welcome(answering.scene, found))
                    mail.put(c, sender.channel, sender.address, said, now)
            case _:
                self._tell(c, sender, None, text("stranger"), now)

    def _tell(self, c: Connection, sender: Sender, person: Person | None, said: Text, now: datetime) -> None:
        spoken = words((person.language if person else None) or sender.language or self._language)
        mail.put(c, sender.channel, sender.address, [message(spoken.say(said))], now)

    def _answering(
        self, c: Connection, sender: Sender, person: Person, now: datetime, message_id: str | None = None
    ) -> Answering:
        trusted = sender.role and not leaving.is_deactivated(c, person.id)
        roles = frozenset({sender.role}) if sender.role and trusted else people.roles_of(c, person.id)
        scene = Scene(c, person, roles, now, self._link)
        return Answering(scene, person.language or self._language, self._language, message_id)


def _is_about_themselves(act: Act) -> bool:
    """Whether somebody who left asks for what is theirs for ever: what is kept of them, and that it be erased."""
    return isinstance(act, Command) and act.name in {"privacy", "export", "forget", "language"}
