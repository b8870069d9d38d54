import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi import standards, tracking
from kpi.audit import Finding, Result, audit, verdict
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Standard, Tracking, When
from kpi.told import Told
from kpi.values import Comparator
from locales.catalogs import FOLDER, read
from locales.text import Text
from locales.words import LANGUAGES, words

TRACKING = Tracking("error log", "all", When("monthly", rrule="FREQ=MONTHLY"), "the holder", "the manager")
BASIC = Standard("at least 97%", Comparator.AT_LEAST, Decimal(97), unit="%")
OUTSTANDING = Standard("at least 99%", Comparator.AT_LEAST, Decimal(99), unit="%")
SEEN = Standard("on time", items=("on time",))
SEEN_BY_FEW = Standard("asked for", items=("asked for",))

NUMBER = Indicator(
    1,
    Dimension.QUALITY,
    "accuracy",
    numeric=True,
    weight=Decimal(60),
    unit="%",
    direction=Direction.MORE,
    basic=BASIC,
    outstanding=OUTSTANDING,
    tracking=TRACKING,
)
JUDGEMENT = Indicator(
    2,
    Dimension.QUALITY,
    "clarity",
    numeric=False,
    weight=Decimal(40),
    judge="the CFO",
    looks_like="read once, understood",
    factors=("order", "wording"),
    second_rater="the controller",
    basic=SEEN,
    outstanding=SEEN_BY_FEW,
    tracking=TRACKING,
)
CFO = Customer(1, "the CFO", CustomerKind.SUPERIOR)
REPORT = Output(1, "monthly report", (1,), Decimal(100), "a sound budget", indicators=(NUMBER, JUDGEMENT))
SOUND = Plan("accountant", "finance", None, "finance", Period("2027"), (CFO,), (REPORT,), Decimal(85))


def with_output(**changes: Any) -> Plan:
    return replace(SOUND, outputs=(replace(REPORT, **changes),))


def with_number(**changes: Any) -> Plan:
    return with_output(indicators=(replace(NUMBER, **changes), JUDGEMENT))


def with_judgement(**changes: Any) -> Plan:
    return with_output(indicators=(NUMBER, replace(JUDGEMENT, **changes)))


def broken(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.result is not Result.PASS]


def test_a_sound_plan_passes_all_seven() -> None:
    findings = audit(SOUND)
    assert [(finding.question, finding.result) for finding in findings] == [(n, Result.PASS) for n in range(1, 8)]


FAIL, DOUBT = Result.FAIL, Result.DOUBT
BROKEN_RULES = [
    (1, DOUBT, "behaviour", "output/1/result", with_output(observable=False)),
    (1, DOUBT, "no_goal", "output/1/serves", with_output(serves=None)),
    (2, FAIL, "no_judge", "indicator/2/judge", with_judgement(judge=None)),
    (3, DOUBT, "one_rater", "indicator/2/raters", with_judgement(second_rater=None)),
    (3, FAIL, "basic_unclear", "indicator/2/basic", with_judgement(basic=replace(SEEN, items=()))),
    (4, DOUBT, "coverage_unknown", "coverage", replace(SOUND, coverage=None)),
    (4, FAIL, "coverage_low", "coverage", replace(SOUND, coverage=Decimal(80))),
    (6, FAIL, "not_tracked", "indicator/1/receiver", with_number(tracking=replace(TRACKING, receiver=None))),
    (6, FAIL, "not_reachable", "indicator/1/collector", with_number(tracking=replace(TRACKING, collector=None))),
    (6, FAIL, "not_known_how", "indicator/1/when", with_number(tracking=replace(TRACKING, when=None))),
    (7, FAIL, "no_basic", "indicator/1/basic", with_number(basic=Standard("good"))),
    (7, FAIL, "no_outstanding", "indicator/1/outstanding", with_number(outstanding=None)),
    (
        7,
        FAIL,
        "not_beyond",
        "indicator/1/outstanding",
        with_number(outstanding=replace(OUTSTANDING, value=Decimal(96))),
    ),
    (7, FAIL, "incomparable", "indicator/1/outstanding", with_number(outstanding=replace(OUTSTANDING, unit="day"))),
    (7, FAIL, "against_direction", "indicator/1/basic", with_number(direction=Direction.LESS)),
    (7, FAIL, "no_room", "indicator/1/basic", with_number(basic=replace(BASIC, value=Decimal(100)))),
]


