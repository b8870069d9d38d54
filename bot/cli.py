"""The command line: every command of kpibot by its name; the longer ones have a file each in bot/commands.

What is heavy is imported inside the commands, so that help comes at once.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from shutil import which
from typing import Annotated, Literal

import typer

from bot.commands.backup import backup, restore
from bot.commands.migrate import migrate, migrated
from bot.commands.people import app as people_app
from bot.commands.run import run
from bot.language import Language, system_language
from bot.options import Database, bounded, country_code, describe, fail, instant, say, started, words
from bot.redaction import redacted
from locales.text import Text, text

DEMO = "sqlite:///data/demo.db"
"""Where the demo is kept unless another database is named."""

app = typer.Typer(
    name="kpibot",
    help=say("command.help"),
    no_args_is_help=True,
    # Rich's tables would cut Chinese, which has no spaces to break at, with an ellipsis.
    rich_markup_mode=None,
    add_completion=False,
    # A traceback with the values of variables would show people's answers.
    pretty_exceptions_enable=False,
)
app.add_typer(people_app)


def main() -> None:
    """Run the command line."""
    app(prog_name="kpibot")


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the value of --version
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kpibot {version('kpibot')}")
        raise typer.Exit


@app.callback()
def _kpibot(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("command.option.version"))
    ] = False,
) -> None:
    """Hold the options that come before a command."""


@app.command(help=describe("command.chat", "command.chat.more"))
def chat(
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=say("command.option.jsonl"))] = False,
    database: Database = None,
    name: Annotated[str | None, typer.Option("--as", metavar="NAME", help=say("command.option.as"))] = None,
    role: Annotated[Literal["manager", "hr", "employee"] | None, typer.Option(help=say("command.option.role"))] = None,
    language: Annotated[Language | None, typer.Option(help=say("command.option.language"))] = None,
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=instant, help=say("command.option.now"))
    ] = None,
) -> None:
    """Talk to kpibot in this terminal, or over JSON lines."""
    with started(database) as settings:
        if jsonl:
            from bot import jsonl as lines

            talk = lines.chat
        else:
            from bot import terminal

            talk = terminal.chat
        talk(database=settings.database.get_secret_value(), name=name, role=role, language=language, now=now)


app.command(help=describe("command.run", "command.run.more"))(run)


@app.command(help=describe("command.invite", "command.invite.more"))
def invite(
    *,
    role: Annotated[Literal["manager", "hr", "employee"], typer.Option(help=say("command.option.invite_role"))],
    department: Annotated[
        str | None, typer.Option(metavar="NAME", help=say("command.option.department"), callback=bounded)
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help=say("command.option.organisation"), callback=bounded)
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help=say("command.option.country"), callback=country_code)
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help=say("command.option.days"))] = 7,
    database: Database = None,
) -> None:
    """Make an invitation from outside the chat."""
    with started(database) as settings:
        from bot.inviting import invite as make

        told = make(settings, role=role, department=department, organisation=organisation, country=country, days=days)
        for one in told:
            typer.echo(words.say(one))


@app.command(help=describe("command.export", "command.export.more"))
def export(
    *,
    plan: Annotated[str, typer.Option("--plan", "--post", metavar="ID|latest", help=say("command.option.plan"))],
    progress: Annotated[bool, typer.Option("--progress", help=say("command.option.progress"))] = False,
    year: Annotated[int | None, typer.Option(min=2000, max=2099, help=say("command.option.year"))] = None,
    format: Annotated[Literal["json", "xlsx", "md"], typer.Option(help=say("command.option.format"))],
    language: Annotated[Language | None, typer.Option(help=say("command.option.export_language"))] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help=say("command.option.output"))] = None,
    database: Database = None,
) -> None:
    """Write a plan to a file or to standard output."""
    if progress and format == "md":
        raise typer.BadParameter(words.say(Text("command.bad.progress_format")))
    with started(database, absent="refused") as settings:
        from bot.export import NoPlan
        from bot.export import export as write

        address, spoken = settings.database.get_secret_value(), language or settings.language
        try:
            path = write(
                database=address,
                plan=plan,
                format=format,
                language=spoken,
                output=output,
                progress=progress,
                year=year,
            )
        except NoPlan:
            fail(text("command.no_plan", value=plan))
        except OSError as error:
            fail(text("command.unwritable", path=str(error.filename or "-")))
        if path:
            typer.echo(words.say(text("command.written", path=str(path))))


app.command(help=describe("command.migrate", "command.migrate.more"))(migrate)
app.command(help=describe("command.backup", "command.backup.more"))(backup)
app.command(help=describe("command.restore", "command.restore.more"))(restore)


@app.command(help=describe("command.updates", "command.updates.more"))
def updates(
    action: Annotated[Literal["list", "retry", "drop"], typer.Argument(help=say("command.option.updates_action"))],
    ids: Annotated[list[int] | None, typer.Argument(metavar="[ID]...", help=say("command.option.updates_ids"))] = None,
    *,
    database: Database = None,
) -> None:
    """List updates that could not be processed, have them taken again, or forget them."""
    with started(database, absent="refused") as settings:
        address = settings.database.get_secret_value()
        migrated(address)
        from bot import aside

        match action:
            case "list":
                told = aside.listed(address)
            case "retry":
                told = aside.retry(address, ids)
            case "drop" if ids:
                told = aside.drop(address, ids)
            case _:
                fail(text("command.updates.which"))
        for line in told:
            typer.echo(words.say(line))


@app.command(help=describe("command.doctor", "command.doctor.more"))
def doctor(*, database: Database = None) -> None:
    """Say what is wrong with the set-up and how to mend it."""
    from bot.doctor import absent, examine

    if new := absent(database):
        typer.echo(words.say(new))
    healthy = True
    for finding in examine(database):
        mark = "✗" if finding.wrong else "✓"
        typer.echo(f"{mark} {say(f'command.doctor.{finding.check}')}")
        healthy &= not finding.wrong
        for problem in finding.wrong:
            typer.echo(f"  {words.say(problem)}")
    raise typer.Exit(0 if healthy else 1)


@app.command(help=describe("command.understand", "command.understand.more"))
def understand(
    texts: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=say("command.option.text"))] = None,
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=say("command.option.jsonl.texts"))] = False,
    language: Annotated[Language | None, typer.Option(help=say("command.option.language"))] = None,
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=instant, help=say("command.option.now"))
    ] = None,
) -> None:
    """Show what is read in texts."""
    from bot import understanding

    on, setting = (now or datetime.now(UTC)).date(), language or system_language(os.environ)
    if jsonl:
        understanding.lines(on, setting)
    elif texts:
        for one in texts:
            typer.echo(understanding.shown(one, on, setting))
    else:
        raise typer.BadParameter(words.say(text("command.understand.nothing")))


@app.command(help=describe("command.organisation", "command.organisation.more"))
def organisation(
    *,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help=say("command.option.organisation"), callback=bounded)
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help=say("command.option.country"), callback=country_code)
    ] = None,
    time_zone: Annotated[str | None, typer.Option(metavar="ZONE", help=say("command.option.time_zone"))] = None,
    days_off: Annotated[str | None, typer.Option(metavar="DAYS", help=say("command.option.days_off"))] = None,
    currency: Annotated[str | None, typer.Option(metavar="CODE", help=say("command.option.currency"))] = None,
    ask_from: Annotated[int | None, typer.Option(metavar="HOUR", help=say("command.option.ask_from"))] = None,
    ask_until: Annotated[int | None, typer.Option(metavar="HOUR", help=say("command.option.ask_until"))] = None,
    reminders: Annotated[int | None, typer.Option(metavar="N", help=say("command.option.reminders"))] = None,
    confirm_days: Annotated[int | None, typer.Option(metavar="DAYS", help=say("command.option.confirm_days"))] = None,
    department_share: Annotated[
        int | None, typer.Option(metavar="PERCENT", help=say("command.option.department_share"))
    ] = None,
    fiscal_start: Annotated[int | None, typer.Option(metavar="MONTH", help=say("command.option.fiscal_start"))] = None,
    database: Database = None,
) -> None:
    """Show or change the settings of an organisation."""
    given = {
        "ask_from": ask_from,
        "ask_until": ask_until,
        "reminders": reminders,
        "confirm_days": confirm_days,
        "department_share": department_share,
        "fiscal_start": fiscal_start,
    }
    with started(database) as settings:
        from bot.organising import BadSetting, organise

        numbers = {setting: number for setting, number in given.items() if number is not None}
        named = {"country": country, "days_off": days_off, "currency": currency}
        place = {setting: value for setting, value in named.items() if value is not None}
        address = settings.database.get_secret_value()
        try:
            told = organise(address, name or settings.organisation, time_zone, numbers, place)
        except BadSetting as bad:
            fail(bad.reason)
        for one in told:
            typer.echo(words.say(one))


@app.command(help=describe("command.demo", "command.demo.more"))
def demo(
    *,
    seed: Annotated[int, typer.Option(help=say("command.option.seed"))] = 1,
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=instant, help=say("command.option.now"))
    ] = None,
    database: Database = None,
) -> None:
    """Fill a database with a company to try."""
    with started(database or DEMO) as settings:
        from bot.demo import company

        address = settings.database.get_secret_value()
        kept = quote(redacted(address))
        ready = text("command.demo.done", name=company.NAME, program=_called(), database=kept)
        try:
            company.fill(address, now or datetime.now(UTC), seed)
        except company.NotEmpty:
            fail(text("command.demo.exists", database=redacted(address)), ready)
        typer.echo(words.say(ready))


def _called() -> str:
    """What to type to call the program as it was called."""
    path = Path(sys.argv[0])
    if path.name == "__main__.py":
        return f"{quote(sys.executable)} -m {path.parent.name}"
    return path.name if which(path.name) == str(path) else quote(str(path))


@app.command(help=describe("command.digest", "command.digest.more"))
def digest(
    *,
    rhythm: Annotated[
        Literal["weekly", "monthly", "quarterly"], typer.Option(help=say("command.option.rhythm"))
    ] = "monthly",
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=instant, help=say("command.option.now"))
    ] = None,
    print_: Annotated[bool, typer.Option("--print", help=say("command.option.print"))] = False,
    format: Annotated[
        Literal["text", "json", "xlsx"] | None, typer.Option(help=say("command.option.digest_format"))
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help=say("command.option.digest_organisation"), callback=bounded)
    ] = None,
    language: Annotated[Language | None, typer.Option(help=say("command.option.export_language"))] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help=say("command.option.digest_output"))] = None,
    database: Database = None,
) -> None:
    """Show a digest, or send those that are due."""
    with started(database, absent="refused") as settings:
        from bot import digesting
        from kpi.digest import Rhythm

        address, at = settings.database.get_secret_value(), now or datetime.now(UTC)
        if not (print_ or format or output):
            digesting.send(address, settings.language, at)
            return
        try:
            with digesting.newest(address, organisation or settings.organisation, Rhythm(rhythm), at) as found:
                made = digesting.shown(*found, format or "text", language or settings.language, output)
        except OSError as error:
            fail(text("command.unwritable", path=str(error.filename or "-")))
        except digesting.NoOrganisation as none:
            fail(_no_organisation(none.name, none.known))
        typer.echo(made if isinstance(made, str) else words.say(text("command.written", path=str(made))))


def _no_organisation(name: str, known: tuple[str, ...]) -> Text:
    if not known:
        return Text("command.no_organisations")
    return text("command.no_organisation", name=name, known=known)
