"""Who may do what: every command that takes the records, in every role, in one's own organisation and another."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.attachments import attachment
from bot.errands.granting import ERRANDS
from dialogs.header import Header
from dialogs.questions import codec
from kpi.plan import Plan
from locales.text import Text
from locales.words import words
from storage import (
    access,
    corrective_notes,
    erasure,
    holders,
    invitations,
    people,
    plans,
    proposals,
    reports,
    runs,
    tables,
)
from storage.database import Database
from storage.tables import Role
from storage.values import plan_from_json, plan_to_json
from tests.company import Company, plan, written

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
STRANGERS: dict[str, Role] = {"别家人力": "hr", "别家经理": "manager", "别家员工": "employee"}
"""HR, a manager and an employee of another organisation."""
SCOPES = {"零售人力": "零售部", "采购人力": "采购部"}
"""HR that sees one department, the one with the plan or another."""
MEMBERS: dict[str, Role] = {
    "何芸": "hr",
    "李明": "manager",
    "王芳": "employee",
    "路人经理": "manager",
    "路人员工": "employee",
    "零售人力": "hr",
    "采购人力": "hr",
}
"""HR, the manager, the holder; another manager and employee of the organisation; HR with a department."""
OURS = tuple(MEMBERS)
ROLES = (*OURS, *STRANGERS)
ALL_HR = {"何芸", *SCOPES}
SEEING = {"何芸", "零售人力"}
"""HR that sees the department of the plan."""
CONCERNED = {*SEEING, "李明", "王芳"}

ALLOWED = {
    "progress 1": CONCERNED,
    "history 1": CONCERNED,
    "history 1.1": CONCERNED,
    "evidence 1.1": CONCERNED,
    "plans 1": CONCERNED,
    "plans 2": {*SEEING, "李明"},
    "compare 1": CONCERNED,
    "compare 1.1.2": CONCERNED,
    "version 1.1": CONCERNED,
    "version 2.1": {*SEEING, "李明"},
    "revise 1": {"李明"},
    "revise 1.next": {"李明"},
    "revise 2": {"李明"},
    "hold 1": {*SEEING, "李明"},
    "release 1 王芳": {*SEEING, "李明"},
    "hold 1 路人员工": {*SEEING, "李明"},
    "acknowledge 1": {"王芳"},
    "answer 1": {"李明"},
    "report 1": {"王芳"},
    "correct 1 1.7": {"王芳"},
    "digest monthly": {*ALL_HR, "别家人力"},
    "review": {*ALL_HR, "别家人力"},
    "review 2": SEEING,
    "departments": {*ALL_HR, "别家人力"},
    "departments 零售部, 路人经理": SEEING,
    "invite": {*ALL_HR, "别家人力"},
    "invitations": {*ALL_HR, "别家人力"},
    "people": {"何芸", "零售人力", "别家人力"},
    "people 2": SEEING,
    "people 3": SEEING,
    "people 3.leave": SEEING,
    "people 2.take.manager": SEEING,
    "people plan 1": SEEING,
    "people plan 1 路人经理": SEEING,
    "people 2.same": SEEING,
    "people log": {"何芸", "别家人力"},
    "scope": {*ALL_HR, "别家人力"},
    "scope 采购人力 零售部": {"何芸"},
    "team": {"李明", "路人经理", "别家经理"},
    "corrective": {"李明", "路人经理", "别家经理"},
    "corrective 1": {"李明"},
    "propose": {"李明", "王芳", "别家经理", "别家员工"},
    "propose 1": {"李明", "王芳"},
    "proposal 1": {"李明"},
    "erase 3": SEEING,
    "join {token}": set(OURS),
    "start new": {"李明", "路人经理", "别家经理"},
    "who": {*ALL_HR, "李明", "路人经理", "别家人力", "别家经理"},
    "who 1": {*SEEING, "李明"},
    "who 1 本人, 路人员工": {*SEEING, "李明"},
    "who 1.1.invite": {*SEEING, "李明"},
}
THEIRS = {
    "progress 3": set(STRANGERS),
    "plans 3": set(STRANGERS),
    "compare 3": set(STRANGERS),
    "version 3.1": set(STRANGERS),
    "revise 3": {"别家经理"},
    "hold 3 别家经理": {"别家人力", "别家经理"},
    "release 3 别家员工": {"别家人力", "别家经理"},
    "acknowledge 3": {"别家员工"},
    "answer 2": {"别家经理"},
    "review 4": {"别家人力"},
    "erase 10": {"别家人力"},
    "people 10": {"别家人力"},
    "people plan 3": {"别家人力"},
    "join {their_token}": set(STRANGERS),
    "who 3": {"别家人力", "别家经理"},
    "who 3.2.10": {"别家人力", "别家经理"},
}
"""The same about rows of the other organisation."""
KEEPING = {
    "confirm 1": {"李明"},
    "confirm 1,2": {"李明"},
    "hold 1 路人员工": {*SEEING, "李明"},
    "release 1 王芳": {*SEEING, "李明"},
    "proposal 1.take": {"李明"},
    "who 1.1.5": {*SEEING, "李明"},
    "erase 3.yes": SEEING,
    "people 3.give.manager": SEEING,
    "people 3.give.hr": {"何芸"},
    "people 3.take.employee.yes": SEEING,
    "people 3.leave.yes": SEEING,
    "people 6.leave.yes": {"何芸"},
    "people plan.1.4": SEEING,
    "people 2.same.3.both": SEEING,
    "invitations 1": {"何芸"},
    "forget yes": set(ROLES) - {"王芳", "别家员工"},
    "forget off": {"王芳", "别家员工"},
}
"""Whose wishes change what is kept: nothing is refused where there is just nothing of theirs to change."""
LOOKS = (
    {"plans 1": "plan/1", "version 1.1": "plan/1", "compare 1": "plan/1", "review 2": "plan/2"}
    | {f"{name} 1.1": f"{name}/1" for name in ("history", "evidence")}
    | {"progress 1": "progress/1"}
)
"""What is noted when HR looks."""
FREE = {"away", "confirm", "export", "forget", "mute", "plans", "privacy", "report", "zone"}
"""Commands that tell everybody of their own things only."""
WITHIN = {"begin", "home", "unread"}
"""What follows other wishes, "start new" and "start", and words that nothing waits for."""
CONVERSATION = ("start", "back", "skip", "pause", "resume", "summary", "edit 1", "help", "why", "submit", "cancel")
"""What is about the interview that the person has open."""

RECORDS = (
    *(tables.plan, tables.plan_version, tables.decision, tables.holder, tables.acknowledgement),
    *(tables.holder_question, tables.due, tables.report, tables.evidence, tables.confirmation),
    *(tables.corrective_note, tables.proposal, tables.erasure, tables.department, tables.scope),
    *(tables.deactivation, tables.audit_event, tables.invitation),
    tables.named,
)
"""Tables whose rows of all organisations are one matter."""
OF_PEOPLE = (tables.person, tables.role, tables.contact, tables.run, tables.absence)
"""Tables with rows of people, who may change their own."""


def join_all(company: Company) -> None:
    """Everybody of both organisations, in the order of ids."""
    for name, role in MEMBERS.items():
        company.join(name, role)
    with company.database.transaction() as c:
        for name, department in SCOPES.items():
            people.set_scope(c, id_of(c, name), [department])
        other = people.find_or_make_organisation(c, "别的公司", BEGAN)
        for name, role in STRANGERS.items():
            place = {"channel": "local", "address": name}
            stranger = people.make_person(c, other, name, **place, now=BEGAN, language="zh_Hans")
            people.grant_role(c, stranger.id, role)
    company.roles |= STRANGERS


def id_of(c: Connection, name: str) -> int:
    """The id of somebody of either organisation."""
    return next(found.id for organisation in (1, 2) if (found := people.named(c, organisation, name)))


@pytest.fixture
def company(migrated_file: Path, tmp_path: Path) -> Iterator[Company]:
    with closing(Database(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'kpi.db')}")) as database:
        company = Company(database, BEGAN)
        join_all(company)
        company.approve(2, 1, plan(), 3)
        yield company.on("2026-09-30T10:00+08:00")


@pytest.fixture(scope="module")
def filled(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Two organisations in which everything waits that could, and a token of each."""
    path = tmp_path_factory.mktemp("filled") / "kpi.db"
    shutil.copy(migrated_file, path)
    with closing(Database(f"sqlite:///{path}")) as database:
        company = Company(database, BEGAN)
        join_all(company)
        tokens = {
            "token": fill(company, plan(), 1, 2, 3),
            "their_token": fill(company, theirs(), *(len(OURS) + number for number in (1, 2, 3))),
        }
    return path, tokens


