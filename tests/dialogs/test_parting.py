"""Corrections of earlier answers in words, and several acts in one message, in the middle of an interview."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dialogs import journal
from dialogs.acts import Command, Pressed, Said
from dialogs.parting import steps_in
from dialogs.reading.answers.acts import read_act
from dialogs.references import References
from locales.words import words
from tests.chat import Chat
from tests.manager import SCRIPTS, Manager

TEXTS = Path(__file__).with_name("reading") / "texts.tsv"


@cache
def reached(language: str) -> dict[str, Chat]:
    """A scripted interview standing at each of its questions, by key and by name."""
    chat, manager, found = Chat(language), Manager(SCRIPTS[language]), dict[str, Chat]()
    while chat.status != "done":
        asked = chat.open
        for name in (asked.key, asked.name):
            found.setdefault(name, replace(chat))
        answer = manager.answer({"name": asked.name, "key": asked.key, "about": list(asked.about)})
        chat.act(Pressed(answer["press"]) if "press" in answer else Said(answer["text"]))
    return found


def at(name: str, language: str) -> Chat:
    return replace(reached(language)[name])


def said(chat: Chat, text: str) -> dict[str, Any]:
    """Say something; returns the answers that are other ones since, a list of things by their names."""
    before = chat.answers
    chat.act(Said(text))
    return {key: _plain(value) for key, value in chat.answers.items() if before.get(key) != value}


def _plain(value: Any) -> Any:
    match value:
        case [{"name": _}, *_]:
            return [one["name"] for one in value]
        case {"standard": {"value": number}} | {"share": number}:
            return number
        case {"text": period, "days": _}:
            return period
    return value


@pytest.mark.parametrize(
    ("language", "standing", "text", "changed"),
    [
        ("zh_Hans", "department", "啊上一题我打错了，是区域大客户经理，不是大客户经理", {"post": "区域大客户经理"}),
        ("zh_Hans", "period", "担任人写错了不是王芳，王芳调走了，现在是她徒弟李倩", {"holder": "李倩"}),
        ("zh_Hant", "period", "擔任者寫錯了，應該是林佳玲", {"holder": "林佳玲"}),
        ("en", "holder", "sorry, the department is Sales EMEA not Sales", {"department": "Sales EMEA"}),
        ("en", "holder", "oops, wrong department - it should be Sales EMEA", {"department": "Sales EMEA"}),
        ("en", "submit", "wait, we call the department Commercial now", {"department": "Commercial"}),
        ("zh_Hans", "tracking", "把部门改成商务部", {"department": "商务部"}),
        ("zh_Hans", "coverage", "周期改成2026年下半年", {"period": "2026年下半年"}),
    ],
)
def test_what_the_post_is_about(language: str, standing: str, text: str, changed: dict[str, Any]) -> None:
    chat = at(standing, language)
    key = chat.open.key
    assert said(chat, text) == changed
    assert "edited.was" in chat.told
    assert chat.open.key == key


INTERNAL = {
    "zh_Hans": ["总经理", "财务部"],
    "zh_Hant": ["總經理", "財務部"],
    "en": ["the GM", "the finance department"],
}


@pytest.mark.parametrize(
    ("language", "standing", "text", "added"),
    [
        ("zh_Hans", "customers_external", "刚才内部漏了一个，法务部也要，合同都他们过", "法务部"),
        ("zh_Hans", "customers_external", "加一个客户：研发部", "研发部"),
        ("zh_Hans", "outputs", "内部客户还有研发部没写", "研发部"),
        ("zh_Hant", "customers_external", "啊剛剛內部客戶漏了法務", "法務"),
        ("en", "customers_external", "hmm wait I forgot production on the inside list", "production"),
        ("en", "outputs", "add R&D to the internal customers", "R&D"),
        ("en", "outputs", "oh I forgot legal", "legal"),
        ("en", "outputs", "forgot one customer: the warehouse", "warehouse"),
        ("en", "outputs", "I left out the warehouse earlier", "warehouse"),
        ("zh_Hans", "customers_external", "还漏了一个研发部", "研发部"),
        ("zh_Hans", "customers_external", "哦对，前面少说了一个客户，研发部", "研发部"),
        ("zh_Hans", "outputs", "忘了研发部也要用", "研发部"),
    ],
)
def test_customers_that_were_left_out(language: str, standing: str, text: str, added: str) -> None:
    chat = at(standing, language)
    key = chat.open.key
    assert said(chat, text) == {"customers_internal": [*INTERNAL[language], added]}
    assert chat.open.key == key


def test_a_time_beside_outputs_is_none_of_them() -> None:
    chat = at("outputs", "zh_Hans")
    assert said(chat, "对账单，每个月初") == {"customer/1/outputs": ["对账单"]}
    assert any("每个月初" in line.get("text", "") for line in chat.lines[-2:])


@pytest.mark.parametrize(
    ("language", "text", "key", "names"),
    [
        ("zh_Hans", "大体对，财务那个回款计划应该也给总经理一份", "customer/1/outputs", ["月度销售报表", "回款计划"]),
        ("zh_Hans", "漏了一个，财务部还要应收账款明细", "customer/2/outputs", ["回款计划", "应收账款明细"]),
        ("en", "Not fully, finance gets also the commission statement from her", "customer/2/outputs", None),
        ("en", "no, the dealers also get the price list", "customer/3/outputs", ["signed contracts", "price list"]),
        ("en", "rename the collection plan to cash plan", "customer/2/outputs", ["cash plan"]),
        ("en", "the second output should be called cash plan", "customer/2/outputs", ["cash plan"]),
        ("zh_Hans", "合同那项名字写得不准，应该叫签订的年度框架合同", "customer/3/outputs", ["签订的年度框架合同"]),
    ],
)
def test_outputs(language: str, text: str, key: str, names: list[str] | None) -> None:
    chat = at("diagram", language)
    assert said(chat, text) == {key: names or ["collection plan", "commission statement"]}


BASIC, OUTSTANDING = "indicator/1/number/basic", "indicator/1/number/outstanding"


@pytest.mark.parametrize(
    ("language", "standing", "text", "changed"),
    [
        ("en", "statement", "the 97 is wrong, we had agreed on 96 with the union", {BASIC: "96"}),
        ("en", "statement", "97 is wrong, make it 96 for the basic", {BASIC: "96"}),
        ("zh_Hant", "statement", "97 打錯了，是 96", {BASIC: "96"}),
        ("zh_Hans", "indicator/3/number/basic", "报表准确率的基本标准写错了，是98%", {BASIC: "98"}),
        (
            "zh_Hans",
            "indicator/3/number/basic",
            "刚才那个卓越标准太高了，改成98.5",
            {"indicator/2/number/outstanding": "98.5"},
        ),
        ("zh_Hans", "outstanding", "基本标准刚打错了，应该是98，卓越99.5", {BASIC: "98", OUTSTANDING: "99.5"}),
        ("zh_Hans", "statement", "改一下吧，基本标准改成96%，卓越改成98%", {BASIC: "96", OUTSTANDING: "98"}),
        ("zh_Hans", "tracking", "等下，报表及时率的权重我想改成50", {"output/1/indicator_weights/1.2": ["50", "50"]}),
        (
            "zh_Hans",
            "indicator/3/number/basic",
            "刚才的权重改成五五开",
            {"output/1/indicator_weights/1.2": ["50", "50"]},
        ),
        ("zh_Hans", "measure", "上一题我不想要时限了，就留质量", {"output/1/dimensions": ["quality"]}),
    ],
)
def test_standards_weights_and_dimensions(language: str, standing: str, text: str, changed: dict[str, Any]) -> None:
    assert said(at(standing, language), text) == changed


@pytest.mark.parametrize(
    ("language", "standing", "text", "key"),
    [
        ("zh_Hans", "period", "上一题说错了", "holder"),
        ("en", "holder", "I made a mistake", "department"),
        ("en", "holder", "change my answer to question 1", "post"),
        ("zh_Hans", "coverage", "担任者换人了", "holder"),
        ("zh_Hans", "statement", "返回，我要改卓越标准，写高了", OUTSTANDING),
        ("en", "statement", "go back to the outstanding one please, I was too fast there", OUTSTANDING),
        ("zh_Hans", "basic", "返回上一步，衡量方式选错了", "output/1/quality/measure"),
        ("zh_Hans", "submit", "提交之前想改一下内部客户", "customers_internal"),
    ],
)
def test_without_what_it_becomes_the_question_is_asked_again(language: str, standing: str, text: str, key: str) -> None:
    chat = at(standing, language)
    key_before, kept = chat.open.key, chat.kept
    chat.act(Said(text))
    assert (chat.open.key, chat.kept) == (key, kept)
    chat.act(Command("back"))
    assert chat.open.key == key_before


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("zh_Hans", "合同差错率谁去统计啊，没人有空，这个指标删了吧", "合同差错率"),
        ("en", "drop the plan error rate, nobody has that data. rest ok", "plan error rate"),
    ],
)
def test_taking_out_an_indicator_is_asked_about_first(language: str, text: str, name: str) -> None:
    chat = at("tracking", language)
    kept = chat.kept
    chat.act(Said(text))
    assert (chat.open.key, chat.kept) == ("control/remove", kept)
    assert chat.open.prompt.params["name"] == name


def test_in_doubt_the_answers_that_may_be_meant_are_buttons() -> None:
    chat = at("indicator/3/number/basic", "en")
    chat.act(Said("the weights should be 50/50"))
    choices = [choice.id for choice in chat.open.choices]
    assert choices == ["output_weights/1.2.3", "output/1/indicator_weights/1.2"]
    chat.act(Pressed(choices[1]))
    assert chat.answers[choices[1]] == ["50", "50"]
    assert chat.open.key == "indicator/3/number/basic"


def test_what_is_set_aside_is_asked_first() -> None:
    chat = at("output/1/time/measure", "en")
    chat.act(Said("on-time rate. Oh, and drop finance"))
    assert chat.open.key == "control/set_aside"
    chat.act(Pressed("yes"))
    assert [one["name"] for one in chat.answers["customers_internal"]] == ["the GM"]
    # The diagram is asked again first, so what was said for the indicator is told as not taken.
    assert chat.open.name == "diagram"
    assert "corrected.remark" in chat.told


def test_what_was_said_besides_waits_for_what_is_in_doubt() -> None:
    chat = at("indicator/3/number/basic", "en")
    chat.act(Said("at least 92%. Oh, and the weights should be 50/50"))
    chat.act(Pressed("output/1/indicator_weights/1.2"))
    assert chat.answers["indicator/3/number/basic"]["standard"]["value"] == "92"


@pytest.mark.parametrize(
    ("language", "standing", "text", "changed"),
    [
        (
            "en",
            "customers_internal",
            "VP Sales and the two regional directors. oh and btw the department should say Commercial not Sales",
            {"customers_internal": ["VP Sales", "the two regional directors"], "department": "Commercial"},
        ),
        (
            "zh_Hans",
            "customers_internal",
            "老板、财务、商务部，对了外面就经销商跟两家KA，华润和永辉",
            {
                "customers_internal": ["老板", "财务", "商务部"],
                "customers_external": ["经销商", "两家KA", "华润", "永辉"],
            },
        ),
        (
            "zh_Hans",
            "post",
            "区域经理，部门是销售部，任职者是王芳",
            {"post": "区域经理", "department": "销售部", "holder": "王芳"},
        ),
        (
            "en",
            "period",
            "Hang on the holder's wrong, Wang Fang moved to Shenzhen, it's Liu Wei now. And 2027 yes",
            {"holder": "Liu Wei", "period": "2027"},
        ),
        (
            "en",
            "coverage",
            "the period should be 2026 H2, and coverage is about 85%",
            {"period": "2026 H2", "coverage": "85"},
        ),
    ],
)
def test_several_answers_at_once(language: str, standing: str, text: str, changed: dict[str, Any]) -> None:
    assert said(at(standing, language), text) == changed


def test_standards_told_with_the_indicator() -> None:
    chat = at("measure", "zh_Hans")
    changed = said(chat, "准确率，97%算及格，优秀的要99.5")
    assert changed == {"output/1/quality/measure": ["准确率"], BASIC: "97", OUTSTANDING: "99.5"}
    assert chat.open.name == "statement"


def test_answering_and_pausing_at_once() -> None:
    chat = at("outstanding", "en")
    assert said(chat, "99%, let's stop here") == {OUTSTANDING: "99"}
    assert chat.status == "paused"


def test_reasons_are_told_as_not_taken() -> None:
    chat = at("period", "en")
    said(chat, "Wang Fang moved to Shenzhen. The holder should be Liu Wei")
    assert chat.answers["holder"] == "Liu Wei"
    assert "period" not in chat.answers
    assert "corrected.remark" in chat.told


def test_agreeing_beside_a_correction_agrees_to_nothing_that_was_not_shown() -> None:
    chat = at("diagram", "en")
    said(chat, "yes, but the GM is now called general director")
    assert not any(key.startswith("diagram/") for key in chat.answers)


@pytest.mark.parametrize("standing", ["customers_internal", "outputs", "measure", "basic"])
@pytest.mark.parametrize(
    "text",
    [
        *("纠错率", "改善提案数", "the change request form", "wrong deliveries", "漏检率", "补充协议", "更正后的报表"),
        *("加班工资表", "not more than 5%", "change orders should be signed", "退回的合同", "误差不是零的报表"),
    ],
)
def test_what_only_sounds_so_is_an_answer(standing: str, text: str) -> None:
    for language in ("zh_Hans", "en"):
        chat = at(standing, language)
        assert steps_in(text, references(chat)) == ()


def test_no_answer_of_the_tables_corrects_anything() -> None:
    table = [line.split("\t")[1] for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    texts = [text for text in table if read_act(text) is None]
    found = {
        text
        for language in ("zh_Hans", "en")
        for text in texts
        if text.isascii() == (language == "en") and steps_in(text, references(at("submit", language)))
    }
    assert found == set()


def references(chat: Chat) -> References:
    return References(chat.replayed, journal.standing(chat.journal), words(chat.language))


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("zh_Hans", "修改 财务部", "control/edit"),
        ("en", "change the finance department", "control/edit"),
        ("zh_Hans", "改一下财务部的产出", "customer/2/outputs"),
        ("zh_Hans", "修改 权重", "output/1/serves"),
        ("en", "edit finance", "control/edit"),
        ("en", "fix the customers", "control/edit"),
    ],
)
def test_a_wish_to_edit_is_no_goal(language: str, text: str, key: str) -> None:
    chat = at("serves", language)
    assert said(chat, text) == {}
    assert chat.open.key == key


@pytest.mark.parametrize(
    ("language", "standing", "text", "changed"),
    [
        (
            "en",
            "department",
            "Sales. oh and the post is called Senior key account manager",
            {"post": "Senior key account manager", "department": "Sales"},
        ),
        ("zh_Hans", "holder", "王芳 部门不是销售部是市场部", {"department": "市场部", "holder": "王芳"}),
        ("en", "measure", "first-pass rate, at least 92%", {"output/1/quality/measure": ["first-pass rate"]}),
    ],
)
def test_an_answer_with_more_beside_it(language: str, standing: str, text: str, changed: dict[str, Any]) -> None:
    got = said(at(standing, language), text)
    assert {key: got.get(key) for key in changed} == changed
