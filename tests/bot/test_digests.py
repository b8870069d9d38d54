"""Digests: every figure as counted from the events themselves, sent once for each closed period."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.attachments import attachment
from bot.digest import digest_of, listed, reports_of
from bot.schedule import Schedule
from kpi.digest import Digest, Extent, Reporting, Rhythm, Sign, before, closed
from kpi.period import Span
from kpi.plan import When
from locales.words import words
from storage import access, departments, holders, invitations, people, plans, reports, runs, tables
from storage.database import Database
from storage.values import plan_to_json
from tests.company import Company, numeric, plan, written
from tests.manager import Line

BEGAN = datetime.fromisoformat("2026-03-01T09:00+08:00")


@pytest.fixture
def company(database: Database) -> Company:
    """HR, a manager, and who hold posts in two departments."""
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    for name, department in (("王芳", "零售部"), ("赵强", "采购部")):
        made = replace(plan(post=f"{department}主管"), department=department)
        company.approve(li, he, made, company.join(name, "employee"))
    return company


@pytest.mark.parametrize(
    ("rhythm", "today", "first", "last"),
    [
        (Rhythm.WEEKLY, "2026-11-26", "2026-11-16", "2026-11-22"),
        (Rhythm.WEEKLY, "2026-11-23", "2026-11-16", "2026-11-22"),
        (Rhythm.MONTHLY, "2026-11-01", "2026-10-01", "2026-10-31"),
        (Rhythm.MONTHLY, "2026-01-15", "2025-12-01", "2025-12-31"),
        (Rhythm.QUARTERLY, "2026-12-31", "2026-07-01", "2026-09-30"),
        (Rhythm.QUARTERLY, "2027-01-01", "2026-10-01", "2026-12-31"),
    ],
)
def test_the_newest_closed_period(rhythm: Rhythm, today: str, first: str, last: str) -> None:
    span = closed(rhythm, date.fromisoformat(today))
    assert (str(span.first), str(span.last)) == (first, last)
    assert before(rhythm, span).last == span.first - timedelta(days=1)


def test_every_figure_is_the_one_counted_from_the_events(company: Company) -> None:
    """Five months in which people report in time, late, or not at all, at random but the same each time."""
    chance = random.Random(7)
    events: list[tuple[str, date, int, str, Decimal | None]] = []
    for month in (3, 4, 5, 6, 7):
        last = date(2026, month + 1, 1) - timedelta(days=1)
        company.on(f"{last}T10:00+08:00")
        late = chance.sample(["王芳", "赵强"], chance.randint(0, 2))
        for name in ("王芳", "赵强"):
            company.now = datetime.fromisoformat(f"{last}T11:00+08:00") + timedelta(days=3 * (name in late))
            figures = {1: Decimal(chance.choice(["0.5", "1.5", "2.5"])), 2: Decimal(chance.choice([80, 120, 160]))}
            given = {id: value for id, value in figures.items() if chance.random() < 0.7}
            said = "，".join(f"{ {1: '退货率', 2: '订单数量'}[id] } {value}" for id, value in given.items())
            if given:
                company.command(name, "report")
                company.say(name, said, *["跳过"] * (3 - len(given)))
            state = "late" if name in late else "in_time"
            events += [(name, last, id, state, given.get(id)) for id in (1, 2)]
    company.now = datetime.fromisoformat("2026-08-10T10:00+08:00")
    for rhythm, first in ((Rhythm.MONTHLY, date(2026, 7, 1)), (Rhythm.QUARTERLY, date(2026, 4, 1))):
        span = Span(first, date(2026, 7, 31) if rhythm is Rhythm.MONTHLY else date(2026, 6, 30))
        with company.database.reading() as c:
            shown = digest_of(c, 1, rhythm, company.now)
        assert shown.span == span
        mine = [one for one in events if span.first <= one[1] <= span.last]
        periods = len({one[1] for one in mine})
        # The third indicator is judged by the manager, who reports nothing.
        for department, name in (("零售部", "王芳"), ("采购部", "赵强")):
            own = [one for one in mine if one[0] == name]
            states = Counter(state for _, _, _, state, value in own if value is not None)
            missing = sum(value is None for *_, value in own) + periods
            expected = Reporting(department, 3 * periods, states["in_time"], states["late"], missing)
            assert expected in shown.reporting
        known = [(id, value) for _, _, id, _, value in mine if value is not None]
        met = sum(value <= 2 if id == 1 else value >= 100 for id, value in known)
        excelled = sum(value <= 1 if id == 1 else value >= 150 for id, value in known)
        assert (shown.results.reports, shown.results.met, shown.results.excelled) == (len(known), met, excelled)
        owed = Counter({"李明": 2 * periods})
        owed.update(name for name, *_, value in mine if value is None)
        counted: Counter[str] = Counter()
        for one in shown.missing:
            counted[one.person] += one.reports
        assert +owed == counted


def test_what_speaks_against_an_indicator(company: Company) -> None:
    for month in (3, 4, 5):
        last = date(2026, month + 1, 1) - timedelta(days=1)
        company.on(f"{last}T10:00+08:00").read("王芳")
        company.say("王芳", "退货率 0.5%，订单 50 单", "跳过")
    with company.database.reading() as c:
        shown = digest_of(c, 1, Rhythm.MONTHLY, datetime.fromisoformat("2026-06-02T10:00+08:00"))
    found = {(one.sign, one.post, one.indicator) for one in shown.oddities}
    assert (Sign.TOO_LOW, "零售部主管", "退货率") in found
    assert (Sign.TOO_HIGH, "零售部主管", "订单数量") in found
    assert (Sign.NO_DATA, "采购部主管", "退货率") in found
    assert (Sign.NO_DATA, "零售部主管", "退货率") not in found


def counted(company: Company, rhythm: Rhythm = Rhythm.MONTHLY) -> Digest:
    with company.database.reading() as c:
        return digest_of(c, 1, rhythm, company.now)


def test_what_is_reported_too_seldom_for_three_months_is_told_by_a_year(company: Company) -> None:
    quarterly = When("每季度", rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")
    made = plan(post="年度岗位")
    output = made.outputs[0]
    seldom = tuple(replace(one, tracking=replace(one.tracking, when=quarterly)) for one in output.indicators)
    made = replace(made, outputs=(replace(output, indicators=seldom),))
    company.approve(2, 1, made, company.join("周文", "employee"))
    for day, signs in (("03-31", 0), ("06-30", 0), ("09-30", 2), ("12-31", 2)):
        company.on(f"2026-{day}T10:00+08:00").read("周文")
        company.say("周文", "退货率 0.5%，订单 50 单", "跳过")
        company.now = datetime.fromisoformat(f"2026-{day}T12:00+08:00") + timedelta(days=2)
        found = [one for one in counted(company).oddities if one.post == "年度岗位" and one.sign is not Sign.NO_DATA]
        assert [one.months for one in found] == [12] * signs, day
    assert "近12个月4次均达到卓越标准" in written(company.command("何芸", "digest", "quarterly"))


def test_no_data_in_a_row_is_of_the_indicator_whoever_holds_the_post(company: Company) -> None:
    def silent() -> list[tuple[str, int]]:
        found = [one for one in counted(company).oddities if one.sign is Sign.NO_DATA and one.post == "零售部主管"]
        return [(one.indicator, one.times) for one in found if one.indicator == "退货率"]

    company.on("2026-03-31T10:00+08:00")
    company.on("2026-04-02T10:00+08:00")
    assert silent() == []
    company.command("李明", "release", "1 王芳")
    company.join("周文", "employee")
    company.command("李明", "hold", "1 周文")
    company.on("2026-04-30T10:00+08:00")
    company.on("2026-05-02T10:00+08:00")
    assert silent() == [("退货率", 2)]  # one of them each
    company.on("2026-05-31T10:00+08:00")
    company.command("周文", "report")
    company.say("周文", "退货率 1.5%，订单 127 单", "跳过")
    company.on("2026-06-02T10:00+08:00")
    assert silent() == []


def test_plans_are_counted_by_what_they_are_and_named_where_the_audit_doubts(company: Company) -> None:
    company.command("李明", "start", "new")
    company.say("李明", "零售部")
    company.command("李明", "revise", "1")
    with company.database.transaction() as c:
        failed = [{"question": 4, "result": "fail", "reasons": []}]
        c.execute(tables.plan_version.update().where(tables.plan_version.c.plan_id == 2).values(audit=failed))
    shown = counted(company)
    assert {status: number for status, number in shown.plans if number} == {"approved": 2, "interview": 1}
    assert (shown.doubts, shown.doubtful) == (1, ("采购部主管",))
    said = written(company.command("何芸", "digest"))
    assert "计划：2份已批准、1份访谈中" in said or "计划：2份已批准和1份访谈中" in said
    assert "审核存疑的计划：1份（采购部主管）" in said


def approved(company: Company, **changes: Any) -> None:
    """A second version of the first plan, in which 订单数量 is held against something else, approved at once."""
    made = plan(post="零售部主管")
    output = made.outputs[0]
    changed = tuple(replace(one, **changes) if one.name == "订单数量" else one for one in output.indicators)
    content = plan_to_json(replace(made, outputs=(replace(output, indicators=changed),)))
    with company.database.transaction() as c:
        run = c.execute(select(tables.plan.c.run_id).where(tables.plan.c.id == 1)).scalar_one()
        id = plans.keep_draft(c, run, 2, content=content, audit=[], now=company.now)
        plans.submit(c, id, company.now)
        plans.decide(c, id, company.now, person_id=1, verdict="approved", remarks=[], now=company.now)


def reported(company: Company, day: str, said: str) -> None:
    company.on(f"2026-{day}T10:00+08:00").read("王芳")
    company.say("王芳", said, "跳过")


def test_nothing_moves_or_is_too_low_by_other_standards(company: Company) -> None:
    for day, orders in (("03-31", 190), ("04-30", 180), ("05-31", 170)):
        reported(company, day, f"退货率 1.5%，订单 {orders} 单")
    company.now = datetime.fromisoformat("2026-06-02T10:00+08:00")
    assert ("订单数量", Sign.TOO_LOW) in {(one.indicator, one.sign) for one in counted(company).oddities}
    approved(company, basic=numeric("60", ">=", "单"), outstanding=numeric("165", ">=", "单"))
    assert "订单数量" not in {one.indicator for one in counted(company).oddities if one.sign is Sign.TOO_LOW}
    reported(company, "06-30", "退货率 1.6%，订单 160 单")
    company.now = datetime.fromisoformat("2026-07-02T10:00+08:00")
    assert {one.indicator for one in counted(company).movers} == {"退货率"}
    reported(company, "07-31", "退货率 1.6%，订单 150 单")
    company.now = datetime.fromisoformat("2026-08-02T10:00+08:00")
    assert {one.indicator for one in counted(company).movers} == {"订单数量"}


def test_outstanding_is_reached_of_those_figures_that_have_it(company: Company) -> None:
    approved(company, outstanding=None)
    reported(company, "03-31", "退货率 0.5%，订单 127 单")
    company.now = datetime.fromisoformat("2026-04-02T10:00+08:00")
    assert "达到基本标准：100%；达到卓越标准：100%" in written(company.command("何芸", "digest"))


def test_a_plan_that_is_to_move_waits_for_whoever_sees_where_to(company: Company) -> None:
    moving = plan_to_json(replace(plan(post="零售部主管"), department="采购部"))
    with company.database.transaction() as c:
        run = c.execute(select(tables.plan.c.run_id).where(tables.plan.c.id == 1)).scalar_one()
        id = plans.keep_draft(c, run, 2, content=moving, audit=[], now=company.now)
        plans.submit(c, id, company.now)
        found = {
            name: [one.plan_id for one in digest_of(c, 1, Rhythm.MONTHLY, company.now, {name}).waiting]
            for name in ("零售部", "采购部")
        }
    assert found == {"零售部": [], "采购部": [1]}


def test_doubts_of_a_plan_in_force_stay_while_it_is_revised(company: Company) -> None:
    failed = [{"question": 4, "result": "fail", "reasons": []}]
    with company.database.transaction() as c:
        c.execute(tables.plan_version.update().where(tables.plan_version.c.plan_id == 2).values(audit=failed))
        run = c.execute(select(tables.plan.c.run_id).where(tables.plan.c.id == 2)).scalar_one()
        plans.keep_draft(c, run, 2, content=plan_to_json(plan(post="采购部主管")), audit=[], now=company.now)
    assert counted(company).doubtful == ("采购部主管",)


def test_what_is_disputed_twice_is_one(company: Company) -> None:
    company.on("2026-03-31T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.5%，订单 127 单", "跳过")
    for again in (True, False):
        company.command("李明", "confirm")
        company.press("李明", "dispute")
        company.say("李明", "退货率", "少了二店")
        if again:
            company.command("王芳", "report")
            company.say("王芳", "1.6", "跳过")
    company.on("2026-04-02T10:00+08:00")
    assert counted(company).disputes == 1


def test_a_digest_is_sent_once_whatever_the_number_of_workers(company: Company) -> None:
    now = datetime.fromisoformat("2026-04-01T10:00+08:00")
    workers = [Schedule(company.database, "zh_Hans") for _ in range(3)]
    company.read("何芸")
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda worker: worker.run(now), workers))
    said = company.read("何芸")
    heads = [str(line["text"]).split("：")[0] for line in said if line["type"] == "message"]
    assert sorted(heads) == ["远大公司 绩效周报", "远大公司 绩效季报", "远大公司 绩效月报"]
    assert company.on("2026-04-01T11:00+08:00").read("何芸") == []
    assert company.on("2026-04-03T10:00+08:00").read("何芸") == []


def test_a_late_digest_says_for_which_period_it_is(company: Company) -> None:
    company.read("何芸")
    assert "绩效月报：2026年5月1日至2026年5月31日" in written(company.on("2026-06-20T10:00+08:00").read("何芸"))


def test_who_wants_no_weekly_digest_is_sent_none(company: Company) -> None:
    said = company.command("何芸", "digest", "settings")
    assert "• 绩效周报：发送" in written(said)
    choices = [choice["id"] for line in said for choice in line.get("choices", [])]
    assert choices == ["digest:weekly off", "digest:monthly off", "digest:quarterly off"]
    assert "• 绩效周报：不发送" in written(company.press("何芸", "digest:weekly off"))
    company.command("何芸", "digest", "关闭季报")
    said = company.on("2026-04-01T10:00+08:00").read("何芸")
    heads = [str(line["text"]).split("：")[0] for line in said if line["type"] == "message"]
    assert heads == ["远大公司 绩效月报"]
    assert "digest:settings" in str(said)
    company.command("何芸", "digest", "季报 开")
    assert "绩效季报" in written(company.on("2026-04-01T11:00+08:00").read("何芸"))


def test_everybody_whom_a_digest_names_has_that_on_record(company: Company) -> None:
    company.on("2026-03-31T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 0.5%，订单 150 单", "跳过")
    company.on("2026-04-03T10:00+08:00")
    with company.database.reading() as c:
        looks = {id: [one.what for one in access.of_person(c, id)] for id in (1, 2, 3, 4)}
    # Wang owes nothing, but the sheet lists what she reported.
    sent = ["digest/quarterly/2026-03-31", "digest/monthly/2026-03-31"]
    assert looks == {1: [], 2: sent, 3: sent, 4: sent}
    with company.database.transaction() as c:
        people.set_scope(c, 1, ["采购部"])
    company.command("何芸", "digest", "monthly")
    with company.database.reading() as c:
        assert [len(access.of_person(c, id)) for id in (2, 3, 4)] == [3, 2, 3]


def reports_in(company: Company, said: list[Line]) -> list[dict[str, Any]]:
    """The rows of the sheet of reports that goes with a digest, by the names of the columns."""
    made = [attachment(line, words("zh_Hans"), company.database) for line in said]
    book = load_workbook(BytesIO(next(one.content for one in made if one and one.ending == ".xlsx")))
    header, *below = book["上报明细"].iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in below]


def test_the_sheet_lists_every_report_as_it_stood_when_the_digest_was_made(company: Company) -> None:
    company.on("2026-03-31T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 2.5%，订单 150 单", "跳过")
    company.command("李明", "confirm", "each")
    company.press("李明", "confirm")
    company.on("2026-04-03T10:00+08:00").read("赵强")
    company.say("赵强", "退货率 1.5%", "跳过", "跳过")
    company.now = datetime.fromisoformat("2026-04-04T10:00+08:00")
    company.read("何芸")
    said = company.command("何芸", "digest", "monthly")
    company.now = datetime.fromisoformat("2026-04-05T10:00+08:00")
    company.command("赵强", "report")
    company.say("赵强", "订单 90 单", "跳过")
    found = reports_in(company, said)
    days = [tuple(f"{row[name]:%m-%d}" for name in ("期间开始", "期间结束", "应报日期")) for row in found]
    assert days == [("03-01", "03-31", "03-31")] * 6
    names = ("部门", "岗位", "姓名", "上报人", "关键绩效指标", "上报情况", "实际值")
    reached = ("基本标准", "达到基本标准", "卓越标准", "达到卓越标准", "确认情况", "改进措施编号")
    wang, zhao = ("零售部", "零售部主管", "王芳"), ("采购部", "采购部主管", "赵强")
    missing = ("缺报", "")
    assert [tuple(row[name] or "" for name in names) for row in found] == [
        (*wang, "王芳", "退货率", "按时", 2.5),
        (*wang, "王芳", "订单数量", "按时", 150),
        (*wang, "李明", "报表的清晰度", *missing),
        (*zhao, "赵强", "退货率", "迟报", 1.5),
        (*zhao, "赵强", "订单数量", *missing),
        (*zhao, "李明", "报表的清晰度", *missing),
    ]
    few, many = ("不超过2%", "不超过1%"), ("不少于100单", "不少于150单")
    assert [tuple(row[name] or "" for name in reached) for row in (*found[:2], *found[3:5])] == [
        (few[0], "否", few[1], "否", "已确认", 1),
        (many[0], "是", many[1], "是", "已确认", ""),
        (few[0], "是", few[1], "否", "待确认", ""),
        (many[0], "", many[1], "", "", ""),
    ]
    assert f"{found[0]['上报时间']:%Y-%m-%d %H:%M}" == "2026-03-31 10:00"
    # What was reported after the digest is in the next one.
    assert [row["实际值"] for row in reports_in(company, company.command("何芸", "digest", "monthly"))][4] == 90


def test_the_sheet_lists_reports_of_ones_own_departments_only(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_scope(c, 1, ["采购部"])
    company.on("2026-04-01T10:00+08:00").read("何芸")
    assert {row["姓名"] for row in reports_in(company, company.command("何芸", "digest", "monthly"))} == {"赵强"}


def test_a_sheet_tells_silence_from_a_verdict(company: Company) -> None:
    company.on("2026-03-31T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.8%，订单 120 单", "跳过")
    company.command("李明", "confirm", "each")
    company.press("李明", "dispute")
    company.say("李明", "退货率", "少了二店的数据")
    company.say("赵强", "退货率 1.8%，订单 120 单", "跳过")
    company.on("2026-04-07T10:00+08:00").read("何芸")
    found = reports_in(company, company.command("何芸", "digest", "monthly"))
    assert [row["确认情况"] or "" for row in found] == [
        *("有异议", "已确认", ""),
        *("逾期自动确认", "逾期自动确认", ""),
    ]


def test_no_digest_is_sent_at_night(company: Company) -> None:
    company.read("何芸")
    assert company.on("2026-04-01T03:00+08:00").read("何芸") == []


def test_hr_sees_their_own_departments_only(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_scope(c, 1, ["采购部"])
    company.on("2026-03-31T10:00+08:00")
    company.on("2026-04-01T10:00+08:00").read("何芸")
    said = written(company.command("何芸", "digest", "monthly"))
    assert "应报3项" in said
    assert "赵强" in said
    assert "王芳" not in said
    refused = company.command("何芸", "progress", "1")
    assert [line["type"] for line in refused] == ["error"]


def test_who_holds_no_post_of_a_plan_in_force_is_named(company: Company) -> None:
    """By all of HR who see everybody, else where a department they were invited to or held a post in is theirs."""
    ids = {name: company.join(name, "employee") for name in ("钱进", "孙丽", "周敏", "吴刚")}
    with company.database.transaction() as c:
        sales = departments.find_or_make(c, 1, "销售部")
        token = invitations.invite(c, 1, "employee", now=company.now, department_id=sales)
        invitations.use(c, invitations.find(c, token, company.now).id, ids["钱进"], company.now)
        holders.hold(c, 2, ids["孙丽"], company.now)
        holders.leave(c, 2, ids["孙丽"], company.now)
        run = runs.start_run(c, 2, "post", version=1, header={}, now=company.now)
        draft = replace(plan(post="导购"), department="导购部")
        id = plans.keep_draft(c, run.id, 2, content=plan_to_json(draft), audit=[], now=company.now)
        holders.hold(c, id, ids["周敏"], company.now)
        known = {
            scope: {
                one.person: one.departments for one in digest_of(c, 1, Rhythm.MONTHLY, company.now, scope).unplanned
            }
            for scope in ((), ("销售部",), ("采购部", "导购部"))
        }
    assert known[()] == {"钱进": ("销售部",), "孙丽": ("采购部",), "周敏": ("导购部",), "吴刚": ()}
    assert set(known["销售部",]) == {"钱进"}
    assert set(known["采购部", "导购部"]) == {"孙丽", "周敏"}
    company.read("何芸")
    said = company.command("何芸", "digest", "monthly")
    assert "尚无生效计划的员工：4人" in written(said)
    assert "吴刚" not in written(said)
    with company.database.reading() as c:
        assert [one.what for one in access.of_person(c, ids["吴刚"])] == ["digest/monthly/2026-02-28"]


def test_an_earlier_period_can_be_asked_for_and_none_that_is_not_over(company: Company) -> None:
    company.on("2026-06-23T10:00+08:00")
    assert "绩效月报：2026年4月1日至2026年4月30日" in written(company.command("何芸", "digest", "4月"))
    assert "绩效季报：2026年1月1日至2026年3月31日" in written(company.command("何芸", "digest", "2026 Q1"))
    assert "要到2026年6月30日才结束" in written(company.command("何芸", "digest", "2026-06"))
    assert "2026年第三季度" in written(company.command("何芸", "digest", "年报"))


def test_only_hr_gets_digests(company: Company) -> None:
    for name in ("李明", "王芳"):
        assert [line["type"] for line in company.command(name, "digest")] == ["error"]
    assert company.on("2026-04-01T10:00+08:00").read("李明") == [] or "月报" not in written(company.read("李明"))


@pytest.mark.parametrize("language", ["en", "zh_Hans", "zh_Hant"])
def test_a_digest_comes_with_a_picture_and_a_sheet(company: Company, language: str) -> None:
    with company.database.transaction() as c:
        people.set_language(c, 1, language)
    said = company.command("何芸", "digest", "month")
    made = [attachment(line, words(language), company.database) for line in said]
    assert [one.ending for one in made if one] == [".png", ".xlsx"]
    assert "review" not in str(said)


def test_what_is_due_of_somebody_away_is_missing_once_they_are_back(company: Company) -> None:
    company.command("王芳", "away", "3月31日至4月6日")
    company.on("2026-03-31T10:00+08:00")
    owed = {}
    for day in (3, 7, 8):
        with company.database.reading() as c:
            shown = digest_of(c, 1, Rhythm.MONTHLY, datetime.fromisoformat(f"2026-04-0{day}T10:00+08:00"))
        owed[day] = sorted((one.person, one.reports) for one in shown.missing), shown.total.due
    assert owed[3] == owed[7] == ([("李明", 1), ("李明", 1), ("赵强", 2)], 4)
    assert owed[8] == ([("李明", 1), ("李明", 1), ("王芳", 2), ("赵强", 2)], 6)


def test_what_was_missed_is_sent_afterwards_the_oldest_first(company: Company) -> None:
    company.on("2026-04-01T10:00+08:00").read("何芸")
    company.command("何芸", "away", "4月3日至4月16日")
    company.on("2026-04-06T10:00+08:00")
    assert company.on("2026-04-16T10:00+08:00").read("何芸") == []
    told = written(company.on("2026-04-17T10:00+08:00").read("何芸"))
    weeks = [
        told.find(f"绩效周报：2026年{first}日至2026年{last}日")
        for first, last in (("3月30", "4月5"), ("4月6", "4月12"))
    ]
    assert 0 <= weeks[0] < weeks[1]
    assert told.count("绩效周报：") == 2
    assert company.on("2026-04-17T12:00+08:00").read("何芸") == []


def test_hr_is_told_of_what_was_too_long_ago_to_be_sent(company: Company) -> None:
    company.on("2026-04-01T10:00+08:00").read("何芸")
    told = written(company.on("2026-06-23T10:00+08:00").read("何芸"))
    assert told.count("绩效周报：2026年") == 4
    assert told.count("中断较久") == 1
    assert "绩效周报：中断较久之后只发送最近几期，2026年3月30日至2026年5月24日的未发送" in told
    assert told.index("2026年5月24日的未发送") < told.index("绩效周报：2026年5月25日至2026年5月31日")


def test_what_was_not_wanted_is_not_sent_afterwards(company: Company) -> None:
    company.on("2026-04-01T10:00+08:00").read("何芸")
    company.command("何芸", "digest", "weekly off")
    company.on("2026-06-23T10:00+08:00").read("何芸")
    company.command("何芸", "digest", "weekly on")
    told = written(company.on("2026-06-23T11:00+08:00").read("何芸"))
    assert "绩效周报：2026年6月15日至2026年6月21日" in told
    assert (told.count("绩效周报："), "中断较久" in told) == (1, False)


def test_a_digest_is_sent_once_its_last_day_is_over_for_everybody(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_time_zone(c, 3, "America/New_York")
    company.on("2026-04-01T11:00+08:00")  # still the last evening in New York
    assert "月报" not in written(company.read("何芸"))
    told = written(company.on("2026-04-01T12:30+08:00").read("何芸"))
    assert "绩效月报：2026年3月1日至2026年3月31日" in told


def test_another_organisation_is_not_counted(company: Company) -> None:
    for day in ("2026-04-30", "2026-05-31"):
        company.on(f"{day}T10:00+08:00").read("王芳")
        company.say("王芳", f"退货率 {day[6]}%，订单 50 单", "跳过")
    june = datetime.fromisoformat("2026-06-02T10:00+08:00")
    with company.database.transaction() as c:
        other = people.find_or_make_organisation(c, "别的公司", BEGAN)
        shown, extent = digest_of(c, other, Rhythm.MONTHLY, june), Extent(other, (), june)
        own = digest_of(c, 1, Rhythm.MONTHLY, june)
        of = (shown.rhythm, shown.span)
        assert (list(reports_of(c, extent, *of)), listed(c, extent, *of)) == ([], frozenset())
    assert (shown.total.due, dict(shown.plans)["approved"], shown.missing, shown.movers) == (0, 0, (), ())
    assert (own.total.due, len(own.movers)) == (6, 1)


def test_what_a_digest_counts_can_be_looked_up(company: Company) -> None:
    company.on("2026-03-31T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 0.5%，订单 50 单", "跳过")
    with company.database.reading() as c:
        standing = {one.indicator_id: one.report and one.report.value for one in reports.of_plan(c, 1)}
        shown = digest_of(c, 1, Rhythm.MONTHLY, datetime.fromisoformat("2026-04-02T10:00+08:00"))
    assert (standing[1], standing[2]) == (Decimal("0.5"), Decimal(50))
    assert (shown.results.reports, shown.results.met, shown.results.excelled) == (2, 1, 1)
