"""Who leads a department: told, and changed with all the posts that go with it."""

from bot.personnel import Doing, appoint
from bot.scene import Granted, Scene, refused, told
from dialogs.reading.names.scopes import read_leader
from dialogs.reading.unread import Unread
from dialogs.state import Refuse
from locales.text import Lines, text
from storage import departments as kept_departments
from storage import people
from storage.departments import Department


def departments(scene: Scene, argument: str) -> Granted:
    """The departments and who leads them; or have a manager lead one ("Sales, Ann")."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    return _appoint(scene, argument) if argument else _list(scene)


def seen(scene: Scene) -> list[Department]:
    """The departments that the person sees as HR."""
    every = kept_departments.departments_of(scene.c, scene.person.organisation_id)
    return [one for one in every if people.sees(scene.scope, {one.name})]


def _list(scene: Scene) -> Granted:
    found = seen(scene)
    if not found:
        return told("departments.none")
    lines = tuple(
        text("departments.led", name=one.name, leader=one.leader)
        if one.leader
        else text("departments.free", name=one.name)
        for one in found
    )
    return told("departments.list", lines=Lines(lines))


def _appoint(scene: Scene, argument: str) -> Granted:
    organisation = scene.person.organisation_id
    known = [one for one in kept_departments.known(scene.c, organisation) if people.sees(scene.scope, {one})]
    try:
        name, leader = read_leader(argument, known)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    heir = people.named(scene.c, organisation, leader)
    if heir is None or "manager" not in people.roles_of(scene.c, heir.id):
        return refused("departments.nobody", name=leader[:40] or "–")
    doing = Doing(scene.c, organisation, scene.person, scene.now)
    return appoint(doing, name, heir)
