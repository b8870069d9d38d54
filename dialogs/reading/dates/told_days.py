"""Days that are told beside figures: 3月4日 退货率 1.5%, returns on 4 March: 1.5%."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from dialogs.reading.dates.calendar_dates import last_day
from dialogs.reading.dates.calendar_words import MONTH_NAMES, MONTHS
from dialogs.reading.numbers.numerals import whole_number
from dialogs.reading.text.fold import fold

_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_TH = "(?:st|nd|rd|th)?"
_DAYS = (
    re.compile(r"(?<![0-9])(?P<year>[12][0-9]{3})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])"),
    re.compile(r"(?<![0-9.])(?P<one>[0-9]{1,2})([./])(?P<other>[0-9]{1,2})\2(?P<year>[12][0-9]{3})(?![0-9])"),
    re.compile(
        rf"(?:(?P<year>[12][0-9]{{3}}) ?年 ?)?(?P<month>{_NUMBER}) ?月 ?(?P<day>{_NUMBER}) ?[日号](?!均)"
        rf"(?: ?[至到~–—-] ?(?:{_NUMBER})[日号](?!均))?"
    ),
    re.compile(
        rf"(?:(?<![0-9.])[0-9]{{1,2}}{_TH} ?(?:-|–|to|until) ?)?"
        rf"(?<![0-9.,])(?P<day>[0-9]{{1,2}}){_TH}(?: of)? (?P<month>{MONTH_NAMES})(?![a-z])\.?"
        r"(?:,? (?P<year>20[0-9]{2}))?"
    ),
    re.compile(
        rf"\b(?P<month>{MONTH_NAMES})\.? (?P<day>[0-9]{{1,2}})"
        r"(?:(?:st|nd|rd|th)?,? (?P<year>20[0-9]{2})(?![0-9])|(?:st|nd|rd|th)\b|(?= ?[:;,)](?![0-9])))"
    ),
    re.compile(rf"\b(?:on|by|until|till|as of) (?P<month>{MONTH_NAMES})\.? (?P<day>[0-9]{{1,2}})(?![0-9.%])"),
    re.compile(
        r"(?:^ *(?=[0-9./]+[^0-9./].*[0-9])|\(|\b(?:on|by|until|till|as of) |截至 ?)"
        r"(?P<one>[0-9]{1,2})(?:/(?P<other>[0-9]{1,2})|\.(?P<two>[0-9]{1,2})\.)"
        r"(?=[ :,)])"
    ),
)
"""Days with their month, by number only where nothing else can be meant."""
_MONTH = re.compile(
    rf"^ *(?:(?P<year>[12][0-9]{{3}}) ?年 ?)?(?P<month>{_NUMBER}) ?月份?(?! ?[0-9一二三四五六七八九十])"
    rf"|^ *(?:in |for )?(?P<name>{MONTH_NAMES})(?![a-z]| be\b| [0-9]{{1,2}}(?:[ :,]|$))\.?"
)
"""A month that an answer begins with."""
_MONTHS = {name: int(number) for number, names in MONTHS.items() for name in names.split("|")}


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a figure is about, and the day `until` which it is told."""

    first: dt.date
    last: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class Told:
    """A day as it is told in a text, from `start` to `end`: its month and day in either order, perhaps its year.

    The day 0 is the whole month.
    """

    start: int
    end: int
    numbers: tuple[tuple[int, int], ...]
    year: int | None

    def within(self, days: Days) -> bool:
        """Whether it can be one of these days, or a month with some of them."""
        spans = self._spans(days.last.year)
        return any(
            days.first <= last and first <= (days.until if first == last else days.last) for first, last in spans
        )

    def _spans(self, year: int) -> Iterator[tuple[dt.date, dt.date]]:
        for one in (self.year,) if self.year else (year - 1, year, year + 1):
            for month, day in self.numbers:
                with suppress(ValueError):
                    first = dt.date(one, month, day or 1)
                    yield first, first if day else last_day(one, month)


def told_days(text: str) -> Sequence[Told]:
    """The days that a cleaned text tells, in order, and the month that it begins with; weekdays alone are none."""
    found = (match for pattern in (*_DAYS, _MONTH) for match in pattern.finditer(fold(text)))
    return sorted(map(_told, found), key=lambda told: told.start)


def _told(match: re.Match[str]) -> Told:
    said = match.groupdict()
    year = int(said["year"]) if said.get("year") else None
    if "one" in said:
        one, other = int(said["one"]), int(said["other"] or said["two"])
        return Told(*match.span(), ((one, other), (other, one)), year)
    month = said.get("name") or said["month"]
    return Told(
        *match.span(), ((_MONTHS.get(month) or whole_number(month), whole_number(said.get("day") or "0")),), year
    )
