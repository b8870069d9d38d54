"""The interviews there are, by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dialogs import absence, confirm, correcting, corrective, holder, invite, propose, report, review, roster
from dialogs.controls import Focus
from dialogs.header import Header
from dialogs.post import interview as post
from dialogs.settling import Settled

if TYPE_CHECKING:
    from dialogs.engine import Interview

INTERVIEWS: "dict[str, Callable[[Any], Interview[Any]]]" = {
    "post": post.post,
    "review": review.review,
    "invite": invite.invite,
    "acknowledge": holder.acknowledge,
    "reply": holder.reply,
    "report": report.report,
    "confirm": confirm.confirm,
    "absence": absence.absence,
    "corrective": corrective.corrective,
    "follow_up": corrective.follow_up,
    "propose": propose.propose,
    "decline": propose.decline,
    "roster": roster.roster,
}
HEADERS: dict[str, type] = {
    "post": Header,
    "review": review.ReviewHeader,
    "invite": invite.InviteHeader,
    "acknowledge": holder.AcknowledgeHeader,
    "reply": holder.ReplyHeader,
    "report": report.ReportHeader,
    "confirm": confirm.ConfirmHeader,
    "absence": absence.AbsenceHeader,
    "corrective": corrective.CorrectiveHeader,
    "follow_up": corrective.FollowUpHeader,
    "propose": propose.ProposeHeader,
    "decline": propose.DeclineHeader,
    "roster": roster.RosterHeader,
}
"""What each is begun with."""
TAKING_FILES = {"report": report.ADDITIONS}
"""The questions that a photo or file answers, in their order, however early it is sent."""
SETTLING: dict[str, Callable[..., Settled | Focus | None]] = {
    "report": correcting.corrected,
    "confirm": confirm.settled,
    "acknowledge": holder.settled,
}
"""What a text settles beside the question that stands: it puts earlier answers right, or answers several at once."""
VERSIONS = {
    "post": post.VERSION,
    "review": review.VERSION,
    "invite": invite.VERSION,
    "acknowledge": holder.VERSION,
    "reply": holder.VERSION,
    "report": report.VERSION,
    "confirm": confirm.VERSION,
    "absence": absence.VERSION,
    "corrective": corrective.VERSION,
    "follow_up": corrective.VERSION,
    "propose": propose.VERSION,
    "decline": propose.VERSION,
    "roster": roster.VERSION,
}
