"""kpibot migrate: the shape of the database, and its move to another."""

from contextlib import closing
from typing import Annotated

import typer

from bot.options import Database, check_address, fail, say, started, words
from bot.redaction import redacted
from locales.text import text


def migrate(
    *,
    to: Annotated[str | None, typer.Option("--to", metavar="REVISION", help=say("command.option.to"))] = None,
    to_database: Annotated[
        str | None,
        typer.Option("--to-database", metavar="URL", parser=check_address, help=say("command.option.to_database")),
    ] = None,
    database: Database = None,
) -> None:
    """Bring the database to the shape this version needs, or back to an earlier one, or move it."""
    if to and to_database:
        raise typer.BadParameter(words.say(text("command.bad.both", one="--to", other="--to-database")))
    with started(database, absent="refused" if to_database else "told") as settings:
        address = settings.database.get_secret_value()
        before, after = migrated(address, to)
        if to_database:
            _move(address, to_database)
            return
        none = text("command.no_revision")
        typer.echo(words.say(text("command.migrated", before=before or none, after=after or none)))


def migrated(address: str, to: str | None = None) -> tuple[str | None, str | None]:
    """The database's revisions before and after it was brought to one, or to the newest."""
    from storage import migrate as migrations
    from storage.database import Database as Opened

    with closing(Opened(address)) as database:
        before, head = migrations.current(database), migrations.head()
        if to in {None, head}:
            migrations.upgrade(database)
        elif to == "base" or (to in migrations.revisions() and to <= (before or "")):
            migrations.downgrade(database, to)
        else:
            fail(text("command.bad.revision", value=to, head=head))
        return before, migrations.current(database)


def _move(address: str, other: str) -> None:
    """Copy all records to another database, both of them used by nobody else."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.claim import claimed
    from storage.copying import Different, copy
    from storage.database import Database as Opened
    from storage.database import passes

    if other == address:
        fail(text("command.moved.same"))
    shown = redacted(other)
    migrated(other)
    with claimed(address), claimed(other), closing(Opened(address)) as source, closing(Opened(other)) as target:
        try:
            number = copy(source, target)
        except Different as error:
            fail(text("command.moved.different", database=shown, table=str(error)))
        except SQLAlchemyError as error:
            if passes(error):
                raise
            fail(text("command.moved.refused", database=shown, error=type(error).__name__))
    typer.echo(words.say(text("command.moved", database=shown, number=number)))
