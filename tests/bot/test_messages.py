from dataclasses import replace
from decimal import Decimal

import pytest

from bot.messages import payloads
from dialogs.choices import Choice
from dialogs.questions import ChoiceQuestion, Question, TextQuestion
from dialogs.state import Asked, Refuse, Reply
from dialogs.steps import Draw, Place, Present, Tell
from kpi.functions import Function
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Output, Plan
from locales.text import Text, text
from locales.words import LANGUAGES, words

QUESTION: Question[str] = TextQuestion(
    key="customer/1/outputs",
    name="outputs",
    prompt=text("outputs.ask", customer="财务部"),
    about=("财务部", "月度报表"),
    choices=(Choice("all", text("outputs.all")), Choice("output/1", "月度报表")),
    example=text("example.sales.outputs"),
)
PLACE = Place(text("part.outputs"), 30)
ASKED = Asked(QUESTION, (*QUESTION.choices, Choice("skip", text("skip"))), PLACE, 3, 30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_comes_with_its_place_what_it_is_about_and_an_example(language: str) -> None:
    spoken = words(language)
    (shown,) = payloads([ASKED], spoken)
    lines = shown.pop("text").split("\n")
    assert shown == {
        "type": "question", "key": "customer/1/outputs", "name": "outputs", "kind": "text",
        "about": ["财务部", "月度报表"], "progress": [3, 30], "prompt": spoken.say(QUESTION.prompt),
        "choices": [
            {"id": "all", "label": spoken.say(text("outputs.all"))},
            {"id": "output/1", "label": "月度报表"},
            {"id": "skip", "label": spoken.say(text("skip"))},
        ],
    }  # fmt: skip
    assert spoken.say(PLACE.part) in lines[0]
    assert "4" in lines[0]
    assert lines[0].endswith("▰▱▱▱▱▱▱▱▱▱")
    assert "财务部 › 月度报表" in lines[1]
    assert lines[2] == spoken.say(QUESTION.prompt)
    assert spoken.say(text("example.sales.outputs")) in lines[3]
    assert len(lines) == 4


def test_answer_from_before_is_shown_in_words() -> None:
    (shown,) = payloads([replace(ASKED, earlier=("报表", Decimal("2.5")))], words("zh_Hans"))
    assert shown["text"].endswith(words("zh_Hans").say(text("question.earlier", answer="报表和2.5")))


@pytest.mark.parametrize(("done", "bar"), [(0, 0), (15, 5), (29, 9)])
def test_bar_is_never_full_before_the_end(done: int, bar: int) -> None:
    (shown,) = payloads([replace(ASKED, done=done)], words("en"))
    assert shown["progress"] == [done, 30]
    assert shown["text"].split("\n")[0].count("▰") == bar


def test_question_over_the_interview_has_no_place() -> None:
    consent = ChoiceQuestion(key="control/cancel", name="cancel", prompt=text("cancel.ask"))
    (shown,) = payloads([Asked(consent, (), None, 3, 30)], words("en"))
    assert shown["text"] == words("en").say(Text("cancel.ask"))


def test_replies_keep_their_order() -> None:
    customer = Customer(1, "财务部", CustomerKind.DEPARTMENT)
    output = Output(1, "报表", (1,), Decimal(100))
    plan = Plan("大客户经理", "销售部", None, Function.SALES, Period("2027"), (customer,), (output,))
    replies: list[Reply] = [
        Tell(Text("paused")), Refuse(Text("back.first")), Draw("大客户经理", None, (customer,), (output,)),
        Present(plan, ()), ASKED,
    ]  # fmt: skip
    said = payloads(replies, words("zh_Hans"))
    kinds = [line["type"] for line in said]
    assert kinds[:3] == ["message", "error", "photo"]
    assert kinds[-2:] == ["document", "question"]
    assert set(kinds[3:-2]) == {"message"}
    assert "大客户经理" in said[2]["caption"]
    assert "大客户经理" in said[-2]["caption"]
