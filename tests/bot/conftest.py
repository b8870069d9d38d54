"""Plans that were handed in, for the stories that go on from there."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.manager import SCRIPTS, Manager
from tests.program import JsonLines, interviewed

NAMES = {"en": ("Helen", "Ann", "Wang Fang"), "zh_Hans": ("何芸", "李明", "王芳"), "zh_Hant": ("何芸", "李明", "王芳")}
"""HR, the manager and the holder, by language."""


@pytest.fixture
def seat(tmp_path: Path) -> Callable[..., JsonLines]:
    """Opens a conversation of a person who plays a role."""

    def seat(name: str, role: str, language: str = "zh_Hans") -> JsonLines:
        return JsonLines(tmp_path, name, language, "--role", role)

    return seat


@pytest.fixture(scope="session")
def interviews(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Folders in which the manager has submitted, one a language, each made once."""

    @cache
    def submitted(language: str) -> Path:
        folder = tmp_path_factory.mktemp(language)
        with JsonLines(folder, NAMES[language][1], language) as program:
            interviewed(program, Manager(SCRIPTS[language]))
        return folder

    return submitted


@pytest.fixture
def submitted(interviews: Callable[[str], Path], tmp_path: Path) -> Callable[[str], None]:
    """Goes on from where the manager has submitted."""

    def submitted(language: str) -> None:
        for file in interviews(language).glob("kpibot.db*"):
            shutil.copy(file, tmp_path)

    return submitted
