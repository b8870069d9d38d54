"""What one act of a person changes and is answered with, inside the update's transaction."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError

from bot import mail, meant
from bot.departures import depart, step_down
from bot.errands import afterthoughts, corrections, granting, roster
from bot.errands.reports import to_report
from bot.errands.revisions import close
from bot.messages import Payload, payloads
from bot.records import entry_to_keep, run_as_kept
from bot.scene import Begin, Granted, Notice, Scene
from dialogs import journal
from dialogs.acts import Act, Attached, Command, Edited, Pressed, Said, Tapped
from dialogs.controls import Focus, Paused
from dialogs.conversation import amend, put_right, reopen, respond, show
from dialogs.interviews import HEADERS, TAKING_FILES, VERSIONS
from dialogs.questions import codec
from dialogs.reading.figures.corrections import takes_something_back
from dialogs.report import ADDITIONS, tells
from dialogs.state import Asked, Outcome, Refuse, Reply, State
from dialogs.steps import Present, Tell
from kpi.audit import Finding
from locales.text import Text, text
from locales.words import words
from storage import erasure, leaving, people, plans, runs
from storage.tables import RunStatus
from storage.values import plan_to_json

_log = structlog.get_logger(__name__)


class Answering:
    """Takes acts of one person and puts what is said to them, and to others because of it, into the outbox."""

    def __init__(self, scene: Scene, language: str, default: str, message_id: str | None = None) -> None:
        self.scene = scene
        self.c = scene.c
        self.person = scene.person
        self.language = language
        self.default = default
        self.message_id = message_id

    def to(self, act: Act) -> list[Payload]:
        """Take the act; returns the replies in words."""
        run = runs.active_run(self.c, self.person.id)
        try:
            with self.c.begin_nested():
                return self._to(run, act)
        except DBAPIError:
            raise  # the database's fault, not the interview's: the whole update will be tried again
        except Exception:  # noqa: BLE001 - an interview at fault must lose no answer, nor stop the bot
            return self._park(run)

    def show(self, run: runs.Run | None) -> list[Payload]:
        """The standing question, or the paused interviews to choose from."""
        return payloads(self._question(run), words(self.language))

    def grant(self, granted: Granted) -> list[Payload]:
        """Say and do what comes of an errand; tell others what concerns them."""
        run = runs.active_run(self.c, self.person.id)
        # What they said before counts, whoever leaves and whose role is taken.
        if gone := granted.erases or granted.deactivates or (granted.takes and granted.takes[0]):
            finish_reports(self.scene, gone, self.default)
        if granted.erases is not None:
            erasure.erase(self.c, granted.erases, self.person.id, self.scene.now)
        if granted.deactivates is not None:
            depart(self.c, granted.deactivates, self.person.id, self.scene.now)
        if granted.takes is not None:
            step_down(self.c, *granted.takes, self.scene.now)
        said = self._say(*granted.replies)
        if granted.go is not None:
            said += self._go(granted.go)
        elif granted.replies and (run or self._state(None).paused):
            said += self.show(run)
        for notice in granted.notices:
            notify(self.scene, notice, self.default)
        return said

    # An act

    def _to(self, run: runs.Run | None, act: Act) -> list[Payload]:
        match act:
            case Tapped(parcel, index):
                contacts = people.contacts_of(self.c, self.person.id)
                chosen = mail.tap(self.c, contacts, parcel, index, self.scene.now)
                return self._to(run, Pressed(chosen)) if chosen else self._refuse(run, text("choice.stale"))
            case Edited():
                return self._amend(run, act)
            case Attached() if act.is_sheet and "hr" in self.scene.roles and not _takes_files(run):
                return self.grant(roster.sheet(self.scene, act.content))
            case Said(words) if corrected := self._put_right(run, words):
                return corrected
        said = self._apply(run, respond(self._state(run), act))
        return said + self._told_unasked(act) if run is None and isinstance(act, Said) else said

    def _told_unasked(self, act: Said) -> list[Payload]:
        """Take figures that were sent before they were asked for; nothing where they are none of what is asked now."""
        run = runs.active_run(self.c, self.person.id)
        if run is None or run.interview != "report" or not any(map(str.isdigit, act.text)):
            return []
        outcome = respond(self._state(run), act)
        taken = outcome.focus or any(entry.value is not None for entry in outcome.entries)
        return self._apply(run, outcome) if taken else []

    def _put_right(self, run: runs.Run | None, said: str) -> list[Payload] | None:
        """Take a correction of figures of another conversation: of a report that is paused, or was made before."""
        if run is None and (wished := afterthoughts.said(self.scene, said)):
            return self.grant(wished)
        if not takes_something_back(said) and (run or to_report(self.scene)):
            return None
        if run and put_right(self._state(run), said):
            return None  # it is about the report that stands open
        paused = [one for one in runs.runs_of(self.c, self.person.id, "paused") if one.interview == "report"]
        for other in paused:
            outcome = put_right(self._state(other), said)
            if outcome and outcome.entries:
                self._save(other, replace(outcome, status="paused"))
                tells = [reply for reply in outcome.replies if isinstance(reply, Tell)]
                return [*self._say(*tells), *self.show(run)]
        granted = corrections.said(self.scene, said, self._mentioned(run))
        return self.grant(granted) if granted else None

    def _mentioned(self, run: runs.Run | None) -> str:
        """What the standing question says: what it is about is rather meant by an answer."""
        asked = [reply for reply in show(self._state(run)).replies if isinstance(reply, Asked)] if run else []
        return "\n".join(f"{line.get('text')} {line.get('choices')}" for line in payloads(asked, words(self.language)))

    def _amend(self, run: runs.Run | None, act: Edited) -> list[Payload]:
        """Take an edited message as an edit of the answer that it gave; a caption only where it gave one."""
        taken = runs.run_that_took(self.c, self.person.id, act.message_id)
        if taken is None:
            return self._refuse(run, text("edited.no_answer"))
        if run is None or taken[0].id != run.id:
            return self._refuse(run, text(f"edited.{taken[0].status}"))
        if act.below_file and taken[1] in ADDITIONS:
            return self._refuse(run, text("edited.caption"))
        self.message_id = act.message_id
        return self._apply(run, amend(self._state(run), taken[1], act.text))

    def _refuse(self, run: runs.Run | None, reason: Text) -> list[Payload]:
        """Say why not, and show the question again."""
        return [*self._say(Refuse(reason)), *self.show(run)]

    def _apply(self, run: runs.Run | None, outcome: Outcome) -> list[Payload]:
        if outcome.language:
            self.language = outcome.language
            people.set_language(self.c, self.person.id, outcome.language)
        replies = outcome.replies
        if run:
            self._save(run, outcome)
            if run.interview in granting.AGAIN and replies and isinstance(replies[-1], Asked):
                replies = [*replies[:-1], *self._question(run)]
        said = payloads(replies, words(self.language))
        if outcome.errand:
            return [*said, *self.grant(granting.grant(self.scene, *outcome.errand))]
        if outcome.begin:
            return [*said, *self.grant(granting.grant(self.scene, "begin", ""))]
        if outcome.resume is not None:
            return [*said, *self._go(outcome.resume)]
        if run and outcome.status in {"done", "cancelled"}:
            return [*said, *self._ended(run, outcome)]
        return said

    def _ended(self, run: runs.Run, outcome: Outcome) -> list[Payload]:
        """What follows the end of a run: what it was for, then what it interrupted."""
        kept = plans.plan_of_run(self.c, run.id)
        if outcome.status == "cancelled" and kept and kept.version + (kept.status != "draft") > 1:
            close(self.c, kept, self.scene.now)
        granted = granting.finish(self.scene, run.id, outcome.result) if outcome.status == "done" else Granted()
        if granted.go is None and run.interrupted_id is not None:
            before = runs.run_of(self.c, run.interrupted_id)
            theirs = before.person_id == self.person.id  # a plan may have passed on to another manager meanwhile
            granted.go = before.id if theirs and before.status == "paused" else None
        return self.grant(granted)

    def finish(self, run: runs.Run) -> list[Payload]:
        """Take what a person answered before they left a report; the rest is skipped. Nothing without an answer.

        Evidence that came before any figure waits for the figures.
        """
        kept, paused = run_as_kept(self.c, run), run.status == "paused"
        if not tells(kept.header, journal.values(journal.standing(kept.journal))):
            return []
        outcome = Outcome()
        while outcome.status == "active":
            state = self._state(run)
            outcome = respond(replace(state, run=state.run and replace(state.run, focus=None)), Command("skip"))
            self._save(run, outcome)
            run = runs.run_of(self.c, run.id)
        said = self._say(Tell(text("left.kept")))
        if not paused:
            return [*said, *self._ended(run, outcome)]
        granted = granting.finish(self.scene, run.id, outcome.result)
        granted.go = None  # they are at something else
        return [*said, *self.grant(granted)]

    # Runs

    def _state(self, run: runs.Run | None) -> State:
        others = runs.runs_of(self.c, self.person.id, "paused", "cancelled")
        return State(
            self.language,
            self.scene.today,
            people.organisation_of(self.c, self.person.organisation_id).place,
            run_as_kept(self.c, run) if run else None,
            tuple(self._paused(other) for other in others if other.status == "paused"),
            tuple(other.id for other in others if other.status == "cancelled"),
            self.scene.zone,
        )

    def _paused(self, run: runs.Run) -> Paused:
        kept = run_as_kept(self.c, run)
        answers = journal.standing(kept.journal)
        named = answers.get("post")
        return Paused(run.id, run.interview, named.value if named else getattr(kept.header, "post", None), len(answers))

    def _save(self, run: runs.Run, outcome: Outcome) -> None:
        entries = [entry_to_keep(entry, self.scene.now, self.message_id) for entry in outcome.entries]
        runs.append(self.c, run.id, entries)
        focus = codec(Focus).dump_python(outcome.focus, mode="json") if outcome.focus else None
        self._save_run(run, outcome.status, focus=focus)
        for reply in outcome.replies:
            if isinstance(reply, Present) and run.interview == "post":
                self._keep(run, reply)

    def _save_run(
        self, run: runs.Run, status: RunStatus, *, parked: bool = False, focus: Mapping[str, Any] | None = None
    ) -> None:
        runs.save_run(
            self.c, run.id, status=status, parked=parked, focus=focus, revision_before=run.revision, now=self.scene.now
        )

    def _keep(self, run: runs.Run, present: Present) -> None:
        audit = codec(tuple[Finding, ...]).dump_python(present.findings, mode="json")
        content = plan_to_json(present.plan)
        now = self.scene.now
        id = plans.keep_draft(self.c, run.id, self.person.id, content=content, audit=audit, now=now)
        if kept := plans.plan(self.c, id):
            meant.note(self.c, kept, now)

    def _go(self, go: Begin | int) -> list[Payload]:
        """Begin an interview, or go on with a run."""
        if isinstance(go, int):
            return self._resume(go)
        known = runs.run_about(self.c, self.person.id, go.interview, go.subject) if go.subject else None
        if known is None:
            return self._begin(go)
        if not runs.entries(self.c, known.id):
            runs.renew(self.c, known.id, _header(go))
        return self._resume(known.id)

    def _begin(self, begin: Begin) -> list[Payload]:
        newcomer = begin.interview == "post" and not runs.statuses_of(self.c, self.person.id)
        run = runs.start_run(
            self.c,
            self.person.id,
            begin.interview,
            version=VERSIONS[begin.interview],
            header=_header(begin),
            now=self.scene.now,
            subject=begin.subject,
            interrupts=begin.interview != "post",
        )
        greeting: list[Reply] = []
        if begin.interview == "post":
            greeting = [Tell(text("greeting", name=self.person.name) if newcomer else text("begun"))]
        if begin.said:
            return [*self._say(*greeting), *self._apply(run, respond(self._state(run), Said(begin.said)))]
        return [*self._say(*greeting), *self._reopen(run)]

    def _resume(self, run_id: int) -> list[Payload]:
        paused = runs.run_of(self.c, run_id)
        if paused.person_id != self.person.id:
            return self._say(Refuse(text("revise.gone")))
        self._renew(paused)
        active = runs.active_run(self.c, self.person.id)
        if active and active.id != run_id:
            self._save_run(active, "paused", parked=active.parked)
        if active is None or active.id != run_id:
            self._save_run(paused, "active", parked=paused.parked)
        resumed = runs.run_of(self.c, run_id)
        said = [Tell(text("resumed"))] if resumed.interview == "post" else []
        return [*self._say(*said), *self._reopen(resumed)]

    def _renew(self, run: runs.Run) -> runs.Run:
        """The run by what is known now: days that were proposed pass, and figures come in while a question stands."""
        again = granting.again(self.scene, run)
        if again is None:
            return run
        runs.renew(self.c, run.id, _header(again))
        return runs.run_of(self.c, run.id)

    def _question(self, run: runs.Run | None) -> Sequence[Reply]:
        """The standing question, by what is known now."""
        return show(self._state(self._renew(run) if run else None)).replies

    def _reopen(self, run: runs.Run) -> list[Payload]:
        outcome = reopen(self._state(run))
        said = payloads(outcome.replies, words(self.language))
        if outcome.status != "done":
            return said
        self._save(run, outcome)
        return [*said, *self._ended(run, outcome)]

    def _park(self, run: runs.Run | None) -> list[Payload]:
        """Leave the journal as it was and say so; the next act tries again."""
        _log.exception("interview.parked", run=run.id if run else None)
        if run:
            self._save_run(run, run.status, parked=True, focus=run.focus)
        said = self._say(Tell(text("parked")))
        with suppress(Exception):  # the question comes again, unless it is the one at fault
            return [*said, *self._reopen(run)] if run else said
        return said

    # What others did

    def safely_told(self, notice: Notice) -> list[Payload]:
        """What this person is told; an interview of theirs at fault must not undo what the other did."""
        try:
            with self.c.begin_nested():
                return self.told(notice)
        except DBAPIError:
            raise
        except Exception:  # noqa: BLE001 - as in `to`
            _log.exception("interview.not_begun", person=self.person.id)
            return self._say(*_offering(notice))

    def told(self, notice: Notice) -> list[Payload]:
        """What this person is told of what another did; they go on with it where they have nothing else under way."""
        active, go = runs.active_run(self.c, self.person.id), notice.go
        under_way = active and isinstance(go, Begin) and go.subject is not None and go.subject == active.subject
        if go is None or (active and not under_way):
            return self._say(*_offering(notice))
        return [*self._say(*notice.replies), *self._go(go)]

    def _say(self, *replies: Reply) -> list[Payload]:
        return payloads(replies, words(self.language))


def _header(begin: Begin) -> Mapping[str, Any]:
    kept: Mapping[str, Any] = codec(HEADERS[begin.interview]).dump_python(begin.header, mode="json")
    return kept


def _takes_files(run: runs.Run | None) -> bool:
    """Whether a file is evidence for what stands open."""
    return run is not None and run.interview in TAKING_FILES


def notify(scene: Scene, notice: Notice, default: str) -> None:
    """Tell a person of what was done in a scene, in their language, wherever they are reached: not once they left."""
    if not people.contacts_of(scene.c, notice.person_id) or leaving.is_deactivated(scene.c, notice.person_id):
        return  # nobody begins an interview who cannot be asked
    other = people.person_of(scene.c, notice.person_id, lock=notice.go is not None)
    theirs = Scene(scene.c, other, people.roles_of(scene.c, other.id), scene.now, scene.link)
    _send(theirs, Answering(theirs, other.language or default, default).safely_told(notice))


def finish(scene: Scene, run: runs.Run, default: str) -> None:
    """Take what the person of a scene answered before they left an interview, and tell them."""
    _send(scene, Answering(scene, scene.person.language or default, default).finish(run))


def finish_reports(scene: Scene, person_id: int, default: str) -> None:
    """Have figures count that somebody gave before they left an interview for good, as those of anybody do."""
    other = people.person_of(scene.c, person_id, lock=True)
    theirs = Scene(scene.c, other, people.roles_of(scene.c, person_id), scene.now, scene.link)
    open_ = runs.runs_of(scene.c, person_id, "active", "paused")
    for id in [run.id for run in open_ if run.interview == "report"]:
        try:
            with scene.c.begin_nested():
                finish(theirs, runs.run_of(scene.c, id), default)
        except DBAPIError:
            raise
        except Exception:  # noqa: BLE001 - as in `to`: an interview at fault keeps nobody from being let go
            _log.exception("interview.not_finished", run=id)


def _send(scene: Scene, said: Sequence[Payload]) -> None:
    """Send what did not come of the person's own act; others act by other clocks, so it may come without a sound."""
    for channel, address in people.contacts_of(scene.c, scene.person.id):
        mail.put(scene.c, channel, address, said, scene.now, silent=not scene.awake)


def _offering(notice: Notice) -> Sequence[Reply]:
    """What is told, the last of it with the buttons."""
    *before, last = notice.replies
    if notice.offer and isinstance(last, Tell):
        last = replace(last, choices=(*last.choices, *notice.offer))
    return (*before, last)
