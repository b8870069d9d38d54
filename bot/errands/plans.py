"""Plans as people look at them: listed, opened, compared, worked on again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot import meant
from bot.errands.revisions import reopen
from bot.scene import Granted, Notice, Scene, button, refused, told
from bot.views.comparison import compared
from dialogs.choices import Choice
from dialogs.header import Header
from dialogs.questions import codec
from dialogs.review import remarked
from dialogs.revision import PERIOD
from dialogs.state import Reply
from dialogs.steps import Present, Tell
from kpi.audit import Finding, with_unbound
from kpi.plan import Plan
from kpi.review import Remark
from locales.text import Lines, Text, text
from storage import holders, people, plans, runs
from storage.plans import Decision, PlanVersion
from storage.values import plan_from_json

LISTED = 20
"""Plans in one message."""


def list_or_open(scene: Scene, argument: str) -> Granted:
    """All plans the person has to do with, or the one of an id."""
    if argument:
        kept = scene.plan(argument.lstrip("#"))
        return _open(scene, kept) if kept else refused("plan.unknown", id=argument[:40])
    listed = {one.plan_id: one for one in _concerning(scene)}
    if not listed:
        return told("plans.none" if "manager" in scene.roles else "plans.none.yet")
    shown = list(listed.values())[:LISTED]
    more = len(listed) - len(shown)
    lines = Lines(tuple(_line(scene, one) for one in shown))
    choices = tuple(Choice(f"plans:{one.plan_id}", text("plans.open", id=str(one.plan_id))) for one in shown)
    granted = told("plans.list", *choices, lines=lines)
    if more:
        granted.replies.append(Tell(text("plans.more", n=more)))
    return granted


def version(scene: Scene, argument: str) -> Granted:
    """An earlier version of a plan ("12.1")."""
    id, _, number = argument.partition(".")
    kept = scene.plan(id)
    shown = next((one for one in _visible(scene, kept) if str(one.version) == number), None) if kept else None
    if shown is None:
        return refused("plan.unknown", id=argument[:40])
    note_look(scene, shown)
    heading = Tell(text("plan.version", post=_post(shown), version=shown.version, status=_status(shown.status)))
    return Granted([heading, *_decided(scene, shown), present(scene, shown)])


def compare(scene: Scene, argument: str) -> Granted:
    """Two versions of a plan beside each other ("12" for the newest two, "12.1.3" for those)."""
    id, *numbers = argument.split(".")
    kept = scene.plan(id)
    visible = _visible(scene, kept) if kept else ()
    pair = [one for one in visible if str(one.version) in numbers] if numbers else list(visible[-2:])
    if kept and len(visible) == 1:
        return told("compare.first", post=_post(kept))
    if kept is None or len(pair) != 2:
        return refused("compare.none")
    note_look(scene, kept)
    return Granted([Tell(comparison(*pair))])


def comparison(before: PlanVersion, after: PlanVersion) -> Text:
    """What changed from one version to another, as a message."""
    lines = compared(plan_of(before), plan_of(after))
    said = "compare.list" if lines else "compare.same"
    return text(said, post=_post(after), before=before.version, after=after.version, lines=Lines(lines))


def revise(scene: Scene, argument: str) -> Granted:
    """Work on a plan again: go on with it, mend what was returned, take it back, or begin a new version of it.

    "12.next" begins one for another period.
    """
    id, _, following = argument.partition(".")
    kept = scene.plan(id)
    if kept is None or not scene.owns(kept):
        return refused("plan.unknown", id=argument[:40])
    run = runs.run_of(scene.c, kept.run_id)
    if run.person_id != scene.person.id:
        return refused("revise.gone")
    if kept.status == "submitted":
        plans.take_back(scene.c, kept.plan_id)
    if run.status == "done":
        if following:
            runs.renew(scene.c, run.id, begun_again(scene, run))
        reopen(scene.c, kept, scene.now, again=(PERIOD,) if following else ())
    said = Tell(text(f"revise.{kept.status}", post=_post(kept), version=kept.version))
    return Granted([said], kept.run_id, _taken_back(scene, kept) if kept.status == "submitted" else [])


def begun_again(scene: Scene, run: runs.Run) -> Mapping[str, Any]:
    """What an interview is begun with that is begun today, so that it offers the periods to come."""
    header: Header = codec(Header).validate_python(run.header)
    fiscal_start = people.organisation_of(scene.c, scene.person.organisation_id).fiscal_start
    renewed: Mapping[str, Any] = codec(Header).dump_python(
        replace(header, began=scene.today, fiscal_start=fiscal_start), mode="json"
    )
    return renewed


def present(scene: Scene, kept: PlanVersion) -> Present:
    """A version as it is shown, with its audit, which says who is not known of those whom it names."""
    findings = codec(tuple[Finding, ...]).validate_python(kept.audit)
    return Present(plan_of(kept), with_unbound(findings, [one.name for one in meant.unbound(scene.c, kept)]))


def plan_of(kept: PlanVersion) -> Plan:
    """The plan that a version holds."""
    return plan_from_json(kept.content)


def remarks_of(decision: Decision) -> tuple[Remark, ...]:
    """The remarks of a decision."""
    return tuple(codec(tuple[Remark, ...]).validate_python(decision.remarks))


def note_look(scene: Scene, kept: PlanVersion) -> None:
    """Have a look of HR at what a manager wrote for those who hold a post on record."""
    scene.note(kept, "plan", kept.person_id, *holders.ever_held(scene.c, kept.plan_id))


def _concerning(scene: Scene) -> Iterator[PlanVersion]:
    """The person's own plans, those whose post they hold, those they review."""
    if "manager" in scene.roles:
        yield from plans.plans_of(scene.c, scene.person.id)
    if "employee" in scene.roles:
        held = (plans.approved(scene.c, id) for id in holders.held_by(scene.c, scene.person.id))
        yield from (one for one in held if one)
    if "hr" in scene.roles:
        yield from plans.submitted_in(scene.c, scene.person.organisation_id, LISTED * 5, scene.scope)


