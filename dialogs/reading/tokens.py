"""Folded text cut into tokens: phrases of a lexicon, numerals, words and marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.reading.numerals import Numeral, numeral

_WORD = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’&-][^\W_\u3400-\u9fff]+)*")


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

    def __init__(self, kinds: Mapping[str, Mapping[str, str]]) -> None:
        """Made from kind → meaning → phrases, parted by bars."""
        self._phrases: dict[str, list[tuple[str, str, str]]] = {}
        for kind, meanings in kinds.items():
            for meaning, phrases in meanings.items():
                for phrase in phrases.split("|"):
                    self._phrases.setdefault(phrase[0], []).append((phrase, kind, meaning))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, text: str, at: int) -> Token | None:
        """The longest phrase that stands at this place as words of its own."""
        for phrase, kind, meaning in self._phrases.get(text[at], ()):
            end = at + len(phrase)
            if text.startswith(phrase, at) and not (_joined(text, at) or _joined(text, end)):
                return Token(kind, meaning, at, end)
        return None


def tokens(folded: str, lexicon: Lexicon) -> list[Token]:
    """All tokens of a folded text, in order; space is left out."""
    found: list[Token] = []
    at = 0
    while at < len(folded):
        if folded[at].isspace():
            at += 1
            continue
        token = lexicon.match(folded, at) or _number(folded, at) or _piece(folded, at)
        found.append(token)
        at = token.end
    return found


def _number(folded: str, at: int) -> Token | None:
    read = numeral(folded, at)
    return Token("number", folded[at : read.end], at, read.end, read) if read else None


def _piece(folded: str, at: int) -> Token:
    word = _WORD.match(folded, at)
    end = word.end() if word else at + 1
    kind = "word" if folded[at].isalnum() else "mark"
    return Token(kind, folded[at:end], at, end)


def _joined(text: str, at: int) -> bool:
    """Whether the letters on both sides of a place belong to one Latin word."""
    return 0 < at < len(text) and _latin(text[at - 1]) and _latin(text[at])


def _latin(character: str) -> bool:
    return character.isalpha() and character < "\u2e80"
