from datetime import datetime, timedelta

from storage.database import Database
from storage.updates import accept, forget


def test_an_update_counts_once(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        assert accept(c, "telegram", "42", "1001", now)
        assert not accept(c, "telegram", "42", "1001", now)
    with database.transaction() as c:
        assert not accept(c, "telegram", "42", "1001", now + timedelta(hours=23))
        assert accept(c, "telegram", "43", "1001", now)
        assert accept(c, "terminal", "42", "1001", now)
        assert accept(c, "telegram", "42", "1002", now)


def test_an_update_of_an_undone_transaction_comes_again(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        assert accept(c, "telegram", "42", "1001", now)
        c.rollback()
    with database.transaction() as c:
        assert accept(c, "telegram", "42", "1001", now)


def test_old_updates_are_forgotten(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        accept(c, "telegram", "42", "old", now - timedelta(hours=25))
        accept(c, "telegram", "42", "new", now - timedelta(hours=24))
        assert forget(c, now - timedelta(hours=24)) == 1
        assert accept(c, "telegram", "42", "old", now)
        assert not accept(c, "telegram", "42", "new", now)
