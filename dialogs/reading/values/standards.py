"""Standards: comparator, value, unit and period (method.md 2.4)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, takewhile

from dialogs.reading.dates.calendar_words import MONTH_NAMES
from dialogs.reading.numbers.numeral import SCALES, Numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token, tokens
from dialogs.reading.unread import Unread
from dialogs.reading.values.durations import timed
from dialogs.reading.values.standard_words import NEGATED, PERIODS, lexicon
from kpi.plan import Standard
from kpi.standards import scale
from kpi.values import Comparator

_LONGEST = 500
"""Characters of an answer that is a standard."""
_LONGEST_NOUN = 8
"""Tokens of a noun: words, or Chinese characters."""
_LOWER = {Comparator.AT_LEAST, Comparator.MORE_THAN}
_UPPER = {Comparator.AT_MOST, Comparator.LESS_THAN}
_BIGGER = {
    "大": Comparator.MORE_THAN,
    "多": Comparator.MORE_THAN,
    "高": Comparator.MORE_THAN,
    "长": Comparator.MORE_THAN,
} | {"小": Comparator.LESS_THAN, "少": Comparator.LESS_THAN, "低": Comparator.LESS_THAN, "短": Comparator.LESS_THAN}
_OR_EQUAL = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}
_MONEY = ("currency", "millions")
_CLOCK = re.compile(
    r"(?<![0-9.])[0-9]{1,2}(?::[0-9]{2}| ?点(?:钟|半|整|[0-9]{1,2}分)?(?![0-9])"
    r"| ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z]))"
    r"|(?:二?十[一二三四五六七八九]?|[一二两三四五六七八九])点(?:钟|半|整|(?=前|后|之前|之后|以前|以后))"
    r"|(?:早上|早晨|上午|中午|下午|傍晚|晚上|凌晨)(?:二?十[一二三四五六七八九]?|[一二两三四五六七八九])点(?:钟|半|整)?"
)
"""A time of day, which counts nothing."""
_DAY = re.compile(
    r"[0-9一二三四五六七八九十]{1,3}月份?(?:[0-9一二三四五六七八九十]{1,3}[日号])?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH_NAMES})(?![a-z])"
)
"""A day or month, which counts nothing either, whether the calendar has it or not."""
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class _Amount:
    """One number with what stands around it; `money` where its unit is a currency."""

    numeral: Numeral
    upper: Numeral | None
    unit: str | None
    comparator: Comparator | None
    money: bool = False

    @property
    def weight(self) -> int:
        """How likely this is the number that the standard is about."""
        once = self.numeral.value == 1 and self.unit in PERIODS  # "in one year" only says how often
        year = self.unit in {None, "year"} and self.numeral.value in _YEARS and self.numeral.scale == 1
        return (
            -5 * once
            - 5 * year
            + 4 * (self.comparator is not None)
            + 2 * (self.numeral.percent or self.upper is not None)
            + 3 * self.money
            + (self.unit is not None)
        )


def read_standard(text: str, without: Iterable[tuple[int, int]] = ()) -> Standard:
    """The numeric standard in the text; `text` keeps what was written. What is read otherwise can be left out.

    A bare number has no comparator: the indicator's direction says how it is meant. None of something (零投诉, zero
    defects) is "= 0". "以上" and "above" include the number. In "20±2" the tolerance is `upper`.
    Raises Unread where there is no number.
    """
    written = clean(text).text
    if len(written) > _LONGEST:
        raise Unread("unread.standard")
    found = _cut(written, without)
    amounts = list(_amounts(written, found))
    if not amounts and (one := _single(written, found)):
        return one
    if amounts and (none := _not_even_one(written, found)):
        return none
    if not amounts:
        return Standard(written, Comparator.EQUAL, Decimal(0), None, _absent(written, found), _rate(found))
    return _standard(written, found, amounts)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text with its unit, from `start` to `end`; `scale` is the factor it is written with: 50万.

    `ranged` is whether it is the lower end of a range.
    """

    value: Decimal
    unit: str | None
    start: int
    end: int
    scale: Decimal = Decimal(1)
    ranged: bool = False


def read_amounts(text: str) -> tuple[Amount, ...]:
    """All numbers in a cleaned text with their units, in order; days and times of day are none."""
    found = _cut(text, ())
    return tuple(
        Amount(
            one.numeral.value, one.unit, found[at].start, found[end - 1].end, one.numeral.scale, one.upper is not None
        )
        for one, at, end in _placed(text, found)
    )


