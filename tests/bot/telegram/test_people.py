"""People come by a sheet and leave, on Telegram: what HR sends and presses, and what the others see."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.telegram.chats import Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn

ROWS = {
    "en": (("Name", "Role", "Department"), ("Maria", "manager", "Sales"), "Yes, invite them", "Maria has left"),
    "zh-hans": (("姓名", "身份", "部门"), ("陈静", "经理", "市场部"), "生成邀请", "陈静已离职"),
}


@pytest.mark.parametrize("language", ROWS)
def test_somebody_comes_by_a_sheet_and_leaves(program: Running, server: StandIn, language: str) -> None:
    head, row, yes, left = ROWS[language]
    hr = server.person("Helen", language)
    program.joins(hr, "hr")
    book, content = Workbook(), BytesIO()
    for cells in (head, row):
        book.worksheets[0].append(cells)
    book.save(content)
    sent = hr.sends_file("people.xlsx", content.getvalue())
    program.does(hr, sent.update_id)
    program.presses(hr, yes)
    handed = next(message.file for message in reversed(hr.received) if message.file)
    (link,) = [str(line[4].value) for line in load_workbook(BytesIO(handed[1])).worksheets[0].iter_rows(min_row=4)]
    token = link.partition("?start=")[2]
    assert token
    newcomer = server.person("M.", language)
    program.does(newcomer, newcomer.says(f"/start {token}").update_id)
    assert row[0] in newcomer.received[0].text
    program.says(newcomer, "/language")
    assert newcomer.received[-1].buttons
    program.says(hr, f"/people {row[0]}")
    program.presses(hr, left)
    program.presses(hr, left)
    program.hears(newcomer)
    newcomer.waits(lambda received: not any(one.buttons for one in received))
    before = len(newcomer.received)
    program.says(newcomer, "/plans")
    assert "/privacy" in newcomer.received[before].text


def test_a_sheet_that_is_large_is_not_fetched(program: Running, server: StandIn, li: Person) -> None:
    hr = server.person("Helen", "en")
    program.joins(hr, "hr")
    sent = hr.sends_file("people.csv", b"0" * 2_000_001)
    (said,) = program.does(hr, sent.update_id)
    assert "larger than 2 MB" in said.text
    assert [call.method for call in server.calls if call.method == "getFile"] == []
