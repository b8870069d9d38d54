"""The outbox: what is to be sent, kept with the answer that caused it until it has been sent.

Each address gets its parcels one after the other: only the first that waits can be leased. A parcel that is done
holds nothing any more, neither answers nor the token of an invitation; what was put aside is kept for whoever mends
the cause.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from storage.tables import outbox

UNSURE = 2
"""Attempts that may each have reached the person; there is no third, so that nobody sees a message three times."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something for an address; its `payload` is empty where it is done with, or cannot be read.

    `attempts` says how often it was leased, `unsure` after how many of those nobody knows whether it arrived (the one
    under way counts), `error` what went wrong last, `message_id` what it became in the chat, `keyboard` whether its
    buttons work.
    """

    id: int
    channel: str
    address: str
    payload: Mapping[str, Any]
    attempts: int
    error: str | None
    unsure: int
    message_id: str | None
    keyboard: bool


@dataclass(frozen=True, slots=True)
class Stuck:
    """Parcels of a channel that do not get through: how many, for which reason, since when the oldest."""

    channel: str
    error: str
    parcels: int
    since: datetime


_PARCEL: tuple[Column[Any], ...] = (
    outbox.c.id,
    outbox.c.channel,
    outbox.c.address,
    outbox.c.payload,
    outbox.c.attempts,
    outbox.c.error,
    outbox.c.unsure,
    outbox.c.message_id,
    outbox.c.keyboard,
)
_DONE: dict[str, Any] = {"payload": {}}


def put(
    c: Connection,
    channel: str,
    address: str,
    payloads: Sequence[Mapping[str, Any]],
    now: datetime,
    *,
    keyboards: Collection[int] = (),
) -> None:
    """Add parcels for an address, to be sent in this order; `keyboards` are the places of those whose buttons work."""
    rows = [
        {
            "channel": channel,
            "address": address,
            "payload": payload,
            "at": now,
            "attempts": 0,
            "unsure": 0,
            "keyboard": place in keyboards,
        }
        for place, payload in enumerate(payloads)
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
    until = {
        "lease_until": now + timedelta(seconds=seconds),
        "attempts": outbox.c.attempts + 1,
        "unsure": outbox.c.unsure + 1,
    }
    rows = c.execute(leased.values(until).returning(*_PARCEL)).all() if ids else []
    return tuple(sorted((Parcel(*row) for row in rows), key=lambda parcel: parcel.id))


def extend(c: Connection, parcel_ids: Collection[int], now: datetime, seconds: float) -> None:
    """Have whoever leased parcels report within `seconds` from now."""
    theirs = outbox.c.id.in_(parcel_ids) & outbox.c.lease_until.is_not(None)
    c.execute(update(outbox).where(theirs).values(lease_until=now + timedelta(seconds=seconds)))


def release(c: Connection, channel: str) -> None:
    """Free what was leased on a channel: whoever leased it is gone, as one that starts alone knows."""
    c.execute(update(outbox).where(outbox.c.channel == channel, _waiting(outbox)).values(lease_until=None))


def sent(c: Connection, parcel_id: int, now: datetime, message_id: str | None = None) -> None:
    """Note that a parcel was sent; the next one for its address may go."""
    _note(c, parcel_id, sent_at=now, error=None, message_id=message_id)
    _empty(c, and_(outbox.c.id == parcel_id, ~outbox.c.keyboard))


def retry(c: Connection, parcel_id: int, not_before: datetime, error: str, *, unsure: bool = False) -> None:
    """Give a parcel back, to be sent no sooner than `not_before`; `unsure` where it may have arrived all the same."""
    certain = {} if unsure else {"unsure": outbox.c.unsure - 1}
    _note(c, parcel_id, not_before=not_before, error=error, **certain)


def bury(c: Connection, parcel_id: int, now: datetime, error: str) -> None:
    """Give a parcel up for good; the next one for its address may go."""
    _note(c, parcel_id, dead_at=now, error=error, keyboard=False, **_DONE)


def put_aside(c: Connection, parcel_id: int, now: datetime, error: str) -> None:
    """Keep a copy of a parcel that cannot be sent as it is, given up; something else may `replace` the parcel."""
    same = [outbox.c.channel, outbox.c.address, outbox.c.payload, outbox.c.at, outbox.c.attempts]
    this = and_(outbox.c.id == parcel_id, _waiting(outbox))
    copied = select(*same, literal(now, outbox.c.dead_at.type), literal(error)).where(this)
    c.execute(insert(outbox).from_select([*same, outbox.c.dead_at, outbox.c.error], copied))


def replace(c: Connection, parcel_id: int, payload: Mapping[str, Any]) -> None:
    """Put something else in the place of a parcel, as if it had never been tried."""
    _note(c, parcel_id, payload=payload, unsure=0, attempts=0, keyboard=bool(payload.get("choices")))


def parcel(c: Connection, parcel_id: int) -> Parcel | None:
    """The parcel of an id."""
    found = _parcels(c, outbox.c.id == parcel_id)
    return found[0] if found else None


def keyboards(c: Connection, channel: str, address: str) -> tuple[Parcel, ...]:
    """The parcels for an address whose buttons work, in order."""
    return _parcels(c, and_(outbox.c.channel == channel, outbox.c.address == address, outbox.c.keyboard))


def close(c: Connection, parcel_id: int) -> None:
    """Have the buttons of a parcel work no more; its text is kept until the chat shows that, see `empty`."""
    c.execute(update(outbox).where(outbox.c.id == parcel_id).values(keyboard=False))


def empty(c: Connection, parcel_id: int) -> None:
    """Forget what a parcel held that was sent and whose buttons do not work any more."""
    _empty(c, and_(outbox.c.id == parcel_id, ~outbox.c.keyboard, outbox.c.sent_at.is_not(None)))


def pending(c: Connection, channel: str, address: str) -> tuple[Parcel, ...]:
    """What waits to be sent to an address, in order."""
    here = and_(outbox.c.channel == channel, outbox.c.address == address)
    return _parcels(c, and_(here, _waiting(outbox)))


def waiting(c: Connection, channel: str) -> int:
    """How many parcels wait on a channel."""
    query = select(func.count()).select_from(outbox).where(outbox.c.channel == channel, _waiting(outbox))
    number: int = c.execute(query).scalar_one()
    return number


def backlog(c: Connection, channel: str) -> tuple[int, datetime | None]:
    """How many parcels wait on a channel, and since when the oldest of them does."""
    query = select(func.count(), func.min(outbox.c.at)).where(outbox.c.channel == channel, _waiting(outbox))
    number, oldest = c.execute(query).one()
    return number, oldest


def stuck(c: Connection, now: datetime, minutes: int) -> tuple[Stuck, ...]:
    """What does not get through: given up, or waiting for longer than some minutes; never what it says."""
    late = and_(_waiting(outbox), outbox.c.at < now - timedelta(minutes=minutes))
    reason = func.coalesce(outbox.c.error, "").label("reason")
    query = select(outbox.c.channel, reason, func.count(), func.min(outbox.c.at))
    query = query.where(or_(outbox.c.dead_at.is_not(None), late)).group_by(outbox.c.channel, reason)
    return tuple(Stuck(*row) for row in c.execute(query.order_by(outbox.c.channel, reason)))


def forget(c: Connection, before: datetime) -> int:
    """Forget what was done with before a time and has no buttons that work. Returns how many."""
    done = or_(outbox.c.sent_at < before, outbox.c.dead_at < before)
    return c.execute(delete(outbox).where(done, ~outbox.c.keyboard)).rowcount


def _waiting(table: FromClause) -> ColumnElement[bool]:
    return and_(table.c.sent_at.is_(None), table.c.dead_at.is_(None))


def _first() -> ColumnElement[bool]:
    before = outbox.alias("before")
    same = and_(before.c.channel == outbox.c.channel, before.c.address == outbox.c.address)
    return ~exists().where(same, before.c.id < outbox.c.id, _waiting(before))


def _note(c: Connection, parcel_id: int, **values: Any) -> None:
    c.execute(update(outbox).where(outbox.c.id == parcel_id).values(lease_until=None, **values))


def _empty(c: Connection, which: ColumnElement[bool]) -> None:
    c.execute(update(outbox).where(which).values(_DONE))


def _parcels(c: Connection, which: ColumnElement[bool]) -> tuple[Parcel, ...]:
    return tuple(Parcel(*row) for row in c.execute(select(*_PARCEL).where(which).order_by(outbox.c.id)))
