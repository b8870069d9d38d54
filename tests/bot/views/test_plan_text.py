from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.views.characters import utf16_length
from bot.views.plan_markdown import plan_markdown
from bot.views.plan_text import plan_messages
from kpi.audit import Findings, audit
from kpi.period import Period
from kpi.plan import Output, Plan
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


def test_standards_are_told_in_full(noted: Plan) -> None:
    message, page = (
        "\n".join(plan_messages(noted, audit(noted), words("zh_Hans"))),
        plan_markdown(noted, audit(noted), words("zh_Hans"), status="draft", version=1),
    )
    assert "基本标准：紧急单：不超过0.3%（评分规则：每超0.1%扣2分）" in message
    for said in ("紧急单：不超过0.3%（评分规则：每超0.1%扣2分）", "比目前降低5%（2% → 不超过1.9%）"):
        assert f"| {said} |" in page
    # What the statement says is a part of a sentence: no rules in it.
    assert message.count("扣2分") == 1


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
    plan = Plan(name, name, name, "sales", Period(name), (), ())
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


def tokens(page: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False}).parse(page)


def cells(page: str) -> list[str]:
    """The words in the cells of the table, as a reader sees them."""
    parsed = tokens(page)
    return [
        "".join(part.content for part in after.children or [] if part.type.startswith("text"))
        for cell, after in pairwise(parsed)
        if cell.type in {"th_open", "td_open"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_for_each_indicator(plan: Plan, findings: Findings, language: str) -> None:
    page = plan_markdown(plan, findings, words(language), status="draft", version=3)
    assert len(cells(page)) == (6 + 5) * (1 + len(plan.indicators))
    assert [token.tag for token in tokens(page) if token.type == "heading_open"] == ["h1", "h2", "h2"]


def test_a_row_says_all_there_is_to_an_indicator(plan: Plan, findings: Findings) -> None:
    page = plan_markdown(plan, findings, words("en"), status="submitted", version=1)
    assert cells(page)[6:11] == [
        "库存盘点差异表 (60%)",
        "盘点差异率 (quality)",
        "66.67%",
        "at most 0.3%",
        "at most 0.1%",
    ]
    assert "- Status: submitted for review, version 1" in page


@settings(deadline=None)
@given(st.text(st.sampled_from("a报 |`*_~<>&[]()#!\\$\n-+1.\"'/:"), min_size=1, max_size=40))
def test_what_people_wrote_shows_as_they_wrote_it(name: str) -> None:
    plan = Plan(name, name, name, "sales", Period(name), (), (Output(1, name, (), Decimal(100)),))
    page = plan_markdown(plan, (), words("en"), status="draft", version=1)
    shown = cells(page)
    assert len(shown) == 12 + 5
    assert "".join(shown[6].split()) == "".join(f"{name} (100%)".split())
    kinds = {child.type for token in tokens(page) for child in token.children or []}
    assert kinds <= {"text", "text_special", "html_inline", "softbreak"}
    assert "<" not in page.replace("<br>", "")


def test_an_output_without_indicators_is_in_the_table(plan: Plan, findings: Findings) -> None:
    bare = replace(plan, outputs=(replace(plan.outputs[0], indicators=()),))
    assert cells(plan_markdown(bare, findings, words("en"), status="draft", version=1))[6:12] == [
        "库存盘点差异表 (60%)",
        *[""] * 5,
    ]
