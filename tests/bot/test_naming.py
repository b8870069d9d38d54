"""Rights come with a person, never with a name: whoever joins under one that a plan gives; on both databases."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import update

from bot import meant
from bot.desk import Desk, Sender
from bot.doctor import people_known
from bot.posts import Posts
from dialogs.acts import Command, Pressed
from locales.text import Text
from locales.words import words
from storage import corrective_notes, departments, holders, people, plans, reports
from storage.database import Database
from storage.tables import plan_version
from storage.values import plan_to_json
from tests.company import Company, plan, written
from tests.manager import Line, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
LATER = "2026-09-20T09:00+08:00"
DUE = "2026-09-30T10:00+08:00"


@pytest.fixture
def company(database: Database) -> Company:
    """He is HR, Li a manager with a plan that Wang holds; it names Zhou, whom nobody knows, and "老刘"."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(receiver="周颖", judge="老刘"), wang)
    return company


def invited(company: Company, name: str) -> list[Line]:
    """Somebody joins by an invitation of HR, under a name that they choose; returns what they are told."""
    company.command("何芸", "invite", "employee")
    found = re.search(r"/join (\S+)", written(company.say("何芸", Command("skip"))))
    assert found
    return follow(company, name, found[1])


def follow(company: Company, name: str, token: str) -> list[Line]:
    sender = Sender("local", name, name, language=company.language)
    desk = Desk(company.database, "远大公司", company.language)
    assert desk.take(sender, "1", Command("start", token), company.now)
    company.roles[name] = "employee"
    return company.read(name)


def buttons(said: list[Line]) -> dict[str, str]:
    return {choice["id"]: choice["label"] for line in said for choice in line.get("choices", [])}


def reported(company: Company) -> None:
    """The figures are due, and Wang reports hers."""
    company.on(DUE)
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")


def named_in_plan(company: Company) -> set[str]:
    """Whom nobody knows of those whom the plan names."""
    with company.database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        return {one.name for one in meant.unbound(c, kept)}


def id_of(company: Company, name: str) -> int:
    with company.database.reading() as c:
        found = people.named(c, 1, name)
        assert found
        return found.id


@pytest.mark.parametrize("name", ["周颖", "周 颖", "周\u200b颖", "\u3164周颖", "老刘", "老\u2060刘"])
def test_who_joins_under_a_name_that_a_plan_gives_sees_and_confirms_nothing(company: Company, name: str) -> None:
    company.on(LATER).join(name, "employee")
    reported(company)
    said = [*company.read(name), *company.command(name, "report"), *company.command(name, "confirm")]
    said += [
        *company.press(name, "confirm:1"),
        *company.press(name, "confirm:1,2"),
        *company.command(name, "progress", "1"),
    ]
    for secret in ("退货率", "1.8", "127", "店长"):
        assert secret not in written(said)
    asked = [line["name"] for line in company.read("李明") if line["type"] == "question"]
    assert "judgement" in asked
    with company.database.reading() as c:
        assert {one.report.verdict for one in reports.of_plan(c, 1) if one.report} == {None}
    assert last_question(company.say("李明", Command("skip"), Command("confirm")))


