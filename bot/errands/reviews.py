"""Review: what waits, opening one of it, and what follows a decision (method.md 4)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.errands import naming
from bot.errands.holders import handed_on
from bot.errands.plans import comparison, note_look, plan_of, present
from bot.errands.privacy import requests
from bot.errands.proposals import reasons
from bot.errands.revisions import reopen
from bot.planning import keep_end
from bot.posts import Posts
from bot.records import run_as_kept
from bot.scene import Begin, Granted, Notice, Scene, button, refused, told
from bot.views.wording import SIGNS, reason_of
from dialogs.choices import Choice
from dialogs.questions import codec
from dialogs.review import Decided, ReviewHeader, remarked
from dialogs.revision import replies
from dialogs.steps import Tell
from kpi.audit import Finding, Result
from kpi.review import Remark, Verdict
from locales.text import Lines, Text, text
from storage import people, plans, runs
from storage.plans import PlanVersion


def review(scene: Scene, argument: str) -> Granted:
    """Who asks to be erased, and what waits for review, oldest first; or the plan of an id."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    waiting = plans.waiting(scene.c, scene.person.organisation_id, scene.scope)
    if argument:
        return _open_or_tell(scene, argument.lstrip("#"), waiting)
    asked = requests(scene)
    granted = _list(scene, waiting) if waiting or not asked else Granted()
    granted.replies[:0] = asked
    return granted


def _list(scene: Scene, waiting: tuple[PlanVersion, ...]) -> Granted:
    """The plans that wait; where only one does, it is opened."""
    if not waiting:
        return told("review.none")
    if len(waiting) == 1:
        return _open(scene, waiting[0])
    lines = Lines(tuple(_line(scene, one) for one in waiting))
    choices = [Choice(f"review:{one.plan_id}", text("review.open", id=str(one.plan_id))) for one in waiting]
    return told("review.list", *choices, lines=lines, n=len(waiting))


def submitted(scene: Scene, kept: PlanVersion) -> list[Notice]:
    """What HR is told when a plan was submitted."""
    said = text(
        "review.submitted",
        manager=scene.person.name,
        post=_post(kept),
        version=kept.version,
        audit=Lines(tuple(_audited(present(scene, kept).findings))),
    )
    offer = button(f"review:{kept.plan_id}", Text("plan.do.review"))
    return [Notice(one.id, (*_replies(scene, kept), Tell(said, (offer,)))) for one in _reviewers(scene, kept)]


def _replies(scene: Scene, kept: PlanVersion) -> tuple[Tell, ...]:
    """What the manager said to the remarks on the version before."""
    said = replies(run_as_kept(scene.c, runs.run_of(scene.c, kept.run_id)))
    lines = Lines(tuple(text("remark.line", about=about, remark=reply) for about, reply in said))
    return (Tell(text("review.replies", manager=_manager(scene, kept), lines=lines)),) if said else ()


def decided(scene: Scene, decision: Decided) -> Granted:
    """Keep a decision, unless another came before, and tell the manager."""
    waits = plans.plan(scene.c, decision.plan_id)
    if waits is None or not scene.reviews(waits):
        return refused("only.hr")
    if _own(scene, waits):
        return refused("review.own")
    version = plans.decide(
        scene.c,
        decision.plan_id,
        decision.submitted_at,
        person_id=scene.person.id,
        verdict=decision.verdict.value,
        remarks=codec(tuple[Remark, ...]).dump_python(decision.remarks, mode="json"),
        now=scene.now,
    )
    kept = plans.plan(scene.c, decision.plan_id)
    if version is None or kept is None:
        return _too_late(scene, decision.plan_id, decision.submitted_at)
    if decision.verdict is Verdict.APPROVED:
        keep_end(scene.c, kept.plan_id, Posts(scene.c)[kept.plan_id])
    granted = told(f"decided.{decision.verdict}", manager=_manager(scene, kept), post=_post(kept))
    granted.notices = (
        _approved(scene, kept, decision) if decision.verdict is Verdict.APPROVED else _returned(scene, kept, decision)
    )
    if decision.verdict is Verdict.APPROVED and decision.remarks:
        lines = remarked(plan_of(kept), decision.remarks)
        granted.replies.append(Tell(text("decided.noted", manager=_manager(scene, kept), lines=lines)))
    left = len(plans.waiting(scene.c, scene.person.organisation_id, scene.scope))
    if left:
        granted.replies.append(Tell(text("review.left", n=left), (button("review", Text("plan.do.review")),)))
    return granted


def _open_or_tell(scene: Scene, id: str, waiting: tuple[PlanVersion, ...]) -> Granted:
    found = next((one for one in waiting if str(one.plan_id) == id), None)
    if found:
        return _open(scene, found)
    kept = scene.plan(id)
    if kept is None:
        return refused("plan.unknown", id=id[:40])
    if kept.status == "draft":
        return refused("review.not_submitted", post=_post(kept), manager=_manager(scene, kept))
    if kept.status == "submitted":
        return refused("scope.outside", departments=tuple(sorted(scene.scope)))
    return _too_late(scene, kept.plan_id, kept.submitted_at or kept.created)


