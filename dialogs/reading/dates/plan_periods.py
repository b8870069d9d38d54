"""The period of a plan: 2027, 下半年, Q1 to Q3 2027, FY27, from April for twelve months, 2027年1月至6月."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogs.reading.answers.unclear import check_day
from dialogs.reading.dates.fiscal_years import FiscalYear, fiscal_at
from dialogs.reading.dates.period_units import Unit, in_turn, unit_at
from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.unread import Unclear, Unread
from kpi.period import Period, Span, months_from
from kpi.plan import When

_LONGEST = 200
"""Characters of a text that is a period."""
_YEAR = 12
_MOST = 60
"""Months of the longest period."""
_TO = re.compile(r"\s*(?:[-–—~]+|截?至|截止到?|一?直?到|\b(?:up )?to\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b)\s*")
_FROM = re.compile(r"从|自|由|起|开始|\b(?:from|starting|starts|beginning|begins|since|as of|onwards?)\b")
_LENGTH = re.compile(
    r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3}|\b(?:an?|one|two|three|four|five|six|nine|twelve|eighteen|half an?))"
    r"[ -]?(?P<unit>个月|年|个?季度|个?半年|(?:months?|quarters?|years?|half[- ]years?)(?!\w))|(?P<half>半年)"
)
_SIZES = {"月": 1, "m": 1, "季": 3, "q": 3, "半": 6, "h": 6, "年": 12, "y": 12}
_WHOLE = re.compile(r"全年|整年|年度|\b(?:full|whole|entire) year\b|\bannual\b")
_EDGE = re.compile(r"底|末|初|\b(?:the )?(?:end|beginning|start) of\b")
_FILLER = re.compile(
    r"[\s,.;:()\"'!?、。·]+|就|按照?|用于?|适用于?|考核|绩效|周期|期间|时间|计划|这个?|这份|我们|公司|整个|总共|一?共|为期|期"
    r"|的|为|是|在|全|止|(?:日历|自然|公历)(?=年|20)"
    r"|\b(?:the|for|in|of|our|plan|period|appraisal|review|it|it's|its|is|this|that|a|all|calendar|covers?|covering"
    r"|lasting|runs?|running|and|whole|full|entire|inclusive|year|we|use|take|go(?:es)?|with|on|at|will|be)\b"
)
"""What tells no time."""
_CENTURY = re.compile("[二2][〇零oO0][一二三四五六七八九〇零]{2}(?=年)")
_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_REPUBLIC = re.compile("(?:民国 ?([0-9]{2,3})|(?<![0-9])(1[0-4][0-9]))年")
"""Years of the Republic, as Taiwan counts them: 民國116年, 116年度."""
_Told = Unit | FiscalYear | int | str
"""A time, a fiscal year, a length in months, or the mark "to", "from" or "whole"."""


def read_period(text: str, today: dt.date, fiscal_start: int | None = None) -> Period:
    """The period that a text tells, with its days. `fiscal_start` is the month in which fiscal years begin.

    Raises Unread where it is none, or over; Unclear where its year may be another, or it has no end.
    """
    written = clean(text).text
    check_day(written, today)
    folded = _REPUBLIC.sub(lambda found: f"{int(found[1] or found[2]) + 1911}年", fold(unpolite(written)[:_LONGEST]))
    folded = _CENTURY.sub(lambda found: "".join(_DIGITS.get(one, one) for one in found[0].lower()), folded)
    period = _meant(list(_tokens(folded, today)), today, fiscal_start)
    days = period.days
    if days is None or days.last < days.first or months_from(days.first, _MOST).last < days.last:
        raise Unread("unread.period")
    if days.last < today:
        raise Unread("unread.period.over", last=When("", days.last.isoformat()))
    return replace(period, text=written)


def is_period(text: str, today: dt.date) -> bool:
    """Whether a text tells the period of a plan, and no more."""
    try:
        read_period(text, today)
    except Unread:
        return False
    return True


def _tokens(folded: str, today: dt.date) -> Iterator[_Told]:
    """What a text is made of; raises Unread where something in it tells no time."""
    at = 0
    while at < len(folded):
        if found := fiscal_at(folded, at) or unit_at(folded, at, today):
            told, at = found
            yield told
        elif length := _LENGTH.match(folded, at):
            at = length.end()
            yield _length(length)
        else:
            name, at = _mark(folded, at)
            if name:
                yield name


def _mark(folded: str, at: int) -> tuple[str | None, int]:
    for name, pattern in (("from", _FROM), ("to", _TO), ("whole", _WHOLE), (None, _EDGE), (None, _FILLER)):
        if found := pattern.match(folded, at):
            return name, found.end()
    raise Unread("unread.period")


def _length(found: re.Match[str]) -> int:
    """How many months a length has."""
    said, unit = found[0], found["unit"] or found["half"]
    size = _SIZES[unit.lstrip("个")[0]]
    if said.startswith("half "):
        return size // 2
    number = 1 if re.match(r"an?\b|半", said) else int(getattr(numeral(said, 0), "value", 0))
    return number * size


def _meant(told: Sequence[_Told], today: dt.date, fiscal_start: int | None) -> Period:
    """The period of what was told: the kinds of things in it say how they belong together."""
    units = [one for one in told if isinstance(one, Unit)]
    years = [one for one in told if isinstance(one, FiscalYear)]
    lengths = [one for one in told if isinstance(one, int)]
    match len(years), len(units), len(lengths), "to" in told:
        case 1, 0, 0, False:
            return _fiscal(years[0], None, today, fiscal_start)
        case 1, 1, 0, False if units[0].year is None and units[0].months in {3, 6}:
            return _fiscal(years[0], units[0], today, fiscal_start)
        case 1, 2, 0, True:
            return Period("", next(_ranges(units[0], units[1], today)), years[0].called)
        case 0, 1, 1, False:
            return Period("", _lasting(units[0], lengths[0], today))
        case 0, 2, 0, True:
            return Period("", _from_to(units[0], units[1], today, fiscal_start))
        case 0, 1, 0, False if "from" in told:
            raise _without_end(units[0], today)
        case 0, 1, 0, False if not units[0].day:
            return Period("", _the_one([_span(one) for one in in_turn(units[0], today)], today))
        case 0, 0, 0, False if "whole" in told:
            return Period("", _the_one([_span(one) for one in in_turn(Unit(1, _YEAR), today)], today))
    raise Unread("unread.period")


def _span(unit: Unit) -> Span:
    return unit.span(unit.year or 0)


def _the_one(spans: Sequence[Span], today: dt.date) -> Span:
    """The span that is meant: the first, unless it is over; raises Unclear where most of it is over already."""
    first, *later = [span for span in spans if span.last >= today] or spans[-1:]
    if later and first.first < today and (today - first.first) > (first.last - today):
        raise Unclear(*map(_written, (first, later[0])))
    return first


def _from_to(one: Unit, other: Unit, today: dt.date, start: int | None) -> Span:
    """The days from one time to another; 2026-2027 may be two years or a fiscal one."""
    spans = list(_ranges(one, other, today))
    if one.months == other.months == _YEAR and one.year and other.year == one.year + 1:
        fiscal = FiscalYear(begins=one.year).spans(start, today)
        raise Unclear(*map(_written, (*spans, *fiscal)))
    return _the_one(spans, today)


def _ranges(one: Unit, other: Unit, today: dt.date) -> Iterator[Span]:
    """The days from one time to another, in the years in which they may be meant."""
    if other.year and not one.year:
        one = replace(one, year=other.year - (one.month > other.month))
    for begins in in_turn(one, today):
        year = begins.year or today.year
        last = other.year or year + (other.following or other.month + other.months - 1 < one.month)
        yield Span(_span(begins).first, other.span(last).last)


def _lasting(unit: Unit, months: int, today: dt.date) -> Span:
    """So many months from a time on: from the next such time where its year is not told."""
    starts = [_span(one) for one in in_turn(unit, today)]
    coming = [span for span in starts if span.last >= today] or starts
    return months_from(coming[0].first, months)


def _without_end(unit: Unit, today: dt.date) -> Unclear:
    """What "from April" may mean: to the end of the year, or for a year."""
    first = _lasting(unit, 1, today).first
    spans = dict.fromkeys((Span(first, dt.date(first.year, 12, 31)), months_from(first, 12)))
    return Unclear(*map(_written, spans), ask="unclear.period")


def _fiscal(year: FiscalYear, part: Unit | None, today: dt.date, start: int | None) -> Period:
    """The fiscal year, or a part of it; raises Unclear where it may be several."""
    whole = dict.fromkeys(year.spans(start, today))
    spans = [_part(span, part) if part else span for span in whole]
    coming = [span for span in spans if span.last >= today] or spans[:1]
    if not coming:
        raise Unread("unread.period")
    called = None if part else year.called
    if len(coming) > 1:
        name = f"FY{year.called} " if year.called and not part else ""
        raise Unclear(*(name + _written(span) for span in coming), ask="unclear.fiscal")
    return Period("", coming[0], called)


def _part(span: Span, part: Unit) -> Span:
    """A quarter or half of a fiscal year."""
    return months_from(months_from(span.first, part.month - 1).last + dt.timedelta(days=1), part.months)


def _written(span: Span) -> str:
    return f"{span.first} – {span.last}"
