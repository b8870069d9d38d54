"""Answers that can be meant in more ways than one: they are asked about, never guessed."""

import datetime as dt
import re

from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unclear
from kpi.units import kind

_LETTER = re.compile(r"(?<![a-z0-9.,])([0-9][0-9.,]*) ?m(?![a-z0-9])")
_MONEY = re.compile(r"[$€£¥]|元|块|[币圆]|\b(?:rmb|cny|usd|eur|gbp|hkd|twd|ntd|jpy|yuan|dollars?|euros?|pounds?)\b")
_YEN = re.compile(r"(?<![a-z])¥(?! ?rmb)")
_NAMED_MONEY = re.compile(r"元|块|人民币|日[元圆币]|\b(?:rmb|cny|jpy|yuan|yen)\b")
_NEXT_DAY = re.compile(
    r"(?<!下)下个?(?:周|星期|礼拜)([一二三四五六日天])|\bnext (mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_SHORT = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_DAY_MONTH = re.compile(r"(?<![0-9/.])([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})(?![0-9/])")
_SUNDAY = 6


def check_amount(text: str, language: str, unit: str | None) -> None:
    """Raise Unclear where an amount may be meant otherwise: "4m" (millions or minutes), to an English eye "¥".

    A `unit` that is known from before settles it.
    """
    folded = fold(text)
    if (match := _LETTER.search(folded)) and not _MONEY.search(folded) and (unit is None or kind(unit) == "time"):
        head, tail = text[: match.end(1)], text[match.end() :]
        raise Unclear(f"{head} million{tail}", f"{head} minutes{tail}")
    if language == "en" and unit not in {"CNY", "JPY"} and _YEN.search(folded) and not _NAMED_MONEY.search(folded):
        at = _YEN.search(folded)
        place = at.start() if at else 0
        raise Unclear(f"{text[:place]}CN¥{text[place + 1 :]}", f"{text[:place]}JP¥{text[place + 1 :]}")


def check_day(text: str, today: dt.date) -> None:
    """Raise Unclear where a day may be meant otherwise: 5/6/2027; 下周五 on a Sunday; "next Friday" before Friday."""
    folded = fold(text)
    if match := _DAY_MONTH.search(folded):
        _check_order(text, match)
    elif match := _NEXT_DAY.search(folded):
        day = "一二三四五六日".find(match[1].replace("天", "日")) if match[1] else _SHORT.index(match[2])
        if (match[1] and today.weekday() == _SUNDAY) or (match[2] and day > today.weekday()):
            coming = today + dt.timedelta(days=(day - today.weekday()) % 7 or 7)
            dates = (coming, coming + dt.timedelta(days=7))
            raise Unclear(*(f"{text[: match.start()]}{date}{text[match.end() :]}" for date in dates))


def _check_order(text: str, match: re.Match[str]) -> None:
    """Day before month, or month before day; where only one of them is a date, there is no doubt."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    dates = [f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first))]
    readings = [f"{text[: match.start()]}{date}{text[match.end() :]}" for date in dates]
    if first != second and all(_is_day(date) for date in dates):
        raise Unclear(*readings)


def _is_day(date: str) -> bool:
    try:
        dt.date.fromisoformat(date)
    except ValueError:
        return False
    return True
