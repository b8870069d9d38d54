"""Standards: comparator, value, unit and period (method.md 2.4)."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from dialogs.reading.numerals import Numeral
from dialogs.reading.tokens import Lexicon, Token, tokens
from dialogs.reading.unread import Unread
from kpi.plan import Comparator, Standard

UNITS = {
    "second": "second|seconds|sec|secs|秒|秒钟",
    "minute": "minute|minutes|min|mins|分钟",
    "hour": "hour|hours|hr|hrs|小时|个小时|钟头|个钟头",
    "working_day": "working day|working days|workday|workdays|work day|work days|business day|business days|"
    "工作日|个工作日|工作天|个工作天|上班日",
    "day": "day|days|calendar day|calendar days|天|日|个自然日|自然日",
    "week": "week|weeks|wk|wks|周|个星期|星期|个礼拜|礼拜",
    "month": "month|months|个月|月",
    "quarter": "quarter|quarters|个季度|季度|季",
    "year": "year|years|yr|yrs|年|个年度|年度",
}
"""Time units and how they are written."""

CURRENCIES = {
    "CNY": "元|块|块钱|元人民币|人民币|¥|cn¥|rmb|cny|yuan",
    "USD": "$|us$|usd|dollar|dollars|us dollars|美元|美金",
    "TWD": "nt$|twd|ntd|新台币|台币|元新台币",
    "HKD": "hk$|hkd|港币|港元|港纸",
    "EUR": "€|eur|euro|euros|欧元",
    "GBP": "£|gbp|pound|pounds|英镑",
    "JPY": "jpy|jp¥|yen|日元|日圆",
}
"""Currencies and how they are written."""
_PERIODS = {
    "hour": ("hour", "小时", "个小时"),
    "day": ("day", "天", "日", "个工作日", "工作日"),
    "week": ("week", "周", "星期", "个星期", "礼拜"),
    "month": ("month", "月", "个月", "月份"),
    "quarter": ("quarter", "季度", "季", "个季度"),
    "year": ("year", "年", "年度", "annum"),
}
_ADVERBS = {
    "hour": "hourly",
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "year": "yearly|annually",
}


def _per(period: str) -> str:
    """How a rate is written: per week, a week, each week, /week, weekly, 每周."""
    english, *chinese = _PERIODS[period]
    words = [f"{each} {english}" for each in ("per", "a", "an", "each", "every", "in a", "in any", "in each")]
    marks = [f"/{name}" for name in _PERIODS[period]] + [f"/ {english}"]
    each = [f"每{name}" for name in chinese] + [f"每一{name}" for name in chinese]
    return "|".join([*words, *marks, *each, _ADVERBS[period]])


_BEFORE: dict[str, str] = {
    Comparator.AT_LEAST: (
        "minimum|minimum of|a minimum of|min.|from|above|>=|≥|=>|不小于|最低|达到|达|保底|not worse than|"
        "reach|reaches|reaching"
    ),
    Comparator.AT_MOST: (
        "maximum|maximum of|a maximum of|max|max.|up to|within|<=|≤|=<|最高|最晚|最迟|最长|limited to|capped at"
    ),
    Comparator.MORE_THAN: (
        "more than|over|greater than|higher than|exceed|exceeds|exceeding|later than|longer than|beyond|>|"
        "超过|超出|高于|"
        "大于|多于|超|晚于|迟于|长于|逾|突破|in excess of"
    ),
    Comparator.LESS_THAN: (
        "less than|fewer than|under|below|lower than|smaller than|shorter than|<|低于|少于|小于|短于|不到|"
        "不足|未满|未到"
    ),
    Comparator.EQUAL: "exactly|equal to|equals|=|等于|正好|恰好|刚好",
    Comparator.ABOUT: (
        "about|around|roughly|approximately|approx|approx.|circa|some|~|≈|约|大约|大概|约为|大致|差不多|近|接近"
    ),
    Comparator.PLUS_MINUS: "±|+/-|+-|plus or minus|plus/minus|plus-minus|正负|上下浮动|浮动",
}
_LOOSE: dict[str, str] = {
    Comparator.AT_LEAST: "at least|no fewer than|至少|最少|起码|不少于",
    Comparator.AT_MOST: "at most|no more than|至多|最多|顶多",
}
"""Comparators that may stand away from their number: 每月至少拜访20家客户."""
_AFTER: dict[str, str] = {
    Comparator.AT_LEAST: (
        "or more|or above|or better|or higher|and above|and up|and more|or over|at least|minimum|min|+|以上|"
        "及以上|或以上|(含)以上|above|plus"
    ),
    Comparator.AT_MOST: (
        "or less|or fewer|or below|or lower|or under|or faster|and below|at most|maximum|max|tops|以内|之内|"
        "内|以下|及以下|或以下|或更少|封顶|为限"
    ),
    Comparator.ABOUT: "左右|上下|or so|approximately|approx|roughly",
}
_NEGATED = {
    Comparator.MORE_THAN: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.MORE_THAN,
    Comparator.LESS_THAN: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.LESS_THAN,
}
_NOT = (
    "not|never|nothing|must not|may not|can not|cannot|should not|shall not|must never|not be|must not be|"
    "should not be|may not be|cannot be|never be|"
    "mustn't|can't|shouldn't|won't|will not|is not|are not|do not|does not|don't|doesn't|"
    "不|别|别要|不得|不能|不可|不可以|不应|不会|不允许|不许|不要|不准|不应该|勿|切勿|未"
)
_TO = "to|-|–|—|~|至|到"
_FILLER = "be|is|are|of|a|an|the|为|是|在|要|应|应该|必须|需|需要|只|可以|大约|:|the|must|should"
_STOP = (
    "for|on|in|by|out of|with|or|from|after|before|at|if|when|that|which|per|的|就|且|并|并且|而|则|中|时|后|前|"
    "可|才|即|算|由|被|了|吧|as|so|"
    "please|thanks|谢谢|请|但|但是|but|一起|"
    "together"
)
_WHOLE_WORDS = (
    "一次性|一次通过|一次报批|一次交验|一次合格|一次成功|统一|一致|一定|唯一|万一|一般|一起|第一|第二|"
    "第三|专一|一线|一手|半成品|半年度|上半年|下半年|双方|三方|十分|千万不|one-off|one-time|无法|"
    "无需|无论|无关|无误|没有办法|无一例外|没有例外|无例外|"
    "no exception|no exceptions|no excuse|no excuses|no doubt|"
    "this one|that one|another one|the other one|which one|no one"
)


_LEXICON = Lexicon(
    {
        "filler": {"": _FILLER},
        "stop": {"": _STOP},
        "to": {"": _TO},
        "between": {"": "between|介于|在"},
        "and": {"": "and|和|与"},
        "before": _BEFORE,
        "adverb": _LOOSE,
        "after": _AFTER,
        "not": {"": _NOT},
        "no": {
            "": (
                "no|never any|not any|无|没有|没有任何|无任何|杜绝|不出现|不发生|不能有|不得有|不能出现|不得出现|"
                "不能发生|不允许有|不允许出现"
            )
        },
        "unit": UNITS,
        "currency": CURRENCIES,
        "per": {period: _per(period) for period in _PERIODS},
        "word": {"": _WHOLE_WORDS},
    }
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """One number with what stands around it."""

    numeral: Numeral
    upper: Numeral | None
    unit: str | None
    comparator: Comparator | None

    @property
    def weight(self) -> int:
        """How likely this is the number that the standard is about."""
        once = self.numeral.value == 1 and self.unit in _PERIODS  # "in one year" only says how often
        return (
            -5 * once
            + 4 * (self.comparator is not None)
            + 2 * (self.numeral.percent or self.upper is not None)
            + (self.unit is not None)
        )


def read_standard(text: str) -> Standard:
    """The numeric standard in the text; `text` keeps what was written.

    A bare number has no comparator: the indicator's direction says how it is meant. None of something (零投诉, zero
    defects) is "= 0". "以上" and "above" include the number. In "20±2" the tolerance is `upper`.
    Raises Unread where there is no number.
    """
    written = clean(text).text
    if len(written) > _LONGEST:
        raise Unread("unread.standard")
    found = tokens(fold(written), _LEXICON)
    numbers = [at for at, token in enumerate(found) if token.number and not _ends_range(found, at)]
    amounts = [_amount(written, found, at) for at in numbers]
    if not amounts:
        return Standard(written, Comparator.EQUAL, Decimal(0), None, _absent(written, found), _rate(found))
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


def _ends_range(found: list[Token], at: int) -> bool:
    """Whether the number at this place is the upper end of a range."""
    join = at - 1 - (at > 0 and found[at - 1].kind == "currency")
    lower = join - 1
    if lower > 0 and found[lower].number is None and found[lower].kind in {"unit", "currency"}:
        lower -= 1
    return lower >= 0 and found[lower].number is not None and _joins(found, join, lower)


def _joins(found: list[Token], at: int, lower: int) -> bool:
    """Whether the token here makes a range with the number at `lower`: 2 to 4, between 2 and 4."""
    start = lower - (lower > 0 and found[lower - 1].kind == "currency")
    return found[at].kind == "to" or (found[at].kind == "and" and start > 0 and found[start - 1].kind == "between")


def _amount(written: str, found: list[Token], at: int) -> _Amount:
    """The amount whose number is the token at this place."""
    first, upper = _numeral(found, at), None
    before = at - 1
    prefix = found[before].meaning if before >= 0 and found[before].kind == "currency" else None
    before -= prefix is not None
    unit, end = _unit(written, found, at)
    if end < len(found) and _joins(found, end, at) and (second := _upper_place(found, end + 1)):
        upper = _numeral(found, second)
        prefix = prefix or (found[second - 1].meaning if found[second - 1].kind == "currency" else None)
        unit, end = _unit(written, found, second)
    comparator = _comparator_before(found, before) or _comparator_after(found, end)
    percent = "%" if first.percent or (upper and upper.percent) else None
    return _Amount(first, upper, percent or prefix or unit, comparator)


def _numeral(found: list[Token], at: int) -> Numeral:
    return found[at].number or Numeral(Decimal(0), 0)


def _upper_place(found: list[Token], at: int) -> int | None:
    """The place of a range's upper number, past a currency sign."""
    place = at + (at < len(found) and found[at].kind == "currency")
    return place if place < len(found) and found[place].number is not None else None


