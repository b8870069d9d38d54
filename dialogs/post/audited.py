"""What the words of a plan tell its audit (method.md 7)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from dialogs.choices import labels
from dialogs.post.offers import WHOLE
from dialogs.reading.names.measures import read_measure
from dialogs.reading.names.opposites import aspect_of_name
from dialogs.reading.names.people import are_several, is_nobody, is_self
from dialogs.reading.names.products import names_no_product
from dialogs.reading.sense import doubt_of
from kpi.plan import Direction, Indicator, Output, Plan, Standard
from kpi.told import Told
from locales.text import text
from locales.words import LANGUAGES

_Pair = tuple[int, int]


def told_by(plan: Plan, activities: frozenset[int], coverage_before: Decimal | None) -> Told:
    """What the names, standards and people of a plan tell."""
    pairs = list(_pairs(plan))
    called = called_holder(plan)
    collectors = {one.id: one.tracking.collector for one in plan.indicators if one.tracking.collector}
    return Told(
        activities=activities,
        no_products=frozenset(one.id for one in plan.outputs if one.observable and names_no_product(one.name)),
        senseless=frozenset(one.id for one in plan.indicators if _senseless(one)),
        turned=frozenset(one.id for one in plan.indicators if _turned(one)),
        judged_by_two=frozenset(one.id for one in plan.indicators if one.judge and are_several(one.judge)),
        no_second=frozenset(one.id for one in plan.indicators if one.second_rater and is_nobody(one.second_rater)),
        self_collected=frozenset(id for id, collector in collectors.items() if is_self(collector, called)),
        nobody_collects=frozenset(id for id, collector in collectors.items() if is_nobody(collector)),
        alike=tuple(pair for pair, agree in pairs if agree),
        contradicting=tuple(pair for pair, agree in pairs if not agree),
        coverage_before=coverage_before,
    )


def called_holder(plan: Plan) -> frozenset[str]:
    """What the holder of a post is called in its plan."""
    proposed = labels(text("tracking.holder"), LANGUAGES[0])
    return frozenset({plan.post, *proposed, *([plan.holder] if plan.holder else [])})


def _senseless(indicator: Indicator) -> bool:
    """Whether a standard is in a unit or of a size that the indicator cannot have."""
    given = (indicator.basic, indicator.outstanding)
    return any(one is not None and doubt_of(one, indicator.name, indicator.unit) is not None for one in given)


def _turned(indicator: Indicator) -> bool:
    """Whether the direction is the one that the name denies."""
    named, ways = read_measure(indicator.name).direction, {Direction.MORE, Direction.LESS}
    return indicator.numeric and {named, indicator.direction} == ways


def _pairs(plan: Plan) -> Iterator[tuple[_Pair, bool]]:
    """The indicators that say the same, with whether they ask for the same."""
    all_of_them = [(output, one) for output in plan.outputs for one in output.indicators]
    for (output, one), (other_output, other) in combinations(all_of_them, 2):
        if _same(one, other, within=(output, other_output)):
            yield (one.id, other.id), _agree(one, other)


def _same(one: Indicator, other: Indicator, within: Sequence[Output]) -> bool:
    """Whether two names say the same; those of two outputs only where they name a thing of their own, too."""
    first, second = aspect_of_name(one.name), aspect_of_name(other.name)
    here = within[0].id == within[1].id
    return (first.stem, first.pair) == (second.stem, second.pair) and (here or first.tells)


def _agree(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators that say the same ask for the same: at least 95 % on time is at most 5 % late."""
    level, against = _level(one.basic), _level(other.basic)
    if level is None or against is None:
        return one.direction is other.direction
    if aspect_of_name(one.name).wanted is aspect_of_name(other.name).wanted:
        return (level, one.direction) == (against, other.direction)
    whole = level[1] == against[1] == "%" and level[0] + against[0] == WHOLE
    return whole and one.direction is not other.direction


def _level(standard: Standard | None) -> tuple[Decimal, str | None] | None:
    """The value and unit of a plain standard."""
    if standard is None or standard.value is None or standard.change or standard.upper is not None:
        return None
    return standard.value, standard.unit
