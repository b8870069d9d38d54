"""The manager's estimate of how much of the work goals the indicators explain (method.md 7, question 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from dialogs.journal import Journal
from dialogs.questions import PercentQuestion, Question, Reading, codec
from dialogs.reading.answers.uncovered import uncovered
from locales.text import Value, text


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share in percent, of which indicators, and the lowest one given of just these before, where that was lower."""

    share: Decimal
    of: tuple[int, ...] = ()
    before: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class CoverageQuestion(Question[Estimate]):
    """The share of the work goals that the `indicators` explain; that another was given before is kept with it."""

    kind: ClassVar[str] = "number"
    type: ClassVar[Any] = Estimate
    counts: ClassVar[bool] = True
    indicators: tuple[int, ...]

    def read(self, said: str, reading: Reading) -> Estimate:
        return self._estimate(self._percent().read(said, reading), reading.journal)

    def left(self, said: str) -> tuple[Value, ...]:
        return uncovered(said)

    def press(self, choice: str, reading: Reading) -> Estimate:
        return self._estimate(Decimal(self.choice(choice).id), reading.journal)

    def shown(self, value: Estimate) -> Value:
        return text("percent", percent=value.share)

    def load(self, answer: Any) -> Estimate:
        """The answer out of its JSON; older journals hold the share alone."""
        if not isinstance(answer, Mapping):
            return Estimate(codec(Decimal).validate_python(answer))
        loaded: Estimate = codec(Estimate).validate_python(answer)
        return loaded

    def _percent(self) -> PercentQuestion:
        return PercentQuestion(key=self.key, name=self.name, prompt=self.prompt)

    def _estimate(self, share: Decimal, log: Journal) -> Estimate:
        given = [self.load(entry.value) for entry in log if entry.key == self.key and entry.value is not None]
        lower = [one.share for one in given if one.of == self.indicators and one.share < share]
        return Estimate(share, self.indicators, min(lower, default=None))
