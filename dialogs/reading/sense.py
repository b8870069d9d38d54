"""Whether a standard makes sense for an indicator: unit, size and direction held against each other, once."""

import re
from decimal import Decimal
from enum import StrEnum

from dialogs.reading.names.polarity import doubtful
from dialogs.reading.text.fold import fold
from kpi.plan import Direction, Standard
from kpi.units import kind

_WHOLE = Decimal(100)
_PART_OF_WHOLE = re.compile(
    r"准确|正确|合格|及格|通过|满意|出勤|到岗|到课|覆盖|占比|比例|及时|准时|按时|完好|命中|良品|良率|破损|差错|错误|缺陷|不良|退货|投诉率|流失|离职"
    r"|续约|续签|续费|"
    r"\b(?:accuracy|pass|satisfaction|attendance|coverage|share|proportion|percentage of|on.?time|yield|error rate|"
    r"defect rate|return rate|churn|retention|renewal)\b"
)
"""Names of shares that cannot be more than the whole."""
_BEYOND_WHOLE = re.compile(
    r"达成|(?<!按时)(?<!及时)(?<!准时)完成|增长|回报|利润|毛利|加价|执行率|利用"
    r"|\b(?:achievement|attainment|growth|return on|margin|roi|utili[sz]ation)\b"
)


_SIGN = re.compile(r"[%‰]|百分|分之|[成折点半]|percent|per cent|pct|half|third|quarter|/")
"""What says that a number is a share."""


_FRACTION = re.compile(
    r"[0-9] ?/ ?[0-9]|分之|一半|半数|\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b|[½⅓⅔¼¾⅕]"
)
"""What says that a number is a part of one whole."""


_AHEAD = re.compile(r"提前|提早|\b(?:earlier|early|ahead of)\b")
"""What says that something comes before it is due."""
_COUNTERS = frozenset(["次", "人", "件", "个", "起", "家", "例", "宗", "人次", "people", "persons", "times", "pieces"])
"""Units of what is counted one by one."""
_NAMED = (
    (
        "count",
        re.compile(
            r"(?:次|件|人|例|起|宗|个|家|户)数$|数量$|[投客]诉$|事故$|产量$|\bnumber of "
            r"|^(?:customer )?complaints$|^errors$|"
            r"^accidents$"
        ),
    ),
    (
        "money",
        re.compile(
            r"(?:销售|营业|交易|回款|采购|合同|产值|营收|成交)额$|收入$|利润$|毛利$|成本$|费用$|金额$|支出$"
            r"|^(?:net |gross )?(?:sales|revenue|profit|costs?|spend|turnover)$|\b(?:revenue|costs?|expenses)$"
        ),
    ),
    (
        "time",
        re.compile(
            r"时长$|时间$|天数$|周期$|工期$|交期$|用时$|耗时$|\b(?:turnaround(?: time)?|lead times?|duration|"
            r"(?:response|cycle|handling|delivery|waiting) times?)$"
        ),
    ),
)
"""Names that say what they are told in."""


class Doubt(StrEnum):
    """What makes no sense of a standard."""

    HUNDREDTHS = "hundredths"
    """A fraction without a sign where a percentage is asked for: 0.95."""
    OVER_WHOLE = "over_whole"
    """More than 100 % of a whole."""
    UNIT = "unit"
    """A unit in which the indicator is not measured."""
    PERCENT = "percent"
    """A percentage of what is counted, paid or earned: of what, or by how much more or less?"""
    NEGATIVE = "negative"
    """Less than nothing of what is a part of a whole, or counted."""


def doubt_of(standard: Standard, name: str, unit: str | None) -> Doubt | None:
    """What makes no sense of a standard of an indicator with this name, which is measured in `unit` as far as known.

    Whether a percentage was said with its sign is seen in the text of the standard.
    """
    if standard.value is None or standard.change:
        return None
    bare = standard.unit == "%" and not _SIGN.search(fold(standard.text))
    if bare and standard.text and 0 < standard.value <= 1:
        return Doubt.HUNDREDTHS
    if standard.share is None and (doubt := _of_units(standard, name, unit)):
        return doubt
    folded = fold(name)
    whole = _PART_OF_WHOLE.search(folded) and not goes_beyond_whole(name)
    if standard.value < 0 and (whole or _measured_in(name, unit) in {"count", "time"}):
        return Doubt.NEGATIVE
    most = standard.out_of or (_WHOLE if whole and standard.unit == "%" else None)
    return Doubt.OVER_WHOLE if most and standard.value > most else None


def goes_beyond_whole(name: str) -> bool:
    """Whether an indicator with this name may be over 100 %: of what was planned, or as growth."""
    return _BEYOND_WHOLE.search(fold(name)) is not None


def tells_fraction(text: str) -> bool:
    """Whether a number is told as a part of one whole: two thirds of what is a percentage are 66.67 %."""
    return _FRACTION.search(fold(text)) is not None


def told_ahead(text: str) -> bool:
    """Whether a time is told as by how much something is early: of a time that is to be short it says a change."""
    return _AHEAD.search(fold(text)) is not None


def turns_round(standard: Standard, direction: Direction | None, unit: str | None) -> bool:
    """Whether a bare share is too large for what less is better of: 95 % is hardly a ceiling."""
    bare = standard.comparator is None and standard.upper is None and not standard.change
    return bare and standard.value is not None and doubtful(direction, standard.unit or unit, standard.value)


def _of_units(standard: Standard, name: str, unit: str | None) -> Doubt | None:
    """What makes no sense of the unit: days of money, a percentage of complaints, people of a percentage."""
    said = kind(standard.unit) or ("count" if standard.unit in _COUNTERS else None)
    known = _measured_in(name, unit)
    if said is None or known is None or said == known or standard.rates:
        return None
    return Doubt.PERCENT if said == "percent" and known in {"count", "money"} else Doubt.UNIT


def _measured_in(name: str, unit: str | None) -> str | None:
    """What an indicator is told in, by its unit or else by its name: "percent", "time", "money" or "count"."""
    if unit is not None:
        return kind(unit) or ("count" if unit in _COUNTERS else None)
    folded = fold(name)
    return next((told for told, pattern in _NAMED if pattern.search(folded)), None)
