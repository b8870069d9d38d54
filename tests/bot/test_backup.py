"""Backups: what was at one moment, while others write, and nothing lost on the way back."""

import json
import tarfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import backup
from bot.places import files_of
from storage import migrate, outbox, updates
from storage.database import Database
from storage.tables import accepted_update
from storage.tables import outbox as parcels
from tests.postgresql import emptied, schema
from tests.program import address, run

WRITERS = 3


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with tables."""
    if request.param == "sqlite":
        prepare(address(tmp_path))
        yield address(tmp_path)
    else:
        with schema() as server:
            prepare(server)
            yield server


def restored(url: str, file: Path) -> str:
    """The address of a new database of what a backup holds; a PostgreSQL has no place but that of the old one."""
    new = address(file.parent / "new") if url.startswith("sqlite") else url
    if new == url:
        emptied(url)
    backup.read(new, file)
    return new


def prepare(url: str) -> None:
    with closing(Database(url)) as database:
        migrate.upgrade(database)


class Load:
    """Writers that take in updates and put parcels, one and one in a transaction."""

    def __init__(self, url: str) -> None:
        self.begun, self.done = [0] * WRITERS, [0] * WRITERS
        self._over = threading.Event()
        self._database = Database(url)

    @contextmanager
    def running(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._write, args=(writer,)) for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        try:
            while min(self.done) < 5:
                self._over.wait(0.01)
            yield
        finally:
            self._over.set()
            for thread in threads:
                thread.join()
            self._database.close()

    def goes_on(self) -> None:
        """Wait for each writer to have written more."""
        done = list(self.done)
        while any(now <= then for now, then in zip(self.done, done, strict=True)):
            self._over.wait(0.01)

    def _write(self, writer: int) -> None:
        number = 0
        while not self._over.is_set():
            self.begun[writer] = number + 1
            now = datetime.now(UTC)
            with self._database.transaction() as c:
                updates.accept(c, "load", str(writer), str(number), now)
                outbox.put(c, "load", str(writer), [{"type": "message", "text": f"第{number}条"}], now)
            number += 1
            self.done[writer] = number
            time.sleep(0.002)  # the others want to write too


def rows(url: str) -> dict[str, list[Any]]:
    with closing(Database(url)) as database, database.reading() as c:
        table = accepted_update.c
        accepted = select(accepted_update).order_by(table.address, table.at)
        return {
            "accepted": [tuple(row) for row in c.execute(accepted)],
            "parcels": [tuple(row) for row in c.execute(select(parcels).order_by(parcels.c.id))],
        }


def test_a_backup_under_load_holds_what_was_at_one_moment(url: str, tmp_path: Path) -> None:
    load = Load(url)
    with load.running():
        before = list(load.done)
        file = backup.write(url, tmp_path / "kept.tar.gz")
        after = list(load.begun)
        load.goes_on()
    live = rows(url)
    other = restored(url, file)
    kept = rows(other)
    for writer, (least, most) in enumerate(zip(before, after, strict=True)):
        numbers = {int(row[2]) for row in kept["accepted"] if row[1] == str(writer)}
        assert numbers == set(range(len(numbers))), "none is left out"
        assert least <= len(numbers) <= most
        texts = [row.payload["text"] for row in _parcels(other, writer)]
        assert texts == [f"第{number}条" for number in range(len(numbers))], "both of a transaction, or none"
    assert len(live["parcels"]) > len(kept["parcels"]), "the load went on"
    for name, found in kept.items():
        assert set(map(repr, found)) <= set(map(repr, live[name])), "each row as it was"


def _parcels(url: str, writer: int) -> list[Any]:
    with closing(Database(url)) as database, database.reading() as c:
        return list(outbox.pending(c, "load", str(writer)))


def test_what_is_new_after_restoring_takes_no_number_that_is_taken(url: str, tmp_path: Path) -> None:
    with closing(Database(url)) as database, database.transaction() as c:
        outbox.put(c, "load", "1", [{"text": "one"}, {"text": "two"}], datetime.now(UTC))
    other = restored(url, backup.write(url, tmp_path / "kept.tar.gz"))
    with closing(Database(other)) as database, database.transaction() as c:
        outbox.put(c, "load", "1", [{"text": "three"}], datetime.now(UTC))
        assert [one.payload["text"] for one in outbox.pending(c, "load", "1")] == ["one", "two", "three"]


def test_the_commands_keep_the_files_too(tmp_path: Path) -> None:
    prepare(address(tmp_path))
    files = files_of(address(tmp_path))
    (files / "more").mkdir(parents=True)
    (files / "店长-1.png").write_bytes(b"picture")
    kept = run(tmp_path, "backup", "--database", address(tmp_path))
    assert kept.returncode == 0, kept.stderr
    (file,) = tmp_path.glob("kpibot-backups/kpibot-*.tar.gz")
    assert str(file) in kept.stdout
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert list(file.parent.iterdir()) == [file], "nothing half written is left"
    other = f"sqlite:///{tmp_path}/other/kpi.db"
    done = run(tmp_path, "restore", str(file), "--database", other)
    assert (done.returncode, done.stderr) == (0, "")
    assert other in done.stdout
    picture = tmp_path / "other" / "kpi-files" / "店长-1.png"
    assert picture.read_bytes() == b"picture"
    assert [path.stat().st_mode & 0o077 for path in (tmp_path / "other", picture, tmp_path / "other/kpi.db")] == [0] * 3


def test_no_backup_is_written_over(tmp_path: Path) -> None:
    prepare(address(tmp_path))
    (tmp_path / "kept").write_text("precious")
    told = run(tmp_path, "backup", "--to", str(tmp_path / "kept"), "--database", address(tmp_path))
    assert (told.returncode, "is there already" in told.stderr) == (1, True)
    assert (tmp_path / "kept").read_text() == "precious"


def test_a_database_without_records_is_told(tmp_path: Path) -> None:
    Database(address(tmp_path)).close()
    told = run(tmp_path, "backup", "--database", address(tmp_path))
    assert (told.returncode, "no records of kpibot" in told.stderr) == (1, True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    prepare(address(tmp_path))
    return backup.write(address(tmp_path), tmp_path / "kept.tar.gz")


@pytest.mark.parametrize("left", ["kpibot.db", "kpibot.db-wal", "kpibot-files/a"])
def test_nothing_is_restored_over_what_is_there(left: str, kept: Path, tmp_path: Path) -> None:
    """The log of a database that is gone would be written into the one that comes."""
    old = tmp_path / "old" / left
    old.parent.mkdir(parents=True)
    old.write_text("precious")
    told = run(tmp_path, "restore", str(kept), "--database", address(tmp_path / "old"))
    assert told.returncode == 1
    assert str(old if old.parent.name == "old" else old.parent) in told.stderr
    assert [path for path in (tmp_path / "old").rglob("*") if path.is_file()] == [old]


def test_what_is_no_backup_or_half_of_one_is_refused(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "half").write_bytes(kept.read_bytes()[:-500])
    (tmp_path / "text").write_text("Dear diary")
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(tmp_path / "text", "text")
    for name in ("half", "text", "other.tar", "missing", "."):
        told = run(tmp_path, "restore", str(tmp_path / name), "--database", address(tmp_path / "new"))
        assert (told.returncode, "is no backup of kpibot" in told.stderr) == (1, True), told.stderr
        assert not (tmp_path / "new" / "kpibot.db").exists()


def test_nothing_is_unpacked_elsewhere(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Dear diary")
    for name in ("../escaped", "/tmp/escaped", "files/../../escaped"):
        with tarfile.open(tmp_path / "evil", "w:gz") as tar:
            member = tar.gettarinfo(tmp_path / "text")
            member.name = name
            with (tmp_path / "text").open("rb") as text:
                tar.addfile(member, text)
        told = run(tmp_path, "restore", str(tmp_path / "evil"), "--database", address(tmp_path / "new"))
        assert (told.returncode, "is no backup of kpibot" in told.stderr) == (1, True), told.stderr
    assert not Path("/tmp/escaped").exists()


def test_a_backup_by_a_newer_version_or_of_the_other_kind_is_refused(kept: Path, tmp_path: Path) -> None:
    def changed(**values: str) -> str:
        with tarfile.open(kept) as tar:
            tar.extractall(tmp_path / "unpacked", filter="data")
        about = tmp_path / "unpacked" / backup.ABOUT
        about.write_text(json.dumps(json.loads(about.read_text()) | values))
        with tarfile.open(tmp_path / "changed", "w:gz") as tar:
            for path in about.parent.iterdir():
                tar.add(path, path.name)
        return run(tmp_path, "restore", str(tmp_path / "changed"), "--database", address(tmp_path / "new")).stderr

    assert "newer version" in changed(revision="9999")
    assert "postgresql" in changed(database="postgresql")
    assert not (tmp_path / "new" / "kpibot.db").exists()


def test_a_damaged_database_is_not_kept_as_if_it_were_sound(tmp_path: Path) -> None:
    prepare(address(tmp_path))
    file = tmp_path / "kpibot.db"
    content = bytearray(file.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 200] = b"\xff" * 200
    file.write_bytes(content)
    for log in tmp_path.glob("kpibot.db-*"):
        log.unlink()
    told = run(tmp_path, "backup", "--to", "kept", "--database", address(tmp_path))
    assert told.returncode == 1
    assert not (tmp_path / "kept").exists()
    assert "Traceback" not in told.stderr
