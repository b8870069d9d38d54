"""What a country sets for an organisation, its time zone, the days off of its week and its money; and what differs.

Where an organisation is, is told in one word: the country's ISO 3166-1 code, then the days off and the money where they
are not the country's ("AE", "AE/45", "AE/45/USD", "CN//USD").
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from babel.numbers import get_territory_currencies

_MAIN = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
    "XK": "Europe/Belgrade",
}
"""The zone most people do business by, where the list of zones has another one first, or none."""


class Place(NamedTuple):
    """Where an organisation is; its `days_off` (Monday is 0) and `currency` are empty where they are the country's."""

    country: str
    days_off: str = ""
    currency: str = ""

    def __str__(self) -> str:
        return "/".join(self).rstrip("/")


@cache
def place_of(word: str) -> Place:
    """The place that a word tells."""
    return Place(*word.split("/"))


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """The time zones of a country by their IANA names, first the one that is taken where nobody says which."""
    lines = (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    listed = [row[2] for row in rows if row[0] == country]
    main = _MAIN.get(country)
    return (main, *(zone for zone in listed if zone != main)) if main else tuple(listed)


def days_off_of(country: str) -> str:
    """The days of the week that are off in a country, from Monday (0) on."""
    from holidays import country_holidays

    return "".join(map(str, sorted(country_holidays(country).weekend)))


def currency_of(country: str) -> str | None:
    """The money of a country, as an ISO 4217 code; None where no one currency is."""
    return next(iter(get_territory_currencies(country)), None)
