"""Corrective notes: opened by a missed basic standard, written, followed up on their day, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest

from bot.desk import Desk
from bot.schedule import Schedule
from storage import corrective_notes, erasure, people, reports
from storage.database import Database
from tests.company import Company, plan, written
from tests.manager import Line, last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")
MISSED = "退货率 2.5%，订单 90 单"


@pytest.fixture
def company(database: Database) -> Company:
    """Li manages, Wang holds the post, He is HR, Zhao a colleague; the GM judges what is not counted."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.join("赵强", "employee")
    company.join("陈静", "manager")
    company.approve(li, he, plan(judge="陈静"), wang)
    return company


def report(company: Company, figures: str = MISSED, at: str = "2026-09-30T10:00+08:00") -> None:
    company.on(at).read("王芳")
    company.say("王芳", figures, "跳过")


def confirm(company: Company) -> list[Line]:
    company.command("李明", "confirm")
    return company.press("李明", "confirm")


def missed(company: Company, figures: str = MISSED) -> None:
    """A report that misses standards, confirmed."""
    report(company, figures)
    confirm(company)


def note(company: Company, id: int = 1) -> corrective_notes.CorrectiveNote:
    with company.database.reading() as c:
        found = corrective_notes.note(c, id)
    assert found
    return found


def asked(said: list[Line]) -> str | None:
    question = last_question(said)
    return question["name"] if question else None


def buttons(said: list[Line]) -> list[str]:
    return [choice["id"] for line in said if line["type"] == "message" for choice in line.get("choices", [])]


def wrote(company: Company, *answers: str) -> list[Line]:
    """The first note, written."""
    missed(company, "退货率 2.5%，订单 127 单")
    company.press("李明", "corrective:1")
    return company.say("李明", *(answers or ("出库前复检包装", "王芳", "10月20日")))


def test_confirming_a_missed_standard_opens_notes_in_one_message(company: Company) -> None:
    report(company)
    told = confirm(company)
    assert "“店长”有指标未达基本标准" in written(told)
    assert "• 王芳，退货率：2.5%（基本标准：不超过2%）" in written(told)
    assert buttons(told) == ["corrective:1", "corrective:2"]
    assert sum("未达基本标准" in line.get("text", "") for line in told) == 1


def test_the_notice_of_a_miss_says_how_to_answer(company: Company) -> None:
    report(company)
    assert "请点下方按钮或发送 /corrective，填写改进措施" in written(confirm(company))


def test_silence_opens_them_too_in_one_message(company: Company) -> None:
    report(company)
    company.read("李明")
    company.on("2026-10-05T11:00+08:00")
    told = company.read("李明")
    assert buttons(told) == ["corrective:1", "corrective:2"]
    assert sum("未达基本标准" in line.get("text", "") for line in told) == 1
    assert written(company.read("王芳")).count("5天内无人提出异议") == 1


def test_what_is_met_or_disputed_opens_none(company: Company) -> None:
    report(company, "退货率 1.8%，订单 90 单")
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "订单数量", "少了二店")
    assert company.command("李明", "corrective")[-1]["text"] == "您负责的岗位没有未关闭的改进措施。"


def test_team_tells_which_figure_that_falls_short_is_disputed(company: Company) -> None:
    report(company, "退货率 2.5%，订单 90 单")
    company.command("李明", "confirm")
    company.press("李明", "dispute")
    company.say("李明", "退货率", "少了二店")
    said = written(company.command("李明", "team"))
    assert "▾ 退货率：2.5%（基本标准：不超过2%）（有异议）" in said
    assert said.count("有异议") == 1
    assert said.count("▾") == 2


def test_only_one_note_is_open_of_an_indicator_and_holder(company: Company) -> None:
    wrote(company, "出库前复检包装", "王芳", "11月5日")
    report(company, "退货率 2.6%，订单 127 单", "2026-10-31T10:00+08:00")
    told = confirm(company)
    assert (
        "“店长”有指标再次未达基本标准，相应的改进措施尚未关闭：\n• 王芳，退货率：2.6%（基本标准：不超过2%）"
        in written(told)
    )
    assert buttons(told) == ["corrective:1"]
    assert asked(company.press("李明", "corrective:1")) == "follow_up"


