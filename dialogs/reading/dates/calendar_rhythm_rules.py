"""The grammar of rhythms: one rule a line, token kinds on the left, what they mean on the right.

"kind?" may be absent, "kind*" repeats. Longer rules stand before shorter ones.
"""

from collections.abc import Callable, Iterator

from dialogs.reading.dates import calendar_dates as dates
from dialogs.reading.dates import calendar_rhythms as rhythms
from dialogs.reading.dates.calendar_found import Found, Read


def _each(unit: str) -> Iterator[tuple[str, Callable[[Found], Read]]]:
    """The rules that are alike for months, quarters, half-years and years."""
    ends = (
        f"each {unit} {unit}? end",
        f"each {unit} {unit}_end",
        f"each {unit}_end",
        f"end each {unit}",
        f"{unit}_end each {unit}",
    )
    starts = (f"each {unit} {unit}? start", f"start each {unit}")
    yield from _before_ends(unit, (*ends, f"{unit}_end", f"{unit} end", f"end {unit}"))
    yield from _after_ends(unit, ends, starts)
    for end in ends:
        yield end, rhythms.edge(unit, -1)
    for start in starts:
        yield start, rhythms.edge(unit, 1)
    yield from _places(unit)


def _before_ends(unit: str, ends: tuple[str, ...]) -> Iterator[tuple[str, Callable[[Found], Read]]]:
    for days in ("working_day", "day", "dayno", "week"):
        for end in ends:
            yield f"{end} before number {days}", rhythms.before_end(unit)
            yield f"number {days} before {end}", rhythms.before_end(unit)


def _after_ends(
    unit: str, ends: tuple[str, ...], starts: tuple[str, ...]
) -> Iterator[tuple[str, Callable[[Found], Read]]]:
    for end in ends:
        yield f"{end} which_month number dayno?", rhythms.following(unit)
        yield f"number dayno? month from_now? {end}", rhythms.following(unit)
    for days in ("working_day", "day", "dayno"):
        for edge in (*starts, *ends, f"{unit} end", f"{unit}_end"):
            yield f"{edge} from_now? bound? number {days}", rhythms.edge(unit, -1)
        yield f"each {unit} from_now bound? number {days}", rhythms.edge(unit, -1)
        for end in (*ends, f"each? {unit}_end", f"{unit} end", f"end {unit}"):
            yield f"number {days} from_now? last? {end}", rhythms.edge(unit, -1)
        yield f"nth number {days} each? {unit}", rhythms.edge(unit, -1)
        yield f"each {unit} nth number {days}", rhythms.edge(unit, -1)


def _places(unit: str) -> Iterator[tuple[str, Callable[[Found], Read]]]:
    yield f"each {unit} before number working_day", rhythms.first_days(unit)
    for what in ("working_day", "weekday"):
        yield f"each {unit} nth {what}", rhythms.nth_day(unit)
        yield f"each {unit} number {what}", rhythms.nth_day(unit)
        yield f"nth {what} each? {unit}", rhythms.nth_day(unit)
        yield f"number {what} each? {unit}", rhythms.nth_day(unit)
    yield f"each {unit} nth day", rhythms.nth_day(unit)
    yield f"nth day each? {unit}", rhythms.nth_day(unit)
    yield f"nth each {unit}", rhythms.nth_day(unit)


def _months_of(unit: str) -> Iterator[tuple[str, Callable[[Found], Read]]]:
    build = rhythms.nth_month_day(unit)
    yield f"each? {unit} nth month number dayno?", build
    yield f"each {unit} nth month end", build
    yield f"number dayno? nth month each? {unit}", build
    yield f"each {unit} end month number dayno?", build
    yield f"end nth month each {unit}", build


