"""Indicators of which there was none, told in a line of several: 没有投诉, complaints: none."""

import re
from collections.abc import Sequence

from dialogs.reading.asked import Asked
from dialogs.reading.fold import fold

_PART = re.compile(r"[,，;；。、.\n()（）]|\b(?:and|but|with)\b|和|且|但")
_NONE = re.compile(
    r"(?:本月|这个?月|本周|本季度?|也|都|还|均|暂时?|目前){0,3}(?:没有?|无|零)"
    r"(?:任何|收到|接到|发生|出现|产生|新增){0,2}(?P<of>[^没无零]{2,20}?)(?:发生|出现|了)?"
    r"|(?P<counted>[^没无零]{2,20}?)(?:也|都|为|是|:| ){0,3}(?:没有|无|零)"
    r"|(?:there (?:were|was) |we had |had |we got |got )?(?:no|zero) (?P<no>[a-z -]{3,40}?)"
    r"(?: (?:this|last) (?:week|month|quarter))?"
    r"|(?P<name>[a-z -]{3,40}?) ?(?:are|were|was|is|:|-)? ?(?:none|zero|nil)"
)


def nones(text: str, asked: Sequence[Asked]) -> set[int]:
    """The places of the indicators of which a text says that there was none; each is plain from its name."""
    found = (_NONE.fullmatch(part.strip()) for part in _PART.split(fold(text)))
    nouns = ("".join(filter(None, match.groups())).strip() for match in found if match)
    return {at for noun in nouns if (at := _named(noun, asked)) is not None}


def _named(noun: str, asked: Sequence[Asked]) -> int | None:
    """The place of the indicator that is named by a noun, or else of the only one of the post named after it."""
    exact = [at for at, one in enumerate(asked) if fold(one.name) == noun]
    if exact:
        return exact[0]
    stem = noun.removesuffix("s") or noun
    named = [at for at, one in enumerate(asked) if stem in fold(one.name)]
    others = {other for one in asked for other in one.others if stem in fold(other)}
    return named[0] if len(named) == 1 and not others - {asked[named[0]].name} else None
