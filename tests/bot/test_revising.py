"""A plan that was returned: only what a remark names is asked again, and only what is said there is changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.conftest import NAMES
from tests.manager import Line, question
from tests.program import JsonLines, exported, texts

FOUR = 4
"""Acts that two remarks may cost the manager."""
Seat = Callable[..., JsonLines]
LANGUAGES = ("en", "zh_Hans")


def returned(seat: Seat, language: str, said: str) -> None:
    """HR returns the plan with the remarks of one message."""
    with seat(NAMES[language][0], "hr", language) as hr:
        hr.send({"command": "review"})
        assert question(hr.send({"text": said}))["name"] == "remark"
        hr.send({"press": "done"})


def plan(folder: Path, language: str) -> Line:
    return exported(folder, f"sqlite:///{folder / 'kpibot.db'}", language)


def indicators(document: Line) -> dict[str, Line]:
    return {one["name"]: one for one in document["indicators"]}


@pytest.mark.parametrize(
    ("language", "remarks", "level", "collector"),
    [
        ("en", "return: 1.1 too low; 3.1 the collector should not be the holder", "98%", "finance"),
        ("zh_Hans", "打回去：1.1 标准太低；3.1 收集人不能是本人", "98%", "财务部"),
        ("zh_Hans", "退回，报表准确率偏低，合同金额的收集人改为财务部", "98%", "财务部"),
    ],
)
def test_two_remarks_cost_four_acts_at_most(
    *,
    language: str,
    remarks: str,
    level: str,
    collector: str,
    submitted: Callable[[str], None],
    seat: Seat,
    tmp_path: Path,
) -> None:
    submitted(language)
    before = plan(tmp_path, language)
    returned(seat, language, remarks)
    answers = {"basic": {"text": level}, "collector": {"text": collector}, "submit": {"press": "submit"}}
    with seat(NAMES[language][1], "manager", language) as manager:
        said, acts = manager.opening, 0
        while any(line["type"] == "question" for line in said):
            said = manager.send(answers[question(said)["name"]])
            acts += 1
    assert acts <= FOUR
    after = plan(tmp_path, language)
    changed = [name for name, one in indicators(after).items() if one != indicators(before)[name]]
    low, uncollected = before["indicators"][0], before["indicators"][4]
    assert changed == [low["name"], uncollected["name"]]
    assert indicators(after)[low["name"]]["basic"]["value"] == 98
    assert indicators(after)[low["name"]]["tracking"] == low["tracking"]
    tracking = indicators(after)[uncollected["name"]]["tracking"]
    assert {part for part, value in tracking.items() if value != uncollected["tracking"][part]} == {"collector"}


@pytest.mark.parametrize(
    ("language", "remark", "said", "collector"),
    [
        ("en", "return: 1.1 too low", "keep the standard, change the collector to purchasing", "purchasing"),
        ("zh_Hans", "退回：1.1 标准太低", "只改收集人，换成采购部", "采购部"),
        ("zh_Hans", "退回：1.1 怎么衡量", "收集人改成采购部，其他不变", "采购部"),
        ("en", "return: 1.1 is this right", "only the collector: purchasing", "purchasing"),
    ],
)
def test_what_is_said_there_changes_just_that(
    *,
    language: str,
    remark: str,
    said: str,
    collector: str,
    submitted: Callable[[str], None],
    seat: Seat,
    tmp_path: Path,
) -> None:
    submitted(language)
    before = plan(tmp_path, language)
    returned(seat, language, remark)
    with seat(NAMES[language][1], "manager", language) as manager:
        answered = manager.send({"text": said})
        assert (question(answered)["name"], collector in texts(answered)) == ("submit", True)
        manager.send({"press": "submit"})
    after = plan(tmp_path, language)
    first, *others = after["indicators"]
    assert others == before["indicators"][1:]
    before["indicators"][0]["tracking"]["collector"] = collector
    assert first == before["indicators"][0]


@pytest.mark.parametrize(
    ("language", "remark", "yes"),
    [("en", "return: 1.2 delete this", "yes, take it out"), ("zh_Hans", "退回：1.2这个指标删掉", "是，删除")],
)
def test_a_remark_to_delete_offers_it(
    *, language: str, remark: str, yes: str, submitted: Callable[[str], None], seat: Seat, tmp_path: Path
) -> None:
    submitted(language)
    gone = plan(tmp_path, language)["indicators"][1]["name"]
    returned(seat, language, remark)
    with seat(NAMES[language][1], "manager", language) as manager:
        asked = question(manager.opening)
        assert "remove:indicator/2" in [choice["id"] for choice in asked["choices"]]
        assert question(manager.send({"press": "remove:indicator/2"}))["name"] == "remove"
        assert question(manager.send({"text": yes}))["name"] == "submit"
        manager.send({"press": "submit"})
    after = plan(tmp_path, language)
    assert gone not in indicators(after)
    assert after["indicators"][0]["weight"] == 100


@pytest.mark.parametrize(
    ("language", "remark", "said", "no"),
    [
        ("en", "return: 1.1 too low", "delete this indicator", "no"),
        ("zh_Hans", "退回：1.1 标准太低", "这个指标删掉", "不"),
    ],
)
def test_deleting_is_offered_and_can_be_left(
    *, language: str, remark: str, said: str, no: str, submitted: Callable[[str], None], seat: Seat
) -> None:
    submitted(language)
    returned(seat, language, remark)
    with seat(NAMES[language][1], "manager", language) as manager:
        assert question(manager.send({"text": said}))["name"] == "remove"
        assert question(manager.send({"text": no}))["name"] == "basic"


def test_what_a_remark_does_not_name_is_offered_part_by_part(submitted: Callable[[str], None], seat: Seat) -> None:
    submitted("zh_Hans")
    returned(seat, "zh_Hans", "退回：1.1 怎么衡量；2.1 不清楚")
    with seat("李明", "manager") as manager:
        asked = question(manager.opening)
        assert asked["name"] == "submit"
        assert all(name in asked["text"] for name in ("报表准确率", "回款完成率"))
        offered = {choice["id"] for choice in asked["choices"]}
        assert {"mend:indicator/1/basic", "mend:indicator/3/collector"} <= offered
        assert "1.2" in texts(manager.send({"text": "只改收集人，换成采购部"}))
        assert question(manager.send({"text": "2.1 收集人换成采购部"}))["name"] == "submit"
        assert question(manager.send({"press": "mend:indicator/1/outstanding"}))["name"] == "outstanding"
        manager.send({"text": "99.5%"})
        assert "不低于99.5%" in texts(manager.send({"press": "mend:indicator/1/outstanding"}))


def test_several_changes_at_once_or_none(submitted: Callable[[str], None], seat: Seat, tmp_path: Path) -> None:
    submitted("zh_Hans")
    returned(seat, "zh_Hans", "退回：1.1 标准太低")
    with seat("李明", "manager") as manager:
        for said in ("名称改成准确率，基本标准改为好一点", "删掉，收集人换成采购部"):
            refused = manager.send({"text": said})
            assert [line["type"] for line in refused] == ["error", "question"]
            assert question(refused)["about"][-1] == "报表准确率"
        manager.send({"text": "名称改成准确率，基本标准改为98%，卓越标准99.5%"})
        manager.send({"press": "submit"})
    first = plan(tmp_path, "zh_Hans")["indicators"][0]
    assert (first["name"], first["basic"]["value"], first["outstanding"]["value"]) == ("准确率", 98, 99.5)


def test_what_is_said_beside_the_answer_is_taken_where_it_belongs(
    submitted: Callable[[str], None], seat: Seat, tmp_path: Path
) -> None:
    submitted("zh_Hans")
    returned(seat, "zh_Hans", "退回：1.1 标准太低，不能自己收集")
    with seat("李明", "manager") as manager:
        assert question(manager.opening)["name"] == "basic"
        said = manager.send({"text": "行吧听你们的，基本98卓越99.5，还是让李会计收集，每月5号给"})
        assert question(said)["name"] == "submit"
        manager.send({"press": "submit"})
    first = plan(tmp_path, "zh_Hans")["indicators"][0]
    assert (first["basic"]["value"], first["outstanding"]["value"]) == (98, 99.5)
    assert (first["tracking"]["collector"], first["tracking"]["when"]["text"]) == ("李会计", "每月5号")


def test_a_reason_to_keep_an_answer_reaches_who_remarked(submitted: Callable[[str], None], seat: Seat) -> None:
    submitted("zh_Hans")
    returned(seat, "zh_Hans", "退回：1.1 标准太低")
    reason = "我不同意，这标准是跟总经理一起定的，不改"
    with seat("李明", "manager") as manager:
        assert question(manager.send({"text": "按他们说的改吧"}))["name"] == "basic"
        assert "何芸" in texts(manager.send({"text": reason}))
        manager.send({"press": "submit"})
    with seat("何芸", "hr") as hr:
        assert reason in texts(hr.send({"command": "review"}))


def test_an_indicator_is_put_in_the_place_of_another(submitted: Callable[[str], None], seat: Seat) -> None:
    submitted("en")
    returned(seat, "en", "return: 2.2 is no use")
    with seat(NAMES["en"][1], "manager", "en") as manager:
        said = manager.send({"text": "bin that indicator, take number of complaints instead"})
        assert question(said)["name"] == "set_aside"
        said = manager.send({"text": "yes"})
        assert (question(said)["name"], question(said)["about"][-1]) == ("basic", "number of complaints")
