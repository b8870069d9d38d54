"""Words that something is still to be taken off a figure, or left out of it: no figure is told before that is done."""

import re

from dialogs.reading.text.clean import clean
from dialogs.reading.text.sentences import clauses
from dialogs.reading.unread import Unread

_DEDUCTS = re.compile(
    r"[要得须请]?(?:再|先)?(?:减掉|减去|扣掉|扣除|剔除|刨掉|刨去|去掉|不能?算(?:进|在|上))"
    r"|\b(?:leave (?:it|that|them|those|this) out|take (?:it|that|them|those|this) (?:off|out)"
    r"|deduct|subtract|to come off"
    r"|(?:not|n't) count (?:it|that|them|those|this))\b"
)
_DONE = re.compile(r"已经?|[过了]|之?后|\b(?:after|already|net|without|deducted|subtracted)\b")
"""What says that it was taken off already."""


def whole(text: str) -> str:
    """The text, unless it asks for something to be taken off a figure; raises Unread."""
    said = (clause.folded for clause in clauses(clean(text).text))
    if any(_DEDUCTS.search(one) and not _DONE.search(one) for one in said):
        raise Unread("figures.deduct")
    return text
