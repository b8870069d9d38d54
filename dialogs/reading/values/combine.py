"""The parts of a text put together: level, share with a limit, range, change, grade, basic and outstanding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.reading.text.tokens import Token
from dialogs.reading.values.bounds import TAIL_WORDS
from dialogs.reading.values.changes import held_against
from dialogs.reading.values.clauses import clause_around
from dialogs.reading.values.conditions import condition_of, label_of
from dialogs.reading.values.limits import is_of, limited_share
from dialogs.reading.values.none_of import NoneOf
from dialogs.reading.values.parts import Part, Role, standard_of, used_by
from dialogs.reading.values.units import POINTS
from dialogs.reading.values.wholes import whole_of
from kpi.plan import Standard
from kpi.units import kind, scale
from kpi.values import Change, Comparator, Share, Sign

_LOWER = {Comparator.AT_LEAST, Comparator.MORE_THAN}
_UPPER = {Comparator.AT_MOST, Comparator.LESS_THAN}
_BOUNDS = _LOWER | _UPPER
_COPULAS = frozenset(
    {"is", "are", "be", "must", "should", "shall", "will", ":", "应", "应该", "应当", "必须", "要", "需"}
)
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """The standards that a text may mean (one where there is no doubt), and the places of the tokens they take.

    `told` are the places of what is understood, but no part of them: earlier and withdrawn figures. `stretch` is
    whether the one standard is said to be the outstanding one.
    """

    standards: tuple[Standard, ...]
    used: frozenset[int]
    outstanding: Standard | None = None
    told: frozenset[int] = frozenset()
    stretch: bool = False


def combined(written: str, found: Sequence[Token], parts: Sequence[Part], none: NoneOf | None) -> Taken:
    """What the parts say together."""
    if none:
        others = [part for part in parts if part.role is Role.VALUE and not part.used & none.used]
        zero, used = _of_some(written, found, none)
        talk = used_by(*(part for part in parts if part.role is Role.REMARK))
        standards = (zero, *(standard_of(part) for part in others))
        return Taken(standards, used.union(*(part.used for part in others)), told=talk)
    values = [part for part in parts if part.role in {Role.VALUE, Role.BASIC, Role.OUTSTANDING}]
    values = [_with_rates(_with_bound(_with_unit(part, parts), parts), parts) for part in values]
    scaled = all(not part.amount.percent for part in values)  # 95%（满分120） has no scale
    aside_roles = {Role.PERIOD, Role.SCOPE} | ({Role.SCALE} if scaled else set())
    aside = used_by(*(part for part in parts if part.role in aside_roles))
    told = used_by(*(part for part in parts if part.role in {Role.EARLIER, Role.WITHDRAWN, Role.REMARK}))
    made = (
        _tolerance(found, values)
        or _range(values)
        or _limited(written, found, values)
        or _alone(written, found, values)
    )
    standards, outstanding = made.standards, made.outstanding
    standards = tuple(_whole(written, found, one, parts) for one in _meant(standards, values))
    if any(one.change and one.change.figure is not None for one in standards):
        rated = any(part.amount.rates or part.amount.per for part in parts if part.role is Role.EARLIER)
        earlier = used_by(*(part for part in parts if part.role is Role.EARLIER and not rated))
        aside, told = aside | earlier, told - earlier
    used = made.used | aside
    if (
        len(standards) == 1
        and standards[0].condition is None
        and (condition := condition_of(written, found, values[0], used))
    ):
        standards, used = (replace(standards[0], condition=condition.said),), used | condition.used
    stretch = len(values) == 1 and values[0].role is Role.OUTSTANDING
    return Taken(standards, used, outstanding and _whole(written, found, outstanding, parts), told, stretch)


def _of_some(written: str, found: Sequence[Token], none: NoneOf) -> tuple[Standard, frozenset[int]]:
    """None of something, for what stands before a colon: urgent tickets: no complaints."""
    first = min(at for at in none.used if found[at].kind != "per")
    label = label_of(written, found, clause_around(written, found, first).start, first)
    if label is None or none.standard.condition:
        return none.standard, none.used
    return replace(none.standard, condition=label.said), none.used | label.used


def _with_unit(part: Part, parts: Sequence[Part]) -> Part:
    """The part with the unit that only an earlier, withdrawn or neighbouring figure names: 5%… actually 4."""
    short = part.amount.unit in {"个", "個"}  # 法定20个工作日，我们承诺5个
    if part.amount.unit is not None and not short:
        return part
    pairs = {Role.EARLIER, Role.WITHDRAWN, Role.REMARK, Role.BASIC, Role.OUTSTANDING}
    told = [one for one in parts if one.role in pairs or part.role in pairs]
    units = {one.amount.unit for one in told if one.role is Role.EARLIER or not one.change}  # from 4% to under 3
    units -= {None, "个", "個", "%"} if short else {None}
    return replace(part, amount=replace(part.amount, unit=next(iter(units)))) if len(units) == 1 else part


def _with_bound(part: Part, parts: Sequence[Part]) -> Part:
    """The part with the bound of the figure that it takes the place of: under 4%… actually 3.5."""
    withdrawn = [one for one in parts if one.role is Role.WITHDRAWN]
    values = [one for one in parts if one.role is Role.VALUE]
    if len(withdrawn) != 1 or len(values) != 1 or part.comparator or part.change or withdrawn[0].change:
        return part
    same = part.amount.unit == withdrawn[0].amount.unit and not (part.amount.ranged or withdrawn[0].amount.ranged)
    return replace(part, amount=replace(part.amount, comparator=withdrawn[0].comparator)) if same else part


def _with_rates(part: Part, parts: Sequence[Part]) -> Part:
    """The part counted per what an earlier figure is: revenue per employee from $110,000 to $115,000."""
    own, earlier = part.amount, [one.amount for one in parts if one.role in {Role.EARLIER, Role.WITHDRAWN}]
    if part.change or own.per or own.rates or own.percent or len(earlier) != 1 or earlier[0].unit != own.unit:
        return part
    found = part.clause.found
    behind = any(found[at].kind == "per" for at in earlier[0].used if at > earlier[0].at)  # not weekly users
    per, out_of = earlier[0].per if behind else None, own.out_of or earlier[0].out_of
    return replace(part, amount=replace(own, per=per, rates=earlier[0].rates, out_of=out_of))


def _meant(standards: Sequence[Standard], values: Sequence[Part]) -> Iterator[Standard]:
    """The standards, and what their numbers may be meant as just as well: 412.000 is 412 to some."""
    numerals = (part.amount.numeral for part in values)
    others = {one.value: one.other for one in numerals if one.letter is None}
    for standard in standards:
        yield standard
        if standard.upper is not None and any(part.leads for part in values):
            yield replace(standard, comparator=None, value=standard.upper, upper=None)  # from 92% to 95%
        if standard.value is not None and _is_bare_minus(standard.value, standard, values):
            yield replace(standard, value=-standard.value, change=Change(Sign.DOWN))  # -50%
        if standard.share and standard.share.of:
            yield from _against(standard, values)
        other = others.get(standard.value) if standard.value is not None and standard.upper is None else None
        if other is not None:
            yield replace(standard, value=other)


def _against(standard: Standard, values: Sequence[Part]) -> Iterator[Standard]:
    """A share of a base as a change against it: 低于预算的10%."""
    for part in values:
        told = held_against(part.clause, part.amount) if part.amount.value == standard.value else None
        if told:
            yield replace(standard, comparator=told.comparator, share=None, change=told.change)


def _is_bare_minus(value: Decimal, standard: Standard, values: Sequence[Part]) -> bool:
    """Whether an answer is nothing but a percentage below nought, which mostly is a decrease."""
    plain = value < 0 and standard.unit == "%" and standard.change is None
    return plain and len(values) == 1 and values[0].end - values[0].start == 1 == len(values[0].clause.found)


def _whole(written: str, found: Sequence[Token], standard: Standard, parts: Sequence[Part]) -> Standard:
    """The standard with its scale, its period, and what the base of its change was."""
    tops = [part.amount.upper or part.amount.numeral for part in parts if part.role is Role.SCALE]
    grades = [top.value for top in tops]
    if grades and standard.out_of is None and standard.unit != "%":
        standard = replace(standard, out_of=grades[0])
    periods = [part.amount.unit for part in parts if part.role is Role.PERIOD]
    if periods and standard.per is None:
        standard = replace(standard, per=periods[0])
    scopes = [_scope(written, found, part) for part in parts if part.role is Role.SCOPE]
    if scopes and standard.condition is None:
        standard = replace(standard, condition=scopes[0])
    earlier = [part.amount for part in parts if part.role is Role.EARLIER]
    if standard.change and len(earlier) == 1:
        change = replace(standard.change, figure=earlier[0].value, unit=earlier[0].unit)
        standard = replace(standard, change=change)
    return standard


def _scope(written: str, found: Sequence[Token], part: Part) -> str:
    """The words of what counts the things that another part is told of, without the 的 behind: 超过24小时."""
    told = written[found[min(part.used)].start : found[max(part.used)].end]
    return told.removesuffix("的")


def _tolerance(found: Sequence[Token], values: Sequence[Part]) -> Taken | None:
    """20±2."""
    if len(values) != 2 or values[1].comparator is not Comparator.PLUS_MINUS or values[1].change:
        return None
    centre, tolerance = values
    made = standard_of(tolerance)
    if centre.amount.percent and (is_of(found, centre) or made.unit not in {None, "%", *POINTS}):
        return None  # 95% of them within ±300 ms
    width, unit = tolerance.amount.value, made.unit or centre.amount.unit
    if centre.amount.percent and unit in POINTS:
        unit = "%"  # ten percent, give or take a couple of points
    counted = centre.amount.unit is None and centre.amount.value > _WHOLE  # 300 ± 5%
    if tolerance.amount.percent and (counted or centre.amount.unit not in {None, "%"}):  # $3 million ± 5%
        width, unit = centre.amount.value * width / 100, centre.amount.unit
    (kind, many), (other, few) = scale(centre.amount.unit), scale(made.unit)
    if kind == other and kind is not None and many > few:  # 6.5 minutes give or take 30 seconds
        width, unit = width * few / many, centre.amount.unit
    whole = replace(made, value=centre.amount.value, upper=width, unit=unit)
    whole = replace(whole, per=whole.per or centre.amount.per, rates=whole.rates or centre.amount.rates)
    return Taken((whole,), used_by(*values))


def _range(values: Sequence[Part]) -> Taken | None:
    """At least 20 and at most 100, 最多100最少20个."""
    if len(values) != 2 or any(part.role is not Role.VALUE or part.change for part in values):
        return None
    low = next((part for part in values if part.comparator in _LOWER), None)
    high = next((part for part in values if part.comparator in _UPPER), None)
    if not low or not high or low.amount.value >= high.amount.value:
        return None
    first, second = sorted(values, key=lambda part: part.amount.at)
    between = range(first.amount.last, second.amount.first)
    if any(not _COPULAS.isdisjoint(low.clause.said(at).split(" ")) for at in between):
        return None  # for those over 14 days it is not to exceed 28 days
    units = {low.amount.unit, high.amount.unit} - {None}
    uneven = "%" in units and high.amount.value > _WHOLE and len({low.amount.unit, high.amount.unit}) > 1
    if len(units) > 1 or uneven or (low.amount.rates and high.amount.rates):
        return None
    unit, per = high.amount.unit or low.amount.unit, high.amount.per or low.amount.per
    rates = high.amount.rates or low.amount.rates
    made = Standard("", Comparator.RANGE, low.amount.value, high.amount.value, unit, per, rates=rates)
    return Taken((made,), used_by(*values) - _strict_end(low, high))


def _strict_end(low: Part, high: Part) -> frozenset[int]:
    """The bound of a count that no range holds, to be asked about: more than 20 but not above 50 leaves 20 out."""
    strict = [part for part in (low, high) if part.comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}]
    if len(strict) != 1 or kind(high.amount.unit or low.amount.unit):
        return frozenset()
    return frozenset(at for at in strict[0].amount.used if low.clause.found[at].kind in {"before", "adverb"})


def _limited(written: str, found: Sequence[Token], values: Sequence[Part]) -> Taken | None:
    """95% fixed within 48 hours."""
    made = limited_share(written, found, values)
    return Taken((made[0],), made[1]) if made else None


def _alone(written: str, found: Sequence[Token], values: Sequence[Part]) -> Taken:
    """A single value, or several that are told apart by their roles; otherwise all of them, to choose from."""
    made: list[Standard] = []
    used = used_by(*values)
    for part in values:
        standard = standard_of(part)
        if len(values) == 1 and _is_done_in(part):
            standard, used = replace(standard, comparator=Comparator.AT_MOST), used | {part.amount.first - 1}
        if _is_around(part):
            used -= {part.amount.first - 1}  # within 2% of the 2025 figure: no standard holds what that was
        if part.amount.percent:
            of, words = whole_of(written, found, part, part.end)
            standard, used = replace(standard, share=Share(of) if of else None), used | words
        made.append(standard)
    if len(values) == 2 and (pair := _pair(values, made)):
        return Taken((pair[0],), used, pair[1])
    if len(values) > 1 and len({part.start for part in values}) == len(values):
        made = [_labelled(written, found, part, standard) for part, standard in zip(values, made, strict=True)]
    if len(values) == 1 and values[0].amount.ranged and values[0].comparator in _BOUNDS and not _kept(values[0]):
        nearer = replace(made[0], comparator=values[0].comparator, upper=None)
        return Taken((nearer, *made), used)  # ≥ 85–95%
    return Taken(tuple(made), used)


def _is_done_in(part: Part) -> bool:
    """Whether a time is how long something takes at most: answer in 20 seconds."""
    plain = part.comparator is None and not (part.change or part.amount.ranged or part.amount.per or part.amount.rates)
    place = part.amount.first - 1
    return plain and kind(part.amount.unit) == "time" and place > part.start and part.clause.said(place) == "in"


def _is_around(part: Part) -> bool:
    """Whether a small percentage says how near to something a figure is to be."""
    within = part.amount.first > part.start and part.clause.said(part.amount.first - 1) == "within"
    of = part.amount.last < part.end and part.clause.said(part.amount.last) == "of"
    return within and of and part.amount.percent and not part.change and part.amount.value <= _NEAR


_NEAR = 25
"""Percent around something; within 85% of it is an upper bound."""


def _labelled(written: str, found: Sequence[Token], part: Part, standard: Standard) -> Standard:
    """One of several standards with what its clause says it is of: 紧急工单15分钟内, 普通工单2小时内."""
    words = [at for at in range(part.start, min(part.used)) if found[at].kind == "word"]
    if not words or standard.condition:
        return standard
    return replace(standard, condition=written[found[words[0]].start : found[words[-1]].end])


def _kept(part: Part) -> bool:
    """Whether a range is where something is to be kept: 控制在95%-100%."""
    told = [part.clause.said(at) for at in part.used]
    return any(said.startswith(("控制", "限制")) or said in TAIL_WORDS for said in told)  # one or two, no more


_TEN_THOUSAND, _FEW = 10**4, 4


def _pair(values: Sequence[Part], made: Sequence[Standard]) -> tuple[Standard, Standard] | None:
    """Basic and outstanding, where one of two is named and the other one is not named the same."""
    roles = [part.role for part in values]
    for at, role in enumerate(roles):
        other = 1 - at
        if role is Role.OUTSTANDING and roles[other] is not Role.OUTSTANDING:
            return _alike(made[other], made[at]) if not _leads_to(values[at]) else (made[other], made[at])
        if role is Role.BASIC and roles[other] is not Role.BASIC and not values[other].has_topic:
            return _alike(made[at], made[other])
    return None


def _leads_to(part: Part) -> bool:
    """Whether an amount is what a change leads to: at least 3% up, ideally to 60."""
    before = part.amount.first - 1
    return before >= part.start and part.clause.found[before].kind == "to"


def _alike(basic: Standard, outstanding: Standard) -> tuple[Standard, Standard]:
    """Both with the unit, the period and the size that only one of them names: 一千二百万，冲刺一千五."""
    if basic.value and outstanding.value and basic.value > _TEN_THOUSAND and outstanding.unit is None:
        near = outstanding.value * _TEN_THOUSAND
        if basic.value / _FEW <= near <= basic.value * _FEW:
            outstanding = replace(outstanding, value=near)
    unit, out_of = basic.unit or outstanding.unit, basic.out_of or outstanding.out_of
    basic, outstanding = (replace(one, unit=one.unit or unit, out_of=out_of) for one in (basic, outstanding))
    if basic.change and outstanding.change is None and outstanding.comparator is None:
        outstanding = replace(outstanding, change=basic.change)  # at least 3% up, ideally 6
    for one, other in ((basic, outstanding), (outstanding, basic)):
        if not (one.per or one.rates):
            rated = replace(one, per=other.per, rates=other.rates)
            return (rated, other) if one is basic else (other, rated)
    return basic, outstanding
