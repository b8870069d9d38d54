"""Which errand grants which wish, and what follows the end of which interview."""

from collections.abc import Callable, Iterator
from typing import Any

from bot.errands import (
    confirmations,
    corrections,
    corrective,
    digests,
    holders,
    home,
    invitations,
    leaders,
    naming,
    open_invitations,
    people,
    plans,
    presence,
    privacy,
    progress,
    proposals,
    reports,
    reviews,
    roster,
    scopes,
    team,
)
from bot.scene import Begin, Granted, Scene, refused, told
from dialogs.absence import Away
from dialogs.confirm import Concluded
from dialogs.corrective import FollowedUp, Written
from dialogs.evidence import titled
from dialogs.holder import Acknowledged, Replied
from dialogs.interviews import HEADERS
from dialogs.invite import Wanted
from dialogs.propose import Declined, Proposed
from dialogs.questions import codec
from dialogs.report import ADDITIONS, Reported
from dialogs.review import Decided
from dialogs.roster import Named
from dialogs.steps import Tell
from kpi.evidence import File
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
    "confirm": confirmations.confirm,
    "correct": corrections.correct,
    "corrective": corrective.corrective,
    "departments": leaders.departments,
    "digest": digests.digest,
    "erase": privacy.erase,
    "evidence": progress.evidence,
    "export": privacy.export,
    "forget": privacy.forget,
    "history": progress.history,
    "hold": invitations.hold,
    "home": home.home,
    "invitations": open_invitations.open_invitations,
    "invite": invitations.invite,
    "join": invitations.join,
    "mute": presence.mute,
    "people": people.people,
    "plans": plans.list_or_open,
    "privacy": privacy.privacy,
    "progress": progress.progress,
    "proposal": proposals.proposal,
    "propose": proposals.propose,
    "release": holders.release,
    "report": reports.report,
    "review": reviews.review,
    "revise": plans.revise,
    "scope": scopes.scope,
    "team": team.team,
    "unread": home.unread,
    "version": plans.version,
    "who": naming.who,
    "zone": presence.zone,
}
FOLLOWING: dict[type, Callable[[Scene, Any], Granted]] = {
    Acknowledged: holders.acknowledged,
    Away: presence.keep,
    Concluded: confirmations.concluded,
    Decided: reviews.decided,
    Declined: proposals.declined,
    FollowedUp: corrective.followed_up,
    Proposed: proposals.proposed,
    Named: roster.bring_in,
    Replied: holders.replied,
    Wanted: invitations.wanted,
    Written: corrective.written,
}
"""What follows the end of an interview, by what it returns; a plan is handed in, a report dated by its answers."""


AGAIN: dict[str, Callable[[Scene, Any], Begin | None]] = {
    "corrective": corrective.again,
    "follow_up": corrective.again,
}
"""What an interview is begun with, by what is known now: for those that more becomes known of while they stand open."""


def again(scene: Scene, run: runs.Run) -> Begin | None:
    """The interview of a run with what is known now, where that may be more than when it was begun."""
    if run.interview not in AGAIN:
        return None
    return AGAIN[run.interview](scene, codec(HEADERS[run.interview]).validate_python(run.header))


def grant(scene: Scene, name: str, argument: str) -> Granted:
    """Grant a wish that takes the records."""
    return ERRANDS[name](scene, argument)


def finish(scene: Scene, run_id: int, result: Any) -> Granted:
    """Do what an interview was for."""
    if isinstance(result, Plan):
        return _submit(scene, run_id)
    if isinstance(result, Reported):
        given = runs.last_answered(scene.c, run_id, besides=ADDITIONS)
        granted = reports.reported(scene, result, given or scene.now)
        granted.replies += _left_out(scene, run_id, result)
        return granted
    return FOLLOWING[type(result)](scene, result)


def _left_out(scene: Scene, run_id: int, done: Reported) -> Iterator[Tell]:
    """What was sent along with figures and taken back, which nobody shall believe to be kept."""
    sent = [codec(str | File).validate_python(one.value) for one in runs.entries(scene.c, run_id) if _adds(one)]
    left = [titled(one) for one in sent if isinstance(one, File) and one not in done.evidence]
    left += [one for one in sent if isinstance(one, str) and done.note is None]
    if left:
        yield Tell(text("reported.left_out", names=tuple(left)))


def _adds(one: runs.Entry) -> bool:
    return one.key in ADDITIONS and one.action == "answer" and one.value is not None


def _submit(scene: Scene, run_id: int) -> Granted:
    """Hand a plan in for review and tell HR."""
    draft = kept_plans.plan_of_run(scene.c, run_id)
    if draft is None:
        return refused("parked")
    if "manager" not in scene.roles:
        return refused("only.manager")
    if draft.status != "draft":
        return told("submitted.unchanged", post=str(draft.content["post"]), version=draft.version)
    kept_plans.submit(scene.c, draft.plan_id, scene.now)
    runs.remark(scene.c, run_id, None)
    questions = naming.asked(scene, draft)
    return Granted([Tell(text("submitted")), *questions], notices=reviews.submitted(scene, draft))
