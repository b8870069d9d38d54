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
        ("到9月底要过75%", ">", "75", None, ("%", None)),
        ("不能过5%", "<=", "5", None, ("%", None)),
        ("今年怎么也得97吧", ">=", "97", None, (None, None)),
        ("月度服务中断时间不得超过约定阈值(如8小时)", "<=", "8", None, ("hour", "month")),
        ("不低于年初目标(95%)", ">=", "95", None, ("%", None)),
        ("俩篇，多了不限", ">=", "2", None, ("篇", None)),
        ("五个，不能再多了", "<=", "5", None, ("个", None)),
        ("five a quarter, no more", "<=", "5", None, (None, "quarter")),
        ("one or two a month, no more", "range", "1", "2", (None, "month")),
        ("less then 4 hrs a month", "<", "4", None, ("hour", "month")),
        ("should not cross 12%", "<=", "12", None, ("%", None)),
        ("plus minus 5 percent", "±", "5", None, ("%", None)),
        ("Rs 2 crore, minimum", ">=", "20000000", None, ("INR", None)),
        ("4 minutes (quarterly target)", None, "4", None, ("minute", None)),
        ("38万一年", None, "380000", None, (None, "year")),
        ("占比过半", ">", "50", None, ("%", None)),
        ("通过3次", None, "3", None, ("次", None)),
        ("1/3的员工持证", None, "33.33", None, ("%", None)),
        ("每度电不超过5分钱", "<=", "0.05", None, ("CNY", None)),
        ("80分及格", None, "80", None, ("分", None)),
        ("a week at the outside", "<=", "1", None, ("week", None)),
        ("3 percent, plus or minus half a point", "±", "3", "0.5", ("%", None)),
        ("300 ± 5%", "±", "300", "15", (None, None)),
        ("cut scrap from 4% to under 3", "<", "3", None, ("%", None)),
        ("得分85以上者", ">=", "85", None, (None, None)),
        ("up from 82 to 90", None, "90", None, (None, None)),
        ("from 3 to 5 visits a week", "range", "3", "5", ("visits", "week")),
        ("费用率控制在收入的8%以内", "<=", "8", None, ("%", None)),
        ("三千五一个月", None, "3500", None, (None, "month")),
        ("一百二十一天", None, "121", None, ("day", None)),
        ("安全事故零容忍", "=", "0", None, (None, None)),
        ("zero tolerance there, one breach and I'm out", "=", "0", None, (None, None)),
    ],
)
def test_reads_the_standard_whole(
    text: str, comparator: str | None, value: str, upper: str | None, rate: tuple[str | None, str | None]
) -> None:
    read = read_standard(text)
    assert (read.comparator, read.value, read.upper) == (comparator, Decimal(value), Decimal(upper) if upper else None)
    assert (read.unit, read.per) == rate
    assert read.text == text


_NO_NUMBERS = (
    "trending to near zero",
    "接近零",
    "by day 2-3",
    "離職率壓到兩位數以下",
    "always, no exceptions",
    "without exception",
    "无一例外",
    "this one",
)


@pytest.mark.parametrize("text", ["", "一次报批通过", "没有", "on time", "按时完成", "整洁统一", *_NO_NUMBERS])
def test_words_without_a_number_are_refused(text: str) -> None:
    with pytest.raises(Unread):
        read_standard(text)


@pytest.mark.parametrize("text", ["20±2件", "20 ± 2 pieces", "每月20±2件"])
def test_a_tolerance_keeps_what_it_is_around(text: str) -> None:
    standard = read_standard(text)
    assert (standard.comparator, str(standard.value), str(standard.upper)) == (Comparator.PLUS_MINUS, "20", "2")


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("车均百公里油耗11.5升", [(100, "公里")]),
        ("单车单公里油耗≤0.08升", [(1, "公里")]),
        ("原煤吨煤完全成本下降到290元", [(1, "吨")]),
        ("万元产值能耗不超过0.3吨标煤", [(10000, "元产值")]),
        ("千行代码缺陷数不大于1.5个", [(1000, "行代码")]),
        ("单店月均销售额不低于35万元", [(1, "店")]),
        ("合理化建议:3条/月人", [(1, "人")]),
        ("一个人一天20件上下", [(1, "人")]),
        ("一个人同时顾3个对话框", [(1, "人")]),
        ("一间房廿五分钟", [(1, "间房")]),
        ("100单里面2单以内", [(100, "单")]),
        ("夜班两小时一次", [(2, "hour")]),
        ("每个客户经理每月三百万", [(1, "个客户经理")]),
        ("每位业务每周至少拜访8家客户", [(1, "位业务")]),
        ("每个乡镇都建有1所中心幼儿园", [(1, "个乡镇")]),
        ("百公里不超28升", [(100, "公里")]),
        ("百件不良不超过2件", [(100, "件")]),
        ("场均不低于3.5万", [(1, "场")]),
        ("50块一单以内", [(1, "单")]),
        ("not more than 2 pieces in 1000", [(1000, "pieces")]),
        ("3 errors in 100 invoices", [(100, "invoices")]),
        ("人均预期寿命达到78.5岁", []),
        ("每次处理完毕评分≥90分", []),
        ("吨煤成本下降率5%", []),
    ],
)
def test_names_tell_what_a_number_is_counted_per(text: str, rates: list[tuple[int, str]]) -> None:
    assert [(int(rate.number), rate.unit) for rate in read_standard(text).rates] == rates


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("将App的30天保留率提高到45%", "30天保留率"),
        ("90天以上应收账款占比不超过5%", "90天以上应收账款占比"),
        ("大型X光机(500MA以上)检查阳性率≥60%", "500MA以上"),
        ("部门人数50人(含)以上的，每月至少安排4次培训", "部门人数50人(含)以上"),
        ("若涉及两个以上单位，则于5个工作日内答复", "若涉及两个以上单位"),
    ],
)
def test_what_names_or_bounds_the_cases_is_kept(text: str, condition: str) -> None:
    assert read_standard(text).condition == condition


@pytest.mark.parametrize(
    "text",
    [
        "优秀90分以上，良好80-89分，合格60-79分，不合格60分以下",
        "90分以上为优秀，80-89为良好",
        "A级≥95%，B级90%-95%，C级<90%",
        "一个月3次以上取消评优",
        "完成利润目标值或低于利润值1%以内，不奖不罚",
        "每申请1项得基础分，超过目标值部分每项加1分",
    ],
)
def test_grades_and_rewards_are_no_standards(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_standard(text)
    assert unread.value.reason.id == "standard.rule"
