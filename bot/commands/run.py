"""kpibot run."""

import typer

from bot.commands.migrate import migrated
from bot.options import Database, fail, started, words
from bot.redaction import redacted
from locales.text import Text, text


def run(*, database: Database = None) -> None:
    """Run on Telegram."""
    with started(database) as settings:
        if settings.telegram_token is None:
            fail(text("command.run.no_token"))
        if settings.webhook_url and settings.webhook_secret is None:
            fail(text("command.run.no_secret"))
        from bot.secrecy import exposed
        from bot.telegram.running import Occupied, Refused, Unwelcome
        from bot.telegram.running import run as talk

        address = settings.database.get_secret_value()
        migrated(address)
        for path in exposed(address):
            typer.echo(words.say(text("command.wrong.exposed", path=str(path))), err=True)
        _say(text("command.run.database", database=redacted(address)))
        try:
            talk(settings, address, _say)
        except Unwelcome:
            fail(text("command.run.unwelcome"))
        except Refused as error:
            fail(text("command.run.refused", reason=redacted(str(error))))
        except Occupied as error:
            fail(text("command.run.listen", listen=str(error)))


def _say(told: Text) -> None:
    typer.echo(words.say(told))
