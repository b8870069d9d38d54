"""Proposals to change a standard: made by a manager or holder, taken up as a new version or declined (method.md 4)."""

from bot.errands.post_list import post_list
from bot.errands.revisions import reopen
from bot.posts import Posts
from bot.scene import Begin, Granted, Notice, Scene, button, is_id, refused, told
from dialogs.choices import Choice
from dialogs.propose import Declined, DeclineHeader, Proposed, ProposeHeader
from dialogs.steps import Tell
from locales.text import Lines, Text, text
from storage import holders, people, plans, proposals, runs
from storage.plans import PlanVersion
from storage.proposals import Proposal
from storage.values import plan_from_json


def propose(scene: Scene, argument: str) -> Granted:
    """Propose to change a standard of a plan ("12"), perhaps of one indicator of it ("12.5")."""
    if not argument:
        return _which(scene)
    id, _, indicator_id = argument.lstrip("#").partition(".")
    kept = scene.plan(id)
    if kept is None:
        return refused("plan.unknown", id=argument[:40])
    if not (scene.owns(kept) or scene.holds(kept)):
        return refused("propose.neither")
    in_force = plans.approved(scene.c, kept.plan_id)
    if in_force is None:
        return refused("propose.not_approved", post=_post(kept), status=_status(kept.status))
    if busy := _in_work(scene, kept):
        return busy
    indicators = plan_from_json(in_force.content).indicators
    chosen = tuple(one for one in indicators if str(one.id) == indicator_id)
    header = ProposeHeader(kept.plan_id, _post(in_force), chosen or indicators, scene.owns(kept))
    subject = f"propose/{kept.plan_id}.{chosen[0].id if chosen else ''}/{in_force.version}"
    return Granted(go=Begin("propose", header, subject))


def proposed(scene: Scene, said: Proposed) -> Granted:
    """Keep a proposal: a manager's begins a new version at once, a holder's is for the manager to answer."""
    kept = scene.plan(str(said.plan_id))
    if kept is None or not (scene.owns(kept) or scene.holds(kept)):
        return refused("propose.neither")
    of = (kept.plan_id, said.indicator_id, scene.person.id)
    id = proposals.keep(scene.c, of, wanted=said.wanted, why=said.why, now=scene.now)
    made = proposals.proposed(scene.c, id)
    assert made is not None  # noqa: S101 - it was kept just now
    if said.wanted is None:
        return _taken_up(scene, kept, made)
    granted = told("proposed", manager=people.person_of(scene.c, kept.person_id).name)
    granted.notices.append(Notice(kept.person_id, (_shown(scene, made),)))
    return granted


def proposal(scene: Scene, argument: str) -> Granted:
    """Show a proposal to the manager ("3"), take it up ("3.take") or decline it ("3.decline")."""
    id, _, answer = argument.lstrip("#").partition(".")
    made = proposals.proposed(scene.c, int(id)) if is_id(id) else None
    kept = plans.plan(scene.c, made.plan_id) if made else None
    if made is None or kept is None or not scene.owns(kept):
        return refused("proposal.unknown", id=argument[:40])
    if made.answer:
        return told(f"proposal.answered.{made.answer}")
    if answer == "take":
        return _taken_up(scene, kept, made)
    if answer == "decline":
        by = people.person_of(scene.c, made.person_id).name
        header = DeclineHeader(made.id, _post(kept), _indicator(scene, made), by, made.said)
        return Granted(go=Begin("decline", header, f"proposal/{made.id}"))
    return Granted([_shown(scene, made)])


def declined(scene: Scene, said: Declined) -> Granted:
    """Decline a proposal and tell who made it why."""
    made = proposals.proposed(scene.c, said.proposal_id)
    kept = plans.plan(scene.c, made.plan_id) if made else None
    if made is None or kept is None or not scene.owns(kept):
        return refused("proposal.unknown", id=str(said.proposal_id))
    if not proposals.decline(scene.c, made.id, scene.person.id, said.reason, scene.now):
        return told(f"proposal.answered.{made.answer}")
    granted = told("proposal.declined")
    answered = {"manager": scene.person.name, "name": _indicator(scene, made), "reason": said.reason}
    if made.person_id != scene.person.id:
        granted.notices.append(Notice(made.person_id, (Tell(text("told.proposal.declined", **answered)),)))
    return granted


