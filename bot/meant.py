"""Who is meant by the names in a plan: known where a manager names somebody who is known, else for people to tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from dialogs.post.audited import called_holder
from dialogs.reading.names.customers import is_known
from dialogs.reading.names.meant import is_me, may_mean, names_department
from dialogs.reading.names.people import is_nobody, is_self
from kpi.naming import naming
from storage import departments, holders, named, people, plans
from storage.names import resembles, same
from storage.people import Person
from storage.plans import PlanVersion
from storage.values import plan_from_json

PARTS = ("receiver", "judge", "second_rater", "collector", "holder")
"""What plans give names for; what comes with rights first."""

RECEIVING = frozenset(PARTS[:2])
"""What comes with figures to see."""


@dataclass(frozen=True, slots=True)
class Unbound:
    """A name of which nobody knows who is meant, and what the plan gives it for ("receiver", "judge", …)."""

    id: int
    name: str
    parts: frozenset[str]


def note(c: Connection, kept: PlanVersion, now: datetime) -> None:
    """Note whom a plan names; who speaks is meant by 我, and who was there before by their name.

    What could as well be a post (总经理), whoever holds this one (本人) or nobody at all (无) is nobody's name, whoever
    calls themselves so.
    """
    owner, plan = people.person_of(c, kept.person_id), plan_from_json(kept.content)
    known = {one.name for one in named.of_plan(c, kept.plan_id)}
    for name in naming(plan):
        if name not in known:
            since = named.named_since(c, kept.run_id, name)
            named.note(c, kept.plan_id, name, since)
            if meant := _meant(c, owner, plan.post, name, since):
                named.mean(c, kept.plan_id, name, meant.id, now=now)


def unbound(c: Connection, kept: PlanVersion) -> tuple[Unbound, ...]:
    """The names in a version of a plan of which nobody knows who is meant, in the plan's order."""
    known = {one.name: one for one in named.of_plan(c, kept.plan_id)}
    return tuple(
        Unbound(known[name].id, name, parts)
        for name, parts in _naming(c, kept).items()
        if name in known and known[name].person_id is None
    )


def strangers(c: Connection) -> Iterator[tuple[PlanVersion, tuple[str, ...]]]:
    """The plans in force of which nobody knows who receives or judges figures, with the names that they give them."""
    for organisation in people.organisations(c):
        for id in plans.in_force(c, organisation.id):
            kept = plans.approved(c, id)
            names = [one.name for one in unbound(c, kept) if one.parts & RECEIVING] if kept else []
            if kept and names:
                yield kept, tuple(names)


def parts(c: Connection, plan_id: int, name: str) -> frozenset[str]:
    """What a plan gives a name for, in the newest of its versions that has it."""
    versions = (naming(plan_from_json(one.content)) for one in reversed(plans.versions(c, plan_id)))
    return next((found[name] for found in versions if name in found), frozenset())


def candidates(c: Connection, organisation_id: int, name: str) -> tuple[Person, ...]:
    """Who of an organisation may be meant by a name, those first whose name it is."""
    leaders = {one.leader for one in departments.departments_of(c, organisation_id) if names_department(name, one.name)}
    fitting = [
        one
        for one in people.here(c, organisation_id)
        if resembles(one.name, name) or may_mean(name, one.name) or one.name in leaders
    ]
    return tuple(sorted(fitting, key=lambda one: (not same(one.name, name), one.id)))


def waiting_for(c: Connection, newcomer: Person) -> Iterator[tuple[PlanVersion, Unbound]]:
    """The names in plans of an organisation by which somebody who joined may be meant."""
    plan_ids = dict.fromkeys(one.plan_id for one in named.unknown(c, newcomer.organisation_id))
    for kept in filter(None, (plans.plan(c, id) for id in plan_ids)):
        for one in unbound(c, kept):
            if resembles(newcomer.name, one.name) or may_mean(one.name, newcomer.name):
                yield kept, one


def _naming(c: Connection, kept: PlanVersion) -> dict[str, frozenset[str]]:
    """Whom a version names, but for nobody, and for who holds the post where that is known otherwise."""
    plan = plan_from_json(kept.content)
    called, held = called_holder(plan), bool(holders.holders_of(c, kept.plan_id))
    found = {}
    for name, parts in naming(plan).items():
        left = parts - {"holder"} if held else parts
        if is_self(name, called) and not is_me(name):
            left -= {"collector"}
        if left and not is_nobody(name):
            found[name] = left
    return found


def _meant(c: Connection, owner: Person, post: str, name: str, since: datetime) -> Person | None:
    """Who is meant by a name without anybody's saying so."""
    if is_me(name) or name == owner.name:
        return owner
    if is_known(name) or is_nobody(name) or is_self(name, (post,)):
        return None
    return people.meant(c, owner.organisation_id, name, since)
