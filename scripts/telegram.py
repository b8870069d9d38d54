"""Run kpibot against the stand-in for Telegram, to try it in a browser without a token."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.telegram.server import StandIn, standing_in  # noqa: E402 # it is found from the root

PORT = 8081
DATABASE = "sqlite:///data/telegram.db"
"""Beside the database of `make chat`: the stand-in forgets its chats when it ends, and so does this one."""
PEOPLE = (("Helen", "en"), ("Ann", "en"), ("李明", "zh-hans"), ("王芳", "zh-hans"))


def main() -> None:
    """Serve until Ctrl-C."""
    for old in (ROOT / "data").glob("telegram.db*"):
        old.unlink()
    with standing_in(port=PORT) as server:
        for name, language in PEOPLE:
            server.person(name, language)
        environment = os.environ | {
            "KPIBOT_TELEGRAM_TOKEN": server.token,
            "KPIBOT_TELEGRAM_API": server.url,
            "KPIBOT_DATABASE": DATABASE,
        }
        for role, name in (("hr", "Helen"), ("manager", "Ann"), ("manager", "李明")):
            _joins(server, name, _invitation(role, environment))
        print(f"\n  Try kpibot in a browser: {server.url}\n  Ctrl-C ends it.\n", flush=True)
        bot = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=ROOT, env=environment)
        try:
            bot.wait()
        except KeyboardInterrupt:
            bot.wait()
        time.sleep(0.1)


def _invitation(role: str, environment: dict[str, str]) -> str:
    """The token of an invitation."""
    command = [sys.executable, "-m", "bot", "invite", "--role", role]
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return made.stdout.rpartition("start=")[2].strip()


def _joins(server: StandIn, name: str, token: str) -> None:
    """Have a person open the invitation, as they would in Telegram."""
    person = next(one for one in server.people() if one.title == name)
    person.says(f"/start {token}")


if __name__ == "__main__":
    main()
