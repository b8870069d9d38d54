"""Choices: the buttons of a question, and which of them a text names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import normalize

from locales.text import Text
from locales.words import LANGUAGES, words

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its id and label."""

    id: str
    label: Text | str


def numbered(said: str, choices: Sequence[Choice], first: int = 1) -> str | None:
    """The choice whose number was written ("2", "２."), counted from `first`."""
    choice = nth(normalize("NFKC", said).strip().rstrip(".。)"), choices, first)
    return choice.id if choice else None


def nth(number: str, things: Sequence[V], first: int = 1) -> V | None:
    """The thing of that number, counted from `first`; None where there is none."""
    # Four digits are more than any list has, and no number is too long to read.
    at = int(number[:4]) - first if number.isdecimal() else -1
    return things[at] if 0 <= at < len(things) else None


def labels(label: Text | str, first: str) -> tuple[str, ...]:
    """A label in every language, the given one first."""
    if isinstance(label, str):
        return (label,)
    return tuple(dict.fromkeys(words(language).say(label) for language in (first, *LANGUAGES)))


def labelled(said: str, choices: Sequence[Choice], language: str) -> str | None:
    """The choice that a text names outright, by its label."""
    plain = _plain(said)
    return next((one.id for one in choices if plain in map(_plain, labels(one.label, language))), None)


def _plain(said: str) -> str:
    return normalize("NFKC", said).strip().casefold()
