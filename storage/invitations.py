"""Invitations: one-time links by which people join an organisation in a role."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from storage.tables import Role, invitation

BYTES = 32
"""Of randomness in a token: 43 characters, where a Telegram link takes 64 at most."""
DAYS = 7
"""How long an invitation is good, unless it is said otherwise."""


class Refused(Exception):
    """The invitation opens nothing: `why` tells whether it is unknown, was used before, or came too late."""

    def __init__(self, why: Literal["unknown", "used", "expired"]) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation is for: a role in an organisation, the department to lead, the plan whose post to hold.

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
        )
    )
    return token


def find(c: Connection, token: str, now: datetime) -> Invitation:
    """The invitation that a token opens. Raises Refused."""
    table = invitation.c
    columns = (
        table.id,
        table.organisation_id,
        table.role,
        table.department_id,
        table.plan_id,
        table.inviter_id,
        table.named_id,
        table.expires,
    )
    # By its hash: how long the look-up takes tells nothing of a token.
    row = c.execute(select(*columns, table.used_at).where(table.hash == _hash(token))).one_or_none()
    if row is None:
        raise Refused("unknown")
    if row.used_at is not None:
        raise Refused("used")
    if row.expires <= now:
        raise Refused("expired")
    return Invitation(*row[:-1])


def use(c: Connection, invitation_id: int, person_id: int, now: datetime) -> None:
    """Use an invitation up. Raises Refused for whoever comes second, even in the same moment."""
    unused = (invitation.c.id == invitation_id) & invitation.c.used_at.is_(None)
    if c.execute(update(invitation).where(unused).values(used_by=person_id, used_at=now)).rowcount == 0:
        raise Refused("used")


def used_by(c: Connection, token: str) -> int | None:
    """The id of the person who used an invitation up."""
    return c.execute(select(invitation.c.used_by).where(invitation.c.hash == _hash(token))).scalar_one_or_none()


def _hash(token: str) -> str:
    return sha256(token.encode(errors="surrogatepass")).hexdigest()
