"""Invitations that nobody followed yet: listed, and taken back."""

from bot import rolls
from bot.errands.people import doing_of
from bot.personnel import take_back
from bot.scene import Granted, Scene, button, refused, told
from locales.text import Lines, text
from storage import departments, invitations, people, plans
from storage.invitations import Invitation


def open_invitations(scene: Scene, argument: str) -> Granted:
    """List the invitations that are open, or take one back, by its number ("3")."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    found = [
        one
        for one in invitations.open_in(scene.c, scene.person.organisation_id, scene.now)
        if people.sees(scene.scope, _departments(scene, one)) or one.inviter_id == scene.person.id
    ]
    if not argument:
        return _list(scene, found)
    meant = next((one for one in found if str(one.id) == argument.lstrip("#")), None)
    return take_back(doing_of(scene), meant) if meant else refused("invitations.unknown", id=argument[:40])


def _list(scene: Scene, found: list[Invitation]) -> Granted:
    if not found:
        return told("invitations.none")
    shown = found[: rolls.LISTED]
    lines = Lines(tuple(rolls.invitation_line(scene.c, one, scene.zone) for one in shown))
    choices = [button(f"invitations:{one.id}", text("invitations.do", id=str(one.id))) for one in shown]
    return told("invitations.list", *choices, n=len(found), lines=lines)


def _departments(scene: Scene, one: Invitation) -> set[str]:
    """The departments that an invitation is about; none where it says of none."""
    kept = plans.plan(scene.c, one.plan_id) if one.plan_id else None
    named = {departments.name_of(scene.c, one.department_id)} if one.department_id else set[str]()
    return named | ({str(kept.content["department"])} if kept else set())
