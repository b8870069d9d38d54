"""People: who they are, which organisation and roles they have, where they are reached."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, delete, select, update

from storage.names import alike, clean, resembles, same
from storage.tables import Role, contact, deactivation, erasure, insert_new, organisation, person, role, scope


class Taken(Exception):
    """The name in the organisation or the address belongs to a person already, perhaps made a moment ago."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of an organisation; `language` is None until one is chosen.

    `time_zone` is None where it is that of the organisation; who is `muted` wants no reminders.
    """

    id: int
    organisation_id: int
    name: str
    language: str | None
    created: datetime
    time_zone: str | None = None
    muted: bool = False


_NAMELESS = "-"
"""What somebody is called of whose name nothing is left."""
USUAL = "default"
"""What the organisation is called that is made where none is named."""


def find_or_make_organisation(c: Connection, name: str | None, now: datetime) -> int:
    """The id of the organisation that find_organisation finds, made if there is none."""
    if name is None and (only := find_organisation(c, None)):
        return only.id
    insert_new(c, organisation, name=name or USUAL, created=now)
    found: int = c.execute(select(organisation.c.id).where(organisation.c.name == (name or USUAL))).scalar_one()
    return found


def organisation_name(c: Connection, organisation_id: int) -> str:
    """What an organisation is called."""
    name: str = c.execute(select(organisation.c.name).where(organisation.c.id == organisation_id)).scalar_one()
    return name


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation and its settings: see storage.tables."""

    id: int
    name: str
    created: datetime
    country: str
    time_zone: str
    ask_from: int
    ask_until: int
    reminders: int
    confirm_days: int
    department_share: int
    fiscal_start: int | None
    days_off: str | None
    currency: str | None

    @property
    def place(self) -> str:
        """Where it is, in one word: its country, then its days off and money where they differ ("AE/45/USD")."""
        return "/".join((self.country, self.days_off or "", self.currency or "")).rstrip("/")

    @property
    def zone(self) -> ZoneInfo:
        """Where its people live, unless they say otherwise."""
        return ZoneInfo(self.time_zone)


def organisation_of(c: Connection, organisation_id: int) -> Organisation:
    """An organisation with its settings."""
    return Organisation(*c.execute(select(organisation).where(organisation.c.id == organisation_id)).one())


def zone_of(person: Person, organisation: Organisation) -> ZoneInfo:
    """The time zone a person lives in."""
    return ZoneInfo(person.time_zone) if person.time_zone else organisation.zone


def zones(c: Connection, of: Organisation) -> frozenset[ZoneInfo]:
    """The time zones in which the people of an organisation live, as far as they are known here."""
    query = select(person.c.time_zone).where(person.c.organisation_id == of.id, person.c.time_zone.is_not(None))
    known = map(_zone, c.execute(query.distinct()).scalars())
    return frozenset({of.zone, *(zone for zone in known if zone)})


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def scope_of(c: Connection, person_id: int) -> frozenset[str]:
    """The departments that somebody of HR sees; empty where they see all of them."""
    return frozenset(c.execute(select(scope.c.department).where(scope.c.person_id == person_id)).scalars())


def sees(scope: Collection[str], departments: Collection[str]) -> bool:
    """Whether whoever of HR has a scope sees all of some departments; nothing is in no department's scope."""
    return not scope or (bool(departments) and set(departments) <= set(scope))


def overseers(c: Connection, organisation_id: int, departments: Collection[str]) -> tuple[Person, ...]:
    """Everybody of HR who sees all of some departments, first come first."""
    return tuple(one for one in with_role(c, organisation_id, "hr") if sees(scope_of(c, one.id), departments))


def set_scope(c: Connection, person_id: int, departments: Iterable[str]) -> None:
    """Keep the departments that somebody of HR sees; none means all of them."""
    c.execute(delete(scope).where(scope.c.person_id == person_id))
    for name in departments:
        insert_new(c, scope, person_id=person_id, department=name)


def names(c: Connection, ids: Iterable[int]) -> dict[int, str]:
    """What people are called, by their ids."""
    rows = c.execute(select(person.c.id, person.c.name).where(person.c.id.in_(list(ids))))
    return {row.id: row.name for row in rows}


def ids(c: Connection, organisation_id: int, names: Iterable[str]) -> tuple[int, ...]:
    """The ids of people of an organisation by their names."""
    query = select(person.c.id).where(person.c.organisation_id == organisation_id, person.c.name.in_(list(names)))
    return tuple(c.execute(query).scalars())


def organisations(c: Connection) -> tuple[Organisation, ...]:
    """Every organisation with its settings."""
    return tuple(Organisation(*row) for row in c.execute(select(organisation).order_by(organisation.c.id)))


def find_organisation(c: Connection, name: str | None) -> Organisation | None:
    """The organisation of that name; where none is named, the only one, or the usual one among several."""
    known = organisations(c)
    if name is None and len(known) == 1:
        return known[0]
    return next((one for one in known if one.name == (name or USUAL)), None)


def named(c: Connection, organisation_id: int, name: str) -> Person | None:
    """The person of an organisation who has a name; whoever was erased has none, and who left is nobody's to name."""
    return next((one for one in here(c, organisation_id) if same(one.name, name)), None)


def meant(c: Connection, organisation_id: int, name: str, until: datetime) -> Person | None:
    """The person whom somebody can only have meant by a name, of those who joined `until` then.

    Nobody where another is called so, too, told apart by a number, or by a name that looks like it.
    """
    fitting = [one for one in here(c, organisation_id) if resembles(one.name, name)]
    only = fitting[0] if len(fitting) == 1 else None
    return only if only and same(only.name, name) and only.created <= until else None


