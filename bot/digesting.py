"""Digests on the command line: shown without sending, or those sent that are due."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from bot.digest import digest_of, reports_of
from bot.schedule import Schedule
from bot.views.digest_table import digest_json, write
from bot.views.digest_text import digest_text
from kpi.digest import Digest, Extent, Reported, Rhythm
from locales.words import words
from storage import migrate, people
from storage.database import Database

Format = Literal["text", "json", "xlsx"]


class NoOrganisation(LookupError):
    """There is no organisation of that name; `known` are the names of those that there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


@contextmanager
def newest(
    database: str, organisation: str | None, rhythm: Rhythm, now: datetime
) -> Iterator[tuple[Digest, Iterator[Reported]]]:
    """The digest of the newest period of an organisation that is over where its people live, and what it counts.

    Where no organisation is named it is the one that find_organisation tells. Raises NoOrganisation.
    """
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        with opened.reading() as c:
            chosen = people.find_organisation(c, organisation)
            if chosen is None:
                raise NoOrganisation(organisation or people.USUAL, tuple(one.name for one in people.organisations(c)))
            found = digest_of(c, chosen.id, rhythm, now.astimezone(chosen.zone))
            yield found, reports_of(c, Extent(chosen.id, (), now.astimezone(chosen.zone)), rhythm, found.span)


def shown(
    digest: Digest, reports: Iterable[Reported], format: Format, language: str, output: Path | None
) -> str | Path:
    """The digest in words or as JSON; or the file it was written to. Raises OSError where it cannot be written."""
    if format == "xlsx":
        path = output or Path(f"digest-{digest.span.last.isoformat()}.xlsx")
        write(digest, reports, words(language), path)
        return path
    if format == "json":
        said = json.dumps(digest_json(digest), ensure_ascii=False, indent=2)
    else:
        said = words(language).say(digest_text(digest))
    if output is None:
        return said
    output.write_text(said + "\n", encoding="utf-8")
    return output


def send(database: str, language: str, now: datetime) -> None:
    """Do all that is due by now, digests included: it goes into the outbox, from which `kpibot run` sends it."""
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        Schedule(opened, language).run(now)
