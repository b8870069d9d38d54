"""Reporting, confirming and disputing, from the date of the tracking plan on, on both databases."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from bot.attachments import attachment
from bot.schedule import Schedule
from dialogs.acts import Command
from kpi.plan import Plan, When
from locales.words import words
from storage import access, holders, people, reports, tables
from storage.database import Database
from tests.company import Company, plan, written
from tests.manager import last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


@pytest.fixture
def company(database: Database) -> Company:
    """Li manages, Wang holds the post, He is HR."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(), wang)
    return company


def asked(company: Company, name: str) -> str | None:
    question = last_question(company.read(name))
    return question["name"] if question else None


def test_what_is_due_is_asked_in_one_message_and_read_in_one_answer(company: Company) -> None:
    assert company.on("2026-09-29T10:00+08:00").read("王芳") == []
    said = company.on("2026-09-30T10:00+08:00").read("王芳")
    question = last_question(said)
    assert question
    assert (question["name"], "退货率" in question["text"], "订单数量" in question["text"]) == ("due", True, True)
    answered = company.say("王芳", "退货率 1.8%，订单 127 单")
    assert "退货率：1.8% ▰▰▰▰▰|★▱▱▱▱ 达到基本标准 · 首次上报" in written(answered)
    note = last_question(answered)
    assert note
    assert note["name"] == "note"
    assert "李明" in written(company.say("王芳", "跳过"))
    with company.database.reading() as c:
        standing = [(one.indicator_id, one.report and one.report.value) for one in reports.of_plan(c, 1)]
    assert [(id, str(value)) for id, value in standing[:2]] == [(1, "1.8"), (2, "127")]