def test_silence_that_confirms_another_miss_tells_of_the_open_note(company: Company) -> None:
    wrote(company, "出库前复检包装", "王芳", "11月30日")
    report(company, "退货率 2.6%，订单 127 单", "2026-10-31T10:00+08:00")
    company.read("李明")
    told = company.on("2026-11-05T11:00+08:00").read("李明")
    assert "• 王芳，退货率：2.6%（基本标准：不超过2%）" in written(told)
    assert buttons(told) == ["corrective:1"]


def test_two_figures_that_silence_confirms_at_once_open_one_note(company: Company) -> None:
    report(company, "退货率 2.5%，订单 127 单")
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"confirm_days": 40})
    report(company, "退货率 2.6%，订单 127 单", "2026-10-31T10:00+08:00")
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"confirm_days": 5})
    company.read("李明")
    told = company.on("2026-11-05T11:00+08:00").read("李明")
    assert [said.count("2.6%") for said in (written(told[:1]), written(told[1:]))] == [0, 1]
    assert set(buttons(told)) == {"corrective:1"}


def again(company: Company, figure: str = "2.6%") -> None:
    """Another figure, confirmed while the first note is open; the day of the note comes."""
    wrote(company, "出库前复检包装", "王芳", "11月5日")
    report(company, f"退货率 {figure}，订单 127 单", "2026-10-31T10:00+08:00")
    confirm(company)
    company.on("2026-11-05T10:00+08:00").read("李明")


def test_a_note_that_is_done_while_the_newest_figure_falls_short_is_followed_by_another(company: Company) -> None:
    again(company)
    told = company.press("李明", "done")
    assert "• 王芳，退货率：2.6%（基本标准：不超过2%）" in written(told)
    (opened,) = buttons(told)
    another = note(company, int(opened.removeprefix("corrective:")))
    assert (note(company).outcome, another.outcome, another.what) == ("done", None, None)
    company.press("李明", opened)
    company.say("李明", "更换供应商", "王芳", "11月20日")
    company.on("2026-11-20T10:00+08:00").read("李明")
    assert buttons(company.press("李明", "done")) == []  # no figure came since


@pytest.mark.parametrize(("figure", "pressed"), [("1.9%", ["done"]), ("2.6%", ["dropped", "供应商已更换包装"])])
def test_no_note_follows_where_the_newest_figure_is_met_or_the_note_given_up(
    company: Company, figure: str, pressed: list[str]
) -> None:
    again(company, figure)
    company.press("李明", pressed[0])
    said = company.say("李明", *pressed[1:])
    assert buttons(said) == []
    assert note(company).outcome == pressed[0]
    assert "没有未关闭的改进措施" in written(company.command("李明", "corrective"))


def test_what_who_and_by_when_are_asked_and_those_concerned_told(company: Company) -> None:
    missed(company)
    question = last_question(company.press("李明", "corrective:1"))
    assert question
    assert question["about"] == ["店长", "王芳", "退货率"]
    assert "退货率：2.5%" in question["text"]
    assert "要求：不超过2%" in question["text"]
    who = last_question(company.say("李明", "出库前复检包装"))
    assert who
    assert [choice["label"] for choice in who["choices"]] == ["王芳"]
    by = last_question(company.say("李明", "赵强"))
    assert by
    assert [choice["label"] for choice in by["choices"]] == ["2026年10月31日", "2026年10月14日"]
    for name in ("王芳", "赵强"):
        company.read(name)
    assert "2026年10月20日会向您跟进结果" in written(company.say("李明", "10月20日"))
    kept = note(company)
    assert (kept.what, kept.who, kept.by) == ("出库前复检包装", "赵强", date(2026, 10, 20))
    for name in ("王芳", "赵强"):
        assert "负责人：赵强；期限：2026年10月20日" in written(company.read(name))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("2026-09-01", "2026年9月1日不是将来的日期"),
        ("今天", "2026年9月30日不是将来的日期"),
        ("每月", "没有读到日期"),
        ("尽快", "没有读到日期"),
        ("🙃", "没有读到日期"),
    ],
)
def test_a_day_that_is_none_to_come_is_refused(company: Company, said: str, why: str) -> None:
    missed(company)
    company.press("李明", "corrective:1")
    company.say("李明", "出库前复检包装", "好的")
    refused = company.say("李明", said)
    assert why in written(refused)
    assert asked(refused) == "corrective_by"
    company.say("李明", "好的")
    assert note(company).who == "王芳"
    assert note(company).by == date(2026, 10, 31)


