"""kpibot as it runs on Telegram, against the stand-in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import people, reports
from tests.company import Company, plan
from tests.postgresql import schema
from tests.telegram.chats import Person
from tests.telegram.program import Running, running
from tests.telegram.server import StandIn, standing_in


@pytest.fixture
def server() -> Iterator[StandIn]:
    with standing_in() as server:
        yield server
        assert [f"{call.method}: {call.refused}" for call in server.refused if call.method != "leaveChat"] == []


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """SQLite, unless a test asks for "postgresql"."""
    if getattr(request, "param", "sqlite") == "postgresql":
        with schema() as address:
            yield address
    else:
        yield f"sqlite:///{tmp_path / 'kpibot.db'}"


@pytest.fixture
def program(server: StandIn, tmp_path: Path, database: str) -> Iterator[Running]:
    with running(server, tmp_path, database) as program:
        yield program


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
