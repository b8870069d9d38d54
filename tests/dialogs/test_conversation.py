"""Every wish at every question, choices in any form, and languages, over the post interview."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import journal
from dialogs.acts import Act, Command, Pressed, Said
from dialogs.questions import Reading, TextQuestion
from dialogs.reading.text.clean import clean
from dialogs.working_days import CHINA
from locales.catalogs import FOLDER, read
from locales.text import text
from locales.words import LANGUAGES, words
from tests.chat import HEADER, Chat
from tests.whims import Whim, finish, take

OTHERS = {
    *("absence", "confirm", "dispute", "due", "figure", "judgement", "note", "evidence"),
    *("corrective_by", "corrective_reason", "corrective_what", "corrective_who", "follow_up"),
    *("decline", "propose", "propose_wanted", "propose_why"),
    *("acknowledge", "decision"),
    "held_plan",
    "put_off",
    "question",
    "remark",
    "remark_about",
    "role",
}
"""Questions of the other interviews."""
NAMES = sorted({id.removeprefix("name.") for id in read(FOLDER, "en") if id.startswith("name.")} - OTHERS)


@cache
def reached() -> dict[str, Chat]:
    """An interview standing at each question there is."""
    found: dict[str, Chat] = {}
    for seed in range(400):
        chat, whim = Chat(), Whim(seed)
        while chat.status != "done":
            found.setdefault(chat.open.name, replace(chat))
            take(chat, whim)
        if set(NAMES) <= set(found):
            break
    return found


def at(name: str) -> Chat:
    return replace(reached()[name])


def test_every_question_that_has_a_name_is_asked() -> None:
    assert set(NAMES) <= set(reached())


every_question = pytest.mark.parametrize("name", NAMES)


def forms(command: str, *said: str) -> list[Act]:
    """The ways to ask for something."""
    return [Command(command), Pressed(command), *(Said(one) for one in said)]


@every_question
def test_what_only_tells_changes_nothing(name: str) -> None:
    asked = {
        "help": forms("help", "help", "帮助", "怎么用？"),
        "summary": forms("summary", "Summary please", "汇总", "看一下汇总"),
        f"why.{name}": forms("why", "why?", "为什么", "為什麼？"),
    }
    for told, acts in asked.items():
        for act in acts:
            chat = at(name)
            before = chat.kept, chat.open.key
            chat.act(act)
            assert (chat.kept, chat.open.key) == before
            assert told in chat.told or chat.told[-1:] in (["summary.hint"], ["summary.empty"])
            assert all(
                words(language).say(reply.text)
                for reply in chat.replies
                if hasattr(reply, "text")
                for language in LANGUAGES
            )


@every_question
def test_back_skip_pause_cancel_and_submit(name: str) -> None:
    answered, key = at(name).asked
    for act in forms("back", "go back", "上一步", "返回上一題"):
        chat = at(name)
        chat.act(act)
        assert chat.refused == (None if answered else "back.first")
        assert chat.asked == ((answered[:-1], answered[-1]) if answered else ([], key))
    for act in forms("skip", "skip this one", "跳过", "略過"):
        chat = at(name)
        chat.act(act)
        assert chat.refused == (None if at(name).open.optional else "skip.refused")
        assert (key in chat.answers) is (chat.refused is None)
    for act in forms("pause", "stop for now", "暂停", "暫停"):
        chat = at(name)
        chat.act(act)
        assert (chat.status, chat.kept, chat.told) == ("paused", at(name).kept, ["paused"])
    for act in forms("cancel", "quit", "取消", "放棄"):
        chat = at(name)
        chat.act(act)
        assert (chat.status, chat.open.key) == ("active", "control/cancel")
        chat.say("no")
        assert (chat.status, chat.open.key) == ("active", key)
        chat.act(act)
        chat.say("好的")
        assert (chat.status, chat.kept) == ("cancelled", at(name).kept)
    for act in forms("submit", "提交"):
        chat = at(name)
        chat.act(act)
        assert chat.status == ("done" if name == "submit" else "active")
        assert chat.refused == (None if name == "submit" else "submit.not_yet")


@every_question
def test_any_earlier_answer_can_be_edited(name: str) -> None:
    """By the button of the menu, its number in the summary, its key; a scope or a name means the first of it."""
    chat = at(name)
    answered, _ = chat.asked
    for act in forms("edit", "change something", "修改"):
        menu = at(name)
        menu.act(act)
        if not answered:
            assert menu.refused == "summary.empty"
            continue
        assert menu.open.key == "control/edit"
        assert [choice.id for choice in menu.open.choices] == answered
    for number, key in list(enumerate(answered, 1))[:: len(answered) // 3 + 1]:
        for act in (Command("edit", key), Command("edit", str(number)), Pressed(f"edit:{key}")):
            chat = at(name)
            chat.act(act)
            assert chat.open.key == key
            assert chat.shown.earlier is not None or chat.answers[key] is None
            chat.command("back")
            assert chat.open.key == at(name).open.key
    chat.command("edit", "no such thing")
    assert chat.refused == ("edit.unknown" if answered else "summary.empty")


def test_an_answer_to_edit_can_be_named() -> None:
    chat = at("submit")
    chat.command("edit", "coverage")
    assert chat.open.key == "coverage"
    chat.command("edit", "Department")
    assert chat.open.key == "department"
    chat.command("edit", "customer/1")
    assert chat.open.key.startswith("customer/1/")


# Choices


@every_question
def test_a_choice_is_taken_by_button_number_and_label_in_any_language(name: str) -> None:
    question = at(name).open
    reading = Reading(words("en"), HEADER.began, CHINA, at(name).journal)
    labels = [choice.label for choice in question.choices]
    for number, choice in enumerate(question.choices, 1):
        value = question.press(choice.id, reading)
        named = labels.count(choice.label) == 1
        said = {words(language).value(choice.label) for language in LANGUAGES if named}
        numbers = set() if question.counts else {str(number), f"{number}.", chr(0xFF10 + number)}
        for one in said | (numbers if number < 10 else set()):
            # What a text question offers is only a label: another language's stays as it was written.
            written = isinstance(question, TextQuestion) and one in said
            assert question.take(one, reading) == (one if written else value), one


@every_question
def test_agreeing_takes_the_default(name: str) -> None:
    question = at(name).open
    if question.default:
        reading = Reading(words("en"), HEADER.began, CHINA, at(name).journal)
        taken = [question.take(said, reading) for said in ("yes", "OK!", "好的", "可以", "是")]
        assert taken == [question.press(question.default, reading)] * 5


@every_question
def test_keeping_and_skipping_by_number_or_label(name: str) -> None:
    chat = at(name)
    key = chat.open.key
    take(chat, Whim(1))
    if chat.status == "done":
        return
    value = chat.answers[key]
    chat.command("edit", key)
    offered = [choice.id for choice in chat.shown.choices]
    if value is not None:
        by_number = str(offered.index("keep") + 1)
        chat.say(words("en").say(text("keep")) if chat.shown.question.counts else by_number)
        assert (chat.refused, chat.answers[key]) == (None, value)
    if at(name).open.optional:
        chat = at(name)
        chat.say(words("zh_Hant").say(text("skip")) if chat.shown.question.counts else str(len(chat.shown.choices)))
        assert (chat.refused, chat.answers[key]) == (None, None)


# What is journalled


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(NAMES),
    said=st.text(max_size=30) | st.sampled_from(["", "???", "=1+1", "-1%", "100% 200%", "x" * 5000]),
)
def test_an_answer_is_kept_raw_or_refused_and_not_kept(name: str, said: str) -> None:
    chat = at(name)
    before = chat.journal
    chat.say(said)
    added = chat.journal[len(before) :]
    assert chat.journal[: len(before)] == before
    for entry in added:
        assert entry.action == "withdraw" or entry.raw in {clean(said).text, ""}
    if chat.refused:
        assert not added


@every_question
def test_values_survive_json(name: str) -> None:
    chat = at(name)
    for question in chat.replayed.answered:
        entry = journal.standing(chat.journal)[question.key]
        if entry.value is not None:
            assert question.dump(question.load(entry.value)) == entry.value


def test_a_stale_button_shows_the_question_again() -> None:
    chat = at("period")
    chat.press("customer/9")
    assert chat.refused == "choice.stale"
    assert chat.open.name == "period"


# Languages


@every_question
def test_the_language_changes_at_any_question(name: str) -> None:
    chat = at(name)
    for act, language in (
        (Command("language", "zh_Hans"), "zh_Hans"),
        (Pressed("language:zh_Hant"), "zh_Hant"),
        (Command("language", "English"), "en"),
    ):
        before = chat.kept, chat.open.key
        chat.act(act)
        assert chat.language == language
        assert (chat.kept, chat.open.key) == before
        assert chat.lines[-1]["type"] == "question"
    chat.say("切换语言")
    assert chat.open.key == "control/language"
    chat.say("繁體中文")
    assert (chat.language, chat.open.key) == ("zh_Hant", at(name).open.key)


def switches(chat: Chat) -> list[str]:
    """The languages offered beside the question."""
    return [choice.id for choice in chat.shown.choices if choice.id.startswith("language:")]


def test_two_answers_in_another_language_offer_it_once() -> None:
    chat = Chat(language="en")
    chat.say("大客户经理")
    assert switches(chat) == []
    chat.say("销售部")
    assert (chat.open.key, switches(chat)) == ("holder", ["language:zh_Hans"])
    chat.say("王芳")
    assert (chat.open.key, switches(chat)) == ("period", [])
    chat.press("next_year")
    chat.say("总经理、财务部")
    assert (chat.language, switches(chat)) == ("en", [])
    chat.command("back")
    chat.press("keep")
    assert switches(chat) == []


@pytest.mark.parametrize("act", [Pressed("language:zh_Hant"), Said("2"), Said("繁體中文")])
def test_the_offered_language_is_spoken_from_then_on(act: Act) -> None:
    chat = Chat(language="en")
    chat.say("大客戶經理", "業務部")
    chat.act(act)
    assert (chat.language, chat.open.key) == ("zh_Hant", "holder")


def test_an_interview_in_mixed_languages_goes_on_to_its_plan() -> None:
    chat = Chat()
    for n, language in enumerate(("zh_Hans", "zh_Hant", "en") * 40):
        if chat.status == "done":
            break
        chat.command("language", language)
        take(chat, Whim(7), n)
    finish(chat, Whim(7))
    assert chat.plan is not None
