"""Keep why nothing is done about a missed standard, or no more, and who said so."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("corrective_note", sa.Column("reason", sa.Text(), nullable=True))
    person = sa.ForeignKey("person.id", name=op.f("fk_corrective_note_closed_by"))
    # SQLite adds no constraint to a table that there is, but a column with one.
    op.add_column("corrective_note", sa.Column("closed_by", sa.Integer(), person), inline_references=True)


def downgrade() -> None:
    op.drop_column("corrective_note", "closed_by")
    op.drop_column("corrective_note", "reason")
