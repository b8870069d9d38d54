"""All records of one database copied to another, of the same kind or not, and compared row by row."""

from contextlib import closing
from itertools import zip_longest
from typing import Any

from sqlalchemy import ColumnElement, Connection, Result, Row, String, Table, collate, func, insert, select

from storage.database import Database
from storage.tables import metadata

AT_ONCE = 1000
"""Rows that are read and written together."""


class Different(Exception):
    """The other database holds records that are not the same; the message names the first such table."""


def copy(source: Database, target: Database) -> int:
    """Copy all records to a database without any, wholly or not at all; returns how many there are.

    Both have the newest shape. Where the other holds the same already nothing is done, so that it may be repeated.
    Raises Different; what a database does not take raises its own error.
    """
    with source.reading() as ours, target.transaction() as theirs:
        if _empty(theirs):
            for table in metadata.sorted_tables:
                _fill(ours, theirs, table)
        return sum(_compared(ours, theirs, table) for table in metadata.sorted_tables)


def _empty(c: Connection) -> bool:
    return not any(c.execute(select(table).limit(1)).first() for table in metadata.sorted_tables)


def _fill(ours: Connection, theirs: Connection, table: Table) -> None:
    with closing(_rows(ours, table)) as rows:
        for some in rows.mappings().partitions():
            theirs.execute(insert(table), [dict(row) for row in some])
    _count_on(theirs, table)


def _count_on(c: Connection, table: Table) -> None:
    """Have PostgreSQL number new rows after those that came with their numbers; SQLite does so by itself."""
    numbered = table.autoincrement_column
    if numbered is not None and c.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(f'"{table.name}"', numbered.name)
        c.execute(select(func.setval(sequence, func.max(numbered))).select_from(table))


def _compared(ours: Connection, theirs: Connection, table: Table) -> int:
    """How many rows both have; raises Different where they are not the same."""
    with closing(_rows(ours, table)) as these, closing(_rows(theirs, table)) as those:
        return sum(_same(table, *rows) for rows in zip_longest(these, those))


def _same(table: Table, one: Row[Any] | None, other: Row[Any] | None) -> bool:
    if one != other:
        raise Different(table.name)
    return True


def _rows(c: Connection, table: Table) -> Result[Any]:
    query = select(table).order_by(*(_sorted(c, column) for column in table.primary_key))
    return c.execute(query.execution_options(yield_per=AT_ONCE))


def _sorted(c: Connection, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """In the order of SQLite, byte by byte, whatever the language of a PostgreSQL."""
    postgresql = c.dialect.name == "postgresql"
    return collate(column, "C") if postgresql and isinstance(column.type, String) else column
