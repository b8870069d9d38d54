"""Wishes that need no question more, or that come before there is anything to do, end in an answer all the same."""

import re
from datetime import datetime

import pytest

from storage import people, plans, runs
from storage.database import Database
from storage.values import plan_to_json
from tests.company import Company, plan, written

TOKEN = re.compile(r"[\w-]{43}")


@pytest.fixture
def company(database: Database) -> Company:
    company = Company(database, datetime.fromisoformat("2026-09-01T09:00+08:00"))
    for name in ("何芸", "吴军"):
        company.join(name, "hr")
    company.join("李明", "manager")
    return company


def draft(company: Company) -> int:
    """A plan that its manager still works at."""
    with company.database.transaction() as c:
        run = runs.start_run(
            c, 3, "post", version=1, header={"manager": "李明", "began": "2026-09-01"}, now=company.now
        )
        return plans.keep_draft(c, run.id, 3, content=plan_to_json(plan()), audit=[], now=company.now)


@pytest.mark.parametrize("role", ["hr", "employee", "HR"])
def test_an_invitation_without_a_question(company: Company, role: str) -> None:
    assert TOKEN.search(written(company.command("何芸", "invite", role)))
    with company.database.reading() as c:
        assert runs.statuses_of(c, 1) == {"done"}
    company.command("何芸", "invite")
    assert TOKEN.search(written(company.press("何芸", role.lower())))


def test_what_was_interrupted_goes_on_after_an_invitation(company: Company) -> None:
    with company.database.transaction() as c:
        people.grant_role(c, 1, "manager")
    company.roles["何芸"] = "manager"
    asked = company.command("何芸", "start")[-1]
    company.roles["何芸"] = "hr"
    said = company.command("何芸", "invite", "hr")
    assert TOKEN.search(written(said))
    assert said[-1]["key"] == asked["key"]


def test_reviewing_what_was_never_handed_in(company: Company) -> None:
    id = draft(company)
    assert "“店长”的计划尚未提交审核，李明还在编写" in written(company.command("何芸", "review", str(id)))


def test_reviewing_what_another_decided_on_or_its_manager_took_back(company: Company) -> None:
    id = draft(company)
    with company.database.transaction() as c:
        plans.submit(c, id, company.now)
    company.command("何芸", "review", str(id))
    company.command("吴军", "review", str(id))
    company.press("吴军", "approve")
    assert "已由吴军于" in written(company.press("何芸", "approve"))
    assert "已由吴军于" in written(company.command("何芸", "review", str(id)))


def test_reviewing_what_its_manager_took_back(company: Company) -> None:
    id = draft(company)
    with company.database.transaction() as c:
        plans.submit(c, id, company.now)
    company.command("何芸", "review", str(id))
    with company.database.transaction() as c:
        plans.take_back(c, id)
    assert "经理已将其收回" in written(company.press("何芸", "approve"))
    assert "尚未提交审核" in written(company.command("何芸", "review", str(id)))
