"""The closed periods that people ask for: last week, month or quarter; and which of them they want to be told of."""

from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from kpi.digest import Rhythm

_NAMES = {
    Rhythm.WEEKLY: "weekly|week|last week|周|周报|每周|上周",
    Rhythm.MONTHLY: "monthly|month|last month|月|月报|每月|上月|上个月",
    Rhythm.QUARTERLY: "quarterly|quarter|last quarter|季|季度|季报|每季|每季度|上季度",
}
_KNOWN = {name: rhythm for rhythm, names in _NAMES.items() for name in names.split("|")}


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


def read_closed_period(text: str) -> Rhythm | None:
    """The period that a text names; None where it names none."""
    return _KNOWN.get(fold(clean(text).text))