def test_who_was_there_before_the_plan_named_them_is_meant(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    zhou = company.join("周颖", "employee")
    company.approve(li, he, plan(receiver="周颖", judge="周颖"), wang)
    assert named_in_plan(company) == set()
    reported(company)
    assert "王芳上报了“店长”的数据" in written(company.read("周颖"))
    assert "店长" not in written(company.read("李明"))
    with database.reading() as c:
        assert {one.reporter_id for one in reports.of_plan(c, 1) if one.indicator_id == 3} == {zhou}


def test_who_joined_while_the_plan_was_made_is_asked_about(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    began, company.now = company.now, datetime.fromisoformat(LATER)
    company.join("周颖", "employee")
    company.now = began
    company.approve(li, he, plan(receiver="周颖"))
    assert named_in_plan(company) == {"周颖"}
    company.now = datetime.fromisoformat(LATER)
    company.approve(li, he, plan(receiver="周颖"))
    with database.reading() as c:
        later = plans.plan(c, 2)
        assert later
        assert meant.unbound(c, later) == ()


@pytest.mark.parametrize("post", ["总经理", "财务部", "店长", "HR", "the GM"])
def test_who_calls_themselves_by_a_post_is_not_meant_by_it(database: Database, post: str) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    company.join(post, "employee")
    company.approve(li, he, plan(receiver=post, judge=post))
    assert named_in_plan(company) == {post}
    assert post in buttons(company.command("李明", "who", "1")).values()


@pytest.mark.parametrize("said", ["我", "给我就行", "me", "to me please"])
def test_who_speaks_is_meant(database: Database, said: str) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    company.approve(li, he, plan(receiver=said, judge=said))
    assert named_in_plan(company) == set()


def test_the_manager_is_asked_who_is_meant_and_says_so(company: Company) -> None:
    company.on(LATER)
    ids = [company.join(name, "employee") for name in ("刘强", "刘芳", "王强")]
    asked = company.command("李明", "who", "1")
    assert "“老刘”（评价）是哪一位" in written(asked)
    offered = buttons(asked)
    assert [label for id, label in offered.items() if id.startswith("who:1.") and "invite" not in id] == [
        "刘强",
        "刘芳",
    ]
    chosen = next(id for id, label in offered.items() if label == "刘芳")
    said = written(company.press("李明", chosen))
    assert "“老刘”就是刘芳（评价）" in said
    assert "李明已确认：“店长”的计划中，“老刘”就是您（评价）" in written(company.read("刘芳"))
    company.on(DUE)
    question = last_question(company.read("刘芳"))
    assert question
    assert question["name"] == "judgement"
    with company.database.reading() as c:
        assert {one.reporter_id for one in reports.of_plan(c, 1) if one.indicator_id == 3} == {ids[1]}


def test_it_is_told_in_words_and_put_right(company: Company) -> None:
    company.on(LATER)
    for name in ("周颖", "周莹"):
        company.join(name, "employee")
    assert "“周颖”就是周莹" in written(company.command("何芸", "who", "1 周颖，周莹"))
    assert "何芸已确认：您“店长”的计划中，“周颖”就是周莹（接收数据）" in written(company.read("李明"))
    assert "“周颖”就是周颖" in written(company.command("李明", "who", "1 周颖 是 周颖"))
    assert "• “周颖”就是周颖" in written(company.command("李明", "who", "1"))
    reported(company)
    assert "王芳上报了" in written(company.read("周颖"))
    assert "王芳上报了" not in written(company.read("周莹"))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("1 周颖，张三", "没有名为“张三”的人"),
        ("1 张三，周颖", "请先写计划中的名字"),
        ("1 周颖", "请先写计划中的名字"),
        ("1.1.99", "已不是最新"),
        ("1.99.1", "已不是最新"),
        ("1.x.y", "已不是最新"),
        ("9", "没有"),
    ],
)
def test_what_names_nobody_is_refused(company: Company, said: str, answer: str) -> None:
    assert answer in written(company.command("李明", "who", said))


def test_what_only_an_older_version_gave_is_told(company: Company) -> None:
    with company.database.transaction() as c:
        kept = plans.versions(c, 1)[0]
        content = plan_to_json(plan(receiver="李明"))
        plans.keep_draft(c, kept.run_id, kept.person_id, content=content, audit=[], now=company.now)
    assert "“周颖”就是王芳（接收数据）" in written(company.command("李明", "who", "1 周颖，王芳"))


def test_what_is_said_half_is_asked(company: Company) -> None:
    company.join("刘强", "employee")
    offered = buttons(company.command("李明", "who", "1 周颖，老刘"))
    assert list(offered.values()) == ["刘强"]


@pytest.mark.parametrize(("name", "asked"), [("周颖", True), ("刘强", True), ("赵敏", False)])
def test_the_manager_is_told_who_joined_and_says_whether_it_is_them(company: Company, name: str, asked: bool) -> None:
    invited(company.on(LATER), name)
    told = company.read("李明")
    assert (f"有人以“{name}”的名字加入" in written(told)) is asked
    if asked:
        company.press("李明", next(id for id, label in buttons(told).items() if label.startswith("是")))
        assert f"就是{name}" in written(company.command("李明", "who", "1"))


def test_an_invitation_carries_who_is_meant(company: Company) -> None:
    company.on(LATER)
    wish = next(id for id, label in buttons(company.command("李明", "who", "1")).items() if label == "邀请“周颖”")
    said = written(company.press("李明", wish))
    assert "“店长”计划中的“周颖”" in said
    found = re.search(r"/join (\S+)", said)
    assert found
    assert "李明已确认：“店长”的计划中，“周颖”就是您（接收数据）" in written(follow(company, "Ying Z", found[1]))
    assert "“店长”的计划中，“周颖”现在就是Ying Z（接收数据）" in written(company.read("李明"))
    assert named_in_plan(company) == {"老刘"}
    reported(company)
    assert "王芳上报了“店长”的数据" in written(company.read("Ying Z"))


def test_who_follows_an_invitation_that_was_passed_on_is_told_of_and_put_right(company: Company) -> None:
    found = re.search(r"/join (\S+)", written(company.on(LATER).command("何芸", "who", "1.1.invite")))
    assert found
    company.say("王芳", Command("join", found[1]))
    for name in ("李明", "何芸"):
        assert "“周颖”现在就是王芳（接收数据）" in written(company.read(name))
    company.command("李明", "who", "1 周颖，我")
    assert "• “周颖”就是李明" in written(company.command("李明", "who", "1"))