def _line(scene: Scene, kept: PlanVersion) -> Text:
    line = text(
        "plans.line",
        id=str(kept.plan_id),
        post=_post(kept),
        period=plan_of(kept).period,
        version=kept.version,
        status=_status(kept.status),
    )
    if kept.person_id == scene.person.id:
        return line
    return text("plans.line.of", line=line, manager=people.person_of(scene.c, kept.person_id).name)


def _open(scene: Scene, newest: PlanVersion) -> Granted:
    """A plan as it stands, with what was decided and what can be done."""
    visible = _visible(scene, newest)
    if not visible:
        return refused("plan.unknown", id=str(newest.plan_id))
    kept = visible[-1]
    note_look(scene, kept)
    noted = [
        text("plan.acknowledged", person=one.person, version=one.version, at=one.at.date().isoformat())
        for one in holders.acknowledgements(scene.c, kept.plan_id)
    ]
    lines = Lines((_line(scene, kept), *noted, *_holders(scene, kept)))
    actions = tuple(_actions(scene, kept, visible))
    return Granted([present(scene, kept), *_decided(scene, kept), Tell(text("plan.stands", lines=lines), actions)])


def _holders(scene: Scene, kept: PlanVersion) -> Iterator[Text]:
    """Who holds the post, for those who may give it to others: with how that is done."""
    if not (scene.owns(kept) or scene.reviews(kept)) or plans.approved(scene.c, kept.plan_id) is None:
        return
    id, names = str(kept.plan_id), holders.names(scene.c, kept.plan_id)
    yield text("plan.holders", names=names, id=id, first=names[0]) if names else text("plan.vacant", id=id)


def _decided(scene: Scene, kept: PlanVersion) -> Iterator[Reply]:
    """What was decided about a version, by whom and when."""
    for one in plans.decisions(scene.c, kept.plan_id):
        if one.version == kept.version:
            by, on = people.person_of(scene.c, one.person_id).name, one.at.date().isoformat()
            remarks = remarks_of(one)
            yield Tell(text(f"plan.{one.decision}", by=by, at=on, version=one.version))
            if remarks and (scene.owns(kept) or scene.reviews(kept)):
                yield Tell(text("plan.remarks", lines=remarked(plan_of(kept), remarks)))


def _visible(scene: Scene, kept: PlanVersion) -> tuple[PlanVersion, ...]:
    """The versions the person may read: a holder those that were approved, HR none that is still a draft."""
    every = plans.versions(scene.c, kept.plan_id)
    if scene.owns(kept):
        return every
    if scene.reviews(kept):
        return tuple(one for one in every if one.status != "draft")
    return tuple(one for one in every if one.status == "approved")


def _actions(scene: Scene, kept: PlanVersion, visible: tuple[PlanVersion, ...]) -> Iterator[Choice]:
    id = str(kept.plan_id)
    if scene.reviews(kept) and kept.status == "submitted":
        yield button(f"review:{id}", Text("plan.do.review"))
    if scene.owns(kept):
        yield button(f"revise:{id}", Text(f"plan.do.revise.{kept.status}"))
    if (scene.owns(kept) or scene.reviews(kept)) and plans.approved(scene.c, kept.plan_id):
        yield button(f"hold:{id}", Text("plan.do.hold"))
    if len(visible) > 1:
        yield button(f"compare:{id}", Text("plan.do.compare"))
    for one in visible[:-1][-LISTED:]:
        yield button(f"version:{id}.{one.version}", text("plan.do.version", version=one.version))


def _taken_back(scene: Scene, kept: PlanVersion) -> list[Notice]:
    said = Tell(text("taken_back", manager=scene.person.name, post=_post(kept)))
    everyone = people.overseers(scene.c, scene.person.organisation_id, {kept.content["department"]})
    return [Notice(one.id, (said,)) for one in everyone if one.id != scene.person.id]


def _status(status: str) -> Text:
    return text(f"views.status.{status}")


def _post(kept: PlanVersion) -> str:
    return str(kept.content["post"])
