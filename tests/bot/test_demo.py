"""The company to try: the same from the same seed, with something to do for each of its people."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.demo import NAME, NotEmpty, fill
from bot.digest import digest_of
from kpi.digest import Rhythm
from storage import digests, people, plans, reports
from storage.database import Database
from tests.company import Company, written

NOW = datetime.fromisoformat("2026-11-27T10:00+08:00")


def company(folder: Path, seed: int = 1, now: datetime = NOW) -> Database:
    url = f"sqlite:///{folder / 'demo.db'}"
    fill(url, now, seed)
    return Database(url)


def test_twelve_posts_of_three_departments_in_both_languages(tmp_path: Path) -> None:
    database = company(tmp_path)
    with database.reading() as c:
        assert {one.department for one in digests.posts(c, 1)} == {"零售部", "物流部", "International Sales"}
        assert len(digests.posts(c, 1)) == 12
        shown = digest_of(c, 1, Rhythm.QUARTERLY, NOW)
        assert shown.organisation == NAME
        assert shown.total.due > 60
        assert 0 < shown.total.missing < shown.total.due / 5
        assert 0 < shown.results.excelled < shown.results.met < shown.results.reports
    database.close()


def test_a_seed_makes_the_same_company(tmp_path: Path) -> None:
    figures = []
    for number, seed in enumerate((3, 3, 4)):
        folder = tmp_path / str(number)
        folder.mkdir()
        database = company(folder, seed)
        with database.reading() as c:
            figures.append([one.report and one.report.value for one in reports.of_plan(c, 1)])
        database.close()
    assert figures[0] == figures[1] != figures[2]


def test_a_second_time_is_refused(tmp_path: Path) -> None:
    company(tmp_path).close()
    with pytest.raises(NotEmpty):
        company(tmp_path)


@pytest.mark.parametrize("day", ["2026-11-27", "2026-03-01", "2024-02-29", "2026-12-31"])
def test_there_is_something_to_do_on_any_day(tmp_path: Path, day: str) -> None:
    now = datetime.fromisoformat(f"{day}T10:00+08:00")
    database = company(tmp_path, now=now)
    open_ = Company(database, now, roles={"王芳": "employee", "Tom Reed": "employee", "何芸": "hr"})
    assert "退货率" in written(open_.command("王芳", "report"))
    assert "Renewal rate" in written(open_.command("Tom Reed", "report"))
    assert NAME in written(open_.command("何芸", "digest", "quarterly"))
    database.close()


def test_plans_of_the_demo_hold_up(tmp_path: Path) -> None:
    database = company(tmp_path)
    with database.reading() as c:
        audits = [one["result"] for plan in plans.plans_of(c, people.named(c, 1, "李明").id) for one in plan.audit]  # type: ignore[union-attr] # he is there
    assert set(audits) == {"pass"}
    database.close()


def test_a_plan_of_the_demo_can_be_changed(tmp_path: Path) -> None:
    database = company(tmp_path)
    open_ = Company(database, NOW, roles={"李明": "manager"})
    assert open_.command("李明", "revise", "3")[-1]["type"] == "question"
    assert open_.command("李明", "propose", "2.1")[-1]["type"] == "question"
    assert open_.say("李明", "门店扩大了")[-1]["type"] == "question"
    database.close()
