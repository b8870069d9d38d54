"""Who in HR looked at whose data: rows are added, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from storage.tables import access


@dataclass(frozen=True, slots=True)
class Access:
    """A look at a person's data; `what` says at which."""

    reader_id: int
    person_id: int
    what: str
    at: datetime


def note(c: Connection, reader_id: int, person_id: int, what: str, now: datetime) -> None:
    """Note that somebody looked at another person's data."""
    if reader_id != person_id:
        c.execute(insert(access).values(reader_id=reader_id, person_id=person_id, what=what, at=now))


def of_person(c: Connection, person_id: int) -> tuple[Access, ...]:
    """Who looked at a person's data, in order."""
    columns = (access.c.reader_id, access.c.person_id, access.c.what, access.c.at)
    rows = c.execute(select(*columns).where(access.c.person_id == person_id).order_by(access.c.id))
    return tuple(Access(*row) for row in rows)
