"""The conversation for programs: one JSON object a line in, one a line out (README, "JSON lines")."""

import json
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.local import NoFile, Seat, attached, seated
from bot.messages import Payload
from dialogs.acts import Act, Command, Pressed, Said
from locales.text import Text, text
from locales.words import words
from storage.tables import Role

EXAMPLE = """{"text": "…"}"""
FILE = """{"file": "report.pdf"}"""
LONGEST_ID = 100
"""Characters of an update's id as JSON writes it."""


class BadLine(ValueError):
    """A line that is no act."""


def chat(*, database: str, name: str | None, role: Role | None, language: str | None, now: datetime | None) -> None:
    """Talk until the input ends."""
    # What is no UTF-8 shall reach read_line, which refuses it.
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr] # a TextIOWrapper
    with seated(database=database, name=name, role=role, language=language, now=now) as seat:
        seat.open()
        _deliver(seat)
        for line in sys.stdin:
            if line.strip():
                _take(seat, line)
                _deliver(seat)


def _take(seat: Seat, line: str) -> None:
    try:
        act, update_id = read_line(line)
    except BadLine:
        _refuse(seat, text("jsonl.bad_line", example=EXAMPLE))
    except NoFile:
        _refuse(seat, text("attach.no_file", example=FILE))
    else:
        seat.take(act, update_id)


def _refuse(seat: Seat, why: Text) -> None:
    _write({"type": "error", "text": words(seat.language()).say(why)})


def _deliver(seat: Seat) -> None:
    for payload in seat.deliver():
        _write(payload)
    _write({"type": "idle"})


def _write(payload: Payload) -> None:
    # ASCII alone, so that no terminal and no pipe can garble it.
    sys.stdout.write(json.dumps(payload) + "\n")
    sys.stdout.flush()


def read_line(line: str) -> tuple[Act, str | None]:
    """The act of a line and the update's id, if it has one; raises BadLine and NoFile."""
    try:
        fields = json.loads(line.encode())
    except (ValueError, RecursionError):  # no UTF-8, no JSON, a number of too many digits, nested too deeply
        raise BadLine from None
    if not isinstance(fields, dict):
        raise BadLine
    return _act(fields), _update_id(fields.get("id"))


def _update_id(given: Any) -> str | None:
    if given is None:
        return None
    written = json.dumps(given) if isinstance(given, int | str) else ""
    if not 0 < len(written) <= LONGEST_ID:
        raise BadLine
    return f"line:{written}"


def _act(fields: Mapping[str, Any]) -> Act:
    match fields:
        case {"file": str(path)} if isinstance(fields.get("text", ""), str):
            return attached(path, fields.get("text", ""))
        case {"text": str(said)}:
            return Said(said)
        case {"press": str(choice)}:
            return Pressed(choice)
        case {"command": str(name), "argument": str(argument) | int(argument)}:
            return Command(name.removeprefix("/"), str(argument))
        case {"command": str(name)} if fields.get("argument") is None:
            return Command(name.removeprefix("/"))
    raise BadLine
