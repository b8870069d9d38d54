"""A digest as a picture and as a sheet: what there is nothing of is said, never drawn as a zero."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.views import sheet
from bot.views.digest_picture import draw, drawing
from bot.views.digest_table import write
from kpi.digest import Digest, Leaving, Reporting, Results, Rhythm, Unplanned
from kpi.period import Span
from locales.text import Text
from locales.words import LANGUAGES, words

EMPTY = Digest(
    organisation="恒达零售",
    rhythm=Rhythm.MONTHLY,
    span=Span(date(2026, 10, 1), date(2026, 10, 31)),
    plans=(("draft", 1), ("submitted", 0), ("returned", 2), ("approved", 7)),
    without_plan=("物流部", "采购部"),
    reporting=(),
    missing=(),
    results=Results(0, 0, 0),
    movers=(),
    oddities=(),
    disputes=4,
    doubts=3,
    waiting=(),
    leaving=(Leaving(9, "王芳"),),
    unplanned=(Unplanned(7, "钱进", ("物流部", "采购部")), Unplanned(8, "孙丽", ())),
    doubtful=("店长", "采购员", "陈列专员"),
)
SILENT = replace(EMPTY, reporting=(Reporting("零售部", 8, 0, 0, 8),))
FULL = replace(EMPTY, reporting=(Reporting("零售部", 8, 8, 0, 0),), results=Results(8, 6, 2))


def sheets(shown: Digest, language: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows below the heading, sheet by sheet."""
    file = BytesIO()
    write(shown, (), words(language), file)
    return {one.title: list(one.values)[2:] for one in load_workbook(file).worksheets}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_there_is_nothing_of_is_said(language: str) -> None:
    spoken = words(language)
    pending = replace(EMPTY, reporting=(Reporting("零售部", 0, 0, 0, 0, 25),))
    svg = drawing(pending, spoken).text
    assert spoken.say(Text("digest.nothing_due")) not in svg
    assert "25" in svg
    for shown, said in ((EMPTY, "digest.nothing_due"), (SILENT, "digest.nothing_reported"), (FULL, None)):
        svg = drawing(shown, spoken).text
        for id in ("digest.nothing_due", "digest.nothing_reported"):
            assert (spoken.say(Text(id)) in svg) is (id == said)
        for id in ("met", "excelled"):
            assert (spoken.say(Text(f"digest.bar.{id}")) in svg) is (shown is FULL)
        # Of what was due nothing came: that is a zero.
        assert (">0%<" in svg) is (shown is SILENT)
        assert draw(shown, spoken).startswith(b"\x89PNG")


def test_the_sheet_has_plans_disputes_and_doubts() -> None:
    found = sheets(EMPTY, "zh_Hans")
    assert found["概况"] == [
        ("项目", "数量", "名称"),
        ("计划：草稿", 1, ""),
        ("计划：已提交待审核", 0, ""),
        ("计划：已退回修改", 2, ""),
        ("计划：已批准", 7, ""),
        ("有异议的上报", 4, ""),
        ("待处理的个人信息删除请求", 1, ""),
        ("审核存疑的计划", 3, "店长、采购员和陈列专员"),
        ("无生效计划的部门", 2, "物流部和采购部"),
        ("下月到期的计划", 0, ""),
        ("无生效计划的员工", 2, ""),
    ]
    assert found["无生效计划的员工"] == [("姓名", "部门"), ("钱进", "物流部和采购部"), ("孙丽", "")]
    assert found["达标情况"][0] == ("项目", "数量", "占比")
    assert sheets(EMPTY, "en")["Results"][0] == ("Measure", "Number", "Share")


def test_a_sheet_says_how_many_rows_it_could_not_take(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sheet.ROWS == 2**20
    monkeypatch.setattr(sheet, "ROWS", 6)
    found = sheets(EMPTY, "zh_Hans")
    assert [row[0] for row in found["概况"]] == [
        *("项目", "计划：草稿", "计划：已提交待审核"),
        "已达到 Excel 单个工作表的行数上限，另有8行未列出。",
    ]
    # What fits to the last row is all there.
    assert len(found["无生效计划的员工"]) == 3
