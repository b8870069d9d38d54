from datetime import datetime, timedelta
from hashlib import sha256
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from storage import invitations, people
from storage.database import Database
from storage.invitations import Refused
from storage.people import Person
from storage.tables import invitation

DAYS = timedelta(days=invitations.DAYS)


def test_a_token_is_random_and_only_its_hash_is_kept(database: Database, li: Person, now: datetime) -> None:
    with database.transaction() as c:
        tokens = {invitations.invite(c, li.organisation_id, "manager", now=now) for _ in range(20)}
        kept = set(c.execute(select(invitation.c.hash)).scalars())
    assert len(tokens) == 20
    assert all(43 <= len(token) <= 64 for token in tokens)
    assert kept == {sha256(token.encode()).hexdigest() for token in tokens}


def test_it_is_good_until_it_is_used_or_expires(database: Database, li: Person, now: datetime) -> None:
    with database.transaction() as c:
        token = invitations.invite(c, li.organisation_id, "hr", now=now, inviter_id=li.id)
        found = invitations.find(c, token, now + DAYS - timedelta(seconds=1))
        assert (found.role, found.organisation_id, found.inviter_id) == ("hr", li.organisation_id, li.id)
        for at, why in ((now + DAYS, "expired"), (now, "used")):
            if why == "used":
                invitations.use(c, found.id, li.id, now)
            with pytest.raises(Refused) as refusal:
                invitations.find(c, token, at)
            assert refusal.value.why == why
        assert invitations.used_by(c, token) == li.id
        for wrong in ("", "x", token + "x", "\ud800", "'; DROP TABLE person; --"):
            with pytest.raises(Refused, match="unknown"):
                invitations.find(c, wrong, now)


def test_one_of_many_in_the_same_moment(database: Database, li: Person, now: datetime) -> None:
    with database.transaction() as c:
        token = invitations.invite(c, li.organisation_id, "manager", now=now)
        racers = [
            people.make_person(c, li.organisation_id, f"P{n}", channel="x", address=str(n), now=now) for n in range(6)
        ]
    start, won = Barrier(len(racers)), []

    def race(person: Person) -> None:
        start.wait()
        with database.transaction() as c:
            try:
                invitations.use(c, invitations.find(c, token, now).id, person.id, now)
            except Refused:
                return
            won.append(person.id)

    threads = [Thread(target=race, args=(person,)) for person in racers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as c:
        assert [invitations.used_by(c, token)] == won
