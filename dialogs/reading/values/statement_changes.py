"""Single parts of a four-part statement told otherwise: 不是最后一天，是次月3号之前，其他没问题 (method.md 2.3)."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from dialogs.reading.answers.assent import leaves_rest
from dialogs.reading.dates.parted_rhythms import parted_rhythm
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.working_days import CHINA
from kpi.plan import When

_LONGEST = 300
_CLAUSES = re.compile(r"[,，;；。!！\n]+|\.+(?=\s|$)|\b(?:but|though)\b|但是?|不过|只是")
_ASKS = re.compile(r"[?？]|[吗呢谁]|怎么|什么|\b(?:what|who|how|why|which)\b|(?:^|[,.;] ?)(?:does|can|could|is|are)\b")
_DENIED = re.compile(
    r"[不没未别非]|\b(?:not|no|never|nobody|dont|don't|doesnt|doesn't|arent|aren't|isnt|isn't)\b|n't\b"
)
_CHANGED = re.compile(
    r"^(?:把|将|the |change |replace )*(?P<old>.+?)"
    r"(?:(?:要|得|应该|请)?(?:改成|改为|改用|换成|换为|应该是|应为)| should be | to | with | ?(?:->|→) ?)(?P<new>.+)$"
)
_INSTEAD = re.compile(
    r"^(?:use |using |with |by |make it |it's |用)?(?P<new>.+?)(?: instead of | rather than |代替|而不是)"
    r"(?P<old>.+)$"
)
_USED = re.compile(
    r"^(?:我们|其实|现在|那个|是|应该|还是|要)*(?:用的?(?:还|就)?是?|使用|采用)(?!户|途|量|完)(?P<han>.+)$"
    r"|^(?:we |i |they |he |she |actually |still |just |only |it's |its |it is )*(?:using|uses?|work with|"
    r"with) (?:the )?"
    r"(?P<latin>.+)$"
)
_SOURCED = re.compile(
    r"^(?:and )?(?:out of|from|based on) (?:the )?(?P<latin>.+)$"
    r"|^(?:数据|资料)?是?(?:从|来自|取自)(?P<han>.+?)(?:里面?|中)?(?:导出?|取|拿|调|抓|来)?的?$"
)
"""Where data come from, which is what is used."""
_IS = re.compile(
    r"^(?:而|就|还|其实|现在|应该|都)*是(?P<han>.+)$"
    r"|^(?:it's|its|it is|that's|thats|they're|it should be|make it)(?: still| just| only| all| in)* (?P<latin>.+)$"
)
_FILLING = re.compile(
    r"[\s,，的吧了啦写是在于到要应该改成为换按每次都那就还时间日期]|"
    r"\b(?:it|its|it's|is|are|be|should|make|made|change|to|by|on|at|the|until|till|please|pls|rather|due|that|thats|"
    r"i|we|want|would|like|sorry|each|of|say|take|better|only)\b"
)
_ADD = re.compile(
    r"^(?:please )?(?:add|put in|include|and)(?: that it'?s)?[: ]+(?=\S)|^(?:请|再|就)*(?:加上|补上|添上)[: ]*",
    re.IGNORECASE,
)
"""What says that a part is to be added."""
_TURNS = re.compile(r"[0-9改换加删减补]|\b(?:change|replace|add|remove|put|make|should|must|need|wrong)\b")
_HEARSAY = re.compile(r"听说|据说|将来|以后|明年|\b(?:i hear|i heard|some day|next year|later on)\b")
"""What tells of what may come, and changes nothing now."""
_SPOKEN_OF = re.compile(
    r"(?<=[^.。!！])[.。!！]\s*(?:that's|thats|that is|this is how|like this|so i|i think|i hope|done|okay?|"
    r"就这样|这样|就是这|可以"
    r"|我觉得|我就|谢谢)[^0-9]*$",
    re.IGNORECASE,
)
"""What is said behind a statement about itself: "That's how I'd put it"."""
_MOST = 60
"""Characters of the longest means."""


@dataclass(frozen=True, slots=True)
class PartsChanged:
    """When and with what it is done, as far as they were told otherwise."""

    by: When | None = None
    using: str | None = None


def read_parts_changed(text: str, using: str, today: dt.date, country: str = CHINA) -> PartsChanged | None:
    """The parts that a sentence tells otherwise than they are composed; `using` is what was to be used.

    None where it tells none, asks, or says anything else that may change the statement.
    """
    written = clean(text).text
    if len(written) > _LONGEST or _ASKS.search(fold(written)):
        return None
    found = PartsChanged()
    denied = False
    for clause in filter(str.strip, _CLAUSES.split(written)):
        said = _ADD.sub("", unpolite(clause) or clause.strip())
        part = _told(said, using, today, country, meant=denied)
        if part:
            found = replace(found, by=part.by or found.by, using=part.using or found.using)
        elif _DENIED.search(fold(said)) and _alike(said, using):
            denied = True
        elif (
            _TURNS.search(fold(said))
            and not _HEARSAY.search(fold(said))
            and not leaves_rest(said)
            and not _DENIED.search(fold(said))
        ):
            return None
    return found if found != PartsChanged() else None


def _told(said: str, using: str, today: dt.date, country: str, *, meant: bool) -> PartsChanged | None:
    """The part that a clause tells; `meant` is whether the one before said that it is not what was to be used."""
    folded = fold(said)
    for pattern in (_INSTEAD, _CHANGED):
        match = pattern.match(folded)
        if match and _alike(match["old"], using):
            return _means(said[slice(*match.span("new"))])
    rhythm = parted_rhythm(said, today, country)
    if rhythm and not _DENIED.search(folded) and (sourced := _SOURCED.match(fold(rhythm[1]).strip())):
        source = _means(rhythm[1].strip()[slice(*sourced.span(sourced.lastgroup or 0))])
        return replace(source, by=rhythm[0]) if source else None
    if _DENIED.search(folded):
        return None
    if rhythm:
        return None if _FILLING.sub("", fold(rhythm[1])) else PartsChanged(by=rhythm[0])
    match = _USED.match(folded) or _SOURCED.match(folded) or (_IS.match(folded) if meant else None)
    return _means(said[slice(*match.span(match.lastgroup or 0))]) if match else None


def _means(said: str) -> PartsChanged | None:
    said = said.strip(" 的吧了。.!")
    return PartsChanged(using=said) if said and len(said) <= _MOST else None


def _alike(said: str, using: str) -> bool:
    """Whether words name what was to be used: CRM of "the CRM system"."""
    told, named = fold(said), fold(using)
    latin = set(re.findall(r"[a-z0-9]{2,}", told)) & set(re.findall(r"[a-z0-9]{2,}", named)) - _COMMON
    han = {named[at : at + 2] for at in range(len(named) - 1) if "\u3400" <= named[at] <= named[at + 1] <= "\u9fff"}
    return bool(latin) or any(pair in told for pair in han)


_COMMON = frozenset({"the", "system", "systems", "and", "of", "data", "with", "our", "tool", "software"})


def without_comment(text: str) -> str:
    """A statement without what is said of it behind it."""
    return _SPOKEN_OF.sub("", text)
