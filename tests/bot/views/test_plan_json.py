import json
from typing import Any

import pytest

from bot.views.plan_json import plan_document
from kpi.audit import Findings
from kpi.plan import Plan
from locales.words import LANGUAGES


@pytest.fixture
def document(plan: Plan, findings: Findings) -> dict[str, Any]:
    decisions = [{"version": 1, "decision": "returned", "remarks": "…"}]
    made = plan_document(plan, findings, status="returned", version=1, decisions=decisions, language="en")
    loaded: dict[str, Any] = json.loads(json.dumps(made))
    assert loaded == made
    return loaded


def test_the_document_names_what_the_export_promises(document: dict[str, Any]) -> None:
    assert document.keys() == {
        "post", "department", "holder", "function", "period", "first_day", "last_day", "status", "version", "coverage",
        "customers", "outputs", "indicators", "audit", "decisions",
    }  # fmt: skip
    assert document["customers"][2] == {"id": 3, "name": "经销商", "kind": "client", "internal": False}
    assert document["decisions"][0]["decision"] == "returned"
    assert (document["status"], document["version"], document["coverage"]) == ("returned", 1, 85)


def test_outputs_name_their_customers_and_hold_their_indicators(document: dict[str, Any]) -> None:
    output = document["outputs"][0]
    assert (output["customers"], output["weight"], output["observable"]) == (["总经理", "财务部"], 60, True)
    assert [indicator["id"] for indicator in output["indicators"]] == [1, 2]


def test_the_flat_list_has_the_same_indicators_with_their_outputs(document: dict[str, Any]) -> None:
    nested = [
        indicator | {"output": output["name"]} for output in document["outputs"] for indicator in output["indicators"]
    ]
    assert document["indicators"] == nested


def test_an_indicator(document: dict[str, Any]) -> None:
    number, judgement, _ = document["indicators"]
    assert (number["dimension"], number["unit"], number["direction"], number["weight"]) == (
        "quality",
        "%",
        "less",
        66.67,
    )
    assert number["basic"] == {
        "comparator": "<=", "value": 0.3, "upper": None, "unit": "%", "per": None, "text": "不超过0.3%", "items": [],
        "rates": [], "share": None, "change": None, "out_of": None, "condition": None, "note": None,
    }  # fmt: skip
    assert number["statement"].keys() == set(LANGUAGES)
    assert number["tracking"]["when"] == {
        "date": None, "rrule": "FREQ=MONTHLY;BYMONTHDAY=25", "relation": "by", "offset": None, "following": False,
        "text": "每月25日",
    }  # fmt: skip
    assert (judgement["judge"], judgement["factors"]) == ("财务经理", ["原因写明", "责任到人"])
    assert judgement["outstanding"]["items"] == ["提出改进办法"]


def test_the_audit_gives_reasons_in_the_language(document: dict[str, Any], plan: Plan, findings: Findings) -> None:
    assert [found["question"] for found in document["audit"]] == [finding.question for finding in findings]
    assert {found["result"] for found in document["audit"]} == {"pass", "fail"}
    assert all(found["reason"].isascii() or "说明" in found["reason"] for found in document["audit"])
    assert document["audit"][1]["mends"] == findings[1].mends
