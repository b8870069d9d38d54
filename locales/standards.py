"""Standards put into words."""

from decimal import Decimal
from typing import TYPE_CHECKING

from kpi.plan import Standard
from kpi.values import Comparator
from locales.amounts import amount, both_in_millions, is_currency, is_noun
from locales.text import text

if TYPE_CHECKING:
    from locales.words import Words

_COMPARATORS = {
    Comparator.AT_LEAST: "standard.at_least",
    Comparator.AT_MOST: "standard.at_most",
    Comparator.MORE_THAN: "standard.more_than",
    Comparator.LESS_THAN: "standard.less_than",
    Comparator.EQUAL: "standard.equal",
    Comparator.ABOUT: "standard.about",
    Comparator.PLUS_MINUS: "standard.plus_minus",
}


def standard(standard: Standard, words: "Words") -> str:
    """A standard: "at least 97% a month"; the list of what is observed where it is verifiable (method.md 2.4)."""
    if standard.value is None:
        return words.say(text("standard.items")).join(standard.items) or standard.text
    if standard.upper is not None and standard.comparator is Comparator.PLUS_MINUS:
        tolerance = amount(standard.upper, standard.unit, words)
        said = words.say(text("standard.tolerance", value=amount(standard.value, None, words), tolerance=tolerance))
    elif standard.upper is not None:
        unit = standard.unit if standard.unit and is_currency(standard.unit) else None
        exact = both_in_millions(standard.value, standard.upper)
        lower = amount(standard.value, unit, words, exact=exact)
        upper = amount(standard.upper, standard.unit, words, exact=exact)
        said = words.say(text("standard.range", lower=lower, upper=upper))
    else:
        said = _bounded(standard.comparator, standard.value, standard.unit, words)
    return words.say(text(f"standard.per.{standard.per}", standard=said)) if standard.per else said


def _bounded(comparator: Comparator | None, value: Decimal, unit: str | None, words: "Words") -> str:
    """A value with its comparator: "at least 97%", "no complaints", 达到100%."""
    if comparator is Comparator.EQUAL and value == 0 and unit and is_noun(unit):
        return words.say(text("standard.none_of", noun=unit))
    said = amount(value, unit, words)
    if comparator is Comparator.AT_LEAST and value == 100 and unit == "%":
        return words.say(text("standard.full", amount=said))
    return words.say(text(_COMPARATORS[comparator], amount=said)) if comparator in _COMPARATORS else said