def _unit(written: str, found: list[Token], at: int) -> tuple[str | None, int]:
    """The unit after the token at this place, and the place behind it."""
    number, place = found[at].number, at + 1
    if (number and number.percent) or place >= len(found):
        return None, place
    if found[place].kind in {"unit", "currency"}:
        return found[place].meaning, place + 1
    noun = list(takewhile(lambda token: token.kind == "word", found[place : place + _LONGEST_NOUN]))
    if not noun:
        return None, place
    return written[noun[0].start : noun[-1].end], place + len(noun)


_LONGEST = 500
"""Characters of an answer that is a standard."""
_LONGEST_NOUN = 8
"""Tokens of a noun: words, or Chinese characters."""


def _comparator_before(found: list[Token], at: int) -> Comparator | None:
    """The comparator in front of an amount, past words like "is"."""
    while at >= 0 and found[at].kind == "filler":
        at -= 1
    if at >= 0 and found[at].kind in {"before", "adverb"}:
        comparator = Comparator(found[at].meaning)
        negated = at > 0 and found[at - 1].kind in {"not", "no"}
        return _NEGATED.get(comparator, comparator) if negated else comparator
    if at >= 0 and found[at].kind == "to" and at == 0:
        return Comparator.ABOUT  # "~20"
    for token in reversed(found[max(0, at - _LONGEST_NOUN) : at + 1]):
        if token.kind == "adverb":
            return Comparator(token.meaning)
        if token.kind not in {"word", "filler"}:
            break
    return None


