"""Let people of HR say which digests they are sent."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "declined_digest",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("rhythm", sa.String(length=16), nullable=False),
        sa.CheckConstraint("rhythm IN ('weekly', 'monthly', 'quarterly')", name=op.f("ck_declined_digest_rhythm")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_declined_digest_person_id")),
        sa.PrimaryKeyConstraint("person_id", "rhythm", name=op.f("pk_declined_digest")),
    )


def downgrade() -> None:
    op.drop_table("declined_digest")
