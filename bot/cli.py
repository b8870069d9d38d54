"""The command line: kpibot chat, run, invite, export, understand, migrate and doctor.

What is heavy is imported inside the commands, so that help comes at once.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from shutil import which
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from bot.language import Language, system_language
from bot.redaction import redacted
from locales.text import Text, text
from locales.words import load_domain

if TYPE_CHECKING:
    from bot.settings import Settings

LONGEST_NAME = 200
"""Characters of the name of a department or organisation."""

_words = load_domain(system_language(os.environ), "command")


def _say(id: str) -> str:
    return _words.say(Text(id))


def _help(short: str, more: str) -> str:
    # The list of commands shows the first paragraph only.
    return f"{_say(short)}\n\n{_say(more)}"


def _fail(*problems: Text) -> NoReturn:
    """Say what is wrong and end with exit code 1."""
    for problem in problems:
        typer.echo(_words.say(problem), err=True)
    raise typer.Exit(1)


def _database(address: str) -> str:
    from bot.settings import BadSettings, check_database

    try:
        check_database(address)
    except BadSettings as error:
        raise typer.BadParameter(_words.say(error.problems[0])) from None
    return address


def _instant(moment: str) -> datetime:
    try:
        instant = datetime.fromisoformat(moment)
    except ValueError:
        raise typer.BadParameter(_words.say(text("command.bad.now", value=moment))) from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _bounded(name: str | None) -> str | None:
    """A name as it is kept; refused where it is empty or too long."""
    from dialogs.reading.text.clean import clean

    cleaned = clean(name).text if name is not None else None
    if cleaned is not None and not 0 < len(cleaned) <= LONGEST_NAME:
        raise typer.BadParameter(_words.say(text("command.bad.name", longest=LONGEST_NAME)))
    return cleaned


def _country(code: str | None) -> str | None:
    """A country whose working days are known."""
    from dialogs.working_days import countries

    if code is not None and code.upper() not in countries():
        raise typer.BadParameter(_words.say(text("command.bad.country", value=code)))
    return code.upper() if code else None


Database = Annotated[
    str | None, typer.Option("--database", metavar="URL", parser=_database, help=_say("command.option.database"))
]

DEMO = "sqlite:///data/demo.db"
"""Where the demo is kept unless another database is named."""

app = typer.Typer(
    name="kpibot",
    help=_say("command.help"),
    no_args_is_help=True,
    # Rich's tables would cut Chinese, which has no spaces to break at, with an ellipsis.
    rich_markup_mode=None,
    add_completion=False,
    # A traceback with the values of variables would show people's answers.
    pretty_exceptions_enable=False,
)


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
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_say("command.option.version"))
    ] = False,
) -> None:
    """Hold the options that come before a command."""


@app.command(help=_help("command.chat", "command.chat.more"))
def chat(
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=_say("command.option.jsonl"))] = False,
    database: Database = None,
    name: Annotated[str | None, typer.Option("--as", metavar="NAME", help=_say("command.option.as"))] = None,
    role: Annotated[Literal["manager", "hr", "employee"] | None, typer.Option(help=_say("command.option.role"))] = None,
    language: Annotated[Language | None, typer.Option(help=_say("command.option.language"))] = None,
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=_instant, help=_say("command.option.now"))
    ] = None,
) -> None:
    """Talk to kpibot in this terminal, or over JSON lines."""
    with _started(database) as settings:
        if jsonl:
            from bot import jsonl as lines

            talk = lines.chat
        else:
            from bot import terminal

            talk = terminal.chat
        talk(database=settings.database.get_secret_value(), name=name, role=role, language=language, now=now)


@app.command(help=_help("command.run", "command.run.more"))
def run(*, database: Database = None) -> None:
    """Run on Telegram."""
    with _started(database) as settings:
        if settings.telegram_token is None:
            _fail(text("command.run.no_token"))
        if settings.webhook_url and settings.webhook_secret is None:
            _fail(text("command.run.no_secret"))
        from bot.telegram.running import Occupied, Unwelcome
        from bot.telegram.running import run as talk

        address = settings.database.get_secret_value()
        _migrated(address, None)
        typer.echo(_words.say(text("command.run.database", database=redacted(address))))
        try:
            talk(settings, address, lambda told: typer.echo(_words.say(told)))
        except Unwelcome:
            _fail(text("command.run.unwelcome"))
        except Occupied:
            _fail(text("command.run.listen", listen=settings.webhook_listen))


@app.command(help=_help("command.invite", "command.invite.more"))
def invite(
    *,
    role: Annotated[Literal["manager", "hr", "employee"], typer.Option(help=_say("command.option.invite_role"))],
    department: Annotated[
        str | None, typer.Option(metavar="NAME", help=_say("command.option.department"), callback=_bounded)
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help=_say("command.option.organisation"), callback=_bounded)
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help=_say("command.option.country"), callback=_country)
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help=_say("command.option.days"))] = 7,
    database: Database = None,
) -> None:
    """Make an invitation from outside the chat."""
    with _started(database) as settings:
        from bot.inviting import invite as make

        made = make(settings, role=role, department=department, organisation=organisation, country=country, days=days)
        typer.echo(_words.say(made))


@app.command(help=_help("command.export", "command.export.more"))
def export(
    *,
    plan: Annotated[str, typer.Option("--plan", "--post", metavar="ID|latest", help=_say("command.option.plan"))],
    progress: Annotated[bool, typer.Option("--progress", help=_say("command.option.progress"))] = False,
    year: Annotated[int | None, typer.Option(min=2000, max=2099, help=_say("command.option.year"))] = None,
    format: Annotated[Literal["json", "xlsx", "md"], typer.Option(help=_say("command.option.format"))],
    language: Annotated[Language | None, typer.Option(help=_say("command.option.export_language"))] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help=_say("command.option.output"))] = None,
    database: Database = None,
) -> None:
    """Write a plan to a file or to standard output."""
    if progress and format == "md":
        raise typer.BadParameter(_words.say(Text("command.bad.progress_format")))
    with _started(database) as settings:
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
            _fail(text("command.no_plan", value=plan))
        except OSError as error:
            _fail(text("command.unwritable", path=str(error.filename or "-")))
        if path:
            typer.echo(_words.say(text("command.written", path=str(path))))


@app.command(help=_help("command.migrate", "command.migrate.more"))
def migrate(
    *,
    to: Annotated[str | None, typer.Option("--to", metavar="REVISION", help=_say("command.option.to"))] = None,
    database: Database = None,
) -> None:
    """Bring the database to the shape this version needs, or back to an earlier one."""
    with _started(database) as settings:
        before, after = _migrated(settings.database.get_secret_value(), to)
        none = text("command.no_revision")
        typer.echo(_words.say(text("command.migrated", before=before or none, after=after or none)))


@app.command(help=_help("command.updates", "command.updates.more"))
def updates(
    action: Annotated[Literal["list", "retry", "drop"], typer.Argument(help=_say("command.option.updates_action"))],
    ids: Annotated[list[int] | None, typer.Argument(metavar="[ID]...", help=_say("command.option.updates_ids"))] = None,
    *,
    database: Database = None,
) -> None:
    """List updates that could not be processed, have them taken again, or forget them."""
    with _started(database) as settings:
        address = settings.database.get_secret_value()
        _migrated(address, None)
        from bot import aside

        match action:
            case "list":
                told = aside.listed(address)
            case "retry":
                told = aside.retry(address, ids)
            case "drop" if ids:
                told = aside.drop(address, ids)
            case _:
                _fail(text("command.updates.which"))
        for line in told:
            typer.echo(_words.say(line))


@app.command(help=_help("command.doctor", "command.doctor.more"))
def doctor(*, database: Database = None) -> None:
    """Say what is wrong with the set-up and how to mend it."""
    from bot.doctor import examine

    healthy = True
    for finding in examine(database):
        mark = "✗" if finding.wrong else "✓"
        typer.echo(f"{mark} {_say(f'command.doctor.{finding.check}')}")
        healthy &= not finding.wrong
        for problem in finding.wrong:
            typer.echo(f"  {_words.say(problem)}")
    raise typer.Exit(0 if healthy else 1)


@app.command(help=_help("command.understand", "command.understand.more"))
def understand(
    texts: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=_say("command.option.text"))] = None,
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=_say("command.option.jsonl.texts"))] = False,
    language: Annotated[Language | None, typer.Option(help=_say("command.option.language"))] = None,
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=_instant, help=_say("command.option.now"))
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
        raise typer.BadParameter(_words.say(text("command.understand.nothing")))


@app.command(help=_help("command.organisation", "command.organisation.more"))
def organisation(
    *,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help=_say("command.option.organisation"), callback=_bounded)
    ] = None,
    time_zone: Annotated[str | None, typer.Option(metavar="ZONE", help=_say("command.option.time_zone"))] = None,
    ask_from: Annotated[int | None, typer.Option(metavar="HOUR", help=_say("command.option.ask_from"))] = None,
    ask_until: Annotated[int | None, typer.Option(metavar="HOUR", help=_say("command.option.ask_until"))] = None,
    reminders: Annotated[int | None, typer.Option(metavar="N", help=_say("command.option.reminders"))] = None,
    confirm_days: Annotated[int | None, typer.Option(metavar="DAYS", help=_say("command.option.confirm_days"))] = None,
    department_share: Annotated[
        int | None, typer.Option(metavar="PERCENT", help=_say("command.option.department_share"))
    ] = None,
    fiscal_start: Annotated[int | None, typer.Option(metavar="MONTH", help=_say("command.option.fiscal_start"))] = None,
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
    with _started(database) as settings:
        from bot.organising import BadSetting, organise

        numbers = {setting: number for setting, number in given.items() if number is not None}
        address = settings.database.get_secret_value()
        try:
            stands = organise(address, name or settings.organisation, time_zone, numbers)
        except BadSetting as bad:
            _fail(bad.reason)
        typer.echo(_words.say(stands))


@app.command(help=_help("command.demo", "command.demo.more"))
def demo(
    *,
    seed: Annotated[int, typer.Option(help=_say("command.option.seed"))] = 1,
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=_instant, help=_say("command.option.now"))
    ] = None,
    database: Database = None,
) -> None:
    """Fill a database with a company to try."""
    with _started(database or DEMO) as settings:
        from bot.demo import company

        address = settings.database.get_secret_value()
        kept = quote(redacted(address))
        ready = text("command.demo.done", name=company.NAME, program=_called(), database=kept)
        try:
            company.fill(address, now or datetime.now(UTC), seed)
        except company.NotEmpty:
            _fail(text("command.demo.exists", database=redacted(address)), ready)
        typer.echo(_words.say(ready))


def _called() -> str:
    """What to type to call the program as it was called."""
    path = Path(sys.argv[0])
    if path.name == "__main__.py":
        return f"{quote(sys.executable)} -m {path.parent.name}"
    return path.name if which(path.name) == str(path) else quote(str(path))


@app.command(help=_help("command.digest", "command.digest.more"))
def digest(
    *,
    rhythm: Annotated[
        Literal["weekly", "monthly", "quarterly"], typer.Option(help=_say("command.option.rhythm"))
    ] = "monthly",
    now: Annotated[
        datetime | None, typer.Option(metavar="ISO-TIME", parser=_instant, help=_say("command.option.now"))
    ] = None,
    print_: Annotated[bool, typer.Option("--print", help=_say("command.option.print"))] = False,
    format: Annotated[
        Literal["text", "json", "xlsx"] | None, typer.Option(help=_say("command.option.digest_format"))
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help=_say("command.option.digest_organisation"), callback=_bounded)
    ] = None,
    language: Annotated[Language | None, typer.Option(help=_say("command.option.export_language"))] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help=_say("command.option.digest_output"))] = None,
    database: Database = None,
) -> None:
    """Show a digest, or send those that are due."""
    with _started(database) as settings:
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
            _fail(text("command.unwritable", path=str(error.filename or "-")))
        except digesting.NoDatabase:
            _fail(text("command.no_database", database=redacted(address)))
        except digesting.NoOrganisation as none:
            _fail(_no_organisation(none.name, none.known))
        typer.echo(made if isinstance(made, str) else _words.say(text("command.written", path=str(made))))


def _no_organisation(name: str, known: tuple[str, ...]) -> Text:
    if not known:
        return Text("command.no_organisations")
    return text("command.no_organisation", name=name, known=known)


@contextmanager
def _started(database: str | None) -> "Iterator[Settings]":
    """The settings, with the database that was named, and the logs begun.

    What then goes wrong for reasons a person can mend is told in words.
    """
    from pydantic import SecretStr

    from storage.database import Unreachable
    from storage.migrate import TooNew

    settings = _begin()
    if database:
        settings.database = SecretStr(database)
    try:
        yield settings
    except Unreachable as error:
        _fail(text("command.unreachable", reason=redacted(str(error))))
    except TooNew:
        _fail(text("command.too_new"))


def _begin() -> "Settings":
    from bot.logs import configure
    from bot.settings import BadSettings, load

    try:
        settings = load()
    except BadSettings as error:
        _fail(*error.problems)
    try:
        configure(settings.log_level, settings.log_format, settings.log_file)
    except OSError:
        _fail(text("command.settings.log_file", value=str(settings.log_file)))
    return settings


def _migrated(address: str, to: str | None) -> tuple[str | None, str | None]:
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
            _fail(text("command.bad.revision", value=to, head=head))
        return before, migrations.current(database)
