"""Scoring rules and formulas: how points are given or a figure is worked out, which are no standards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.text.fold import fold
from dialogs.reading.text.patterns import beginning

_NUMBER = r"(?:[0-9]+(?:[.、][0-9]+)?|[零一二两三四五六七八九十百半]+|\(\s*\)|全部|满|_+)"
_POINTS = beginning(
    r"0-9倒扣减加罚奖再得计记为评发提本不按满全津补增一低高少超大小取分绩工=%$£€:(",
    rf"(?:倒?扣除?|扣减|(?<!增)加|(?<![递削缩压])减|罚款?|奖励?|再?(?<!觉)得|计|记|为|评|=) ?(?:去|至|本项|该项|"
    rf"该指标|本指标|相应|绩效)?(?:约)? ?{_NUMBER}(?:[-~至到]{_NUMBER})? ?(?:%? ?的?(?:奖金|绩效|分数|"
    rf"分值))?(?<!%)(?:个)? ?(?:分(?!钟|之|别)|元(?=[,;。]|"
    rf"$)|points?\b|pts\b)"
    rf"|(?:倒?扣|罚款?|奖励?) ?{_NUMBER}(?:[-~至到]{_NUMBER})? ?(?:分|元|%)|(?<!增)加 ?{_NUMBER} ?分|"
    rf"(?<![递削缩压])减 ?{_NUMBER} ?分"
    r"|扣[除减]?[^,;。0-9]{0,10}(?:分数|分值|得分)|"
    r"(?:分数?|分值|得分|奖金|绩效|工资)(?:将|全部|全额|一律|予以|按比例){0,2}扣(?:除|减|完|光|发|罚)|"
    r"(?<![0-9.])0 ?分(?!钟|之|制)|扣完为止|不得分|不扣分|扣分|"
    r"加分(?!项率)|得满分|计满分|满分\)|计分|评分标准|按比例得?分|本项分值|得分为|分数为|发放?奖金|提成"
    r"|\(o分\)"
    r"|\b(?:deduct|subtract|(?<!plus or )(?<!plus )minus|lose|award|earn|add)(?:s|ed|ing)?"
    r" [^,;.]{0,20}\b(?:points?|marks?|pts)\b"
    r"|\bcosts? [0-9.]+ (?:points?|marks?|pts)\b"
    r"|\b(?:points?|marks?|pts) (?:are |is |will be )?(?:deducted|awarded|lost|added|off|docked|deduction|penalty)\b"
    r"|(?:%|[$£€][0-9.,]{1,12}) (?:service )?(?:credits?|pay-?outs?|bonus|penalty|rebate)\b"
    r"|(?:[:=]|\bif\b|\bfor\b|\() ?[0-9.]+ (?:points?|pts|marks)\b|\b[0-9]+ (?:points?|pts|marks) (?:for|if|per|"
    r"when|each)\b"
    r"|\b[0-9]+ if [<>≤≥]|\b(?:zero|no) (?:points|point(?! (?:zero|nought|o|one|two|three|four|five|six|seven|eight|"
    r"nine)\b)|payout|pay-out|"
    r"bonus|incentive)\b"
    r"|% of (?:the |his |her |their |your )?(?:bonus|salary|incentive|commission)\b"
    r"|\band (?:we|i|you|they|it|that|there)(?:'s|'re|'ll| is| are| will| have| get)? (?:[a-z]{1,12} ){0,3}"
    r"(?:chat|talk|word|warning|out|fired|trouble|problem|sacked|questions)\b"
    r"|取消[^,;。]{0,10}(?:奖|资格|评[优先])|得(?:基础|基本)分"
    r"|(?:[全满]勤奖|津贴|补贴)[^,;。不至最超低高]{0,4}[0-9]+ ?元"
    r"|\btriggers?\b|\brag status\b|\bnot be rewarded\b|"
    r"(?:增加|减少)得分|不奖不罚|一票否决"
    r"|(?:低于|少于|高于|超过|大于|小于|不足|不到)[^,;。]{1,10}的(?:就|都|要|得|会|则|直接|一律)",
)
"""What gives or takes points."""
_SCALE = re.compile(
    r"(?:合格|及格|达标|优秀)(?:标准|分?线|分数线?)?[为是:]? ?[0-9]+ ?分"
    r"|满分 ?[0-9]+|[0-9]+ ?分制|满意度得分|得分[^0-9,;]{0,3}[不大高低>≥][^,;]{0,4}"
)
_CONDITION = re.compile(
    r"\s*(?:[^,;。]{0,30}每(?![天日周月季年班]度?(?:不|至少|最多))[^,;。]{0,6}(?:增|减|降|低|高|多|少|超|延|提|出现|发生|漏|错)|每|如|若|凡|未|少|低|超|减少|增加|"
    r"延|迟|逾|漏|错|缺|多|高|出现|发生|降|没|.*(?:者|时|的)\s*$|if |for each|for every|each |per )"
)
"""What begins the condition of a rule that stands in a clause of its own: 每低1%, 扣2分."""
_BOUND, _EACH = re.compile(r"\s*(?:低于|高于|少于|超过|不足)"), re.compile(r"\s*每")
"""低于5%, 每高1%扣2分: a standard and a rule, not the condition of one."""
_CONSEQUENCE = re.compile(
    r"\s*(?:则|就|将|才|可)?(?:倒?扣|[加减奖得计记] ?[0-9]|罚|奖[励金]|得满|不?提成|"
    r"不奖不罚|无提成|發放|发放|取消|不得分|不计分|不扣)"
)
"""What begins a rule whose condition is the clause before it: 销售额为0, 罚10元."""
_DUTY = beginning(
    "未不达没低少小高超大逾",
    r"(?<![不能得可许要准])(?:未达到?|未满|未到|不足|不到|达不到|没达到|低于|少于|小于|高于|超过|大于|逾)[^,;。]{1,12}?"
    r"(?:者|的|时|时候)?[, ]{0,2}(?:则|就|均|都|将|一律|必须|[须需要应得]|应当|需要){0,3}"
    r"(?:(?:重新|提出|提交|填写|填报|撰写|进行|予以|给予|接受|安排|启动)?[^,;。0-9]{0,6}(?:改善|整改|检讨|约谈|补考|重考|重做|返工"
    r"|再培训|复训|通报|处罚|淘汰|辞退|解聘|降级|报告|说明|追踪|预警)[^,;。]{0,20}"
    r"|(?<=[者的时])[, ]{0,2}(?:必须|[须需应])[^,;。0-9]{2,30}(?=[,;。]|$))"
    r"|\b(?:if|when|any(?:one|body|thing)?|those|scor(?:es?|ing)|falls?|drops?|below|under|over|above|than)\b"
    r"[^,;.]{0,30}[0-9][^,;.]{0,20}?,? "
    r"(?:will|must|should|shall|needs?|has to|have to|requires?|gets?|is|are|we|they)\b[^,;.0-9]{0,30}"
    r"(?:re-?train|re-?test|resit|improvement plan|action plan|corrective action|escalat|investigat|root cause"
    r"|disciplin|warning|flagged|review meeting|dismiss)[^,;.0-9]{0,30}(?=[,;.]|$)",
)
"""What has to be done by those that miss a line, or where it is missed: 未达90分者，需填报改善报告."""
_BRACKETED = re.compile(rf"\( ?{_NUMBER} ?分 ?\)")
"""The points of an item: 98%以上(3分)."""
_LIMIT = re.compile(
    rf"\s*(?:最[高低多少]|上限|封顶|总分|满分)[^,;。0-9]{{0,6}}{_NUMBER} ?[分%]?(?:为止|封顶)?\s*|"
    rf"{_NUMBER} ?分(?:封顶|为止)\s*|"
    r"\s*(?:and )?(?:floor|cap|capped|max(?:imum)?|min(?:imum)?|down|up)(?: at| of| to|:)? (?:zero|nought|[0-9]+)"
    r"(?: (?:points?|marks?|pts))?\s*"
)
"""How many points a rule gives or takes at most."""
_CLAUSE = re.compile(r"(?:[^,，;；。\n]|[,，](?=[0-9]{3}(?![0-9])))+")
_FORMULA = re.compile(
    r"[×÷]|\* ?100 ?%|乘以|相乘|除以|之和|/ ?\S[^,;。/]{0,30}(?<!\*)[×*](?!\*)"
    r"|=[^,;。]*[*×/] ?[0-9]|= ?[0-9.]+ ?[*×]"
    r"|^[a-z][a-z #()-]{2,40} ?/ ?[0-9][0-9.,]*k? ?[a-z]|^[\u3400-\u9fff]{2,10} ?/ ?[0-9]"
    r"|^(?:按照?|依|以)[^,;。]{2,20}(?:计算?|折算|核算|换算|统计)[。]?$"
)
_QUOTIENT = re.compile(r"[\u3400-\u9fff]{2,} ?/ ?[\u3400-\u9fff]{2,}")

_INDICATOR = re.compile(
    r"(?:the )?(?:%|per ?cent(?:age)?|proportion|share|number|no\.|#) of (?!(?:days|hours|minutes|weeks|months)\b)"
    r"(?:(?!\b(?:is|are|be|to|must|should|will)\b)[^:=]){3,80}?"
    r"\b(?:within|in|under|over|more than|less than|longer than|after) (?:[0-9]|an?\b|one|two|three|four|five|ten|24)"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """Where a text tells scoring rules, and what they say."""

    spans: tuple[tuple[int, int], ...]
    note: str | None


def rules_in(written: str) -> Rules:
    """The clauses of a text that are scoring rules, with the clauses that hold their conditions."""
    folded = fold(written)
    clauses = [match.span() for match in _CLAUSE.finditer(folded)]
    duties = [match.span() for match in _DUTY.finditer(folded)]
    rules = [_is_rule(folded[start:end]) or _overlaps(duties, start, end) for start, end in clauses]
    for at in range(len(clauses) - 1, 0, -1):
        start, end = clauses[at - 1]
        opens = _CONDITION.match(folded[start:end])
        bounds_first = _BOUND.match(folded[start:end]) and _EACH.match(folded[slice(*clauses[at])])
        follows = _CONSEQUENCE.match(folded[slice(*clauses[at])])
        if rules[at] and not rules[at - 1] and (follows or (opens and not bounds_first)):
            rules[at - 1] = True
    if any(rules):
        rules = [
            rule or _LIMIT.fullmatch(folded[slice(*span)]) is not None
            for rule, span in zip(rules, clauses, strict=True)
        ]
    spans = tuple(span for span, rule in zip(clauses, rules, strict=True) if rule)
    spans += tuple(match.span() for match in _BRACKETED.finditer(folded) if not _within(match.start(), spans))
    note = "，".join(written[start:end].strip() for start, end in spans)
    return Rules(spans, note or None)


def tells_reference(written: str) -> bool:
    """Whether what a rule starts from is told rather than what is to be reached: 基准值95%，每超1%加1分."""
    return _REFERENCE.search(fold(written)) is not None


_REFERENCE = re.compile(r"基准[值分数]|起评[分点]|\b(?:base(?:line)?|reference) (?:value|score|points)\b")


def names_indicator(written: str) -> bool:
    """Whether a text is the name of an indicator that holds a limit: percentage of calls answered within 20 seconds."""
    return _INDICATOR.match(fold(written)) is not None


def _within(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= at < end for start, end in spans)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _is_rule(clause: str) -> bool:
    return _POINTS.search(_SCALE.sub("", clause)) is not None


def is_formula(written: str, *, numbered: bool) -> bool:
    """Whether a text says how something is worked out: 合格数/总数×100%; 实际值/目标值 where it holds no amount."""
    folded = fold(written)
    return _FORMULA.search(folded) is not None or (not numbered and _QUOTIENT.search(folded) is not None)
