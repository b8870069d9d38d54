"""Who may do what: every command that takes the records, in every role, in one's own organisation and another."""

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.attachments import attachment
from bot.errands.granting import ERRANDS
from locales.text import Text
from locales.words import words
from storage import access, corrective_notes, erasure, migrate, people, plans, proposals, reports, runs, tables
from storage.database import Database
from storage.tables import Role
from storage.values import plan_to_json
from tests.company import Company, plan, written

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
STRANGERS: dict[str, Role] = {"别家人力": "hr", "别家经理": "manager", "别家员工": "employee"}
"""HR, a manager and an employee of another organisation."""
ROLES = ("何芸", "李明", "王芳", "路人经理", "路人员工", *STRANGERS)
"""HR, the manager, the holder; another manager and employee of the organisation; and the strangers."""

ALLOWED = {
    "progress 1": {"何芸", "李明", "王芳"},
    "history 1": {"何芸", "李明", "王芳"},
    "history 1.1": {"何芸", "李明", "王芳"},
    "evidence 1.1": {"何芸", "李明", "王芳"},
    "plans 1": {"何芸", "李明", "王芳"},
    "compare 1": set(),
    "version 1.1": {"何芸", "李明", "王芳"},
    "revise 1": {"李明"},
    "hold 1": {"何芸", "李明"},
    "release 1 王芳": {"何芸", "李明"},
    "hold 1 路人员工": {"何芸", "李明"},
    "acknowledge 1": {"王芳"},
    "answer 1": set(),
    "report 1": {"王芳"},
    "digest monthly": {"何芸", "别家人力"},
    "review 1": set(),
    "departments": {"何芸", "别家人力"},
    "departments 零售部, 路人经理": {"何芸"},
    "invite": {"何芸", "别家人力"},
    "scope": {"何芸", "别家人力"},
    "team": {"李明", "路人经理", "别家经理"},
    "corrective": {"李明", "路人经理", "别家经理"},
    "corrective 1": {"李明"},
    "propose": {"李明", "王芳"},
    "propose 1": {"李明", "王芳"},
    "proposal 1": {"李明"},
    "erase 3": set(),
    "join": set(),
}
FREE = {"away", "confirm", "export", "forget", "mute", "plans", "privacy", "report", "zone"}
"""Commands that tell everybody of their own things only."""
WITHIN = {"begin", "home"}
"""What follows other wishes, and is no command."""


@pytest.fixture
def company(tmp_path: Path) -> Iterator[Company]:
    database = Database(f"sqlite:///{tmp_path / 'kpi.db'}")
    migrate.upgrade(database)
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("路人经理", "manager")
    company.join("路人员工", "employee")
    with database.transaction() as c:
        other = people.find_or_make_organisation(c, "别的公司", BEGAN)
        for name, role in STRANGERS.items():
            place = {"channel": "local", "address": name}
            stranger = people.make_person(c, other, name, **place, now=BEGAN, language="zh_Hans")
            people.grant_role(c, stranger.id, role)
    company.roles |= STRANGERS
    company.approve(li, he, plan(), wang)
    company.on("2026-09-30T10:00+08:00")
    for name in ROLES:
        company.read(name)
    yield company
    database.close()


def test_every_command_has_its_row() -> None:
    assert {row.split()[0] for row in ALLOWED} | FREE | WITHIN == set(ERRANDS)


@pytest.mark.parametrize("command", ALLOWED)
@pytest.mark.parametrize("name", ROLES)
def test_who_may_do_what(company: Company, name: str, command: str) -> None:
    with company.database.transaction() as c:
        missed = reports.of_plan(c, 1)[0]
        reports.keep(c, missed.id, 3, value=Decimal("2.5"), now=company.now)
        corrective_notes.open_for(c, missed, company.now)
        proposals.keep(c, (1, 1, 3), wanted="不超过3%", why="供应商换了", now=company.now)
    said = company.command(name, *command.split(maxsplit=1))
    assert words("zh_Hans").say(Text("parked")) not in written(said)
    refused = any(line["type"] == "error" for line in said)
    assert refused is (name not in ALLOWED[command]), written(said)


def kept(company: Company) -> dict[str, list[Any]]:
    """All that is kept of the organisation, table by table."""
    records = (
        *(tables.plan, tables.plan_version, tables.decision, tables.holder, tables.acknowledgement),
        *(tables.holder_question, tables.due, tables.report, tables.evidence, tables.confirmation),
        *(tables.corrective_note, tables.proposal, tables.erasure, tables.department, tables.scope),
    )
    with company.database.reading() as c:
        here = people.members(c, 1)
        of_people = {
            table.name: [row for row in c.execute(select(table)) if row.person_id in here]
            for table in (tables.role, tables.contact, tables.run, tables.absence, tables.access)
        }
        persons = [row for row in c.execute(select(tables.person)) if row.id in here]
        return {table.name: list(c.execute(select(table))) for table in records} | of_people | {"person": persons}