def _comparator_after(found: list[Token], at: int) -> Comparator | None:
    """The comparator behind an amount and its rate: 97%以上, 100份/月以上; at the very end also "5 days maximum"."""
    at += at < len(found) and found[at].kind == "per"
    if at >= len(found):
        return None
    ends = at + 1 == len(found) and found[at].kind in {"before", "adverb"}
    return Comparator(found[at].meaning) if ends or found[at].kind == "after" else None


def _bounds(lower: Numeral, upper: Numeral) -> tuple[Decimal, Decimal]:
    """A range's bounds in order; a scale written once counts for both (2-3万)."""
    scaled = lower.scale == 1 and lower.value < upper.value / upper.scale
    low = lower.value * upper.scale if scaled else lower.value
    return min(low, upper.value), max(low, upper.value)


def _rate(found: list[Token]) -> str | None:
    """The period of "per month"."""
    return next((token.meaning for token in found if token.kind == "per"), None)


def _span(amounts: list[_Amount], chosen: _Amount) -> str | None:
    """The period of "in one year" beside the amount itself (一年内最多两回)."""
    units = (amount.unit for amount in amounts if amount is not chosen and amount.numeral.value == 1)
    return next((unit for unit in units if unit in _PERIODS), None)


def _absent(written: str, found: list[Token]) -> str:
    """The noun of which there is none (no complaints); raises Unread where not even that is said."""
    nouns = (_unit(written, found, at)[0] for at, token in enumerate(found) if token.kind == "no")
    noun = next((noun for noun in nouns if noun), None)
    if noun is None:
        raise Unread("unread.standard")
    return noun
