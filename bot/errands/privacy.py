"""What is kept of a person: told, given to them, erased when they ask for it."""

from bot.scene import Granted, Notice, Scene, button, is_id, refused, told
from bot.views.wording import organisation
from dialogs.steps import Hand, Tell
from kpi.plan import When
from locales.text import Lines, Text, text
from storage import access, departments, erasure, people
from storage.access import Access

LOOKS = 10
"""Looks of HR that are told, the newest ones; the file has them all."""
_TERMINAL = "local"
"""The channel on which pictures and sheets are written to files, which no erasure reaches."""


def privacy(scene: Scene, _: str) -> Granted:
    """Say what is kept, for how long, who sees it and who in HR looked at it lately."""
    name = people.organisation_name(scene.c, scene.person.organisation_id)
    choices = (button("export", Text("privacy.export")), button("forget", Text("privacy.forget")))
    granted = told("privacy", *choices, organisation=organisation(name))
    if looks := access.of_person(scene.c, scene.person.id, newest=LOOKS):
        readers = people.names(scene.c, {one.reader_id for one in looks})
        lines = (text("look", reader=readers[one.reader_id], at=_at(scene, one), what=_what(one)) for one in looks)
        granted.replies.append(Tell(text("looks", lines=Lines(tuple(lines)))))
    return granted


def export(scene: Scene, _: str) -> Granted:
    """Give a person all that is kept of them."""
    return Granted([Hand(erasure.everything(scene.c, scene.person.id))])


def forget(scene: Scene, argument: str) -> Granted:
    """Ask HR to erase the person, who is asked once whether they mean it; "off" takes that back."""
    if argument.casefold() == "off":
        return _withdrawn(scene)
    if argument != "yes":
        return told("forget.sure", button("forget:yes", Text("forget.yes")))
    new, others = erasure.ask(scene.c, scene.person.id, scene.now), _overseers(scene)
    off = button("forget:off", Text("forget.off"))
    if not others:
        return told("forget.alone" if "hr" in scene.roles else "forget.nobody", off)
    if not new:
        return told("forget.before", off)
    said = Tell(
        text("told.forget", person=scene.person.name), (button(f"erase:{scene.person.id}", Text("forget.erase")),)
    )
    granted = told("forget.asked", off)
    granted.notices += [Notice(id, (said,)) for id in others]
    return granted


def requests(scene: Scene) -> list[Tell]:
    """Who asked to be erased and whom the person may erase, with a button for each; nothing where there is nobody."""
    waiting = erasure.waiting(scene.c, scene.person.organisation_id, scene.scope) if "hr" in scene.roles else {}
    others = {id: name for id, name in waiting.items() if id != scene.person.id}
    choices = tuple(button(f"erase:{id}", text("erase.do", person=name)) for id, name in others.items())
    return [Tell(text("erase.list", people=tuple(others.values())), choices)] if others else []


def erase(scene: Scene, argument: str) -> Granted:
    """Erase somebody of the organisation who asked for it; HR is asked once whether they mean it."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    members = people.members(scene.c, scene.person.organisation_id)
    id, _, sure = argument.partition(".")
    person_id = int(id) if is_id(id) else 0
    if person_id not in members or person_id == scene.person.id or not erasure.asked(scene.c, person_id):
        return refused("erase.unknown")
    if not people.sees(scene.scope, departments.of_person(scene.c, person_id)):
        return refused("erase.unknown")
    name = people.person_of(scene.c, person_id).name
    if sure != "yes":
        return told("erase.sure", button(f"erase:{person_id}.yes", text("erase.do", person=name)), person=name)
    granted = told("erased", person=name)
    if any(channel == _TERMINAL for channel, _ in people.contacts_of(scene.c, person_id)):
        granted.replies.append(Tell(text("erased.files", person=name)))
    granted.erases = person_id
    return granted


def _withdrawn(scene: Scene) -> Granted:
    """Take the request back, and tell those of HR who were asked."""
    if not erasure.withdraw(scene.c, scene.person.id):
        return told("forget.none")
    granted = told("forget.withdrawn")
    said = Tell(text("told.forget.off", person=scene.person.name))
    granted.notices += [Notice(id, (said,)) for id in _overseers(scene)]
    return granted


def _overseers(scene: Scene) -> list[int]:
    """Who of HR can erase the person: nobody erases themselves."""
    belongs = departments.of_person(scene.c, scene.person.id)
    everyone = people.overseers(scene.c, scene.person.organisation_id, belongs)
    return [one.id for one in everyone if one.id != scene.person.id]


def _at(scene: Scene, look: Access) -> str:
    return f"{look.at.astimezone(scene.zone):%Y-%m-%d %H:%M}"


def _what(look: Access) -> Text:
    """What was looked at, in words: "plan/12", "digest/monthly/2026-10-31"."""
    kind, which, *last = look.what.split("/")
    if kind == "digest":
        return text("look.digest", rhythm=text(f"digest.{which}"), last=When("", last[0]))
    return text(f"look.{kind}", id=which)