def test_back_and_edit_change_what_was_said(company: Company) -> None:
    missed(company)
    company.press("李明", "corrective:1")
    company.say("李明", "出库前复检包装")
    assert asked(company.say("李明", "上一步")) == "corrective_what"
    company.say("李明", "更换纸箱", "赵强")
    company.command("李明", "edit", "1")
    company.say("李明", "更换加厚纸箱", "两周后")
    kept = note(company)
    assert (kept.what, kept.who, kept.by) == ("更换加厚纸箱", "赵强", date(2026, 10, 14))


def test_a_restart_in_the_middle_loses_nothing(company: Company) -> None:
    missed(company)
    company.press("李明", "corrective:1")
    company.say("李明", "出库前复检包装")
    company.desk, company.schedule = (
        Desk(company.database, "远大公司", "zh_Hans"),
        Schedule(company.database, "zh_Hans"),
    )
    assert asked(company.press("李明", "corrective:1")) == "corrective_who"
    company.say("李明", "王芳", "10月20日")
    assert note(company).what == "出库前复检包装"


def test_its_day_comes_and_the_manager_is_asked_once(company: Company) -> None:
    wrote(company)
    assert company.on("2026-10-19T10:00+08:00").read("李明") == []
    assert company.on("2026-10-20T07:00+08:00").read("李明") == []
    told = company.on("2026-10-20T09:00+08:00").read("李明")
    question = last_question(told)
    assert question
    assert question["name"] == "follow_up"
    assert "此后尚无新上报的数据" in question["text"]
    assert company.on("2026-10-20T10:00+08:00").read("李明") == []
    company.read("王芳")
    assert "已完成，已关闭" in written(company.press("李明", "done"))
    assert note(company).outcome == "done"
    assert "标记为完成" in written(company.read("王芳"))
    assert company.on("2026-10-21T10:00+08:00").read("李明") == []


def test_not_yet_asks_for_another_day_and_shows_what_was_reported_since(company: Company) -> None:
    wrote(company)
    company.on("2026-10-20T10:00+08:00").read("李明")
    assert asked(company.say("李明", "尚未完成，改期")) == "corrective_by"
    assert "不是将来的日期" in written(company.say("李明", "2026-10-20"))
    company.say("李明", "11月3日")
    assert (note(company).by, note(company).put_off) == (date(2026, 11, 3), 1)
    report(company, "退货率 1.5%，订单 127 单", "2026-10-31T10:00+08:00")
    question = last_question(company.on("2026-11-03T10:00+08:00").read("李明"))
    assert question
    assert "此后最新数据（2026年10月）：退货率：1.5%" in question["text"]
    assert "达到基本标准 · 比上次减少1个百分点" in question["text"]
    company.read("王芳")
    assert asked(company.say("李明", "取消这项措施")) == "corrective_reason"
    company.say("李明", "供应商已更换包装")
    assert (note(company).outcome, note(company).reason) == ("dropped", "供应商已更换包装")
    assert "原因：供应商已更换包装" in written(company.read("王芳"))
    assert "已取消并关闭。原因：供应商已更换包装" in written(company.command("李明", "corrective", "1"))


@pytest.mark.parametrize("said", ["无需采取措施", "無需採取措施", "Nothing needs to be done", "1", "无"])
def test_where_nothing_needs_to_be_done_the_reason_is_asked_and_told(company: Company, said: str) -> None:
    missed(company, "退货率 2.5%，订单 127 单")
    company.press("李明", "corrective:1")
    company.read("王芳")
    assert asked(company.say("李明", said)) == "corrective_reason"
    assert asked(company.say("李明", "上一步")) == "corrective_what"
    assert asked(company.press("李明", "nothing")) == "corrective_reason"
    assert "已关闭" in written(company.say("李明", "两家客户停业装修"))
    kept = note(company)
    assert (kept.outcome, kept.reason, kept.what) == ("dropped", "两家客户停业装修", None)
    assert "李明认为无需采取改进措施。原因：两家客户停业装修" in written(company.read("王芳"))
    assert company.on("2026-10-01T10:30+08:00").read("李明") == []
    assert "没有未关闭的改进措施" in written(company.command("李明", "corrective"))


