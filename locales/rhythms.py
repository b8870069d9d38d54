"""Rhythms put into words: the RFC 5545 rules that the readers make."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from babel.core import Locale
from babel.dates import get_day_names, get_month_names

from locales.text import Text, text

if TYPE_CHECKING:
    from locales.words import Words

_WORKWEEK = "MO,TU,WE,TH,FR"
_MONTHS = 12
_WORDED = 5
"""The places that have words of their own: the first to the fifth."""
_PERIODS = {4: "quarterly", 2: "half_yearly"}
"""Periods by how many there are in a year."""
_INTERVALS = {("MONTHLY", 3): "quarterly", ("MONTHLY", 6): "half_yearly"}


def rhythm(rrule: str, words: "Words") -> str | None:
    """An RFC 5545 rule in words; None for rules that no reader makes."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    frequency, interval = parts.pop("FREQ", ""), int(parts.pop("INTERVAL", "1"))
    if frequency == "MONTHLY" and "BYMONTH" in parts:
        return _in_months(_numbers(parts.pop("BYMONTH")), parts, words)
    kind = _INTERVALS.get((frequency, interval))
    if kind or interval == 1:
        return _every(kind or frequency.lower(), parts, words)
    if frequency == "WEEKLY" and sorted(parts) == ["BYDAY"]:
        days = words.listed(_weekdays(parts["BYDAY"], words))
        return words.say(text("rhythm.interval.weekly.days", n=interval, days=days))
    if parts or frequency.lower() not in {"hourly", "daily", "weekly", "monthly", "yearly"}:
        return None
    return words.say(text(f"rhythm.interval.{frequency.lower()}", n=interval))


def _every(kind: str, parts: Mapping[str, str], words: "Words") -> str | None:
    """A rhythm without an interval: every month, the 25th of each month, every Monday."""
    match kind, sorted(parts):
        case "hourly" | "daily" | "weekly" | "monthly" | "quarterly" | "half_yearly" | "yearly", []:
            return words.say(text(f"rhythm.{kind}"))
        case "weekly", ["BYDAY"] if parts["BYDAY"] == _WORKWEEK:
            return words.say(text("rhythm.working_daily"))
        case "weekly", ["BYDAY"]:
            return words.say(text("rhythm.weekly.days", days=words.listed(_weekdays(parts["BYDAY"], words))))
        case "monthly", ["BYMONTHDAY"]:
            return _monthly(_numbers(parts["BYMONTHDAY"]), words)
        case "monthly", ["BYDAY"] | ["BYDAY", "BYSETPOS"]:
            return _nth(kind, parts, words)
        case "yearly", _ if "BYMONTH" in parts:
            return _yearly(_numbers(parts["BYMONTH"]), parts, words)
    return None


def _in_months(months: Sequence[int], parts: Mapping[str, str], words: "Words") -> str | None:
    """A rhythm of some months: the end of each quarter, the 15th of odd months, the first Monday of each half-year."""
    step = _MONTHS // len(months)
    if tuple(months) != tuple(range(months[0], _MONTHS + 1, step)):
        return None
    kind, place = _PERIODS.get(len(months)), months[0]
    if "BYDAY" in parts:
        return _nth(kind, parts, words) if kind and place in {1, step} else None
    day = int(parts.get("BYMONTHDAY", "0"))
    if kind and (day, place) in {(1, 1), (-1, step)}:
        return words.say(text(f"rhythm.{kind}.{'start' if day == 1 else 'end'}"))
    if kind and day < -1 and place == step:
        return words.say(text(f"rhythm.{kind}.before_end", n=-1 - day))
    if day < -1 or not day:
        return None
    if kind:
        nth = text("nth.last") if place == step else text(f"nth.{place}")
        return words.say(text(f"rhythm.{kind}.day", nth=nth, day=_day(day, words)))
    odd_or_even = {1: "odd", 2: "even"}.get(place) if step == 2 else None
    return words.say(text(f"rhythm.{odd_or_even}.day", day=_day(day, words))) if odd_or_even else None


def _monthly(days: Sequence[int], words: "Words") -> str:
    """The 25th, the 15th and last day of each month, 3 days before its end."""
    if days == [-1]:
        return words.say(text("rhythm.monthly.end"))
    if days[0] < -1:
        return words.say(text("rhythm.monthly.before_end", n=-1 - days[0]))
    said = [_day(day, words) for day in sorted(days, key=lambda day: (day == -1, days.index(day)))]
    return words.say(text("rhythm.monthly.days", days=words.listed(said)))


def _day(day: int, words: "Words") -> str:
    """A day of a month: 15th, last day."""
    return words.say(text("rhythm.monthly.last") if day == -1 else text("rhythm.monthly.one", day=_ordinal(day, words)))


def _nth(kind: str, parts: Mapping[str, str], words: "Words", **month: str) -> str | None:
    """The first working day, the last Friday, the second and fourth Friday of each month."""
    places, days, position = [part[:-2] for part in parts["BYDAY"].split(",")], parts["BYDAY"], parts.get("BYSETPOS")
    if position:
        if days != _WORKWEEK:
            return None
        nths, what = [_place(position, words)], words.say(text("rhythm.working_day"))
    else:
        nths = [_place(place, words) if abs(int(place or "0")) <= _WORDED else None for place in places]
        what = _weekdays(days[-2:], words)[0]
    if not all(nths):
        return None
    return words.say(text(f"rhythm.{kind}.nth", nth=words.listed([one for one in nths if one]), day=what, **month))


def _place(place: str, words: "Words") -> str | None:
    """First, last, 8th."""
    match int(place or "0"):
        case -1:
            return words.say(text("nth.last"))
        case -2:
            return words.say(text("nth.second_last"))
        case number if 0 < number <= _WORDED:
            return words.say(text(f"nth.{number}"))
        case number if number > 0:
            return words.say(text("nth.other", number=_ordinal(number, words)))
    return None


def _yearly(months: Sequence[int], parts: Mapping[str, str], words: "Words") -> str | None:
    """14 May each year, the end of February each year, every March and September, the last Friday of June each year."""
    names = get_month_names("wide", locale=words.language)
    listed = words.listed([names[month] for month in months])
    if "BYDAY" in parts:
        return _nth("yearly", parts, words, month=listed)
    day = int(parts.get("BYMONTHDAY", "0"))
    if not day:
        return words.say(text("rhythm.yearly.months", months=listed))
    if day == -1:
        return words.say(text("rhythm.yearly.month_end", month=listed))
    if day < 0:
        return words.say(text("rhythm.yearly.before_end", n=-1 - day)) if months == [_MONTHS] else None
    return words.say(text("rhythm.yearly.day", month=listed, day=str(day)))


def _numbers(said: str) -> list[int]:
    return [int(one) for one in said.split(",")]


def _weekdays(days: str, words: "Words") -> list[str]:
    names = get_day_names("wide", locale=words.language)
    return [names[("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(day)] for day in days.split(",")]


def _ordinal(number: int, words: "Words") -> Text:
    """The 1st, 2nd, 25th: which ending it takes is Babel's knowledge."""
    return text(f"ordinal.{Locale.parse(words.language).ordinal_form(number)}", number=str(number))
