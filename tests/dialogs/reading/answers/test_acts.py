import pytest

from dialogs.reading.answers.acts import read_act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("可以的，谢谢", "yes"),
        ("sure, go on", "yes"),
        ("👍", "yes"),
        ("嗯不用了", "no"),
        ("No, thanks!", "no"),
        ("没有", "none"),
        ("沒有了", "none"),
        ("none", "none"),
        ("跳过", "skip"),
        ("好的，先跳過吧", "skip"),
        ("Skip this one please", "skip"),
        ("上一步", "back"),
        ("go back", "back"),
        ("先停一下", "pause"),
        ("继续", "resume"),
        ("取消", "cancel"),
        ("汇总", "summary"),
        ("我想改一下", "edit"),
        ("help", "help"),
        ("为什么", "why"),
        ("what's this for?", "why"),
        ("換語言", "language"),
        ("我的计划", "plans"),
        ("看看我的进度", "progress"),
        ("我做得怎么樣？", "progress"),
        ("How am I doing?", "progress"),
        ("提交吧", "submit"),
        ("开始吧", "start"),
        ("重新開始", "start"),
        ("start again", "start"),
        ("看看我的计划", "plans"),
        ("我的計畫", "plans"),
        ("我的計劃書", "plans"),
        ("送審", "submit"),
        ("提交审核", "submit"),
        ("hand it in", "submit"),
        ("回去", "back"),
        ("退回上一题", "back"),
        ("查看已填内容", "summary"),
        ("摘要", "summary"),
        ("取消吧", "cancel"),
        ("算了", "no"),
        ("I'll skip this one", "skip"),
        ("I’ll skip this one", "skip"),
        ("not sure, skip it please", "skip"),
        ("skip that please", "skip"),
        ("不知道，跳过吧", "skip"),
        ("no, go back a step", "back"),
        ("no wait, go back please", "back"),
        ("oops, go back", "back"),
        ("不对，回上一题", "back"),
        ("looks good, keep it", "yes"),
        ("looks right", "yes"),
        ("looks good to me", "yes"),
        ("no thanks, skip", "skip"),
        ("yes keep it", "yes"),
        ("yes, that's fine", "yes"),
        ("looks good, carry on", "yes"),
        ("fine as it is", "yes"),
        ("sounds good", "yes"),
        ("没问题", "yes"),
        ("就这样吧", "yes"),
        ("保持不變", "yes"),
        ("never mind", "no"),
        ("no, no", "no"),
        ("不，谢谢", "no"),
        ("ok I'm back, carry on", "resume"),
        ("我回来了", "resume"),
        ("submit it please", "submit"),
        ("can I start another one?", "start"),
    ],
)
def test_reads_a_wish_with_its_politeness(text: str, act: str) -> None:
    assert read_act(text) == act


@pytest.mark.parametrize(
    "text",
    [
        "help desk",
        "返回率",
        "summary report",
        "取消订单数",
        "开始日期",
        "技术支持",
        "",
        "谢谢",
        "是否合格",
        "skip or back",
        "不跳过",
        "好评率",
        "后退货架",
        "no defects",
        "don't submit",
        "looks",
        "back office",
    ],
)
def test_an_answer_is_no_wish(text: str) -> None:
    assert read_act(text) is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("not sure", "unsure"),
        ("不知道", "unsure"),
        ("not sure, skip it please", "skip"),
        ("accept all", "yes"),
        ("接受吧", "yes"),
    ],
)
def test_doubt_alone_is_no_answer_and_accepting_is_one(text: str, act: str) -> None:
    assert read_act(text) == act
