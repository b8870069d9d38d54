"""Each test runs on a fresh SQLite file and in a fresh schema of PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from storage import people, runs
from storage.database import Database
from storage.migrate import upgrade

SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/test"
NOW = datetime(2024, 2, 29, 8, 30, 0, 123456, tzinfo=UTC)


@contextmanager
def schema() -> Iterator[str]:
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"kpibot_{uuid4().hex}"
    try:
        with engine.connect() as c:
            c.execute(text(f"CREATE SCHEMA {name}"))
    except (SQLAlchemyError, ImportError) as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at 127.0.0.1:5432: {type(error).__name__}")
    try:
        yield f"{SERVER}?options=-csearch_path%3D{name}"
    finally:
        with engine.connect() as c:
            c.execute(text(f"DROP SCHEMA {name} CASCADE"))
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kpi.db'}"
    else:
        with schema() as fresh:
            yield fresh


@pytest.fixture
def empty(url: str) -> Iterator[Database]:
    """A database without tables."""
    opened = Database(url)
    yield opened
    opened.close()


@pytest.fixture
def database(empty: Database) -> Database:
    upgrade(empty)
    return empty


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def li(database: Database) -> people.Person:
    """A person reached on the terminal as "li"."""
    with database.transaction() as c:
        organisation = people.find_or_make_organisation(c, "远大公司", NOW)
        return people.make_person(c, organisation, "李经理", channel="terminal", address="li", now=NOW)


@pytest.fixture
def run(database: Database, li: people.Person) -> runs.Run:
    """An active run of that person."""
    with database.transaction() as c:
        return runs.start_run(c, li.id, "post", version=1, header={"who": li.name}, now=NOW)
