"""How plainly the words beside a figure name one indicator rather than another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from dialogs.reading.text.fold import fold

_NAMED = 75
"""How much of a name, in percent, words must say to name an indicator."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Words beside a name, in percent: how much of it they say, 订单 all of 订单数量; and how close they are to it."""

    name: str
    said: float
    close: float
    full: bool
    """Whether the words hold the whole name."""

    @property
    def named(self) -> bool:
        """Whether the words name it at all."""
        return self.said >= _NAMED

    def yields(self, other: "Likeness") -> bool:
        """Whether the words rather name the other: 投诉率 is said, not 投诉, which is a part of it."""
        nested = self.name in other.name or other.name in self.name
        plainer = other.said > self.said or other.full or self.full or nested
        return other.named and other.close > self.close and plainer


def closest(said: str, names: Sequence[str]) -> list[float]:
    """How close words are to each name that they name and to none else rather, in percent; 0 for the other ones."""
    words = letters(said)
    if not _tells(words):
        return [0.0] * len(names)
    found = [_likeness(words, name) for name in names]
    rivals = [one for one in found if one.named]
    return [one.close if one.named and not any(map(one.yields, rivals)) else 0.0 for one in found]


def names_another(said: str, name: str, others: Sequence[str]) -> bool:
    """Whether words rather name one of the others."""
    words = letters(said)
    if not others or not _tells(words):
        return False
    own = _likeness(words, name)
    return any(own.yields(_likeness(words, other)) for other in others)


@lru_cache(maxsize=1024)
def letters(text: str) -> str:
    """The folded words of a text, without marks."""
    kept = (character for character in fold(text) if character.isalnum() or character == " ")
    return " ".join("".join(kept).split())


def _tells(words: str) -> bool:
    """Whether words are long enough to name anything: two characters, three letters."""
    return len(words) >= (2 if any(character > "\u2e80" for character in words) else 3)


def _likeness(words: str, name: str) -> Likeness:
    whole = letters(name)
    close = max(fuzz.ratio(words, whole), fuzz.token_sort_ratio(words, whole))
    return Likeness(whole, max(close, fuzz.partial_ratio(words, whole)), close, whole in words)
