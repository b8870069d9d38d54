"""Write the next migration: what storage/tables.py has and the migrations so far do not make.

Usage: python scripts/revise.py "Add the schedule". Read what it wrote before you trust it.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from storage import migrate
from storage.database import Database


def revise(message: str, database: Database) -> None:
    """Compare a fresh database with the tables and write the difference."""
    migrate.upgrade(database)
    with database.transaction() as c:
        number = f"{len(migrate.revisions()) + 1:04}"
        command.revision(migrate.config(c), message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        revise(sys.argv[1], Database(f"sqlite:///{Path(folder, 'fresh.db')}"))
