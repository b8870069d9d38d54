"""Plans that nobody owns: whoever made them is no manager any more, and nobody took them over; and who was told."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from storage import plans
from storage.plans import PlanVersion
from storage.tables import person, plan, role, unowned_notice


def owners(c: Connection, organisation_id: int) -> tuple[int, ...]:
    """The ids of those who have plans in an organisation and are no managers any more: erased, gone, in other roles."""
    managers = select(role.c.person_id).where(role.c.role == "manager")
    query = select(plan.c.person_id).join(person, person.c.id == plan.c.person_id).distinct()
    query = query.where(person.c.organisation_id == organisation_id, plan.c.person_id.not_in(managers))
    return tuple(c.execute(query.order_by(plan.c.person_id)).scalars())


def plans_in(c: Connection, organisation_id: int) -> tuple[PlanVersion, ...]:
    """The newest version of each plan that nobody owns and that was handed in at least once, the oldest plan first."""
    found = [one for owner in owners(c, organisation_id) for one in plans.plans_of(c, owner)]
    return tuple(sorted((one for one in found if plans.was_handed_in(one)), key=lambda one: one.plan_id))


def told(c: Connection, person_id: int) -> tuple[datetime, frozenset[int]] | None:
    """When somebody of HR was told last, and of which plans."""
    row = c.execute(select(unowned_notice.c.at, unowned_notice.c.told).where(unowned_notice.c.person_id == person_id))
    found = row.one_or_none()
    return (found.at, frozenset(found.told)) if found else None


def note_told(c: Connection, person_id: int, plan_ids: Collection[int], now: datetime) -> None:
    """Note of which plans somebody of HR was told now."""
    c.execute(delete(unowned_notice).where(unowned_notice.c.person_id == person_id))
    c.execute(insert(unowned_notice).values(person_id=person_id, at=now, told=sorted(plan_ids)))
