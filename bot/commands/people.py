"""The commands of `kpibot people`: who is here, roles, who left, plans handed over."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.language import system_language
from bot.options import Database, bounded, describe, say, started

if TYPE_CHECKING:
    from bot.operating import Operator
    from locales.text import Text

app = typer.Typer(
    name="people",
    help=describe("command.people", "command.people.more"),
    no_args_is_help=True,
    rich_markup_mode=None,
)
Organisation = Annotated[
    str | None,
    typer.Option("--organisation", metavar="NAME", help=say("command.option.digest_organisation"), callback=bounded),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help=say("command.option.person"))]
Role = Annotated[Literal["manager", "employee", "hr"], typer.Argument(help=say("command.option.person_role"))]


@app.command("list", help=say("command.people.list"))
def list_(*, organisation: Organisation = None, database: Database = None) -> None:
    """List everybody and the invitations that are open."""
    _do(database, organisation, lambda operator: operator.everybody())


@app.command(help=say("command.people.log"))
def log(*, organisation: Organisation = None, database: Database = None) -> None:
    """Tell what was done with people lately."""
    _do(database, organisation, lambda operator: operator.log())


@app.command(help=say("command.people.give"))
def give(name: Name, role: Role, *, organisation: Organisation = None, database: Database = None) -> None:
    """Give somebody a role."""
    _do(database, organisation, lambda operator: operator.give(name, role))


@app.command(help=say("command.people.take"))
def take(name: Name, role: Role, *, organisation: Organisation = None, database: Database = None) -> None:
    """Take a role from somebody."""
    _do(database, organisation, lambda operator: operator.take(name, role))


@app.command(help=say("command.people.deactivate"))
def deactivate(name: Name, *, organisation: Organisation = None, database: Database = None) -> None:
    """Note that somebody has left."""
    _do(database, organisation, lambda operator: operator.deactivate(name))


@app.command(help=say("command.people.reactivate"))
def reactivate(name: Name, *, organisation: Organisation = None, database: Database = None) -> None:
    """Note that somebody is back."""
    _do(database, organisation, lambda operator: operator.reactivate(name))


@app.command(help=say("command.people.move"))
def move(
    plan: Annotated[int, typer.Argument(metavar="PLAN", help=say("command.option.people_plan"))],
    name: Name,
    *,
    organisation: Organisation = None,
    database: Database = None,
) -> None:
    """Hand a plan over to another manager."""
    _do(database, organisation, lambda operator: operator.move(plan, name))


@app.command(help=say("command.people.lead"))
def lead(
    department: Annotated[
        str, typer.Argument(metavar="DEPARTMENT", help=say("command.option.people_department"), callback=bounded)
    ],
    name: Name,
    *,
    organisation: Organisation = None,
    database: Database = None,
) -> None:
    """Have somebody lead a department."""
    _do(database, organisation, lambda operator: operator.lead(department, name))


@app.command(help=say("command.people.uninvite"))
def uninvite(
    invitation: Annotated[int, typer.Argument(metavar="ID", help=say("command.option.people_invitation"))],
    *,
    organisation: Organisation = None,
    database: Database = None,
) -> None:
    """Take an invitation back."""
    _do(database, organisation, lambda operator: operator.uninvite(invitation))


@app.command(help=say("command.people.join"))
def join(
    name: Name,
    other: Annotated[str, typer.Argument(metavar="OTHER", help=say("command.option.people_other"))],
    *,
    only_new: Annotated[bool, typer.Option("--only-new", help=say("command.option.people_only_new"))] = False,
    organisation: Organisation = None,
    database: Database = None,
) -> None:
    """Join two records of one person."""
    _do(database, organisation, lambda operator: operator.join(name, other, only_new=only_new))


@app.command("import", help=describe("command.people.import", "command.people.import.more"))
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help=say("command.option.people_file"))
    ],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("command.option.people_dry_run"))] = False,
    to: Annotated[Path, typer.Option("--to", metavar="PATH", help=say("command.option.people_to"))] = Path(
        "invitations.xlsx"
    ),
    days: Annotated[int, typer.Option(min=1, max=365, help=say("command.option.days"))] = 7,
    organisation: Organisation = None,
    database: Database = None,
) -> None:
    """Invite everybody whom a sheet names."""
    with _operator(database, organisation) as operator:
        from bot import handing_out

        for one in handing_out.bring_in(operator, file, to, days=days, dry_run=dry_run):
            typer.echo(_say(one))


def _do(database: str | None, organisation: str | None, act: "Callable[[Operator], list[Text]]") -> None:
    """Do something with people and say what came of it, in the language of the system."""
    with _operator(database, organisation) as operator:
        for one in act(operator):
            typer.echo(_say(one))


@contextmanager
def _operator(database: str | None, organisation: str | None) -> "Iterator[Operator]":
    with started(database, absent="refused") as settings:
        from bot.operating import Unknown, operating

        address = settings.database.get_secret_value()
        try:
            with operating(address, organisation or settings.organisation, settings.language) as operator:
                yield operator
        except Unknown as unknown:
            for reason in unknown.reasons:
                typer.echo(_say(reason), err=True)
            raise typer.Exit(1) from None


def _say(said: "Text") -> str:
    from locales.words import words

    return words(system_language(os.environ)).say(said)
