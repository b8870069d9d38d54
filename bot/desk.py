"""The desk: one update of one person, taken in one transaction (design.md, "One update, one transaction")."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.messages import Payload, message, payloads
from dialogs import journal
from dialogs.acts import Act, Command
from dialogs.controls import Focus, Paused
from dialogs.conversation import reopen, respond
from dialogs.header import Header
from dialogs.interviews import VERSIONS
from dialogs.journal import Entry
from dialogs.questions import codec
from dialogs.state import Outcome, Run, State
from dialogs.steps import Present
from kpi.audit import Finding
from locales.text import Lines, Text, text
from locales.words import words
from storage import outbox, people, plans, runs, updates
from storage.database import Database
from storage.people import Person
from storage.tables import Role, RunStatus
from storage.values import plan_to_json

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who an update comes from: an address on a channel, and what to note of a person seen for the first time."""

    channel: str
    address: str
    name: str
    role: Role = "manager"
    language: str | None = None


class Desk:
    """Takes updates in and puts the replies into the outbox."""

    def __init__(self, database: Database, organisation: str, language: str) -> None:
        self._database = database
        self._organisation = organisation
        self._language = language

    def take(self, sender: Sender, update_id: str, act: Act, now: datetime) -> bool:
        """Take an update; False when it was taken before, which then changes nothing."""
        with self._database.transaction() as c:
            person = self._person(c, sender, now)
            if not updates.accept(c, sender.channel, sender.address, update_id, now):
                return False
            self._answer(c, sender, person, act, now)
            return True

    def open(self, sender: Sender, now: datetime) -> None:
        """Greet a person who comes back: what still waits to be sent, or else the question or the plans they left."""
        with self._database.transaction() as c:
            person = self._person(c, sender, now)
            if sender.language and sender.language != person.language:
                people.set_language(c, person.id, sender.language)
                person = replace(person, language=sender.language)
            statuses = {run.status for run in runs.runs_of(c, person.id)}
            if not statuses or outbox.pending(c, sender.channel, sender.address):
                return
            under_way = statuses & {"active", "paused"}
            self._answer(c, sender, person, Command("start" if under_way else "plans"), now)

    def _person(self, c: Connection, sender: Sender, now: datetime) -> Person:
        person = people.person_at(c, sender.channel, sender.address, lock=True) or self._newcomer(c, sender, now)
        people.grant_role(c, person.id, sender.role)
        return person

    def _newcomer(self, c: Connection, sender: Sender, now: datetime) -> Person:
        organisation = people.find_or_make_organisation(c, self._organisation, now)
        channel, address, language = sender.channel, sender.address, sender.language or self._language
        try:
            return people.make_person(
                c, organisation, sender.name, channel=channel, address=address, now=now, language=language
            )
        except people.Taken:
            # Most likely by another update of theirs, a moment ago.
            person = people.person_at(c, channel, address, lock=True)
            if person is None:
                raise
            return person

    def _answer(self, c: Connection, sender: Sender, person: Person, act: Act, now: datetime) -> None:
        said = _Answer(c, person, sender.role, now, person.language or self._language).to(act)
        outbox.put(c, sender.channel, sender.address, said, now)


