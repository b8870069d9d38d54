"""PostgreSQL where it runs; tests that need it are skipped elsewhere, but not in CI."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/test"


@contextmanager
def schema() -> Iterator[str]:
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"kpibot_{uuid4().hex}"
    try:
        with engine.connect() as c:
            c.execute(text(f"CREATE SCHEMA {name}"))
    except (SQLAlchemyError, ImportError) as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at 127.0.0.1:5432: {type(error).__name__}")
    try:
        yield f"{SERVER}?options=-csearch_path%3D{name}"
    finally:
        with engine.connect() as c:
            c.execute(text(f"DROP SCHEMA {name} CASCADE"))
        engine.dispose()


def emptied(address: str) -> None:
    """Have a schema hold nothing."""
    name = address.rpartition("%3D")[2]
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as c:
        c.execute(text(f"DROP SCHEMA {name} CASCADE"))
        c.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
