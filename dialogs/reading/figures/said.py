"""A text as figures are read in it: its numbers, without those that are none, and the times they are told of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.dates.told_days import Told, told_days
from dialogs.reading.dates.told_periods import Period, about, numerals, told_periods
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figure_words import blanked, naming, unnamed, without_idle_numerals
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.standards import read_amounts
from kpi.units import kind

_MARK = re.compile(r"[,，;；。、\n]")


@dataclass(frozen=True, slots=True)
class Said:
    """A text as figures are read in it, all as long as it was."""

    written: str
    """Without numerals that are no figures."""
    bare: str
    """That without names, too."""
    naming: str
    """That with whole names, but without any other digits."""
    amounts: Sequence[Amount]
    days: Sequence[Told]
    periods: Sequence[tuple[Period, int | None]]
    """The months and longer times, each with the place of the number that it is told of."""

    def periods_of(self, place: int | None) -> list[Period]:
        """What is told of the number at a place, or of none."""
        return [one for one, of in self.periods if of == place]


def read_said(text: str, asked: Sequence[Asked]) -> Said:
    """A text as the figures of indicators are read in it."""
    names = tuple(dict.fromkeys(name for one in asked for name in (one.name, *one.others)))
    bare = unnamed(text, names)
    days = told_days(bare)
    periods = [
        one for one in told_periods(bare) if not any(one.start < day.end and day.start < one.end for day in days)
    ]
    asked_for = {one.days for one in asked if one.days}
    idle = [(one.start, one.end) for one in days]
    for period in periods:
        own = any(map(period.within, asked_for))
        idle += [(period.start, period.end)] if own else numerals(period, text)
    written = without_idle_numerals(blanked(text, idle), names)
    bare, amounts = unnamed(text, names, written), read_amounts(written)
    told = [(one, about(one, bare, amounts)) for one in periods]
    return Said(written, bare, naming(text, names, written), amounts, days, told)


def beside(said: Said, place: int) -> str:
    """The words around a number, up to the next mark or number, with the noun it counts."""
    written, amounts, amount = said.written, said.amounts, said.amounts[place]
    before = said.naming[amounts[place - 1].end if place else 0 : amount.start]
    after = said.naming[amount.end : amounts[place + 1].start if place + 1 < len(amounts) else len(written)]
    noun = amount.unit if amount.unit and amount.unit in written and kind(amount.unit) != "time" else ""
    return f"{_MARK.split(before)[-1]} {noun} {_MARK.split(after)[0]}"


def sides(said: Said, place: int) -> tuple[str, str]:
    """The words before a number, and those from it on, up to the next marks or numbers."""
    amounts, amount = said.amounts, said.amounts[place]
    before = said.naming[amounts[place - 1].end if place else 0 : amount.start]
    after = said.naming[amount.start : amounts[place + 1].start if place + 1 < len(amounts) else len(said.naming)]
    return _MARK.split(before)[-1], _MARK.split(after)[0]