def _nth_of_year(day: str) -> Iterator[tuple[str, Callable[[Found], Read]]]:
    """The rules that are alike for weekdays and working days of a month of each year."""
    for nth in ("nth", "number"):
        yield f"each year number month {nth} {day}", rhythms.yearly_nth
        yield f"{nth} {day} month_name each year", rhythms.yearly_nth
        yield f"{nth} {day} each month_name", rhythms.yearly_nth
        yield f"each year {nth} {day} month_name", rhythms.yearly_nth
        yield f"adverb {nth} {day} month_name", rhythms.yearly_nth
        yield f"{nth} {day} month_name adverb", rhythms.yearly_nth


RHYTHMS: tuple[tuple[str, Callable[[Found], Read]], ...] = (
    # In the months of a quarter or half-year.
    *_months_of("quarter"),
    *_months_of("half_year"),
    ("ordinal each quarter", rhythms.nth_month_day("quarter")),
    # A month after the one that the work is about, or after a quarter.
    ("end month following end? each quarter", rhythms.following("quarter")),
    ("number dayno? month following end? each quarter", rhythms.following("quarter")),
    ("end following month", rhythms.edge("month", -1)),
    ("nth working_day following month", rhythms.nth_day("month")),
    ("number working_day following month", rhythms.nth_day("month")),
    ("nth weekday following month", rhythms.nth_day("month")),
    ("ordinal dayno? day? following month", rhythms.monthly_days),
    ("number day following month", rhythms.edge("month", -1)),
    ("number dayno? following month", rhythms.monthly_days),
    ("day number following month", rhythms.monthly_days),
    ("following month day? number dayno?", rhythms.monthly_days),
    # Every year.
    ("each year? lunar", dates.no_date),
    ("lunar each year", dates.no_date),
    *_nth_of_year("working_day"),
    *_nth_of_year("weekday"),
    ("each year number month number dayno?", rhythms.yearly_day),
    ("each year number month end", rhythms.yearly_day),
    ("each year month_name number", rhythms.yearly_day),
    ("each year number month_name", rhythms.yearly_day),
    ("each year nth_quarter end?", rhythms.yearly_quarter),
    ("end nth_quarter each year", rhythms.yearly_quarter),
    ("each year end month_name", rhythms.yearly_day),
    ("number month_name each year", rhythms.yearly_day),
    ("month_name number each year", rhythms.yearly_day),
    ("end month_name each year", rhythms.yearly_day),
    ("each number month_name", rhythms.yearly_day),
    ("each month_name number", rhythms.yearly_day),
    ("adverb number month_name", rhythms.yearly_day),
    ("adverb month_name number", rhythms.yearly_day),
    ("each year number month number month", rhythms.yearly_months),
    ("each year number number month", rhythms.yearly_months),
    ("each year number month", rhythms.yearly_months),
    ("each year month_name*", rhythms.yearly_months),
    ("each month_name*", rhythms.yearly_months),
    ("month_name* each year", rhythms.yearly_months),
    ("month_name* adverb", rhythms.yearly_months),
    ("adverb month_name*", rhythms.yearly_months),
    ("adverb number month number month", rhythms.yearly_months),
    ("number dayno? number dayno? end each month", rhythms.monthly_days),
    ("number dayno? end each month", rhythms.monthly_days),
    # Every month, quarter, half-year, year: their ends, beginnings and days.
    *_each("month"),
    *_each("quarter"),
    *_each("half_year"),
    *_each("year"),
    ("nth nth weekday each? month", rhythms.nth_weekdays),
    ("each month nth nth weekday", rhythms.nth_weekdays),
    ("each? parity number dayno?", rhythms.odd_or_even_months),
    ("end each? parity", rhythms.odd_or_even_months),
    ("number dayno? each? parity", rhythms.odd_or_even_months),
    ("each? parity month? end?", rhythms.odd_or_even_months),
    ("each ten_days", rhythms.ten_days),
    ("each month ten_days", rhythms.ten_days),
    ("ten_days each month", rhythms.ten_days),
    ("each half_month", lambda _: Read(rrule="FREQ=MONTHLY;BYMONTHDAY=15,-1")),
    ("number working_day number dayno? each month", rhythms.after_day),
    ("each month number dayno? from_now? number working_day", rhythms.after_day),
    ("each month middle", rhythms.middle),
    ("middle each month", rhythms.middle),
    ("each month number dayno? to number dayno?", rhythms.monthly_window),
    ("each month number dayno? number dayno? end", rhythms.monthly_days),
    ("each month number dayno? number dayno? number dayno?", rhythms.monthly_days),
    ("each month number dayno? number dayno?", rhythms.monthly_days),
    ("each month number dayno? month end", rhythms.monthly_days),
    ("each month number dayno? end", rhythms.monthly_days),
    ("each month number dayno?", rhythms.monthly_days),
    ("number dayno? number dayno? number dayno? each month", rhythms.monthly_days),
    ("number dayno? number dayno? each month", rhythms.monthly_days),
    ("number dayno? each month", rhythms.monthly_days),
    ("day number each month", rhythms.monthly_days),
    ("each month day number", rhythms.monthly_days),
    ("adverb day number", rhythms.monthly_days),
    ("adverb number dayno? number dayno?", rhythms.monthly_days),
    ("adverb number dayno?", rhythms.monthly_days),
    ("number dayno? number dayno? adverb", rhythms.monthly_days),
    ("number dayno? adverb", rhythms.monthly_days),
    ("adverb word* number dayno", rhythms.monthly_days),
    ("adverb word* ordinal", rhythms.monthly_days),
    ("adverb word* month_end", rhythms.month_end),
    ("adverb word* month end", rhythms.month_end),
    ("adverb word* end month", rhythms.month_end),
    ("adverb word* weekday*", rhythms.weekly_days),
    # Every week, and every so many days, weeks, months.
    ("each week start", rhythms.weekly("MO")),
    ("start each week", rhythms.weekly("MO")),
    ("each week end", rhythms.weekly("FR")),
    ("end each week", rhythms.weekly("FR")),
    ("each week_end", rhythms.weekly("FR")),
    ("each weekend", rhythms.weekly("SA,SU")),
    ("each nth weekday", rhythms.every_nth_weekday),
    ("each other weekday", rhythms.weekly_days),
    ("each number week weekday*", rhythms.weekly_days),
    ("weekday* each number week", rhythms.weekly_days),
    ("each other week weekday*", rhythms.weekly_days),
    ("other week weekday*", rhythms.weekly_days),
    ("weekday* each other week", rhythms.weekly_days),
    ("each week? weekday*", rhythms.weekly_days),
    ("adverb weekday*", rhythms.weekly_days),
    ("weekday* adverb", rhythms.weekly_days),
    ("weekday* each week", rhythms.weekly_days),
    ("each number day", rhythms.interval),
    ("each number dayno", rhythms.interval),
    ("each number hour", rhythms.interval),
    ("each number week", rhythms.interval),
    ("each number month", rhythms.interval),
    ("each number quarter", rhythms.interval),
    ("each number year", rhythms.interval),
    ("each nth week", rhythms.interval),
    ("each nth day", rhythms.interval),
    ("each nth month", rhythms.interval),
    ("each other day", rhythms.interval),
    ("each other week", rhythms.interval),
    ("each other month", rhythms.interval),
    ("each other quarter", rhythms.interval),
    ("each other year", rhythms.interval),
    ("other number day", rhythms.interval),
    ("other number week", rhythms.interval),
    ("other number month", rhythms.interval),
    ("number day times*", rhythms.interval),
    ("number dayno times*", rhythms.interval),
    ("number week times*", rhythms.interval),
    ("number month times*", rhythms.interval),
    ("other day", rhythms.interval),
    ("each day", rhythms.interval),
    ("each dayno", rhythms.interval),
    ("each week", rhythms.interval),
    ("each month", rhythms.interval),
    ("each quarter", rhythms.interval),
    ("each half_year", rhythms.interval),
    ("each year", rhythms.interval),
)
