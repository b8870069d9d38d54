from datetime import datetime, timedelta

from storage.database import Database
from storage.updates import accept, drop, forget, forget_kept, kept, mark, marked, quarantine


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


def test_what_failed_is_kept_once_until_it_is_taken_again_dropped_or_forgotten(
    database: Database, now: datetime
) -> None:
    with database.transaction() as c:
        assert [quarantine(c, "telegram", {"text": text}, "KeyError", now) for text in "aab"] == [True, False, True]
        assert quarantine(c, "terminal", {"text": "a"}, "KeyError", now - timedelta(days=31))
        assert mark(c, [1, 7]) == 1
        assert [one.again for one in kept(c)] == [True, False, False]
        assert marked(c, "terminal") == {}
        assert marked(c, "telegram") == {1: {"text": "a"}}
        assert mark(c, [1], again=False) == 1
        assert marked(c, "telegram") == {}
        assert drop(c, [1, 7]) == 1
        assert forget_kept(c, now - timedelta(days=30)) == 1
        assert [one.id for one in kept(c)] == [2]
