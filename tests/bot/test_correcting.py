"""Figures put right in words, whatever the person is at; no other figure is touched."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from dialogs.acts import Act, Command
from storage import reports, tables
from storage.database import Database
from tests.bot.test_reporting import BEGAN
from tests.company import Company, plan, written
from tests.manager import last_question


@pytest.fixture
def company(database: Database) -> Company:
    """Li manages, Wang holds the post and is asked for her figures, He is HR."""
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    company.approve(li, he, plan(), wang)
    company.on("2026-09-30T10:00+08:00").read("王芳")
    return company


def kept(company: Company) -> list[str | None]:
    """The figures that stand of both indicators."""
    with company.database.reading() as c:
        mine = [one for one in reports.of_plan(c, 1) if one.reporter_id == 3]
    return [str(one.report.value) if one.report else None for one in mine]


GIVEN = "退货率 1.5%，订单 127 单"
RIGHT = "退货率应该是1.8%"


def test_an_edit_that_names_one_figure_leaves_the_others(company: Company) -> None:
    company.say("王芳", "1.5、127", "修改")
    company.press("王芳", "figures")
    said = company.say("王芳", RIGHT)
    assert "已更正，其他数据不变：\n退货率：1.8%" in written(said)
    assert "更正，原为1.5%" in written(said)
    assert "订单" not in written([line for line in said if line["type"] == "message"])
    company.say("王芳", "跳过")
    assert kept(company) == ["1.8", "127"]


AT: Mapping[str, Sequence[Act | str]] = {
    "note": [],
    "menu": ["修改"],
    "evidence": ["供应商延迟"],
    "cancel": ["取消"],
    "language": [Command("language")],
    "summary": [Command("summary")],
    "unclear": ["应该是3"],
}


@pytest.mark.parametrize("at", AT)
def test_a_correction_is_taken_at_any_question_of_the_report(company: Company, at: str) -> None:
    company.say("王芳", GIVEN)
    company.say("王芳", *AT[at])
    assert "退货率：1.8%" in written(company.say("王芳", RIGHT))
    company.say("王芳", "跳过")
    assert kept(company) == ["1.8", "127"]


def test_figures_told_one_by_one_are_corrected_where_they_were_told(company: Company) -> None:
    company.say("王芳", "逐项报", "1.5%")
    said = company.say("王芳", "不对，退货率是1.8%")
    question = last_question(said)
    assert question
    assert (question["name"], question["about"]) == ("figure", ["店长", "订单数量"])
    company.say("王芳", "127", "订单应该是137，不是127", "跳过")
    assert kept(company) == ["1.8", "137"]


def test_an_edit_by_skipping_asks_before_figures_are_set_aside(company: Company) -> None:
    company.say("王芳", GIVEN, "修改")
    company.press("王芳", "figures")
    question = last_question(company.say("王芳", "跳过"))
    assert question
    assert question["name"] == "set_aside"
    company.say("王芳", "不改了", "跳过")
    assert kept(company) == ["1.5", "127"]


def test_part_of_the_figures_told_again_after_going_back_leaves_the_others(company: Company) -> None:
    company.say("王芳", GIVEN, "上一步", "退货率 1.8%", "跳过")
    assert kept(company) == ["1.8", "127"]


def test_a_correction_without_its_figure_is_asked_for_and_ends_nothing(company: Company) -> None:
    company.say("王芳", GIVEN)
    for said in ("错了", "退货率写错了", "不对"):
        refused = company.say("王芳", said)
        assert "看起来是要更正数据" in written(refused)
        question = last_question(refused)
        assert question
        assert question["name"] == "note"


def test_what_a_correction_may_be_about_is_asked(company: Company) -> None:
    company.say("王芳", GIVEN)
    question = last_question(company.say("王芳", "应该是3"))
    assert question
    assert [choice["label"] for choice in question["choices"]] == ["退货率 3%"]
    assert "退货率：3%" in written(company.press("王芳", "0"))
    company.say("王芳", "跳过")
    assert kept(company) == ["3", "127"]


def test_a_report_that_was_handed_in_is_corrected_with_what_was_added_to_it(company: Company) -> None:
    company.say("王芳", GIVEN, "供应商延迟", "跳过")
    company.command("李明", "confirm")
    company.press("李明", "confirm")
    said = written(company.say("王芳", "那个退货率写错了，是1.8%"))
    assert ("退货率：1.8%" in said, "更正，原为1.5%" in said) == (True, True)
    assert kept(company) == ["1.8", "127"]
    with company.database.reading() as c:
        returns, orders = (reports.history(c, 1)[one.id] for one in reports.of_plan(c, 1) if one.report)
    assert [str(it.value) for it in returns] == ["1.5", "1.8"]
    assert [it.note for it in (*returns, *orders)] == ["供应商延迟"] * 3
    question = last_question(company.command("李明", "confirm"))
    assert question
    assert ("1.8%" in question["text"], "订单" in question["text"]) == (True, False)


def test_so_is_it_in_another_conversation_which_goes_on(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    company.now = datetime.fromisoformat("2026-09-30T10:30+08:00")
    asked = last_question(company.command("王芳", "away"))
    assert asked
    said = company.say("王芳", RIGHT)
    question = last_question(said)
    assert question
    assert question["name"] == asked["name"]
    assert kept(company) == ["1.8", "127"]


def test_a_report_that_is_paused_takes_it_too(company: Company) -> None:
    company.say("王芳", GIVEN)
    company.command("王芳", "away")
    assert "退货率：1.8%" in written(company.say("王芳", "退货率是1.8%，不是1.5%"))
    assert kept(company) == [None, None]
    company.on("2026-09-30T12:00+08:00")
    assert kept(company) == ["1.8", "127"]


def test_figures_once_more_without_a_word_of_what_was_wrong_are_asked_about(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    said = company.say("王芳", "退货率 1.8%")
    (choice,) = said[0]["choices"]
    assert choice["label"] == "退货率，2026年9月30日：1.8%"
    assert kept(company) == ["1.5", "127"]
    company.press("王芳", choice["id"])
    assert kept(company) == ["1.8", "127"]


def test_of_two_months_the_one_that_is_meant_is_asked_for(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    company.command("王芳", "away", "10月30日至10月31日")
    with company.database.transaction() as c:
        c.execute(tables.due.update().values(closes=datetime.fromisoformat("2027-01-01T00:00+00:00")))
    company.on("2026-11-01T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.6%，订单 130 单", "跳过")
    said = company.say("王芳", RIGHT)
    labels = [choice["label"] for choice in said[0]["choices"]]
    assert labels == ["退货率，2026年10月31日：1.8%", "退货率，2026年9月30日：1.8%"]
    assert "退货率：1.8%" in written(company.say("王芳", "9月30日的退货率应该是1.8%"))
    assert kept(company) == ["1.8", "127", "1.6", "130"]


def test_what_stands_open_comes_before_what_was_reported_earlier(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    with company.database.transaction() as c:
        c.execute(tables.due.update().values(closes=datetime.fromisoformat("2027-01-01T00:00+00:00")))
    company.on("2026-10-31T10:00+08:00").read("王芳")
    company.say("王芳", "退货率 1.6%，订单 130 单", RIGHT, "跳过")
    assert kept(company) == ["1.5", "127", "1.8", "130"]


def test_nobody_corrects_what_is_not_theirs_or_has_closed(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    for argument in ("1 1.8", "99 1.8", "1 NaN", "1", "x"):
        assert [line["type"] for line in company.command("李明", "correct", argument)][:1] == ["error"]
    company.on("2026-12-20T10:00+08:00")
    assert [line["type"] for line in company.command("王芳", "correct", "1 1.8")][:1] == ["error"]
    assert kept(company)[:2] == ["1.5", "127"]


def test_each_doubt_about_figures_is_asked_about_once_and_its_buttons_tell_what_is_meant(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    company.on("2026-10-31T10:00+08:00").read("王芳")
    first = last_question(company.say("王芳", "退货率 180%，订单 1270 单"))
    assert first
    assert ("100%" in first["text"], [one["label"] for one in first["choices"]]) == (
        True,
        ["退货率 180%", "退货率 18%"],
    )
    second = last_question(company.press("王芳", "1"))
    assert second
    assert [one["label"] for one in second["choices"]] == ["订单数量 1,270单", "订单数量 127单"]
    said = written(company.press("王芳", "1"))
    assert ("退货率：18%" in said, "订单数量：127单" in said) == (True, True)


def test_a_doubtful_figure_sent_before_it_is_asked_for_is_asked_about(company: Company) -> None:
    company.say("王芳", "跳过", "跳过", "跳过")
    question = last_question(company.say("王芳", "退货率 180%，订单 127 单"))
    assert question
    assert question["name"] == "unclear"


@pytest.mark.parametrize("said", ["看看我的进度", "How am I doing?", "我做得怎么样？"])
def test_how_one_does_is_told_at_any_question_and_is_no_note(company: Company, said: str) -> None:
    company.say("王芳", GIVEN)
    shown = company.say("王芳", said)
    assert "“店长”的绩效表现" in written(shown)
    question = last_question(shown)
    assert question
    assert question["name"] == "note"
    company.say("王芳", "跳过")
    assert "“店长”的绩效表现" in written(company.say("王芳", said))


def test_disputes_in_words_go_back_each_with_its_own_reason(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    company.command("李明", "confirm")
    company.say("李明", "退货率跟财务对不上，订单少算了二店的")
    told = written(company.read("王芳"))
    assert "李明对“退货率”有异议：退货率跟财务对不上" in told
    assert "李明对“订单数量”有异议：订单少算了二店的" in told


def notes(company: Company) -> list[str | None]:
    """The notes that stand beside the figures of both indicators."""
    with company.database.reading() as c:
        return [one.report.note for one in reports.of_plan(c, 1) if one.report]


def test_notes_are_added_to_what_was_reported_and_taken_back(company: Company) -> None:
    company.say("王芳", GIVEN, "供应商延迟", "跳过")
    assert "已补充到上报的说明中：二店停电两天" in written(company.say("王芳", "补个说明：二店停电两天"))
    assert notes(company) == ["供应商延迟\n二店停电两天"] * 2
    assert "供应商延迟" in written(company.say("王芳", "刚才的说明删掉"))
    assert (notes(company), kept(company)) == ([None, None], ["1.5", "127"])
    assert "没有说明" in written(company.say("王芳", "说明不要了"))


def test_a_report_is_made_once_more_and_stands_until_then(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    question = last_question(company.say("王芳", "全部作废，我重新报"))
    assert question
    assert question["name"] == "due"
    assert kept(company) == ["1.5", "127"]
    company.say("王芳", "1.6、128", "跳过")
    assert kept(company) == ["1.6", "128"]


@pytest.mark.parametrize("said", ["退货率好像不太准，等财务核对", "我再看看", "把10月的也给我看看"])
def test_what_is_not_understood_after_a_report_is_said_to_have_changed_nothing(company: Company, said: str) -> None:
    company.say("王芳", GIVEN, "跳过")
    told = company.say("王芳", said)
    assert "这句话没有记入，数据没有变动" in written(told)
    assert "退货率：1.5%" in written(told)
    assert told[0]["choices"][0]["label"].startswith("退货率")
    assert kept(company) == ["1.5", "127"]


def test_other_figures_in_what_is_not_understood_are_offered(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    labels = [
        choice["label"] for choice in company.say("王芳", "财务最后核出来的退货率1.9，订单127没错吧")[0]["choices"]
    ]
    assert labels[0] == "退货率，2026年9月30日：1.9%"
    assert not any("127" in label for label in labels)


def test_what_nobody_understands_is_said_not_to_be_taken(company: Company) -> None:
    assert "没有看懂这句话" in written(company.say("何芸", "把去年的表发给老周"))
    assert "没有看懂" not in written(company.say("何芸", "谢谢"))


def test_a_correction_that_may_be_meant_in_more_ways_is_asked_about_after_the_report(company: Company) -> None:
    company.say("王芳", GIVEN, "跳过")
    said = company.say("王芳", "改成130")
    assert [choice["label"] for choice in said[0]["choices"]] == ["订单数量，2026年9月30日：130单"]
    company.press("王芳", said[0]["choices"][0]["id"])
    assert kept(company) == ["1.5", "130"]
    said = company.say("王芳", "订单少算了5单")
    assert [choice["label"] for choice in said[0]["choices"]] == ["订单数量，2026年9月30日：135单"]


def test_what_is_read_of_an_answer_is_kept_and_the_rest_asked_for(company: Company) -> None:
    said = company.say("王芳", "退货率1.5，库存盘亏了3箱")
    assert ("退货率：1.5%" in written(said), "没有记入：\n“3箱”" in written(said)) == (True, True)
    question = last_question(said)
    assert question
    assert (question["name"], question["about"]) == ("figure", ["店长", "订单数量"])
    company.say("王芳", "127", "跳过")
    assert kept(company) == ["1.5", "127"]


def test_what_is_still_to_come_is_not_asked_for_at_once(company: Company) -> None:
    said = company.say("王芳", "退货率1.5，订单数量财务明天才给")
    assert "订单数量：暂缺" in written(said)
    question = last_question(said)
    assert question
    assert question["name"] == "note"
    company.say("王芳", "订单应该是127", "跳过")
    assert kept(company) == ["1.5", "127"]
