"""What ends with a role that is taken, and what those of HR see who come, go and are joined; on both databases."""

import pytest

from bot.personnel import Doing, give_role
from storage import people, reports, runs
from tests.bot.test_people import LI, WANG, WU, company, without_role
from tests.company import Company, written

__all__ = ["company"]  # a fixture


def test_figures_count_that_somebody_gave_before_they_were_no_employee_any_more(company: Company) -> None:
    company.command("王芳", "report")
    company.say("王芳", "退货率 1.8%，订单 127 单")  # and never says whether there is more
    company.press("何芸", f"people:{WANG}.take.employee.yes")
    with company.database.reading() as c:
        figures = [str(one.report.value) for one in reports.of_plan(c, 1) if one.report]
        assert runs.runs_of(c, WANG, "active", "paused") == ()
    assert figures == ["1.8", "127"]


def test_who_is_no_manager_any_more_confirms_and_judges_nothing(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    company.command("李明", "confirm")
    company.press("何芸", f"people:{LI}.take.manager.yes")
    company.read("李明")
    for said in ("确认", "/confirm", "/report", "有结论"):
        without_role(company, "李明", said)
    company.on("2026-10-31T10:00+08:00")
    assert "需要上报" not in written(company.read("李明"))
    with company.database.reading() as c:
        assert [one.report.verdict for one in reports.of_plan(c, 1) if one.report] == [None, None]
    company.press("何芸", f"people:{LI}.give.manager")
    company.on("2026-10-31T11:00+08:00")
    assert "报表的清晰度" in written(company.read("李明"))
    assert "退货率：1.8%" in written(company.command("李明", "confirm"))


@pytest.mark.parametrize(
    ("mine", "theirs", "seen"),
    [([], ["采购部"], []), (["采购部"], [], []), (["采购部"], ["零售部"], ["采购部", "零售部"])],
)
def test_joined_records_of_hr_see_what_either_saw(
    company: Company, mine: list[str], theirs: list[str], seen: list[str]
) -> None:
    other = company.join("吴军 (2)", "hr")
    with company.database.transaction() as c:
        people.set_scope(c, WU, mine)
        people.set_scope(c, other, theirs)
    company.press("何芸", f"people:{WU}.same.{other}.both")
    with company.database.reading() as c:
        assert people.scope_of(c, WU) == frozenset(seen)


def test_what_hr_saw_once_limits_nobody_who_becomes_hr_again(company: Company) -> None:
    company.press("何芸", "people:6.take.hr.yes")
    with company.database.transaction() as c:
        give_role(Doing(c, 1, None, company.now), people.person_of(c, 6), "hr")
        assert people.scope_of(c, 6) == frozenset()
