"""Fiscal years: FY27, 2027财年, 2026/27, next financial year. When they begin is a setting of the organisation."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kpi.period import Span, months_from

_JANUARY, _YEAR = 1, 12
_USUAL = (1, 4, 7, 10)
"""The months in which fiscal years begin, where that of the organisation is not known."""
_ANY = "20[0-9]{2}|[0-9]{2}"
_WORD = "财政?年度?|会计年度|财务年度|营业年度"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bfy ?'?(?P<one>{_ANY})(?: ?[/-] ?(?P<two>{_ANY}))?(?![0-9])",
        rf"(?P<one>{_ANY})(?: ?[/–-] ?(?P<two>{_ANY}))? ?年?(?:{_WORD})",
        rf"(?:fiscal|financial)(?: year)? '?(?P<one>{_ANY})(?: ?[/–-] ?(?P<two>{_ANY}))?(?![0-9])",
        r"(?P<one>20[0-9]{2}) ?[/–-] ?(?P<two>[0-9]{2})(?![0-9./-])(?! ?[年月日季])",
        r"(?P<one>[0-9]{2})/(?P<two>[0-9]{2})(?= (?:fiscal |financial )?year\b)",
        rf"(?P<next>下一?个?|明年的?|来年的?)(?:{_WORD})|(?:本|这个?|当前)?(?:{_WORD})",
        r"\b(?P<near>next|coming|this|our|the|current) (?:fiscal|financial) year\b|\b(?:fiscal|financial) year\b",
    )
)


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year as it is told: what it is called by, the year in which it begins, or how many years from now."""

    called: int | None = None
    begins: int | None = None
    ahead: int = 0

    def spans(self, start: int | None, today: dt.date) -> Iterator[Span]:
        """The days it may have, by the month in which fiscal years begin, or any of the usual ones."""
        for month in (start,) if start else _USUAL:
            for year in self._years(month, today):
                yield months_from(dt.date(year, month, 1), _YEAR)

    def _years(self, month: int, today: dt.date) -> tuple[int, ...]:
        """The years in which it may begin: it is called by the one in which it ends, or by that in which it begins."""
        if self.begins:
            return (self.begins,) if month != _JANUARY else ()
        if self.called:
            return (self.called,) if month == _JANUARY else (self.called - 1, self.called)
        return (today.year - (today.month < month) + self.ahead,)


def fiscal_at(folded: str, at: int) -> tuple[FiscalYear, int] | None:
    """The fiscal year that is told at a place of a folded text, and where it ends."""
    for pattern in _PATTERNS:
        found = pattern.match(folded, at)
        if found and (year := _told(found.groupdict())):
            return year, found.end()
    return None


def _told(said: dict[str, str | None]) -> FiscalYear | None:
    if one := said.get("one"):
        first, second = _full(one), said.get("two")
        if second is None:
            return FiscalYear(called=first)
        return FiscalYear(begins=first) if _full(second) == first + 1 else None
    return FiscalYear(ahead=1 if said.get("next") or said.get("near") in {"next", "coming"} else 0)


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else 2000 + int(year)
