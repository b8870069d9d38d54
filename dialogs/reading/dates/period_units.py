"""Times that a period is told by: a year, a half-year, quarters, months, a day; 明年, 下半年, Q1 2027, 1 April 2027."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dialogs.reading.dates.calendar_dates import day, months_on
from dialogs.reading.dates.calendar_words import MONTH_NAMES, MONTH_NUMBERS
from dialogs.reading.numbers.numerals import whole_number
from kpi.period import Span, months_from


@dataclass(frozen=True, slots=True)
class Unit:
    """So many months from one on, or a `day`, of a year that is told, follows that of another time, or is open."""

    month: int
    months: int
    year: int | None = None
    day: int | None = None
    following: bool = False

    def span(self, year: int) -> Span:
        """Its days in a year. Raises Unread where the calendar has none."""
        first = day(year, self.month, self.day or 1)
        return Span(first, first) if self.day else months_from(first, self.months)


_YEARS = {
    -1: "去年度?|上一?年度?|last year|the previous year",
    0: "今年度?|本年度?|当年|这一?年|(?:the )?(?:this|current) (?:calendar )?year",
    1: "明年度?|来年度?|下一?年度?|(?:the )?(?:next|coming) (?:calendar )?year",
    2: "后年|the year after next",
}
_FOLLOWING = "次年|翌年|(?:the )?following year|the year after"
_YEAR = (
    r"(?:(?:(?:the )?(?:calendar )?year )?20[0-9]{2}(?![0-9])(?: ?年度?)?|'[0-9]{2}(?![0-9])"
    rf"|{'|'.join(_YEARS.values())}|{_FOLLOWING})"
)
_BEFORE = rf"(?:(?P<y>{_YEAR})(?:'s)?[ ,/.-]*的? ?)?"
_BEHIND = rf"(?:[ ,/.-]*(?:of |in )?(?P<z>{_YEAR}))?"
_N = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_Q = "[1-4一二三四]"
_TO = r" ?月? ?[-~–—至到] ?"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_WHICH = "|".join(_NTH)
_NEXT = {"next": 1, "coming": 1, "this": 0, "current": 0, "下": 1, "本": 0, "这": 0, "当": 0}
_HALF, _QUARTER, _WHOLE = 6, 3, 12


def _plain(month: int, months: int) -> Callable[[re.Match[str]], Unit]:
    return lambda _: Unit(month, months)


def _full_day(found: re.Match[str]) -> Unit:
    """2027-04-01, 2027年4月1日, 4月1日."""
    return Unit(whole_number(found["m"]), 0, None, whole_number(found["d"]))


def _named_day(found: re.Match[str]) -> Unit:
    """1 April 2027, April 1."""
    return Unit(MONTH_NUMBERS[found["name"]], 0, None, int(found["d"]))


def _day_first(found: re.Match[str]) -> Unit:
    """31/03/2027, 3/31/2027; which of them is the month is asked where both may be."""
    one, two = int(found["a"]), int(found["b"])
    month, number = (one, two) if two > _WHOLE else (two, one)
    return Unit(month, 0, None, number)


def _months(found: re.Match[str]) -> Unit:
    """4月, April, 1月至6月."""
    if name := found.groupdict().get("name"):
        return Unit(MONTH_NUMBERS[name], 1)
    return _from_to(found, 1)


def _quarters(found: re.Match[str]) -> Unit:
    """Q3, 三季度, 1-3季度, the third quarter."""
    if which := found.groupdict().get("which"):
        number = _NTH[which] if _NTH[which] > 0 else 4
        return Unit(number * _QUARTER - 2, _QUARTER)
    return _from_to(found, _QUARTER)


def _from_to(found: re.Match[str], size: int) -> Unit:
    first, last = found.groupdict().get("from"), whole_number(found["n"])
    begins = whole_number(first) if first else last
    return Unit((begins - 1) * size + 1, ((last - begins) % (_WHOLE // size) + 1) * size)


def _first_quarters(found: re.Match[str]) -> Unit:
    """前三季度, the first three quarters."""
    return Unit(1, _QUARTER * (2 if found["n"] in {"2", "二", "两", "two"} else 3))


def _half(found: re.Match[str]) -> Unit:
    first = found["half"] in {"1", "上", "前", "first", "1st"}
    return Unit(1 if first else _HALF + 1, _HALF)


_UNITS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Unit]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?P<y>20[0-9]{2})[-/.](?P<m>1[0-2]|0?[1-9])[-/.](?P<d>[0-9]{1,2})(?![0-9])", _full_day),
        (r"(?<![0-9])(?P<a>[0-9]{1,2})[/.](?P<b>[0-9]{1,2})[/.](?P<z>20[0-9]{2})(?![0-9])", _day_first),
        (rf"{_BEFORE}(?P<m>{_N}) ?月(?P<d>[0-9]{{1,2}})(?:[日号]|(?![0-9]))", _full_day),
        (rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{MONTH_NAMES})\b\.?{_BEHIND}", _named_day),
        (
            rf"(?P<name>{MONTH_NAMES})\.? (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9])(?:,? (?P<z>20[0-9]{{2}}))?",
            _named_day,
        ),
        (r"(?P<y>20[0-9]{2})[-/.](?P<n>1[0-2]|0?[1-9])(?![0-9])(?! ?[月季])", _months),
        (rf"{_BEFORE}(?:(?P<from>{_N}){_TO})?(?P<n>{_N}) ?月(?:份|(?!度))", _months),
        (rf"\b(?P<name>{MONTH_NAMES})\b\.?{_BEHIND}", _months),
        (rf"{_BEFORE}(?P<half>[上下前后])半年(?:度)?", _half),
        (rf"{_BEFORE}(?<![a-z])h(?P<half>[12])\b{_BEHIND}", _half),
        (r"(?P<half>[12])h[ -]?(?P<z>20[0-9]{2}|'?[0-9]{2})(?![0-9])", _half),
        (
            rf"{_BEFORE}(?P<half>first|second|1st|2nd|last) half(?:[- ]year)?(?: of the year|{_BEHIND})",
            _half,
        ),
        (rf"{_BEFORE}前(?P<n>[二两三23]) ?个?季度?", _first_quarters),
        (rf"{_BEFORE}(?:the )?first (?P<n>two|three|2|3) quarters{_BEHIND}", _first_quarters),
        (rf"{_BEFORE}第?(?:(?P<from>{_Q}) ?(?:季度?)?[-~–—至到、和] ?第?)?(?P<n>{_Q}) ?季度?", _quarters),
        (rf"{_BEFORE}(?<![a-z])q(?:(?P<from>[1-4]) ?[-~–—] ?)?q?(?P<n>[1-4])\b{_BEHIND}", _quarters),
        (r"(?P<n>[1-4])q[ -]?(?P<z>20[0-9]{2}|'?[0-9]{2})(?![0-9])", _quarters),
        (rf"{_BEFORE}(?P<which>{_WHICH}) quarter(?: of the year|{_BEHIND})", _quarters),
        (rf"{_BEFORE}年[底末终]|(?:the )?end of the year|\byear[- ]end\b", _plain(_WHOLE, 1)),
        (rf"(?P<y>{_YEAR})", _plain(1, _WHOLE)),
    )
)
_NEAR = re.compile(
    r"(?P<which>下|本|这|当)(?P<size>一?个半年|一?个?季度?|一?个?月)"
    r"|\b(?P<when>next|coming|this|current) (?P<unit>half|quarter|month)(?:[- ]year)?\b"
)
_COMING = re.compile(rf"\b(?:next|coming) (?P<name>{MONTH_NAMES})\b")
_NOW = re.compile(r"今天|即日|现在|\btoday\b|\bnow\b")
_SIZES = {"半年": _HALF, "half": _HALF, "季": _QUARTER, "季度": _QUARTER, "quarter": _QUARTER, "月": 1, "month": 1}


def unit_at(folded: str, at: int, today: dt.date) -> tuple[Unit, int] | None:
    """The time that is told at a place of a folded text, and where it ends."""
    if found := _NOW.match(folded, at):
        return Unit(today.month, 0, today.year, today.day), found.end()
    if found := _NEAR.match(folded, at):
        return _near(found, today), found.end()
    if (found := _COMING.match(folded, at)) and MONTH_NUMBERS[found["name"]] <= today.month:
        # Next April is next year's when this one is over; before, it may be either.
        return Unit(MONTH_NUMBERS[found["name"]], 1, today.year + 1), found.end()
    for pattern, build in _UNITS:
        if found := pattern.match(folded, at):
            return _of_year(build(found), found, today), found.end()
    return None


def _near(found: re.Match[str], today: dt.date) -> Unit:
    """Next quarter, 本月, 下个半年."""
    size = _SIZES[(found["size"] or found["unit"]).lstrip("一个")]
    begins = (today.month - 1) // size * size - (today.month - 1)
    year, month = months_on(today, begins + size * _NEXT[found["which"] or found["when"]])
    return Unit(month, size, year)


def _of_year(unit: Unit, found: re.Match[str], today: dt.date) -> Unit:
    """The unit with the year that is told with it."""
    said = next((value for name, value in found.groupdict().items() if name in {"y", "z"} and value), None)
    if said is None:
        return unit
    if re.fullmatch(_FOLLOWING, said):
        return replace(unit, following=True)
    shift = next((years for years, names in _YEARS.items() if re.fullmatch(names, said)), None)
    if shift is not None:
        return replace(unit, year=today.year + shift)
    digits = int("".join(filter(str.isdecimal, said)))
    return replace(unit, year=digits if digits >= 100 else 2000 + digits)


def in_turn(unit: Unit, today: dt.date) -> Iterator[Unit]:
    """The unit in the years in which it may be meant, where its year is not told: this one and the next."""
    years = (unit.year,) if unit.year else (today.year + unit.following, today.year + 1 + unit.following)
    return (replace(unit, year=year, following=False) for year in years)
