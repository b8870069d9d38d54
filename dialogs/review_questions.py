"""The questions of a review: the decision and the remarks, in words or by buttons (method.md 4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

from dialogs.choices import Choice, labelled, labels
from dialogs.questions import PASSAGE, ChoiceQuestion, Question, Reading, codec, limited, meant
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.choices import Option, unread_choice
from dialogs.reading.answers.decisions import read_decision
from dialogs.reading.answers.remarks import objecting, only_for_later, read_remarks
from dialogs.reading.answers.review_decisions import Spoken, read_verdict
from dialogs.reading.names.things import Thing, mention
from dialogs.reading.unread import Unread
from kpi.plan import Plan
from locales.text import Lines, Text, Value, text
from locales.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Begun:
    """A remark as far as it was said at once: what about, and its text; `last` says that there is none any more.

    Where it may be about several things, they are `among`.
    """

    about: str | None = None
    text: str | None = None
    last: bool = False
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer says of a plan at once: "approve", "return", "noted" (approved with remarks), and remarks.

    Without a decision there are remarks only.
    """

    decision: str | None
    remarks: tuple[Begun, ...] = ()


_PLAIN = {
    "approve": "decision.approve",
    "noted": "decision.approve",
    "return": "decision.return",
    "pause": "decision.later",
}
"""What the decisions are called."""


def _decisions(language: str, *ids: str) -> list[Option]:
    return [Option(id, labels(text(_PLAIN[id]), language)) for id in ids]


def things_of(plan: Plan) -> tuple[Thing, ...]:
    """The outputs and indicators of a plan, numbered as it shows them."""
    return tuple(_things(plan))


def _things(plan: Plan) -> Iterator[Thing]:
    for number, output in enumerate(plan.outputs, 1):
        yield Thing(f"output/{output.id}", f"{number}", (output.name,))
        for place, indicator in enumerate(output.indicators, 1):
            yield Thing(f"indicator/{indicator.id}", f"{number}.{place}", (output.name, indicator.name))


def begun_of(said: str, things: Sequence[Thing], *, decided: bool = True) -> tuple[Begun, ...]:
    """The remarks in a text, one for each thing that it is about; what about is left open where that is in doubt."""
    found: list[Begun] = []
    for remark in objecting(read_remarks(said, things), decided=decided).remarks:
        written = limited(remark.text, PASSAGE) if remark.text else None
        if remark.scopes and remark.sure:
            found += (Begun(scope, written) for scope in remark.scopes)
        else:
            found.append(Begun(text=written or said, among=remark.scopes))
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class VerdictQuestion(Question[Ruling]):
    """The decision on a plan, which may be said with remarks; `settles` where there are remarks and it alone is asked.

    What denies a decision, puts it off or asks about it is none.
    """

    kind: ClassVar[str] = "choice"
    type: ClassVar[Any] = Ruling
    things: tuple[Thing, ...]
    settles: bool = False

    def claims(self, said: str, language: str) -> bool:
        """To a reviewer, 退回去 is a decision, and 2的权重是不是高了点？ a remark."""
        if labelled(said, self.choices, language):
            return True
        spoken = self._spoken(said, language)
        return spoken.decision not in {None, "pause"} or bool(self._remarks(spoken))

    def take(self, said: str, reading: Reading) -> Ruling:
        return self.read(said, reading)

    def read(self, said: str, reading: Reading) -> Ruling:
        options = self.options(reading.words.language)
        with suppress(Unread):
            return Ruling(read_decision(said, options, self.default))
        spoken = self._spoken(said, reading.words.language)
        remarks = self._remarks(spoken)
        if spoken.noted and not remarks and not self.settles:
            raise Unread("decision.unsaid")
        if spoken.decision is None and (self.settles or not remarks):
            raise unread_choice(options)
        later = only_for_later(read_remarks(spoken.rest, self.things))
        noted = spoken.decision == "approve" and (spoken.noted or self.settles or later)
        return Ruling("noted" if noted else spoken.decision, remarks)

    def press(self, choice: str, reading: Reading) -> Ruling:
        return Ruling(self.choice(choice).id)

    def options(self, language: str) -> list[Option]:
        """The choices by their labels, and by what they are called where there are no remarks."""
        return [
            Option(one.id, (*labels(one.label, language), *labels(text(_PLAIN[one.id]), language)))
            for one in self.choices
        ]

    def left(self, said: str) -> tuple[str, ...]:
        """What was said before the remarks and was taken for none."""
        spoken = self._spoken(said, LANGUAGES[0])
        return objecting(read_remarks(spoken.rest, self.things), decided=_decides(spoken)).left

    def _remarks(self, spoken: Spoken) -> tuple[Begun, ...]:
        return begun_of(spoken.rest, self.things, decided=_decides(spoken)) if spoken.rest.strip() else ()

    def lasts(self, value: Ruling) -> bool:
        """What was remarked on stays, though the decision is put off."""
        return bool(value.remarks)

    def wish(self, value: Ruling) -> str:
        return value.decision if value.decision == "pause" else ""

    def _spoken(self, said: str, language: str) -> Spoken:
        return read_verdict(said, _decisions(language, "approve", "return", "pause"), self.default)

    def shown(self, value: Ruling) -> Value:
        said = [text(_PLAIN[value.decision])] if value.decision and value.decision != "pause" else []
        return (*said, *(one.text or "" for one in value.remarks))

    def load(self, answer: Any) -> Ruling:
        """The answer out of its JSON; older journals hold the decision alone."""
        if isinstance(answer, str):
            return Ruling(answer)
        loaded: Ruling = codec(Ruling).validate_python(answer)
        return loaded


