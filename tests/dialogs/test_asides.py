"""What is said beside the questions of the post interview: answered, put off, asked about, and never an answer."""

import pytest

from dialogs import journal
from dialogs.questions import label
from locales.text import text
from locales.words import words
from tests.chat import Chat
from tests.manager import SCRIPTS, Manager, last_question


def at(name: str, language: str = "en") -> Chat:
    """The scripted interview, brought to a question."""
    chat, script = Chat(language=language), Manager(SCRIPTS[language])
    while chat.open.name != name:
        go_on(chat, script)
    return chat


def go_on(chat: Chat, script: Manager) -> None:
    """Answer the open question as the script does."""
    question = last_question(chat.lines)
    assert question
    chat.send(script.answer(question))


OPEN = ("post", "department", "holder", "customers_internal", "customers_external", "outputs", "serves", "measure")


@pytest.mark.parametrize("name", OPEN)
@pytest.mark.parametrize(
    "said", ["what do you mean?", "举个例子", "你是真人还是机器人", "how many are left?", "thanks", "在吗"]
)
def test_an_aside_is_answered_and_the_question_stands(name: str, said: str) -> None:
    chat = at(name)
    before = chat.kept
    chat.say(said)
    assert (chat.kept, chat.open.name, chat.refused) == (before, name, None)
    assert chat.told


@pytest.mark.parametrize("name", ["department", "holder", "customers_internal", "outputs", "serves", "measure"])
@pytest.mark.parametrize("said", ["这个我要问问领导", "not sure yet", "先放着", "TBD", "let me ask my boss first"])
def test_not_now_puts_the_question_off(name: str, said: str) -> None:
    chat = at(name)
    key = chat.open.key
    chat.say(said)
    assert chat.told[0] == "put_off"
    assert key in journal.put_off(chat.journal)
    assert key not in chat.answers
    assert chat.open.key != key
    chat.say("back")
    assert (chat.open.key, journal.put_off(chat.journal)) == (key, frozenset())


def test_what_the_rest_depends_on_cannot_wait() -> None:
    chat = at("post")
    chat.say("ask me later")
    assert (chat.told, chat.open.name) == (["put_off.needed"], "post")


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_plan_waits_for_what_was_put_off(language: str) -> None:
    """It is listed, asked again at the end, and stands in the way of the plan until it is answered."""
    chat, script = at("department", language), Manager(SCRIPTS[language])
    chat.command("later")
    while chat.open.name != "basic":
        go_on(chat, script)
    basic = chat.open
    chat.command("later")
    while chat.open.key != "department":
        go_on(chat, script)
    assert chat.open.key == "department"  # asked again
    chat.say("later")
    assert (chat.open.key, chat.plan) == ("put_off", None)
    assert chat.open.prompt.params["questions"] == (text("name.department"), label(basic))
    chat.command("summary")
    assert words(language).say(text("put_off.line")) in "".join(str(line.get("text")) for line in chat.lines)
    chat.command("submit")
    assert (chat.refused, chat.plan) == ("submit.not_yet", None)
    chat.press("edit:department")
    go_on(chat, script)
    assert chat.open.key == basic.key
    while chat.status != "done":
        go_on(chat, script)
    assert chat.plan
    assert all(one.basic for one in chat.plan.indicators if one.numeric)
    assert journal.put_off(chat.journal) == frozenset()


def test_the_same_takes_the_answer_before() -> None:
    chat = at("outputs")
    chat.say("monthly sales report", "same as above")
    given = [chat.answers[f"customer/{number}/outputs"] for number in (1, 2)]
    assert given[0] == given[1]
    assert chat.told[0] == "understood"


def test_the_same_that_does_not_fit_is_asked() -> None:
    """What was 97 % of a rate cannot be the same of another unit."""
    chat, script = at("basic"), Manager(SCRIPTS["en"])
    go_on(chat, script)
    while chat.open.name != "measure":
        go_on(chat, script)
    chat.say("report cost in euros", "same as above")
    if chat.open.name == "trackable":
        chat.press("yes")
        chat.say("same as above")
    assert chat.open.name in {"basic", "sense", "direction"}


def test_the_same_as_something_else_is_asked() -> None:
    chat = at("customers_external")
    chat.say("同上")
    assert (chat.told, chat.open.name) == (["aside.same"], "customers_external")


@pytest.mark.parametrize(
    ("name", "said", "choices"),
    [
        ("holder", "小王，王芳，她一个人扛着呢", ["小王", "王芳", "小王，王芳，她一个人扛着呢"]),
    ],
)
def test_a_sentence_is_no_name(name: str, said: str, choices: list[str]) -> None:
    chat = at(name)
    before = chat.kept
    chat.say(said)
    question = last_question(chat.lines)
    assert question
    none = words("en").say(text("unclear.none"))
    assert [choice["label"] for choice in question["choices"]] == [*choices, none]
    chat.press("none")
    assert (chat.kept, chat.open.name) == (before, name)


def test_what_stands_in_a_sentence_can_be_taken_as_it_stands() -> None:
    chat = at("holder")
    chat.say("小王，王芳，她一个人扛着呢")
    chat.press("2")
    assert chat.answers["holder"] == "小王，王芳，她一个人扛着呢"


def test_a_lead_in_is_left_out_and_the_name_shown() -> None:
    chat = at("post", "zh_Hans")
    chat.say("还是先弄我们那个大客户经理吧，这个最急，老板天天催")
    assert (chat.answers["post"], chat.told[0]) == ("大客户经理", "understood")


def test_talk_pauses() -> None:
    chat = at("outputs", "zh_Hans")
    chat.say("暂停一下，我开个会")
    assert chat.status == "paused"


def test_examples_fit_the_indicator() -> None:
    chat = at("measure", "zh_Hans")
    chat.say("缺料停线次数", "举个例子")
    assert "每季度不超过2次" in str(chat.lines[-1]["text"])


def test_a_mistyped_command_is_one() -> None:
    chat = at("holder")
    chat.say("bcak")
    assert chat.open.name == "department"
