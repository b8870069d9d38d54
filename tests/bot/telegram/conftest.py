"""kpibot as it runs on Telegram, against the stand-in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgresql import schema
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
