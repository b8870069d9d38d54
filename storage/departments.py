"""Departments of an organisation, and who leads them."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, select, union, update

from storage.tables import department, holder, insert_new, invitation, person, plan, plan_version


@dataclass(frozen=True, slots=True)
class Department:
    """A department; `leader` is the name of who leads it, None where nobody does yet."""

    id: int
    name: str
    leader: str | None


def departments_of(c: Connection, organisation_id: int) -> tuple[Department, ...]:
    """All departments of an organisation, by name."""
    query = select(department.c.id, department.c.name, person.c.name)
    query = query.join(person, person.c.id == department.c.leader_id, isouter=True)
    rows = c.execute(query.where(department.c.organisation_id == organisation_id).order_by(department.c.name))
    return tuple(Department(*row) for row in rows)


def known(c: Connection, organisation_id: int) -> tuple[str, ...]:
    """The names of all departments of an organisation, those included that only a plan names."""
    made = select(department.c.name).where(department.c.organisation_id == organisation_id)
    planned = select(_department).join_from(plan_version, plan).join(person, person.c.id == plan.c.person_id)
    rows = c.execute(union(made, planned.where(person.c.organisation_id == organisation_id)))
    return tuple(sorted(rows.scalars()))


def of_person(c: Connection, person_id: int) -> frozenset[str]:
    """The departments that a person belongs to: which they lead, have plans in or hold posts of."""
    led = select(department.c.name).where(department.c.leader_id == person_id)
    posts = select(holder.c.plan_id).where(holder.c.person_id == person_id)
    planned = (
        select(_department).join_from(plan_version, plan).where((plan.c.person_id == person_id) | plan.c.id.in_(posts))
    )
    return frozenset(c.execute(union(led, planned)).scalars())


def of_people(c: Connection, people: Select[tuple[int]]) -> dict[int, set[str]]:
    """The departments of those whom a query finds: of posts they ever held, and to which they were invited."""
    held = select(holder.c.person_id, _department).join_from(holder, plan_version, _of_the_same_plan)
    invited = select(invitation.c.used_by, department.c.name).join_from(invitation, department)
    found: dict[int, set[str]] = {}
    either = union(held.where(holder.c.person_id.in_(people)), invited.where(invitation.c.used_by.in_(people)))
    for person_id, name in c.execute(either):
        found.setdefault(person_id, set()).add(name)
    return found


_of_the_same_plan = plan_version.c.plan_id == holder.c.plan_id
_department = plan_version.c.content["department"].as_string()


def find_or_make(c: Connection, organisation_id: int, name: str) -> int:
    """The id of the organisation's department of that name."""
    insert_new(c, department, organisation_id=organisation_id, name=name)
    here = (department.c.organisation_id == organisation_id) & (department.c.name == name)
    found: int = c.execute(select(department.c.id).where(here)).scalar_one()
    return found


def name_of(c: Connection, department_id: int) -> str:
    """What a department is called."""
    name: str = c.execute(select(department.c.name).where(department.c.id == department_id)).scalar_one()
    return name


def lead(c: Connection, department_id: int, person_id: int) -> int | None:
    """Have a person lead a department; returns the id of who did before, None where nobody did.

    Of two who come at once, the second follows the first.
    """
    this = department.c.id == department_id
    before: int | None = c.execute(select(department.c.leader_id).where(this).with_for_update()).scalar_one()
    c.execute(update(department).where(this).values(leader_id=person_id))
    return before


def lead_nothing(c: Connection, person_id: int) -> None:
    """Have nobody lead the departments that a person leads."""
    c.execute(update(department).where(department.c.leader_id == person_id).values(leader_id=None))


def leaders(c: Connection, organisation_id: int) -> tuple[tuple[int, str], ...]:
    """Who leads which department of an organisation: ids of people and names."""
    query = select(department.c.leader_id, department.c.name).where(department.c.leader_id.is_not(None))
    rows = c.execute(query.where(department.c.organisation_id == organisation_id).order_by(department.c.name))
    return tuple((row.leader_id, row.name) for row in rows)


def led_by(c: Connection, person_id: int) -> str | None:
    """The department that a person leads; the first by name where there are several."""
    query = select(department.c.name).where(department.c.leader_id == person_id).order_by(department.c.name)
    return c.execute(query.limit(1)).scalar_one_or_none()
