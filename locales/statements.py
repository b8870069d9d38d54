"""The four-part statement of an indicator with the parts that follow from the plan (method.md 2.3)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kpi.plan import Indicator, Output, Standard, Statement
from locales.text import Text, Value, text

if TYPE_CHECKING:
    from locales.words import Words


def stated(output: Output, indicator: Indicator, words: "Words") -> Statement:
    """The whole statement: where nothing else was written, it completes the output and reaches the basic standard.

    These two are put into words here and not when they are accepted, so that they follow later changes of the plan.
    """
    reach = words.say(aspect(indicator.name, indicator.basic)) if indicator.basic else None
    statement = indicator.statement
    return replace(statement, complete=statement.complete or output.name, reach=statement.reach or reach)


def aspect(indicator: str, standard: Standard | None) -> Text:
    """An indicator with its standard: "accuracy of at least 97%", "准确率不低于97%"; and for what it holds."""
    name: Value = indicator
    if standard and standard.condition:
        name = text("statement.aspect.condition", indicator=indicator, condition=standard.condition)
        standard = replace(standard, condition=None)
    kind = "statement.aspect.change" if standard and standard.change else "statement.aspect"
    return text(kind, indicator=name, standard=standard)
