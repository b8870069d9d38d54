"""kpibot backup and kpibot restore."""

from pathlib import Path
from typing import Annotated

import typer

from bot.options import Database, fail, say, started, words
from bot.redaction import redacted
from locales.text import text


def backup(
    *,
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help=say("command.option.backup_to"))] = None,
    database: Database = None,
) -> None:
    """Keep a copy of everything as it is now, while kpibot runs."""
    with started(database, absent="refused") as settings:
        from bot.backup import NoBackup, write
        from storage.dump import DumpFailed

        try:
            file = write(settings.database.get_secret_value(), to)
        except FileExistsError as error:
            fail(text("command.backup.exists", path=str(error.filename)))
        except NoBackup:
            fail(text("command.backup.nothing"))
        except DumpFailed as error:
            fail(text("command.backup.failed", reason=redacted(str(error))))
        except OSError as error:
            fail(text("command.unwritable", path=str(error.filename or to)))
        typer.echo(words.say(text("command.backup.done", path=str(file))))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("command.option.restore_file"))],
    *,
    database: Database = None,
) -> None:
    """Make a database out of a backup."""
    with started(database, absent="usual") as settings:
        from bot.backup import NoBackup, OtherKind, read
        from storage.dump import DumpFailed, NotEmpty

        address = settings.database.get_secret_value()
        shown = redacted(address)
        try:
            about = read(address, file)
        except NoBackup:
            fail(text("command.restore.no_backup", path=str(file)))
        except OtherKind as error:
            fail(text("command.restore.other_kind", kind=error.kind, database=shown))
        except NotEmpty as error:
            fail(text("command.restore.not_empty", database=shown, what=str(error)))
        except DumpFailed as error:
            fail(text("command.backup.failed", reason=redacted(str(error))))
        except OSError as error:
            fail(text("command.unwritable", path=str(error.filename or shown)))
        typer.echo(words.say(text("command.restore.done", database=shown, made=about.made, version=about.kpibot)))
