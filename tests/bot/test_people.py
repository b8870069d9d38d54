"""HR lists people, gives and takes roles, has them leave, moves plans, joins records; on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.answering import notify
from bot.desk import Desk
from bot.scene import Notice, Scene
from dialogs.acts import Command, Said
from dialogs.steps import Tell
from locales.text import text
from storage import (
    audit_events,
    departments,
    holders,
    invitations,
    leaving,
    outbox,
    people,
    plans,
    reports,
    runs,
    tables,
)
from storage.database import Database
from storage.tables import Role
from storage.values import plan_from_json
from tests.company import Company, plan, written
from tests.manager import Line, buttons, last_question, refused

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
PEOPLE: dict[str, Role] = {
    "何芸": "hr",
    "李明": "manager",
    "王芳": "employee",
    "赵敏": "manager",
    "吴军": "hr",
    "采购人力": "hr",
}
LI, WANG, ZHAO, WU = 2, 3, 4, 5


@pytest.fixture
def company(database: Database) -> Company:
    """Li leads the shop and has a post there, held by Wang; Zhao leads nothing; two of HR see all, one purchasing."""
    company = Company(database, BEGAN)
    ids = {name: company.join(name, role) for name, role in PEOPLE.items()}
    company.approve(LI, ids["何芸"], replace(plan(receiver="李明", judge="李明"), holder="王芳"), WANG)
    with database.transaction() as c:
        departments.lead(c, departments.find_or_make(c, 1, "零售部"), LI)
        people.set_scope(c, ids["采购人力"], ["采购部"])
    company.on("2026-09-30T10:00+08:00")
    for name in PEOPLE:
        company.read(name)
    return company


def roles(company: Company, id: int) -> set[Role]:
    with company.database.reading() as c:
        return set(people.roles_of(c, id))


def acts(company: Company) -> list[tuple[str, int | None, int | None]]:
    """What is on record, the first thing first."""
    with company.database.reading() as c:
        return [(one.action, one.by_id, one.person_id) for one in reversed(audit_events.newest(c, 1, 50))]


def leave(company: Company, id: int) -> list[Line]:
    assert f"people:{id}.leave.yes" in buttons(company.press("何芸", f"people:{id}.leave"))
    return company.press("何芸", f"people:{id}.leave.yes")


def without_role(company: Company, name: str, said: str) -> str:
    """What somebody is told who writes from an address at which no role is trusted, as in Telegram."""
    sender = replace(company._sender(name), role=None)
    desk = Desk(company.database, "远大公司", "zh_Hans")
    name_, _, argument = said.partition(" ")
    act = Command(name_[1:], argument) if said.startswith("/") else Said(said)
    assert desk.take(sender, f"{name}:{said}", act, company.now)
    return written(company.read(name))


def test_people_are_listed_with_what_they_are(company: Company) -> None:
    said = company.command("何芸", "people")
    assert "共6人" in written(said)
    assert "• 王芳：员工；部门：零售部" in written(said)
    assert "• 李明：经理；部门：零售部" in written(said)
    assert f"people:{WANG}" in buttons(said)
    card = company.press("何芸", f"people:{WANG}")
    assert "任职岗位：店长" in written(card)
    assert {f"people:{WANG}.give.manager", f"people:{WANG}.take.employee", f"people:{WANG}.leave"} <= buttons(card)
    for called in ("王芳", "#3", "3"):
        assert "王芳（#3）" in written(company.command("何芸", "people", called))
    assert "负责的岗位计划：店长" in written(company.command("何芸", "people", "李明"))
    assert refused(company.command("何芸", "people", "没有人"))


def test_a_manager_belongs_where_their_plans_are(company: Company) -> None:
    company.approve(ZHAO, 1, replace(plan(post="采购员"), department="采购部"))
    assert "• 赵敏：经理；部门：采购部" in written(company.command("何芸", "people"))


def test_hr_of_some_departments_sees_their_people_only(company: Company) -> None:
    assert refused(company.command("采购人力", "people"))  # nobody belongs to purchasing
    with company.database.transaction() as c:
        people.set_scope(c, 6, ["零售部"])
    said = written(company.command("采购人力", "people"))
    assert "王芳" in said
    assert "何芸" not in said
    assert refused(company.press("采购人力", "people:1.leave.yes"))
    assert refused(company.press("采购人力", f"people:{WANG}.give.hr"))
    assert refused(company.command("采购人力", "people", "log"))
    assert roles(company, WANG) == {"employee"}
    company.press("采购人力", f"people:{WANG}.give.manager")
    assert roles(company, WANG) == {"employee", "manager"}


def test_roles_are_given_and_taken_and_told(company: Company) -> None:
    company.press("何芸", f"people:{ZHAO}.give.hr")
    assert roles(company, ZHAO) == {"manager", "hr"}
    assert "何芸已将您设为人力资源" in written(company.read("赵敏"))
    company.press("何芸", f"people:{ZHAO}.take.hr")
    assert roles(company, ZHAO) == {"manager", "hr"}  # asked once more
    company.press("何芸", f"people:{ZHAO}.take.hr.yes")
    assert roles(company, ZHAO) == {"manager"}
    assert acts(company) == [("role_given", 1, ZHAO), ("role_taken", 1, ZHAO)]
    said = written(company.command("何芸", "people", "log"))
    assert "何芸：取消赵敏的身份：人力资源" in said


def test_who_is_no_manager_any_more_leaves_plans_to_hand_over(company: Company) -> None:
    said = company.press("何芸", f"people:{LI}.take.manager.yes")
    assert "现在无人负责：店长" in written(said)
    assert "people:plan.1" in buttons(said)
    with company.database.reading() as c:
        assert [one.leader for one in departments.departments_of(c, 1)] == [None]


def test_an_invitation_to_see_a_department_hides_nothing_from_who_sees_all(company: Company) -> None:
    with company.database.transaction() as c:
        purchasing = departments.find_or_make(c, 1, "采购部")
        token = invitations.invite(c, 1, "hr", now=company.now, inviter_id=1, department_id=purchasing)
        other = invitations.invite(c, 1, "hr", now=company.now, inviter_id=1, department_id=purchasing)
    company.command("吴军", "join", token)
    company.command("赵敏", "join", other)
    with company.database.reading() as c:
        assert people.scope_of(c, WU) == frozenset()
        assert people.scope_of(c, ZHAO) == {"采购部"}
    assert acts(company) == [("joined", 1, WU), ("joined", 1, ZHAO)]


def test_who_is_no_employee_any_more_holds_no_post(company: Company) -> None:
    company.press("何芸", f"people:{WANG}.take.employee.yes")
    with company.database.reading() as c:
        assert holders.holders_of(c, 1) == ()
        assert [one for one in reports.of_plan(c, 1) if one.reporter_id == WANG] == []


def test_the_last_one_of_hr_stays(company: Company) -> None:
    leave(company, WU)
    assert refused(company.press("何芸", "people:1.leave.yes"))
    assert refused(company.press("何芸", "people:1.take.hr.yes"))
    with company.database.transaction() as c:
        people.grant_role(c, ZHAO, "hr")
        people.set_scope(c, ZHAO, ["零售部"])
    company.roles["赵敏"] = "hr"
    assert refused(company.press("赵敏", "people:1.take.hr.yes"))
    assert roles(company, 1) == {"hr"}


def test_who_left_can_do_nothing_and_is_told_nothing(company: Company) -> None:
    company.command("王芳", "report")
    company.say("王芳", "退货率 1.8%，订单 127 单")  # and never says whether there is more
    leave(company, WANG)
    assert acts(company) == [("deactivated", 1, WANG)]
    assert "人力资源部已登记您离职" in written(company.say("王芳", "退货率 1%"))
    assert "人力资源部已登记您离职" in without_role(company, "王芳", "/plans")
    assert roles(company, WANG) == set()
    with company.database.reading() as c:
        assert runs.statuses_of(c, WANG) <= {"done", "cancelled"}
        assert holders.holders_of(c, 1) == ()
        # What they reported before they left counts, and stays theirs.
        figures = {str(one.report.value): one.report.person_id for one in reports.of_plan(c, 1) if one.report}
        assert not people.named(c, 1, "王芳")
    assert figures == {"1.8": WANG, "127": WANG}
    assert "王芳已离职，不再担任“店长”" in written(company.read("李明"))
    company.on("2026-11-02T10:00+08:00")
    assert company.read("王芳") == []
    assert "• 王芳：已离职" in written(company.command("何芸", "people"))
    assert "王芳" in written(company.command("李明", "progress", "1"))


def test_who_left_gets_what_is_kept_of_them_and_may_be_erased(company: Company) -> None:
    leave(company, WANG)
    assert "保存您的以下信息" in without_role(company, "王芳", "/privacy")
    without_role(company, "王芳", "/forget yes")
    assert "王芳要求删除" in written(company.read("何芸"))
    assert "erase:3" in buttons(company.command("何芸", "review"))


def test_nothing_that_waited_is_sent_and_no_notice_comes(company: Company) -> None:
    with company.database.transaction() as c:
        outbox.put(c, "local", "吴军", [{"type": "message", "text": "绩效月报"}], company.now)
    leave(company, WU)
    with company.database.transaction() as c:
        scene = Scene(c, people.person_of(c, 1), frozenset({"hr"}), company.now, None)
        notify(scene, Notice(WU, (Tell(text("idle")),)), "zh_Hans")
    assert company.read("吴军") == []


def test_a_confirmation_under_way_is_the_managers_once_the_receiver_left(company: Company) -> None:
    company.join("周颖", "manager")
    company.approve(LI, 1, replace(plan(receiver="周颖", judge="周颖"), post="收银员"), WANG)
    company.on("2026-10-31T10:00+08:00")
    company.command("周颖", "report")
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    leave(company, 7)
    with company.database.reading() as c:
        judges = {one.reporter_id for one in reports.of_plan(c, 2) if one.indicator_id == 3}
    assert judges == {LI}
    company.command("李明", "confirm")
    assert last_question(company.command("李明", "confirm"))


def test_who_is_back_has_no_roles_until_they_are_given(company: Company) -> None:
    leave(company, ZHAO)
    said = company.press("何芸", f"people:{ZHAO}.back")
    assert "赵敏已重新入职，目前没有身份" in written(said)
    assert roles(company, ZHAO) == set()
    company.press("何芸", f"people:{ZHAO}.give.manager")
    assert "何芸已将您设为经理" in written(company.read("赵敏"))


def test_invitations_of_who_left_let_nobody_in(company: Company) -> None:
    with company.database.transaction() as c:
        token = invitations.invite(c, 1, "hr", now=company.now, inviter_id=WU)
    leave(company, WU)
    company.roles["新人"] = "hr"
    assert "已被撤回" in without_role(company, "新人", f"/start {token}")
    with company.database.reading() as c:
        assert people.person_at(c, "local", "新人") is None


def test_an_invitation_is_listed_and_taken_back(company: Company) -> None:
    with company.database.transaction() as c:
        token = invitations.invite(c, 1, "manager", now=company.now, inviter_id=1, name="孙丽")
    said = company.command("何芸", "invitations")
    assert "1. 孙丽：经理" in written(said)
    assert token not in written(said)
    assert refused(company.command("采购人力", "invitations", "1"))
    company.press("何芸", "invitations:1")
    assert "没有未使用的邀请" in written(company.command("何芸", "invitations"))
    assert refused(company.press("何芸", "invitations:1"))
    company.roles["新人"] = "manager"
    assert "已被撤回" in without_role(company, "新人", f"/join {token}")
    assert acts(company) == [("invitation_taken_back", 1, None)]


def test_a_plan_moves_with_all_that_goes_with_it(company: Company) -> None:
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    company.read("李明")
    assert f"people:plan.1.{ZHAO}" in buttons(company.press("何芸", "people:plan.1"))
    company.press("何芸", f"people:plan.1.{ZHAO}")
    assert "“店长”现由赵敏负责" in written(company.read("李明"))
    assert "您已接手" in written(company.read("赵敏"))
    assert "您的岗位由赵敏负责：店长" in written(company.read("王芳"))
    assert last_question(company.command("赵敏", "confirm"))
    assert refused(company.command("李明", "progress", "1"))
    with company.database.reading() as c:
        kept = plans.approved(c, 1)
    assert kept
    assert {one.tracking.receiver for one in plan_from_json(kept.content).indicators} == {"赵敏"}
    assert acts(company) == [("plan_moved", 1, ZHAO)]


@pytest.mark.parametrize("argument", ["plan 1 赵敏", "plan.1.4", "Plan #1 赵敏"])
def test_a_plan_moves_by_the_name_of_the_heir(company: Company, argument: str) -> None:
    assert "已移交给赵敏" in written(company.command("何芸", "people", argument))


@pytest.mark.parametrize("argument", ["plan 1 王芳", "plan 1 没有人", "plan 9 赵敏", "plan 1 李明"])
def test_a_plan_moves_to_other_managers_only(company: Company, argument: str) -> None:
    before = company.command("李明", "plans")
    assert refused(company.command("何芸", "people", argument))
    assert company.command("李明", "plans") == before


def test_a_department_passes_on_from_whoever_left(company: Company) -> None:
    leave(company, LI)
    said = company.command("何芸", "departments", "零售部，赵敏")
    assert "“零售部”现由赵敏负责" in written(said)
    assert "您已接手“零售部”的以下岗位：店长" in written(company.read("赵敏"))


def test_posts_of_a_department_that_nobody_led_on_record_are_offered(company: Company) -> None:
    with company.database.transaction() as c:
        c.execute(tables.department.update().values(leader_id=None))
    said = company.command("何芸", "departments", "零售部，赵敏")
    assert "• 店长：李明" in written(said)
    assert f"people:plan.1.{ZHAO}" in buttons(said)
    assert "店长" in written(company.command("李明", "plans"))
    company.press("何芸", f"people:plan.1.{ZHAO}")
    assert "店长" in written(company.command("赵敏", "plans"))


@pytest.mark.parametrize(("how", "old"), [("new", False), ("both", True)])
def test_two_records_of_one_person_are_joined(company: Company, how: str, old: bool) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    other = company.join("王芳 (2)", "employee")
    with company.database.transaction() as c:
        holders.hold(c, 1, other, company.now)
        people.grant_role(c, other, "manager")
    company.on("2026-09-30T11:00+08:00")
    assert f"people:{WANG}.same.{other}" in buttons(company.press("何芸", f"people:{WANG}.same"))
    said = company.command("何芸", "people", "王芳 = 王芳 (2)")
    assert {f"people:{WANG}.same.{other}.new", f"people:{WANG}.same.{other}.both"} == buttons(said)
    company.press("何芸", f"people:{WANG}.same.{other}.{how}")
    with company.database.reading() as c:
        new = people.person_at(c, "local", "王芳 (2)")
        assert new
        assert (new.id, new.name) == (WANG, "王芳")
        assert (people.person_at(c, "local", "王芳") is not None) is old
        assert holders.holders_of(c, 1) == (WANG,)
        figures = [str(one.report.value) for one in reports.of_plan(c, 1) if one.report]
        left = [row for table in tables.metadata.sorted_tables for row in refer(c, table, other)]
    assert figures == ["1.8", "127"]
    assert left == []
    assert roles(company, WANG) == {"employee", "manager"}
    assert "您在这里的姓名是王芳" in written(company.read("王芳 (2)"))
    assert acts(company) == [("records_joined", 1, WANG)]


def refer(c: object, table: object, id: int) -> list[object]:
    """The rows of a table that refer to a person."""
    columns = [column for column in table.c if column.references(tables.person.c.id)]  # type: ignore[attr-defined]
    return [row for column in columns for row in c.execute(select(table).where(column == id))]  # type: ignore[attr-defined, call-overload]


def test_records_that_both_reported_the_same_are_not_joined(company: Company) -> None:
    other = company.join("王芳 (2)", "employee")
    with company.database.transaction() as c:
        holders.hold(c, 1, other, company.now)
    company.on("2026-09-30T11:00+08:00")
    for name, figure in (("王芳", "1.8"), ("王芳 (2)", "1.9")):
        company.say(name, f"退货率 {figure}%，订单 127 单", "跳过")
    assert refused(company.press("何芸", f"people:{WANG}.same.{other}.new"))
    with company.database.reading() as c:
        assert people.person_at(c, "local", "王芳 (2)") == people.person_of(c, other)
        assert people.contacts_of(c, WANG) == (("local", "王芳"),)


def test_nobody_who_left_is_joined(company: Company) -> None:
    other = company.join("王芳 (2)", "employee")
    leave(company, other)
    assert refused(company.press("何芸", f"people:{WANG}.same.{other}.new"))
    with company.database.reading() as c:
        assert leaving.is_deactivated(c, other)
