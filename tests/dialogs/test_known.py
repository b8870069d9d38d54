"""What is asked of us beside a question is answered from what is known there, and changes nothing."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from dialogs.acts import Said
from dialogs.confirm import ConfirmHeader, Received
from dialogs.conversation import respond
from dialogs.holder import AcknowledgeHeader
from dialogs.known import PLACES
from dialogs.report import Item, ReportHeader
from kpi.evidence import File
from kpi.plan import Tracking
from locales.catalogs import FOLDER, read
from tests.chat import Chat
from tests.dialogs.test_asides import at
from tests.dialogs.test_review import PLAN
from tests.dialogs.test_review import chat as reviewing

FIGURES = [one for one in PLAN.indicators if one.numeric][:2]
LAST, UNTIL = "2026-11-30", "2026-12-01"


def confirming(**more: Any) -> Chat:
    received = [Received(at, one, LAST, Decimal(80), None, note="trade fair", **more) for at, one in enumerate(FIGURES)]
    return Chat("en", "confirm", ConfirmHeader("Mia", "buyer", tuple(received)))


def reporting() -> Chat:
    received = [replace(one, tracking=Tracking(data="the ledger", receiver="Ann")) for one in FIGURES]
    items = tuple(Item(at, one, LAST, first="2026-11-01", until=UNTIL) for at, one in enumerate(received))
    return Chat("en", "report", ReportHeader("buyer", items))


def told(chat: Chat) -> list[str]:
    return [id for id in chat.told if id.startswith(("asked.", "aside."))]


@pytest.mark.parametrize(
    ("name", "said", "answer"),
    [
        ("post", "是不是要把所有岗位一个个过一遍啊？", "asked.several.post"),
        ("department", "填這個會影響年終嗎", "asked.pay.post"),
        ("department", "You have all this in SAP already, why am I typing it again", "asked.systems.post"),
        ("holder", "can I leave the name out?", "asked.needed.optional"),
        ("period", "半年考一次好还是一年考一次好啊？", "aside.question"),
        ("period", "都行 你看着办", "aside.yours.proposed"),
        ("customers_internal", "does a dealer count as inside?", "asked.members.customers_internal"),
        ("customers_external", "供应商算不算？是他们给我们东西", "asked.members.customers_external"),
        ("outputs", "产出啥意思，回款算吗？", "asked.members.outputs"),
        ("diagram", "圖打不開欸，可以用文字講嗎", "asked.picture"),
        ("diagram", "nice picture! who draws that, you?", "asked.author.diagram"),
        ("output_weights", "你建议怎么分", "asked.example.output_weights"),
        ("dimensions", "四個都選會不會太多？", "asked.how_many.dimensions"),
        ("statement", "Why do you write CRM system, I never said CRM", "asked.source.statement"),
        ("statement", "who came up with this sentence lol", "asked.author.statement"),
        ("tracking", "how much work is that for her every month?", "asked.how_many.tracking"),
        ("tracking", "抽样怎么抽啊，全部也太多了吧", "asked.collecting.post"),
        ("coverage", "how am I supposed to know that", "asked.example.coverage"),
        ("submit", "can HR change things in there without asking me?", "asked.decides.post"),
        ("submit", "HR那边谁审啊，多久有结果", "asked.decides.post"),
    ],
)
def test_questions_of_the_interview_are_answered(name: str, said: str, answer: str) -> None:
    chat = at(name)
    before = chat.kept
    chat.say(said)
    assert (told(chat), chat.kept, chat.open.name, chat.status) == ([answer], before, name, "active")


def test_several_questions_are_answered_each() -> None:
    chat = at("submit")
    chat.say("送出去之後還可以改嗎？誰會審？")
    assert told(chat) == ["asked.changes.post", "asked.decides.post"]


def test_the_diagram_as_text_has_all_customers_and_outputs() -> None:
    chat = at("diagram")
    chat.say("is there a text version?")
    shown = str([line.get("text") for line in chat.lines])
    assert all(name in shown for name in ("the GM", "monthly sales report", "collection plan", "dealers"))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("who wrote this", "asked.author.review"),
        ("is there a rule how many indicators max per post?", "asked.how_many.review"),
        ("我写的意见员工看得到吗", "asked.privacy.review"),
    ],
)
def test_questions_of_a_reviewer_are_answered_with_what_the_plan_holds(said: str, answer: str) -> None:
    chat = reviewing()
    chat.say(said)
    assert (told(chat), chat.open.name) == ([answer], "decision")


def test_what_a_reviewer_alone_cannot_know_is_for_the_manager() -> None:
    chat = reviewing()
    chat.say("is that a new product line?")
    assert told(chat) == ["aside.question"]
    assert "Ann can tell" in str(chat.lines)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("did she send any proof with it", "asked.proof.notes"),
        ("销售额是不是含了团购那单？", "asked.counting.confirm"),
        ("wait, octobers I confirmed too fast. can you open that again", "asked.changes.confirm"),
    ],
)
def test_questions_of_a_receiver_are_answered(said: str, answer: str) -> None:
    chat = confirming()
    chat.say(said)
    assert (told(chat), chat.kept) == ([answer], "[]")
    assert "Mia" in str(chat.lines)


def test_files_that_came_with_figures_are_counted() -> None:
    chat = confirming(evidence=(File("telegram", "photo", "1"),))
    chat.say("any evidence?")
    assert "1 photo or file" in str(chat.lines)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("which value do you want, gross or net", "asked.counting.report"),
        ("where does the figure come from?", "asked.source.tracked"),
        ("过了今天再报行不行", "asked.deadline.report"),
    ],
)
def test_questions_of_who_reports_are_answered(said: str, answer: str) -> None:
    chat = reporting()
    chat.say(said)
    assert (told(chat), chat.kept) == ([answer], "[]")


@pytest.mark.parametrize("said", ["show me the last 3 months first", "上个月报多少"])
def test_earlier_figures_are_shown(said: str) -> None:
    outcome = respond(confirming().state, Said(said))
    assert outcome.errand == ("progress", "")


def test_an_answer_is_taken_beside_a_question() -> None:
    chat = at("customers_external")
    chat.say("dealers and the notified body (TÜV). how many questions still?")
    assert told(chat) == ["aside.left"]
    assert [one["name"] for one in chat.answers["customers_external"]] == ["dealers", "the notified body (TÜV)"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [("谁能看到我的确认", "asked.privacy.acknowledge"), ("确认之后还能改吗", "asked.changes.acknowledge")],
)
def test_what_a_holder_asks_of_acknowledging_is_answered(said: str, answer: str) -> None:
    chat = Chat("zh_Hans", "acknowledge", AcknowledgeHeader(1, 1, "李明", PLAN))
    chat.say(said)
    assert (told(chat), chat.kept) == ([answer], "[]")


def test_each_topic_has_its_answer_where_it_is_said_to() -> None:
    ids = {f"asked.{topic}.{place}" for topic, places in PLACES.items() for place in places}
    assert ids - set(read(FOLDER, "en")) == set()
