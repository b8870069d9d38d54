"""Reporting: what is due, what was reported, confirming and disputing it (method.md 5)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from bot.scene import Begin, Granted, Notice, Scene, button, is_id, refused, told
from dialogs.questions import Choice
from dialogs.report import Concluded, ConfirmHeader, Item, Received, Reported, ReportHeader
from dialogs.steps import Tell
from kpi.plan import Indicator, Plan, When
from kpi.scores import attain, judge
from locales.text import Text, text
from storage import people, plans, reports
from storage.plans import PlanVersion
from storage.reports import Due
from storage.values import plan_from_json

LISTED = 20
"""Reports with buttons in one message."""


def report(scene: Scene, argument: str) -> Granted:
    """Ask for what is due, or for one report again ("12"); else offer what can still be corrected."""
    mine = reports.open_from(scene.c, scene.person.id, scene.now)
    if argument:
        chosen = [one for one in mine if is_id(argument) and one.id == int(argument)]
        return Granted(go=_begin(scene, chosen)) if chosen else refused("report.unknown")
    if waiting := to_report(scene, mine):
        return Granted(go=waiting)
    known = [one for one in mine if one.report]
    if not known:
        return told("report.none")
    return told("report.correct", *(_correction(scene, one) for one in known[:LISTED]))


def to_report(scene: Scene, mine: Sequence[Due] | None = None) -> Begin | None:
    """The interview about what the person has to report of one post: the one whose figures are due longest."""
    mine = reports.open_from(scene.c, scene.person.id, scene.now) if mine is None else mine
    waiting = [one for one in mine if one.report is None or one.report.verdict == "disputed"]
    return _begin(scene, [one for one in waiting if one.plan_id == waiting[0].plan_id]) if waiting else None


def reported(scene: Scene, done: Reported) -> Granted:
    """Keep figures and judgements, and ask their receivers to confirm them."""
    dues = {one.id: one for one in reports.dues(scene.c, [id for id, _ in (*done.figures, *done.judgements)])}
    granted, kept, by = Granted(), [], scene.person.id
    for id, value in done.figures:
        if _still_open(scene, dues[id], granted):
            attained = attain(_indicator(scene, dues[id]), value)
            reports.keep(scene.c, id, by, value=value, attained=attained, note=done.note, now=scene.now)
            kept.append(dues[id])
    for id, seen in done.judgements:
        if _still_open(scene, dues[id], granted):
            attained = judge(_indicator(scene, dues[id]), seen)
            reports.keep(scene.c, id, by, observed=seen, attained=attained, note=done.note, now=scene.now)
            kept.append(dues[id])
    if not kept:
        granted.replies.append(Tell(Text("reported.nothing")))
        return granted
    receivers = {one.id: receiver_of(scene, one) for one in kept}
    names = tuple(dict.fromkeys(people.person_of(scene.c, id).name for id in receivers.values()))
    granted.replies.append(Tell(text("reported", receiver=names)))
    days = people.organisation_of(scene.c, scene.person.organisation_id).confirm_days
    said = text("told.reported", reporter=scene.person.name, post=_plan(scene, kept[0]).post, days=days)
    offer = button("confirm", Text("do.confirm"))
    granted.notices += [Notice(receiver, (Tell(said),), offer=(offer,)) for receiver in sorted(set(receivers.values()))]
    return granted


def confirm(scene: Scene, _: str) -> Granted:
    """Show what waits for the person to confirm, report by report of one person and post."""
    begin = to_confirm(scene)
    return Granted(go=begin) if begin else told("confirm.none")


def to_confirm(scene: Scene) -> Begin | None:
    """The interview about what somebody reported to the person: of one reporter and one post, the oldest first."""
    waiting = [
        one
        for one in reports.unconfirmed(scene.c, scene.person.organisation_id)
        if receiver_of(scene, one) == scene.person.id
    ]
    if not waiting:
        return None
    first = waiting[0]
    together = [one for one in waiting if (one.plan_id, _reporter(one)) == (first.plan_id, _reporter(first))]
    reporter = people.person_of(scene.c, _reporter(first)).name
    received = tuple(_received(scene, one) for one in together)
    newest = max(one.report_id for one in received)
    return Begin("confirm", ConfirmHeader(reporter, _plan(scene, first).post, received), f"confirm/{newest}")


def concluded(scene: Scene, said: Concluded) -> Granted:
    """Keep what was confirmed and disputed, and tell the reporters."""
    by_report = {one.report.id: one for one in reports.unconfirmed(scene.c, scene.person.organisation_id) if one.report}
    waiting = {id: one for id, one in by_report.items() if receiver_of(scene, one) == scene.person.id}
    by: dict[str, Any] = {"person_id": scene.person.id, "now": scene.now}
    confirmed = [
        one for id, one in waiting.items() if id in said.confirmed and reports.conclude(scene.c, id, "confirmed", **by)
    ]
    disputed = [
        one
        for id, one in waiting.items()
        if id in said.disputed and reports.conclude(scene.c, id, "disputed", reason=said.reason, **by)
    ]
    if not confirmed and not disputed:
        return told("concluded.before")
    granted = told("concluded")
    granted.notices += [*_confirmed(scene, confirmed), *_disputed(scene, disputed, said.reason or "")]
    granted.go = to_confirm(scene)
    return granted


def receiver_of(scene: Scene, one: Due) -> int:
    """The id of who receives a figure: whom the tracking plan names, where they are known; else the manager."""
    kept = _kept(scene, one)
    receiver = _indicator(scene, one).tracking.receiver
    named = people.named(scene.c, people.person_of(scene.c, kept.person_id).organisation_id, receiver or "")
    return named.id if named and named.id != one.reporter_id else kept.person_id


def post_of(scene: Scene, one: Due) -> str:
    """The post something is due of."""
    return _plan(scene, one).post


def _still_open(scene: Scene, one: Due, granted: Granted) -> bool:
    if one.closes > scene.now and one.reporter_id == scene.person.id:
        return True
    granted.replies.append(Tell(text("reported.closed", name=_indicator(scene, one).name)))
    return False


def _confirmed(scene: Scene, done: Sequence[Due]) -> Iterable[Notice]:
    for (reporter, _), group in groupby(sorted(done, key=_by_reporter), key=_by_reporter):
        said = text("told.confirmed", receiver=scene.person.name, post=_plan(scene, next(group)).post)
        yield Notice(reporter, (Tell(said),))


def _disputed(scene: Scene, done: Sequence[Due], reason: str) -> Iterable[Notice]:
    for (reporter, _), group in groupby(sorted(done, key=_by_reporter), key=_by_reporter):
        names = tuple(_indicator(scene, one).name for one in group)
        said = text("told.disputed", receiver=scene.person.name, names=names, reason=reason)
        yield Notice(reporter, (Tell(said),), offer=(button("report", Text("do.correct")),))


def _by_reporter(one: Due) -> tuple[int, int]:
    return _reporter(one), one.plan_id


def _reporter(one: Due) -> int:
    return one.report.person_id if one.report else one.reporter_id


def _begin(scene: Scene, dues: Sequence[Due]) -> Begin:
    items = tuple(_item(scene, one) for one in dues)
    newest = max((one.report.version for one in dues if one.report), default=0)
    subject = f"report/{'-'.join(str(one.id) for one in dues[:8])}/{newest}"
    return Begin("report", ReportHeader(_plan(scene, dues[0]).post, items), subject)


def _item(scene: Scene, one: Due) -> Item:
    disputed = one.report.reason if one.report and one.report.verdict == "disputed" else None
    holder = people.person_of(scene.c, one.person_id).name if one.person_id != one.reporter_id else None
    return Item(one.id, _indicator(scene, one), one.last.isoformat(), holder, _before(scene, one), disputed)


def _received(scene: Scene, one: Due) -> Received:
    assert one.report is not None  # noqa: S101 - only what was reported waits to be confirmed
    it = one.report
    return Received(
        it.id, _indicator(scene, one), one.last.isoformat(), it.value, it.observed, _before(scene, one), it.note
    )


def _before(scene: Scene, one: Due) -> Decimal | None:
    earlier = reports.before(scene.c, one)
    return earlier.report.value if earlier and earlier.report else None


def _correction(scene: Scene, one: Due) -> Choice:
    last = When("", one.last.isoformat())
    return button(f"report:{one.id}", text("report.button", name=_indicator(scene, one).name, last=last))


def _kept(scene: Scene, one: Due) -> PlanVersion:
    kept = plans.approved(scene.c, one.plan_id)
    assert kept is not None  # noqa: S101 - nothing is due of a plan that was never approved
    return kept


def _plan(scene: Scene, one: Due) -> Plan:
    return plan_from_json(_kept(scene, one).content)


def _indicator(scene: Scene, one: Due) -> Indicator:
    """The indicator in the newest approved version that has it."""
    for kept in reversed(plans.versions(scene.c, one.plan_id)):
        if kept.status == "approved":
            for indicator in plan_from_json(kept.content).indicators:
                if indicator.id == one.indicator_id:
                    return indicator
    raise LookupError(f"plan {one.plan_id} never had an indicator {one.indicator_id}")
