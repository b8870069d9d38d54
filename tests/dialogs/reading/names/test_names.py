"""Directions of names out of real tables, as people judged them who had not seen the readers.

What is counted is how many are told, and how many the wrong way round; no row is blessed by itself.
A direction told where people left it open, or where they wanted a range, is no row turned round.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from dialogs.reading.names.measures import read_measure

TABLE = Path(__file__).parent / "names.tsv"
OPPOSITE = {"more": "less", "less": "more"}


def _outcomes(script: str) -> Counter[str]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return Counter(_outcome(row["name"], row["want"]) for row in rows if row["language"].startswith(script))


def _outcome(name: str, want: str) -> str:
    told = read_measure(name).direction
    if told is None:
        return "right" if want == "open" else "untold"
    return "wrong" if OPPOSITE.get(want) == told else "right" if want == told else "other"


@pytest.mark.parametrize("script", ["zh", "en"])
def test_hardly_any_name_is_turned_round_and_few_are_asked(script: str) -> None:
    outcomes = _outcomes(script)
    assert outcomes.total() > 600
    assert outcomes["wrong"] <= 0.005 * outcomes.total()
    assert outcomes["untold"] <= 0.12 * outcomes.total()
    assert outcomes["other"] <= 0.06 * outcomes.total()
