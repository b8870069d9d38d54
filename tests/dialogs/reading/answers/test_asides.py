"""What is said beside a question, and what only looks so."""

import pytest

from dialogs.reading.answers.asides import is_small_talk, read_aside


@pytest.mark.parametrize(
    ("said", "aside"),
    [
        *(
            ("举个例子", "example"),
            ("这是什么意思？", "meaning"),
            ("没看懂", "meaning"),
            ("什麼叫接收工作成果的人", "meaning"),
        ),
        *(
            ("what do you mean", "meaning"),
            ("I don't understand", "meaning"),
            ("like what?", "example"),
            ("?", "meaning"),
        ),
        *(("有没有参考值", "others"), ("what do others use?", "others"), ("别人家一般定多少啊", "others")),
        *(("你是真人还是机器人", "human"), ("are you a human?", "human")),
        *(("领导能看到吗", "privacy"), ("who gets to read this?", "privacy")),
        *(("还有几题啊", "left"), ("how many questions are left?", "left"), ("are we nearly there", "left")),
        *(
            ("先放着", None),
            ("这事儿先放放，我下周一跟赵强谈完再填", "later"),
            ("谈好再写", "later"),
            ("这个我要问问领导", "later"),
        ),
        *(("這題我要先問一下協理", "later"), ("还没定下来", "later")),
        *(("I have to ask my boss first", "later"), ("no idea, let me check", "later"), ("ask me later", "later")),
        *(("暂停一下，我开个会", "stop"), ("I need to stop now", "stop"), ("今天先到这，要下班了", "stop")),
        *(("go back please", None), ("返回上一步，衡量方式选错了", "back")),
        *(
            ("看情况", "depends"),
            ("差不多就行", "depends"),
            ("it depends", "depends"),
            ("depends on the month", "depends"),
        ),
        *(
            ("同上", "same"),
            ("same as above", "same"),
            ("跟上面一样", "same"),
            ("ditto", "same"),
            ("as last year", "same"),
        ),
        *(("hello", "hello"), ("你好", "hello"), ("谢谢", "thanks"), ("thanks a lot!", "thanks")),
        *(("哈哈哈", "chat"), ("this is so boring", "chat"), ("好烦啊", "chat")),
    ],
)
def test_tells_what_is_said_beside(said: str, aside: str | None) -> None:
    found = read_aside(said)
    assert (found and (found.aside.value, found.mixed)) == (aside and (aside, False))


@pytest.mark.parametrize(
    "said",
    [
        *("大客户经理", "销售部", "王芳", "2027年度", "总经理、财务部", "同上级对接的部门", "Will Smith", "May Chen"),
        *("the finance department", "training plans", "how-to guides", "what-if analyses", "people who renewed"),
        *(
            "其他部门",
            "问题清单",
            "客户确认单",
            "质量问题整改报告",
            "开会纪要",
            "月度例会",
            "再就业人员",
            "Sales, Marketing and IT",
        ),
    ],
)
def test_names_are_no_asides(said: str) -> None:
    assert read_aside(said) is None


@pytest.mark.parametrize(
    "said", ["97%吧，可以吗", "不低于95%行不行", "15 to 20, I think", "what about 95%?", "8ish, same as last year"]
)
def test_a_number_answers(said: str) -> None:
    found = read_aside(said, numbers=True)
    assert found is None or found.mixed


@pytest.mark.parametrize(
    "said", ["how many reports are late", "看有没有漏项", "处理是否及时", "who was absent knows what to do"]
)
def test_an_answer_may_be_worded_like_a_question(said: str) -> None:
    assert read_aside(said, indirect=True) is None


@pytest.mark.parametrize(
    "said",
    ["收到，谢谢[抱拳]", "感恩，這樣就好了嗎？", "Thanks, have a nice evening", "好的", "ok", "got it, thanks", "👍"],
)
def test_small_talk_wants_nothing(said: str) -> None:
    assert is_small_talk(said)


@pytest.mark.parametrize(
    "said", ["收到，退货率改成1.8", "thanks, but the renewals were 84", "改成40", "把10月的也给我看看"]
)
def test_what_wants_something_is_no_small_talk(said: str) -> None:
    assert not is_small_talk(said)