@pytest.mark.parametrize("name", STRANGERS)
def test_nobody_of_another_organisation_sees_or_changes_a_row(company: Company, name: str) -> None:
    with company.database.transaction() as c:
        missed = reports.of_plan(c, 1)[0]
        reports.keep(c, missed.id, 3, value=Decimal("2.5"), now=company.now)
        corrective_notes.open_for(c, missed, company.now)
        proposals.keep(c, (1, 1, 3), wanted="不超过3%", why="供应商换了", now=company.now)
        erasure.ask(c, 3, company.now)
    before = kept(company)
    said = [company.command(name, *command.split(maxsplit=1)) for command in (*ALLOWED, *sorted(FREE - {"forget"}))]
    assert kept(company) == before
    for secret in ("退货率", "供应商换了", "订单数量", "李明"):
        assert secret not in str(said)


@pytest.mark.parametrize("name", ["路人经理", "路人员工", *STRANGERS])
def test_nobody_sees_what_is_not_theirs(company: Company, name: str) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    commands = (
        *("plans", "progress", "report", "confirm", "team", "digest", "export", "privacy", "review"),
        *("corrective", "propose"),
    )
    said = str([company.command(name, command) for command in commands])
    for secret in ("127", "退货率", "王芳"):
        assert secret not in said


def test_the_names_of_late_people_go_to_hr_and_their_manager_only(company: Company) -> None:
    company.on("2026-10-02T10:00+08:00")
    assert "王芳" in written(company.command("何芸", "digest", "monthly"))
    assert "逾期" in written(company.command("李明", "team"))
    assert "王芳" not in str(company.command("路人员工", "team"))


def test_a_person_gets_all_that_is_kept_of_them(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "供应商迟了", "跳过")
    made = [attachment(line, words("zh_Hans"), company.database) for line in company.command("王芳", "export")]
    data = json.loads(next(one for one in made if one).content)
    assert data["person"][0]["name"] == "王芳"
    assert [one["value"] for one in data["report"]] == ["1.8", "127"]
    assert "供应商迟了" in str(data["entry"])
    assert "李明" not in str(data["person"])


def test_whoever_asks_is_erased_by_hr_and_the_figures_stay(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "供应商迟了", "跳过")
    assert [line["type"] for line in company.command("何芸", "erase", "3")] == ["error"]
    company.command("王芳", "forget")
    company.press("王芳", "forget:yes")
    assert "王芳要求删除" in written(company.read("何芸"))
    assert [line["type"] for line in company.command("别家人力", "erase", "3")] == ["error"]
    company.press("何芸", "erase:3")
    company.press("何芸", "erase:3.yes")
    with company.database.reading() as c:
        figures = [one.report.value for one in reports.of_plan(c, 1) if one.report]
        kept = str(erasure.everything(c, 3))
    assert [str(value) for value in figures] == ["1.8", "127"]
    for secret in ("王芳", "供应商迟了", "local"):
        assert secret not in kept
    assert "'done_by': 1" in kept
    assert "#3" in written(company.command("李明", "progress", "1"))
    assert [line["type"] for line in company.command("何芸", "erase", "3")] == ["error"]


def test_privacy_says_what_is_kept_and_who_looked_at_it(company: Company) -> None:
    said = written(company.command("王芳", "privacy"))
    assert "远大公司保存您的以下信息" in said
    assert "何芸" not in said
    company.on("2026-10-02T10:00+08:00")
    for command, argument in (
        ("progress", "1"),
        ("history", "1"),
        ("plans", "1"),
        ("version", "1.1"),
        ("digest", "月报"),
    ):
        company.command("何芸", command, argument)
    said = written(company.command("王芳", "privacy"))
    assert "• 何芸，2026-10-02 10:00：绩效月报，截至2026年9月30日" in said
    assert said.count("• 何芸，2026-10-02 10:00：计划 #1\n") == 2
    assert "：绩效追踪表 #1" in said
    assert "：上报记录 #1" in said
    # An employee without a post is named in digests; a manager is not.
    assert "绩效追踪表" not in written(company.command("路人员工", "privacy"))
    assert "何芸" not in written(company.command("路人经理", "privacy"))


def test_a_look_of_the_manager_is_none_of_hr(company: Company) -> None:
    for command in ("progress", "history", "plans"):
        company.command("李明", command, "1")
    with company.database.reading() as c:
        assert access.of_person(c, 3) == ()


def test_a_review_is_a_look_at_what_a_manager_wrote(company: Company) -> None:
    with company.database.transaction() as c:
        run = runs.start_run(c, 2, "post", version=1, header={}, now=company.now)
        id = plans.keep_draft(c, run.id, 2, content=plan_to_json(plan(post="导购")), audit=[], now=company.now)
        plans.submit(c, id, company.now)
    company.command("何芸", "review", str(id))
    with company.database.reading() as c:
        assert [one.what for one in access.of_person(c, 2)] == [f"plan/{id}"]


def test_a_team_at_a_glance(company: Company) -> None:
    company.say("王芳", "退货率 2.8%，订单 127 单", "跳过")
    company.on("2026-10-02T10:00+08:00")
    said = written(company.command("李明", "team"))
    assert "店长，王芳：应报3项，已报2项，逾期1项" in said
    assert "▾ 退货率：2.8%（基本标准：" in said
    assert "订单数量" not in said
