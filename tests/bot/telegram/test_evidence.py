"""Photos and files on Telegram: kept by their file_id, shown to whoever confirms."""

from datetime import UTC, datetime, timedelta

import pytest

from locales.text import Text
from locales.words import words
from storage import people, reports
from tests.company import Company, plan
from tests.telegram.chats import Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn

PNG = b"\x89PNG shelf"


@pytest.fixture
def li(program: Running, server: StandIn) -> Person:
    """The manager."""
    li = server.person("李明", "zh-hans")
    program.joins(li, "manager")
    return li


@pytest.fixture
def wang(program: Running, server: StandIn, li: Person) -> Person:
    """Holds a post of Li's of which a figure is due."""
    wang = server.person("王芳", "zh-hans")
    program.joins(wang, "employee")
    now = datetime.now(UTC)
    company = Company(program.database, now)
    with program.database.reading() as c:
        manager, holder = (people.person_at(c, "telegram", str(one.id)) for one in (li, wang))
    assert manager
    assert holder
    id = company.approve(manager.id, manager.id, plan(), holder.id)
    with program.database.transaction() as c:
        day, week = now.date(), now + timedelta(days=7)
        of = (id, 1, holder.id)
        assert reports.plan_due(c, of, holder.id, first=day, last=day, due_on=day, late_from=week, closes=week)
        reports.asked(c, [one.id for one in reports.of_plan(c, id)], now)
    return wang


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
    told = words("zh_Hans").say(Text("unreadable"))
    assert [message.text for message in li.received].count(told) == 1