def test_what_was_left_out_is_asked_on_its_own(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    figure = last_question(company.say("王芳", "订单 90"))
    assert figure
    assert (figure["name"], figure["about"]) == ("figure", ["店长", "退货率"])
    refused = company.say("王芳", "不错")
    assert "没有看到“退货率”的数据" in written(refused)
    assert "未达基本标准" in written(company.say("王芳", "百分之三"))


def test_a_number_without_its_name_is_said_back_and_what_is_left_is_asked_for(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    said = company.say("王芳", "退货率1.8%，库存 55")
    assert ("退货率：1.8%" in written(said), "没有记入：\n“55”" in written(said)) == (True, True)
    question = last_question(said)
    assert question
    assert question["about"] == ["店长", "订单数量"]


def test_numbers_without_names_are_taken_in_order_and_shown_by_name(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    said = written(company.say("王芳", "1.8%, 127"))
    assert ("退货率：1.8%" in said, "订单数量：127单" in said) == (True, True)


def test_the_figure_of_an_indicator_of_the_post_that_is_not_due_is_refused(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    refused = written(company.say("王芳", "报表的清晰度 95%，订单 127"))
    assert "“95%”似乎属于这次不用上报的指标。请只报上面列出的各项，例如：退货率 2，订单数量 100" in refused


def test_in_one_line_too_a_figure_that_may_be_meant_otherwise_is_asked_about(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    question = last_question(company.say("王芳", "退货率 1.8%，订单 120,000 单"))
    assert question
    assert [choice["label"].count("单") > 0 for choice in question["choices"][:2]] == [True, True]
    assert "订单数量：120单" in written(company.press("王芳", "1"))


def test_a_figure_of_other_days_is_refused_and_not_kept(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    refused = written(company.say("王芳", "8月31日 退货率 1.5%，订单 127"))
    assert "“8月31日”不在“退货率”本次上报的范围内" in refused
    assert ("至2026年9月30日" in refused, "/report" in refused) == (True, True)
    assert "退货率：1.5%" in written(company.say("王芳", "9月30日 退货率 1.5%，订单 127"))


def test_reports_that_were_begun_before_their_days_were_kept_go_on(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    with company.database.transaction() as c:
        runs = c.execute(select(tables.run.c.id, tables.run.c.header).where(tables.run.c.interview == "report")).all()
        for id, header in runs:
            items = [{key: item[key] for key in item if key not in {"first", "until"}} for item in header["items"]]
            earlier = {"post": header["post"], "items": items}
            c.execute(tables.run.update().where(tables.run.c.id == id).values(header=earlier))
    assert "退货率：1.5%" in written(company.say("王芳", "8月31日 退货率 1.5%，订单 127"))


def report(company: Company, figures: str = "退货率 1.8%，订单 127 单") -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", figures, "跳过")


def test_the_manager_confirms_all_at_once(company: Company) -> None:
    report(company)
    told = company.read("李明")
    assert "王芳上报了“店长”的数据" in written(told)
    question = last_question(company.command("李明", "confirm"))
    assert question
    assert question["name"] == "confirm"
    company.press("李明", "confirm")
    assert "李明已确认" in written(company.read("王芳"))
    with company.database.reading() as c:
        verdicts = [one.report.verdict for one in reports.of_plan(c, 1) if one.report]
    assert verdicts == ["confirmed", "confirmed"]


def test_a_dispute_goes_back_with_its_reason_and_is_corrected(company: Company) -> None:
    report(company)
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "退货率")
    company.say("李明", "少了二店的退货")
    assert "李明对“退货率”有异议：少了二店的退货" in written(company.read("王芳"))
    question = last_question(company.command("王芳", "report"))
    assert question
    assert "少了二店的退货" in question["text"]
    company.say("王芳", "2.3%", "已补上二店", "跳过")
    with company.database.reading() as c:
        one = next(one for one in reports.of_plan(c, 1) if one.indicator_id == 1)
        history = [(str(it.value), it.verdict) for it in reports.history(c, 1)[one.id]]
    assert history == [("1.8", "disputed"), ("2.3", None)]
    confirm = last_question(company.command("李明", "confirm"))
    assert confirm
    assert "说明：已补上二店" in confirm["text"]


def test_figures_count_though_what_is_asked_besides_is_never_answered(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.8%，订单 127 单")
    assert company.on("2026-09-30T10:30+08:00").read("王芳") == []
    told = company.on("2026-09-30T11:01+08:00").read("王芳")
    assert "已回答的数据已经保存" in written(told)
    assert "已请李明确认" in written(told)
    assert "王芳上报了“店长”的数据" in written(company.read("李明"))
    assert company.on("2026-10-01T11:00+08:00").read("王芳") == []
    with company.database.reading() as c:
        said = [one.report and one.report.at.isoformat() for one in reports.of_plan(c, 1)]
    assert said[:2] == ["2026-09-30T02:00:00+00:00"] * 2


def test_figures_that_were_given_count_and_the_others_stay_due(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "订单 127 单", Command("pause"), Command("language", "en"))
    told = company.on("2026-09-30T12:00+08:00").read("王芳")
    assert "What you had answered counts" in written(told)
    with company.database.reading() as c:
        assert [one.report is not None for one in reports.of_plan(c, 1)] == [False, True, False]
    assert "A reminder: still open for “店长”: 退货率." in written(company.on("2026-10-01T11:00+08:00").read("王芳"))


def test_what_was_not_answered_at_all_is_asked_anew_with_what_is_due_since(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    question = last_question(company.on("2026-11-01T10:00+08:00").read("王芳"))
    assert question
    assert ("2026年10月" in question["text"], "2026年9月" in question["text"]) == (True, False)


def test_figures_can_be_given_one_at_a_time(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    question = last_question(company.press("王芳", "each"))
    assert question
    assert (question["name"], question["about"]) == ("figure", ["店长", "退货率"])
    company.say("王芳", "1.8%")
    assert "订单数量：127单" in written(company.say("王芳", "127"))


@pytest.fixture
def behind(company: Company) -> Company:
    """Two dates are open: that of September, which was due during an absence, and that of October."""
    company.command("王芳", "away", "9月30日至10月30日")
    company.on("2026-09-30T10:00+08:00")
    return company.on("2026-10-31T10:00+08:00")


def test_of_several_open_dates_the_newest_is_asked_first_and_the_others_after(behind: Company) -> None:
    first = last_question(behind.read("王芳"))
    assert first
    assert ("2026年9月" in first["text"], "2026年10月" in first["text"]) == (False, True)
    following = last_question(behind.say("王芳", "退货率 1.8%，订单 127 单", "跳过"))
    assert following
    assert "2026年9月" in following["text"]
    behind.say("王芳", "退货率 1.2%，订单 120 单", "跳过")
    with behind.database.reading() as c:
        mine = [one for one in reports.of_plan(c, 1) if one.reporter_id == 3]
    assert [one.report and one.report.value for one in mine] == [Decimal(it) for it in ("1.2", "120", "1.8", "127")]


def test_what_is_skipped_leads_to_the_date_before_and_nowhere_twice(behind: Company) -> None:
    behind.read("王芳")
    asked_before = last_question(behind.say("王芳", "跳过", "跳过", "跳过"))
    assert asked_before
    assert "2026年9月" in asked_before["text"]
    behind.say("王芳", "跳过", "跳过")
    assert last_question(behind.say("王芳", "跳过")) is None


@pytest.mark.parametrize("said", ["不对", "退货率写错了", "wrong", "重填"])
def test_a_correction_is_no_note(company: Company, said: str) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.8%，订单 127 单")
    assert "看起来是要更正数据" in written(company.say("王芳", said))
    company.say("王芳", "上一步", "退货率 1.5%，订单 127 单", "说明：不对的是系统，不是1.5%", "跳过")
    with company.database.reading() as c:
        kept = [one.report for one in reports.of_plan(c, 1) if one.report]
    assert (kept[0].value, kept[0].note) == (Decimal("1.5"), "说明：不对的是系统，不是1.5%")


@pytest.mark.parametrize("said", ["完成", "done", "无说明"])
def test_nothing_more_ends_a_report(company: Company, said: str) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.8%，订单 127 单")
    assert last_question(company.say("王芳", said)) is None
    with company.database.reading() as c:
        assert [one.report.note for one in reports.of_plan(c, 1) if one.report] == [None, None]


def test_figures_sent_before_they_are_asked_for_are_taken(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "跳过", "跳过", "跳过")
    assert "退货率：1.8%" in written(company.say("王芳", "退货率 1.8%，订单 127 单"))
    company.say("王芳", "跳过")
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "退货率", "系统里是2.8%")
    assert "更正，原为1.8%" in written(company.say("王芳", "2.8%"))
    company.say("王芳", "跳过")
    with company.database.reading() as c:
        assert [one.report.value for one in reports.of_plan(c, 1) if one.report] == [Decimal("2.8"), Decimal(127)]


@pytest.mark.parametrize("said", ["你好", "没有", "跳过", "好的", "3点开会"])
def test_what_is_no_figure_of_it_is_only_asked_for(company: Company, said: str) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "跳过", "跳过", "跳过")
    company.say("王芳", said)
    with company.database.reading() as c:
        assert [one.report for one in reports.of_plan(c, 1) if one.report] == []


def test_what_is_due_on_other_days_is_asked_together_where_no_indicator_comes_twice(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    other = When("每月25日", rrule="FREQ=MONTHLY;BYMONTHDAY=25")
    company.approve(li, he, _tracked(plan(), {2: other}), wang)
    company.on("2026-09-30T10:00+08:00").read("王芳")
    question = last_question(company.command("王芳", "report"))
    assert question
    assert ("退货率" in question["text"], "订单数量" in question["text"]) == (True, True)
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    with company.database.reading() as c:
        mine = [one for one in reports.of_plan(c, 1) if one.reporter_id == wang]
    assert [(one.due_on.day, one.report and one.report.value) for one in mine] == [
        (25, Decimal(127)),
        (30, Decimal("1.8")),
    ]


def _tracked(of: Plan, when: Mapping[int, When]) -> Plan:
    """A plan some of whose indicators are tracked at other times."""
    (output,) = of.outputs
    indicators = tuple(
        replace(one, tracking=replace(one.tracking, when=when.get(one.id, one.tracking.when)))
        for one in output.indicators
    )
    return replace(of, outputs=(replace(output, indicators=indicators),))


def test_report_offers_other_open_dates_and_what_can_be_corrected(behind: Company) -> None:
    behind.read("王芳")
    behind.say("王芳", "退货率 1.8%", "跳过", "跳过")
    behind.command("王芳", "cancel")
    said = behind.command("王芳", "report")
    labels = {choice["label"]: choice["id"] for choice in said[0]["choices"]}
    assert list(labels) == ["店长，2026年9月", "退货率，2026年10月"]
    question = last_question(said)
    assert question
    assert question["about"] == ["店长", "订单数量"]
    earlier = last_question(behind.press("王芳", labels["店长，2026年9月"]))
    assert earlier
    assert "2026年9月" in earlier["text"]
    behind.command("王芳", "cancel")
    corrected = behind.press("王芳", labels["退货率，2026年10月"])
    assert "已上报：1.8%" in written(corrected)
    assert "退货率：1.6% ▰▰▰▰▰|★★▱▱▱ 达到基本标准 · 更正，原为1.8%" in written(behind.say("王芳", "1.6%"))


def test_an_objection_to_a_figure_corrected_meanwhile_is_not_lost(company: Company) -> None:
    report(company)
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "退货率")
    company.command("王芳", "report")
    company.press("王芳", "report:1")
    company.say("王芳", "1.7%", "跳过")
    said = company.say("李明", "少了二店的退货")
    assert "“退货率”在您查看之后已被更正" in written(said)
    assert "1.7%" in written(said)
    assert "更正，原为1.8%" in written(said)
    told = written(company.read("王芳"))
    assert "李明对“退货率”更正前的数据有异议：少了二店的退货" in told
    assert "李明已确认您上报的“店长”数据：订单数量。" in told
    with company.database.reading() as c:
        first, second = reports.history(c, 1)[1]
    assert (first.verdict, first.reason, second.verdict) == ("disputed", "少了二店的退货", None)


def test_a_figure_corrected_meanwhile_is_not_confirmed_and_nobody_speaks_of_an_objection(company: Company) -> None:
    report(company)
    company.command("李明", "confirm")
    company.press("王芳", "report:1")
    company.say("王芳", "1.7%", "跳过")
    said = written(company.press("李明", "confirm"))
    assert "“退货率”在您查看之后已被更正，您对更正前数据的确认不适用于更正后的数据" in said
    assert "异议" not in said.partition("\n")[0]
    assert "有异议" not in written(company.read("王芳"))
    with company.database.reading() as c:
        assert [it.verdict for it in reports.history(c, 1)[1]] == [None, None]


def test_a_dispute_can_be_mended_however_late_it_comes(company: Company) -> None:
    report(company)
    with company.database.transaction() as c:
        c.execute(tables.due.update().values(closes=company.now))
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "退货率", "少了二店的退货")
    company.command("王芳", "report")
    company.say("王芳", "2.3%", "跳过")
    with company.database.reading() as c:
        assert [str(it.value) for it in reports.history(c, 1)[1]] == ["1.8", "2.3"]


def test_what_a_manager_judges_and_receives_is_confirmed_and_told_to_the_holder(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    said = company.say("李明", "都没有", "跳过")
    assert "由您本人接收，视为已确认" in written(said)
    assert "“店长”有指标未达基本标准" in written(said)
    told = written(company.read("王芳"))
    assert "李明对“店长”作出了评价：\n报表的清晰度：" in told
    with company.database.reading() as c:
        judged = next(one for one in reports.of_plan(c, 1) if one.indicator_id == 3)
    assert judged.report
    assert (judged.report.verdict, judged.report.confirmed_by) == ("confirmed", 2)
    assert "没有待您确认的上报" in written(company.command("李明", "confirm"))


def test_silence_confirms_and_says_so(company: Company) -> None:
    report(company)
    assert company.on("2026-10-04T10:00+08:00").read("王芳") == []
    assert "5天内无人提出异议" in written(company.on("2026-10-05T11:00+08:00").read("王芳"))
    assert company.on("2026-10-05T12:00+08:00").read("王芳") == []


def test_a_manager_sees_what_is_late_apart_from_what_is_missing(company: Company) -> None:
    for day, standing in (("09-30", "逾期0项，缺报0项"), ("10-01", "逾期3项，缺报0项"), ("10-31", "逾期0项，缺报3项")):
        assert standing in written(company.on(f"2026-{day}T10:00+08:00").command("李明", "team"))


def test_who_gave_a_post_up_still_sees_their_own_figures(company: Company) -> None:
    report(company)
    company.command("李明", "release", "1 王芳")
    assert "提醒" not in written(company.on("2026-10-01T11:00+08:00").read("王芳"))
    for command in ("progress", "history"):
        assert "退货率" in written(company.command("王芳", command, "1"))
        assert "退货率" in written(company.command("王芳", command))
    assert [line["type"] for line in company.command("王芳", "plans", "1")] == ["error"]


def test_late_people_are_reminded_once(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    assert company.on("2026-10-01T09:30+08:00").read("王芳") == []
    assert "提醒" in written(company.on("2026-10-01T10:30+08:00").read("王芳"))
    assert company.on("2026-10-02T10:30+08:00").read("王芳") == []


def test_reminders_come_a_day_apart_and_missed_ones_are_not_made_up_for(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"reminders": 3})
    company.on("2026-09-30T10:00+08:00").read("王芳")
    days: tuple[str, ...] = (
        "2026-10-01T11:00",
        "2026-10-01T11:01",
        "2026-10-02T09:30",
        "2026-10-02T11:00",
        "2026-10-06T11:00",
    )
    days += ("2026-10-06T11:01", "2026-10-07T11:00")
    told = [written(company.on(f"{day}+08:00").read("王芳")).count("提醒") for day in days]
    assert told == [1, 0, 0, 1, 1, 0, 0]


def test_nobody_is_written_to_at_night_or_while_away(company: Company) -> None:
    assert company.on("2026-09-30T06:00+08:00").read("王芳") == []
    company.command("王芳", "away", "9月30日至10月8日")
    assert company.on("2026-09-30T10:00+08:00").read("王芳") == []
    assert asked(company.on("2026-10-09T10:00+08:00"), "王芳") == "due"


def test_what_is_due_while_somebody_is_away_is_due_on_their_first_day_back(company: Company) -> None:
    company.command("王芳", "away", "9月30日至11月10日")  # longer than the figures would be open
    company.on("2026-09-30T10:00+08:00")
    assert "2026年10月" in written(company.on("2026-11-11T10:00+08:00").read("王芳"))
    with company.database.reading() as c:
        deadlines = {
            (one.late_from, one.closes) for one in reports.open_from(c, 3, company.now) if one.due_on.day == 30
        }
    assert deadlines == {tuple(datetime.fromisoformat(f"2026-11-{day}T00:00+08:00") for day in (12, 18))}
    assert "逾期0项，缺报1项" in written(company.command("李明", "team"))  # a judgement of the manager's own
    assert "逾期5项，缺报1项" in written(company.on("2026-11-12T00:00+08:00").command("李明", "team"))


def test_what_a_standstill_kept_from_being_asked_is_asked_afterwards_however_late(company: Company) -> None:
    told = written(company.on("2026-11-20T10:00+08:00").read("王芳"))  # that of September would have closed
    assert "已到上报时间" in told or "需要上报" in told
    with company.database.reading() as c:
        mine = [one for one in reports.of_plan(c, 1) if one.reporter_id == 3]
    assert {one.due_on.month for one in mine} == {9, 10}
    assert {one.late_from for one in mine} == {datetime.fromisoformat("2026-11-21T00:00+08:00")}
    assert "王芳：应报6项，已报0项，逾期0项，缺报0项" in written(company.command("李明", "team"))


def test_figures_of_several_days_are_told_with_their_days(company: Company) -> None:
    company.command("王芳", "away", "9月30日至10月30日")
    company.on("2026-10-31T10:00+08:00")
    for said in ("退货率 1.6%，订单 107 单", "退货率 2.8%，订单 117 单"):
        company.say("王芳", said, "跳过")
        company.command("王芳", "report")
    question = last_question(company.command("李明", "confirm"))
    assert question
    for line in ("1.6%", "2.8%"):
        (told,) = (one for one in question["text"].split("\n") if line in one)
        assert "（2026年" in told
    company.press("李明", "dispute")
    company.say("李明", "1", "少了二店")
    told = written(company.read("王芳"))
    assert "退货率，2026年9月" in told
    assert "退货率，2026年10月" in told


def test_team_tells_who_else_owes_what(company: Company) -> None:
    report(company)
    said = written(company.on("2026-10-02T10:00+08:00").command("李明", "team"))
    assert "店长，王芳：应报3项，已报2项，逾期1项，缺报0项\n   – 其中由李明评价：报表的清晰度" in said


def test_nobody_is_late_before_the_day_on_which_they_are_asked_is_over(company: Company) -> None:
    company.on("2026-09-30T21:00+08:00")  # the schedule did not run before the night
    company.on("2026-10-01T09:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    with company.database.reading() as c:
        mine = [one for one in reports.of_plan(c, 1) if one.reporter_id == 3]
    midnight = datetime.fromisoformat("2026-10-02T00:00+08:00")
    assert [one.late_from for one in mine] == [midnight, midnight]


def standing(company: Company) -> list[tuple[datetime | None, bool, str | None]]:
    """When the figures were given, whether that was in time, and what was said of them."""
    with company.database.reading() as c:
        mine = [one for one in reports.of_plan(c, 1) if one.reporter_id == 3]
    return [
        (one.report.at, one.report.at < one.late_from, one.report.verdict) if one.report else (None, False, None)
        for one in mine
    ]


def test_a_figure_is_as_late_as_it_was_given_however_late_the_rest_is_left(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00")
    company.now = given = datetime.fromisoformat("2026-09-30T23:30+08:00")
    company.say("王芳", "退货率 1.8%，订单 127 单")
    company.on("2026-10-01T10:00+08:00")
    assert standing(company) == [(given, True, None)] * 2


def test_who_answers_what_is_asked_besides_after_midnight_is_not_late(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00")
    company.now = given = datetime.fromisoformat("2026-09-30T23:59+08:00")
    company.say("王芳", "退货率 1.8%，订单 127 单")
    company.now = datetime.fromisoformat("2026-10-01T00:05+08:00")
    company.say("王芳", "供应商延迟", "跳过")
    assert standing(company) == [(given, True, None)] * 2


def test_what_was_given_before_a_standstill_counts_and_its_receiver_has_all_days_to_object(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00")
    given = company.now
    company.say("王芳", "退货率 1.8%，订单 127 单")
    with company.database.reading() as c:
        assert all(one.closes < datetime.fromisoformat("2026-11-15T00:00+08:00") for one in reports.of_plan(c, 1))
    told = written(company.on("2026-11-15T10:00+08:00").read("王芳"))
    assert ("已回答的数据已经保存" in told, "已经截止" in told) == (True, False)
    assert standing(company)[:2] == [(given, True, None)] * 2
    company.on("2026-11-19T10:00+08:00")
    assert standing(company)[0][2] is None
    company.on("2026-11-20T11:00+08:00")
    assert standing(company)[0][2] == "confirmed"


def test_an_absence_told_too_late_puts_off_what_is_still_open(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00")
    company.on("2026-10-05T10:00+08:00").command("王芳", "away", "9月29日至10月28日")
    with company.database.reading() as c:
        closes = {one.closes for one in reports.open_from(c, 3, company.now)}
    assert closes == {datetime.fromisoformat("2026-11-05T00:00+08:00")}
    told = written(company.read("李明"))
    assert (
        "王芳补登记了2026年9月29日至2026年10月28日外出。原已逾期的数据顺延到其回来的第一天：退货率和订单数量。" in told
    )
    company.command("王芳", "away", "9月29日至10月28日")
    assert "补登记" not in written(company.read("李明"))
    company.on("2026-10-29T10:00+08:00").command("王芳", "report")
    assert "退货率：1.5%" in written(company.say("王芳", "退货率 1.5%，订单 127 单"))


def test_a_deadline_never_comes_sooner_however_absences_change(company: Company) -> None:
    company.command("王芳", "away", "9月30日至10月20日")
    company.on("2026-09-30T10:00+08:00")
    said = company.command("王芳", "away")
    assert "您已登记：2026年9月30日至2026年10月20日不在。" in written(said)
    assert last_question(said)
    assert "已取消登记" in written(company.press("王芳", "away:off"))
    company.command("王芳", "cancel")
    assert asked(company.on("2026-10-01T10:00+08:00"), "王芳") == "due"
    with company.database.reading() as c:
        late = {one.late_from for one in reports.open_from(c, 3, company.now)}
    assert late == {datetime.fromisoformat("2026-10-02T00:00+08:00")}
    assert "没有登记" in written(company.command("王芳", "away", "off"))


def test_silence_confirms_nothing_while_the_receiver_is_away(company: Company) -> None:
    report(company)
    company.command("李明", "away", "10月1日至10月10日")
    days = ("2026-10-05T11:00", "2026-10-14T11:00", "2026-10-15T11:00")
    told = ["视为确认" in written(company.on(f"{day}+08:00").read("王芳")) for day in days]
    assert told == [False, False, True]


def test_tomorrow_is_the_one_of_the_person(company: Company) -> None:
    company.now = datetime.fromisoformat("2026-09-28T23:30+00:00")  # the 29th in China, before work
    assert "2026年9月30日" in written(company.command("王芳", "away", "明天"))
    assert company.on("2026-09-30T10:00+08:00").read("王芳") == []


def test_a_judgement_is_late_by_the_clock_of_who_gives_it(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("Ann", "manager", language="en", zone="America/New_York")
    company.approve(li, he, plan(judge="Ann"), wang)
    company.on("2026-09-30T10:00+08:00")
    with company.database.reading() as c:
        late_from = {one.indicator_id: one.late_from for one in reports.of_plan(c, 1)}
    assert late_from[1] == datetime.fromisoformat("2026-10-01T00:00+08:00")
    assert late_from[3] == datetime.fromisoformat("2026-10-01T00:00-04:00")


def test_an_unmuted_person_is_reminded_a_muted_one_is_not(company: Company) -> None:
    company.command("王芳", "mute")
    company.on("2026-09-30T10:00+08:00").read("王芳")
    assert company.on("2026-10-01T10:30+08:00").read("王芳") == []


def test_figures_move_and_can_be_corrected_until_they_close(company: Company) -> None:
    report(company)
    company.on("2026-10-31T10:00+08:00").read("王芳")
    assert "比上次减少0.3个百分点" in written(company.say("王芳", "退货率 1.5%，订单 127 单"))
    company.say("王芳", "跳过")
    corrections = company.command("王芳", "report")
    labels = [choice["label"] for line in corrections for choice in line.get("choices", [])]
    assert labels == ["退货率，2026年10月", "订单数量，2026年10月"]


def test_the_judge_is_asked_for_what_cannot_be_counted(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("陈静", "manager")
    company.approve(li, he, plan(judge="陈静"), wang)
    question = last_question(company.on("2026-09-30T10:00+08:00").read("陈静"))
    assert question
    assert (question["name"], "王芳" in question["text"]) == ("judgement", True)
    assert "达到卓越标准" in written(company.say("陈静", "1和2"))
    company.say("陈静", "跳过")
    with company.database.reading() as c:
        one = next(one for one in reports.of_plan(c, 1) if one.indicator_id == 3)
    assert one.report
    assert one.report.observed == ("有结论", "数据有来源")


def test_whoever_the_plan_names_receives_the_figures(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("周颖", "manager")
    company.approve(li, he, plan(receiver="周颖"), wang)
    report(company)
    assert "王芳上报了" in written(company.read("周颖"))
    assert company.read("李明") == [] or "上报了" not in written(company.read("李明"))


def test_three_workers_ask_once(company: Company) -> None:
    from concurrent.futures import ThreadPoolExecutor

    now = datetime.fromisoformat("2026-09-30T10:00+08:00")
    workers = [Schedule(company.database, "zh_Hans") for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda worker: worker.run(now), workers))
    assert len([line for line in company.read("王芳") if line["type"] == "question"]) == 1


def test_people_are_asked_by_their_own_clock(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    ann = company.join("Ann", "employee", language="en", zone="Europe/Berlin")
    company.approve(li, he, plan(), ann)
    assert company.on("2026-09-30T10:00+08:00").read("Ann") == []
    question = last_question(company.on("2026-09-30T09:00+02:00").read("Ann"))
    assert question
    assert "Please give the figures" in question["text"]


def test_country_and_zone_are_settings(company: Company) -> None:
    with company.database.reading() as c:
        organisation = people.organisation_of(c, 1)
    assert (organisation.time_zone, organisation.ask_from, organisation.confirm_days) == ("Asia/Shanghai", 9, 5)


def test_the_tracking_table_shows_figures_standards_and_what_is_missing(company: Company) -> None:
    report(company, "退货率 1.5%，订单 127 单")
    company.on("2026-10-31T10:00+08:00").read("王芳")
    assert "报表的清晰度：未上报（缺1次）" in written(company.command("王芳", "progress"))
    said = company.on("2026-11-01T00:00+08:00").command("王芳", "progress")
    assert "退货率：1.5% ▰▰▰▰▰|★★▱▱▱ 达到基本标准（2026年9月，逾期自动确认） · 缺1次" in written(said)
    assert "报表的清晰度：未上报（缺2次）" in written(said)
    assert "得分：基本标准100%，迈向卓越52%；另有60%的权重未上报，未计入" in written(said)
    assert [line["type"] for line in said if line["type"] in {"photo", "document"}] == ["photo", "document"]
    for line in said:
        if made := attachment(line, words("zh_Hans"), company.database):
            assert made.content[:4] in {b"\x89PNG", b"PK\x03\x04"}


def test_a_holder_sees_their_own_figures_only(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    held = [company.join(name, "employee") for name in ("王芳", "赵强")]
    company.approve(li, he, plan(), *held)
    report(company)
    assert "赵强" not in written(company.command("王芳", "progress"))
    assert {"王芳", "赵强"} <= set(written(company.command("李明", "progress")).split("\n"))


def test_the_picture_knows_who_holds_the_post_no_more(company: Company) -> None:
    report(company)
    (photo,) = (line for line in company.command("李明", "progress", "1") if line["type"] == "photo")
    assert photo["trend"]["former"] == []
    company.command("李明", "release", "1 王芳")
    (photo,) = (line for line in company.command("李明", "progress", "1") if line["type"] == "photo")
    assert photo["trend"]["former"] == ["王芳"]
    made = attachment(photo, words("zh_Hans"), company.database)
    assert made
    assert made.content.startswith(b"\x89PNG")


def test_a_look_by_hr_is_noted(company: Company) -> None:
    report(company)
    company.command("何芸", "progress", "1")
    company.command("李明", "progress", "1")
    with company.database.reading() as c:
        looks = [(one.reader_id, one.person_id, one.what) for one in access.of_person(c, 3)]
    assert looks == [(1, 3, "progress/1")]


def test_what_hr_is_given_to_confirm_and_to_judge_is_a_look(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    zhao = company.join("赵强", "employee")
    company.approve(li, he, plan(receiver="何芸", judge="何芸"), wang, zhao)
    company.on("2026-09-30T10:00+08:00")

    def looks() -> list[list[str]]:
        with database.reading() as c:
            noted = [[one.what for one in access.of_person(c, id)] for id in (li, wang, zhao)]
        return [[what for what in each if not what.startswith("digest/")] for each in noted]

    # What is due is asked for at once, with the names of whom it is about.
    assert looks() == [[], ["judge/1"], ["judge/1"]]
    company.command("何芸", "report")
    assert looks() == [[], ["judge/1"] * 2, ["judge/1"] * 2]
    company.say("何芸", "1", "1", "跳过")
    for name in ("王芳", "赵强"):
        company.say(name, "退货率 1.8%，订单 127 单", "跳过")
    before = looks()
    assert "王芳" in written(company.command("何芸", "confirm"))
    assert looks() == [[], ["confirm/1", *before[1]], ["confirm/1", *before[2]]]
    company.command("何芸", "confirm", "each")
    assert looks() == [[], ["confirm/1", "confirm/1", *before[1]], ["confirm/1", *before[2]]]
    assert "：待确认的数据 #1" in written(company.command("王芳", "privacy"))


def test_a_post_is_given_to_several_at_once_and_changes_hands(company: Company) -> None:
    for name in ("赵强", "孙丽"):
        company.join(name, "employee")
    assert "孙丽" in written(company.command("李明", "hold", "1 赵强、孙丽"))
    for name in ("赵强", "孙丽"):
        question = last_question(company.read(name))
        assert question
        assert question["name"] == "acknowledge"
    report(company)
    company.command("李明", "release", "1 王芳")
    assert "不再担任" in written(company.read("王芳"))
    company.on("2026-10-31T10:00+08:00")
    with company.database.reading() as c:
        mine = [(one.person_id, str(one.due_on), one.report is not None) for one in reports.of_plan(c, 1)]
    assert [one for one in mine if one[0] == 3 and one[1] > "2026-10"] == []
    assert [one for one in mine if one[0] == 3 and one[2]]
    assert {one[0] for one in mine if one[1] == "2026-10-31"} == {4, 5}
    assert "没有“钱七”" in written(company.command("李明", "hold", "1 钱七"))


def test_the_departments_result_counts_by_the_organisations_share(company: Company) -> None:
    other = company.join("赵强", "employee")
    company.approve(2, 1, plan(post="导购"), other)
    company.on("2026-09-30T10:00+08:00")
    for name, figures in (("王芳", "退货率 1%，订单 150"), ("赵强", "退货率 4%，订单 50")):
        company.command(name, "report")
        company.say(name, figures, "跳过")
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"department_share": 40})
    said = written(company.command("王芳", "progress", "1"))
    # The post is at 100 %, the department at the mean of 100 % and 50 %: 0.6 · 100 + 0.4 · 75.
    assert "得分：基本标准100%，迈向卓越100%" in said
    assert "计入部门结果75%（占40%）后：基本标准90%，迈向卓越80%" in said


def test_a_post_is_given_to_all_who_are_named_or_to_nobody(company: Company) -> None:
    company.join("赵强", "employee")
    assert "孙丽" in written(company.command("李明", "hold", "1 赵强、孙丽"))
    with company.database.reading() as c:
        assert holders.holders_of(c, 1) == (3,)
    company.command("李明", "hold", "1 赵强")
    assert "您已担任“店长”" in written(company.read("赵强"))


def test_a_post_that_changes_hands_shows_who_holds_it(company: Company) -> None:
    company.join("赵强", "employee")
    company.on("2026-09-30T10:00+08:00").read("王芳")
    assert "现任：王芳" in written(company.command("李明", "plans", "1"))
    assert "现任：王芳，例如：/release 1 王芳" in written(company.command("李明", "release", "1"))
    company.command("李明", "release", "1 王芳")
    said = written(company.command("李明", "team"))
    assert "店长：目前无人担任" in said
    assert "王芳（已卸任）" in said
    assert "目前无人担任" in written(company.command("李明", "release", "1 王芳"))
    company.command("李明", "hold", "1 赵强")
    assert "店长，赵强：暂无到期上报" in written(company.command("李明", "team"))
    assert "现任：赵强" in written(company.command("何芸", "plans", "1"))


def test_all_that_is_plain_is_confirmed_in_one_tap(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    held = [company.join(name, "employee") for name in ("王芳", "赵强")]
    company.approve(li, he, plan(), *held)
    company.on("2026-09-30T10:00+08:00")
    company.say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    company.say("赵强", "退货率 2.5%，订单 130 单", "跳过")
    said = company.command("李明", "confirm")
    assert said[0]["choices"][0] == {"id": "confirm:1,2,4", "label": "全部确认（3项）"}
    assert "赵强｜订单数量：130单" in written(said)
    assert "2.5%" not in written(said)
    left = last_question(company.press("李明", "confirm:1,2,4"))
    assert left
    assert ("退货率：2.5%" in left["text"], "130" in left["text"]) == (True, False)
    assert "李明已确认您上报的“店长”数据" in written(company.read("王芳"))
    company.press("李明", "confirm")
    assert "已经处理过" in written(company.press("李明", "confirm:1,2,4"))
    company.on("2026-10-31T10:00+08:00")
    company.say("王芳", "退货率 1.5%，订单 130 单", "跳过")
    company.say("赵强", "退货率 1.9%，订单 130 单", "跳过")
    said = company.command("李明", "confirm")
    assert "王芳｜退货率：1.5%" in written(said)
    assert "比上次减少0.3个百分点" in written(said)


def test_readings_of_a_figure_are_told_apart_where_a_button_shows_them(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    asked_which = last_question(company.say("王芳", "订单 127 单，退货率 0.018"))
    assert asked_which
    assert [choice["label"] for choice in asked_which["choices"]] == ["退货率 1.8%", "退货率 0.018%"]
    assert "订单数量：127单" in written(company.press("王芳", "0"))


def test_a_refusal_in_words_confirms_nothing(company: Company) -> None:
    report(company)
    company.command("李明", "confirm")
    for said in ("不能全部确认", "明天再确认", "I cannot confirm", "confirm?"):
        refused = company.say("李明", said)
        assert "没看懂您选的是哪一项" in written(refused)
        question = last_question(refused)
        assert question
        assert question["name"] == "confirm"
    with company.database.reading() as c:
        assert [one.report.verdict for one in reports.of_plan(c, 1) if one.report] == [None, None]
    company.say("李明", "好的，全部确认")
    with company.database.reading() as c:
        assert [one.report.verdict for one in reports.of_plan(c, 1) if one.report] == ["confirmed", "confirmed"]


def test_only_who_is_late_is_reminded_and_an_absence_makes_late_later(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"reminders": 2})
    company.on("2026-09-30T10:00+08:00").command("王芳", "away", "9月30日至10月3日")
    days = ("04", "05", "06", "07")
    sent = [written(company.on(f"2026-10-{day}T10:00+08:00").read("王芳")) for day in days]
    assert ["提醒" in said for said in sent] == [False, True, True, False]


@pytest.mark.parametrize("yes", ["是", "取消", "取消吧", "确定"])
def test_a_report_with_answers_is_dropped_only_when_that_is_wanted(company: Company, yes: str) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.8%，订单 127 单")
    question = last_question(company.say("王芳", "取消"))
    assert question
    assert (question["name"], "取消这次填写" in question["text"]) == ("cancel", True)
    kept = last_question(company.say("王芳", "不要"))
    assert kept
    assert kept["name"] == "note"
    assert "没有任何变更" in written(company.say("王芳", "取消", yes))
    assert "退货率" in written(company.command("王芳", "report"))


def test_a_report_without_answers_is_dropped_at_once(company: Company) -> None:
    company.on("2026-09-30T10:00+08:00").read("王芳")
    assert "没有任何变更" in written(company.command("王芳", "cancel"))
