"""Photos and files on Telegram: kept by their file_id, shown to whoever confirms."""

from locales.text import Text
from locales.words import words
from tests.telegram.chats import Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn

PNG = b"\x89PNG shelf"


def test_an_album_and_a_file_reach_whoever_confirms(
    program: Running, server: StandIn, li: Person, wang: Person
) -> None:
    program.says(wang, "/report")
    program.says(wang, "1.8%")
    for name, content in (("a.png", PNG), ("b.png", PNG + b"2")):
        program.does(wang, wang.sends_file(name, content, media_group_id="77").update_id)
    program.does(wang, wang.sends_file("退货清单.pdf", b"%PDF", "九月").update_id)
    program.says(wang, "没有")
    program.hears(li)
    shown = [message for message in program.says(li, "/confirm") if message.file]
    assert [message.file for message in shown] == [("a.png", PNG), ("b.png", PNG + b"2"), ("退货清单.pdf", b"%PDF")]
    assert shown[0].text == "照片：王芳为“店长”提供的佐证材料"
    assert shown[2].text.endswith("\n九月")
    assert "是否确认" in li.question().text


def test_an_album_outside_a_report_is_answered_once(program: Running, server: StandIn, li: Person) -> None:
    for name in ("a.png", "b.png", "c.png"):
        li.sends_file(name, PNG, media_group_id="78")
    server.settles()
    told = words("zh_Hans").say(Text("evidence.no_report"))
    assert [message.text for message in li.received].count(told) == 1


def test_a_caption_that_gave_figures_can_be_edited_and_no_other(program: Running, wang: Person) -> None:
    program.says(wang, "/report")
    figures = wang.sends_file("a.png", PNG, "1.8%")
    program.does(wang, figures.update_id)
    program.does(wang, wang.edits(figures, "1.6%"))
    assert any("1.6%" in text for text in (message.text for message in wang.received[-3:]))
    other = wang.sends_file("b.png", PNG, "货架")
    program.does(wang, other.update_id)
    program.does(wang, wang.edits(other, "仓库"))
    told = words("zh_Hans").say(Text("edited.caption"))
    assert any(told in message.text for message in wang.received)
