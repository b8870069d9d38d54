"""The parts of a text put together: level, share with a limit, range, change, grade, basic and outstanding."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.asides import DONE_WITHIN
from dialogs.reading.values.conditions import condition_of
from dialogs.reading.values.none_of import NoneOf
from dialogs.reading.values.parts import Part, Role
from dialogs.reading.values.units import POINTS
from dialogs.reading.values.wholes import whole_of
from kpi.plan import Standard
from kpi.units import kind, scale
from kpi.values import Comparator, Limit, Share

_LOWER = {Comparator.AT_LEAST, Comparator.MORE_THAN}
_UPPER = {Comparator.AT_MOST, Comparator.LESS_THAN}
_BOUNDS = _LOWER | _UPPER
_COPULAS = frozenset(
    {"is", "are", "be", "must", "should", "shall", "will", ":", "应", "应该", "应当", "必须", "要", "需"}
)
_HOURS = ("hour", "hours", "小时", "ms", "milliseconds")
"""How units of time end that have no unit of their own: working hours, ms."""
_LONGEST = 8
"""Tokens before a number that say what it is when it holds."""
_WHOLE = 100
_RATE = re.compile("[\u3400-\u9fff]{1,6}?率")
"""What names a share behind a time that is its limit: 20秒接通率."""
_IN = frozenset({"in", "under", "within", "于", "在", "after"})


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
        standards = (none.standard, *(_standard(part) for part in others))
        talk = _used(*(part for part in parts if part.role is Role.REMARK))
        return Taken(standards, none.used.union(*(part.used for part in others)), told=talk)
    values = [part for part in parts if part.role in {Role.VALUE, Role.BASIC, Role.OUTSTANDING}]
    values = [_with_rates(_with_unit(part, parts), parts) for part in values]
    scaled = all(not part.amount.percent for part in values)  # 95%（满分120） has no scale
    aside_roles = {Role.PERIOD, Role.SCOPE} | ({Role.SCALE} if scaled else set())
    aside = _used(*(part for part in parts if part.role in aside_roles))
    told = _used(*(part for part in parts if part.role in {Role.EARLIER, Role.WITHDRAWN, Role.REMARK}))
    made = _tolerance(values) or _range(values) or _share(written, found, values) or _alone(written, found, values)
    standards, outstanding = made.standards, made.outstanding
    standards = tuple(_whole(written, found, one, parts) for one in _meant(standards, values))
    if any(one.change and one.change.figure is not None for one in standards):
        rated = any(part.amount.rates or part.amount.per for part in parts if part.role is Role.EARLIER)
        earlier = _used(*(part for part in parts if part.role is Role.EARLIER and not rated))
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


def _with_unit(part: Part, parts: Sequence[Part]) -> Part:
    """The part with the unit that only an earlier, withdrawn or neighbouring figure names: 5%… actually 4."""
    short = part.amount.unit in {"个", "個"}  # 法定20个工作日，我们承诺5个
    if part.amount.unit is not None and not short:
        return part
    pairs = {Role.EARLIER, Role.WITHDRAWN, Role.REMARK, Role.BASIC, Role.OUTSTANDING}
    units = {one.amount.unit for one in parts if not one.change and (one.role in pairs or part.role in pairs)}
    units -= {None, "个", "個", "%"} if short else {None}
    return replace(part, amount=replace(part.amount, unit=next(iter(units)))) if len(units) == 1 else part


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
        other = others.get(standard.value) if standard.value is not None and standard.upper is None else None
        if other is not None:
            yield replace(standard, value=other)


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


def _standard(part: Part) -> Standard:
    amount, comparator = part.amount, part.amount.comparator
    value, upper = amount.value, None
    if amount.upper is not None:
        value, upper = _bounds(part)
        comparator = Comparator.RANGE
    elif comparator is None and value == 0 and not part.change:
        comparator = Comparator.EQUAL
    return Standard(
        "",
        comparator,
        value,
        upper,
        amount.unit,
        amount.per,
        rates=amount.rates,
        change=part.change,
        out_of=amount.out_of,
    )


def _bounds(part: Part) -> tuple[Decimal, Decimal]:
    """A range's bounds in order; a scale written once counts for both (2-3万)."""
    lower, upper = part.amount.numeral, part.amount.upper
    if upper is None:
        return lower.value, lower.value
    scaled = lower.scale < upper.scale and lower.value < upper.value / upper.scale
    low = lower.value * upper.scale if scaled else lower.value
    return min(low, upper.value), max(low, upper.value)


