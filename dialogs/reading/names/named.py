"""The one name in a sentence about a post, a department or who holds a post; nothing where it names none or several."""

import re

from dialogs.reading.answers.lists import bare
from dialogs.reading.answers.pieces import cut, kept_spans
from dialogs.reading.names.roles import TALK
from dialogs.reading.text.fold import fold

_END = re.compile(r"[,;。!?…\n:]+|\.(?=\s|$)")
_NOT = re.compile(
    r"不是|不算|以前|原来|之前|走了|调走|离职|\b(?:not|before it|it was|used to be|no longer|left|"
    r"since|sits with)\b"
)
_TITLE = (
    r"(?:经理|主管|组长|班长|课长|科长|处长|部长|厂长|店长|校长|护士长|总监|主任|专员|文员|职员|助理|秘书|会计|"
    r"出纳|司机|顾问|代表|工程师|设计师|分析师|"
    r"护理师|[教律医药技讲厨]师|护士|医生|采购|[\u3400-\u9fff]{1,3}员|[\u3400-\u9fff]{1,4}工)"
)
_ENGLISH_TITLE = (
    r"(?:managers?|supervisors?|leads?|leaders?|clerks?|nurses?|engineers?|officers?|assistants?|directors?|"
    r"heads?|teachers?|drivers?|accountants?|"
    r"buyers?|planners?|analysts?|developers?|designers?|technicians?|operators?|receptionists?|secretar(?:y|ies)|"
    r"coordinators?|specialists?|"
    r"consultants?|representatives?|reps?|agents?|workers?|foremen|foreman|cashiers?|chefs?|cooks?|inspectors?|"
    r"executives?|administrators?)"
)
_DEPARTMENT = r"(?:部门?|科|处|组|室|中心|分公司|事业部|办公室|车间|课|股|委员会|门店|仓库|[医学]院)"
_FRAME = re.compile(
    r"(?:(?:我们?|咱们?|俺们?|这次|今天|还是|就|先|主要|想|要|是|来|得|需要|打算|可以|帮我|给|把|将|弄的?|做的?|"
    r"填的?|写的?|整理|梳理|理的?|"
    r"说的?|看看?|关于|部门(?=的)|手底下|手下|这边|这里|那边|那个|这个|的|下面|底下|编制在|归|属于|属)"
    r"|(?:ok|so|well|it's|its|it is|about|i|i'd|we|want|would like|like|to|do|set up|start|begin|with|for|make|"
    r"the|an?|my|our|this|that|is|one|kpis?|"
    r"plan|of|called|put|say|on paper|she's|he's|department|under|belongs|in)(?= ) )"
)
_BEHIND = re.compile(
    r"(?:这个|那个|的)?(?:岗位?|职位)?的?(?:考核|绩效|指标|kpi|计划|方案).*$|(?:这个|"
    r"那个)(?:岗位?|职位)?$|(?:岗位?|职位)$"
)


def named_post(text: str) -> str | None:
    """The post: 我想把我们仓库主管这个岗位的考核指标理一理 names 仓库主管."""
    return _one(
        text,
        rf"[\u3400-\u9fffa-z0-9&]{{0,10}}?{_TITLE}",
        rf"(?:[a-z&/-]+ ){{0,3}}{_ENGLISH_TITLE}(?: (?:of|for) [a-z&]+)?",
    )


def named_department(text: str) -> str | None:
    """The department: 营销中心下面的大客户部，不是以前的销售部了 names 大客户部."""
    return _one(
        text,
        rf"[\u3400-\u9fffa-z0-9&]{{1,10}}?{_DEPARTMENT}",
        r"(?:[a-z&/-]+ ){0,2}(?:department|team|office|division|unit|centre|center)|[a-z&]+",
    )


def _one(text: str, chinese: str, english: str) -> str | None:
    """The one name that a clause is, what frames it taken off; a name with more behind a comma is left as it is."""
    folded = fold(text)
    clauses = [one for one in cut(text, [match.span() for match in _END.finditer(folded)], kept_spans(folded)) if one]
    if "?" in folded or (len(clauses) > 1 and not (TALK.search(folded) or _NOT.search(folded) or "啦" in folded)):
        return None
    for clause in clauses:
        said = _framed(clause)
        if said and not _NOT.search(fold(clause)) and re.fullmatch(f"{chinese}|{english}", fold(said)):
            return said
    return None


def _framed(clause: str) -> str:
    """A clause without what says that it names something."""
    named = bare(clause) if clause.strip() else ""
    while (frame := _FRAME.match(fold(named))) and frame.end() < len(named):
        named = named[frame.end() :].strip()
    behind = _BEHIND.search(fold(named))
    named = named[: behind.start()] if behind else named
    return named.rpartition("的")[2] if re.search(rf"{_DEPARTMENT}(?:下面|底下)?的", fold(named)) else named
