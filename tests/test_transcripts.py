"""The transcripts that the README shows are what the program says today."""

from pathlib import Path

import pytest

from tests.manager import SCRIPTS
from tests.transcripts import FOLDER, transcript


@pytest.mark.parametrize("language", SCRIPTS)
def test_transcript_is_what_the_program_says(language: str, tmp_path: Path) -> None:
    written = (FOLDER / f"{language}.md").read_text(encoding="utf-8")
    assert transcript(tmp_path, language) + "\n" == written, "run: python -m tests.transcripts"
