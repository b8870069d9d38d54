"""What units are units of: counts, times, money."""

from dialogs.reading.figures.asked import Asked
from dialogs.reading.text.fold import fold
from kpi.units import kind

_COUNTERS = ("人位名", "次回趟遍", "家户店位名", "件箱包台套", "单笔", "份篇", "天", "条", "项")
"""Nouns that count, together where one stands for another."""


def is_counted(asked: Asked) -> bool:
    """Whether none of what an indicator is named after makes it nought; no answers are no hours to answer."""
    return kind(asked.unit) is None


def count_different(unit: str, other: str) -> bool:
    """Whether two nouns count different things: 人 and 次, though not 人 and 位."""
    groups = [{at for at, group in enumerate(_COUNTERS) if fold(noun) in group} for noun in (unit, other)]
    return all(groups) and not groups[0] & groups[1]
