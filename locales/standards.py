"""Standards put into words: levels, shares, changes, rates, grades, conditions (method.md 2.4)."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kpi.levels import resulting, told_as_change, told_in
from kpi.plan import Standard
from kpi.standards import asks_for_none
from kpi.units import kind
from kpi.values import Change, Comparator, Limit, Per, Sign
from locales.amounts import amount, both_in_millions, one_of
from locales.text import Value, text

if TYPE_CHECKING:
    from locales.words import Words

_COMPARATORS = {
    Comparator.AT_LEAST: "at_least",
    Comparator.AT_MOST: "at_most",
    Comparator.MORE_THAN: "more_than",
    Comparator.LESS_THAN: "less_than",
    Comparator.EQUAL: "equal",
    Comparator.ABOUT: "about",
    Comparator.PLUS_MINUS: "plus_minus",
}
_OF_WHAT_IS_COUNTED = {Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.LESS_THAN}
_WAYS = {Sign.UP: "up", Sign.DOWN: "down", None: "better"}


def standard(standard: Standard, words: "Words") -> str:
    """A standard: "at least 97% a month"; the list of what is observed where it is verifiable (method.md 2.4)."""
    observed = words.say(text("standard.items")).join(standard.items) or standard.text
    said = observed if standard.value is None else _numeric(standard, words)
    return words.value(_for_some(standard, said))


def in_full(standard: Standard, said: Value = None) -> Value:
    """A standard with what was noted beside it, for where all of a plan is shown; perhaps said otherwise than usual."""
    shown = standard if said is None else _for_some(standard, said)
    return text("standard.noted", standard=shown, note=standard.note) if standard.note else shown


def _for_some(standard: Standard, said: Value) -> Value:
    """What is said of a standard, with for what it holds, where it holds for some only."""
    return text("standard.condition", condition=standard.condition, standard=said) if standard.condition else said


def _numeric(standard: Standard, words: "Words") -> str:
    said = _changed(standard, standard.change, words) if standard.change else _level(standard, words)
    if standard.share and standard.share.limit:
        said = _within(said, standard.share.limit, words)
    if standard.out_of is not None:
        top = _measured(standard, standard.out_of, standard.unit, words)
        said = words.say(text("standard.out_of", standard=said, top=top))
    rates = [_rate(one, words) for one in standard.rates]
    if standard.per:
        rates.append(words.say(text(f"rate.{standard.per}")))
    if rates:
        joined = rates[0]
        for rate in rates[1:]:
            joined = words.say(text("rate.both", first=joined, second=rate))
        said = words.say(text("standard.rated", standard=said, rate=joined))
    return _with_figure(said, standard, standard.change, words) if standard.change else said


def _level(standard: Standard, words: "Words") -> str:
    """A value with its comparator: "at least 97%", "no complaints", "at most 10% of revenue", 达到100%."""
    if asks_for_none(standard):
        return words.say(text("standard.none_of", noun=standard.unit) if standard.unit else text("standard.zero"))
    said = plain = _quantity(standard, words)
    if standard.comparator is Comparator.AT_LEAST and standard.value == 100 and standard.unit == "%":
        said = words.say(text("standard.full", amount=plain))
    elif standard.upper is None:
        said = _bounded(standard.comparator, standard.unit, plain, words)
    if not (standard.share and standard.share.of):
        return said
    # What is bounded stands behind what it is of: 低于预算的10% may be a tenth below it as well.
    return words.say(text("share.of" if said == plain else "share.bounded", amount=said, of=standard.share.of))


def _changed(standard: Standard, change: Change, words: "Words") -> str:
    """By how much something changes, and since when: "at least 5% less than last year", 比上年至少降低5%."""
    least = standard.comparator is Comparator.AT_LEAST and standard.upper is None
    if least and standard.value == 0 and standard.unit == "%" and not standard.share and change.base:
        return words.say(text(f"change.kept.{_WAYS[change.sign]}", base=text(f"base.{change.base}")))
    said = _quantity(standard, words)
    if not least and standard.upper is None and standard.comparator in _COMPARATORS:
        said = words.say(text(f"change.{_COMPARATORS[standard.comparator]}", amount=said))
    around = standard.comparator is Comparator.PLUS_MINUS and standard.upper is None
    way = "around" if around else _WAYS[change.sign]
    counted = standard.unit not in {"%", "point"} and change.sign and not around
    said = words.say(text(f"change.{way}.count" if counted else f"change.{way}", amount=said))
    said = words.say(text("change.at_least", change=said)) if least else said
    if change.base:
        base = text(f"base.{change.base}")
        said = words.say(text("change.from" if around else "change.than", change=said, base=base))
    if standard.share and standard.share.of:
        return words.say(text("change.share", of=standard.share.of, change=said))
    return said


def _bounded(comparator: Comparator | None, unit: str | None, amount: str, words: "Words") -> str:
    """An amount of a level with its comparator; Chinese counts otherwise: 不少于3件, 不低于97%."""
    if comparator not in _COMPARATORS:
        return amount
    if comparator in _OF_WHAT_IS_COUNTED and unit and _is_counted(unit, words):
        return words.say(text(f"standard.{_COMPARATORS[comparator]}.count", amount=amount))
    return words.say(text(f"standard.{_COMPARATORS[comparator]}", amount=amount))


def _is_counted(unit: str, words: "Words") -> bool:
    """Whether a unit counts things or time, and is no grade or degree."""
    return kind(unit) == "time" or (kind(unit) is None and unit not in words.say(text("standard.grades")).split())


def _quantity(standard: Standard, words: "Words") -> str:
    """The standard's number or both of them, with its unit: "97%", "1 to 5 working days", "100 ± 5"."""
    value, upper, unit = standard.value or Decimal(0), standard.upper, standard.unit
    if upper is None:
        return _measured(standard, value, unit, words)
    exact = both_in_millions(value, upper)
    first = amount(value, unit if kind(unit) == "money" else None, words, exact=exact)
    second = _measured(standard, upper, unit, words, exact=exact)
    if standard.comparator is Comparator.PLUS_MINUS:
        return words.say(text("standard.tolerance", value=first, tolerance=second))
    return words.say(text("standard.range", lower=first, upper=second))