def test_a_note_is_written_anew_before_its_day_and_followed_up_on_the_new_one(company: Company) -> None:
    wrote(company)
    company.read("王芳")
    company.press("李明", "corrective:1")
    said = company.press("李明", "anew")
    assert asked(said) == "corrective_what"
    assert "原措施：出库前复检包装" in written(said)
    assert "没有" not in written(company.say("李明", "更换加厚纸箱", "赵强", "11月3日"))
    kept = note(company)
    assert (kept.what, kept.who, kept.by, kept.put_off) == ("更换加厚纸箱", "赵强", date(2026, 11, 3), 0)
    for name in ("王芳", "赵强"):
        assert "李明修改了“店长”的“退货率”改进措施：更换加厚纸箱" in written(company.read(name))
    assert company.on("2026-10-20T10:00+08:00").read("李明") == []
    company.press("李明", "corrective:1")
    company.press("李明", "anew")
    company.say("李明", "更换纸箱", "王芳", "11月3日")
    assert note(company).what == "更换纸箱"
    assert "改进措施：更换纸箱" in written(company.read("赵强"))  # who did it until now
    question = last_question(company.on("2026-11-03T10:00+08:00").read("李明"))
    assert question
    assert "改进措施：更换纸箱" in question["text"]
    company.press("李明", "done")
    assert note(company).outcome == "done"


def test_what_was_put_off_meanwhile_is_not_written_anew(company: Company) -> None:
    wrote(company)
    company.press("李明", "corrective:1")
    company.press("李明", "anew")
    with company.database.transaction() as c:
        assert corrective_notes.put_off(c, note(company), date(2026, 11, 1))
    assert "未作更改" in written(company.say("李明", "更换加厚纸箱", "赵强", "11月3日"))
    assert (note(company).what, note(company).by) == ("出库前复检包装", date(2026, 11, 1))


def offered(said: list[Line]) -> list[str]:
    """The days on the buttons of the question."""
    question = last_question(said)
    return [choice["id"] for choice in question["choices"]] if question else []


def test_days_that_pass_while_a_follow_up_stands_open_are_offered_no_more(company: Company) -> None:
    wrote(company)
    assert asked(company.on("2026-10-20T10:00+08:00").read("李明")) == "follow_up"
    company.on("2026-11-10T10:00+08:00")
    assert offered(company.press("李明", "not_yet")) == ["2026-11-30", "2026-11-24"]
    company.on("2026-11-12T10:00+08:00")
    assert offered(company.command("李明", "resume")) == ["2026-11-30", "2026-11-26"]
    company.on("2026-11-27T10:00+08:00")
    refused = company.press("李明", "2026-11-26")
    assert "2026年11月26日不是将来的日期" in written(refused)
    assert offered(refused) == ["2026-11-30", "2026-12-11"]
    company.on("2026-12-12T10:00+08:00")
    assert offered(company.command("李明", "corrective", "1")) == ["2026-12-31", "2026-12-26"]
    company.press("李明", "2026-12-26")
    assert (note(company).by, note(company).put_off) == (date(2026, 12, 26), 1)


def test_a_day_that_was_offered_is_taken_on_another_day(company: Company) -> None:
    wrote(company)
    company.on("2026-11-10T10:00+08:00").press("李明", "not_yet")
    company.on("2026-11-12T10:00+08:00").press("李明", "2026-11-24")
    assert note(company).by == date(2026, 11, 24)


def test_days_that_pass_while_a_note_is_written_are_offered_no_more(company: Company) -> None:
    missed(company)
    company.press("李明", "corrective:1")
    company.say("李明", "出库前复检包装", "王芳")
    company.on("2026-11-10T10:00+08:00")
    refused = company.press("李明", "2026-10-31")
    assert "2026年10月31日不是将来的日期" in written(refused)
    assert offered(refused) == ["2026-11-30", "2026-11-24"]


def test_what_was_reported_since_is_shown_though_the_follow_up_was_begun(company: Company) -> None:
    wrote(company)
    company.on("2026-10-20T10:00+08:00").press("李明", "not_yet")
    report(company, "退货率 2.6%，订单 127 单", "2026-10-31T10:00+08:00")
    said = company.say("李明", "上一步")
    assert asked(said) == "follow_up"
    assert "此后最新数据（2026年10月）：退货率：2.6%" in written(said)


def test_a_follow_up_shows_what_was_reported_since_it_was_asked(company: Company) -> None:
    wrote(company)
    company.on("2026-10-31T10:00+08:00").read("李明")
    assert "此后尚无新上报的数据" in written(company.press("李明", "corrective:1"))
    report(company, "退货率 1.5%，订单 127 单", "2026-10-31T11:00+08:00")
    company.command("李明", "confirm")
    said = company.press("李明", "confirm")  # and on with what it interrupted
    assert asked(said) == "follow_up"
    assert "此后最新数据（2026年10月）：退货率：1.5%" in written(said)


