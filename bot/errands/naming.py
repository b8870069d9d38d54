"""Who is meant by the names in a plan: asked, told by its manager or HR, carried by an invitation."""

from collections.abc import Iterable, Iterator

from bot import meant
from bot.meant import Unbound
from bot.scene import Granted, Notice, Scene, button, is_id, refused, told
from dialogs.choices import Choice
from dialogs.reading.names.meant import is_me, read_meant
from dialogs.reading.unread import Unread
from dialogs.state import Refuse
from dialogs.steps import Tell
from locales.text import Lines, Text, Value, text
from storage import holders, invitations, named, people, plans
from storage.invitations import Invitation
from storage.named import Named
from storage.people import Person
from storage.plans import PlanVersion

OFFERED = 6
"""People to choose from in one message."""
ASKED = 10
"""Names asked about at once."""


def who(scene: Scene, argument: str) -> Granted:
    """Whom the names in plans mean: all that nobody knows, those of a plan ("12"), or that one means somebody.

    "12 老刘, 刘强" says so in words, "12.17.5" by the ids of the name and of the person; "12.17.invite" invites them.
    """
    if not argument:
        return _every(scene)
    id, _, said = argument.partition(" ")
    id, *rest = id.split(".")
    kept = scene.plan(id)
    if kept is None or not _may(scene, kept):
        return refused("plan.unknown", id=argument[:40])
    if said:
        return _said(scene, kept, said)
    return _chosen(scene, kept, *rest) if len(rest) == 2 else _of_plan(scene, kept)


def asked(scene: Scene, kept: PlanVersion) -> list[Tell]:
    """Ask who is meant by the names of a plan that nobody knows: with those who may be, or how they are told later."""
    open_ = meant.unbound(scene.c, kept)[:ASKED]
    found = {one: meant.candidates(scene.c, scene.person.organisation_id, one.name) for one in open_}
    tells = [_ask(scene, kept, one, fitting) for one, fitting in found.items() if fitting]
    nobody = [one for one, fitting in found.items() if not fitting]
    if nobody:
        lines = Lines(tuple(_line(one) for one in nobody))
        tells.append(
            Tell(text("who.nobody", post=_post(kept), id=str(kept.plan_id), lines=lines), _invites(scene, kept, nobody))
        )
    return tells


def joined(scene: Scene, invitation: Invitation) -> Iterator[Notice]:
    """What follows when the person of a scene joined: who invited them said who they are, or managers are asked."""
    carried = named.find(scene.c, invitation.named_id) if invitation.named_id else None
    kept = plans.plan(scene.c, carried.plan_id) if carried else None
    if carried and kept and carried.person_id is None:
        yield from _carried(scene, kept, carried, invitation.inviter_id or kept.person_id)
    for kept, one in meant.waiting_for(scene.c, scene.person):
        about = {"joined": scene.person.name, "name": one.name, "post": _post(kept), "parts": _parts(one.parts)}
        yes = button(_wish(kept, one.id, scene.person.id), text("who.yes", person=scene.person.name, name=one.name))
        other = button(f"who:{kept.plan_id}", Text("who.other"))
        yield Notice(kept.person_id, (Tell(text("told.who.joined", **about), (yes, other)),))


def _carried(scene: Scene, kept: PlanVersion, one: Named, inviter_id: int) -> Iterator[Notice]:
    """Have a name mean who followed the invitation for it, and tell all concerned: links are passed on."""
    named.mean(scene.c, kept.plan_id, one.name, scene.person.id, now=scene.now, by=inviter_id)
    about: dict[str, Value] = {
        "name": one.name,
        "post": _post(kept),
        "parts": _parts(meant.parts(scene.c, kept.plan_id, one.name)),
    }
    by, person = people.person_of(scene.c, inviter_id).name, scene.person.name
    yield Notice(scene.person.id, (Tell(text("told.who", by=by, **about)),))
    telling = Tell(text("told.who.carried", person=person, id=str(kept.plan_id), **about))
    for id in sorted({kept.person_id, inviter_id} - {scene.person.id}):
        yield Notice(id, (telling,))


def _every(scene: Scene) -> Granted:
    """The plans whose names nobody knows, of those that the person leads or reviews."""
    ids = dict.fromkeys(one.plan_id for one in named.unknown(scene.c, scene.person.organisation_id))
    known = [kept for id in ids if (kept := plans.plan(scene.c, id)) and _may(scene, kept)]
    open_ = [(kept, names) for kept in known if (names := meant.unbound(scene.c, kept))]
    if not open_:
        return told("who.none") if scene.roles & {"manager", "hr"} else refused("only.manager")
    lines = (
        text("who.plan", id=str(kept.plan_id), post=_post(kept), names=tuple(one.name for one in names))
        for kept, names in open_
    )
    choices = (button(f"who:{kept.plan_id}", text("plans.open", id=str(kept.plan_id))) for kept, _ in open_)
    return told("who.list", *choices, lines=Lines(tuple(lines)))


def _of_plan(scene: Scene, kept: PlanVersion) -> Granted:
    """Who is meant in a plan, and the questions about the others."""
    names = people.names(scene.c, {one.person_id for one in named.of_plan(scene.c, kept.plan_id) if one.person_id})
    lines = tuple(
        text("who.line", name=one.name, person=names[one.person_id])
        for one in named.of_plan(scene.c, kept.plan_id)
        if one.person_id
    )
    known = text("who.known", post=_post(kept), id=str(kept.plan_id), lines=Lines(lines))
    questions = asked(scene, kept)
    return Granted([*([Tell(known)] if lines else []), *questions] or [Tell(text("who.none"))])


