"""The interviews about an approved plan: its holder takes note or asks, the manager answers (method.md 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.choices import Choice
from dialogs.consent import AcknowledgeQuestion
from dialogs.engine import Interview, ask
from dialogs.questions import Question, passage
from dialogs.reading.answers.assent import Assent, read_assent
from dialogs.reading.answers.objections import read_objection, read_raised
from dialogs.settling import Settled
from dialogs.steps import Present
from kpi.plan import Plan
from locales.text import text

VERSION = 1


@dataclass(frozen=True, slots=True)
class AcknowledgeHeader:
    """The approved version of a plan, and who made it."""

    plan_id: int
    version: int
    manager: str
    plan: Plan

    @property
    def post(self) -> str:
        """The post that the plan is of."""
        return self.plan.post


@dataclass(frozen=True, slots=True)
class ReplyHeader:
    """What a holder asked about a plan."""

    question_id: int
    holder: str
    post: str
    question: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The holder took note of a version of a plan, or asks something first."""

    plan_id: int
    version: int
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Replied:
    """The manager's answer to a holder's question."""

    question_id: int
    answer: str


def acknowledge(header: AcknowledgeHeader) -> Interview[Acknowledged]:
    """Show the plan to who holds its post, and have it acknowledged or a question raised."""
    yield Present(header.plan, ())
    answer = yield from ask(
        AcknowledgeQuestion(
            key="acknowledge",
            name="acknowledge",
            prompt=text("acknowledge.ask", manager=header.manager, post=header.plan.post),
            about=(header.plan.post,),
            choices=(
                Choice("acknowledge", text("acknowledge.yes")),
                Choice("question", text("acknowledge.question")),
                Choice("pause", text("acknowledge.later")),
            ),
            default="acknowledge",
            echoes=False,
            names=_names(header.plan),
        )
    )
    if answer == "acknowledge":
        return Acknowledged(header.plan_id, header.version)
    question = yield from ask(
        passage(
            "question",
            "question",
            (header.plan.post,),
            text("question.raise", manager=header.manager),
            text("question.raise.example"),
        )
    )
    return Acknowledged(header.plan_id, header.version, question)


def _names(plan: Plan) -> tuple[str, ...]:
    return (*(one.name for one in plan.outputs), *(one.name for one in plan.indicators))


def settled(
    header: AcknowledgeHeader, __: Mapping[str, Any], question: Question[Any] | None, said: str
) -> Settled | None:
    """A question or objection that is put at once where the plan is to be acknowledged: 有问题，标准太高了."""
    if (
        question is None
        or question.key != "acknowledge"
        or read_assent(said, question.name, _names(header.plan)) is Assent.YES
    ):
        return None
    asked = read_raised(said) or read_objection(said)
    if asked is None:
        return None
    return Settled({"acknowledge": "question", "question": asked}, text("question.understood", question=asked))


def reply(header: ReplyHeader) -> Interview[Replied]:
    """Ask the manager for the answer to a holder's question."""
    prompt = text("question.answer", holder=header.holder, question=header.question)
    answer = yield from ask(passage("answer", "question", (header.post,), prompt))
    return Replied(header.question_id, answer)
