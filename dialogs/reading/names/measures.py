"""What an indicator's name says of its measure: number or not, which direction, which unit."""

import re
from dataclasses import dataclass

from dialogs.reading.text.fold import fold
from kpi.plan import Direction


@dataclass(frozen=True, slots=True)
class Measure:
    """What is known of an indicator's measure; None for what has to be asked."""

    numeric: bool | None = None
    direction: Direction | None = None
    unit: str | None = None


_GAP = r"(?<![\s,;.、。—–-])[\s,;.、。—–-]*"
HARD_TO_COUNT = re.compile(
    rf"{_GAP}(?<![a-z])(?:(?:but|though|although|which|that|it|this|they) ?){{0,3}}(?:'s |is |are |'re )?"
    r"(?:a bit |quite |very )?(?<![a-z])(?:hard|difficult|tricky|impossible|not easy)"
    r" to (?:put (?:a number|numbers|a figure) (?:on|to)|measure|quantify|count)(?: (?:it|that|this|them))?(?![a-z])"
    rf"|{_GAP}(?<![a-z])(?:(?:but|though|i|we|you|one) ){{0,3}}(?:can't|cannot) (?:really )?"
    r"(?:put a number on|measure|quantify)(?: (?:it|that|this|them))?(?![a-z])"
    rf"|{_GAP}(?:但是?|不过|就是|这个?|它){{0,3}}(?:不太好|不大好|不好|很难|较难|比较难|难以|难|没法|无法|不太容易|不容易)"
    r"(?:直接|具体|准确)?(?:量化|用数字(?:衡量|表示|说)?|用数据(?:衡量|表示|说)?)"
)
"""A clause that says that there is no number for it."""
_LESS = re.compile(
    r"差错|错误|错漏|破损|返工|投诉|退货|缺陷|不良|不合格|事故|故障|流失|离职|延误|延迟|逾期|拖欠|"
    r"坏账|损耗|报废|浪费|缺货|缺勤|差异|偏差|误差|失误|成本|"
    r"费用|支出|开支|周期|天数|时长|耗时|等待|响应时间|处理时间|超支|违规|遗漏|漏检|漏报|负债|库存|停机|欠款|客诉|诉讼|欠料|"
    r"\b(?:errors?|mistakes?|breakage|damages?|rework|complaints?|returns?|defects?|defective|rejects?|rejected|accidents?|"
    r"delayed|damaged|missed|wrong|incorrect|cancel(?:l?ed|lations?)|lost|failed|returned|unresolved|"
    r"incidents?|failures?|churn|turnover|"
    r"attrition|delays?|late|overdue|bad debts?|scrap|waste|shortages?|absence|absenteeism|absences|"
    r"deviations?|differences?|variances?|costs?|"
    r"expenses?|expenditure|spend|lead time|cycle time|days|hours taken|waiting|response time|turnaround|"
    r"time to|downtime|overruns?|violations?|"
    r"injuries|backlog|duration)\b"
)
_MORE = re.compile(
    r"准确|正确|及时|准时|按时|合格|达标|达成|完成率|通过|销售额|销量|收入|利润|产量|产值|营业额|"
    r"回款|签约|中标|增长|回报|覆盖|命中|利用|满足率|到位|保有|留存|续约|续费|"
    r"转化|市场份额|占有|出勤|节约|降低率|回收率|成功|好评|满意|良品|良率|录用|新增|人效|效率|毛利|周转率|"
    r"\b(?:accuracy|accurate|on.?time|timeliness|punctuality|pass|sales|revenue|profit|margin|output|"
    r"growth|return on|roi|coverage|"
    r"utili[sz]ation|completion|completed|conversion|retention|renewals?|market share|satisfaction|"
    r"attendance|savings?|yield|success|"
    r"first.?pass|fill rate|efficiency|productivity|collected|collection|delivered|new (?:customers?|"
    r"clients?|orders?|dealers?|accounts?|contracts?)|compliance)\b"
)
_PERCENT = re.compile(
    r"率$|率\b|百分比|比例|占比|比重|份额|\b(?:rate|percentage|percent|ratio|share|accuracy|margin|"
    r"roi|return on|yield)\b|%"
)
_SHARE = re.compile(r"^(?:the )?(?:share|proportion|portion|percentage|percent|part) of |的(?:比例|占比|百分比|比率)$")
"""A share of what is counted: more of it is better, unless that is a bad thing."""
_DAYS = re.compile(r"周期|天数|工期|\b(?:lead time|cycle time|turnaround|days|time to market)\b")
_HOURS = re.compile(r"小时|工时|时长|\b(?:hours|response time)\b")
_MONEY = re.compile(
    r"额$|金额|成本|费用|利润$|收入|支出|产值|\b(?:amount|costs?|revenue|profit|expenses?|budget|"
    r"spend|sales|savings?)\b"
)
_COUNT = re.compile(
    r"次数|数量|数$|量$|总数|库存|\b(?:number of|amount of|count|volume|"
    r"quantity|how many|hours|no\. of|output)\b"
)
_JUDGED = re.compile(
    r"满意|清晰|专业|美观|友好|态度|创新|独特|完整|规范|可读|实用|易用|形象|质量$|性$|"
    r"\b(?:satisfaction|clarity|clear|professional\w*|design|friendl\w+|attitude|innovat\w+|unique\w*|"
    r"complete\w*|readab\w+|useful\w*|look)\b"
)


def read_measure(name: str) -> Measure:
    """What an indicator's name says of its measure (method.md 2.2, question 3); nothing is guessed beyond the name."""
    folded = " ".join(fold(name[:_LONGEST]).split())
    if HARD_TO_COUNT.search(folded):
        return Measure(direction=_direction(HARD_TO_COUNT.sub("", folded)))
    direction = _direction(folded)
    if _SHARE.search(folded):
        return Measure(numeric=True, direction=direction or Direction.MORE, unit="%")
    if _PERCENT.search(folded):
        return Measure(numeric=True, direction=direction, unit="%")
    if _JUDGED.search(folded) and not _COUNT.search(folded):
        return Measure(numeric=None, direction=direction)
    if _DAYS.search(folded) or _HOURS.search(folded):
        return Measure(numeric=True, direction=direction, unit="day" if _DAYS.search(folded) else "hour")
    if _MONEY.search(folded) or _COUNT.search(folded):
        return Measure(numeric=True, direction=direction)
    return Measure(numeric=True if direction else None, direction=direction)


def _direction(name: str) -> Direction | None:
    if _LESS.search(name) and not re.search(r"降低率|减少率|下降率|节约|\b(?:reduction|savings?)\b", name):
        return Direction.LESS
    return Direction.MORE if _MORE.search(name) or re.search(r"降低率|减少率|下降率|节约|\breduction\b", name) else None


_LONGEST = 100
