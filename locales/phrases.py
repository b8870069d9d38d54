"""Dates, rhythms and four-part statements put into words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, get_day_names, get_month_names, get_timezone_location

from kpi.plan import Relation, Statement, When
from locales.text import Text, text

if TYPE_CHECKING:
    from locales.words import Words

_RELATIONS = {
    Relation.BY: "when.by",
    Relation.ON: "when.on",
    Relation.BEFORE: "when.before",
    Relation.AFTER: "when.after",
}


def when(when: When, words: "Words") -> str:
    """A date or rhythm with its relation: "by the 25th of each month"; what was written where only that is known."""
    bare = _bare(when, words)
    if bare is None:
        return when.text
    if when.offset is not None and when.offset < 0:
        return words.say(text("when.offset.before", n=-when.offset, when=bare))
    if when.offset is not None:
        return words.say(text("when.offset", n=when.offset, when=bare))
    return words.say(text(_RELATIONS[when.relation], when=bare)) if when.relation else bare


def _bare(when: When, words: "Words") -> str | None:
    """A date or rhythm without its relation; None where only the words are known."""
    if when.date:
        return format_date(dt.date.fromisoformat(when.date), "long", locale=words.language)
    return _rhythm(when.rrule, words) if when.rrule else None


_WORKWEEK = "MO,TU,WE,TH,FR"
_KINDS = {
    ("MONTHLY", "1,4,7,10"): "quarterly",
    ("MONTHLY", "3,6,9,12"): "quarterly",
    ("MONTHLY", "1,7"): "half_yearly",
    ("MONTHLY", "6,12"): "half_yearly",
}
_PLACES = {**{place: place for place in "12345"}, "-1": "last", "-2": "second_last"}
_INTERVALS = {("MONTHLY", 3): "quarterly", ("MONTHLY", 6): "half_yearly"}


def _rhythm(rrule: str, words: "Words") -> str | None:
    """An RFC 5545 rule in words; None for rules that no reader makes."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    frequency, interval = parts.pop("FREQ", ""), int(parts.pop("INTERVAL", "1"))
    kind = _KINDS.get((frequency, parts.get("BYMONTH", "")))
    if kind:
        return _every(kind, {name: part for name, part in parts.items() if name != "BYMONTH"}, words, parts["BYMONTH"])
    kind = _INTERVALS.get((frequency, interval))
    if kind or interval == 1:
        return _every(kind or frequency.lower(), parts, words)
    if frequency == "WEEKLY" and sorted(parts) == ["BYDAY"]:
        days = words.listed(_weekdays(parts["BYDAY"], words))
        return words.say(text("rhythm.interval.weekly.days", n=interval, days=days))
    if parts or frequency.lower() not in {"hourly", "daily", "weekly", "monthly", "yearly"}:
        return None
    return words.say(text(f"rhythm.interval.{frequency.lower()}", n=interval))


def _every(kind: str, parts: Mapping[str, str], words: "Words", months: str = "") -> str | None:
    """A rhythm without an interval: every month, the 25th of each month, every Monday."""
    day = parts.get("BYMONTHDAY", "")
    match kind, sorted(parts):
        case "hourly" | "daily" | "weekly" | "monthly" | "quarterly" | "half_yearly" | "yearly", []:
            return words.say(text(f"rhythm.{kind}"))
        case "weekly", ["BYDAY"] if parts["BYDAY"] == _WORKWEEK:
            return words.say(text("rhythm.working_daily"))
        case "weekly", ["BYDAY"]:
            return words.say(text("rhythm.weekly.days", days=words.listed(_weekdays(parts["BYDAY"], words))))
        case "monthly" | "quarterly" | "half_yearly", ["BYMONTHDAY"] if day == "-1":
            return words.say(text(f"rhythm.{kind}.end"))
        case "quarterly" | "half_yearly", ["BYMONTHDAY"] if day == "1":
            return words.say(text(f"rhythm.{kind}.start"))
        case "monthly", ["BYMONTHDAY"]:
            return _monthly(day.split(","), words)
        case "quarterly", ["BYMONTHDAY"] if months == "1,4,7,10":
            return words.say(text("rhythm.quarterly.day", day=_ordinal(int(day), words)))
        case "monthly" | "quarterly" | "half_yearly", ["BYDAY"] | ["BYDAY", "BYSETPOS"]:
            return _nth(kind, parts["BYDAY"], parts.get("BYSETPOS"), words)
        case "yearly", ["BYMONTH"] | ["BYMONTH", "BYMONTHDAY"]:
            return _yearly(parts["BYMONTH"].split(","), day, words)
    return None


