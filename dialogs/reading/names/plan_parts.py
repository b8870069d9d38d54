"""Which parts of a plan a text speaks of: the collector, the basic standard, the name, the weight (method.md 2)."""

import re

from dialogs.reading.text.fold import fold

_THING = r"(?:指标|产出|这[个项条]|它|整[个项条])?"
_NOT = r"(?<!不要)(?<!不用)(?<!不能)(?<!别)"
_CHINESE = {
    "remove": (rf"{_NOT}{_THING}(?:删[掉除去]|去掉|拿掉|取消掉?|不要了|不需要|没必要|没有必要)(?:这个)?(?:指标|产出)?"),
    "outstanding": r"卓越(?:标准|值|水平)?|优秀(?:标准|值)?|挑战(?:标准|值|目标)",
    "basic": r"基本(?:标准|值|要求)?|(?:目标|标准|达标|合格)值|标准",
    "receiver": r"接收[人者方]|[交报发]给谁|谁来?接收",
    "collector": (
        r"(?:收集|采集|统计|提供数据)的?(?:人|者|方|部门)|谁来?(?:收集|采集|统计|提供)|换个?人来?(?:收集?|统计)"
        r"|自己来?(?:收集?|统计)(?:自己的?(?:数据)?)?"
    ),
    "data": r"数据来源|数据|来源|出处|依据",
    "sample": r"样本|抽样|抽查",
    "when": r"(?:收集|统计|考核|上报|采集)?(?:频率|频次|周期)|多久|什么时候|何时",
    "raters": r"第二个?(?:评价|评分|评核)[人者]",
    "judge": r"(?:评价|评分|评核)[人者]|评委|由谁评|谁来评",
    "factors": r"评[价核]要素|要素|评分点|看什么",
    "weight": r"权重|占比|比重",
    "direction": r"方向|越[高低多少大小]越好|反了",
    "statement": r"表述|描述",
    "serves": r"目标是什么|服务于?(?:什么|哪个)目标",
    "name": r"名称|名字|叫法|改名|更名|命名",
    "period": r"考核期|计划期",
    "holder": r"(?:任职|担任)[者人]",
    "coverage": r"覆盖率?",
}
_ENGLISH = {
    "remove": (
        r"(?<!not )(?<!n't )\b(?:delete|remove|drop|bin|scrap|ditch|take out|leave out|get rid of)\b"
        r"(?: (?:this|it|that|the))?"
        r"(?: indicator| output| one)?|\bnot needed\b"
    ),
    "outstanding": r"\b(?:outstanding|excellent|stretch)\b(?: standard| target| level| goal)?",
    "basic": r"\bbasic(?: standard)?\b|\b(?:standards?|targets?|thresholds?)\b",
    "receiver": r"\breceivers?\b|\bwho receives\b",
    "collector": r"\bcollectors?\b|\bwho reports\b|\b(?:who )?collect(?:s|ed|ing)?\b(?: by\b)?",
    "data": r"\bdata(?: source)?\b|\bsource\b",
    "sample": r"\bsampl(?:e|es|ing)\b",
    "when": r"\bfrequency\b|\bhow often\b|\brhythm\b|\bwhen\b",
    "raters": r"\bsecond rater\b|\btwo raters\b",
    "judge": r"\bjudge\b|\bwho judges\b|\brater\b",
    "factors": r"\bfactors?\b|\bcriteria\b",
    "weight": r"\bweights?\b|\bweighting\b",
    "direction": r"\bdirection\b|\bwrong way round\b|\b(?:more|less|higher|lower|fewer) is better\b",
    "statement": r"\bstatement\b|\bwording\b",
    "serves": r"\bgoal\b|\bserves\b",
    "name": r"\bname\b|\brenamed?\b|\btitle\b",
    "period": r"\bperiod\b",
    "holder": r"\bholder\b",
    "coverage": r"\bcoverage\b",
}
PART = re.compile("|".join(f"(?P<{part}>{words}|{_ENGLISH[part]})" for part, words in _CHINESE.items()))
"""What each part is called; of what is part of a longer word (标准 of 卓越标准) the longer one comes first."""
_LEVEL = re.compile(
    r"[偏太过][低高松严紧]|不够高|[低高松严]了|[提调]高|[降调]低|[0-9]+(?:\.[0-9]+)?\s*[%万元天]"
    r"|\b(?:low|high|easy|lax|strict|ambitious|soft|weak|tight|lower|higher|raise)\b"
)
"""What is said of a standard without naming it."""


def parts_named(text: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The parts that a text speaks of, in its order, without what stands in the names of what it is about.

    "Too low" speaks of the basic standard; whoever wants a thing out wants nothing else of it.
    """
    folded = fold(text)
    for name in names:
        folded = folded.replace(fold(name), " ")
    found = tuple(dict.fromkeys(str(match.lastgroup) for match in PART.finditer(folded)))
    if found:
        return ("remove",) if "remove" in found else found
    return ("basic",) if _LEVEL.search(folded) else ()
