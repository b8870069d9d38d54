"""What a name speaks of, told by the words in it, in either language and either script."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from dialogs.reading.text.fold import fold

Key = TypeVar("Key")
Vocabulary = Mapping[Key, str]

# "a report on sales" is a report, as "a sales report" is.
_AFTER_HEAD = re.compile(r"^(.+?) (?:of|on|for|about|to|from|with|in) (.+)$", re.DOTALL)


def vocabulary(table: Mapping[Key, str]) -> Vocabulary[Key]:
    """Make a vocabulary from words written in lower case and simplified characters, with commas between them."""
    return {key: "|".join(map(_written, words.split(", "))) for key, words in table.items()}


def named(text: str, vocabulary: Vocabulary[Key]) -> tuple[Key, ...]:
    """The keys that words of the text stand for, the head noun's first: it comes last in both languages.

    Where two words end together, the longer one goes first.
    """
    folded = _AFTER_HEAD.sub(r"\2 \1", fold(text))
    last = {key: _last(_pattern(words), folded) for key, words in vocabulary.items()}
    found = [key for key in last if last[key][0]]
    return tuple(sorted(found, key=lambda key: last[key], reverse=True))


def _last(pattern: re.Pattern[str], text: str) -> tuple[int, int]:
    """Where the last match ends, and how long it is; (0, 0) without one."""
    return max(((match.end(), len(match.group())) for match in pattern.finditer(text)), default=(0, 0))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """The pattern of a key's words; compiled when it is first needed, since most starts of the program need none."""
    return re.compile(words)


def _written(word: str) -> str:
    """Whole words in Latin letters, with their plurals; Chinese words wherever they stand."""
    return rf"(?<![a-z]){re.escape(word)}(?:e?s)?(?![a-z])" if word.isascii() else re.escape(word)
