"""Corrective notes: what is done about a missed basic standard, by whom and by when, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, update

from storage.reports import Due
from storage.tables import Outcome, corrective_note, insert_new, person, plan


@dataclass(frozen=True, slots=True)
class CorrectiveNote:
    """A note about an indicator and holder; `what`, `who` and `by` are None until it is written.

    `asked_for` is the day for which the manager was asked last what came of it, `put_off` how often it got another day.
    """

    id: int
    due_id: int
    plan_id: int
    indicator_id: int
    person_id: int
    opened_at: datetime
    reminders: int
    what: str | None
    who: str | None
    by: date | None
    put_off: int
    asked_for: date | None
    outcome: Outcome | None
    reason: str | None
    written_at: datetime | None
    manager_id: int

    @property
    def written(self) -> bool:
        """Whether it says what is done."""
        return self.what is not None


def open_for(c: Connection, missed: Due, now: datetime) -> CorrectiveNote | None:
    """Open a note for a missed standard; None where one is open of the same indicator and holder, or was for this."""
    of = {"plan_id": missed.plan_id, "indicator_id": missed.indicator_id, "person_id": missed.person_id}
    if not insert_new(c, corrective_note, due_id=missed.id, **of, opened_at=now):
        return None
    return _found(c, corrective_note.c.due_id == missed.id)[0]


def open_about(c: Connection, missed: Due) -> CorrectiveNote | None:
    """The open note of the indicator and holder that something is due of, whatever it was opened for."""
    notes = open_of_plan(c, missed.plan_id)
    of = (missed.indicator_id, missed.person_id)
    return next((one for one in notes if (one.indicator_id, one.person_id) == of), None)


def note(c: Connection, note_id: int) -> CorrectiveNote | None:
    """The note of an id."""
    return next(iter(_found(c, corrective_note.c.id == note_id)), None)


def open_of(c: Connection, manager_id: int) -> tuple[CorrectiveNote, ...]:
    """The open notes about a manager's posts, the oldest first."""
    return _found(c, _open & (plan.c.person_id == manager_id))


def open_of_plan(c: Connection, plan_id: int) -> tuple[CorrectiveNote, ...]:
    """The open notes about a post."""
    return _found(c, _open & (corrective_note.c.plan_id == plan_id))


def unwritten(c: Connection, organisation_id: int, most: int) -> tuple[CorrectiveNote, ...]:
    """The open notes of an organisation that nobody wrote and that were reminded of less than so often."""
    waits = _open & corrective_note.c.what.is_(None) & (corrective_note.c.reminders < most)
    return _found(c, waits & _in(organisation_id))


def to_follow_up(c: Connection, organisation_id: int, today: date) -> tuple[CorrectiveNote, ...]:
    """The open notes of an organisation whose day has come, and for which the manager was not asked yet."""
    return _found(c, _open & _unasked(today) & _in(organisation_id))


def write(c: Connection, known: CorrectiveNote, by: int, *, what: str, who: str, until: date, now: datetime) -> bool:
    """Write a note, or write it anew; False where it was written, put off or closed meanwhile."""
    values = {"what": what, "who": who, "by": until, "written_by": by, "written_at": now}
    return c.execute(update(corrective_note).where(_unchanged(known)).values(values)).rowcount == 1


def put_off(c: Connection, written: CorrectiveNote, until: date) -> bool:
    """Give a note another day; False where it was closed or got one meanwhile."""
    later = {"by": until, "put_off": corrective_note.c.put_off + 1}
    return c.execute(update(corrective_note).where(_unchanged(written)).values(later)).rowcount == 1


def close(
    c: Connection, known: CorrectiveNote, outcome: Outcome, by: int, now: datetime, *, reason: str | None = None
) -> bool:
    """Close a note with what came of it, and why; False where it was written, put off or closed meanwhile."""
    closed = {"outcome": outcome, "reason": reason, "closed_by": by, "closed_at": now}
    return c.execute(update(corrective_note).where(_unchanged(known)).values(closed)).rowcount == 1


def drop_blank(c: Connection, due_id: int, now: datetime) -> bool:
    """Close a note that nobody wrote, about what was due; False where there is none."""
    blank = _open & (corrective_note.c.due_id == due_id) & corrective_note.c.what.is_(None)
    return c.execute(update(corrective_note).where(blank).values(outcome="dropped", closed_at=now)).rowcount == 1


def drop_of(c: Connection, person_id: int, now: datetime, plan_id: int | None = None) -> None:
    """Close all notes about who holds a post, or any post, no more."""
    theirs = _open & (corrective_note.c.person_id == person_id)
    which = theirs if plan_id is None else theirs & (corrective_note.c.plan_id == plan_id)
    c.execute(update(corrective_note).where(which).values(outcome="dropped", closed_at=now))


def claim(c: Connection, note_id: int, today: date) -> bool:
    """Take it on to ask what came of a note on its day; False where that was done before."""
    this = _open & (corrective_note.c.id == note_id) & _unasked(today)
    return c.execute(update(corrective_note).where(this).values(asked_for=corrective_note.c.by)).rowcount == 1


def reminded(c: Connection, ids: Iterable[int]) -> None:
    """Note that the manager was reminded of notes."""
    once_more = {"reminders": corrective_note.c.reminders + 1}
    c.execute(update(corrective_note).where(corrective_note.c.id.in_(list(ids))).values(once_more))


_open = corrective_note.c.closed_at.is_(None)


def _unasked(today: date) -> ColumnElement[bool]:
    asked_for, by = corrective_note.c.asked_for, corrective_note.c.by
    return (by <= today) & (asked_for.is_(None) | (asked_for != by))


def _unchanged(known: CorrectiveNote) -> ColumnElement[bool]:
    by = corrective_note.c.by
    return _open & (corrective_note.c.id == known.id) & (by.is_(None) if known.by is None else by == known.by)


def _in(organisation_id: int) -> ColumnElement[bool]:
    members = select(person.c.id).where(person.c.organisation_id == organisation_id)
    return corrective_note.c.person_id.in_(members)


def _found(c: Connection, which: ColumnElement[bool]) -> tuple[CorrectiveNote, ...]:
    table = corrective_note.c
    columns = (
        *(table.id, table.due_id, table.plan_id, table.indicator_id, table.person_id, table.opened_at, table.reminders),
        *(table.what, table.who, table.by, table.put_off, table.asked_for, table.outcome, table.reason),
        *(table.written_at, plan.c.person_id),
    )
    query: Select[Any] = select(*columns).join(plan, plan.c.id == table.plan_id)
    return tuple(CorrectiveNote(*row) for row in c.execute(query.where(which).order_by(table.id)))
