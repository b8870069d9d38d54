"""HR that sees some departments only, on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from dialogs.header import Header
from dialogs.questions import codec
from storage import departments, erasure, invitations, people, plans, runs
from storage.database import Database
from storage.values import plan_to_json
from tests.company import Company, plan, written
from tests.manager import Line, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


@pytest.fixture
def company(database: Database) -> Company:
    """He sees all, Wu purchasing only; Li made a plan in each department, Wang and Zhao hold them."""
    company = Company(database, BEGAN)
    he, li, wu = company.join("何芸", "hr"), company.join("李明", "manager"), company.join("吴军", "hr")
    for name, department in (("王芳", "零售部"), ("赵强", "采购部")):
        made = replace(plan(post=f"{department}主管"), department=department)
        company.approve(li, he, made, company.join(name, "employee"))
    with database.transaction() as c:
        people.set_scope(c, wu, ["采购部"])
    return company


def submit(company: Company, department: str) -> int:
    """Another plan of Li's that waits for review; returns its id."""
    content = plan_to_json(replace(plan(post=f"{department}助理"), department=department))
    with company.database.transaction() as c:
        header = codec(Header).dump_python(Header("李明", company.now.date()), mode="json")
        run = runs.start_run(c, 2, "post", version=1, header=header, now=company.now)
        runs.save_run(c, run.id, status="done", parked=False, focus=None, revision_before=0, now=company.now)
        id = plans.keep_draft(c, run.id, 2, content=content, audit=[], now=company.now)
        plans.submit(c, id, company.now)
    return id


def refused(company: Company, name: str, command: str, argument: str = "") -> bool:
    return str(company.command(name, command, argument)[0]["type"]) == "error"


def test_everybody_of_hr_sees_their_own(company: Company) -> None:
    assert "您负责的部门：采购部" in written(company.command("吴军", "scope"))
    said = written(company.say("何芸", "负责部门"))
    assert "• 何芸：全部部门" in said
    assert "• 吴军：采购部" in said


def test_who_sees_all_sets_the_others_who_are_told(company: Company) -> None:
    assert "吴军负责采购部和零售部" in written(company.command("何芸", "scope", "吴军 零售部、采购部"))
    assert "何芸设定了您负责的部门：采购部和零售部" in written(company.read("吴军"))
    company.command("何芸", "scope", "吴军 全部")
    assert "• 吴军：全部部门" in written(company.command("吴军", "scope"))


def test_nobody_widens_their_own_and_somebody_sees_all(company: Company) -> None:
    assert "只有负责全部部门" in written(company.command("吴军", "scope", "吴军 全部"))
    assert "至少要有一人负责全部部门" in written(company.command("何芸", "scope", "何芸 零售部"))
    assert "现有部门：采购部和零售部" in written(company.command("何芸", "scope", "吴军 市场部"))
    assert "人力资源部没有“王芳" in written(company.command("何芸", "scope", "王芳 零售部"))
    with company.database.reading() as c:
        assert [sorted(people.scope_of(c, id)) for id in (1, 3)] == [[], ["采购部"]]


def test_lists_hold_the_own_departments_only(company: Company) -> None:
    with company.database.transaction() as c:
        for name in ("零售部", "采购部"):
            departments.find_or_make(c, 1, name)
    for command in ("plans", "progress", "departments"):
        for name, sees in (("何芸", True), ("吴军", False)):
            assert ("零售部" in str(company.command(name, command))) is sees, (command, name)
    for command, argument in (
        ("plans", "1"),
        ("progress", "1"),
        ("hold", "1"),
        ("version", "1.1"),
        ("release", "1 王芳"),
    ):
        assert refused(company, "吴军", command, argument), command
    assert not refused(company, "吴军", "progress", "2")


def test_what_waits_in_other_departments_is_not_theirs(company: Company) -> None:
    retail = submit(company, "零售部")
    assert "没有待审核" in written(company.command("吴军", "review"))
    assert refused(company, "吴军", "review", str(retail))
    assert last_question(company.command("吴军", "start")) is None
    assert last_question(company.command("何芸", "review"))
    purchasing = submit(company, "采购部")
    question = last_question(company.command("吴军", "review", str(purchasing)))
    assert question
    assert question["name"] == "decision"


def test_only_those_who_see_it_are_told_of_a_submission_taken_back(company: Company) -> None:
    retail = submit(company, "零售部")
    for name in ("何芸", "吴军"):
        company.read(name)
    company.command("李明", "revise", str(retail))
    assert "零售部助理" in written(company.read("何芸"))
    assert company.read("吴军") == []


def test_invitations_keep_to_the_scope(company: Company) -> None:
    with company.database.transaction() as c:
        for name in ("零售部", "采购部"):
            departments.find_or_make(c, 1, name)
    asked = last_question(company.command("吴军", "invite", "manager"))
    assert asked
    assert [choice["label"] for choice in asked["choices"]][:1] == ["采购部"]
    assert "零售部" not in str(asked)
    assert "您只能为自己负责的部门发出邀请：采购部" in written(company.say("吴军", "零售部"))
    asked = last_question(company.command("吴军", "invite", "employee"))
    assert "零售部" not in str(asked)


def test_who_sees_some_departments_lets_nobody_see_more(company: Company) -> None:
    with company.database.transaction() as c:
        token = invitations.invite(c, 1, "hr", now=company.now, inviter_id=3)
    sun = company.join("孙丽", "employee")
    company.command("孙丽", "join", token)
    with company.database.reading() as c:
        assert people.scope_of(c, sun) == {"采购部"}


