"""Plans whose period ends: their managers are asked for a new version, for the next one."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.posts import Posts
from bot.scene import button
from dialogs.steps import Tell
from kpi.plan import When
from locales.text import Lines, text
from storage import plans
from storage.people import Organisation
from storage.plans import Ending

_WEEKS = timedelta(weeks=4)
"""How long before a plan ends its manager is asked for the next one, and how long after it at most."""
LISTED = 20
"""Plans with buttons in one message."""


def untold(c: Connection, organisation: Organisation, today: date) -> list[Ending]:
    """The plans that end in some weeks, or ended lately, and of which their managers were not told.

    But for those that they work at already.
    """
    ends = (one for one in plans.ending(c, organisation.id, today - _WEEKS, today + _WEEKS) if not one.told)
    return [one for one in ends if (newest := plans.plan(c, one.plan_id)) and newest.status == "approved"]


def told_of_ends(c: Connection, ends: Sequence[Ending]) -> Tell:
    """Which plans end when, each with a button that begins a version for the next period."""
    posts, lines, offers = Posts(c), [], []
    for one in ends:
        post = posts[one.plan_id].plan.post
        lines.append(text("told.ending.line", post=post, last=When("", one.ends_on.isoformat())))
        offers.append(button(f"revise:{one.plan_id}.next", text("told.ending.do", post=post)))
    return Tell(text("told.ending", lines=Lines(tuple(lines)), n=len(ends)), tuple(offers[:LISTED]))
