"""Where a figure stands between basic and outstanding, as people read it (method.md 5)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi.period import Span
from kpi.plan import Indicator, Standard, When
from kpi.scores import Attainment, attain, judge
from kpi.standards import held
from kpi.units import same
from kpi.values import Change, Sign
from locales.text import Text, Value, text

CELLS = 5
"""Cells of the bar up to basic, and again from there to outstanding."""


def unit_of(indicator: Indicator) -> str | None:
    """The unit in which an indicator's figures are told."""
    return held(indicator).unit


def amount(indicator: Indicator, value: Decimal) -> Standard:
    """A figure with the unit of its indicator; one that tells a change as more or less by so much."""
    if value and held(indicator).changes:
        return replace(_plain(indicator, abs(value)), change=Change(Sign.UP if value > 0 else Sign.DOWN))
    return _plain(indicator, value)


def _plain(indicator: Indicator, value: Decimal) -> Standard:
    """A number with its unit, of one or of several as a standard has it: 1 complaint, 4 complaints."""
    against = held(indicator)
    told = (one.unit for one in against.levels if (one.value == 1) == (value == 1))
    return Standard("", value=value, unit=next((one for one in told if same(one, against.unit)), against.unit))


def bar(attained: Attainment) -> str:
    """The share of the basic standard, then the way to the outstanding one, always towards what is better."""
    cells = [*_cells(attained.basic, excess=False)]
    if attained.outstanding is not None:
        cells += ["|", *_cells(attained.outstanding, excess=True)]
    return "".join(cells)


def stands(
    indicator: Indicator, value: Decimal, before: Decimal | None = None, replaced: Decimal | None = None
) -> Text:
    """One line: the figure, its bar, whether it meets the standards, and how it moved since the one before.

    Where it corrects another one, `replaced`, that is told instead.
    """
    attained = attain(indicator, value)
    return text(
        "figure.stands",
        name=indicator.name,
        figure=amount(indicator, value),
        bar=bar(attained),
        verdict=verdict(attained),
        moved=_moved(indicator, value, before) if replaced in (None, value) else _corrected(indicator, replaced),
    )


def observed(indicator: Indicator, items: tuple[str, ...]) -> Text:
    """One line: what a judge observed, its bar, whether it meets the standards."""
    attained = judge(indicator, items)
    said: Value = items or text("judgement.nothing")
    return text("judgement.stands", name=indicator.name, items=said, bar=bar(attained), verdict=verdict(attained))


def verdict(attained: Attainment) -> Text:
    """Which standards are met."""
    if attained.excelled:
        return Text("met.outstanding")
    return Text("met.unknown" if attained.met is None else "met.basic" if attained.met else "met.none")


def _cells(share: Decimal | None, *, excess: bool) -> str:
    if share is None:
        return ""
    full = min(int(share * CELLS), CELLS)
    return ("▰" if not excess else "★") * full + "▱" * (CELLS - full)


def _corrected(indicator: Indicator, replaced: Decimal) -> Text:
    return text("moved.corrected", figure=amount(indicator, replaced))


def _moved(indicator: Indicator, value: Decimal, before: Decimal | None) -> Text:
    if before is None:
        return Text("moved.first")
    if value == before:
        return Text("moved.same")
    way = "up" if value > before else "down"
    by = _plain(indicator, abs(value - before))
    if by.unit == "%":
        by = replace(by, unit="point")
    return text(f"moved.{way}", by=by)


def days_of(first: str | None, last: str) -> Value:
    """The days (ISO) that a figure is about: November 2026, or the last one where only that was kept."""
    return Span(date.fromisoformat(first), date.fromisoformat(last)) if first else When("", last)
