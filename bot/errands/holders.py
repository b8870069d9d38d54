"""Holders of posts: getting an approved plan, taking note of it or asking, being answered (method.md 4)."""

from collections.abc import Iterable

from bot import meant
from bot.scene import Begin, Granted, Notice, Scene, button, is_id, refused, told
from dialogs.choices import Choice
from dialogs.holder import Acknowledged, AcknowledgeHeader, Replied, ReplyHeader
from dialogs.reading.answers.lists import read_list
from dialogs.steps import Tell
from locales.text import Text, text
from storage import corrective_notes, holders, people, plans
from storage.plans import PlanVersion
from storage.values import plan_from_json


def acknowledge(scene: Scene, argument: str) -> Granted:
    """Show an approved plan to who holds its post and ask whether they take note of it."""
    kept = plans.approved(scene.c, int(argument)) if is_id(argument) else None
    if kept is None or not scene.holds(kept):
        return refused("plan.unknown", id=argument[:40])
    if holders.acknowledged(scene.c, kept.plan_id, kept.version, scene.person.id):
        return told("acknowledged.before", button(f"plans:{kept.plan_id}", Text("plan.do.open")), post=_post(kept))
    return Granted(go=_begin(scene, kept))


def to_acknowledge(scene: Scene) -> Begin | None:
    """The first approved plan whose post the person holds and of which they took no note yet."""
    if "employee" not in scene.roles:
        return None
    for id in holders.held_by(scene.c, scene.person.id):
        kept = plans.approved(scene.c, id)
        if kept and not holders.acknowledged(scene.c, id, kept.version, scene.person.id) and not _asked(scene, kept):
            return _begin(scene, kept)
    return None


def handed_on(scene: Scene, kept: PlanVersion) -> list[Notice]:
    """Give an approved version to those who hold its post already."""
    return [_give(scene, kept, id, "told.new_version") for id in sorted(holders.holders_of(scene.c, kept.plan_id))]


def _give(scene: Scene, kept: PlanVersion, holder: int, id: str) -> Notice:
    """Have a holder read an approved version, and say why they are given it."""
    manager = people.person_of(scene.c, kept.person_id).name
    said = Tell(text(id, manager=manager, post=_post(kept), version=kept.version))
    offer = button(f"acknowledge:{kept.plan_id}", Text("plan.do.acknowledge"))
    return Notice(holder, (said,), _begin(scene, kept), (offer,))


def give(scene: Scene, kept: PlanVersion, names: str) -> Granted:
    """Give a post to people of the organisation by their names, all in one act; each has figures of their own."""
    found = {name: people.named(scene.c, scene.person.organisation_id, name) for name in read_list(names)}
    if unknown := tuple(name for name, person in found.items() if person is None):
        may_be = {name: meant.candidates(scene.c, scene.person.organisation_id, name) for name in unknown}
        if len(found) == 1 and may_be[unknown[0]]:
            return told("who.which", *_offers(kept, may_be[unknown[0]]), name=unknown[0][:40])
        return refused("hold.unknown", names=unknown)
    given = {person.id: person.name for person in found.values() if person}
    for id in given:
        people.grant_role(scene.c, id, "employee")
        holders.hold(scene.c, kept.plan_id, id, scene.now)
    granted = told("held", post=_post(kept), names=tuple(given.values()))
    granted.notices += [_give(scene, kept, id, "told.holds") for id in sorted(given)]
    return granted


def _offers(kept: PlanVersion, fitting: Iterable[people.Person]) -> tuple[Choice, ...]:
    return tuple(button(f"hold:{kept.plan_id} {one.name}", text("who.person", person=one.name)) for one in fitting)


def release(scene: Scene, argument: str) -> Granted:
    """Have somebody hold a post no more ("12 王芳"): its manager or HR may. What was reported stays."""
    id, _, name = argument.partition(" ")
    kept = scene.plan(id)
    if kept is None or not (scene.owns(kept) or scene.reviews(kept)):
        return refused("plan.unknown", id=argument[:40])
    person = people.named(scene.c, scene.person.organisation_id, name)
    if person is None or not holders.leave(scene.c, kept.plan_id, person.id, scene.now):
        names = holders.names(scene.c, kept.plan_id)
        if not names:
            return refused("release.vacant", post=_post(kept), id=id)
        return refused("release.unknown", post=_post(kept), id=id, names=names, first=names[0])
    corrective_notes.drop_of(scene.c, person.id, scene.now, kept.plan_id)
    granted = told("released", post=_post(kept), name=person.name)
    granted.notices.append(Notice(person.id, (Tell(text("told.released", post=_post(kept))),)))
    return granted


