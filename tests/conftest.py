"""What all tests share: settings, and databases that are up to date."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, event, text

from storage.database import Database
from storage.migrate import upgrade
from storage.tables import metadata
from tests.postgresql import schema

# A shared machine pauses now and then: no test may fail for the time it takes. At a desk every run tries new examples;
# what CI judges shall not depend on chance.
settings.register_profile("kpibot", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("kpibot")


@event.listens_for(Engine, "connect")
def _turned_round(connection: object, _: object) -> None:
    """Have SQLite give rows that are read without an order in the other one, so that nothing can depend on it."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA reverse_unordered_selects=ON")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of SQLite, migrated once and copied for each test."""
    file = tmp_path_factory.mktemp("migrated") / "kpi.db"
    with closing(Database(f"sqlite:///{file}")) as opened:
        upgrade(opened)
    return file


@pytest.fixture(scope="session")
def migrated_schema() -> Iterator[str]:
    """A schema of PostgreSQL, migrated once and emptied for each test."""
    with schema() as address:
        with closing(Database(address)) as opened:
            upgrade(opened)
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is up to date and empty."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "kpi.db")
        return f"sqlite:///{file}"
    address: str = request.getfixturevalue("migrated_schema")
    _empty(address)
    return address


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A database that is up to date and empty."""
    with closing(Database(url)) as opened:
        yield opened


def _empty(address: str) -> None:
    """Delete all rows, and have ids begin anew; faster than TRUNCATE where there are few."""
    sequences = text("SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema()")
    with closing(Database(address)) as opened, opened.transaction() as c:
        for table in reversed(metadata.sorted_tables):
            c.execute(table.delete())
        for name in c.execute(sequences).scalars().all():
            c.execute(text(f"ALTER SEQUENCE {name} RESTART"))
