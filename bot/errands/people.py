"""People as HR sees and administers them: listed, each on a card, with buttons for what can be done."""

from collections.abc import Iterator

from bot import rolls
from bot.personnel import Doing, deactivation, give_role, join_records, move_plan, reactivate, take_role
from bot.rolls import LISTED, card, hand_over
from bot.scene import Granted, Notice, Scene, button, is_id, refused, told
from dialogs.steps import Tell
from locales.text import Lines, Text, text
from storage import holders, leaving, plans
from storage import people as kept_people
from storage.people import Person
from storage.tables import Role

ROLES: tuple[Role, ...] = ("manager", "employee", "hr")


def people(scene: Scene, argument: str) -> Granted:
    """List the people HR sees ("Ann": those called so), or do something with one of them ("7.give.hr")."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    said = argument.replace("＝", "=").strip().removeprefix("#")
    first, _, rest = said.partition("=")
    if rest:
        return _same(scene, first.strip(), rest.strip())
    about_plan = said.casefold().startswith("plan")
    head, *parts = said.replace(" ", ".", 2).split(".", 2) if about_plan else said.split(".")
    if head.casefold() == "plan" and parts:
        return _plan(scene, parts[0].removeprefix("#"), *parts[1:])
    if said.casefold() == "log":
        return _log(scene)
    if is_id(head):
        return _one(scene, int(head), parts)
    return _list(scene, said)


def doing_of(scene: Scene) -> Doing:
    """What the person does to others, in the scene."""
    return Doing(scene.c, scene.person.organisation_id, scene.person, scene.now)


def _list(scene: Scene, wanted: str) -> Granted:
    found = [one for one in rolls.seen(scene) if wanted.casefold() in one.name.casefold()]
    if not found:
        return refused("people.unknown", name=wanted[:40] or "–")
    if len(found) == 1 or (exactly := [one for one in found if one.name == wanted]):
        return card(scene, found[0] if len(found) == 1 else exactly[0])
    choices = tuple(button(f"people:{one.id}", text("people.button", name=one.name)) for one in found[:LISTED])
    more = [Tell(text("people.more", n=len(found) - LISTED))] if len(found) > LISTED else []
    lines = Lines(rolls.lines(scene.c, scene.person.organisation_id, found[:LISTED]))
    return Granted([Tell(text("people.list", n=len(found), lines=lines), choices), *more])


def _one(scene: Scene, id: int, parts: list[str]) -> Granted:
    """Do something with the person of an id, where HR sees them and may."""
    person = next((one for one in rolls.seen(scene) if one.id == id), None)
    if person is None:
        return refused("people.unknown", name=str(id))
    if parts and not rolls.administers(scene, person):
        return refused("people.not_yours", name=person.name)
    match parts:
        case []:
            return card(scene, person)
        case ["give", ("manager" | "employee" | "hr") as role] if role != "hr" or not scene.scope:
            return give_role(doing_of(scene), person, role)
        case ["take", ("manager" | "employee" | "hr") as role, *sure]:
            return _take(scene, person, role, sure=bool(sure))
        case ["leave", *sure]:
            return _leave(scene, person, sure=bool(sure))
        case ["back"]:
            return reactivate(doing_of(scene), person)
        case ["same"]:
            return _candidates(scene, person)
        case ["same", other, *how] if is_id(other):
            return _joined(scene, person, int(other), how)
    return refused("people.how")


def _take(scene: Scene, person: Person, role: Role, *, sure: bool) -> Granted:
    """Take a role from somebody, who is asked for once more; nobody takes HR from themselves."""
    if role == "hr" and person.id == scene.person.id:
        return refused("people.not_yourself")
    if not sure:
        yes = button(f"people:{person.id}.take.{role}.yes", text("people.do.take", role=text(f"role.{role}")))
        return told("people.take.sure", yes, name=person.name, role=text(f"role.{role}"), means=_means(role))
    granted = take_role(doing_of(scene), person, role)
    granted.replies += hand_over(scene, person) if role == "manager" else []
    return granted


def _means(role: Role) -> Text:
    return text(f"people.take.{role}")


def _leave(scene: Scene, person: Person, *, sure: bool) -> Granted:
    """Deactivate somebody, once it is said again; who holds what is then told to whom it concerns."""
    if person.id == scene.person.id:
        return refused("people.not_yourself")
    if not sure:
        yes = button(f"people:{person.id}.leave.yes", text("people.do.leave", name=person.name))
        return told("people.leave.sure", yes, name=person.name)
    granted = deactivation(doing_of(scene), person)
    if granted.deactivates:
        granted.replies += hand_over(scene, person)
        granted.notices += vacated(scene, person)
    return granted


def vacated(scene: Scene, person: Person) -> Iterator[Notice]:
    """Tell managers which of their posts somebody who leaves holds no more."""
    for id in holders.held_by(scene.c, person.id):
        kept = plans.plan(scene.c, id)
        if kept and kept.person_id != person.id:
            said = text("told.vacated", name=person.name, post=str(kept.content["post"]), id=str(id))
            yield Notice(kept.person_id, (Tell(said),))


def _candidates(scene: Scene, person: Person) -> Granted:
    """Who may be the same person: those whose names are alike first."""
    others = [one for one in rolls.seen(scene) if one.id not in {person.id, scene.person.id}]
    others = [one for one in others if not leaving.is_deactivated(scene.c, one.id)]
    alike = sorted(others, key=lambda one: (not rolls.alike(person.name, one.name), one.name))[:LISTED]
    choices = [button(f"people:{person.id}.same.{one.id}", text("people.button", name=one.name)) for one in alike]
    return told("people.same.which", *choices, name=person.name)


def _same(scene: Scene, first: str, second: str) -> Granted:
    """Two records of one person by their names: the first one is kept."""
    called = {one.name: one for one in rolls.seen(scene)}
    unknown = next((name for name in (first, second) if name not in called), None)
    if unknown is not None:
        return refused("people.unknown", name=unknown[:40])
    return _one(scene, called[first].id, ["same", str(called[second].id)])


def _joined(scene: Scene, kept: Person, other_id: int, how: list[str]) -> Granted:
    """Join two records, once it is said where the person is reached from then on."""
    other = next((one for one in rolls.seen(scene) if one.id == other_id), None)
    if other is None or other.id in {kept.id, scene.person.id} or not rolls.administers(scene, other):
        return refused("people.unknown", name=str(other_id))
    if how not in (["both"], ["new"]):
        pressed = f"people:{kept.id}.same.{other.id}"
        both = button(f"{pressed}.both", Text("people.join.both"))
        new = button(f"{pressed}.new", Text("people.join.new"))
        return told("people.join.sure", new, both, name=kept.name, other=other.name)
    return join_records(doing_of(scene), kept, other, only_new=how == ["new"])


def _plan(scene: Scene, id: str, heir: str = "") -> Granted:
    """Move a plan to another manager, by id or name; or list the managers it may go to."""
    kept = scene.plan(id)
    if kept is None or not scene.reviews(kept):
        return refused("plan.unknown", id=id[:40])
    managers = kept_people.with_role(scene.c, scene.person.organisation_id, "manager")
    others = [one for one in managers if one.id != kept.person_id]
    chosen = next((one for one in others if heir.strip() in {str(one.id), one.name}), None)
    if chosen:
        return move_plan(doing_of(scene), kept, chosen)
    post = str(kept.content["post"])
    if heir:
        return refused("people.plan.nobody", name=heir[:40], id=id)
    choices = [button(f"people:plan.{id}.{one.id}", text("people.button", name=one.name)) for one in others[:LISTED]]
    return told("people.plan.which", *choices, post=post, id=id)


def _log(scene: Scene) -> Granted:
    """What was done with people lately; HR that sees some departments only sees nothing of it."""
    if scene.scope:
        return refused("scope.not_yours", departments=tuple(sorted(scene.scope)))
    lines = rolls.log(scene.c, scene.person.organisation_id, scene.zone)
    return told("people.log", lines=Lines(lines)) if lines else told("people.log.empty")
