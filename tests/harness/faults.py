"""What may go wrong with the Nth statement, commit or call, as data; and how it is done to a real database."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Literal

import psycopg
from sqlalchemy import URL, Engine

from storage.database import Database

Place = Literal["statement", "commit", "commit after", "call"]
"""Before a statement or a commit took effect, after a commit took effect, or a call of Telegram."""

SQLITE: dict[str, tuple[type[sqlite3.Error], int]] = {
    "locked": (sqlite3.OperationalError, sqlite3.SQLITE_BUSY),
    "read-only": (sqlite3.OperationalError, sqlite3.SQLITE_READONLY),
    "disk full": (sqlite3.OperationalError, sqlite3.SQLITE_FULL),
    "disk full, undone": (sqlite3.OperationalError, sqlite3.SQLITE_FULL),
    "corrupt": (sqlite3.DatabaseError, sqlite3.SQLITE_CORRUPT),
    "no database": (sqlite3.DatabaseError, sqlite3.SQLITE_NOTADB),
    "input/output": (sqlite3.OperationalError, sqlite3.SQLITE_IOERR),
    "cannot open": (sqlite3.OperationalError, sqlite3.SQLITE_CANTOPEN),
    "interrupted": (sqlite3.OperationalError, sqlite3.SQLITE_INTERRUPT),
    "constraint": (sqlite3.IntegrityError, sqlite3.SQLITE_CONSTRAINT),
    "error": (sqlite3.OperationalError, sqlite3.SQLITE_ERROR),
}
POSTGRESQL = (
    *(
        "08006",
        "0A000",
        "0B000",
        "20000",
        "21000",
        "22001",
        "23505",
        "24000",
        "25006",
        "25P02",
        "26000",
        "28000",
        "2B000",
    ),
    *(
        "2D000",
        "2F005",
        "34000",
        "38000",
        "39000",
        "3B001",
        "3D000",
        "3F000",
        "40001",
        "40P01",
        "42501",
        "44000",
        "53100",
    ),
    *("53300", "54000", "55P03", "57014", "57P01", "58030", "72000", "F0000", "HV000", "P0001", "XX000", "XX001"),
    *("lost", "terminated"),
)
"""At least one code of each class that PostgreSQL has; and the connection lost, by us or by the server."""
CALLS = (
    *(
        "reset",
        "reset after",
        "refused",
        "tls",
        "hang",
        "hang after",
        "401",
        "404",
        "429",
        "500",
        "proxy",
        "400",
        "403",
    ),
)
ASKED_WRONG = {"constraint", "error", "22001", "23505", "42501"}
"""Faults that say that the same will fail again: what asked for it is put aside, not tried again."""

_GIVEN_UP = {"update.quarantined", "courier.failed", "parcel.failed", "parcel.put_aside", "parcel.dead"}


@dataclass
class Fault:
    """One fault: what strikes the Nth of a place; 0 strikes none. Or all in spans of the loop's time, in seconds."""

    place: Place
    kind: str
    at: int
    outages: Sequence[tuple[float, float]] = ()
    counted: Counter[str] = field(default_factory=Counter)
    """How many there were, by place."""
    struck: str = ""
    """What it struck."""

    def strikes(self, place: str, what: str) -> bool:
        """Count one of a place; whether it is the one."""
        self.counted[place] += 1
        now = asyncio.get_running_loop().time() if self.outages else 0
        out = any(first <= now < last for first, last in self.outages)
        strikes = place == self.place.removesuffix(" after") and (out or self.counted[place] == self.at)
        if strikes:
            self.struck = what
        return strikes

    def explains(self, line: str) -> bool:
        """Whether a line of the log that tells of harm comes of this fault."""
        if self.place != "call":
            return line == "schedule.failed" or (self.kind in ASKED_WRONG and line in _GIVEN_UP)
        if line == "introduction.failed":
            return self.struck.startswith("setMy")
        return line in {"400": {"parcel.dead", "parcel.put_aside"}, "403": {"parcel.dead"}}.get(self.kind, set())

    @property
    def excuses(self) -> int:
        """Messages that nobody gets and nobody is told of: who blocked the bot cannot be told."""
        return int(self.kind == "403" and self.struck in {"sendMessage", "sendPhoto", "sendDocument"})


def arm(database: Database, fault: Fault) -> None:
    """Have the statements and commits of a database counted, and struck."""
    for dialect in {id(engine.dialect): engine.dialect for engine in _engines(database)}.values():
        strikes = dict.fromkeys(("do_execute", "do_executemany", "do_execute_no_params"), _statement)
        for name, strike in (strikes | {"do_commit": _commit}).items():
            setattr(dialect, name, strike(getattr(dialect, name), database, fault))


def _engines(database: Database) -> tuple[Engine, Engine]:
    return database._writer, database._reader


def _statement(real: Callable[..., Any], database: Database, fault: Fault) -> Callable[..., Any]:
    def execute(cursor: Any, statement: str, *rest: Any) -> Any:
        if fault.strikes("statement", statement):
            _strike(cursor, database, fault)
        return real(cursor, statement, *rest)

    return execute


def _commit(real: Callable[[Any], None], database: Database, fault: Fault) -> Callable[[Any], None]:
    def commit(connection: Any) -> None:
        strikes = fault.strikes("commit", "COMMIT")
        if strikes and fault.place == "commit":
            with closing(connection.cursor()) as cursor:
                _strike(cursor, database, fault)
        real(connection)
        if strikes:
            with closing(connection.cursor()) as cursor:
                _strike(cursor, database, fault)

    return commit


def _strike(cursor: Any, database: Database, fault: Fault) -> None:
    """Raise the fault; PostgreSQL does it by itself, so that all is as it then leaves it."""
    if fault.kind in SQLITE:
        kind, code = SQLITE[fault.kind]
        if fault.kind == "disk full, undone" and cursor.connection.in_transaction:
            cursor.execute("ROLLBACK")  # as SQLite may do by itself
        error = kind(fault.kind)
        error.sqlite_errorcode, error.sqlite_errorname = code, fault.kind
        raise error
    _close_gaps(database)
    if fault.kind == "lost":
        cursor.connection.close()
    if fault.kind == "terminated":
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'fault' USING ERRCODE = '{fault.kind}'; END $$")
    raise AssertionError("it did not fail")


def _close_gaps(database: Database) -> None:
    """Have ids go on from those that are kept, so that the same is the same: sequences are never rolled back."""
    with connected(database._writer.url) as connection:
        connection.execute(GAPLESS)


def connected(url: URL) -> psycopg.Connection[Any]:
    """A connection to PostgreSQL beside the program's."""
    place: dict[str, Any] = url.translate_connect_args(username="user", database="dbname") | dict(url.query)
    return psycopg.connect(**place, autocommit=True)


GAPLESS = """DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT sequencename AS name, replace(sequencename, '_id_seq', '') AS of FROM pg_sequences
        WHERE schemaname = current_schema() LOOP
        EXECUTE format('SELECT setval(%L, (SELECT coalesce(max(id), 0) + 1 FROM %I), false)', one.name, one.of);
    END LOOP; END $$"""


def kinds(place: Place, url: str) -> Iterator[str]:
    """What may strike a place of a database."""
    if place == "call":
        yield from CALLS
    else:
        yield from SQLITE if url.startswith("sqlite") else POSTGRESQL
