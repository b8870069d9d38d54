"""Updates that were put aside, on the command line: told, taken again, forgotten; never what they say."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from sqlalchemy import Connection

from locales.text import Text, text
from storage import updates
from storage.database import Database


def listed(database: str) -> list[Text]:
    """A line for each."""
    with _opened(database) as c:
        found = updates.kept(c)
    return [_line(one) for one in found] or [text("command.updates.none")]


def retry(database: str, ids: Sequence[int] | None) -> list[Text]:
    """Have some of them, or all, taken again by the program that runs."""
    with _opened(database) as c:
        number = updates.mark(c, ids or [one.id for one in updates.kept(c)])
    return [text("command.updates.marked", number=str(number))]


def drop(database: str, ids: Sequence[int]) -> list[Text]:
    """Forget some of them."""
    with _opened(database) as c:
        return [text("command.updates.dropped", number=str(updates.drop(c, ids)))]


def _line(one: updates.Kept) -> Text:
    at = one.at.isoformat(timespec="minutes")
    waits = text("command.updates.again") if one.again else ""
    return text("command.updates.one", id=str(one.id), channel=one.channel, at=at, error=one.error, waits=waits)


@contextmanager
def _opened(database: str) -> Iterator[Connection]:
    with closing(Database(database)) as opened, opened.transaction() as c:
        yield c
