"""What an indicator's name says of its measure: number or not, which direction, which unit."""

import re
from dataclasses import dataclass

from dialogs.reading.names.polar_words import Kind
from dialogs.reading.names.polarity import direction, polarity_of
from dialogs.reading.text.fold import fold
from dialogs.reading.text.patterns import beginning
from kpi.plan import Direction


@dataclass(frozen=True, slots=True)
class Measure:
    """What is known of an indicator's measure; None for what has to be asked.

    `conflict` where the name says of more and of less that it is better: that is asked, too, and never guessed.
    """

    numeric: bool | None = None
    direction: Direction | None = None
    unit: str | None = None
    conflict: bool = False


_GAP = r"(?<![\s,;.、。—–-])[\s,;.、。—–-]*"
HARD_TO_COUNT = beginning(
    r"\s,;.、。—–但不过就是这它很较比难没无-",
    rf"{_GAP}(?<![a-z])(?:(?:but|though|although|which|that|it|this|they) ?){{0,3}}(?:'s |is |are |'re )?"
    r"(?:a bit |quite |very )?(?<![a-z])(?:hard|difficult|tricky|impossible|not easy)"
    r" to (?:put (?:a number|numbers|a figure) (?:on|to)|measure|quantify|count)(?: (?:it|that|this|them))?(?![a-z])"
    rf"|{_GAP}(?<![a-z])(?:(?:but|though|i|we|you|one) ){{0,3}}(?:can't|cannot) (?:really )?"
    r"(?:put a number on|measure|quantify)(?: (?:it|that|this|them))?(?![a-z])"
    rf"|{_GAP}(?:但是?|不过|就是|这个?|它){{0,3}}(?:不太好|不大好|不好|很难|较难|比较难|难以|难|没法|无法|不太容易|不容易)"
    r"(?:直接|具体|准确)?(?:量化|用数字(?:衡量|表示|说)?|用数据(?:衡量|表示|说)?)",
)
"""A clause that says that there is no number for it."""
_UNITS = {
    "%": r"%|百分点?",
    "day": r"天|days?",
    "hour": r"小时|h|hrs?|hours?",
    "minute": r"分钟|mins?|minutes?",
}
_REMARK = re.compile(rf"\((?:单位:? ?|in )?(?:{'|'.join(f'({unit})' for unit in _UNITS.values())})\)\s*$")
"""A unit in brackets behind a name: 平均处理时长(h)."""
_NO_SHARE = re.compile(
    r"(?:百万|十万|每?万|千)[\u3400-\u9fff]{1,4}(?:工时|人|床日|公里|车次|小时)?[\u3400-\u9fff]{0,6}率"
    r"|(?:周转|频|翻台|翻桌|生产|速|功|汇|烧钱|利用强度)率|比[率值]|生师比|师生比|医护比"
    r"|\brate (?:per|of return)\b|\bnumber (?:and|or) percentage\b"
    r"|\b(?:frequency|burn|exchange|hourly|run|pay|heart|standardi[sz]ed \w+) rates?\b"
)
_PERCENT = re.compile(
    r"率$|率\b|百分比|比例|占比|比重|份额|%"
    r"|\b(?:rates?|percentages?|percent|pct|accuracy|yield|market share|mode share)\b"
    r"|^(?:the )?(?:share|proportion|portion) of |的比率$"
)
_TIMES = (
    ("day", re.compile(r"天数|日数|工作日$|住院日$|工期|交期|(?:供货|交货|交付|到货)周期|\blead times?\b")),
    ("hour", re.compile(r"小时数?$|工时|学时|课时|时数")),
    ("minute", re.compile(r"分钟数?$")),
    ("week", re.compile(r"周数$")),
)
_PER = re.compile(r"\bper [0-9]")
"""What follows tells what is counted per so many: falls per 1,000 bed days."""
_ENGLISH_TIMES = re.compile(
    r"(?<!per )(?<!each )(?<!every )(?<!last )(?<!past )(?<!\d )(?<!man )(?<!-)"
    r"\b(minutes|hours|days|weeks|months)\b(?! (?:ago|before))"
)
_COUNTED = re.compile(r"(次|件|人次|人|家|(?<![用客])户|起|场|批|项|台|条|例|宗|个|篇|份|单)次?数量?(?:\(.*\))?$")
_MONEY = re.compile(
    r"额$|金额|成本|费用|利润$|收入|支出|产值|\b(?:amount|costs?|revenue|profit|expenses?|budget|"
    r"spend|sales|savings?)\b"
)
_COUNT = re.compile(
    r"次数|数量|数$|量$|总数|库存|\b(?:number of|amount of|count|volume|"
    r"quantity|how many|no\. of|output)\b"
    r"|(?:评分|得分|分数)$|存贷比|\b(?:frequency|class size|value|burden|discount \w+|first response|score)$|"
    r"\b(?:calls|visits|meetings|tickets|orders|units|deals) (?:made|held|closed|won|placed|shipped|produced|signed)$"
)
_JUDGED = re.compile(
    r"满意|清晰|专业|美观|友好|态度|创新|独特|完整|规范|可读|实用|易用|形象|质量$|性$|"
    r"\b(?:teamwork|satisfaction|clarity|clear|professional\w*|design|friendl\w+|attitude|innovat\w+|unique\w*|"
    r"complete\w*|readab\w+|useful\w*|look)\b"
)


def read_measure(name: str) -> Measure:
    """What an indicator's name says of its measure (method.md 2.2, question 3); nothing is guessed beyond the name."""
    folded = " ".join(fold(name[:_LONGEST]).split())
    hard = HARD_TO_COUNT.search(folded)
    said = HARD_TO_COUNT.sub("", folded) if hard else folded
    told = polarity_of(said)
    unit = None if hard else _unit(said, " ".join(name[:_LONGEST].split()))
    numeric = None if hard else _numeric(said, told, unit)
    return Measure(numeric, direction(told), unit, told is Kind.BOTH)


def _numeric(name: str, told: Kind, unit: str | None) -> bool | None:
    """Whether a name tells that it is a number; that it is none is for people to say."""
    if unit == "%":
        return True
    if _JUDGED.search(name) and not _COUNT.search(name):
        return None
    known = unit or told is not Kind.PLAIN or _MONEY.search(name) or _COUNT.search(name) or _NO_SHARE.search(name)
    return True if known else None


def is_money(name: str) -> bool:
    """Whether what a name measures is a sum of money."""
    return _MONEY.search(fold(name)) is not None


def _unit(folded: str, name: str) -> str | None:
    """The unit that a name tells: in brackets, as a share, as a time or, as it is written, as a thing counted."""
    remark = _REMARK.search(folded)
    if remark and remark.lastindex:
        return list(_UNITS)[remark.lastindex - 1]
    if _PERCENT.search(folded) and not _NO_SHARE.search(folded):
        return "%"
    english = _ENGLISH_TIMES.search(_PER.split(folded)[0])
    if english:
        return english[1].removesuffix("s")
    time = next((unit for unit, pattern in _TIMES if pattern.search(folded)), None)
    counted = _COUNTED.search(folded)
    if time or counted is None:
        return time
    return (name if len(name) == len(folded) else folded)[slice(*counted.span(1))]


_LONGEST = 100
