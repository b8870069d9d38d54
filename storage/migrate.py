"""Migrations: bring a database to the tables of this program, and back.

Alembic takes half a second to import, so a database that is up to date never meets it: the name of a script in
migrations/versions begins with its revision, and each revision follows the one numbered before it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, func, inspect, select, table

from storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x6B706962
"""What those who migrate one PostgreSQL at the same time wait for; any number would do."""


class TooNew(Exception):
    """The database was made by a newer version of the program, or by another one."""


def revisions() -> tuple[str, ...]:
    """All revisions this program knows, oldest first."""
    return tuple(sorted(script.name.partition("_")[0] for script in MIGRATIONS.glob("versions/*_*.py")))


def head() -> str:
    """The revision this program works with."""
    return revisions()[-1]


def current(database: Database) -> str | None:
    """The revision of a database, None for an empty one."""
    with database.reading() as c:
        return _revision(c)


def pending(database: Database) -> tuple[str, ...]:
    """The revisions a database lacks, oldest first. Raises TooNew."""
    revision = current(database)
    _refuse_unknown(revision)
    return tuple(known for known in revisions() if revision is None or known > revision)


def upgrade(database: Database) -> None:
    """Bring a database to `head`, wholly or not at all; several programs may try at the same time. Raises TooNew."""
    if not pending(database):
        return
    from alembic import command

    with database.transaction() as c:
        _lock(c)
        command.upgrade(config(c), "head")


def downgrade(database: Database, revision: str) -> None:
    """Bring a database back to a revision, or to "base": no tables. What newer tables held is lost. Raises TooNew."""
    from alembic import command

    with database.transaction() as c:
        _lock(c)
        command.downgrade(config(c), revision)


def config(c: Connection) -> "Config":
    """What Alembic's commands need to work in a transaction."""
    from alembic.config import Config

    made = Config(attributes={"connection": c})
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return made


def _lock(c: Connection) -> None:
    if c.dialect.name == "postgresql":
        c.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    _refuse_unknown(_revision(c))


def _revision(c: Connection) -> str | None:
    if not inspect(c).has_table("alembic_version"):
        return None
    return c.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar_one_or_none()


def _refuse_unknown(revision: str | None) -> None:
    if revision is not None and revision not in revisions():
        raise TooNew(f"the database is at revision {revision}, this program knows {head()} at most: update it")
