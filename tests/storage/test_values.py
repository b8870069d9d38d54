import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kpi.plan import Indicator, Output, Plan, Standard
from kpi.values import Change, Comparator, Limit, Per, Share
from storage.values import plan_from_json, plan_to_json

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
SHARES = st.builds(Share, limit=st.none() | st.builds(Limit, value=NUMBERS))
STANDARDS = st.none() | st.builds(
    Standard,
    value=st.none() | NUMBERS,
    upper=st.none() | NUMBERS,
    rates=st.lists(st.builds(Per, number=NUMBERS), max_size=2).map(tuple),
    share=st.none() | SHARES,
    change=st.none() | st.builds(Change, figure=st.none() | NUMBERS),
    out_of=st.none() | NUMBERS,
)
INDICATORS = st.builds(Indicator, weight=NUMBERS, basic=STANDARDS, outstanding=STANDARDS)
OUTPUTS = st.builds(Output, weight=NUMBERS, indicators=st.lists(INDICATORS, max_size=2).map(tuple))
PLANS = st.builds(Plan, outputs=st.lists(OUTPUTS, max_size=2).map(tuple), coverage=st.none() | NUMBERS)


@settings(max_examples=30, deadline=None)
@given(plan=PLANS)
def test_a_plan_comes_back_from_json_as_it_was(plan: Plan) -> None:
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan


PLAN: dict[str, Any] = {
    "post": "店长",
    "department": "销售部",
    "holder": None,
    "function": "sales",
    "period": "2024",
    "customers": [{"id": 1, "name": "总经理", "kind": "superior"}],
    "outputs": [{"id": 1, "name": "月度报表", "customers": [1], "weight": "33.30"}],
}


def test_numbers_keep_every_digit_and_fields_added_later_have_their_defaults() -> None:
    plan = plan_from_json(PLAN)
    assert (str(plan.outputs[0].weight), plan.outputs[0].observable, plan.coverage) == ("33.30", True, None)
    assert plan_to_json(plan)["outputs"][0]["weight"] == "33.30"


KEPT: dict[str, Any] = {
    "text": "每月不超过3起",
    "comparator": "<=",
    "value": "3",
    "upper": None,
    "unit": "起",
    "per": "month",
    "items": [],
}
"""A standard as it was kept before it could be more than a level."""


def test_a_standard_that_was_kept_as_a_level_stays_one() -> None:
    indicator = {"id": 1, "dimension": "quality", "name": "投诉", "numeric": True, "weight": "100", "basic": KEPT}
    plan = plan_from_json(PLAN | {"outputs": [PLAN["outputs"][0] | {"indicators": [indicator]}]})
    assert plan.indicators[0].basic == Standard("每月不超过3起", Comparator.AT_MOST, Decimal(3), None, "起", "month")
    written = plan_to_json(plan)["outputs"][0]["indicators"][0]["basic"]
    assert written | KEPT == written


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(ValidationError):
        plan_from_json(PLAN | {"customers": [{"id": 1, "name": "x", "kind": "friend"}]})
