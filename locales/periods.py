"""Days put into words: as the month, quarter, half-year or year that they are, or from one to another."""

import datetime as dt
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton

from kpi.period import Period, Span
from locales.text import Text, Value, text

if TYPE_CHECKING:
    from locales.words import Words

_SIZES = {3: "quarter", 6: "half", 12: "year"}


def period(period: Period, words: "Words") -> str:
    """The period of a plan: "2027", "FY2027 (April 2027 to March 2028)"; as it was written where it has no days."""
    if period.days is None:
        return period.text
    if period.fiscal is None:
        return span(period.days, words)
    return words.say(fiscal(period.fiscal, _parted(period.days, words)))


def fiscal(year: int, days: Value) -> Text:
    """A fiscal year with its days."""
    return text("period.fiscal", year=str(year), days=days)


def span(days: Span, words: "Words") -> str:
    """Days: "November 2026", 2026年第三季度, "1 April 2027 to 15 May 2027"."""
    if not days.of_calendar:
        return _parted(days, words)
    if days.months == 1:
        return _month(days.first, words)
    size, number, year = _SIZES[days.months], (days.first.month - 1) // days.months + 1, str(days.first.year)
    if size == "half":
        return words.say(text(f"period.half.{number}", year=year))
    return words.say(text(f"period.{size}", year=year, number=str(number)))


def _parted(days: Span, words: "Words") -> str:
    """The first month or day, and the last one."""
    said = _month if days.months else _day
    first, last = said(days.first, words), said(days.last, words)
    return words.say(text("period.days", first=first, last=last)) if first != last else first


def _month(day: dt.date, words: "Words") -> str:
    return format_skeleton("yMMMM", day, locale=words.language)


def _day(day: dt.date, words: "Words") -> str:
    return format_date(day, "long", locale=words.language)
