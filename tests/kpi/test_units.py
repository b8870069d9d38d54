"""What units measure, and which figures may be held against each other."""

import pytest
from babel.core import Locale

from kpi.units import CURRENCIES, alike, kind, same


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        *(("day", "time"), ("working_day", "time"), ("year", "time"), ("%", "percent"), ("point", "percent")),
        *(("CNY", "money"), ("USD", "money"), ("BTC", "money")),
        # What is counted, however it is written.
        *(("complaints", None), ("件", None), ("FTE", None), ("SKU", None), ("usd", None), (None, None)),
    ],
)
def test_what_a_unit_measures(unit: str | None, expected: str | None) -> None:
    assert kind(unit) == expected


def test_money_is_what_words_are_known_for() -> None:
    assert CURRENCIES - {"BTC"} == set(Locale("en").currencies) - {"XXX"}


@pytest.mark.parametrize(
    ("unit", "other", "one", "held_against"),
    [
        ("complaint", "complaints", True, True),
        ("day", "week", False, True),
        ("month", "year", False, True),
        ("working_day", "day", False, False),
        ("CNY", "USD", False, False),
        ("%", "point", False, False),
        ("件", None, False, True),
        (None, None, True, True),
    ],
)
def test_which_units_go_together(unit: str | None, other: str | None, *, one: bool, held_against: bool) -> None:
    assert (same(unit, other), same(other, unit)) == (one, one)
    assert (alike(unit, other), alike(other, unit)) == (held_against, held_against)
