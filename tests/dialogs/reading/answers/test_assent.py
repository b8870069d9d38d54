"""A yes with talk around it is taken; nothing that may turn it around ever is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.answers.assent import Assent, read_assent
from tests.dialogs.reading.answers.test_decisions import REFUSALS

YES = (
    *(
        "就这样吧，弄了一下午了",
        "没什么问题，挺像样的",
        "对对对就是这样，画得比我还清楚",
        "照你的来，孩子等着吃饭呢",
        "全部同意",
    ),
    *("行吧就这么着", "都可以，辛苦了", "我这边没意见", "有点绕，不过意思对，就这样", "看起來沒問題，就照這樣"),
    *("looks grand, go on", "ah sure accept the lot", "a bit stiff but yes keep it", "fine by me, off to lunch"),
    *("I'm happy with that", "yeah we agree with it all", "no objections from me", "that's right, thank god"),
)
SUBMITTED = (
    "交把交把，累死了",
    "好，送吧，拜托一次过",
    "yes away with it, sick of looking at it",
    "ok send it off",
    "提交了吧",
)
READ = ("看过了看过了，没意见", "了解，我这边没问题", "yes, read it all and I'm ok with that", "都看完了，辛苦领导")


@pytest.mark.parametrize("said", YES)
def test_a_yes_with_talk_around_it(said: str) -> None:
    assert read_assent(said) is Assent.YES


@pytest.mark.parametrize(("about", "said"), [("submit", said) for said in SUBMITTED])
def test_what_is_to_be_handed_in(about: str, said: str) -> None:
    assert read_assent(said, about) is Assent.YES
    assert read_assent(said) is not Assent.YES


@pytest.mark.parametrize("said", READ)
def test_what_was_read(said: str) -> None:
    assert read_assent(said, "acknowledge") is Assent.YES


def test_only_what_is_said_of_the_plan_stands_in_the_way_of_taking_note() -> None:
    assert read_assent("看过了 没意见 就是字太多", "acknowledge") is Assent.YES
    assert read_assent("看过了 没意见 就是标准太高", "acknowledge") is Assent.DOUBT
    assert read_assent("read it all, fine by me, quite long though", "acknowledge") is Assent.YES
    assert read_assent("read it all, fine by me, but why so many", "acknowledge") is Assent.DOUBT


@pytest.mark.parametrize(
    "said",
    [
        *(
            "差不多吧",
            "感觉不太对",
            "大体对，财务那份也要给总经理",
            "可以，不过系统要换",
            "没问题，就是财务太慢",
            "部分接受",
        ),
        *("原则上同意", "基本同意", "应该没问题，我看看", "its nearly right", "not fully", "good except for the cost"),
        *("looks good, finance gets another one", "we agree in principle", "it's fine but let me check", "yes and no"),
    ],
)
def test_what_is_not_right_yet(said: str) -> None:
    assert read_assent(said) is Assent.DOUBT


@pytest.mark.parametrize(
    "said",
    [
        *(
            "先不要送，我再看看",
            "等王芳看完再交",
            "明天再说",
            "可以的，周五交",
            "not yet, my boss wants to see it first",
        ),
        *("I'll send it tomorrow", "hold on", "once finance is done"),
    ],
)
def test_what_is_put_off(said: str) -> None:
    assert read_assent(said, "submit") is Assent.LATER


@pytest.mark.parametrize(
    "said",
    [
        *(
            "",
            "97%",
            "王芳",
            "ok",
            "right",
            "好",
            "好的，总经理还有一份报表",
            "right, the GM gets the forecast",
            "x" * 300,
        ),
        *(
            "没问题的是财务",
            "就这样可不行",
            "没问题才怪",
            "没问题就怪了",
            "难道没问题",
            "就这样交给财务",
            "同意财务的说法",
        ),
        *("I agree with finance", "nothing works", "is everything right", "looks good on paper", "keep it simple"),
        *(
            "接受不了",
            "谁说没问题",
            "不是没问题",
            "我可没同意",
            "有没有问题",
            "这样行吗",
            "leave it",
            "agree to disagree",
        ),
        *("submit it to Bob", "送财务看看", "交给李总吧", "别交了", "算了不交了", "我看，标准高", "我想了解", "不明白"),
    ],
)
@pytest.mark.parametrize("about", ["", "diagram", "submit", "acknowledge"])
def test_what_is_no_yes(about: str, said: str) -> None:
    assert read_assent(said, about) is not Assent.YES


def test_who_speaks_of_what_is_shown_says_more_than_yes() -> None:
    assert read_assent("回款计划的事，就这样吧") is Assent.YES
    assert read_assent("回款计划的事，就这样吧", "diagram", ["回款计划"]) is Assent.DOUBT


BEFORE_A_YES = {"but", "但"}
"""What may come before one: "a bit stiff but yes"."""
SAID = st.tuples(
    st.sampled_from(REFUSALS), st.sampled_from((*YES, *SUBMITTED, *READ)), st.sampled_from(("", " ", ",", "，", "。"))
)


@given(SAID, st.booleans(), st.sampled_from(("", "submit", "acknowledge")))
def test_a_refusal_beside_it_is_never_a_yes(said: tuple[str, str, str], before: bool, about: str) -> None:
    refusal, agreed, between = said
    words = (refusal, agreed) if before and refusal not in BEFORE_A_YES else (agreed, refusal)
    assert read_assent((between or " ").join(words), about) is not Assent.YES


@given(st.text(max_size=60))
def test_any_text_is_read(said: str) -> None:
    read_assent(said, "submit", [said[:3]])
