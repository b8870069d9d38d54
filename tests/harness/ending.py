"""The real program told to end under load, again and again: how long each end takes, in seconds, as JSON.

A program of its own, so that it may be run by any Python: `python -m tests.harness.ending TIMES`.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice, product
from multiprocessing import get_context
from pathlib import Path

from tests.program import address
from tests.telegram.program import Running, by_webhook, running, until
from tests.telegram.server import StandIn, standing_in

MODES = ("polling", "webhook")
AT_ONCE = 4
"""Programs that end side by side: most of the time they wait."""


def loads(program: Running, server: StandIn) -> None:
    """Have several people write at once."""
    people = [server.person(f"Person {number}", "en") for number in range(5)]
    for person in people:
        person.says(f"/start {program.invitation('manager')}")
        for _ in range(10):
            person.says("/why")


def _fails(kind: str) -> Callable[[StandIn], None]:
    def fails(server: StandIn) -> None:
        for method in (None, "getUpdates"):
            server.fails(kind, method, times=None, seconds=60)  # type: ignore[arg-type] # one of the kinds below

    return fails


TROUBLES: dict[str, Callable[[StandIn], None]] = {
    "under load": lambda server: None,
    "Telegram hangs": _fails("hang"),
    "Telegram is gone": _fails("drop"),
    "Telegram fails": _fails("500"),
}


def ended(mode: str, trouble: str) -> float:
    """How long the program takes to end, from SIGTERM on."""
    with (
        tempfile.TemporaryDirectory() as folder,
        standing_in() as server,
        running(server, Path(folder), address(Path(folder)), **(by_webhook() if mode == "webhook" else {})) as program,
    ):
        TROUBLES[trouble](server)
        loads(program, server)
        if trouble == "under load":
            until(lambda: sum(call.method == "sendMessage" for call in server.calls) > 5, program.said)
        else:
            time.sleep(0.3)
        began = time.monotonic()
        program.stop()
        return time.monotonic() - began


def main(times: int) -> None:
    """End it so often, the ways in turn."""
    ways = list(islice(cycle(product(MODES, TROUBLES)), times))
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as pool:
        took = list(pool.map(ended, *zip(*ways, strict=True)))
    print(json.dumps([[*way, seconds] for way, seconds in zip(ways, took, strict=True)]))  # noqa: T201 # for whoever runs it


if __name__ == "__main__":
    main(int(sys.argv[1]))
