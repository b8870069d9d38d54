"""The tracking table of a post and its history, for who holds it, its manager and HR (method.md 5, 6)."""

import re
from collections.abc import Callable, Iterator

from bot.errands.corrective import line
from bot.errands.post_list import post_list
from bot.posts import Posts
from bot.progress import mixed_progress
from bot.scene import Granted, Scene, button, refused, told
from bot.views.history_text import history_text, score_text
from dialogs.evidence import exhibit
from dialogs.steps import Follow, Tell
from kpi.explanation import explained
from kpi.progress import Progress
from locales.text import Lines, Text, text
from storage import corrective_notes, holders, people, plans, reports
from storage.plans import PlanVersion

LISTED = 20
"""Holders with buttons in one message."""
_YEAR = re.compile(r"20[0-9]{2}")
FILES = 10
"""Photos and files shown at one go."""


def progress(scene: Scene, argument: str) -> Granted:
    """The tracking table of the plan of an id, or of the only one; else the posts to choose from.

    A year behind it leaves out all others ("12 2026").
    """
    id, year = _in_year(argument)
    found = _chosen(scene, id, "progress")
    if isinstance(found, Granted):
        return found
    shown = _read(scene, found, None if _sees_all(scene, found) else scene.person.id, "progress", year)
    held = holders.names(scene.c, found.plan_id)
    former = tuple(one.holder for one in shown.scores if one.holder not in held)
    return Granted([Follow(shown, former), *_notes(scene, found)])


def history(scene: Scene, argument: str) -> Granted:
    """How a score comes about ("12", "12 Mia" where several hold the post), or all reports of an indicator ("12.3").

    A year behind it leaves out all others ("12 Mia 2026").
    """
    which, year = _in_year(argument)
    id, indicator, name = _parts(which)
    found = _chosen(scene, id, "history")
    if isinstance(found, Granted):
        return found
    names = _holders(scene, found)
    meant = [id for id, known in names.items() if name in {"", known}]
    if len(meant) == 1:
        return _explain(scene, _read(scene, found, meant[0], "history", year), indicator)
    behind = f" {year}" if year else ""
    choices = (
        button(f"history:{found.plan_id} {known}{behind}", text("progress.holder", holder=known))
        for known in names.values()
    )
    return told("history.whose" if names else "history.none", *list(choices)[:LISTED], post=str(found.content["post"]))


def evidence(scene: Scene, argument: str) -> Granted:
    """The newest photos and files that go with an indicator's reports by a holder ("12.3 Mia"), as in the history."""
    id, indicator, name = _parts(argument)
    found = _chosen(scene, id, "history")
    if isinstance(found, Granted):
        return found
    meant = [id for id, known in _holders(scene, found).items() if name in {"", known}]
    rows = _read(scene, found, meant[0], "evidence", None).rows if len(meant) == 1 else ()
    reported = [(row, one) for row in rows if str(row.indicator.id) == indicator for one in row.versions]
    shown = [exhibit(file, one.reporter, row.indicator.name) for row, one in reported for file in one.evidence]
    return Granted([*shown[-FILES:]]) if shown else told("evidence.none")


def _in_year(argument: str) -> tuple[str, int | None]:
    """What is asked for without the year behind it, and that year; "#2026" is the plan of that number."""
    before, _, last = argument.rpartition(" ")
    return (before.strip(), int(last)) if _YEAR.fullmatch(last) else (argument, None)


def _parts(argument: str) -> tuple[str, str, str]:
    """The plan, the indicator and the holder that "12.3 Mia" names."""
    which, _, name = argument.partition(" ")
    id, _, indicator = which.partition(".")
    return id, indicator, name.strip()


def _holders(scene: Scene, kept: PlanVersion) -> dict[int, str]:
    """Everybody who holds or held a post whose figures the person sees, by id, with their names."""
    held = holders.ever_held(scene.c, kept.plan_id) if _sees_all(scene, kept) else (scene.person.id,)
    names = people.names(scene.c, held)
    return {id: names[id] for id in held}


