"""Who is erased is named nowhere any more, and nothing breaks without them; on both databases."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.answering import notify
from bot.scene import Begin, Notice, Scene
from dialogs.absence import AbsenceHeader
from dialogs.steps import Tell
from kpi.evidence import File
from locales.text import Text, text
from locales.words import words
from storage import departments, erasure, outbox, people, plans, reports, runs, tables
from storage.database import Database
from storage.tables import metadata
from storage.values import plan_from_json, plan_to_json
from tests.company import Company, plan, written
from tests.manager import last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


@pytest.fixture
def company(database: Database) -> Company:
    """Li's plan is held by Wang; Zhou judges one indicator and receives all figures of it."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("周颖", "manager")
    company.approve(li, he, replace(plan(receiver="周颖", judge="周颖"), holder="王芳"), wang)
    with database.transaction() as c:
        departments.lead(c, departments.find_or_make(c, 1, "零售部"), li)
    return company.on("2026-09-30T10:00+08:00")


def erase(company: Company, name: str, id: int) -> None:
    company.command(name, "forget", "yes")
    assert name in written(company.command("何芸", "erase", f"{id}.yes"))
    company.read("何芸")


def kept(company: Company, *but: str) -> str:
    """All that is in the database, without some tables."""
    with company.database.reading() as c:
        rows: list[Any] = [
            list(map(str, row))
            for table in metadata.sorted_tables
            if table.name not in but
            for row in c.execute(select(table).order_by(*table.primary_key))
        ]
    return json.dumps(rows, ensure_ascii=False)


def current(company: Company) -> Any:
    with company.database.reading() as c:
        found = plans.plan(c, 1)
        assert found
        return plan_from_json(found.content)


def test_no_row_names_who_is_erased(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "供应商迟了")
    company.command("周颖", "confirm")
    erase(company, "王芳", 3)
    # What was sent to others is emptied as it arrives; here it still waits.
    assert "王芳" not in kept(company)
    assert current(company).holder == "#3"


