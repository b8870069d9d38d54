"""Indicators of an output, by a number or by a judge, with their standards and statements (method.md 2.2 to 2.4)."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dialogs.choices import Choice
from dialogs.engine import Interview, ask, ask_optional
from dialogs.post.keys import judgement, number
from dialogs.post.measured import Measured
from dialogs.post.questions import DimensionsQuestion, MeasureQuestion, ObservedQuestion, PersonQuestion
from dialogs.post.standards import numeric_standards
from dialogs.post.statements import composed, statement_of
from dialogs.post.weights import weights_of
from dialogs.questions import PASSAGE, ChoiceQuestion, NamesQuestion, TextQuestion
from dialogs.steps import Tell
from dialogs.suggestions import suggest
from kpi.functions import Function
from kpi.plan import Dimension, Indicator, Output, Standard
from locales.text import Text, text

COMBINATIONS = (
    (Dimension.QUALITY, Dimension.TIME),
    (Dimension.QUANTITY, Dimension.QUALITY),
    (Dimension.QUANTITY, Dimension.QUALITY, Dimension.TIME),
    tuple(Dimension),
)
"""Dimensions often chosen together, so that one tap takes them."""


def indicators_of(
    output: Output, receivers: Sequence[str], function: Function, manager: str
) -> Interview[tuple[Indicator, ...]]:
    """Ask dimension by dimension how the output is measured, then for each indicator how well it must be reached."""
    about = (" / ".join(receivers), output.name)
    dimensions = yield from ask(_dimensions(output, about))
    found: list[Indicator] = []
    for dimension in (Dimension(one) for one in dimensions):
        measures = yield from ask(_measure(output, dimension, about, function))
        for measured in measures:
            indicator = yield from _indicator(output, measured, dimension, receivers, function, me=manager)
            found.append(indicator)
    things = [(indicator.id, indicator.name) for indicator in found]
    weights = yield from weights_of(f"output/{output.id}/indicator_weights", about, things)
    return tuple(replace(indicator, weight=weight) for indicator, weight in zip(found, weights, strict=True))


def _dimensions(output: Output, about: tuple[str, ...]) -> DimensionsQuestion:
    single = tuple(Choice(one.value, text(f"dimension.{one}")) for one in Dimension)
    several = tuple(Choice("+".join(combined), _combined(combined)) for combined in COMBINATIONS)
    return DimensionsQuestion(
        key=f"output/{output.id}/dimensions",
        name="dimensions",
        prompt=text("dimensions.ask", output=output.name),
        about=about,
        choices=(*single, *several),
        opened={one.value: (f"output/{output.id}/{one}",) for one in Dimension},
        meanwhile=[],
    )


def _combined(dimensions: Sequence[Dimension]) -> Text:
    if len(dimensions) == len(Dimension):
        return text("dimensions.all")
    return text("dimensions.combined", dimensions=tuple(text(f"dimension.{one}") for one in dimensions))


def _measure(output: Output, dimension: Dimension, about: tuple[str, ...], function: Function) -> MeasureQuestion:
    suggestions = suggest(dimension, output.name, function)
    return MeasureQuestion(
        key=f"output/{output.id}/{dimension}/measure",
        name="measure",
        prompt=text(f"measure.ask.{dimension}", output=output.name),
        about=about,
        choices=tuple(Choice(one.id, text(f"library.indicator.{one.id}")) for one in suggestions),
        suggestions=suggestions,
        meanwhile=[],
    )


def _indicator(
    output: Output,
    measured: Measured,
    dimension: Dimension,
    receivers: Sequence[str],
    function: Function,
    *,
    me: str,
) -> Interview[Indicator]:
    about = (" / ".join(receivers), output.name, measured.name)
    numeric = measured.numeric
    if numeric is None:
        numeric = yield from _trackable(measured, about)
    indicator = Indicator(measured.id, dimension, measured.name, numeric, Decimal(0), unit=measured.unit)
    if numeric:
        indicator = yield from numeric_standards(indicator, measured, about)
        if indicator.basic is None:
            return indicator  # it was put off, and so is what follows from it
    else:
        indicator = yield from _by_judgement(indicator, about, receivers, function, me)
    suggested = composed(output, indicator, about, function)
    statement, basic = yield from statement_of(indicator, measured, suggested)
    return replace(indicator, statement=statement, basic=basic)


def _trackable(measured: Measured, about: tuple[str, ...]) -> Interview[bool]:
    """Is there a number? If not, somebody judges (method.md 2.2, questions 3 and 4)."""
    answer = yield from ask(
        ChoiceQuestion(
            key=f"{measured.scope}/trackable",
            name="trackable",
            prompt=text("trackable.ask", indicator=measured.name),
            about=about,
            choices=(Choice("yes", text("trackable.yes")), Choice("no", text("trackable.no"))),
            opened={"yes": (number(measured.scope),), "no": (judgement(measured.scope),)},
        )
    )
    return answer == "yes"


def _by_judgement(
    indicator: Indicator, about: tuple[str, ...], receivers: Sequence[str], function: Function, me: str
) -> Interview[Indicator]:
    scope = judgement(f"indicator/{indicator.id}")
    judge = yield from ask(
        PersonQuestion(
            key=f"{scope}/judge",
            name="judge",
            me=me,
            prompt=text("judge.ask", indicator=indicator.name),
            about=about,
            choices=tuple(Choice(f"customer{n}", name) for n, name in enumerate(receivers, 1)),
            default="customer1",
            example=text(f"example.{function}.judge"),
        )
    )
    looks_like = yield from ask_optional(
        TextQuestion(
            key=f"{scope}/looks_like",
            name="looks_like",
            prompt=text("looks_like.ask", indicator=indicator.name),
            about=about,
            example=text(f"example.{function}.looks_like"),
            optional=True,
            longest=PASSAGE,
            takes="words",
        )
    )
    factors = yield from ask(
        NamesQuestion(
            key=f"{scope}/factors",
            name="factors",
            prompt=text("factors.ask", indicator=indicator.name),
            about=about,
            example=text(f"example.{function}.factors"),
        )
    )
    basic = yield from ask(_observed("basic", scope, about))
    outstanding = yield from ask_optional(_observed("outstanding", scope, about))
    others = [name for name in receivers if name.casefold() not in judge.casefold()]
    rater = yield from _second_rater(scope, about, others, me)
    yield Tell(text("judgement.understood", indicator=indicator.name, judge=judge, factors=factors))
    return replace(
        indicator,
        judge=judge,
        looks_like=looks_like,
        factors=factors,
        second_rater=rater,
        basic=_verifiable(basic),
        outstanding=_verifiable(outstanding) if outstanding else None,
    )


def _observed(name: str, scope: str, about: tuple[str, ...]) -> ObservedQuestion:
    return ObservedQuestion(
        key=f"{scope}/{name}",
        name=name,
        prompt=text(f"{name}.ask.observed", indicator=about[-1]),
        about=about,
        example=text(f"{name}.example.observed"),
        optional=name == "outstanding",
    )


def _verifiable(items: tuple[str, ...]) -> Standard:
    return Standard(text="; ".join(items), items=items)


def _second_rater(scope: str, about: tuple[str, ...], others: Sequence[str], me: str) -> Interview[str | None]:
    """Two raters agree better than one (method.md 7, question 3)."""
    rater = yield from ask_optional(
        PersonQuestion(
            key=f"{scope}/raters",
            name="raters",
            me=me,
            prompt=text("raters.ask", indicator=about[-1]),
            about=about,
            choices=tuple(Choice(f"customer{n}", name) for n, name in enumerate(others, 1)),
            optional=True,
        )
    )
    return rater
