"""Deactivate people, keep what HR did on record, name who is invited, set an organisation's week and money."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deactivation",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_deactivation_person_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_deactivation_by_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_deactivation")),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("person_id", sa.Integer()),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_audit_event_organisation_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_audit_event_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_audit_event_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(op.f("ix_audit_event_organisation_id_id"), "audit_event", ["organisation_id", "id"])
    op.create_table(
        "unowned_notice",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_unowned_notice_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_unowned_notice")),
    )
    op.add_column("invitation", sa.Column("name", sa.Text()))
    op.add_column("invitation", sa.Column("language", sa.String(length=16)))
    op.add_column("invitation", sa.Column("time_zone", sa.String(length=64)))
    op.add_column("invitation", sa.Column("taken_back_at", sa.DateTime(timezone=True)))
    op.add_column("plan", sa.Column("handed_over_at", sa.DateTime(timezone=True)))
    op.add_column("organisation", sa.Column("days_off", sa.String(length=8)))
    op.add_column("organisation", sa.Column("currency", sa.String(length=3)))


def downgrade() -> None:
    for column in ("currency", "days_off"):
        op.drop_column("organisation", column)
    op.drop_column("plan", "handed_over_at")
    # Nothing before knows of invitations that were taken back: they must not open anything again.
    op.execute("DELETE FROM invitation WHERE taken_back_at IS NOT NULL")
    for column in ("taken_back_at", "time_zone", "language", "name"):
        op.drop_column("invitation", column)
    for table in ("unowned_notice", "audit_event", "deactivation"):
        op.drop_table(table)
