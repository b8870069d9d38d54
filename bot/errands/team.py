"""A manager's people at a glance: who has reported, who is late, which indicators fall short, what is done about it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from bot.digest import LEAST
from bot.errands import corrective, proposals
from bot.posts import Posts
from bot.progress import progress_of
from bot.scene import Granted, Scene, button, refused, told
from dialogs.choices import Choice
from dialogs.standing import amount
from kpi.progress import Progress, Row, by_standards
from locales.text import Lines, Text, text
from storage import corrective_notes, holders, plans
from storage.corrective_notes import CorrectiveNote
from storage.proposals import Proposal
from storage.proposals import waiting as waiting_proposals

LISTED = 40
"""Buttons in one message."""


def team(scene: Scene, _: str) -> Granted:
    """Holder by holder of each post of the manager; notes and proposals that are open."""
    if "manager" not in scene.roles:
        return refused("only.manager")
    kept = [one for one in plans.plans_of(scene.c, scene.person.id) if plans.approved(scene.c, one.plan_id)]
    shown = [progress_of(scene.c, one, scene.now) for one in kept]
    if not shown:
        return told("team.none")
    posts, notes = Posts(scene.c), corrective_notes.open_of(scene.c, scene.person.id)
    made = waiting_proposals(scene.c, scene.person.id)
    lines = Lines(tuple(line for one in shown for line in _post(scene, posts, one, notes, made)))
    choices = [
        *(button(f"progress:{one.plan_id}", text("report.post", post=one.post, id=str(one.plan_id))) for one in shown),
        *corrective.buttons(scene, posts, notes),
        *(proposals.to_show(scene, one) for one in made),
        *{choice.id: choice for one in shown for choice in _to_propose(one)}.values(),
    ]
    return told("team.list", *choices[:LISTED], lines=lines)


def _post(
    scene: Scene, posts: Posts, shown: Progress, notes: Sequence[CorrectiveNote], made: Sequence[Proposal]
) -> Iterator[Text]:
    held = holders.names(scene.c, shown.plan_id)
    for holder in sorted({*held} - {row.holder for row in shown.rows}):
        yield text("team.new", post=shown.post, holder=holder)
    if not held:
        yield text("team.vacant", post=shown.post)
    for holder, group in groupby(shown.rows, lambda row: row.holder):
        rows = list(group)
        reported = sum(row.reported_at is not None for row in rows)
        missing = sum(row.reported_at is None and row.closed for row in rows)
        late = sum(row.missing for row in rows) - missing
        yield text(
            "team.line",
            post=shown.post,
            holder=holder if holder in held else text("team.former", holder=holder),
            reported=Decimal(reported),
            due=Decimal(len(rows)),
            late=Decimal(late),
            missing=Decimal(missing),
        )
        yield from _owed_by_others(holder, rows)
        yield from map(_short, _falling_short(rows))
        yield from (text("team.easy", name=row.indicator.name) for row in _always_outstanding(rows))
    yield from (corrective.line(scene, posts, one) for one in notes if one.plan_id == shown.plan_id)
    yield from (proposals.line(scene, one) for one in made if one.plan_id == shown.plan_id)


def _owed_by_others(holder: str, rows: Sequence[Row]) -> Iterator[Text]:
    """Who besides the holder owes what is overdue or missing: judges, with what they are to judge."""
    owed = dict[str, dict[str, None]]()
    for row in rows:
        if row.missing and row.asked and row.asked != holder:
            owed.setdefault(row.asked, {})[row.indicator.name] = None
    for judge, names in owed.items():
        yield text("team.judge", judge=judge, names=tuple(names))


def _short(newest: Row) -> Text:
    indicator = newest.indicator
    figure = amount(indicator, newest.value) if newest.value is not None else newest.observed or ()
    line = text("team.short", name=indicator.name, figure=figure, basic=indicator.basic)
    return text("progress.line.disputed", line=line) if newest.verdict == "disputed" else line


def _to_propose(shown: Progress) -> Iterator[Choice]:
    """Buttons that propose another standard, where one falls short or is always at outstanding."""
    for _, group in groupby(shown.rows, lambda row: row.holder):
        rows = list(group)
        for row in (*_falling_short(rows), *_always_outstanding(rows)):
            wish = f"propose:{shown.plan_id}.{row.indicator.id}"
            yield button(wish, text("propose.button", name=row.indicator.name))


def _falling_short(rows: Sequence[Row]) -> Iterator[Row]:
    """The newest figures of a holder that miss the basic standard."""
    for reported in _by_indicator(rows):
        attained = reported[-1].attainment
        if attained and attained.met is False:
            yield reported[-1]


def _always_outstanding(rows: Sequence[Row]) -> Iterator[Row]:
    """The newest figures of a holder's indicators that were at outstanding each time."""
    for every in _by_indicator(rows):
        reported = by_standards(every)[-1]
        if len(reported) >= LEAST and all(row.attainment and row.attainment.excelled for row in reported):
            yield reported[-1]


def _by_indicator(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """What a holder reported, indicator by indicator."""
    for _, group in groupby(rows, lambda row: row.indicator.id):
        if reported := [row for row in group if row.reported_at]:
            yield reported