class _Answer:
    """What one act of a person changes, inside the update's transaction."""

    def __init__(self, c: Connection, person: Person, role: Role, now: datetime, language: str) -> None:
        self.c = c
        self.person = person
        self.role = role
        self.now = now
        self.language = language

    def to(self, act: Act) -> list[Payload]:
        """Take the act; returns the replies in words."""
        if self.role != "manager":
            return self._say(text(f"role.{self.role}"))
        run = runs.active_run(self.c, self.person.id)
        try:
            with self.c.begin_nested():
                return self._apply(run, respond(self._state(run), act))
        except DBAPIError:
            raise  # the database's fault, not the interview's: the whole update will be tried again
        except Exception:  # noqa: BLE001 - an interview at fault must lose no answer, nor stop the bot
            return self._park(run)

    def _state(self, run: runs.Run | None) -> State:
        others = runs.runs_of(self.c, self.person.id)
        return State(
            self.language,
            self.now.date(),
            _run(self.c, run) if run else None,
            tuple(_paused(self.c, other) for other in others if other.status == "paused"),
            tuple(other.id for other in others if other.status == "cancelled"),
            newcomer=not others,
        )

    def _apply(self, run: runs.Run | None, outcome: Outcome) -> list[Payload]:
        if outcome.language:
            self.language = outcome.language
            people.set_language(self.c, self.person.id, outcome.language)
        if run:
            self._save(run, outcome)
        said = self._say(self._plans()) if outcome.plans else []
        said += payloads(outcome.replies, words(self.language))
        if outcome.begin:
            return [*said, *self._begin()]
        if outcome.resume is not None:
            return [*said, *self._resume(run, outcome.resume)]
        return said

    def _save(self, run: runs.Run, outcome: Outcome) -> None:
        runs.append(self.c, run.id, [_stored(entry, self.now) for entry in outcome.entries])
        focus = codec(Focus).dump_python(outcome.focus, mode="json") if outcome.focus else None
        self._save_run(run, outcome.status, focus=focus)
        for reply in outcome.replies:
            if isinstance(reply, Present):
                self._keep(run, reply)
        if outcome.submitted:
            kept = next(kept for kept in plans.plans_of(self.c, self.person.id) if kept.run_id == run.id)
            plans.submit(self.c, kept.plan_id, self.now)

    def _save_run(
        self, run: runs.Run, status: RunStatus, *, parked: bool = False, focus: Mapping[str, Any] | None = None
    ) -> None:
        runs.save_run(
            self.c, run.id, status=status, parked=parked, focus=focus, revision_before=run.revision, now=self.now
        )

    def _keep(self, run: runs.Run, present: Present) -> None:
        audit = codec(tuple[Finding, ...]).dump_python(present.findings, mode="json")
        content = plan_to_json(present.plan)
        plans.keep_draft(self.c, run.id, self.person.id, content=content, audit=audit, now=self.now)

    def _begin(self) -> list[Payload]:
        header = Header(self.person.name, self.now.date())
        newcomer = not runs.runs_of(self.c, self.person.id)
        run = runs.start_run(
            self.c,
            self.person.id,
            "post",
            version=VERSIONS["post"],
            header=codec(Header).dump_python(header, mode="json"),
            now=self.now,
        )
        greeting = self._say(text("greeting", name=self.person.name)) if newcomer else self._say(text("begun"))
        return [*greeting, *self._reopen(run)]

    def _resume(self, active: runs.Run | None, run_id: int) -> list[Payload]:
        everyone = {run.id: run for run in runs.runs_of(self.c, self.person.id)}
        if active:
            self._save_run(everyone[active.id], "paused", parked=everyone[active.id].parked)
        self._save_run(everyone[run_id], "active", parked=everyone[run_id].parked)
        resumed = runs.active_run(self.c, self.person.id)
        assert resumed is not None  # noqa: S101 - it was made active just now
        return [*self._say(text("resumed")), *self._reopen(resumed)]

    def _reopen(self, run: runs.Run) -> list[Payload]:
        return payloads(reopen(self._state(run)).replies, words(self.language))

    def _park(self, run: runs.Run | None) -> list[Payload]:
        """Leave the journal as it was and say so; the next act tries again."""
        _log.exception("interview.parked", run=run.id if run else None)
        if run:
            self._save_run(run, run.status, parked=True, focus=run.focus)
        said = self._say(text("parked"))
        with suppress(Exception):  # the question comes again, unless it is the one at fault
            return [*said, *self._reopen(run)] if run else said
        return said

    def _plans(self) -> Text:
        kept = plans.plans_of(self.c, self.person.id)
        if not kept:
            return text("plans.none")
        lines = tuple(
            text(
                "plans.line",
                id=str(one.plan_id),
                post=str(one.content["post"]),
                period=str(one.content["period"]),
                version=one.version,
                status=text(f"views.status.{one.status}"),
            )
            for one in kept
        )
        return text("plans.list", lines=Lines(lines))

    def _say(self, said: Text) -> list[Payload]:
        return [message(words(self.language).say(said))]


def _run(c: Connection, run: runs.Run) -> Run:
    log = tuple(
        Entry(entry.key, entry.action, entry.value, entry.raw or "", entry.opens, entry.language)
        for entry in runs.entries(c, run.id)
    )
    focus = codec(Focus).validate_python(run.focus) if run.focus else None
    return Run(run.interview, codec(Header).validate_python(run.header), log, focus)


def _stored(entry: Entry, now: datetime) -> runs.Entry:
    return runs.Entry(entry.key, entry.action, entry.value, entry.raw, entry.opens, entry.language, now)


def _paused(c: Connection, run: runs.Run) -> Paused:
    answers = journal.standing(_run(c, run).journal)
    post = answers.get("post")
    return Paused(run.id, post.value if post else None, len(answers))
