"""Invitations: one-time links by which people join an organisation in a role."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, insert, select, update

from storage.tables import Role, invitation

BYTES = 32
"""Of randomness in a token: 43 characters, where a Telegram link takes 64 at most."""
DAYS = 7
"""How long an invitation is good, unless it is said otherwise."""


class Refused(Exception):
    """The invitation opens nothing: `why` tells whether it is unknown, used, taken back or too old."""

    def __init__(self, why: Literal["unknown", "used", "expired", "taken_back"]) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation is for: a role in an organisation, a department, the plan whose post to hold.

    A manager is to lead the department, somebody of HR sees it, an employee belongs to it. What is known of who comes
    is their `name` as HR wrote it, `language` and `time_zone`.
    `named_id` is the name by which a plan means whoever follows it (storage.named).
    """

    id: int
    organisation_id: int
    role: Role
    department_id: int | None
    plan_id: int | None
    inviter_id: int | None
    named_id: int | None
    expires: datetime
    name: str | None
    language: str | None
    time_zone: str | None


def invite(
    c: Connection,
    organisation_id: int,
    role: Role,
    *,
    now: datetime,
    inviter_id: int | None = None,
    department_id: int | None = None,
    plan_id: int | None = None,
    named_id: int | None = None,
    name: str | None = None,
    language: str | None = None,
    time_zone: str | None = None,
    days: int = DAYS,
) -> str:
    """Make an invitation; returns its token, of which only the hash is kept."""
    token = token_urlsafe(BYTES)
    c.execute(
        insert(invitation).values(
            organisation_id=organisation_id,
            hash=_hash(token),
            role=role,
            department_id=department_id,
            plan_id=plan_id,
            inviter_id=inviter_id,
            named_id=named_id,
            created=now,
            expires=now + timedelta(days=days),
            name=name,
            language=language,
            time_zone=time_zone,
        )
    )
    return token


def find(c: Connection, token: str, now: datetime) -> Invitation:
    """The invitation that a token opens. Raises Refused."""
    table = invitation.c
    # By its hash: how long the look-up takes tells nothing of a token.
    query = select(*_COLUMNS, table.used_at, table.taken_back_at).where(table.hash == _hash(token))
    row = c.execute(query).one_or_none()
    if row is None:
        raise Refused("unknown")
    if row.used_at is not None:
        raise Refused("used")
    if row.taken_back_at is not None:
        raise Refused("taken_back")
    if row.expires <= now:
        raise Refused("expired")
    return Invitation(*row[:-2])


def open_in(c: Connection, organisation_id: int, now: datetime) -> tuple[Invitation, ...]:
    """The invitations of an organisation that can still be followed, the oldest first."""
    table = invitation.c
    query = select(*_COLUMNS).where(table.organisation_id == organisation_id, _open(), table.expires > now)
    return tuple(Invitation(*row) for row in c.execute(query.order_by(table.id)))


def take_back(c: Connection, invitation_id: int, now: datetime) -> bool:
    """Have an invitation open nothing any more; False where it was used or taken back before."""
    this = (invitation.c.id == invitation_id) & _open()
    return c.execute(update(invitation).where(this).values(taken_back_at=now)).rowcount == 1


def use(c: Connection, invitation_id: int, person_id: int, now: datetime) -> None:
    """Use an invitation up. Raises Refused for whoever comes second, even in the same moment."""
    unused = (invitation.c.id == invitation_id) & _open()
    if c.execute(update(invitation).where(unused).values(used_by=person_id, used_at=now)).rowcount == 0:
        raise Refused("used")


def used_by(c: Connection, token: str) -> int | None:
    """The id of the person who used an invitation up."""
    return c.execute(select(invitation.c.used_by).where(invitation.c.hash == _hash(token))).scalar_one_or_none()


_COLUMNS: tuple[Column[Any], ...] = (
    *(invitation.c.id, invitation.c.organisation_id, invitation.c.role, invitation.c.department_id),
    *(invitation.c.plan_id, invitation.c.inviter_id, invitation.c.named_id, invitation.c.expires),
    *(invitation.c.name, invitation.c.language, invitation.c.time_zone),
)


def _open() -> ColumnElement[bool]:
    return invitation.c.used_at.is_(None) & invitation.c.taken_back_at.is_(None)


def _hash(token: str) -> str:
    return sha256(token.encode(errors="surrogatepass")).hexdigest()
