import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kpi.plan import Indicator, Output, Plan, Standard
from storage.values import plan_from_json, plan_to_json

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
STANDARDS = st.none() | st.builds(Standard, value=st.none() | NUMBERS, upper=st.none() | NUMBERS)
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


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(ValidationError):
        plan_from_json(PLAN | {"customers": [{"id": 1, "name": "x", "kind": "friend"}]})
