"""People brought in by a sheet: read, told what would happen, invited; what is no sheet of people does nothing."""

import csv
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from bot.attachments import attachment
from bot.cli import app
from bot.desk import Desk, Sender
from bot.local import attached
from bot.personnel import Doing
from bot.roster_file import ROWS, UNPACKED, read_rows
from bot.rostering import plan_roster, read_sheet
from dialogs.acts import Attached, Command
from dialogs.reading.unread import Unread
from kpi.evidence import File
from locales.text import Text
from locales.words import words
from storage import departments, holders, invitations, leaving, people
from storage.database import Database
from storage.tables import Role
from tests.company import Company, plan, written
from tests.manager import last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
PEOPLE: dict[str, Role] = {"何芸": "hr", "李明": "manager", "采购人力": "hr"}
HEAD = ("姓名", "身份", "部门", "经理", "岗位", "语言", "时区")
ROWS_OF = {
    "zh_Hans": [
        HEAD,
        ("王芳", "员工", "零售部", "李明", "店长", "简体中文", "上海"),
        ("Ann Baker", "经理", "采购部", "", "", "English", "Europe/London"),
        ("吴军", "人力资源", "", "", "", "", ""),
    ],
    "en": [
        ("Name", "Role", "Department", "Manager", "Post", "Language", "Time zone"),
        ("王芳", "employee", "零售部", "李明", "店长", "Chinese", "Asia/Shanghai"),
        ("Ann Baker", "Manager", "采购部", "", "", "English", "London"),
        ("吴军", "HR", "", "", "", "", ""),
    ],
}
Call = Callable[..., str]
Made = Callable[[Sequence[tuple[str, ...]]], bytes]


@pytest.fixture
def database(migrated_file: Path, tmp_path: Path) -> Iterator[Database]:
    """Li has the post of the shop, which nobody holds; one of HR sees purchasing only."""
    with closing(Database(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'kpi.db')}")) as database:
        company = Company(database, BEGAN)
        for name, role in PEOPLE.items():
            company.join(name, role)
        company.approve(2, 1, plan())
        with database.transaction() as c:
            people.set_scope(c, 3, ["采购部"])
        yield database


