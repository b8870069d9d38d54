"""The questions of confirming: what is said of each report, in words or by buttons (method.md 5)."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

from dialogs.choices import labelled
from dialogs.questions import ChoicesQuestion, Question, Reading
from dialogs.reading.answers.choices import unread_choice
from dialogs.reading.answers.decisions import read_decision, read_disputed
from dialogs.reading.answers.verdicts import Verdicts, read_verdicts
from dialogs.reading.unread import Unread
from locales.text import Lines, Text, Value, text


@dataclass(frozen=True, kw_only=True)
class ConfirmQuestion(Question[Verdicts]):
    """Whether reports are confirmed, all or each by itself; `names` are theirs, by their ids."""

    kind: ClassVar[str] = "choice"
    type: ClassVar[Any] = Verdicts
    echo: ClassVar[str] = "verdicts.understood"
    names: Mapping[str, str]
    refusal: str

    def claims(self, said: str, language: str) -> bool:
        """To a receiver, "退货率再核一下" disputes."""
        return labelled(said, self.choices, language) is not None or self._spoken(said) is not None

    def take(self, said: str, reading: Reading) -> Verdicts:
        return self.read(said, reading)

    def read(self, said: str, reading: Reading) -> Verdicts:
        options = self.options(reading.words.language)
        with suppress(Unread):
            return Verdicts(read_decision(said, options, self.default, self.refusal))
        if verdicts := self._spoken(said):
            return verdicts
        raise unread_choice(options)

    def press(self, choice: str, reading: Reading) -> Verdicts:
        return Verdicts(self.choice(choice).id)

    def wish(self, value: Verdicts) -> str:
        return value.decision if value.decision == "pause" else ""

    def echoed(self, value: Verdicts) -> bool:
        """Not what a doubt asks about anyway."""
        return value.decision != "doubt" and value != Verdicts(value.decision)

    def shown(self, value: Verdicts) -> Value:
        label = next((choice.label for choice in self.choices if choice.id == value.decision), None)
        if label and not self.echoed(value):
            return label
        return Lines(tuple(understood(value, self.names)))

    def _spoken(self, said: str) -> Verdicts | None:
        several = len(set(self.names.values())) == len(self.names)
        return read_verdicts(said, self.names) if several else None


def understood(value: Verdicts, names: Mapping[str, str]) -> Iterator[Text]:
    """What was said of each report, a line each."""
    for id, reason in value.disputed.items():
        yield text("verdicts.reason" if reason else "verdicts.disputed", name=names[id], reason=reason)
    if value.reason:
        yield text("verdicts.wrong", reason=value.reason)
    agreed = tuple(names.values()) if value.decision == "confirm" else tuple(names[id] for id in value.agreed)
    if agreed:
        yield text("verdicts.confirmed", names=agreed)
    if value.left:
        yield text("verdicts.left", names=tuple(names[id] for id in value.left))
    if value.note:
        yield text("verdicts.note", note=value.note)


@dataclass(frozen=True, kw_only=True)
class DisputeQuestion(ChoicesQuestion):
    """Which of several reports are disputed."""

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
        return read_disputed(said, self.options(reading.words.language))
