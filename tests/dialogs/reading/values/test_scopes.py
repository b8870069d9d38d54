"""Numbers that only say of what another one is told are kept as its condition."""

from decimal import Decimal

import pytest

from dialogs.reading.values.standards import Doubtful, read_told


@pytest.mark.parametrize(
    ("text", "value", "condition"),
    [
        ("complete in under 10 seconds for documents up to 50MB", 10, "for documents up to 50MB"),
        ("capped at 233,000 m3 for 5 sites", 233_000, "for 5 sites"),
        ("overdue above 30 days to be at most $30,000", 30_000, "overdue above 30 days"),
        ("tickets older than 5 days: at most 10", 10, "tickets older than 5 days"),
        ("reduce complaints over 30 days by 10%", 10, "complaints over 30 days"),
        ("close 15 new deals (>$100K)", 15, ">$100K"),
        ("reduce delivery time by 10% within 6 months", 10, "within 6 months"),
        ("28-day faster diagnosis standard: 77%", 77, "28-day faster diagnosis standard"),
        ("P95 < 2.5s", Decimal("2.5"), "P95"),
    ],
)
def test_what_another_number_is_told_of_is_its_condition(text: str, value: Decimal, condition: str) -> None:
    read = read_told(text).standard
    assert (read.value, read.condition) == (value, condition)


@pytest.mark.parametrize(
    "text", ["more than 3 errors in under 10 minutes", "95% of calls over 10 minutes reviewed within 2 days"]
)
def test_two_bounds_that_may_belong_together_are_asked_about(text: str) -> None:
    with pytest.raises(Doubtful):
        read_told(text)


@pytest.mark.parametrize("text", ["more than 20 but not above 50", "at least 5 and under 10"])
def test_a_range_that_leaves_one_end_out_is_asked_about(text: str) -> None:
    with pytest.raises(Doubtful) as raised:
        read_told(text)
    assert raised.value.left
