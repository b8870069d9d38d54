"""What tests of the storage share."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import people, runs
from storage.database import Database
from tests.postgresql import schema

NOW = datetime(2024, 2, 29, 8, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kpi.db'}"
    else:
        with schema() as address:
            yield address


@pytest.fixture
def bare(bare_url: str) -> Iterator[Database]:
    """A database without tables."""
    with closing(Database(bare_url)) as opened:
        yield opened


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
