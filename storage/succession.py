"""Posts that pass on to who leads their department now, with all that goes with them."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from storage import named, people, plans, renaming, reports, runs
from storage.named import Named
from storage.people import Person
from storage.plans import PlanVersion
from storage.tables import erasure, person, plan


def erased(c: Connection, organisation_id: int) -> tuple[int, ...]:
    """The ids of those of an organisation who were erased: their plans are nobody's."""
    query = select(erasure.c.person_id).join(person, person.c.id == erasure.c.person_id)
    query = query.where(person.c.organisation_id == organisation_id, erasure.c.done_at.is_not(None))
    return tuple(c.execute(query.order_by(erasure.c.person_id)).scalars())


def pass_on(c: Connection, former_id: int, department: str, heir: Person, now: datetime) -> tuple[PlanVersion, ...]:
    """Have the plans of a person in a department be another's; returns them.

    Their interviews go along, and whatever the person was to judge or receive of them as their manager.
    """
    passing = tuple(one for one in plans.plans_of(c, former_id) if _department(c, one) == department)
    ids = [one.plan_id for one in passing]
    c.execute(update(plan).where(plan.c.id.in_(ids)).values(person_id=heir.id))
    runs.pass_on(c, [one.run_id for one in passing], heir.id)
    reports.leave_to_manager(c, former_id, now, ids)
    renaming.succeed(c, ids, people.person_of(c, former_id).name, heir.name)
    for one in named.of_person(c, former_id, ids):
        renaming.succeed(c, [one.plan_id], one.name, heir.name)
        _mean(c, one, heir, now)
    return passing


def _mean(c: Connection, before: Named, heir: Person, now: datetime) -> None:
    """Have a plan that named who led it mean another, by their own name."""
    named.note(c, before.plan_id, heir.name, before.since)
    named.mean(c, before.plan_id, heir.name, heir.id, now=now)


def _department(c: Connection, kept: PlanVersion) -> str:
    """The department of a post: that of the version in force, for no draft moves a post elsewhere."""
    return str((plans.approved(c, kept.plan_id) or kept).content["department"])
