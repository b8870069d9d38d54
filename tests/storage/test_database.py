import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from signal import SIGKILL

import pytest
from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError, StatementError

from storage import outbox, people, runs
from storage.database import Database, Unreachable, damaged, passes
from storage.tables import accepted_update, organisation

WORKER = Path(__file__).with_name("worker.py")


def names(database: Database) -> list[str]:
    with database.reading() as c:
        return list(c.execute(select(organisation.c.name).order_by(organisation.c.id)).scalars())


def test_a_transaction_is_kept_wholly_or_not_at_all(database: Database, now: datetime) -> None:
    with database.transaction() as c:
        people.find_or_make_organisation(c, "kept", now)

    def undone() -> None:
        with database.transaction() as c:
            people.find_or_make_organisation(c, "undone", now)
            raise KeyError

    with pytest.raises(KeyError):
        undone()
    assert names(database) == ["kept"]


def test_reading_cannot_write(database: Database, now: datetime) -> None:
    with pytest.raises(DBAPIError), database.reading() as c:
        people.find_or_make_organisation(c, "sneaked in", now)
    assert names(database) == []


def failed(database: Database, statement: str, *, reading: bool = False, **values: object) -> Exception:
    """How a statement fails."""
    with pytest.raises(SQLAlchemyError) as error, database.reading() if reading else database.transaction() as c:
        c.execute(text(statement), values)
    return error.value


def test_what_fails_for_the_database_passes_and_what_was_asked_wrong_does_not(database: Database) -> None:
    made = "INSERT INTO organisation (id, name, created) VALUES (1, 'a', '2026-01-01')"
    assert passes(failed(database, made, reading=True))  # as on a server that fails over
    with database.transaction() as c:
        c.execute(text(made))
    for wrong in (made, "SELECT nothing", "SELEC", "INSERT INTO organisation (id) VALUES (2)"):
        assert not passes(failed(database, wrong)), wrong
    assert not passes(failed(database, "SELECT :value", value=object()))
    assert not passes(ValueError())
    assert passes(Unreachable())


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_full_disk_passes_where_sqlite_undid_the_transaction_by_itself(database: Database) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def work() -> None:
        with database.transaction() as c, c.begin_nested():
            c.exec_driver_sql("ROLLBACK")
            raise OperationalError("INSERT", {}, full)

    with pytest.raises(DBAPIError, match="no such savepoint") as raised:
        work()
    assert passes(raised.value)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_server_that_goes_away_passes(database: Database) -> None:
    assert passes(failed(database, "SELECT pg_terminate_backend(pg_backend_pid())"))
    assert not passes(failed(database, "SELECT CAST(:value AS text)", value="\x00"))
    assert not passes(failed(database, "SELECT 1 / 0"))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_damaged_page_passes_and_is_told_from_a_database_that_is_gone(url: str) -> None:
    file = Path(url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as c:
        page, size = c.execute("SELECT rootpage FROM sqlite_master WHERE name = 'organisation'").fetchone()[0], 4096
        assert c.execute("PRAGMA page_size").fetchone() == (size,)
        c.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as damaged_file:
        damaged_file.seek((page - 1) * size)
        damaged_file.write(b"\xff" * size)
    with closing(Database(url)) as database:
        error = failed(database, "SELECT * FROM organisation")
    assert passes(error)
    assert damaged(error)
    assert not damaged(Unreachable())


def test_reading_sees_one_moment_and_does_not_wait(database: Database, now: datetime) -> None:
    count = select(func.count()).select_from(organisation)
    with database.reading() as reader, database.transaction() as writer:
        assert reader.execute(count).scalar_one() == 0
        people.find_or_make_organisation(writer, "new", now)
        writer.commit()
        assert reader.execute(count).scalar_one() == 0
    assert names(database) == ["new"]


def test_rows_must_refer_to_what_exists(database: Database, now: datetime) -> None:
    with pytest.raises(DBAPIError), database.transaction() as c:
        people.make_person(c, 4711, "nobody's", channel="terminal", address="x", now=now)
    with pytest.raises(DBAPIError), database.transaction() as c:
        people.grant_role(c, 4711, "hr")


def test_times_keep_their_instant(database: Database) -> None:
    shanghai = datetime(2024, 3, 1, 0, 0, 0, 5, tzinfo=timezone(timedelta(hours=8)))
    with database.transaction() as c:
        people.find_or_make_organisation(c, "x", shanghai)
        kept = c.execute(select(organisation.c.created)).scalar_one()
    assert (kept, kept.tzinfo) == (shanghai, UTC)
    with pytest.raises(StatementError, match="zone"), database.transaction() as c:
        people.find_or_make_organisation(c, "y", datetime(2024, 3, 1))  # noqa: DTZ001 this is what is refused


def test_errors_do_not_tell_what_people_wrote(database: Database, run: runs.Run, now: datetime) -> None:
    entry = runs.Entry("post", "answer", "secret value", "secret words", (), None, now)
    with pytest.raises(DBAPIError) as raised, database.transaction() as c:
        runs.append(c, run.id + 1, [entry])
    assert "secret" not in str(raised.value)


def test_no_json_is_taken_that_the_other_database_refuses(database: Database, now: datetime) -> None:
    with pytest.raises((StatementError, ValueError), match="not JSON"), database.transaction() as c:
        outbox.put(c, "terminal", "li", [{"weight": float("nan")}], now)


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "kpi.db"
    database = Database(f"sqlite:///{path}")
    with database.transaction() as c:
        c.execute(text("CREATE TABLE x (y)"))
        settings = [
            c.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    database.close()
    assert settings == ["wal", 2, 1]
    assert modes == {0o600}


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "not a database URL"),
        ("postgresql://me:s3cret@host:port/x", "not a database URL"),
        ("mysql://me:s3cret@host/x", "only SQLite and PostgreSQL"),
        ("sqlite://", "in memory"),
        ("sqlite:////proc/nowhere/kpi.db", "/proc/nowhere/kpi.db"),
        ("postgresql://me:s3cret@127.0.0.1:1/x?sslpassword=s3cret", r"postgresql\+psycopg://me:\*\*\*@127.0.0.1:1/x"),
        ("postgres://me:s3cret@127.0.0.1:1/x", "127.0.0.1:1/x"),
    ],
)
def test_what_cannot_be_opened_is_said_without_passwords(url: str, says: str) -> None:
    with pytest.raises(Unreachable, match=says) as raised:
        Database(url)
    assert "s3cret" not in str(raised.value)


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(Unreachable, match="not a database"):
        Database(f"sqlite:///{path}")
    assert path.read_text() == "Dear Sir or Madam, " * 100


