import pytest

from dialogs.reading.names.measures import read_measure


@pytest.mark.parametrize(
    ("name", "numeric", "direction", "unit"),
    [
        ("准确率", True, "more", "%"),
        ("準確率", True, "more", "%"),
        ("差错率", True, "less", "%"),
        ("error rate", True, "less", "%"),
        ("投诉次数", True, "less", "次"),
        ("number of complaints", True, "less", None),
        ("及时率", True, "more", "%"),
        ("销售额", True, "more", None),
        ("供货周期", True, "less", "day"),
        ("lead time", True, "less", "day"),
        ("单位产品成本", True, "less", None),
        ("投资回报率", True, "more", "%"),
        ("费用降低率", True, "more", "%"),
        ("次数", True, None, "次"),
        ("number of visits", True, None, None),
        ("percentage of deliveries on schedule", True, "more", "%"),
        ("share of suppliers with a contract", True, "more", "%"),
        ("share of late deliveries", True, "less", "%"),
        ("percentage of rejected invoices", True, "less", "%"),
        ("按合同供货的比例", True, "more", "%"),
        ("退货订单的比例", True, "less", "%"),
        ("response rate, hard to put a number on it", None, "more", None),
        ("准确性，不太好量化", None, "more", None),
        ("满意度", None, "more", None),
        ("清晰", None, "more", None),
        ("professionalism", None, "more", None),
        ("态度", None, None, None),
        ("inventory turnover", True, "more", None),
        ("库存周转率", True, "more", None),
        ("asset turnover ratio", True, "more", None),
        ("cost-to-income ratio", True, "less", None),
        ("LTV/CAC比率", True, "more", None),
        ("accident frequency rate", True, "less", None),
        ("complaints per 1,000 customers", True, "less", None),
        ("成本节约额", True, "more", None),
        ("overtime hours", True, "less", "hour"),
        ("calls answered per hour", True, "more", None),
        ("专线中断时长(h)", True, "less", "hour"),
        ("平均处理时长", True, "less", None),
        ("Average relet time (days)", True, "less", "day"),
        ("外部客訴件數", True, "less", "件"),
        ("輔導活動場數", True, "more", "場"),
        ("客户流失数", True, "less", None),
    ],
)
def test_a_name_tells_what_it_tells(name: str, numeric: bool | None, direction: str | None, unit: str | None) -> None:
    read = read_measure(name)
    assert (read.numeric, read.direction, read.unit) == (numeric, direction, unit)
