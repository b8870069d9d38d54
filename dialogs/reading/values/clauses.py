"""Clauses: what stands between the marks of a text, in which words tell of an amount."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.text.tokens import Token

_OPENING, _CLOSING = "([{（【", ")]}）】"
_MARKS = frozenset(",;.。\n、!?" + _OPENING)


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a text from the place `start` to `end`; `bracketed` where they stand in brackets."""

    written: str
    found: Sequence[Token]
    start: int
    end: int
    bracketed: bool = False

    def said(self, at: int) -> str:
        """What is written at a place of the tokens, in lower case."""
        return self.written[self.found[at].start : self.found[at].end].casefold()


def clause_around(written: str, found: Sequence[Token], at: int) -> Clause:
    """The clause around a place of the tokens."""
    start, end = at, at
    while start > 0 and not _parts(found[start - 1]):
        start = _opening(found, start - 1)
    bracketed = _depth(found, at) > 0
    while end < len(found) and not _parts(found[end]) and not (bracketed and _closes(found[end])):
        end += 1
    return Clause(written, found, start, end, bracketed)


def _depth(found: Sequence[Token], at: int) -> int:
    """How many brackets are open at a place."""
    depth = 0
    for token in found[:at]:
        depth += token.kind == "mark" and token.meaning in _OPENING
        depth -= _closes(token) and depth > 0
    return depth


def _closes(token: Token) -> bool:
    return token.kind == "mark" and token.meaning in _CLOSING


def _opening(found: Sequence[Token], at: int) -> int:
    """Where the brackets open that close at a place; the place itself where none close there."""
    if not _closes(found[at]):
        return at
    for place in range(at - 1, -1, -1):
        if found[place].kind == "mark" and found[place].meaning in _OPENING:
            return place
    return at


def _parts(token: Token) -> bool:
    """Whether a token parts clauses."""
    return (token.kind == "mark" and token.meaning in _MARKS) or token.kind == "correction"
