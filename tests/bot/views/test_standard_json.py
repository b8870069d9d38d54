import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.views.standard_json import quantity_json, standard_json
from kpi.plan import Standard
from kpi.values import Base, Change, Comparator, Limit, Per, Share, Sign

LEVEL = Standard("不低于95%", Comparator.AT_LEAST, Decimal(95), unit="%")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (
            {"share": Share("工单", Limit(Comparator.AT_MOST, Decimal(48), "hour"))},
            {"share": {"of": "工单", "limit": {"comparator": "<=", "value": 48, "unit": "hour"}}},
        ),
        ({"share": Share("预算")}, {"share": {"of": "预算", "limit": None}}),
        (
            {"change": Change(Sign.DOWN, Base.LAST_YEAR, Decimal("1.5"), "CNY")},
            {"change": {"sign": "-", "base": "last_year", "figure": 1.5, "unit": "CNY"}},
        ),
        ({"change": Change()}, {"change": {"sign": None, "base": None, "figure": None, "unit": None}}),
        (
            {"rates": (Per(Decimal(1000), "bed days"), Per(Decimal(1), "人"))},
            {"rates": [{"number": 1000, "unit": "bed days"}, {"number": 1, "unit": "人"}]},
        ),
        (
            {"out_of": Decimal(100), "condition": "紧急工单", "note": "每降1%扣2分"},
            {"out_of": 100, "condition": "紧急工单", "note": "每降1%扣2分"},
        ),
    ],
)
def test_every_part_is_told(parts: dict[str, Any], told: dict[str, Any]) -> None:
    written = standard_json(replace(LEVEL, **parts))
    assert written == (standard_json(LEVEL) or {}) | told
    assert json.loads(json.dumps(written)) == written
    assert quantity_json(replace(LEVEL, **parts)) == {
        name: part for name, part in written.items() if name not in {"text", "items"}
    }


def test_no_standard_is_null() -> None:
    assert standard_json(None) is None