def _decides(spoken: Spoken) -> bool:
    return spoken.decision in {"approve", "return"}


@dataclass(frozen=True, kw_only=True)
class RemarkQuestion(Question[tuple[Begun, ...]]):
    """What to remark on: a tap, or remarks in words, each with what it is about."""

    kind: ClassVar[str] = "remark"
    type: ClassVar[Any] = tuple[Begun, ...]
    counts: ClassVar[bool] = True
    """Numbers are those of the plan."""
    things: tuple[Thing, ...]

    def read(self, said: str, reading: Reading) -> tuple[Begun, ...]:
        """The remarks, with what they are about where that was said."""
        if self._ends(said, reading):
            return (Begun(last=True),)
        spoken = read_verdict(said, _decisions(reading.words.language, "approve", "return"))
        if spoken.decision == "approve":
            raise Unread("remark.approve")
        if spoken.decision == "return" and not spoken.rest.strip():
            raise Unread("remark.first")
        return begun_of(meant(spoken.rest), self.things)

    def left(self, said: str) -> tuple[str, ...]:
        """What was said before the remarks and was taken for none."""
        return objecting(read_remarks(said, self.things), decided=True).left

    def _ends(self, said: str, reading: Reading) -> bool:
        done = [option for option in self.options(reading.words.language) if option.id == "done"]
        if any(character.isdecimal() for character in said):
            return False
        with suppress(Unread):
            return bool(done) and (read_act(said) in {"no", "none"} or bool(read_decision(said, done)))
        return False

    def press(self, choice: str, reading: Reading) -> tuple[Begun, ...]:
        """What a button names, or the end of the remarks."""
        id = self.choice(choice).id
        return (Begun(last=True) if id == "done" else Begun(id),)

    def shown(self, value: tuple[Begun, ...]) -> Value:
        """The remarks, or what they are about, or that there is none any more."""
        return Lines(tuple(self._shown(one) for one in value))

    def _shown(self, value: Begun) -> Text | str:
        if value.last:
            return text("remark.done")
        chosen: Text | str = next((one.label for one in self.choices if one.id == value.about), "")
        return value.text or chosen

    def load(self, answer: Any) -> tuple[Begun, ...]:
        """The answer out of its JSON; older journals hold a single remark."""
        several = [answer] if isinstance(answer, Mapping) else answer
        loaded: tuple[Begun, ...] = codec(tuple[Begun, ...]).validate_python(several)
        return loaded


@dataclass(frozen=True, kw_only=True)
class TargetQuestion(ChoiceQuestion):
    """What a remark is about: a tap, a number of the plan, a name or a part of it."""

    things: tuple[Thing, ...]

    def read(self, said: str, reading: Reading) -> str:
        named = mention(said, self.things)
        if named and named.sure and len(named.scopes) == 1:
            return named.scopes[0]
        return super().read(said, reading)


def choices_of(things: Iterable[Thing]) -> tuple[Choice, ...]:
    """Buttons with the numbers of the plan."""
    return tuple(Choice(one.scope, f"{one.number} {one.names[-1]}") for one in things)
