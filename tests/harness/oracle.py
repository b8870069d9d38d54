"""What must hold after a fault: the records in their order, each chat in its order, nothing that nobody told of."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from locales.text import Text
from locales.words import LANGUAGES, words
from storage.database import Database
from storage.tables import Moment, entry, invitation, metadata, run
from tests.telegram.chats import Message, Person

NOTICES = {words(language).say(Text(id)) for language in LANGUAGES for id in ("telegram.lost", "unsent")}
"""What is said in the place of a message."""
KEPT = {words(language).say(Text("unprocessed")) for language in LANGUAGES}
"""What is said of an update that was put aside."""
PASSING = {"outbox", "accepted_update", "quarantined_update", "fault"}
"""Tables of what is under way."""
HARM = re.compile(r"quarantined|dead|failed|aside|by_force|parked|not_begun|not_finished|Traceback|exception|never")
"""Lines of the log that tell of harm."""


def records(database: Database) -> dict[str, list[Any]]:
    """All that lasts: each person's journals in their order, plans, reports, people; times alone are left out."""
    with database.reading() as c:
        began = c.execute(select(run.c.id, run.c.person_id).order_by(run.c.id)).all()
        # People take turns as it happens: of a person alone it is certain which run was first.
        of = {id: [other.id for other in began if other.person_id == person] for id, person in began}
        named = {id: f"{person}/{of[id].index(id)}" for id, person in began}
        return {table.name: _rows(c, table, named) for table in metadata.sorted_tables if table.name not in PASSING}


def _rows(c: Connection, table: Table, runs: dict[int, str]) -> list[Any]:
    """The rows of a table, with names for runs."""
    told = [column for column in table.c if not isinstance(column.type, Moment) and column not in _CHANCE]
    naming = [column in _RUNS or any(one.column is run.c.id for one in column.foreign_keys) for column in told]
    rows = [
        tuple(runs.get(value, value) if named else value for named, value in zip(naming, row, strict=True))
        for row in c.execute(select(*told))
    ]
    return sorted(rows, key=repr)


_RUNS = {run.c.id, run.c.interrupted_id}
_CHANCE = {entry.c.id, entry.c.message_id, invitation.c.hash, run.c.revision}


def changed(kept: dict[str, list[Any]], expected: dict[str, list[Any]]) -> Iterator[str]:
    """Where what lasts is not what it would be."""
    for table, rows in expected.items():
        if kept[table] != rows:
            lacks, has = (
                [row for row in one if row not in other] for one, other in ((rows, kept[table]), (kept[table], rows))
            )
            yield f"{table} lacks {lacks} and has {has}"


def shown(person: Person, without: Collection[int] = ()) -> list[str]:
    """What a person got, in order, as it came first."""
    return [_shown(one) for one in person.received if one.id not in without]


def _shown(message: Message) -> str:
    return f"{message.file[0] if message.file else ''} {message.texts[0] if message.texts else ''}".strip()


def missed(expected: Sequence[str], seen: Sequence[str], excused: int = 0) -> str:
    """How a chat falls short of what was to come, in this order; nothing where all is well.

    Each message comes once, or twice in a row, or a notice stands in its place; so many `excused` ones are missing
    without. After a message came, a notice may stand in the place of its other copy.
    """
    # Where one may be in what was to come: how many of it came, how often the last of it, how many were excused.
    places = _excusing({(0, 0, 0)}, len(expected), excused)
    for number, one in enumerate(seen):
        nexts = {place for at in places for place in _after(at, one, expected)}
        places, before = _excusing(nexts, len(expected), excused), places
        if not places:
            wanted = sorted({expected[at] for at, _, _ in before if at < len(expected)})
            return f"message {number} is {one!r}, not {wanted}"
    reached = max(at for at, _, _ in places)
    return f"the end is missing: {expected[reached:]}" if reached < len(expected) else ""


def _after(place: tuple[int, int, int], one: str, expected: Sequence[str]) -> set[tuple[int, int, int]]:
    at, copies, excused = place
    found = set()
    if at < len(expected) and one == expected[at]:
        found.add((at + 1, 1, excused))
    if at and one == expected[at - 1] and copies == 1:
        found.add((at, 2, excused))
    if one in NOTICES:
        found.add((at, 2, excused))  # in the place of another copy, or the notice itself once more
        if at < len(expected):
            found.add((at + 1, 2, excused))
    return found


def _excusing(places: set[tuple[int, int, int]], length: int, most: int) -> set[tuple[int, int, int]]:
    """The places, and those that are reached by missing messages that are excused."""
    for _ in range(most):
        places |= {(at + 1, 2, used + 1) for at, _, used in places if at < length and used < most}
    return places