def theirs() -> Plan:
    """A plan of the other organisation, in other words."""
    written = json.dumps(plan_to_json(plan(post="质检员")), ensure_ascii=False)
    return plan_from_json(json.loads(written.replace("退货率", "漏检率").replace("订单数量", "检验批次")))


def fill(company: Company, made: Plan, hr: int, manager: int, holder: int) -> str:
    """A plan with two versions and a missed report, a note, a proposal, a question, a request, another plan that waits.

    Returns the token of an invitation.
    """
    company.now = BEGAN
    first = company.approve(manager, hr, made, holder)
    company.on("2026-09-30T10:00+08:00")
    with company.database.transaction() as c:
        run = plans.versions(c, first)[0].run_id
        plans.keep_draft(c, run, manager, content=plan_to_json(made) | {"period": "2027"}, audit=[], now=company.now)
        plans.submit(c, first, company.now)
        plans.decide(c, first, company.now, person_id=hr, verdict="approved", remarks=[], now=company.now)
        missed, other, _ = reports.of_plan(c, first)
        for due, value in ((missed, "2.5"), (other, "120")):
            reports.keep(c, due.id, holder, value=Decimal(value), now=company.now)
        corrective_notes.open_for(c, missed, company.now)
        proposals.keep(c, (first, 1, holder), wanted="不超过3%", why=f"{made.post}的供应商换了", now=company.now)
        holders.ask(c, first, 2, holder, question="退回的算哪个月？", now=company.now)
        erasure.ask(c, holder, company.now)
        submit(c, manager, replace(made, post=f"{made.post}助理"), company.now)
        organisation = people.person_of(c, hr).organisation_id
        return invitations.invite(c, organisation, "employee", now=company.now, inviter_id=hr)


