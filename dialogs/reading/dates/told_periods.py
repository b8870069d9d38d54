"""Months and longer times that are told of a figure: 8月2%, 3 in August, 去年9月, Q3, 上半年, year to date."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dialogs.reading.dates.calendar_dates import last_day
from dialogs.reading.dates.calendar_words import MONTH_NAMES, MONTH_NUMBERS
from dialogs.reading.dates.told_days import Days
from dialogs.reading.numbers.numerals import whole_number
from dialogs.reading.text.fold import fold
from dialogs.reading.values.amounts import Amount

_NUMBER = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_YEAR = r"(?:(?P<year>20[0-9]{2}) ?(?:年度?)? ?|(?P<ago>[今本去前上]年)(?:度?的?) ?)?"
_PLAIN_MONTHS = "|".join(name for name in MONTH_NAMES.split("|") if name not in {"may", "march", "mar"})
_PERIODS = (
    re.compile(
        rf"(?<![0-9.近前后过每上下第这]){_YEAR}(?:(?P<from>{_NUMBER}) ?月?份? ?[-~–—至到] ?)?"
        rf"(?P<month>{_NUMBER}) ?月份?(?! ?(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?[日号])"
    ),
    re.compile(
        rf"\b(?:(?:in|for|during|of) (?P<month>{MONTH_NAMES})|(?P<plain>{_PLAIN_MONTHS}))(?![a-z])\.?"
        r"(?:,? (?P<year>20[0-9]{2})(?![0-9]))?"
    ),
    re.compile(rf"{_YEAR}(?<!前)第?(?P<quarter>[一二三四1-4]) ?季(?:度|(?=[ :0-9]))"),
    re.compile(rf"{_YEAR}前(?P<quarters>[二两三]) ?个?季度"),
    re.compile(r"\bq(?P<quarter>[1-4])\b(?:,? (?P<year>20[0-9]{2})(?![0-9]))?"),
    re.compile(r"\b(?P<ordinal>first|second|third|fourth) quarter\b(?:(?: of)? (?P<year>20[0-9]{2})(?![0-9]))?"),
    re.compile(rf"{_YEAR}(?P<half>[上下])半年|\bh(?P<number>[12])\b(?:,? (?P<year_behind>20[0-9]{{2}})(?![0-9]))?"),
    re.compile(
        r"(?P<to_date>[今本]年(?:以来|至今|累计|到现在|到目前|迄今)|年初(?:至今|到现在|到目前|以来)|年度?累计"
        r"|\bytd\b|\byear[ -]to[ -]date\b|\bso far this year\b|\bthis year so far\b)"
    ),
    re.compile(
        r"(?P<quarter_to_date>[本这]个?季度?(?:以来|至今|累计|到现在|到目前|迄今)?|季度累计"
        r"|\bqtd\b|\bquarter[ -]to[ -]date\b|\bthis quarter\b)"
    ),
    re.compile(rf"{_YEAR}(?:全年|一?整年)"),
    re.compile(
        r"\b(?:full|whole|entire) year\b"
        r"|(?P<year>20[0-9]{2}) ?年度?(?! ?[0-9一二三四五六七八九十]{1,3} ?月|第|[上下]半年)|^ *(?P<only>20[0-9]{2}) ?:"
    ),
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_AGO = {"今": 0, "本": 0, "去": 1, "上": 1, "前": 2}
_NUMERALS = re.compile("[0-9一二两三四五六七八九十]+")
_MARK = re.compile(r"[,，;；。、\n]")
_BESIDE = re.compile(r"[ (:-]*(?:(?:in|for|during|of|as of|the)\b *)*\(?")
_NOTHING = re.compile(r"(?:[份的]|数据|數據)* *(?:[)）,，;；。、.\n]|$)")
_COMPARED = re.compile(r"(?:[比较]|\bthan|\bvs\.?|\bsince) ?$")
_REACH = 24
"""Characters before a time that tell whether it stands alone, or is held against."""
_QUARTER: Final = 3
_HALF: Final = 6
_WHOLE: Final = 12


@dataclass(frozen=True, slots=True)
class Period:
    """One or more months as they are told in a text, from `start` to `end`.

    They begin with `month`, or the quarter that is asked about where that is 0; without `months` they last until now.
    The year is told, or counted back from the one in which the figure is due, or open.
    """

    start: int
    end: int
    month: int
    months: int
    year: int | None = None
    ago: int | None = None

    def within(self, days: Days) -> bool:
        """Whether these are the days: a month with some of them, or a longer time that is about the same."""
        return any(
            days.first <= last and first <= days.last if self.months == 1 else _same(first, last, days)
            for first, last in self._spans(days)
        )

    def _spans(self, days: Days) -> Iterator[tuple[dt.date, dt.date]]:
        month = self.month or days.last.month - (days.last.month - 1) % _QUARTER
        for year in self._years(days):
            last = last_day(year, month + self.months - 1) if self.months else days.last
            yield dt.date(year, month, 1), last

    def _years(self, days: Days) -> tuple[int, ...]:
        if self.year:
            return (self.year,)
        if self.ago is not None:
            return (days.until.year - self.ago,)
        here = days.last.year
        return (here - 1, here, here + 1) if self.months else (here,)


def _same(first: dt.date, last: dt.date, days: Days) -> bool:
    """Whether most of a time lies within the days and most of the days in it."""
    common = min(last, days.last) - max(first, days.first) + dt.timedelta(1)
    longest = max(last - first, days.last - days.first) + dt.timedelta(1)
    return common * 2 > longest


def told_periods(text: str) -> Sequence[Period]:
    """The months and longer times in a cleaned text, in order."""
    found = (match for pattern in _PERIODS for match in pattern.finditer(fold(text)))
    return sorted((_period(match) for match in found), key=lambda one: one.start)


def _period(match: re.Match[str]) -> Period:
    said = {name: value for name, value in match.groupdict().items() if value}
    year = next((int(said[key]) for key in ("year", "year_behind", "only") if key in said), None)
    ago = _AGO[said["ago"][0]] if "ago" in said else None
    return Period(*match.span(), *_months(said), year, ago)


def _months(said: dict[str, str]) -> tuple[int, int]:
    """The first month of a time, and how many these are."""
    if month := said.get("month") or said.get("plain"):
        last = MONTH_NUMBERS.get(month) or whole_number(month)
        first = whole_number(said["from"]) if "from" in said else last
        return min(first, last), max(last - first, 0) + 1
    if quarter := said.get("quarter") or said.get("ordinal"):
        return (_ORDINALS.get(quarter) or whole_number(quarter)) * _QUARTER - 2, _QUARTER
    if "quarters" in said:
        return 1, whole_number(said["quarters"]) * _QUARTER
    if "half" in said or "number" in said:
        return (1 if said.get("half") == "上" or said.get("number") == "1" else _HALF + 1), _HALF
    if "to_date" in said:
        return 1, 0
    return (0, _QUARTER) if "quarter_to_date" in said else (1, _WHOLE)


def about(period: Period, text: str, amounts: Sequence[Amount]) -> int | None:
    """The place of the number that a time is told of: in its clause, or else right before it, or behind its mark."""
    before = text[max(0, period.start - _REACH) : period.start]
    ahead = next((place for place, one in enumerate(amounts) if one.start >= period.end), None)
    behind = max((place for place, one in enumerate(amounts) if one.start < period.start), default=None)
    clauses = _MARK.split(text[period.end : amounts[ahead].start]) if ahead is not None else []
    if _COMPARED.search(fold(before)):
        return None
    if len(clauses) == 1:
        return ahead
    if behind is not None and _follows(period, text, amounts[behind].end):
        return behind
    return ahead if clauses and not (clauses[0].strip() or _MARK.split(before)[-1].strip()) else None


def _follows(period: Period, text: str, end: int) -> bool:
    """Whether a time stands right behind what ends here: 3 in August, 1.8%（8月）, though not 127 8月缺货."""
    if not _BESIDE.fullmatch(fold(text[end : period.start])):
        return False
    return text[period.start : period.end].isascii() or _NOTHING.match(text, period.end) is not None


def numerals(period: Period, text: str) -> Iterator[tuple[int, int]]:
    """Where the numerals of a time stand in a text."""
    return (match.span() for match in _NUMERALS.finditer(fold(text), period.start, period.end))
