"""The program itself, run as people and other programs run it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.manager import Line

NOW = "2026-11-21T09:00:00+08:00"


def kpibot(*arguments: str) -> list[str]:
    """The command line of the program."""
    return [sys.executable, "-m", "bot", *arguments]


class JsonLines:
    """`kpibot chat --jsonl` as a program talks to it: a line in, what it answers until it waits again."""

    def __init__(self, folder: Path, name: str = "李明", language: str = "zh_Hans", *options: str) -> None:
        self.database = f"sqlite:///{folder / 'kpibot.db'}"
        arguments = ["chat", "--jsonl", "--database", self.database, "--as", name, "--language", language, "--now", NOW]
        self.process = subprocess.Popen(
            kpibot(*arguments, *options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self.opening = self.read()

    def send(self, line: Line) -> list[Line]:
        """Send a line; returns what was answered."""
        self.write(line)
        return self.read()

    def write(self, line: Line) -> None:
        """Send a line without waiting."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(line).encode() + b"\n")
        self.process.stdin.flush()

    def read(self) -> list[Line]:
        """What is said until the program waits; raises EOFError where it ends instead."""
        assert self.process.stdout is not None
        said: list[Line] = []
        for written in self.process.stdout:
            line: Line = json.loads(written)
            if line["type"] == "idle":
                return said
            said.append(line)
        raise EOFError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=30)
        assert self.process.stdout is not None
        self.process.stdout.close()


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program to its end."""
    return subprocess.run(kpibot(*arguments), capture_output=True, text=True, cwd=folder, check=False, timeout=60)


def exported(folder: Path, database: str, language: str = "zh_Hans") -> Line:
    """The latest plan as its JSON document."""
    done = run(folder, "export", "--plan", "latest", "--format", "json", "--language", language, "--database", database)
    assert done.returncode == 0, done.stderr
    document: Line = json.loads(done.stdout)
    return document


def texts(said: Sequence[Line]) -> str:
    """Everything said, as one text."""
    return "\n".join(str(line.get("text") or line.get("caption") or "") for line in said)
