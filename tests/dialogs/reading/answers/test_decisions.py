"""What goes on record is said outright: a refusal is never consent, and nothing is taken that says more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.choices import labels
from dialogs.reading.answers.choices import Option
from dialogs.reading.answers.decisions import read_decision, read_disputed, read_observed
from dialogs.reading.unread import Unread
from locales.text import Text, text


def options(**choices: Text | str) -> tuple[Option, ...]:
    return tuple(Option(id, labels(label, "zh_Hans")) for id, label in choices.items())


CONFIRM = options(confirm=text("confirm.all", n=2), dispute=text("confirm.dispute"), pause=text("confirm.later"))
ACKNOWLEDGE = options(
    acknowledge=text("acknowledge.yes"), question=text("acknowledge.question"), pause=text("acknowledge.later")
)
APPROVE = options(approve=text("decision.approve"), back=text("decision.return"), pause=text("decision.later"))
OBSERVED = options(time="按时提交", result="有结论", source="数据有来源")
DRIVEN = options(time="brings passengers on time", complaints="no complaints")
REPORTS = options(returns="退货率", orders="订单数量", rate="Return rate (Ann)")


def confirm(said: str) -> str:
    return read_decision(said, CONFIRM, "confirm", "dispute")


def acknowledge(said: str) -> str:
    return read_decision(said, ACKNOWLEDGE, "acknowledge")


def approve(said: str) -> str:
    return read_decision(said, APPROVE, "approve")


@pytest.mark.parametrize(
    "said",
    [
        *(
            "yes",
            "ok",
            "confirm",
            "Confirm all",
            "please confirm all",
            "I confirm",
            "yes, please confirm",
            "no problem",
        ),
        *("Confirm all, thanks!", "looks good, carry on", "1", "１", "①", "option 1", "the first one", "👍🏻"),
        *(
            "同意",
            "确认",
            "全部确认",
            "没问题",
            "好的，全部确认",
            "我确认",
            "都确认",
            "确认无误",
            "没有异议，确认",
            "第一个",
            "选1",
        ),
        *("確認", "全部確認", "好的，全部確認", "沒問題", "沒有異議", "全部確認🙏"),
    ],
)
def test_consent_with_politeness(said: str) -> None:
    assert confirm(said) == "confirm"


@pytest.mark.parametrize(
    "said", ["no", "2", "dispute", "Dispute something", "不同意", "有异议", "我有異議", "不", "👎"]
)
def test_a_plain_no_is_the_wish_to_dispute(said: str) -> None:
    assert confirm(said) == "dispute"


@pytest.mark.parametrize(
    "said",
    [
        *(
            "I cannot confirm",
            "unable to confirm",
            "I refuse to confirm",
            "I don't confirm",
            "do not confirm",
            "confirm not",
        ),
        *("confirm?", "can I confirm", "confirm with finance first", "I will confirm tomorrow", "confirm returns only"),
        *("confirm 订单数量", "confirm 1", "confirm all but returns", "yes if finance agrees", "not sure, confirm"),
        *(
            "yes and no",
            "confirm, dispute something",
            "I'm back",
            "carry on",
            "confirm for now",
            "nothing",
            "97%",
            "1?",
        ),
        *(
            "不能全部确认",
            "不要全部确认",
            "不确认",
            "暂不确认",
            "明天再确认",
            "确认吗",
            "能不能确认",
            "我想确认一下",
            "需要确认",
        ),
        *("是否确认", "好不好", "先确认", "确认退货率", "没问题吗", "继续", "还没确认", "拒绝确认", "别确认", "未确认"),
        *("無法全部確認", "不能全部確認", "暫不確認", "明天再確認", "確認嗎", "還沒確認", "", "confirm " * 100),
    ],
)
def test_what_says_more_than_consent_is_refused(said: str) -> None:
    with pytest.raises(Unread) as unread:
        confirm(said)
    assert unread.value.reason.params["example"] == "全部确认"


@pytest.mark.parametrize(
    "said",
    [
        *("I have read it", "I've read it, thanks", "I have read the plan", "I have read and agree", "yes"),
        *("我已阅读并确认", "我已阅读", "已读", "已阅，同意", "收到", "好的", "我已閱讀並確認", "已閱讀"),
    ],
)
def test_acknowledging(said: str) -> None:
    assert acknowledge(said) == "acknowledge"


@pytest.mark.parametrize(
    "said",
    [
        *("I have not read it", "I haven't read it", "I have read it but disagree", "read?", "no", "I have"),
        *(
            "我已阅读并确认，但有疑问",
            "我已阅读，有疑问",
            "没看",
            "还没读",
            "不",
            "没有",
            "我已閱讀並確認，但有疑問",
            "尚未閱讀",
        ),
    ],
)
def test_what_says_more_than_having_read_is_refused(said: str) -> None:
    with pytest.raises(Unread):
        acknowledge(said)


@pytest.mark.parametrize(
    ("said", "id"),
    [
        *(
            (said, "approve")
            for said in ("approve", "I approve this plan", "approved", "批准", "同意批准", "核准", "可以")
        ),
        *(
            (said, "back")
            for said in ("return", "please return it", "not approved", "rejected", "退回", "退回吧", "打回去", "不通过")
        ),
    ],
)
def test_approving_and_returning(said: str, id: str) -> None:
    assert approve(said) == id


@pytest.mark.parametrize(
    "said",
    [
        *("I cannot approve", "approve?", "approve after changes", "disapprove", "is approved not", "aprove not", "no"),
        *(
            "不能批准",
            "还不能核准",
            "暂不批准",
            "批准吗",
            "没批准",
            "不能核准",
            "還不能核准",
            "改了再批准",
            "I have read it",
        ),
    ],
)
def test_what_says_more_than_approval_is_refused(said: str) -> None:
    with pytest.raises(Unread):
        approve(said)


SUBMIT = options(submit=text("submit.now"), edit=text("submit.edit"), pause=text("submit.later"))
CANCEL = options(no=text("cancel.no"), yes=text("cancel.yes"))
SET_ASIDE = options(no=text("set_aside.no"), yes=text("set_aside.yes"))
FOLLOW_UP = options(done=text("follow_up.done"), not_yet=text("follow_up.not_yet"), dropped=text("follow_up.dropped"))


@pytest.mark.parametrize(
    ("asked", "said", "id"),
    [
        *((SUBMIT, said, "submit") for said in ("yes", "submit it, please", "提交审核", "好的，提交", "1")),
        *((SUBMIT, said, "no") for said in ("no", "不")),
        *((SUBMIT, said, "pause") for said in ("暂不提交", "not yet", "不提交", "don't submit")),
        *((SUBMIT, said, None) for said in ("I cannot submit", "submit tomorrow", "submit?", "不能提交", "改完再提交")),
        *((CANCEL, said, "yes") for said in ("yes", "yes, cancel it", "是，取消访谈", "确定", "取消吧")),
        *((CANCEL, said, "no") for said in ("no", "不", "go on", "不要取消", "don't cancel it", "别取消", "不是")),
        *((CANCEL, said, None) for said in ("cancel it?", "cancel later on", "明天再取消", "yes, don't cancel")),
        *(
            (SET_ASIDE, said, "no")
            for said in ("不改了，谢谢", "leave it as it is", "please leave it", "no", "保持不变")
        ),
        *((SET_ASIDE, said, "yes") for said in ("yes", "change it", "确定修改", "確定修改")),
        *((SET_ASIDE, said, None) for said in ("change it?", "change only the last", "先别改", "再想想")),
        *((FOLLOW_UP, said, "done") for said in ("done", "已完成", "完成了", "done, thanks")),
        *(
            (FOLLOW_UP, said, "not_yet")
            for said in ("not done", "not yet", "没完成", "还没完成", "未完成", "尚未完成，改期")
        ),
        *(
            (FOLLOW_UP, said, None)
            for said in ("done?", "almost done", "完成了一半", "不是已完成", "not dropped", "never done")
        ),
    ],
)
def test_what_else_is_decided(asked: tuple[Option, ...], said: str, id: str | None) -> None:
    try:
        read = read_decision(said, asked, "submit" if asked == SUBMIT else "yes", "no")
    except Unread:
        assert id is None
    else:
        assert read == id


REFUSALS = (
    *("not", "cannot", "can't", "don't", "won't", "never", "refuse", "unable", "but", "except", "only", "unless", "if"),
    *("tomorrow", "after", "before", "later than", "wrong", "doubt", "?"),
    *(
        "不",
        "不能",
        "不要",
        "无法",
        "無法",
        "未",
        "没",
        "沒有",
        "别",
        "暂不",
        "拒绝",
        "但",
        "除了",
        "明天",
        "再",
        "吗",
        "嗎",
        "？",
        "先",
    ),
)
CONSENT = (
    "confirm",
    "confirm all",
    "yes",
    "i have read it",
    "approve",
    "确认",
    "全部确认",
    "同意",
    "我已阅读并确认",
    "批准",
    "核准",
)
POLITE = ("please", "thanks", "我", "请", "好的", ",", "，", "!", "都", "all")


WORDS = st.tuples(
    st.sampled_from(REFUSALS), st.sampled_from(CONSENT), st.lists(st.sampled_from(POLITE), max_size=3)
).flatmap(lambda said: st.permutations([said[0], said[1], *said[2]]))


@given(WORDS, st.sampled_from(("", " ")))
def test_a_sentence_with_a_refusal_is_never_consent(words: list[str], space: str) -> None:
    for reader, id in ((confirm, "confirm"), (acknowledge, "acknowledge"), (approve, "approve")):
        try:
            read = reader(space.join(words))
        except Unread:
            continue
        assert read != id


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        *((said, ("time", "result", "source")) for said in ("all", "全部", "都有", "三项都有", "全部都有", "1和2和3")),
        *((said, ()) for said in ("none", "no", "没有", "都没有", "無", "都没看到", "none of them")),
        *((said, ("time",)) for said in ("按时提交", "1", "第一个", "按时提交做到了", "1. 按时提交", "按時提交")),
        *(
            (said, ("time", "source"))
            for said in ("1 3", "1,3", "1，3", "1、3都有", "按时提交和数据有来源", "first and third")
        ),
        *(
            (said, ("result", "source"))
            for said in ("有结论 数据有来源", "看到了有结论，数据有来源", "有結論和數據有來源", "2, 数据有来源")
        ),
    ],
)
def test_what_was_observed(said: str, ids: tuple[str, ...]) -> None:
    assert read_observed(said, OBSERVED) == ids


@pytest.mark.parametrize(
    "said",
    [
        *(
            "未按时提交",
            "按时提交没做到",
            "没看到有结论",
            "数据没有来源",
            "按时提交和有结论都没有",
            "按时提交，但没做到",
            "都不对",
        ),
        *(
            "都有问题",
            "按时提交？",
            "按时提交了吗",
            "一个",
            "除了1",
            "only 1",
            "算了",
            "没问题",
            "i'm fine",
            "全部有结论",
            "两项都有",
            "4",
        ),
        *(
            "沒看到有結論",
            "數據沒有來源",
            "有结论没有",
            "按时",
            "没有结论",
            "不是都有",
            "all but 1",
            "not 1",
            "both",
            "",
        ),
    ],
)
def test_what_says_more_than_what_was_observed_is_refused(said: str) -> None:
    with pytest.raises(Unread):
        read_observed(said, OBSERVED)


@pytest.mark.parametrize(
    "said",
    ["did not bring passengers on time", "on time", "complaints", "not both", "brought passengers late", "no time"],
)
def test_the_words_of_a_label_are_not_the_label(said: str) -> None:
    with pytest.raises(Unread):
        read_observed(said, DRIVEN)


def test_a_label_may_itself_deny_something() -> None:
    assert read_observed("no complaints", DRIVEN) == ("complaints",)
    assert read_observed("brings passengers on time, no complaints", DRIVEN) == ("time", "complaints")
    assert read_observed("both", DRIVEN) == ("time", "complaints")


def test_a_comma_in_a_label_parts_nothing() -> None:
    listed = options(minutes="decisions clear, owners named", dates="dates set | kept")
    assert read_observed("decisions clear, owners named", listed) == ("minutes",)
    for said in ("owners named", "dates set"):
        with pytest.raises(Unread):
            read_observed(said, listed)


@given(st.sampled_from(("按时提交", "有结论", "数据有来源", "1", "都有")), st.sampled_from(REFUSALS), st.booleans())
def test_what_is_denied_was_not_observed(label: str, refusal: str, before: bool) -> None:
    said = f"{refusal} {label}" if before else f"{label} {refusal}"
    with pytest.raises(Unread):
        read_observed(said, OBSERVED)


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        *(
            (said, ("returns",))
            for said in ("退货率", "退貨率", "1", "退货率不对", "退货率有问题", "对退货率有异议", "我對退貨率有異議")
        ),
        *(
            (said, ("rate",))
            for said in ("Return rate", "return rate (Ann)", "I dispute return rate", "3", "return rate is wrong")
        ),
        *(
            (said, ("returns", "orders"))
            for said in ("1,2", "退货率和订单数量", "退货率、订单数量都有问题", "1和2两个都不对")
        ),
        *((said, ("returns", "orders", "rate")) for said in ("全部", "all", "都不对", "全部都有问题", "三个都不对")),
    ],
)
def test_what_is_disputed(said: str, ids: tuple[str, ...]) -> None:
    assert read_disputed(said, REPORTS) == ids


@pytest.mark.parametrize(
    "said",
    [
        *(
            "除了退货率",
            "all but returns",
            "all but return rate",
            "退货率没问题",
            "退货率对",
            "对退货率没有异议",
            "return rate is ok",
        ),
        *(
            "退货率不对，订单数量没问题",
            "不是退货率",
            "not return rate",
            "退货率？",
            "退货率还是订单数量",
            "两个都不对",
            "no",
            "没有",
            "none",
        ),
        *("除了退貨率", "退貨率沒問題", "only return rate", "Ann is right"),
    ],
)
def test_what_may_not_be_disputed_is_asked_again(said: str) -> None:
    with pytest.raises(Unread):
        read_disputed(said, REPORTS)


def test_a_name_of_two_reports_disputes_neither() -> None:
    twice = options(ann="Clarity (Ann)", bob="Clarity (Bob)")
    assert read_disputed("clarity (bob)", twice) == ("bob",)
    with pytest.raises(Unread):
        read_disputed("clarity", twice)


def test_reports_go_by_their_place_not_by_their_number_on_record() -> None:
    numbered = (Option("2", ("退货率",)), Option("1", ("订单数量",)), Option("3", ("差错率",)))
    assert read_disputed("1 3", numbered) == ("2", "3")
