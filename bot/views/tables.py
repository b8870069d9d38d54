"""The plan as tables: what the sheets of the workbook hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bot.views.wording import customers_of, reason
from dialogs.standing import unit_of
from kpi.audit import Finding
from kpi.plan import Indicator, Output, Plan, Standard
from locales.amounts import unit_name
from locales.standards import in_full
from locales.statements import stated
from locales.text import Lines, Text, Value
from locales.words import Words


class Share(NamedTuple):
    """A weight, out of 100."""

    weight: Decimal


Cell = str | int | Decimal | Share | date
"""What a cell holds: words, a number, a weight, a day or a moment in UTC."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: the message ids end in `id` and the columns' ids; columns come with their widths in characters.

    The rows are read once.
    """

    id: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[Cell, ...]]


def tables(plan: Plan, findings: Sequence[Finding], words: Words) -> tuple[Table, ...]:
    """The tables of a plan, put into words."""
    return (
        _outputs(plan, words),
        _indicators(plan, words),
        _statements(plan, words),
        _tracking(plan, words),
        _audit(findings, words),
    )


def _outputs(plan: Plan, words: Words) -> Table:
    columns = (("number", 7), ("output", 34), ("customers", 30), ("weight", 10), ("serves", 40), ("observable", 14))
    rows = (
        (
            number,
            output.name,
            words.value(customers_of(output, plan)),
            Share(output.weight),
            output.serves or "",
            words.say(Text("views.yes" if output.observable else "views.no")),
        )
        for number, output in enumerate(plan.outputs, start=1)
    )
    return Table("outputs", columns, tuple(rows))


def _indicators(plan: Plan, words: Words) -> Table:
    columns = (
        ("number", 7),
        ("output", 20),
        ("output_weight", 10),
        ("indicator", 20),
        ("dimension", 11),
        ("indicator_weight", 10),
        ("basic", 26),
        ("outstanding", 26),
        ("direction", 12),
        ("judge", 12),
        ("second_rater", 12),
        ("looks_like", 24),
        ("factors", 24),
    )
    rows = ((number, *_indicator(output, one, words)) for number, output, one in _numbered(plan))
    return Table("indicators", columns, tuple(rows))


def _indicator(output: Output, indicator: Indicator, words: Words) -> Iterator[Cell]:
    """An indicator and its standards."""
    yield output.name
    yield Share(output.weight)
    yield indicator.name
    yield words.say(Text(f"views.dimension.{indicator.dimension}"))
    yield Share(indicator.weight)
    yield standard_words(indicator.basic, words)
    yield standard_words(indicator.outstanding, words)
    yield words.say(Text(f"views.direction.{indicator.direction}")) if indicator.direction else ""
    yield _known(indicator.judge, words)
    yield _known(indicator.second_rater, words)
    yield _known(indicator.looks_like, words)
    yield _known(Lines(indicator.factors), words)


def _statements(plan: Plan, words: Words) -> Table:
    columns = (
        ("number", 7),
        ("output", 20),
        ("indicator", 20),
        ("by", 18),
        ("using", 20),
        ("complete", 24),
        ("reach", 24),
        ("statement", 48),
    )
    rows = (
        (
            number,
            output.name,
            one.name,
            _known(statement.by, words),
            _known(statement.using, words),
            _known(statement.complete, words),
            _known(statement.reach, words),
            words.value(statement),
        )
        for number, output, one in _numbered(plan)
        for statement in [stated(output, one, words)]
    )
    return Table("statements", columns, tuple(rows))


def _tracking(plan: Plan, words: Words) -> Table:
    columns = (
        ("number", 7),
        ("output", 24),
        ("indicator", 24),
        ("data", 32),
        ("sample", 20),
        ("when", 24),
        ("collector", 20),
        ("receiver", 20),
    )
    rows = (
        (
            number,
            output.name,
            one.name,
            _known(one.tracking.data, words),
            _known(one.tracking.sample, words),
            _known(one.tracking.when, words),
            _known(one.tracking.collector, words),
            _known(one.tracking.receiver, words),
        )
        for number, output, one in _numbered(plan)
    )
    return Table("tracking", columns, tuple(rows))


def _audit(findings: Sequence[Finding], words: Words) -> Table:
    columns = (("number", 7), ("question", 44), ("result", 12), ("reason", 84))
    rows = (
        (
            finding.question,
            words.say(Text(f"audit.question.{finding.question}")),
            words.say(Text(f"audit.result.{finding.result}")),
            reason(finding, words),
        )
        for finding in findings
    )
    return Table("audit", columns, tuple(rows))


def _numbered(plan: Plan) -> Iterator[tuple[str, Output, Indicator]]:
    """The indicators with their outputs, numbered as in the messages: 2.1 is the first of the second output."""
    for number, output in enumerate(plan.outputs, start=1):
        for place, indicator in enumerate(output.indicators, start=1):
            yield f"{number}.{place}", output, indicator


def unit_words(indicator: Indicator, words: Words) -> str:
    """What an indicator's figures are of; nothing for what is observed."""
    return unit_name(unit_of(indicator), words)


def standard_words(standard: Standard | None, words: Words) -> str:
    """A standard in full, what is observed one below the other."""
    if standard is None:
        return ""
    return words.value(in_full(standard, Lines(standard.items) if standard.items else None))


def _known(value: Value, words: Words) -> str:
    """A value in words; nothing where it is not known."""
    return "" if value is None else words.value(value)
