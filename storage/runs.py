"""Runs: the interviews of a person, each with the journal of its answers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, func, insert, select, update

from storage.tables import Action, RunStatus, entry, erasure, person, run


class Stale(Exception):
    """The run was changed by another transaction since it was read; read it again."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of an interview.

    `header` is what it was started with, `focus` what stands over its question now (None: nothing),
    `parked` that an exception stopped it, `revision` how often it was saved, `subject` what it is about ("plan/12"),
    `interrupted_id` the run that goes on after it, `remarks` what a reviewer wrote about its answers.
    """

    id: int
    person_id: int
    interview: str
    version: int
    header: Mapping[str, Any]
    status: RunStatus
    parked: bool
    focus: Mapping[str, Any] | None
    created: datetime
    updated: datetime
    revision: int
    subject: str | None
    interrupted_id: int | None
    remarks: Sequence[Mapping[str, Any]] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal: an answer or its withdrawal.

    `value` is JSON, `raw` what the person wrote, `opens` the scopes the answer opened, `language` the one it was in,
    `message_id` the message in the chat that said it.
    """

    key: str
    action: Action
    value: Any
    raw: str | None
    opens: tuple[str, ...]
    language: str | None
    at: datetime
    message_id: str | None = None


def active_run(c: Connection, person_id: int) -> Run | None:
    """The run that a person's answers go to."""
    row = c.execute(select(run).where(run.c.person_id == person_id, run.c.status == "active")).one_or_none()
    return Run(*row) if row else None


def runs_of(c: Connection, person_id: int, *statuses: RunStatus) -> tuple[Run, ...]:
    """The runs of a person, those of some statuses or all, the last changed one first."""
    query = select(run).where(run.c.person_id == person_id).order_by(run.c.updated.desc(), run.c.id.desc())
    if statuses:
        query = query.where(run.c.status.in_(statuses))
    return tuple(Run(*row) for row in c.execute(query))


def untouched(c: Connection, interview: str, before: datetime) -> dict[int, int]:
    """The runs of an interview that are under way, got an answer, and were last changed before a time, by whose."""
    open_ = (run.c.interview == interview) & run.c.status.in_(("active", "paused")) & (run.c.updated < before)
    answered = select(entry.c.id).where(entry.c.run_id == run.c.id, entry.c.value.is_not(None)).exists()
    rows = c.execute(select(run.c.id, run.c.person_id).where(open_, answered).order_by(run.c.id))
    return {row.id: row.person_id for row in rows}


def statuses_of(c: Connection, person_id: int) -> frozenset[RunStatus]:
    """In which statuses a person has runs; none for somebody who never had one."""
    return frozenset(c.execute(select(run.c.status).where(run.c.person_id == person_id).distinct()).scalars())


def run_of(c: Connection, run_id: int) -> Run:
    """The run of an id. Raises SQLAlchemy's NoResultFound."""
    return Run(*c.execute(select(run).where(run.c.id == run_id)).one())


def run_about(c: Connection, person_id: int, interview: str, subject: str) -> Run | None:
    """The run of a person that is about something and not ended yet."""
    query = select(run).where(run.c.person_id == person_id, run.c.interview == interview, run.c.subject == subject)
    row = c.execute(query.where(run.c.status.in_(("active", "paused"))).order_by(run.c.id.desc()).limit(1))
    found = row.one_or_none()
    return Run(*found) if found else None


def others_about(c: Connection, person_id: int, interview: str, subject: str) -> tuple[str, ...]:
    """The names of other people who have a run about the same under way."""
    query = select(person.c.name).join(run).where(run.c.interview == interview, run.c.subject == subject)
    under_way = run.c.status.in_(("active", "paused")) & (run.c.person_id != person_id)
    return tuple(c.execute(query.where(under_way).distinct().order_by(person.c.name)).scalars())


def run_that_took(c: Connection, person_id: int, message_id: str) -> tuple[Run, str] | None:
    """The run that took a message of a person as an answer, and the key of the question it answered."""
    query = select(run, entry.c.key).join(entry).where(run.c.person_id == person_id, entry.c.message_id == message_id)
    row = c.execute(query.order_by(entry.c.id.desc()).limit(1)).one_or_none()
    return (Run(*row[:-1]), row[-1]) if row else None


def pause(c: Connection, person_id: int, now: datetime) -> int | None:
    """Pause the active run of a person; returns its id, None where there was none."""
    active = (run.c.person_id == person_id) & (run.c.status == "active")
    paused = update(run).where(active).values(status="paused", updated=now, revision=run.c.revision + 1)
    return c.execute(paused.returning(run.c.id)).scalar_one_or_none()


