"""All that is kept of a person: told to them, and erased when they ask for it."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, false, or_, select, update

from storage import named
from storage.departments import of_person
from storage.leaving import leave_all
from storage.people import names, sees
from storage.renaming import rename
from storage.tables import (
    absence,
    accepted_update,
    access,
    confirmation,
    contact,
    corrective_note,
    decision,
    declined_digest,
    due,
    entry,
    erasure,
    evidence,
    holder_question,
    insert_new,
    invitation,
    metadata,
    outbox,
    person,
    plan,
    plan_version,
    proposal,
    quarantined_update,
    report,
    role,
    run,
    scope,
)


def everything(c: Connection, person_id: int) -> Mapping[str, Any]:
    """All rows that refer to a person or hang on theirs, table by table, as JSON values.

    What others said of their reports and plans is about them too. Who looked and who confirmed is named.
    """
    found = {}
    hanging = _hanging(person_id)
    for table in metadata.sorted_tables:
        which = [column == person_id for column in table.c if column.references(person.c.id)]
        if which or table in hanging:
            found[table.name] = _named(c, table, _rows(c, table, or_(*which, hanging.get(table, false()))))
    return found


def _named(c: Connection, table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the name beside the number of who looked or confirmed; none where silence did."""
    if table not in _DOERS:
        return rows
    number, title = _DOERS[table]
    called = names(c, {row[number] for row in rows if row[number] is not None})
    return [row | {title: called.get(row[number])} for row in rows]


_DOERS = {access: ("reader_id", "reader"), confirmation: ("person_id", "person")}
"""The column that says who did it, and what their name stands under."""


def _hanging(person_id: int) -> dict[Table, ColumnElement[bool]]:
    """The rows that hang on what is a person's: their interviews, plans and reports."""
    runs = select(run.c.id).where(run.c.person_id == person_id)
    plans = select(plan.c.id).where(plan.c.person_id == person_id)
    about = _about(person_id)
    reported = select(report.c.id).where(about)
    return {
        person: person.c.id == person_id,
        entry: entry.c.run_id.in_(runs),
        plan_version: plan_version.c.plan_id.in_(plans),
        decision: decision.c.plan_id.in_(plans),
        report: about,
        evidence: evidence.c.report_id.in_(reported),
        confirmation: confirmation.c.report_id.in_(reported),
    }


def _about(person_id: int) -> ColumnElement[bool]:
    """The reports that a person made, and those that others made of them, such as a judge."""
    made: ColumnElement[bool] = report.c.person_id == person_id
    return made | report.c.due_id.in_(select(due.c.id).where(due.c.person_id == person_id))


def ask(c: Connection, person_id: int, now: datetime) -> bool:
    """Note that a person asks to be erased; False where they asked before."""
    return insert_new(c, erasure, person_id=person_id, asked_at=now)


def withdraw(c: Connection, person_id: int) -> bool:
    """Take back that a person asks to be erased; False where they do not, or are."""
    return c.execute(delete(erasure).where(_waits(person_id))).rowcount == 1


def asked(c: Connection, person_id: int) -> bool:
    """Whether a person asked to be erased and still is not."""
    return c.execute(select(erasure.c.asked_at).where(_waits(person_id))).first() is not None


def waiting(c: Connection, organisation_id: int, scope: Collection[str] = ()) -> dict[int, str]:
    """Who of an organisation asked to be erased and still is not: ids and names, first asked first.

    Only those whom somebody of HR with that scope sees.
    """
    query = select(person.c.id, person.c.name).join(erasure, erasure.c.person_id == person.c.id)
    query = query.where(person.c.organisation_id == organisation_id, erasure.c.done_at.is_(None))
    rows = c.execute(query.order_by(erasure.c.asked_at, person.c.id)).all()
    return {row.id: row.name for row in rows if not scope or sees(scope, of_person(c, row.id))}


