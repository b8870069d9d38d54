import pytest

from dialogs.reading.names.receivers import names_everybody, names_nobody, read_outputs, read_receivers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "主要是给生产车间供料，还有采购部也要用我们的库存数据，财务每个月要盘点表，另外总经理也会看",
            [("生产车间", "料"), ("采购部", "库存数据"), ("财务", "盘点表"), ("总经理", "")],
        ),
        ("通路商跟賣場，喔還有國稅局每兩個月要報營業稅", [("通路商", ""), ("賣場", ""), ("國稅局", "營業稅")]),
        ("我们向厂长汇报，另外给车间送配件", [("厂长", ""), ("车间", "配件")]),
        ("门诊医生要用我们的药，车间等着我们的料", [("门诊医生", "药"), ("车间", "料")]),
        (
            "maintenance gets our defect reports and the GM looks at the weekly linen costs",
            [("maintenance", "defect reports"), ("the GM", "the weekly linen costs")],
        ),
        (
            "logistics are always chasing her for the delivery dates, then Tom in credit control",
            [("logistics", "the delivery dates"), ("Tom in credit control", "")],
        ),
        (
            "The weekly rota goes to the ward manager, and payroll needs the hours sheet",
            [("the ward manager", "The weekly rota"), ("payroll", "the hours sheet")],
        ),
        (
            "her work is going to delivery head, PMO and finance controller only",
            [("delivery head", ""), ("PMO", ""), ("finance controller", "")],
        ),
        ("销售总监（就是我）、订单组那两个小姑娘", [("销售总监", ""), ("订单组", "")]),
        ("俺们这就领导跟会计", [("领导", ""), ("会计", "")]),
    ],
)
def test_a_sentence_names_who_receives_what(text: str, told: list[tuple[str, str]]) -> None:
    read = read_receivers(text)
    assert read
    assert [(one.name, "".join(one.gets)) for one in read.receivers] == told
    assert read.left == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "上级是厂长，下面有三个班组长，还跟质量部打交道",
            {"厂长": "superior", "班组长": "subordinate"},
        ),
        (
            "we report to the plant manager, and I supervise the line leaders",
            {"the plant manager": "superior", "the line leaders": "subordinate"},
        ),
    ],
)
def test_a_relation_that_was_told_is_known(text: str, kinds: dict[str, str | None]) -> None:
    read = read_receivers(text)
    assert read
    assert {one.name: one.kind for one in read.receivers if one.kind} == kinds


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("财务部，总经理，市场部现在没有了", ["财务部", "总经理"], ["市场部现在没有了"]),
        (
            "used to be marketing, not any more. Now it's sales and the GM",
            ["sales", "the GM"],
            ["used to be marketing", "not any more"],
        ),
        ("dealers of course, the bank gets nothing from her", ["dealers"], ["the bank gets nothing from her"]),
        ("the buyers. HSE once in a blue moon, so leave that", ["the buyers"], ["HSE", "so leave that"]),
        ("我想想啊，最主要肯定是总经理，以前还要给市场部交总结", ["总经理"], ["以前还要给市场部交总结"]),
    ],
)
def test_who_was_withdrawn_is_not_taken_but_said_back(text: str, names: list[str], left: list[str]) -> None:
    read = read_receivers(text)
    assert read
    assert [one.name for one in read.receivers] == names
    assert list(read.left) == left


@pytest.mark.parametrize(
    "text",
    [
        "没有外部客户",
        "没有，我们不直接对外",
        "沒有捏，我們都對內的",
        "nobody outside really",
        "None. It is a purely internal post if you want",
        "no external customers",
    ],
)
def test_nobody_is_nobody(text: str) -> None:
    assert names_nobody(text)
    assert read_receivers(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "总经理、财务部和经销商",
        "the GM, finance and our dealers",
        "生产部、信用管理部、收银组、用户运营部",
        "dealers and the notified body (TÜV)",
        "VP Sales and the two regional directors",
        "供应商算不算？我们是甲方",
    ],
)
def test_a_plain_list_and_a_question_are_no_sentence(text: str) -> None:
    assert read_receivers(text) is None
    assert not names_nobody(text)


@pytest.mark.parametrize(
    ("text", "outputs"),
    [
        ("每个月一份销售报表，年底那份明年的计划也是交给他的", ["每个月销售报表", "明年的计划"]),
        ("财务跟总经理拿的是一样的，月度销售报表和应收账款明细", ["月度销售报表", "应收账款明细"]),
        ("签下来的合同，注意是签下来的，谈的不算", ["签下来的合同"]),
        ("one is monthly sales report, second the rolling forecast", ["monthly sales report", "the rolling forecast"]),
        ("renewal list. Mails also come but this is no result I think, so without", ["renewal list"]),
    ],
)
def test_outputs_are_taken_out_of_a_sentence(text: str, outputs: list[str]) -> None:
    read = read_outputs(text)
    assert read
    assert [one.name for one in read.receivers] == outputs


@pytest.mark.parametrize(
    "text", ["月度报表、合同", "quotations and contracts", "how detailed do you want it, like this"]
)
def test_plain_outputs_are_no_sentence(text: str) -> None:
    assert read_outputs(text) is None


@pytest.mark.parametrize("text", ["全公司都用得上", "everyone really", "all departments"])
def test_everybody_is_nobody_in_particular(text: str) -> None:
    assert names_everybody(text)
