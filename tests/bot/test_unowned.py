"""What nobody owns is told to HR until somebody does; on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest

from kpi.period import Period
from storage import people, plans, reports
from storage.database import Database
from storage.tables import Role
from tests.company import Company, plan, written
from tests.manager import buttons, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
PEOPLE: dict[str, Role] = {
    "何芸": "hr",
    "李明": "manager",
    "王芳": "employee",
    "赵敏": "manager",
    "采购人力": "hr",
}
LI, ZHAO = 2, 4


@pytest.fixture
def company(database: Database) -> Company:
    """Li's post is held by Wang, who missed a standard; Zhao has no post yet. HR of purchasing sees none of it."""
    company = Company(database, BEGAN)
    for name, role in (
        ("何芸", "hr"),
        ("李明", "manager"),
        ("王芳", "employee"),
        ("赵敏", "manager"),
        ("采购人力", "hr"),
    ):
        company.join(name, role)  # type: ignore[arg-type] # the roles are those there are
    with database.transaction() as c:
        people.set_scope(c, 5, ["采购部"])
    company.approve(LI, 1, plan(), 3)
    company.on("2026-09-30T10:00+08:00").say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    for name in ("何芸", "李明"):
        company.read(name)
    return company


def told(company: Company, moment: str, name: str = "何芸") -> str:
    """What somebody is told by a time."""
    company.on(moment)
    return written(company.read(name))


def test_hr_is_told_at_once_and_again_until_somebody_owns_it(company: Company) -> None:
    company.press("何芸", f"people:{LI}.leave.yes")
    company.on("2026-09-30T11:00+08:00")
    said = company.read("何芸")
    assert "#1 店长，原负责人李明：待确认的上报2项，未完成的改进措施0项" in written(said)
    assert "people:plan.1" in buttons(said)
    assert "无人负责" not in written(company.read("采购人力"))
    assert "无人负责" not in told(company, "2026-10-05T11:00+08:00")
    assert "无人负责" in told(company, "2026-10-08T11:00+08:00")
    company.press("何芸", f"people:plan.1.{ZHAO}")
    assert "无人负责" not in told(company, "2026-10-20T11:00+08:00")
    assert last_question(company.command("赵敏", "confirm"))


def test_open_notes_are_told_of(company: Company) -> None:
    company.command("李明", "confirm")
    company.say("李明", "确认")
    company.press("何芸", f"people:{LI}.leave.yes")
    assert "待确认的上报0项，未完成的改进措施1项" in told(company, "2026-10-12T11:00+08:00")


def test_nobodys_silence_confirms_nothing_and_an_heir_has_all_the_days(company: Company) -> None:
    company.press("何芸", f"people:{LI}.leave.yes")
    assert verdicts(company, "2026-10-12T11:00+08:00") == {None}
    company.press("何芸", f"people:plan.1.{ZHAO}")
    assert verdicts(company, "2026-10-16T11:00+08:00") == {None}
    assert verdicts(company, "2026-10-18T11:00+08:00") == {"confirmed"}


def verdicts(company: Company, moment: str) -> set[str | None]:
    """What is said of the reports by a time."""
    company.on(moment)
    with company.database.reading() as c:
        return {one.report.verdict for one in reports.of_plan(c, 1) if one.report}


def test_another_plan_is_told_of_at_once(company: Company) -> None:
    company.approve(ZHAO, 1, replace(plan(post="采购员"), department="采购部"))
    company.press("何芸", f"people:{LI}.take.manager.yes")
    assert "店长" in told(company, "2026-09-30T11:00+08:00")
    company.press("何芸", f"people:{ZHAO}.leave.yes")
    assert "采购员" in told(company, "2026-09-30T12:00+08:00")
    assert "采购员" in written(company.read("采购人力"))


def test_a_plan_that_is_over_is_nobodys_to_own(company: Company) -> None:
    company.approve(ZHAO, 1, replace(plan(post="采购员"), period=Period("2026年8月")))
    company.press("何芸", f"people:{ZHAO}.leave.yes")
    with company.database.transaction() as c:
        plans.keep_end(c, 2, BEGAN.date())
    assert "采购员" not in told(company, "2026-09-30T11:00+08:00")
