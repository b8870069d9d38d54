"""A manager's people at a glance: who has reported, who is late, which indicators fall short."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from bot.progress import progress_of
from bot.scene import Granted, Scene, button, refused, told
from dialogs.standing import amount
from kpi.progress import Progress, Row
from locales.text import Lines, Text, text
from storage import plans


def team(scene: Scene, _: str) -> Granted:
    """Holder by holder of each post of the manager."""
    if "manager" not in scene.roles:
        return refused("only.manager")
    kept = [one for one in plans.plans_of(scene.c, scene.person.id) if plans.approved(scene.c, one.plan_id)]
    shown = [progress_of(scene.c, one) for one in kept]
    if not shown:
        return told("team.none")
    lines = Lines(tuple(line for one in shown for line in _post(one, scene)))
    choices = (
        button(f"progress:{one.plan_id}", text("report.post", post=one.post, id=str(one.plan_id))) for one in shown
    )
    return told("team.list", *choices, lines=lines)


def _post(shown: Progress, scene: Scene) -> Iterator[Text]:
    today = scene.today
    if not shown.rows:
        yield text("team.nothing", post=shown.post)
    for holder, group in groupby(shown.rows, lambda row: row.holder):
        rows = list(group)
        late = sum(row.reported_at is None and row.due_on < today for row in rows)
        reported = sum(row.reported_at is not None for row in rows)
        yield text(
            "team.line",
            post=shown.post,
            holder=holder,
            reported=Decimal(reported),
            due=Decimal(len(rows)),
            late=Decimal(late),
        )
        yield from _short(rows)


def _short(rows: list[Row]) -> Iterator[Text]:
    """The indicators whose newest figure misses the basic standard."""
    for _, group in groupby(rows, lambda row: row.indicator.id):
        newest = next((row for row in reversed(list(group)) if row.reported_at), None)
        attained = newest.attainment if newest else None
        if newest and attained and attained.met is False:
            figure = amount(newest.indicator, newest.value) if newest.value is not None else newest.observed or ()
            yield text("team.short", name=newest.indicator.name, figure=figure, basic=newest.indicator.basic)
