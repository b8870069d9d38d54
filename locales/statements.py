"""The four-part statement of an indicator with the parts that follow from the plan (method.md 2.3)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kpi.plan import Indicator, Output, Standard, Statement
from kpi.standards import asks_for_none
from kpi.units import kind
from kpi.values import Comparator
from locales import english
from locales.text import Text, Value, text

if TYPE_CHECKING:
    from locales.words import Words


def stated(output: Output, indicator: Indicator, words: "Words") -> Statement:
    """The whole statement: where nothing else was written, it completes the output and reaches the basic standard.

    These two are put into words here and not when they are accepted, so that they follow later changes of the plan.
    When and with what it is done is in it only where somebody said so.
    """
    statement = indicator.statement
    complete = statement.complete or words.say(completed(output.name))
    reach = words.say(aspect(indicator.name, indicator.basic)) if indicator.basic else None
    return replace(statement, complete=complete, reach=statement.reach or reach)


def completed(output: str) -> Text:
    """An output as what is completed: "the monthly sales report", 月度销售报表."""
    return text("article.the" if english.takes_the(output) else "article.none", name=output)


def aspect(indicator: str, standard: Standard | None) -> Text:
    """An indicator with its standard: "an accuracy of at least 97%", 准确率不低于97%, "no complaints"."""
    if standard is None:
        return text("article.none", name=indicator)
    condition, standard = standard.condition, replace(standard, condition=None)
    if standard.value is None:
        return text("statement.aspect.observed", indicator=_for_some(indicator, condition), standard=standard)
    if counting := None if condition else _counting(english.counted(indicator), standard):
        return text("statement.aspect.counted", standard=counting)
    article = english.article(indicator)
    name = _for_some(text(f"article.{article}", name=indicator) if article else indicator, condition)
    if standard.change:
        return text("statement.aspect.change", indicator=name, standard=standard)
    exactly_zero = standard.comparator is Comparator.EQUAL and standard.value == 0
    if (exactly_zero or asks_for_none(standard)) and not standard.rates:
        zero = text("statement.aspect.none", indicator=name)
        return text("standard.rated", standard=zero, rate=text(f"rate.{standard.per}")) if standard.per else zero
    return text("statement.aspect", indicator=name, standard=standard)


def _for_some(indicator: Value, condition: str | None) -> Value:
    """An indicator with for what its standard holds, where it holds for some only."""
    if condition is None:
        return indicator
    return text("statement.aspect.condition", indicator=indicator, condition=condition)


def _counting(name: str, standard: Standard) -> Standard | None:
    """The standard counting what the indicator names, where English says it so: "at least 4 calls held on Mondays"."""
    unit = standard.unit
    if standard.change or standard.share or standard.out_of is not None or not english.is_plural(name):
        return None
    if standard.value == 1 and standard.upper is None:
        return standard if f"{standard.unit}s".casefold() == name.casefold() else None
    named = unit is None or english.names(name, f"{unit}s" if kind(unit) == "time" else unit)
    return replace(standard, unit=name) if named else None