def test_a_person_is_erased_by_who_sees_all_of_their_departments(company: Company) -> None:
    company.command("王芳", "forget", "yes")
    assert "王芳要求删除" in written(company.read("何芸"))
    assert company.read("吴军") == []
    assert refused(company, "吴军", "erase", "4")
    company.command("赵强", "forget", "yes")
    assert "赵强要求删除" in written(company.read("吴军"))
    assert "赵强" in written(company.command("吴军", "erase", "5.yes"))
    with company.database.reading() as c:
        assert (erasure.asked(c, 4), erasure.asked(c, 5)) == (True, False)


def choices(said: Sequence[Line]) -> list[str]:
    return [choice["id"] for line in said for choice in line.get("choices", []) if choice["id"].startswith("erase")]


def test_requests_to_be_erased_wait_in_the_review(company: Company) -> None:
    for name in ("王芳", "赵强"):
        company.command(name, "forget", "yes")
    said = company.command("何芸", "review")
    assert "以下人员要求删除个人信息：王芳和赵强" in written(said)
    assert "没有待审核" not in written(said)
    assert choices(said) == ["erase:4", "erase:5"]
    assert choices(company.command("吴军", "review")) == ["erase:5"]
    for name in ("李明", "王芳"):
        assert choices(company.command(name, "review")) == []
    # One who joins later finds them too, beside the plan that waits.
    company.join("孙丽", "hr")
    submit(company, "零售部")
    said = company.command("孙丽", "review")
    assert choices(said) == ["erase:4", "erase:5"]
    question = last_question(said)
    assert question
    assert question["name"] == "decision"
    company.command("何芸", "erase", "5.yes")
    assert choices(company.command("吴军", "start")) == []


def test_requests_to_be_erased_come_with_digests(company: Company) -> None:
    for name in ("王芳", "赵强"):
        company.command(name, "forget", "yes")
    said = company.command("吴军", "digest", "monthly")
    assert "删除个人信息的请求：1项待处理" in written(said)
    assert choices(said) == ["erase:5"]
    company.command("吴军", "erase", "5.yes")
    company.command("吴军", "forget", "yes")
    assert choices(company.command("吴军", "digest", "monthly")) == []
    assert choices(company.command("何芸", "digest", "monthly")) == ["erase:3", "erase:4"]


def test_nobody_of_hr_erases_themselves(company: Company) -> None:
    # Wu sees purchasing only, and He belongs to no department.
    for _ in range(2):
        said = written(company.command("何芸", "forget", "yes"))
        assert "请用“/invite hr”邀请一位同事" in said
        assert "已请人力资源部" not in said
    assert choices(company.command("何芸", "review")) == []
    assert refused(company, "何芸", "erase", "1")
    company.join("孙丽", "hr")
    assert "此前已经提出过请求" in written(company.command("何芸", "forget", "yes"))
    assert choices(company.command("孙丽", "start")) == ["erase:1"]
    assert "何芸" in written(company.command("孙丽", "erase", "1.yes"))


def test_a_request_is_kept_where_nobody_of_hr_is_there(database: Database) -> None:
    company = Company(database, BEGAN)
    company.join("王芳", "employee")
    assert "目前还没有可以处理的人力资源部人员" in written(company.command("王芳", "forget", "yes"))
    company.join("何芸", "hr")
    assert choices(company.command("何芸", "start")) == ["erase:1"]


def test_no_draft_moves_a_post_to_the_hr_of_another_department(company: Company) -> None:
    with company.database.transaction() as c:
        kept = plans.plan(c, 1)
        assert kept
        moved = plan_to_json(replace(plan(post="别的主管"), department="采购部"))
        plans.keep_draft(c, kept.run_id, 2, content=moved, audit=[], now=company.now)
        newest = plans.plan(c, 1)
        assert newest
        assert newest.status == "draft"
    assert refused(company, "吴军", "progress", "1")
    company.on("2026-10-01T10:00+08:00")
    company.on("2026-10-02T10:00+08:00").read("吴军")
    told = written(company.command("吴军", "digest", "monthly"))
    assert ("应报3项" in told, "王芳" in told, "别的主管" in told) == (True, False, False)


def reviews(said: list[Line]) -> list[str]:
    choices = [choice["id"] for line in said for choice in line.get("choices", [])]
    return [choice for choice in choices if choice.startswith("review:")]


def test_a_digest_leads_to_what_waits_the_longest_first(company: Company) -> None:
    first = submit(company, "零售部")
    company.now = datetime.fromisoformat("2026-09-04T07:30+08:00")  # the third of September in UTC
    second = submit(company, "采购部")
    company.now = datetime.fromisoformat("2026-09-06T09:00+08:00")
    said = company.command("何芸", "digest", "weekly")
    reviews = [
        choice["id"] for line in said for choice in line.get("choices", []) if choice["id"].startswith("review:")
    ]
    assert reviews == [f"review:{first}", f"review:{second}"]
    assert "2份" in written(said)
    assert "5天" in written(said)
    said = company.command("吴军", "digest", "weekly")
    reviews = [
        choice["id"] for line in said for choice in line.get("choices", []) if choice["id"].startswith("review:")
    ]
    assert reviews == [f"review:{second}"]
    assert "2天" in written(said)
