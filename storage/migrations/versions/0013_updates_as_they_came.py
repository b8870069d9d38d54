"""Keep updates that fail as they came: what is no valid JSON, as NaN and halves of characters, is kept too.

They can be taken again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("quarantined_update") as table:
        table.alter_column(
            "content", existing_type=sa.JSON(), type_=sa.Text(), postgresql_using="content #>> '{}'", nullable=False
        )
        table.add_column(sa.Column("again", sa.Boolean(), nullable=False, server_default=sa.text("false")))


def downgrade() -> None:
    with op.batch_alter_table("quarantined_update") as table:
        table.drop_column("again")
        table.alter_column(
            "content", existing_type=sa.Text(), type_=sa.JSON(), postgresql_using="to_json(content)", nullable=False
        )
