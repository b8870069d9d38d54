"""Whom plans name, and who is meant: rights come with the person, never with what somebody is called."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from storage.renaming import mentions
from storage.tables import deactivation, entry, insert_new, named, person, plan, run


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a plan gives; `since` it may have done so. `person_id` is None while nobody knows who is meant."""

    id: int
    plan_id: int
    name: str
    since: datetime
    person_id: int | None


def note(c: Connection, plan_id: int, name: str, since: datetime) -> None:
    """Note that a plan names somebody, unless it did before."""
    insert_new(c, named, plan_id=plan_id, name=name, since=since)


def named_since(c: Connection, run_id: int, name: str) -> datetime:
    """The earliest moment at which an interview may have named somebody: its first answer that holds the name."""
    said = select(func.min(entry.c.at)).where(entry.c.run_id == run_id, mentions(entry.c.value, name))
    began = select(run.c.created).where(run.c.id == run_id)
    moment: datetime = c.execute(said).scalar_one() or c.execute(began).scalar_one()
    return moment


def mean(c: Connection, plan_id: int, name: str, person_id: int, *, now: datetime, by: int | None = None) -> None:
    """Keep who is meant by a name: as somebody said, or as there was only one who could be."""
    this = (named.c.plan_id == plan_id) & (named.c.name == name)
    c.execute(update(named).where(this).values(person_id=person_id, said_by=by, at=now))


def find(c: Connection, named_id: int) -> Named | None:
    """A name by its id."""
    row = c.execute(select(*_COLUMNS).where(named.c.id == named_id)).one_or_none()
    return Named(*row) if row else None


def of_plan(c: Connection, plan_id: int) -> tuple[Named, ...]:
    """All names that a plan ever gave, in the order in which they were noted."""
    rows = c.execute(select(*_COLUMNS).where(named.c.plan_id == plan_id).order_by(named.c.id))
    return tuple(Named(*row) for row in rows)


def unknown(c: Connection, organisation_id: int) -> tuple[Named, ...]:
    """The names in the plans of an organisation of which nobody knows who is meant."""
    query = select(*_COLUMNS).join(plan, plan.c.id == named.c.plan_id).join(person, person.c.id == plan.c.person_id)
    query = query.where(person.c.organisation_id == organisation_id, named.c.person_id.is_(None))
    return tuple(Named(*row) for row in c.execute(query.order_by(named.c.plan_id, named.c.id)))


def meant(c: Connection, plan_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """The ids of those who are meant in plans and did not leave, by the plan and the name."""
    left = select(deactivation.c.person_id)
    query = select(named.c.plan_id, named.c.name, named.c.person_id).where(named.c.person_id.not_in(left))
    rows = c.execute(query.where(named.c.plan_id.in_(list(plan_ids)), named.c.person_id.is_not(None)))
    found: dict[int, dict[str, int]] = {id: {} for id in plan_ids}
    for plan_id, name, person_id in rows:
        found[plan_id][name] = person_id
    return found


def forget(c: Connection, person_id: int) -> None:
    """Have a person be meant by no name any more: what they received and judged is the managers' again."""
    c.execute(update(named).where(named.c.person_id == person_id).values(person_id=None, said_by=None, at=None))


def of_person(c: Connection, person_id: int, plan_ids: Collection[int]) -> tuple[Named, ...]:
    """The names by which some plans mean a person."""
    these = (named.c.person_id == person_id) & named.c.plan_id.in_(list(plan_ids))
    return tuple(Named(*row) for row in c.execute(select(*_COLUMNS).where(these).order_by(named.c.id)))


_COLUMNS = (named.c.id, named.c.plan_id, named.c.name, named.c.since, named.c.person_id)
