import os
import shutil
import sqlite3
import sys
import tempfile
import zoneinfo
from collections import namedtuple
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
import resvg_py
from typer.testing import CliRunner

from bot import doctor
from bot.cli import app
from bot.options import words
from bot.settings import PREFIX, Settings
from locales.catalogs import FOLDER
from storage import migrate
from storage.database import Database, Unreachable

SERVER = "postgresql://postgres@127.0.0.1:5432/test"
NOBODY = 65534


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


@pytest.fixture
def address(tmp_path: Path) -> str:
    """A database as it should be."""
    address = f"sqlite:///{tmp_path / 'kpibot.db'}"
    with closing(Database(address)) as database:
        migrate.upgrade(database)
    return address


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder with a database, in which the one who runs the test may write nothing."""
    folder = Path(tempfile.mkdtemp())
    with closing(sqlite3.connect(folder / "kpibot.db")) as database:
        database.execute("CREATE TABLE one (id INTEGER)")
    (folder / "kpibot.db").chmod(0o444)
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def found(address: str | None = None) -> dict[str, list[str]]:
    """The checks that found something wrong, and what."""
    findings = {finding.check: [problem.id for problem in finding.wrong] for finding in doctor.examine(address)}
    return {check: problems for check, problems in findings.items() if problems}


def test_nothing_is_wrong_with_a_good_set_up(address: str) -> None:
    assert found(address) == {}


def test_nothing_is_wrong_or_made_before_the_first_chat(tmp_path: Path) -> None:
    assert found() == {}
    assert list(tmp_path.iterdir()) == []


def test_old_python(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert [problem.id for problem in doctor.python()] == ["command.wrong.python"]


def test_bad_and_misspelt_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPIBOT_DATABSE", "x")
    assert found() == {"settings": ["command.settings.unknown"]}
    monkeypatch.setenv("KPIBOT_DATABASE", "x")
    assert found() == {"settings": ["command.settings.database"]}


def test_unfinished_catalog(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "locales")
    (tmp_path / "locales" / "zh_Hant" / "command.po").unlink()
    (problem,) = doctor.catalogs(tmp_path / "locales")
    assert problem.id == "command.wrong.catalogs"
    assert str(problem.params["messages"]).startswith("zh_Hant command.")
    assert str(problem.params["messages"]).endswith("…")


def test_font_that_lacks_han(monkeypatch: pytest.MonkeyPatch) -> None:
    render = resvg_py.svg_to_bytes

    def without_fonts(**options: object) -> bytes:
        return render(**{**options, "font_files": [], "font_dirs": [], "skip_system_fonts": True})  # type: ignore[arg-type] # as the caller gave them

    monkeypatch.setattr(resvg_py, "svg_to_bytes", without_fonts)
    assert [problem.id for problem in doctor.picture()] == ["command.wrong.picture"]


def test_renderer_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("bot.views")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert [problem.id for problem in doctor.picture()] == ["command.wrong.picture"]


def test_clock_that_stands_in_the_past(monkeypatch: pytest.MonkeyPatch) -> None:
    class Early(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Early":
            return cls(1970, 1, 1, tzinfo=UTC) + timedelta(hours=3)

    monkeypatch.setattr(doctor, "datetime", Early)
    assert [problem.id for problem in doctor.clock()] == ["command.wrong.clock"]


def test_time_zones_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    former = zoneinfo.TZPATH
    # Its folders too, which a test before this one may have imported.
    for name in {"tzdata", *(name for name in sys.modules if name.startswith("tzdata."))}:
        monkeypatch.setitem(sys.modules, name, None)
    zoneinfo.reset_tzpath(())
    zoneinfo.ZoneInfo.clear_cache()
    try:
        assert [problem.id for problem in doctor.timezones()] == ["command.wrong.timezones"]
    finally:
        zoneinfo.reset_tzpath(former)


def test_folder_and_file_that_cannot_be_written(address: str, closed_folder: Path) -> None:
    for place in ("new.db", "not/there/new.db", "kpibot.db"):
        assert [problem.id for problem in doctor.folder(f"sqlite:///{closed_folder}/{place}")] == [
            "command.wrong.folder"
        ]
    assert [problem.id for problem in doctor.reachable(f"sqlite:///{closed_folder}/kpibot.db")] == [
        "command.wrong.database"
    ]


def test_commands_that_may_not_write_say_so(closed_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    told = CliRunner().invoke(app, ["migrate", "--database", f"sqlite:///{closed_folder}/kpibot.db"])
    assert told.exit_code == 1
    assert told.stderr.startswith(("Nothing can be written to", "The database cannot be opened"))
    assert "Traceback" not in told.stderr
    told = CliRunner().invoke(app, ["backup", "--database", f"sqlite:///{closed_folder}/kpibot.db"])
    assert told.exit_code == 1
    assert "Traceback" not in told.output


def test_files_that_others_can_read(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    kept = f"sqlite:///{tmp_path}/here/data/kpibot.db"
    with closing(Database(kept)) as database:
        migrate.upgrade(database)
    Path(".env").touch(mode=0o600)
    assert found(kept) == {}
    wide = [Path(".env"), tmp_path / "here/data", tmp_path / "here/data/kpibot.db"]
    for path in wide:
        path.chmod(path.stat().st_mode | 0o044)
    problems = list(doctor.secrecy(kept))
    assert [(problem.id, problem.params["path"]) for problem in problems] == [
        ("command.wrong.exposed", str(path)) for path in wide
    ]
    for problem in problems:
        os.system(words.say(problem).partition("Run: ")[2])  # as it is told
    assert found(kept) == {}


def test_full_disk(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", ("total", "used", "free"))  # noqa: PYI024 - as shutil gives it
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9 - 5_000_000, 5_000_000))
    (problem,) = doctor.space(address)
    assert (problem.id, problem.params["free"]) == ("command.wrong.space", 5)


def test_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Dear diary, " * 100)
    assert found(f"sqlite:///{tmp_path}/notes.db") == {"database": ["command.wrong.database"]}


def test_server_that_does_not_answer() -> None:
    assert found("postgresql://postgres:hush@127.0.0.1:1/test") == {"database": ["command.wrong.database"]}
    (problem,) = doctor.reachable("postgresql://postgres:hush@127.0.0.1:1/test")
    assert problem.params["database"] == "postgresql://postgres:***@127.0.0.1:1/test"


def test_server_that_takes_nothing() -> None:
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.Error as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at 127.0.0.1:5432: {type(error).__name__}")
    read_only = f"{SERVER}?options=-cdefault_transaction_read_only%3Don"
    assert [problem.id for problem in doctor.reachable(read_only)] == ["command.wrong.database"]
    assert list(doctor.reachable(SERVER)) == []


def test_driver_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    (problem,) = doctor.reachable(SERVER)
    assert words.say(problem).endswith(f'Run: {sys.executable} -m pip install "psycopg[binary]"')
    with pytest.raises(Unreachable, match=r'pip install "psycopg\[binary\]"'):
        Database(SERVER)


def test_database_that_was_never_migrated_or_by_a_newer_version(address: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "kpibot.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert found(address) == {"migrations": ["command.too_new"]}
    with closing(Database(f"sqlite:///{tmp_path / 'empty.db'}")):
        assert found(f"sqlite:///{tmp_path / 'empty.db'}") == {"migrations": ["command.wrong.migrations"]}
