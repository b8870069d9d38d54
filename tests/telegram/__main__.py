"""The stand-in by itself, to try the bot in a browser: python -m tests.telegram [--port 8081] [--token TOKEN]."""

import argparse
import time
from contextlib import suppress

from tests.telegram.server import TOKEN, standing_in


def main() -> None:
    """Serve until Ctrl-C."""
    arguments = argparse.ArgumentParser(prog="tests.telegram")
    arguments.add_argument("--port", type=int, default=8081)
    arguments.add_argument("--token", default=TOKEN)
    given = arguments.parse_args()
    with standing_in(given.token, given.port) as server, suppress(KeyboardInterrupt):
        for name, language in (("Helen (HR)", "en"), ("Ann", "en"), ("小丽", "zh-hans")):
            server.person(name, language)
        print(f"\n  Try kpibot in a browser: {server.url}\n", flush=True)  # noqa: T201 # for who started it
        while True:
            time.sleep(3600)


if __name__ == "__main__":
    main()