def test_a_correction_of_what_missed_the_standard_is_shown_too(company: Company) -> None:
    wrote(company)
    company.on("2026-09-30T15:00+08:00")
    company.press("王芳", "report:1")
    company.say("王芳", "1.9%", "系统更新", "跳过")
    assert "此后最新数据（2026年9月）：退货率：1.9%" in written(company.press("李明", "corrective:1"))


def test_three_workers_follow_up_once(company: Company) -> None:
    wrote(company)
    now = datetime.fromisoformat("2026-10-20T10:00+08:00")
    workers = [Schedule(company.database, "zh_Hans") for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda worker: worker.run(now), workers))
    assert [line["name"] for line in company.read("李明") if line["type"] == "question"] == ["follow_up"]


def test_three_workers_open_one_note(company: Company) -> None:
    report(company, "退货率 2.5%，订单 127 单")
    company.read("李明")
    now = datetime.fromisoformat("2026-10-05T11:00+08:00")
    workers = [Schedule(company.database, "zh_Hans") for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda worker: worker.run(now), workers))
    assert buttons(company.read("李明")) == ["corrective:1"]


def test_nobody_is_asked_while_away_but_afterwards(company: Company) -> None:
    wrote(company)
    company.command("李明", "away", "10月19日至22日")
    assert company.on("2026-10-20T10:00+08:00").read("李明") == []
    assert asked(company.on("2026-10-23T10:00+08:00").read("李明")) == "follow_up"


def test_the_manager_is_asked_by_their_own_clock(company: Company) -> None:
    wrote(company)
    with company.database.transaction() as c:
        people.set_time_zone(c, 2, "America/Los_Angeles")
    assert company.on("2026-10-20T12:00+08:00").read("李明") == []
    assert asked(company.on("2026-10-20T10:00-07:00").read("李明")) == "follow_up"


def test_a_note_nobody_wrote_is_reminded_of_a_day_later_once(company: Company) -> None:
    missed(company)
    assert company.on("2026-10-01T09:30+08:00").read("李明") == []
    told = company.on("2026-10-01T10:30+08:00").read("李明")
    assert "提醒：以下改进措施尚未填写" in written(told)
    assert buttons(told) == ["corrective:1", "corrective:2"]
    assert company.on("2026-10-02T10:30+08:00").read("李明") == []
    assert "退货率（王芳）：改进措施尚未填写" in written(company.command("李明", "team"))


def test_reminders_are_as_many_as_the_organisation_wants_a_day_apart(company: Company) -> None:
    with company.database.transaction() as c:
        people.set_settings(c, 1, {"reminders": 2})
    missed(company)
    days = ("01", "01", "02", "03")
    said = [
        written(company.on(f"2026-10-{day}T1{hour}:00+08:00").read("李明"))
        for day, hour in zip(days, (1, 2, 3, 4), strict=True)
    ]
    assert ["提醒" in one for one in said] == [True, False, True, False]


def test_a_muted_manager_is_not_reminded_but_asked_on_the_day(company: Company) -> None:
    company.command("李明", "mute")
    missed(company)
    assert company.on("2026-10-01T10:30+08:00").read("李明") == []
    company.press("李明", "corrective:1")
    company.say("李明", "出库前复检包装", "王芳", "10月20日")
    assert asked(company.on("2026-10-20T10:00+08:00").read("李明")) == "follow_up"


def test_team_and_lists_show_open_notes(company: Company) -> None:
    missed(company)
    company.press("李明", "corrective:1")
    company.say("李明", "出库前复检包装", "王芳", "10月20日")
    said = company.command("李明", "team")
    assert "⚑ 退货率（王芳）：出库前复检包装——王芳，2026年10月20日前" in written(said)
    assert {"corrective:1", "corrective:2", "propose:1.1", "propose:1.2"} <= set(buttons(said))
    company.now = datetime.fromisoformat("2026-10-25T10:00+08:00")
    said = company.command("李明", "corrective")
    assert "期限2026年10月20日，已过期" in written(said)
    assert buttons(said) == ["corrective:1", "corrective:2"]
    for name in ("李明", "王芳"):
        assert "⚑ 退货率（王芳）" in written(company.command(name, "progress"))


def test_a_second_answer_to_a_note_changes_nothing(company: Company) -> None:
    wrote(company)
    company.on("2026-10-20T10:00+08:00").read("李明")
    company.say("李明", "尚未完成，改期")
    with company.database.transaction() as c:
        assert corrective_notes.close(c, note(company), "done", 2, company.now)
    assert "未作更改" in written(company.say("李明", "11月3日"))
    assert note(company).outcome == "done"


