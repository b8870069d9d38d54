"""A database moved from SQLite to PostgreSQL and back: every row the same, and safe to repeat."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo import company
from storage import outbox
from storage.claim import claimed
from storage.database import Database
from storage.tables import metadata
from tests.postgresql import schema
from tests.program import address, run

NOW = datetime(2026, 11, 21, 1, tzinfo=UTC)


def content(folder: Path) -> dict[str, list[Any]]:
    """All there is in an SQLite database, as it is kept."""
    with closing(sqlite3.connect(folder / "kpibot.db")) as c:
        tables = (*metadata.tables, "alembic_version")
        return {name: sorted(map(repr, c.execute(f"SELECT * FROM {name}"))) for name in tables}


def test_a_company_goes_to_postgresql_and_back(tmp_path: Path) -> None:
    company.fill(address(tmp_path), NOW, 1)
    before = content(tmp_path)
    with schema() as server:
        for _ in range(2):
            moved = run(tmp_path, "migrate", "--database", address(tmp_path), "--to-database", server)
            assert moved.returncode == 0, moved.stderr
            number = sum(map(len, before.values())) - 1
            assert f"holds all {number:,} records, compared row by row" in moved.stdout
        back = run(tmp_path, "migrate", "--database", server, "--to-database", address(tmp_path / "back"))
        assert back.returncode == 0, back.stderr
        assert content(tmp_path / "back") == before
        with closing(Database(server)) as database, database.transaction() as c:
            outbox.put(c, "new", "1", [{"text": "takes a number of its own"}], NOW)
        # Somebody worked on it meanwhile: the two are not the same any more, and nothing is changed.
        again = run(tmp_path, "migrate", "--database", address(tmp_path), "--to-database", server)
        assert (again.returncode, "outbox" in again.stderr) == (1, True)
        assert content(tmp_path) == before


def test_nothing_is_left_where_it_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = address(tmp_path), address(tmp_path / "other")
    assert run(tmp_path, "migrate", "--database", one).returncode == 0
    with closing(Database(one)) as database, database.transaction() as c:
        outbox.put(c, "new", "1", [{"text": "first"}], NOW)
        # SQLite keeps what PostgreSQL does not.
        outbox.put(c, "new", "a\0b", [{"text": "second"}], NOW)
    with schema() as server:
        refused = run(tmp_path, "migrate", "--database", one, "--to-database", server)
        assert (refused.returncode, "does not take the records" in refused.stderr) == (1, True), refused.stderr
        with closing(Database(server)) as database, database.reading() as c:
            assert outbox.waiting(c, "new") == 0
    assert run(tmp_path, "migrate", "--database", one, "--to-database", other).returncode == 0
    with closing(Database(other)) as database, database.reading() as c:
        assert outbox.waiting(c, "new") == 2


def test_nothing_moves_while_the_program_runs(tmp_path: Path) -> None:
    one, other = address(tmp_path), address(tmp_path / "other")
    assert run(tmp_path, "migrate", "--database", one).returncode == 0
    with claimed(one):
        told = run(tmp_path, "migrate", "--database", one, "--to-database", other)
    assert (told.returncode, "Another kpibot run" in told.stderr) == (1, True)
    same = run(tmp_path, "migrate", "--database", one, "--to-database", one)
    assert (same.returncode, "the database itself" in same.stderr) == (1, True)
