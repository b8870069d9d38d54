"""Amounts: a number with its unit, its bound and what it is counted per, and the tokens that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal

from dialogs.reading.numbers.numeral import Numeral, plain
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.clauses import clause_around
from dialogs.reading.values.comparators import Bound, bound_outside, comparator_around
from dialogs.reading.values.nouns import HAN, unit_after
from dialogs.reading.values.rates import Rate, rates_around
from dialogs.reading.values.rates_in_names import rates_in_names
from dialogs.reading.values.rests import numeral, with_rest, with_smaller
from kpi.standards import direction_of
from kpi.units import kind
from kpi.values import Comparator, Per

_FOUR_DIGITS = Context(prec=4)
"""What a part of less than one percent is rounded to: 十万分之三."""
_MONEY = ("currency", "millions")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at the place `at` of the tokens, from its currency at `first` up to `last`.

    `upper` is the other end of a range. `used` are the places of all tokens that say something of it, bounds and rates
    too. In the text the number with its unit stands from `start` to `end`.
    """

    numeral: Numeral
    upper: Numeral | None
    unit: str | None
    comparator: Comparator | None
    at: int
    first: int
    last: int
    used: frozenset[int]
    start: int
    end: int
    per: str | None = None
    rates: tuple[Per, ...] = ()
    out_of: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The number, or the lower end of the range."""
        return self.numeral.value

    @property
    def scale(self) -> Decimal:
        """The factor that the number is written with: 50万."""
        return self.numeral.scale

    @property
    def ranged(self) -> bool:
        """Whether it is a range."""
        return self.upper is not None

    @property
    def percent(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"


def amounts_in(written: str, found: Sequence[Token]) -> tuple[Amount, ...]:
    """The amounts of a text, in order; a number that a rate is counted per is part of another amount."""
    rates = _all_rates(written, found)
    taken = {place for rate in rates for place in rate.used}
    made = [replace(token, number=None, kind="rate") if at in taken else token for at, token in enumerate(found)]
    bare = _with_more_bounds(made, list(_placed(written, made)))
    return tuple(_rated(written, found, amount, bare, rates) for amount in bare)


def _all_rates(written: str, found: Sequence[Token]) -> tuple[Rate, ...]:
    """All rates of a text, those that say themselves what they are first."""
    rates = rates_around(written, found)
    taken = frozenset[int]().union(*(rate.used for rate in rates))
    return (*rates, *(rate for rate in rates_in_names(written, found) if rate.used and not rate.used & taken))


def _with_more_bounds(found: Sequence[Token], amounts: list[Amount]) -> list[Amount]:
    """The amounts with the bounds that say once more what bounds them: within the maximum of 20 seconds."""
    if len(amounts) != 1 or amounts[0].comparator is None:
        return amounts
    side = direction_of(amounts[0].comparator)
    more = {at for at, one in enumerate(found) if one.kind in _BOUNDS and direction_of(Comparator(one.meaning)) is side}
    return [replace(amounts[0], used=amounts[0].used | more)] if side else amounts


_BOUNDS = {"before", "adverb", "after"}


def _rated(
    written: str, found: Sequence[Token], amount: Amount, among: Sequence[Amount], rates: Sequence[Rate]
) -> Amount:
    """The amount with the rates of its clause that no other amount stands nearer to."""
    own = [rate for rate in rates if _nearest(written, found, rate, among) is amount]
    if not own:
        return amount
    told = [rate for rate in own if not (_is_mere_name(rate, amount) or _is_whole(written, found, amount, rate))]
    periods = sorted((one for one in told if one.period), key=lambda rate: abs(min(rate.used) - amount.last))
    return replace(
        amount,
        per=periods[0].period if periods else None,
        rates=tuple(rate.per for rate in told if rate.per),
        used=amount.used.union(*(rate.used for rate in own)),
    )


def _is_whole(written: str, found: Sequence[Token], amount: Amount, rate: Rate) -> bool:
    """Whether a period tells what a share is of: 3x monthly revenue, 95% of the monthly target, 99% of each month."""
    before = min(rate.used) - 1
    of = before >= 0 and written[found[before].start : found[before].end] == "of"
    return (amount.percent and (rate.topic or of)) or (rate.topic and amount.unit == "x")


def _is_mere_name(rate: Rate, amount: Amount) -> bool:
    """Whether a rate only names what is measured: 月度合格率95%, 人均寿命78岁, 每次评分90分以上."""
    unit = amount.unit or ""
    graded = unit.startswith("分")
    if rate.topic:
        return amount.percent or graded or (rate.per is not None and kind(unit) == "time")
    return rate.per is not None and (unit == "岁" or (graded and rate.per.unit in {"次", "回"}))


def _nearest(written: str, found: Sequence[Token], rate: Rate, among: Sequence[Amount]) -> Amount | None:
    """The amount that a rate belongs to: the one before it in its clause, else the next one."""
    place = min(rate.used)
    english = rate.per is not None and found[place].kind == "stop" and written[found[place].start] in "eE"
    of = place > 0 and written[found[place - 1].start : found[place - 1].end] == "of"
    if english and (of or not _beside(rate, among)):
        return None  # for the achievement of each response time, within 5 days of each meeting
    if _is_remark(written, found, place):
        return None  # 99% (track by route/day)
    clause = [one for one in among if not _parted(found, *sorted((one.at, place)))]
    before = [one for one in clause if one.at < place]
    if before and place <= before[-1].last + 2:
        return before[-1]
    after = [one for one in clause if one.at > place]
    either = after[:1] or before[-1:]
    clause_of_rate = clause_around(written, found, place)
    plain = (
        written[found[place].start] in "p/" and len(among) == 1
    )  # complaints regarding colour, taste or odour per month
    if not plain and any(found[at].kind == "word" for at in range(clause_of_rate.start, clause_of_rate.end)):
        return either[0] if either else None  # 95，感控每个月来抽
    anywhere = sorted(among, key=lambda one: abs(one.at - place))
    return either[0] if either else anywhere[0] if anywhere and rate.period else None


def _is_remark(written: str, found: Sequence[Token], place: int) -> bool:
    """Whether a rate stands behind other words in brackets without a number."""
    clause = clause_around(written, found, place)
    inside = found[clause.start : clause.end]
    worded = any(token.kind == "word" for token in found[clause.start : place])
    return clause.bracketed and worded and not any(token.number for token in inside)


def _beside(rate: Rate, among: Sequence[Amount]) -> bool:
    """Whether a rate with "each" stands right before or behind an amount, or begins the text."""
    first, last = min(rate.used), max(rate.used)
    behind = any(one.last <= first <= one.last + 1 for one in among)
    before = any(last < one.first <= last + _NEAR for one in among)
    return first == 0 or behind or before


_NEAR = 3


def _parted(found: Sequence[Token], start: int, end: int) -> bool:
    """Whether a mark parts two places."""
    return any(token.kind == "mark" and token.meaning in ",;。\n" for token in found[start:end])


def _placed(written: str, found: Sequence[Token]) -> Iterator[Amount]:
    at = 0
    while at < len(found):
        if found[at].number is None:
            at += 1
            continue
        amount = _amount(written, found, at)
        yield amount
        at = max(amount.last, at + 1)


def _amount(written: str, found: Sequence[Token], at: int) -> Amount:
    """The amount whose number is the token at this place."""
    number = numeral(found, at)
    upper = None if number.upper is None else replace(number, value=number.upper)
    first = at - (at > 0 and found[at - 1].kind in _MONEY)
    prefix = found[first].meaning if first < at else None
    if prefix and _is_negative(written, found, first):
        number, first = number.times(-1), first - 1
    whole = _of_whole(written, found, at, number)
    unit, end = unit_after(written, found, at) if whole is number else (None, at + 1)
    number = _in_millions(found, first, end, whole)
    if unit is None and end < len(found) and found[end].kind == "part" and written[found[end].start] > HAN:
        number, unit, end = number.times(Decimal(1) / int(found[end].meaning)), "CNY", end + 1  # 3毛
    number, unit, end = with_smaller(written, found, end, number, unit)
    money = prefix is not None or (end - 1 > at and found[end - 1].kind in _MONEY)
    number, end = with_rest(found, at, end, number, money=money)
    join = _range_join(found, at, end)
    second = None if join is None else _upper_place(found, join + 1)
    if second and _alike(written, found, at, second, unit):
        upper = numeral(found, second)
        prefix = prefix or (found[second - 1].meaning if found[second - 1].kind == "currency" else None)
        unit, end = unit_after(written, found, second)
        upper, unit, end = with_smaller(written, found, end, upper, unit)
    unit = "%" if number.percent or (upper and upper.percent) else prefix or unit
    if unit is None and number.fraction and _is_part(written, found, at, end):
        number, unit = _of_hundred(number), "%"  # 三分之一
    out_of = None
    if (grade := _grade(written, found, end, number, unit)) is not None:
        out_of, end = grade, end + 2  # 4.2 out of 5, 4.2/5
    bound = _for_better(written, found, comparator_around(found, first - 1, end, unit))
    if bound.comparator is None:
        outside = bound_outside(found, first)
        bound = replace(bound, comparator=outside.comparator, used=bound.used | outside.used)
    if bound.unit is None and not number.percent and end < len(found) and found[end].kind == "after":
        noun, after = unit_after(written, found, end)  # 20 or more visits
        bound, end = replace(bound, unit=noun), max(end, after if noun else end)
    return Amount(
        number,
        upper,
        bound.unit,
        bound.comparator or (Comparator.MORE_THAN if number.more else None),  # 三十多万
        at,
        first,
        end,
        frozenset(range(first, end)) | bound.used | _joins(found, first, end, joined=second is not None),
        found[at].start,
        found[end - 1].end,
        out_of=out_of,
    )


def _is_part(written: str, found: Sequence[Token], at: int, end: int) -> bool:
    """Whether a fraction without a unit is a part of a whole: 三分之一, 过半, 1/3的员工."""
    of = end < len(found) and written[found[end].start] == "的"
    ends = end >= len(found) or found[end].kind in {"mark", "after"}
    return "分之" in found[at].meaning or of or (ends and found[at].meaning in {"半", "一半", "半数"})


def _is_negative(written: str, found: Sequence[Token], money: int) -> bool:
    """Whether a minus stands before a currency: at least -CN¥500, though not $300-$500."""
    minus = found[money - 1] if money else None
    if minus is None or written[minus.start : minus.end] not in {"-", "\u2212"} or minus.end != found[money].start:
        return False
    before = found[money - 2] if money > 1 else None
    return before is None or (before.number is None and before.kind not in {"unit", *_MONEY})


def _for_better(written: str, found: Sequence[Token], bound: Bound) -> Bound:
    """The bound of a time, which is better where it is shorter: 3 days or better, better than 4 hours."""
    turned = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.MORE_THAN: Comparator.LESS_THAN}
    better = any("better" in written[found[at].start : found[at].end].lower() for at in bound.used)
    if not better or bound.comparator not in turned or kind(bound.unit) != "time":
        return bound
    return replace(bound, comparator=turned[bound.comparator])


def _of_hundred(number: Numeral) -> Numeral:
    """A part of one whole in percent."""
    share = number.value * 100
    return replace(
        number, value=plain(round(share, 2) if abs(share) >= 1 else _FOUR_DIGITS.plus(share)), fraction=False
    )


def _in_millions(found: Sequence[Token], start: int, end: int, number: Numeral) -> Numeral:
    """30 MUSD are thirty millions."""
    if any(token.kind == "millions" for token in found[start:end]):
        return number.times(10**6)
    return number


def _of_whole(written: str, found: Sequence[Token], at: int, number: Numeral) -> Numeral:
    """A part of some whole in percent: four fifths of families, though not a quarter of an hour."""
    following = found[at + 1] if at + 1 < len(found) else None
    if not number.fraction or following is None or following.kind in {"unit", "rate", *_MONEY}:
        return number
    of = written[following.start : following.end].lower() in _OF
    counted = of and at + 2 < len(found) and found[at + 2].kind not in {"unit", "rate", "number", *_MONEY}
    if not counted and not (found[at].meaning.endswith(" of") and following.kind == "word"):
        return number
    return replace(number, value=plain(round(number.value * 100, 2)), percent=True, fraction=False)


_OF = frozenset({"of", "the"})


def _grade(written: str, found: Sequence[Token], end: int, number: Numeral, unit: str | None) -> Decimal | None:
    """The best grade of the scale that a number is told on right behind it; None where it is told on none."""
    best = found[end + 1].number if end + 1 < len(found) else None
    if best is None:
        return None
    slash = written[found[end].start : found[end].end] == "/" and best.value in _BEST and number.value <= best.value
    plain = unit is None or unit[0] in "分星"
    return best.value if found[end].kind == "out_of" or (slash and plain and not number.percent) else None


_BEST = {5, 10, 100}
"""The best grades of usual scales."""


def _range_join(found: Sequence[Token], at: int, end: int) -> int | None:
    """The place of the word that joins the number at `at` to a second one: 2 to 4, between 2 and 4, 2和4之间."""
    start = at - (at > 0 and found[at - 1].kind == "currency")
    if end >= len(found) or _numbers_item(found, at, end) or _leads(found, at, end) or _leads_on(found, at, start, end):
        return None
    if found[end].kind == "to" or (end == at + 1 and _or_next(found, at)):
        return end
    between = start > 0 and found[start - 1].kind == "between"
    if found[end].kind == "and" and (between or any(token.kind == "among" for token in found[end + 2 : end + 5])):
        return end
    return None


def _numbers_item(found: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number may only be that of an item: 3- 8% of sales."""
    dash = found[end]
    apart = end + 1 < len(found) and found[end + 1].start > dash.end == dash.start + 1
    return at == 0 and dash.start == found[at].end and apart and numeral(found, at).value < _TEN


