"""Rhythms as they are told where nothing comes once: 次月5日前, 月底前, by the 5th of next month, 最后一个工作日."""

import datetime as dt
import re
from dataclasses import replace

from dialogs.reading.dates.calendar_words import MONTH_NAMES
from dialogs.reading.dates.whens import is_monthly, read_when
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA
from kpi.plan import When

_FOLLOWING = re.compile(r"次月|下一?个?月|\b(?:the )?(?:next|following|subsequent) month\b")
_LONGER = re.compile(r"季|半年|年度|\b(?:quarter|half|year)")
_EVERY_MONTH = re.compile(r"每一?个?月度?的?(?=.*次月)")
_HERE = (
    (re.compile(r"每?一?个?季度?(?:结束|末|终了)?后?的?次月"), "每季度结束后次月"),
    (re.compile(r"上半年(?=[底末终])|\bh1\b"), "6月"),
    (re.compile(r"下半年(?=[底末终])|\bh2\b"), "12月"),
    (re.compile(r"[本当这]个?月|\b(?:this|the same) month\b"), "每月"),
    (re.compile(r"\b(end|beginning|start|middle) of (?:the )?(month|quarter|year)\b"), r"\1 of each \2"),
    (re.compile(r"(?<!each )(?<!every )\b(month|quarter|year)(?:'s)?[- ](end|close)\b"), r"each \1 end"),
    (re.compile(r"(?<![每各上下本半去明今整个和及与、0-9一二三四五六七八九十])(月|季度?|年)([底末终初中])"), r"每\1\2"),
)
"""What is said of the time that is, and meant of each that comes."""
_ONCE = re.compile(
    r"20[0-9]{2}|[今明后]年|[今明后]天|[上下本这]个?(?:周|星期|礼拜|季)|后$|以后"
    r"|\b(?:next|this|coming|today|tomorrow|in (?:[0-9]+|an?|one|two|three|four|five|six) )"
)
_DAYS = re.compile(r"[0-9]{1,2}[日号]")
"""What begins with a day of each month, and may name another: 15号和月底."""
_MONTH = re.compile(rf"[0-9一二三四五六七八九十] ?[月季]|\b(?:{MONTH_NAMES}|q[1-4]|quarter)\b")
_WEEKDAY = re.compile(
    r"^[^0-9第最]*(?:周|星期|礼拜)[一二三四五六日天]|^(?:on |by |before )?(?:mon|tues|wednes|thurs|fri)day\b"
)


def read_recurring(text: str, today: dt.date, country: str = CHINA) -> When:
    """The rhythm in a text, which may tell it of one month alone; a date only where its year or day is told.

    Raises Unread as `read_when` does.
    """
    written = clean(text).text
    folded, following = _every(fold(written))
    said = [folded] if _ONCE.search(folded) else [folded, _each(folded) + folded]
    said = said[::-1] if _DAYS.match(folded) else said
    read = _read(said, today, country)
    following = (following or read.following) and is_monthly(read.rrule)
    return replace(read, text=written, following=following)


def _every(folded: str) -> tuple[str, bool]:
    """The text said of every month, and whether it was said of the one that follows."""
    following = not _LONGER.search(folded) and _FOLLOWING.search(folded) is not None
    if following:
        folded = _FOLLOWING.sub("每月", _EVERY_MONTH.sub("", folded)).replace("每月月", "每月")
    for pattern, every in _HERE:
        folded = pattern.sub(every, folded)
    return folded, following


def _each(folded: str) -> str:
    """What is left unsaid of a day that comes again: of each year, week or month."""
    if _MONTH.search(folded):
        return "每年"
    return "每" if _WEEKDAY.search(folded) else "每月"


def _read(said: list[str], today: dt.date, country: str) -> When:
    """The first of several texts that is a rhythm; else the first alone."""
    for one in said:
        try:
            read = read_when(one, today, country)
        except Unread:
            continue
        if read.rrule:
            return read
    return read_when(min(said, key=len), today, country)
