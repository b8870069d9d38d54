"""The grammar of dates and rhythms: one rule a line, token kinds on the left, what they mean on the right.

"kind?" may be absent, "kind*" repeats. The first rule that fits wins, so longer ones stand before shorter ones.
"""

from collections.abc import Callable, Iterator

from dialogs.reading import calendar_dates as dates
from dialogs.reading import calendar_rhythms as rhythms
from dialogs.reading.calendar_found import Found, Read

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
    for end in (*ends, f"{unit}_end"):
        yield f"{end} before number working_day", rhythms.before_end(unit)
        yield f"number working_day before {end}", rhythms.before_end(unit)
    for days in ("working_day", "day", "dayno"):
        for end in (*ends, f"{unit} end", f"{unit}_end"):
            yield f"{end} from_now? number {days}", rhythms.edge(unit, -1)
        yield f"each {unit} from_now number {days}", rhythms.edge(unit, -1)
        for end in (*ends, f"each? {unit}_end", f"{unit} end", f"end {unit}"):
            yield f"number {days} from_now? last? {end}", rhythms.edge(unit, -1)
        yield f"nth number {days} each? {unit}", rhythms.edge(unit, -1)
        yield f"each {unit} nth number {days}", rhythms.edge(unit, -1)
    for what in ("working_day", "weekday"):
        yield f"each {unit} nth {what}", rhythms.nth_day(unit)
        yield f"each {unit} number {what}", rhythms.nth_day(unit)
        yield f"nth {what} each? {unit}", rhythms.nth_day(unit)
        yield f"number {what} each? {unit}", rhythms.nth_day(unit)
    yield f"each {unit} nth day", rhythms.nth_day(unit)
    yield f"nth day each? {unit}", rhythms.nth_day(unit)
    for end in ends:
        yield end, rhythms.edge(unit, -1)
    for start in (f"each {unit} {unit}? start", f"start each {unit}"):
        yield start, rhythms.edge(unit, 1)
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
    ("number dayno? number dayno? end each month", rhythms.monthly_days),
    ("number dayno? end each month", rhythms.monthly_days),
    # Every month, quarter, half-year, year: their ends, beginnings and days.
    *_each("month"),
    *_each("quarter"),
    *_each("half_year"),
    *_each("year"),
    ("each ten_days", rhythms.ten_days),
    ("each month ten_days", rhythms.ten_days),
    ("ten_days each month", rhythms.ten_days),
    ("each half_month", lambda _: Read(rrule="FREQ=MONTHLY;BYMONTHDAY=15,-1")),
    ("each month number dayno? number dayno? end", rhythms.monthly_days),
    ("each month number dayno? number dayno? number dayno?", rhythms.monthly_days),
    ("each month number dayno? number dayno?", rhythms.monthly_days),
    ("each month number dayno? month end", rhythms.monthly_days),
    ("each month number dayno? end", rhythms.monthly_days),
    ("each month number dayno?", rhythms.monthly_days),
    ("number dayno? number dayno? number dayno? each month", rhythms.monthly_days),
    ("number dayno? number dayno? each month", rhythms.monthly_days),
    ("number dayno? each month", rhythms.monthly_days),
    ("adverb number dayno? number dayno?", rhythms.monthly_days),
    ("adverb number dayno?", rhythms.monthly_days),
    ("number dayno? number dayno? adverb", rhythms.monthly_days),
    ("number dayno? adverb", rhythms.monthly_days),
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
    ("number day times", rhythms.interval),
    ("number week times", rhythms.interval),
    ("number month times", rhythms.interval),
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
    ("start month_name number?", dates.month_start),
    ("middle month_name number?", dates.month_middle),
    ("this month number dayno?", dates.day_of_this_month),
    ("which_month number dayno?", dates.day_of_this_month),
    ("number dayno? this month", dates.day_of_this_month),
    ("number dayno? which_month", dates.day_of_this_month),
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
    ("number year feast", dates.feast),
    ("which_year? feast", dates.feast),
    ("feast number?", dates.feast),
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
    ("adverb", rhythms.adverb),
    ("number year number month", dates.year_month_end),
    ("month_name number", dates.month_end),
    ("which_year number month", dates.month_end),
    ("month_name which_year", dates.month_end),
    ("end number", dates.year_end),
    ("number dayno", dates.coming_day),
    ("ordinal", dates.coming_day),
    ("weekend", dates.week_end),
)
RULES: tuple[Rule, ...] = tuple((tuple(pattern.split()), build) for pattern, build in _GRAMMAR)
