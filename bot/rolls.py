"""People and invitations put into lines: lists, cards, what was done with them lately."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from bot.scene import Granted, Scene, button
from dialogs.choices import Choice
from dialogs.reading.text.fold import fold
from dialogs.steps import Tell
from locales.text import Text, text
from storage import audit_events, departments, holders, leaving, people, plans
from storage.audit_events import AuditEvent
from storage.invitations import Invitation
from storage.people import Person
from storage.plans import PlanVersion
from storage.tables import Role, person

ROLES: tuple[Role, ...] = ("manager", "employee", "hr")
LISTED = 40
"""People with buttons in one message."""
_ACTS = 20
"""Things that were done, told at once."""


def seen(scene: Scene) -> list[Person]:
    """Whom the person sees as HR: everybody, or those of their departments alone."""
    everybody = people.everybody(scene.c, scene.person.organisation_id)
    if not scene.scope:
        return list(everybody)
    belonging = _departments(scene.c, scene.person.organisation_id)
    return [one for one in everybody if people.sees(scene.scope, _of(scene.c, one, belonging))]


def administers(scene: Scene, person: Person) -> bool:
    """Whether the person may change what another may: HR of some departments not what others of HR may."""
    return not scene.scope or "hr" not in people.roles_of(scene.c, person.id)


def alike(name: str, other: str) -> bool:
    """Whether two names may be of one person: 王芳 and 王芳 (2)."""
    from rapidfuzz import fuzz

    first, second = sorted((fold(name), fold(other)), key=len)
    return first in second or fuzz.ratio(first, second) >= _ALIKE


_ALIKE = 80
"""From which likeness on, in percent, names may be of one person."""


def lines(c: Connection, organisation_id: int, found: Iterable[Person]) -> tuple[Text, ...]:
    """A line for each person: name, roles, departments, and whether they left."""
    roles, belonging = people.roles_in(c, organisation_id), _departments(c, organisation_id)
    chosen = list(found)
    left = leaving.deactivated(c, (one.id for one in chosen))
    return tuple(
        text(
            "people.line.left" if one.id in left else "people.line",
            name=one.name,
            roles=_roles(roles.get(one.id, set())),
            departments=tuple(sorted(_of(c, one, belonging))) or "–",
        )
        for one in chosen
    )


def card(scene: Scene, shown: Person) -> Granted:
    """All that there is to know of a person's place in the organisation, with buttons for what may be done."""
    c, own = scene.c, people.roles_of(scene.c, shown.id)
    left = leaving.is_deactivated(c, shown.id)
    held = [plans.plan(c, id) for id in holders.held_by(c, shown.id)]
    owned = handed_in(c, shown)
    belonging = departments.of_person(c, shown.id) | _invited(c, shown)
    about = text(
        "people.card.left" if left else "people.card",
        name=shown.name,
        id=str(shown.id),
        roles=_roles(own),
        departments=tuple(sorted(belonging)) or "–",
        held=tuple(_post(one) for one in held if one) or "–",
        owned=tuple(_post(one) for one in owned) or "–",
        channels=tuple(sorted({channel for channel, _ in people.contacts_of(c, shown.id)})) or "–",
        since=shown.created.astimezone(scene.zone).date().isoformat(),
    )
    return Granted([Tell(about, tuple(_choices(scene, shown, own, owned, left=left)))])


def hand_over(scene: Scene, person: Person) -> list[Tell]:
    """Offer to move the plans of somebody who is no manager any more."""
    owned = handed_in(scene.c, person)
    if not owned:
        return []
    posts = tuple(_post(one) for one in owned)
    return [Tell(text("people.unowned", name=person.name, posts=posts), tuple(map(move, owned[:LISTED])))]


def move(kept: PlanVersion) -> Choice:
    """A button that moves a plan to another manager."""
    return button(f"people:plan.{kept.plan_id}", text("people.do.move", post=_post(kept), id=str(kept.plan_id)))


