"""Whole four-part statements (method.md 2.3)."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from dialogs.reading.dates.whens import read_when
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.patterns import beginning
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_standard
from dialogs.working_days import CHINA
from kpi.plan import Relation, Statement, When

_LONGEST = 2000
_MOST_CLAUSES = 60
_Reader = Callable[[str], When | None]
_NUMBERING = r"(?:\(?[0-9一二三四][.)、](?![0-9])|[①-④⑴-⑷•*-](?=\s|[\u3400-\u9fff])) *"
_CLAUSE = re.compile(
    rf"(?:^|(?:[;。\n]|,(?![0-9]{{3}}(?![0-9]))|\.(?=\s|$))[,;。\n ]*)(?:{_NUMBERING})?"
    r"| +[-–—|/]+ +| +(?=(?:使?用|利用|运用|[通透]过|完成|达到|做到|实现|确保|[于在])[\u3400-\u9fff0-9a-z])"
)
"""What parts clauses, with the number of the next one; no comma within a number does."""
_DONE = "completing|finishing|delivering|producing|submitting"
_GOAL_WITH = (
    r"with (?=(?:an? |no |zero |at least |at most )?(?:[a-z]+ ){0,2}(?:accuracy|satisfaction|rate|errors?|variance|"
    r"scores?|completeness|completion|coverage|delays?|deviation|compliance|complaints?|defects?)\b"
    r"|(?:zero|no|at least|at most|fewer|less|more|under|over|below|above) |[0-9.]+ ?%)"
)
_GOAL_OF = (
    r"with (?=(?!an? )(?:[a-z&'()-]+ ){1,8}?(?:of )?"
    r"(?:at least|at most|no more than|no less than|more than|less than) )"
)
"""What is reached where no article stands before it: with sales of at least …"""
_MEANS_WITH = r"with an? (?:budget|team|crew|staff|group|consultant|tool|system|vendor|partner|checklist)"
_TIME = (
    r"(?=每|本[周月季年]|[下今明后][周个月季半年天]|[0-9一二三四五六七八九十]{1,4}(?:月|日|号|年|天|个工作)|月[底末初]"
    r"|季[度末]|年[底末中]|周[一二三四五六日末]|[上下]半年|第[一二三四]季)"
)
_TOOL = (
    r"(?=工(?:单(?!位)|时(?![间长])|资(?![格料])|程(?!序)|作(?!人)|业(?!务)|艺|序|厂|具(?!体)|商|控)"
    r"|品(?:质(?!量)|控|牌)|料[号件]|量[具化]|时[间段]|户籍(?!贯))"
    r"(?=[^,;。\n]{0,20}?(?:系统|平台|软件|表(?![现示达])|台[账帐]|看板|数据|工具|清单|日志|记录|模板|模块))"
)
"""A tool whose name begins as the second half of a word with 用 may: 用工单系统 uses tickets, 用工成本 is a cost."""
_NO_NOUN = rf"(?:(?![户途量料品工于时])|{_TOOL})"
"""What follows 用 where it is a verb; 用户, 用途, 用量 are nouns."""
_STARTS = {
    "by": (
        rf"于|在(?!用户|客户)|(?=到?{_TIME}[^,;。]{{0,12}}(?:[前底末内日号]|季度|周.)(?:[,;。\n]|$))到?|"
        rf"by (?!using |means of |{_DONE})|before |on |no later than |not later than |within |every |each "
    ),
    "using": (
        r"运用|使用(?!率)|利用(?!率)|通过(?!率)|透过|藉由|借由|借助|采用|凭借|"
        rf"以(?=.{{1,30}}(?:方式|方法|手段|形式))|以(?=[^,;。]{{1,30}}(?:[于在]{_TIME}|完成))|以(?=现有|"
        r"[^,;。]{1,12}(?:团队|小组|人员|人力|系统|软件|工具|资源|预算|平台)[,;。\n ])|"
        rf"用{_NO_NOUN}|using |by using |by means of |with the help of |through |via |"
        rf"(?={_MEANS_WITH})with |"
        rf"(?!{_GOAL_WITH}|{_GOAL_OF})with (?!an? )"
    ),
    "complete": (
        r"(?:与|和|同|跟|协同|联合|会同).{1,30}?完成|完成|(?:we |i )?(?:will )?(?:complete|finish|deliver|"
        rf"produce|compile|draw up|submit)s? |by (?:{_DONE}) "
    ),
    "reach": (
        r"以?达到|以?达成|达(?!能|人|标)|以?实现|以?做到|以?确保|保证|使得?.{1,20}?达到|"
        r"(?:so as )?to (?:reach|achieve|meet) |"
        r"to (?=[\u4e00-\u9fff]|(?:an?|at|the|no|less|more|within|under) )|"
        rf"reaching |achieving |attaining |with (?=an? )|so that |ensuring (?:that )?|"
        rf"(?:reach|achieve|attain) (?!out )|{_GOAL_WITH}|{_GOAL_OF}"
    ),
}
"""What a part may begin with at the start of a clause (after a mark, or at the beginning)."""
_LABELS = {
    "by": "by when|by|when|due|何时|due date|deadline|date|于|时间|期限|截止|截止日期|截止时间|完成时间",
    "using": "using what|using|with|用什么|resources?|tools?|means|methods?|用|使用|资源|工具|方式|方法|手段",
    "complete": "complete what|complete|deliver|做什么|内容|outputs?|deliverables?|task|work|完成|产出|成果|任务|交付",
    "reach": "to what standard|reaching what|reach what|reach|standards?|targets?|goals?|达到|要求|标准|目标",
}
"""What a part may stand behind, with a colon."""
_WITHIN = {
    "by": (
        r"(?<= )no later than |(?<= )(?:by|before) (?=the |end|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
        r"every |each |[0-9]|month|year|quarter|next |(?:jan|feb|mar|apr|may|jun|jul|aug|"
        rf"sep|oct|nov|dec))|[于在]{_TIME}"
    ),
    "using": (
        rf"(?<= )using |(?<= )via |(?<=[日末底天前月号点后内旬初])(?:使?用|通过|利用|运用|借助)(?!率){_NO_NOUN}|"
        r"(?<= )by using |"
        r"(?:(?<=day )|(?<=month )|(?<=quarter )|(?<=year )|(?<=week )|(?<=[0-9] ))(?:with|through) (?!an? |no |[0-9])"
    ),
    "complete": (
        r"(?<![的已未完a ])完成(?![率度情时])|(?<! a )(?<!the )(?<!not )(?<= )(?:to )?complete (?!by |and |with |in )|"
        rf"(?<= )by (?:{_DONE}) "
    ),
    "reach": (
        rf"达到|(?<=[,\u3400-\u9fff])做到|(?<= ){_GOAL_WITH}|"
        r"(?<= )(?:and |so as )?(?:to )?(?:reach|achieve|attain)(?:ing)? (?=at |no |[0-9]|zero )|"
        r"(?<= )reaching |(?<= )achieving |(?<= )to (?=(?:an? .{1,80}? of |at least |at most |no (?:more|"
        r"less|fewer) ))"
    ),
}
"""What begins a part in the middle of a clause, where nothing but a part can follow."""


_ALSO = re.compile(r"(?:and|then) |并且|并|且")
"""What joins a part to the one before it."""
_JOINING = re.compile(r"(?: and|,? ?(?:并且|并|且))$", re.IGNORECASE)
"""What joins a part to the next one."""


def _parts(words: dict[str, str]) -> str:
    return "|".join(f"(?P<{part}>{begin})" for part, begin in words.items())


_START = re.compile(_parts(_STARTS))
_INNER = beginning("于在使用通利运借完达做", _parts(_WITHIN))
_LABELLED = re.compile(_parts({part: rf"(?:{names}) ?: ?" for part, names in _LABELS.items()}))


@dataclass(frozen=True, slots=True)
class _Mark:
    """The words that begin a part, from `start` to `end`; the part before it ends at `cut`."""

    part: str
    cut: int
    start: int
    end: int


def read_statement(text: str, today: dt.date, country: str = CHINA) -> Statement | None:
    """The parts of a four-part statement, in any order; None unless at least two of them are marked.

    A time limit that is no date or rhythm is kept in its words.
    """
    written = clean(text).text
    if len(written) > _LONGEST:
        return None
    folded = fold(written)

    @cache
    def read(limit: str) -> When | None:
        return _when(limit, today, country)

    marks = _first_of_each(_marks(folded, lambda: _leading(folded, written, len(written), read) is not None))
    if not marks:
        return None
    ends = [*(mark.cut for mark in marks[1:]), len(written)]
    parts = {mark.part: _bare(written[mark.end : end]) for mark, end in zip(marks, ends, strict=True)}
    by = _time_limit(folded, written, marks, ends, read)
    if len({part for part in parts if parts[part] and part != "by"}) + (by is not None) < 2:
        return None
    kept = {part: parts.get(part) or None for part in ("using", "complete", "reach")}
    return Statement(by=by, **kept)


def _when(limit: str, today: dt.date, country: str) -> When | None:
    try:
        return read_when(limit, today, country)
    except Unread:
        return None


def _marks(folded: str, leads: Callable[[], bool]) -> list[_Mark]:
    """All words that may begin a part, in order; `leads` tells whether a time limit without such a word comes first.

    Clauses without any are read for what they require only where there is another part.
    """
    clauses = list(_CLAUSE.finditer(folded))
    if len(clauses) > _MOST_CLAUSES:
        return []
    found: list[_Mark] = []
    bare: list[tuple[_Mark, int]] = []
    for clause, end in zip(clauses, [*(match.start() for match in clauses[1:]), len(folded)], strict=True):
        begin = clause.end() + len(folded[clause.end() : end]) - len(folded[clause.end() : end].lstrip())
        begin = joined.end() if (joined := _ALSO.match(folded, begin, end)) else begin
        first = _LABELLED.match(folded, begin, end) or _START.match(folded, begin, end)
        inner = [_mark(match, match.start()) for match in _INNER.finditer(folded, first.end() if first else begin, end)]
        if first:
            found.append(_mark(first, clause.start()))
        elif not inner and len(clauses) == 1:
            return []  # what says one thing has no two parts
        elif not inner:
            bare.append((_Mark("reach", clause.start(), begin, begin), end))
        elif inner[0].part == "reach":
            inner[0] = _Mark("reach", clause.start(), begin, begin)  # 准确率达到98%以上: what is required stands before
        found.extend(inner)
    if bare and (found or leads()):
        found.extend(mark for mark, end in bare if _requires(folded[mark.start : end]))
    return sorted(found, key=lambda mark: mark.start)


def _requires(clause: str) -> bool:
    """Whether a clause says how much is required, as 准确率不低于98% does."""
    try:
        return read_standard(clause).comparator is not None
    except Unread:
        return False


def _mark(match: re.Match[str], cut: int) -> _Mark:
    part = match.lastgroup or ""
    with_others = part == "complete" and not match[0].startswith("完成") and match[0].endswith("完成")
    belongs = with_others or match[0].startswith(("every", "each", "within"))  # these words are part of the part
    return _Mark(part, cut, match.start(), match.start() if belongs else match.end())


def _first_of_each(marks: list[_Mark]) -> list[_Mark]:
    """The first mark of each part; later ones are words inside a part."""
    return list({mark.part: mark for mark in reversed(marks)}.values())[::-1]


def _bare(part: str) -> str:
    bare = part.strip().strip(",，;；。、").removesuffix(".").strip()
    return _JOINING.sub("", bare)


def _time_limit(folded: str, written: str, marks: list[_Mark], ends: list[int], read: _Reader) -> When | None:
    """The part marked by 于 or "by"; otherwise a first clause that reads as a date or rhythm (每月25日, …)."""
    for mark, end in zip(marks, ends, strict=True):
        if mark.part == "by":
            return _read(written[mark.start : end], written[mark.end : end], read)
    return _leading(folded, written, marks[0].cut, read)


def _leading(folded: str, written: str, end: int, read: _Reader) -> When | None:
    """The date or rhythm in the first clause, up to a place: 每月25日."""
    clause = _CLAUSE.search(folded, 1)
    leading = _bare(written[: min(end, clause.start() if clause else end)])
    when = _read(leading, "", read) if leading else None
    return when if when and (when.date or when.rrule) else None


def _read(whole: str, words: str, read: _Reader) -> When:
    """The time limit, in its words where it reads as none; it means "by" unless it says before or after."""
    when = read(_bare(whole))
    if when is None:
        return When(_bare(words), relation=Relation.BY)
    relation = when.relation if when.relation in {Relation.BEFORE, Relation.AFTER} else Relation.BY
    return replace(when, text=_bare(words) or when.text, relation=relation)
