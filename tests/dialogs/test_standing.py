"""Figures as people read them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.standing import amount, stands
from kpi.plan import Indicator
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
        (replace(COMPLAINTS, outstanding=None), 1, "1 complaints"),
        (ANSWERS, 1, "1 hour"),
    ],
)
def test_one_is_counted_as_a_standard_has_it(indicator: Indicator, figure: int, said: str) -> None:
    assert words("en").value(amount(indicator, Decimal(figure))) == said


def test_figures_without_an_end_are_told_shortly() -> None:
    days = replace(COMPLAINTS, name="handling time", basic=numeric("3", "<=", "day"), outstanding=None)
    line = words("en").say(stands(days, Decimal(52) / 24, Decimal(3)))
    assert line == "handling time: 2.17 days ▰▰▰▰▰ basic met · down by 0.833 days"
