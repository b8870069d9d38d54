"""Plans by their periods: nothing before, nothing after, and a next version in time."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.digest import digest_of
from bot.progress import progress_of
from dialogs.acts import Command
from kpi.digest import Rhythm
from kpi.period import Period, Span
from kpi.plan import Plan, When
from storage import plans, runs, tables
from storage.database import Database
from storage.values import plan_to_json
from tests.company import Company, plan, written
from tests.manager import last_question

YEAR = Span(date(2027, 1, 1), date(2027, 12, 31))


def of(period: Period, rule: str = "FREQ=MONTHLY;BYMONTHDAY=-1") -> Plan:
    """The company's plan for a period, its first indicator alone."""
    made = plan()
    (one, *_), output = made.indicators, made.outputs[0]
    tracked = replace(one, tracking=replace(one.tracking, when=When("", rrule=rule)))
    return replace(made, period=period, outputs=(replace(output, indicators=(tracked,)),))


def begun(database: Database, at: str, made: Plan) -> Company:
    company = Company(database, datetime.fromisoformat(at))
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, made, wang)
    return company


def revised(company: Company, at: str, made: Plan) -> None:
    """A new version of the plan is approved."""
    now = company.now = datetime.fromisoformat(at)
    with company.database.transaction() as c:
        kept = plans.plan(c, 1)
        assert kept
        plans.keep_draft(c, kept.run_id, kept.person_id, content=plan_to_json(made), audit=[], now=now)
        plans.submit(c, 1, now)
        plans.decide(c, 1, now, person_id=1, verdict="approved", remarks=[], now=now)


def dues(company: Company) -> list[str]:
    """What is known to be due: about which days, on which."""
    table = tables.due.c
    with company.database.reading() as c:
        rows = c.execute(select(table.first, table.last, table.due_on).order_by(table.due_on)).all()
    return [f"{first:%m%d}-{last:%m%d} {due:%Y-%m-%d}" for first, last, due in rows]


def ticks(company: Company, *days: str) -> Company:
    for day in days:
        company.on(f"{day}T10:00+08:00")
    return company


def test_a_plan_for_next_year_asks_for_nothing_of_this_one(database: Database) -> None:
    company = begun(database, "2026-11-30T10:00+08:00", of(Period("2027", YEAR), "FREQ=DAILY"))
    ticks(company, "2026-11-30", "2026-12-01", "2026-12-31")
    assert (dues(company), company.read("王芳")) == ([], [])
    assert "退货率" in written(ticks(company, "2027-01-01").read("王芳"))
    assert dues(company) == ["0101-0101 2027-01-01"]


def test_what_is_asked_after_the_end_is_only_what_belongs_into_it(database: Database) -> None:
    half = Span(date(2027, 1, 1), date(2027, 6, 30))
    company = begun(database, "2027-03-10T10:00+08:00", of(Period("H1", half), "FREQ=MONTHLY;BYMONTHDAY=5"))
    ticks(company, "2027-04-05", "2027-05-05", "2027-06-05", "2027-06-30")
    company.read("王芳")
    assert company.read("王芳") == []
    ticks(company, "2027-07-01")
    assert company.read("王芳") == []  # it may be given by now, and is asked on the 5th
    assert last_question(company.command("王芳", "report"))
    ticks(company, "2027-07-05", "2027-08-05", "2027-12-31")
    assert dues(company) == [
        "0310-0331 2027-04-05",
        "0401-0430 2027-05-05",
        "0501-0531 2027-06-05",
        "0601-0630 2027-07-05",
    ]


@pytest.mark.parametrize("written_as", ["2027年", "2027"])
def test_the_words_of_an_older_plan_bind_as_far_as_they_are_a_period(database: Database, written_as: str) -> None:
    company = begun(database, "2026-11-30T10:00+08:00", of(Period(written_as)))
    assert dues(ticks(company, "2026-11-30", "2026-12-31", "2027-01-31")) == ["0101-0131 2027-01-31"]


def test_words_that_are_no_period_bind_nothing(database: Database) -> None:
    company = begun(database, "2026-11-30T10:00+08:00", of(Period("看情况")))
    assert dues(ticks(company, "2026-11-30", "2026-12-31")) == ["1130-1130 2026-11-30", "1201-1231 2026-12-31"]


def test_what_was_noted_before_the_period_is_dropped_unless_it_was_reported(database: Database) -> None:
    company = begun(database, "2026-11-30T10:00+08:00", of(Period("2027", YEAR)))
    late = datetime.fromisoformat("2026-12-01T00:00+08:00")
    with database.transaction() as c:
        row = {"plan_id": 1, "indicator_id": 1, "person_id": 3, "reporter_id": 3, "late_from": late, "closes": late}
        days = {"first": date(2026, 11, 30), "last": date(2026, 11, 30)}
        c.execute(insert(tables.due).values(row | days | {"due_on": date(2026, 11, 30)}))
        c.execute(insert(tables.due).values(row | days | {"due_on": date(2026, 11, 29), "reported_at": late}))
    assert dues(ticks(company, "2026-12-01")) == ["1130-1130 2026-11-29"]