def _cut(written: str, without: Iterable[tuple[int, int]]) -> Sequence[Token]:
    """The tokens, with gaps for what counts nothing."""
    folded = fold(written)
    found = timed(folded, tokens(folded, lexicon()))
    times = (match.span() for pattern in (_CLOCK, _DAY) for match in pattern.finditer(folded))
    for start, end in (*without, *times):
        found = [_gap(token) if start <= token.start < end else token for token in found]
    return found


def _gap(token: Token) -> Token:
    return replace(token, kind="gap", meaning="", number=None)


def _standard(written: str, found: Sequence[Token], amounts: Sequence[_Amount]) -> Standard:
    if both := _both_bounds(amounts):
        return replace(both, text=written, per=_rate(found))
    amount = max(amounts, key=lambda amount: amount.weight)
    period = _rate(found) or _span(amounts, amount)
    if amount.upper is not None:
        low, high = _bounds(amount.numeral, amount.upper)
        return Standard(written, Comparator.RANGE, low, high, amount.unit, period)
    comparator, place = amount.comparator, amounts.index(amount)
    if comparator is Comparator.PLUS_MINUS and place:
        centre = amounts[place - 1]
        unit = amount.unit or centre.unit
        return Standard(written, comparator, centre.numeral.value, amount.numeral.value, unit, period)
    if comparator is None and amount.numeral.value == 0:
        comparator = Comparator.EQUAL
    return Standard(written, comparator, amount.numeral.value, None, amount.unit, period)


def _both_bounds(amounts: Sequence[_Amount]) -> Standard | None:
    """A range that is told by its two bounds: at least 20 and at most 100, 最多100最少20个."""
    for pair in pairwise(amounts):
        low = next((one for one in pair if one.comparator in _LOWER), None)
        high = next((one for one in pair if one.comparator in _UPPER), None)
        if (
            low
            and high
            and low.numeral.value < high.numeral.value
            and (low.unit is None or high.unit in {None, low.unit})
        ):
            return Standard("", Comparator.RANGE, low.numeral.value, high.numeral.value, high.unit or low.unit)
    return None


# Amounts.


def _amounts(written: str, found: Sequence[Token]) -> Iterator[_Amount]:
    """The numbers with what stands around them, in order; the upper end of a range belongs to the lower one."""
    return (amount for amount, _, _ in _placed(written, found))


def _placed(written: str, found: Sequence[Token]) -> Iterator[tuple[_Amount, int, int]]:
    """The same, each with the places of its number and behind it."""
    at = 0
    while at < len(found):
        if found[at].number is None:
            at += 1
            continue
        amount, after = _amount(written, found, at)
        end = max(after, at + 1)
        yield amount, at, end
        at = end


def _amount(written: str, found: Sequence[Token], at: int) -> tuple[_Amount, int]:
    """The amount whose number is the token at this place, and the place behind it."""
    number = _numeral(found, at)
    upper = None if number.upper is None else replace(number, value=number.upper)
    before = at - 1
    prefix = found[before].meaning if before >= 0 and found[before].kind in _MONEY else None
    before -= prefix is not None
    money, (unit, end) = prefix is not None, _unit(written, found, at)
    number = _in_millions(found, before + 1, end, number)
    number, unit, end = _with_smaller(written, found, end, number, unit)
    number, end, money = _with_rest(found, at, end, number, money=money or _is_currency(found, end - 1, at))
    if (
        (join := _range_join(found, at, end)) is not None
        and (second := _upper_place(found, join + 1))
        and _alike(found, at, second)
    ):
        upper = _numeral(found, second)
        prefix = prefix or (found[second - 1].meaning if found[second - 1].kind == "currency" else None)
        unit, end = _unit(written, found, second)
        money = money or prefix is not None or _is_currency(found, end - 1, second)
    if end + 1 < len(found) and found[end].kind == "out_of" and found[end + 1].number:
        end += 2  # 4.2 out of 5
    comparator, unit = _comparator(found, before, end, unit)
    if unit is None and not number.percent and end < len(found) and found[end].kind == "after":
        unit, end = _unit(written, found, end)  # 20 or more visits
    if comparator is None and number.more:
        comparator = Comparator.MORE_THAN  # 三十多万
    percent = "%" if number.percent or (upper and upper.percent) else None
    return _Amount(number, upper, percent or prefix or unit, comparator, money), end