@pytest.mark.parametrize(
    ("question", "result", "rule", "mends", "plan"), BROKEN_RULES, ids=[r[2] for r in BROKEN_RULES]
)
def test_a_broken_rule_is_the_only_one_found(question: int, result: Result, rule: str, mends: str, plan: Plan) -> None:
    found = broken(audit(plan))
    assert [(one.question, one.result, one.rule, one.mends) for one in found] == [(question, result, rule, mends)]
    assert verdict(audit(plan), question) is result


def test_an_activity_fails_only_while_a_result_can_be_observed() -> None:
    (finding,) = broken(audit(SOUND, Told(activities=frozenset({1}))))
    assert finding == Finding(1, FAIL, "activity", ("monthly report",), "output/1/result")
    assert verdict(audit(with_output(observable=False), Told(activities=frozenset({1}))), 1) is DOUBT


def test_a_judgement_needs_factors_to_be_observed_and_to_be_agreed_on() -> None:
    rules = {(finding.question, finding.rule) for finding in broken(audit(with_judgement(factors=())))}
    assert rules == {(2, "no_factors"), (3, "unguided")}


def test_a_number_without_data_has_no_source_and_cannot_be_tracked() -> None:
    rules = {(one.question, one.rule) for one in broken(audit(with_number(tracking=replace(TRACKING, data=None))))}
    assert rules == {(2, "no_source"), (6, "not_reachable"), (6, "not_known_how")}


def test_untracked_indicators_are_named_once() -> None:
    found = [finding for finding in audit(with_judgement(tracking=Tracking())) if finding.question == 6]
    assert found == [Finding(6, FAIL, "untracked", ("clarity",), "tracking")]


def test_judging_every_case_daily_is_a_doubt() -> None:
    daily = replace(TRACKING, when=When("daily", rrule="FREQ=DAILY"))
    (finding,) = broken(audit(with_judgement(tracking=daily)))
    assert finding == Finding(6, DOUBT, "not_worth_it", ("clarity",), "indicator/2/sample")


def test_customers_without_an_indicator_are_listed() -> None:
    tax_office = Customer(2, "the tax office", CustomerKind.REGULATOR)
    (finding,) = broken(audit(replace(SOUND, customers=(CFO, tax_office))))
    assert finding == Finding(5, DOUBT, "customer_without_indicator", ("the tax office",), "customer/2/outputs")


def test_an_output_that_nobody_receives_fails() -> None:
    memo = replace(REPORT, id=2, name="memo", customers=(9,))
    (finding,) = broken(audit(replace(SOUND, outputs=(REPORT, memo))))
    assert finding == Finding(5, FAIL, "output_without_customer", ("memo",), "customer/1/outputs")


def test_a_limit_that_can_be_exceeded_is_a_doubt() -> None:
    target = with_number(basic=replace(BASIC, value=Decimal(100)), outstanding=replace(OUTSTANDING, value=Decimal(110)))
    (finding,) = broken(audit(target))
    assert finding == Finding(7, DOUBT, "at_limit", ("accuracy",), "indicator/1/basic")


def test_a_direction_that_nothing_tells_is_a_doubt() -> None:
    exactly = {"basic": replace(BASIC, comparator=None), "outstanding": replace(OUTSTANDING, comparator=None)}
    (finding,) = broken(audit(with_number(direction=None, **exactly)))
    assert finding == Finding(7, DOUBT, "direction_unknown", ("accuracy",), "indicator/1/direction")


def test_an_empty_plan_fails_everywhere() -> None:
    findings = audit(replace(SOUND, customers=(), outputs=(), coverage=Decimal(100)))
    expected = [(n, "no_outputs", "customers_internal") for n in range(1, 8)]
    assert [(one.question, one.rule, one.mends) for one in findings] == expected


def test_a_plan_without_indicators_fails_from_the_second_question_on() -> None:
    findings = audit(with_output(indicators=()))
    assert [verdict(findings, question) for question in range(1, 8)] == [Result.PASS, *[FAIL] * 6]
    assert {finding.mends for finding in broken(findings)} == {"output/1/dimensions"}


