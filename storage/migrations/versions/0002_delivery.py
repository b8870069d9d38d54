"""Let the outbox know messages, keyboards and unsure attempts; keep updates that fail."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("unsure", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox", sa.Column("message_id", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("keyboard", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.create_index(
        "ix_outbox_keyboard",
        "outbox",
        ["channel", "address"],
        sqlite_where=sa.text("keyboard"),
        postgresql_where=sa.text("keyboard"),
    )
    op.create_table(
        "quarantined_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantined_update")),
    )


def downgrade() -> None:
    op.drop_table("quarantined_update")
    op.drop_index("ix_outbox_keyboard", "outbox")
    for column in ("keyboard", "message_id", "unsure"):
        op.drop_column("outbox", column)
