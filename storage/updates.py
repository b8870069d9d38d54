"""Accepted updates: which were taken in, so that each counts once however often it comes."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select

from storage.tables import accepted_update, insert_new, quarantined_update


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Updates that failed: on which channel, with which error, how many, since when."""

    channel: str
    error: str
    updates: int
    since: datetime


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
    written = json.dumps(content)
    if not accept(c, channel, "", sha256(written.encode()).hexdigest(), now):
        return False
    c.execute(insert(quarantined_update).values(channel=channel, content=written, error=error, at=now))
    return True


def quarantined(c: Connection) -> tuple[Quarantined, ...]:
    """What was kept so, by channel and error; never what it says."""
    table = quarantined_update.c
    query = select(table.channel, table.error, func.count(), func.min(table.at)).group_by(table.channel, table.error)
    return tuple(Quarantined(*row) for row in c.execute(query.order_by(table.channel, table.error)))
