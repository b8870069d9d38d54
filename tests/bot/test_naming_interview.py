"""A manager names people in the interview as people do: themselves, somebody by a title, somebody by their name."""

from datetime import datetime
from typing import Any

import pytest

from dialogs.acts import Pressed, Said
from storage import plans
from storage.database import Database
from storage.values import plan_from_json
from tests.company import Company, written
from tests.manager import ENGLISH, SIMPLIFIED, TRADITIONAL, Manager, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
TAPPED = {"trackable": "!no", "collector": "!usual", "sample": "!usual", "when": "!usual"}


def judged(script: dict[str, Any], before: str, name: str, said: dict[str, str]) -> dict[str, Any]:
    """A script in which somebody judges one indicator, whose tracking is set on its own."""
    measures = {about: name if one == before else one for about, one in script["measure"].items()}
    levels = {level: script[level] | {name: said[level]} for level in ("basic", "outstanding")}
    return {**script, **TAPPED, **said, **levels, "measure": measures, "tracking": name}


SCRIPTS = {
    "zh_Hans": judged(
        SIMPLIFIED,
        "报表准确率",
        "报表是否清楚",
        {"judge": "刘经理", "raters": "我", "receiver": "给我就行", "data": "销售系统"}
        | {"looks_like": "看得懂", "factors": "有结论、数据有来源", "basic": "有结论", "outstanding": "数据有来源"},
    ),
    "zh_Hant": judged(
        TRADITIONAL,
        "報表準確率",
        "報表是否清楚",
        {"judge": "劉經理", "raters": "我自己", "receiver": "報給我就好", "data": "銷售系統"}
        | {"looks_like": "看得懂", "factors": "有結論、資料有來源", "basic": "有結論", "outstanding": "資料有來源"},
    ),
    "en": judged(
        ENGLISH,
        "report accuracy rate",
        "clarity of the report",
        {"judge": "Mr Reed", "raters": "me", "receiver": "just send it to me", "data": "the CRM"}
        | {"looks_like": "easy to follow", "factors": "a conclusion, sources", "basic": "a conclusion"}
        | {"outstanding": "sources"},
    ),
}
ASKED = {
    "zh_Hans": "“大客户经理”的计划中，“刘经理”（评价）是哪一位？",
    "zh_Hant": "「大客戶經理」的計畫中，「劉經理」（評核）是哪一位？",
    "en": "Who is “Mr Reed” in the plan for “Key account manager” (judges)?",
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_who_speaks_is_named_and_a_title_is_asked_about(database: Database, language: str) -> None:
    company = Company(database, BEGAN, language)
    company.join("Helen", "hr")
    people = ("李明", "刘强", "刘芳") if language != "en" else ("Liam", "Tom Reed", "Reed Ann")
    for name in people:
        company.join(name, "manager")
    me, *may_be = people
    said, scripted = company.command(me, "start", "new"), Manager(SCRIPTS[language])
    while question := last_question(said):
        line = scripted.answer(question)
        said = company.say(me, Pressed(line["press"]) if "press" in line else Said(line["text"]))
    with database.reading() as c:
        kept = plans.plan(c, 1)
    assert kept
    first, *_ = plan_from_json(kept.content).indicators
    assert (first.judge, first.second_rater) == (SCRIPTS[language]["judge"], me)
    assert first.tracking.receiver == me
    assert ASKED[language] in written(said)
    offered = [choice["label"] for line in said for choice in line.get("choices", [])]
    assert [one for one in offered if one in people] == may_be
