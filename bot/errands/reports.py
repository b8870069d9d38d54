"""Reporting: what is due, and what is said of it (method.md 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import groupby

from bot.errands.confirmations import hand_over
from bot.posts import Posts
from bot.scene import Begin, Granted, Scene, button, is_id, refused, told
from dialogs.choices import Choice
from dialogs.report import Item, Reported, ReportHeader
from dialogs.steps import Tell
from kpi.evidence import File
from kpi.period import Span
from kpi.scores import attainment
from locales.text import Text, text
from storage import people, reports
from storage.reports import Due

LISTED = 20
"""Reports with buttons in one message."""


def report(scene: Scene, argument: str) -> Granted:
    """Ask for what is due, or for some of it again ("12-13"); offer other dates, and what can still be corrected.

    What is over and not due yet is asked for where nothing else is, and else offered.
    """
    mine = reports.open_from(scene.c, scene.person.id, scene.now)
    if argument:
        ids = set(filter(is_id, argument.split("-")))
        chosen = [one for one in mine if str(one.id) in ids]
        return Granted(go=begin(scene, chosen)) if chosen else refused("report.unknown")
    due, early = (_waiting(one for one in mine if (one.due_on <= scene.today) is is_due) for is_due in (True, False))
    posts, (first, *others) = Posts(scene.c), [*due, *early] or [[]]
    choices = [_date(posts, group) for group in others]
    choices += [correction(posts, one) for one in mine if one.report and not _disputed(one)]
    if not first:
        return told("report.correct", *choices[:LISTED]) if choices else told("report.none")
    besides = [Tell(text("report.besides"), tuple(choices[:LISTED]))] if choices else []
    return Granted([*besides], begin(scene, first))


def to_report(scene: Scene, after: Due | None = None) -> Begin | None:
    """The interview about what the person has to report of one post, the newest first; what comes `after` is older.

    Of several open dates of an indicator each has its own, so that it is plain which a figure is for.
    """
    mine = reports.open_from(scene.c, scene.person.id, scene.now)
    groups = _waiting(one for one in mine if one.due_on <= scene.today)
    left = [group for group in groups if after is None or _place(group[0]) > _place(after)]
    return begin(scene, left[0]) if left else None


def _waiting(mine: Iterable[Due]) -> list[list[Due]]:
    """What was not reported yet, or was disputed, of each post and day; days of other indicators are put together."""
    waiting = [[one for one in group if one.report is None or _disputed(one)] for group in _together(mine)]
    return sorted((group for group in waiting if group), key=lambda group: _place(group[0]))


def _together(mine: Iterable[Due]) -> list[list[Due]]:
    """What is open of each post, the newest first: one day after the other, until an indicator comes again."""
    groups = list[list[Due]]()
    by_day = groupby(sorted(mine, key=lambda one: (one.plan_id, *_place(one))), key=_place)
    for day in (list(dues) for _, dues in by_day):
        known = {_what(one) for one in groups[-1]} if groups else set()
        if groups and groups[-1][0].plan_id == day[0].plan_id and known.isdisjoint(map(_what, day)):
            groups[-1] += day
        else:
            groups.append(day)
    return groups


def _what(one: Due) -> tuple[int, int]:
    """Whose figure of what."""
    return one.indicator_id, one.person_id


def _place(one: Due) -> tuple[int, int]:
    """Where a date of a post stands among all others: the newest first."""
    return -one.due_on.toordinal(), one.plan_id


def _disputed(one: Due) -> bool:
    return one.report is not None and one.report.verdict == "disputed"


def reported(scene: Scene, done: Reported, given: datetime) -> Granted:
    """Keep figures and judgements as of when they were given, have them confirmed, go on with what is due longer."""
    posts, granted, kept = Posts(scene.c), Granted(), []
    asked = reports.dues(scene.c, done.asked)
    done = _with_what_stands(done, asked)
    figures, judgements = dict(done.figures), dict(done.judgements)
    for one in (one for one in asked if one.id in figures or one.id in judgements):
        indicator, value, seen = posts.indicator(one), figures.get(one.id), judgements.get(one.id)
        if one.closes <= given or one.reporter_id != scene.person.id:
            granted.replies.append(Tell(text("reported.closed", name=indicator.name)))
            continue
        note, files = _additions(scene, one, (value, seen), done)
        reports.keep(
            scene.c,
            one.id,
            scene.person.id,
            value=value,
            observed=seen,
            attained=attainment(indicator, value, seen),
            note=note,
            files=files,
            now=scene.now,
            given=given,
        )
        kept.append(one.id)
    if kept:
        hand_over(scene, posts, granted, reports.dues(scene.c, kept))
    else:
        stands = asked and all(one.report for one in asked)
        granted.replies.append(Tell(Text("reported.unchanged" if stands else "reported.nothing")))
    granted.go = to_report(scene, max(asked, key=_place)) if asked else None
    return granted


def _with_what_stands(done: Reported, asked: Iterable[Due]) -> Reported:
    """What was said, with the figures that stand where it is about a note or evidence alone: these go with them."""
    if done.figures or done.judgements or not (done.note or done.evidence or done.forgets):
        return done
    stand = [(one.id, one.report) for one in asked if one.report]
    figures = tuple((id, it.value) for id, it in stand if it.value is not None)
    judgements = tuple((id, it.observed) for id, it in stand if it.observed is not None)
    return replace(done, figures=figures, judgements=judgements)


def _additions(
    scene: Scene, one: Due, told: tuple[Decimal | None, tuple[str, ...] | None], done: Reported
) -> tuple[str | None, tuple[File, ...]]:
    """The note and evidence of a report: after those of the one before, where it says the same."""
    before = one.report
    if before is None or ((before.value, before.observed) != told and not done.keeps):
        return done.note, done.evidence
    files = reports.evidence_of(scene.c, [before.id]).get(before.id, ())
    notes = filter(None, (None if done.forgets else before.note, done.note))
    return "\n".join(notes) or None, tuple(dict.fromkeys((*files, *done.evidence)))


def begin(scene: Scene, dues: Sequence[Due]) -> Begin:
    """The interview about what is due."""
    posts = Posts(scene.c)
    scene.note_given(dues, "judge")
    items = tuple(item_of(scene, posts, one) for one in dues)
    newest = max((one.report.version for one in dues if one.report), default=0)
    subject = f"report/{'-'.join(str(one.id) for one in dues[:8])}/{newest}"
    plan, due = posts[dues[0].plan_id].plan, {one.indicator_id for one in dues}
    beside = tuple(one.name for one in plan.indicators if one.id not in due)
    return Begin("report", ReportHeader(plan.post, items, beside), subject)


def item_of(scene: Scene, posts: Posts, one: Due) -> Item:
    """What is due as its report asks for it."""
    disputed = one.report.reason if one.report and _disputed(one) else None
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
        one.report.value if one.report else None,
        stands=one.report is not None,
    )


def _date(posts: Posts, group: Sequence[Due]) -> Choice:
    first, ids = group[0], "-".join(str(one.id) for one in group)
    post, days = posts[first.plan_id].plan.post, Span(first.first, first.last)
    return button(f"report:{ids}", text("report.date", post=post, days=days))


def correction(posts: Posts, one: Due) -> Choice:
    """The button that asks for a figure again."""
    days = Span(one.first, one.last)
    return button(f"report:{one.id}", text("report.button", name=posts.indicator(one).name, days=days))
