"""Dates, rhythms and four-part statements put into words."""

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location

from kpi.plan import Relation, Statement, When
from locales.rhythms import rhythm
from locales.text import text

if TYPE_CHECKING:
    from locales.words import Words

_ARTICLE = re.compile(r"(?:an?|the|to)\s|[^\x00-\x7f]", re.IGNORECASE)
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
    said = words.say(text(_RELATIONS[when.relation], when=bare)) if when.relation else bare
    return words.say(text("when.following", when=said)) if when.following else said


def _bare(when: When, words: "Words") -> str | None:
    """A date or rhythm without its relation; None where only the words are known."""
    if when.date:
        return format_date(dt.date.fromisoformat(when.date), "long", locale=words.language)
    return rhythm(when.rrule, words) if when.rrule else None


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
        _reached(statement.reach, words) if statement.reach else None,
    )
    said = words.say(text("statement.comma")).join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _limit(by: When, words: "Words") -> str:
    """The time limit; "by" and "on" are what the statement's first word says already."""
    bare = _bare(by, words)
    if bare is None:
        return words.say(text("statement.by", when=by.text))
    if by.offset is not None or by.relation in {Relation.BEFORE, Relation.AFTER}:
        said = words.say(text("statement.limit", when=when(replace(by, following=False), words)))
    else:
        said = words.say(text("statement.by", when=bare))
    return words.say(text("statement.following", limit=said)) if by.following else said


def _reached(part: str, words: "Words") -> str:
    """What is reached; English has "to an accuracy of 97%", but "with no complaints"."""
    return _with_verb("reach" if _ARTICLE.match(part) else "with", part, words)


def _with_verb(name: str, part: str, words: "Words") -> str:
    """A part behind its verb; one that holds the verb itself (COMPLETE it "together with finance") stays as it is."""
    verb = words.say(text(f"statement.{name}", part="")).strip()
    # In Chinese words may stand before the verb; in English "complete" elsewhere may be another word.
    holds_it = part.casefold().startswith(f"{verb} ") if verb.isascii() else verb in part
    return part if holds_it else words.say(text(f"statement.{name}", part=part))
