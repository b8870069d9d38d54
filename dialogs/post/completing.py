"""What goes without saying in a standard: the unit, the bound, and which values are better (method.md 2.4)."""

from dataclasses import replace

from dialogs.reading.names.change_names import change_named
from dialogs.reading.sense import tells_fraction, told_ahead, turns_round
from dialogs.reading.unread import Unread
from dialogs.reading.values.units import POINTS
from kpi.levels import told_as_change, told_in
from kpi.plan import Direction, Standard
from kpi.standards import direction_of, told_direction
from kpi.units import alike, kind
from kpi.values import Base, Change, Comparator, Sign


def completed(standard: Standard, name: str, unit: str | None, direction: Direction | None) -> Standard:
    """The standard of an indicator with the unit and the comparator that go without saying; raises Unread.

    A change is plain where the indicator is one itself: 成本降低率 "降低5%" is at least 5 %.
    """
    standard = of_a_change(standard, name)
    if direction is Direction.LESS and kind(standard.unit) == "time" and told_ahead(standard.text):
        return replace(standard, change=Change(Sign.DOWN, Base.PLAN), comparator=Comparator.AT_LEAST)  # 提前2天
    if standard.unit == "%" != unit and standard.value is not None and standard.value < 0 and not standard.change:
        change = Change(Sign.DOWN)  # costs: -10%
        standard = replace(standard, value=-standard.value, change=change, comparator=None)
    if standard.change:
        if unit == "%" and standard.unit in POINTS:
            standard = replace(standard, unit="point")  # 2 points up
        bound = standard.comparator or Comparator.AT_LEAST
        return replace(standard, comparator=bound, unit=standard.unit or unit)
    plain = standard.unit is None and standard.out_of is None
    if unit == "%" and plain and standard.value is not None and tells_fraction(standard.text):
        standard = replace(standard, value=round(standard.value * 100, 2))  # two thirds
    if unit == "%" and standard.out_of and standard.value is not None:
        standard = replace(standard, value=round(standard.value / standard.out_of * 100, 2), out_of=None, unit="%")
    if standard.unit is None:
        standard = replace(standard, unit=unit)
    if unit == "%" and standard.unit != "%":
        raise Unread("standard.not_percent", standard=standard)
    if turns_round(standard, direction, unit):
        return standard  # it is asked about first
    return with_direction(standard, direction) if standard.comparator is None else standard


def of_a_change(standard: Standard, name: str) -> Standard:
    """The standard without the change that the name of its indicator says already."""
    change = standard.change
    if change is None or not (named := change_named(name)):
        return standard
    if change.sign is None or change.sign in named:
        return replace(standard, change=None, unit="%" if standard.unit == "point" else standard.unit)
    return standard


def readings_of(outstanding: Standard, basic: Standard, direction: Direction | None) -> tuple[Standard, ...]:
    """What a number may mean where the basic standard is a change: the same change, or the level that is led to."""
    if basic.change is None or outstanding.change or outstanding.value is None:
        return (outstanding,)
    if outstanding.unit not in {None, basic.unit}:
        return (outstanding,)
    if outstanding.value > _MOST and basic.unit == "%":
        return (outstanding,)
    changing = replace(outstanding, change=basic.change, unit=basic.unit)
    if told_as_change(basic) or not alike(outstanding.unit, told_in(basic)):
        return (changing,)
    way = direction_of(outstanding.comparator)
    if way is None:
        return changing, outstanding
    return (outstanding,) if way is direction else (changing,)


_MOST = 1000
"""Percent; no change is larger, but what it leads to may be: 15% more than 8 million."""


def settled(direction: Direction | None, basic: Standard, unit: str | None) -> Direction | None:
    """The direction, if name and basic standard leave no doubt about it; nothing at all is asked of what is bad."""
    zero = basic.value == 0 and basic.comparator is Comparator.EQUAL
    told = Direction.LESS if zero else told_by_limit(basic) or told_direction(None, basic)
    if turns_round(basic, direction, unit):
        return None
    if direction and told and direction is not told:
        return None
    return direction or told


def told_by_limit(basic: Standard) -> Direction | None:
    """The direction of a bare share: the more keep a limit the better, the fewer wait longer than it."""
    limit = basic.share.limit if basic.share and basic.comparator is None else None
    if limit is None:
        return None
    return Direction.MORE if direction_of(limit.comparator) is Direction.LESS else Direction.LESS


def signed(change: Change, direction: Direction | None) -> Change:
    """The change with its way: one for the better goes where the direction leads to."""
    ways = {Direction.MORE: Sign.UP, Direction.LESS: Sign.DOWN}
    return replace(change, sign=change.sign or (ways.get(direction) if direction else None))


def with_direction(standard: Standard, direction: Direction | None) -> Standard:
    """The standard held against values in that direction."""
    if standard.change:
        return replace(standard, change=signed(standard.change, direction))
    if direction is None or direction is Direction.RANGE or standard.comparator is Comparator.RANGE:
        return standard
    if standard.value == 0 and standard.comparator is Comparator.EQUAL and direction is Direction.LESS:
        return standard  # none at all
    if standard.comparator and direction_of(standard.comparator) is direction:
        return standard
    return replace(standard, comparator=Comparator.AT_LEAST if direction is Direction.MORE else Comparator.AT_MOST)


def turned(direction: Direction) -> Direction:
    """The other way round."""
    return Direction.LESS if direction is Direction.MORE else Direction.MORE


def like(basic: Standard, outstanding: Standard) -> Standard:
    """The basic standard with the unit and the period that only the outstanding one names."""
    return replace(basic, unit=basic.unit or outstanding.unit, per=basic.per or outstanding.per)
