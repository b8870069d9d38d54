import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from locales.text import Text
from locales.words import LANGUAGES, words
from tests.manager import SIMPLIFIED, Manager
from tests.program import JsonLines, address, exported, interviewed, run

PLAN = {
    "id", "post", "department", "holder", "function", "period", "first_day", "last_day", "status", "version",
    "coverage", "customers", "outputs", "indicators", "audit", "decisions",
}  # fmt: skip
CUSTOMER = {"id", "name", "kind", "internal"}
OUTPUT = {"id", "name", "customers", "weight", "serves", "observable", "indicators"}
INDICATOR = {
    "id", "dimension", "name", "unit", "direction", "judge", "looks_like", "factors", "second_rater",
    "weight", "basic", "outstanding", "statement", "tracking",
}  # fmt: skip
PARTS = {"rates", "share", "change", "out_of", "condition", "note"}
STANDARD = {"comparator", "value", "upper", "unit", "per", "text", "items"} | PARTS
TRACKING = {"data", "sample", "when", "collector", "receiver"}
FINDING = {"question", "result", "reason", "section", "mends"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a submitted plan (1), a draft (2) and a plan that is only begun."""
    folder = tmp_path_factory.mktemp("export")
    with JsonLines(folder) as program:
        interviewed(program, Manager(SIMPLIFIED))
    with JsonLines(folder, "周洁") as program:
        manager = Manager(SIMPLIFIED | {"submit": "稍后", "post": "区域经理"})
        said = program.send({"command": "start"})
        while (question := said[-1])["name"] != "submit":
            said = program.send(manager.answer(question))
    with JsonLines(folder, "赵敏") as program:
        program.send({"text": "采购员"})
    return folder


def export(folder: Path, plan: str, format: str, *options: str) -> str:
    done = run(folder, "export", "--plan", plan, "--format", format, "--database", address(folder), *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_json_has_the_shape_that_the_readme_documents(folder: Path) -> None:
    plan: dict[str, Any] = json.loads(export(folder, "1", "json"))
    assert set(plan) == PLAN
    assert (plan["id"], plan["status"], plan["version"], plan["decisions"]) == (1, "submitted", 1, [])
    assert (plan["post"], plan["holder"], plan["function"], plan["coverage"]) == ("大客户经理", "王芳", "sales", 90)
    assert [(one["name"], one["kind"]) for one in plan["customers"]] == [
        ("总经理", "superior"), ("财务部", "department"), ("经销商", "client"),
    ]  # fmt: skip
    assert [(one["name"], one["customers"], one["weight"]) for one in plan["outputs"]] == [
        ("月度销售报表", ["总经理"], 50), ("回款计划", ["财务部"], 30), ("签订的合同", ["经销商"], 20),
    ]  # fmt: skip
    assert all(set(one) == CUSTOMER for one in plan["customers"])
    assert all(set(one) == OUTPUT and one["serves"] == "销售额增长20%" for one in plan["outputs"])
    assert [sum(one["weight"] for one in output["indicators"]) for output in plan["outputs"]] == [100, 100, 100]
    assert [one | {"output": output["name"]} for output in plan["outputs"] for one in output["indicators"]] == plan[
        "indicators"
    ]
    assert {one["question"] for one in plan["audit"]} == set(range(1, 8))
    assert all(set(one) == FINDING and one["reason"] for one in plan["audit"])


def test_json_of_an_indicator(folder: Path) -> None:
    indicators = json.loads(export(folder, "1", "json"))["indicators"]
    for one in indicators:
        assert set(one) == INDICATOR | {"output"}
        assert set(one["basic"]) == set(one["outstanding"]) == STANDARD
        assert set(one["tracking"]) == TRACKING
        assert all(one["tracking"].values())
        assert set(one["statement"]) == set(LANGUAGES)
        assert all(one["statement"].values())
    standards = {one["name"]: (one["direction"], one["basic"], one["outstanding"]) for one in indicators}
    none: dict[str, Any] = dict.fromkeys(PARTS) | {"upper": None, "items": [], "rates": []}
    assert standards["报表准确率"] == (
        "more",
        none | {"comparator": ">=", "value": 97, "unit": "%", "per": None, "text": "不低于97%"},
        none | {"comparator": ">=", "value": 99, "unit": "%", "per": None, "text": "99%"},
    )
    assert standards["合同差错率"][0] == "less"
    assert [standard["comparator"] for standard in standards["合同差错率"][1:]] == ["<=", "<="]
    assert standards["合同金额"][1] == none | {
        "comparator": ">=", "value": 800_000, "unit": "CNY", "per": "month", "text": "不低于80万元每月",
    }  # fmt: skip


def test_latest_is_the_plan_begun_last_be_it_a_draft(folder: Path) -> None:
    assert (exported(folder, address(folder))["post"], exported(folder, address(folder))["status"]) == (
        "区域经理", "draft",
    )  # fmt: skip
    assert json.loads(export(folder, "2", "json"))["id"] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_in_every_language(language: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "计划.md"
    told = export(folder, "1", "md", "--language", language, "--output", str(path))
    assert str(path) in told
    assert export(folder, "1", "md", "--language", language) == path.read_text(encoding="utf-8")
    assert "大客户经理" in path.read_text(encoding="utf-8")
    assert words(language).say(Text("views.status.submitted")) in path.read_text(encoding="utf-8")
    sheet = tmp_path / "plan.xlsx"
    assert str(sheet) in export(folder, "1", "xlsx", "--language", language, "--output", str(sheet))
    book = load_workbook(sheet)
    assert book.sheetnames == [
        words(language).say(Text(f"views.sheet.{one}"))
        for one in ("outputs", "indicators", "statements", "tracking", "audit")
    ]
    assert any("报表准确率" in str(cell) for row in book.worksheets[1].values for cell in row)


def test_sheet_goes_to_a_file_named_after_the_plan(folder: Path) -> None:
    export(folder, "2", "xlsx")
    assert load_workbook(folder / "plan-2.xlsx").sheetnames


@pytest.mark.parametrize("plan", ["-1", "²", "9" * 20, "9" * 5000])
def test_plan_that_does_not_exist(plan: str, folder: Path) -> None:
    done = run(folder, "export", "--plan", plan, "--format", "json", "--database", address(folder))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert plan in done.stderr


@pytest.mark.parametrize("format", ["json", "md", "xlsx"])
def test_path_that_cannot_be_written_is_told(format: str, folder: Path) -> None:
    output = folder / "nowhere" / "plan"
    done = run(
        folder, "export", "--plan", "1", "--format", format, "--output", str(output), "--database", address(folder)
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert str(output) in done.stderr
    assert "Traceback" not in done.stderr
    assert not output.exists()


def test_sheet_whose_usual_path_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "plan-1.xlsx").mkdir()
    done = run(tmp_path, "export", "--plan", "1", "--format", "xlsx", "--database", address(folder))
    assert (done.returncode, done.stdout) == (1, "")
    assert "plan-1.xlsx" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_tracking_table_can_be_of_one_year(tmp_path: Path) -> None:
    assert run(tmp_path, "demo", "--now", "2026-03-20T12:00+08:00", "--database", address(tmp_path)).returncode == 0
    days = {}
    for year in ((), ("--year", "2025"), ("--year", "2026")):
        table = json.loads(export(tmp_path, "1", "json", "--progress", *year))
        days[year[-1:] or "both"] = sorted(row["last"] for row in table["rows"])
    # The plan of the demo began in July 2025: that year means its period, the next one means the days of 2026.
    assert days["both"] == days[("2025",)]
    assert days[("2026",)] == [day for day in days["both"] if day.startswith("2026")] != []
