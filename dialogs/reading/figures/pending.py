"""Figures that are not there yet: 周转天数明天才出, renewals I don't have yet, roughly 400k, more on friday."""

import re
from collections.abc import Sequence

from dialogs.reading.figures.sames import REST
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest, hinted

_CLAUSE = re.compile(r"[^,;。\n.]+")
_NOT_YET = re.compile(
    r"(?:没|未)(?:有)?(?:出|算|统计|拿到|收到|给|报|发|交|结|数|定|到|好|汇总|核)|(?<!没)(?:没|未)有?(?:数据|结果|数字)"
    r"|(?:明[天早日儿]|后天|下个?周|周[一二三四五六日]|晚[点些]|稍后|回头|过两天|月初)[^,;。]{0,8}(?:[给出补报才再])"
    r"|(?<![同平中一])[等待](?![于级遇])[^,;。]{2,15}|[要还得]等"
    r"|\b(?:don'?t|do not|haven'?t|hasn'?t|isn'?t|not)\b.{0,30}\byet\b|\bstill (?:open|missing|pending|to come)\b"
    r"|\bwait(?:ing)? (?:on|for)\b|\b(?:tbd|tba|pending|to follow|coming later)\b"
    r"|\b(?:no|not) (?:yet )?final\b|\bpreliminary\b|\bwill be\b|初步|暂估|预估|(?:明[天早]|后天|下周)$"
    r"|\b(?:tomorrow|later|next week|(?:mon|tues|wednes|thurs|fri)day)$"
    r"|\b(?:comes?|follows?|sends?|gets?|gives?|will (?:have|know|send|get))\b.{0,30}"
    r"\b(?:tomorrow|later|next week|(?:mon|tues|wednes|thurs|fri)day)\b"
)


_ROUGH = re.compile(
    r"左右|上下|大[概约]|差不多|估计|预计"
    r"|\b(?:roughly|about|around|approx\w*|probably|i (?:guess|think)|give or take)\b|ish\b"
)


def is_rough(text: str) -> bool:
    """Whether a text only guesses at a figure until the exact one comes: 95万左右，具体等系统出来."""
    clauses = _CLAUSE.findall(fold(text))
    return any(map(_ROUGH.search, clauses)) and any(map(_NOT_YET.search, clauses))


def pending(text: str, names: Sequence[str]) -> set[int]:
    """The places of the names of which a text says, without any number, that their figures are still to come.

    "The rest" is all of them; what is told besides is not.
    """
    found = set[int]()
    for clause in map(str.strip, _CLAUSE.findall(fold(text))):
        if _NOT_YET.search(clause) and not any(map(str.isdigit, clause)):
            named = closest(clause, names)
            meant = named if any(named) else hinted(clause, names)
            found |= {at for at, one in enumerate(meant) if one or REST.search(clause)}
    return found
