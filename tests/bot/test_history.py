"""All that was reported, and how a score comes about, on both databases."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.attachments import attachment
from bot.progress import mixed_progress
from bot.views.progress_table import progress_json
from locales.words import words
from storage import access, people, plans
from storage.database import Database
from tests.company import Company, plan, written
from tests.manager import Line

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


@pytest.fixture
def company(database: Database) -> Company:
    """Wang reported in September, was disputed and corrected it; nobody judged, and October is missing."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(), wang)
    company.on("2026-09-30T10:00+08:00")
    company.say("王芳", "退货率 1.8%，订单 90 单", "跳过")
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "退货率", "少了二店的退货")
    company.command("王芳", "report")
    company.say("王芳", "1.5%", "已补上二店", "跳过")
    company.on("2026-10-31T10:00+08:00")
    return company.on("2026-11-01T10:00+08:00")


def offered(said: list[Line]) -> list[str]:
    choices = [choice["id"] for line in said for choice in line.get("choices", [])]
    return [choice for choice in choices if choice.startswith("history:")]


def test_a_score_can_be_worked_out_again(company: Company) -> None:
    said = company.command("王芳", "history")
    assert "王芳“店长”的得分计算" in written(said)
    assert "• 退货率：权重40，每次20\n   2026-09-30：100%/50%和2026-10-31：未上报\n" in written(said)
    assert "   基本标准得20（满分20），卓越标准得10（满分20）" in written(said)
    assert "   基本标准得18（满分20），卓越标准得0（满分20）" in written(said)
    assert "基本标准：(20 + 18) ÷ (20 + 20) = 95%" in written(said)
    assert "迈向卓越：(10 + 0) ÷ (20 + 20) = 25%" in written(said)
    assert "未上报、未计入，占权重60%：退货率 2026-10-31" in written(said)
    assert "得分：基本标准95%，迈向卓越25%" in written(company.command("王芳", "progress"))


def test_what_is_not_late_yet_does_not_count(company: Company) -> None:
    before = written(company.command("王芳", "history"))
    company.on("2026-11-30T10:00+08:00")
    said = written(company.command("王芳", "history"))
    assert "• 退货率：权重40，每次20\n   2026-09-30：100%/50%、2026-10-31：未上报和2026-11-30：待上报，未到期\n" in said
    sums = "基本标准：(20 + 18) ÷ (20 + 20) = 95%"
    assert sums in before
    assert sums in said
    assert "2026-11-30" not in said[said.index("未上报、未计入") :]


def test_a_departments_score_explains_itself_to_whom_it_concerns(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"department_share": 30})
    zhao, zhou = company.join("赵强", "employee"), company.join("周洁", "manager")
    company.approve(zhou, 1, plan(post="导购"), zhao)
    company.on("2026-11-30T10:00+08:00")
    company.say("赵强", "退货率 1%，订单 150 单", "跳过")
    own, other = "• 店长（王芳）：95%/25%", "• 导购（赵强）：100%/100%"
    mean = "部门结果97.5%/62.5%是2份得分（基本/卓越）的平均值。"
    unseen = "只有相关经理和人力资源可见"
    by_manager, by_hr = (written(company.command(name, "history", "1 王芳")) for name in ("李明", "何芸"))
    by_holder = written(company.command("王芳", "history"))
    for said in (by_manager, by_hr, by_holder):
        assert mean in said
    assert [(own in said, other in said, unseen in said) for said in (by_manager, by_hr, by_holder)] == [
        (True, False, True),
        (True, True, False),
        (True, False, True),
    ]
    with company.database.reading() as c:
        assert [one.what for one in access.of_person(c, zhao)] == ["history/2"]


def test_a_departments_score_tells_what_it_leaves_out(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"department_share": 30})
    zhao, qian = (company.join(name, "employee") for name in ("赵强", "钱进"))
    company.approve(2, 1, plan(post="导购"), zhao, qian)
    company.on("2026-11-30T10:00+08:00")
    company.say("赵强", "退货率 1%", "跳过", "跳过")
    company.on("2026-12-02T10:00+08:00")
    said = written(company.command("李明", "history", "1 王芳"))
    assert "• 导购（赵强）：100%/100%，另有60%的权重未上报，未计入" in said
    assert "另有1人应报而全部未报，没有得分，未计入平均。" in said


def test_a_year_is_told_alone(company: Company) -> None:
    company.on("2027-01-31T10:00+08:00")
    company.command("王芳", "report")
    company.say("王芳", "退货率 4%，订单 50 单", "跳过")
    company.on("2027-02-02T10:00+08:00")
    said = company.command("李明", "progress", "1")
    assert {"progress:1 2026", "progress:1 2027"} <= {one["id"] for line in said for one in line.get("choices", [])}
    both, old, new = (written(company.press("李明", f"progress:1{year}")) for year in ("", " 2026", " 2027"))
    scores = [re.search(r"得分：基本标准([0-9]+)%", one) for one in (old, both, new)]
    shares = [int(one[1]) for one in scores if one]
    assert shares == sorted(shares, reverse=True)
    assert (len(set(shares)), shares[2]) == (3, 50)
    assert "“店长 2027”的绩效表现" in new
    told = company.command("王芳", "history", "2027")
    assert "“店长 2027”的得分计算" in written(told)
    assert ("2027-01-31" in written(told), "2026-10-31" in written(told)) == (True, False)
    (button,) = (one["id"] for line in told for one in line.get("choices", []) if one["id"].startswith("history:1.1"))
    assert "2026-" not in written(company.press("王芳", button))


