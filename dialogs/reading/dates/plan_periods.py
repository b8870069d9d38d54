"""The period of a plan: 2027, 下半年, Q1 to Q3 2027, FY27, from April for twelve months, 2027年1月至6月.

Around it people say why; what of that may be about the period, too, is asked about.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dialogs.reading.answers.unclear import check_day
from dialogs.reading.dates.calendar_words import MONTH_NAMES
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
_TO = re.compile(
    r"\s*(?:[-–—~]+|截?至|截止到?|一?直?到|\b(?:up )?to\b(?! be\b)|\buntil\b|\btill?\b|\bthrough\b|\bthru\b)\s*"
)
_FROM = re.compile(r"从|自|由|起|开始|\b(?:from|starting|starts|beginning|begins|since|as of|onwards?)\b")
_LENGTH = re.compile(
    r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3}|\b(?:an?|one|two|three|four|five|six|nine|twelve|eighteen|half an?))"
    r"[ -]?(?P<unit>个月|年|个?季度|个?半年|(?:months?|quarters?|years?|half[- ]years?)(?!\w))|(?P<half>半年)"
)
_SIZES = {"月": 1, "m": 1, "季": 3, "q": 3, "半": 6, "h": 6, "年": 12, "y": 12}
_WHOLE = re.compile(r"全年|一?整年|年度|\b(?:full|whole|entire) year\b|\bannual\b")
_EDGE = re.compile(r"底|末|初|\b(?:the )?(?:end|beginning|start) of\b")
_CLAUSE = re.compile(r"[,;。!]\s*")
_FILLER = re.compile(
    r"[\s,.;:()\"'!?、。·]+|就|按照?|用于?|适用于?|考核|绩效|周期|期间|时间|计划|这个?|这份|我们|公司|整个|总共|一?共"
    r"|为期|期|的|为|是|在|全|止|(?:日历|自然|公历)(?=年|20)|民国"
    r"|\b(?:for now|the|for|in|of|our|plan|period|appraisal|review|it|it's|its|is|this|that|a|all|calend[ae]r|covers?"
    r"|covering|lasting|runs?|running|and|whole|full|entire|inclusive|year|we|use|take|go(?:es)?|with|on|at|will|be)\b"
)
"""What tells no time."""
_CENTURY = re.compile("[二2][〇零oO0][一二三四五六七八九〇零]{2}(?=年)")
_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_REPUBLIC = re.compile("(?:民国 ?([0-9]{2,3})|(?<![0-9])(1[0-4][0-9]))年")
"""Years of the Republic, as Taiwan counts them: 民國116年, 116年度."""
_SHORT_YEARS = re.compile(
    rf"(?P<from>\b(?:{MONTH_NAMES})) '?(?P<one>2[0-9]|3[0-9])"
    rf"(?P<between> (?:to|till?|until|through|-|–) (?:the )?(?:end of )?(?:{MONTH_NAMES}) )'?"
    r"(?P<other>2[0-9]|3[0-9])(?![0-9])"
)
_Told = Unit | FiscalYear | int | str
"""A time, a fiscal year, a length in months, or the mark "to", "from", "whole" or "," between clauses."""
_WORDS = re.compile(r"不[是对]|[a-z][a-z'’-]*|.", re.DOTALL)
_OTHERWISE = re.compile(
    r"[0-9没非除]|不(?![对是]|行[就再])|以前|过去|如果|要是|每(?!天)"
    r"|\b(?:unless|except|without|if|not(?! *$)|every|per|used|before|\w+n't)\b"
)
"""What beside a period may limit it or take it back; a number there may be one of its own."""
_NOT = re.compile(r"(?:不是|\bnot) *$")
_INSTEAD = re.compile(r"等等|不对|错了?|算了|改成?|(?<=.)还$|\b(?:no|wait|actually|rather|sorry|instead|make)\b")
"""What takes back what stands before it."""
_AFTERWARDS = re.compile(r"再(?!加|有)|之后|以后|然后|\b(?:then|later|afterwards?)\b")
"""What puts off what stands behind it: 先做一季度，再推全年."""


_MARKS = (("from", _FROM), ("to", _TO), ("whole", _WHOLE), (",", _CLAUSE), (None, _EDGE), (None, _FILLER))


@dataclass(frozen=True, slots=True)
class _Run:
    """Things told one after the other without a word between, and the words before them."""

    told: tuple[_Told, ...]
    before: str

    @property
    def clauses(self) -> "list[_Run]":
        """What is told in each clause, all of it behind the same words."""
        parts = [list(part) for comma, part in groupby(self.told, lambda one: one == ",") if not comma]
        return [_Run(tuple(part), self.before) for part in parts]

    @property
    def fiscal(self) -> bool:
        """Whether a fiscal year is among them, which another time beside it may explain."""
        return any(isinstance(one, FiscalYear) for one in self.told)

    @property
    def dated(self) -> bool:
        """Whether a time is among them, not lengths and marks alone."""
        return any(isinstance(one, Unit | FiscalYear) for one in self.told)


def read_period(text: str, today: dt.date, fiscal_start: int | None = None) -> Period:
    """The period that a text tells, with its days. `fiscal_start` is the month in which fiscal years begin.

    Raises Unread where it is none, or over; Unclear where its year may be another, or it has no end.
    """
    written = clean(text).text
    check_day(written, today)
    folded = _folded(written)
    *runs, last = _runs(folded, today)
    talks = last.before or any(run.before for run in runs)
    if talks and "?" in folded:
        raise Unread("unread.period")
    period = _spoken(runs, last.before, today, fiscal_start) if talks else _plain(runs, today, fiscal_start)
    return replace(period, text=written)


def is_period(text: str, today: dt.date) -> bool:
    """Whether a text tells the period of a plan, and no more."""
    *runs, last = _runs(_folded(clean(text).text), today)
    if last.before or any(run.before for run in runs):
        return False
    try:
        _plain(runs, today, None)
    except Unread:
        return False
    return True


def _folded(written: str) -> str:
    """A text folded, its years as digits of the common era; april 27 till march 28 tells years."""
    folded = _REPUBLIC.sub(lambda found: f"{int(found[1] or found[2]) + 1911}年", fold(unpolite(written)[:_LONGEST]))
    folded = _CENTURY.sub(lambda found: "".join(_DIGITS.get(one, one) for one in found[0].lower()), folded)
    return _SHORT_YEARS.sub(_with_years, folded)


def _with_years(found: re.Match[str]) -> str:
    one, other = int(found["one"]), int(found["other"])
    if other - one not in {0, 1}:
        return found[0]
    return f"{found['from']} 20{one}{found['between']}20{other}"


def _plain(runs: Sequence[_Run], today: dt.date, fiscal_start: int | None) -> Period:
    """The period of a text that tells nothing else; raises Unread where it is none, or over."""
    period = _meant([one for run in runs for one in run.told], today, fiscal_start)
    days = period.days
    if days is None or days.last < days.first or months_from(days.first, _MOST).last < days.last:
        raise Unread("unread.period")
    if days.last < today:
        raise Unread("unread.period.over", last=When("", days.last.isoformat()))
    return period


def _spoken(runs: Sequence[_Run], behind: str, today: dt.date, fiscal_start: int | None) -> Period:
    """The period in what is said around it; raises Unclear where more times are told, Unread where it may be none."""
    if _OTHERWISE.search(" ".join([*(run.before for run in runs), behind])):
        raise Unread("unread.period")
    runs = _joined([part for run in runs for part in run.clauses])
    taken = max((at for at, run in enumerate(runs) if _INSTEAD.search(run.before)), default=0)
    meant = [run for run in runs[taken:] if (run.dated or "whole" in run.told) and not _NOT.search(run.before)]
    first = [run for run in meant if not _AFTERWARDS.search(run.before)]
    together = _fiscally(first, today, fiscal_start) if any(run.fiscal for run in first) else None
    singly = [] if together else [_read([run], today, fiscal_start) for run in first]
    if None in singly:
        together = _read(first, today, fiscal_start)
    found = [one for one in (*singly, together) if one]
    if not found:
        raise Unread("unread.period")
    doubtful = (None in singly and together is None) or _is_month(found[0])
    if doubtful or len({one.days for one in found}) > 1:
        raise Unclear(*dict.fromkeys(_written(one.days) for one in found if one.days))
    return found[0]


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """The runs, each end with its beginning: 从4月算到后年3月."""
    joined: list[_Run] = []
    for run in runs:
        if joined and run.told[0] == "to" and joined[-1].told[0] == "from":
            joined[-1] = _Run((*joined[-1].told, *run.told), joined[-1].before)
        else:
            joined.append(run)
    return joined


def _fiscally(runs: Sequence[_Run], today: dt.date, fiscal_start: int | None) -> Period | None:
    """The fiscal year that is told, whose months may be told beside it: 我们财年4月到次年3月，就下个财年."""
    together = _read(runs, today, fiscal_start)
    months = [one for run in runs for one in run.told if isinstance(one, Unit)]
    begun = next((one for one in months[1:] if one.year and one.month == months[0].month), None)
    if begun and begun.year and not months[0].year:  # 七月到隔年六月，从明年七月起
        return Period("", months_from(dt.date(begun.year, begun.month, 1), _YEAR))
    years = [run for run in runs if run.fiscal and len(run.told) == 1]
    if together or not (years and months) or months[0].year:
        return together
    return _read([years[-1]], today, fiscal_start or months[0].month)


def _is_month(period: Period) -> bool:
    """Whether it is a single month, which is rather when something is done: 年底再看."""
    return period.days is not None and period.days.months == 1


def _read(runs: Sequence[_Run], today: dt.date, fiscal_start: int | None) -> Period | None:
    """The period that is told at several places together; None where there is none."""
    try:
        return _plain(runs, today, fiscal_start)
    except Unclear:
        raise
    except Unread:
        return None


def _runs(folded: str, today: dt.date) -> Iterator[_Run]:
    """What a text tells of times, with the words before each; the last tells nothing but the words behind them."""
    told, before, at = list[_Told](), "", 0
    while at < len(folded):
        found = _told_at(folded, at, today)
        if found is None:
            word = _WORDS.match(folded, at)
            said, at = word[0] if word else "", word.end() if word else len(folded)
            if told:
                yield _Run(tuple(told), before)
                told, before = [], ""
            before += f" {said}" if said.isascii() else said
        else:
            one, at = found
            told += [one] if one and (told or one != ",") else []
            if told and _NOT.search(before):
                yield _Run(tuple(told), before)
                told, before = [], ""
    if told:
        yield _Run(tuple(told), before)
        before = ""
    yield _Run((), before)


def _told_at(folded: str, at: int, today: dt.date) -> tuple[_Told | None, int] | None:
    """What is told at a place of a text, if anything but a filler, and where it ends; None where it tells no time."""
    if found := fiscal_at(folded, at) or unit_at(folded, at, today):
        return found
    if length := _LENGTH.match(folded, at):
        return _length(length), length.end()
    for name, pattern in _MARKS:
        if mark := pattern.match(folded, at):
            return name, mark.end()
    return None


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
            known = set(years[0].spans(units[0].month, today))
            ranges = list(_ranges(units[0], units[1], today))
            return Period("", next((one for one in ranges if one in known), ranges[0]), years[0].called)
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
