"""The words of a name that say which values are better, in their order."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogs.reading.names.polar_chinese import CHINESE
from dialogs.reading.names.polar_english import ENGLISH
from dialogs.reading.names.polar_words import Kind


class Mark(NamedTuple):
    """A word of a name and what it adds to the direction.

    `touches` where it follows the mark before it at once; `ends` where no noun of its own follows, as in
    "orders delivered" and "delivered late", not in "delivered orders".
    """

    kind: Kind
    word: str
    touches: bool
    ends: bool = True

    @property
    def chinese(self) -> bool:
        """Whether it is written in Han characters."""
        return not self.word.isascii()


_HAN = re.compile("[\u3400-\u9fff]")
_RUNS = re.compile("[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_NAMED = 2
_LONGEST_HAN = max(map(len, CHINESE))
_LONGEST_FROM = {words[0]: len(words) for words in sorted(ENGLISH, key=len)}
"""How many words the longest phrase has that begins with a word."""
_WORDS = re.compile(r"[a-z]+(?:\.[a-z]\b)*(?:&[a-z]+)?|[<>≤≥]=?|[%#/÷:;]|\s[-–—]+\s|—|\d[\d,.]*")
_DASH = re.compile(r"\s*[-–—]+\s*")
_AND = frozenset({"and", "or"})
_FILLERS = frozenset(
    {"the", "a", "an", "our", "my", "your", "their", "its", "we", "i", "please", "maybe", "mainly", "just", "um"}
)
_PERIOD = re.compile(r"\d.*|each|every|last|past|this|current|next|first|same|per")
"""A day or hour behind these is a limit or a period, not what is measured."""
_COMPOUND = re.compile(r"(?<=[a-z])-to-(?=[a-z])(?!.*\bratio\b)")
"""The "to" of a name that is one word: door-to-needle time. A ratio has two sides: debt-to-equity ratio."""
_HYPHENED = re.compile(r"\b(on|in|by|at|with)-([a-z]+)")
"""Onboarding and inhouse are no prepositions; on-time is a phrase of the table."""
_AGAIN = re.compile(r"\bre-(?=[a-z])")
"""Re-admissions are readmissions."""
_PREFIXES = ("un", "in", "non", "dis", "im", "ir", "il")
_CAN_TURN = (Kind.GOOD, Kind.WORK, Kind.CURE, Kind.DEAL, Kind.GAIN, Kind.LASTING)
_PAST = re.compile(r"[a-z]{3,}ed|brought|put|sent|sold|given|built|taken|upheld")
_UNDONE = re.compile(r"un(?!it|if|der)[a-z]{2,}ed")
"""Unauthorised, unpaid: what has not been done, whatever it is."""


def is_chinese(text: str) -> bool:
    """Whether a name is built as Chinese ones are: a Latin word or two in it are no more than names."""
    behind = _HAN.split(text)
    return len(behind) > 1 and len(_WORDS.findall(behind[-1])) <= _NAMED


def marks(text: str) -> list[Mark]:
    """The marks in a folded text."""
    return [mark for run in _RUNS.findall(text) for mark in (_chinese(run) if _HAN.match(run) else _english(run))]


def _chinese(run: str) -> Iterator[Mark]:
    place, end = 0, 0
    while place < len(run):
        word = _longest(run, place)
        if word:
            yield from _unknown(run[end:place])
            yield Mark(CHINESE[word], word, place == end)
            end = place + len(word)
        place += len(word) or 1
    yield from _unknown(run[end:])


def _unknown(between: str) -> Iterator[Mark]:
    """Characters that no table has; a single one is part of the word before it: 不良品."""
    if len(between) > 1:
        yield Mark(Kind.UNKNOWN, between, touches=True)


def _longest(run: str, place: int) -> str:
    for size in range(_LONGEST_HAN, 0, -1):
        if run[place : place + size] in CHINESE:
            return run[place : place + size]
    return ""


def _english(run: str) -> Iterator[Mark]:
    words = _words(run)
    place, end = 0, 0
    while place < len(words):
        size, kind = _phrase(words, place)
        if kind is Kind.HOURS and place and _PERIOD.fullmatch(words[place - 1]):
            kind = Kind.LIMIT
        if words[place] in _AND:
            end += place == end
        elif kind or words[place].isalpha():
            word, ends = " ".join(words[place : place + size]), _ends(words, place + size)
            act = ends and _PAST.fullmatch(word) is not None
            yield Mark(kind or (Kind.ACT if act else Kind.UNKNOWN), word, place == end, ends)
            end = place + size
        place += size


def _words(run: str) -> list[str]:
    """The words of an English text without fillers, "n't" as "not", dashes between words as colons."""
    text = _COMPOUND.sub(" ", _AGAIN.sub("re", run.replace("can't", "not").replace("n't", " not")))
    text = _HYPHENED.sub(lambda found: found[0] if found.groups() in ENGLISH else found[1] + found[2], text)
    words = [":" if _DASH.fullmatch(word) else word for word in _WORDS.findall(text)]
    return [word for word in words if word not in _FILLERS]


def _ends(words: list[str], place: int) -> bool:
    """Whether no noun follows."""
    following = words[place] if place < len(words) else "or"
    return following in _AND or following.endswith("ly") or _phrase(words, place)[1] is not None


def _phrase(words: list[str], place: int) -> tuple[int, Kind | None]:
    """How many words from a place are one, and what they say."""
    for size in range(min(_LONGEST_FROM.get(words[place], 0), len(words) - place), 0, -1):
        kind = ENGLISH.get(tuple(words[place : place + size]))
        if kind:
            return size, kind
    return 1, _turned(words[place])


def _turned(word: str) -> Kind | None:
    """What a word with un- or non- before it says."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and ENGLISH.get((word.removeprefix(prefix),)) in _CAN_TURN:
            return Kind.POOR
    return Kind.POOR if _UNDONE.fullmatch(word) else None
