"""People who hold and lead nothing any more, and those who were deactivated altogether."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from storage import corrective_notes, departments, reports
from storage.tables import (
    absence,
    contact,
    deactivation,
    holder,
    insert_new,
    invitation,
    outbox,
    role,
    run,
)


def leave_posts(c: Connection, person_id: int, now: datetime) -> None:
    """Have a person hold no post any more; figures that nobody but they could still give are not due any more."""
    c.execute(update(holder).where(holder.c.person_id == person_id, holder.c.until.is_(None)).values(until=now))
    corrective_notes.drop_of(c, person_id, now)
    reports.drop_open(c, person_id, now)


def leave_all(c: Connection, person_id: int, now: datetime) -> None:
    """Have a person hold and lead nothing any more; what they were to judge is the manager's to judge."""
    leave_posts(c, person_id, now)
    departments.lead_nothing(c, person_id)
    reports.leave_to_manager(c, person_id, now)


def deactivate(c: Connection, person_id: int, by_id: int | None, now: datetime) -> bool:
    """End what a person may do, is told and asked, at once; what they did stays. False where that was done before.

    The invitations that they made and nobody followed open nothing any more.
    """
    if not insert_new(c, deactivation, person_id=person_id, by_id=by_id, at=now):
        return False
    c.execute(delete(role).where(role.c.person_id == person_id))
    c.execute(delete(absence).where(absence.c.person_id == person_id))
    end_interviews(c, person_id)
    unused = (invitation.c.inviter_id == person_id) & invitation.c.used_at.is_(None)
    c.execute(update(invitation).where(unused, invitation.c.taken_back_at.is_(None)).values(taken_back_at=now))
    leave_all(c, person_id, now)
    drop_waiting(c, person_id)
    return True


def end_interviews(c: Connection, person_id: int, names: Collection[str] = ()) -> None:
    """Have the interviews of a person end that are under way, all or those of some names; what was said stays."""
    open_ = (run.c.person_id == person_id) & run.c.status.in_(("active", "paused"))
    which = open_ & run.c.interview.in_(names) if names else open_
    c.execute(update(run).where(which).values(status="cancelled", focus=None, revision=run.c.revision + 1))


def reactivate(c: Connection, person_id: int) -> bool:
    """Let a person in again, with no roles yet; False where they had not left."""
    return c.execute(delete(deactivation).where(deactivation.c.person_id == person_id)).rowcount == 1


def is_deactivated(c: Connection, person_id: int) -> bool:
    """Whether a person left."""
    return c.execute(select(deactivation.c.at).where(deactivation.c.person_id == person_id)).first() is not None


def deactivated(c: Connection, ids: Iterable[int]) -> frozenset[int]:
    """Those of some people who left."""
    query = select(deactivation.c.person_id).where(deactivation.c.person_id.in_(list(ids)))
    return frozenset(c.execute(query).scalars())


def drop_waiting(c: Connection, person_id: int) -> None:
    """Send a person nothing of what still waits to be sent."""
    query = select(contact.c.channel, contact.c.address).where(contact.c.person_id == person_id)
    for channel, address in c.execute(query).all():
        here = (outbox.c.channel == channel) & (outbox.c.address == address)
        c.execute(delete(outbox).where(here, outbox.c.sent_at.is_(None), outbox.c.dead_at.is_(None)))
