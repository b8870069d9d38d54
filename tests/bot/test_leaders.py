"""Who comes to lead a department takes over its posts, with all that goes with them; on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.desk import Desk
from dialogs.acts import Command, Edited, Pressed, Said
from storage import corrective_notes, departments, invitations, outbox, people, plans, reports, runs, tables
from storage.database import Database
from storage.tables import Role
from storage.values import plan_from_json
from tests.company import Company, plan, written
from tests.manager import SIMPLIFIED, Manager, buttons, last_question, refused

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
PEOPLE: dict[str, Role] = {"何芸": "hr", "李明": "manager", "王芳": "employee", "赵敏": "manager", "吴军": "hr"}


@pytest.fixture
def company(database: Database) -> Company:
    """Li leads the shop and has a post there, held by Wang, and one elsewhere; Zhao leads nothing."""
    company = Company(database, BEGAN)
    ids = {name: company.join(name, role) for name, role in PEOPLE.items()}
    company.approve(ids["李明"], ids["何芸"], replace(plan(receiver="李明", judge="李明"), holder="王芳"), ids["王芳"])
    company.approve(ids["李明"], ids["何芸"], replace(plan(post="采购员"), department="采购部"))
    with database.transaction() as c:
        departments.lead(c, departments.find_or_make(c, 1, "零售部"), ids["李明"])
        people.set_scope(c, ids["吴军"], ["采购部"])
    company.on("2026-09-30T10:00+08:00")
    for name in PEOPLE:
        company.read(name)
    return company


def appoint(company: Company, name: str = "赵敏") -> str:
    """HR has somebody lead the shop; returns what the one is told."""
    said = company.command("何芸", "departments", f"零售部，{name}")
    assert f"“零售部”现由{name}负责" in written(said)
    return written(company.read(name))


def invited(company: Company) -> str:
    """The token of an invitation that HR makes for the leader of the shop."""
    company.command("何芸", "invite", "manager")
    return written(company.say("何芸", "零售部")).rpartition("/join ")[2]


def test_who_is_invited_to_lead_takes_the_posts_over(company: Company) -> None:
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    token = invited(company)
    company.read("李明")
    company.roles["孙丽"] = "manager"
    desk = Desk(company.database, "远大公司", "zh_Hans")
    sender = replace(company._sender("孙丽"), role=None)  # she comes by the link
    assert desk.take(sender, "1", Command("start", token.strip()), company.now)
    said = company.read("孙丽")
    assert "您已加入" in written(said)
    assert "您已接手“零售部”的以下岗位：店长。" in written(said)
    assert {"plans", "team"} <= buttons(said)
    question = last_question(said)
    assert question
    assert question["name"] == "judgement"  # what waits for them is theirs at once
    assert "“零售部”现由孙丽负责。以下岗位已一并移交" in written(company.read("李明"))
    assert "从现在起，您的岗位由孙丽负责：店长。" in written(company.read("王芳"))
    assert "孙丽已加入" in written(company.read("何芸"))
    assert "负责人：孙丽" in written(company.command("何芸", "departments"))
    company.say("孙丽", "1", "跳过")
    question = last_question(company.command("孙丽", "confirm"))
    assert question
    assert question["name"] == "confirm"
    company.say("孙丽", "确认")
    assert "店长" in written(company.command("孙丽", "plans"))
    assert "王芳：应报3项，已报3项" in written(company.command("孙丽", "team"))
    assert "corrective:1" in buttons(company.command("孙丽", "corrective"))
    assert not refused(company.command("孙丽", "progress", "1"))


def test_the_former_leader_keeps_other_posts_only(company: Company) -> None:
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    company.read("李明")
    appoint(company)
    for command, argument in (("plans", "1"), ("progress", "1"), ("revise", "1"), ("hold", "1"), ("propose", "1")):
        assert refused(company.command("李明", command, argument)), command
    # What they were asked to judge before is refused where they answer it.
    assert "已改由他人上报" in written(company.say("李明", "1", "跳过"))
    assert "店长" not in written(company.command("李明", "team"))
    assert last_question(company.command("李明", "confirm")) is None
    assert "采购员" in written(company.command("李明", "plans"))
    assert refused(company.command("赵敏", "plans", "2"))


def test_later_reports_and_judgements_come_to_the_new_leader(company: Company) -> None:
    appoint(company)
    company.on("2026-09-30T11:00+08:00")
    question = last_question(company.command("赵敏", "report"))
    assert question
    assert question["name"] == "judgement"
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    assert "王芳上报了“店长”的数据" in written(company.read("赵敏"))
    company.on("2026-10-31T10:00+08:00")
    with company.database.reading() as c:
        judges = {one.reporter_id for one in reports.of_plan(c, 1) if one.indicator_id == 3}
        kept = plans.approved(c, 1)
    assert judges == {4}
    assert kept
    tracked = plan_from_json(kept.content)
    assert {one.tracking.receiver for one in tracked.indicators} == {"赵敏"}
    assert tracked.holder == "王芳"


def test_what_was_open_before_goes_to_the_former_leader_no_more(company: Company) -> None:
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    company.command("李明", "confirm")
    appoint(company)
    assert "不由您确认" in written(company.say("李明", "确认"))
    with company.database.reading() as c:
        assert len(reports.found(c, reports.unconfirmed(1))) == 2
    company.command("赵敏", "confirm")
    company.say("赵敏", "确认")
    with company.database.reading() as c:
        assert reports.found(c, reports.unconfirmed(1)) == ()
        assert [one.manager_id for one in corrective_notes.open_of_plan(c, 1)] == [4]


def test_a_question_of_the_holder_is_the_new_leaders_to_answer(company: Company) -> None:
    with company.database.transaction() as c:
        c.execute(tables.acknowledgement.delete())
    company.command("王芳", "acknowledge", "1")
    company.press("王芳", "question")
    company.say("王芳", "退货率含换货吗？")
    company.read("李明")
    assert "王芳对“店长”的计划提出疑问：\n退货率含换货吗？" in appoint(company)
    company.press("赵敏", "answer:1")
    company.say("赵敏", "不含换货")
    assert "不含换货" in written(company.read("王芳"))


def interviewed(company: Company) -> int:
    """A plan of Li's in the shop, as far as handing it in; returns its id."""
    scripted, said = Manager({**SIMPLIFIED, "department": "零售部"}), company.command("李明", "start", "new")
    while (question := last_question(said)) and question["name"] != "submit":
        line = scripted.answer(question)
        said = company.say("李明", Pressed(line["press"]) if "press" in line else Said(line["text"]))
    return 3


