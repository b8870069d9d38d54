"""Keep what is due, what was reported and confirmed, and who is away."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ORGANISATION = (
    sa.Column("time_zone", sa.String(length=64), nullable=False, server_default="Asia/Shanghai"),
    sa.Column("ask_from", sa.Integer(), nullable=False, server_default="9"),
    sa.Column("ask_until", sa.Integer(), nullable=False, server_default="20"),
    sa.Column("reminders", sa.Integer(), nullable=False, server_default="1"),
    sa.Column("confirm_days", sa.Integer(), nullable=False, server_default="5"),
    sa.Column("department_share", sa.Integer(), nullable=False, server_default="0"),
)
_PERSON = (
    sa.Column("time_zone", sa.String(length=64), nullable=True),
    sa.Column("muted", sa.Boolean(), nullable=False, server_default=sa.text("false")),
)


def upgrade() -> None:
    for column in _ORGANISATION:
        op.add_column("organisation", column)
    for column in _PERSON:
        op.add_column("person", column)
    op.add_column("holder", sa.Column("until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("holder", sa.Column("planned_until", sa.Date(), nullable=True))
    op.create_table(
        "due",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reporter_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("late_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_due_plan_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_due_person_id")),
        sa.ForeignKeyConstraint(["reporter_id"], ["person.id"], name=op.f("fk_due_reporter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due")),
        sa.UniqueConstraint(
            "plan_id", "indicator_id", "person_id", "due_on", name=op.f("uq_due_plan_id_indicator_id_person_id_due_on")
        ),
    )
    op.create_index(op.f("ix_due_reporter_id_closes"), "due", ["reporter_id", "closes"])
    op.create_index(op.f("ix_due_due_on"), "due", ["due_on"])
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("due_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("observed", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.Column("excelled", sa.Boolean(), nullable=True),
        sa.Column("attained", sa.Float(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["due_id"], ["due.id"], name=op.f("fk_report_due_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_report_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("due_id", "version", name=op.f("uq_report_due_id_version")),
    )
    op.create_index(op.f("ix_report_due_id"), "report", ["due_id"])
    op.create_table(
        "confirmation",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("verdict IN ('confirmed', 'disputed')", name=op.f("ck_confirmation_verdict")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_confirmation_report_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_confirmation_person_id")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_confirmation")),
    )
    op.create_table(
        "absence",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id")),
        sa.PrimaryKeyConstraint("person_id", "first", name=op.f("pk_absence")),
    )
    op.create_table(
        "access",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reader_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reader_id"], ["person.id"], name=op.f("fk_access_reader_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_access_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access")),
    )
    op.create_index(op.f("ix_access_person_id"), "access", ["person_id"])
    op.create_table(
        "digest",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("rhythm", sa.String(length=16), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rhythm IN ('weekly', 'monthly', 'quarterly')", name=op.f("ck_digest_rhythm")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_digest_person_id")),
        sa.PrimaryKeyConstraint("person_id", "rhythm", "last", name=op.f("pk_digest")),
    )
    op.create_table(
        "scope",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_scope_person_id")),
        sa.PrimaryKeyConstraint("person_id", "department", name=op.f("pk_scope")),
    )
    op.create_table(
        "erasure",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_erasure_person_id")),
        sa.ForeignKeyConstraint(["done_by"], ["person.id"], name=op.f("fk_erasure_done_by")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_erasure")),
    )


def downgrade() -> None:
    for table in ("erasure", "scope", "digest", "access", "absence", "confirmation", "report", "due"):
        op.drop_table(table)
    op.drop_column("holder", "planned_until")
    op.drop_column("holder", "until")
    for column in _PERSON:
        op.drop_column("person", column.name)
    for column in _ORGANISATION:
        op.drop_column("organisation", column.name)
