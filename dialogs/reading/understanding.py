"""All that the readers find in one text."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogs.reading.answers.acts import read_reply
from dialogs.reading.answers.lists import read_list
from dialogs.reading.dates.whens import find_when
from dialogs.reading.text.clean import clean
from dialogs.reading.text.language import language_of
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.text.tokens import Token
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import Told, read_told
from dialogs.reading.values.statements import read_statement
from dialogs.reading.values.units import yuan_of
from dialogs.working_days import CHINA
from kpi.plan import Standard, Statement, When
from kpi.units import kind
from locales.text import Text

_LONGEST = 2000
"""Characters of a text that are looked at."""
_OR_LESS = re.compile(r"\bor (?:less|fewer|sooner|faster|quicker|under)\b")
_ONCE = frozenset({"次", "回", "趟"})
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text was read as; None where there is no such thing in it.

    `outstanding` is a second standard that is told with the first, `left` what of the text is not in them. Where there
    is a number that may be meant otherwise, or is no standard, `asked` says so and there is no quantity.
    """

    text: str
    language: str | None
    quantity: Standard | None
    outstanding: Standard | None
    left: tuple[str, ...]
    asked: Text | None
    when: When | None
    items: tuple[str, ...] | None
    act: str | None
    statement: Statement | None


def understand(text: str, today: dt.date, setting: str = "en", country: str = CHINA) -> Understanding:
    """All that can be read in a text, as whoever speaks the language of `setting` writes it on a day in a country.

    Never raises.
    """
    looked_at = text[:_LONGEST]
    found = _read(lambda: find_when(looked_at, today, country))
    when, told = found or (None, ())
    if told and looked_at[told[0].start : told[-1].end].casefold() == "last quarter":
        when, told = None, ()  # what was, where something else is to be
    language = language_of(looked_at, setting)
    yuan = yuan_of(country, language)
    told_standard, asked = _standard(looked_at, _spans(told, when), yuan)
    quantity = told_standard.standard if told_standard else None
    if when and _is_times(told, clean(looked_at).text) and (rate := _standard(looked_at, [], yuan)[0]):
        when, quantity = None, rate.standard  # 人均每月2次 counts
    if when and when.date and (_is_share(quantity) or _OR_LESS.search(looked_at.casefold())):
        limited = _standard(looked_at, [], yuan)[0]
        if limited and _is_limit(limited.standard, looked_at):
            told_standard, when, quantity = limited, None, limited.standard  # 95% of orders shipped in 2 days
    if when and quantity and when.rrule and ";BY" not in when.rrule:
        plain = quantity.comparator is None and quantity.change is None
        if plain and _counts_nothing(looked_at, told, yuan):
            quantity = None  # 每年两次, 每两个月一次, 每月开展一次培训: nothing but a rhythm
        else:
            when = None  # 每季度拜访20家: the rhythm is the rate of what is counted
    if when and when.rrule and quantity and quantity.comparator is None and _is_once(quantity):
        quantity = None  # 每周五检查一次
    if when and when.offset is not None and quantity:
        quantity = replace(quantity, per=None)  # 每季度结束后5个工作日内 is no rate
    return Understanding(
        text,
        language,
        quantity,
        told_standard.outstanding if told_standard and quantity else None,
        told_standard.left if told_standard and quantity else (),
        asked if quantity is None and (when is None or _is_mere_rhythm(when)) else None,
        when,
        _read(lambda: read_list(looked_at)),
        read_reply(looked_at),
        read_statement(looked_at, today, country),
    )


def _standard(text: str, without: list[tuple[int, int]], yuan: str | None) -> tuple[Told | None, Text | None]:
    """The standard of a text, or why it has to be asked about."""
    try:
        return read_told(text, without, yuan), None
    except Unread as unread:
        return None, None if unread.reason.id == "unread.standard" else unread.reason


def _counts_nothing(text: str, told: tuple[Token, ...], yuan: str | None) -> bool:
    """Whether nothing is counted beside a rhythm but an activity that is done once."""
    counted, doubt = _standard(text, [(told[0].start, told[-1].end)], yuan)
    return _is_once(counted.standard) if counted else doubt is None


def _is_share(quantity: Standard | None) -> bool:
    return quantity is not None and quantity.unit == "%"


def _is_limit(standard: Standard, text: str) -> bool:
    """Whether a time is what each thing keeps, or bounded: 95% in 2 days, in 18 weeks or less from referral."""
    limited = standard.share is not None and standard.share.limit is not None
    return limited or (kind(standard.unit) == "time" and _OR_LESS.search(text.casefold()) is not None)


def _is_mere_rhythm(when: When) -> bool:
    """Whether only how often is told, which may be the rate of a number that is asked about."""
    return when.rrule is not None and ";BY" not in when.rrule


def _is_once(counted: Standard) -> bool:
    """Whether an activity is counted that is done once: 1次, 一次培训."""
    return counted.value == 1 and (counted.unit is None or counted.unit[0] in _ONCE)


def _is_times(told: tuple[Token, ...], text: str) -> bool:
    """Whether a rhythm is "so many times a month" said of something; alone it is a rhythm."""
    if len(told) != 1 or told[0].kind != "adverb":
        return False
    said = text[told[0].start : told[0].end].casefold()
    if not any(word in said for word in ("次", "times", "twice")):
        return False
    beside = unpolite(text[: told[0].start] + text[told[0].end :])
    return any(character.isalnum() and character != "每" for character in beside)


def _spans(told: tuple[Token, ...], when: When | None) -> list[tuple[int, int]]:
    """What a date or rhythm takes up: it counts nothing. "Each month" alone may be a rate, and offsets count."""
    if when is None or when.offset is not None or (when.rrule and ";BY" not in when.rrule):
        return []
    return [(told[0].start, told[-1].end)]


def _read(read: Callable[[], _Value]) -> _Value | None:
    try:
        return read()
    except Unread:
        return None
