"""The database: one file of SQLite or one PostgreSQL, opened once, worked on in transactions."""

import sqlite3
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib.util import find_spec
from json import JSONEncoder
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
DRIVER = "psycopg[binary]"
"""What to install for PostgreSQL, by its name in the index of packages."""
WAIT_SECONDS = 30
"""How long a transaction waits for its turn to write on SQLite."""
CONNECT_SECONDS = 10
"""How long PostgreSQL may take to answer."""

# Chinese as it is written, half the size of its escapes; and nothing that PostgreSQL would refuse and SQLite take.
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode
# What people answered shall not come into the logs with an error.
_ENGINE: dict[str, Any] = {"json_serializer": _encode, "hide_parameters": True}


def passes(error: BaseException | None) -> bool:
    """Whether what failed is the database, so that the same may do later; not what was asked of it.

    What fails after that tells nothing: no savepoint is left where the database undid a transaction by itself.
    """
    return error is not None and (_passes(error) or passes(error.__context__))


def _passes(error: BaseException) -> bool:
    if not isinstance(error, DBAPIError):
        return isinstance(error, Unreachable | PoolTimeout)
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & 0xFF not in _ASKED_WRONG
    state = getattr(cause, "sqlstate", None)
    # Without a code it was the driver: it lost the connection, or does not take a value.
    return state[:2] not in {"22", "23", "42"} if state else not isinstance(error, DataError | ProgrammingError)


def damaged(error: BaseException) -> bool:
    """Whether rows cannot be read that others may stand beside whole."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT
    return str(getattr(cause, "sqlstate", "")).startswith("XX")


_ASKED_WRONG = {
    *(sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH),
    *(sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE, sqlite3.SQLITE_TOOBIG),
}


class Unreachable(Exception):
    """The database cannot be opened, or not written to in time; the message says which and why, without passwords."""


class Database:
    """A database by its SQLAlchemy URL, such as `sqlite:///kpibot.db` or `postgresql://user@host/name`.

    May be used from any thread. A folder and a file of SQLite that do not exist are made, for their owner alone.
    Raises Unreachable when it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        parsed = _parsed(url)
        self._name = _shown(parsed)
        try:
            self._writer, self._reader = (
                _sqlite(parsed) if parsed.drivername == DRIVERS["sqlite"] else _postgresql(parsed)
            )
            self._writer.connect().close()
        except (DBAPIError, OSError) as error:
            raise self._unreachable(error) from error

    @contextmanager
    def transaction(self) -> Generator[Connection]:
        """A transaction that writes: committed at the end of the block, undone when the block raises.

        On SQLite one writes at a time, the others wait. Do not open one inside another.
        Raises Unreachable when the database is gone, or busy for more than WAIT_SECONDS.
        """
        with self._begun(self._writer) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A transaction that sees one moment of the database and cannot write. Raises Unreachable."""
        with self._begun(self._reader) as connection:
            yield connection

    def close(self) -> None:
        """Close all connections that are not in a transaction."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def _begun(self, engine: Engine) -> Generator[Connection]:
        with ExitStack() as stack:
            try:
                connection = stack.enter_context(engine.connect())
                stack.enter_context(connection.begin())
            except (DBAPIError, PoolTimeout) as error:
                raise self._unreachable(error) from error
            yield connection

    def _unreachable(self, error: Exception) -> Unreachable:
        reason = error.orig if isinstance(error, DBAPIError) else error
        return Unreachable(f"cannot open {self._name}: {reason}")


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # Not even the cause is shown: it may quote a password.
        raise Unreachable("this is not a database URL; one looks like sqlite:///kpibot.db") from None
    backend = parsed.get_backend_name()
    if backend not in DRIVERS:
        raise Unreachable(f"cannot open {_shown(parsed)}: only SQLite and PostgreSQL are supported")
    return parsed.set(drivername=DRIVERS[backend])


def _shown(url: URL) -> str:
    # The query may hold a password too.
    return url.set(query={}).render_as_string(hide_password=True)


def _sqlite(url: URL) -> tuple[Engine, Engine]:
    if url.database in {None, "", ":memory:"}:
        raise Unreachable("an SQLite database in memory keeps nothing; name a file: sqlite:///kpibot.db")
    _make_file(Path(str(url.database)))
    # A pool of one connection is the queue in which the writers of this process wait.
    writer = _sqlite_engine(url, "BEGIN IMMEDIATE", "journal_mode=WAL", pool_size=1, max_overflow=0)
    return writer, _sqlite_engine(url, "BEGIN", "query_only=ON")


def _make_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        # Only a new file is opened here: closing one that SQLite has open would drop its locks.
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return


def _sqlite_engine(url: URL, begin: str, pragma: str, **pool: int) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_timeout=WAIT_SECONDS,
        connect_args={"timeout": WAIT_SECONDS},
        **_ENGINE,
        **pool,
    )
    event.listen(engine, "connect", partial(_prepare, pragma))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare(pragma: str, connection: sqlite3.Connection, _: Any) -> None:
    # The driver shall not begin transactions of its own: ours begin as their engine says.
    connection.isolation_level = None
    try:
        for setting in ("synchronous=FULL", "foreign_keys=ON", pragma):
            _set(connection, setting)
    except sqlite3.Error:
        connection.close()
        raise


def _set(connection: sqlite3.Connection, setting: str) -> None:
    deadline = monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute(f"PRAGMA {setting}")
            return
        except sqlite3.OperationalError as error:
            # SQLite itself waits everywhere else, but not to change the journal's mode while another writes.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(0.01)


def _postgresql(url: URL) -> tuple[Engine, Engine]:
    writer = postgresql_engine(url, pool_pre_ping=True)
    # REPEATABLE READ sees one moment, as every reader of SQLite does.
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return writer, reader


def postgresql_engine(url: str | URL, **options: Any) -> Engine:
    """What connects to a PostgreSQL. Raises Unreachable where it has no driver."""
    if find_spec("psycopg") is None:
        raise Unreachable(f'PostgreSQL needs a driver: {sys.executable} -m pip install "{DRIVER}"')
    address = _parsed(url) if isinstance(url, str) else url
    if "connect_timeout" not in address.query:
        address = address.update_query_dict({"connect_timeout": str(CONNECT_SECONDS)})
    return create_engine(address, **_ENGINE, **options)
