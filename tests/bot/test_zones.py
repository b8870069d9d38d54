"""By whose clock people are asked, on both databases."""

from datetime import datetime

import pytest

from storage import people, reports
from storage.database import Database
from tests.company import Company, plan, written
from tests.manager import last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


@pytest.fixture
def company(database: Database) -> Company:
    """Wang holds a post that Li manages."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(), wang)
    return company


def times(company: Company) -> tuple[datetime, datetime]:
    """When the first figure of Wang's is late, and when it closes."""
    with company.database.reading() as c:
        first = reports.open_from(c, 3, company.now)[0]
    return first.late_from, first.closes


def test_a_person_moves_and_comes_back(company: Company) -> None:
    assert "您使用本单位的时区：中国（上海）时间，当地现在是2026年9月1日09:00" in written(
        company.command("王芳", "zone")
    )
    assert "已记录：德国（柏林）时间，当地现在是2026年9月1日03:00" in written(company.command("王芳", "zone", "柏林"))
    said = company.command("王芳", "zone")
    assert "您的时区：德国（柏林）时间" in written(said)
    assert [choice["id"] for line in said for choice in line.get("choices", [])] == ["zone:organisation"]
    assert "中国（上海）时间" in written(company.press("王芳", "zone:organisation"))
    with company.database.reading() as c:
        assert people.person_of(c, 3).time_zone is None


def test_several_are_asked_about_and_none_is_refused(company: Company) -> None:
    said = company.say("王芳", "时区")
    assert "上海" in written(said)
    asked = company.command("王芳", "zone", "中国")
    assert [choice["id"] for line in asked for choice in line["choices"]] == ["zone:Asia/Shanghai", "zone:Asia/Urumqi"]
    assert "中国（乌鲁木齐）时间" in written(company.press("王芳", "zone:Asia/Urumqi"))
    refused = company.command("王芳", "zone", "亚特兰蒂斯")
    assert [line["type"] for line in refused] == ["error"]
    assert "例如：上海" in written(refused)


def test_a_fixed_distance_is_told_as_people_say_it(company: Company) -> None:
    assert "已记录：UTC-5，当地现在是2026年8月31日20:00" in written(company.command("王芳", "zone", "UTC-5"))


def test_what_is_open_goes_by_the_new_clock_and_never_sooner(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    late, closes = times(company)
    assert late == datetime.fromisoformat("2026-10-01T00:00+08:00")
    company.command("王芳", "zone", "Berlin")
    assert times(company)[0] == datetime.fromisoformat("2026-10-01T00:00+02:00")
    assert times(company)[1] > closes
    after = times(company)
    company.press("王芳", "zone:organisation")
    assert times(company) == after


def test_who_moves_is_asked_by_the_new_clock(company: Company) -> None:
    company.command("王芳", "zone", "Berlin")
    assert company.on("2026-09-30T10:00+08:00").read("王芳") == []
    question = last_question(company.on("2026-09-30T09:00+02:00").read("王芳"))
    assert question
    assert question["name"] == "due"


def test_a_judge_is_late_by_their_own_clock(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("赵敏", "manager", zone="America/New_York")
    company.approve(li, he, plan(judge="赵敏"), wang)
    company.on("2026-09-30T10:00+08:00")
    with company.database.reading() as c:
        late = {one.indicator_id: one.late_from for one in reports.of_plan(c, 1)}
    assert late[3] == datetime.fromisoformat("2026-10-01T00:00-04:00")
    assert late[1] == datetime.fromisoformat("2026-10-01T00:00+08:00")