def test_what_waits_to_be_sent_names_a_number(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    erase(company, "王芳", 3)
    assert "#3上报了“店长”的数据" in written(company.read("周颖"))


@pytest.mark.parametrize(("name", "longer"), [("王芳", "王芳华"), ("Ann", "Ann Baker")])
def test_others_whose_names_contain_the_erased_one_keep_them(database: Database, name: str, longer: str) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    company.approve(li, he, plan(), company.join(name, "employee"), company.join(longer, "employee"))
    company.on("2026-09-30T10:00+08:00").say(longer, "退货率 3.8%，订单 127 单", "跳过")
    company.command("李明", "confirm")
    company.press("李明", "confirm")
    company.press("李明", "corrective:1")
    company.say("李明", "每天复盘退货原因", f"{longer}和{name}", "10月20日")
    company.command(longer, "propose", "1.1")
    company.say(longer, "不超过3%", "供应商换了")
    erase(company, name, 3)
    assert f"{longer}建议" in written(company.read("李明"))
    assert f"{longer}和#3" in written(company.command("李明", "corrective"))
    assert f"#3{longer.removeprefix(name)}" not in kept(company)


def test_scores_stay(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    before = written(company.command("李明", "progress", "1"))
    erase(company, "王芳", 3)
    said = written(company.command("李明", "progress", "1"))
    assert [line for line in said.split("\n") if line.startswith(("• 退货率", "得分"))] == [
        line for line in before.split("\n") if line.startswith(("• 退货率", "得分"))
    ]
    assert "#3" in said
    assert "#3“店长”的得分" in written(company.command("李明", "history", "1"))
    assert "#3" in written(company.command("李明", "team"))


def test_nothing_more_is_due_from_who_is_erased(company: Company) -> None:
    erase(company, "王芳", 3)
    company.on("2026-10-31T10:00+08:00")
    with company.database.reading() as c:
        assert [(one.indicator_id, str(one.due_on)) for one in reports.of_plan(c, 1)] == [(3, "2026-09-30")]
    assert last_question(company.command("李明", "report")) is None
    company.on("2026-11-02T10:00+08:00").read("何芸")
    said = written(company.command("何芸", "digest", "monthly"))
    assert "绩效月报：2026年10月1日" in said
    assert "#3" not in said


def test_figures_that_were_given_count_when_their_interview_is_open(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单")
    erase(company, "王芳", 3)
    with company.database.reading() as c:
        assert [one.report and str(one.report.value) for one in reports.of_plan(c, 1)] == ["1.8", "127", None]
    assert "#3上报了“店长”的数据" in written(company.read("周颖"))


def test_what_can_be_reported_by_nobody_is_neither_missing_nor_overdue(company: Company) -> None:
    company.say("王芳", "退货率 1.8%")
    erase(company, "王芳", 3)
    with company.database.reading() as c:
        assert [one.indicator_id for one in reports.of_plan(c, 1)] == [1, 3]
    company.on("2026-10-02T10:00+08:00")
    # What is late is the judge's to give.
    assert "店长，#3（已卸任）：应报2项，已报1项，逾期1项" in written(company.command("李明", "team"))
    company.read("何芸")
    assert "#3" not in written(company.command("何芸", "digest", "monthly"))


def test_an_interview_at_fault_keeps_nobody_from_being_erased(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单")
    with company.database.transaction() as c:
        c.execute(update(tables.run).where(tables.run.c.person_id == 3).values(header={}))
        erasure.ask(c, 3, company.now)
    assert "已删除" in written(company.command("何芸", "erase", "3.yes"))
    assert "王芳" not in kept(company, "outbox")


def test_what_was_missed_before_stays_missed(company: Company) -> None:
    company.on("2026-11-10T10:00+08:00")
    erase(company, "王芳", 3)
    with company.database.reading() as c:
        dues = [(one.indicator_id, str(one.due_on)) for one in reports.of_plan(c, 1)]
    assert dues == [(1, "2026-09-30"), (2, "2026-09-30"), (3, "2026-09-30"), (3, "2026-10-31")]


def test_a_judge_who_is_erased_leaves_it_to_the_manager(company: Company) -> None:
    question = last_question(company.command("周颖", "report"))
    assert question
    assert question["name"] == "judgement"
    erase(company, "周颖", 4)
    company.read("李明")
    company.on("2026-09-30T11:00+08:00")
    question = last_question(company.command("李明", "report"))
    assert question
    assert question["name"] == "judgement"
    company.say("李明", "1", "跳过")
    company.on("2026-10-31T10:00+08:00")
    with company.database.reading() as c:
        reporters = {one.indicator_id: one.reporter_id for one in reports.of_plan(c, 1)}
    assert reporters == {1: 3, 2: 3, 3: 2}


def test_figures_go_to_the_manager_when_their_receiver_is_erased(company: Company) -> None:
    erase(company, "周颖", 4)
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    assert "王芳上报了" in written(company.read("李明"))
    assert current(company).indicators[0].tracking.receiver == "#4"
    # A number is nobody's name: no post is given to it.
    assert "没有“#4”" in written(company.command("李明", "hold", "1 #4"))


def test_a_manager_who_is_erased_leaves_their_plans_and_departments(company: Company) -> None:
    with company.database.transaction() as c:
        run = runs.start_run(
            c, 2, "post", version=1, header={"manager": "李明", "began": "2026-09-01"}, now=company.now
        )
        id = plans.keep_draft(c, run.id, 2, content=plan_to_json(plan()), audit=[], now=company.now)
        plans.submit(c, id, company.now)
    erase(company, "李明", 2)
    assert "李明" not in kept(company)
    with company.database.reading() as c:
        assert [one.leader for one in departments.departments_of(c, 1)] == [None]
    question = last_question(company.command("何芸", "review", str(id)))
    assert question
    assert "#2" in question["text"]
    company.press("何芸", "return")
    said = company.say("何芸", "整份计划", "请补充指标", "没有了")
    assert "#2" in written(said)
    with company.database.reading() as c:
        returned = plans.plan(c, id)
    assert returned
    assert returned.status == "returned"
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    company.on("2026-11-02T10:00+08:00")
    assert "3项" in written(company.command("何芸", "digest", "monthly"))


def test_a_name_in_a_sentence_of_others_stays(company: Company) -> None:
    with company.database.transaction() as c:
        first = reports.of_plan(c, 1)[0]
        reports.keep(c, first.id, 2, observed=["有结论"], note="王芳休假期间由赵强代报", now=company.now)
    erase(company, "王芳", 3)
    assert "王芳休假期间由赵强代报" in kept(company)
    assert "王芳" not in kept(company, "report")


def test_another_organisation_keeps_its_own(company: Company) -> None:
    with company.database.transaction() as c:
        other = people.find_or_make_organisation(c, "别的公司", BEGAN)
        place = {"channel": "local", "address": "别家"}
        stranger = people.make_person(c, other, "王芳", **place, now=BEGAN)
        outbox.put(c, "local", "别家", [{"type": "message", "text": "王芳，您好"}], company.now)
        run = runs.start_run(c, stranger.id, "post", version=1, header={"manager": "王芳"}, now=company.now)
    erase(company, "王芳", 3)
    with company.database.reading() as c:
        assert runs.run_of(c, run.id).header == {"manager": "王芳"}
        assert people.person_of(c, stranger.id).name == "王芳"
        assert outbox.pending(c, "local", "别家")[0].payload["text"] == "王芳，您好"


TABLES = {
    "person", "role", "contact", "run", "entry", "plan", "plan_version", "holder", "acknowledgement",
    "holder_question", "decision", "due", "report", "evidence", "confirmation", "corrective_note", "proposal",
    "absence", "scope", "digest", "declined_digest", "access", "erasure", "department", "invitation",
    "deactivation", "audit_event", "unowned_notice", "named",
}  # fmt: skip
"""What a person is given of themselves."""


def test_what_is_given_has_every_table(company: Company) -> None:
    with company.database.reading() as c:
        assert set(erasure.everything(c, 3)) == TABLES


def test_what_others_said_of_a_person_is_given_to_them(company: Company) -> None:
    file = File("local", "photo", "shelf", None, "货架")
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    with company.database.transaction() as c:
        first, _, judged = reports.of_plan(c, 1)
        assert first.report
        reports.conclude(c, first.report.id, "disputed", reason="系统里是 2.4%", person_id=4, now=company.now)
        seen = reports.keep(c, judged.id, 4, observed=["有结论"], note="来源不清", files=[file], now=company.now)
        reports.conclude(c, seen, "confirmed", person_id=2, now=company.now)
    with company.database.reading() as c:
        given, other = erasure.everything(c, 3), erasure.everything(c, 1)
    assert [(one["verdict"], one["reason"]) for one in given["confirmation"]] == [
        ("disputed", "系统里是 2.4%"),
        ("confirmed", None),
    ]
    assert [one["note"] for one in given["report"]] == [None, None, "来源不清"]
    assert [one["caption"] for one in given["evidence"]] == ["货架"]
    assert (other["confirmation"], other["report"], other["evidence"]) == ([], [], [])


def test_who_looked_and_who_confirmed_is_named_to_them(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    company.command("何芸", "progress", "1")
    with company.database.transaction() as c:
        for one, who in zip(reports.of_plan(c, 1), (4, None), strict=False):
            assert one.report
            reports.conclude(c, one.report.id, "confirmed", person_id=who, now=company.now)
    with company.database.reading() as c:
        given = erasure.everything(c, 3)
    assert ("progress/1", 1, "何芸") in [(one["what"], one["reader_id"], one["reader"]) for one in given["access"]]
    said = [(one["person_id"], one["person"]) for one in given["confirmation"]]
    assert said == [(4, "周颖"), (None, None)]


def test_a_manager_is_given_their_plans_and_what_hr_remarked(company: Company) -> None:
    with company.database.transaction() as c:
        run = runs.start_run(c, 2, "post", version=1, header={"manager": "李明"}, now=company.now)
        id = plans.keep_draft(c, run.id, 2, content=plan_to_json(plan()), audit=[], now=company.now)
        plans.submit(c, id, company.now)
        remarks = [{"about": "plan", "text": "请补充指标"}]
        plans.decide(c, id, company.now, person_id=1, verdict="returned", remarks=remarks, now=company.now)
        given, hr, holder = (erasure.everything(c, person_id) for person_id in (2, 1, 3))
    assert [one["id"] for one in given["plan"]] == [1, id]
    assert [one["status"] for one in given["plan_version"]] == ["approved", "returned"]
    assert given["decision"][-1]["remarks"] == hr["decision"][-1]["remarks"] == remarks
    assert [one["leader_id"] for one in given["department"]] == [2]
    assert (holder["plan"], holder["plan_version"], holder["decision"]) == ([], [], [])


def test_a_judge_is_given_what_they_were_to_judge_and_hr_where_it_looked(company: Company) -> None:
    company.command("何芸", "progress", "1")
    company.on("2026-10-02T10:00+08:00").read("何芸")
    with company.database.reading() as c:
        judge, hr, manager = (erasure.everything(c, person_id) for person_id in (4, 1, 2))
    assert [(one["indicator_id"], one["person_id"]) for one in judge["due"]] == [(3, 3)]
    assert "progress/1" in {one["what"] for one in hr["access"]}
    assert {one["reader_id"] for one in hr["access"]} == {1}
    assert ("monthly", "2026-09-30") in {(one["rhythm"], one["last"]) for one in hr["digest"]}
    assert manager["due"] == []


def test_a_request_is_taken_back_and_hr_told(company: Company) -> None:
    company.command("王芳", "forget")
    asked = company.press("王芳", "forget:yes")
    assert "forget:off" in [choice["id"] for line in asked for choice in line.get("choices", [])]
    assert "王芳要求删除" in written(company.read("何芸"))
    assert "请求已撤回" in written(company.press("王芳", "forget:off"))
    assert "王芳已撤回" in written(company.read("何芸"))
    assert "可能已撤回" in written(company.press("何芸", "erase:3"))
    with company.database.reading() as c:
        assert people.person_of(c, 3).name == "王芳"
    assert "没有待处理的删除请求" in written(company.command("王芳", "forget", "off"))
    erase(company, "王芳", 3)


def test_hr_is_asked_once_whether_they_mean_it(company: Company) -> None:
    company.command("王芳", "forget", "yes")
    said = company.press("何芸", "erase:3")
    assert "永久删除" in written(said)
    assert [choice["id"] for line in said for choice in line.get("choices", [])] == ["erase:3.yes"]
    with company.database.reading() as c:
        assert people.person_of(c, 3).name == "王芳"
    company.press("何芸", "erase:3.yes")
    with company.database.reading() as c:
        assert people.person_of(c, 3).name == "#3"


def test_hr_is_told_of_files_that_a_terminal_wrote(company: Company) -> None:
    with company.database.transaction() as c:
        where = tables.contact.c.person_id == 4
        c.execute(update(tables.contact).where(where).values(channel="telegram"))
        for id in (3, 4):
            erasure.ask(c, id, company.now)
    assert "数据库旁的文件夹" in written(company.command("何芸", "erase", "3.yes"))
    assert "文件夹" not in written(company.command("何芸", "erase", "4.yes"))


@pytest.mark.parametrize(
    ("language", "named"),
    [
        (
            "en",
            "receiver|judge|time zone|away|reminders|you hold|took note|proposed|corrective|until you ask to have it",
        ),
        ("zh_Hans", "接收人|评价人|时区|外出|提醒|现任和曾任|确认|建议|改进措施|离职不会自动删除"),
        ("zh_Hant", "接收人|評核者|時區|外出|提醒|現任和曾任|確認|建議|改善措施|離職不會自動刪除"),
    ],
)
def test_privacy_says_what_is_kept_who_sees_it_and_for_how_long(language: str, named: str) -> None:
    said = words(language).say(text("privacy", organisation="远大公司"))
    assert [one for one in (*named.split("|"), "/forget") if one not in said] == []


def test_a_proposal_that_waits_goes_with_who_made_it(company: Company) -> None:
    company.command("王芳", "propose", "1.1")
    company.say("王芳", "不超过3%", "供应商换了")
    assert "王芳" in written(company.command("李明", "team"))
    erase(company, "王芳", 3)
    assert "✎" not in written(company.command("李明", "team"))
    assert [line["type"] for line in company.command("李明", "proposal", "1.take")][:1] != ["question"]


def test_who_is_erased_takes_nothing_back(company: Company) -> None:
    erase(company, "王芳", 3)
    with company.database.transaction() as c:
        assert not erasure.withdraw(c, 3)
        assert erasure.everything(c, 3)["erasure"][0]["done_by"] == 1


def test_nothing_is_begun_with_who_is_erased(company: Company) -> None:
    erase(company, "王芳", 3)
    with company.database.transaction() as c:
        scene = Scene(c, people.person_of(c, 2), frozenset({"manager"}), company.now, None)
        go = Begin("absence", AbsenceHeader())
        notify(scene, Notice(3, (Tell(Text("help")),), go), "zh_Hans")
        assert runs.active_run(c, 3) is None
