from datetime import datetime

import pytest

from storage import people
from storage.database import Database
from storage.people import Person, Taken


def test_an_organisation_is_made_once(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        one, other = (people.find_or_make_organisation(c, name, now) for name in ("远大", "Acme"))
        assert people.find_or_make_organisation(c, "远大", now) == one != other


def test_without_a_name_the_only_organisation_is_meant(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        assert people.find_organisation(c, None) is None
        only = people.find_or_make_organisation(c, "远大", now)
        assert people.find_or_make_organisation(c, None, now) == only
        assert people.find_organisation(c, "Acme") is None
        people.find_or_make_organisation(c, "Acme", now)
        assert people.find_organisation(c, None) is None
        usual = people.find_or_make_organisation(c, None, now)
        assert people.find_organisation(c, None) == people.organisation_of(c, usual)
        assert people.organisation_name(c, usual) == people.USUAL


def test_an_organisation_keeps_the_working_days_of_its_country(database: Database, li: Person) -> None:
    with database.transaction() as c:
        assert people.organisation_of(c, li.organisation_id).country == "CN"
        people.set_settings(c, li.organisation_id, {"country": "TW"})
        assert people.organisation_of(c, li.organisation_id).country == "TW"


def test_a_person_is_found_at_the_address(database: Database, li: Person) -> None:
    with database.transaction() as c:
        assert people.person_at(c, "terminal", "li") == people.person_at(c, "terminal", "li", lock=True) == li
        assert people.person_at(c, "telegram", "li") is None
        assert people.person_at(c, "terminal", "wang", lock=True) is None


@pytest.mark.parametrize(("name", "address"), [("李经理", "other"), ("someone else", "li")])
def test_names_and_addresses_are_taken_once(
    database: Database, li: Person, now: datetime, name: str, address: str
) -> None:
    with database.transaction() as c:
        with pytest.raises(Taken):
            people.make_person(c, li.organisation_id, name, channel="terminal", address=address, now=now)
        # The transaction goes on, and nothing of the refused person is left in it.
        free = people.make_person(c, li.organisation_id, "someone else", channel="terminal", address="other", now=now)
        assert people.person_at(c, "terminal", "other") == free
        assert people.person_at(c, "terminal", "li") == li


def test_a_name_may_be_used_in_each_organisation(database: Database, li: Person, now: datetime) -> None:
    with database.transaction() as c:
        organisation = people.find_or_make_organisation(c, "another", now)
        namesake = people.make_person(
            c, organisation, li.name, channel="telegram", address="li", now=now, language="en"
        )
        assert people.person_at(c, "telegram", "li") == namesake != li


def test_a_language_is_kept(database: Database, li: Person) -> None:
    for language in ("zh_Hant", None):
        with database.transaction() as c:
            people.set_language(c, li.id, language)
            found = people.person_at(c, "terminal", "li")
            assert found
            assert found.language == language


def test_roles_add_up(database: Database, li: Person) -> None:
    with database.transaction() as c:
        assert people.roles_of(c, li.id) == set()
        people.grant_role(c, li.id, "manager")
        people.grant_role(c, li.id, "manager")
        people.grant_role(c, li.id, "hr")
        assert people.roles_of(c, li.id) == {"manager", "hr"}
