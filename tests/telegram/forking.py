"""Starts `kpibot run` again and again without importing aiogram each time, which takes seconds.

Reads a line of JSON for each start, answers with the process's id; the process is a fork that runs the command line.
"""

import json
import os
import signal
import sys


def main() -> None:
    """Fork for each line, until the input ends."""
    import bot.cli  # what is imported here is there in every fork
    import bot.telegram.running  # as above

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)  # noqa: T201 # the protocol
    for line in sys.stdin:
        wanted = json.loads(line)
        started = os.fork()
        if started == 0:
            _become(wanted)
            bot.cli.main()
        print(started, flush=True)  # noqa: T201 # the protocol


def _become(wanted: dict[str, object]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(str(wanted["log"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.update(wanted["environment"])  # type: ignore[call-overload] # a mapping of texts
    os.chdir(str(wanted["folder"]))
    sys.argv = ["kpibot", "run"]


if __name__ == "__main__":
    main()