def pass_on(c: Connection, run_ids: Iterable[int], person_id: int) -> None:
    """Have runs be another person's, paused where they were under way; those whose answers were erased stay.

    Messages that gave the answers are in the chat of who gave them: none of the other's is taken for one of them.
    """
    erased = select(erasure.c.person_id).where(erasure.c.done_at.is_not(None))
    these = run.c.id.in_(list(run_ids)) & run.c.person_id.not_in(erased)
    c.execute(update(entry).where(entry.c.run_id.in_(select(run.c.id).where(these))).values(message_id=None))
    status = case((run.c.status == "active", "paused"), else_=run.c.status)
    c.execute(update(run).where(these).values(person_id=person_id, status=status, revision=run.c.revision + 1))


def remark(c: Connection, run_id: int, remarks: Sequence[Mapping[str, Any]] | None) -> None:
    """Keep what a reviewer wrote about the answers of a run; None when it was dealt with."""
    c.execute(update(run).where(run.c.id == run_id).values(remarks=remarks))


def start_run(
    c: Connection,
    person_id: int,
    interview: str,
    *,
    version: int,
    header: Mapping[str, Any],
    now: datetime,
    subject: str | None = None,
    interrupts: bool = False,
) -> Run:
    """A new active run; the one that was active before is paused, and goes on after it where it only `interrupts`."""
    paused = pause(c, person_id, now)
    started = insert(run).values(
        person_id=person_id,
        interview=interview,
        version=version,
        header=header,
        status="active",
        parked=False,
        created=now,
        updated=now,
        revision=0,
        subject=subject,
        interrupted_id=paused if interrupts else None,
    )
    return Run(*c.execute(started.returning(run)).one())


def save_run(
    c: Connection,
    run_id: int,
    *,
    status: RunStatus,
    parked: bool,
    focus: Mapping[str, Any] | None,
    revision_before: int,
    now: datetime,
) -> int:
    """Keep where a run stands; returns its new revision.

    Raises Stale when its revision is not `revision_before` any more, and SQLAlchemy's IntegrityError when another run
    of the person is active: pause that one first.
    """
    unchanged = (run.c.id == run_id) & (run.c.revision == revision_before)
    saved = {"status": status, "parked": parked, "focus": focus, "updated": now, "revision": revision_before + 1}
    if c.execute(update(run).where(unchanged).values(saved)).rowcount == 0:
        raise Stale(f"run {run_id} is not at revision {revision_before} any more")
    return revision_before + 1


def renew(c: Connection, run_id: int, header: Mapping[str, Any]) -> None:
    """Have a run be begun with something else, to which the answers that it has apply as well."""
    c.execute(update(run).where(run.c.id == run_id).values(header=header))


def entries(c: Connection, run_id: int) -> tuple[Entry, ...]:
    """The journal of a run, in the order it was written."""
    table = entry.c
    columns = (table.key, table.action, table.value, table.raw, table.opens, table.language, table.at, table.message_id)
    rows = c.execute(select(*columns).where(entry.c.run_id == run_id).order_by(entry.c.seq))
    return tuple(
        Entry(key, action, value, raw, tuple(opens), language, at, message_id)
        for key, action, value, raw, opens, language, at, message_id in rows
    )


def last_answered(c: Connection, run_id: int, *, besides: Collection[str]) -> datetime | None:
    """When a question of a run was answered last, besides those of some keys and those that stand over the run."""
    counts = entry.c.value.is_not(None) & entry.c.key.not_in(besides) & entry.c.key.not_like("control/%")
    query = select(func.max(entry.c.at)).where(entry.c.run_id == run_id, counts)
    found: datetime | None = c.execute(query).scalar_one()
    return found


def append(c: Connection, run_id: int, added: Iterable[Entry]) -> None:
    """Write entries at the end of the journal of a run."""
    last = c.execute(select(func.coalesce(func.max(entry.c.seq), 0)).where(entry.c.run_id == run_id)).scalar_one()
    rows = [
        {
            "run_id": run_id,
            "seq": seq,
            "key": new.key,
            "action": new.action,
            "value": new.value,
            "raw": new.raw,
            "opens": new.opens,
            "language": new.language,
            "at": new.at,
            "message_id": new.message_id,
        }
        for seq, new in enumerate(added, last + 1)
    ]
    if rows:
        c.execute(insert(entry), rows)
