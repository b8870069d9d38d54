"""The program in a terminal of its own, read off the screen as a person reads it."""

import re
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

from tests.manager import Line
from tests.program import ENVIRONMENT, NOW, address, kpibot

PROMPT = "›"
_FRAME = str.maketrans("", "", "│╭╮╰╯─")
_COLUMNS, _ROWS = 100, 200


def squeezed(text: str) -> str:
    """A text without the frame, spaces and line breaks that a screen puts in."""
    return "".join(text.translate(_FRAME).split())


class Terminal:
    """`kpibot chat` as a person sees it; `seen` is what came onto the screen since the last line was typed."""

    def __init__(self, folder: Path, name: str = "李明", language: str = "zh_Hans", **environment: str) -> None:
        arguments = ["chat", "--database", address(folder), "--as", name, "--language", language, "--now", NOW]
        program, *options = kpibot(*arguments)
        self._screen = pyte.Screen(_COLUMNS, _ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            program, options, cwd=str(folder), timeout=30, dimensions=(_ROWS, _COLUMNS),
            env=ENVIRONMENT | {"TERM": "xterm"} | environment,
        )  # fmt: skip
        self.process.delaybeforesend = None
        self._wait(echoed=True)

    def enter(self, written: str | bytes) -> str:
        """Type a line; returns what is seen when the program waits for the next."""
        self.process.send(written if isinstance(written, bytes) else written.encode())
        self.process.send(b"\r")
        self._wait(echoed=False)
        return self.seen

    def choose(self, choice: Line) -> str:
        """Type the mark that stands before a choice on the screen."""
        label = squeezed(choice["label"])[:20]
        found = re.search(rf"(?:^|\n)(\w+)\.{re.escape(label)}", "\n".join(map(squeezed, self._rows())))
        assert found, f"{label} is not on the screen"
        return self.enter(found[1])

    def interrupt(self, key: str) -> str:
        """Press Ctrl and a key, as people do once more where nothing comes of it; returns what is seen at the end."""
        self.process.sendcontrol(key)
        if self.process.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=10):
            self.process.sendcontrol(key)  # readline misses a signal that comes just before it waits
            self.process.expect(pexpect.EOF)
        return self._at_the_end()

    def quit(self) -> str:
        """Type /quit; returns what is seen when the program has ended."""
        self.process.send(b"/quit\r")
        return self.ended()

    def ended(self) -> str:
        """What is seen when the program has ended, as it should."""
        self.process.expect(pexpect.EOF)
        return self._at_the_end()

    def _at_the_end(self) -> str:
        self._stream.feed(self.process.before or b"")
        self.process.close()
        assert (self.process.exitstatus, self.process.signalstatus) == (0, None), self.seen
        return self.seen

    @property
    def seen(self) -> str:
        """What is on the screen below the last line that was typed."""
        return "\n".join(self._rows())

    @property
    def line(self) -> str:
        """The line that is being typed."""
        row = self._screen.buffer[self._screen.cursor.y]
        return "".join(row[column].data for column in range(_COLUMNS)).rstrip()

    def feed(self, keys: bytes, line: str) -> None:
        """Press keys and wait until the line being typed is this one."""
        self.process.send(keys)
        while self.line != line:
            self._stream.feed(self.process.read_nonblocking(10_000, timeout=30))

    def _rows(self) -> list[str]:
        rows = [row.rstrip() for row in self._screen.display[: self._screen.cursor.y]]
        typed = [number for number, row in enumerate(rows) if row.startswith(PROMPT)]
        return rows[typed[-1] + 1 :] if typed else rows

    def _wait(self, *, echoed: bool) -> None:
        """Read until an empty prompt stands below what was typed."""
        while not (echoed and self.line == PROMPT and self._screen.cursor.x == 2):
            try:
                said = self.process.read_nonblocking(10_000, timeout=30)
            except pexpect.EOF:
                raise EOFError(self.seen) from None
            echoed = echoed or b"\n" in said
            self._stream.feed(said)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.close(force=True)
