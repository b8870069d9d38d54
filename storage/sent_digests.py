"""Which digests somebody of HR was sent, and which they do not want."""

from datetime import date, datetime

from sqlalchemy import Connection, delete, func, select

from storage.tables import Rhythm, declined_digest, digest, insert_new


def claim(c: Connection, person_id: int, rhythm: Rhythm, last: date, now: datetime) -> bool:
    """Take it on to send somebody the digest of a period; False where that was done before."""
    return insert_new(c, digest, person_id=person_id, rhythm=rhythm, last=last, at=now)


def newest_claimed(c: Connection, person_id: int, rhythm: Rhythm) -> date | None:
    """The last day of the newest period of which somebody was sent a digest."""
    query = select(func.max(digest.c.last)).where(digest.c.person_id == person_id, digest.c.rhythm == rhythm)
    newest: date | None = c.execute(query).scalar_one()
    return newest


def declined(c: Connection, person_id: int) -> frozenset[Rhythm]:
    """Which digests somebody does not want to be sent."""
    query = select(declined_digest.c.rhythm).where(declined_digest.c.person_id == person_id)
    return frozenset(c.execute(query).scalars())


def want(c: Connection, person_id: int, rhythm: Rhythm, *, wanted: bool) -> None:
    """Keep whether somebody wants to be sent a digest."""
    if wanted:
        this = (declined_digest.c.person_id == person_id) & (declined_digest.c.rhythm == rhythm)
        c.execute(delete(declined_digest).where(this))
    else:
        insert_new(c, declined_digest, person_id=person_id, rhythm=rhythm)