def reasons(scene: Scene, kept: PlanVersion) -> Text | None:
    """Why a version that is reviewed changes standards, where that was proposed."""
    in_force = plans.approved(scene.c, kept.plan_id)
    made = proposals.taken(scene.c, kept.plan_id, in_force.version) if in_force else ()
    return text("review.proposed", lines=Lines(tuple(line(scene, one) for one in made))) if made else None


def line(scene: Scene, made: Proposal) -> Text:
    """A proposal as it is listed."""
    by = people.person_of(scene.c, made.person_id).name
    id = "proposal.line" if made.wanted else "proposal.line.why"
    return text(id, by=by, name=_indicator(scene, made), wanted=made.wanted, why=made.why)


def to_show(scene: Scene, made: Proposal) -> Choice:
    """The button that shows a proposal."""
    return button(f"proposal:{made.id}", text("proposal.show", name=_indicator(scene, made)))


def _which(scene: Scene) -> Granted:
    """The posts in force of which the person may propose something; the only one at once."""
    own = plans.plans_of(scene.c, scene.person.id) if "manager" in scene.roles else ()
    held = holders.held_by(scene.c, scene.person.id) if "employee" in scene.roles else ()
    ids = dict.fromkeys([*(kept.plan_id for kept in own), *held])
    found = [id for id in ids if plans.approved(scene.c, id)]
    if not found:
        return refused("propose.none")
    if len(found) == 1:
        return propose(scene, str(found[0]))
    return post_list(scene, "propose.which", "propose", found)


def _taken_up(scene: Scene, kept: PlanVersion, made: Proposal) -> Granted:
    """Begin a new version for a proposal, in which just the standards of its indicator are asked again."""
    if busy := _in_work(scene, kept):
        return busy
    if not proposals.take(scene.c, made.id, scene.person.id, kept.version, scene.now):
        return told("proposal.answered.taken")
    reopen(scene.c, kept, scene.now, made)
    about = {"name": _indicator(scene, made), "post": _post(kept)}
    said = Tell(text("proposal.taken", **about, version=kept.version))
    granted = Granted([said], kept.run_id)
    if made.person_id != scene.person.id:
        notice = text("told.proposal.taken", manager=scene.person.name, **about)
        granted.notices.append(Notice(made.person_id, (Tell(notice),)))
    return granted


def _in_work(scene: Scene, kept: PlanVersion) -> Granted | None:
    """What is said where no new version can be begun: one is in work already, or the answers were erased."""
    run = runs.run_of(scene.c, kept.run_id)
    if run.person_id != kept.person_id:
        return refused("revise.gone")
    begun = run.status != "done"
    if kept.status == "approved" and not begun:
        return None
    version, status = (kept.version + 1, "draft") if kept.status == "approved" else (kept.version, kept.status)
    manager = people.person_of(scene.c, kept.person_id).name
    return refused("propose.in_work", post=_post(kept), version=version, manager=manager, status=_status(status))


def _shown(scene: Scene, made: Proposal) -> Tell:
    """A proposal with the standards in force, to be taken up or declined."""
    post = Posts(scene.c)[made.plan_id]
    indicator = post.indicators[made.indicator_id]
    said = text(
        "told.proposal",
        by=people.person_of(scene.c, made.person_id).name,
        post=post.plan.post,
        name=indicator.name,
        basic=indicator.basic,
        outstanding=indicator.outstanding,
        said=made.said,
    )
    take = button(f"proposal:{made.id}.take", Text("proposal.take"))
    return Tell(said, (take, button(f"proposal:{made.id}.decline", Text("proposal.decline"))))


def _indicator(scene: Scene, made: Proposal) -> str:
    return Posts(scene.c)[made.plan_id].indicators[made.indicator_id].name


def _status(status: str) -> Text:
    return text(f"views.status.{status}")


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
