from decimal import Decimal

import pytest

from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_standard
from kpi.values import Comparator


@pytest.mark.parametrize(
    ("text", "comparator", "value", "upper", "rate"),
    [
        ("不得低于97%", ">=", "97", None, ("%", None)),
        ("至少95%", ">=", "95", None, ("%", None)),
        ("at least 95 %", ">=", "95", None, ("%", None)),
        ("no less than 95%", ">=", "95", None, ("%", None)),
        ("nothing less than 99%", ">=", "99", None, ("%", None)),
        ("not below 95%", ">=", "95", None, ("%", None)),
        ("above 95%", ">=", "95", None, ("%", None)),
        ("97%以上", ">=", "97", None, ("%", None)),
        ("97% or better", ">=", "97", None, ("%", None)),
        ("≥９８％", ">=", "98", None, ("%", None)),
        ("百分之九十五以上", ">=", "95", None, ("%", None)),
        ("准确率达到99.5%", ">=", "99.5", None, ("%", None)),
        ("一年内返工最多两回", "<=", "2", None, ("回", "year")),
        ("no later than 4 business days after the order", "<=", "4", None, ("working_day", None)),
        ("5個工作天內", "<=", "5", None, ("working_day", None)),
        ("within 3 days", "<=", "3", None, ("day", None)),
        ("must not exceed 3 days", "<=", "3", None, ("day", None)),
        ("控制在3%以下", "<=", "3", None, ("%", None)),
        ("no more than 2 complaints a month", "<=", "2", None, ("complaints", "month")),
        ("每月投诉不超过2次", "<=", "2", None, ("次", "month")),
        ("at most 0.3 percentage points", "<=", "0.3", None, ("%", None)),
        ("three complaints or fewer per quarter", "<=", "3", None, ("complaints", "quarter")),
        ("投诉每月不多于3起", "<=", "3", None, ("起", "month")),
        ("5 days maximum", "<=", "5", None, ("day", None)),
        ("销售额突破1.2亿元", ">", "120000000", None, ("CNY", None)),
        ("under 5", "<", "5", None, (None, None)),
        ("超过100万", ">", "1000000", None, (None, None)),
        ("2-4 weeks", "range", "2", "4", ("week", None)),
        ("两到三周", "range", "2", "3", ("week", None)),
        ("between 2 and 4 weeks", "range", "2", "4", ("week", None)),
        ("2-3万元", "range", "20000", "30000", ("CNY", None)),
        ("±5 units", "±", "5", None, ("units", None)),
        ("roughly 20 calls per day", "~", "20", None, ("calls", "day")),
        ("20次左右", "~", "20", None, ("次", None)),
        ("不超过80万元", "<=", "800000", None, ("CNY", None)),
        ("¥3.6 million", None, "3600000", None, ("CNY", None)),
        ("at least $25k a quarter", ">=", "25000", None, ("USD", "quarter")),
        ("新臺幣5萬元以內", "<=", "50000", None, ("TWD", None)),
        ("每人每月至少拜访20家客户", ">=", "20", None, ("家客户", "month")),
        ("12家门店的盘点差异率不超过0.3%", "<=", "0.3", None, ("%", None)),
        ("100份/月以上", ">=", "100", None, ("份", "month")),
        ("六十三份", None, "63", None, ("份", None)),
        ("零投诉", "=", "0", None, ("投诉", None)),
        ("zero defects", "=", "0", None, ("defects", None)),
        ("no complaints", "=", "0", None, ("complaints", None)),
        ("百分之百", None, "100", None, ("%", None)),
        ("必须百分之百合格", None, "100", None, ("%", None)),
        ("达到百分百", ">=", "100", None, ("%", None)),
        ("98个点以上", ">=", "98", None, ("%", None)),
        ("一百分", None, "100", None, ("分", None)),
        ("零延误", "=", "0", None, ("延误", None)),
        ("不能出现批量质量事故", "=", "0", None, ("批量质量事故", None)),
        ("每个月别超过3次", "<=", "3", None, ("次", "month")),
        ("above 4.5 out of 5", ">=", "4.5", None, (None, None)),
        ("差异率不超过０．３％", "<=", "0.3", None, ("%", None)),
        ("九十九点五%以上", ">=", "99.5", None, ("%", None)),
        ("半天内", "<=", "0.5", None, ("day", None)),
    ],
)
def test_reads_the_standard_whole(
    text: str, comparator: str | None, value: str, upper: str | None, rate: tuple[str | None, str | None]
) -> None:
    read = read_standard(text)
    assert (read.comparator, read.value, read.upper) == (comparator, Decimal(value), Decimal(upper) if upper else None)
    assert (read.unit, read.per) == rate
    assert read.text == text


_NO_NUMBERS = ("always, no exceptions", "without exception", "无一例外", "this one")


@pytest.mark.parametrize("text", ["", "一次报批通过", "没有", "on time", "按时完成", "整洁统一", *_NO_NUMBERS])
def test_words_without_a_number_are_refused(text: str) -> None:
    with pytest.raises(Unread):
        read_standard(text)


@pytest.mark.parametrize("text", ["20±2件", "20 ± 2 pieces", "每月20±2件"])
def test_a_tolerance_keeps_what_it_is_around(text: str) -> None:
    standard = read_standard(text)
    assert (standard.comparator, str(standard.value), str(standard.upper)) == (Comparator.PLUS_MINUS, "20", "2")
