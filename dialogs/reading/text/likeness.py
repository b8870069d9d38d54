"""How plainly the words beside a figure name one indicator rather than another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from dialogs.reading.text.fold import fold

_NAMED = 75
"""How much of a name, in percent, words must say to name an indicator."""
_WORD = 4
"""Letters from which on a word names something."""
_LETTERS = "\u2e80"
"""What Chinese characters lie behind."""


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


def hinted(said: str, names: Sequence[str]) -> list[bool]:
    """Which names words may mean by a word that no other name has: "contracts" of contract value, 周转 of 周转天数.

    None where words of several names are said.
    """
    words, parts = _parts(letters(said)), {name: _parts(letters(name)) for name in names}
    own = [name for name in parts if words & parts[name] - _all(parts[other] for other in parts if other != name)]
    return [own == [name] for name in names]


def _all(parts: Iterable[set[str]]) -> set[str]:
    return set[str]().union(*parts)


def _parts(words: str) -> set[str]:
    """The stems of words of four letters or more, and each two Chinese characters that stand together."""
    stems = {_stem(word) for word in words.split() if word.isascii() and len(word) >= _WORD}
    pairs = {f"{one}{other}" for one, other in pairwise(words) if one > _LETTERS and other > _LETTERS}
    return stems | pairs


def _stem(word: str) -> str:
    """A word without the endings that its uses differ in: contracts, renewals, renewed."""
    return word.removesuffix("s").removesuffix("ed").removesuffix("al")


@lru_cache(maxsize=1024)
def letters(text: str) -> str:
    """The folded words of a text, without marks."""
    kept = (character for character in fold(text) if character.isalnum() or character == " ")
    return " ".join("".join(kept).split())


def _tells(words: str) -> bool:
    """Whether words are long enough to name anything: two characters, three letters."""
    return len(words) >= (2 if any(character > _LETTERS for character in words) else 3)


def _likeness(words: str, name: str) -> Likeness:
    whole = letters(name)
    close = max(fuzz.ratio(words, whole), fuzz.token_sort_ratio(words, whole))
    return Likeness(whole, max(close, fuzz.partial_ratio(words, whole)), close, whole in words)