def _measured(standard: Standard, value: Decimal, unit: str | None, words: "Words", *, exact: bool = False) -> str:
    """An amount; a grade has a word of its own where Chinese needs one (4.2分)."""
    said = amount(value, unit, words, exact=exact)
    return said if unit or standard.out_of is None else words.say(text("amount.grade", number=said))


def _within(said: str, limit: Limit, words: "Words") -> str:
    """A share with what each of its things keeps: "at least 95% within 48 hours", 不低于95%（48小时内）."""
    kept = amount(limit.value, limit.unit, words)
    timed = kind(limit.unit) == "time"
    if timed and limit.comparator is Comparator.AT_MOST:
        return words.say(text("share.within", standard=said, limit=kept))
    kept = _bounded(limit.comparator, limit.unit, kept, words)
    return words.say(text("share.in" if timed else "share.with", standard=said, limit=kept))


def _rate(per: Per, words: "Words") -> str:
    """What a number is counted per: "per 1,000 bed days", 每托盘."""
    return words.say(
        text("rate.of", unit=one_of(per.unit, words) if per.number == 1 else amount(per.number, per.unit, words))
    )


def _with_figure(said: str, standard: Standard, change: Change, words: "Words") -> str:
    """A change with the figure it starts from and the level it makes of it, as far as they are known."""
    if change.figure is None:
        return said
    unit = change.unit or (None if told_as_change(standard) else told_in(standard))
    figure, made = _measured(standard, change.figure, unit, words), resulting(standard, None)
    if made is None:
        return words.say(text("change.figure", standard=said, figure=figure))
    level = _level(replace(made, share=None), words)
    return words.say(text("change.makes", standard=said, figure=figure, level=level))
