"""Conversations of all kinds of people with one fault each: nothing lost, doubled or out of order, nobody told wrong.

A sample of what `make soak` does whole (docs/reliability.md).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.holding import Ground, ground
from tests.harness.life import Mode
from tests.harness.oracle import NOTICES, missed

SAMPLE = 1
"""Faults of each place in each scene."""
NOTICE = min(NOTICES)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lived_on(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with ground(request.param, tmp_path_factory.mktemp("ground")) as lived_on:
        yield lived_on


@pytest.mark.parametrize(
    ("scene", "mode"),
    [("interview", "polling"), ("review", "webhook"), ("report", "webhook"), ("digest", "polling")],
)
def test_nothing_is_lost_whatever_fails(scene: str, mode: Mode, lived_on: Ground) -> None:
    wrong = {case: lived_on.wrong(case) for case in lived_on.sample(scene, mode, SAMPLE)}
    assert {case: found for case, found in wrong.items() if found} == {}


def test_nothing_is_missing_after_a_day_with_an_outage_each_hour(tmp_path: Path) -> None:
    with ground("sqlite", tmp_path) as lived_on:
        assert lived_on.day("polling", "call", "reset after") == []


@pytest.mark.parametrize(
    "seen",
    ["abc", "aabbcc", "abbc", f"a{NOTICE}c", f"ab{NOTICE}c", f"a{NOTICE}{NOTICE}c", f"ab{NOTICE}"],
)
def test_a_chat_may_hold_twice_what_came_and_notices_for_what_did_not(seen: str) -> None:
    assert missed("abc", _parted(seen)) == ""


@pytest.mark.parametrize(
    "seen",
    ["ac", "acb", "aaabc", "ab", "abcd", f"{NOTICE}c", f"abab{NOTICE}", f"ac{NOTICE}b"],
    ids=["missing", "out of order", "three times", "the end", "more", "two for one notice", "again", "elsewhere"],
)
def test_a_chat_may_not_hold_anything_else(seen: str) -> None:
    assert missed("abc", _parted(seen)) != ""


def test_what_is_excused_may_be_missing_once() -> None:
    assert missed("abc", "ac", excused=1) == ""
    assert missed("abc", "c", excused=1) != ""


def _parted(seen: str) -> list[str]:
    """Letters and notices."""
    first, *rest = seen.split(NOTICE)
    return [*first, *(one for letters in rest for one in (NOTICE, *letters))]
