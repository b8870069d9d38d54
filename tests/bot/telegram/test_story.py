"""The whole story over Telegram's protocol, and the same plan as over JSON lines."""

import re
from pathlib import Path

import pytest

from tests.manager import SCRIPTS, Manager
from tests.program import JsonLines, address, exported, interviewed
from tests.telegram.chats import Message, Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn

LANGUAGES = {"en": "en", "zh_Hans": "zh-hans"}
LINK = re.compile(r"https://t\.me/stand_in_bot\?start=([\w-]{43})")
LABELS = {
    "en": ("manager", "Return", "Return it now", "Approve", "Invite the holder", "I have read it", "too low"),
    "zh_Hans": ("经理", "退回", "现在退回", "批准", "邀请任职者", "我已阅读并确认", "偏低"),
}


def joined(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


def token(messages: list[Message]) -> str:
    found = LINK.search(joined(messages))
    assert found, joined(messages)
    return found[1]


def interview(program: Running, person: Person, language: str) -> None:
    """Answer until the plan is submitted."""
    manager = Manager(SCRIPTS[language])
    while question := program.question(person):
        program.does(person, program.send(person, manager.answer(question), question))
        assert manager.acts < 80


def returned(program: Running, hr: Person, language: str, names: tuple[str, str]) -> None:
    """HR returns the plan with a remark on each of two indicators: by buttons in English, in one message in Chinese."""
    _, return_, done, *_, low = LABELS[language]
    program.says(hr, "/review")
    if language == "en":
        program.presses(hr, return_)
        program.presses(hr, f"1.1 {names[0]}"[:40])
        program.says(hr, low)
        program.says(hr, f"{names[1]}: {low}")
    else:
        program.says(hr, f"打回去，{names[0]}{low}；1.2：{low}")
        assert all(f"{name}：" in hr.question().text for name in names)
    program.presses(hr, done)


@pytest.mark.parametrize(
    ("language", "database"),
    [("en", "sqlite"), ("zh_Hans", "sqlite"), ("zh_Hans", "postgresql")],
    indirect=["database"],
)
def test_the_whole_story(language: str, database: str, program: Running, server: StandIn, tmp_path: Path) -> None:
    manager_label, *_, approve, invite_holder, read_it, _ = LABELS[language]
    script = SCRIPTS[language]
    measures = script["measure"]
    assert isinstance(measures, dict)
    first, second = list(measures.values())[:2]
    hr, other, ann, fang = (server.person(name, LANGUAGES[language]) for name in ("何芸", "Li", "李明", "王芳"))
    program.joins(hr, "hr")
    program.joins(other, "hr")
    program.says(hr, "/invite")
    program.presses(hr, manager_label)
    invitation = token(program.says(hr, str(script["department"])))
    assert joined(program.says(ann, f"/start {invitation}"))
    interview(program, ann, language)
    assert any(message.file for message in ann.received)
    # HR returns it with two remarks.
    program.hears(other)
    assert "李明" in joined(other.received)
    returned(program, hr, language, (first, second))
    program.hears(ann)
    # The manager is asked again about just those.
    asked = []
    while (question := program.question(ann)) and question["name"] != "submit":
        asked.append((question["name"], *question["about"][-1:]))
        assert "💬" in ann.question().text
        line = {"text": "标准改为97.5%，收集人换成采购部" if language == "zh_Hans" else "97.5%"}
        program.does(ann, program.send(ann, line, question))
    assert {about for _, about in asked} >= {first, second}
    assert sum(name == "basic" for name, _ in asked) == 2
    assert question
    program.does(ann, program.send(ann, {"press": "submit"}, question))
    # Two of HR press at the same moment.
    program.says(hr, "/review")
    program.says(other, "/review")
    with server.held():
        presses = hr.presses(approve), other.presses(approve)
    program.does(hr, presses[0])
    program.does(other, presses[1])
    plan = exported(tmp_path, database, language)
    assert [one["decision"] for one in plan["decisions"]] == ["returned", "approved"]
    assert (plan["status"], plan["version"]) == ("approved", 2)
    # The holder acknowledges.
    program.hears(ann)
    invitation = token(program.presses(ann, invite_holder))
    assert first in joined(program.says(fang, f"/start {invitation}"))
    program.presses(fang, read_it)
    program.hears(ann)
    assert "王芳" in ann.question().text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_manager_stores_the_same_plan(
    language: str, database: str, program: Running, server: StandIn, tmp_path: Path
) -> None:
    ann = server.person("李明", LANGUAGES[language])
    program.joins(ann, "manager")
    interview(program, ann, language)
    other = tmp_path / "lines"
    other.mkdir()
    with JsonLines(other, "李明", language) as lines:
        interviewed(lines, Manager(SCRIPTS[language]))
    assert exported(tmp_path, database, language) == exported(other, address(other), language)
