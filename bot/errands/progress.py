"""The tracking table of a post, for who holds it, its manager and HR (method.md 5)."""

from bot.progress import mixed_progress
from bot.scene import Granted, Scene, button, refused, told
from dialogs.steps import Follow
from locales.text import text
from storage import access, holders, plans
from storage.plans import PlanVersion

LISTED = 20
"""Posts with buttons in one message."""


def progress(scene: Scene, argument: str) -> Granted:
    """The tracking table of the plan of an id, or of the only one; else the posts to choose from."""
    if argument:
        kept = scene.plan(argument.lstrip("#"))
        return _show(scene, kept) if kept else refused("plan.unknown", id=argument[:40])
    followed = [kept for kept in _concerning(scene) if plans.approved(scene.c, kept.plan_id)]
    if not followed:
        return refused("progress.none")
    if len(followed) == 1:
        return _show(scene, followed[0])
    choices = (
        button(f"progress:{kept.plan_id}", text("report.post", post=str(kept.content["post"]), id=str(kept.plan_id)))
        for kept in followed[:LISTED]
    )
    return told("progress.which", *choices)


def _show(scene: Scene, kept: PlanVersion) -> Granted:
    """The table: all of it for manager and HR, their own for whoever holds the post."""
    if plans.approved(scene.c, kept.plan_id) is None:
        return refused("progress.none")
    everybody = scene.owns(kept) or scene.reviews(kept)
    shown = mixed_progress(scene.c, kept, scene.organisation_of(kept), None if everybody else scene.person.id)
    if everybody and not scene.owns(kept):
        for person_id in holders.ever_held(scene.c, kept.plan_id):
            access.note(scene.c, scene.person.id, person_id, f"progress/{kept.plan_id}", scene.now)
    return Granted([Follow(shown)])


def _concerning(scene: Scene) -> list[PlanVersion]:
    held = [plans.plan(scene.c, id) for id in holders.held_by(scene.c, scene.person.id)]
    own = list(plans.plans_of(scene.c, scene.person.id)) if "manager" in scene.roles else []
    organisation = scene.person.organisation_id
    every = plans.submitted_in(scene.c, organisation, LISTED, scene.scope) if "hr" in scene.roles else ()
    found = {kept.plan_id: kept for kept in (*held, *own, *every) if kept}
    return list(found.values())
