"""Who in HR looked at whose data: rows are added, never changed."""

from collections.abc import Iterable
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


def note(c: Connection, reader_id: int, ids: Iterable[int], what: str, now: datetime) -> None:
    """Note that somebody looked at the data of others, each by their id."""
    look = {"reader_id": reader_id, "what": what, "at": now}
    looks = [look | {"person_id": id} for id in sorted(set(ids) - {reader_id})]
    if looks:
        c.execute(insert(access), looks)


def of_person(c: Connection, person_id: int, newest: int | None = None) -> tuple[Access, ...]:
    """Who looked at a person's data, the last one first; perhaps the newest looks only."""
    columns = (access.c.reader_id, access.c.person_id, access.c.what, access.c.at)
    query = select(*columns).where(access.c.person_id == person_id).order_by(access.c.id.desc())
    return tuple(Access(*row) for row in c.execute(query.limit(newest)))
