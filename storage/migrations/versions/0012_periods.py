"""Know when fiscal years begin and when plans end, and count in digests what is about their days."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

OF_WHOM = ("plan_id", "indicator_id", "person_id", "reporter_id")
STANDING = ("late_from", "reported_at", "met", "excelled", "attained")


def upgrade() -> None:
    op.add_column("organisation", sa.Column("fiscal_start", sa.Integer(), nullable=True))
    op.add_column("plan", sa.Column("ends_on", sa.Date(), nullable=True))
    op.add_column("plan", sa.Column("end_told", sa.Date(), nullable=True))
    op.create_index("ix_due_digest_about", "due", ["last", *OF_WHOM, "due_on", *STANDING])


def downgrade() -> None:
    op.drop_index("ix_due_digest_about", "due")
    op.drop_column("plan", "end_told")
    op.drop_column("plan", "ends_on")
    op.drop_column("organisation", "fiscal_start")
