"""The review as HR types it: decisions, remarks in one go or step by step, by name, number or tap."""

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


PLAN = plan_from_json(json.loads((FOLDER / "v1_en.json").read_text(encoding="utf-8"))["plan"])


def chat() -> Chat:
    return Chat("en", "review", ReviewHeader(1, NOW, "Ann", PLAN, audit(PLAN)))


def decided(chat: Chat) -> Decided:
    result: object = chat.plan
    assert isinstance(result, Decided), chat.open.key
    return result


@pytest.mark.parametrize("said", ["approve", "Approve", "yes", "批准", "同意", "可以", "1"])
def test_approving_in_words(said: str) -> None:
    reviewed = chat()
    reviewed.say(said)
    assert decided(reviewed) == Decided(1, NOW, Verdict.APPROVED, ())


@pytest.mark.parametrize("said", ["return", "Return", "退回", "2"])
def test_returning_in_words_is_not_going_back(said: str) -> None:
    reviewed = chat()
    reviewed.say(said)
    assert reviewed.open.key == "remark/1"
    reviewed.say("back")
    assert reviewed.open.key == "decision"


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "maybe",
        "97%",
        "🙂",
        "I cannot approve",
        "approve?",
        "approve after changes",
        "不能批准",
        "还不能核准",
        "改后再批准",
    ],
)
def test_nothing_else_decides(said: str) -> None:
    reviewed = chat()
    reviewed.say(said)
    assert (reviewed.refused is not None, reviewed.open.key) == (True, "decision")


def test_remarks_by_number_name_and_tap() -> None:
    reviewed = chat()
    outputs = PLAN.outputs
    first, second = outputs[0].indicators[0], outputs[1]
    reviewed.say("return", "1.1: too low", f"{second.name}：who needs it?", "2", "for which quarter?")
    reviewed.press(f"indicator/{first.id}")
    reviewed.say("twice", "all too many", "The plan as a whole", "no")
    indicator, output = f"indicator/{first.id}", f"output/{second.id}"
    assert decided(reviewed).remarks == (
        Remark(indicator, "too low"),
        Remark(output, "who needs it?"),
        Remark(output, "for which quarter?"),
        Remark(indicator, "twice"),
        Remark("plan", "all too many"),
    )


@pytest.mark.parametrize("said", ["完成", "完成了", "现在退回", "好了", "没有了", "Return it now.", "i'm done", "no"])
def test_a_word_that_ends_the_remarks_is_none(said: str) -> None:
    reviewed = chat()
    reviewed.say("return", "1.1: too low", said)
    assert [remark.text for remark in decided(reviewed).remarks] == ["too low"]


@pytest.mark.parametrize("said", ["完成时间没有写", "退回率的标准太低", "the plan is not done", "好了一半"])
def test_a_remark_may_hold_such_a_word(said: str) -> None:
    reviewed = chat()
    reviewed.say("return", "1.1: too low", said, "The plan as a whole", "no")
    assert [remark.text for remark in decided(reviewed).remarks] == ["too low", said]


def test_a_number_never_ends_the_remarks() -> None:
    reviewed = chat()
    reviewed.say("return", "1.1: too low", "1")
    assert (reviewed.status, reviewed.open.key) == ("active", "remark/2/text")


def test_a_plan_is_not_returned_without_a_remark() -> None:
    reviewed = chat()
    reviewed.say("return", "no")
    assert (reviewed.status, reviewed.open.key) == ("active", "remark/1")
    assert "done" not in [choice.id for choice in reviewed.open.choices]


def test_an_edit_changes_one_remark() -> None:
    reviewed = chat()
    reviewed.say("return", "1.1: too low", "/")
    reviewed.press("plan")
    reviewed.command("edit", "remark/1")
    reviewed.say("1.1: too high")
    reviewed.press("done")
    assert [remark.text for remark in decided(reviewed).remarks] == ["too high", "/"]


def test_kept_answers_read_the_same() -> None:
    reviewed = chat()
    reviewed.say("return", "1.1：偏低")
    (begun,) = json.loads(reviewed.kept)[-1]["value"]
    assert begun == {"about": f"indicator/{PLAN.indicators[0].id}", "text": "偏低", "last": False, "among": []}
