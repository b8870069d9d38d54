import json
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.jsonl import read_line
from bot.local import Seat, seated
from dialogs.acts import Command, Said
from tests.manager import SCRIPTS, Line, Manager
from tests.program import address


@contextmanager
def sitting(folder: Path, name: str | None = "李明") -> Iterator[Seat]:
    with seated(database=address(folder), name=name, role="manager", language="zh_Hant", now=None) as seat:
        yield seat


def said(seat: Seat) -> list[Line]:
    return list(seat.deliver())


def test_what_was_not_delivered_waits_for_the_next_time(tmp_path: Path) -> None:
    with sitting(tmp_path) as seat:
        assert seat.newcomer()
        seat.take(Command("start"))
        assert not seat.newcomer()
        first = next(iter(seat.deliver()))
    with sitting(tmp_path) as seat:
        seat.open()
        delivered = said(seat)
        assert delivered[0] == first
        assert delivered[-1]["name"] == "post"
        assert said(seat) == []


def test_acts_without_an_id_are_new_ones(tmp_path: Path) -> None:
    with sitting(tmp_path) as seat:
        seat.take(Command("start"))
        for update_id in (None, None, "1", "1"):
            seat.take(Said("財務部"), update_id)
        assert said(seat)[-1]["progress"][0] == 3


def test_pictures_and_sheets_lie_beside_the_database_for_their_owner(tmp_path: Path) -> None:
    manager = Manager(SCRIPTS["zh_Hant"])
    files = []
    with sitting(tmp_path) as seat:
        seat.take(Command("start"))
        lines = said(seat)
        while lines[-1]["name"] != "submit":
            line = manager.answer(lines[-1])
            seat.take(read_line(json.dumps(line))[0])
            lines = said(seat)
            files += [Path(one["path"]) for one in lines if "path" in one]
    picture, sheet = files
    assert picture.parent == sheet.parent == tmp_path / "kpibot-files"
    assert stat.S_IMODE((tmp_path / "kpibot-files").stat().st_mode) == 0o700
    with Image.open(picture) as image:
        assert image.format == "PNG"
    assert "報表準確率" in str(list(load_workbook(sheet).worksheets[1].values))


@pytest.mark.parametrize(("name", "known"), [("李\ud800明\0", "李明"), (" Jo ", "Jo")])
def test_names_are_cleaned(name: str, known: str, tmp_path: Path) -> None:
    with sitting(tmp_path, name) as seat:
        assert seat.sender.name == seat.sender.address == known
        seat.take(Command("start"))
        assert known in said(seat)[0]["text"]


@pytest.mark.parametrize("name", [None, "", " "])
def test_without_a_name_it_is_the_systems(name: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "whoever")
    with sitting(tmp_path, name) as seat:
        assert seat.sender.name == "whoever"
