"""No clause with content is lost without a word: it is in what is kept, or in what is answered."""

import random

import pytest

from dialogs.acts import Pressed, Said
from dialogs.state import Asked, Refuse
from dialogs.steps import Tell
from locales.words import words
from tests.chat import Chat
from tests.dialogs.test_parting import at, said

ANSWERS = {
    "post": ("Warehouse supervisor", "Senior buyer"),
    "department": ("Sales", "Commercial"),
    "holder": ("Maria Lopez",),
    "customers_external": ("dealers", "just the dealers"),
    "coverage": ("90%", "85"),
    "output_weights": ("50 30 20",),
    "indicator_weights": ("60 40",),
    "basic": ("97%", "at least 97%"),
}
MORE = (
    "rename the post to Chief wizard",
    "Tom Becker took it over",
    "the collector should be Priya Nair",
    "remove the steering committee from the list",
    "please move everything to the Hamburg branch",
)
"""Clauses that ask for something, or tell of somebody who was never named."""
ANSWERS_HAN = {
    "department": ("客户发展中心", "市场部"),
    "holder": ("王芳",),
    "coverage": ("90%",),
    "output_weights": ("50 30 20",),
    "basic": ("97%",),
}
MORE_HAN = (
    "收集人都换成质检科的周凯",
    "另外岗位改成首席魔术师",
    "这个得加个投诉方面的指标",
    "前面几个让老孙收集吧",
)
TELLING = ("wizard", "Becker", "Priya", "committee", "Hamburg", "周凯", "魔术", "投诉", "老孙")
"""A word of each of those clauses."""
TURNS = [
    *(("en", name, f"{one}. {more}") for name in ANSWERS for one in ANSWERS[name] for more in MORE),
    *(("zh_Hans", name, f"{one}。{more}") for name in ANSWERS_HAN for one in ANSWERS_HAN[name] for more in MORE_HAN),
]


def words_of(chat: Chat) -> str:
    """All that was said to the person, and all that is kept."""
    said = words(chat.language)
    told = (one.text for one in chat.replies if isinstance(one, Tell | Refuse))
    shown = next((one for one in chat.replies if isinstance(one, Asked)), None)
    asked = (shown.question.prompt, *(one.label for one in shown.choices)) if shown else ()
    return " ".join([*map(said.value, (*told, *asked)), str(chat.answers)]).casefold()


@pytest.mark.parametrize(("language", "standing", "text"), random.Random(19).sample(TURNS, 60))
def test_a_second_clause_is_kept_or_told_back(language: str, standing: str, text: str) -> None:
    chat = at(standing, language)
    before = chat.journal
    chat.act(Said(text))
    more = text.split("。" if language != "en" else ". ", 1)[1]
    word = next(one for one in TELLING if one in more)
    # What was refused is to be said again.
    assert chat.refused or chat.journal == before or word.casefold() in words_of(chat)


@pytest.mark.parametrize(
    ("language", "standing", "text"),
    [
        ("en", "department", "Sales, because that is where the budget is"),
        ("en", "post", "Warehouse supervisor please, thanks"),
        ("en", "holder", "Maria Lopez, she started last year"),
        ("zh_Hans", "department", "市场部，因为预算在那边"),
        ("zh_Hans", "post", "门店店长，谢谢"),
        ("zh_Hans", "coverage", "90%吧，大家都这么说"),
    ],
)
def test_thanks_and_reasons_are_not_told_back(language: str, standing: str, text: str) -> None:
    chat = at(standing, language)
    assert said(chat, text)
    assert "untaken" not in chat.told


@pytest.mark.parametrize(
    ("language", "standing", "text", "left"),
    [
        ("zh_Hans", "post", "门店店长，就是信义店那个", "就是信义店那个"),
        ("en", "post", "store manager, she also looks after the kiosk", "she also looks after the kiosk"),
    ],
)
def test_what_a_sentence_tells_beside_a_name_is_told_back(language: str, standing: str, text: str, left: str) -> None:
    chat = at(standing, language)
    assert said(chat, text)
    assert left in words_of(chat)


def test_an_earlier_answer_that_is_spoken_of_can_be_changed_by_a_tap() -> None:
    chat = at("department", "zh_Hans")
    chat.act(Said("客户发展中心。对了岗位名我前面写得不太准"))
    assert "untaken" in chat.told
    chat.act(Pressed("edit:post"))
    assert said(chat, "重点客户经理") == {"post": "重点客户经理"}
    assert chat.answers["department"] == "客户发展中心"
