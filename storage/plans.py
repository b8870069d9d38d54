"""Plans: the result of a run, version by version, with what was decided about each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Update, func, insert, select, update

from storage.tables import PlanStatus, Verdict, decision, insert_new, person, plan_version
from storage.tables import plan as plan_table


class NoDraft(Exception):
    """The plan has no draft that could be submitted."""


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a plan: `content` as storage.values writes it, `audit` as JSON."""

    plan_id: int
    run_id: int
    person_id: int
    version: int
    status: PlanStatus
    content: Mapping[str, Any]
    audit: Any
    created: datetime
    submitted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a version of a plan; `remarks` is JSON."""

    plan_id: int
    version: int
    person_id: int
    decision: Verdict
    remarks: Any
    at: datetime


def keep_draft(
    c: Connection, run_id: int, person_id: int, *, content: Mapping[str, Any], audit: Any, now: datetime
) -> int:
    """Keep the plan of a run as a draft; returns the plan's id.

    A draft is replaced; a version that was submitted stays as it is, and the draft becomes the next version.
    """
    plan_id = _plan_of(c, run_id, person_id, now)
    newest = plan(c, plan_id)
    if newest and newest.status == "draft":
        c.execute(_version(plan_id, newest.version).values(content=content, audit=audit))
    else:
        number = newest.version + 1 if newest else 1
        row = {"plan_id": plan_id, "version": number, "status": "draft"}
        c.execute(insert(plan_version).values(row | {"content": content, "audit": audit, "created": now}))
    return plan_id


def submit(c: Connection, plan_id: int, now: datetime) -> int:
    """Submit the draft of a plan for review; returns its version. Raises NoDraft."""
    newest = plan(c, plan_id)
    if newest is None or newest.status != "draft":
        raise NoDraft(f"plan {plan_id} has no draft")
    c.execute(_version(plan_id, newest.version).values(status="submitted", submitted_at=now))
    return newest.version


def plan(c: Connection, plan_id: int) -> PlanVersion | None:
    """The newest version of a plan."""
    return _first(c, _newest().where(plan_table.c.id == plan_id))


def latest(c: Connection, *, organisation_id: int | None = None, person_id: int | None = None) -> PlanVersion | None:
    """The plan whose newest version was begun last: of all, of an organisation or of a person."""
    query = _newest()
    if organisation_id is not None:
        query = query.join(person, person.c.id == plan_table.c.person_id)
        query = query.where(person.c.organisation_id == organisation_id)
    if person_id is not None:
        query = query.where(plan_table.c.person_id == person_id)
    return _first(c, query)


def plans_of(c: Connection, person_id: int) -> tuple[PlanVersion, ...]:
    """The newest version of each plan of a person, the one begun last first."""
    return tuple(PlanVersion(*row) for row in c.execute(_newest().where(plan_table.c.person_id == person_id)))


def decisions(c: Connection, plan_id: int) -> tuple[Decision, ...]:
    """What was decided about all versions of a plan, in order."""
    columns = (column for column in decision.c if column.name != "id")
    rows = c.execute(select(*columns).where(decision.c.plan_id == plan_id).order_by(decision.c.id))
    return tuple(Decision(*row) for row in rows)


def _plan_of(c: Connection, run_id: int, person_id: int, now: datetime) -> int:
    insert_new(c, plan_table, run_id=run_id, person_id=person_id, created=now)
    found: int = c.execute(select(plan_table.c.id).where(plan_table.c.run_id == run_id)).scalar_one()
    return found


def _version(plan_id: int, version: int) -> Update:
    return update(plan_version).where(plan_version.c.plan_id == plan_id, plan_version.c.version == version)


def _newest() -> Select[Any]:
    other = plan_version.alias("other")
    newest = select(func.max(other.c.version)).where(other.c.plan_id == plan_table.c.id).scalar_subquery()
    of_version = [column for column in plan_version.c if column.name != "plan_id"]
    query = select(plan_table.c.id, plan_table.c.run_id, plan_table.c.person_id, *of_version)
    query = query.join_from(plan_table, plan_version).where(plan_version.c.version == newest)
    return query.order_by(plan_version.c.created.desc(), plan_table.c.id.desc())


def _first(c: Connection, query: Select[Any]) -> PlanVersion | None:
    row = c.execute(query.limit(1)).one_or_none()
    return PlanVersion(*row) if row else None
