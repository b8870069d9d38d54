"""The question for the period: buttons, words, and what is said back."""

from datetime import date
from typing import Any

import pytest

from dialogs.choices import labels
from dialogs.header import Header
from dialogs.post.periods import period_question
from kpi.period import Period, Span
from locales.words import LANGUAGES, words
from storage.values import plan_from_json
from tests.chat import Chat
from tests.manager import SCRIPTS, Manager

BEGAN = date(2026, 12, 1)


def asked(language: str, **header: Any) -> Chat:
    """A chat at the question for the period."""
    chat = Chat(language=language, header=Header("Ann", BEGAN, **header))
    manager = Manager(SCRIPTS[language])
    while chat.open.name != "period":
        chat.send(manager.answer(chat.lines[-1]))
    return chat


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", ["depends", "看情况", "看情況再說"])
def test_what_is_none_is_asked_again_with_an_example_and_buttons(language: str, said: str) -> None:
    chat = asked(language)
    chat.say(said)
    assert "period" not in chat.answers
    assert chat.open.name == "period"
    assert len(chat.open.choices) == 3


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        ("en", "H1 2027", "First half of 2027 (January 1, 2027 to June 30, 2027)"),
        ("en", "from April for twelve months", "April 1, 2027 to March 31, 2028"),
        ("zh_Hans", "明年", "2027年度（2027年1月1日至2027年12月31日）"),
        ("zh_Hant", "從4月起一年", "2027年4月1日至2028年3月31日"),
    ],
)
def test_a_period_is_said_back_with_its_days(language: str, said: str, answer: str) -> None:
    chat = asked(language)
    chat.say(said)
    assert any(answer in str(line.get("text")) for line in chat.lines)


def test_a_fiscal_year_of_unknown_days_is_asked_about() -> None:
    chat = asked("en")
    chat.say("FY27")
    shown = chat.lines[-1]
    assert shown["name"] == "unclear"
    assert [choice["label"] for choice in shown["choices"]][:3] == [
        "FY2027 (January 2027 to December 2027)",
        "FY2027 (April 2026 to March 2027)",
        "FY2027 (April 2027 to March 2028)",
    ]
    chat.press("2")
    assert chat.answers["period"]["days"] == {"first": "2027-04-01", "last": "2028-03-31"}
    assert chat.answers["period"]["fiscal"] == 2027


def test_where_fiscal_years_begin_in_april_they_are_offered() -> None:
    offered = period_question(Header("Ann", BEGAN, fiscal_start=4)).choices
    assert [labels(choice.label, "en")[0] for choice in offered] == [
        "April 2027 to March 2028",
        "April 2026 to March 2027",
        "First half of 2027",
    ]
    assert labels(offered[0].label, "zh_Hans")[0] == "2027年4月至2028年3月"


def test_what_older_journals_and_plans_hold_is_the_text_alone() -> None:
    assert period_question(Header("Ann", BEGAN)).load("2027") == Period("2027")
    content: dict[str, Any] = {"post": "店长", "department": "零售部", "holder": None, "function": "sales"}
    content |= {"customers": [], "outputs": []}
    assert plan_from_json({**content, "period": "2027年"}).period == Period("2027年")
    days = {"first": "2027-01-01", "last": "2027-12-31"}
    assert plan_from_json({**content, "period": {"text": "2027年", "days": days}}).period == Period(
        "2027年", Span(date(2027, 1, 1), date(2027, 12, 31))
    )


def test_words() -> None:
    assert words("zh_Hant").value(Span(date(2026, 7, 1), date(2026, 9, 30))) == "2026年第3季"
    assert words("en").value(Span(date(2026, 11, 1), date(2026, 11, 30))) == "November 2026"
    assert words("zh_Hans").value(Span(date(2026, 11, 1), date(2026, 11, 30))) == "2026年11月"
    assert words("zh_Hans").value(Span(date(2026, 11, 10), date(2026, 11, 30))) == "2026年11月10日至2026年11月30日"
