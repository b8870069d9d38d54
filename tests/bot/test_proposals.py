"""Proposals to change a standard: through review as a new version, while the one before stays in force."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from bot.desk import Desk
from bot.posts import Posts
from dialogs.acts import Pressed, Said
from storage import departments, erasure, plans, proposals, reports
from storage.database import Database
from storage.values import plan_from_json
from tests.company import Company, plan, written
from tests.manager import SCRIPTS, STATEMENTS, Line, Manager, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
NAMES = {"zh_Hans": ("何芸", "李明", "王芳"), "en": ("Helen", "Ann", "Eva")}
ACCURACY = 1
"""The indicator that the interview measures first, 报表准确率: at least 97%, outstanding 99%."""


def interviewed(company: Company, manager: str, script: dict[str, str | dict[str, str]]) -> None:
    """A whole interview of a manager, handed in."""
    scripted, said = Manager(script), company.command(manager, "start")
    while question := last_question(said):
        line = scripted.answer(question)
        said = company.say(manager, Pressed(line["press"]) if "press" in line else Said(line["text"]))


@pytest.fixture
def company_in(database: Database) -> Callable[..., Company]:
    """A company whose manager was interviewed and whose plan is approved and held."""

    def company_in(language: str = "zh_Hans", **script: dict[str, str]) -> Company:
        company = Company(database, BEGAN, language)
        hr, manager, holder = NAMES[language]
        for name, role in ((hr, "hr"), (manager, "manager"), (holder, "employee")):
            company.join(name, role)  # type: ignore[arg-type] # each of them is a role
        interviewed(company, manager, {**SCRIPTS[language], "period": "!this_year", **script})
        company.command(hr, "review")
        company.press(hr, "approve")
        company.command(manager, "hold", f"1 {holder}")
        company.press(holder, "acknowledge")
        for name in NAMES[language]:
            company.read(name)
        return company

    return company_in


@pytest.fixture
def company(company_in: Callable[..., Company]) -> Company:
    return company_in()


def question(said: list[Line]) -> Line:
    found = last_question(said)
    assert found, written(said)
    return found


def to_the_end(company: Company, answers: dict[str, str], manager: str = "李明") -> list[str]:
    """Answer what is asked again until the plan is handed in; returns what was asked, by name."""
    asked, said = [], company.command(manager, "resume")
    while found := last_question(said):
        asked.append(found["name"])
        if found["name"] == "submit":
            company.press(manager, "submit")
            return asked
        said = (
            company.say(manager, answers[found["name"]]) if found["name"] in answers else company.press(manager, "keep")
        )
    raise AssertionError(written(said))


def in_force(company: Company) -> tuple[int, str]:
    """The version in force, and the basic standard of its first indicator."""
    with company.database.reading() as c:
        kept = plans.approved(c, 1)
    assert kept
    basic = plan_from_json(kept.content).indicators[0].basic
    assert basic
    return kept.version, str(basic.value)


def proposed_by_the_manager(company: Company) -> list[Line]:
    company.command("李明", "propose", f"1.{ACCURACY}")
    return company.say("李明", "上季度没有人达标")


def test_a_manager_changes_just_the_standards_of_one_indicator(company: Company) -> None:
    which = question(company.command("李明", "propose"))
    assert which["name"] == "propose"
    assert [choice["label"] for choice in which["choices"]][:2] == ["报表准确率", "报表及时率"]
    why = question(company.say("李明", "报表准确率"))
    assert "基本不低于97%，卓越不低于99%" in why["text"]
    said = company.say("李明", "上季度没有人达标")
    assert "第1版继续有效" in written(said)
    basic = question(said)
    assert (basic["name"], basic["about"][-1]) == ("basic", "报表准确率")
    assert "上季度没有人达标" in basic["text"]
    assert to_the_end(company, {"basic": "不低于96%", "outstanding": "98%"}) == ["basic", "outstanding", "submit"]
    reviewed = company.command("何芸", "review")
    assert "本版本调整标准的理由：\n   ✎ 李明建议调整“报表准确率”：上季度没有人达标" in written(reviewed)
    assert "97% → 不低于96%" in written(reviewed)
    assert in_force(company) == (1, "97")
    company.press("何芸", "approve")
    assert in_force(company) == (2, "96")
    assert question(company.read("王芳"))["name"] == "acknowledge"


def test_the_reason_reaches_the_reviewer_after_a_return_too(company: Company) -> None:
    proposed_by_the_manager(company)
    to_the_end(company, {"basic": "不低于96%", "outstanding": "98%"})
    company.command("何芸", "review")
    company.press("何芸", "return")
    company.say("何芸", "报表准确率：仍偏高")
    company.press("何芸", "done")
    company.read("李明")
    to_the_end(company, {"basic": "不低于95%"})
    assert "上季度没有人达标" in written(company.command("何芸", "review"))
    company.press("何芸", "approve")
    assert in_force(company) == (3, "95")
    company.press("李明", "revise:1")
    company.command("李明", "edit", "coverage")
    company.say("李明", "95%")
    company.press("李明", "submit")
    assert "上季度没有人达标" not in written(company.command("何芸", "review"))


def report(company: Company, figure: str) -> None:
    company.read("王芳")
    company.command("王芳", "report")
    company.say("王芳", f"报表准确率 {figure}", *["跳过"] * 6)


def standing(company: Company) -> list[bool | None]:
    """Whether each report of the first indicator meets its basic standard."""
    with company.database.reading() as c:
        found = [one for one in reports.of_plan(c, 1) if one.indicator_id == ACCURACY and one.report]
        attained = [Posts(c)[1].attained(one) for one in found]
    return [one.met if one else None for one in attained]


def test_later_reports_are_held_against_the_new_version_and_earlier_ones_keep_theirs(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00")
    report(company, "96.5%")
    assert standing(company) == [False]
    company.on("2026-10-08T10:00+08:00")
    proposed_by_the_manager(company)
    to_the_end(company, {"basic": "不低于96%", "outstanding": "98%"})
    company.on("2026-10-31T10:00+08:00")
    report(company, "96.5%")
    assert standing(company) == [False, False]
    company.on("2026-11-02T10:00+08:00")
    company.command("何芸", "review")
    company.press("何芸", "approve")
    company.press("王芳", "acknowledge")
    company.on("2026-11-30T10:00+08:00")
    report(company, "96.5%")
    assert standing(company) == [False, False, True]
    with company.database.reading() as c:
        basics = [Posts(c)[1].indicator(one).basic for one in reports.of_plan(c, 1) if one.indicator_id == ACCURACY]
    assert [basic.value for basic in basics if basic] == [Decimal(97), Decimal(97), Decimal(96)]
    assert "报表准确率：96.5%" in written(company.command("王芳", "progress"))
    assert "达到基本标准" in written(company.command("王芳", "progress"))
    told = written(company.command("王芳", "history", f"1.{ACCURACY}"))
    assert told.startswith("报表准确率，王芳（标准有过调整，以下分段列出）。")
    before = "自2026-09-30起（基本标准：不低于97%；卓越标准：不低于99%）：\n2026-09-30："
    after = "自2026-11-30起（基本标准：不低于96%；卓越标准：不低于98%）：\n2026-11-30："
    assert before in told
    assert told.index(before) < told.index("2026-10-31：") < told.index(after)


def proposed_by_the_holder(company: Company) -> list[Line]:
    company.command("王芳", "propose")
    company.say("王芳", "报表准确率")
    return company.say("王芳", "基本不低于96%", "新系统口径不同")


def test_a_holders_proposal_is_taken_up_with_their_words_as_the_remark(company: Company) -> None:
    wanted = question(company.command("王芳", "propose", f"1.{ACCURACY}"))
    assert wanted["name"] == "propose_wanted"
    assert "建议已转给李明" in written(company.say("王芳", "基本不低于96%", "新系统口径不同"))
    told = company.read("李明")
    assert "王芳建议调整“大客户经理”的“报表准确率”标准" in written(told)
    assert [choice["id"] for choice in told[-1]["choices"]] == ["proposal:1.take", "proposal:1.decline"]
    said = company.press("李明", "proposal:1.take")
    basic = question(said)
    assert basic["name"] == "basic"
    assert "基本不低于96%\n新系统口径不同" in basic["text"]
    assert "采纳了您" in written(company.read("王芳"))
    to_the_end(company, {"basic": "不低于96%", "outstanding": "98%"})
    assert "王芳建议调整“报表准确率”：基本不低于96%——新系统口径不同" in written(company.command("何芸", "review"))
    assert "该建议已采纳" in written(company.press("李明", "proposal:1.decline"))


def test_a_holders_proposal_is_declined_with_a_reason(company: Company) -> None:
    proposed_by_the_holder(company)
    asked = question(company.press("李明", "proposal:1.decline"))
    assert (asked["name"], "新系统口径不同" in asked["text"]) == ("decline", True)
    company.read("王芳")
    company.say("李明", "一个季度还不足以说明问题")
    assert "未采纳您对“报表准确率”的标准调整建议：一个季度还不足以说明问题" in written(company.read("王芳"))
    assert "不采纳" in written(company.press("李明", "proposal:1.take"))
    assert in_force(company) == (1, "97")


def test_what_the_manager_ignores_waits_in_team(company: Company) -> None:
    proposed_by_the_holder(company)
    company.on("2026-10-20T10:00+08:00")
    said = company.command("李明", "team")
    assert "✎ 王芳建议调整“报表准确率”：基本不低于96%——新系统口径不同" in written(said)
    assert "proposal:1" in [choice["id"] for line in said for choice in line.get("choices", [])]
    shown = company.press("李明", "proposal:1")
    assert [choice["id"] for choice in shown[0]["choices"]] == ["proposal:1.take", "proposal:1.decline"]


def test_a_version_given_up_has_its_proposal_wait_again(company: Company) -> None:
    proposed_by_the_holder(company)
    company.press("李明", "proposal:1.take")
    company.command("李明", "cancel")
    company.press("李明", "yes")
    assert in_force(company) == (1, "97")
    assert "✎ 王芳" in written(company.command("李明", "team"))
    assert question(company.press("李明", "proposal:1.take"))["name"] == "basic"


def test_a_version_in_work_is_told_of_and_nothing_else_begins(company: Company) -> None:
    proposed_by_the_holder(company)
    company.press("李明", "revise:1")
    busy = "李明正在处理“大客户经理”的第2版（草稿）"
    assert busy in written(company.press("李明", "proposal:1.take"))
    assert busy in written(company.command("王芳", "propose", "1"))
    company.command("李明", "edit", "coverage")
    company.say("李明", "95%")
    company.press("李明", "submit")
    assert "第2版（已提交待审核）" in written(company.command("李明", "propose", "1"))
    with company.database.reading() as c:
        assert [one.id for one in proposals.waiting(c, 2)] == [1]


def test_a_version_in_which_nothing_changed_is_not_handed_in(company: Company) -> None:
    company.press("李明", "revise:1")
    assert "内容没有改动" in written(company.press("李明", "submit"))
    assert company.command("何芸", "review")[0]["text"] == "没有待审核的计划。"
    assert question(proposed_by_the_manager(company))["name"] == "basic"


def test_a_department_whose_plan_is_being_changed_has_one_in_force(company: Company) -> None:
    with company.database.transaction() as c:
        for name in ("销售部", "采购部"):
            departments.find_or_make(c, 1, name)
    proposed_by_the_manager(company)
    to_the_end(company, {"basic": "不低于96%", "outstanding": "98%"})
    assert "尚无生效计划：采购部\n" in written(company.command("何芸", "digest", "monthly"))


def test_team_offers_another_standard_where_one_is_always_at_outstanding(company: Company) -> None:
    for day in ("09-30", "10-31", "11-30"):
        assert "每次都达到卓越标准" not in written(company.command("李明", "team"))
        company.on(f"2026-{day}T10:00+08:00")
        report(company, "99.5%")
    said = company.command("李明", "team")
    assert "▴ 报表准确率：每次都达到卓越标准" in written(said)
    assert question(company.press("李明", "propose:1.1"))["name"] == "propose_why"


def test_a_proposal_that_is_asked_for_twice_is_one(company: Company) -> None:
    company.command("王芳", "propose", f"1.{ACCURACY}")
    company.command("王芳", "pause")
    assert question(company.command("王芳", "propose", f"1.{ACCURACY}"))["name"] == "propose_wanted"
    company.command("王芳", "propose", "1")
    company.command("王芳", "pause")
    choices = question(company.command("王芳", "resume"))["choices"]
    assert [choice["label"] for choice in choices][:-1] == ["标准调整建议：大客户经理"] * 2


def test_who_may_not_propose_is_told_why(company: Company) -> None:
    company.join("赵强", "employee")
    assert "只有制定计划的经理和该岗位的任职者" in written(company.command("何芸", "propose", "1"))
    assert [line["type"] for line in company.command("赵强", "propose", "1")] == ["error"]
    assert [line["type"] for line in company.command("赵强", "propose")] == ["error"]
    assert [line["type"] for line in company.command("李明", "propose", "99")] == ["error"]
    company.command("李明", "start", "new")
    assert question(company.command("李明", "propose", "#1"))["name"] == "propose"


def test_a_plan_that_was_never_approved_has_no_proposals(database: Database) -> None:
    company = Company(database, BEGAN)
    company.join("何芸", "hr")
    company.join("李明", "manager")
    interviewed(company, "李明", SCRIPTS["zh_Hans"])
    assert "尚未批准（已提交待审核）" in written(company.command("李明", "propose", "1"))


def test_a_restart_in_the_middle_loses_nothing(company: Company) -> None:
    company.command("王芳", "propose", f"1.{ACCURACY}")
    company.say("王芳", "基本不低于96%")
    company.desk = Desk(company.database, "远大公司", "zh_Hans")
    assert question(company.command("王芳", "back"))["name"] == "propose_wanted"
    company.say("王芳", "基本不低于95%", "新系统口径不同")
    assert "基本不低于95%\n新系统口径不同" in written(company.read("李明"))


def test_a_standard_told_in_a_statement_is_asked_for_where_the_statement_was(
    company_in: Callable[..., Company],
) -> None:
    script = dict(SCRIPTS["zh_Hans"])
    company = company_in(measure=STATEMENTS["zh_Hans"], basic=script["basic"])
    said = proposed_by_the_manager(company)
    assert question(said)["name"] == "measure"
    assert "上季度没有人达标" in question(said)["text"]
    said = company.say("李明", STATEMENTS["zh_Hans"]["月度销售报表/quality"].replace("97%", "96%"))
    to_the_end(company, {"outstanding": "98%"})
    company.command("何芸", "review")
    company.press("何芸", "approve")
    assert in_force(company) == (2, "96")


def test_it_speaks_english(company_in: Callable[..., Company]) -> None:
    company = company_in("en")
    company.command("Eva", "propose", f"1.{ACCURACY}")
    company.say("Eva", "at least 96%", "the new system counts otherwise")
    assert "Now: basic at least 97%, outstanding at least 99%" in written(company.read("Ann"))
    asked = question(company.press("Ann", "proposal:1.take"))
    assert "💬 Eva remarked: at least 96%\nthe new system counts otherwise" in asked["text"]
    to_the_end(company, {"basic": "at least 96%", "outstanding": "98%"}, "Ann")
    assert "Why standards change in this version" in written(company.command("Helen", "review"))


def test_who_is_erased_leaves_no_words(company: Company) -> None:
    proposed_by_the_holder(company)
    with company.database.transaction() as c:
        assert "新系统口径不同" in str(erasure.everything(c, 3)["proposal"])
        erasure.erase(c, 3, 1, company.now)
        assert "新系统口径不同" not in str(erasure.everything(c, 3)["proposal"])


@pytest.mark.parametrize("lacking", ["basic", "outstanding"])
def test_a_standard_that_is_not_there_can_be_proposed_in_english(database: Database, lacking: str) -> None:
    company, made = Company(database, BEGAN, "en"), plan()
    without = {"basic": lambda one: replace(one, basic=None), "outstanding": lambda one: replace(one, outstanding=None)}
    indicators = tuple(map(without[lacking], made.indicators))
    made = replace(made, outputs=(replace(made.outputs[0], indicators=indicators),))
    helen, ann, eva = (company.join(*one) for one in (("Helen", "hr"), ("Ann", "manager"), ("Eva", "employee")))
    company.approve(ann, helen, made, eva)
    assert f"{lacking} none" in written(company.command("Eva", "propose", "1.1"))
    company.say("Eva", "at most 3%", "The supplier packs less well")
    assert f"{lacking} none" in written(company.read("Ann"))


POSTS = 22
"""More than one message lists."""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh_Hans", "另有2个较早的岗位未列出，请加编号查看，例如 /{} 12"),
        ("zh_Hant", "另有2個較早的職位未列出，請加編號查看，例如 /{} 12"),
        ("en", "2 older posts are not listed; give the number of one, as in /{} 12."),
    ],
)
def test_posts_that_are_not_listed_are_counted(database: Database, language: str, told: str) -> None:
    company = Company(database, BEGAN, language)
    helen, ann = company.join("Helen", "hr"), company.join("Ann", "manager")
    for number in range(POSTS):
        company.approve(ann, helen, plan(post=f"P{number}"))
    for name, command in (("Ann", "propose"), ("Ann", "progress"), ("Ann", "history"), ("Helen", "progress")):
        said = company.command(name, command)
        buttons = [choice["id"] for line in said for choice in line.get("choices", [])]
        assert (len(buttons), len(set(buttons))) == (20, 20)
        assert told.format(command) in written(said)
    assert "P0" in written(company.command("Helen", "progress", "1"))
