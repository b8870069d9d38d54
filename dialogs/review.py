"""The interview in which HR decides on a submitted plan (method.md 4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.choices import Choice
from dialogs.engine import Interview, ask
from dialogs.questions import passage
from dialogs.reading.names.things import Thing
from dialogs.review_questions import (
    Begun,
    RemarkQuestion,
    TargetQuestion,
    VerdictQuestion,
    choices_of,
    things_of,
)
from dialogs.steps import Present
from kpi.audit import Finding
from kpi.plan import Plan
from kpi.review import WHOLE, Remark, Verdict
from locales.text import Lines, text

VERSION = 1
NO_REMARK = "none"
"""The choice that words are no remark at all."""


@dataclass(frozen=True, slots=True)
class ReviewHeader:
    """What is reviewed: what a manager submitted of a plan at a time, with its audit."""

    plan_id: int
    submitted_at: datetime
    manager: str
    plan: Plan
    findings: tuple[Finding, ...]

    @property
    def post(self) -> str:
        """The post that the plan is of."""
        return self.plan.post


@dataclass(frozen=True, slots=True)
class Decided:
    """How the reviewer decided, and the remarks with which a plan is returned, or that go with the approval."""

    plan_id: int
    submitted_at: datetime
    verdict: Verdict
    remarks: tuple[Remark, ...]


def review(header: ReviewHeader) -> Interview[Decided]:
    """Show a plan with its audit and ask for the decision, and for remarks where it is returned.

    An approval with remarks is asked about once: whether they go with it, or the plan back.
    """
    yield Present(header.plan, header.findings)
    things = things_of(header.plan)
    ruling = yield from ask(_verdict(header, things))
    remarks = yield from _placed("decision", ruling.remarks, things)
    decision = ruling.decision
    if remarks and decision in {None, "approve", "pause"}:
        settled = yield from ask(_settling(header, things, decision, remarks))
        decision = settled.decision
        remarks += yield from _placed("decision/settled", settled.remarks, things)
    if decision == "return":
        remarks = yield from _remarks(things, remarks)
    verdict = Verdict.RETURNED if decision == "return" else Verdict.APPROVED
    return Decided(header.plan_id, header.submitted_at, verdict, remarks)


def remarked(plan: Plan, remarks: Iterable[Remark]) -> Lines:
    """Remarks, each with what it is about."""
    return _lines(things_of(plan), remarks)


def _path(things: Sequence[Thing], scope: str) -> tuple[str, ...]:
    return next((one.names for one in things if one.scope == scope), ())


def _lines(things: Sequence[Thing], remarks: Iterable[Remark]) -> Lines:
    return Lines(
        tuple(
            text("remark.line", about=" › ".join(_path(things, one.about)) or text("remark.plan"), remark=one.text)
            for one in remarks
        )
    )


def _verdict(header: ReviewHeader, things: tuple[Thing, ...]) -> VerdictQuestion:
    return VerdictQuestion(
        key="decision",
        name="decision",
        prompt=text("decision.ask", manager=header.manager, post=header.plan.post),
        about=(header.plan.post,),
        choices=(
            Choice("approve", text("decision.approve")),
            Choice("return", text("decision.return")),
            Choice("pause", text("decision.later")),
        ),
        default="approve",
        example=text("decision.example"),
        echoes=False,
        things=things,
    )


def _settling(
    header: ReviewHeader, things: tuple[Thing, ...], decision: str | None, remarks: Iterable[Remark]
) -> VerdictQuestion:
    """Whether a plan is approved with the remarks, or returned for them."""
    asked = "decision.approve_or_return" if decision == "approve" else "decision.undecided"
    return VerdictQuestion(
        key="decision/settled",
        name="decision",
        prompt=text(asked, lines=_lines(things, remarks)),
        about=(header.plan.post,),
        choices=(
            Choice("noted", text("decision.noted", manager=header.manager)),
            Choice("return", text("decision.return_for_it", manager=header.manager)),
            Choice("pause", text("decision.later")),
        ),
        echoes=False,
        things=things,
        settles=True,
    )


def _remarks(things: tuple[Thing, ...], remarks: tuple[Remark, ...]) -> Interview[tuple[Remark, ...]]:
    """Ask for remarks, one at least; those that there are already are shown back first."""
    asked = 0
    while True:
        asked += 1
        key = f"remark/{asked}"
        begun = yield from ask(_remark(key, things, remarks))
        if any(one.last for one in begun):
            return remarks
        remarks += yield from _placed(key, begun, things)


def _placed(key: str, begun: Sequence[Begun], things: tuple[Thing, ...]) -> Interview[tuple[Remark, ...]]:
    """Remarks with what they are about and their text, each asked for where it was not said."""
    remarks: list[Remark] = []
    for place, one in enumerate(begun, 1):
        here = key if len(begun) == 1 else f"{key}/{place}"
        scope = one.about or (yield from ask(_target(f"{here}/about", one, things)))
        if scope == NO_REMARK:
            continue
        names = _path(things, scope)
        words = passage(f"{here}/text", "remark", names, text("remark.words"), text("remark.words.example"))
        remarks.append(Remark(scope, one.text or (yield from ask(words))))
    return tuple(remarks)


def _remark(key: str, things: tuple[Thing, ...], remarks: Sequence[Remark]) -> RemarkQuestion:
    done = (Choice("done", text("remark.done")),) if remarks else ()
    lines = _lines(things, remarks)
    return RemarkQuestion(
        key=key,
        name="remark",
        prompt=text("remark.more", lines=lines) if remarks else text("remark.ask"),
        choices=(*done, *choices_of(things), Choice(WHOLE, text("remark.plan"))),
        example=text("remark.example"),
        things=things,
        echoes=False,
    )


def _target(key: str, begun: Begun, things: tuple[Thing, ...]) -> TargetQuestion:
    # Without the plan's numbers, since choices have numbers of their own.
    likely = sorted(things, key=lambda one: one.scope not in begun.among)
    items = tuple(Choice(one.scope, " › ".join(one.names)) for one in likely)
    return TargetQuestion(
        key=key,
        name="remark_about",
        prompt=text("remark_about.ask", remark=begun.text),
        choices=(*items, Choice(WHOLE, text("remark.plan")), Choice(NO_REMARK, text("remark.none"))),
        things=things,
    )