def test_names_shared_by_several_outputs_are_told_apart() -> None:
    budget = Output(2, "budget", (1,), Decimal(50), "a sound budget", indicators=(replace(NUMBER, id=3, basic=None),))
    (finding,) = broken(audit(replace(SOUND, outputs=(REPORT, budget))))
    assert finding.about == ("budget · accuracy",)


def _lacking(part: str) -> Callable[[Indicator], Indicator]:
    """What takes one part away from an indicator or its tracking."""
    if part in Tracking.__slots__:
        return lambda one: replace(one, tracking=replace(one.tracking, **{part: None}))
    nothing: Any = () if part == "factors" else None
    return lambda one: replace(one, **{part: nothing})


DAMAGE = [
    *map(_lacking, (*Tracking.__slots__, "basic", "outstanding", "judge", "second_rater", "factors")),
    lambda one: replace(one, direction=Direction.LESS) if one.numeric else one,
    lambda one: replace(one, basic=replace(BASIC, value=Decimal(100))) if one.numeric else one,
    lambda one: replace(one, tracking=Tracking()),
]


@st.composite
def damaged_plans(draw: st.DrawFn) -> Plan:
    outputs = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        kept = draw(st.lists(st.sampled_from([NUMBER, JUDGEMENT]), max_size=2))
        indicators = []
        for place, sound in enumerate(kept):
            indicator = replace(sound, id=number * 10 + place, name=f"{sound.name} {number}.{place}")
            for damage in draw(st.lists(st.sampled_from(DAMAGE), max_size=3)):
                indicator = damage(indicator)
            indicators.append(indicator)
        serves = draw(st.sampled_from([None, "a sound budget"]))
        customers = draw(st.sampled_from([(), (1,), (2,), (1, 2)]))
        outputs.append(Output(number, f"report {number}", customers, Decimal(10), serves, indicators=tuple(indicators)))
    people = draw(st.sampled_from([(CFO,), (CFO, Customer(2, "the bank", CustomerKind.SUPPLIER))]))
    return replace(SOUND, customers=people, outputs=tuple(outputs), coverage=draw(st.sampled_from([None, Decimal(50)])))


def mend(plan: Plan, key: str) -> Plan:
    """The plan after a sound answer to the question of that key."""
    match key.split("/"):
        case ["coverage"]:
            return replace(plan, coverage=Decimal(90))
        case ["tracking"]:
            return _each(
                plan, lambda one: replace(one, tracking=TRACKING if one.tracking == Tracking() else one.tracking)
            )
        case ["customer", number, "outputs"]:
            return _received(plan, int(number))
        case ["output", number, part]:
            return replace(
                plan, outputs=tuple(_mended(one, part) if one.id == int(number) else one for one in plan.outputs)
            )
        case ["indicator", number, part]:
            return _each(plan, lambda one: _answered(one, part) if one.id == int(number) else one)
    raise AssertionError(key)


def _each(plan: Plan, change: Callable[[Indicator], Indicator]) -> Plan:
    outputs = tuple(replace(one, indicators=tuple(map(change, one.indicators))) for one in plan.outputs)
    return replace(plan, outputs=outputs)


def _received(plan: Plan, customer: int) -> Plan:
    """The customer receives every output, and so at least one with an indicator where there is any."""
    outputs = tuple(replace(one, customers=tuple({*one.customers, customer})) for one in plan.outputs)
    return replace(plan, outputs=outputs)


def _mended(output: Output, part: str) -> Output:
    if part == "serves":
        return replace(output, serves="a sound budget")
    return replace(output, indicators=(replace(NUMBER, id=output.id * 10 + 9, name=f"new {output.id}"),))


def _answered(indicator: Indicator, part: str) -> Indicator:
    sound = NUMBER if indicator.numeric else JUDGEMENT
    field = {"raters": "second_rater"}.get(part, part)
    if field in Tracking.__slots__:
        return replace(indicator, tracking=replace(indicator.tracking, **{field: getattr(TRACKING, field)}))
    # A new standard is given as the direction wants it.
    if field == "basic" and indicator.direction is Direction.LESS:
        return replace(indicator, basic=replace(BASIC, comparator=Comparator.AT_MOST, value=Decimal(3)))
    if field == "outstanding" and indicator.direction is Direction.LESS:
        return replace(indicator, outstanding=replace(BASIC, comparator=Comparator.AT_MOST, value=Decimal(1)))
    return replace(indicator, **{field: getattr(sound, field)})


