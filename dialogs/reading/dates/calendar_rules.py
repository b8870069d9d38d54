"""The grammar of dates and rhythms: one rule a line, token kinds on the left, what they mean on the right.

"kind?" may be absent, "kind*" repeats. The first rule that fits wins, so longer ones stand before shorter ones.
"""

from collections.abc import Callable, Iterator

from dialogs.reading.dates import calendar_dates as dates
from dialogs.reading.dates import calendar_rhythms as rhythms
from dialogs.reading.dates import calendar_working_days as working_days
from dialogs.reading.dates.calendar_found import Found, Read

Rule = tuple[tuple[str, ...], Callable[[Found], Read]]


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


_GRAMMAR: tuple[tuple[str, Callable[[Found], Read]], ...] = (
    # In the months of a quarter.
    ("each quarter nth month number dayno?", rhythms.nth_month_day),
    ("each quarter nth month end", rhythms.nth_month_day),
    ("number dayno? nth month each quarter", rhythms.nth_month_day),
    ("each quarter end month number dayno?", rhythms.nth_month_day),
    ("ordinal each quarter", rhythms.nth_month_day),
    ("end nth month each quarter", rhythms.nth_month_day),
    # Every year.
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
    # Dates.
    ("weekday? number year number month number dayno?", dates.full_date),
    ("number year number month number dayno? weekday", dates.full_date),
    ("which_year? number month number dayno? weekday", dates.day_of_year),
    ("which_year? number month number dayno?", dates.day_of_year),
    ("middle month_name number?", dates.month_middle),
    ("start month_name number?", dates.month_start),
    ("weekday? number month_name number?", dates.day_of_year),
    ("weekday? month_name number number?", dates.day_of_year),
    ("number month_name which_year", dates.day_of_year),
    ("number year number month end", dates.year_month_end),
    ("which_year? number month end", dates.month_end),
    ("which_year? number month start", dates.month_start),
    ("which_year? number month ten_days", dates.month_middle),
    ("end month_name number?", dates.month_end),
    ("end month_name which_year", dates.month_end),
    ("month_name end number?", dates.month_end),
    ("this month number dayno?", dates.day_of_this_month),
    ("which_month number dayno?", dates.day_of_this_month),
    ("number dayno? this month", dates.day_of_this_month),
    ("number dayno? which_month", dates.day_of_this_month),
    # Single working days.
    ("nth working_day month_name number?", working_days.working_day_of_month),
    ("nth working_day month_name which_year?", working_days.working_day_of_month),
    ("number year number month nth working_day", working_days.working_day_of_year_month),
    ("which_year? number month nth working_day", working_days.working_day_of_month),
    ("month end nth working_day", working_days.working_day_of_this_month),
    ("this month nth working_day", working_days.working_day_of_this_month),
    ("which_month nth working_day", working_days.working_day_of_this_month),
    ("nth working_day this month", working_days.working_day_of_this_month),
    ("nth working_day which_month", working_days.working_day_of_this_month),
    ("this working_day", working_days.next_working_day),
    ("bound number working_day", dates.no_date),
    ("number working_day within", dates.no_date),
    ("in number working_day", working_days.working_days_from_now),
    ("number working_day from_now", working_days.working_days_from_now),
    ("middle which_month", dates.this_month_middle),
    ("middle this? month", dates.this_month_middle),
    ("which_month middle", dates.this_month_middle),
    ("this? month middle", dates.this_month_middle),
    ("which_month end", dates.this_month_end),
    ("which_month start", dates.this_month_start),
    ("which_month ten_days", dates.this_month_ten_days),
    ("end which_month", dates.this_month_end),
    ("start which_month", dates.this_month_start),
    ("this month end", dates.this_month_end),
    ("this month month? end", dates.this_month_end),
    ("month end", dates.this_month_end),
    ("end this? month", dates.this_month_end),
    ("this? month_end", dates.this_month_end),
    ("month ten_days", dates.this_month_ten_days),
    ("number year? nth_quarter end?", dates.nth_quarter_end),
    ("nth_quarter end? number", dates.nth_quarter_end),
    ("nth_quarter end? which_year", dates.nth_quarter_end),
    ("which_year? nth_quarter end?", dates.nth_quarter_end),
    ("end nth_quarter number?", dates.nth_quarter_end),
    ("end nth_quarter which_year", dates.nth_quarter_end),
    ("number year? nth_half end?", dates.nth_half_end),
    ("nth_half end? number", dates.nth_half_end),
    ("nth_half end? which_year", dates.nth_half_end),
    ("which_year? nth_half end?", dates.nth_half_end),
    ("end nth_half number?", dates.nth_half_end),
    ("end nth_half which_year", dates.nth_half_end),
    ("this? quarter end", dates.this_quarter_end),
    ("end this? quarter", dates.this_quarter_end),
    ("this? quarter_end", dates.this_quarter_end),
    ("this quarter start", dates.this_quarter_start),
    ("start this quarter", dates.this_quarter_start),
    ("this quarter", dates.this_quarter_end),
    ("number year year? end", dates.year_end),
    ("number year_end", dates.year_end),
    ("year_end number", dates.year_end),
    ("number year year? start", dates.year_start),
    ("start number", dates.year_start),
    ("number year middle", dates.year_middle),
    ("number mid_year", dates.year_middle),
    ("middle number", dates.year_middle),
    ("which_year mid_year", dates.year_middle),
    ("which_year year? middle", dates.year_middle),
    ("middle which_year", dates.year_middle),
    ("mid_year", dates.year_middle),
    ("which_year year? end", dates.year_end),
    ("which_year year_end", dates.year_end),
    ("which_year year? start", dates.year_start),
    ("start which_year", dates.year_start),
    ("this? year end", dates.year_end),
    ("this? year_end", dates.year_end),
    ("end which_year", dates.year_end),
    ("end this? year", dates.year_end),
    ("this week? weekend", dates.week_end),
    ("this week end", dates.week_end),
    ("end this? week", dates.week_end),
    ("this? week_end", dates.week_end),
    ("number year lunar_feast", dates.lunar_feast),
    ("which_year? lunar_feast", dates.lunar_feast),
    ("lunar_feast number?", dates.lunar_feast),
    ("number year feast", dates.feast),
    ("which_year? feast", dates.feast),
    ("feast number?", dates.feast),
    ("weekday weekday weekday*", rhythms.weekly_days),
    ("weekday weekday", rhythms.weekly_days),
    ("this? week? weekday", dates.weekday),
    ("weekday this week", dates.weekday),
    ("in number day", dates.from_today),
    ("in number week", dates.from_today),
    ("in number month", dates.from_today),
    ("number day from_now", dates.from_today),
    ("number dayno from_now", dates.from_today),
    ("number week from_now", dates.from_today),
    ("number month from_now", dates.from_today),
    ("number year from_now", dates.from_today),
    ("which_day", dates.relative_day),
    ("adverb each day", rhythms.adverb),
    ("adverb", rhythms.adverb),
    ("number year number month", dates.year_month_end),
    ("month_name number", dates.month_end),
    ("which_year number month", dates.month_end),
    ("month_name which_year", dates.month_end),
    ("end number", dates.year_end),
    ("number year", dates.year_end),
    ("bound number dayno", dates.no_date),
    ("number to number dayno", dates.no_date),
    ("number dayno within", dates.no_date),
    ("number dayno", dates.coming_day),
    ("ordinal ordinal", rhythms.monthly_days),
    ("ordinal", dates.coming_day),
    ("weekend", dates.week_end),
    ("this month", dates.this_month_end),
    ("which_month", dates.this_month_end),
    ("which_year within", dates.year_end),
    ("within which_year", dates.year_end),
    ("within this? year", dates.year_end),
    ("within this? quarter", dates.this_quarter_end),
    ("within this? month", dates.this_month_end),
    ("this year within", dates.year_end),
    ("this quarter within", dates.this_quarter_end),
    ("report", rhythms.report),
)
RULES: tuple[Rule, ...] = tuple((tuple(pattern.split()), build) for pattern, build in _GRAMMAR)
