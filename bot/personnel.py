"""What HR, or an operator on the command line, does with people: it is on record, and told to whom it concerns."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot import successions
from bot.scene import Granted, Notice, Scene, refused, told
from dialogs.steps import Tell
from locales.text import Text, text
from storage import audit_events, departments, invitations, joining, leaving, people, plans, succession
from storage.invitations import Invitation
from storage.people import Person
from storage.plans import PlanVersion
from storage.tables import Role


@dataclass(frozen=True, slots=True)
class Doing:
    """In which transaction and organisation something is done, when, and by whom; by nobody on the command line."""

    c: Connection
    organisation_id: int
    by: Person | None
    now: datetime

    @property
    def by_name(self) -> str | Text:
        """Who does it, as those whom it concerns are told."""
        return self.by.name if self.by else Text("people.operator")

    def note(self, action: str, person_id: int | None = None, **details: Any) -> None:
        """Put on record what is done."""
        by_id = self.by.id if self.by else None
        audit_events.note(
            self.c, self.organisation_id, action, by_id=by_id, person_id=person_id, now=self.now, **details
        )


def give_role(doing: Doing, person: Person, role: Role) -> Granted:
    """Give somebody a role; who becomes HR sees no more than who makes them so."""
    if leaving.is_deactivated(doing.c, person.id):
        return refused("people.left_already", name=person.name)
    if role in people.roles_of(doing.c, person.id):
        return told("people.role.had", name=person.name, role=_role(role))
    if role == "hr" and doing.by:
        people.set_scope(doing.c, person.id, people.scope_of(doing.c, doing.by.id))
    if role == "manager":
        succession.lead_again(doing.c, person.id, doing.now)
    people.grant_role(doing.c, person.id, role)
    doing.note("role_given", person.id, role=role)
    return _of_role(doing, person, role, "given")


def take_role(doing: Doing, person: Person, role: Role) -> Granted:
    """Take a role from somebody, unless nobody of HR would be left who sees everything."""
    if role == "hr" and is_last_of_hr(doing, person):
        return refused("people.last_hr", name=person.name)
    if role not in people.roles_of(doing.c, person.id):
        return told("people.role.had_not", name=person.name, role=_role(role))
    doing.note("role_taken", person.id, role=role)
    granted = _of_role(doing, person, role, "taken")
    granted.takes = person.id, role
    return granted


def deactivation(doing: Doing, person: Person) -> Granted:
    """Have somebody leave, at once, unless nobody of HR would be left who sees everything."""
    if leaving.is_deactivated(doing.c, person.id):
        return told("people.left_already", name=person.name)
    if is_last_of_hr(doing, person):
        return refused("people.last_hr", name=person.name)
    granted = told("people.deactivated", name=person.name)
    granted.deactivates = person.id
    return granted


def reactivate(doing: Doing, person: Person) -> Granted:
    """Let somebody in again who left; roles are given to them anew."""
    if not leaving.reactivate(doing.c, person.id):
        return told("people.here", name=person.name)
    doing.note("reactivated", person.id)
    return told("people.reactivated", name=person.name)


def move_plan(doing: Doing, kept: PlanVersion, heir: Person) -> Granted:
    """Have a plan with its interview, reviews, confirmations and notes be another manager's, and tell everybody."""
    if "manager" not in people.roles_of(doing.c, heir.id):
        return refused("people.no_manager", name=heir.name)
    if kept.person_id == heir.id:
        return told("people.plan.had", post=_post(kept), name=heir.name)
    for each in sorted({kept.person_id, heir.id}):
        people.person_of(doing.c, each, lock=True)  # their interviews change hands
    succession.hand_over(doing.c, kept.person_id, [kept], heir, doing.now)
    doing.note("plan_moved", heir.id, plan=kept.plan_id, former=kept.person_id)
    scene = Scene(doing.c, heir, frozenset(), doing.now, None)
    department = succession.department_of(doing.c, kept)
    granted = told("people.plan.moved", post=_post(kept), name=heir.name)
    former = text("told.plan_moved", post=_post(kept), leader=heir.name)
    granted.notices = [
        Notice(heir.id, tuple(successions.taken(scene, department, [kept]))),
        Notice(kept.person_id, (Tell(former),)),
        *successions.led(scene, [kept], heir),
    ]
    return granted


def appoint(doing: Doing, department: str, heir: Person) -> Granted:
    """Have a manager lead a department and take over its posts; those that others have stay, and are told."""
    if "manager" not in people.roles_of(doing.c, heir.id):
        return refused("people.no_manager", name=heir.name)
    id = departments.find_or_make(doing.c, doing.organisation_id, department)
    scene = Scene(doing.c, heir, frozenset(), doing.now, None)
    followed = successions.succeed(scene, id, heir)
    leads = Tell(text("told.leads", department=department, by=doing.by_name))
    granted = told("departments.given", department=department, leader=heir.name)
    granted.replies += successions.with_others(scene, department, heir)
    granted.notices = [Notice(heir.id, (leads, *followed.replies)), *followed.notices]
    doing.note("department", heir.id, department=id)
    return granted


def take_back(doing: Doing, invitation: Invitation) -> Granted:
    """Have an invitation open nothing any more."""
    invitations.take_back(doing.c, invitation.id, doing.now)
    doing.note("invitation_taken_back", invitation=invitation.id)
    return told("invitations.taken_back", id=str(invitation.id))


def join_records(doing: Doing, kept: Person, other: Person, *, only_new: bool) -> Granted:
    """Have two records of one person be one: all that is of the other becomes that of the one that is kept.

    With `only_new` the person is reached where the other was alone, as with a phone that is gone.
    """
    if leaving.is_deactivated(doing.c, kept.id) or leaving.is_deactivated(doing.c, other.id):
        return refused("people.join.left")
    for each in sorted((kept.id, other.id)):
        people.person_of(doing.c, each, lock=True)
    try:
        joining.join(doing.c, kept, other, doing.now, only_new=only_new)
    except joining.Conflict as conflict:
        post = plans.plan(doing.c, conflict.plan_id)
        return refused("people.join.conflict", post=_post(post) if post else "", day=conflict.day.isoformat())
    doing.note("records_joined", kept.id, other=other.id, only_new=only_new)
    granted = told("people.joined", name=kept.name, other=other.name)
    granted.notices.append(Notice(kept.id, (Tell(text("told.records_joined", by=doing.by_name, name=kept.name)),)))
    return granted


def is_last_of_hr(doing: Doing, person: Person) -> bool:
    """Whether nobody of HR sees all departments but this person."""
    seeing = {one.id for one in people.with_role(doing.c, doing.organisation_id, "hr")}
    return {one for one in seeing if not people.scope_of(doing.c, one)} == {person.id}


def _of_role(doing: Doing, person: Person, role: Role, how: str) -> Granted:
    granted = told(f"people.role.{how}", name=person.name, role=_role(role))
    if doing.by is None or doing.by.id != person.id:
        said = text(f"told.role.{how}", by=doing.by_name, role=_role(role))
        granted.notices.append(Notice(person.id, (Tell(said),)))
    return granted


def _role(role: Role) -> Text:
    return text(f"role.{role}")


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
