"""The seven audit questions put to a plan (method.md 7).

Every rule that is broken makes one finding, with the result that the question's function names; a question without any
passes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi import standards, tracking
from kpi.plan import Indicator, Output, Plan, Standard, Tracking
from kpi.rules import SECTIONS
from kpi.told import NOTHING, Told

ENOUGH_COVERAGE = Decimal(80)
"""The indicators together must explain more than this share of the work goals, in percent."""


class Result(StrEnum):
    """How a plan stands up to a rule."""

    PASS = "pass"  # noqa: S105 - a result, not a password
    DOUBT = "doubt"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about a plan.

    `rule` ends the message id of the reason ("audit.reason.<rule>"), `about` names what is concerned, and `mends` is
    the key of the question whose answer mends the first of it; None where nothing needs mending.
    """

    question: int
    result: Result
    rule: str
    about: tuple[str, ...]
    mends: str | None

    @property
    def section(self) -> str | None:
        """The section of the method that the rule stands in ("2.1"); None where nothing is broken."""
        return None if self.result is Result.PASS else SECTIONS.get(self.rule)


Findings = tuple[Finding, ...]


def audit(plan: Plan, told: Told = NOTHING) -> Findings:
    """What the seven questions find, in their order, each with at least one finding.

    `told` is what the words of the plan say, since reading them takes a language.
    Without outputs every question fails, without indicators all but the first.
    """
    without_indicators = _no_outputs(plan) or _no_indicators(plan)
    found = {
        "final_product": _no_outputs(plan) or _final_product(plan, told),
        "provable": without_indicators or _provable(plan, told),
        "raters_agree" if _judged(plan) else "numbers_agree": without_indicators or _raters_agree(plan, told),
        "covered": without_indicators or _coverage(plan, told),
        "customers_side": without_indicators or _customers_side(plan),
        "trackable": without_indicators or _trackable(plan, told),
        "room": without_indicators or _room(plan, told),
    }
    return tuple(
        Finding(question, result, rule, about, mends)
        for question, (passed, broken) in enumerate(found.items(), start=1)
        for result, rule, about, mends in broken or ((Result.PASS, passed, (), None),)
    )


def with_unbound(findings: Findings, names: Sequence[str]) -> Findings:
    """What an audit finds, and whom the plan names that nobody knows: no figure reaches them (question 6)."""
    if not names:
        return findings
    others = [one for one in findings if (one.question, one.result) != (_TRACKABLE, Result.PASS)]
    unbound = Finding(_TRACKABLE, Result.DOUBT, "unbound", tuple(names), None)
    return tuple(sorted([*others, unbound], key=lambda one: one.question))


_TRACKABLE = 6


def verdict(findings: Iterable[Finding], question: int) -> Result:
    """The worst result of one question of an audit."""
    results = {finding.result for finding in findings if finding.question == question}
    return next(result for result in (Result.FAIL, Result.DOUBT, Result.PASS) if result in results)


_Broken = tuple[tuple[Result, str, tuple[str, ...], str | None], ...]
"""Broken rules of one question: result, rule, about, mends."""


def _no_outputs(plan: Plan) -> _Broken:
    return () if plan.outputs else ((Result.FAIL, "no_outputs", (), _where_outputs_come_from(plan)),)


def _no_indicators(plan: Plan) -> _Broken:
    """One for the plan as a whole; single outputs without indicators belong to question 4."""
    return () if plan.indicators else _outputs(Result.FAIL, "no_indicators", plan.outputs, "dimensions")


def _final_product(plan: Plan, told: Told) -> _Broken:
    """Question 1, by the principles of method.md 2.1.

    Fail: an activity whose result can be observed (results first); what nobody holds, such as safety or other duties.
    Doubt: behaviour judged because no result can be observed, which the reviewer must agree to; no goal served (value
    added).
    """
    named_activity = [output for output in plan.outputs if output.observable and output.id in told.activities]
    nothing_held = [one for one in plan.outputs if one.id in told.no_products and one not in named_activity]
    behaviour = [output for output in plan.outputs if not output.observable]
    aimless = [output for output in plan.outputs if not output.serves]
    return (
        *_outputs(Result.FAIL, "activity", named_activity, "result"),
        *_no_products(nothing_held),
        *_outputs(Result.DOUBT, "behaviour", behaviour, "result"),
        *_outputs(Result.DOUBT, "no_goal", aimless, "serves"),
    )


def _no_products(concerned: Sequence[Output]) -> _Broken:
    """They are named where a customer says what it receives."""
    if not concerned:
        return ()
    names = tuple(output.name for output in concerned)
    customer = next((id for output in concerned for id in output.customers), None)
    mends = f"customer/{customer}/outputs" if customer is not None else "customers_internal"
    return ((Result.FAIL, "no_product", names, mends),)


