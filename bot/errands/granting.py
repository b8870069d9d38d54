"""Which errand grants which wish, and what follows the end of which interview."""

from collections.abc import Callable
from typing import Any

from bot.errands import (
    digests,
    holders,
    home,
    invitations,
    plans,
    presence,
    privacy,
    progress,
    reports,
    reviews,
    scopes,
    team,
)
from bot.scene import Granted, Scene, refused
from dialogs.absence import Away
from dialogs.holder import Acknowledged, Replied
from dialogs.invite import Wanted
from dialogs.report import Concluded, Reported
from dialogs.review import Decided
from dialogs.steps import Tell
from kpi.plan import Plan
from locales.text import text
from storage import plans as kept_plans
from storage import runs

ERRANDS: dict[str, Callable[[Scene, str], Granted]] = {
    "acknowledge": holders.acknowledge,
    "answer": holders.answer,
    "away": presence.away,
    "begin": home.begin,
    "compare": plans.compare,
    "confirm": reports.confirm,
    "departments": invitations.list_departments,
    "digest": digests.digest,
    "erase": privacy.erase,
    "export": privacy.export,
    "forget": privacy.forget,
    "history": progress.history,
    "hold": invitations.hold,
    "home": home.home,
    "invite": invitations.invite,
    "join": invitations.join,
    "mute": presence.mute,
    "plans": plans.list_or_open,
    "privacy": privacy.privacy,
    "progress": progress.progress,
    "release": holders.release,
    "report": reports.report,
    "review": reviews.review,
    "revise": plans.revise,
    "scope": scopes.scope,
    "team": team.team,
    "version": plans.version,
    "zone": presence.zone,
}


def grant(scene: Scene, name: str, argument: str) -> Granted:
    """Grant a wish that takes the records."""
    return ERRANDS[name](scene, argument)


def finish(scene: Scene, run_id: int, result: Any) -> Granted:
    """Do what an interview was for."""
    match result:
        case Plan():
            return _submit(scene, run_id)
        case Decided():
            return reviews.decided(scene, result)
        case Wanted():
            return invitations.wanted(scene, result)
        case Acknowledged():
            return holders.acknowledged(scene, result)
        case Replied():
            return holders.replied(scene, result)
        case Away():
            return presence.keep(scene, result)
        case Reported():
            return reports.reported(scene, result)
        case Concluded():
            return reports.concluded(scene, result)
    raise TypeError(f"no interview returns {type(result).__name__}")


def _submit(scene: Scene, run_id: int) -> Granted:
    """Hand a plan in for review and tell HR."""
    draft = kept_plans.plan_of_run(scene.c, run_id)
    if draft is None:
        return refused("parked")
    kept_plans.submit(scene.c, draft.plan_id, scene.now)
    runs.remark(scene.c, run_id, None)
    return Granted([Tell(text("submitted"))], notices=reviews.submitted(scene, draft))
