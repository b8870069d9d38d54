"""The interviews there are, by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dialogs import holder, invite, review
from dialogs.header import Header
from dialogs.post import interview as post

if TYPE_CHECKING:
    from dialogs.engine import Interview

INTERVIEWS: "dict[str, Callable[[Any], Interview[Any]]]" = {
    "post": post.post,
    "review": review.review,
    "invite": invite.invite,
    "acknowledge": holder.acknowledge,
    "reply": holder.reply,
}
HEADERS: dict[str, type] = {
    "post": Header,
    "review": review.ReviewHeader,
    "invite": invite.InviteHeader,
    "acknowledge": holder.AcknowledgeHeader,
    "reply": holder.ReplyHeader,
}
"""What each is begun with."""
VERSIONS = {
    "post": post.VERSION,
    "review": review.VERSION,
    "invite": invite.VERSION,
    "acknowledge": holder.VERSION,
    "reply": holder.VERSION,
}