def _numeral(found: Sequence[Token], at: int) -> Numeral:
    return found[at].number or Numeral(Decimal(0), 0)


def _is_currency(found: Sequence[Token], at: int, number: int) -> bool:
    return at > number and found[at].kind in _MONEY


def _in_millions(found: Sequence[Token], start: int, end: int, number: Numeral) -> Numeral:
    """30 MUSD are thirty millions."""
    if any(token.kind == "millions" for token in found[start:end]):
        return replace(number, value=number.value * 10**6)
    return number


def _with_smaller(
    written: str, found: Sequence[Token], end: int, number: Numeral, unit: str | None
) -> tuple[Numeral, str | None, int]:
    """A time with what is told in smaller units, in the smallest: 1 hour 30 minutes, 3个小时20分30秒."""
    at = end + (end < len(found) and found[end].kind == "and")
    if unit is None or at + 1 >= len(found) or found[at].number is None or found[at + 1].kind != "unit":
        return number, unit, end
    smaller, after = _unit(written, found, at)
    (base, size), (other, small) = scale(unit), scale(smaller)
    if smaller is None or base != other or base == unit or small >= size:
        return number, unit, end
    whole = replace(number, value=number.value * size / small + _numeral(found, at).value)
    return _with_smaller(written, found, after, whole, smaller)


def _with_rest(found: Sequence[Token], at: int, end: int, number: Numeral, *, money: bool) -> tuple[Numeral, int, bool]:
    """A number with what follows its unit: 一吨半, two tonnes and a half, 五元三毛, 3 dollars and 50 cents."""
    if at + 1 < end and (behind := _half_behind(found, end)):
        return replace(number, value=number.value + Decimal("0.5")), behind, money
    if not money or end >= len(found):
        return number, end, money
    if found[end].meaning in SCALES and found[end].kind == "word":  # 75 USD million
        return replace(number, value=number.value * SCALES[found[end].meaning]), end + 1, money
    small = end + (found[end].kind == "and")
    if small >= len(found) or not found[small].number or number.value % 1:
        return number, end, money
    if small + 1 < len(found) and found[small + 1].kind == "part":
        part = _numeral(found, small).value / int(found[small + 1].meaning)
        return replace(number, value=number.value + part), small + 2, money
    ends = all(token.kind == "mark" for token in found[small + 1 :]) and found[end - 1].kind == "currency"
    between = any(token.kind == "between" for token in found)
    cents = _numeral(found, small).value
    if ends and not between and 10 <= cents < 100 and not cents % 1:
        return replace(number, value=number.value + cents / 100), small + 1, money
    return number, end, money


def _half_behind(found: Sequence[Token], end: int) -> int | None:
    """The place behind 半, or "and a half", where it stands here; "and half of the staff" is something else."""
    if end < len(found) and found[end].meaning == "半":
        return end + 1
    if end >= len(found) or found[end].kind != "and":
        return None
    half = end + 1 + (end + 1 < len(found) and found[end + 1].meaning == "" and found[end + 1].kind == "filler")
    if half >= len(found) or found[half].meaning != "half":
        return None
    counts = half + 1 < len(found) and found[half + 1].kind in {"filler", "unit", "word"}
    return None if counts else half + 1


def _range_join(found: Sequence[Token], at: int, end: int) -> int | None:
    """The place of the word that joins the number at `at` to a second one: 2 to 4, between 2 and 4, 2和4之间."""
    if end >= len(found):
        return None
    if found[end].kind == "to" or (end == at + 1 and _or_next(found, at)):
        return end
    start = at - (at > 0 and found[at - 1].kind == "currency")
    between = start > 0 and found[start - 1].kind == "between"
    if found[end].kind == "and" and (between or any(token.kind == "among" for token in found[end + 2 : end + 5])):
        return end
    return None


def _or_next(found: Sequence[Token], at: int) -> bool:
    """Whether a number is followed by the next one: 5 or 6, 5、6次."""
    if at + 3 >= len(found) or not (found[at + 1].kind == "or" or found[at + 1].meaning == "、"):
        return False
    return _numeral(found, at + 2).value == _numeral(found, at).value + 1 and found[at + 3].kind in {"unit", "word"}


