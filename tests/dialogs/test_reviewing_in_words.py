"""The decision with its remarks as HR says it in one message, in both languages."""

import json
from datetime import UTC, datetime

import pytest

from dialogs.review import Decided, ReviewHeader
from kpi.audit import audit
from kpi.review import Remark, Verdict
from storage.values import plan_from_json
from tests.chat import Chat
from tests.dialogs.goldens import FOLDER

NOW = datetime(2026, 11, 21, tzinfo=UTC)
PLANS = {
    language: plan_from_json(json.loads((FOLDER / f"v1_{language}.json").read_text(encoding="utf-8"))["plan"])
    for language in ("en", "zh_Hans")
}
IDS = {
    f"{at}.{place}": f"indicator/{indicator.id}"
    for at, output in enumerate(PLANS["en"].outputs, 1)
    for place, indicator in enumerate(output.indicators, 1)
}


def chat(language: str) -> Chat:
    plan = PLANS[language]
    return Chat(language, "review", ReviewHeader(1, NOW, "Ann", plan, audit(plan)))


def decided(chat: Chat) -> Decided:
    result: object = chat.plan
    assert isinstance(result, Decided), chat.open.key
    return result


@pytest.mark.parametrize(
    ("language", "said"), [("zh_Hans", "通过"), ("zh_Hans", "没问题，可以执行"), ("en", "approved, thanks")]
)
def test_approving(language: str, said: str) -> None:
    reviewed = chat(language)
    reviewed.say(said)
    assert decided(reviewed) == Decided(1, NOW, Verdict.APPROVED, ())


@pytest.mark.parametrize(
    ("language", "said", "first", "second"),
    [
        ("zh_Hans", "退回：1.1 太低；3.1 收集人改为财务部", "太低", "收集人改为财务部"),
        ("zh_Hans", "打回去，报表准确率偏低，合同金额没有来源", "报表准确率偏低", "合同金额没有来源"),
        (
            "en",
            "return: 1.1 too low; 3.1 the collector should be finance",
            "too low",
            "the collector should be finance",
        ),
        ("en", "report accuracy is too low, contract value has no source. Send it back", "", ""),
    ],
)
def test_remarks_with_the_decision_are_shown_back_where_they_belong(
    language: str, said: str, first: str, second: str
) -> None:
    reviewed = chat(language)
    reviewed.say(said)
    assert reviewed.open.key == "remark/1"
    shown = str(reviewed.lines[-1]["text"])
    names = [one.name for one in PLANS[language].indicators]
    assert shown.index(names[0]) < shown.index(names[4])
    reviewed.press("done")
    one, other = decided(reviewed).remarks
    assert (one.about, other.about) == (IDS["1.1"], IDS["3.1"])
    assert not first or (one.text, other.text) == (first, second)


@pytest.mark.parametrize(("language", "said"), [("zh_Hans", "打回去，标准太低"), ("en", "return it, too low")])
def test_what_names_nothing_is_asked_where_it_belongs(language: str, said: str) -> None:
    reviewed = chat(language)
    reviewed.say(said)
    assert reviewed.open.name == "remark_about"
    reviewed.say("3.1")
    reviewed.press("done")
    (remark,) = decided(reviewed).remarks
    assert remark.about == IDS["3.1"]


@pytest.mark.parametrize(
    ("language", "said", "answer", "verdict"),
    [
        ("en", "approved, but on-time rate looks low", "approve", Verdict.APPROVED),
        ("en", "approved, but on-time rate looks low", "return it", Verdict.RETURNED),
        ("zh_Hans", "通过，不过报表及时率偏低", "批准", Verdict.APPROVED),
        ("zh_Hans", "通过，不过报表及时率偏低", "退回去", Verdict.RETURNED),
        ("zh_Hans", "报表及时率偏低", "打回", Verdict.RETURNED),
    ],
)
def test_an_approval_with_a_remark_is_asked_about(language: str, said: str, answer: str, verdict: Verdict) -> None:
    reviewed = chat(language)
    reviewed.say(said)
    assert (reviewed.status, reviewed.open.key) == ("active", "decision/settled")
    reviewed.say(answer)
    if verdict is Verdict.RETURNED:
        reviewed.press("done")
    found = decided(reviewed)
    assert (found.verdict, [one.about for one in found.remarks]) == (verdict, [IDS["1.2"]])


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "approved with a note: on-time rate looks low"), ("zh_Hans", "批准，附意见：报表及时率偏低")],
)
def test_an_approval_may_say_that_the_remark_goes_with_it(language: str, said: str) -> None:
    reviewed = chat(language)
    reviewed.say(said)
    found = decided(reviewed)
    assert (found.verdict, [one.about for one in found.remarks]) == (Verdict.APPROVED, [IDS["1.2"]])


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh_Hans", "1.1标准太虚了……算了下班了，周一继续"), ("en", "1.1 is too vague. Monday again")],
)
def test_a_remark_is_kept_where_the_decision_is_put_off(language: str, said: str) -> None:
    reviewed = chat(language)
    reviewed.say(said)
    assert reviewed.status == "paused"
    assert reviewed.asked[1] == "decision/settled"


def test_words_that_were_taken_for_a_remark_may_be_none() -> None:
    reviewed = chat("zh_Hans")
    reviewed.say("通过，标准那个会我下午去开", "这不是意见")
    assert decided(reviewed) == Decided(1, NOW, Verdict.APPROVED, ())


def test_what_is_meant_for_the_next_plan_goes_with_the_approval() -> None:
    reviewed = chat("en")
    reviewed.say("approved, but next time more than one output for finance please")
    (remark,) = decided(reviewed).remarks
    assert (remark.about, decided(reviewed).verdict) == ("plan", Verdict.APPROVED)


def test_several_remarks_at_once_after_the_decision() -> None:
    reviewed = chat("en")
    reviewed.say("return", "on-time rate is too low; contract value: who collects?; nonsense", "the plan as a whole")
    reviewed.say("no")
    assert decided(reviewed).remarks == (
        Remark(IDS["1.2"], "on-time rate is too low"),
        Remark(IDS["3.1"], "who collects?"),
        Remark("plan", "nonsense"),
    )


@pytest.mark.parametrize("said", ["approve", "算了，通过吧", "通过"])
def test_an_approval_is_no_remark(said: str) -> None:
    reviewed = chat("zh_Hans")
    reviewed.say("退回", said)
    assert (reviewed.refused, reviewed.open.key) == ("remark.approve", "remark/1")
    reviewed.say("返回", "通过")
    assert decided(reviewed).verdict is Verdict.APPROVED


def test_a_review_begun_before_goes_on() -> None:
    reviewed = chat("en")
    reviewed.say("return", "1.1: too low")
    old = json.loads(reviewed.kept)
    old[0]["value"], old[1]["value"] = "return", {"about": IDS["1.1"], "text": "too low", "last": False}
    reviewed.kept = json.dumps(old)
    reviewed.press("done")
    assert decided(reviewed).remarks == (Remark(IDS["1.1"], "too low"),)
