"""The settings of an organisation, by command."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.inviting import invite
from bot.organising import DAYS, BadSetting, organise
from bot.settings import Settings
from dialogs.reading.dates.plan_periods import read_period
from storage import people
from storage.database import Database


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kpi.db'}"


def test_settings_are_kept_and_told(url: str) -> None:
    organise(url, "远大公司", "Europe/Berlin", {"ask_from": 8, "department_share": 30})
    told, *_ = organise(url, "远大公司", None, {})
    assert (told.params["time_zone"], told.params["ask_from"], told.params["department_share"]) == (
        "Europe/Berlin",
        "8",
        "30",
    )


def test_when_fiscal_years_begin_is_not_known_until_it_is_set(url: str) -> None:
    assert organise(url, "远大公司", None, {})[0].params["fiscal_start"] == "–"
    assert organise(url, "远大公司", None, {"fiscal_start": 4})[0].params["fiscal_start"] == "4"


@pytest.mark.parametrize(
    ("zone", "numbers", "reason"),
    [
        ("Mars/Olympus", {}, "zone"),
        ("../etc/passwd", {}, "zone"),
        (None, {"reminders": 99}, "bounds"),
        (None, {"department_share": -1}, "bounds"),
        (None, {"fiscal_start": 13}, "bounds"),
        (None, {"ask_from": 20, "ask_until": 9}, "hours"),
    ],
)
def test_what_does_not_do_changes_nothing(url: str, zone: str | None, numbers: dict[str, int], reason: str) -> None:
    organise(url, "远大公司", None, {})
    with pytest.raises(BadSetting) as refused:
        organise(url, "远大公司", zone, numbers)
    assert refused.value.reason.id == f"command.organisation.{reason}"
    database = Database(url)
    with database.reading() as c:
        kept = people.organisation_of(c, 1)
    database.close()
    assert (kept.time_zone, kept.reminders, kept.ask_from) == ("Asia/Shanghai", 1, 9)


def stands(url: str, **place: str) -> dict[str, object]:
    return dict(organise(url, "远大公司", None, {}, place)[0].params)


@pytest.mark.parametrize(
    ("country", "zone", "days", "currency"),
    [
        ("US", "America/New_York", "sat,sun", "USD"),
        ("GB", "Europe/London", "sat,sun", "GBP"),
        ("SA", "Asia/Riyadh", "fri,sat", "SAR"),
        ("TW", "Asia/Taipei", "sat,sun", "TWD"),
        ("AU", "Australia/Sydney", "sat,sun", "AUD"),
        ("CN", "Asia/Shanghai", "sat,sun", "CNY"),
    ],
)
def test_a_country_sets_clock_week_and_money(url: str, country: str, zone: str, days: str, currency: str) -> None:
    stands(url, country="JP")
    told = stands(url, country=country)
    assert (told["country"], told["time_zone"], told["days_off"], told["currency"]) == (country, zone, days, currency)


def test_each_of_them_is_changed_by_itself(url: str) -> None:
    organise(url, "远大公司", "America/Chicago", {}, {"country": "US", "days_off": "Fri, Sat", "currency": "cad"})
    told = stands(url)
    assert (told["time_zone"], told["days_off"], told["currency"]) == ("America/Chicago", "fri,sat", "CAD")
    # The same country again changes nothing of it.
    assert stands(url, country="US") == told


def test_other_zones_of_a_country_are_told(url: str) -> None:
    _, others = organise(url, "远大公司", None, {}, {"country": "US"})
    assert others.id == "command.organisation.zones"
    assert "America/Los_Angeles" in str(others.params["others"])
    assert len(organise(url, "远大公司", None, {}, {"country": "GB"})) == 1


@pytest.mark.parametrize(
    "place", [{"days_off": "someday"}, {"days_off": ""}, {"days_off": ",".join(DAYS)}, {"currency": "XYZ"}]
)
def test_what_is_no_week_and_no_money_changes_nothing(url: str, place: dict[str, str]) -> None:
    before = stands(url)
    with pytest.raises(BadSetting):
        organise(url, "远大公司", None, {}, {"country": "US", **place})
    assert stands(url) == before


@pytest.mark.parametrize("month", range(1, 13))
def test_a_fiscal_year_begins_in_any_month(url: str, month: int) -> None:
    organise(url, "远大公司", None, {"fiscal_start": month})
    database = Database(url)
    with database.reading() as c:
        kept = people.organisation_of(c, 1).fiscal_start
    database.close()
    for said in ("next fiscal year", "下个财年"):
        days = read_period(said, date(2026, 12, 1), kept).days
        assert days
        assert (days.first.month, days.first.day) == (month, 1)
        assert (days.last + timedelta(1)).month == month


def test_the_first_invitation_sets_the_country_with_its_clock(url: str) -> None:
    settings = Settings(database=SecretStr(url))
    _, zones = invite(settings, role="hr", department=None, organisation="Acme", country="US", days=7)
    assert zones.params["zone"] == "America/New_York"
    database = Database(url)
    with database.reading() as c:
        kept = people.organisation_of(c, 1)
    database.close()
    assert (kept.country, kept.time_zone) == ("US", "America/New_York")
