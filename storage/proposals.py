"""Proposals to change a standard: who wants what and why, and what the manager said to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from storage.tables import Answered, plan, proposal


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal; `answer` is None until the manager answered it.

    `wanted` is the standard in words, `from_version` the version in force that the new one began from.
    """

    id: int
    plan_id: int
    indicator_id: int
    person_id: int
    wanted: str | None
    why: str
    at: datetime
    answer: Answered | None
    from_version: int | None

    @property
    def said(self) -> str:
        """The proposal as it was said: the standard, then why."""
        return "\n".join(filter(None, (self.wanted, self.why)))


def keep(c: Connection, of: tuple[int, int, int], *, wanted: str | None, why: str, now: datetime) -> int:
    """Keep a proposal about a plan's indicator by a person (`of`); returns its id."""
    which = dict(zip(("plan_id", "indicator_id", "person_id"), of, strict=True))
    row = {**which, "wanted": wanted, "why": why, "at": now}
    kept: int = c.execute(insert(proposal).values(row).returning(proposal.c.id)).scalar_one()
    return kept


def proposed(c: Connection, proposal_id: int) -> Proposal | None:
    """The proposal of an id."""
    return next(iter(_found(c, proposal.c.id == proposal_id)), None)


def waiting(c: Connection, manager_id: int) -> tuple[Proposal, ...]:
    """The proposals about a manager's plans that were not answered, the oldest first."""
    plans = select(plan.c.id).where(plan.c.person_id == manager_id)
    return _found(c, proposal.c.plan_id.in_(plans) & proposal.c.answer.is_(None))


def taken(c: Connection, plan_id: int, from_version: int) -> tuple[Proposal, ...]:
    """The proposals for which a new version was begun from one in force."""
    return _found(c, _taken(plan_id) & (proposal.c.from_version == from_version))


def take(c: Connection, proposal_id: int, by: int, from_version: int, now: datetime) -> bool:
    """Note that a new version is begun for a proposal; False where it was answered before."""
    return _answer(c, proposal_id, by, now, answer="taken", from_version=from_version)


def decline(c: Connection, proposal_id: int, by: int, reason: str, now: datetime) -> bool:
    """Decline a proposal for a reason; False where it was answered before."""
    return _answer(c, proposal_id, by, now, answer="declined", reason=reason)


def give_back(c: Connection, plan_id: int, from_version: int) -> None:
    """Have proposals wait again whose new version was given up."""
    unanswered = {"answer": None, "answered_by": None, "answered_at": None, "from_version": None}
    given_up = _taken(plan_id) & (proposal.c.from_version == from_version)
    c.execute(update(proposal).where(given_up).values(unanswered))


def _taken(plan_id: int) -> ColumnElement[bool]:
    return (proposal.c.plan_id == plan_id) & (proposal.c.answer == "taken")


def _answer(c: Connection, proposal_id: int, by: int, now: datetime, **answer: object) -> bool:
    open_ = (proposal.c.id == proposal_id) & proposal.c.answer.is_(None)
    values = {**answer, "answered_by": by, "answered_at": now}
    return c.execute(update(proposal).where(open_).values(values)).rowcount == 1


def _found(c: Connection, which: ColumnElement[bool]) -> tuple[Proposal, ...]:
    table = proposal.c
    own = (table.id, table.plan_id, table.indicator_id, table.person_id, table.wanted, table.why, table.at)
    rows = c.execute(select(*own, table.answer, table.from_version).where(which).order_by(table.id))
    return tuple(Proposal(*row) for row in rows)