def test_an_interview_under_way_goes_on_with_the_new_leader(company: Company) -> None:
    id = interviewed(company)
    with company.database.reading() as c:
        before = plans.plan(c, id)
    appoint(company)
    assert "尚未完成的修改" in written(company.read("李明"))
    for answer in (Pressed("submit"), Command("submit"), Said("提交"), Said("大客户总监"), Command("resume")):
        assert company.say("李明", answer)
    with company.database.reading() as c:
        now = plans.plan(c, id)
        assert before
        assert now
        assert (now.status, now.content["post"], now.person_id) == ("draft", before.content["post"], 4)
        named = plan_from_json(now.content).indicators[0].tracking.receiver
    assert named == "赵敏"
    question = last_question(company.command("赵敏", "revise", str(id)))
    assert question
    assert question["name"] == "submit"
    company.press("赵敏", "submit")
    with company.database.reading() as c:
        submitted = plans.plan(c, id)
    assert submitted
    assert submitted.status == "submitted"
    # What the interview says again is of the new leader too.
    assert plan_from_json(submitted.content).indicators[0].tracking.receiver == "赵敏"
    company.command("何芸", "review", str(id))
    company.press("何芸", "return")
    company.say("何芸", "整份计划", "请补充指标", "没有了")
    assert "请补充指标" in written(company.read("赵敏"))
    assert company.read("李明") == []


def test_what_interrupted_an_interview_that_passed_on_does_not_go_back_to_it(company: Company) -> None:
    id = interviewed(company)
    company.say("李明", Command("away"))
    appoint(company)
    company.say("李明", "12月2日至9日")
    with company.database.reading() as c:
        kept = plans.plan(c, id)
        assert kept
        assert (runs.run_of(c, kept.run_id).person_id, runs.run_of(c, kept.run_id).status) == (4, "paused")
        assert runs.active_run(c, 2) is None


def test_no_message_of_the_new_leader_edits_an_answer_of_the_former(company: Company) -> None:
    sender = company._sender("李明")
    assert company.desk.take(sender, "e1", Command("start", "new"), company.now)
    interviewed(company)
    with company.database.transaction() as c:
        c.execute(tables.entry.update().where(tables.entry.c.key == "post").values(message_id="17"))
    appoint(company)
    company.command("赵敏", "revise", "3")
    company.say("赵敏", Edited("17", "大客户总监"))
    with company.database.reading() as c:
        kept = plans.plan(c, 3)
    assert kept
    assert kept.content["post"] == "大客户经理"


