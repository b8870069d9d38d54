"""Plans as JSON: what storage.plans keeps as the content of a version."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kpi.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import TypeAdapter


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """A plan as JSON values; numbers as strings, exact to the last digit."""
    written: dict[str, Any] = _plan().dump_python(plan, mode="json")
    return written


def plan_from_json(content: Mapping[str, Any]) -> Plan:
    """The plan that plan_to_json wrote, perhaps without fields added since. Raises pydantic's ValidationError.

    The period of older ones is what was written alone.
    """
    period = content["period"]
    return _plan().validate_python({**content, "period": {"text": period}} if isinstance(period, str) else content)


@cache
def _plan() -> TypeAdapter[Plan]:
    # Importing pydantic and building this takes longer than starting without it.
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)
