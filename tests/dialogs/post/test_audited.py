"""What the audit reads in the words of a plan, in both languages."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dialogs.post.audited import told_by
from dialogs.reading.names.people import are_several, is_nobody, is_self
from dialogs.reading.names.products import names_no_product
from dialogs.steps import Present
from kpi.audit import Result, audit
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Standard, Tracking
from kpi.told import Told
from kpi.values import Comparator
from tests.chat import Chat
from tests.manager import SCRIPTS, Manager


def indicator(id: int, name: str, value: int, **other: Any) -> Indicator:
    less = other.get("direction") is Direction.LESS
    bound = Comparator.AT_MOST if less else Comparator.AT_LEAST
    basic = Standard(f"{value}%", bound, Decimal(value), unit="%")
    made = Indicator(id, Dimension.QUALITY, name, numeric=True, weight=Decimal(50), unit="%", basic=basic)
    return replace(made, **{"direction": Direction.MORE, **other})


def told(*indicators: Indicator, output: str = "月报", elsewhere: tuple[Indicator, ...] = ()) -> Told:
    outputs = [Output(1, output, (1,), Decimal(50), indicators=indicators)]
    outputs += [Output(2, "周报", (1,), Decimal(50), indicators=elsewhere)] if elsewhere else []
    customer = Customer(1, "总经理", CustomerKind.SUPERIOR)
    plan = Plan("销售经理", "销售部", "王芳", "sales", Period("2027"), (customer,), tuple(outputs))
    return told_by(plan, frozenset(), None)


LESS = {"direction": Direction.LESS}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (indicator(1, "报表及时率", 95), indicator(2, "报表延误率", 5, **LESS), True),
        (indicator(1, "报表及时率", 95), indicator(2, "报表延误率", 10, **LESS), False),
        (indicator(1, "准确率", 97), indicator(2, "正确率", 97), True),
        (indicator(1, "合格率", 97), indicator(2, "合格率", 95), False),
        (indicator(1, "on-time rate", 95), indicator(2, "late rate", 5, **LESS), True),
        (indicator(1, "staff retention", 90), indicator(2, "staff turnover rate", 20, **LESS), False),
        (indicator(1, "error-free rate", 99), indicator(2, "rate of errors", 1, **LESS), True),
    ],
)
def test_indicators_that_say_the_same(one: Indicator, other: Indicator, alike: bool) -> None:
    found = told(one, other)
    assert (found.alike, found.contradicting) == (((1, 2),), ()) if alike else ((), ((1, 2),))


@pytest.mark.parametrize(
    ("one", "other"),
    [("准确率", "及时率"), ("合同金额", "合同数量"), ("合格率", "优良率"), ("win rate", "on-time rate")],
)
def test_indicators_that_say_different_things(one: str, other: str) -> None:
    found = told(indicator(1, one, 95), indicator(2, other, 95))
    assert (found.alike, found.contradicting) == ((), ())


def test_a_mere_rate_of_two_outputs_is_no_doubt_but_the_same_thing_twice_is() -> None:
    assert told(indicator(1, "准确率", 95), elsewhere=(indicator(2, "差错率", 5, **LESS),)).alike == ()
    assert told(indicator(1, "报表准确率", 95), elsewhere=(indicator(2, "报表差错率", 5, **LESS),)).alike == ((1, 2),)


def test_directions_and_standards_that_cannot_be() -> None:
    found = told(
        indicator(1, "投诉率", 3), indicator(2, "合格率", 130), indicator(3, "到货天数", 95, unit="day", **LESS)
    )
    assert (found.turned, found.senseless) == (frozenset({1}), frozenset({2, 3}))


def test_who_collects() -> None:
    collected = [
        replace(indicator(id, name, 95), tracking=Tracking(collector=collector))
        for id, name, collector in ((1, "一", "王芳"), (2, "二", "任职者"), (3, "三", "待定"), (4, "四", "财务部"))
    ]
    found = told(*collected)
    assert (found.self_collected, found.nobody_collects) == (frozenset({1, 2}), frozenset({3}))


@pytest.mark.parametrize(
    "name",
    [
        *("客户满意度", "安全", "做报表", "领导交办的其他工作", "其他工作", "临时任务", "没什么", "服务质量"),
        *("nothing really", "customer satisfaction", "safety", "other duties as assigned", "anything else", "teamwork"),
    ],
)
def test_names_of_no_product(name: str) -> None:
    assert names_no_product(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "月度销售报表",
            "安全检查报告",
            "满意度调查报告",
            "质量手册",
            "做好的样品",
            "临时用工计划",
            "工作日报",
            "备好的物料",
        ),
        *("monthly sales report", "safety report", "customer satisfaction survey", "signed contracts", "other income"),
    ],
)
def test_names_of_products(name: str) -> None:
    assert not names_no_product(name)


def test_names_in_the_place_of_people() -> None:
    assert all(map(is_nobody, ("待定", "相关人员", "无", "TBD", "someone", "Nobody")))
    assert not any(map(is_nobody, ("财务部", "王芳", "finance", "the night shift")))
    assert all(is_self(name, ("王芳", "the shift lead")) for name in ("王芳", "本人", "myself", "shift lead"))
    assert [are_several(name) for name in ("财务经理和总经理", "the CFO and the GM", "总经理", "the CFO")] == [
        *(True, True, False, False)
    ]


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_an_estimate_raised_at_the_last_question_stays_a_doubt(language: str) -> None:
    chat, manager = Chat(language), Manager({**SCRIPTS[language], "coverage": "70%"})
    while chat.open.name != "submit":
        chat.send(manager.answer(chat.lines[-1]))
    assert "edit:coverage" in [choice.id for choice in chat.open.choices]
    chat.press("edit:coverage")
    chat.say("90%")
    shown = str([line.get("text") for line in chat.lines])
    assert "70%" in shown
    assert chat.open.name == "submit"
    assert "edit:coverage" in [choice.id for choice in chat.open.choices]


def test_all_of_a_plan_collected_by_its_holder_is_a_doubt() -> None:
    chat, manager = Chat("en"), Manager(SCRIPTS["en"])
    while chat.open.name != "submit":
        chat.send(manager.answer(chat.lines[-1]))
    shown = next(reply for reply in chat.replies if isinstance(reply, Present))
    broken = [(one.question, one.rule, one.section) for one in shown.findings if one.result is not Result.PASS]
    assert broken == [(2, "self_collected", "2.5")]
    assert [one.rule for one in audit(shown.plan) if one.result is not Result.PASS] == []
