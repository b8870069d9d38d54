"""Where an organisation is: its clock, its week, its money."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from dialogs.countries import Place, days_off_of, place_of, zones_of
from dialogs.reading.values.units import yuan_of
from dialogs.working_days import WorkingDays, countries

UNINHABITED = {"BV", "HM"}


@pytest.mark.parametrize("place", [Place("AE"), Place("AE", "45"), Place("AE", "45", "USD"), Place("CN", "", "USD")])
def test_a_place_is_one_word(place: Place) -> None:
    assert place_of(str(place)) == place


def test_every_country_has_a_clock() -> None:
    found = {country: zones_of(country) for country in countries() - UNINHABITED}
    assert [country for country, zones in found.items() if not zones] == []
    assert all(ZoneInfo(zone).key == zone for zones in found.values() for zone in zones)


def test_working_days_are_those_of_the_week() -> None:
    thursday, friday, sunday = (date(2026, 12, day) for day in (10, 11, 13))
    assert days_off_of("GB") == "56"
    assert WorkingDays("GB").after(thursday, 1) == friday
    assert WorkingDays("GB/45").after(thursday, 1) == sunday
    assert WorkingDays("GB").after(thursday, 1) == friday  # neither changes the other


@pytest.mark.parametrize(
    ("place", "money"), [("CN", "CNY"), ("TW", "TWD"), ("CN//HKD", "HKD"), ("US", "USD"), ("US/56/CNY", "CNY")]
)
def test_bare_money_is_that_of_the_organisation(place: str, money: str) -> None:
    assert yuan_of(place, "zh_Hans") == money
