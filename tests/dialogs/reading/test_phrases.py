"""Floors under what is read of the phrases of real KPI sheets and of managers, among those that leave nothing to ask.

No phrase is blessed by itself: what counts is how many are read whole, and how few are read wrong without a word.
"""

from collections import Counter
from functools import cache

import pytest

from tests.dialogs.reading.judging import Verdict, phrases, share_of, tally

FLOORS = {
    ("sheet", "zh_Hans"): (97.5, 1),
    ("sheet", "en"): (96.5, 0.8),
    ("sheet", "zh_Hant"): (97, 0.5),
    ("said", "zh_Hans"): (98.5, 0.7),
    ("said", "en"): (95, 1),
    ("said", "zh_Hant"): (97.5, 1),
}
"""Of a hundred phrases of a set and language, how many are read whole at least, and wrong at most."""


def test_there_are_enough_phrases_of_enough_sheets() -> None:
    sheets = [phrase for phrase in phrases() if phrase.set == "sheet"]
    assert len(sheets) >= 600
    assert len({phrase.source for phrase in sheets}) >= 40


@pytest.mark.parametrize(("group", "language"), FLOORS)
def test_phrases_are_read_whole_and_hardly_ever_wrong(group: str, language: str) -> None:
    whole, wrong = FLOORS[group, language]
    counted = _clear()[group, language]
    assert share_of(counted, Verdict.WHOLE) >= whole
    assert share_of(counted, Verdict.WRONG) <= wrong


@cache
def _clear() -> dict[tuple[str, str], Counter[Verdict]]:
    return tally(clear=True)
