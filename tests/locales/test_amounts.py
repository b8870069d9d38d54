"""Amounts in words: money by name in Chinese, numbers without an end shortened."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.values.standards import read_standard
from locales.amounts import amount, unit_name
from locales.words import LANGUAGES, words

TWO_DAYS_IN_WEEKS = Decimal(2) / 7
FIFTY_TWO_HOURS_IN_DAYS = Decimal(52) / 24


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (Decimal(1_200_000), "CNY", ("CN¥1.2 million", "120万元", "120萬元人民幣")),
        (Decimal(3_500), "CNY", ("CN¥3,500", "3,500元", "3,500元人民幣")),
        (Decimal("35.5"), "CNY", ("CN¥35.50", "35.50元", "35.50元人民幣")),
        (Decimal(-3_500), "CNY", ("-CN¥3,500", "-3,500元", "-3,500元人民幣")),
        (Decimal(3_500), "JPY", ("JP¥3,500", "3,500日元", "3,500日圓")),
        (Decimal(3_600_000), "USD", ("$3.6 million", "360万美元", "360萬美元")),
        (FIFTY_TWO_HOURS_IN_DAYS, "day", ("2.17 days", "2.17天", "2.17天")),
        (FIFTY_TWO_HOURS_IN_DAYS - 3, "day", ("-0.833 days", "-0.833天", "-0.833天")),
        (TWO_DAYS_IN_WEEKS / 100, None, ("0.00286", "0.00286", "0.00286")),
        (Decimal(1) / 3 * 3, "day", ("1 day", "1天", "1天")),
        (Decimal("0.000123"), None, ("0.000123", "0.000123", "0.000123")),
    ],
)
def test_an_amount_in_words(value: Decimal, unit: str | None, said: tuple[str, ...]) -> None:
    assert tuple(amount(value, unit, words(language)) for language in LANGUAGES) == said


def test_a_unit_on_its_own() -> None:
    assert [unit_name(unit, words("en")) for unit in ("day", "CNY", "calls", None)] == [
        *("days", "Chinese Yuan", "calls", "")
    ]


@given(part=st.integers(1, 10_000), whole=st.sampled_from([3, 7, 24, 60, 1_440, 3_600]))
def test_what_was_divided_is_said_shortly_and_nearly(part: int, whole: int) -> None:
    value = Decimal(part) / whole
    said = amount(value, None, words("en")).replace(",", "")
    assert abs(Decimal(said) - value) <= max(Decimal("0.005"), value / 200)
    assert len(said.partition(".")[2]) <= 6


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    value=st.decimals(0, 10**9, places=2).map(lambda one: Decimal(f"{one.normalize():f}")),
    unit=st.sampled_from(["CNY", "JPY", "USD", "TWD", "HKD", "EUR", "GBP"]),
)
def test_money_is_read_back(language: str, value: Decimal, unit: str) -> None:
    read = read_standard(amount(value, unit, words(language)))
    assert (read.value, read.unit) == (value, unit)