def _open(scene: Scene, kept: PlanVersion) -> Granted:
    """Begin the review of a plan, with what changed since the version before it and who else has it open."""
    if _own(scene, kept):
        return refused("review.own")
    note_look(scene, kept)
    header = present(scene, kept)
    subject = f"plan/{kept.plan_id}/{kept.submitted_at}"
    began = ReviewHeader(
        kept.plan_id, kept.submitted_at or scene.now, _manager(scene, kept), header.plan, header.findings
    )
    others = runs.others_about(scene.c, scene.person.id, "review", subject)
    granted = Granted([Tell(_line(scene, kept))], Begin("review", began, subject))
    if others:
        granted.replies.append(Tell(text("review.also", names=others)))
    before = plans.versions(scene.c, kept.plan_id)[:-1]
    if before:
        granted.replies.append(Tell(comparison(before[-1], kept)))
    granted.replies += _replies(scene, kept)
    if why := reasons(scene, kept):
        granted.replies.append(Tell(why))
    return granted


def _too_late(scene: Scene, plan_id: int, submitted_at: datetime) -> Granted:
    """Say what became of a submission that does not wait any more."""
    made = [one for one in plans.decisions(scene.c, plan_id) if one.at >= submitted_at]
    newest = plans.plan(scene.c, plan_id)
    if not made or newest is None:
        return refused("review.gone")
    by = people.person_of(scene.c, made[0].person_id).name
    return refused(f"review.late.{made[0].decision}", by=by, at=made[0].at.date().isoformat(), post=_post(newest))


def _approved(scene: Scene, kept: PlanVersion, decision: Decided) -> list[Notice]:
    """Tell the manager, with the remarks, and give the new version to those who hold the post."""
    said = text("told.approved", by=scene.person.name, post=_post(kept), version=kept.version)
    offers = (
        *naming.holding(scene, kept),
        button(f"hold:{kept.plan_id}", Text("plan.do.hold")),
        button(f"plans:{kept.plan_id}", Text("plan.do.open")),
    )
    lines = remarked(plan_of(kept), decision.remarks)
    noted = (Tell(text("told.noted", by=scene.person.name, lines=lines)),) if decision.remarks else ()
    return [Notice(kept.person_id, (*noted, Tell(said, offers))), *handed_on(scene, kept)]


def _returned(scene: Scene, kept: PlanVersion, decision: Decided) -> list[Notice]:
    """Tell the manager the remarks, and open the interview again for what they concern."""
    people.person_of(scene.c, kept.person_id, lock=True)
    reopen(scene.c, kept, scene.now)
    said = text(
        "told.returned",
        by=scene.person.name,
        post=_post(kept),
        version=kept.version,
        lines=remarked(plan_of(kept), decision.remarks),
    )
    offer = button(f"revise:{kept.plan_id}", Text("plan.do.revise.returned"))
    return [Notice(kept.person_id, (Tell(said),), kept.run_id, (offer,))]


def _audited(findings: Iterable[Finding]) -> Iterator[Text]:
    """What the audit found to doubt, or that it found nothing."""
    broken = [one for one in findings if one.result is not Result.PASS]
    for one in broken:
        yield text("review.finding", sign=SIGNS[one.result], number=str(one.question), reason=reason_of(one))
    if not broken:
        yield text("review.clean", sign=SIGNS[Result.PASS])


def _own(scene: Scene, kept: PlanVersion) -> bool:
    """Whether a plan is the reviewer's own, and there is somebody else to decide on it."""
    return kept.person_id == scene.person.id and len(_everyone(scene, kept)) > 1


def _reviewers(scene: Scene, kept: PlanVersion) -> tuple[people.Person, ...]:
    """HR for the department of a plan, without the person who acts, unless they are the only one."""
    everyone = _everyone(scene, kept)
    return tuple(one for one in everyone if one.id != scene.person.id) or everyone


def _everyone(scene: Scene, kept: PlanVersion) -> tuple[people.Person, ...]:
    return people.overseers(scene.c, scene.person.organisation_id, {kept.content["department"]})


def _line(scene: Scene, kept: PlanVersion) -> Text:
    return text(
        "review.line",
        id=str(kept.plan_id),
        post=_post(kept),
        period=plan_of(kept).period,
        manager=_manager(scene, kept),
        version=kept.version,
        at=(kept.submitted_at or kept.created).date().isoformat(),
    )


def _manager(scene: Scene, kept: PlanVersion) -> str:
    return people.person_of(scene.c, kept.person_id).name


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