def _provable(plan: Plan, told: Told) -> _Broken:
    """Question 2: a number with a source, or a named judge with observable factors (method.md 2.2); else it fails.

    Doubt: a standard in a unit or of a size that the indicator cannot have; everything reported by who is judged by it.
    """
    senseless = [one for one in plan.indicators if one.id in told.senseless]
    own = [one for one in plan.indicators if one.id in told.self_collected]
    all_own = own if len(own) == len(plan.indicators) else []
    judged = _judged(plan)
    unsourced = [one for one in plan.indicators if one.numeric and not one.tracking.data]
    return (
        *_indicators(plan, Result.FAIL, "no_source", unsourced, "data"),
        *_indicators(plan, Result.FAIL, "no_judge", [one for one in judged if not one.judge], "judge"),
        *_indicators(plan, Result.FAIL, "no_factors", [one for one in judged if not one.factors], "factors"),
        *_indicators(plan, Result.DOUBT, "senseless", senseless, "basic"),
        *_indicators(plan, Result.DOUBT, "self_collected", all_own, "collector"),
    )


def _raters_agree(plan: Plan, told: Told) -> _Broken:
    """Question 3: a number agrees; a judgement needs factors for each level, better two raters.

    Fail: a judgement without factors, or a level at which nothing is listed to be observed. Doubt: a single rater.
    """
    judged = _judged(plan)
    basic_unclear = [one for one in judged if not (one.basic and one.basic.items)]
    outstanding_unclear = [one for one in judged if not (one.outstanding and one.outstanding.items)]
    alone = [one for one in judged if one.id not in told.judged_by_two and not _has_second(one, told)]
    return (
        *_indicators(plan, Result.FAIL, "unguided", [one for one in judged if not one.factors], "factors"),
        *_indicators(plan, Result.FAIL, "basic_unclear", basic_unclear, "basic"),
        *_indicators(plan, Result.FAIL, "outstanding_unclear", outstanding_unclear, "outstanding"),
        *_indicators(plan, Result.DOUBT, "one_rater", alone, "raters"),
    )


def _has_second(indicator: Indicator, told: Told) -> bool:
    """Whether somebody else judges too."""
    judge, second = (one and one.strip().casefold() for one in (indicator.judge, indicator.second_rater))
    return bool(second) and second != judge and indicator.id not in told.no_second


def _coverage(plan: Plan, told: Told) -> _Broken:
    """Question 4: the manager estimates, outputs without indicators are listed.

    Fail: an output without indicators; an estimate that is not more than 80 %. Doubt: no estimate; one that was raised
    past that without another indicator; indicators that count the same goal twice, or contradict each other.
    """
    bare = [output for output in plan.outputs if not output.indicators]
    broken = (
        *_outputs(Result.FAIL, "output_without_indicator", bare, "dimensions"),
        *_groups(plan, "contradicting", told.contradicting),
        *_groups(plan, "same_thing", told.alike),
    )
    if plan.coverage is None:
        return (*broken, (Result.DOUBT, "coverage_unknown", (), "coverage"))
    if plan.coverage <= ENOUGH_COVERAGE:
        return (*broken, (Result.FAIL, "coverage_low", (f"{plan.coverage:f}%",), "coverage"))
    if told.coverage_before is not None and told.coverage_before <= ENOUGH_COVERAGE:
        change = (f"{told.coverage_before:f}%", f"{plan.coverage:f}%")
        return (*broken, (Result.DOUBT, "coverage_raised", change, "coverage"))
    return broken


def _groups(plan: Plan, rule: str, groups: Sequence[tuple[int, ...]]) -> _Broken:
    """A doubt for each group of indicators that do not go together."""
    found = [[one for one in plan.indicators if one.id in group] for group in groups]
    return tuple(finding for group in found for finding in _indicators(plan, Result.DOUBT, rule, group, "name"))


def _customers_side(plan: Plan) -> _Broken:
    """Question 5: each indicator reaches a customer through its output.

    Fail: an output with indicators that no customer receives. Doubt: a customer whom no indicator reaches, since the
    indicators there are may still be defined from the customers' side.
    """
    measured = [output for output in plan.outputs if output.indicators]
    known = {customer.id for customer in plan.customers}
    reached = {customer for output in measured for customer in output.customers}
    unreceived = tuple(output.name for output in measured if not known.intersection(output.customers))
    missed = [customer for customer in plan.customers if customer.id not in reached]
    broken: _Broken = ()
    if unreceived:
        broken += ((Result.FAIL, "output_without_customer", unreceived, _where_outputs_come_from(plan)),)
    if missed:
        names = tuple(customer.name for customer in missed)
        broken += ((Result.DOUBT, "customer_without_indicator", names, f"customer/{missed[0].id}/outputs"),)
    return broken


