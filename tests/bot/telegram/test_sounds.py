"""What others do is told without a sound at night and while somebody is away."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import people, reports
from tests.company import Company, plan
from tests.telegram.chats import Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn


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


def test_what_others_do_makes_no_sound_while_somebody_is_away(
    program: Running, server: StandIn, li: Person, wang: Person
) -> None:
    with program.database.transaction() as c:
        people.set_settings(c, 1, {"ask_from": 0, "ask_until": 24})
    for correcting, said in enumerate(("1.8%", "1.7%")):
        program.says(wang, "/report")
        if correcting:
            program.says(li, "/away 3天")
            program.does(wang, wang.presses("退货率"))
        program.says(wang, said)
        program.says(wang, "没有")
        program.hears(li)
    sent = [call.params for call in server.calls if call.method == "sendMessage"]
    told = [one.get("disable_notification", False) for one in sent if "没有答复即视为确认" in one["text"]]
    assert told == [False, "true"]  # as aiogram writes it
