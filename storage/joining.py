"""Two records of one person become one, as where somebody came back with a new phone."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, UniqueConstraint, and_, delete, exists, select, update

from storage import people, runs
from storage.leaving import drop_waiting
from storage.people import Person
from storage.renaming import rename
from storage.tables import contact, corrective_note, due, holder, metadata, person


class Conflict(Exception):
    """Both reported what was due of a plan on a day, or both have an open note about it: neither stands for both."""

    def __init__(self, plan_id: int, day: date) -> None:
        super().__init__(plan_id)
        self.plan_id = plan_id
        self.day = day


def join(c: Connection, kept: Person, other: Person, now: datetime, *, only_new: bool) -> None:
    """Have all that is of the `other` be of the one who is `kept`; the other is no more.

    With `only_new` the addresses of the one who is kept are given up. Raises Conflict, and then has changed nothing.
    """
    _check_notes(c, kept.id, other.id)
    twice = list(_due_twice(c, kept.id, other.id))
    for theirs, ours in twice:
        if theirs.reported_at and ours.reported_at:
            raise Conflict(ours.plan_id, ours.due_on)
    c.execute(delete(due).where(due.c.id.in_([(ours if theirs.reported_at else theirs).id for theirs, ours in twice])))
    if only_new:
        drop_waiting(c, kept.id)
        c.execute(delete(contact).where(contact.c.person_id == kept.id))
    _see_both(c, kept.id, other.id)
    runs.pause(c, other.id, now)
    _hold_on(c, kept.id, other.id)
    for table, column in _referring():
        _drop_doubles(c, table, column, kept.id, other.id)
        c.execute(update(table).where(column == other.id).values({column.name: kept.id}))
    rename(c, kept.organisation_id, other.name, kept.name)
    spoken = {"language": kept.language or other.language, "time_zone": kept.time_zone or other.time_zone}
    c.execute(update(person).where(person.c.id == kept.id).values(spoken))
    c.execute(delete(person).where(person.c.id == other.id))


def _see_both(c: Connection, kept_id: int, other_id: int) -> None:
    """Have the one who is kept see what either saw as HR: all departments, where one of them did."""
    seen = [people.scope_of(c, id) for id in (kept_id, other_id) if "hr" in people.roles_of(c, id)]
    people.set_scope(c, kept_id, frozenset().union(*seen) if all(seen) else ())
    people.set_scope(c, other_id, ())


def _referring() -> Iterator[tuple[Table, Column[Any]]]:
    """The columns of all tables that hold a person's id."""
    for table in metadata.sorted_tables:
        yield from ((table, column) for column in table.c if column.references(person.c.id))


def _due_twice(c: Connection, kept_id: int, other_id: int) -> Iterator[tuple[Any, Any]]:
    """What is due of the same indicator on the same day from both: the other's row and that of the one who is kept."""
    key = (due.c.plan_id, due.c.indicator_id, due.c.due_on)
    columns = (due.c.id, due.c.reported_at, *key)
    ours = {
        (row.plan_id, row.indicator_id, row.due_on): row
        for row in c.execute(select(*columns).where(due.c.person_id == kept_id))
    }
    for theirs in c.execute(select(*columns).where(due.c.person_id == other_id)).all():
        if mine := ours.get((theirs.plan_id, theirs.indicator_id, theirs.due_on)):
            yield theirs, mine


def _check_notes(c: Connection, kept_id: int, other_id: int) -> None:
    """Raise Conflict where both have an open corrective note about the same indicator of a post."""
    mine = corrective_note.alias("mine")
    same = and_(mine.c.plan_id == corrective_note.c.plan_id, mine.c.indicator_id == corrective_note.c.indicator_id)
    open_ = and_(mine.c.closed_at.is_(None), corrective_note.c.closed_at.is_(None))
    whose = and_(mine.c.person_id == kept_id, corrective_note.c.person_id == other_id)
    query = select(corrective_note.c.plan_id, due.c.due_on).join_from(corrective_note, due)
    if found := c.execute(query.join(mine, same).where(open_, whose).limit(1)).first():
        raise Conflict(found.plan_id, found.due_on)


def _hold_on(c: Connection, kept_id: int, other_id: int) -> None:
    """Have the one who is kept hold again what they gave up and the other holds."""
    held = select(holder.c.plan_id).where(holder.c.person_id == other_id, holder.c.until.is_(None))
    c.execute(update(holder).where(holder.c.person_id == kept_id, holder.c.plan_id.in_(held)).values(until=None))


def _drop_doubles(c: Connection, table: Table, column: Column[Any], kept_id: int, other_id: int) -> None:
    """Drop the rows of the other that would be the same, by a key, as one of the person who is kept."""
    unique = (one for one in table.constraints if isinstance(one, UniqueConstraint))
    for key in (table.primary_key, *unique):
        if column.name not in key.columns:
            continue
        mine = table.alias("mine")
        same = [mine.c[one.name] == one for one in key.columns if one is not column]
        twin = exists(select(mine).where(mine.c[column.name] == kept_id, *same))
        c.execute(delete(table).where(column == other_id, twin))
