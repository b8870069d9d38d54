"""`kpibot understand` as people and programs run it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.program import ENVIRONMENT, kpibot


def understood(folder: Path, *arguments: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        kpibot("understand", *arguments),
        cwd=folder,
        env=ENVIRONMENT,
        input=lines,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def read(folder: Path, *asked: Any) -> list[dict[str, Any]]:
    done = understood(folder, "--jsonl", lines="".join(f"{json.dumps(one)}\n" for one in asked))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


PLAIN: dict[str, Any] = {"rates": [], "share": None, "change": None, "out_of": None, "condition": None, "note": None}
"""What a quantity has that is no more than a level."""


def test_a_line_for_each_text(tmp_path: Path) -> None:
    rate, day, items, yes, whole, nothing = read(
        tmp_path,
        {"text": "每月投诉不超过3起"},
        {"text": "下周二以前", "now": "2026-11-26T09:00:00+08:00", "language": "zh"},
        {"text": "plans, reports and contracts"},
        {"text": "可以的，谢谢"},
        {"text": "于每月25日用ERP导出数据完成盘点差异表达到差异率不超过0.3%"},
        {"text": ""},
    )
    assert rate == {
        "text": "每月投诉不超过3起",
        "language": "zh_Hans",
        "quantity": {"comparator": "<=", "value": 3, "upper": None, "unit": "起", "per": "month"} | PLAIN,
        "outstanding": None,
        "left": ["投诉"],
        "asked": None,
        "when": None,
        "items": ["每月投诉不超过3起"],
        "act": None,
        "statement": None,
    }
    assert day["when"] == {"date": "2026-12-01", "rrule": None, "relation": "before", "offset": None}
    assert items["items"] == ["plans", "reports", "contracts"]
    assert yes["act"] == "yes"
    assert whole["when"]["rrule"] == "FREQ=MONTHLY;BYMONTHDAY=25"
    assert whole["quantity"] == {"comparator": "<=", "value": 0.3, "upper": None, "unit": "%", "per": None} | PLAIN
    assert whole["statement"] == {
        "by": "每月25日",
        "using": "ERP导出数据",
        "complete": "盘点差异表",
        "reach": "差异率不超过0.3%",
    }
    assert nothing == dict.fromkeys(nothing) | {"text": "", "left": []}


@pytest.mark.parametrize("line", ["{", "[]", "3", '{"text": 3, "now": "soon"}', "null", '{"txt": "a"}'])
def test_what_is_no_line_is_told_and_the_next_one_is_read(line: str, tmp_path: Path) -> None:
    done = understood(tmp_path, "--jsonl", lines=f'{line}\n{{"text": "97%"}}\n')
    told, answered = map(json.loads, done.stdout.splitlines())
    assert told["type"] == "error"
    assert answered["quantity"]["value"] == 97


def test_people_see_it_in_words(tmp_path: Path) -> None:
    shown = understood(tmp_path, "--language", "zh_Hans", "by the last Thursday of each quarter", "at least 97%").stdout
    assert "每季度最后一个星期四" in shown
    assert "至少97%" in shown or "不低于97%" in shown


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    done = understood(tmp_path)
    assert (done.returncode, "kpibot understand" in done.stderr) == (2, True)
