from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from bot.views.characters import utf16_length
from bot.views.sheet import MOST, write
from kpi.audit import Findings, audit
from kpi.plan import Customer, CustomerKind, Plan
from locales.words import LANGUAGES, words


def read(plan: Plan, language: str = "zh_Hans") -> Workbook:
    file = BytesIO()
    write(plan, audit(plan), words(language), file)
    return openpyxl.load_workbook(file)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows below the header, by the names of the columns."""
    header, *below = sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in below]


def cells(book: Workbook) -> list[Cell]:
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)]


def named(plan: Plan, name: str) -> Plan:
    """The plan with everything a person can write set to one text."""
    indicators = tuple(
        replace(one, name=name, judge=name, looks_like=name, factors=(name,)) for one in plan.outputs[0].indicators
    )
    output = replace(plan.outputs[0], name=name, serves=name, indicators=indicators)
    customers = (Customer(1, name, CustomerKind.CLIENT),)
    return replace(plan, post=name, department=name, holder=name, customers=customers, outputs=(output,))


def test_the_sheets_hold_the_plan(plan: Plan) -> None:
    book = read(plan)
    assert book.sheetnames == ["工作产出", "指标与标准", "于用完达表述", "绩效追踪计划", "指标审核"]
    outputs, indicators, statements, tracking, found = (rows(sheet) for sheet in book.worksheets)
    assert (outputs[0]["工作产出"], outputs[0]["客户"], outputs[0]["权重"]) == ("库存盘点差异表", "总经理和财务部", 0.6)
    assert [row["关键绩效指标"] for row in indicators] == ["盘点差异率", "说明清晰", "On-time delivery"]
    assert (indicators[0]["指标权重"], indicators[0]["基本标准"]) == (0.6667, "不超过0.3%")
    assert indicators[1]["关键因素"] == "原因写明\n责任到人"
    assert statements[0]["于用完达表述"] == words("zh_Hans").value(plan.indicators[0].statement)
    assert (tracking[0]["数据"], tracking[0]["收集人"]) == ("盘点记录", "王小明")
    assert [row["序号"] for row in found] == [1, 2, 3, 4, 5, 6, 7]
    assert {row["结果"] for row in found} == {"通过", "不通过"}


def test_standards_are_told_in_full(noted: Plan) -> None:
    number, judged, _ = rows(read(noted).worksheets[1])
    assert (number["基本标准"], number["卓越标准"]) == (
        "紧急单：不超过0.3%（评分规则：每超0.1%扣2分）",
        "比目前降低5%（2% → 不超过1.9%）",
    )
    assert judged["基本标准"] == "大额差异：写明原因\n列出责任人（评分规则：每漏1项扣5分）"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_and_prints_well(plan: Plan, language: str) -> None:
    for sheet in read(plan, language).worksheets:
        assert sheet.freeze_panes == "A4"
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1+1", "=HYPERLINK(1)"])
def test_what_people_wrote_is_never_a_formula(plan: Plan, start: str) -> None:
    for cell in cells(read(named(plan, start))):
        assert cell.data_type in {"s", "n"}
        assert cell.hyperlink is None
        assert not str(cell.value).lstrip().startswith(tuple("=+-@＝"))


@pytest.mark.parametrize("text", ["https://example.org", "mailto:a@example.org", "12", "1e5", "TRUE", "_x0041_"])
def test_what_people_wrote_is_never_a_link_or_a_number(plan: Plan, text: str) -> None:
    book = read(named(plan, text))
    assert rows(book.worksheets[0])[0]["工作产出"] == text
    assert not any(cell.hyperlink for cell in cells(book))


def test_long_answers_keep_to_what_a_cell_may_hold(plan: Plan) -> None:
    name = "😀" * 20_000
    value = str(rows(read(named(plan, name)).worksheets[0])[0]["工作产出"])
    assert utf16_length(value) <= MOST
    assert value == name[: len(value) - 1] + "…"


def test_any_character_can_be_written(plan: Plan) -> None:
    book = read(named(plan, "a\x00\ud800\u202e<&>\ufffe 👩‍👩‍👧"))
    assert rows(book.worksheets[0])[0]["工作产出"] == "a\ufffd<&>\ufffd 👩‍👩‍👧"


def test_a_plan_just_begun_has_its_sheets(plan: Plan, findings: Findings) -> None:
    assert len(read(replace(plan, customers=(), outputs=(), coverage=None)).sheetnames) == 5
