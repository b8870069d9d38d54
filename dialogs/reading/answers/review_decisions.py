"""A reviewer's decision with what is said beside it: "approved, but win rate looks low" (method.md 4).

The decision itself stands at one end of the text, in a clause that says it and nothing more; so what denies it, puts it
off or asks about it ("not yet approved", 先别通过, 批准吗) is never one.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from dialogs.reading.answers.asides import Beside, read_aside
from dialogs.reading.answers.choices import Option
from dialogs.reading.answers.decisions import read_decision
from dialogs.reading.answers.remarks import pleased
from dialogs.reading.answers.topics import Aside
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread

_JOINT = (
    r"但是?|不过|可是|只是|因为|由于|理由是?|原因是?|所以|因此|故|\b(?:but|because|since|as|though|although|so|"
    r"therefore|hence|except(?: that| for)?)\b"
)
_CUT = re.compile(rf"[\s:,;。.!—-]*(?:[:,;。!\n—…-]|\.(?=\s|$)|{_JOINT})(?:[\s:,;。.!—…-]|{_JOINT})*")
_DAY = r"(?:tomorrow|next week|later|monday|tuesday|wednesday|thursday|friday)"
_LEAVING = re.compile(
    r"(?:算了|先|我)*(?:下班|收工|开会|走|撤)了?"
    r"|(?:明天|后天|[下本]?周[一二三四五六日天]|下周|回头|改天|晚点)再?(?:继续|说|看|弄|搞|聊)吧?"
    rf"|(?:continue|rest|more|again|carry on|back to it) (?:on )?{_DAY}|{_DAY} (?:again|more|then)"
)
"""What breaks off, without a wish to decide."""
_NOTED = re.compile(
    r"[,，]?\s*(?:\bwith (?:an?|the|one|two|some|these|this|following|my|\s)*(?:remarks?|comments?|notes?)|"
    r"(?:并)?附(?:带|上|有)?(?:以下|一条|几条)?意见|有(?:以下)?(?:一|两|几)?[点条]?(?:意见|建议))$"
)
"""What says that the remarks go with the approval."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a reviewer says: the id of a decision, or None; the rest of the text; whether that goes with an approval."""

    decision: str | None
    rest: str = ""
    noted: bool = False


def read_verdict(text: str, options: Sequence[Option], yes: str | None = None) -> Spoken:
    """The decision at the beginning or the end of a text, and the rest; both ends may say it, but not differently."""
    said = clean(text).text
    if whole := _decided(said, options, yes):
        return whole
    head, rest = _begun(said, options, yes)
    tail, rest = _ended(rest, options)
    if tail and tail.decision == "pause" and (head is None or head.decision == "pause"):
        return replace(tail, rest=rest)
    found = head or tail
    if found is None or (head and tail and head.decision != tail.decision):
        return Spoken(None, said)
    return replace(found, rest=rest)


def _begun(said: str, options: Sequence[Option], yes: str | None) -> tuple[Spoken | None, str]:
    """The longest beginning that decides, and what follows it."""
    for cut in reversed(list(_CUT.finditer(fold(said)))):
        begun = said[: cut.start()]
        if decided := _decided(begun, options, yes) or _decided(_unpraised(begun), options, yes):
            return decided, said[cut.end() :]
    return None, said


def _unpraised(said: str) -> str:
    """A text without the praise before what it says: looks solid, approved."""
    at = 0
    for cut in _CUT.finditer(fold(said)):
        if not pleased(fold(said[at : cut.start()])):
            break
        at = cut.end()
    return said[at:]


def _ended(said: str, options: Sequence[Option]) -> tuple[Spoken | None, str]:
    """The longest end that decides, and what precedes it."""
    for cut in _CUT.finditer(fold(said)):
        if decided := _decided(said[cut.end() :], options, None) or _left(said[cut.end() :], options):
            return decided, said[: cut.start()]
    return None, said


def _left(said: str, options: Sequence[Option]) -> Spoken | None:
    """That a text breaks off in the end, where it may be put off: 算了下班了，周一继续."""
    may = any(option.id == "pause" for option in options)
    clauses = [one.strip() for one in _CUT.split(fold(said)) if one.strip()]
    leaving = all(_LEAVING.fullmatch(one) or read_aside(one) == Beside(Aside.STOP) for one in clauses)
    return Spoken("pause") if may and clauses and leaving else None


def _decided(said: str, options: Sequence[Option], yes: str | None) -> Spoken | None:
    """The decision that a clause says and nothing more; numbers are those of the plan there."""
    noted = _NOTED.search(fold(said))
    written = said[: noted.start()] if noted else said
    if any(character.isdecimal() for character in written):
        return None
    with suppress(Unread):
        return Spoken(read_decision(written, options, yes), noted=noted is not None)
    return None
