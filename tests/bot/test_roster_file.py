"""Sheets of people as programs save them: older encodings, merged cells."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from bot.rostering import read_sheet
from dialogs.reading.unread import Unread
from tests.bot.test_roster import HEAD, commas


@pytest.mark.parametrize(
    ("head", "encoding"), [(("姓名", "身份", "部门"), "gb18030"), (("姓名", "身分", "單位"), "cp950")]
)
def test_older_encodings_are_told_by_their_headings(head: tuple[str, ...], encoding: str) -> None:
    row = ("陳美玲", "經理", "業務部")
    (entry,) = read_sheet(commas([head, row], encoding=encoding)).entries
    assert (entry.name, entry.role, entry.department) == ("陳美玲", "manager", "業務部")


@pytest.mark.parametrize(
    ("name", "encoding"), [("陳美玲", "cp950"), ("王芳", "gb18030"), ("Müller", "cp1252"), ("José", "cp1252")]
)
def test_a_name_that_may_be_another_in_another_encoding_is_not_taken(name: str, encoding: str) -> None:
    with pytest.raises(Unread) as refused:
        read_sheet(commas([("Name", "Role"), (name, "employee")], encoding=encoding))
    assert refused.value.reason.id == "roster.encoding"


def test_merged_cells_hold_what_they_show() -> None:
    book, made = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in (HEAD[:3], ("王芳", "员工", "零售部"), ("李四", "员工"), ("赵六", "经理"), ("吴军", "人力")):
        sheet.append(row)
    sheet.merge_cells("C2:C4")
    sheet.merge_cells("C6:C900")
    book.save(made)
    read = read_sheet(made.getvalue())
    assert read.wrong == ()
    assert [one.department for one in read.entries] == ["零售部", "零售部", "零售部", ""]
