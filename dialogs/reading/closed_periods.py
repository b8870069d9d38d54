"""The closed periods that people ask for: last week, 2026-10, Q3; and which of them they want to be told of."""

import datetime as dt
import re

from dialogs.reading.calendar_words import MONTH_NAMES, MONTHS
from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from kpi.digest import Rhythm, Span, closed

_NAMES = {
    Rhythm.WEEKLY: "weekly|week|last week|周|周报|每周|上周",
    Rhythm.MONTHLY: "monthly|month|last month|月|月报|每月|上月|上个月",
    Rhythm.QUARTERLY: "quarterly|quarter|last quarter|季|季度|季报|每季|每季度|上季度",
}
_KNOWN = {name: rhythm for rhythm, names in _NAMES.items() for name in names.split("|")}
_NUMBERS = {name: int(number) for number, names in MONTHS.items() for name in names.split("|")}
_YEAR = r"(?P<year>20[0-9]{2})"
_MONTH = re.compile(
    rf"{_YEAR}-(?P<number>0?[1-9]|1[0-2])|(?:{_YEAR.replace('year', 'before')}年)?(?P<month>[1-9]|1[0-2])月份?"
    rf"|(?P<name>{MONTH_NAMES})(?: {_YEAR.replace('year', 'behind')})?"
)
_QUARTER = re.compile(
    rf"(?:{_YEAR}[ -]?)?q(?P<number>[1-4])|q(?P<month>[1-4]) ?{_YEAR.replace('year', 'behind')}"
    rf"|(?:{_YEAR.replace('year', 'before')}年)?第?(?P<name>[1-4一二三四])季度?"
)

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
    if found := _MONTH.fullmatch(said):
        name = _part(found, "number", "month", "name")
        return Rhythm.MONTHLY, _ended(Rhythm.MONTHLY, _NUMBERS.get(name) or int(name), found, today)
    if found := _QUARTER.fullmatch(said):
        name = _part(found, "number", "month", "name")
        return Rhythm.QUARTERLY, _ended(Rhythm.QUARTERLY, 3 * ("一二三四".find(name) + 1 or int(name)), found, today)
    return None


def _ended(rhythm: Rhythm, month: int, found: re.Match[str], today: dt.date) -> Span:
    """The period that ends with a month, of the year that is told or else the newest that is over."""
    year = _part(found, "year", "before", "behind")
    ended = closed(rhythm, _first_after(int(year) if year else today.year, month))
    return ended if year or ended.last < today else closed(rhythm, _first_after(today.year - 1, month))


def _first_after(year: int, month: int) -> dt.date:
    """The first day after a month."""
    return dt.date(year + month // 12, month % 12 + 1, 1)


def _part(found: re.Match[str], *names: str) -> str:
    return next((said for name in names if (said := found[name])), "")
