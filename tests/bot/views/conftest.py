"""A plan as a manager makes it, with a number, a judgement, and an output for two customers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi.audit import Findings, audit
from kpi.period import Period
from kpi.plan import (
    Customer,
    CustomerKind,
    Dimension,
    Direction,
    Indicator,
    Output,
    Plan,
    Relation,
    Standard,
    Statement,
    Tracking,
    When,
)
from kpi.values import Base, Change, Comparator, Sign

CUSTOMERS = (
    Customer(1, "总经理", CustomerKind.SUPERIOR),
    Customer(2, "财务部", CustomerKind.DEPARTMENT),
    Customer(3, "经销商", CustomerKind.CLIENT),
)
MONTHLY = When("每月25日", rrule="FREQ=MONTHLY;BYMONTHDAY=25", relation=Relation.BY)

DIFFERENCE = Indicator(
    id=1,
    dimension=Dimension.QUALITY,
    name="盘点差异率",
    numeric=True,
    weight=Decimal("66.67"),
    unit="%",
    direction=Direction.LESS,
    basic=Standard("不超过0.3%", Comparator.AT_MOST, Decimal("0.3"), unit="%"),
    outstanding=Standard("不超过0.1%", Comparator.AT_MOST, Decimal("0.1"), unit="%"),
    statement=Statement(MONTHLY, "ERP导出数据", "12家门店的盘点差异表", "差异率不超过0.3%"),
    tracking=Tracking("盘点记录", "全部", MONTHLY, "王小明", "李经理"),
)
CLARITY = Indicator(
    id=2,
    dimension=Dimension.QUALITY,
    name="说明清晰",
    numeric=False,
    weight=Decimal("33.33"),
    judge="财务经理",
    looks_like="不用再问就能看懂",
    factors=("原因写明", "责任到人"),
    second_rater="审计专员",
    basic=Standard("写明原因", items=("写明原因", "列出责任人")),
    outstanding=Standard("提出改进办法", items=("提出改进办法",)),
)
ORDERS = Indicator(id=3, dimension=Dimension.TIME, name="On-time delivery", numeric=True, weight=Decimal(100), unit="%")


@pytest.fixture
def plan() -> Plan:
    return Plan(
        post="库存主管",
        department="供应链部",
        holder="王小明",
        function="administration",
        period=Period("2027年"),
        customers=CUSTOMERS,
        outputs=(
            Output(1, "库存盘点差异表", (1, 2), Decimal(60), "降低库存损耗", indicators=(DIFFERENCE, CLARITY)),
            Output(2, "Delivered orders", (3,), Decimal(40), "客户满意", indicators=(ORDERS,)),
        ),
        coverage=Decimal(85),
    )


@pytest.fixture
def findings(plan: Plan) -> Findings:
    return audit(plan)


@pytest.fixture
def noted(plan: Plan) -> Plan:
    """The plan with what its standards may say besides a level."""
    basic = replace(DIFFERENCE.basic or Standard(""), condition="紧急单", note="每超0.1%扣2分")
    change = Change(Sign.DOWN, Base.NOW, Decimal(2), "%")
    difference = replace(DIFFERENCE, basic=basic, outstanding=Standard("", None, Decimal(5), unit="%", change=change))
    listed = Standard("", items=("写明原因", "列出责任人"), condition="大额差异", note="每漏1项扣5分")
    first, *others = plan.outputs
    indicators = (difference, replace(CLARITY, basic=listed))
    return replace(plan, outputs=(replace(first, indicators=indicators), *others))
