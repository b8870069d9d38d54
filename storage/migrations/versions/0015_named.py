"""Tie the names that plans give to people, and free the names of people of what nobody's name has.

In plans that exist a name means somebody only where it fits one person alone who was there before the plan named them;
whoever else is named is for HR or the manager to tell.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.names import alike, clean, resembles, same
from storage.renaming import rename
from storage.tables import Moment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MEANING = frozenset({"holder", "judge", "second_rater", "collector", "receiver"})
"""The fields of a plan that name people."""

PERSON = sa.table("person", *map(sa.column, ("id", "organisation_id", "name")), sa.column("created", Moment))
PLAN = sa.table("plan", *map(sa.column, ("id", "person_id", "run_id")))
VERSION = sa.table("plan_version", sa.column("plan_id"), sa.column("version"), sa.column("content", sa.JSON))
RUN = sa.table("run", sa.column("id"), sa.column("created", Moment))
ENTRY = sa.table("entry", sa.column("run_id"), sa.column("value", sa.JSON), sa.column("at", Moment))
ERASURE = sa.table("erasure", sa.column("person_id"), sa.column("done_at"))
NAMED = sa.table(
    "named", *map(sa.column, ("plan_id", "name", "person_id")), *(sa.column(n, Moment) for n in ("since", "at"))
)


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "named",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("said_by", sa.Integer(), nullable=True),
        sa.Column("at", moment, nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_named_plan_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_named_person_id")),
        sa.ForeignKeyConstraint(["said_by"], ["person.id"], name=op.f("fk_named_said_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_named")),
        sa.UniqueConstraint("plan_id", "name", name=op.f("uq_named_plan_id_name")),
    )
    op.create_index(op.f("ix_named_person_id"), "named", ["person_id"])
    op.add_column("invitation", sa.Column("named_id", sa.Integer(), nullable=True))
    c = op.get_bind()
    people = _people(c)
    for plan in c.execute(sa.select(PLAN).order_by(PLAN.c.id)).all():
        _note(c, plan, people)
    _clean(c, people)


def downgrade() -> None:
    op.drop_column("invitation", "named_id")
    op.drop_index(op.f("ix_named_person_id"), "named")
    op.drop_table("named")


def _people(c: sa.Connection) -> list[sa.Row[Any]]:
    """Everybody who was not erased, first come first."""
    erased = sa.select(ERASURE.c.person_id).where(ERASURE.c.done_at.is_not(None))
    return list(c.execute(sa.select(PERSON).where(PERSON.c.id.not_in(erased)).order_by(PERSON.c.id)))


def _note(c: sa.Connection, plan: sa.Row[Any], people: list[sa.Row[Any]]) -> None:
    """Note whom a plan names, and who of its organisation is meant where only one can be."""
    contents = c.execute(sa.select(VERSION.c.content).where(VERSION.c.plan_id == plan.id).order_by(VERSION.c.version))
    organisation = c.execute(sa.select(PERSON.c.organisation_id).where(PERSON.c.id == plan.person_id)).scalar_one()
    for name in dict.fromkeys(name for content in contents.scalars() for name in _names(content)):
        since = _since(c, plan.run_id, name)
        fitting = [one for one in people if one.organisation_id == organisation and resembles(one.name, name)]
        only = fitting[0] if len(fitting) == 1 else None
        meant = only if only and same(only.name, name) and only.created <= since else None
        row = {"plan_id": plan.id, "name": name, "since": since}
        c.execute(sa.insert(NAMED).values(row | ({"person_id": meant.id, "at": since} if meant else {})))


def _names(value: Any, field: str = "") -> Iterator[str]:
    match value:
        case dict():
            for name, one in value.items():
                yield from _names(one, name)
        case list():
            for one in value:
                yield from _names(one)
        case str() if field in MEANING:
            yield value


def _since(c: sa.Connection, run_id: int, name: str) -> datetime:
    """When an interview may first have named somebody."""
    answers = c.execute(sa.select(ENTRY.c.at, ENTRY.c.value).where(ENTRY.c.run_id == run_id).order_by(ENTRY.c.at))
    said = next((at for at, value in answers if name in str(value)), None)
    began: datetime = said or c.execute(sa.select(RUN.c.created).where(RUN.c.id == run_id)).scalar_one()
    return began


def _clean(c: sa.Connection, people: list[sa.Row[Any]]) -> None:
    """Call people by what is left of their names; who then looks like another is told apart by a number.

    Those whose names stay as they are come first, and nobody takes a name that another has still: the table holds each
    once, and plans that name the other are not about them.
    """
    held = {(one.organisation_id, one.name) for one in people}
    taken: dict[int, list[str]] = {}
    for one in sorted(people, key=lambda one: clean(one.name) != one.name):
        before = taken.setdefault(one.organisation_id, [])
        plain = clean(one.name) or str(one.id)
        numbered = (plain if n == 1 else f"{plain} ({n})" for n in count(1))
        free = (name for name in numbered if name == one.name or (one.organisation_id, name) not in held)
        name = next(name for name in free if not any(alike(name, other) for other in before))
        before.append(name)
        if name != one.name:
            c.execute(sa.update(PERSON).where(PERSON.c.id == one.id).values(name=name))
            rename(c, one.organisation_id, one.name, name)
