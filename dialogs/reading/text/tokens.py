"""Folded text cut into tokens: phrases of a lexicon, numerals, words and marks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.fold import FIRST_HAN, LAST_HAN

_WORD = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’&-][^\W_\u3400-\u9fff]+)*")
_JOINED = re.compile(r"[a-z]{2,20}(?=[0-9])")
"""A word right before a number: OEE85%."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` to `end`.

    `kind` is a kind of the lexicon, "number", "word" (Latin and other letters, a single Han character) or "mark";
    `meaning` is what the lexicon gives the phrase, otherwise the piece itself.
    """

    kind: str
    meaning: str
    start: int
    end: int
    number: Numeral | None = None


class Lexicon:
    """Phrases (folded) with their kind and meaning; the longest phrase wins."""

    def __init__(self, kinds: Mapping[str, Mapping[str, str]], more: "Lexicon | None" = None) -> None:
        """Made from kind → meaning → phrases, parted by bars; of `more`, what has no meaning among them yet."""
        self.phrases: dict[str, tuple[str, str]] = {}
        for kind, meanings in kinds.items():
            for meaning, phrases in meanings.items():
                for phrase in phrases.split("|"):
                    self.phrases.setdefault(phrase, (kind, meaning))
        if more:
            self.phrases = more.phrases | self.phrases
        lengths: dict[str, set[int]] = {}
        for phrase in self.phrases:
            lengths.setdefault(phrase[:2], set()).add(len(phrase))
        self._lengths = {begin: (*sorted(found, reverse=True), 1) for begin, found in lengths.items()}

    def match(self, text: str, at: int) -> Token | None:
        """The longest phrase that stands at this place as words of its own."""
        for length in self._lengths.get(text[at : at + 2], _ONE):
            end = at + length
            found = self.phrases.get(text[at:end])
            if found and not (_joined(text, at) or _joined(text, end) or _halves(text, end)):
                return Token(*found, at, min(end, len(text)))
        return None


@lru_cache(maxsize=64)
def tokens(folded: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """All tokens of a folded text, in order; space is left out. Several readers cut the same answer."""
    return tuple(cut(folded, lexicon))


def cut(folded: str, lexicon: Lexicon) -> Iterator[Token]:
    """The same, one after the other."""
    at = 0
    while at < len(folded):
        if folded[at].isspace():
            at += 1
            continue
        phrase = lexicon.match(folded, at)
        number = numeral(folded, at)
        if number and (phrase is None or number.end > phrase.end):
            token = Token("number", folded[at : number.end], at, number.end, number)
        else:
            token = phrase or _piece(folded, at)
        yield token
        at = token.end


_ONE = (1,)
"""The length of a phrase of one character, whatever follows it."""


def _piece(folded: str, at: int) -> Token:
    if FIRST_HAN <= folded[at] <= LAST_HAN:
        return Token("word", folded[at], at, at + 1)
    word = _WORD.match(folded, at)
    end = word.end() if word else at + 1
    if (joined := _JOINED.match(folded, at)) and numeral(folded, joined.end()):
        end = joined.end()
    kind = "word" if folded[at].isalnum() else "mark"
    return Token(kind, folded[at:end], at, end)


def _halves(text: str, at: int) -> bool:
    """Whether a place parts 至少 or 至多: 提高至少5% raises by at least so much, not to it."""
    return text[at - 1 : at + 1] in {"至少", "至多"}


def _joined(text: str, at: int) -> bool:
    """Whether the letters on both sides of a place belong to one Latin word."""
    return 0 < at < len(text) and _latin(text[at - 1]) and _latin(text[at])


def _latin(character: str) -> bool:
    return character.isalpha() and character < "\u2e80"