def _used(*parts: Part) -> frozenset[int]:
    return frozenset[int]().union(*(part.used for part in parts))


def _tolerance(values: Sequence[Part]) -> Taken | None:
    """20±2."""
    if len(values) != 2 or values[1].comparator is not Comparator.PLUS_MINUS or values[1].change:
        return None
    centre, tolerance = values
    made = _standard(tolerance)
    width, unit = tolerance.amount.value, made.unit or centre.amount.unit
    if centre.amount.percent and unit in POINTS:
        unit = "%"  # ten percent, give or take a couple of points
    if tolerance.amount.percent and centre.amount.unit not in {None, "%"}:  # $3 million ± 5%
        width, unit = centre.amount.value * width / 100, centre.amount.unit
    (kind, many), (other, few) = scale(centre.amount.unit), scale(made.unit)
    if kind == other and kind is not None and many > few:  # 6.5 minutes give or take 30 seconds
        width, unit = width * few / many, centre.amount.unit
    whole = replace(made, value=centre.amount.value, upper=width, unit=unit)
    whole = replace(whole, per=whole.per or centre.amount.per, rates=whole.rates or centre.amount.rates)
    return Taken((whole,), _used(*values))


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
    return Taken((made,), _used(*values) - _strict_end(low, high))


def _strict_end(low: Part, high: Part) -> frozenset[int]:
    """The bound of a count that no range holds, to be asked about: more than 20 but not above 50 leaves 20 out."""
    strict = [part for part in (low, high) if part.comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}]
    if len(strict) != 1 or kind(high.amount.unit or low.amount.unit):
        return frozenset()
    return frozenset(at for at in strict[0].amount.used if low.clause.found[at].kind in {"before", "adverb"})


def _share(written: str, found: Sequence[Token], values: Sequence[Part]) -> Taken | None:
    """95% fixed within 48 hours, 48小时内解决率95%."""
    if len(values) != 2:
        return None
    of_time = "of time" in written.casefold() or "of the time" in written.casefold() or "的时间" in written
    shares = [part for part in values if part.amount.percent and not part.change]
    limits = [part for part in values if _is_limit(part, of_time=of_time)]
    if len(shares) != 1 or len(limits) != 1:
        return None
    share, limit = shares[0], limits[0]
    comparator, place = _limit_bound(written, found, limit, share)
    used = _used(*values) | place
    if comparator not in _BOUNDS:
        return None
    first, second = sorted((share.amount.at, limit.amount.at))
    alone = all(at in share.used for at in range(share.start, share.end)) and limit.start < share.start
    if not alone and any(token.kind == "mark" and token.meaning in ";。\n" for token in found[first:second]):
        return None  # 1小时内到场；95% is one of them
    apart = share.start != limit.start and limit.has_topic
    if apart and (share.has_topic or (share.start < limit.start and not _is_of(found, share))):
        return None  # 客户满意度95%，投诉处理24小时内
    before = limit.amount.at < share.amount.at
    told_of = (
        before and not of_time and comparator in _LOWER and share.comparator not in _UPPER
    )  # 住院超30天患者分析率≥100%
    long = before and limit.amount.unit in {"year", "quarter"}
    if told_of or long or (before and share.comparator in _UPPER and comparator in _UPPER):
        return Taken((replace(_standard(share), condition=_condition(written, found, limit)),), used)
    of, words = whole_of(written, found, share, limit.amount.first)
    made = replace(_standard(share), share=Share(of, Limit(comparator, limit.amount.value, limit.amount.unit)))
    return Taken((made,), used | words)


