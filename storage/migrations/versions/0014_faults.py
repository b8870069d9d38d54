"""Note what the schedule could not do for somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fault",
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("whose", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("step", "whose", name=op.f("pk_fault")),
    )


def downgrade() -> None:
    op.drop_table("fault")