def erase(c: Connection, person_id: int, by: int, now: datetime) -> None:
    """Erase who a person is and what they wrote; figures and what was decided stay, of nobody in particular."""
    known = c.execute(select(person.c.organisation_id, person.c.name).where(person.c.id == person_id)).one()
    alias = f"#{person_id}"
    _erase_chats(c, person_id)
    for table in (contact, role, absence, scope, declined_digest):
        c.execute(delete(table).where(_of(table, person_id)))
    _erase_runs(c, person_id)
    named.forget(c, person_id)
    leave_all(c, person_id, now)
    c.execute(update(report).where(_of(report, person_id)).values(note=None))
    c.execute(delete(evidence).where(evidence.c.report_id.in_(select(report.c.id).where(_of(report, person_id)))))
    c.execute(update(confirmation).where(_of(confirmation, person_id)).values(reason=None))
    c.execute(update(holder_question).where(_of(holder_question, person_id)).values(question=_GONE))
    c.execute(update(proposal).where(_of(proposal, person_id)).values(wanted=None, why=_GONE))
    c.execute(update(proposal).where(proposal.c.answered_by == person_id).values(reason=None))
    unanswered = _of(proposal, person_id) & proposal.c.answer.is_(None)
    c.execute(update(proposal).where(unanswered).values(answer="declined", answered_by=by, answered_at=now))
    written = (corrective_note.c.written_by == person_id) & corrective_note.c.what.is_not(None)
    c.execute(update(corrective_note).where(written).values(what=_GONE, who=_GONE))
    c.execute(update(corrective_note).where(corrective_note.c.closed_by == person_id).values(reason=None))
    c.execute(update(holder_question).where(holder_question.c.answered_by == person_id).values(answer=_GONE))
    c.execute(update(person).where(person.c.id == person_id).values(name=alias, language=None, time_zone=None))
    _erase_invitations(c, person_id, known.organisation_id, known.name)
    rename(c, known.organisation_id, known.name, alias)
    c.execute(update(erasure).where(_of(erasure, person_id)).values(done_by=by, done_at=now))


def _erase_invitations(c: Connection, person_id: int, organisation_id: int, name: str) -> None:
    """Erase whom an invitation was for: the one that the person followed, and those that still name them."""
    named = (invitation.c.organisation_id == organisation_id) & (invitation.c.name == name)
    nobody = {"name": None, "language": None, "time_zone": None}
    c.execute(update(invitation).where(named | (invitation.c.used_by == person_id)).values(nobody))


def _erase_chats(c: Connection, person_id: int) -> None:
    """Erase what was sent to a person's addresses and came from them."""
    query = select(contact.c.channel, contact.c.address).where(_of(contact, person_id))
    for channel, address in c.execute(query).all():
        for table in (outbox, accepted_update):
            c.execute(delete(table).where(table.c.channel == channel, table.c.address == address))
        theirs = quarantined_update.c.content.contains(address, autoescape=True)
        c.execute(delete(quarantined_update).where(quarantined_update.c.channel == channel, theirs))


def _erase_runs(c: Connection, person_id: int) -> None:
    """Erase a person's interviews; of those that made a plan only what they were begun with stays."""
    runs = select(run.c.id).where(_of(run, person_id))
    c.execute(delete(entry).where(entry.c.run_id.in_(runs)))
    c.execute(delete(run).where(_of(run, person_id), run.c.id.not_in(select(plan.c.run_id))))
    open_ = _of(run, person_id) & run.c.status.in_(("active", "paused"))
    c.execute(update(run).where(open_).values(status="cancelled"))
    c.execute(update(run).where(_of(run, person_id)).values(focus=None, remarks=None))


_GONE = "—"


def _waits(person_id: int) -> ColumnElement[bool]:
    return _of(erasure, person_id) & erasure.c.done_at.is_(None)


def _of(table: Table, person_id: int) -> ColumnElement[bool]:
    return table.c.person_id == person_id


def _rows(c: Connection, table: Table, which: ColumnElement[bool]) -> list[dict[str, Any]]:
    rows = c.execute(select(table).where(which).order_by(*table.primary_key))
    return [{name: _plain(value) for name, value in row._asdict().items()} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
