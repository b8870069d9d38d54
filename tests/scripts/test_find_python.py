import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "find-python"


def python(folder: Path, name: str, body: str) -> None:
    """Put a Python of that name on the PATH."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


GOOD = f'exec "{sys.executable}" "$@"'
OLD = 'case $1 in --version) echo "Python 3.9.2";; *) exit 1;; esac'
SHIM = 'echo "no such version installed" >&2; exit 127'
BARE = f'case $2 in *ensurepip*) echo "No module named ensurepip" >&2; exit 1;; *) exec "{sys.executable}" "$@";; esac'


def find(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    for tool in ("sh", "tail", "cat"):
        (folder / tool).symlink_to(
            next(Path(at, tool) for at in os.defpath.split(":") if at and Path(at, tool).exists())
        )
    return subprocess.run(
        [folder / "sh", SCRIPT],
        env={"PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_newest_that_really_runs_is_taken(tmp_path: Path) -> None:
    python(tmp_path, "python3.13", SHIM)
    python(tmp_path, "python3.12", BARE)
    python(tmp_path, "python3.11", OLD)
    python(tmp_path, "python3", GOOD)
    found = find(tmp_path)
    assert (found.stdout, found.stderr, found.returncode) == ("python3\n", "", 0)


def test_one_can_be_named(tmp_path: Path) -> None:
    python(tmp_path, "python3.13", OLD)
    python(tmp_path, "mine", GOOD)
    assert find(tmp_path, PYTHON="mine").stdout == "mine\n"


@pytest.mark.parametrize(
    ("pythons", "words"),
    [
        ({}, ["needs Python 3.11 or newer.", "apt install"]),
        ({"python3": OLD, "python3.13": SHIM}, ["needs Python 3.11 or newer. Found only: python3 (Python 3.9.2)."]),
        (
            {"python3": BARE},
            ["python3 is new enough", "ensurepip", f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"],
        ),
    ],
    ids=["none", "old", "incomplete"],
)
def test_what_to_install_is_said(pythons: dict[str, str], words: list[str], tmp_path: Path) -> None:
    for name, body in pythons.items():
        python(tmp_path, name, body)
    found = find(tmp_path)
    assert (found.stdout, found.returncode) == ("", 1)
    assert [word for word in words if word not in found.stderr] == []
