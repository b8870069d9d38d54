"""Whether a standard makes sense for an indicator: unit, size and direction held against each other, once."""

import re
from decimal import Decimal
from enum import StrEnum

from dialogs.reading.names.polarity import doubtful
from dialogs.reading.text.fold import fold
from dialogs.reading.values.units import UNITS
from kpi.plan import Direction, Standard

_WHOLE = Decimal(100)
_PART_OF_WHOLE = re.compile(
    r"准确|正确|合格|及格|通过|满意|出勤|到岗|到课|覆盖|占比|比例|及时|准时|按时|完好|命中|良品|良率|破损|差错|错误|缺陷|不良|退货|投诉率|流失|离职|"
    r"\b(?:accuracy|pass|satisfaction|attendance|coverage|share|proportion|percentage of|on.?time|yield|error rate|"
    r"defect rate|return rate|churn|retention)\b"
)
"""Names of shares that cannot be more than the whole."""
_BEYOND_WHOLE = re.compile(
    r"达成|完成|增长|回报|利润|毛利|加价|执行率|利用|\b(?:achievement|attainment|growth|return on|margin|roi|"
    r"utili[sz]ation)\b"
)


_SIGN = re.compile(r"[%‰]|百分|分之|[成折点半]|percent|per cent|pct|half|third|quarter|/")
"""What says that a number is a share."""


_FRACTION = re.compile(
    r"分之|一半|半数|\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b|[½⅓⅔¼¾⅕]"
)
"""What says that a number is a part of one whole."""


class Doubt(StrEnum):
    """What makes no sense of a standard."""

    HUNDREDTHS = "hundredths"
    """A fraction without a sign where a percentage is asked for: 0.95."""
    OVER_WHOLE = "over_whole"
    """More than 100 % of a whole."""
    UNIT = "unit"
    """A unit in which the indicator is not measured."""


def doubt_of(standard: Standard, name: str, unit: str | None) -> Doubt | None:
    """What makes no sense of a standard of an indicator with this name, which is measured in `unit` as far as known.

    Whether a percentage was said with its sign is seen in the text of the standard.
    """
    if standard.value is None or standard.change:
        return None
    bare = standard.unit == "%" and not _SIGN.search(fold(standard.text))
    if bare and standard.text and 0 < standard.value <= 1:
        return Doubt.HUNDREDTHS
    if _differs(standard.unit, unit):
        return Doubt.UNIT
    folded = fold(name)
    whole = _PART_OF_WHOLE.search(folded) and not _BEYOND_WHOLE.search(folded)
    if whole and standard.unit == "%" and standard.value > _WHOLE:
        return Doubt.OVER_WHOLE
    return None


def tells_fraction(text: str) -> bool:
    """Whether a number is told as a part of one whole: two thirds of what is a percentage are 66.67 %."""
    return _FRACTION.search(fold(text)) is not None


def turns_round(standard: Standard, direction: Direction | None, unit: str | None) -> bool:
    """Whether a bare share is too large for what less is better of: 95 % is hardly a ceiling."""
    bare = standard.comparator is None and standard.upper is None and not standard.change
    return bare and standard.value is not None and doubtful(direction, standard.unit or unit, standard.value)


def _differs(said: str | None, known: str | None) -> bool:
    """Whether two units measure different things: days and money, a percentage and hours."""
    if said is None or known is None or said == known:
        return False
    return _kind(said) != _kind(known) and None not in {_kind(said), _kind(known)}


def _kind(unit: str) -> str | None:
    """Time, money or a percentage; None for what is counted, which may be anything."""
    if unit in UNITS:
        return "time"
    if unit == "%":
        return "percent"
    return "money" if len(unit) == 3 and unit.isascii() and unit.isupper() else None