def _explain(scene: Scene, shown: Progress, indicator: str) -> Granted:
    """The score of the one holder of a table; the reports of an indicator where one is named."""
    if not shown.scores:
        return told("history.none", post=shown.post)
    it = explained(shown, shown.scores[0])
    holder, behind = it.scored.holder, f" {shown.year}" if shown.year else ""
    choices = [
        button(
            f"history:{shown.plan_id}.{one.indicator.id} {holder}{behind}", text("history.do", name=one.indicator.name)
        )
        for one in it.accounts
    ]
    account = next((one for one in it.accounts if str(one.indicator.id) == indicator), None)
    if account is None:
        return Granted([Tell(score_text(shown.title, it), tuple(choices))])
    if any(one.evidence for row in account.rows for one in row.versions):
        choices.insert(0, button(f"evidence:{shown.plan_id}.{indicator} {holder}", Text("evidence.do")))
    return Granted([Tell(history_text(holder, account, scene.zone), tuple(choices))])


def _chosen(scene: Scene, id: str, wish: str) -> PlanVersion | Granted:
    """The plan of an id, or the only one the person follows; else the posts to choose from."""
    if id:
        kept = scene.plan(id.lstrip("#"), held_once=True)
        if kept is None:
            return refused("plan.unknown", id=id[:40])
        return kept if plans.approved(scene.c, kept.plan_id) else refused("progress.none")
    followed = _followed(scene)
    kept = plans.plan(scene.c, followed[0]) if len(followed) == 1 else None
    if kept:
        return kept
    return post_list(scene, "progress.which", wish, followed) if followed else refused("progress.none")


def _notes(scene: Scene, kept: PlanVersion) -> Iterator[Tell]:
    """What is done about missed standards, for the manager and for whom it is about."""
    posts, notes = Posts(scene.c), corrective_notes.open_of_plan(scene.c, kept.plan_id)
    shown = [one for one in notes if scene.owns(kept) or one.person_id == scene.person.id]
    if shown:
        yield Tell(text("corrective.list", lines=Lines(tuple(line(scene, posts, one) for one in shown))))


def _sees_all(scene: Scene, kept: PlanVersion) -> bool:
    """Whether the person sees the figures of everybody who holds or held a post, not their own only."""
    return scene.owns(kept) or scene.reviews(plans.approved(scene.c, kept.plan_id) or kept)


def _read(scene: Scene, kept: PlanVersion, holder_id: int | None, what: str, year: int | None) -> Progress:
    """The table of all holders or of one, perhaps of one year; a look of HR at it is on record."""
    seen = holders.ever_held(scene.c, kept.plan_id) if holder_id is None else (holder_id,)
    scene.note(kept, what, *{*seen, *reports.reporters_of(scene.c, kept.plan_id, holder_id)})
    sees = _looks_at(scene, kept, what)
    organisation, now = scene.organisation_of(kept), scene.now.astimezone(scene.zone)
    return mixed_progress(scene.c, kept, organisation, now, holder_id, year=year, sees=sees)


def _looks_at(scene: Scene, kept: PlanVersion, what: str) -> Callable[[PlanVersion], bool]:
    """Whether the person sees all figures of another plan of the department; a look of HR at them is on record."""

    def sees(other: PlanVersion) -> bool:
        seen = _sees_all(scene, other)
        if seen and other.plan_id != kept.plan_id:
            scene.note(other, what, *holders.ever_held(scene.c, other.plan_id))
        return seen

    return sees


def _followed(scene: Scene) -> list[int]:
    """The ids of the plans in force whose figures the person sees: held, made or reviewed by them."""
    held = holders.held_by(scene.c, scene.person.id, ever=True)
    own = [kept.plan_id for kept in plans.plans_of(scene.c, scene.person.id)] if "manager" in scene.roles else []
    organisation = scene.person.organisation_id
    every = plans.in_force(scene.c, organisation, scene.scope) if "hr" in scene.roles else ()
    concerning = dict.fromkeys([*(id for id in (*held, *own) if plans.approved(scene.c, id)), *every])
    return list(concerning)
