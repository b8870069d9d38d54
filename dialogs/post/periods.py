"""The question for the period of a plan: read with its days, and said back with its first and last one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from dialogs.choices import Choice
from dialogs.header import Header
from dialogs.questions import LABEL, Question, Reading, limited
from dialogs.reading.dates.plan_periods import read_period
from kpi.period import Period, Span, months_from
from kpi.plan import When
from locales.periods import fiscal
from locales.text import Text, Value, text

_YEAR, _HALF = 12, 6


@dataclass(frozen=True, kw_only=True)
class PeriodQuestion(Question[Period]):
    """Which days the plan is for; `offered` are the periods of the choices."""

    kind: ClassVar[str] = "period"
    type: ClassVar[Any] = Period
    offered: tuple[tuple[str, Period], ...]
    fiscal_start: int | None = None

    def read(self, said: str, reading: Reading) -> Period:
        return read_period(limited(said, LABEL), reading.today, self.fiscal_start)

    def press(self, choice: str, reading: Reading) -> Period:
        label, offered = self.choice(choice).label, dict(self.offered)[choice]
        return Period(reading.words.value(label), offered.days, offered.fiscal)

    def load(self, answer: Any) -> Period:
        """The answer out of its JSON; older journals hold what was written alone."""
        return Period(answer) if isinstance(answer, str) else super().load(answer)

    def shown(self, value: Period) -> Value:
        return with_days(value)

    def told_apart(self, values: Sequence[Period]) -> tuple[Value, ...]:
        return tuple(values)


def with_days(period: Period) -> Value:
    """A period with its first and last day, where it has any."""
    if period.days is None:
        return period
    first, last = (When("", day.isoformat()) for day in (period.days.first, period.days.last))
    days = text("period.days", first=first, last=last)
    if period.fiscal:
        return fiscal(period.fiscal, days)
    return text("period.with_days", period=period, days=days) if period.days.of_calendar else days


def period_question(header: Header) -> PeriodQuestion:
    """Ask for the period: the coming year, fiscal or of the calendar, this one, or the coming half."""
    offered = tuple(_offered(header.began, header.fiscal_start or 1))
    return PeriodQuestion(
        key="period",
        name="period",
        prompt=text("period.ask"),
        choices=tuple(Choice(id, text("period.choice", period=one)) for id, one in offered),
        default=offered[0][0],
        example=Text("period.example"),
        offered=offered,
        fiscal_start=header.fiscal_start,
        meanwhile="",
    )


def _offered(today: date, start: int) -> Iterator[tuple[str, Period]]:
    year = today.year - (today.month < start)
    for id, first in (("next_year", year + 1), ("this_year", year)):
        yield id, Period("", months_from(date(first, start, 1), _YEAR))
    yield "next_half", Period("", _next_half(today))


def _next_half(today: date) -> Span:
    year, second = (today.year, True) if today.month <= _HALF else (today.year + 1, False)
    return months_from(date(year, _HALF * second + 1, 1), _HALF)