def submit(c: Connection, manager: int, made: Plan, now: datetime) -> int:
    """Another plan of a manager that waits for review; returns its id."""
    header = codec(Header).dump_python(Header(people.person_of(c, manager).name, now.date()), mode="json")
    run = runs.start_run(c, manager, "post", version=1, header=header, now=now)
    runs.save_run(c, run.id, status="done", parked=False, focus=None, revision_before=0, now=now)
    id = plans.keep_draft(c, run.id, manager, content=plan_to_json(made), audit=[], now=now)
    plans.submit(c, id, now)
    return id


@pytest.fixture
def busy(filled: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Company]:
    """The two organisations."""
    path, _ = filled
    with closing(Database(f"sqlite:///{shutil.copy(path, tmp_path / 'kpi.db')}")) as database:
        company = Company(database, datetime.fromisoformat("2026-09-30T11:00+08:00"))
        company.roles |= MEMBERS | STRANGERS
        yield company


def test_every_command_has_its_row() -> None:
    rows = {row.split()[0] for row in (*ALLOWED, *KEEPING)}
    assert (rows - {"start"}) | FREE | WITHIN == set(ERRANDS)


@pytest.mark.parametrize("command", [*ALLOWED, *THEIRS])
@pytest.mark.parametrize("name", ROLES)
def test_who_may_do_what(busy: Company, filled: tuple[Path, dict[str, str]], name: str, command: str) -> None:
    own, before = own_id(busy, name), kept(busy)
    said = busy.command(name, *command.format(**filled[1]).split(maxsplit=1))
    assert words("zh_Hans").say(Text("parked")) not in written(said)
    refused = any(line["type"] == "error" for line in said)
    assert refused is (name not in (ALLOWED | THEIRS)[command]), written(said)
    if refused:
        assert of_others(kept(busy), own) == of_others(before, own)


