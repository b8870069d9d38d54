"""What may be wrong with the set-up, and how to mend it."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot import meant, settings
from bot.places import file_of
from bot.redaction import redacted
from bot.secrecy import exposed
from locales.text import Text, text
from storage import faults, migrate, outbox, updates
from storage.database import DRIVER, Database, Unreachable

T = TypeVar("T")

OLDEST_PYTHON = (3, 11)
RELEASED = date(2026, 11, 1)
"""No clock that is right shows a day before this version was made."""
NEEDED_MEGABYTES = 100
ZONES = ("Asia/Shanghai", "Asia/Taipei", "Europe/London")
STUCK_MINUTES = 10
"""What waits for longer does not get through."""
SHOWN = 5
"""So many missing texts are named; the rest would only fill the screen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A check by its name, and what it found wrong: nothing when all is well."""

    check: str
    wrong: tuple[Text, ...]


def examine(database: str | None = None) -> Iterator[Finding]:
    """Make every check; those of the database where its address is known.

    What is in it is judged where nothing is wrong with itself, and that only up to what cannot be judged any more.
    """
    for name, check in _ALWAYS.items():
        yield Finding(name, tuple(check()))
    address = database or _address()
    if address is not None:
        for name, of_database in _OF_DATABASE.items():
            wrong = tuple(of_database(address))
            yield Finding(name, wrong)
            if wrong:
                return
        for name, of_records in _OF_RECORDS.items():
            yield Finding(name, tuple(of_records(address)))


def absent(database: str | None = None) -> Text | None:
    """What is to be said of a database that is not there yet: nothing is wrong with it, unless its name is mistyped."""
    file = file_of(database or _address() or "postgresql:///")
    return None if file is None or file.exists() else text("command.new_database", path=str(file.absolute()))


def python() -> Iterator[Text]:
    """Whether Python is new enough."""
    if sys.version_info < OLDEST_PYTHON:
        yield text("command.wrong.python", version=".".join(map(str, sys.version_info[:3])))


def set_up() -> Iterator[Text]:
    """Whether the settings are valid and spelt right."""
    try:
        settings.load()
    except settings.BadSettings as error:
        yield from error.problems
        return
    for name in settings.unknown_names():
        yield text("command.settings.unknown", value=name)


def catalogs(folder: Path | None = None) -> Iterator[Text]:
    """Whether all languages say the same."""
    from locales.catalogs import FOLDER, gaps

    missing = [f"{language} {id}" for language, id in gaps(folder or FOLDER)]
    if missing:
        more = ("…",) if len(missing) > SHOWN else ()
        yield text("command.wrong.catalogs", messages=", ".join((*missing[:SHOWN], *more)))


def picture() -> Iterator[Text]:
    """Whether Chinese characters show in pictures: two posts of one length must not look the same."""
    try:
        alike = _picture_of("经理") == _picture_of("會計")
    except (ImportError, OSError, ValueError):
        alike = True
    if alike:
        yield text("command.wrong.picture")


def clock() -> Iterator[Text]:
    """Whether the clock is right, as far as one can tell."""
    today = datetime.now(UTC).date()
    if not RELEASED <= today < RELEASED.replace(year=RELEASED.year + 50):
        yield text("command.wrong.clock", now=today.isoformat())


def timezones() -> Iterator[Text]:
    """Whether time zones are known."""
    for zone in ZONES:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, OSError):
            yield text("command.wrong.timezones", zone=zone)
            return


def folder(address: str) -> Iterator[Text]:
    """Whether files can be made where an SQLite database is, or where its folder will be."""
    place = _place(address)
    if place is None:
        return
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError:
        yield text("command.wrong.folder", folder=str(place))


def space(address: str) -> Iterator[Text]:
    """Whether an SQLite database has room to grow."""
    place = _place(address)
    free = shutil.disk_usage(place).free // 1_000_000 if place else NEEDED_MEGABYTES
    if free < NEEDED_MEGABYTES:
        yield text("command.wrong.space", folder=str(place), free=free, needed=NEEDED_MEGABYTES)


def reachable(address: str) -> Iterator[Text]:
    """Whether the database opens and takes what is written; a file that is not there yet is made by the first chat."""
    if make_url(address).get_backend_name() != "sqlite" and find_spec("psycopg") is None:
        yield text("command.wrong.driver", python=sys.executable, driver=DRIVER)
    elif not _new(address) and not _writes(address):
        yield text("command.wrong.database", database=redacted(address))


def migrations(address: str) -> Iterator[Text]:
    """Whether the database has the shape this version needs; one that is new or closed has none to judge."""
    if _new(address):
        return
    try:
        database = Database(address)
        revision = migrate.current(database)
        database.close()
    except (Unreachable, SQLAlchemyError):
        return
    if revision is not None and revision not in migrate.revisions():
        yield text("command.too_new")
    elif revision != migrate.head():
        current = revision or text("command.no_revision")
        yield text("command.wrong.migrations", current=current, head=migrate.head())


def secrecy(address: str) -> Iterator[Text]:
    """Whether settings and records are for their owner alone."""
    for path in exposed(address):
        yield text("command.wrong.exposed", path=str(path))


def telegram() -> Iterator[Text]:
    """Whether Telegram knows the bot's token, and whether a webhook is set up whole, where there are such settings."""
    from bot.telegram.username import username

    known = _settings()
    if known is None:
        return
    if known.webhook_url and known.webhook_secret is None:
        yield text("command.run.no_secret")
    token = known.telegram_token
    if token and username(known.telegram_api.rstrip("/"), token.get_secret_value()) is None:
        yield text("command.wrong.telegram")