@pytest.fixture
def call(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls `kpibot people import` with a sheet and returns what it says."""
    monkeypatch.setenv("KPIBOT_LANGUAGE", "zh_Hans")
    monkeypatch.setattr("bot.commands.people.system_language", lambda _: "zh_Hans")
    monkeypatch.chdir(tmp_path)

    def call(content: bytes, *options: str, code: int = 0) -> str:
        (tmp_path / "people.sheet").write_bytes(content)
        address = f"sqlite:///{tmp_path / 'kpi.db'}"
        done = CliRunner().invoke(app, ["people", "import", "people.sheet", *options, "--database", address])
        assert done.exit_code == code, done.output
        return done.output

    return call


def xlsx(rows: Sequence[tuple[str, ...]]) -> bytes:
    book, made = Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(made)
    return made.getvalue()


def commas(rows: Sequence[tuple[str, ...]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    made = StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue().encode(encoding)


def invited(database: Database) -> list[invitations.Invitation]:
    with database.reading() as c:
        return list(invitations.open_in(c, 1, datetime.now().astimezone()))


@pytest.mark.parametrize("language", ROWS_OF)
@pytest.mark.parametrize(
    "made",
    [
        xlsx,
        commas,
        lambda rows: commas(rows, ";", "utf-8-sig"),
        lambda rows: commas(rows, "\t", "utf-16"),
    ],
    ids=["xlsx", "utf-8", "semicolons", "utf-16"],
)
def test_a_sheet_is_read_however_it_was_saved(
    language: str, made: Callable[[Sequence[tuple[str, ...]]], bytes]
) -> None:
    sheet = read_sheet(made(ROWS_OF[language]))
    entries = sheet.entries
    assert sheet.wrong == ()
    assert [(one.name, one.role, one.department, one.post) for one in entries] == [
        ("王芳", "employee", "零售部", "店长"),
        ("Ann Baker", "manager", "采购部", ""),
        ("吴军", "hr", "", ""),
    ]
    assert [(one.language, one.zone) for one in entries[:2]] == [("zh_Hans", "Asia/Shanghai"), ("en", "Europe/London")]


def test_a_column_of_which_nothing_is_taken_is_told(call: Call) -> None:
    assert "以下列不读取：事业群和工号" in call(
        commas([("姓名", "身份", "事业群", "工号", ""), ("王芳", "员工", "零售部", "7", "")]), "--dry-run"
    )


def test_names_are_those_people_will_be_called_by_and_look_like_nobody(call: Call, database: Database) -> None:
    with database.transaction() as c:
        leaving.deactivate(c, 2, 1, BEGAN)
    rows = [("Name", "Role"), ("何\u200b芸", "hr"), ("李明", "manager"), ("Ann\nBaker", "hr"), ("Eva", "hr")]
    said = call(commas(rows), "--dry-run")
    assert "何芸，不处理：已加入" in said
    assert "李明，不处理：已离开" in said
    assert "邀请Ann Baker，" in said
    assert "将生成2个邀请" in said
    said = call(commas([*rows, ("ＡＮＮ Baker", "employee"), ("Ann  Baker", "hr")]), "--dry-run")
    assert said.count("在表中出现多次") == 3


def test_a_dry_run_says_what_would_happen_and_does_nothing(call: Call, database: Database, tmp_path: Path) -> None:
    said = call(xlsx(ROWS_OF["zh_Hans"]), "--dry-run")
    assert "第2行：邀请王芳，身份：员工；零售部 · 店长（担任 #1“店长”）" in said
    assert "第3行：邀请Ann Baker，身份：经理；采购部" in said
    assert "将生成3个邀请" in said
    assert invited(database) == []
    assert not (tmp_path / "invitations.xlsx").exists()


def test_everybody_gets_an_invitation_on_a_line_to_hand_out(call: Call, database: Database, tmp_path: Path) -> None:
    assert "已生成3个邀请：invitations.xlsx" in call(xlsx(ROWS_OF["zh_Hans"]))
    path = tmp_path / "invitations.xlsx"
    assert path.stat().st_mode & 0o077 == 0
    rows = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows(min_row=4)]
    assert [row[0] for row in rows] == ["王芳", "Ann Baker", "吴军"]
    desk = Desk(database, None, "zh_Hans")
    now = datetime.now().astimezone()
    for number, row in enumerate(rows):
        token = str(row[4]).removeprefix("/join ")
        assert desk.take(Sender("telegram", str(number), f"用户{number}"), "1", Command("start", token), now)
    with database.reading() as c:
        wang, ann, wu = (people.named(c, 1, name) for name in ("王芳", "Ann Baker", "吴军"))
        assert wang
        assert ann
        assert wu
        assert (wang.language, wang.time_zone) == ("zh_Hans", "Asia/Shanghai")
        assert (ann.language, ann.time_zone) == ("en", "Europe/London")
        assert holders.holders_of(c, 1) == (wang.id,)
        assert departments.led_by(c, ann.id) == "采购部"
        assert departments.led_by(c, wang.id) is None
        assert people.roles_of(c, wu.id) == {"hr"}
    assert invited(database) == []


def test_the_same_sheet_again_invites_nobody_twice(call: Call, database: Database) -> None:
    call(xlsx(ROWS_OF["zh_Hans"]))
    said = call(xlsx([*ROWS_OF["zh_Hans"], ("李明", "经理", "", "", "", "", "")]))
    assert "王芳，不处理：已有未使用的邀请" in said
    assert "李明，不处理：已加入" in said
    assert "没有需要邀请的人员" in said
    assert len(invited(database)) == 3


def test_no_file_is_written_over(call: Call, database: Database, tmp_path: Path) -> None:
    (tmp_path / "invitations.xlsx").write_text("mine")
    assert "已存在" in call(xlsx(ROWS_OF["zh_Hans"]), code=1)
    assert (tmp_path / "invitations.xlsx").read_text() == "mine"
    assert invited(database) == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("王芳", "总统"), "没有“总统”这个身份"),
        (("", "员工"), "不是姓名"),
        (("123", "员工"), "不是姓名"),
        (("=HYPERLINK(1)", "员工"), "像是公式"),
        (("王芳", "员工", "+cmd"), "像是公式"),
        ((" =cmd|'/C calc'!A0", "员工"), "像是公式"),
        (("＝cmd", "员工"), "像是公式"),
        (("王芳", "员工", "@SUM(A1)"), "像是公式"),
        (("王" * 101, "员工"), "超过100个字符"),
        (("王芳", "员工", "", "没有人"), "没有名为“没有人”的经理"),
        (("王芳", "员工", "", "", "", "克林贡语"), "不支持语言“克林贡语”"),
        (("王芳", "员工", "", "", "", "", "火星"), "火星"),
        (("王芳", "员工", "", "", "", "", "美国"), "有多个时区"),
    ],
)
def test_a_row_that_is_wrong_stops_the_sheet(call: Call, database: Database, row: tuple[str, ...], why: str) -> None:
    made = commas([HEAD, ("吴军", "人力资源"), row])
    for options in (["--dry-run"], []):
        said = call(made, *options, code=0 if options else 1)
        assert "第3行有误：" in said
        assert why in said
    assert invited(database) == []


def test_names_departments_and_posts_mean_one_thing(call: Call, database: Database) -> None:
    company = Company(database, BEGAN)
    company.approve(2, 1, replace(plan(), department="采购部"))
    said = call(
        commas(
            [
                HEAD,
                ("王芳", "员工", "", "", "店长"),
                ("陈静", "经理", "销售部"),
                ("赵敏", "经理", "销售部"),
                ("吴军", "员工"),
                ("吴军", "员工"),
            ]
        ),
        code=1,
    )
    assert "有多份“店长”的计划" in said
    assert said.count("“销售部”有多位经理") == 2
    assert said.count("吴军在表中出现多次") == 2


def test_what_is_not_kept_is_said(call: Call) -> None:
    said = call(commas([HEAD, ("王芳", "员工", "零售部", "李明", "收银员"), ("陈静", "经理", "", "李明")]), "--dry-run")
    assert "“收银员”尚无生效的计划" in said
    assert said.count("经理李明暂不记录") == 2


def test_hr_of_some_departments_brings_in_their_people_only(database: Database) -> None:
    sheet = read_sheet(
        commas([HEAD, ("王芳", "员工", "零售部"), ("陈静", "经理", "采购部"), ("吴军", "人力", "采购部")])
    )
    with database.transaction() as c:
        roster = plan_roster(Doing(c, 1, people.person_of(c, 3), BEGAN), sheet)
    assert [one.entry.name for one in roster.planned] == ["陈静"]
    assert len(roster.wrong) == 2


def bomb(name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A small .xlsx file that unpacks to very much."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr(name, b"0" * (UNPACKED + 1))
    return made.getvalue()


def crowd() -> bytes:
    """A file of very many parts."""
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        for number in range(600):
            packed.writestr(f"{number}", b"")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (commas([HEAD]), "empty"),
        (b"0" * 2_000_001, "large"),
        (bomb(), "large"),
        (crowd(), "broken"),
        (b"PK\x03\x04 and nothing more", "broken"),
        (bomb("other.xml")[:500], "broken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "broken"),
        (b"\xff\xfe\x00", "broken"),
        (commas([("姓名", "部门"), ("王芳", "零售部")]), "columns"),
        (commas([("姓名", "姓名", "身份"), ("王芳", "王芳", "员工")]), "columns"),
        (commas([HEAD, *[(f"王{number}", "员工") for number in range(ROWS + 1)]]), "rows"),
    ],
    ids=["nothing", "heading", "big", "bomb", "crowd", "torn", "cut", "picture", "half", "no role", "twice", "rows"],
)
def test_what_is_no_sheet_of_people_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(Unread) as refused:
        read_sheet(content)
    assert refused.value.reason.id == f"roster.{why}"
    assert words("en").say(refused.value.reason)


def test_a_sheet_with_entities_that_grow_is_not_read() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    book, made = BytesIO(xlsx(ROWS_OF["en"])), BytesIO()
    with ZipFile(book) as old, ZipFile(made, "w") as new:
        for part in old.infolist():
            content = old.read(part).decode()
            if part.filename.endswith("sheet1.xml"):
                assert "Ann Baker" in content
                content = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>{content.replace("Ann Baker", "&l9;")}'
            new.writestr(part.filename, content)
    with pytest.raises(Unread) as refused:
        read_rows(made.getvalue())
    assert refused.value.reason == Text("roster.broken")


def sent(name: str, content: bytes | None) -> Attached:
    return Attached(File("local", "document", name, name), content=content)


@pytest.fixture
def company(database: Database) -> Company:
    company = Company(database, BEGAN)
    company.roles |= PEOPLE
    return company


def test_hr_sends_a_sheet_and_is_handed_the_invitations(company: Company) -> None:
    said = company.say("何芸", sent("people.xlsx", xlsx(ROWS_OF["zh_Hans"])))
    assert "第2行：邀请王芳，身份：员工；零售部 · 店长" in written(said)
    asked = last_question(said)
    assert asked
    assert "要生成这3个邀请吗" in asked["text"]
    handed = next(line for line in company.press("何芸", "yes") if line["type"] == "document")
    made = attachment(handed, words("zh_Hans"), company.database)
    assert made
    assert (made.stem, made.ending) == ("invitations", ".xlsx")
    shown = [[cell.value for cell in row] for row in load_workbook(BytesIO(made.content)).worksheets[0].iter_rows()]
    assert shown[3][:4] == ["王芳", "员工", "零售部", "店长"]
    desk = Desk(company.database, None, "zh_Hans")
    token = str(shown[3][4]).removeprefix("/join ")
    assert desk.take(Sender("telegram", "7", "小王"), "1", Command("join", token), company.now)
    with company.database.reading() as c:
        wang = people.named(c, 1, "王芳")
        assert wang
        assert holders.holders_of(c, 1) == (wang.id,)


def test_nothing_is_made_where_hr_says_no_or_anything_is_wrong(company: Company) -> None:
    company.say("何芸", sent("people.csv", commas(ROWS_OF["zh_Hans"])))
    assert "未执行任何操作" in written(company.press("何芸", "no"))
    said = company.say("何芸", sent("people.csv", commas([HEAD, ("王芳", "总统")])))
    assert "第2行有误" in written(said)
    assert last_question(said) is None
    said = company.say("何芸", sent("people.csv", None))
    assert "超过 2 MB" in written(said)
    with company.database.reading() as c:
        assert invitations.open_in(c, 1, company.now) == ()


def test_only_hr_brings_people_in(company: Company) -> None:
    said = company.say("李明", sent("people.csv", commas(ROWS_OF["zh_Hans"])))
    assert "邀请王芳" not in written(said)
    assert any(line["type"] == "error" for line in said)


def test_what_changed_since_the_sheet_was_read_counts(company: Company) -> None:
    company.say("何芸", sent("people.csv", commas(ROWS_OF["zh_Hans"])))
    with company.database.transaction() as c:
        invitations.invite(c, 1, "hr", now=company.now, name="吴军")
    company.press("何芸", "yes")
    with company.database.reading() as c:
        named = [one.name for one in invitations.open_in(c, 1, company.now)]
    assert sorted(map(str, named)) == ["Ann Baker", "吴军", "王芳"]


def test_a_sheet_on_this_machine_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(commas(ROWS_OF["en"]))
    assert attached(str(tmp_path / "people.csv")).content == commas(ROWS_OF["en"])
    (tmp_path / "shelf.png").write_bytes(b"png")
    assert attached(str(tmp_path / "shelf.png")).content is None
