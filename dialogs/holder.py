"""The interviews about an approved plan: its holder takes note or asks, the manager answers (method.md 4)."""

from dataclasses import dataclass

from dialogs.engine import Interview, ask
from dialogs.questions import Choice, DecisionQuestion, passage
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
        DecisionQuestion(
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


def reply(header: ReplyHeader) -> Interview[Replied]:
    """Ask the manager for the answer to a holder's question."""
    prompt = text("question.answer", holder=header.holder, question=header.question)
    answer = yield from ask(passage("answer", "question", (header.post,), prompt))
    return Replied(header.question_id, answer)
