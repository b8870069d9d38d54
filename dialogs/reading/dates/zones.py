"""Time zones as people name them: Europe/Berlin, Shanghai, 柏林, 德国, UTC+8, GMT+5:30."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import Locale, get_global

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread

_LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_CAPITAL = ("beijing", "北京")
"""China's time is called after its capital, for which no list of zones has a name."""
_NOWHERE = "ZZ"
_OFFSET = re.compile(
    r"(?:utc|gmt)?\s*(?P<sign>[+-])\s*(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-5][0-9])|\.(?P<part>[0-9]{1,2}))?"
)
_TAIL = re.compile(r"(?:标准时间|时间|时区|市| (?:standard )?time(?: zone)?)$")
_EAST, _WEST = 14, 12
"""The hours before and behind UTC that zones reach."""
_HOUR = 60
_SEASONS = (dt.datetime(2037, 1, 15, 12), dt.datetime(2037, 7, 15, 12))  # noqa: DTZ001 # by the clock of each zone
"""Days of a year that goes by the rules that hold now: in one of them it is summer."""
_FIRST = ("Asia/Kolkata", "Asia/Yangon", "Australia/Adelaide")
"""Where most people live of those whose clocks are always the same."""


def read_zones(text: str) -> tuple[str, ...]:
    """The zones that a text may mean, by their IANA names: of a zone, a city, a country. Raises Unread."""
    said = _TAIL.sub("", fold(clean(text).text)).strip()
    offset = _OFFSET.fullmatch(said)
    found = _of_offset(offset) if offset else tuple(sorted(_named().get(said, ())))
    if not found:
        raise Unread("unread.zone", said=text[:40])
    return found


def _of_offset(said: re.Match[str]) -> tuple[str, ...]:
    """The zone so many hours from UTC without summer time; where minutes are told, the zones that have them."""
    east, hours = said["sign"] == "+", int(said["hours"])
    minutes = set(_minutes(said))
    if minutes != {0}:
        return tuple(zone for each in minutes - {0} for zone in _apart((hours * _HOUR + each) * (1 if east else -1)))
    if hours > (_EAST if east else _WEST):
        return ()
    # POSIX, and so the name, counts the other way round.
    return (f"Etc/GMT{'-' if east else '+'}{hours}" if hours else "UTC",)


def _minutes(said: re.Match[str]) -> Iterator[int]:
    """The minutes behind the hours: 30 of 5:30, 0530, 5.5 and 5.30."""
    if part := said["part"]:
        meant = Fraction(int(part), 10 ** len(part)) * _HOUR
        yield from (int(one) for one in {meant, Fraction(part)} if one % 1 == 0 and one < _HOUR)
    else:
        yield int(said["minutes"] or 0)


def _apart(minutes: int) -> tuple[str, ...]:
    """The zones so many minutes from UTC, in winter or in summer; of those with the same clock all year only one."""
    found: dict[tuple[dt.timedelta | None, ...], str] = {}
    for name in (*_FIRST, *sorted(available_timezones() & get_global("zone_territories").keys())):
        offsets = tuple(ZoneInfo(name).utcoffset(day) for day in _SEASONS)
        if dt.timedelta(minutes=minutes) in offsets:
            found.setdefault(offsets, name)
    return tuple(sorted(found.values()))


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
