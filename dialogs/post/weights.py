"""Weights of outputs, and of the indicators of one output: equal shares, a ranking, or typed (method.md 2.6)."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from dialogs.choices import Choice
from dialogs.engine import Interview, ask
from dialogs.post.keys import of_set
from dialogs.questions import Question, Reading
from dialogs.reading.unread import Unread
from dialogs.reading.values.shares import read_shares
from dialogs.reading.values.weights import read_ranking, read_weights
from kpi.weights import TOTAL, equal, ranked
from locales.text import Text, Value, text


@dataclass(frozen=True, kw_only=True)
class WeightsQuestion(Question[tuple[Decimal, ...]]):
    """Weights that add up to 100: typed, ranked ("2>1>3") or equal (method.md 2.6). Empty: to be ranked next."""

    kind: ClassVar[str] = "weights"
    type: ClassVar[Any] = tuple[Decimal, ...]
    names: tuple[str, ...]

    def read(self, said: str, reading: Reading) -> tuple[Decimal, ...]:
        if re.search(r"(?:^|[\s,，、])[-−–]\s*[0-9]", said):
            raise Unread("weights.negative")
        try:
            return read_weights(said, self.names)
        except Unread:
            # What is not weights may be a ranking; if it is neither, it was more likely meant as weights.
            with suppress(Unread):
                return ranked(read_ranking(said, self.names))
            if told := read_shares(said, self.names):
                return told
            raise

    def press(self, choice: str, reading: Reading) -> tuple[Decimal, ...]:
        return equal(len(self.names)) if self.choice(choice).id == "equal" else ()

    def opens(self, value: tuple[Decimal, ...]) -> Iterable[str]:
        return () if value else (f"{self.key}/ranking",)

    def shown(self, value: tuple[Decimal, ...]) -> Value:
        if not value:
            return text("weights.ranking")
        pairs = zip(self.names, value, strict=True)
        return tuple(text("weights.one", name=name, weight=weight) for name, weight in pairs)


@dataclass(frozen=True, kw_only=True)
class RankingQuestion(WeightsQuestion):
    """The names in order of importance, which becomes weights."""

    kind: ClassVar[str] = "ranking"

    def take(self, said: str, reading: Reading) -> tuple[Decimal, ...]:
        return ranked(read_ranking(said, self.names))


def weights_of(name: str, about: tuple[str, ...], things: Sequence[tuple[int, str]]) -> Interview[tuple[Decimal, ...]]:
    """The weights of things by id and name, adding up to 100; not asked for fewer than two."""
    if len(things) < 2:
        return (Decimal(TOTAL),) * len(things)
    names = tuple(one for _, one in things)
    key = of_set(name, (id_ for id_, _ in things))
    kind = name.rpartition("/")[2]
    weights = yield from ask(
        WeightsQuestion(
            key=key,
            name=kind,
            prompt=text(f"{kind}.ask", names=_numbered(names), n=len(names)),
            about=about,
            choices=(Choice("equal", text("weights.equal")), Choice("ranking", text("weights.ranking"))),
            default="equal",
            example=_example(len(names)),
            names=names,
            meanwhile=[str(weight) for weight in equal(len(names))],
        )
    )
    if weights:
        return weights
    return (
        yield from ask(
            RankingQuestion(
                key=f"{key}/ranking",
                name="ranking",
                prompt=text("ranking.ask", names=_numbered(names)),
                about=about,
                example=text("ranking.example", ranking=_falling(len(names))),
                names=names,
            )
        )
    )


def _numbered(names: Sequence[str]) -> Value:
    return tuple(text("ranking.one", number=number, name=name) for number, name in enumerate(names, 1))


def _example(count: int) -> Text:
    """Weights and a ranking of as many things as there are."""
    weights = " ".join(str(weight) for weight in ranked(range(count)))
    return text("weights.example", weights=weights, ranking=_falling(count))


def _falling(count: int) -> str:
    return ">".join(str(number) for number in (2, 1, *range(3, count + 1)))
