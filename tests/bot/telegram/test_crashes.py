"""Killed again and again, with duplicate, reordered and simultaneous updates, over a line that fails one call in five.

Journals and chats are held in their order against what they are when nothing goes wrong; `make soak` kills more often.
"""

import os
import random
from pathlib import Path
from typing import Any

import pytest

from tests.harness.killed import killed, undisturbed, wrong

KILLS = 6
"""In each of the tests."""
ANSWERS = 8
"""So many questions each person answers."""
SEED = os.environ.get("KPIBOT_TEST_SEED") or str(random.randrange(10**6))


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return undisturbed(tmp_path_factory.mktemp("undisturbed"), ANSWERS)


@pytest.mark.parametrize(
    ("database", "mode"),
    [("sqlite", "polling"), ("postgresql", "webhook")],
    indirect=["database"],
)
def test_killed_at_random_moments(database: str, mode: str, calm: Any, tmp_path: Path) -> None:
    print(f"KPIBOT_TEST_SEED={SEED}")  # noqa: T201 # shown where it fails, to repeat it
    lived = killed(tmp_path, database, f"{SEED}/{mode}", webhook=mode == "webhook", answers=ANSWERS, kills=KILLS)
    assert wrong(lived, calm) == []
