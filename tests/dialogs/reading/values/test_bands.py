"""Bands of a rating and names of indicators that hold numbers are no standards; what only looks like them is one."""

from decimal import Decimal

import pytest

from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import Doubtful, read_told


@pytest.mark.parametrize(
    "text",
    [
        "Exceeds: >95%; Meets: 90–95%",
        "GOOD PERFORMANCE 75 - 94%",
        "Below expectations: less than 80%",
        "<2x: Critical (insufficient pipeline)",
        "Poor (<70%) Fair (70-80%) Good (80-90%)",
        "5 - Outstanding: 110% or more",
        "The employee achieved less than 60% of the goal.",
        "within 5% of their targets (amber rating)",
        "2 points off per day late",
        "lose 5% of the bonus for every day late",
        "3 lates in a month and it's a warning",
        "agents scoring below 80% must be retrained",
        "minus 2 marks for each day late, floor zero",
        "按照项目计划节点考核,每提前1%加0.5%,每延迟1%扣0.5%,最低为0%",
        "人员流失率高于15%此项分值全部扣除。",
        "對於分數未達90分者,需填報相關改善報告表並列入追蹤",
        "用户投诉= 1 次/月不扣分;之后增加1次,减 5 分",
        "低于60分者须补考一次",
    ],
)
def test_how_a_figure_is_judged_is_a_rule(text: str) -> None:
    with pytest.raises(Unread) as raised:
        read_told(text)
    assert raised.value.reason.id == "standard.rule"


@pytest.mark.parametrize(
    "text",
    [
        "% of first cases starting within 15 minutes of the scheduled time",
        "Percentage of complaints answered within 25 working days",
        "number of calls over 10 minutes",
        "Incidents / 200K Work Hours",
        "事故数/20万工时",
        "按每天8小时计算",
    ],
)
def test_the_name_of_an_indicator_is_no_standard(text: str) -> None:
    with pytest.raises(Unread) as raised:
        read_told(text)
    assert raised.value.reason.id == "standard.formula"


@pytest.mark.parametrize(
    "text",
    [
        "Excellent: 95%",
        "95% would be excellent",
        "acceptable range: 2-8 °C",
        "critical: 4 hours",
        "failed deliveries: below 2%",
        "1. Good customer service: 95%",
        "Percentage of calls answered within 20 seconds: 90%",
        "Number of days to close is under 5 days",
    ],
)
def test_grades_that_name_something_else_are_none(text: str) -> None:
    assert read_told(text).standard.value is not None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("不低于95%，低于95%的要整改", "低于95%的要整改"),
        ("95%以上，低于90%的须提交整改报告", "低于90%的须提交整改报告"),
    ],
)
def test_what_follows_where_a_standard_is_missed_is_noted_beside_it(text: str, note: str) -> None:
    read = read_told(text).standard
    assert (read.value, read.note) == (Decimal(95), note)


@pytest.mark.parametrize(
    "text", ["基准值95%,每超1%加1分,每低1%扣2分,最低0分", "A from 85, B from 70, C from 50, D below"]
)
def test_what_a_rule_starts_from_is_asked_about(text: str) -> None:
    with pytest.raises(Doubtful):
        read_told(text)


def test_a_limit_of_cases_before_what_is_done_with_them_is_no_rule() -> None:
    read = read_told("incidents over 2 hours are escalated within 30 minutes").standard
    assert (read.value, read.unit) == (Decimal(30), "minute")
