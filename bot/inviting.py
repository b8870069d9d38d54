"""Invitations made from outside the chat: the first one, for whoever may make all others."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta

from bot.organising import settle
from bot.settings import Settings
from bot.telegram.username import username
from locales.text import Text, text
from storage import departments, invitations, migrate, people
from storage.database import Database
from storage.tables import Role


def invite(
    settings: Settings,
    *,
    role: Role,
    department: str | None,
    organisation: str | None,
    country: str | None,
    days: int,
) -> list[Text]:
    """Make an invitation and say how it is followed.

    A `country` becomes that of the organisation, with its clock, week and money; other zones it has are told.

    Raises storage.database.Unreachable and storage.migrate.TooNew.
    """
    now = datetime.now(UTC)
    with closing(Database(settings.database.get_secret_value())) as database:
        migrate.upgrade(database)
        with database.transaction() as c:
            place = people.find_or_make_organisation(c, organisation or settings.organisation, now)
            settled = settle(c, place, country) if country else None
            led = departments.find_or_make(c, place, department) if department else None
            token = invitations.invite(c, place, role, now=now, department_id=led, days=days)
    until = (now + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")
    link = link_of(settings)
    if link is None:
        made = text("command.invited.token", token=token, until=until)
    else:
        made = text("command.invited.link", link=link(token), until=until)
    return [made, *([settled] if settled else [])]


def link_of(settings: Settings) -> Callable[[str], str] | None:
    """How the address of an invitation is written; None where no bot is known whose address it would be."""
    name = _bot(settings)
    return (lambda token: f"https://t.me/{name}?start={token}") if name else None


def _bot(settings: Settings) -> str | None:
    token = settings.telegram_token
    return username(settings.telegram_api.rstrip("/"), token.get_secret_value()) if token else None
