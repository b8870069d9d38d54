"""Posts in force to choose from, each with a button; of more than fit, how many there are and how to name one."""

from collections.abc import Sequence

from bot.scene import Granted, Scene, button, told
from dialogs.steps import Tell
from locales.text import text
from storage import plans

LISTED = 20
"""Posts with buttons in one message."""


def post_list(scene: Scene, id: str, wish: str, plan_ids: Sequence[int]) -> Granted:
    """Ask with a text for which post the wish is meant."""
    shown = [kept for plan_id in plan_ids[:LISTED] if (kept := plans.approved(scene.c, plan_id))]
    choices = (
        button(f"{wish}:{kept.plan_id}", text("report.post", post=str(kept.content["post"]), id=str(kept.plan_id)))
        for kept in shown
    )
    granted = told(id, *choices)
    if more := len(plan_ids) - len(shown):
        granted.replies.append(Tell(text("posts.more", n=more, command=wish)))
    return granted