def _limit_bound(
    written: str, found: Sequence[Token], limit: Part, share: Part
) -> tuple[Comparator | None, frozenset[int]]:
    """How a time bounds the things of a share, and the place of a word that says so."""
    comparator, place = limit.comparator, limit.amount.first - 1
    if comparator is not None:
        return comparator, frozenset()
    threshold = written[found[limit.amount.at].end :].startswith("-")  # the 30-second threshold
    first = limit.start < share.start and not share.has_topic  # 7个工作日回复，九成以上要做到
    short = limit.amount.unit in {"second", "minute", "hour"} and _RATE.match(
        fold(written), found[limit.amount.last - 1].end
    )
    if threshold or first or short or DONE_WITHIN.match(fold(written), found[limit.amount.last - 1].end):  # 3天回归率
        return Comparator.AT_MOST, frozenset()
    if place < 0 or written[found[place].start : found[place].end].lower() not in _IN:
        return None, frozenset()
    after = limit.clause.said(place) == "after"  # abandoned after 30 seconds
    return Comparator.MORE_THAN if after else Comparator.AT_MOST, frozenset({place})


def _is_limit(part: Part, *, of_time: bool) -> bool:
    """Whether a part can be what each thing of a share keeps: a time, or a value kept for so much of the time."""
    amount = part.amount
    plain = not (amount.percent or amount.ranged or amount.per or amount.rates or amount.out_of or part.change)
    timed = amount.unit is not None and (kind(amount.unit) == "time" or amount.unit.endswith(_HOURS))
    return plain and (timed or (of_time and amount.unit is not None))


def _is_of(found: Sequence[Token], share: Part) -> bool:
    """Whether what a share is of stands right behind it: 九成半的病人，會在15分鐘內得到診治."""
    behind = found[share.amount.last : share.end][:2]
    return bool(behind) and any(token.kind == "word" for token in behind)


def _condition(written: str, found: Sequence[Token], part: Part) -> str:
    """The words of a part that only says when something holds: 维护后3个月内."""
    places = sorted(part.used)
    first = places[0]
    while first > max(part.start, places[0] - _LONGEST) and found[first - 1].kind in {"word", "stop"}:
        first -= 1
    return written[found[first].start : found[places[-1]].end]


def _alone(written: str, found: Sequence[Token], values: Sequence[Part]) -> Taken:
    """A single value, or several that are told apart by their roles; otherwise all of them, to choose from."""
    made = []
    used = _used(*values)
    for part in values:
        standard = _standard(part)
        if len(values) == 1 and _is_done_in(part):
            standard, used = replace(standard, comparator=Comparator.AT_MOST), used | {part.amount.first - 1}
        if _is_around(part):
            used -= {part.amount.first - 1}  # within 2% of the 2025 figure: no standard holds what that was
        if part.amount.percent and not part.change:
            of, words = whole_of(written, found, part, part.end)
            standard, used = replace(standard, share=Share(of) if of else None), used | words
        made.append(standard)
    if len(values) > 1 and len({part.start for part in values}) == len(values):
        made = [_labelled(written, found, part, standard) for part, standard in zip(values, made, strict=True)]
    if len(values) == 2 and (pair := _pair(values, made)):
        return Taken((pair[0],), used, pair[1])
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
    return any(part.clause.said(at).startswith(("控制", "限制")) for at in part.used)


_TEN_THOUSAND, _FEW = 10**4, 4


def _pair(values: Sequence[Part], made: Sequence[Standard]) -> tuple[Standard, Standard] | None:
    """Basic and outstanding, where one of two is named and the other one is not named the same."""
    roles = [part.role for part in values]
    for at, role in enumerate(roles):
        other = 1 - at
        if role is Role.OUTSTANDING and roles[other] is not Role.OUTSTANDING:
            return _alike(made[other], made[at])
        if role is Role.BASIC and roles[other] is not Role.BASIC and not values[other].has_topic:
            return _alike(made[at], made[other])
    return None


def _alike(basic: Standard, outstanding: Standard) -> tuple[Standard, Standard]:
    """Both with the unit, the period and the size that only one of them names: 一千二百万，冲刺一千五."""
    if basic.value and outstanding.value and basic.value > _TEN_THOUSAND and outstanding.unit is None:
        near = outstanding.value * _TEN_THOUSAND
        if basic.value / _FEW <= near <= basic.value * _FEW:
            outstanding = replace(outstanding, value=near)
    basic, outstanding = (replace(one, unit=one.unit or basic.unit or outstanding.unit) for one in (basic, outstanding))
    for one, other in ((basic, outstanding), (outstanding, basic)):
        if not (one.per or one.rates):
            rated = replace(one, per=other.per, rates=other.rates)
            return (rated, other) if one is basic else (other, rated)
    return basic, outstanding
