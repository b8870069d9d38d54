"""Reporting: what is due, and what is said of it (method.md 5)."""

from collections.abc import Sequence

from bot.errands.confirmations import hand_over
from bot.posts import Posts
from bot.scene import Begin, Granted, Scene, button, is_id, refused, told
from dialogs.questions import Choice
from dialogs.report import Item, Reported, ReportHeader
from dialogs.steps import Tell
from kpi.plan import When
from kpi.scores import attain, judge
from locales.text import Text, text
from storage import people, reports
from storage.reports import Due

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
    posts = Posts(scene.c)
    return told("report.correct", *(_correction(posts, one) for one in known[:LISTED]))


def to_report(scene: Scene, mine: Sequence[Due] | None = None) -> Begin | None:
    """The interview about what the person has to report of one post: the one whose figures are due longest.

    Of several open dates of an indicator only the first is asked about, so that it is plain which a figure is for.
    """
    mine = reports.open_from(scene.c, scene.person.id, scene.now) if mine is None else mine
    waiting = [one for one in mine if one.report is None or one.report.verdict == "disputed"]
    first = {(one.indicator_id, one.person_id): one for one in reversed(waiting) if one.plan_id == waiting[0].plan_id}
    return _begin(scene, [one for one in waiting if one in first.values()]) if waiting else None


def reported(scene: Scene, done: Reported) -> Granted:
    """Keep figures and judgements, and ask their receivers to confirm them."""
    posts, granted, kept = Posts(scene.c), Granted(), []
    figures, judgements = dict(done.figures), dict(done.judgements)
    for one in reports.dues(scene.c, [*figures, *judgements]):
        indicator, value, seen = posts.indicator(one), figures.get(one.id), judgements.get(one.id)
        if one.closes <= scene.now or one.reporter_id != scene.person.id:
            granted.replies.append(Tell(text("reported.closed", name=indicator.name)))
            continue
        attained = attain(indicator, value) if value is not None else judge(indicator, seen or ())
        reports.keep(
            scene.c,
            one.id,
            scene.person.id,
            value=value,
            observed=seen,
            attained=attained,
            note=done.note,
            files=done.evidence,
            now=scene.now,
        )
        kept.append(one.id)
    if not kept:
        granted.replies.append(Tell(Text("reported.nothing")))
        return granted
    hand_over(scene, posts, granted, reports.dues(scene.c, kept))
    granted.go = to_report(scene)
    return granted


def _begin(scene: Scene, dues: Sequence[Due]) -> Begin:
    posts = Posts(scene.c)
    items = tuple(_item(scene, posts, one) for one in dues)
    newest = max((one.report.version for one in dues if one.report), default=0)
    subject = f"report/{'-'.join(str(one.id) for one in dues[:8])}/{newest}"
    plan, due = posts[dues[0].plan_id].plan, {one.indicator_id for one in dues}
    beside = tuple(one.name for one in plan.indicators if one.id not in due)
    return Begin("report", ReportHeader(plan.post, items, beside), subject)


def _item(scene: Scene, posts: Posts, one: Due) -> Item:
    disputed = one.report.reason if one.report and one.report.verdict == "disputed" else None
    holder = people.person_of(scene.c, one.person_id).name if one.person_id != one.reporter_id else None
    return Item(
        one.id,
        posts.indicator(one),
        one.last.isoformat(),
        holder,
        reports.figure_before(scene.c, one),
        disputed,
        one.first.isoformat(),
        one.due_on.isoformat(),
    )


def _correction(posts: Posts, one: Due) -> Choice:
    last = When("", one.last.isoformat())
    return button(f"report:{one.id}", text("report.button", name=posts.indicator(one).name, last=last))
