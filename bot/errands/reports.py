"""Reporting: what is due, what was reported, confirming and disputing it (method.md 5)."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from bot.errands.corrective import missed
from bot.posts import Posts
from bot.scene import Begin, Granted, Notice, Scene, button, is_id, refused, told
from dialogs.questions import Choice
from dialogs.report import Concluded, ConfirmHeader, Item, Received, Reported, ReportHeader
from dialogs.steps import Tell
from kpi.plan import Indicator, When
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
    """The interview about what the person has to report of one post: the one whose figures are due longest."""
    mine = reports.open_from(scene.c, scene.person.id, scene.now) if mine is None else mine
    waiting = [one for one in mine if one.report is None or one.report.verdict == "disputed"]
    return _begin(scene, [one for one in waiting if one.plan_id == waiting[0].plan_id]) if waiting else None


def reported(scene: Scene, done: Reported) -> Granted:
    """Keep figures and judgements, and ask their receivers to confirm them."""
    posts, granted, kept = Posts(scene.c), Granted(), []
    figures, judgements = dict(done.figures), dict(done.judgements)
    for one in reports.dues(scene.c, [*figures, *judgements]):
        indicator, value, seen = _indicator(posts, one), figures.get(one.id), judgements.get(one.id)
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
        kept.append(one)
    if not kept:
        granted.replies.append(Tell(Text("reported.nothing")))
        return granted
    receivers = [receiver_of(scene, posts, one) for one in kept]
    names = tuple(dict.fromkeys(people.person_of(scene.c, id).name for id in receivers))
    granted.replies.append(Tell(text("reported", receiver=names)))
    days = people.organisation_of(scene.c, scene.person.organisation_id).confirm_days
    said = text("told.reported", reporter=scene.person.name, post=posts[kept[0].plan_id].plan.post, days=days)
    offer = button("confirm", Text("do.confirm"))
    granted.notices += [Notice(receiver, (Tell(said),), offer=(offer,)) for receiver in sorted(set(receivers))]
    return granted


def confirm(scene: Scene, _: str) -> Granted:
    """Show what waits for the person to confirm, report by report of one person and post."""
    begin = to_confirm(scene)
    return Granted(go=begin) if begin else told("confirm.none")


def to_confirm(scene: Scene) -> Begin | None:
    """The interview about what somebody reported to the person: of one reporter and one post, the oldest first."""
    posts = Posts(scene.c)
    waiting = _received_by(scene, posts)
    if not waiting:
        return None
    first = waiting[0]
    received = tuple(_received(scene, posts, one) for one in waiting if _by_reporter(one) == _by_reporter(first))
    reporter = people.person_of(scene.c, _reporter(first)).name
    newest = max(one.report_id for one in received)
    return Begin("confirm", ConfirmHeader(reporter, posts[first.plan_id].plan.post, received), f"confirm/{newest}")


def concluded(scene: Scene, said: Concluded) -> Granted:
    """Keep what was confirmed and disputed, and tell the reporters."""
    posts = Posts(scene.c)
    waiting = {one.report.id: one for one in _received_by(scene, posts) if one.report}
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
    for reporter, group in by_reporter(confirmed):
        it = text("told.confirmed", receiver=scene.person.name, post=posts[group[0].plan_id].plan.post)
        granted.notices.append(Notice(reporter, (Tell(it),)))
        for notice in missed(scene, posts, group):
            if notice.person_id == scene.person.id:
                granted.replies += notice.replies
            else:
                granted.notices.append(notice)
    for reporter, group in by_reporter(disputed):
        names = tuple(_indicator(posts, one).name for one in group)
        it = text("told.disputed", receiver=scene.person.name, names=names, reason=said.reason or "")
        granted.notices.append(Notice(reporter, (Tell(it),), offer=(button("report", Text("do.correct")),)))
    granted.go = to_confirm(scene)
    return granted


def receiver_of(scene: Scene, posts: Posts, one: Due) -> int:
    """The id of who receives a figure: whom the tracking plan names, where they are known; else the manager."""
    receiver = _indicator(posts, one).tracking.receiver
    named = people.named(scene.c, scene.person.organisation_id, receiver) if receiver else None
    return named.id if named and named.id != one.reporter_id else posts[one.plan_id].manager_id


def _received_by(scene: Scene, posts: Posts) -> list[Due]:
    """What waits for the person to confirm."""
    waiting = reports.unconfirmed(scene.c, scene.person.organisation_id)
    return [one for one in waiting if receiver_of(scene, posts, one) == scene.person.id]


def by_reporter(done: Iterable[Due]) -> Iterator[tuple[int, list[Due]]]:
    """Reports by who made them and of which post."""
    for (reporter, _), group in groupby(sorted(done, key=_by_reporter), key=_by_reporter):
        yield reporter, list(group)


def _by_reporter(one: Due) -> tuple[int, int]:
    return _reporter(one), one.plan_id


def _reporter(one: Due) -> int:
    return one.report.person_id if one.report else one.reporter_id


def _begin(scene: Scene, dues: Sequence[Due]) -> Begin:
    posts = Posts(scene.c)
    items = tuple(_item(scene, posts, one) for one in dues)
    newest = max((one.report.version for one in dues if one.report), default=0)
    subject = f"report/{'-'.join(str(one.id) for one in dues[:8])}/{newest}"
    return Begin("report", ReportHeader(posts[dues[0].plan_id].plan.post, items), subject)


def _item(scene: Scene, posts: Posts, one: Due) -> Item:
    disputed = one.report.reason if one.report and one.report.verdict == "disputed" else None
    holder = people.person_of(scene.c, one.person_id).name if one.person_id != one.reporter_id else None
    return Item(one.id, _indicator(posts, one), one.last.isoformat(), holder, _before(scene, one), disputed)


def _received(scene: Scene, posts: Posts, one: Due) -> Received:
    assert one.report is not None  # noqa: S101 - only what was reported waits to be confirmed
    it = one.report
    return Received(
        it.id,
        _indicator(posts, one),
        one.last.isoformat(),
        it.value,
        it.observed,
        _before(scene, one),
        it.note,
        reports.evidence_of(scene.c, [it.id]).get(it.id, ()),
    )


def _before(scene: Scene, one: Due) -> Decimal | None:
    earlier = reports.before(scene.c, one)
    return earlier.report.value if earlier and earlier.report else None


def _correction(posts: Posts, one: Due) -> Choice:
    last = When("", one.last.isoformat())
    return button(f"report:{one.id}", text("report.button", name=_indicator(posts, one).name, last=last))


def _indicator(posts: Posts, one: Due) -> Indicator:
    return posts[one.plan_id].indicator(one)
