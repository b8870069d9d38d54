"""Runs: the interviews of a person, each with the journal of its answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from storage.tables import Action, RunStatus, entry, run


class Stale(Exception):
    """The run was changed by another transaction since it was read; read it again."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of an interview.

    `header` is what it was started with, `focus` what stands over its question now (None: nothing),
    `parked` that an exception stopped it, `revision` how often it was saved.
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal: an answer or its withdrawal.

    `value` is JSON, `raw` what the person wrote, `opens` the scopes the answer opened, `language` the one it was in.
    """

    key: str
    action: Action
    value: Any
    raw: str | None
    opens: tuple[str, ...]
    language: str | None
    at: datetime


def active_run(c: Connection, person_id: int) -> Run | None:
    """The run that a person's answers go to."""
    row = c.execute(select(run).where(run.c.person_id == person_id, run.c.status == "active")).one_or_none()
    return Run(*row) if row else None


def runs_of(c: Connection, person_id: int) -> tuple[Run, ...]:
    """All runs of a person, the last changed one first."""
    rows = c.execute(select(run).where(run.c.person_id == person_id).order_by(run.c.updated.desc(), run.c.id.desc()))
    return tuple(Run(*row) for row in rows)


def start_run(
    c: Connection, person_id: int, interview: str, *, version: int, header: Mapping[str, Any], now: datetime
) -> Run:
    """A new active run; the one that was active before is paused."""
    other = (run.c.person_id == person_id) & (run.c.status == "active")
    c.execute(update(run).where(other).values(status="paused", updated=now, revision=run.c.revision + 1))
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


def entries(c: Connection, run_id: int) -> tuple[Entry, ...]:
    """The journal of a run, in the order it was written."""
    columns = (entry.c.key, entry.c.action, entry.c.value, entry.c.raw, entry.c.opens, entry.c.language, entry.c.at)
    rows = c.execute(select(*columns).where(entry.c.run_id == run_id).order_by(entry.c.seq))
    return tuple(
        Entry(key, action, value, raw, tuple(opens), language, at)
        for key, action, value, raw, opens, language, at in rows
    )


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
        }
        for seq, new in enumerate(added, last + 1)
    ]
    if rows:
        c.execute(insert(entry), rows)
