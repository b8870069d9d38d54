"""The interview in which HR decides on a submitted plan (method.md 4)."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from dialogs.engine import Interview, ask
from dialogs.items import same_name
from dialogs.questions import (
    PASSAGE,
    Choice,
    ChoiceQuestion,
    DecisionQuestion,
    Question,
    Reading,
    limited,
    meant,
    passage,
)
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.decisions import read_decision
from dialogs.reading.unread import Unread
from dialogs.steps import Present
from kpi.audit import Finding
from kpi.plan import Plan
from kpi.review import WHOLE, Remark, Verdict
from locales.text import Text, Value, text

VERSION = 1


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
    """How the reviewer decided, and the remarks with which a plan is returned."""

    plan_id: int
    submitted_at: datetime
    verdict: Verdict
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """A remark as far as it was said at once: what about, and its text; `last` says that there is none any more."""

    about: str | None = None
    text: str | None = None
    last: bool = False


def review(header: ReviewHeader) -> Interview[Decided]:
    """Show a plan with its audit and ask for the decision, and for remarks where it is returned."""
    yield Present(header.plan, header.findings)
    decision = yield from ask(
        DecisionQuestion(
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
            echoes=False,
        )
    )
    if decision == "approve":
        return Decided(header.plan_id, header.submitted_at, Verdict.APPROVED, ())
    remarks = yield from _remarks(header.plan)
    return Decided(header.plan_id, header.submitted_at, Verdict.RETURNED, remarks)


def about(plan: Plan, remark: str) -> tuple[str, ...]:
    """The names of what a remark is about, outermost first; none for the whole plan."""
    return next((item.path for item in _items(plan) if item.scope == remark), ())


@dataclass(frozen=True, slots=True)
class _Item:
    """An output or indicator: its scope, its number in the plan ("1.2") and its names, outermost first."""

    scope: str
    number: str
    path: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"{self.number} {self.path[-1]}"


def _items(plan: Plan) -> Iterator[_Item]:
    for number, output in enumerate(plan.outputs, 1):
        yield _Item(f"output/{output.id}", f"{number}", (output.name,))
        for place, indicator in enumerate(output.indicators, 1):
            yield _Item(f"indicator/{indicator.id}", f"{number}.{place}", (output.name, indicator.name))


def _remarks(plan: Plan) -> Interview[tuple[Remark, ...]]:
    """Ask for remarks, one at least."""
    remarks: list[Remark] = []
    while True:
        key = f"remark/{len(remarks) + 1}"
        begun = yield from ask(_remark(key, plan, last=bool(remarks)))
        if begun.last:
            return tuple(remarks)
        scope = begun.about or (yield from ask(_target(f"{key}/about", plan)))
        words = passage(f"{key}/text", "remark", about(plan, scope), text("remark.words"), text("remark.words.example"))
        said = begun.text or (yield from ask(words))
        remarks.append(Remark(scope, said))


def _remark(key: str, plan: Plan, *, last: bool) -> "RemarkQuestion":
    done = (Choice("done", text("remark.done")),) if last else ()
    return RemarkQuestion(
        key=key,
        name="remark",
        prompt=text("remark.more" if last else "remark.ask"),
        choices=(
            *done,
            *(Choice(item.scope, item.label) for item in _items(plan)),
            Choice(WHOLE, text("remark.plan")),
        ),
        example=text("remark.example"),
        items=tuple(_items(plan)),
        echoes=False,
    )


def _target(key: str, plan: Plan) -> ChoiceQuestion:
    # Without the plan's numbers, since choices have numbers of their own.
    items = tuple(Choice(item.scope, " › ".join(item.path)) for item in _items(plan))
    whole = Choice(WHOLE, text("remark.plan"))
    return ChoiceQuestion(key=key, name="remark_about", prompt=text("remark_about.ask"), choices=(*items, whole))


@dataclass(frozen=True, kw_only=True)
class RemarkQuestion(Question[Begun]):
    """What to remark on: a tap, or the name or number of an output or indicator, a colon, and the remark at once."""

    kind: ClassVar[str] = "remark"
    type: ClassVar[Any] = Begun
    counts: ClassVar[bool] = True
    """Numbers are those of the plan."""
    items: tuple[_Item, ...]

    def read(self, said: str, reading: Reading) -> Begun:
        """The remark, with what it is about where that was said."""
        if self._ends(said, reading):
            return Begun(last=True)
        named, *remark = (part.strip() for part in re.split("[:：]", said, maxsplit=1))
        for item in self.items:
            if same_name(named.rstrip(".。")) in {same_name(item.path[-1]), same_name(item.label), item.number}:
                return Begun(item.scope, limited(remark[0], PASSAGE) if any(remark) else None)
        return Begun(text=limited(meant(said), PASSAGE))

    def _ends(self, said: str, reading: Reading) -> bool:
        done = [option for option in self.options(reading.words.language) if option.id == "done"]
        if any(character.isdecimal() for character in said):
            return False
        with suppress(Unread):
            return bool(done) and (read_act(said) in {"no", "none"} or bool(read_decision(said, done)))
        return False

    def press(self, choice: str, reading: Reading) -> Begun:
        """What a button names, or the end of the remarks."""
        id = self.choice(choice).id
        return Begun(last=True) if id == "done" else Begun(id)

    def shown(self, value: Begun) -> Value:
        """The remark, or what it is about, or that there is none any more."""
        if value.last:
            return text("remark.done")
        chosen: Text | str | None = next((one.label for one in self.choices if one.id == value.about), None)
        return value.text or chosen
