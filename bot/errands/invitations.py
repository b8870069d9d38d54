"""Invitations: asked for in chat, and followed into the organisation."""

from bot import successions
from bot.errands import leaders, naming
from bot.errands.holders import give, to_acknowledge
from bot.errands.home import home
from bot.scene import Begin, Granted, Notice, Scene, refused, told
from dialogs.invite import Approved, InviteHeader, Wanted
from dialogs.steps import Tell
from locales.text import Text, text
from storage import audit_events, departments, holders, invitations, people, plans, succession
from storage.invitations import Invitation
from storage.plans import PlanVersion
from storage.tables import Role

ROLES: dict[str, Role] = {"manager": "manager", "hr": "hr", "employee": "employee"}


def invite(scene: Scene, argument: str) -> Granted:
    """Ask HR whom to invite; the role may be said at once ("manager")."""
    if "hr" not in scene.roles:
        return refused("only.hr.invites" if "manager" in scene.roles else "only.hr")
    places = tuple(one.name for one in leaders.seen(scene))
    listed = plans.submitted_in(scene.c, scene.person.organisation_id, 50, scene.scope)
    held = tuple(_approved(one) for kept in listed if (one := plans.approved(scene.c, kept.plan_id)))
    return Granted(go=Begin("invite", InviteHeader(ROLES.get(argument.lower()), places, held)))


def wanted(scene: Scene, whom: Wanted) -> Granted:
    """Make the invitation that HR asked for."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    if whom.department and not people.sees(scene.scope, {whom.department}):
        return refused("scope.outside", departments=tuple(sorted(scene.scope)))
    organisation = scene.person.organisation_id
    department = departments.find_or_make(scene.c, organisation, whom.department) if whom.department else None
    token = invitations.invite(
        scene.c,
        organisation,
        ROLES[whom.role],
        now=scene.now,
        inviter_id=scene.person.id,
        department_id=department,
        plan_id=whom.plan_id,
    )
    return _made(scene, token, text(f"role.{whom.role}"))


def hold(scene: Scene, argument: str) -> Granted:
    """Invite the holder of the post of an approved plan, or give it to people by name ("12 王芳, 赵强").

    Its manager or HR may.
    """
    id, _, names = argument.partition(" ")
    kept = scene.plan(id)
    if kept is None or not (scene.owns(kept) or scene.reviews(kept)):
        return refused("plan.unknown", id=argument[:40])
    if plans.approved(scene.c, kept.plan_id) is None:
        return refused("hold.not_yet")
    if names.strip():
        return give(scene, kept, names)
    organisation, inviter = scene.person.organisation_id, scene.person.id
    token = invitations.invite(
        scene.c, organisation, "employee", now=scene.now, inviter_id=inviter, plan_id=kept.plan_id
    )
    return _made(scene, token, text("role.holder", post=str(kept.content["post"])))


def join(scene: Scene, argument: str) -> Granted:
    """Follow an invitation, as somebody who belongs to an organisation already."""
    if not argument:
        return refused("join.how")
    try:
        invitation = invitations.find(scene.c, argument, scene.now)
        if invitation.organisation_id != scene.person.organisation_id:
            return refused("join.elsewhere")
        invitations.use(scene.c, invitation.id, scene.person.id, scene.now)
    except invitations.Refused as refusal:
        if invitations.used_by(scene.c, argument) == scene.person.id:
            return home(scene, "")  # a second press of the same link
        return refused(f"join.{refusal.why}")
    return welcome(scene, invitation)


def welcome(scene: Scene, invitation: Invitation) -> Granted:
    """Give a person what their invitation was for, and go on with what there is to do for them."""
    if invitation.role == "hr" and "hr" not in scene.roles and invitation.inviter_id:
        # Nobody lets another see more than they see themselves.
        people.set_scope(scene.c, scene.person.id, people.scope_of(scene.c, invitation.inviter_id))
    if invitation.role == "manager" and "manager" not in scene.roles:
        succession.lead_again(scene.c, scene.person.id, scene.now)
    people.grant_role(scene.c, scene.person.id, invitation.role)
    audit_events.note(
        scene.c,
        scene.person.organisation_id,
        "joined",
        by_id=invitation.inviter_id,
        person_id=scene.person.id,
        now=scene.now,
        role=invitation.role,
    )
    led = _given_department(scene, invitation)
    if invitation.plan_id:
        holders.hold(scene.c, invitation.plan_id, scene.person.id, scene.now)
    joined = Scene(scene.c, scene.person, scene.roles | {invitation.role}, scene.now, scene.link)
    then = to_acknowledge(joined)
    granted = Granted(go=then) if then else home(joined, "")
    organisation = people.organisation_name(scene.c, scene.person.organisation_id)
    role = text(f"role.{invitation.role}")
    if organisation == people.USUAL:
        joining = Tell(text("joined.plain", name=scene.person.name, role=role))
    else:
        joining = Tell(text("joined", name=scene.person.name, organisation=organisation, role=role))
    granted.replies[:0] = [joining, *led.replies]
    granted.notices += led.notices
    granted.notices += naming.joined(scene, invitation)
    if invitation.inviter_id and invitation.inviter_id != scene.person.id:
        said = Tell(text("told.joined", name=scene.person.name, role=role))
        granted.notices.append(Notice(invitation.inviter_id, (said,)))
    return granted


def _given_department(scene: Scene, invitation: Invitation) -> Granted:
    """What the department of an invitation means: a manager leads it, HR sees it, an employee just belongs to it."""
    if invitation.department_id is None or invitation.role == "employee":
        return Granted()
    if invitation.role == "hr":
        if "hr" not in scene.roles:
            people.set_scope(scene.c, scene.person.id, [departments.name_of(scene.c, invitation.department_id)])
        return Granted()
    return successions.succeed(scene, invitation.department_id, scene.person)


def _approved(kept: PlanVersion) -> Approved:
    return Approved(kept.plan_id, str(kept.content["post"]), kept.content.get("holder"))


def _made(scene: Scene, token: str, role: Text) -> Granted:
    if scene.link is None:
        return told("invited.token", role=role, token=token, days=invitations.DAYS)
    return told("invited.link", role=role, link=scene.link(token), days=invitations.DAYS)
