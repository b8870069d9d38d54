"""Backups: one file with the records of one moment and the files beside them, and the way back."""

import json
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import make_url

from bot.places import backups_of, files_of
from storage import dump, migrate
from storage.database import Database
from storage.dump import NotEmpty

ABOUT = "backup.json"
RECORDS = "records"
FILES = "files"


_NONE_OF_OURS = (
    *(tarfile.TarError, EOFError, zlib.error, LookupError, TypeError, ValueError),
    *(FileNotFoundError, IsADirectoryError),
)
"""What is raised where a file, or what is in it, is no backup."""


class NoBackup(Exception):
    """A file that is none of our backups, or not whole."""


class OtherKind(Exception):
    """The backup is of SQLite and the database PostgreSQL, or the other way round; `kind` is the backup's."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class About:
    """What a backup is of: the version of kpibot, when it was begun, the kind and revision of the database."""

    kpibot: str
    made: str
    database: str
    revision: str


def write(address: str, to: Path | None) -> Path:
    """Back a database up while others work on it; returns the file, which only its owner may read.

    Raises FileExistsError, DumpFailed, NoBackup where there are no records, Unreachable.
    """
    now = datetime.now(UTC)
    file = to or backups_of(address) / f"kpibot-{now:%Y%m%dT%H%M%SZ}.tar.gz"
    if file.exists():
        raise FileExistsError(17, "exists", str(file))
    about = About(version("kpibot"), now.isoformat(timespec="seconds"), _kind(address), _revision(address))
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # In the same place, since the records may be larger than what fits elsewhere.
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as place:
        records, part = Path(place) / RECORDS, Path(place) / "part"
        dump.dump(address, records)
        with _written(part) as tar:
            described = Path(place) / ABOUT
            described.write_text(json.dumps(asdict(about)), encoding="utf-8")
            tar.add(described, ABOUT)
            tar.add(records, RECORDS)
            for path in sorted(files_of(address).rglob("*")):
                with suppress(FileNotFoundError):  # taken away meanwhile
                    tar.add(path, f"{FILES}/{path.relative_to(files_of(address))}", recursive=False)
        part.replace(file)
    return file


def read(address: str, file: Path) -> About:
    """Read a backup back into a new database and bring that up to date; returns what the backup is of.

    Raises NoBackup, OtherKind, NotEmpty, DumpFailed, storage.migrate.TooNew and Unreachable.
    """
    with tempfile.TemporaryDirectory() as place:
        unpacked = Path(place)
        try:
            with tarfile.open(file) as tar:
                _unpack(tar, unpacked)
            about = About(**json.loads((unpacked / ABOUT).read_text(encoding="utf-8")))
        except _NONE_OF_OURS as error:
            raise NoBackup(str(file)) from error
        _restore(address, about, unpacked)
    return about


def _unpack(tar: tarfile.TarFile, place: Path) -> None:
    """Unpack files and folders, and nothing outside a place; the filters of tarfile are not in every Python 3.11."""
    for member in tar:
        target = place / member.name
        if ".." in target.parts or not target.is_relative_to(place):
            raise NoBackup(member.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if member.isdir():
            target.mkdir(exist_ok=True)
        elif content := tar.extractfile(member):
            with content, target.open("wb") as file:
                shutil.copyfileobj(content, file)


def _restore(address: str, about: About, unpacked: Path) -> None:
    if about.database != _kind(address):
        raise OtherKind(about.database)
    if about.revision not in migrate.revisions():
        raise migrate.TooNew(about.revision)
    dump.refuse_what_is_there(address)
    files = files_of(address)
    if files.exists():
        raise NotEmpty(str(files))
    dump.load(address, unpacked / RECORDS)
    if (unpacked / FILES).exists():
        _move(unpacked / FILES, files)
    with closing(Database(address)) as database:
        migrate.upgrade(database)


def _move(unpacked: Path, files: Path) -> None:
    files.mkdir(mode=0o700, parents=True)
    for path in sorted(unpacked.rglob("*")):
        target = files / path.relative_to(unpacked)
        if path.is_dir():
            target.mkdir(mode=0o700)
        else:
            target.touch(mode=0o600)
            target.write_bytes(path.read_bytes())


@contextmanager
def _written(path: Path) -> Iterator[tarfile.TarFile]:
    """An archive that is on the disk when the block ends."""
    path.touch(mode=0o600)
    with path.open("wb") as raw:
        with tarfile.open(fileobj=raw, mode="w:gz") as tar:
            yield tar
        raw.flush()
        os.fsync(raw.fileno())


def _kind(address: str) -> str:
    return "sqlite" if make_url(address).get_backend_name() == "sqlite" else "postgresql"


def _revision(address: str) -> str:
    with closing(Database(address)) as database:
        revision = migrate.current(database)
    if revision is None:
        raise NoBackup(address)
    return revision
