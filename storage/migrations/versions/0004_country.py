"""Let an organisation say whose working days count for it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("country", sa.String(length=2), nullable=False, server_default="CN"))


def downgrade() -> None:
    op.drop_column("organisation", "country")
