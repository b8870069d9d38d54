"""The rhythm in words that say something else, too: 财务部每周五收."""

import datetime as dt
import re
from dataclasses import replace

from dialogs.reading.dates.recurring import read_recurring
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA
from kpi.plan import When

_PAST = re.compile(r"\b(?:last|this) (?:year|month|week|quarter)\b|[去上]年|上个?[月周]")
_BARE = re.compile(r"(?<![每按第上下本])(?=(?:季度|月度|年度|半年)(?:[看收报算查]|统计|考核|一次|$))")
"""Where a quarter is each quarter."""
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*|\S")
_BELONGS = re.compile(
    r"[每按次下个月季度周年半星期初中末底前之内第工作日号一二三四五六七八九十0-9]|[0-9]+(?:st|nd|rd|th)?|by|before|on|the|of|"
    r"each|every|following|next|month|end|last|first|working|day|weekly|monthly|quarterly|[a-z]+day"
)
"""Words that tell the rhythm."""


def parted_rhythm(text: str, today: dt.date, country: str = CHINA) -> tuple[When, str] | None:
    """The rhythm that words tell, in as few of them as it takes, and the words around it; None where there is none."""

    def found(said: str) -> When | None:
        try:
            when = read_recurring(_BARE.sub("每", said), today, country)
        except Unread:
            return None
        return when if when.rrule else None

    when = None if _PAST.search(fold(text)) else found(text)
    if when is None:
        return None
    told = (when.rrule, when.relation, when.following)

    def same(said: str) -> bool:
        one = found(said)
        return one is not None and (one.rrule, one.relation, one.following) == told

    words = [word.span() for word in _WORD.finditer(fold(text))]
    first, last = 0, len(words) - 1
    while first < last and same(text[words[first + 1][0] : words[last][1]]):
        first += 1
    while first < last and same(text[words[first][0] : words[last - 1][1]]):
        last -= 1
    while first and _BELONGS.fullmatch(fold(text)[slice(*words[first - 1])]):
        first -= 1
    start, end = words[first][0], words[last][1]
    return replace(when, text=text[start:end]), f"{text[:start]} {text[end:]}"
