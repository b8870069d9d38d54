"""Figures as people read them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.standing import amount, stands, unit_of
from kpi.plan import Indicator
from kpi.values import Base, Change, Sign
from locales.words import words
from tests.company import indicators, numeric

COMPLAINTS = replace(
    indicators()[0], basic=numeric("4", "<=", "complaints"), outstanding=numeric("1", "<=", "complaint")
)
ANSWERS = replace(COMPLAINTS, basic=numeric("48", "<=", "hour"), outstanding=numeric("1", "<=", "day"))


@pytest.mark.parametrize(
    ("indicator", "figure", "said"),
    [
        (COMPLAINTS, 1, "1 complaint"),
        (COMPLAINTS, 3, "3 complaints"),
        (COMPLAINTS, 0, "0 complaints"),
        (replace(COMPLAINTS, basic=COMPLAINTS.outstanding, outstanding=COMPLAINTS.basic), 3, "3 complaints"),
        (replace(COMPLAINTS, outstanding=None), 1, "1 complaint"),
        (ANSWERS, 1, "1 hour"),
    ],
)
def test_one_is_counted_as_a_standard_has_it(indicator: Indicator, figure: int, said: str) -> None:
    assert words("en").value(amount(indicator, Decimal(figure))) == said


def lowered(figure: Decimal | None = None) -> Indicator:
    """Costs that are to fall by 5 %, by 8 % at best."""
    change = Change(Sign.DOWN, Base.LAST_YEAR, figure, "CNY" if figure else None)
    basic, outstanding = (replace(numeric(value), change=change) for value in ("5", "8"))
    return replace(COMPLAINTS, name="costs", basic=basic, outstanding=outstanding)


@pytest.mark.parametrize(
    ("indicator", "value", "before", "line"),
    [
        (lowered(), "-3", None, "costs: 3% less ▰▰▰▱▱|▱▱▱▱▱ basic not met · first report"),
        (lowered(), "-8", "-3", "costs: 8% less ▰▰▰▰▰|★★★★★ outstanding · down by 5 percentage points"),
        (lowered(), "2", "0", "costs: 2% more ▱▱▱▱▱|▱▱▱▱▱ basic not met · up by 2 percentage points"),
        (lowered(), "0", None, "costs: 0% ▱▱▱▱▱|▱▱▱▱▱ basic not met · first report"),
        (
            lowered(Decimal(2_000_000)),
            "1890000",
            "1900000",
            "costs: CN¥1.89 million ▰▰▰▰▰|▱▱▱▱▱ basic met · down by CN¥10,000",
        ),
    ],
)
def test_a_change_is_told_as_one_where_the_figure_is_not_known(
    indicator: Indicator, value: str, before: str | None, line: str
) -> None:
    assert words("en").say(stands(indicator, Decimal(value), Decimal(before) if before else None)) == line


def test_figures_are_told_in_the_unit_of_what_a_change_makes() -> None:
    assert (unit_of(lowered()), unit_of(lowered(Decimal(100)))) == ("%", "CNY")


def test_figures_without_an_end_are_told_shortly() -> None:
    days = replace(COMPLAINTS, name="handling time", basic=numeric("3", "<=", "day"), outstanding=None)
    line = words("en").say(stands(days, Decimal(52) / 24, Decimal(3)))
    assert line == "handling time: 2.17 days ▰▰▰▰▰ basic met · down by 0.833 days"
