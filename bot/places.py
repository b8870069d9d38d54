"""Where the files of a database are: beside SQLite's own, else below the working folder."""

from pathlib import Path

from sqlalchemy import make_url


def file_of(address: str) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL."""
    url = make_url(address)
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def files_of(address: str) -> Path:
    """The folder to which pictures and sheets are written."""
    return _folder(address) / f"{_name(address)}-files"


def backups_of(address: str) -> Path:
    """The folder to which backups go that are to go nowhere else."""
    return _folder(address) / f"{_name(address)}-backups"


def _folder(address: str) -> Path:
    file = file_of(address)
    return file.parent if file else Path("data")


def _name(address: str) -> str:
    file = file_of(address)
    return file.stem if file else str(make_url(address).database)
