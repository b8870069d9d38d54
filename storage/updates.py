"""Accepted updates: which were taken in, so that each counts once however often it comes."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from storage.tables import accepted_update, insert_new, quarantined_update


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Updates that failed: on which channel, with which error, how many, since when."""

    channel: str
    error: str
    updates: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """An update that failed, without what it says; `again` where it is to be taken again."""

    id: int
    channel: str
    error: str
    at: datetime
    again: bool


def accept(c: Connection, channel: str, address: str, update_id: str, now: datetime) -> bool:
    """Take in an update; False when it was taken in before."""
    return insert_new(c, accepted_update, channel=channel, address=address, update_id=update_id, at=now)


def forget(c: Connection, before: datetime) -> int:
    """Forget what was accepted before a time, at least 24 hours ago.

    Until then a bot may repeat it. Returns how many were forgotten.
    """
    return c.execute(delete(accepted_update).where(accepted_update.c.at < before)).rowcount


def quarantine(c: Connection, channel: str, content: object, error: str, now: datetime) -> bool:
    """Keep an update that failed for a reason of its own, with the name of the error; False when it was kept before."""
    written, table = json.dumps(content), quarantined_update.c
    if c.execute(select(table.id).where(table.channel == channel, table.content == written)).first():
        return False
    c.execute(insert(quarantined_update).values(channel=channel, content=written, error=error, at=now))
    return True


def kept(c: Connection) -> tuple[Kept, ...]:
    """Every update that was kept so, the oldest first."""
    table = quarantined_update.c
    query = select(table.id, table.channel, table.error, table.at, table.again)
    return tuple(Kept(*row) for row in c.execute(query.order_by(table.id)))


def mark(c: Connection, ids: Collection[int], *, again: bool = True) -> int:
    """Have updates taken again, or no more; returns how many there are."""
    return c.execute(update(quarantined_update).where(_among(ids)).values(again=again)).rowcount


def marked(c: Connection, channel: str) -> dict[int, Any]:
    """The updates of a channel to be taken again, by their ids, the oldest first."""
    waits = (quarantined_update.c.channel == channel) & quarantined_update.c.again
    query = select(quarantined_update.c.id, quarantined_update.c.content).where(waits)
    return {row.id: json.loads(row.content) for row in c.execute(query.order_by(quarantined_update.c.id))}


def drop(c: Connection, ids: Collection[int]) -> int:
    """Forget updates that were kept; returns how many there were."""
    return c.execute(delete(quarantined_update).where(_among(ids))).rowcount


def forget_kept(c: Connection, before: datetime) -> int:
    """Forget what was kept before a time; returns how many that were."""
    return c.execute(delete(quarantined_update).where(quarantined_update.c.at < before)).rowcount


def quarantined(c: Connection) -> tuple[Quarantined, ...]:
    """What was kept so, by channel and error; never what it says."""
    table = quarantined_update.c
    query = select(table.channel, table.error, func.count(), func.min(table.at)).group_by(table.channel, table.error)
    return tuple(Quarantined(*row) for row in c.execute(query.order_by(table.channel, table.error)))


def _among(ids: Collection[int]) -> ColumnElement[bool]:
    return quarantined_update.c.id.in_(ids)
