"""The outbox: what is to be sent, kept with the answer that caused it until it has been sent.

Each address gets its parcels one after the other: only the first that waits can be leased.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, insert, or_, select, update

from storage.tables import outbox


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something for an address; `attempts` says how often it was leased, `error` what went wrong last."""

    id: int
    channel: str
    address: str
    payload: Mapping[str, Any]
    attempts: int
    error: str | None
    dead_at: datetime | None


_PARCEL = (
    outbox.c.id,
    outbox.c.channel,
    outbox.c.address,
    outbox.c.payload,
    outbox.c.attempts,
    outbox.c.error,
    outbox.c.dead_at,
)


def put(c: Connection, channel: str, address: str, payloads: Iterable[Mapping[str, Any]], now: datetime) -> None:
    """Add parcels for an address, to be sent in this order."""
    rows = [
        {"channel": channel, "address": address, "payload": payload, "at": now, "attempts": 0} for payload in payloads
    ]
    if rows:
        c.execute(insert(outbox), rows)


def lease(c: Connection, channel: str, now: datetime, seconds: float, limit: int) -> tuple[Parcel, ...]:
    """Take up to `limit` parcels to send, one an address: whoever leases one reports within `seconds`.

    A parcel whose time has not come, or that another has leased, holds back those behind it.
    """
    free = and_(
        or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now),
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
    )
    query = select(outbox.c.id).where(outbox.c.channel == channel, _waiting(outbox), _first(), free)
    ids = c.execute(query.order_by(outbox.c.id).limit(limit).with_for_update(skip_locked=True)).scalars().all()
    leased = update(outbox).where(outbox.c.id.in_(ids))
    until = {"lease_until": now + timedelta(seconds=seconds), "attempts": outbox.c.attempts + 1}
    rows = c.execute(leased.values(until).returning(*_PARCEL)).all() if ids else []
    return tuple(sorted((Parcel(*row) for row in rows), key=lambda parcel: parcel.id))


def sent(c: Connection, parcel_id: int, now: datetime) -> None:
    """Note that a parcel was sent; the next one for its address may go."""
    _note(c, parcel_id, sent_at=now, error=None)


def retry(c: Connection, parcel_id: int, not_before: datetime, error: str) -> None:
    """Give a parcel back, to be sent no sooner than `not_before`."""
    _note(c, parcel_id, not_before=not_before, error=error)


def bury(c: Connection, parcel_id: int, now: datetime, error: str) -> None:
    """Give a parcel up for good; the next one for its address may go."""
    _note(c, parcel_id, dead_at=now, error=error)


def pending(c: Connection, channel: str, address: str) -> tuple[Parcel, ...]:
    """What waits to be sent to an address, in order."""
    here = and_(outbox.c.channel == channel, outbox.c.address == address)
    return _parcels(c, and_(here, _waiting(outbox)))


def stuck(c: Connection, now: datetime) -> tuple[Parcel, ...]:
    """What does not get through: buried, or leased by somebody who never reported."""
    return _parcels(c, or_(outbox.c.dead_at.is_not(None), and_(_waiting(outbox), outbox.c.lease_until <= now)))


def _waiting(table: FromClause) -> ColumnElement[bool]:
    return and_(table.c.sent_at.is_(None), table.c.dead_at.is_(None))


def _first() -> ColumnElement[bool]:
    before = outbox.alias("before")
    same = and_(before.c.channel == outbox.c.channel, before.c.address == outbox.c.address)
    return ~exists().where(same, before.c.id < outbox.c.id, _waiting(before))


def _note(c: Connection, parcel_id: int, **values: Any) -> None:
    c.execute(update(outbox).where(outbox.c.id == parcel_id).values(lease_until=None, **values))


def _parcels(c: Connection, which: ColumnElement[bool]) -> tuple[Parcel, ...]:
    return tuple(Parcel(*row) for row in c.execute(select(*_PARCEL).where(which).order_by(outbox.c.id)))