def count_up(database: Database, now: datetime) -> None:
    """Read where the run stands and write one more: lost or refused as soon as another comes between."""
    with database.transaction() as c:
        person = people.person_at(c, "terminal", "li", lock=True)
        assert person
        run = runs.active_run(c, person.id)
        assert run
        assert run.focus
        count = {"n": run.focus["n"] + 1}
        runs.save_run(c, run.id, status="active", parked=False, focus=count, revision_before=run.revision, now=now)


def test_updates_of_one_person_never_interleave(database: Database, run: runs.Run, now: datetime) -> None:
    with database.transaction() as c:
        runs.save_run(c, run.id, status="active", parked=False, focus={"n": 0}, revision_before=0, now=now)
    failed = []

    def work() -> None:
        try:
            for _ in range(15):
                count_up(database, now)
        except Exception as error:  # noqa: BLE001 whatever it was, the test shall know
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as c:
        counted = runs.active_run(c, run.person_id)
    assert (failed, counted and counted.focus) == ([], {"n": 60})


def worker(url: str, first: int, count: int, dies: str = "never") -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    command = [sys.executable, str(WORKER), url, str(first), str(count), dies]
    return subprocess.Popen(command, cwd=root, env=os.environ | {"PYTHONPATH": str(root)})


def kept(database: Database, run: runs.Run) -> tuple[int, int, int, int]:
    with database.reading() as c:
        now_run = runs.active_run(c, run.person_id)
        assert now_run
        journal = runs.entries(c, run.id)
        accepted = c.execute(select(func.count()).select_from(accepted_update)).scalar_one()
        return accepted, len(journal), now_run.revision, len(outbox.pending(c, "terminal", "li"))


def test_processes_of_one_person_never_interleave(database: Database, run: runs.Run, url: str) -> None:
    both = [worker(url, 0, 15), worker(url, 100, 15)]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    assert kept(database, run) == (30, 60, 30, 30)


def test_a_killed_process_leaves_whole_transactions(database: Database, run: runs.Run, url: str) -> None:
    stages = ("accepted", "written", "saved", "put", "committed")
    for killed, stage in enumerate(stages):
        assert worker(url, killed * 100, 3, dies=stage).wait(timeout=60) == -SIGKILL
        # Each does two updates and is killed in the third, the last one just after its commit.
        whole = 2 * (killed + 1) + (stage == "committed")
        assert kept(database, run) == (whole, 2 * whole, whole, whole)


def test_a_file_that_another_is_making_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kpi.db"
    maker = sqlite3.connect(path, isolation_level=None)
    maker.execute("BEGIN IMMEDIATE")
    maker.execute("CREATE TABLE x (y)")
    # What makes us wait ends while we wait.
    monkeypatch.setattr("storage.database.sleep", lambda _: maker.close())
    database = Database(f"sqlite:///{path}")
    with database.reading() as c:
        assert c.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    database.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_busy_file_is_unreachable(database: Database, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.WAIT_SECONDS", 0.01)
    other = Database(url)
    with database.transaction() as c:
        c.execute(delete(organisation))
        with pytest.raises(Unreachable, match="locked"), other.transaction():
            pass
    with other.transaction() as c:
        c.execute(insert(organisation).values(name="free again", created=datetime.now(UTC)))
    other.close()
    assert names(database) == ["free again"]
