"""A person's name taken out of what is kept of others: plans, journals, and what waits to be sent.

Only a field that names somebody is changed, and only where it holds just that name, or names alone; sentences that
people wrote stay as they wrote them. Names of others that contain it stay whole, where these others are known.
"""

import json
import re
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, String, and_, cast, delete, exists, select, update

from storage.tables import contact, corrective_note, entry, named, outbox, person, plan, plan_version, run

NAMING = frozenset(
    {
        *("holder", "manager", "judge", "second_rater", "raters", "collector", "receiver"),
        *("reporter", "person", "by", "name", "about"),
    }
)
"""The fields of plans, headers, answers and messages that may name somebody."""
LEADING = frozenset({"manager", "judge", "receiver"})
"""Those that may name who leads a post, for what they do as that."""
LISTING = frozenset({"who"})
"""The fields that may name several people: who carries out a corrective note."""
SAID = frozenset({"text", "caption", "prompt", "label", "id"})
"""The fields of a message that are put together by the program, names among other words."""

Change = Callable[[str, str], str]
"""What becomes of a string in a field."""


def rename(c: Connection, organisation_id: int, name: str, alias: str) -> None:
    """Replace the name of a person of an organisation in all that is kept of its people."""
    members = select(person.c.id).where(person.c.organisation_id == organisation_id)
    plans = plan_version.c.plan_id.in_(select(plan.c.id).where(plan.c.person_id.in_(members)))
    reached = exists().where(
        contact.c.channel == outbox.c.channel, contact.c.address == outbox.c.address, contact.c.person_id.in_(members)
    )
    others = _others(c, organisation_id, name)
    kept = naming(name, alias, others=others)
    for column, which, change in (
        (plan_version.c.content, plans, kept),
        (plan_version.c.audit, plans, kept),
        (run.c.header, run.c.person_id.in_(members), kept),
        (run.c.remarks, run.c.person_id.in_(members), kept),
        (outbox.c.payload, reached, saying(name, alias, others)),
    ):
        _change(c, column, which & mentions(column, name), change)
    _rename_named(c, select(plan.c.id).where(plan.c.person_id.in_(members)), name, alias)
    _rename_doers(c, corrective_note.c.person_id.in_(members), name, kept)
    _rename_answers(c, entry.c.run_id.in_(select(run.c.id).where(run.c.person_id.in_(members))), name, kept)


def succeed(c: Connection, plan_ids: Collection[int], name: str, successor: str) -> None:
    """Name another where plans and their interviews name who led the posts, as receiver, judge or manager."""
    plans, change = plan_version.c.plan_id.in_(list(plan_ids)), naming(name, successor, LEADING)
    runs = select(plan.c.run_id).where(plan.c.id.in_(list(plan_ids)))
    _change(c, plan_version.c.content, plans & mentions(plan_version.c.content, name), change)
    _change(c, run.c.header, run.c.id.in_(runs) & mentions(run.c.header, name), change)
    _rename_answers(c, entry.c.run_id.in_(runs), name, change)


def changed(value: Any, change: Change, field: str = "") -> Any:
    """JSON with each string changed by the field it stands in; those in a list stand in the field of the list."""
    match value:
        case dict():
            return {name: changed(one, change, name) for name, one in value.items()}
        case list():
            return [changed(one, change, field) for one in value]
        case str():
            return change(field, value)
    return value


def naming(name: str, alias: str, fields: Collection[str] = NAMING, others: Collection[str] = ()) -> Change:
    """Replace a name where a field that names somebody holds just that, and among others where it lists them.

    `others` are longer names that contain it; they stay.
    """
    listed = _replacing(name, alias, others, unless=_ONE_MORE if not name[-1].isascii() else "")

    def change(field: str, value: str) -> str:
        if field in LISTING:
            return listed(value)
        return alias if field in fields and value.strip() == name else value

    return change


def saying(name: str, alias: str, others: Collection[str] = ()) -> Change:
    """The same, and the name as a word of its own among others."""
    said, plain = _replacing(name, alias, others), naming(name, alias, others=others)
    return lambda field, value: said(value) if field in SAID else plain(field, value)


_ONE_MORE = r"(?!\w(?!\w))"
"""What must not follow a Chinese name in a list: the one character that makes it somebody else's, unknown here."""


def _replacing(name: str, alias: str, others: Collection[str], unless: str = "") -> Callable[[str], str]:
    """Replace a name as a word of its own, `unless` something follows, and never within longer names."""
    longest_first = sorted(others, key=len, reverse=True)
    known = re.compile("|".join([*map(_word, longest_first), _word(name) + unless]))
    return lambda value: known.sub(lambda found: alias if found[0] == name else found[0], value)


def _word(name: str) -> str:
    """The pattern of a name as a word of its own."""
    before, after = ("(?<![A-Za-z0-9])" if name[0].isascii() else "", "(?![A-Za-z0-9])" if name[-1].isascii() else "")
    return before + re.escape(name) + after


def _others(c: Connection, organisation_id: int, name: str) -> tuple[str, ...]:
    """The names of people of an organisation that contain a name and more."""
    query = select(person.c.name).where(person.c.organisation_id == organisation_id, person.c.name != name)
    return tuple(c.execute(query.where(person.c.name.contains(name, autoescape=True))).scalars())


def _rename_named(c: Connection, plan_ids: Select[tuple[int]], name: str, alias: str) -> None:
    """Replace the name among those that plans give; where a plan gives the other one, too, that stays."""
    other = named.alias()
    twice = select(other.c.id).where(other.c.plan_id == named.c.plan_id, other.c.name == alias).exists()
    these = named.c.plan_id.in_(plan_ids) & (named.c.name == name)
    c.execute(delete(named).where(these, twice))
    c.execute(update(named).where(these).values(name=alias))


def _rename_doers(c: Connection, which: ColumnElement[bool], name: str, change: Change) -> None:
    """Replace the name among those who carry out corrective notes."""
    query = select(corrective_note.c.id, corrective_note.c.who)
    for id, who in c.execute(query.where(which, corrective_note.c.who.contains(name, autoescape=True))).all():
        c.execute(update(corrective_note).where(corrective_note.c.id == id).values(who=change("who", who)))


def _change(c: Connection, column: Column[Any], which: ColumnElement[bool], change: Change) -> None:
    keys = list(column.table.primary_key)
    for *ids, value in c.execute(select(*keys, column).where(which)).all():
        if (new := changed(value, change)) != value:
            this = and_(*(key == id for key, id in zip(keys, ids, strict=True)))
            c.execute(update(column.table).where(this).values({column.name: new}))


def _rename_answers(c: Connection, which: ColumnElement[bool], name: str, change: Change) -> None:
    """Replace the name in answers; the end of their key says what they are about ("indicator/3/judge")."""
    query = select(entry.c.id, entry.c.key, entry.c.value, entry.c.raw).where(which, mentions(entry.c.value, name))
    for id, key, value, raw in c.execute(query).all():
        field = key.rpartition("/")[2]
        new = {"value": changed(value, change, field), "raw": raw and change(field, raw)}
        c.execute(update(entry).where(entry.c.id == id).values(new))


def mentions(column: Column[Any], name: str) -> ColumnElement[bool]:
    """Rows of which the JSON holds the name somewhere: few, of all that there are."""
    return cast(column, String).contains(json.dumps(name, ensure_ascii=False)[1:-1], autoescape=True)
