"""What `kpibot people` does, as an operator calls it, in the database's only organisation."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from storage import audit_events, departments, holders, invitations, leaving, people, plans
from storage.database import Database
from tests.company import Company, plan, written

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
LI, WANG, ZHAO = 2, 3, 4
Call = Callable[..., str]


@pytest.fixture
def url(migrated_file: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'kpi.db')}"


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """Li's post in the shop is held by Wang; Zhao has none."""
    with closing(Database(url)) as database:
        company = Company(database, BEGAN)
        for name, role in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee"), ("赵敏", "manager")):
            company.join(name, role)  # type: ignore[arg-type] # the roles are those there are
        company.approve(LI, 1, replace(plan(receiver="李明"), holder="王芳"), WANG)
        yield database


@pytest.fixture
def call(url: str, database: Database, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls `kpibot people` and returns what it says."""
    monkeypatch.setenv("KPIBOT_LANGUAGE", "zh_Hans")
    monkeypatch.setattr("bot.commands.people.system_language", lambda _: "zh_Hans")

    def call(*arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, ["people", *arguments, "--database", url])
        assert done.exit_code == code, done.output
        return done.output

    return call


def read(database: Database, name: str) -> str:
    return written(Company(database, BEGAN).read(name))


def test_everybody_is_listed_with_open_invitations(call: Call, database: Database) -> None:
    with database.transaction() as c:
        token = invitations.invite(c, 1, "manager", now=datetime.now().astimezone(), name="孙丽")
    said = call("list")
    assert "• 王芳：员工；部门：零售部" in said
    assert "1. 孙丽：经理；–；邀请人：系统管理员" in said
    assert token not in said
    assert "邀请 1 已撤回" in call("uninvite", "1")
    assert "1. 孙丽" not in call("list")
    call("uninvite", "1", code=1)


def test_roles_are_given_and_taken(call: Call, database: Database) -> None:
    assert "赵敏现为人力资源" in call("give", "赵敏", "hr")
    assert "系统管理员已将您设为人力资源" in read(database, "赵敏")
    assert "何芸不再是人力资源" in call("take", "何芸", "hr")
    assert "最后一位" in call("take", "赵敏", "hr", code=1)
    with database.reading() as c:
        assert people.roles_of(c, ZHAO) == {"manager", "hr"}
        assert [one.action for one in audit_events.newest(c, 1, 9)] == ["role_taken", "role_given"]
    assert "取消何芸的身份：人力资源" in call("log")


def test_somebody_leaves_and_comes_back(call: Call, database: Database) -> None:
    said = call("deactivate", "李明")
    assert "李明已离职" in said
    assert "现在无人负责：店长" in said
    with database.reading() as c:
        assert leaving.is_deactivated(c, LI)
    assert "“店长”已移交给赵敏" in call("move", "1", "赵敏")
    assert "您已接手" in read(database, "赵敏")
    assert "已重新入职" in call("reactivate", "李明")
    with database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        assert kept.person_id == ZHAO
        assert people.roles_of(c, LI) == frozenset()


def test_who_holds_a_post_leaves(call: Call, database: Database) -> None:
    call("deactivate", "#3")
    with database.reading() as c:
        assert holders.holders_of(c, 1) == ()
    assert "王芳已离职，不再担任“店长”" in read(database, "李明")


def test_a_department_is_handed_over(call: Call, database: Database) -> None:
    call("deactivate", "李明")
    assert "“零售部”现由赵敏负责" in call("lead", "零售部", "赵敏")
    with database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        assert kept.person_id == ZHAO
        assert [one.leader for one in departments.departments_of(c, 1)] == ["赵敏"]


def test_records_are_joined(call: Call, database: Database) -> None:
    Company(database, BEGAN).join("王芳 (2)", "employee")
    assert "“王芳 (2)”已并入“王芳”" in call("join", "王芳", "王芳 (2)", "--only-new")
    with database.reading() as c:
        assert people.contacts_of(c, WANG) == (("local", "王芳 (2)"),)


@pytest.mark.parametrize(
    "arguments",
    [
        ("give", "没有人", "hr"),
        ("move", "9", "赵敏"),
        ("move", "1", "王芳"),
        ("lead", "零售部", "王芳"),
        ("lead", "零售布", "赵敏"),
        ("join", "王芳", "王芳"),
        ("list", "--organisation", "别的公司"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    call: Call, database: Database, arguments: tuple[str, ...]
) -> None:
    said = call(*arguments, code=1)
    assert said.strip()
    assert "Traceback" not in said
    with database.reading() as c:
        assert audit_events.newest(c, 1, 9) == ()
