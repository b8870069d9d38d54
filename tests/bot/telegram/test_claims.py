"""Two programs on one database: one says so and ends, or they share the work."""

import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from sqlalchemy import create_engine, text

from storage.claim import Claimed, _Server, claimed
from storage.database import Database
from tests.postgresql import SERVER, schema
from tests.program import ENVIRONMENT
from tests.telegram.program import Running, by_webhook, running, until
from tests.telegram.server import StandIn


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_a_second_program_says_so_and_ends(server: StandIn, tmp_path: Path, database: str) -> None:
    with running(server, tmp_path, database) as first:
        (tmp_path / "second").mkdir()
        second = Running(server, tmp_path / "second", database)
        second.start(wait=False)
        until(lambda: "Another kpibot run" in second.said(), second.said)
        second.stop()
        second.database.close()
        assert "Mode:" not in second.said()
        ann = server.person("Ann", "en")
        assert first.joins(ann, "manager"), "the first one goes on"
        first.kill()
        first.start()  # a crash leaves no claim


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_two_that_are_posted_to_share_the_work(server: StandIn, tmp_path: Path, database: str) -> None:
    (tmp_path / "second").mkdir()
    with running(server, tmp_path, database, **by_webhook()) as first:
        poller = Running(server, tmp_path / "second", database)
        poller.start(wait=False)
        until(lambda: "Another kpibot run" in poller.said(), poller.said)
        poller.stop()
        poller.database.close()
        with running(server, tmp_path / "second", database, **by_webhook()) as second:
            ann, bob = (server.person(name, "en") for name in ("Ann", "Bob"))
            second.joins(ann, "manager")
            first.joins(bob, "manager")
            for person in (ann, bob):
                texts = [message.text for message in person.received]
                assert len(texts) == len(set(texts)), "nothing is sent twice"


def test_another_that_polls_with_the_token_is_told(server: StandIn, tmp_path: Path, database: str) -> None:
    def told() -> bool:
        with urlopen(f"{server.url}/bot{server.token}/getUpdates"):
            return "Another program asks Telegram for the updates of this bot" in program.said()

    with running(server, tmp_path, database) as program:
        until(told, program.said)
        ann = server.person("Ann", "en")
        assert program.joins(ann, "manager"), "it goes on"


EVICTED = """
import sys
from bot import cli
from bot.telegram import running

running.SCHEDULE_SECONDS = 0.1
sys.argv = ["kpibot", "run"]
cli.main()
"""


def test_a_program_whose_claim_another_took_ends(server: StandIn, tmp_path: Path) -> None:
    with schema() as address:
        program = Running(server, tmp_path, address)
        program.database.close()
        environment = ENVIRONMENT | program._environment
        with (tmp_path / "said").open("w+") as said:
            command = [sys.executable, "-c", EVICTED]
            process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=said, stderr=said)
            until(lambda: "Mode:" in (tmp_path / "said").read_text(), program.said)
            _taken(address, process)
            assert "Another kpibot run" in (tmp_path / "said").read_text()


def _taken(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Take a claim in the moment in which a failing server has lost it, and wait for the end of who had it."""
    while True:
        _cut(address)
        with suppress(Claimed), claimed(address):
            assert process.wait(60) == 1
            return


def test_a_claim_that_was_lost_is_taken_again_unless_another_has_it() -> None:
    with schema() as address, claimed(address) as claim, closing(Database(address)):
        for _ in range(2):
            _cut(address)
            assert claim.holds()
        assert isinstance(claim, _Server)
        claim._connection.close()  # as after a try at which the server was still gone
        assert claim.holds()
        with pytest.raises(Claimed), claimed(address):
            pass
        _cut(address)
        with claimed(address):
            assert not claim.holds()
            assert claim.lost


def test_two_schemas_of_a_server_are_two() -> None:
    with schema() as one, schema() as other, claimed(one), claimed(other):
        pass


def _cut(address: str) -> None:
    """End the connection that holds a claim, as a server does that fails over."""
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    holders = (
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = "
        "(SELECT hashtext(:schema)::bigint & 4294967295)::oid"
    )
    with engine.connect() as c:
        c.execute(text(holders), {"schema": address.rpartition("%3D")[2]})
    engine.dispose()
