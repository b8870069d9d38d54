"""Bands of a rating and names of indicators that hold numbers are no standards; what only looks like them is one."""

import pytest

from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_told


@pytest.mark.parametrize(
    "text",
    [
        "Exceeds: >95%; Meets: 90–95%",
        "GOOD PERFORMANCE 75 - 94%",
        "Below expectations: less than 80%",
        "<2x: Critical (insufficient pipeline)",
        "Poor (<70%) Fair (70-80%) Good (80-90%)",
        "5 - Outstanding: 110% or more",
        "The employee achieved less than 60% of the goal.",
        "within 5% of their targets (amber rating)",
        "2 points off per day late",
        "lose 5% of the bonus for every day late",
        "3 lates in a month and it's a warning",
    ],
)
def test_how_a_figure_is_judged_is_a_rule(text: str) -> None:
    with pytest.raises(Unread) as raised:
        read_told(text)
    assert raised.value.reason.id == "standard.rule"


@pytest.mark.parametrize(
    "text",
    [
        "% of first cases starting within 15 minutes of the scheduled time",
        "Percentage of complaints answered within 25 working days",
        "number of calls over 10 minutes",
    ],
)
def test_the_name_of_an_indicator_is_no_standard(text: str) -> None:
    with pytest.raises(Unread) as raised:
        read_told(text)
    assert raised.value.reason.id == "standard.formula"


@pytest.mark.parametrize(
    "text",
    [
        "Excellent: 95%",
        "95% would be excellent",
        "acceptable range: 2-8 °C",
        "critical: 4 hours",
        "failed deliveries: below 2%",
        "1. Good customer service: 95%",
        "Percentage of calls answered within 20 seconds: 90%",
        "Number of days to close is under 5 days",
    ],
)
def test_grades_that_name_something_else_are_none(text: str) -> None:
    assert read_told(text).standard.value is not None