def handed_in(c: Connection, owner: Person) -> list[PlanVersion]:
    """The plans of a person that others know of, the newest first."""
    return [one for one in plans.plans_of(c, owner.id) if plans.was_handed_in(one)]


def invitation_line(c: Connection, one: Invitation, zone: ZoneInfo) -> Text:
    """An open invitation: for whom, as what, by whom, until when; never its token."""
    inviter = people.names(c, [one.inviter_id]).get(one.inviter_id) if one.inviter_id else None
    kept = plans.plan(c, one.plan_id) if one.plan_id else None
    place = departments.name_of(c, one.department_id) if one.department_id else None
    return text(
        "invitations.line",
        id=str(one.id),
        name=one.name or Text("invitations.somebody"),
        role=text(f"role.{one.role}"),
        about=tuple(name for name in (place, _post(kept) if kept else None) if name) or "–",
        by=inviter or Text("people.operator"),
        until=f"{one.expires.astimezone(zone):%Y-%m-%d %H:%M}",
    )


def log(c: Connection, organisation_id: int, zone: ZoneInfo) -> tuple[Text, ...]:
    """What was done with people lately, the last thing first."""
    found = audit_events.newest(c, organisation_id, _ACTS)
    called = people.names(c, {id for one in found for id in (one.by_id, one.person_id) if id is not None})
    return tuple(
        text(
            "people.log.line",
            at=f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}",
            by=called[one.by_id] if one.by_id else Text("people.operator"),
            what=_done(c, one, called),
        )
        for one in found
    )


def _done(c: Connection, one: AuditEvent, called: dict[int, str]) -> Text:
    details = one.details
    role = details.get("role")
    kept = plans.plan(c, details["plan"]) if "plan" in details else None
    place = departments.name_of(c, details["department"]) if "department" in details else None
    return text(
        f"people.did.{one.action}",
        name=called[one.person_id] if one.person_id else "–",
        role=text(f"role.{role}") if role else "–",
        post=_post(kept) if kept else "–",
        department=place or "–",
        id=str(details.get("invitation", "–")),
        number=str(details.get("number", "–")),
    )


def _choices(
    scene: Scene, shown: Person, own: frozenset[Role], owned: list[PlanVersion], *, left: bool
) -> Iterator[Choice]:
    if not administers(scene, shown):
        return
    if left:
        yield button(f"people:{shown.id}.back", text("people.do.back", name=shown.name))
    else:
        for role in ROLES if not scene.scope else ROLES[:-1]:
            does = "take" if role in own else "give"
            yield button(f"people:{shown.id}.{does}.{role}", text(f"people.do.{does}", role=text(f"role.{role}")))
        if shown.id != scene.person.id:
            yield button(f"people:{shown.id}.leave", text("people.do.leave", name=shown.name))
            yield button(f"people:{shown.id}.same", Text("people.do.same"))
    yield from map(move, owned[:LISTED])


def _roles(own: Iterable[Role]) -> tuple[Text, ...] | str:
    return tuple(text(f"role.{role}") for role in ROLES if role in own) or "–"


def _departments(c: Connection, organisation_id: int) -> dict[int, set[str]]:
    """The departments of everybody: which they lead, hold posts of, or were invited to."""
    everybody = select(person.c.id).where(person.c.organisation_id == organisation_id)
    found = departments.of_people(c, everybody)
    for person_id, name in departments.leaders(c, organisation_id):
        found.setdefault(person_id, set()).add(name)
    return found


def _of(c: Connection, one: Person, belonging: dict[int, set[str]]) -> set[str]:
    """The departments of a person, those included that only plans of theirs name."""
    return belonging.get(one.id, set()) | departments.of_person(c, one.id)


def _invited(c: Connection, shown: Person) -> set[str]:
    return departments.of_people(c, select(person.c.id).where(person.c.id == shown.id)).get(shown.id, set())


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
