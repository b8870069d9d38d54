"""The settings of an organisation, changed and told on the command line."""

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.numbers import list_currencies
from sqlalchemy import Connection

from dialogs.countries import currency_of, days_off_of, zones_of
from locales.text import Text, text
from storage import migrate, people
from storage.database import Database
from storage.people import Organisation

BOUNDS = {
    "ask_from": (0, 23),
    "ask_until": (1, 24),
    "reminders": (0, 10),
    "confirm_days": (1, 60),
    "department_share": (0, 100),
    "fiscal_start": (1, 12),
}
"""What each number may be."""


class BadSetting(ValueError):
    """A value that does not do; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.id)
        self.reason = reason


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of the week as they are given and told on the command line."""


def organise(
    database: str,
    name: str | None,
    time_zone: str | None,
    numbers: dict[str, int],
    place: Mapping[str, str] | None = None,
) -> list[Text]:
    """Keep what is given of an organisation's settings; returns how they stand, and what a country left open.

    `place` may hold the country, an ISO 3166-1 code, and days off and currency besides. Raises BadSetting.
    """
    changes: dict[str, str | int | None] = dict(numbers)
    for setting, number in numbers.items():
        least, most = BOUNDS[setting]
        if not least <= number <= most:
            raise BadSetting(text("command.organisation.bounds", value=str(number), least=str(least), most=str(most)))
    given = dict(place or {})
    if "days_off" in given:
        changes["days_off"] = _days_off(given["days_off"])
    if "currency" in given:
        changes["currency"] = _currency(given["currency"])
    if time_zone is not None:
        changes["time_zone"] = _zone(time_zone)
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            id = people.find_or_make_organisation(c, name, datetime.now(UTC))
            settled = settle(c, id, given["country"]) if "country" in given else None
            if changes:
                people.set_settings(c, id, changes)
            kept = people.organisation_of(c, id)
            if kept.ask_from >= kept.ask_until:
                raise BadSetting(text("command.organisation.hours"))
    return [_stands(kept), *([settled] if settled and time_zone is None else [])]


def settle(c: Connection, organisation_id: int, country: str) -> Text | None:
    """Have an organisation be in a country, by its clock, week and money; nothing changes where it is there already.

    Returns which other zones the country has, where it has several.
    """
    if people.organisation_of(c, organisation_id).country == country:
        return None
    zones = zones_of(country)
    changes: dict[str, str | int | None] = {"country": country, "days_off": None, "currency": None}
    people.set_settings(c, organisation_id, changes | ({"time_zone": zones[0]} if zones else {}))
    return text("command.organisation.zones", zone=zones[0], others=zones[1:]) if len(zones) > 1 else None


def _stands(kept: Organisation) -> Text:
    told = {setting: "–" if (stands := getattr(kept, setting)) is None else str(stands) for setting in BOUNDS}
    days = kept.days_off or days_off_of(kept.country)
    return text(
        "command.organisation.stands",
        name=kept.name,
        country=kept.country,
        time_zone=kept.time_zone,
        days_off=",".join(DAYS[int(day)] for day in days),
        currency=kept.currency or currency_of(kept.country) or "–",
        **told,
    )


def _days_off(given: str) -> str:
    """The days of a week that are off, out of their names ("fri,sat")."""
    named = [day.strip().lower()[:3] for day in given.split(",")]
    if not set(named) <= set(DAYS) or not 0 < len(set(named)) < len(DAYS):
        raise BadSetting(text("command.organisation.days_off", value=given[:40], days=DAYS))
    return "".join(str(DAYS.index(day)) for day in sorted(set(named), key=DAYS.index))


def _currency(given: str) -> str:
    code = given.strip().upper()
    if code not in list_currencies():
        raise BadSetting(text("command.organisation.currency", value=given[:40]))
    return code


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSetting(text("command.organisation.zone", value=name[:40])) from None
