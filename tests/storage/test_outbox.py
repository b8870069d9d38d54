from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, text

from storage import outbox
from storage.database import Database

MINUTE = timedelta(minutes=1)


def put(c: Connection, now: datetime, *letters: str) -> None:
    """Put letters such as "a1": the second for address a."""
    for letter in letters:
        outbox.put(c, "telegram", letter[0], [{"text": letter}], now)


def lease(c: Connection, now: datetime, limit: int = 10) -> list[tuple[int, str]]:
    return [(parcel.id, parcel.payload["text"]) for parcel in outbox.lease(c, "telegram", now, 60, limit)]


def texts(parcels: tuple[outbox.Parcel, ...]) -> list[str]:
    return [parcel.payload["text"] for parcel in parcels]


def test_each_address_gets_its_parcels_in_order(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        outbox.put(c, "telegram", "a", [{"text": "a0"}, {"text": "a1"}], now)
        outbox.put(c, "telegram", "a", [], now)
        put(c, now, "b0", "a2")
    seen = []
    for _ in range(4):
        with database.transaction() as c:
            leased = lease(c, now)
            assert lease(c, now) == []
            for number, letter in leased:
                outbox.sent(c, number, now)
                seen.append(letter)
    assert seen == ["a0", "b0", "a1", "a2"]


def test_no_more_than_asked_for_and_only_of_the_channel(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        put(c, now, "a0", "b0", "c0")
        outbox.put(c, "terminal", "a", [{"text": "elsewhere"}], now)
        assert [letter for _, letter in lease(c, now, limit=2)] == ["a0", "b0"]
        assert [letter for _, letter in lease(c, now)] == ["c0"]
        assert texts(outbox.lease(c, "terminal", now, 60, 10)) == ["elsewhere"]


def test_a_lease_is_extended_while_a_file_is_made(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        outbox.put(c, "telegram", "1", [{"text": "sheet"}], now)
        ((id, _),) = lease(c, now)
        outbox.extend(c, [id], now + timedelta(seconds=50), 60)
        assert lease(c, now + timedelta(seconds=109)) == []
        assert lease(c, now + timedelta(seconds=110)) == [(id, "sheet")]


def test_a_lease_runs_out(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        put(c, now, "a0", "a1")
        first = lease(c, now)
        assert lease(c, now + timedelta(seconds=59)) == []
        assert outbox.stuck(c, now + timedelta(seconds=59), 1) == ()
        assert outbox.stuck(c, now + 2 * MINUTE, 1) == (outbox.Stuck("telegram", "", 2, now),)
        assert lease(c, now + MINUTE) == first
        assert [parcel.attempts for parcel in outbox.pending(c, "telegram", "a")] == [2, 0]


def test_a_parcel_that_must_wait_holds_back_its_address_only(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        put(c, now, "a0", "a1", "b0")
        (number, _), (other, _) = lease(c, now)
        outbox.retry(c, number, now + MINUTE, "429: retry after 60")
        outbox.sent(c, other, now)
        put(c, now, "b1")
        assert [letter for _, letter in lease(c, now)] == ["b1"]
        (parcel,) = outbox.lease(c, "telegram", now + MINUTE, 60, 10)[:1]
        assert (parcel.id, parcel.attempts, parcel.error) == (number, 2, "429: retry after 60")
        assert texts(outbox.pending(c, "telegram", "a")) == ["a0", "a1"]


def test_a_buried_parcel_lets_the_next_one_go(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        put(c, now, "a0", "a1")
        ((number, _),) = lease(c, now)
        outbox.bury(c, number, now, "400: no such sticker")
        assert [letter for _, letter in lease(c, now)] == ["a1"]
        assert outbox.stuck(c, now, 1) == (outbox.Stuck("telegram", "400: no such sticker", 1, now),)
        buried = outbox.parcel(c, number)
        assert buried is not None
        assert (buried.error, buried.payload) == ("400: no such sticker", {})
        assert texts(outbox.pending(c, "telegram", "a")) == ["a1"]


# On SQLite the second waits until the first is done.
@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_what_others_are_leasing_is_passed_over(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        put(c, now, "a0", "a1", "b0")
    with database.transaction() as one, database.transaction() as other:
        other.execute(text("SET LOCAL lock_timeout = '5s'"))
        assert [letter for _, letter in lease(one, now, limit=1)] == ["a0"]
        assert [letter for _, letter in lease(other, now)] == ["b0"]