def test_an_invitation_puts_nobody_in_the_place_of_who_was_said_to_be_meant(company: Company) -> None:
    company.on(LATER).join("周颖", "employee")
    found = re.search(r"/join (\S+)", written(company.command("何芸", "who", "1.1.invite")))
    assert found
    company.command("李明", "who", "1 本人，周颖")
    follow(company, "Ying Z", found[1])
    assert "• “本人”就是周颖" in written(company.command("李明", "who", "1"))


def test_a_manager_invites_nobody_by_a_plan_that_hr_did_not_approve(company: Company) -> None:
    with company.database.transaction() as c:
        c.execute(update(plan_version).values(status="submitted"))
    assert not any("invite" in id for id in buttons(company.command("李明", "who", "1")))
    assert "计划尚未批准" in written(company.command("李明", "who", "1.1.invite"))
    assert "/join" in written(company.command("何芸", "who", "1.1.invite"))


def test_the_audit_says_who_is_not_known(company: Company) -> None:
    said = words("zh_Hans").say(Text("audit.reason.unbound", {"about": ("周颖", "老刘")}))
    assert said in str(company.command("李明", "plans", "1"))
    assert said in str(company.command("何芸", "plans", "1"))
    company.on(LATER).join("周颖", "employee")
    company.command("李明", "who", "1 周颖，周颖")
    assert words("zh_Hans").say(Text("audit.reason.unbound", {"about": ("老刘",)})) in str(
        company.command("何芸", "plans", "1")
    )


def test_the_doctor_says_who_is_not_known(company: Company, url: str) -> None:
    found = list(people_known(url))
    assert [(one.params["plan"], one.params["names"]) for one in found] == [("1", ("周颖", "老刘"))]


def test_who_is_erased_is_meant_by_no_name_any_more(company: Company) -> None:
    company.on(LATER).join("周颖", "employee")
    company.command("李明", "who", "1 周颖，周颖")
    company.command("周颖", "forget", "yes")
    company.command("何芸", "erase", f"{id_of(company, '周颖')}.yes")
    assert named_in_plan(company) == {"#4", "老刘"}
    reported(company)
    assert last_question(company.say("李明", Command("skip"), Command("confirm")))


def test_who_comes_to_lead_is_meant_where_who_led_was(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    zhao = company.join("赵敏", "manager")
    company.approve(li, he, plan(receiver="老李", judge="李明"), wang)
    company.command("李明", "who", "1 老李，李明")
    with database.transaction() as c:
        departments.lead(c, departments.find_or_make(c, 1, "零售部"), li)
    company.command("何芸", "departments", "零售部，赵敏")
    with database.reading() as c:
        meaning = Posts(c)[1]
    indicator = meaning.indicators[3]
    assert (indicator.judge, indicator.tracking.receiver) == ("赵敏", "赵敏")
    assert meaning.people["赵敏"] == zhao
    reported(company)
    assert "王芳上报了" in written(company.read("赵敏"))
    assert "王芳上报了" not in written(company.read("李明"))


def test_who_joined_after_a_note_named_them_is_not_told_of_it(company: Company) -> None:
    reported(company)
    company.say("王芳", "退货率 2.8%")
    with company.database.transaction() as c:
        missed, *_ = reports.of_plan(c, 1)
        note = corrective_notes.open_for(c, missed, company.now)
        assert note
        corrective_notes.write(
            c, note, 2, what="换供应商", who="周颖", until=company.now.date().replace(month=10, day=8), now=company.now
        )
    company.on("2026-10-02T10:00+08:00").join("周颖", "employee")
    company.command("李明", "corrective", "1")
    company.say("李明", "完成了")
    assert "换供应商" not in written(company.read("周颖"))


def test_the_named_holder_is_offered_the_post(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, replace(plan(), holder="小王"))
    assert buttons(company.command("李明", "hold", "1 小王")) == {"hold:1 王芳": "王芳"}
    offered = buttons(company.command("李明", "who", "1 小王，王芳"))
    assert offered == {"hold:1 王芳": "由王芳担任"}
    company.press("李明", "hold:1 王芳")
    with database.reading() as c:
        assert holders.holders_of(c, 1) == (wang,)


def test_the_same_in_english(database: Database) -> None:
    company = Company(database, BEGAN, language="en")
    he, li, wang = (company.join(*one) for one in (("Helen", "hr"), ("Liam", "manager"), ("Ann Lee", "employee")))
    company.approve(li, he, plan(receiver="Mr Reed", judge="Ann"), wang)
    company.on(LATER).join("Tom Reed", "employee")
    asked = company.command("Liam", "who", "1")
    assert "Who is “Mr Reed” in the plan for “店长” (receives figures)?" in written(asked)
    offered = buttons(asked)
    assert set(offered.values()) == {"Tom Reed", "Ann Lee", "Invite “Mr Reed”", "Invite “Ann”"}
    company.say("Liam", Pressed(next(id for id, label in offered.items() if label == "Tom Reed")))
    assert "Liam says that you are “Mr Reed” in the plan for “店长” (receives figures)." in written(
        company.read("Tom Reed")
    )
