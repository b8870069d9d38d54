"""The program itself, run as people and other programs run it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.manager import Line, Manager, last_question

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("KPIBOT_")} | {
    "PYTHONPATH": str(ROOT),
    "LC_ALL": "C.UTF-8",
}
NOW = "2026-11-21T09:00:00+08:00"


class Turn(NamedTuple):
    """A line sent and what was said to it."""

    line: Line
    said: list[Line]


def kpibot(*arguments: str) -> list[str]:
    """The command line of the program."""
    return [sys.executable, "-m", "bot", *arguments]


def address(folder: Path) -> str:
    """The database of a folder."""
    return f"sqlite:///{folder / 'kpibot.db'}"


class JsonLines:
    """`kpibot chat --jsonl` as a program talks to it: a line in, what it answers until it waits again."""

    def __init__(self, folder: Path, name: str = "李明", language: str = "zh_Hans", *options: str) -> None:
        self.database = address(folder)
        arguments = ["chat", "--jsonl", "--database", self.database, "--as", name, "--language", language, "--now", NOW]
        self.process = subprocess.Popen(
            kpibot(*arguments, *options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=ENVIRONMENT
        )
        self.opening = self.read()

    def send(self, line: Line | bytes) -> list[Line]:
        """Send a line; returns what was answered."""
        self.write(line)
        return self.read()

    def write(self, line: Line | bytes) -> None:
        """Send a line without waiting."""
        assert self.process.stdin is not None
        written = line if isinstance(line, bytes) else json.dumps(line).encode()
        self.process.stdin.write(written + b"\n")
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

    def kill(self) -> list[Line]:
        """Kill the program; returns what it had said by then."""
        self.process.kill()
        said, _ = self.process.communicate(timeout=30)
        lines: list[Line] = [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]
        return [line for line in lines if line["type"] != "idle"]

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
    return subprocess.run(
        kpibot(*arguments), capture_output=True, encoding="utf-8", cwd=folder, check=False, timeout=60, env=ENVIRONMENT
    )


def exported(folder: Path, database: str, language: str = "zh_Hans") -> Line:
    """The latest plan as its JSON document."""
    done = run(folder, "export", "--plan", "latest", "--format", "json", "--language", language, "--database", database)
    assert done.returncode == 0, done.stderr
    document: Line = json.loads(done.stdout)
    return document


def interviewed(program: JsonLines, manager: Manager) -> list[Turn]:
    """A whole interview; returns every line sent with what was said to it."""
    turns = [Turn({"command": "start"}, program.send({"command": "start"}))]
    while question := last_question(turns[-1].said):
        line = manager.answer(question)
        turns.append(Turn(line, program.send(line)))
        assert len(turns) < 200, "goes round in circles"
    return turns


def texts(said: Sequence[Line]) -> str:
    """Everything said, as one text."""
    return "\n".join(str(line.get("text") or line.get("caption") or "") for line in said)