def acknowledged(scene: Scene, noted: Acknowledged) -> Granted:
    """Keep that the holder took note, or what they ask; and tell the manager."""
    kept = plans.approved(scene.c, noted.plan_id)
    if kept is None or not scene.holds(kept):
        return refused("plan.unknown", id=str(noted.plan_id))
    if noted.question is not None:
        return _ask(scene, kept, noted)
    holders.acknowledge(scene.c, noted.plan_id, noted.version, scene.person.id, scene.now)
    said = Tell(text("told.acknowledged", holder=scene.person.name, post=_post(kept), version=noted.version))
    if kept.version != noted.version:
        return Granted([Tell(text("acknowledged.old", post=_post(kept)))], _begin(scene, kept))
    granted = told("acknowledged", post=_post(kept))
    granted.notices.append(Notice(kept.person_id, (said,)))
    return granted


def answer(scene: Scene, argument: str) -> Granted:
    """Ask the manager for the answer to a holder's question."""
    asked = holders.question(scene.c, int(argument)) if is_id(argument) else None
    kept = plans.plan(scene.c, asked.plan_id) if asked else None
    if asked is None or kept is None or not scene.owns(kept):
        return refused("question.unknown")
    if asked.answer is not None:
        return told("question.answered", question=asked.question, answer=asked.answer)
    return Granted(go=_reply(scene, kept, asked))


def replied(scene: Scene, reply: Replied) -> Granted:
    """Keep the manager's answer and tell who asked."""
    asked = holders.question(scene.c, reply.question_id)
    kept = plans.plan(scene.c, asked.plan_id) if asked else None
    if asked is None or kept is None or not scene.owns(kept):
        return refused("question.unknown")
    if not holders.answer(scene.c, asked.id, scene.person.id, reply.answer, scene.now):
        return told("question.answered", question=asked.question, answer=str(asked.answer))
    holder = people.person_of(scene.c, asked.person_id)
    granted = told("replied", holder=holder.name)
    said = text("told.answer", manager=scene.person.name, question=asked.question, answer=reply.answer)
    in_force = plans.approved(scene.c, kept.plan_id)
    offer = button(f"acknowledge:{kept.plan_id}", Text("plan.do.acknowledge"))
    go = _begin(scene, in_force) if in_force else None
    granted.notices.append(Notice(holder.id, (Tell(said),), go, (offer,)))
    return granted


def _ask(scene: Scene, kept: PlanVersion, noted: Acknowledged) -> Granted:
    question = str(noted.question)
    id = holders.ask(scene.c, noted.plan_id, noted.version, scene.person.id, question=question, now=scene.now)
    asked = holders.question(scene.c, id)
    assert asked is not None  # noqa: S101 - it was kept just now
    granted = told("asked", manager=people.person_of(scene.c, kept.person_id).name)
    said = Tell(text("told.question", holder=scene.person.name, post=_post(kept), question=question))
    offer = button(f"answer:{id}", Text("plan.do.answer"))
    granted.notices.append(Notice(kept.person_id, (said,), _reply(scene, kept, asked), (offer,)))
    return granted


def _asked(scene: Scene, kept: PlanVersion) -> bool:
    """Whether the person waits for an answer about a version."""
    return any(
        one.person_id == scene.person.id and one.version == kept.version and one.answer is None
        for one in holders.questions_of(scene.c, kept.plan_id)
    )


def _begin(scene: Scene, kept: PlanVersion) -> Begin:
    manager = people.person_of(scene.c, kept.person_id).name
    header = AcknowledgeHeader(kept.plan_id, kept.version, manager, plan_from_json(kept.content))
    return Begin("acknowledge", header, f"plan/{kept.plan_id}/{kept.version}")


def _reply(scene: Scene, kept: PlanVersion, asked: holders.Question) -> Begin:
    holder = people.person_of(scene.c, asked.person_id).name
    return Begin("reply", ReplyHeader(asked.id, holder, _post(kept), asked.question), f"question/{asked.id}")


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
