from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.views.characters import utf16_length
from bot.views.plan_text import plan_messages
from kpi.audit import Findings, audit
from kpi.plan import Plan
from locales.words import LANGUAGES, words


def test_the_plan_as_one_message(plan: Plan, findings: Findings) -> None:
    (message,) = plan_messages(plan, findings, words("en"))
    head, output, difference, clarity, orders, _, found = message.split("\n\n")
    assert head.startswith("KPI plan: 库存主管\nDepartment: 供应链部")
    assert output == "1. 库存盘点差异表\nWeight: 60%\nFor: 总经理 and 财务部\nServes the goal: 降低库存损耗"
    assert difference.startswith("1.1 盘点差异率 (quality, 66.67%)\n• Basic: at most 0.3%\n• Outstanding: at most 0.1%")
    assert "collected by 王小明; received by 李经理" in difference
    assert "• Factors: 原因写明 and 责任到人" in clarity
    assert orders.startswith("2. Delivered orders")
    assert [line[0] for line in found.splitlines()[1:]] == ["✅", "❌", "✅", "✅", "✅", "❌", "❌"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_part_between_indicators(plan: Plan, findings: Findings, language: str) -> None:
    whole = plan_messages(plan, findings, words(language))[0]
    parted = plan_messages(plan, findings, words(language), limit=utf16_length(whole) - 1)
    assert len(parted) == 2
    assert "\n\n".join(parted) == whole


@settings(deadline=None, max_examples=50)
@given(
    st.text(st.characters(), max_size=300) | st.just("长" * 10_000) | st.just("😀\n" * 2_000),
    st.integers(min_value=200, max_value=4096),
)
def test_every_message_can_be_sent_and_nothing_is_lost(name: str, limit: int) -> None:
    plan = Plan(name, name, name, "sales", name, (), ())
    found = audit(plan)
    messages = plan_messages(plan, found, words("zh_Hans"), limit)
    assert all(message.strip() and utf16_length(message) <= limit for message in messages)
    whole = plan_messages(plan, found, words("zh_Hans"), limit=1_000_000)
    assert "".join("".join(messages).split()) == "".join("".join(whole).split())


def test_behaviour_that_is_judged_is_said_to_be(plan: Plan, findings: Findings) -> None:
    behaviour = replace(plan, outputs=(replace(plan.outputs[0], observable=False),))
    said = "无法观察到结果"
    assert said in plan_messages(behaviour, findings, words("zh_Hans"))[0]
    assert said not in plan_messages(plan, findings, words("zh_Hans"))[0]
