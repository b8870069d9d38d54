"""What follows from a journal of answers (design.md, "The engine"), shown on interviews of any shape."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.acts import Said
from dialogs.engine import Interview, TwiceAsked, ask, replay
from dialogs.interviews import INTERVIEWS
from dialogs.questions import Question, TextQuestion
from locales.text import text
from tests.chat import Chat
from tests.dialogs.programs import Loop, Program, Step, answers_to, expected, interview, programs, revised

NAME = "small"
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@contextmanager
def chatting(program: Program) -> Iterator[Chat]:
    INTERVIEWS[NAME] = lambda _: interview(program)
    try:
        yield Chat(interview=NAME)
    finally:
        del INTERVIEWS[NAME]


def answer(chat: Chat, data: st.DataObject, most: int = 12) -> None:
    """Answer up to so many questions, but not the last."""
    for _ in range(data.draw(st.integers(0, most))):
        if chat.open.key == "end":
            return
        chat.act(data.draw(answers_to(chat.open)))
        assert chat.refused is None


def finish(chat: Chat, data: st.DataObject) -> None:
    """Answer whatever is asked until the end."""
    while chat.status != "done":
        chat.act(data.draw(answers_to(chat.open)))


@quick
@given(st.data())
def test_a_restart_goes_on_where_the_interview_stood(data: st.DataObject) -> None:
    program = data.draw(programs)
    live = interview(program)
    with chatting(program) as chat:
        step = next_question(live, None)
        while step is not None:
            assert chat.asked == expected(program, chat.answers)
            assert chat.open == step
            answer_ = data.draw(answers_to(step))
            chat.act(answer_)
            step = next_question(live, chat.answers[step.key])
        assert chat.status == "done"
        assert chat.asked == expected(program, chat.answers)


def next_question(live: Interview[Any], answer: Any) -> Question[Any] | None:
    """The next question of an interview that runs on and is never replayed."""
    try:
        step = live.send(answer)
        while not isinstance(step, Question):
            step = next(live)
    except StopIteration:
        return None
    return step


@quick
@given(st.data())
def test_back_leads_to_the_first_question_and_keeping_forward_again(data: st.DataObject) -> None:
    with chatting(data.draw(programs)) as chat:
        answer(chat, data)
        answered, standing = chat.asked
        answers = chat.answers
        for key in reversed(answered):
            chat.command("back")
            assert chat.open.key == key
            assert key not in chat.answers
        chat.command("back")
        assert chat.refused == "back.first"
        for key in answered:
            assert chat.open.key == key
            chat.press("skip" if answers[key] is None else "keep")
        assert chat.asked == (answered, standing)
        assert chat.answers == answers


@quick
@given(st.data())
def test_an_edit_sets_aside_what_it_showed_and_an_edit_back_brings_it_again(data: st.DataObject) -> None:
    with chatting(data.draw(programs)) as chat:
        answer(chat, data)
        answered, standing = chat.asked
        if not answered:
            return
        before, given_before = chat.answers, dict(chat.acts)
        key = data.draw(st.sampled_from(answered))
        change = data.draw(answers_to(question(chat, key)))
        lost = chat.edit(key, change)
        stays = {one: value for one, value in before.items() if one != key and one not in lost}
        assert stays.items() <= chat.answers.items()
        chat.edit(key, given_before[key])
        assert chat.asked == (answered, standing)
        assert {one: chat.answers[one] for one in answered} == before


def question(chat: Chat, key: str) -> Question[Any]:
    found = chat.replayed.question(key)
    assert found is not None
    return found


@quick
@given(st.data())
def test_what_an_edit_shows_is_all_that_is_not_asked_again(data: st.DataObject) -> None:
    with chatting(data.draw(programs)) as chat:
        answer(chat, data)
        answered, _ = chat.asked
        if not answered:
            return
        key = data.draw(st.sampled_from(answered))
        lost = chat.edit(key, data.draw(answers_to(question(chat, key))))
        finish(chat, data)
        # An answer that is edited away is told, too, though its question is asked.
        assert [one for one in answered if one not in chat.asked[0]] == [one for one in lost if one != key]


@quick
@given(st.data())
def test_consent_refused_changes_nothing(data: st.DataObject) -> None:
    with chatting(data.draw(programs)) as chat:
        answer(chat, data)
        answered, _ = chat.asked
        if not answered:
            return
        before, open_ = chat.kept, chat.open
        key = data.draw(st.sampled_from(answered))
        chat.command("edit", key)
        chat.act(data.draw(answers_to(chat.open)))
        if chat.open.key == "control/set_aside":
            chat.press("no")
            assert (chat.kept, chat.open) == (before, open_)


@quick
@given(st.data())
def test_a_new_version_keeps_answers_and_asks_only_what_is_new(data: st.DataObject) -> None:
    program = data.draw(programs)
    later = data.draw(revised(program))
    with chatting(program) as chat:
        answer(chat, data, 20)
        INTERVIEWS[NAME] = lambda _: interview(later)
        kept, old = chat.answers, {entry.key for entry in chat.journal}
        assert chat.asked == expected(later, kept)
        if not chat.asked[1]:
            return
        chat = Chat(interview=NAME, kept=chat.kept)  # noqa: PLW2901 - the same person, served by the new version
        while chat.status != "done":
            assert chat.open.key not in old
            chat.act(data.draw(answers_to(chat.open)))
        assert kept.items() <= chat.answers.items()


@quick
@given(st.data())
def test_items_keep_their_ids_whatever_becomes_of_the_list(data: st.DataObject) -> None:
    """Any list after any other: a name finds the item it had, a new one gets a number never used."""
    lists = data.draw(st.lists(st.lists(st.sampled_from("ABCDEFG"), min_size=1, max_size=4, unique=True), min_size=1))
    with chatting((Loop("people", body=(Step("colour"),)), Step("end"))) as chat:
        ids: dict[str, str] = {}
        for named in lists:
            names = [f"{one}{one}{one}{one}" for one in named]
            if chat.asked[0]:
                chat.edit("people", _said(names))
            else:
                chat.act(_said(names))
            items = {item["name"]: item["scope"] for item in chat.answers["people"]}
            assert list(items) == names
            assert all(ids.get(name, scope) == scope for name, scope in items.items())
            assert len({**ids, **items}) == len({*ids.values(), *items.values()})
            ids |= items


def _said(names: list[str]) -> Said:
    return Said(", ".join(names))


def test_one_key_asked_twice_is_a_fault_of_the_interview() -> None:
    def twice() -> Interview[None]:
        yield from ask(TextQuestion(key="post", name="post", prompt=text("post.ask")))
        yield from ask(TextQuestion(key="post", name="post", prompt=text("post.ask")))

    with pytest.raises(TwiceAsked):
        replay(twice, {"post": "x"})
