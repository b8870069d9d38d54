"""Bad rows of one person: everybody else is asked, reminded and sent digests all the same, and doctor tells."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot import doctor
from locales.text import Text
from storage import people
from storage.database import Database
from tests.company import Company, plan, written

BEGAN, DUE = "2026-03-01T10:00:00+08:00", "2026-03-31T10:00:00+08:00"
DAY_AFTER, SIX_DAYS_AFTER, TEN_DAYS_AFTER = (f"2026-04-{day}T10:00:00+08:00" for day in ("01", "06", "11"))
BAD = {"plan": 1, "manager": 2, "person": 3}
"""Their ids come first wherever people are gone through."""
REPORTED = "退货率 1.8%，订单 127 单"


def damage(statement: str) -> Callable[[Connection], Any]:
    return lambda c: c.execute(text(statement), {name: BAD[name] for name in BAD if f":{name}" in statement})


ZONE = damage("UPDATE person SET time_zone = 'Mars/Olympus' WHERE id = :person")
CONTENT = damage("UPDATE plan_version SET content = '{}' WHERE plan_id = :plan")
FIGURE = damage("UPDATE report SET value = 'x' WHERE person_id = :person")
HEADER = damage("UPDATE run SET header = '{}' WHERE person_id = :person")


@pytest.fixture
def company(database: Database) -> Company:
    """HR, and two managers with a holder each."""
    company = Company(database, datetime.fromisoformat(BEGAN))
    hr = company.join("何芸", "hr")
    for name in ("坏", "好"):
        manager, holder = company.join(f"{name}经理", "manager"), company.join(f"{name}员工", "employee")
        company.approve(manager, hr, plan(post=f"{name}岗位"), holder)
    return company


def wrong(url: str) -> list[Text]:
    return list(doctor.scheduled(url))


@pytest.mark.parametrize("bad", [ZONE, CONTENT], ids=["zone", "plan"])
def test_everybody_else_is_asked_and_reminded(bad: Callable[[Connection], Any], company: Company, url: str) -> None:
    with company.database.transaction() as c:
        bad(c)
    company.on(DUE)
    assert "好岗位" in written(company.read("好员工"))
    assert "好岗位" in written(company.read("好经理"))
    company.on(DAY_AFTER)
    assert "提醒" in written(company.read("好员工"))
    assert {one.params["whose"] for one in wrong(url)} >= {f"person {BAD['person']}"}


def test_what_is_mended_is_told_no_more(company: Company, url: str) -> None:
    with company.database.transaction() as c:
        ZONE(c)
    company.on(DUE)
    since = [one.params["since"] for one in wrong(url)]
    company.on(DAY_AFTER)
    assert [one.params["since"] for one in wrong(url)][: len(since)] == since
    with company.database.transaction() as c:
        people.set_time_zone(c, BAD["person"], None)
    company.on(DAY_AFTER)
    assert wrong(url) == []
    assert "坏岗位" in written(company.read("坏员工"))


@pytest.mark.parametrize("bad", [FIGURE, HEADER], ids=["figure", "interview"])
def test_what_others_left_is_kept_and_confirmed(bad: Callable[[Connection], Any], company: Company, url: str) -> None:
    company.on(DUE)
    for name in ("坏员工", "好员工"):
        company.say(name, REPORTED)
        if bad is FIGURE:
            company.say(name, "跳过")
    with company.database.transaction() as c:
        bad(c)
    company.on(DAY_AFTER)
    company.on(SIX_DAYS_AFTER)
    company.on(SIX_DAYS_AFTER.replace("06", "08"))
    assert "无人提出异议" in written(company.read("好员工"))
    assert {one.params["whose"] for one in wrong(url)} >= {f"person {BAD['person']}"}


def test_other_organisations_get_their_digests(company: Company, url: str) -> None:
    with company.database.transaction() as c:
        other = people.find_or_make_organisation(c, "另一家", company.now)
        olga = people.make_person(c, other, "奥", channel="local", address="奥", now=company.now, language="zh_Hans")
        people.grant_role(c, olga.id, "hr")
        people.set_settings(c, 1, {"time_zone": "Mars/Olympus"})
    company.on(DUE)
    company.on(TEN_DAYS_AFTER)
    assert "绩效月报" in written(company.read("奥"))
    assert company.read("何芸") == []
    assert "organisation 1" in {one.params["whose"] for one in wrong(url)}


def test_one_persons_zone_holds_up_no_digest(company: Company) -> None:
    with company.database.transaction() as c:
        ZONE(c)
    company.on(DUE)
    company.on(TEN_DAYS_AFTER)
    assert "绩效月报" in written(company.read("何芸"))
