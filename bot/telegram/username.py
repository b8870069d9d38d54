"""The bot's name, asked for without a Telegram library, which takes seconds to import."""

import json
from http.client import HTTPException
from urllib.request import Request, urlopen

SECONDS = 10


def username(api: str, token: str) -> str | None:
    """The name of the bot of a token ("kpi_bot"); None where no answer tells it."""
    request = Request(f"{api}/bot{token}/getMe")  # noqa: S310 - settings admit http and https only
    try:
        with urlopen(request, timeout=SECONDS) as response:  # noqa: S310 - as above
            return str(json.load(response)["result"]["username"])
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None
