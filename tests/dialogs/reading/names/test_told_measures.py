"""What is counted, out of sentences about measuring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.names.told_measures import fitting, told_measures, without_number


@pytest.mark.parametrize(
    ("said", "name", "left"),
    [
        ("财务复合的时候会挑出错来，就数错误条数", "错误条数", ()),
        (
            "用准确率，但口径要说清楚：每月抽查10个数，对的个数除以10",
            "准确率",
            ("但口径要说清楚：每月抽查10个数", "对的个数除以10"),
        ),
        (
            "这个说来话长，以前我们是数页数的，去年改成看领导批示次数，今年嘛我觉得还是看一次通过率靠谱，就是没被打回来的",
            "一次通过率",
            ("就是没被打回来的",),
        ),
        ("看被退件幾次啊，現在一個月大概也就一兩次", "被退件幾次", ("現在一個月大概也就一兩次",)),
        ("我们不统计投诉，就用返修率吧", "返修率", ()),
        ("我觉得按时交付率就挺好，别的太复杂", "按时交付率", ()),
        ("客户复购率吧，毕竟老板最看重这个", "客户复购率", ()),
        ("满意度最好，其他指标不看", "满意度", ()),
        (
            "I check if the figures tally, my wife thinks I'm mad. so % of figures that match SAP I suppose",
            "% of figures that match SAP",
            (),
        ),
        (
            "number of corrections finance sends back per report, thats what hurts most",
            "number of corrections finance sends back per report",
            (),
        ),
        (
            "first pass, means it goes thru controlling without coming back",
            "first pass",
            ("means it goes thru controlling without coming back",),
        ),
        (
            "dealer complaints would be best but honestly we don't log those, so take the accuracy one",
            "accuracy",
            (),
        ),
    ],
)
def test_the_measure_is_taken_out_of_the_talk(said: str, name: str, left: tuple[str, ...]) -> None:
    told = told_measures(said)
    assert told
    assert (told.names, told.left) == ((name,), left)


@pytest.mark.parametrize(
    "said",
    [
        *("准确率", "准确率、漏项数", "用户满意度", "看板更新及时率", "页数", "按时完成率"),
        *("number of days an order is late", "percentage of tickets that were reopened", "how many reports come back"),
    ],
)
def test_what_is_plainly_named_is_no_talk(said: str) -> None:
    assert told_measures(said) is None


@pytest.mark.parametrize(
    ("said", "behind"),
    [
        ("there is no number for this, sorry", ()),
        ("Only the GM can say if it's good. For him it must be clear", ("For him it must be clear",)),
        ("这个没法量化", ()),
        ("只有总经理说了算", ()),
        ("准确率", None),
        ("number of orders", None),
    ],
)
def test_that_nothing_can_be_counted_is_told_from_measures(said: str, behind: tuple[str, ...] | None) -> None:
    assert without_number(said) == behind


def test_a_word_of_a_name_means_it_where_only_one_has_it() -> None:
    labels = ("accuracy rate", "first-pass rate", "number of missing items", "number of complaints")
    assert [fitting(said, labels) for said in ("the accuracy one", "first pass", "number", "rate", "speed")] == [
        "accuracy rate",
        "first-pass rate",
        None,
        None,
        None,
    ]


@given(text=st.text(alphabet="用看数率次，。 but so take number %就", max_size=40))
def test_whatever_is_named_was_said(text: str) -> None:
    told = told_measures(text)
    assert told is None or all(name in text for name in told.names)
