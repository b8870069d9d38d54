"""What changed from one version of a plan to the next (method.md 4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from kpi.period import Period
from kpi.plan import Indicator, Output, Plan, Standard, Tracking, When
from kpi.standards import asks_for_none
from kpi.values import Comparator


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs; `about` names the output and indicator, outermost first, none for the plan itself.

    `field` is the field's name, or "output" or "indicator" for one that was added (`before` is None) or removed
    (`after` is None).
    """

    about: tuple[str, ...]
    field: str
    before: Any
    after: Any


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every difference, in the order of the plan; things are the same by their ids, whatever they are called."""
    return tuple(_plan(before, after))


def _plan(before: Plan, after: Plan) -> Iterator[Change]:
    yield from _fields((), before, after, ("post", "department", "holder", "period", "coverage"))
    yield from _things((), "output", _named(before), _named(after))


def _named(plan: Plan) -> tuple["_Output", ...]:
    names = {customer.id: customer.name for customer in plan.customers}
    return tuple(_Output(one, tuple(names[id] for id in one.customers)) for one in plan.outputs)


@dataclass(frozen=True, slots=True)
class _Output:
    """An output with its customers by name."""

    output: Output
    customers: tuple[str, ...]

    @property
    def id(self) -> int:
        return self.output.id

    @property
    def name(self) -> str:
        return self.output.name


def _things(
    about: tuple[str, ...], kind: str, before: Sequence[_Output | Indicator], after: Sequence[_Output | Indicator]
) -> Iterator[Change]:
    """What was removed, what changed, what was added."""
    then, now = {one.id: one for one in before}, {one.id: one for one in after}
    for id, one in then.items():
        if id not in now:
            yield Change(about, kind, one.name, None)
    for id, one in now.items():
        if id not in then:
            yield Change(about, kind, None, one.name)
        else:
            yield from _thing((*about, one.name), then[id], one)


def _thing(about: tuple[str, ...], before: _Output | Indicator, after: _Output | Indicator) -> Iterator[Change]:
    if isinstance(before, _Output) and isinstance(after, _Output):
        yield from _fields(about, before.output, after.output, ("name", "weight", "serves", "observable"))
        yield from _fields(about, before, after, ("customers",))
        yield from _things(about, "indicator", before.output.indicators, after.output.indicators)
    elif isinstance(before, Indicator) and isinstance(after, Indicator):
        # The statement is composed of the other answers, and the dimension is what tells one indicator from another.
        left = {"id", "numeric", "dimension", "statement", "tracking"}
        yield from _fields(about, before, after, [one.name for one in fields(Indicator) if one.name not in left])
        yield from _fields(about, before.statement, after.statement, ("by", "using", "complete"))
        yield from _fields(about, before.tracking, after.tracking, [one.name for one in fields(Tracking)])


def _fields(about: tuple[str, ...], before: Any, after: Any, names: Sequence[str]) -> Iterator[Change]:
    for name in names:
        then, now = getattr(before, name), getattr(after, name)
        if essence(then) != essence(now):
            yield Change(about, name, then, now)


def essence(value: Any) -> Any:
    """What counts in a value: "at least 97%" and "不低于97%" are the same standard, whatever was noted beside it."""
    match value:
        case Standard():
            said_otherwise = value.value is not None or value.items
            bound = Comparator.EQUAL if asks_for_none(value) else value.comparator
            return replace(value, text="" if said_otherwise else value.text, note=None, comparator=bound)
        case When() if value.date or value.rrule:
            return (value.date, value.rrule, value.relation, value.offset, value.following)
        case Period() if value.days:
            return value.days
        case Decimal():
            return value.normalize()
    return value


def held_against(indicator: Indicator) -> tuple[object, object]:
    """What figures of an indicator are held against, however that is worded."""
    return essence(indicator.basic), essence(indicator.outstanding)
