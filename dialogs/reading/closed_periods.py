"""The closed periods that people ask for: last week, month or quarter."""

from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from kpi.digest import Rhythm

_NAMES = {
    Rhythm.WEEKLY: "weekly|week|last week|周|周报|每周|上周",
    Rhythm.MONTHLY: "monthly|month|last month|月|月报|每月|上月|上个月",
    Rhythm.QUARTERLY: "quarterly|quarter|last quarter|季|季度|季报|每季|每季度|上季度",
}
_KNOWN = {name: rhythm for rhythm, names in _NAMES.items() for name in names.split("|")}


def read_closed_period(text: str) -> Rhythm | None:
    """The period that a text names; None where it names none."""
    return _KNOWN.get(fold(clean(text).text))