@pytest.mark.parametrize("command", KEEPING)
@pytest.mark.parametrize("name", ROLES)
def test_whose_wish_changes_what_is_kept(busy: Company, name: str, command: str) -> None:
    own, before = own_id(busy, name), kept(busy)
    busy.press(name, command.replace(" ", ":", 1))
    assert (of_others(kept(busy), own) != of_others(before, own)) is (name in KEEPING[command])


@pytest.mark.parametrize("pressed", [("confirm",), ("dispute", "退货率", "请核对系统数据")])
@pytest.mark.parametrize("name", ROLES)
def test_who_confirms_and_disputes(busy: Company, name: str, pressed: tuple[str, ...]) -> None:
    busy.command(name, "confirm")
    busy.press(name, pressed[0])
    busy.say(name, *pressed[1:])
    with busy.database.reading() as c:
        verdicts = [one.report and one.report.verdict for one in reports.of_plan(c, 1)]
    assert (verdicts != [None] * len(verdicts)) is (name == "李明")


@pytest.mark.parametrize("name", ROLES)
def test_what_everybody_may_say_changes_no_record_and_nobody_else(busy: Company, name: str) -> None:
    own = own_id(busy, name)
    before = of_others(kept(busy), own)
    for command in (*sorted(FREE), *CONVERSATION):
        busy.command(name, *command.split(maxsplit=1))
        assert of_others(kept(busy), own) == before, command


def kept(company: Company) -> dict[str, list[Any]]:
    """All that is kept, table by table, but not who looked at it."""
    with company.database.reading() as c:
        ordered = {table.name: select(table).order_by(*table.primary_key) for table in (*RECORDS, *OF_PEOPLE)}
        return {name: list(c.execute(query)) for name, query in ordered.items()}


def of_others(rows: dict[str, list[Any]], own: int) -> dict[str, list[Any]]:
    """The records, and the rows that people have of themselves, without those of one person."""
    return rows | {
        table.name: [row for row in rows[table.name] if own != (row.id if table is tables.person else row.person_id)]
        for table in OF_PEOPLE
    }


def own_id(company: Company, name: str) -> int:
    with company.database.reading() as c:
        return id_of(c, name)


@pytest.mark.parametrize("name", STRANGERS)
def test_nobody_of_another_organisation_sees_or_changes_a_row(
    busy: Company, filled: tuple[Path, dict[str, str]], name: str
) -> None:
    own, before, looks = own_id(busy, name), kept(busy), looks_at_ours(busy)
    rows = [row for row in (*ALLOWED, *KEEPING, *sorted(FREE), *CONVERSATION) if "forget " not in row]
    said = [busy.command(name, *row.format(**filled[1]).split(maxsplit=1)) for row in rows]
    assert of_others(kept(busy), own) == of_others(before, own)
    assert looks_at_ours(busy) == looks
    for secret in ("退货率", "店长的供应商换了", "订单数量", "李明"):
        assert secret not in str(said)


def looks_at_ours(company: Company) -> list[access.Access]:
    with company.database.reading() as c:
        return [look for id in sorted(people.members(c, 1)) for look in access.of_person(c, id)]


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


@pytest.mark.parametrize(
    "command", ["plans 1", "version 1.1", "compare 1", "review 2", "progress 1", "history 1.1", "evidence 1.1"]
)
def test_each_look_of_hr_is_on_record(busy: Company, command: str) -> None:
    busy.command("何芸", *command.split())
    whose = own_id(busy, "李明" if command == "review 2" else "王芳")
    with busy.database.reading() as c:
        assert [one.what for one in access.of_person(c, whose) if one.at == busy.now] == [LOOKS[command]]


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
        header = codec(Header).dump_python(Header("李明", company.now.date()), mode="json")
        run = runs.start_run(c, 2, "post", version=1, header=header, now=company.now)
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