def delivery(address: str) -> Iterator[Text]:
    """Whether messages get through: how many do not, since when, and why; never what they say."""
    for one in _read(address, lambda c: outbox.stuck(c, datetime.now(UTC), STUCK_MINUTES)):
        yield text(
            "command.wrong.stuck",
            channel=one.channel,
            number=one.parcels,
            since=one.since.isoformat(timespec="minutes"),
            error=one.error or "-",
        )


def received(address: str) -> Iterator[Text]:
    """Whether every update could be processed."""
    for one in _read(address, updates.quarantined):
        since = one.since.isoformat(timespec="minutes")
        yield text("command.wrong.quarantined", channel=one.channel, number=one.updates, since=since, error=one.error)


def scheduled(address: str) -> Iterator[Text]:
    """Whether reminders and digests go out to everybody: for whom which step fails, since when, and why."""
    for fault, since in _read(address, lambda c: tuple(faults.standing(c).items())):
        at = since.isoformat(timespec="minutes")
        yield text("command.wrong.schedule", step=fault.step, whose=fault.whose, since=at, error=fault.error)


def people_known(address: str) -> Iterator[Text]:
    """Whether it is known who is meant by those who receive and judge figures in plans in force."""
    for kept, names in _read(address, lambda c: tuple(meant.strangers(c))):
        yield text("command.wrong.named", plan=str(kept.plan_id), names=names)


_ALWAYS: dict[str, Callable[[], Iterator[Text]]] = {
    "python": python,
    "settings": set_up,
    "catalogs": catalogs,
    "picture": picture,
    "clock": clock,
    "timezones": timezones,
    "telegram": telegram,
}
_OF_DATABASE: dict[str, Callable[[str], Iterator[Text]]] = {
    "folder": folder,
    "space": space,
    "database": reachable,
    "migrations": migrations,
    "secrecy": secrecy,
}
_OF_RECORDS: dict[str, Callable[[str], Iterator[Text]]] = {
    "delivery": delivery,
    "updates": received,
    "schedule": scheduled,
    "people": people_known,
}


def _settings() -> settings.Settings | None:
    try:
        return settings.load()
    except settings.BadSettings:
        return None


def _address() -> str | None:
    known = _settings()
    return known.database.get_secret_value() if known else None


def _read(address: str, query: Callable[[Connection], tuple[T, ...]]) -> tuple[T, ...]:
    """What a query finds in a database that is there and has its shape."""
    if _new(address):
        return ()
    with closing(Database(address)) as database, database.reading() as c:
        return query(c)


def _picture_of(post: str) -> bytes:
    from bot.views.diagram import diagram_of, draw
    from locales.words import words

    return draw(diagram_of(post, None, (), ()), words("zh_Hans"))


def _place(address: str) -> Path | None:
    """The folder of an SQLite database; while it is missing, the nearest above it that exists."""
    file = file_of(address)
    return next(place for place in file.absolute().parents if place.exists()) if file else None


def _new(address: str) -> bool:
    file = file_of(address)
    return file is not None and not file.exists()


def _writes(address: str) -> bool:
    """Make a table and take it back: needs every right that work on the database needs."""
    try:
        database = Database(address)
        try:
            with database.transaction() as connection:
                connection.exec_driver_sql("CREATE TABLE kpibot_doctor (id INTEGER)")
                connection.rollback()
        finally:
            database.close()
    except (Unreachable, SQLAlchemyError):
        return False
    return True
