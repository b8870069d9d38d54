"""Standards, dates, rhythms and four-part statements put into words."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, get_timezone_location
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    get_currency_name,
    get_currency_symbol,
)

from kpi.plan import Relation, Standard, Statement, When
from kpi.values import Comparator
from locales.rhythms import rhythm
from locales.text import text

if TYPE_CHECKING:
    from locales.words import Words

_TIMES = frozenset({"second", "minute", "hour", "working_day", "day", "week", "month", "quarter", "year"})
_COMPARATORS = {
    Comparator.AT_LEAST: "standard.at_least",
    Comparator.AT_MOST: "standard.at_most",
    Comparator.MORE_THAN: "standard.more_than",
    Comparator.LESS_THAN: "standard.less_than",
    Comparator.EQUAL: "standard.equal",
    Comparator.ABOUT: "standard.about",
    Comparator.PLUS_MINUS: "standard.plus_minus",
}


def standard(standard: Standard, words: "Words") -> str:
    """A standard: "at least 97% a month"; the list of what is observed where it is verifiable (method.md 2.4)."""
    if standard.value is None:
        return words.say(text("standard.items")).join(standard.items) or standard.text
    if standard.upper is not None and standard.comparator is Comparator.PLUS_MINUS:
        tolerance = amount(standard.upper, standard.unit, words)
        said = words.say(text("standard.tolerance", value=amount(standard.value, None, words), tolerance=tolerance))
    elif standard.upper is not None:
        unit = standard.unit if standard.unit and _is_currency(standard.unit) else None
        # "5 to 7 million" would be read as millions both.
        exact = standard.value * _TEN_THOUSANDS[0] < standard.upper
        lower = amount(standard.value, unit, words, exact=exact)
        upper = amount(standard.upper, standard.unit, words, exact=exact)
        said = words.say(text("standard.range", lower=lower, upper=upper))
    else:
        said = _bounded(standard.comparator, standard.value, standard.unit, words)
    return words.say(text(f"standard.per.{standard.per}", standard=said)) if standard.per else said


def _bounded(comparator: Comparator | None, value: Decimal, unit: str | None, words: "Words") -> str:
    """A value with its comparator: "at least 97%", "no complaints", 达到100%."""
    if comparator is Comparator.EQUAL and value == 0 and unit and _is_noun(unit):
        return words.say(text("standard.none_of", noun=unit))
    said = amount(value, unit, words)
    if comparator is Comparator.AT_LEAST and value == 100 and unit == "%":
        return words.say(text("standard.full", amount=said))
    return words.say(text(_COMPARATORS[comparator], amount=said)) if comparator in _COMPARATORS else said


def amount(value: Decimal, unit: str | None, words: "Words", *, exact: bool = False) -> str:
    """A value with its unit: "97%", "3 working days", "¥3.6 million" (¥3,600,000 if exact), "2 complaints"."""
    number = _number(value, words)
    match unit:
        case None:
            return number
        case "%":
            return f"{number}%"
        case _ if unit in _TIMES:
            return words.say(text(f"unit.{unit}", n=1 if value == 1 else 2, number=number))
        case _ if _is_currency(unit):
            return _money(value, unit, words, exact=exact)
        case _:
            return words.say(text("amount.words" if unit[0].isascii() else "amount.noun", number=number, noun=unit))


def unit_name(unit: str | None, words: "Words") -> str:
    """What a unit is called on its own: "days", 人民币, "complaints"; nothing where there is none."""
    if unit in _TIMES:
        return words.say(text(f"unit.{unit}", n=2, number="")).strip()
    return get_currency_name(unit, locale=words.language) if unit and _is_currency(unit) else unit or ""


def _number(value: Decimal, words: "Words") -> str:
    """A number to its last digit."""
    return format_decimal(value, locale=words.language, decimal_quantization=False)


def _is_noun(unit: str) -> bool:
    """Whether a unit is a thing that is counted, in the manager's word."""
    return unit != "%" and unit not in _TIMES and not _is_currency(unit)


def _is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code."""
    return unit.isupper() and unit in Locale("en").currencies


def _money(value: Decimal, currency: str, words: "Words", *, exact: bool) -> str:
    """Money, with a symbol that is clear in both scripts: Taiwan's own locale would write a bare $ for its dollar."""
    locale = "en" if words.language == "en" else "zh_Hans"
    if not exact and (round_ := _round(value, words)):
        if currency == "CNY":
            return words.say(text("amount.yuan", number=round_))
        return f"{get_currency_symbol(currency, locale)}{round_}"
    digits = "#,##0.00" if value % 1 else "#,##0"
    return format_currency(
        value, currency, f"¤{digits}", locale=locale, currency_digits=False, decimal_quantization=False
    )


def _round(value: Decimal, words: "Words") -> str | None:
    """A large round number as people say it ("3.6 million", 360万); None where digits would be lost."""
    scales = _MILLIONS if words.language == "en" else _TEN_THOUSANDS
    scale = max((one for one in scales if one <= value), default=None)
    if scale is None or (value * 100) % scale:
        return None
    return format_compact_decimal(value, format_type="long", locale=words.language, fraction_digits=2)


_MILLIONS = (10**6, 10**9, 10**12)
_TEN_THOUSANDS = (10**4, 10**8, 10**12)


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
