"""Time zones as people name them: Europe/Berlin, Shanghai, 柏林, 德国, UTC+8."""

import re
from collections import defaultdict
from functools import cache
from zoneinfo import available_timezones

from babel.core import Locale, get_global

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread

_LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_CAPITAL = ("beijing", "北京")
"""China's time is called after its capital, for which no list of zones has a name."""
_NOWHERE = "ZZ"
_OFFSET = re.compile(r"(?:utc|gmt)\s*([+-])\s*0?([0-9]{1,2})(?::?00)?")
_TAIL = re.compile(r"(?:标准时间|时间|时区|市| (?:standard )?time(?: zone)?)$")
_EAST, _WEST = 14, 12
"""The hours before and behind UTC that zones reach."""


def read_zones(text: str) -> tuple[str, ...]:
    """The zones that a text may mean, by their IANA names: of a zone, a city, a country. Raises Unread."""
    said = _TAIL.sub("", fold(clean(text).text)).strip()
    offset = _OFFSET.fullmatch(said)
    found = _of_offset(offset[1], int(offset[2])) if offset else tuple(sorted(_named().get(said, ())))
    if not found:
        raise Unread("unread.zone", said=text[:40])
    return found


def _of_offset(sign: str, hours: int) -> tuple[str, ...]:
    """The zone without summer time so many hours from UTC; POSIX, and so the name, counts them the other way round."""
    if hours > (_EAST if sign == "+" else _WEST):
        return ()
    return (f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "UTC",)


@cache
def _named() -> dict[str, set[str]]:
    """The zones by every name they have: their own, those of cities and of countries in each language."""
    known: dict[str, set[str]] = defaultdict(set)
    aliases, territories = get_global("zone_aliases"), get_global("zone_territories")
    for zone in available_timezones() & (aliases.keys() | territories.keys()):
        meant = aliases.get(zone, zone)
        known[zone.lower()].add(zone if "/" in zone else meant)
        known[_city(zone)].add(meant)
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        for zone, territory in territories.items():
            if territory != _NOWHERE:
                city = locale.time_zones[zone].get("city", "") if zone in locale.time_zones else ""
                known[fold(city)].add(zone)
                known[fold(locale.territories[territory])].add(zone)
    for name in _CAPITAL:
        known[name] = known["asia/shanghai"]
    del known[""]
    return dict(known)


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ").lower()