def _trackable(plan: Plan, told: Told) -> _Broken:
    """Question 6: the four questions of method.md 2.5.

    Fail: untracked, out of reach, collected by nobody, or not known how to collect.
    Doubt: more effort than it is worth.
    """
    nobody = [one for one in plan.indicators if one.id in told.nobody_collects]
    untracked = [one for one in plan.indicators if one.tracking == Tracking()]
    problems = [problem for problem in tracking.problems(plan) if problem.indicator not in untracked]
    broken: _Broken = ()
    if untracked:
        broken += ((Result.FAIL, "untracked", _names(plan, untracked), "tracking"),)
    for check in tracking.Check:
        found = [problem for problem in problems if problem.check is check]
        result = Result.DOUBT if check is tracking.Check.WORTH_IT else Result.FAIL
        if found:
            concerned = [problem.indicator for problem in found]
            broken += _indicators(plan, result, f"not_{check}", concerned, found[0].parts[0])
    return (*broken, *_indicators(plan, Result.FAIL, "nobody_collects", nobody, "collector"))


def _room(plan: Plan, told: Told) -> _Broken:
    """Question 7: outstanding beyond basic, basic below the natural limit (method.md 2.4).

    Fail: a standard missing, bounding the wrong side, in another unit, not beyond, or a basic one that leaves no room.
    Doubt: a direction that cannot be told, or that the name denies; a basic standard at the natural limit with an
    outstanding one beyond it all the same, such as 100 % of a sales target.
    """
    broken: dict[tuple[Result, str, str], list[Indicator]] = {}
    for indicator in plan.indicators:
        problem = _standards_problem(indicator)
        if problem:
            broken.setdefault(problem, []).append(indicator)
    turned = [one for one in plan.indicators if one.id in told.turned]
    return (
        *(
            finding
            for (result, rule, part), concerned in broken.items()
            for finding in _indicators(plan, result, rule, concerned, part)
        ),
        *_indicators(plan, Result.DOUBT, "direction_odd", turned, "basic"),
    )


def _standards_problem(indicator: Indicator) -> tuple[Result, str, str] | None:
    """What is wrong with an indicator's standards: result, rule, and the question that mends it."""
    basic, outstanding = _given(indicator, indicator.basic), _given(indicator, indicator.outstanding)
    if basic is None:
        return Result.FAIL, "no_basic", "basic"
    if outstanding is None and not standards.room_left(basic, indicator.direction):
        return Result.FAIL, standards.Problem.NO_ROOM.value, "basic"
    if outstanding is None:
        return Result.FAIL, "no_outstanding", "outstanding"
    direction = standards.told_direction(indicator.direction, basic, outstanding)
    if indicator.numeric and direction is None:
        return Result.DOUBT, "direction_unknown", "direction"
    alone = standards.check(basic, None, direction)
    if alone is standards.Problem.NO_ROOM and standards.beyond(basic, outstanding, direction):
        return Result.DOUBT, "at_limit", "basic"
    if alone:
        return Result.FAIL, alone.value, "basic"
    together = standards.check(basic, outstanding, direction)
    return (Result.FAIL, together.value, "outstanding") if together else None


def _given(indicator: Indicator, standard: Standard | None) -> Standard | None:
    """The standard, unless it lacks the number that a numeric indicator needs."""
    return None if standard and indicator.numeric and standard.value is None else standard


def _judged(plan: Plan) -> list[Indicator]:
    return [indicator for indicator in plan.indicators if not indicator.numeric]


def _outputs(result: Result, rule: str, concerned: Sequence[Output], part: str) -> _Broken:
    if not concerned:
        return ()
    return ((result, rule, tuple(output.name for output in concerned), f"output/{concerned[0].id}/{part}"),)


def _indicators(plan: Plan, result: Result, rule: str, concerned: Sequence[Indicator], part: str) -> _Broken:
    if not concerned:
        return ()
    return ((result, rule, _names(plan, concerned), f"indicator/{concerned[0].id}/{part}"),)


def _names(plan: Plan, indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """The indicators' names, with the output's before it where several outputs have one of that name."""
    outputs = {indicator.id: output.name for output in plan.outputs for indicator in output.indicators}
    times = Counter(indicator.name for indicator in plan.indicators)
    return tuple(one.name if times[one.name] == 1 else f"{outputs[one.id]} · {one.name}" for one in indicators)


def _where_outputs_come_from(plan: Plan) -> str:
    return f"customer/{plan.customers[0].id}/outputs" if plan.customers else "customers_internal"
