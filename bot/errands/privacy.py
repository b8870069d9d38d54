"""What is kept of a person: told, given to them, erased when they ask for it."""

from bot.scene import Granted, Notice, Scene, button, is_id, refused, told
from dialogs.steps import Hand, Tell
from locales.text import Text, text
from storage import departments, erasure, people


def privacy(scene: Scene, _: str) -> Granted:
    """Say what is kept, for how long, and who sees it."""
    name = people.organisation_name(scene.c, scene.person.organisation_id)
    choices = (button("export", Text("privacy.export")), button("forget", Text("privacy.forget")))
    return told("privacy", *choices, organisation=name)


def export(scene: Scene, _: str) -> Granted:
    """Give a person all that is kept of them."""
    return Granted([Hand(erasure.everything(scene.c, scene.person.id))])


def forget(scene: Scene, argument: str) -> Granted:
    """Ask HR to erase the person; they are asked once whether they mean it."""
    if argument != "yes":
        return told("forget.sure", button("forget:yes", Text("forget.yes")))
    if not erasure.ask(scene.c, scene.person.id, scene.now):
        return told("forget.before")
    said = Tell(
        text("told.forget", person=scene.person.name), (button(f"erase:{scene.person.id}", Text("forget.erase")),)
    )
    belongs = departments.of_person(scene.c, scene.person.id)
    everyone = people.overseers(scene.c, scene.person.organisation_id, belongs)
    granted = told("forget.asked")
    granted.notices += [Notice(one.id, (said,)) for one in everyone if one.id != scene.person.id]
    return granted


def erase(scene: Scene, argument: str) -> Granted:
    """Erase somebody of the organisation who asked for it."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    members = people.members(scene.c, scene.person.organisation_id)
    person_id = int(argument) if is_id(argument) else 0
    if person_id not in members or person_id == scene.person.id or not erasure.asked(scene.c, person_id):
        return refused("erase.unknown")
    if not people.sees(scene.scope, departments.of_person(scene.c, person_id)):
        return refused("erase.unknown")
    name = people.person_of(scene.c, person_id).name
    erasure.erase(scene.c, person_id, scene.person.id, scene.now)
    return told("erased", person=name)
