"""What people say of a report that they made: one more note on it, its note taken back, all of it once more."""

import re
from dataclasses import dataclass
from enum import Enum

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold


class Kind(Enum):
    """What shall be done with the report."""

    NOTE = "note"
    FORGET = "forget"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Afterthought:
    """What shall be done with a report, with the words of a note."""

    kind: Kind
    words: str = ""


_LONGEST = 80
"""Characters of the longest wish: in anything longer the words may be part of what is told."""
_NOTED = "说明|备注|附注|注释|注"
_NOTE = re.compile(
    r"^(?:(?:我|请|帮我|帮忙|麻烦|再|还|想|要|对了|哦|给|把|在|刚才的?|上报的?|这次的?|的|数据|报告|报表)[,， ]*)*"
    r"(?:补充?|追?加|添加?|附上?|写)?(?:上|个|一[个条下句]|[条点句])*"
    rf"(?:(?:{_NOTED})(?:[里中上]?再?(?:补充?|追?加|添加?|写)(?:上|一?[个条下句点])*)?"
    r"|补充(?:一?[下点句]|说明)?)[:,， ]+"
    r"|^(?:(?:please|pls|plz|can you|could you|i'?d like to|i want to|also|just|oh|and|hi|hey)[, ]+)*"
    r"(?:(?:add|put|append|write|include|attach) )?(?:(?:this|something|one more|an?|another|the following) )?"
    r"(?:(?:to|in|into|as|on) )?(?:(?:the|my|our|an?) )?(?:notes?|remarks?|comments?)"
    r"(?: (?:to|for|on|about) [^:]{1,40}?)?(?: ?[:,]| that\b| saying\b) *"
)
"""What leads to a note: 补个说明：, please add to my note:."""
_SENTENCE = "[那这][句条段]话?"
_FORGET = re.compile(
    rf"(?<!别)(?<!不用)(?:删|去掉|撤|取消|作废|收回|不要|忽略)[^,;。]{{0,8}}(?:{_NOTED}|{_SENTENCE})"
    rf"|(?:{_NOTED}|{_SENTENCE})[^,;。]{{0,10}}(?<!不用)(?<!别)(?:删|去掉|撤|取消|作废|收回|不要了|不算)"
    r"|(?<!don't )(?<!dont )(?<!not )\b(?:forget|delete|remove|withdraw|drop|scrap|take (?:out|back)|ignore|cancel)\b"
    r"[^.;]{0,20}\b(?:notes?|remarks?|comments?)\b"
)
_AGAIN = re.compile(
    r"(?<!不用)(?<!别)重新?(?:来|填|报|写|上报|填报|录)(?!了)|(?:都|全部?)(?:删|作废|撤|不算)"
    r"|\b(?:redo|start (?:all )?over|delete (?:it|them|that)? ?all)\b|\bdelete everything\b"
    r"|(?<!not )\b(?:do|report|enter|fill|give|send) (?:it|them|that|this|everything|all|the (?:report|figures))"
    r"(?: in)?(?: all)? (?:again|over|anew|afresh)\b"
)


def read_afterthought(text: str) -> Afterthought | None:
    """What a text wants to be done with a report that was made; None where it is about something else."""
    written = clean(text).text
    folded = fold(written)
    if (led := _NOTE.match(folded)) and (words := written[led.end() :].strip()):
        return Afterthought(Kind.NOTE, words)
    if len(written) > _LONGEST:
        return None
    if _FORGET.search(folded):
        return Afterthought(Kind.FORGET)
    return Afterthought(Kind.AGAIN) if _AGAIN.search(folded) else None