def _said(scene: Scene, kept: PlanVersion, said: str) -> Granted:
    """Take "老刘, 刘强": the name in the plan, and whom it means."""
    try:
        name, called = read_meant(said, [one.name for one in named.of_plan(scene.c, kept.plan_id)])
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    one = next(one for one in named.of_plan(scene.c, kept.plan_id) if one.name == name)
    person = scene.person if is_me(called) else people.named(scene.c, scene.person.organisation_id, called)
    if person:
        return _mean(scene, kept, one, person)
    fitting = meant.candidates(scene.c, scene.person.organisation_id, called)
    if not fitting:
        return refused("who.unknown", name=called[:40])
    return told("who.which", *_offers(kept, one.id, fitting), name=called[:40])


def _chosen(scene: Scene, kept: PlanVersion, id: str, choice: str) -> Granted:
    one = named.find(scene.c, int(id)) if is_id(id) else None
    if one is None or one.plan_id != kept.plan_id:
        return refused("who.gone")
    if choice == "invite":
        return _invite(scene, kept, one) if _may_invite(scene, kept) else refused("who.not_yet")
    everybody = {person.id: person for person in people.here(scene.c, scene.person.organisation_id)}
    person = everybody.get(int(choice)) if is_id(choice) else None
    return _mean(scene, kept, one, person) if person else refused("who.gone")


def _mean(scene: Scene, kept: PlanVersion, one: Named, person: Person) -> Granted:
    """Keep who is meant by a name, and tell them, and the manager where another said so."""
    named.mean(scene.c, kept.plan_id, one.name, person.id, now=scene.now, by=scene.person.id)
    parts = meant.parts(scene.c, kept.plan_id, one.name)
    about: dict[str, Value] = {"name": one.name, "post": _post(kept), "parts": _parts(parts)}
    offer = holding(scene, kept) if "holder" in parts else ()
    granted = told("who.kept", *offer, person=person.name, **about)
    said = Tell(text("told.who", by=scene.person.name, **about))
    manager = Tell(text("told.who.manager", by=scene.person.name, person=person.name, **about))
    notices = {kept.person_id: manager} | {person.id: said}
    granted.notices = [Notice(id, (tell,)) for id, tell in notices.items() if id != scene.person.id]
    return granted


def holding(scene: Scene, kept: PlanVersion) -> Iterator[Choice]:
    """A button that gives the post to whom its plan names as its holder, where they are known and nobody holds it."""
    vacant = not holders.holders_of(scene.c, kept.plan_id) and plans.approved(scene.c, kept.plan_id)
    holder = named.meant(scene.c, [kept.plan_id])[kept.plan_id].get(kept.content.get("holder") or "")
    if vacant and holder:
        name = people.person_of(scene.c, holder).name
        yield button(f"hold:{kept.plan_id} {name}", text("plan.do.hold.named", person=name))


def _invite(scene: Scene, kept: PlanVersion, one: Named) -> Granted:
    """An invitation for whom a plan names: who follows it is meant."""
    inviter, place = scene.person.id, scene.person.organisation_id
    token = invitations.invite(scene.c, place, "employee", now=scene.now, inviter_id=inviter, named_id=one.id)
    role = text("role.named", name=one.name, post=_post(kept))
    if scene.link is None:
        return told("invited.token", role=role, token=token, days=invitations.DAYS)
    return told("invited.link", role=role, link=scene.link(token), days=invitations.DAYS)


def _ask(scene: Scene, kept: PlanVersion, one: Unbound, fitting: Iterable[Person]) -> Tell:
    question = text("who.ask", name=one.name, post=_post(kept), parts=_parts(one.parts), id=str(kept.plan_id))
    return Tell(question, (*_offers(kept, one.id, fitting), *_invites(scene, kept, [one])))


def _offers(kept: PlanVersion, named_id: int, fitting: Iterable[Person]) -> tuple[Choice, ...]:
    return tuple(button(_wish(kept, named_id, one.id), text("who.person", person=one.name)) for one in fitting)[
        :OFFERED
    ]


def _invites(scene: Scene, kept: PlanVersion, names: Iterable[Unbound]) -> tuple[Choice, ...]:
    if not _may_invite(scene, kept):
        return ()
    return tuple(button(_wish(kept, one.id, "invite"), text("who.invite", name=one.name)) for one in names)


def _wish(kept: PlanVersion, named_id: int, choice: int | str) -> str:
    return f"who:{kept.plan_id}.{named_id}.{choice}"


def _line(one: Unbound) -> Text:
    return text("who.open", name=one.name, parts=_parts(one.parts))


def _parts(parts: Iterable[str]) -> Value:
    """What somebody is named for, the rights first."""
    return tuple(text(f"who.part.{part}") for part in meant.PARTS if part in set(parts))


def _may(scene: Scene, kept: PlanVersion) -> bool:
    return scene.owns(kept) or scene.reviews(kept)


def _may_invite(scene: Scene, kept: PlanVersion) -> bool:
    """HR may, and the manager once HR has approved the plan."""
    return scene.reviews(kept) or plans.approved(scene.c, kept.plan_id) is not None


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
