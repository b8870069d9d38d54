"""Patterns that are tried only where they may begin find what they would find anywhere."""

import re

import pytest

from dialogs.reading.names.measures import HARD_TO_COUNT
from dialogs.reading.text import politeness
from dialogs.reading.text.fold import fold
from dialogs.reading.text.patterns import beginning
from dialogs.reading.values import idle, rules, statements
from tests.dialogs.reading.judging import phrases
from tests.dialogs.reading.test_texts import TABLE

TEXTS = tuple(fold(text) for text in (*(text for _, text, _ in TABLE), *(phrase.text for phrase in phrases())))
PATTERNS = (
    idle._TIMES,
    idle._LABEL,
    rules._POINTS,
    statements._INNER,
    politeness._AFTER,
    HARD_TO_COUNT,
)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[3:12])
def test_finds_what_it_would_find_anywhere(pattern: re.Pattern[str]) -> None:
    everywhere = re.compile(pattern.pattern[pattern.pattern.index("(?:") :], pattern.flags)
    found = [[match.span() for match in pattern.finditer(text)] for text in TEXTS]
    assert any(found)
    assert found == [[match.span() for match in everywhere.finditer(text)] for text in TEXTS]


def test_begins_with_words_and_with_what_is_given() -> None:
    pattern = beginning("一", "一天|daily|天|ly")
    assert [match[0] for match in pattern.finditer("一天 天 daily bodily")] == ["一天", "daily"]
