"""Keep with what is due how it came out, so that digests need not read its reports."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STANDING = ("met", "excelled", "attained")
"""How a report stands to its standards."""


def upgrade() -> None:
    op.add_column("due", sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True))
    for column in _standing():
        op.add_column("due", column)
    due, report = _tables()
    first = sa.select(report.c.at).where(report.c.due_id == due.c.id, report.c.version == 1)
    newest = sa.select(sa.func.max(report.c.version)).where(report.c.due_id == due.c.id).correlate(due)
    op.execute(sa.update(due).values(reported_at=first.scalar_subquery()))
    for name in STANDING:
        it = report.alias("it")
        stands = sa.select(it.c[name]).where(it.c.due_id == due.c.id, it.c.version == newest.scalar_subquery())
        op.execute(sa.update(due).where(due.c.reported_at.is_not(None)).values({name: stands.scalar_subquery()}))
        op.drop_column("report", name)
    op.drop_index(op.f("ix_due_due_on"), "due")
    op.create_index(
        "ix_due_digest",
        "due",
        ["due_on", "plan_id", "indicator_id", "person_id", "reporter_id", "late_from", "reported_at", *STANDING],
    )


def downgrade() -> None:
    op.drop_index("ix_due_digest", "due")
    op.create_index(op.f("ix_due_due_on"), "due", ["due_on"])
    for column in _standing():
        op.add_column("report", column)
    due, report = _tables()
    for name in STANDING:
        came_out = sa.select(due.c[name]).where(due.c.id == report.c.due_id).scalar_subquery()
        op.execute(sa.update(report).values({name: came_out}))
        op.drop_column("due", name)
    op.drop_column("due", "reported_at")


def _standing() -> tuple[sa.Column[bool], sa.Column[bool], sa.Column[float]]:
    return (
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.Column("excelled", sa.Boolean(), nullable=True),
        sa.Column("attained", sa.Float(), nullable=True),
    )


def _tables() -> tuple[sa.TableClause, sa.TableClause]:
    due = sa.table("due", sa.column("id"), sa.column("reported_at"), *map(sa.column, STANDING))
    report = sa.table("report", sa.column("due_id"), sa.column("version"), sa.column("at"), *map(sa.column, STANDING))
    return due, report
