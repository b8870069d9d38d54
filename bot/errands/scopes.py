"""The departments that somebody of HR answers for and sees."""

from collections.abc import Iterable

from bot.scene import Granted, Notice, Scene, refused, told
from dialogs.reading.names.scopes import read_scope
from dialogs.reading.unread import Unread
from dialogs.state import Refuse
from dialogs.steps import Tell
from locales.text import Lines, Text, Value, text
from storage import departments, people


def scope(scene: Scene, argument: str) -> Granted:
    """Say which departments the person sees; set those of somebody ("Helen Sales, Purchasing"), who sees all may."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    own = scene.scope
    if argument and own:
        return refused("scope.not_yours", departments=_departments(own))
    if argument:
        return _set(scene, argument)
    if own:
        return told("scope.own", departments=_departments(own))
    colleagues = people.with_role(scene.c, scene.person.organisation_id, "hr")
    lines = (
        text("scope.line", name=one.name, departments=_departments(people.scope_of(scene.c, one.id)))
        for one in colleagues
    )
    return told("scope.list", lines=Lines(tuple(lines)))


def _set(scene: Scene, argument: str) -> Granted:
    colleagues = {one.name: one for one in people.with_role(scene.c, scene.person.organisation_id, "hr")}
    known = departments.known(scene.c, scene.person.organisation_id)
    try:
        name, chosen = read_scope(argument, tuple(colleagues), known)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    person = colleagues[name]
    if chosen and not any(people.scope_of(scene.c, one.id) == set() for one in colleagues.values() if one != person):
        return refused("scope.last", name=name)
    people.set_scope(scene.c, person.id, chosen)
    granted = told("scope.kept", name=name, departments=_departments(chosen))
    if person.id != scene.person.id:
        said = Tell(text("told.scope", by=scene.person.name, departments=_departments(chosen)))
        granted.notices.append(Notice(person.id, (said,)))
    return granted


def _departments(scope: Iterable[str]) -> Value:
    return tuple(sorted(scope)) or Text("scope.every")