def test_a_draft_moves_no_post_to_another_leader(company: Company) -> None:
    with company.database.transaction() as c:
        kept = plans.plan(c, 1)
        assert kept
        content = {**kept.content, "department": "采购部"}
        plans.keep_draft(c, kept.run_id, 2, content=content, audit=[], now=company.now)
    company.command("何芸", "departments", "采购部 赵敏")
    assert "采购员" not in written(company.read("赵敏"))  # Li led no purchasing
    assert "店长" in appoint(company)


def test_who_was_erased_leaves_their_posts_to_the_new_leader(company: Company) -> None:
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    company.command("李明", "forget", "yes")
    company.command("何芸", "erase", "2.yes")
    told = appoint(company)
    assert "何芸已请您负责“零售部”。" in told
    assert "以下岗位：店长" in told
    assert last_question(company.command("赵敏", "confirm"))
    company.on("2026-09-30T11:00+08:00")
    assert last_question(company.command("赵敏", "report"))
    with company.database.reading() as c:
        kept = plans.approved(c, 1)
        before = list(c.execute(select(tables.run.c.id, tables.run.c.status).order_by(tables.run.c.id)))
    assert kept
    assert kept.content["outputs"][0]["indicators"][0]["tracking"]["receiver"] == "赵敏"
    # The answers behind the plan are gone: it is told, and nothing is begun.
    for command, argument in (("revise", "1"), ("propose", "1")):
        said = company.command("赵敏", command, argument)
        assert "已随原经理的个人信息一并删除" in written(said), command
    with company.database.reading() as c:
        assert list(c.execute(select(tables.run.c.id, tables.run.c.status).order_by(tables.run.c.id))) == before


def test_a_plan_of_who_was_erased_can_be_returned_to_the_new_leader(company: Company) -> None:
    id = interviewed(company)
    company.press("李明", "submit")
    company.command("李明", "forget", "yes")
    company.command("何芸", "erase", "2.yes")
    appoint(company)
    company.command("何芸", "review", str(id))
    company.press("何芸", "return")
    company.say("何芸", "整份计划", "请补充指标", "没有了")
    said = written(company.read("赵敏"))
    assert "请补充指标" in said
    assert "已随原经理的个人信息一并删除" in said
    with company.database.reading() as c:
        assert runs.active_run(c, 4) is None


def test_the_same_leader_again_loses_nothing(company: Company) -> None:
    assert "接手" not in appoint(company, "李明")
    assert "店长" in written(company.command("李明", "plans"))


@pytest.mark.parametrize("argument", ["零售部", "零售部，王芳", "零售部，没有人", "市场部，赵敏", "赵敏"])
def test_what_names_no_department_or_manager_is_refused_with_an_example(company: Company, argument: str) -> None:
    said = company.command("何芸", "departments", argument)
    assert refused(said)
    assert "/departments 市场部，陈静" in written(said)
    with company.database.reading() as c:
        assert [one.leader for one in departments.departments_of(c, 1)] == ["李明"]


def test_hr_appoints_in_its_own_departments_only(company: Company) -> None:
    said = company.command("吴军", "departments", "零售部，赵敏")
    assert refused(said)
    assert "更换以下部门的负责人：采购部。" in written(said)
    assert not refused(company.command("吴军", "departments", "采购部，赵敏"))
    assert refused(company.command("李明", "departments", "零售部，赵敏"))


def test_everybody_is_told_in_their_own_language(company: Company) -> None:
    company.join("Ann", "manager", language="en")
    assert "You take over these posts of “零售部”: 店长." in appoint(company, "Ann")
    assert "现由Ann负责" in written(company.read("李明"))


def test_an_invitation_to_lead_nothing_new_takes_nothing(company: Company) -> None:
    with company.database.transaction() as c:
        token = invitations.invite(c, 1, "manager", now=company.now, inviter_id=1)
    said = company.command("赵敏", "join", token)
    assert "接手" not in written(said)
    with company.database.reading() as c:
        assert outbox.pending(c, "local", "李明") == ()
        assert {one.person_id for one in plans.plans_of(c, 2)} == {2}
