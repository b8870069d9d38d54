import pytest

from dialogs.reading.lists import read_list
from dialogs.reading.unread import Unread


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("总经理、财务部和经销商", ("总经理", "财务部", "经销商")),
        ("總經理、財務部與經銷商", ("總經理", "財務部", "經銷商")),
        ("the GM, finance and our dealers", ("the GM", "finance", "our dealers")),
        ("the GM, finance, and our dealers.", ("the GM", "finance", "our dealers")),
        ("1. 总经理\n2. 财务部\n（3）经销商", ("总经理", "财务部", "经销商")),
        ("1、总经理 2、财务部", ("总经理", "财务部")),
        ("①月报②周报", ("月报", "周报")),
        ("- sales\n- finance", ("sales", "finance")),
        ("业务与技术支持部", ("业务与技术支持部",)),
        ("采购与付款流程", ("采购与付款流程",)),
        ("财务部及销售部以及供应商", ("财务部", "销售部", "供应商")),
        ("R&D, research and development", ("R&D", "research and development")),
        ("Health and safety and finance", ("Health and safety", "finance")),
        ("和谐企业报告、与会名单、及时反馈", ("和谐企业报告", "与会名单", "及时反馈")),
        ("「销售、市场」、财务部", ("销售、市场", "财务部")),
        ("就是总经理和财务部吧，谢谢", ("总经理", "财务部")),
        ("We have: dealers, shops etc.", ("dealers", "shops")),
        ("经销商、门店等", ("经销商", "门店")),
        ("Finance, finance, FINANCE, sales", ("Finance", "sales")),
        ("总经理、總經理", ("总经理",)),
        ("sales of 1,200 units, returns", ("sales of 1,200 units", "returns")),
        ("月度销售数据汇总与下月促销安排的详细说明", ("月度销售数据汇总与下月促销安排的详细说明",)),
    ],
)
def test_reads_items_in_order(text: str, items: tuple[str, ...]) -> None:
    assert read_list(text) == items


@pytest.mark.parametrize("text", ["", " 、，", "\x00", "..."])
def test_nothing_is_no_list(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_list(text)
    assert unread.value.reason.id == "unread.list.empty"


def test_an_item_longer_than_allowed_is_refused() -> None:
    assert read_list("a" * 200) == ("a" * 200,)
    with pytest.raises(Unread) as unread:
        read_list("a" * 201)
    assert unread.value.reason.params == {"n": 200}
