"""Photos and files that go with reports, on both databases."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.attachments import attachment
from bot.progress import mixed_progress
from bot.views.progress_table import progress_json
from dialogs.acts import Attached, Command
from dialogs.evidence import MOST
from kpi.evidence import File
from locales.words import words
from storage import access, erasure, plans, reports
from storage.database import Database
from tests.company import Company, plan, written
from tests.manager import Line, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
SHELF = File("local", "photo", "/tmp/shelf.png", "shelf.png")
LIST = File("local", "document", "/tmp/退货清单.xlsx", "退货清单.xlsx", "九月的退货")


@pytest.fixture
def company(database: Database) -> Company:
    """Wang is asked for September's figures."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(), wang)
    company.on("2026-09-30T10:00+08:00").read("王芳")
    return company


def asked(said: list[Line]) -> str | None:
    question = last_question(said)
    return question["key"] if question else None


def files(company: Company) -> list[tuple[int, list[File]]]:
    """The files of each report, in order."""
    with company.database.reading() as c:
        made = [it for every in reports.history(c, 1).values() for it in every]
    return [(it.version, list(it.evidence)) for it in made]


def reported(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", Attached(SHELF), "供应商迟了", Attached(LIST), "没有")


def test_photos_files_and_notes_are_taken_until_there_is_nothing_more(company: Company) -> None:
    assert asked(company.say("王芳", "退货率 1.8%，订单 127 单")) == "note"
    said = company.say("王芳", Attached(SHELF))
    assert "shelf.png" in written(said)
    assert asked(said) == "evidence/1"
    assert asked(company.say("王芳", "供应商迟了")) == "evidence/2"
    assert asked(company.say("王芳", Attached(LIST))) == "evidence/3"
    assert "李明" in written(company.say("王芳", "没有"))
    assert files(company) == [(1, [SHELF, LIST])] * 2
    with company.database.reading() as c:
        assert {it.note for every in reports.history(c, 1).values() for it in every} == {"供应商迟了"}


def test_whoever_confirms_is_shown_them_once(company: Company) -> None:
    reported(company)
    said = company.command("李明", "confirm")
    shown = [(line["type"], line["file"]["reference"]) for line in said if "file" in line]
    assert shown == [("photo", SHELF.reference), ("document", LIST.reference)]
    captions = [line["caption"] for line in said if "file" in line]
    assert captions[0] == "shelf.png：王芳为“店长”提供的佐证材料"
    assert captions[1].endswith("\n九月的退货")
    assert said[-1]["name"] == "confirm"


def test_what_is_sent_before_it_is_asked_for_is_kept_and_its_caption_answers(company: Company) -> None:
    said = company.say("王芳", Attached(File("local", "photo", "/tmp/a.png", "a.png", "退货率 1.8%，订单 127 单")))
    assert "作为本次上报的佐证材料" in written(said)
    assert "退货率：1.8%" in written(said)
    assert asked(said) == "evidence/1"
    company.say("王芳", "跳过")
    assert files(company) == [(1, [File("local", "photo", "/tmp/a.png", "a.png")])] * 2


def test_a_caption_that_is_no_answer_is_told_and_the_photo_stays(company: Company) -> None:
    said = company.say("王芳", Attached(File("local", "photo", "/tmp/a.png", "a.png", "你好")))
    assert [line["type"] for line in said] == ["message", "message", "question"]
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    assert [len(kept) for _, kept in files(company)] == [1, 1]


def test_a_caption_that_corrects_a_figure_is_no_note(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单")
    said = company.say("王芳", Attached(File("local", "photo", "/tmp/a.png", "a.png", "订单改成137")))
    assert "看起来是要更正数据" in written(said)
    assert asked(said) == "note"
    assert asked(company.say("王芳", Attached(LIST))) == "evidence/1"


def test_going_back_takes_the_newest_one_back(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", Attached(SHELF), Attached(LIST))
    said = company.say("王芳", Command("back"))
    assert asked(said) == "evidence/1"
    assert "退货清单.xlsx" in written(said)
    company.say("王芳", "跳过")
    assert files(company) == [(1, [SHELF])] * 2


def test_an_edit_puts_another_in_the_place_of_one(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "供应商迟了", Attached(SHELF), Command("edit", "evidence/1"))
    company.say("王芳", Attached(LIST), "跳过")
    assert files(company) == [(1, [LIST])] * 2


def pictures(number: int) -> list[Attached]:
    return [
        Attached(File("local", "photo", f"/tmp/{number}.png", f"{number}.png"), "album") for number in range(number)
    ]


def test_there_are_no_more_than_go_with_a_report(company: Company) -> None:
    assert "没有保存" in written(company.say("王芳", *pictures(MOST + 1))[-2:])
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    assert [len(kept) for _, kept in files(company)] == [MOST] * 2


def test_an_album_and_notes_fit_and_what_is_beyond_is_told(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "供应商延迟")
    album, beyond = pictures(MOST), Attached(SHELF)
    assert asked(company.say("王芳", *album)) == f"evidence/{MOST + 1}"
    said = written(company.say("王芳", beyond))
    assert "一次上报最多附10份照片和文件，这一份没有保存" in said
    company.say("王芳", "还有一句", "没有")
    assert files(company) == [(1, [one.file for one in album])] * 2
    with company.database.reading() as c:
        assert reports.history(c, 1)[1][0].note == "供应商延迟\n还有一句"


@pytest.mark.parametrize("early", [True, False])
def test_evidence_goes_with_a_figure_that_stands(company: Company, *, early: bool) -> None:
    reported(company)
    company.press("王芳", "report:1")
    more = Attached(File("local", "photo", "/tmp/b.png", "b.png"))
    said: list[Attached | str] = [more, "跳过", "跳过"] if early else ["跳过", more, "跳过"]
    assert "李明" in written(company.say("王芳", *said))
    with company.database.reading() as c:
        first, second = reports.history(c, 1)[1]
        assert len(reports.history(c, 1)[2]) == 1
    assert (second.value, second.note, second.evidence) == (first.value, first.note, (SHELF, LIST, more.file))
    shown = company.command("李明", "confirm")
    assert [line["file"]["reference"] for line in shown if "file" in line][-1] == more.file.reference
    assert "更正" not in written(shown)


def test_evidence_goes_with_a_judgement_that_stands(company: Company) -> None:
    company.say("李明", "有结论", "跳过")
    company.press("李明", "report:3")
    company.say("李明", "跳过", Attached(SHELF), "没有")
    with company.database.reading() as c:
        first, second = reports.history(c, 1)[3]
    assert (second.observed, second.evidence) == (first.observed, (SHELF,))


def test_a_figure_that_stands_is_left_as_it_is(company: Company) -> None:
    reported(company)
    company.press("王芳", "report:1")
    assert "没有更改" in written(company.say("王芳", "跳过", "跳过"))
    with company.database.reading() as c:
        assert len(reports.history(c, 1)[1]) == 1


def disputed(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "都有", "请附单据")
    company.command("王芳", "report")


@pytest.mark.parametrize("answer", ["跳过", "数据不变"])
def test_a_photo_alone_answers_a_dispute(company: Company, answer: str) -> None:
    disputed(company)
    company.say("王芳", answer, Attached(LIST), "跳过")
    with company.database.reading() as c:
        every = [reports.history(c, 1)[due] for due in (1, 2)]
    assert [[str(it.value) for it in one] for one in every] == [["1.8", "1.8"], ["127", "127"]]
    assert [[it.verdict for it in one] for one in every] == [["disputed", None]] * 2
    assert [one[1].evidence for one in every] == [(LIST,)] * 2
    company.say("李明", Command("confirm"))


def test_figures_that_stand_answer_a_dispute_by_button(company: Company) -> None:
    disputed(company)
    assert "退货率：1.8%" in written(company.press("王芳", "stands"))
    assert "李明" in written(company.say("王芳", "跳过"))


def test_evidence_waits_for_its_figures(company: Company) -> None:
    company.say("王芳", Attached(SHELF))
    assert company.on("2026-09-30T12:00+08:00").read("王芳") == []
    said = company.on("2026-10-01T10:00+08:00").read("王芳")
    assert asked(said) == "figures"
    assert ["提醒" in written(said), "保存" in written(said), "没有上报" in written(said[1:])] == [True, False, False]
    company.say("王芳", "1.8，127", "跳过")
    assert files(company) == [(1, [SHELF])] * 2


def test_evidence_of_what_closed_is_told_to_be_gone(company: Company) -> None:
    company.say("王芳", Attached(SHELF))
    said = company.on("2026-10-31T10:00+08:00").read("王芳")
    assert "您发送的照片和文件没有可附的上报，未能保存" in written(said)
    assert "2026年10月" in written(said)
    company.say("王芳", "1.8，127", "跳过")
    assert files(company) == [(1, [])] * 2


def test_evidence_without_figures_is_told_to_be_gone(company: Company) -> None:
    said = company.say("王芳", Attached(SHELF), "跳过", "跳过", "跳过")
    assert "您发送的照片和文件没有可附的上报，未能保存" in written(said)
    assert "没有上报任何数据" in written(said)


def test_a_file_that_no_report_is_open_for_is_not_kept_and_that_is_said(company: Company) -> None:
    (said,) = company.say("何芸", Attached(SHELF))
    assert (said["type"], "没有保存" in said["text"], "/report" in said["text"]) == ("error", True, True)
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    assert "没有保存" in written(company.say("王芳", Attached(SHELF)))
    assert files(company) == [(1, [])] * 2


def test_a_correction_has_evidence_of_its_own(company: Company) -> None:
    reported(company)
    company.press("王芳", "report:1")
    company.say("王芳", "1.5%", Attached(File("local", "photo", "/tmp/b.png", "b.png")), "跳过")
    with company.database.reading() as c:
        kept = [[file.name for file in it.evidence] for it in reports.history(c, 1)[1]]
    assert kept == [["shelf.png", "退货清单.xlsx"], ["b.png"]]


def test_the_history_lists_and_shows_them(company: Company) -> None:
    reported(company)
    said = company.command("李明", "history", "1.1")
    assert "佐证：shelf.png和退货清单.xlsx" in written(said)
    assert next(line["choices"][0] for line in said if "choices" in line) == {
        "id": "evidence:1.1 王芳",
        "label": "查看佐证材料",
    }
    shown = company.press("何芸", "evidence:1.1 王芳")
    assert [line["file"]["reference"] for line in shown] == [SHELF.reference, LIST.reference]
    assert "这些上报没有附照片或文件" in written(company.command("李明", "evidence", "1.3 王芳"))
    with company.database.reading() as c:
        assert "evidence/1" in [one.what for one in access.of_person(c, 3)]
    assert "上报的佐证材料 #1" in written(company.command("王芳", "privacy"))


def test_the_sheet_and_the_export_name_them(company: Company) -> None:
    reported(company)
    made = [attachment(line, words("zh_Hans"), company.database) for line in company.command("李明", "progress", "1")]
    sheet = next(one for one in made if one and one.ending == ".xlsx")
    with ZipFile(BytesIO(sheet.content)) as book:
        assert "退货清单.xlsx" in book.read("xl/sharedStrings.xml").decode()
    with company.database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        document = progress_json(mixed_progress(c, kept, 1, company.now))
    assert document["history"][0]["versions"][0]["evidence"] == [
        {"kind": "photo", "name": "shelf.png", "caption": ""},
        {"kind": "document", "name": "退货清单.xlsx", "caption": "九月的退货"},
    ]


def test_it_is_the_persons_own_and_goes_with_them(company: Company) -> None:
    reported(company)
    with company.database.transaction() as c:
        assert [row["name"] for row in erasure.everything(c, 3)["evidence"]] == [SHELF.name, LIST.name] * 2
        erasure.erase(c, 3, 1, company.now)
        assert erasure.everything(c, 3)["evidence"] == []
        assert [it.value for every in reports.history(c, 1).values() for it in every] != []


def test_names_and_captions_are_cleaned_and_of_bearable_length(company: Company) -> None:
    wild = File("local", "document", "/tmp/x", "\u202efdp.exe\0" + "长" * 500, "\x07" + "字" * 5000)
    company.say("王芳", "退货率 1.8%，订单 127 单", Attached(wild), "跳过")
    kept = files(company)[0][1][0]
    assert kept.name
    assert kept.name.startswith("fdp.exe长")
    assert (len(kept.name), kept.caption) == (200, "字" * 1000)


def test_a_correction_by_edit_keeps_what_was_added_and_what_is_taken_back_is_told(company: Company) -> None:
    company.say("王芳", "退货率 1.8%，订单 127 单", Attached(SHELF), "供应商延迟")
    assert "已更正，其他数据不变" in written(company.say("王芳", "退货率 2.8%，订单 137 单"))
    assert asked(company.say("王芳", "修改")) == "control/edit"
    company.say("王芳", "1", "退货率 2.8%，订单 137 单")
    told = written(company.say("王芳", "没有了"))
    assert "未随本次上报保存" not in told
    assert files(company) == [(1, [SHELF])] * 2
    company.command("王芳", "report", "1")
    company.say("王芳", "1.9", Attached(LIST), Command("back"), Command("back"), "1.7")
    told = written(company.say("王芳", "没有了"))
    assert "以下内容未随本次上报保存：退货清单.xlsx" in told
