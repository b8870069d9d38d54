"""Posts that pass on to who leads their department now, with all that goes with them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, update

from storage import named, people, plans, renaming, reports, runs
from storage.named import Named
from storage.people import Person
from storage.plans import PlanVersion
from storage.tables import plan


def pass_on(c: Connection, former_id: int, department: str, heir: Person, now: datetime) -> tuple[PlanVersion, ...]:
    """Have the plans of a person in a department be another's; returns them.

    Their interviews go along, and whatever the person was to judge or receive of them as their manager.
    """
    passing = tuple(one for one in plans.plans_of(c, former_id) if department_of(c, one) == department)
    hand_over(c, former_id, passing, heir, now)
    return passing


def hand_over(c: Connection, former_id: int, passing: Iterable[PlanVersion], heir: Person, now: datetime) -> None:
    """Have some plans of a person be another's, with their interviews and what the person was to judge of them."""
    passing = tuple(passing)
    ids = [one.plan_id for one in passing]
    c.execute(update(plan).where(plan.c.id.in_(ids)).values(person_id=heir.id, handed_over_at=now))
    runs.pass_on(c, [one.run_id for one in passing], heir.id)
    reports.leave_to_manager(c, former_id, now, ids)
    renaming.succeed(c, ids, people.person_of(c, former_id).name, heir.name)
    for one in named.of_person(c, former_id, ids):
        renaming.succeed(c, [one.plan_id], one.name, heir.name)
        _mean(c, one, heir, now)


def lead_again(c: Connection, person_id: int, now: datetime) -> None:
    """Have a person who is a manager again have all the days to confirm what was reported meanwhile."""
    c.execute(update(plan).where(plan.c.person_id == person_id).values(handed_over_at=now))


def _mean(c: Connection, before: Named, heir: Person, now: datetime) -> None:
    """Have a plan that named who led it mean another, by their own name."""
    named.note(c, before.plan_id, heir.name, before.since)
    named.mean(c, before.plan_id, heir.name, heir.id, now=now)


def department_of(c: Connection, kept: PlanVersion) -> str:
    """The department of a post: that of the version in force, for no draft moves a post elsewhere."""
    return str((plans.approved(c, kept.plan_id) or kept).content["department"])