@settings(max_examples=150)
@given(damaged_plans())
def test_mending_what_is_named_until_nothing_is_leads_to_a_pass(plan: Plan) -> None:
    for _ in range(60):
        found = broken(audit(plan))
        if not found:
            break
        key = found[0].mends
        assert key is not None
        mended = mend(plan, key)
        assert mended != plan, f"{found[0]} sends to an answer that is sound already"
        plan = mended
    assert [verdict(audit(plan), question) for question in range(1, 8)] == [Result.PASS] * 7


@given(damaged_plans(), st.frozensets(st.integers(1, 3)))
def test_every_question_is_answered_in_order(plan: Plan, activities: frozenset[int]) -> None:
    told = Told(activities)
    questions = [finding.question for finding in audit(plan, told)]
    assert questions == sorted(questions)
    assert set(questions) == set(range(1, 8))
    for finding in audit(plan, told):
        assert (finding.result is Result.PASS) == (finding.mends is None) == (finding.section is None)
        reason = Text(f"audit.reason.{finding.rule}", {"about": finding.about})
        for language in LANGUAGES:
            assert all(name in words(language).say(reason) for name in finding.about)


ON_TIME = replace(NUMBER, id=3, name="on-time rate")
TWO = with_output(indicators=(NUMBER, ON_TIME, JUDGEMENT))
TOLD_RULES = [
    (1, FAIL, "no_product", "customer/1/outputs", SOUND, Told(no_products=frozenset({1}))),
    (2, DOUBT, "senseless", "indicator/1/basic", SOUND, Told(senseless=frozenset({1}))),
    (2, DOUBT, "self_collected", "indicator/1/collector", SOUND, Told(self_collected=frozenset({1, 2}))),
    (3, DOUBT, "one_rater", "indicator/2/raters", with_judgement(second_rater="The CFO "), Told()),
    (3, DOUBT, "one_rater", "indicator/2/raters", SOUND, Told(no_second=frozenset({2}))),
    (4, DOUBT, "contradicting", "indicator/1/name", TWO, Told(contradicting=((1, 3),))),
    (4, DOUBT, "same_thing", "indicator/1/name", TWO, Told(alike=((1, 3),))),
    (4, DOUBT, "coverage_raised", "coverage", SOUND, Told(coverage_before=Decimal(70))),
    (6, FAIL, "nobody_collects", "indicator/2/collector", SOUND, Told(nobody_collects=frozenset({2}))),
    (7, DOUBT, "direction_odd", "indicator/1/basic", SOUND, Told(turned=frozenset({1}))),
]


@pytest.mark.parametrize(
    ("question", "result", "rule", "mends", "plan", "told"), TOLD_RULES, ids=[r[2] for r in TOLD_RULES]
)
def test_what_the_words_tell_is_the_only_rule_broken(
    *, question: int, result: Result, rule: str, mends: str, plan: Plan, told: Told
) -> None:
    (found,) = broken(audit(plan, told))
    assert (found.question, found.result, found.rule, found.mends) == (question, result, rule, mends)
    assert found.section


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (SOUND, Told(self_collected=frozenset({1}))),
        (SOUND, Told(coverage_before=Decimal(81))),
        (with_judgement(second_rater=None), Told(judged_by_two=frozenset({2}))),
    ],
)
def test_what_breaks_no_rule(plan: Plan, told: Told) -> None:
    assert broken(audit(plan, told)) == []


def test_two_raters_are_told_of_only_where_somebody_judges() -> None:
    rules = {one.rule for one in audit(with_output(indicators=(NUMBER,)))}
    assert "numbers_agree" in rules
    assert "raters_agree" not in rules


def test_every_reason_belongs_to_a_rule() -> None:
    source = inspect.getsource(sys.modules[audit.__module__])
    literals = set(re.findall(r'"(\w+)"', source))
    rules = literals | {f"not_{check}" for check in tracking.Check} | set(standards.Problem)
    reasons = {id.rpartition(".")[2] for id in read(FOLDER, "en") if id.startswith("audit.reason.")}
    assert reasons - rules == set()
