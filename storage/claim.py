"""Claims: which program serves a database, so that no second one sends what the first has under way.

A claim is a lock of the database's own kind: it goes with the program that holds it, however that ends.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, NullPool, func, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database, Unreachable, postgresql_engine

_LOCK = 0x6B706962
"""What is locked in a PostgreSQL, beside the schema, which tells one kpibot from another; any number would do."""


class Claimed(Exception):
    """Another program serves the database."""


class _File:
    """The claim on an SQLite database: a lock on a file beside it, which nobody can take away."""

    lost = False

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            self._connection.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise Claimed from error
            raise Unreachable(f"cannot lock {path}: {error}") from error

    def holds(self) -> bool:
        """Whether it is ours."""
        return True

    def close(self) -> None:
        """Give it back."""
        self._connection.close()


class _Server:
    """The claim on a PostgreSQL: an advisory lock that lasts as long as its connection."""

    def __init__(self, url: str, *, shared: bool) -> None:
        self.lost = False
        self._engine = postgresql_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._try = func.pg_try_advisory_lock_shared if shared else func.pg_try_advisory_lock
        self._connection = self._taken()

    def holds(self) -> bool:
        """Whether it is ours; one that was lost with its connection is taken again, once that can be made."""
        try:
            self._connection.execute(select(1))
            return True
        except SQLAlchemyError:
            with suppress(SQLAlchemyError):
                self._connection.close()
        # While the server is gone nobody else can take it either.
        with suppress(SQLAlchemyError):
            try:
                self._connection = self._taken()
            except Claimed:
                self.lost = True
        return not self.lost

    def close(self) -> None:
        """Give it back."""
        self._connection.close()

    def _taken(self) -> Connection:
        connection = self._engine.connect()
        schema = func.hashtext(func.current_schema())
        if not connection.execute(select(self._try(_LOCK, schema))).scalar_one():
            connection.close()
            raise Claimed
        return connection


Claim = _File | _Server


@contextmanager
def claimed(url: str, *, shared: bool = False) -> Iterator[Claim]:
    """Serve a database alone, or, on PostgreSQL, with others that share it. Raises Claimed and Unreachable."""
    Database(url).close()  # what cannot be opened is told as everywhere
    address = make_url(url)
    of_file = address.get_backend_name() == "sqlite"
    with closing(_File(Path(f"{address.database}.lock")) if of_file else _Server(url, shared=shared)) as claim:
        yield claim