def test_it_speaks_english(database: Database) -> None:
    company = Company(database, BEGAN, "en")
    helen, ann, eva = (company.join(*one) for one in (("Helen", "hr"), ("Ann", "manager"), ("Eva", "employee")))
    company.join("Gus", "manager")
    company.approve(ann, helen, plan(judge="Gus"), eva)
    company.on("2026-09-30T10:00+08:00").read("Eva")
    company.say("Eva", "退货率 2.5%, 订单数量 127", "skip")
    company.command("Ann", "confirm")
    assert "missed the basic standard:\n• Eva, 退货率: 2.5% (basic: at most 2%)" in written(
        company.press("Ann", "confirm")
    )
    company.press("Ann", "corrective:1")
    company.say("Ann", "Check the packing twice", "yes")
    assert "is over. Please give a later day" in written(company.say("Ann", "1 September 2026"))
    assert "could not read a day" in written(company.say("Ann", "soon"))
    assert "October 14, 2026" in written(company.say("Ann", "in two weeks"))
    assert "Who: Eva, by October 14, 2026" in written(company.read("Eva"))
    company.on("2026-10-14T10:00+08:00").read("Ann")
    assert "you are asked again on" in written(company.say("Ann", "not yet, another day", "October 21"))
    company.on("2026-10-21T10:00+08:00").read("Ann")
    company.read("Eva")
    company.press("Ann", "done")
    assert note(company).outcome == "done"
    assert "Check the packing twice" in written(company.read("Eva"))


def test_a_correction_that_meets_the_standard_drops_a_note_that_nobody_wrote(company: Company) -> None:
    missed(company, "退货率 2.5%，订单 127 单")
    company.press("王芳", "report:1")
    company.say("王芳", "1.5%", "跳过")
    assert "“退货率”已更正，达到基本标准" in written(confirm(company))
    assert note(company).outcome == "dropped"
    assert "改进措施已取消并关闭" in written(company.command("李明", "corrective", "1"))


def test_a_correction_leaves_what_is_under_way(company: Company) -> None:
    wrote(company)
    company.press("王芳", "report:1")
    company.say("王芳", "1.5%", "跳过")
    assert "已更正" not in written(confirm(company))
    assert note(company).outcome is None


def test_nobody_is_reminded_of_who_gave_the_post_up(company: Company) -> None:
    wrote(company)
    company.command("李明", "release", "1 王芳")
    assert note(company).outcome == "dropped"
    assert "跟进" not in written(company.on("2026-10-20T10:00+08:00").read("李明"))


def test_a_note_is_overdue_by_the_managers_own_day(database: Database) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(judge="李明"), wang)
    wrote(company)
    late = [
        "已过期" in written(company.on(f"2026-10-{at}+08:00").command("李明", "corrective"))
        for at in ("20T23:30", "21T07:30")
    ]
    assert late == [False, True]


def test_who_is_erased_is_named_in_no_note(company: Company) -> None:
    wrote(company, "出库前复检包装", "王芳、赵强", "10月20日")
    with company.database.transaction() as c:
        erasure.erase(c, 3, 1, company.now)
        assert "#3、赵强" in str(erasure.everything(c, 3)["corrective_note"])
        assert "王芳" not in str(erasure.everything(c, 3)["corrective_note"])
        assert "出库前复检包装" in str(erasure.everything(c, 2)["corrective_note"])
        erasure.erase(c, 2, 1, company.now)
        assert "出库前复检包装" not in str(erasure.everything(c, 2)["corrective_note"])


def test_why_nothing_needs_to_be_done_goes_with_who_said_it(company: Company) -> None:
    missed(company, "退货率 2.5%，订单 127 单")
    company.press("李明", "corrective:1")
    company.press("李明", "nothing")
    company.say("李明", "两家客户停业装修")
    with company.database.transaction() as c:
        assert "两家客户停业装修" in str(erasure.everything(c, 2)["corrective_note"])
        erasure.erase(c, 2, 1, company.now)
        assert "停业装修" not in str(erasure.everything(c, 3)["corrective_note"])


def test_each_due_date_has_one_note_at_most(company: Company) -> None:
    missed(company, "退货率 2.5%，订单 127 单")
    with company.database.transaction() as c:
        assert corrective_notes.open_for(c, reports.of_plan(c, 1)[0], company.now) is None
