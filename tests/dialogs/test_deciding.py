"""What receivers, holders and judges decide in words: a refusal is never taken for consent, and nothing is recorded."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from dialogs.confirm import Concluded, ConfirmHeader, Note, Received
from dialogs.holder import Acknowledged, AcknowledgeHeader
from dialogs.report import Item, ReportHeader
from tests.chat import Chat
from tests.company import indicators, plan
from tests.dialogs.test_conversation import at

NUMERIC = indicators()[:2]
CLARITY = indicators()[2]
LAST = "2026-09-30"
LANGUAGES = ("zh_Hans", "zh_Hant", "en")


def confirming(language: str = "zh_Hans", reports: int = 2) -> Chat:
    received = [Received(7 + at, one, LAST, Decimal(at), None) for at, one in enumerate(NUMERIC)]
    return Chat(language, "confirm", ConfirmHeader("王芳", "店长", tuple(received[:reports])))


def acknowledging(language: str = "zh_Hans") -> Chat:
    return Chat(language, "acknowledge", AcknowledgeHeader(1, 1, "李明", plan()))


def judging() -> Chat:
    return Chat("zh_Hans", "report", ReportHeader("店长", (Item(3, CLARITY, LAST, holder="王芳"),)))


def outcome(chat: Chat, *said: str) -> Any:
    chat.say(*said)
    return chat.plan


def refused(chat: Chat, key: str) -> bool:
    return (chat.refused, chat.open.key, chat.kept) == ("unread.choice", key, "[]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "said",
    [
        *(
            "I cannot confirm",
            "confirm?",
            "confirm with finance first",
            "I will confirm tomorrow",
            "confirm returns only",
        ),
        *("不能全部确认", "無法全部確認", "不确认", "明天再确认", "继续"),
    ],
)
def test_no_report_is_confirmed_by_what_says_more(language: str, said: str) -> None:
    chat = confirming(language)
    chat.say(said)
    assert refused(chat, "verdict")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", ["yes", "全部确认", "全部確認", "please confirm all", "好的，全部确认", "1"])
def test_reports_are_confirmed_in_words(language: str, said: str) -> None:
    assert outcome(confirming(language), said) == Concluded((7, 8), ())


@pytest.mark.parametrize("said", ["no", "不", "不同意", "有异议", "2"])
def test_a_no_to_reports_disputes(said: str) -> None:
    chat = confirming()
    assert outcome(chat, said, "退货率", "少了二店") == Concluded((8,), (7,), "少了二店")
    assert outcome(confirming(reports=1), said, "少了二店") == Concluded((), (7,), "少了二店")


@pytest.mark.parametrize("said", ["除了退货率", "all but returns", "退货率没问题", "不是退货率", "退货率？"])
def test_no_report_is_disputed_by_what_speaks_well_of_it(said: str) -> None:
    chat = confirming()
    chat.press("dispute")
    before = chat.kept
    chat.say(said)
    assert (chat.refused, chat.open.key, chat.kept) == ("unread.choice", "which", before)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "said",
    [
        *("I have not read it", "I haven't read it", "I have read it but disagree", "no", "I have read it?"),
        *("我已阅读并确认，但有疑问", "我已閱讀並確認，但有疑問", "不", "没有"),
    ],
)
def test_no_plan_is_acknowledged_by_what_says_more(language: str, said: str) -> None:
    chat = acknowledging(language)
    chat.say(said)
    assert (chat.open.key, chat.kept) == ("acknowledge", "[]")


@pytest.mark.parametrize("said", ["基本标准97是按月算还是全年平均？", "I object, the dealers are not mine"])
def test_what_is_asked_of_the_manager_is_passed_on(said: str) -> None:
    assert outcome(acknowledging(), said) == Acknowledged(1, 1, said)


@pytest.mark.parametrize("said", ["还没看", "I want to show it to my union rep first", "等王芳看完"])
def test_a_plan_may_be_read_later(said: str) -> None:
    chat = acknowledging()
    chat.say(said)
    assert (chat.status, chat.kept) == ("paused", "[]")


@pytest.mark.parametrize("said", ["I have read it", "我已阅读并确认", "我已閱讀並確認", "好的，已阅读", "yes"])
def test_a_plan_is_acknowledged_in_words(said: str) -> None:
    assert outcome(acknowledging(), said) == Acknowledged(1, 1)


@pytest.mark.parametrize(
    "said", ["没看到有结论", "数据没有来源", "有结论没做到", "没有结论", "都不对", "有结论？", "算了", "i'm fine", "有"]
)
def test_nothing_is_judged_by_what_says_more(said: str) -> None:
    chat = judging()
    chat.say(said)
    assert refused(chat, "judgement/3")


@pytest.mark.parametrize(
    ("said", "observed"),
    [
        *((said, ["factor1", "factor2"]) for said in ("全部", "都有", "all", "both", "全部都有", "1和2", "3")),
        *((said, ["factor2"]) for said in ("2", "数据有来源", "看到了数据有来源")),
        *((said, []) for said in ("没有", "都没有", "none", "no", "4")),
    ],
)
def test_what_a_judge_observed_is_kept_as_it_was_said(said: str, observed: Sequence[str]) -> None:
    chat = judging()
    chat.say(said)
    assert chat.answers == {"judgement/3": observed}
    assert not any("none" in str(line) for line in chat.lines)


@pytest.mark.parametrize("said", ["submit?", "能不能提交", "I cannot submit", "submit tomorrow", "还不能提交", "继续"])
def test_no_plan_is_handed_in_by_what_says_more(said: str) -> None:
    chat = at("submit")
    before = chat.kept
    chat.say(said)
    assert chat.refused in {"unread.choice", "consent.submit"}
    assert (chat.open.key, chat.status, chat.kept) == ("submit", "active", before)


@pytest.mark.parametrize(
    "said", ["submit", "submit it, please", "提交", "送审", "yes", "交吧，弄了一下午了", "yes, send it off"]
)
def test_a_plan_is_handed_in_in_words(said: str) -> None:
    chat = at("submit")
    chat.say(said)
    assert chat.status == "done"


def test_a_no_to_handing_in_asks_what_to_change() -> None:
    chat = at("submit")
    chat.say("no")
    assert chat.open.name == "edit"


def test_reports_of_one_indicator_are_told_apart_by_their_days() -> None:
    received = tuple(Received(id, NUMERIC[0], last, Decimal(2), None) for id, last in ((7, "2026-08-31"), (8, LAST)))
    chat = Chat("zh_Hans", "confirm", ConfirmHeader("王芳", "店长", received))
    chat.say("有异议", "退货率")
    assert (chat.refused, chat.open.key) == ("unread.choice", "which")
    assert outcome(chat, "退货率，2026年9月30日", "少了二店") == Concluded((7,), (8,), "少了二店")


def test_what_is_said_of_each_report_is_shown_back_and_concluded() -> None:
    chat = confirming()
    concluded = outcome(chat, "退货率跟财务对不上，财务是2.1%，其他没问题")
    assert chat.told == ["verdicts.understood"]
    assert concluded == Concluded((8,), (7,), reasons={7: "退货率跟财务对不上，财务是2.1%"})


def test_a_dispute_in_words_is_asked_for_its_reason_and_for_what_else_stands() -> None:
    assert outcome(confirming(), "退货率好像不太对", "是", "少了二店") == Concluded((8,), (7,), reasons={7: "少了二店"})
    left = outcome(confirming(), "退货率好像不太对", "其他先不确认", "少了二店")
    assert left == Concluded((), (7,), reasons={7: "少了二店"}, left=True)
    assert outcome(confirming(reports=1), "有问题，少了二店") == Concluded((), (7,), "少了二店")
    assert outcome(confirming(), "confirm 退货率", "其他先不确认") == Concluded((7,), (), left=True)
    assert outcome(confirming(), "有问题，少了二店", "退货率") == Concluded((8,), (7,), "少了二店")


def test_words_beside_a_verdict_go_to_who_reported() -> None:
    word = Note("下个月盯紧点", 7)
    assert outcome(confirming(), "都没问题，下个月盯紧点") == Concluded((7, 8), (), note=word)
    assert outcome(confirming(), "我看了再说，下个月盯紧点") == Concluded((), (), left=True, note=word)


def test_a_doubt_is_shown_back_to_be_decided() -> None:
    doubt = "退货率偏高"
    assert outcome(confirming(), doubt, "先问王芳，暂不确认") == Concluded((), (), left=True, note=Note(doubt, 7))
    assert outcome(confirming(), doubt, "照样全部确认") == Concluded((7, 8), (), note=Note(doubt, 7))
    assert outcome(confirming(), doubt, "提出异议", "其他确认") == Concluded((8,), (7,), reasons={7: doubt})


def test_a_question_about_a_plan_is_put_at_once() -> None:
    assert outcome(acknowledging(), "有问题，标准太高了") == Acknowledged(1, 1, "标准太高了")
