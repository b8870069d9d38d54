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
