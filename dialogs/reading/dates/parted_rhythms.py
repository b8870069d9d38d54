"""The rhythm in words that say something else, too: 财务部每周五收."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import replace

from dialogs.reading.dates.recurring import read_recurring
from dialogs.reading.dates.whens import read_when
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA
from kpi.plan import When

_PAST = re.compile(r"\b(?:last|this) (?:year|month|week|quarter)\b|[去上]年|上个?[月周]")
_EACH = (
    (re.compile(r"(?<![月0-9./-])(?:次月|下个?月|[当本每]个?月)?(?:的)?(?=[0-9]{1,2}[日号](?![0-9]))"), "每月"),
    (re.compile(r"(?<![每按第上下本])(?=(?:季度|月度|年度|半年)(?:[看收报算查]|统计|考核|一次|$))"), "每"),
    (re.compile(r"(?<![每第])(?=季度?[末底初]|[月年][末底初]|半年[末底])"), "每"),
    (re.compile(r"(?<=[0-9a-z]) of (?:the |that )?(?:following |next |same |coming )?month\b"), " of each month"),
    (re.compile(r"(?<![每月度年])(?=第[0-9一二三四五六七八九十]{1,3}个工作日)"), "每月"),
    (re.compile(r"\b(?:the )?(month|quarter|year)[ -]end\b"), r"the end of each \1"),
    (
        re.compile(r"\b((?:last|first|[0-9](?:st|nd|rd|th)) (?:working |business )?day)\b(?! (?:of|in|each))"),
        r"\1 of each month",
    ),
    (
        re.compile(r"(?<=[0-9])(st|nd|rd|th)\b(?! (?:working|business) | of | each| every|,? ?[a-z]{3,9} 20)"),
        r"\1 of each month",
    ),
)
"""What goes without saying, where nothing else says which month it is."""
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*|\S")
_BELONGS = re.compile(
    r"[每按次下个月季度周年半星期初中末底前之内第工作日号一二三四五六七八九十0-9]|[0-9]+(?:st|nd|rd|th)?|by|before|on|the|of|"
    r"each|every|following|next|month|end|last|first|working|day|weekly|monthly|quarterly|[a-z]+day"
)
"""Words that tell the rhythm."""


def parted_rhythm(text: str, today: dt.date, country: str = CHINA) -> tuple[When, str] | None:
    """The rhythm that words tell, in as few of them as it takes, and the words around it; None where there is none."""
    when = None if _PAST.search(fold(text)) else _found(text, today, country)
    if when is None:
        return None
    told = (when.rrule, when.relation)

    def same(said: str) -> bool:
        one = _found(said, today, country)
        return one is not None and (one.rrule, one.relation) == told

    words = [word.span() for word in _WORD.finditer(fold(text))]
    first, last = 0, len(words) - 1
    while first < last and same(text[words[first + 1][0] : words[last][1]]):
        first += 1
    while first < last and same(text[words[first][0] : words[last - 1][1]]):
        last -= 1
    while last + 1 < len(words) and fold(text)[slice(*words[last + 1])] in {"日", "号"}:
        last += 1
    while first and _BELONGS.fullmatch(fold(text)[slice(*words[first - 1])]):
        first -= 1
    start, end = words[first][0], words[last][1]
    with suppress(Unread):
        alone = read_recurring(text[start:end], today, country)
        when = alone if alone.rrule else when
    return replace(when, text=text[start:end]), f"{text[:start]} {text[end:]}"


def _found(text: str, today: dt.date, country: str) -> When | None:
    """The rhythm in a text that is said to be one, or a day of what comes again."""
    said = fold(text)
    for pattern, each in _EACH:
        said = pattern.sub(each, said, count=1)
    for one in (text, said):
        with suppress(Unread):
            when = read_when(one, today, country)
            if when.rrule:
                return when
    return None