def here(c: Connection, organisation_id: int) -> tuple[Person, ...]:
    """Everybody of an organisation who did not leave and was not erased, first come first."""
    left = frozenset(c.execute(select(deactivation.c.person_id)).scalars())
    return tuple(one for one in everybody(c, organisation_id) if one.id not in left)


def everybody(c: Connection, organisation_id: int) -> tuple[Person, ...]:
    """Everybody of an organisation who was not erased, those included who left, first come first."""
    erased = select(erasure.c.person_id).where(erasure.c.done_at.is_not(None))
    query = select(person).where(person.c.organisation_id == organisation_id, person.c.id.not_in(erased))
    return tuple(Person(*row) for row in c.execute(query.order_by(person.c.id)))


def set_settings(c: Connection, organisation_id: int, changes: Mapping[str, str | int | None]) -> None:
    """Keep settings of an organisation, by the names that Organisation has for them."""
    c.execute(update(organisation).where(organisation.c.id == organisation_id).values(dict(changes)))


def person_at(c: Connection, channel: str, address: str, *, lock: bool = False) -> Person | None:
    """The person reached at an address; with `lock`, nobody else has them locked until the transaction ends.

    Whoever acts for a person locks them first, so that two updates of one person never interleave.
    """
    query = select(person).join(contact).where(contact.c.channel == channel, contact.c.address == address)
    if lock:
        # SQLite needs no lock, its transactions write one after the other. NO KEY: rows may still refer to the person.
        query = query.with_for_update(of=person, key_share=True)
    row = c.execute(query).one_or_none()
    return Person(*row) if row else None


def person_of(c: Connection, person_id: int, *, lock: bool = False) -> Person:
    """The person of an id, locked as person_at does. Raises SQLAlchemy's NoResultFound."""
    query = select(person).where(person.c.id == person_id)
    if lock:
        query = query.with_for_update(of=person, key_share=True)
    return Person(*c.execute(query).one())


def contacts_of(c: Connection, person_id: int) -> tuple[tuple[str, str], ...]:
    """The channels and addresses at which a person is reached."""
    query = select(contact.c.channel, contact.c.address).where(contact.c.person_id == person_id)
    return tuple((channel, address) for channel, address in c.execute(query.order_by(*contact.primary_key)))


def with_role(c: Connection, organisation_id: int, wanted: Role) -> tuple[Person, ...]:
    """Everybody of an organisation who has a role, first come first."""
    query = select(person).join(role).where(person.c.organisation_id == organisation_id, role.c.role == wanted)
    return tuple(Person(*row) for row in c.execute(query.order_by(person.c.id)))


def members(c: Connection, organisation_id: int) -> frozenset[int]:
    """The ids of everybody in an organisation."""
    return frozenset(c.execute(select(person.c.id).where(person.c.organisation_id == organisation_id)).scalars())


def make_person(
    c: Connection,
    organisation_id: int,
    name: str,
    *,
    channel: str,
    address: str,
    now: datetime,
    language: str | None = None,
) -> Person:
    """A new person, reached at an address, called by what their name has of a name's letters and signs.

    Raises Taken, and then has changed nothing; also for a name that looks like somebody's.
    """
    name = clean(name) or _NAMELESS
    with c.begin_nested():
        _lock_names(c, organisation_id)
        if any(alike(one.name, name) for one in everybody(c, organisation_id)):
            raise Taken("the organisation has a person whose name looks like that")
        row = {"organisation_id": organisation_id, "name": name, "language": language, "created": now}
        if not insert_new(c, person, **row):
            raise Taken("the organisation has a person of that name")
        named = select(person).where(person.c.organisation_id == organisation_id, person.c.name == name)
        made = Person(*c.execute(named).one())
        if not insert_new(c, contact, channel=channel, address=address, person_id=made.id):
            raise Taken(f"somebody is reached at that address on {channel}")
    return made


def _lock_names(c: Connection, organisation_id: int) -> None:
    """Have nobody else join an organisation until the transaction ends: two might look like each other."""
    c.execute(select(organisation.c.id).where(organisation.c.id == organisation_id).with_for_update(key_share=True))


def set_language(c: Connection, person_id: int, language: str | None) -> None:
    """Keep the language a person chose."""
    c.execute(update(person).where(person.c.id == person_id).values(language=language))


def set_time_zone(c: Connection, person_id: int, time_zone: str | None) -> None:
    """Keep the time zone a person lives in; None where it is that of the organisation."""
    c.execute(update(person).where(person.c.id == person_id).values(time_zone=time_zone))


def set_muted(c: Connection, person_id: int, *, muted: bool) -> None:
    """Keep whether a person wants no reminders."""
    c.execute(update(person).where(person.c.id == person_id).values(muted=muted))


def grant_role(c: Connection, person_id: int, granted: Role) -> None:
    """Give a role to a person who may have it already."""
    insert_new(c, role, person_id=person_id, role=granted)


def take_role(c: Connection, person_id: int, taken: Role) -> bool:
    """Take a role from a person; False where they did not have it."""
    which = (role.c.person_id == person_id) & (role.c.role == taken)
    return c.execute(delete(role).where(which)).rowcount == 1


def roles_in(c: Connection, organisation_id: int) -> dict[int, set[Role]]:
    """The roles of everybody of an organisation who has any, by their ids."""
    query = select(role.c.person_id, role.c.role).join_from(role, person)
    found: dict[int, set[Role]] = {}
    for person_id, name in c.execute(query.where(person.c.organisation_id == organisation_id)):
        found.setdefault(person_id, set()).add(name)
    return found


def roles_of(c: Connection, person_id: int) -> frozenset[Role]:
    """The roles of a person."""
    return frozenset(c.execute(select(role.c.role).where(role.c.person_id == person_id)).scalars())
