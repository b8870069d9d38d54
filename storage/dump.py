"""A database as it is at one moment, written to a file while others work on it, and read back into an empty one.

SQLite is copied by its own online backup; for PostgreSQL its own programs pg_dump and pg_restore are run.
"""

import os
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from shutil import which
from urllib.parse import quote

from sqlalchemy import URL, Connection, func, inspect, make_url, select

from storage.database import Database
from storage.tables import metadata

TABLES = (*metadata.tables, "alembic_version")
"""What is kpibot's in a database; others' tables beside them are left alone."""


class DumpFailed(Exception):
    """A dump could not be written or read back; the message says why, without passwords and records."""


class NotEmpty(Exception):
    """There is something already where a dump was to be read back; the message names it."""


def dump(url: str, path: Path) -> None:
    """Write the records of one moment to a new file. Raises DumpFailed and Unreachable."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        _copy(Path(str(parsed.database)), path)
    else:
        options = [f'--table="{schema}"."{name}"' for schema, name in _tables(url)]
        _run("pg_dump", parsed, "--format=custom", "--no-owner", "--no-privileges", f"--file={path}", *options)


def refuse_what_is_there(url: str) -> None:
    """Hold against what a dump would overwrite. Raises NotEmpty and Unreachable."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        # The log of a database that is gone would be written into the new one.
        for ending in ("", "-wal", "-shm", "-journal"):
            if Path(f"{parsed.database}{ending}").exists():
                raise NotEmpty(f"{parsed.database}{ending}")
    else:
        for _, name in _tables(url):
            raise NotEmpty(name)


def load(url: str, path: Path) -> None:
    """Read a dump back into a database that has no records yet. Raises DumpFailed, NotEmpty and Unreachable."""
    refuse_what_is_there(url)
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        file = Path(str(parsed.database))
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _copy(path, file)
    else:
        _run("pg_restore", parsed, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", path)


def _copy(source: Path, target: Path) -> None:
    """Copy an SQLite database wholly or not at all, and see that the copy is sound."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        with closing(_opened(source)) as ours, closing(_opened(part)) as theirs:
            ours.backup(theirs)
            # One file holds it all, and not the marks of a log that stays behind.
            theirs.execute("PRAGMA journal_mode=DELETE")
            (found,) = theirs.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise DumpFailed("SQLite says that the database is damaged")
        part.replace(target)
    except sqlite3.Error as error:
        raise DumpFailed(str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True)


def _tables(url: str) -> Sequence[tuple[str, str]]:
    with closing(Database(url)) as database, database.reading() as c:
        return tuple(_ours(c))


def _ours(c: Connection) -> Iterator[tuple[str, str]]:
    schema = c.execute(select(func.current_schema())).scalar_one()
    there = set(inspect(c).get_table_names())
    return ((schema, name) for name in TABLES if name in there)


def _run(program: str, url: URL, *options: str | Path) -> None:
    """Run a program of PostgreSQL on a database; its password is not shown to others who list processes."""
    found = which(program)
    if found is None:
        raise DumpFailed(f"{program} is not installed (on Debian: apt install postgresql-client)")
    query = dict(url.query)
    password = url.password or query.pop("password", None)
    bare = url.set(drivername="postgresql", password=None, query=query).render_as_string()
    secret = {"PGPASSWORD": str(password)} if password else {}
    done = subprocess.run(  # noqa: S603 - found on the path, and given no words of others
        [found, f"--dbname={bare}", *options],
        env=os.environ | secret,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        # Lines further down may quote records.
        raise DumpFailed(next((line for line in done.stderr.splitlines() if "error:" in line), program))
