"""The program itself, run as people and other programs run it."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any, BinaryIO, NamedTuple, Self

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


class Fork:
    """Forks of a process that has imported the program (tests/forking.py)."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._lock = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.forking"], stdin=theirs.fileno(), cwd=ROOT, env=ENVIRONMENT
            )

    def start(
        self, folder: Path, arguments: Sequence[str], environment: Mapping[str, str], *files: int | IO[Any]
    ) -> "Started":
        """Start the program with its input, output and errors."""
        wanted = {"folder": str(folder), "arguments": list(arguments), "environment": dict(environment)}
        numbers = [file if isinstance(file, int) else file.fileno() for file in files]
        return Started(self, self._ask(wanted, numbers))

    def exit_status(self, process: int) -> int:
        """Wait for the end of a process; returns what it exited with."""
        return self._ask({"process": process}, [])

    def _ask(self, wanted: Mapping[str, Any], files: Sequence[int]) -> int:
        with self._lock:
            socket.send_fds(self._line, [json.dumps(wanted).encode()], files)
            return int(self._line.recv(100))


class Started:
    """A process that was started by a fork."""

    def __init__(self, fork: Fork, id: int) -> None:
        self._fork, self.id = fork, id
        self.returncode: int | None = None

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, unless the process was seen to have ended."""
        if self.returncode is None:
            os.kill(self.id, number)

    def wait(self) -> int:
        """Wait for the end of the process; returns what it exited with."""
        if self.returncode is None:
            self.returncode = self._fork.exit_status(self.id)
        return self.returncode


@cache
def fork() -> Fork:
    """The one of this process, which ends with it."""
    return Fork()


class JsonLines:
    """`kpibot chat --jsonl` as a program talks to it: a line in, what it answers until it waits again."""

    def __init__(self, folder: Path, name: str = "李明", language: str = "zh_Hans", *options: str) -> None:
        self.database = address(folder)
        arguments = ["chat", "--jsonl", "--database", self.database, "--as", name, "--language", language, "--now", NOW]
        (reading, self._stdin), (self._stdout, writing) = _pipe(), _pipe()
        with reading, writing:
            arguments += options
            self.process = fork().start(folder, arguments, ENVIRONMENT, reading, writing, 2)
        self.opening = self.read()

    def send(self, line: Line | bytes) -> list[Line]:
        """Send a line; returns what was answered."""
        self.write(line)
        return self.read()

    def write(self, line: Line | bytes) -> None:
        """Send a line without waiting."""
        written = line if isinstance(line, bytes) else json.dumps(line).encode()
        self._stdin.write(written + b"\n")
        self._stdin.flush()

    def read(self) -> list[Line]:
        """What is said until the program waits; raises EOFError where it ends instead."""
        said: list[Line] = []
        for written in self._stdout:
            line: Line = json.loads(written)
            if line["type"] == "idle":
                return said
            said.append(line)
        raise EOFError

    def kill(self) -> list[Line]:
        """Kill the program; returns what it had said by then."""
        self.process.signal(signal.SIGKILL)
        self.process.wait()
        with suppress(BrokenPipeError):
            self._stdin.close()
        with self._stdout:
            lines: list[Line] = [json.loads(line) for line in self._stdout if line.endswith(b"\n")]
        return [line for line in lines if line["type"] != "idle"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stdin.close()
        with self._stdout:
            self.process.wait()


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program to its end."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, Path(os.devnull).open("rb") as nothing:
        returncode = fork().start(folder, arguments, ENVIRONMENT, nothing, out, err).wait()
        said = [(file.seek(0), file.read().decode())[1] for file in (out, err)]
    return subprocess.CompletedProcess(arguments, returncode, *said)


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


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