_TEN = 10
_FAR = 3
"""How many times a number the next one is that is no end of the same range: by 500 to 12,000."""


def _leads(found: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number is where a change begins, so that no range does: increase from 74% to 80%, from 6% to 4%."""
    before = at - 1
    while before >= 0 and (found[before].kind == "currency" or found[before].meaning == Comparator.ABOUT):
        before -= 1
    changes = any(token.kind == "change" for token in found[: max(at, before)])
    changes = changes or (before >= 0 and found[before].end - found[before].start > len("from"))  # up from 82 to 90
    target = _upper_place(found, end + 1)
    falls = target is not None and numeral(found, target).value < numeral(found, at).value
    return before >= 0 and found[before].kind == "from" and (changes or falls)


def _leads_on(found: Sequence[Token], at: int, start: int, end: int) -> bool:
    """Whether a number of its own unit is by how much something changes to the next: increase by $30m to $62m."""
    target = _upper_place(found, end + 1)
    far = target is not None and numeral(found, target).value > _FAR * numeral(found, at).value
    whole = start < at or end > at + 1 or numeral(found, at).percent or far
    by = start > 1 and found[start - 1].kind == "filler" and (far or found[start - 2].kind == "change")
    changes = by and any(token.kind == "change" for token in found[:start])
    return whole and changes and found[end].kind == "to" and found[end].end - found[end].start > len("-")


def _or_next(found: Sequence[Token], at: int) -> bool:
    """Whether a number is followed by the next one: 5 or 6, 5、6次."""
    if (
        at + 2 >= len(found)
        or found[at + 2].number is None
        or not (found[at + 1].kind == "or" or found[at + 1].meaning == "、")
    ):
        return False
    after = found[at + 3].kind if at + 3 < len(found) else "mark"
    behind = _BEHIND_RANGE if found[at + 1].kind == "or" else {"unit", "word"}
    return numeral(found, at + 2).value == numeral(found, at).value + 1 and after in behind


_BEHIND_RANGE = {"unit", "word", "rate", "per", "mark", "currency"}


def _joins(found: Sequence[Token], first: int, end: int, *, joined: bool) -> frozenset[int]:
    """The places of the words around a range: between … and, …之间."""
    if not joined:
        return frozenset()
    before = {first - 1} if first and found[first - 1].kind == "between" else set()
    behind = next((at for at in range(end, min(end + 3, len(found))) if found[at].kind == "among"), None)
    return frozenset(before if behind is None else before | {behind})


def _upper_place(found: Sequence[Token], at: int) -> int | None:
    """The place of a range's upper number, past a currency sign."""
    place = at + (at < len(found) and found[at].kind == "currency")
    return place if place < len(found) and found[place].number is not None else None


def _alike(written: str, found: Sequence[Token], at: int, second: int, unit: str | None) -> bool:
    """Whether two numbers may be the ends of one range: 4% to $13 are not, nor is Pass 1, Fail 0."""
    if numeral(found, at).percent and found[second - 1].kind == "currency":
        return False
    first, last = numeral(found, at), numeral(found, second)
    if first.value > last.value and first.scale >= last.scale:
        return False  # 3 to 1
    counted = unit is not None and kind(unit) is None
    other = unit_after(written, found, second)[0]
    latin = counted and unit is not None and unit.isascii()
    return not counted or (other is not None and (not latin or other.rstrip("s") == (unit or "").rstrip("s")))
