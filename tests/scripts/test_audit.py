"""The audit says aloud what nobody can tell, and fails where something is known."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

AUDIT = Path(__file__).parents[2] / "scripts" / "audit.py"
SOUND = {"name": "aiohttp", "version": "3.14.5", "vulns": []}
UNKNOWN = {"name": "aiogram", "skip_reason": "Dependency not found"}
BAD = {"name": "babel", "version": "2.19.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.20.0"]}]}


def audited(folder: Path, said: str) -> tuple[int, str]:
    """What the audit makes of what pip-audit says."""
    (folder / "pip_audit.py").write_text(f"print({said!r})")
    environment = os.environ | {"PYTHONPATH": str(folder)}
    done = subprocess.run([sys.executable, AUDIT], env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("packages", "status", "said"),
    [
        ([SOUND], 0, "audit: 0 known vulnerabilities in 1 packages\n"),
        ([SOUND, UNKNOWN], 0, "audit: SKIPPED for 1 of 2 packages"),
        # pip-audit itself calls that "No known vulnerabilities found".
        ([UNKNOWN], 0, "audit: SKIPPED for 1 of 1 packages, which the advisory service does not know\n"),
        ([SOUND, BAD, UNKNOWN], 1, "audit: babel 2.19.0 has PYSEC-1; mended in: 2.20.0\n"),
        ([], 0, "audit: SKIPPED"),
    ],
)
def test_what_is_told(packages: list[dict[str, Any]], status: int, said: str, tmp_path: Path) -> None:
    found = audited(tmp_path, json.dumps({"dependencies": packages}))
    assert (found[0], found[1].startswith(said)) == (status, True), found


def test_a_service_that_does_not_answer_is_told(tmp_path: Path) -> None:
    assert audited(tmp_path, "ConnectionError: no such host") == (
        0, "audit: SKIPPED, the advisory service does not answer; nothing is known of any vulnerability\n",
    )  # fmt: skip