def _upper_place(found: Sequence[Token], at: int) -> int | None:
    """The place of a range's upper number, past a currency sign."""
    place = at + (at < len(found) and found[at].kind == "currency")
    return place if place < len(found) and found[place].number is not None else None


def _alike(found: Sequence[Token], at: int, second: int) -> bool:
    """Whether two numbers may be the ends of one range: 4% to $13 are not."""
    return not (_numeral(found, at).percent and found[second - 1].kind == "currency")


def _unit(written: str, found: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The unit after the token at this place, and the place behind it."""
    number, place = found[at].number, at + 1
    if (number and number.percent) or place >= len(found):
        return None, place
    if found[place].kind in {"unit", *_MONEY}:
        return found[place].meaning, place + 1
    noun = list(takewhile(lambda token: token.kind == "word", found[place : place + _LONGEST_NOUN]))
    if not noun:
        return None, place
    after = place + len(noun)
    if after < len(found) and found[after].kind == "unit" and written[found[after].start].isascii():
        noun.append(found[after])  # training hours
    return written[noun[0].start : noun[-1].end], place + len(noun)


def _bounds(lower: Numeral, upper: Numeral) -> tuple[Decimal, Decimal]:
    """A range's bounds in order; a scale written once counts for both (2-3万)."""
    scaled = lower.scale < upper.scale and lower.value < upper.value / upper.scale
    low = lower.value * upper.scale if scaled else lower.value
    return min(low, upper.value), max(low, upper.value)


# Comparators.


def _comparator(
    found: Sequence[Token], before: int, end: int, unit: str | None
) -> tuple[Comparator | None, str | None]:
    """The comparator around an amount, and its unit without what belongs to the comparator: 比三十大."""
    if unit and unit[0] in _BIGGER and before >= 0 and found[before].kind == "than":
        return _BIGGER[unit[0]], None
    if before >= 0 and found[before].kind == "than" and end < len(found) and found[end].meaning[:1] in _BIGGER:
        bigger = _BIGGER[found[end].meaning[0]]  # 不能比95%低
        return NEGATED[bigger] if before and found[before - 1].kind == "not" else bigger, unit
    first, last = _comparator_before(found, before), _comparator_after(found, end)
    if first is None and last in {Comparator.AT_LEAST, Comparator.AT_MOST} and _sinks(found, before + 1):
        return (Comparator.LESS_THAN if last is Comparator.AT_LEAST else Comparator.AT_LEAST), unit
    if first in _OR_EQUAL and end < len(found) and found[end].kind == "equal":
        return _OR_EQUAL[first], unit
    against = (first in _LOWER and last in _UPPER) or (first in _UPPER and last in _LOWER)  # 控制在95%以上
    return last if last and (first in {None, Comparator.ABOUT} or against) else first, unit


def _comparator_before(found: Sequence[Token], at: int) -> Comparator | None:
    """The comparator in front of an amount, past words like "is"."""
    while at >= 0 and found[at].kind in {"filler", "per"}:
        at -= 1
    if at >= 0 and found[at].kind in {"before", "adverb"}:
        return _negated(found, at)
    if at >= 0 and found[at].kind == "to" and at == 0:
        return Comparator.ABOUT  # "~20"
    for token in reversed(found[max(0, at - _LONGEST_NOUN) : at + 1]):
        if token.kind == "adverb":
            return Comparator(token.meaning)
        if token.kind == "before" and token.meaning in _OR_EQUAL:  # 不能高于预算的105%
            return _negated(found, found.index(token))
        once = token.number is not None and token.number.value == 1  # 差不多一周8家
        if not once and token.kind not in {"word", "filler", "stop", "unit"}:
            break
    return None


def _negated(found: Sequence[Token], at: int) -> Comparator:
    """The comparator here, turned round where a "not" stands before it: not exceed, nobody waits longer than."""
    comparator = Comparator(found[at].meaning)
    before = at - 2 if at > 1 and found[at - 1].kind == "word" else at - 1
    negated = before >= 0 and found[before].kind in {"not", "no"}
    if not negated and comparator in _OR_EQUAL:
        negated = _denied(found, at)
    return NEGATED.get(comparator, comparator) if negated else comparator


def _denied(found: Sequence[Token], at: int) -> bool:
    """Whether English words before a place go back to a "not" or "no": may not fall below, no order takes more than."""
    for token in reversed(found[max(0, at - _LONGEST_NOUN) : at]):
        if token.kind in {"not", "no"}:
            return True
        if token.kind not in {"word", "filler", "stop", "to"} or (token.kind == "word" and not token.meaning.isascii()):
            return False
    return False


def _sinks(found: Sequence[Token], at: int) -> bool:
    """Whether a "not" stands before a number, with nothing between but a verb of moving: 不能掉到30%以下."""
    at -= 1
    while at >= 0 and (found[at].kind in {"filler", "to"} or found[at].meaning in _MOVING):
        at -= 1
    return at >= 0 and found[at].kind in {"not", "no"}


_MOVING = frozenset("掉降跌落有出现")


def _comparator_after(found: Sequence[Token], at: int) -> Comparator | None:
    """The comparator behind an amount and its rate: 97%以上, 100份/月以上; at the very end also "5 days maximum"."""
    at += at < len(found) and found[at].kind == "per"
    at += at + 2 == len(found) and found[at].meaning == ","  # "30 calls a day, minimum"
    if at >= len(found):
        return None
    if found[at].kind == "and" and at + 1 < len(found) and found[at + 1].kind == "before":
        numbered = at + 2 < len(found) and found[at + 2].number is not None  # "above 1000 and below 1500"
        return None if numbered else _OR_EQUAL.get(Comparator(found[at + 1].meaning), Comparator(found[at + 1].meaning))
    *between, last = found[at:]
    if last.kind in {"after", "adverb"} and all(token.kind in {"word", "filler", "stop"} for token in between):
        return Comparator(last.meaning)  # 10% of revenue at most
    ends = not between and last.kind == "before"
    return Comparator(found[at].meaning) if ends or found[at].kind == "after" else None


# What stands elsewhere.


def _rate(found: Sequence[Token]) -> str | None:
    """The period of "per month"."""
    return next((token.meaning for token in found if token.kind == "per"), None)


def _span(amounts: Sequence[_Amount], chosen: _Amount) -> str | None:
    """The period of "in one year" beside the amount itself (一年内最多两回)."""
    units = (amount.unit for amount in amounts if amount is not chosen and amount.numeral.value == 1)
    return next((unit for unit in units if unit in PERIODS), None)


def _single(written: str, found: Sequence[Token]) -> Standard | None:
    """At most a week: one of what would be a rate elsewhere."""
    for before, token in pairwise(found):
        if before.kind in {"before", "adverb"} and token.kind == "per" and written[token.start] in "aA":
            return Standard(written, _negated(found, found.index(before)), Decimal(1), None, token.meaning)
    return None


def _is_one(token: Token) -> bool:
    return token.number is not None and token.number.value == 1


def _not_even_one(written: str, found: Sequence[Token]) -> Standard | None:
    """一次投诉都不能有: none at all."""
    none = next((at for at, (no, one) in enumerate(pairwise(found)) if no.kind == "no" and _is_one(one)), None)
    if none is not None and (noun := _unit(written, found, none + 1)[0]):
        return Standard(written, Comparator.EQUAL, Decimal(0), None, noun, _rate(found))  # 不出现一起安全事故
    if len(found) < 3 or found[-1].kind != "no" or found[-2].meaning not in {"都", "也"}:
        return None
    ones = [at for at, token in enumerate(found) if _is_one(token)]
    if not ones or ones[-1] + 1 >= len(found) - 2:
        return None
    noun = written[found[ones[-1] + 1].start : found[-3].end].removeprefix("个").removeprefix("個")
    return Standard(written, Comparator.EQUAL, Decimal(0), None, noun, _rate(found))


def _absent(written: str, found: Sequence[Token]) -> str | None:
    """The noun of which there is none (no complaints); raises Unread where not even that is said."""
    if found and found[-1].kind == "no" and written[found[-1].start :].lower() in {"零", "zero", "nil"}:
        return None  # 安全事故为零
    nouns = (_unit(written, found, at)[0] for at, token in enumerate(found) if token.kind == "no")
    noun = next((noun for noun in nouns if noun), None)
    if noun is None:
        raise Unread("unread.standard")
    return noun
