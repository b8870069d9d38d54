"""Files with secrets or answers in them that others on this machine can read."""

import os
from collections.abc import Iterator
from pathlib import Path

from bot.places import backups_of, file_of, files_of

OTHERS = 0o077
"""The rights of everybody but the owner."""


def exposed(address: str) -> Iterator[Path]:
    """What others can read of the settings and of all that is kept, with its folder where that is kpibot's alone."""
    file = file_of(address)
    kept = [file, Path(f"{file}-wal")] if file else []
    own = [file.parent] if file and file.parent.absolute() not in (Path.cwd(), *Path.cwd().parents) else []
    for path in (Path(".env"), *own, *kept, files_of(address), backups_of(address)):
        if os.name == "posix" and path.exists() and path.stat().st_mode & OTHERS:
            yield path
