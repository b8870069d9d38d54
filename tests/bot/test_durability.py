"""The program killed at random moments: no accepted answer is lost or doubled, and it goes on at the right question."""

import os
import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.manager import SIMPLIFIED, Line, Manager, last_question
from tests.program import JsonLines, Turn, address, exported, interviewed

KILLS = 25
"""In each of the tests."""
SEED = os.environ.get("KPIBOT_TEST_SEED") or str(random.randrange(10**6))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sequence[Turn], float]:
    """The interview as it goes when nobody disturbs it, and about how many seconds the program takes for a line."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with JsonLines(folder) as program:
        began = time.perf_counter()
        turns = interviewed(program, Manager(SIMPLIFIED))
        return folder, turns, (time.perf_counter() - began) / len(turns)


@pytest.mark.parametrize("number", [1, 2])
def test_killed_at_random_moments(number: int, undisturbed: Any, tmp_path: Path) -> None:
    before, turns, seconds = undisturbed
    print(f"KPIBOT_TEST_SEED={SEED}")  # noqa: T201 # shown where it fails, to repeat it
    _Killed(tmp_path, turns, random.Random(f"{SEED}/{number}"), seconds).talk()
    assert _kept(tmp_path) == _kept(before)
    assert _accepted(tmp_path) == sorted(f"line:{line}" for line in range(len(turns)))
    assert exported(tmp_path, address(tmp_path)) == exported(before, address(before))


class _Killed:
    """An interview by a program that is killed again and again, and a client that repeats what had no answer."""

    def __init__(self, folder: Path, turns: Sequence[Turn], chance: random.Random, seconds: float) -> None:
        self.folder, self.turns, self.chance, self.seconds = folder, turns, chance, seconds

    def talk(self) -> None:
        """Hold the whole interview and see that what is said is what is said undisturbed."""
        doomed = self.chance.choices(range(len(self.turns)), k=KILLS)
        program = JsonLines(self.folder)
        for number, turn in enumerate(self.turns):
            heard: list[Line] = []
            line = turn.line | {"id": number}
            for _ in range(doomed.count(number)):
                program = self._killed(program, line, heard)
            said = program.send(line)
            # A line that was taken before the program was killed is answered when it starts.
            now = said or heard
            asked = last_question(turn.said)
            # Where nothing is asked at the end, what was asked before the line was taken may have been heard again.
            assert asked is None or last_question(now) == asked, f"after line {number}"
            assert _contains([*heard, *said], turn.said), f"after line {number}"
        with program:
            pass

    def _killed(self, program: JsonLines, line: Line, heard: list[Line]) -> JsonLines:
        """Send a line, kill the program soon after, start it again; `heard` takes what was said."""
        program.write(line)
        # Nearly always before the line was dealt with: it takes about so long.
        time.sleep(self.chance.uniform(0, self.seconds))
        heard += program.kill()
        again = JsonLines(self.folder)
        heard += again.opening
        return again


def _contains(heard: Sequence[Line], said: Sequence[Line]) -> bool:
    """Whether all that was to be said was heard, in this order; files may have got other numbers."""
    rest: Iterator[Line] = iter([_nameless(line) for line in heard])
    return all(_nameless(line) in rest for line in said)


def _nameless(line: Line) -> Line:
    return {name: value for name, value in line.items() if name != "path"}


def _kept(folder: Path) -> list[list[Any]]:
    """The journal, the runs and the plans as they are kept."""
    return [
        _rows(folder, "SELECT run_id, seq, key, action, value, raw, opens, language FROM entry ORDER BY id"),
        _rows(folder, "SELECT id, status, parked, focus FROM run ORDER BY id"),
        _rows(folder, "SELECT plan_id, version, status, content, audit FROM plan_version ORDER BY plan_id, version"),
    ]


def _accepted(folder: Path) -> list[str]:
    return sorted(id for (id,) in _rows(folder, "SELECT update_id FROM accepted_update"))


def _rows(folder: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(folder / "kpibot.db")) as database:
        return database.execute(query).fetchall()
