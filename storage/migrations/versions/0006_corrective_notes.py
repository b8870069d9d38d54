"""Keep what is done about missed standards, and proposals to change a standard."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "corrective_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("due_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("by", sa.Date(), nullable=True),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("put_off", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("asked_for", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("outcome IN ('done', 'dropped')", name=op.f("ck_corrective_note_outcome")),
        sa.ForeignKeyConstraint(["due_id"], ["due.id"], name=op.f("fk_corrective_note_due_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_corrective_note_plan_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_corrective_note_person_id")),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_corrective_note_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrective_note")),
        sa.UniqueConstraint("due_id", name=op.f("uq_corrective_note_due_id")),
    )
    op.create_index(op.f("ix_corrective_note_person_id"), "corrective_note", ["person_id"])
    op.create_index(
        "uq_corrective_note_open",
        "corrective_note",
        ["plan_id", "indicator_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("from_version", sa.Integer(), nullable=True),
        sa.CheckConstraint("answer IN ('taken', 'declined')", name=op.f("ck_proposal_answer")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_proposal_plan_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_proposal_person_id")),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_proposal_answered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_plan_id"), "proposal", ["plan_id"])
    op.create_index(op.f("ix_proposal_person_id"), "proposal", ["person_id"])


def downgrade() -> None:
    op.drop_table("proposal")
    op.drop_table("corrective_note")