def test_each_figure_is_held_against_the_version_for_its_days(database: Database) -> None:
    this, following = (of(Period(str(year), Span(date(year, 1, 1), date(year, 12, 31)))) for year in (2026, 2027))
    company = begun(database, "2026-11-01T10:00+08:00", this)
    ticks(company, "2026-11-30")
    revised(company, "2026-12-15T10:00+08:00", following)
    ticks(company, "2026-12-31")
    company.say("王芳", Command("report"), "退货率 1.8%", "跳过")
    ticks(company, "2027-01-31")
    assert dues(company) == ["1101-1130 2026-11-30", "1201-1231 2026-12-31", "0101-0131 2027-01-31"]
    with database.reading() as c:
        kept = plans.approved(c, 1)
        assert kept
        shown = [progress_of(c, kept, company.now, year=year) for year in (None, 2026)]
    assert [[(row.version, row.last.isoformat()) for row in one.rows] for one in shown] == [
        [(2, "2027-01-31")],
        [(1, "2026-11-30"), (1, "2026-12-31")],
    ]
    assert [(one.title, one.years) for one in shown] == [("店长 2027", (2026, 2027)), ("店长 2026", (2026, 2027))]


def test_a_fiscal_year_is_one_table(database: Database) -> None:
    fiscal = Span(date(2026, 4, 1), date(2027, 3, 31))
    company = begun(database, "2026-04-01T10:00+08:00", of(Period("FY27", fiscal, 2027), "FREQ=YEARLY"))
    assert dues(ticks(company, "2026-12-31", "2027-03-31", "2027-12-31")) == ["0401-0331 2027-03-31"]
    with database.reading() as c:
        kept = plans.approved(c, 1)
        assert kept
        assert len(progress_of(c, kept, company.now, year=2026).rows) == 1


def test_a_plan_that_ends_is_followed_up_once(database: Database) -> None:
    company = begun(database, "2026-11-01T10:00+08:00", of(Period("2026", Span(date(2026, 1, 1), date(2026, 12, 31)))))
    ticks(company, "2026-11-02", "2026-12-02").read("李明")
    assert company.read("李明") == []
    (told,) = [one for one in ticks(company, "2026-12-03").read("李明") if "到期" in str(one.get("text"))]
    assert "店长，到2026年12月31日为止" in told["text"]
    assert [one["id"] for one in told["choices"]] == ["revise:1.next"]
    assert not any("到期" in str(one) for one in ticks(company, "2026-12-04", "2027-01-02").read("李明"))


def test_its_button_begins_a_version_with_the_period_asked(database: Database) -> None:
    company = begun(database, "2026-11-01T10:00+08:00", of(Period("2026", Span(date(2026, 1, 1), date(2026, 12, 31)))))
    with database.transaction() as c:
        runs.append(c, 1, [_answer(key, value) for key, value in ANSWERS.items()])
    ticks(company, "2026-12-03").read("李明")
    asked = last_question(company.press("李明", "revise:1.next"))
    assert asked
    assert asked["name"] == "period"
    assert [one["label"] for one in asked["choices"]][:3] == ["2027年度", "2026年度", "2027年上半年"]
    followed = last_question(company.say("李明", "明年"))
    assert followed
    assert followed["name"] != "period"


ANSWERS: dict[str, Any] = {"post": "店长", "department": "零售部", "holder": None, "period": "2026"}


def _answer(key: str, value: Any) -> runs.Entry:
    at = datetime.fromisoformat("2026-11-01T10:00+08:00")
    return runs.Entry(key, "answer", value, "", (), None, at, None)


def test_hr_is_told_in_the_digest_of_the_month_before_the_end(database: Database) -> None:
    company = begun(database, "2026-10-01T10:00+08:00", of(Period("2026", Span(date(2026, 1, 1), date(2026, 12, 31)))))
    ticks(company, "2026-10-31", "2026-11-30")
    with database.reading() as c:
        ends = {
            (rhythm, month): digest_of(c, 1, rhythm, datetime.fromisoformat(f"2026-{month}-01T10:00+08:00")).ending
            for rhythm in (Rhythm.WEEKLY, Rhythm.MONTHLY, Rhythm.QUARTERLY)
            for month in (11, 12)
        }
    assert {key for key, told in ends.items() if told} == {(Rhythm.MONTHLY, 12)}
    assert "2026年12月31日前到期的计划：店长" in written(ticks(company, "2026-12-01").read("何芸"))


def test_a_digest_of_a_month_holds_what_is_about_it_and_waits_for_that(database: Database) -> None:
    company = begun(database, "2026-10-01T10:00+08:00", of(Period("2026"), "FREQ=MONTHLY;BYMONTHDAY=5"))
    ticks(company, "2026-11-01")
    assert "月报" not in written(company.read("何芸"))
    ticks(company, "2026-11-05")
    company.say("王芳", Command("report"), "退货率 1.8%", "跳过")
    assert "月报" not in written(company.read("何芸"))
    said = written(ticks(company, "2026-11-06").read("何芸"))
    assert "绩效月报：2026年10月1日至2026年10月31日" in said
    assert "应报1项：按时100%" in said
