"""A database for each test, brought up to date: SQLite and PostgreSQL."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from storage import migrate
from storage.database import Database
from tests.storage.conftest import schema


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    place: AbstractContextManager[str] = (
        nullcontext(f"sqlite:///{tmp_path / 'kpi.db'}") if request.param == "sqlite" else schema()
    )
    with place as url:
        opened = Database(url)
        migrate.upgrade(opened)
        yield opened
        opened.close()
