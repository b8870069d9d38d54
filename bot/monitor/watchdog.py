"""The watchdog: it ends a program of which a part has fallen silent, so that whatever started it starts it again.

It is a thread of its own, since what is silent may be the event loop. Where systemd started the program it is told
that all is well, and ends one whose watchdog is silent itself (WatchdogSec).
"""

import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import structlog

from bot.monitor.vitals import Vitals

LOOK_SECONDS = 10.0
"""Between two looks; systemd must allow several times as much."""

_log = structlog.get_logger(__name__)


@contextmanager
def watched(vitals: Vitals, every: float = LOOK_SECONDS) -> Iterator[None]:
    """Watch over a program while the block runs."""
    over = threading.Event()
    thread = threading.Thread(target=_watch, args=(vitals, over, every), name="watchdog", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        notify("STOPPING=1")


def notify(state: str) -> None:
    """Tell systemd, where it started the program (sd_notify(3))."""
    path = os.environ.get("NOTIFY_SOCKET")
    if path:
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
            told.connect(path.replace("@", "\0", 1) if path.startswith("@") else path)
            told.send(state.encode())


def _watch(vitals: Vitals, over: threading.Event, every: float) -> None:
    while not over.is_set():
        if silent := vitals.silent():
            _log.critical("watchdog.silent", parts=silent)
            logging.shutdown()
            os._exit(1)
        notify("WATCHDOG=1")
        over.wait(every)
