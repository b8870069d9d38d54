"""What is known of what people ask beside a question: from the names, numbers and dates that stand there.

A topic has an answer where the question is one of the places in which it makes sense; elsewhere another topic is
meant, or whoever can tell is named.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.confirm import ConfirmHeader
from dialogs.corrective import CorrectiveHeader, FollowUpHeader
from dialogs.engine import Replay
from dialogs.holder import AcknowledgeHeader, ReplyHeader
from dialogs.propose import DeclineHeader
from dialogs.questions import Question
from dialogs.reading.answers.topics import Aside
from dialogs.report import ReportHeader
from dialogs.review import ReviewHeader
from dialogs.state import Noted, Run, State
from dialogs.steps import Draw
from kpi.plan import Indicator, When
from locales.text import Lines, Text, Value, text

PLACES: Mapping[Aside, tuple[str, ...]] = {
    Aside.PRIVACY: ("post", "review", "confirm", "report", "acknowledge"),
    Aside.AUTHOR: ("statement", "diagram", "tracking"),
    Aside.PROOF: ("note", "evidence"),
    Aside.ADDING: ("post",),
    Aside.COLLECTING: ("post",),
    Aside.PAY: ("post", "report", "acknowledge"),
    Aside.CHANGES: ("post", "review", "report", "confirm", "acknowledge"),
    Aside.DECIDES: ("post", "report"),
    Aside.SOURCE: ("measure", "statement", "outstanding", "tracking"),
    Aside.MEMBERS: ("customers_internal", "customers_external", "outputs"),
    Aside.HOW_MANY: ("customers_internal", "customers_external", "outputs", "dimensions", "measure"),
    Aside.SEVERAL: ("post",),
    Aside.SYSTEMS: ("post", "report"),
    Aside.DEADLINE: ("review",),
    Aside.MEANING: ("dimensions", "tracking"),
    Aside.EXAMPLE: (
        *("period", "serves", "output_weights", "dimensions", "measure", "basic", "outstanding", "indicator_weights"),
        *("tracking", "coverage"),
    ),
}
"""The questions, by their names, and the interviews in which a topic has an answer that takes nothing on record."""
Answer = Text | tuple[str, str]
"""What is said, or the errand that shows it, with its argument."""


@dataclass(frozen=True, slots=True)
class Known:
    """A question that stands open, and all that is known there."""

    state: State
    run: Run
    question: Question[Any]
    replayed: Replay[Any]

    def answers(self, asked: Iterable[Iterable[Aside]]) -> Sequence[Answer]:
        """What is known of several questions, each of the first topic that it may be about and anything is known of."""
        known = (next((known for topic in each if (known := self._of(topic))), None) for each in asked)
        return list({str(one): one for one in known if one}.values())

    def _of(self, topic: Aside) -> Answer | None:
        told = _TOLD.get(topic)
        if told and (known := told(self)):
            return known
        places = (self.question.name, self.run.interview)
        place = next((one for one in places if one in PLACES.get(topic, ())), None)
        return text(f"asked.{topic}.{place}") if place else None

    @property
    def whom(self) -> Value:
        """Who can tell what is known to people alone: whoever wrote or reported what the question is about, or HR."""
        match self.run.header:
            case ConfirmHeader(reporter=one) | AcknowledgeHeader(manager=one) | ReviewHeader(manager=one):
                return one
            case ReplyHeader(holder=one) | CorrectiveHeader(holder=one) | FollowUpHeader(holder=one):
                return one
            case DeclineHeader(by=one):
                return one
            case ReportHeader():
                return next(
                    (one.tracking.receiver for one in self.indicators if one.tracking.receiver), text("asked.hr")
                )
        return self.remark.by if self.remark else text("asked.hr")

    @property
    def remark(self) -> Noted | None:
        """What a reviewer remarked where the question stands."""
        return next((one for one in self.run.remarks if self.question.key in one.keys), None)

    @property
    def indicators(self) -> Sequence[Indicator]:
        """What the question is about, where a plan stands already."""
        match self.run.header:
            case ConfirmHeader(reports=reports):
                return [one.indicator for one in reports]
            case ReportHeader(items=items):
                return [one.indicator for one in items]
            case ReviewHeader(plan=plan) | AcknowledgeHeader(plan=plan):
                return plan.indicators
        return ()


def _author(known: Known) -> Text | None:
    match known.run.header:
        case ReviewHeader(manager=manager, submitted_at=at):
            day = When("", at.astimezone(known.state.zone).date().isoformat())
            return text("asked.author.review", manager=manager, day=day)
        case ConfirmHeader(reporter=reporter):
            return text("asked.author.confirm", reporter=reporter)
    return text("asked.author.remark", by=known.remark.by) if known.remark else None


def _proof(known: Known) -> Text | None:
    if not isinstance(known.run.header, ConfirmHeader):
        return None
    reports = known.run.header.reports
    files = len({file for one in reports for file in one.evidence})
    said = text("asked.proof.files", n=files) if files else text("asked.proof.none", reporter=known.run.header.reporter)
    notes = tuple(dict.fromkeys(one.note for one in reports if one.note))
    return text("asked.proof.notes", files=said, notes=notes) if notes else said


def _source(known: Known) -> Text | None:
    if known.run.interview not in {"confirm", "report"}:
        return None
    told = [one for one in known.indicators if one.tracking.data]
    if not told:
        return None
    lines = (text("asked.source.line", name=one.name, data=one.tracking.data) for one in told)
    return text("asked.source.tracked", lines=Lines(tuple(lines)), whom=known.whom)


def _counting(known: Known) -> Text | None:
    """How a figure is reckoned: nobody but who made or gave it can tell, unless the plan does."""
    if known.run.interview == "confirm":
        return text("asked.counting.confirm", reporter=known.whom)
    if known.run.interview == "report":
        return text("asked.counting.report", whom=known.whom)
    return None


def _how_many(known: Known) -> Text | None:
    match known.run.header:
        case ReviewHeader(plan=plan):
            return text("asked.how_many.review", indicators=len(plan.indicators), outputs=len(plan.outputs))
    proposals = getattr(known.question, "proposals", ())
    return text("asked.how_many.tracking", n=len(proposals)) if proposals else None


def _deadline(known: Known) -> Text | None:
    if isinstance(known.run.header, ReportHeader):
        until = next((one.until for one in known.run.header.items if one.until), None)
        return text("asked.deadline.report", day=When("", until)) if until else None
    if known.remark:
        return text("asked.deadline.remark", by=known.remark.by)
    return text("asked.deadline.post") if known.run.interview == "post" else None


def _needed(known: Known) -> Text:
    if known.question.optional:
        return text("asked.needed.optional")
    return text("asked.needed.later" if known.question.can_wait else "asked.needed.needed")


def _picture(known: Known) -> Text | None:
    drawn = next((one for one in known.replayed.said if isinstance(one, Draw)), None)
    if drawn is None:
        return None
    lines = (
        text(
            "asked.picture.line",
            customer=customer.name,
            outputs=tuple(output.name for output in drawn.outputs if customer.id in output.customers),
        )
        for customer in drawn.customers
    )
    return text("asked.picture", post=drawn.post, lines=Lines(tuple(lines)))


def _earlier(known: Known) -> Answer | None:
    return ("progress", "") if known.run.interview in {"confirm", "report", "corrective", "follow_up"} else None


def _versions(known: Known) -> Answer | None:
    match known.run.header:
        case ReviewHeader(plan_id=id):
            return "compare", str(id)
    return None


def _left(known: Known) -> Text:
    return text("aside.left", n=max(known.replayed.expected - len(known.replayed.passed), 1))


_TOLD: Mapping[Aside, Callable[[Known], Answer | None]] = {
    Aside.HUMAN: lambda _: text("aside.human"),
    Aside.FILES: lambda known: text("aside.files") if known.run.interview == "report" else None,
    Aside.PICTURE: _picture,
    Aside.AUTHOR: _author,
    Aside.PROOF: _proof,
    Aside.EARLIER: _earlier,
    Aside.VERSIONS: _versions,
    Aside.SOURCE: _source,
    Aside.COUNTING: _counting,
    Aside.HOW_MANY: _how_many,
    Aside.LEFT: _left,
    Aside.DEADLINE: _deadline,
    Aside.NEEDED: _needed,
    Aside.OTHERS: lambda _: text("aside.others"),
}
"""The topics whose answers are made of what is on record."""
