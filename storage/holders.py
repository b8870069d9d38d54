"""Holders of posts: whose plan it is, who acknowledged which version, what they asked."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, insert, select, update

from storage.tables import acknowledgement, holder, holder_question, insert_new, person, plan_version, role


@dataclass(frozen=True, slots=True)
class Question:
    """What a holder asked about a version of a plan; `answer` is None until it was answered."""

    id: int
    plan_id: int
    version: int
    person_id: int
    question: str
    asked_at: datetime
    answer: str | None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Who took note of a version of a plan, and when."""

    version: int
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who holds the post of a plan since when, and up to which day it is noted what is due from them."""

    plan_id: int
    person_id: int
    since: datetime
    planned_until: date | None


def hold(c: Connection, plan_id: int, person_id: int, now: datetime) -> None:
    """Have a person hold the post of a plan, perhaps beside others; who held it before begins anew."""
    if not insert_new(c, holder, plan_id=plan_id, person_id=person_id, since=now):
        ended = _of(plan_id, person_id) & holder.c.until.is_not(None)
        c.execute(update(holder).where(ended).values(since=now, until=None))


def leave(c: Connection, plan_id: int, person_id: int, now: datetime) -> bool:
    """Have a person hold a post no more; what they reported stays theirs. False where they did not hold it."""
    holding = _of(plan_id, person_id) & holder.c.until.is_(None)
    return c.execute(update(holder).where(holding).values(until=now)).rowcount == 1


def names(c: Connection, plan_id: int) -> tuple[str, ...]:
    """The names of those who hold a post, in their order."""
    query = select(person.c.name).join(holder, holder.c.person_id == person.c.id)
    query = query.where(holder.c.plan_id == plan_id, holder.c.until.is_(None))
    return tuple(c.execute(query.order_by(person.c.name, person.c.id)).scalars())


def holders_of(c: Connection, plan_id: int) -> tuple[int, ...]:
    """The ids of those who hold the post of a plan, the first one first."""
    query = select(holder.c.person_id).where(holder.c.plan_id == plan_id, holder.c.until.is_(None))
    return tuple(c.execute(query.order_by(holder.c.since, holder.c.person_id)).scalars())


def held_by(c: Connection, person_id: int, *, ever: bool = False) -> tuple[int, ...]:
    """The ids of the plans whose post a person holds; also of those whose post they held before, with `ever`."""
    query = select(holder.c.plan_id).where(holder.c.person_id == person_id)
    query = query if ever else query.where(holder.c.until.is_(None))
    return tuple(c.execute(query.order_by(holder.c.plan_id)).scalars())


def ever_held(c: Connection, plan_id: int) -> tuple[int, ...]:
    """The ids of all who hold or held the post of a plan."""
    query = select(holder.c.person_id).where(holder.c.plan_id == plan_id).order_by(holder.c.person_id)
    return tuple(c.execute(query).scalars())


def postless(organisation_id: int) -> Select[tuple[int]]:
    """The query for the ids of the employees of an organisation who hold no post of a plan in force."""
    in_force = select(plan_version.c.plan_id).where(plan_version.c.status == "approved")
    holding = select(holder.c.person_id).where(holder.c.until.is_(None), holder.c.plan_id.in_(in_force))
    employed = select(person.c.id).join(role).where(role.c.role == "employee")
    return employed.where(person.c.organisation_id == organisation_id, person.c.id.not_in(holding))


def without_post(c: Connection, organisation_id: int) -> dict[int, str]:
    """The employees of an organisation who hold no post of a plan in force: ids and names, by name."""
    which = person.c.id.in_(postless(organisation_id))
    rows = c.execute(select(person.c.id, person.c.name).where(which).order_by(person.c.name, person.c.id))
    return {row.id: row.name for row in rows}


def to_plan(c: Connection, today: date) -> tuple[Tenure, ...]:
    """Who holds a post of which it is not noted yet what is due up to a day."""
    late = holder.c.planned_until.is_(None) | (holder.c.planned_until < today)
    query = select(holder.c.plan_id, holder.c.person_id, holder.c.since, holder.c.planned_until)
    query = query.where(holder.c.until.is_(None), late).order_by(holder.c.plan_id, holder.c.person_id)
    return tuple(Tenure(*row) for row in c.execute(query))


def planned(c: Connection, plan_id: int, person_id: int, until: date) -> None:
    """Note up to which day it is known what is due from a holder."""
    c.execute(update(holder).where(_of(plan_id, person_id)).values(planned_until=until))


def acknowledge(c: Connection, plan_id: int, version: int, person_id: int, now: datetime) -> bool:
    """Note that a holder took note of a version; False when it was noted before."""
    return insert_new(c, acknowledgement, plan_id=plan_id, version=version, person_id=person_id, at=now)


def acknowledged(c: Connection, plan_id: int, version: int, person_id: int) -> bool:
    """Whether a holder took note of a version."""
    table = acknowledgement.c
    mine = (table.plan_id == plan_id) & (table.version == version) & (table.person_id == person_id)
    return c.execute(select(table.at).where(mine)).first() is not None


def acknowledgements(c: Connection, plan_id: int) -> tuple[Acknowledgement, ...]:
    """Who took note of which version of a plan, in order."""
    query = select(acknowledgement.c.version, person.c.name, acknowledgement.c.at)
    query = query.join(person, person.c.id == acknowledgement.c.person_id)
    rows = c.execute(query.where(acknowledgement.c.plan_id == plan_id).order_by(acknowledgement.c.at, person.c.id))
    return tuple(Acknowledgement(*row) for row in rows)


def ask(c: Connection, plan_id: int, version: int, person_id: int, *, question: str, now: datetime) -> int:
    """Keep a holder's question; returns its id."""
    row = {"plan_id": plan_id, "version": version, "person_id": person_id, "question": question, "asked_at": now}
    asked: int = c.execute(insert(holder_question).values(row).returning(holder_question.c.id)).scalar_one()
    return asked


def question(c: Connection, question_id: int) -> Question | None:
    """A holder's question by its id."""
    rows = _questions(c, holder_question.c.id == question_id)
    return rows[0] if rows else None


def questions_of(c: Connection, plan_id: int) -> tuple[Question, ...]:
    """All that holders asked about a plan, in order."""
    return _questions(c, holder_question.c.plan_id == plan_id)


def answer(c: Connection, question_id: int, person_id: int, answer: str, now: datetime) -> bool:
    """Keep the answer to a question; False when it has one already."""
    open_ = (holder_question.c.id == question_id) & holder_question.c.answered_at.is_(None)
    values = {"answer": answer, "answered_by": person_id, "answered_at": now}
    return c.execute(update(holder_question).where(open_).values(values)).rowcount == 1


def _questions(c: Connection, which: ColumnElement[bool]) -> tuple[Question, ...]:
    table = holder_question.c
    columns = (table.id, table.plan_id, table.version, table.person_id, table.question, table.asked_at, table.answer)
    return tuple(Question(*row) for row in c.execute(select(*columns).where(which).order_by(table.id)))


def _of(plan_id: int, person_id: int) -> ColumnElement[bool]:
    return (holder.c.plan_id == plan_id) & (holder.c.person_id == person_id)
