import re
import signal
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.local import NoFile
from bot.terminal import act_of
from dialogs.acts import Act, Attached, Command, Pressed, Said
from kpi.evidence import File
from locales.text import Text
from locales.words import words
from tests.manager import SCRIPTS, Line, Manager, last_question
from tests.program import ENVIRONMENT, JsonLines, address, exported, interviewed, kpibot
from tests.screen import Terminal, squeezed


@pytest.mark.parametrize("language", SCRIPTS)
def test_terminal_shows_and_keeps_what_json_lines_do(language: str, tmp_path: Path) -> None:
    lines, screen = tmp_path / "lines", tmp_path / "screen"
    lines.mkdir()
    screen.mkdir()
    with JsonLines(lines, language=language) as program:
        turns = interviewed(program, Manager(SCRIPTS[language]))
    with Terminal(screen, language=language) as terminal:
        for turn, following in pairwise(turns):
            shows(terminal, turn.said)
            answer(terminal, last_question(turn.said), following.line)
        shows(terminal, turns[-1].said)
        assert squeezed(words(language).say(Text("terminal.goodbye"))) in squeezed(terminal.quit())
    by_lines, by_screen = (exported(folder, address(folder), language) for folder in (lines, screen))
    assert by_screen == by_lines
    assert by_screen["status"] == "submitted"


def shows(terminal: Terminal, said: list[Line]) -> None:
    """Hold what is on the screen against what is said over JSON lines; files are there and are what they are called."""
    seen = squeezed(terminal.seen)
    for line in said:
        assert squeezed(line.get("text") or line["caption"]) in seen
        for choice in line.get("choices", ()):
            assert squeezed(choice["label"]) in seen
    named = [Path(path) for path in re.findall(r"→(/\S+?\.(?:png|xlsx))", seen)]
    assert [path.suffix for path in named] == [Path(line["path"]).suffix for line in said if "path" in line]
    for path in named:
        if path.suffix == ".png":
            with Image.open(path) as picture:
                assert (picture.format, min(picture.size) > 200) == ("PNG", True)
        else:
            assert len(load_workbook(path).sheetnames) == 5


def answer(terminal: Terminal, question: Line | None, line: Line) -> None:
    assert question
    if "text" in line:
        terminal.enter(line["text"])
    else:
        terminal.choose(next(choice for choice in question["choices"] if choice["id"] == line["press"]))


def test_conversation_goes_on_at_the_question_where_it_was_left(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.enter("大客户经理")
        question = squeezed(terminal.enter("销售部"))
        terminal.feed("没写完".encode(), "› 没写完")
        assert squeezed(words("zh_Hans").say(Text("terminal.goodbye"))) in squeezed(terminal.interrupt("c"))
    for leave in ("d", "quit", "hangup", "c"):
        with Terminal(tmp_path) as terminal:
            assert question in squeezed(terminal.seen)
            match leave:
                case "quit":
                    terminal.quit()
                case "hangup":
                    terminal.process.kill(signal.SIGHUP)
                case key:
                    terminal.interrupt(key)


def test_lines_are_edited_and_remembered_without_losing_the_prompt(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.enter("大客户经理")
        terminal.feed("销售部".encode() + b"\x7f", "› 销售")
        terminal.feed(b"\x15", "›")
        terminal.feed(b"\x1b[A", "› 大客户经理")


def test_bytes_that_are_no_text_are_left_out_and_told(tmp_path: Path) -> None:
    with Terminal(tmp_path, language="en") as terminal:
        assert "left out" in terminal.enter(b"Sales \xff\xfemanager")
        assert "“Sales manager”" in terminal.seen


def test_what_the_terminal_cannot_show_is_replaced(tmp_path: Path) -> None:
    shown = subprocess.run(
        kpibot("chat", "--database", address(tmp_path), "--language", "zh_Hans"),
        env=ENVIRONMENT | {"PYTHONIOENCODING": "ascii"},
        input="/quit\n", capture_output=True, encoding="ascii", check=True,
    )  # fmt: skip
    assert "???" in shown.stdout


ASKED = {"kind": "choice", "choices": [{"id": "a"}, {"id": "b"}]}
NUMBER = ASKED | {"kind": "standard"}


@pytest.mark.parametrize(
    ("written", "asked", "act"),
    [
        ("/edit 3", ASKED, Command("edit", "3")),
        ("  /back ", ASKED, Command("back")),
        ("2", ASKED, Pressed("b")),
        (" 2. ", ASKED, Pressed("b")),
        ("3", ASKED, Said("3")),
        ("2", NUMBER, Said("2")),
        ("B", NUMBER, Pressed("b")),
        ("2", None, Said("2")),
        (" 是 ", ASKED, Said(" 是 ")),
    ],
)
def test_meaning_of_a_line(written: str, asked: Line | None, act: Act) -> None:
    assert act_of(written, asked) == act


def test_a_file_is_attached_by_its_path(tmp_path: Path) -> None:
    picture = tmp_path / "货架 1.PNG"
    picture.write_bytes(b"\x89PNG")
    file = File("local", "photo", str(picture), "货架 1.PNG")
    for written in (f"/attach {picture}", f' /attach  "{picture}" '):
        assert act_of(written, ASKED) == Attached(file)
    for missing in ("/attach", f"/attach {tmp_path}", "/attach ~nobody/x", "/attach " + "x" * 5000, "/attach a\0b"):
        with pytest.raises(NoFile):
            act_of(missing, ASKED)
