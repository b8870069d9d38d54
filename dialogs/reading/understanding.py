"""All that the readers find in one text."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from dialogs.reading.answers.acts import read_reply
from dialogs.reading.answers.lists import read_list
from dialogs.reading.covers import cover_of
from dialogs.reading.dates.whens import find_when
from dialogs.reading.text.language import language_of
from dialogs.reading.unread import Unread
from dialogs.reading.values.statements import read_statement
from dialogs.reading.values.units import yuan_of
from dialogs.working_days import CHINA
from kpi.plan import Standard, Statement, When
from locales.text import Text

_LONGEST = 2000
"""Characters of a text that are looked at."""
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text was read as; None where there is no such thing in it.

    `outstanding` is a second standard that is told with the first, `left` what of the text is not in them. Where there
    is a number that may be meant otherwise, or is no standard, `asked` says so and there is no quantity.
    A rhythm that is a value as well ("twice a year") is both: what was asked tells which is meant.
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
    cover = cover_of(looked_at, when, told, yuan_of(country, language))
    return Understanding(
        text,
        language,
        cover.told.standard if cover.told else None,
        cover.told.outstanding if cover.told else None,
        cover.told.left if cover.told else (),
        cover.asked,
        cover.when,
        _read(lambda: read_list(looked_at)),
        read_reply(looked_at),
        read_statement(looked_at, today, country),
    )


def _read(read: Callable[[], _Value]) -> _Value | None:
    try:
        return read()
    except Unread:
        return None
