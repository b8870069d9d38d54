"""One standard, said otherwise: with fillers, in another language, in full-width digits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.reading.values.standards import Told, read_told
from kpi.comparison import essence

Said = tuple[str, str, str]
"""The same in English, simplified and traditional Chinese."""
CHINESE = (
    *("#%", "不低于#%", "#%以上", "不超过#次", "#天内", "每月不超过#次", "约#件", "#到9999元", "零投诉", "同比提升#%"),
    *(
        "成本降低#%",
        "48小时内完成#%",
        "每托盘不超过#元",
        "#分（满分9999分）",
        "#%，最好9999%",
        "比去年少#个",
        "不低于#%，每降1%扣2分",
    ),
)
ENGLISH = (
    *(
        "#%",
        "at least #%",
        "#% or more",
        "no more than # complaints",
        "within # days",
        "at most # per month",
        "about # pieces",
    ),
    *("# to 9999 USD", "no complaints", "up #% on last year", "reduce costs by #%", "#% within 48 hours", "4 out of #"),
    *("at most # per 1,000 bed days", "# fewer than last year", "#%, ideally 9999%", "#% for urgent tickets"),
)
FILLERS = {
    "zh": (
        "嗯，{}",
        "{}吧",
        "我觉得{}",
        "就{}吧",
        "那就{}",
        "{}，谢谢",
        "应该是{}",
        "好的，{}",
        "{}。",
        "我们定{}",
        "{}就行了",
        " {} ",
    ),
    "en": (
        "well, {}",
        "{}, please",
        "I'd say {}",
        "I think {}",
        "um, {}",
        "let's say {}",
        "{}, thanks",
        "maybe {}",
        "{}.",
        "it should be {}",
        "{} I guess",
        " {} ",
    ),
}
BOUNDS = (
    ("{}", "{}", "{}"),
    ("at least {}", "不低于{}", "不低於{}"),
    ("{} or more", "{}以上", "{}以上"),
    ("no more than {}", "不超过{}", "不超過{}"),
    ("up to {}", "最多{}", "最多{}"),
    ("more than {}", "超过{}", "超過{}"),
    ("less than {}", "低于{}", "低於{}"),
    ("about {}", "大约{}", "大約{}"),
    ("around {}", "{}左右", "{}左右"),
    ("exactly {}", "正好{}", "正好{}"),
)
UNITS = (
    ("#%", "#%", "#%"),
    ("#", "#", "#"),
    ("# minutes", "#分钟", "#分鐘"),
    ("# hours", "#小时", "#小時"),
    ("# working days", "#个工作日", "#個工作天"),
    ("# weeks", "#周", "#週"),
    ("# months", "#个月", "#個月"),
    ("$#", "#美元", "#美元"),
    ("€#", "#欧元", "#歐元"),
    ("¥#", "#元", "人民幣#元"),
)
PERIODS = (
    ("{}", "{}", "{}"),
    ("{} a day", "每天{}", "每天{}"),
    ("{} per week", "每周{}", "每週{}"),
    ("{} each month", "每月{}", "每月{}"),
    ("{} a quarter", "每季度{}", "每季{}"),
    ("{} per year", "每年{}", "每年{}"),
)
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
numbers = st.one_of(st.integers(2, 1899).map(str), st.decimals(2, 99, places=1).map(str))
"""Figures; "up to 2000" may be a year."""


@pytest.mark.parametrize(("texts", "fillers"), [(CHINESE, FILLERS["zh"]), (ENGLISH, FILLERS["en"])], ids=FILLERS)
@given(data=st.data())
@settings(max_examples=150)
def test_fillers_change_nothing(texts: tuple[str, ...], fillers: tuple[str, ...], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(texts)).replace("#", str(data.draw(st.integers(2, 999))))
    filler = data.draw(st.sampled_from(fillers))
    assert told(filler.format(text)) == told(text)


@given(bound=st.sampled_from(BOUNDS), unit=st.sampled_from(UNITS), period=st.sampled_from(PERIODS), number=numbers)
@settings(max_examples=300)
def test_languages_and_widths_read_the_same(bound: Said, unit: Said, period: Said, number: str) -> None:
    parts = zip(period, bound, unit, strict=True)
    texts = [in_period.format(bounded.format(counted.replace("#", number))) for in_period, bounded, counted in parts]
    readings = {text: told(text) for one in texts for text in (one, one.translate(WIDE))}
    first, *others = readings.values()
    assert all(other == first for other in others), readings


def told(text: str) -> Told:
    """What is told, however it is worded; what is left over is shown, and counts for nothing."""
    read = read_told(text)
    return Told(essence(read.standard), essence(read.outstanding))
