from dataclasses import replace
from decimal import Decimal

import pytest

from kpi.period import Period
from kpi.plan import Dimension, Indicator, Output, Plan, Tracking, When
from kpi.tracking import Check, known_how, problems, reachable, tracked, worth_it

MONTHLY = When("monthly", rrule="FREQ=MONTHLY;BYMONTHDAY=25")
DAILY = When("daily", rrule="FREQ=DAILY")
COMPLETE = Tracking("error log", "all", MONTHLY, "the holder", "the manager")


def indicator(tracking: Tracking, *, numeric: bool = True) -> Indicator:
    return Indicator(1, Dimension.QUALITY, "accuracy", numeric, Decimal(100), tracking=tracking)


def test_a_complete_plan_stands_up() -> None:
    output = Output(
        1, "report", (1,), Decimal(100), indicators=(indicator(COMPLETE), indicator(COMPLETE, numeric=False))
    )
    assert problems(Plan("clerk", "finance", None, "finance", Period("2027"), (), (output,))) == ()


@pytest.mark.parametrize(
    ("part", "checks"),
    [
        ("receiver", {Check.TRACKED}),
        ("collector", {Check.REACHABLE}),
        ("data", {Check.REACHABLE, Check.KNOWN_HOW}),
        ("sample", {Check.KNOWN_HOW}),
        ("when", {Check.KNOWN_HOW}),
    ],
)
def test_each_missing_part_is_named_by_its_questions(part: str, checks: set[Check]) -> None:
    one = indicator(replace(COMPLETE, **{part: None}))
    output = Output(1, "report", (1,), Decimal(100), indicators=(indicator(COMPLETE), one))
    found = problems(Plan("clerk", "finance", None, "finance", Period("2027"), (), (output,)))
    assert {problem.check for problem in found} == checks
    assert {(problem.indicator, problem.parts) for problem in found} == {(one, (part,))}


def test_nothing_planned_lacks_everything() -> None:
    one = indicator(Tracking())
    assert tracked(one) + reachable(one) + known_how(one) == ("receiver", "data", "collector", "data", "sample", "when")


@pytest.mark.parametrize(
    ("sample", "when", "numeric", "worth"),
    [
        ("all", DAILY, False, False),
        ("all", When("hourly", rrule="FREQ=HOURLY;INTERVAL=2"), False, False),
        ("抽查三份", DAILY, False, True),
        ("5 calls", DAILY, False, True),
        ("all", DAILY, True, True),
        ("all", MONTHLY, False, True),
        ("all", When("every day or so"), False, True),
    ],
)
def test_judging_every_case_every_day_is_not_worth_it(sample: str, when: When, numeric: bool, worth: bool) -> None:
    tracking = replace(COMPLETE, sample=sample, when=when)
    assert (worth_it(indicator(tracking, numeric=numeric)) == ()) is worth
