"""Plans that nobody owns, with what waits in them: told to HR until somebody takes them over."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bot import rolls
from bot.errands.confirmations import receiver_of
from bot.posts import Posts
from bot.scene import Scene
from dialogs.steps import Tell
from locales.text import Lines, Text, text
from storage import corrective_notes, people, plans, reports, succession, unowned
from storage.people import Organisation
from storage.plans import PlanVersion

AGAIN = dt.timedelta(days=7)
"""After how long HR is told once more of what still nobody owns."""


@dataclass(frozen=True, slots=True)
class Unowned:
    """A plan that nobody owns, and how many reports and corrective notes wait in it."""

    kept: PlanVersion
    confirmations: int
    notes: int


def to_tell(c: Connection, organisation: Organisation, now: dt.datetime) -> list[int]:
    """The ids of those of HR who are to be told: of plans they do not know of yet, or of what still is so later."""
    ids = {one.plan_id: one for one in unowned.plans_in(c, organisation.id)}
    return [one.id for one in people.with_role(c, organisation.id, "hr") if ids and _is_due(c, one.id, set(ids), now)]


def found(scene: Scene) -> list[Unowned]:
    """What nobody owns of what the person sees as HR; a plan that is over counts while something waits in it."""
    c, posts = scene.c, Posts(scene.c)
    seen = [one for one in unowned.plans_in(c, scene.person.organisation_id) if _sees(scene, one)]
    every = [_counted(scene, posts, one) for one in seen]
    over = plans.over(c, [one.plan_id for one in seen], scene.today)
    return [one for one in every if one.kept.plan_id not in over or one.confirmations or one.notes]


def tell(scene: Scene, every: Sequence[Unowned]) -> Tell:
    """Say what nobody owns, with buttons that hand it over."""
    called = people.names(scene.c, {one.kept.person_id for one in every})
    lines = tuple(_line(one, called[one.kept.person_id]) for one in every[: rolls.LISTED])
    choices = tuple(rolls.move(one.kept) for one in every[: rolls.LISTED])
    return Tell(text("told.unowned", n=len(every), lines=Lines(lines)), choices)


def is_due(scene: Scene, every: Sequence[Unowned]) -> bool:
    """Whether the person is to be told of what nobody owns now."""
    return bool(every) and _is_due(scene.c, scene.person.id, {one.kept.plan_id for one in every}, scene.now)


def _is_due(c: Connection, person_id: int, plan_ids: set[int], now: dt.datetime) -> bool:
    before = unowned.told(c, person_id)
    return before is None or before[0] + AGAIN <= now or not plan_ids <= before[1]


def _sees(scene: Scene, kept: PlanVersion) -> bool:
    return people.sees(scene.scope, {succession.department_of(scene.c, kept)})


def _counted(scene: Scene, posts: Posts, kept: PlanVersion) -> Unowned:
    waiting = reports.found(scene.c, reports.unconfirmed(scene.person.organisation_id) & reports.of(kept.plan_id))
    nobodys = [one for one in waiting if receiver_of(posts, one) == kept.person_id]
    return Unowned(kept, len(nobodys), len(corrective_notes.open_of_plan(scene.c, kept.plan_id)))


def _line(one: Unowned, former: str) -> Text:
    return text(
        "unowned.line",
        id=str(one.kept.plan_id),
        post=str(one.kept.content["post"]),
        former=former,
        confirmations=str(one.confirmations),
        notes=str(one.notes),
    )
