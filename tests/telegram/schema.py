"""The Bot API as data: which methods there are, and what each takes (bot_api.json, distilled from aiogram's)."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_API = json.loads((Path(__file__).parent / "bot_api.json").read_text(encoding="utf-8"))
METHODS: Mapping[str, Mapping[str, list[Any]]] = _API["methods"]
TYPES: Mapping[str, Mapping[str, list[Any]]] = _API["types"]
AFTER_PARSING = {"text", "caption"}
"""Their length counts without the markup; whoever parses it checks it."""
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Refusal(Exception):
    """A call that Telegram would refuse, and how."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(why: str) -> Refusal:
    """A bad request."""
    return Refusal(400, f"Bad Request: {why}")


def checked(method: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a call with their types; raises Refusal for what Telegram documents otherwise."""
    if method not in METHODS:
        raise Refusal(404, "Not Found: method not found")
    return _fields(method, METHODS[method], given)


def _fields(name: str, known: Mapping[str, list[Any]], given: Mapping[str, Any]) -> dict[str, Any]:
    for field in given:
        if field not in known:
            raise bad(f"{name} has no parameter {field}")
    for field, (_, required, *_length) in known.items():
        if required and field not in given:
            raise bad(f'parameter "{field}" of {name} is required')
    return {field: _value(field, known[field], value) for field, value in given.items()}


def _value(field: str, known: list[Any], value: Any) -> Any:
    kind, _, *length = known
    read = _read(field, kind, value)
    if length and isinstance(read, str) and field not in AFTER_PARSING:
        least, most, unit = length
        size = len(read.encode()) if unit == "bytes" else len(read)
        if not least <= size <= most:
            raise bad(f"{field} has {size} {unit}, must have {least} to {most}")
    if field == "command" and not COMMAND.fullmatch(str(read)):
        raise bad("BOT_COMMAND_INVALID")
    return read


def _read(field: str, kind: str, value: Any) -> Any:
    """The value as one of its types; text from forms is read, as Telegram does."""
    for one in kind.split(" or "):
        try:
            return _as(one, value)
        except (ValueError, TypeError):
            continue
    raise bad(f"{field} must be {kind}")


def _as(kind: str, value: Any) -> Any:  # noqa: C901 - one case for each kind
    if kind.startswith("Array of "):
        items = json.loads(value) if isinstance(value, str) else value
        if not isinstance(items, list):
            raise TypeError
        return [_as_any(kind.removeprefix("Array of "), item) for item in items]
    match kind:
        case "String":
            if not isinstance(value, str):
                raise TypeError
            return value
        case "Integer":
            if isinstance(value, bool) or not isinstance(value, int | str):
                raise TypeError
            return int(value)
        case "Float":
            return float(value)
        case "Boolean" | "True":
            if str(value).lower() not in {"true", "false", "1", "0"}:
                raise ValueError
            return str(value).lower() in {"true", "1"}
        case "InputFile":
            if not isinstance(value, bytes | tuple):
                raise TypeError
            return value
    fields = json.loads(value) if isinstance(value, str) else value
    if not isinstance(fields, dict):
        raise TypeError
    # What is one of several kinds of object has no fields of its own.
    return _fields(kind, TYPES[kind], fields) if TYPES.get(kind) else fields


def _as_any(kinds: str, value: Any) -> Any:
    for kind in re.split(r" or |, | and ", kinds):
        try:
            return _as(kind, value)
        except (ValueError, TypeError):
            continue
    raise ValueError(kinds)
