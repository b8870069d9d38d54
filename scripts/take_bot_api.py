"""Take what the Telegram stand-in checks calls against out of aiogram's description of the Bot API.

Usage: take_bot_api.py SOURCE-DISTRIBUTION.tar.gz > tests/telegram/bot_api.json

The description is part of aiogram's source distribution (.butcher/schema/schema.json), under the MIT licence, which
is taken along.
"""

import json
import re
import sys
import tarfile
from collections.abc import Iterator
from typing import Any

LENGTH = re.compile(r"(?:^|[^\d-])(?P<least>\d+)-(?P<most>\d+) (?P<unit>characters|bytes)")
"""As descriptions say it: "1-64 bytes", "0-1024 characters after entities parsing"."""
OTHER = {"Integer", "String", "Float", "Boolean", "True", "InputFile", "Array", "of", "or", "and"}


def main() -> None:
    """Read the archive named, write the distilled description."""
    with tarfile.open(sys.argv[1]) as archive:
        schema = json.load(_member(archive, ".butcher/schema/schema.json"))
        licence = _member(archive, "LICENSE").read().decode()
    entries = {entry["name"]: entry for item in schema["items"] for entry in item["children"]}
    methods = {name: _fields(entry) for name, entry in entries.items() if entry["category"] == "methods"}
    types = {name: _fields(entries[name]) for name in sorted(set(_used(methods, entries)))}
    print(_written(schema["api"]["version"], licence, methods, types))


def _member(archive: tarfile.TarFile, name: str) -> Any:
    found = next(member for member in archive if member.name.partition("/")[2] == name)
    return archive.extractfile(found)


def _fields(entry: dict[str, Any]) -> dict[str, list[Any]]:
    """Each field's type, whether it is required, and its shortest and longest length where the description says it."""
    return {one["name"]: [one["type"], one["required"], *_length(one["description"])] for one in entry["annotations"]}


def _length(description: str) -> list[Any]:
    found = LENGTH.search(description)
    return [int(found["least"]), int(found["most"]), found["unit"]] if found else []


def _used(methods: dict[str, Any], entries: dict[str, Any]) -> Iterator[str]:
    """The types that parameters of methods hold, and those that these hold."""
    seen: set[str] = set()
    waiting = [_fields for fields in methods.values() for _fields in fields.values()]
    while waiting:
        for name in set(re.findall(r"\w+", waiting.pop()[0])) - OTHER - seen:
            seen.add(name)
            if name in entries:
                yield name
                waiting += _fields(entries[name]).values()


def _written(version: str, licence: str, methods: dict[str, Any], types: dict[str, Any]) -> str:
    """The description, a method or type a line, so that a change of the Bot API shows as what it changes."""
    head = {"bot_api": version, "source": "aiogram, .butcher/schema/schema.json", "licence": licence.splitlines()}
    parts = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    for name, entries in (("methods", methods), ("types", types)):
        lines = ",\n".join(f"{json.dumps(each)}: {json.dumps(fields)}" for each, fields in sorted(entries.items()))
        parts.append(f"{json.dumps(name)}: {{\n{lines}\n}}")
    return "{\n" + ",\n".join(parts) + "\n}"


if __name__ == "__main__":
    main()
