"""Let an organisation say when its fiscal years begin."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("fiscal_start", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("organisation", "fiscal_start")
