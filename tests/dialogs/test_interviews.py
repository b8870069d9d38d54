"""Journals of released versions go on in this one.

When a version is released, `python -m tests.dialogs.goldens` keeps its interviews beside the older ones, which stay as
they are. A question that changes its meaning gets a new key; where a later version asks something new on purpose, an
old golden is completed with the new answers by hand, and its plan with what they add.
"""

import json
from pathlib import Path

import pytest

from dialogs import journal
from dialogs.engine import replay
from dialogs.header import Header
from dialogs.interviews import INTERVIEWS, VERSIONS
from dialogs.questions import codec
from storage.values import plan_from_json
from tests.chat import entries_of
from tests.dialogs.goldens import FOLDER

GOLDENS = sorted(FOLDER.glob("v*.json"))


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.stem)
def test_a_released_journal_leads_to_its_plan(path: Path) -> None:
    golden = json.loads(path.read_text(encoding="utf-8"))
    header = codec(Header).validate_python(golden["header"])
    entries = entries_of(golden["journal"])
    standing = journal.standing(entries)
    replayed = replay(lambda: INTERVIEWS["post"](header), journal.values(standing))
    assert replayed.result is not None
    assert replayed.result == plan_from_json(golden["plan"])
    asked = {question.key for question in replayed.answered}
    applying = standing.keys() & journal.applying(entries, standing)
    # The weights and the diagram of another set of things are other questions.
    assert {key for key in applying if "weights/" not in key and not key.startswith("diagram/")} <= asked


def test_every_version_has_its_journals() -> None:
    names = {
        f"v{version}_{name}"
        for version in range(1, VERSIONS["post"] + 1)
        for name in ("en", "zh_Hans", "zh_Hant", "rich")
    }
    assert {path.stem for path in GOLDENS} >= names


def test_the_rich_journal_is_rich() -> None:
    """It holds what a plain interview lacks, so that later versions are held to it."""
    golden = json.loads((FOLDER / "v1_rich.json").read_text(encoding="utf-8"))
    standing = journal.standing(entries_of(golden["journal"]))
    indicators = [indicator for output in golden["plan"]["outputs"] for indicator in output["indicators"]]
    assert {indicator["numeric"] for indicator in indicators} == {True, False}
    assert any(len(output["customers"]) > 1 for output in golden["plan"]["outputs"])
    assert any(key.endswith("/result") for key in standing)
    assert any(key.endswith("/ranking") for key in standing)
    assert any("/tracking/" in key for key in standing)
    assert any(value["statement"] for key in standing if key.endswith("/measure") for value in standing[key].value)
    assert set(standing) - journal.applying(entries_of(golden["journal"]), standing)
