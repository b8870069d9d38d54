"""The closed periods that people ask for: last week, 2026-10, Q3; and which of them they want to be told of."""

import datetime as dt
import re

from dialogs.reading.dates.calendar_words import MONTH_NAMES, MONTH_NUMBERS
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from kpi.digest import Rhythm, closed
from kpi.period import Span

_NAMES = {
    Rhythm.WEEKLY: "weekly|week|last week|周|周报|每周|上周",
    Rhythm.MONTHLY: "monthly|month|last month|月|月报|每月|上月|上个月",
    Rhythm.QUARTERLY: "quarterly|quarter|last quarter|季|季度|季报|每季|每季度|上季度",
}
_KNOWN = {name: rhythm for rhythm, names in _NAMES.items() for name in names.split("|")}
_YEAR = "(?P<year>20[0-9]{2})"
_MONTHS = (
    rf"{_YEAR}-0?(?P<name>[1-9]|1[0-2])",
    rf"(?:{_YEAR}年)?(?P<name>[1-9]|1[0-2])月份?",
    rf"(?P<name>{MONTH_NAMES})(?: {_YEAR})?",
)
_QUARTERS = (
    rf"(?:{_YEAR}[ -]?)?q(?P<name>[1-4])",
    rf"q(?P<name>[1-4]) ?{_YEAR}",
    rf"(?:{_YEAR}年)?第?(?P<name>[1-4一二三四])季度?",
)
_NAMED = [
    (rhythm, re.compile(pattern))
    for rhythm, patterns in ((Rhythm.MONTHLY, _MONTHS), (Rhythm.QUARTERLY, _QUARTERS))
    for pattern in patterns
]
_NUMBERS = MONTH_NUMBERS | {name: number for number, name in enumerate("一二三四", 1)}

_SWITCHES = {
    True: "on|start|send|turn on|开|开启|打开|恢复|订阅",
    False: "off|stop|don't send|turn off|关|关闭|停止|取消|不要",
}
_TURNS = {name: wanted for wanted, names in _SWITCHES.items() for name in names.split("|")}
_SETTINGS = frozenset({"settings", "setting", "schedule", "设置", "设定"})


def read_turned(text: str) -> tuple[Rhythm, bool] | None:
    """Which digest is to be sent or not: "weekly off", 关闭周报; None where the text says nothing of it."""
    said = fold(clean(text).text)
    for turn, wanted in _TURNS.items():
        for rest in (said.removesuffix(turn), said.removeprefix(turn)):
            if rest != said and (rhythm := _KNOWN.get(rest.strip())):
                return rhythm, wanted
    return None


def asks_settings(text: str) -> bool:
    """Whether a text asks which digests are sent."""
    return fold(clean(text).text) in _SETTINGS


def read_closed_period(text: str, today: dt.date) -> tuple[Rhythm, Span] | None:
    """The period that a text names, by what it is and its days; None where it names none.

    Of months and quarters without a year the newest that is over: in November, October is that of this year.
    """
    said = fold(clean(text).text)
    if rhythm := _KNOWN.get(said):
        return rhythm, closed(rhythm, today)
    for rhythm, pattern in _NAMED:
        if found := pattern.fullmatch(said):
            number = _NUMBERS.get(found["name"]) or int(found["name"])
            return rhythm, _ended(rhythm, number if rhythm is Rhythm.MONTHLY else 3 * number, found["year"], today)
    return None


def _ended(rhythm: Rhythm, month: int, year: str | None, today: dt.date) -> Span:
    """The period that ends with a month, of the year that is told or else the newest that is over."""
    ended = closed(rhythm, _first_after(int(year) if year else today.year, month))
    return ended if year or ended.last < today else closed(rhythm, _first_after(today.year - 1, month))


def _first_after(year: int, month: int) -> dt.date:
    """The first day after a month."""
    return dt.date(year + month // 12, month % 12 + 1, 1)
