"""The settings of an organisation, by command."""

from pathlib import Path

import pytest

from bot.organising import BadSetting, organise
from storage import people
from storage.database import Database


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kpi.db'}"


def test_settings_are_kept_and_told(url: str) -> None:
    organise(url, "远大公司", "Europe/Berlin", {"ask_from": 8, "department_share": 30})
    told = organise(url, "远大公司", None, {})
    assert (told.params["time_zone"], told.params["ask_from"], told.params["department_share"]) == (
        "Europe/Berlin",
        "8",
        "30",
    )


def test_when_fiscal_years_begin_is_not_known_until_it_is_set(url: str) -> None:
    assert organise(url, "远大公司", None, {}).params["fiscal_start"] == "–"
    assert organise(url, "远大公司", None, {"fiscal_start": 4}).params["fiscal_start"] == "4"


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
