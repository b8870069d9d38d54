"""Accepted updates: which were taken in, so that each counts once however often it comes."""

from datetime import datetime

from sqlalchemy import Connection, delete

from storage.tables import accepted_update, insert_new


def accept(c: Connection, channel: str, address: str, update_id: str, now: datetime) -> bool:
    """Take in an update; False when it was taken in before."""
    return insert_new(c, accepted_update, channel=channel, address=address, update_id=update_id, at=now)


def forget(c: Connection, before: datetime) -> int:
    """Forget what was accepted before a time, at least 24 hours ago.

    Until then a bot may repeat it. Returns how many were forgotten.
    """
    return c.execute(delete(accepted_update).where(accepted_update.c.at < before)).rowcount
