"""Plans: the result of a run, version by version, with what was decided about each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Update, delete, func, insert, select, true, update

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
class Ending:
    """A plan whose period ends on a day, and whether its manager was told."""

    plan_id: int
    manager_id: int
    ends_on: date
    told: bool


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


def take_back(c: Connection, plan_id: int) -> bool:
    """Make the submitted version of a plan a draft again; False when nothing of it waits for review."""
    return _turn(c, plan_id, None, "draft", {"submitted_at": None})


def drop_draft(c: Connection, plan_id: int) -> None:
    """Drop the draft of a plan that has versions before it."""
    newest = plan(c, plan_id)
    if newest and newest.status == "draft" and newest.version > 1:
        this = (plan_version.c.plan_id == plan_id) & (plan_version.c.version == newest.version)
        c.execute(delete(plan_version).where(this))


def decide(
    c: Connection,
    plan_id: int,
    submitted_at: datetime,
    *,
    person_id: int,
    verdict: Verdict,
    remarks: Any,
    now: datetime,
) -> int | None:
    """Approve or return what was submitted of a plan at a time; returns its version.

    None when it does not wait any more: another has decided, or it was taken back. Who comes second changes nothing.
    """
    newest = plan(c, plan_id)
    if newest is None or not _turn(c, plan_id, submitted_at, verdict, {}):
        return None
    row = {"plan_id": plan_id, "version": newest.version, "person_id": person_id, "decision": verdict}
    c.execute(insert(decision).values(row | {"remarks": remarks, "at": now}))
    return newest.version


def plan(c: Connection, plan_id: int) -> PlanVersion | None:
    """The newest version of a plan."""
    return _first(c, _newest().where(plan_table.c.id == plan_id))


def plan_of_run(c: Connection, run_id: int) -> PlanVersion | None:
    """The newest version of the plan that came of a run."""
    return _first(c, _newest().where(plan_table.c.run_id == run_id))


def versions(c: Connection, plan_id: int) -> tuple[PlanVersion, ...]:
    """Every version of a plan, the oldest first."""
    query = _versions().where(plan_table.c.id == plan_id).order_by(plan_version.c.version)
    return tuple(PlanVersion(*row) for row in c.execute(query))


def approved(c: Connection, plan_id: int) -> PlanVersion | None:
    """The version of a plan that is in force: the one approved last."""
    return next((one for one in reversed(versions(c, plan_id)) if one.status == "approved"), None)


def approvals(c: Connection, plan_ids: Iterable[int]) -> dict[int, list[tuple[datetime, PlanVersion]]]:
    """The approved versions of plans, plan by plan, the oldest first, each with when it came into force."""
    this = (decision.c.plan_id == plan_version.c.plan_id) & (decision.c.version == plan_version.c.version)
    query = _versions().add_columns(decision.c.at).join(decision, this & (decision.c.decision == "approved"))
    query = query.where(plan_table.c.id.in_(list(plan_ids)), plan_version.c.status == "approved")
    found: dict[int, list[tuple[datetime, PlanVersion]]] = {}
    for *row, at in c.execute(query.order_by(plan_version.c.version)):
        kept = PlanVersion(*row)
        found.setdefault(kept.plan_id, []).append((at, kept))
    return found


def waiting(c: Connection, organisation_id: int, scope: Collection[str] = ()) -> tuple[PlanVersion, ...]:
    """What waits for review in an organisation, or some departments of it, the oldest submission first."""
    query = _versions().join(person, person.c.id == plan_table.c.person_id)
    query = query.where(person.c.organisation_id == organisation_id, plan_version.c.status == "submitted", _in(scope))
    rows = c.execute(query.order_by(plan_version.c.submitted_at, plan_table.c.id))
    return tuple(PlanVersion(*row) for row in rows)


def submitted_in(
    c: Connection, organisation_id: int, limit: int, scope: Collection[str] = ()
) -> tuple[PlanVersion, ...]:
    """The newest version that was submitted of each plan, in an organisation or some departments of it.

    The one begun last comes first.
    """
    query = _newest(drafts=False)
    query = query.join(person, person.c.id == plan_table.c.person_id)
    query = query.where(person.c.organisation_id == organisation_id, _in(scope)).limit(limit)
    return tuple(PlanVersion(*row) for row in c.execute(query))


def in_force(c: Connection, organisation_id: int, scope: Collection[str] = ()) -> tuple[int, ...]:
    """The ids of the plans in force in an organisation or some departments of it, the one approved last first."""
    query = select(plan_table.c.id).join(plan_version).join(person, person.c.id == plan_table.c.person_id)
    query = query.where(person.c.organisation_id == organisation_id, plan_version.c.status == "approved", _in(scope))
    newest = func.max(plan_version.c.created)
    return tuple(c.execute(query.group_by(plan_table.c.id).order_by(newest.desc(), plan_table.c.id.desc())).scalars())


def keep_end(c: Connection, plan_id: int, ends_on: date | None) -> None:
    """Keep when the period of a plan ends."""
    table = plan_table.c
    c.execute(
        update(plan_table).where(table.id == plan_id, table.ends_on.is_distinct_from(ends_on)).values(ends_on=ends_on)
    )


def ending(c: Connection, organisation_id: int, first: date, last: date) -> tuple[Ending, ...]:
    """The plans of an organisation that end between two days, by their managers."""
    table = plan_table.c
    query = select(table.id, table.person_id, table.ends_on, table.end_told == table.ends_on)
    query = query.join(person, person.c.id == table.person_id)
    query = query.where(person.c.organisation_id == organisation_id, table.ends_on.between(first, last))
    rows = c.execute(query.order_by(table.person_id, table.ends_on, table.id))
    return tuple(Ending(id, manager, ends_on, bool(told)) for id, manager, ends_on, told in rows)


def handed_over_at(c: Connection, plan_id: int) -> datetime | None:
    """When a plan was handed over to the manager whose it is; None where they made it."""
    found: datetime | None = c.execute(select(plan_table.c.handed_over_at).where(plan_table.c.id == plan_id)).scalar()
    return found


def over(c: Connection, plan_ids: Collection[int], today: date) -> frozenset[int]:
    """Those of some plans whose period ended before a day."""
    ended = plan_table.c.id.in_(list(plan_ids)) & (plan_table.c.ends_on < today)
    return frozenset(c.execute(select(plan_table.c.id).where(ended)).scalars())


def end_told(c: Connection, plan_ids: Iterable[int]) -> None:
    """Note that managers were told of the ends of plans."""
    c.execute(update(plan_table).where(plan_table.c.id.in_(list(plan_ids))).values(end_told=plan_table.c.ends_on))


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


def was_handed_in(kept: PlanVersion) -> bool:
    """Whether a plan, by its newest version, was ever handed in, so that others know of it."""
    return kept.version > 1 or kept.status != "draft"


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


def _turn(c: Connection, plan_id: int, submitted_at: datetime | None, to: PlanStatus, values: dict[str, Any]) -> bool:
    """Turn the version that waits for review into something else, if it still waits."""
    waits = (plan_version.c.plan_id == plan_id) & (plan_version.c.status == "submitted")
    if submitted_at:
        waits &= plan_version.c.submitted_at == submitted_at
    return c.execute(update(plan_version).where(waits).values(status=to, **values)).rowcount == 1


def _versions() -> Select[Any]:
    of_version = [column for column in plan_version.c if column.name != "plan_id"]
    query = select(plan_table.c.id, plan_table.c.run_id, plan_table.c.person_id, *of_version)
    return query.join_from(plan_table, plan_version)


def _in(scope: Collection[str]) -> ColumnElement[bool]:
    """Versions of plans in some departments; all of them where none is named."""
    return plan_version.c.content["department"].as_string().in_(list(scope)) if scope else true()


def _newest(*, drafts: bool = True) -> Select[Any]:
    other = plan_version.alias("other")
    newest = select(func.max(other.c.version)).where(other.c.plan_id == plan_table.c.id)
    if not drafts:
        newest = newest.where(other.c.status != "draft")
    query = _versions().where(plan_version.c.version == newest.scalar_subquery())
    return query.order_by(plan_version.c.created.desc(), plan_table.c.id.desc())


def _first(c: Connection, query: Select[Any]) -> PlanVersion | None:
    row = c.execute(query.limit(1)).one_or_none()
    return PlanVersion(*row) if row else None
