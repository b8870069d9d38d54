"""Lists whose items keep their ids, and texts that are too short or long."""

from datetime import date

import pytest

from dialogs.choices import Choice
from dialogs.items import Item, ListQuestion
from dialogs.journal import Entry, Journal
from dialogs.questions import Reading, TextQuestion
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA
from locales.text import text
from locales.words import words

QUESTION = ListQuestion(key="people", name="outputs", prompt=text("post.ask"), family="item")


def reading(journal: Journal) -> Reading:
    return Reading(words("en"), date(2026, 11, 21), CHINA, journal)


def ids(journal: Journal, said: str, question: ListQuestion = QUESTION) -> dict[str, int]:
    return {item.name: item.id for item in question.take(said, reading(journal))}


def kept(*said: str) -> list[Entry]:
    journal: list[Entry] = []
    for one in said:
        value = QUESTION.take(one, reading(journal))
        journal.append(Entry("people", "answer", QUESTION.dump(value), one, tuple(QUESTION.opens(value))))
    return journal


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        ((), "Ann, Bob", {"Ann": 1, "Bob": 2}),
        (("Ann, Bob, Cid",), "Ann, Cid", {"Ann": 1, "Cid": 3}),
        (("Ann, Bob, Cid", "Ann, Cid"), "Ann, Bob, Cid", {"Ann": 1, "Bob": 2, "Cid": 3}),
        (("Ann, Bob", "Ann"), "Ann, Dora", {"Ann": 1, "Dora": 3}),
        (("Cost sheet, Bob",), "Cost sheets, Bob", {"Cost sheets": 1, "Bob": 2}),
        (("Cost sheet, Bob",), "cost sheet", {"cost sheet": 1}),
        (("Cost sheet", "Ann"), "Cost sheets", {"Cost sheets": 3}),
    ],
    ids=["new", "removed", "back again", "never twice", "corrected", "other case", "long gone"],
)
def test_an_item_keeps_its_id(before: tuple[str, ...], said: str, expected: dict[str, int]) -> None:
    assert ids(kept(*before), said) == expected


def test_what_is_known_already_is_linked_by_name_number_or_button() -> None:
    known = (Item("item/1", "Report"), Item("item/2", "Forecast"))
    choices = (*(Choice(item.scope, item.name) for item in known), Choice("all", text("outputs.all")))
    question = ListQuestion(
        key="more", name="outputs", prompt=text("post.ask"), family="item", existing=known, choices=choices
    )
    journal = kept("Report, Forecast")
    assert ids(journal, "forecast, Contracts", question) == {"Forecast": 2, "Contracts": 3}
    assert ids(journal, "2", question) == {"Forecast": 2}
    assert question.press("item/1", reading(journal)) == known[:1]
    assert question.press("all", reading(journal)) == question.take("3", reading(journal)) == known


@pytest.mark.parametrize("said", ["", "x" * 201])
def test_text_is_neither_empty_nor_endless(said: str) -> None:
    with pytest.raises(Unread):
        TextQuestion(key="post", name="post", prompt=text("post.ask")).take(said, reading(()))
