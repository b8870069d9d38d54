"""What was done with people and invitations, by whom: rows are added, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from storage.tables import audit_event


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Something that was done; `by_id` is None where it was done on the command line."""

    id: int
    action: str
    by_id: int | None
    person_id: int | None
    details: Mapping[str, Any]
    at: datetime


def note(
    c: Connection,
    organisation_id: int,
    action: str,
    *,
    by_id: int | None,
    person_id: int | None = None,
    now: datetime,
    **details: Any,
) -> None:
    """Put on record what was done; the details name nobody, since names may have to be erased."""
    row = {"organisation_id": organisation_id, "action": action, "by_id": by_id, "person_id": person_id, "at": now}
    c.execute(insert(audit_event).values(row | {"details": details}))


def newest(c: Connection, organisation_id: int, most: int) -> tuple[AuditEvent, ...]:
    """What was done last in an organisation, the last thing first."""
    table = audit_event.c
    columns = (table.id, table.action, table.by_id, table.person_id, table.details, table.at)
    query = select(*columns).where(table.organisation_id == organisation_id).order_by(table.id.desc()).limit(most)
    return tuple(AuditEvent(*row) for row in c.execute(query))
