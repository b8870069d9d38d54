"""Starts the program again and again without importing it each time, which takes seconds.

Its standard input is a socket. For each message it answers with a number: for what is to be started, which comes with
its input, output and errors, with the process's id; for a process to be waited for, with what it exited with.
"""

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

LONGEST = 1_000_000
"""Bytes of a message: an environment and some arguments."""


def main() -> None:
    """Fork for each message, until nobody is there to send one."""
    for name in ("bot.cli", "bot.export", "bot.jsonl"):
        import_module(name)  # what is imported here is there in every fork
    gc.freeze()  # no fork looks through it for garbage, which would copy all of it, when it ends at the latest
    line = socket.socket(fileno=0)
    while True:
        said, files, *_ = socket.recv_fds(line, LONGEST, 3)
        if not said:
            return
        wanted = json.loads(said)
        answer = _exit_status(wanted["process"]) if "process" in wanted else _started(line, wanted, files)
        line.send(str(answer).encode())


def _started(line: socket.socket, wanted: Mapping[str, Any], files: list[int]) -> int:
    if wanted["arguments"][0] == "run":
        import_module("bot.telegram.running")  # aiogram takes longest
        gc.freeze()
    started = os.fork()
    if started == 0:
        line.detach()
        _become(wanted, files)
        import_module("bot.cli").main()
        sys.exit()
    for file in files:
        os.close(file)
    return started


def _become(wanted: Mapping[str, Any], files: list[int]) -> None:
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(wanted["environment"])
    os.chdir(wanted["folder"])
    sys.argv = ["kpibot", *wanted["arguments"]]


def _exit_status(process: int) -> int:
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main()
