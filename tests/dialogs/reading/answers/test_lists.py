import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.answers.lists import bare, read_list
from dialogs.reading.unread import Unclear, Unread
from locales.words import words


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
        (
            "主要是生产部，还有财务部和仓库，另外我（采购经理）也要看他的数据，大概就这些吧",
            ("生产部", "财务部", "仓库"),
        ),
        ("生产部，另外，嗯好的，谢谢，ok", ("生产部",)),
        ("主要就是老板跟财务部，其他没了", ("老板", "财务部")),
        ("產線主管、品保部，還有業務部，大概這樣", ("產線主管", "品保部", "業務部")),
        ("BOM表，图纸，样机。就这些", ("BOM表", "图纸", "样机")),
        ("總經理 人資部 各部門主管", ("總經理", "人資部", "各部門主管")),
        ("采购 月报", ("采购 月报",)),
        ("3和降本方案", ("3", "降本方案")),
        ("新人跟团队的匹配度", ("新人跟团队的匹配度",)),
        ("供应商那边：采购订单", ("采购订单",)),
        ("内部：财务部、仓库；外部：供应商", ("财务部", "仓库", "供应商")),
        ("客户有三个：经销商、电商平台、大客户", ("经销商", "电商平台", "大客户")),
        ("mostly the CFO and the board, plus external auditors", ("the CFO", "the board", "external auditors")),
        ("the plant manager, QA and also the warehouse, that's about it", ("the plant manager", "QA", "the warehouse")),
        ("Quotations and contracts. That's all, thanks.", ("Quotations", "contracts")),
        ("drawings + BOM", ("drawings", "BOM")),
        ("网吧、谢谢惠顾卡和吧台主管", ("网吧", "谢谢惠顾卡", "吧台主管")),
        ("经销商、门店等", ("经销商", "门店")),
        ("Finance, finance, FINANCE, sales", ("Finance", "sales")),
        ("总经理、總經理", ("总经理",)),
        ("sales of 1,200 units, returns", ("sales of 1,200 units", "returns")),
        ("We give them the same monthly spend report", ("monthly spend report",)),
        ("They receive quotations and contracts", ("quotations", "contracts")),
        ("professionalism, hard to put a number on it", ("professionalism",)),
        ("Professionalism - it's hard to measure", ("Professionalism",)),
        ("专业度，不太好量化", ("专业度",)),
        ("專業度，但很難量化", ("專業度",)),
        ("月度销售数据汇总与下月促销安排的详细说明", ("月度销售数据汇总与下月促销安排的详细说明",)),
    ],
)
def test_reads_items_in_order(text: str, items: tuple[str, ...]) -> None:
    assert read_list(text) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("friends and family test", ("friends and family test",)),
        ("Parks & Recreation", ("Parks & Recreation",)),
        ("our resellers in the states and canada", ("our resellers in the states and canada",)),
        ("timely and accurate reports", ("timely and accurate reports",)),
        ("weekly, monthly and annual reports", ("weekly, monthly and annual reports",)),
        ("Assigning and supervising clerical tasks", ("Assigning and supervising clerical tasks",)),
        ("attending meetings, preparing reports and filing", ("attending meetings", "preparing reports", "filing")),
        ("制作、录入和下发采购订单", ("制作、录入和下发采购订单",)),
        ("办理入职、离职手续", ("办理入职、离职手续",)),
        ("发布招聘信息，筛选简历，组织面试", ("发布招聘信息", "筛选简历", "组织面试")),
        ("核算工资、編制報表", ("核算工资", "編制報表")),
        ("月度、季度报表", ("月度、季度报表",)),
        ("采购、仓库和质检", ("采购", "仓库", "质检")),
        ("生产计划和采购订单", ("生产计划", "采购订单")),
        ("1. 月报、周报 2. 合同", ("月报", "周报", "合同")),
    ],
)
def test_a_list_is_cut_only_where_it_is_one(text: str, items: tuple[str, ...]) -> None:
    assert read_list(text) == items


