"""What strangers said in the conversations of kpibot: where it was understood, that must not change."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.bot.turns.measuring import TURNS, kept, measured
from tests.bot.turns.scenes import NAMES, Scene, Stage
from tests.manager import Line, last_question

STANDS = {
    "report": "due",
    "report_note": "note",
    "confirm": "confirm",
    "corrective": "corrective_what",
    "review": "decision",
    "returned": "basic",
    "acknowledge": "acknowledge",
}
"""The questions of the scenes that are not called like theirs."""
UNDERSTOOD = [
    pytest.param(turn, id=f"{turn['language']}-{turn['scene']}-{line}")
    for line, turn in enumerate(TURNS, 1)
    if "kept" in turn
]

Scenes = Callable[[str], Mapping[str, Scene]]


@pytest.fixture(scope="session")
def scenes(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    """The scenes of a language, played once."""

    @cache
    def played(language: str) -> Mapping[str, Scene]:
        return Stage(migrated_file, tmp_path_factory.mktemp(language), language).scenes

    return played


@pytest.mark.parametrize("language", NAMES)
def test_scenes_stand_at_their_questions(language: str, scenes: Scenes, tmp_path: Path) -> None:
    played = scenes(language)
    assert {turn["scene"] for turn in TURNS} - set(played) == set()
    for scene, question in STANDS.items():
        with played[scene].copied(tmp_path) as company:
            asked = last_question(company.command(played[scene].name, "start"))
        assert asked
        assert asked["name"] == question


@pytest.mark.parametrize("turn", UNDERSTOOD)
def test_what_was_understood_stays_so(turn: Line, scenes: Scenes, tmp_path: Path) -> None:
    got = measured(scenes(turn["language"])[turn["scene"]], tmp_path, turn["said"])
    assert kept(got) == turn["kept"], got["answer"]