def _monthly(days: Sequence[str], words: "Words") -> str:
    """The 25th, the 15th and last day of each month."""
    said = [words.say(text("rhythm.monthly.one", day=_ordinal(int(day), words))) for day in days if day != "-1"]
    if "-1" in days:
        said.append(words.say(text("rhythm.monthly.last")))
    return words.say(text("rhythm.monthly.days", days=words.listed(said)))


def _nth(kind: str, day: str, position: str | None, words: "Words") -> str | None:
    """The first working day, the last Friday of each month."""
    place, name = position or day[:-2], day[-2:]
    if place not in _PLACES or (position and day != _WORKWEEK):
        return None
    what = words.say(text("rhythm.working_day")) if position else _weekdays(name, words)[0]
    return words.say(text(f"rhythm.{kind}.nth", nth=text(f"nth.{_PLACES[place]}"), day=what))


def _yearly(months: Sequence[str], day: str, words: "Words") -> str:
    """14 May each year, the end of February each year, every March and September."""
    names = get_month_names("wide", locale=words.language)
    listed = words.listed([names[int(month)] for month in months])
    if not day:
        return words.say(text("rhythm.yearly.months", months=listed))
    if day == "-1":
        return words.say(text("rhythm.yearly.month_end", month=listed))
    return words.say(text("rhythm.yearly.day", month=listed, day=day))


def _weekdays(days: str, words: "Words") -> list[str]:
    names = get_day_names("wide", locale=words.language)
    return [names[("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(day)] for day in days.split(",")]


def _ordinal(number: int, words: "Words") -> Text:
    """The 1st, 2nd, 25th: which ending it takes is Babel's knowledge."""
    return text(f"ordinal.{Locale.parse(words.language).ordinal_form(number)}", number=str(number))


def zone(name: str, words: "Words") -> str:
    """A time zone: "Germany (Berlin) Time", 德国（柏林）时间; UTC+8 where it has no place."""
    if "/" not in name or name.startswith("Etc/GMT"):
        # POSIX, and so the name, counts the hours the other way round.
        return name.removeprefix("Etc/").translate(str.maketrans("+-", "-+")).replace("GMT", "UTC")
    return get_timezone_location(ZoneInfo(name), locale=words.language)


def statement(statement: Statement, words: "Words") -> str:
    """The four-part statement (method.md 2.3); parts that are missing are left out."""
    parts = (
        _limit(statement.by, words) if statement.by else None,
        words.say(text("statement.using", using=statement.using)) if statement.using else None,
        _with_verb("complete", statement.complete, words) if statement.complete else None,
        _with_verb("reach", statement.reach, words) if statement.reach else None,
    )
    said = words.say(text("statement.comma")).join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _limit(by: When, words: "Words") -> str:
    """The time limit; "by" and "on" are what the statement's first word says already."""
    bare = _bare(by, words)
    if bare is None:
        return words.say(text("statement.by", when=by.text))
    if by.offset is not None or by.relation in {Relation.BEFORE, Relation.AFTER}:
        return words.say(text("statement.limit", when=when(by, words)))
    return words.say(text("statement.by", when=bare))


def _with_verb(name: str, part: str, words: "Words") -> str:
    """A part behind its verb; one that holds the verb itself (COMPLETE it "together with finance") stays as it is."""
    verb = words.say(text(f"statement.{name}", **{name: ""})).strip()
    # In Chinese words may stand before the verb; in English "complete" elsewhere may be another word.
    holds_it = part.casefold().startswith(f"{verb} ") if verb.isascii() else verb in part
    return part if holds_it else words.say(text(f"statement.{name}", **{name: part}))
