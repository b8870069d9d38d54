"""The interview in which somebody says when they are away (method.md 5)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar

from dialogs.engine import Interview, ask
from dialogs.questions import Question, Reading
from dialogs.reading.dates.spans import read_span
from kpi.plan import When
from locales.text import Value, text

VERSION = 1


@dataclass(frozen=True, slots=True)
class AbsenceHeader:
    """Nothing is known from the start."""


@dataclass(frozen=True, slots=True)
class Away:
    """The first and the last day on which somebody is away."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, kw_only=True)
class SpanQuestion(Question[tuple[dt.date, dt.date]]):
    """Days from one to another."""

    kind: ClassVar[str] = "span"
    type: ClassVar[Any] = tuple[dt.date, dt.date]

    def read(self, said: str, reading: Reading) -> tuple[dt.date, dt.date]:
        return read_span(said, reading.today, reading.country)

    def shown(self, value: tuple[dt.date, dt.date]) -> Value:
        return days(*value)


def absence(_: AbsenceHeader) -> Interview[Away]:
    """Ask from when to when."""
    first, last = yield from ask(
        SpanQuestion(
            key="absence", name="absence", prompt=text("absence.ask"), example=text("absence.example"), echoes=False
        )
    )
    return Away(first, last)


def days(first: dt.date, last: dt.date) -> Value:
    """Days as they are shown."""
    ends = [When("", day.isoformat()) for day in dict.fromkeys((first, last))]
    return text("absence.days", first=ends[0], last=ends[-1]) if len(ends) > 1 else ends[0]