@pytest.mark.parametrize(
    ("text", "one", "several"),
    [
        ("budget and sales report", 1, 2),
        ("head of sales and finance", 1, 2),
        ("Preparing reports on occupancy, revenue, and staffing", 1, 3),
        ("原材料、外协件和辅料的价格表", 1, 3),
        ("参加会议、月度报表", 1, 2),
    ],
)
def test_a_doubtful_cut_is_asked_about_with_both_readings(text: str, one: int, several: int) -> None:
    with pytest.raises(Unclear) as unclear:
        read_list(text)
    assert [len(read_list(reading)) for reading in unclear.value.readings] == [one, several]


@pytest.mark.parametrize("text", ["", " 、，", "\x00", "...", "谢谢", "that's all", "yes, that's fine", "对，就是可以"])
def test_nothing_is_no_list(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_list(text)
    assert unread.value.reason.id == "unread.list.empty"


def test_an_item_longer_than_allowed_is_refused() -> None:
    assert read_list("a" * 200) == ("a" * 200,)
    with pytest.raises(Unread) as unread:
        read_list("a" * 201)
    assert unread.value.reason.params == {"n": 200}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王芳，谢谢", "王芳"),
        ("采购主管吧", "采购主管"),
        ("我们是采购部", "采购部"),
        ("保证生产不停线嘛", "保证生产不停线"),
        ("生产部，", "生产部"),
        ("嗯，王芳", "王芳"),
        ("呃王芳", "王芳"),
        ("應該就財務部一個吧", "財務部"),
        ("it's the sales department", "sales department"),
        ("that would be Li Wei, thanks", "Li Wei"),
        ("Let's use Buyer", "Buyer"),
        ("I suppose finance", "finance"),
        ("Well, finance I guess", "finance"),
        ("We give them the monthly report", "the monthly report"),
        ("they get quotations", "quotations"),
        ("it's in the sales department", "sales department"),
        ("Internally it's the GM", "GM"),
        ("the post is Buyer", "Buyer"),
        ("I'd like to set up KPIs for our buyer", "buyer"),
        ("oops I meant Li Wei", "Li Wei"),
        ("only finance", "finance"),
        ("Li Wei holds it at the moment", "Li Wei"),
        ("the same monthly spend report", "monthly spend report"),
        ("同样的月度报表", "月度报表"),
        ("right, finance", "finance"),
    ],
)
def test_a_name_is_freed_of_politeness(text: str, name: str) -> None:
    assert bare(text) == name


@pytest.mark.parametrize(
    "name",
    [
        "网吧",
        "谢谢惠顾卡",
        "吧台主管",
        "那曲分公司",
        "就业办",
        "好评率",
        "额度审批单",
        "也门办事处",
        "Plus Market",
        "Soap",
        "right figures",
        "Right first time",
        "Well documented handover",
        "the same day deliveries",
        "internally developed tools",
        "谢谢",
    ],
)
def test_a_name_that_begins_or_ends_like_politeness_stays(name: str) -> None:
    assert bare(name) == name


NAMES = {
    "en": ("monthly sales report", "the GM", "dealers", "R&D", "budget 2027", "client list", "stock of 12 stores"),
    "zh_Hans": (
        "月度销售报表",
        "总经理",
        "经销商",
        "回款计划",
        "2027年预算表",
        "客户名单",
        "KPI报告",
        "业务与技术支持部",
    ),
    "zh_Hant": ("月度銷售報表", "總經理", "經銷商", "回款計劃", "2027年預算表", "客戶名單", "KPI報告"),
}


@pytest.mark.parametrize("language", NAMES)
@given(data=st.data())
def test_a_list_that_is_shown_is_read_back(language: str, data: st.DataObject) -> None:
    items = data.draw(st.lists(st.sampled_from(NAMES[language]), min_size=1, max_size=5, unique=True))
    assert read_list(words(language).listed(items)) == tuple(items)
