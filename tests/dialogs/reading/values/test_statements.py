import datetime as dt

import pytest

from dialogs.reading.values.statements import read_statement

TODAY = dt.date(2026, 11, 21)
MONTHLY = "FREQ=MONTHLY;BYMONTHDAY="


@pytest.mark.parametrize(
    ("text", "by", "using", "complete", "reach"),
    [
        (
            "于每月15日，用沟通协调方式，与财务部共同完成纳税计划，达到一次报批通过的水平",
            f"{MONTHLY}15",
            "沟通协调方式",
            "与财务部共同完成纳税计划",
            "一次报批通过的水平",
        ),
        (
            "By the 25th of each month, using ERP exports, complete the stock-difference sheet, to at most 0.3 % off",
            f"{MONTHLY}25",
            "ERP exports",
            "the stock-difference sheet",
            "at most 0.3 % off",
        ),
        (
            "于每月25日用ERP导出数据完成12家门店的盘点差异表达到差异率不超过0.3%",
            f"{MONTHLY}25",
            "ERP导出数据",
            "12家门店的盘点差异表",
            "差异率不超过0.3%",
        ),
        (
            "於每月25日，用ERP匯出資料，完成12家門市的盤點差異表，達到差異率不超過0.3%",
            f"{MONTHLY}25",
            "ERP匯出資料",
            "12家門市的盤點差異表",
            "差異率不超過0.3%",
        ),
        (
            "Complete the report using SAP data by the end of each month, reaching an accuracy of at least 98%",
            f"{MONTHLY}-1",
            "SAP data",
            "the report",
            "an accuracy of at least 98%",
        ),
        ("每月25日前，完成月度报表，准确率达到98%以上", f"{MONTHLY}25", None, "月度报表", "准确率达到98%以上"),
        ("完成月度报表，准确率不低于98%", None, None, "月度报表", "准确率不低于98%"),
        ("使用ERP系统，完成对账单", None, "ERP系统", "对账单", None),
        ("每月27日，用ERP系统", f"{MONTHLY}27", "ERP系统", None, None),
        ("每月27日，用工单系统", f"{MONTHLY}27", "工单系统", None, None),
        ("于每月27日，用工单系统", f"{MONTHLY}27", "工单系统", None, None),
        ("於每月27日，用工單系統", f"{MONTHLY}27", "工單系統", None, None),
        ("于每月27日，用工时表，完成日结报表", f"{MONTHLY}27", "工时表", "日结报表", None),
        ("每月27日用工单系统导出数据完成报表", f"{MONTHLY}27", "工单系统导出数据", "报表", None),
        ("每月27日，用品质管理平台", f"{MONTHLY}27", "品质管理平台", None, None),
        ("每月27日，用量具台账", f"{MONTHLY}27", "量具台账", None, None),
        ("每月27日，用工成本不超过3万元", f"{MONTHLY}27", None, None, "用工成本不超过3万元"),
        ("每月27日，用户满意度不低于90%", f"{MONTHLY}27", None, None, "用户满意度不低于90%"),
    ],
)
def test_reads_the_parts_wherever_they_stand(
    text: str, by: str | None, using: str | None, complete: str | None, reach: str | None
) -> None:
    read = read_statement(text, TODAY)
    assert read is not None
    assert (read.by.rrule if read.by else None, read.using, read.complete, read.reach) == (by, using, complete, reach)


def test_a_time_limit_that_is_no_date_keeps_its_words() -> None:
    read = read_statement("于收到订单后，完成发货单", TODAY)
    assert read is not None
    assert read.by is not None
    assert (read.by.text, read.by.date, read.by.rrule) == ("收到订单后", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "月度报表",
        "准确率不低于97%",
        "达到95%",
        "用户投诉率不超过3%",
        "using ERP exports",
        "monthly report by the 25th",
        "每月27日，用户反馈系统",
        "每月27日，用工单位名册表",
        "每月27日，用量统计表",
        "每月27日，用品管理台账",
    ],
)
def test_fewer_than_two_parts_are_no_statement(text: str) -> None:
    assert read_statement(text, TODAY) is None