def test_every_version_of_a_report_is_told(company: Company) -> None:
    said = written(company.press("王芳", "history:1.1 王芳"))
    assert "   • 1.8%，王芳，2026-09-30 10:00\n      李明有异议，2026-09-30 10:00：少了二店的退货" in said
    assert "   • 1.5%，王芳，2026-09-30 10:00\n      说明：已补上二店\n      逾期无异议，视为确认，" in said
    assert "2026-10-31：未上报" in said


def test_progress_leads_to_it_and_it_leads_to_each_indicator(company: Company) -> None:
    assert "history:1" in str(company.command("李明", "progress", "1"))
    said = company.press("李明", "history:1")
    assert offered(said) == [f"history:1.{id} 王芳" for id in (1, 2, 3)]


def test_where_several_hold_a_post_they_are_asked_about_and_see_only_themselves(company: Company) -> None:
    company.join("赵强", "employee")
    company.command("李明", "hold", "1 赵强")
    said = company.command("李明", "history", "1")
    assert offered(said) == ["history:1 王芳", "history:1 赵强"]
    assert "王芳“店长”的得分计算" in written(company.press("李明", "history:1 王芳"))
    assert "还没有到期" in written(company.press("李明", "history:1 赵强"))
    assert "王芳“店长”" in written(company.command("王芳", "history", "1"))
    said = company.command("赵强", "history", "1 王芳")
    assert "1.8" not in written(said)
    assert "得分计算" not in written(said)


def test_a_look_by_hr_is_noted(company: Company) -> None:
    company.command("何芸", "history", "1")
    company.command("李明", "history", "1")
    with company.database.reading() as c:
        looks = [(one.reader_id, one.what) for one in access.of_person(c, 3)]
    # Before, HR was sent digests whose sheet lists the reports.
    assert [(reader, what) for reader, what in looks if not what.startswith("digest/")] == [(1, "history/1")]


def test_the_sheet_and_the_export_hold_it_too(company: Company) -> None:
    made = [attachment(line, words("zh_Hans"), company.database) for line in company.command("李明", "progress", "1")]
    sheet = next(one for one in made if one and one.ending == ".xlsx")
    with ZipFile(BytesIO(sheet.content)) as book:
        assert "上报记录" in book.read("xl/workbook.xml").decode()
        said = book.read("xl/sharedStrings.xml").decode()
    for one in ("少了二店的退货", "期间开始", "期间结束", "单位", ">单<", ">%<"):
        assert one in said, one
    with company.database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        document = progress_json(mixed_progress(c, kept, 1, company.now))
    first = next(one for one in document["history"] if one["indicator"] == 1)
    assert [one["value"] for one in first["versions"]] == [1.8, 1.5]
    assert [one["verdict"] for one in first["versions"]] == ["disputed", "confirmed"]
    assert (first["weight"], first["gained"]) == (20, {"basic": 20, "outstanding": 10})
    assert document["scores"][0]["sums"]["basic"] == {"gained": 38, "counted": 40}


def test_the_export_names_what_a_figure_is_held_against(company: Company) -> None:
    with company.database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        shown = progress_json(mixed_progress(c, kept, 1, company.now))["rows"]
    rows = {one["indicator"]: one for one in reversed(shown)}
    assert [rows[id]["unit"] for id in (1, 2, 3)] == ["%", "单", None]
    returns, judged = (rows[id]["standards"] for id in (1, 3))
    assert returns["basic"] == {
        "comparator": "<=", "value": 2, "upper": None, "unit": "%", "per": None, "text": "<=2", "items": [],
        "rates": [], "share": None, "change": None, "out_of": None, "condition": None, "note": None,
    }  # fmt: skip
    assert returns["outstanding"]["value"] == 1
    assert (judged["basic"]["items"], judged["basic"]["comparator"]) == (["有结论"], None)
    # What was attained, beside it.
    assert (rows[1]["basic"], rows[1]["outstanding"]) == (1, 0.5)


@pytest.mark.parametrize("language", ["en", "zh_Hant"])
def test_it_is_told_in_the_persons_language(company: Company, language: str) -> None:
    company.command("王芳", "language", language)
    said = written(company.command("王芳", "history"))
    assert ("basic 20 of 20" if language == "en" else "基本標準得20（滿分20）") in said


def test_a_look_is_on_record_for_who_judged_too(database: Database) -> None:
    company = Company(database, datetime.fromisoformat("2026-09-01T09:00+08:00"))
    he, li, wang, zhao = (
        company.join(name, role)  # type: ignore[arg-type] # each of them is a role
        for name, role in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee"), ("赵强", "employee"))
    )
    company.approve(li, he, plan(judge="赵强"), wang)
    company.on("2026-09-30T10:00+08:00").read("赵强")
    company.say("赵强", "1", "跳过")
    company.command("何芸", "progress", "1")
    with database.reading() as c:
        assert "progress/1" in {one.what for one in access.of_person(c, zhao)}
