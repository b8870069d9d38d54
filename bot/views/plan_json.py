"""The plan as a JSON document, for programs (`kpibot export --format json`)."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.views.standard_json import Json, number, standard_json
from bot.views.wording import customers_of, reason
from kpi.audit import Finding
from kpi.plan import Customer, Indicator, Output, Plan, Tracking, When
from locales.statements import stated
from locales.words import LANGUAGES, Words, words


def plan_document(
    plan: Plan,
    findings: Sequence[Finding],
    *,
    status: str,
    version: int,
    decisions: Sequence[Mapping[str, Any]],
    language: str,
) -> Json:
    """The plan as JSON values; weights are numbers out of 100, the reasons of the audit are in the language.

    `decisions` are taken as they are.
    """
    outputs = [_output(output, plan) for output in plan.outputs]
    return {
        "post": plan.post,
        "department": plan.department,
        "holder": plan.holder,
        "function": plan.function,
        "period": plan.period.text,
        "first_day": plan.period.days and plan.period.days.first.isoformat(),
        "last_day": plan.period.days and plan.period.days.last.isoformat(),
        "status": status,
        "version": version,
        "coverage": number(plan.coverage),
        "customers": [_customer(customer) for customer in plan.customers],
        "outputs": outputs,
        "indicators": [
            indicator | {"output": output["name"]} for output in outputs for indicator in output["indicators"]
        ],
        "audit": [_finding(finding, words(language)) for finding in findings],
        "decisions": [dict(decision) for decision in decisions],
    }


def _customer(customer: Customer) -> Json:
    return {
        "id": customer.id,
        "name": customer.name,
        "kind": customer.kind.value,
        "internal": customer.kind.internal,
    }


def _output(output: Output, plan: Plan) -> Json:
    return {
        "id": output.id,
        "name": output.name,
        "customers": list(customers_of(output, plan)),
        "weight": number(output.weight),
        "serves": output.serves,
        "observable": output.observable,
        "indicators": [_indicator(indicator, output) for indicator in output.indicators],
    }


def _indicator(indicator: Indicator, output: Output) -> Json:
    return {
        "id": indicator.id,
        "dimension": indicator.dimension.value,
        "name": indicator.name,
        "unit": indicator.unit,
        "direction": indicator.direction and indicator.direction.value,
        "judge": indicator.judge,
        "looks_like": indicator.looks_like,
        "factors": list(indicator.factors),
        "second_rater": indicator.second_rater,
        "weight": number(indicator.weight),
        "basic": standard_json(indicator.basic),
        "outstanding": standard_json(indicator.outstanding),
        "statement": _statement(indicator, output),
        "tracking": _tracking(indicator.tracking),
    }


def _statement(indicator: Indicator, output: Output) -> Json:
    """The statement in words, in every language."""
    return {language: words(language).value(stated(output, indicator, words(language))) for language in LANGUAGES}


def _tracking(tracking: Tracking) -> Json:
    return {
        "data": tracking.data,
        "sample": tracking.sample,
        "when": _when(tracking.when),
        "collector": tracking.collector,
        "receiver": tracking.receiver,
    }


def _when(when: When | None) -> Json | None:
    if when is None:
        return None
    return {
        "date": when.date,
        "rrule": when.rrule,
        "relation": when.relation and when.relation.value,
        "offset": when.offset,
        "following": when.following,
        "text": when.text,
    }


def _finding(finding: Finding, words: Words) -> Json:
    return {
        "question": finding.question,
        "result": finding.result.value,
        "reason": reason(finding, words),
        "section": finding.section,
        "mends": finding.mends,
    }
