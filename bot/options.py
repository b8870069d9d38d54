"""What the commands share: their words, how they fail, and the options that are checked as they are read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from bot.language import system_language
from bot.redaction import redacted
from locales.text import Text, text
from locales.words import load_domain

if TYPE_CHECKING:
    from bot.settings import Settings

Absent = Literal["told", "refused", "usual"]
"""What becomes of a database that is not there yet: told that it is made, refused where it is read, made as usual."""
LONGEST_NAME = 200
"""Characters of the name of a department or organisation."""

words = load_domain(system_language(os.environ), "command")
"""What the commands say."""


def say(id: str) -> str:
    """A message of the catalog `command`, in the language of the system."""
    return words.say(Text(id))


def describe(short: str, more: str) -> str:
    """The help of a command: one line, and what else is to be known."""
    # The list of commands shows the first paragraph only.
    return f"{say(short)}\n\n{say(more)}"


def fail(*problems: Text) -> NoReturn:
    """Say what is wrong and end with exit code 1."""
    for problem in problems:
        typer.echo(words.say(problem), err=True)
    raise typer.Exit(1)


def check_address(address: str) -> str:
    """The address of a database that kpibot can work with."""
    from bot.settings import BadSettings, check_database

    try:
        check_database(address)
    except BadSettings as error:
        raise typer.BadParameter(words.say(error.problems[0])) from None
    return address


def instant(moment: str) -> datetime:
    """A moment in ISO 8601; without a zone it is of UTC."""
    try:
        told = datetime.fromisoformat(moment)
    except ValueError:
        raise typer.BadParameter(words.say(text("command.bad.now", value=moment))) from None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def bounded(name: str | None) -> str | None:
    """A name as it is kept; refused where it is empty or too long."""
    from dialogs.reading.text.clean import clean

    cleaned = clean(name).text if name is not None else None
    if cleaned is not None and not 0 < len(cleaned) <= LONGEST_NAME:
        raise typer.BadParameter(words.say(text("command.bad.name", longest=LONGEST_NAME)))
    return cleaned


def country_code(code: str | None) -> str | None:
    """A country whose working days are known."""
    from dialogs.working_days import countries

    if code is not None and code.upper() not in countries():
        raise typer.BadParameter(words.say(text("command.bad.country", value=code)))
    return code.upper() if code else None


Database = Annotated[
    str | None, typer.Option("--database", metavar="URL", parser=check_address, help=say("command.option.database"))
]


@contextmanager
def started(database: str | None, *, absent: Absent = "told") -> "Iterator[Settings]":
    """The settings, with the database that was named, and the logs begun; `absent` is for one that is not there yet.

    What then goes wrong for reasons a person can mend is told in words.
    """
    from pydantic import SecretStr
    from sqlalchemy.exc import DBAPIError

    from storage.claim import Claimed
    from storage.database import Unreachable, passes
    from storage.migrate import TooNew

    settings = _begin()
    if database:
        settings.database = SecretStr(database)
    address = settings.database.get_secret_value()
    if absent != "usual":
        _tell_if_new(address, absent)
    try:
        yield settings
    except Unreachable as error:
        fail(text("command.unreachable", reason=redacted(str(error))))
    except TooNew:
        fail(text("command.too_new"))
    except Claimed:
        fail(text("command.claimed", database=redacted(address)))
    except DBAPIError as error:
        if not passes(error):
            raise
        fail(text("command.no_writing", database=redacted(address), reason=redacted(str(error.orig))))


def _tell_if_new(address: str, absent: Absent) -> None:
    """Say so where a database of SQLite is not there yet: it is new, or its name mistyped."""
    from bot.places import file_of

    file = file_of(address)
    if file is None or file.exists():
        return
    if absent == "refused":
        fail(text("command.no_database", database=redacted(address)))
    typer.echo(words.say(text("command.new_database", path=str(file.absolute()))), err=True)


def _begin() -> "Settings":
    from bot.logs import configure
    from bot.settings import BadSettings, load

    try:
        settings = load()
    except BadSettings as error:
        fail(*error.problems)
    try:
        configure(settings.log_level, settings.log_format, settings.log_file)
    except OSError:
        fail(text("command.settings.log_file", value=str(settings.log_file)))
    return settings
