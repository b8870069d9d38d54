"""Where the words and marks between things part them, and where they only join what belongs together."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dialogs.reading.answers.pieces import MOST_CUTS, WRAPPERS, cut, inside, kept_spans
from dialogs.reading.names.activities import begins_activity, is_activity, is_bare_verb
from dialogs.reading.names.customers import guess_kind, is_known
from dialogs.reading.names.verbs_chinese import ends_in_paper
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from kpi.plan import CustomerKind


@dataclass(frozen=True, slots=True)
class Parted:
    """The items of one piece; `otherwise` where it may as well be read like that."""

    items: tuple[str, ...]
    otherwise: tuple[str, ...] = ()


_MARK = re.compile(r"[、,]| / |(?<=[\u3400-\u9fff])/(?=[\u3400-\u9fff])")
_ALWAYS = re.compile(r"以及(?!时)|还有|\bas well as\b")
_HAN_JOIN = re.compile(r"[和与及跟]")
_OUTER_JOIN = re.compile(r"[和及]")
_WORD_JOIN = re.compile(r" and | & | \+ ")
_ANY_JOIN = re.compile(r"[、,] ?(?:and )?|以及|还有|[和与及]| and | & |\bas well as\b")
_MAY_JOIN = re.compile(rf"{_ANY_JOIN.pattern}|{_HAN_JOIN.pattern}|{_WORD_JOIN.pattern}")
"""Without any of these a piece is one item."""
_KEPT_HAN = re.compile(
    r"和谐|和平|和解|和睦|共和|总和|饱和|温和|缓和|调和|柔和|附和|与会|参与|与否|与其|赋与|给与|及时|及格|"
    r"及早|以及时|涉及|普及|波及|顾及|触及|危及|提及|埃及|跟进|跟踪|跟单|跟催"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,8}")
_HEAD = re.compile(
    r"(?:部|部门|科|处|组|中心|室|局|委|司|团队|计划|方案|报告|报表|表|制度|流程|手册|记录|系统|合同|协议|"
    r"分析|管理|服务)$"
)
_WHOLE = re.compile(
    rf"{_HEAD.pattern}|(?:经理|总监|主管|领导|老板|上级|下级|下属|部属|同事|员工|商|户|师|长|者|人|会|方|厂|行|"
    rf"店|公司|单位|校|院|书|单|案|稿|册|资料|纪要|名单)$"
)
_RELATION = re.compile(r"的.{0,4}(?:度|率|性|关系|差异|配合|协作|合作|沟通|对接|衔接|比)$")
"""What one thing has with another, so that the word between them does not part items: 新人跟团队的匹配度."""
_OWNED = re.compile(r"(?P<owner>[^的]+)的(?P<head>[^的]{1,8})$")
_QUALIFIER = re.compile(
    r"[\u3400-\u9fff]|[月季年]度|年中|半年度?|[中长短]期|国内|国外|海外|境内|境外|内部|外部|线上|线下|"
    r"[东南西北]{1,2}[部区]?"
    r"|(?:bi-?)?(?:daily|weekly|monthly|quarterly|annual|yearly)|short-term|long-term|internal|external|domestic"
)
"""What only says of what kind something is, so that it goes with what follows: 月度、季度报表."""
_ADJECTIVE = re.compile(
    r"[a-z-]+(?:ful|less|able|ible|ous|ive|ical|ional|ely|ed)|clean|safe|complete|accurate|tidy|clear|short|new|old|"
    r"fast|"
    r"correct|healthy|secure|timely|neat|friendly|sound|ready|simple|early|fresh|warm|cold|hot"
)
"""The same in front of "and" only: "timely and accurate reports"; factors are adjectives with commas."""
_INTRODUCTION = re.compile(r"(?:在.+下|根据|按照|依据|结合|为了|通过|对于?|针对|围绕).*")
_DETERMINED = re.compile(r"(?:the|our|an?|my|his|her|their|your|all|both|two|three|each|every|some|other) ")
_PREPOSITION = re.compile(r" (?:in|from|of|for|at|on|with|between|to|about|across|under) ")
_OF_ONE = re.compile(r" (?:in|of|for) [a-z]+$")
_SHARED = re.compile(
    r" (?:reports?|plans?|tests?|lists?|statements?|forecasts?|analys[ei]s|reviews?|departments?|teams?|office|"
    r"committee|council|policy|"
    r"policies|procedures?|records?|summary|budget|meetings?|agreements?|schedules?|sheets?|charts?|figures|data|"
    r"managers?|managements?)$"
)
"""What two words may share: "budget and sales report"."""
_MOST_WORDS = 3
"""Words of a name in Latin letters beside a 和 or 与 that parts it from a Chinese one."""
_LONGEST_JOINED = 8
"""Han characters on each side of a 和 or 与 that may part two items: longer ones are sentences."""


def part(piece: str, *, single: bool) -> Parted:
    """The items of a piece of an answer; `single` where nothing but commas and words parts the answer."""
    folded = fold(piece)
    kept = kept_spans(folded)
    if begins_activity(piece) and not _all_known(folded):
        return _duties(piece, folded, kept) if single else Parted((piece,))
    if not single and is_activity(piece):
        return Parted((piece,))
    marks = [match.span() for match in _MARK.finditer(folded) if not within_number(folded, match.start())]
    parts = _qualified(cut(piece, marks, kept))
    if owned := _owned(parts):
        return owned
    parted = [_joined(one) for one in parts]
    items = tuple(item for one in parted for item in one.items)
    otherwise = tuple(item for one in parted for item in one.otherwise or one.items)
    return Parted(items, otherwise if otherwise != items else ())


def _all_known(folded: str) -> bool:
    """Whether all that marks part is known to receive something: 生产车间、总经理 is nothing that is done."""
    names = [name.strip() for name in _MARK.split(folded)]
    return len(names) > 1 and all(map(is_known, names))


def within_number(folded: str, at: int) -> bool:
    """Whether the comma at this place separates thousands."""
    return (
        folded[at] == ","
        and folded[at - 1 : at].isdigit()
        and re.match(r"[0-9]{3}(?![0-9])", folded[at + 1 : at + 5]) is not None
    )


def _duties(piece: str, folded: str, kept: list[tuple[int, int]]) -> Parted:
    """Duties are parted where another one begins; a verb alone goes with what follows, an object with its verb."""
    kept = kept + [match.span() for match in _KEPT_HAN.finditer(folded)]
    chinese = _HAN.search(folded) is not None
    start = 0
    cuts: list[tuple[int, int]] = []
    doubts: list[tuple[int, int]] = []
    for mark in _ANY_JOIN.finditer(folded):
        if inside(mark.start(), kept) or within_number(folded, mark.start()):
            continue
        left, right = folded[start : mark.start()], folded[mark.end() :]
        comma = mark[0].startswith(",")
        if not left.strip() or is_bare_verb(left) or (chinese and _INTRODUCTION.fullmatch(left)):
            continue
        if begins_activity(right) or (chinese and comma) or (is_bare_verb(right) and not chinese and not doubts):
            cuts.append(mark.span())
            start = mark.end()
        elif comma or (mark[0] == "、" and _is_paper(_ANY_JOIN.split(right)[0]) and not ends_in_paper(left)):
            doubts.append(mark.span())
    items = tuple(cut(piece, cuts, []))
    if not doubts:
        return Parted(items)
    last = [match.span() for match in _WORD_JOIN.finditer(folded, doubts[-1][1])][:1]
    return Parted(items, tuple(cut(piece, [*cuts, *doubts, *last], [])))


def _qualified(parts: list[str]) -> list[str]:
    """The parts, those that only qualify joined with what follows them: 月度、季度报表 is one."""
    joined: list[str] = []
    for one in parts:
        if joined and _QUALIFIER.fullmatch(fold(joined[-1]).strip()):
            comma = "、" if _HAN.search(one) else ", "
            joined[-1] = f"{joined[-1].strip()}{comma}{one.strip()}"
        else:
            joined.append(one)
    return joined


def _owned(parts: list[str]) -> Parted | None:
    """Several that may all own the thing named last: 原材料、外协件和辅料的价格表."""
    last = [one.strip() for one in re.split(r"[和与及]", parts[-1])]
    owners = [one.strip() for one in (*parts[:-1], *last[:-1])]
    found = _OWNED.fullmatch(fold(last[-1]))
    if len(parts) < _SEVERAL or not found or any(_stands(fold(one)) for one in (*owners, found["owner"])):
        return None
    items = (*owners, last[-1])
    return Parted(("、".join(map(str.strip, parts)),), items)


_SEVERAL = 2


def _is_paper(name: str) -> bool:
    """Whether a name is long enough to stand for something written: 月度报表 next to 参加会议."""
    return len(name) >= _NAME and ends_in_paper(name)


_NAME = 4


def _stands(name: str) -> bool:
    """Whether a folded Chinese name stands for itself: somebody known, something that can be held."""
    return bool(_WHOLE.search(name)) or is_known(name) or "的" in name or not _HAN.search(name)


def _joined(piece: str) -> Parted:
    """One piece cut at the words that join items."""
    if not _MAY_JOIN.search(fold(piece)):
        return Parted(tuple(_spaced(piece)))
    if begins_activity(piece):
        folded = fold(piece)
        return _duties(piece, folded, kept_spans(folded))
    folded = fold(piece)
    kept = kept_spans(folded) + [match.span() for match in _KEPT_HAN.finditer(folded)]
    parts = cut(piece, [match.span() for match in _ALWAYS.finditer(folded)], kept)
    parted = [_worded(one) for one in parts]
    items = tuple(name for one in parted for item in one.items for name in _short_names(item))
    otherwise = tuple(name for one in parted for item in one.otherwise or one.items for name in _short_names(item))
    return Parted(items, otherwise if otherwise != items else ())


def _worded(piece: str) -> Parted:
    """A piece cut at " and ", " & " and " + ", where both sides can stand alone; in doubt it is whole, or else cut."""
    folded = fold(piece)
    kept = kept_spans(folded)
    start, sure, doubts = 0, [], []
    for mark in _WORD_JOIN.finditer(folded):
        if inside(mark.start(), kept):
            continue
        left, right = piece[start : mark.start()], re.split(r" and | & | \+ ", piece[mark.end() :])[0]
        match _apart(left.strip(), right.strip(), mark[0].strip()):
            case True:
                sure.append(mark.span())
                start = mark.end()
            case None:
                doubts.append(mark.span())
    items = tuple(cut(piece, sure, []))
    return Parted(items, tuple(cut(piece, [*sure, *doubts], []))) if doubts else Parted(items)


def _apart(left: str, right: str, mark: str) -> bool | None:
    """Whether what stands on both sides of "and" is two things; None where it may be one as well."""
    before, after = fold(left), fold(right)
    if _HAN.search(before + after):
        return True
    if mark == "&" and left[:1].isupper() and right[:1].isupper() and not (is_known(before) and is_known(after)):
        return False  # Parks & Recreation
    if _QUALIFIER.fullmatch(before.split(", ")[-1]) or (_ADJECTIVE.fullmatch(before) and " " in after):
        return False
    if _DETERMINED.match(after):
        return True
    if _PREPOSITION.search(before) and " " not in after:
        if _OF_ONE.search(before) and guess_kind(after, internal=True) is CustomerKind.DEPARTMENT:
            return None  # head of sales and finance
        return is_known(after)  # not in "resellers in the states and canada"
    alone = is_known(before) or " " in before or _DETERMINED.match(before) or before.endswith("s")
    return True if alone or not _SHARED.search(after) else None


def _short_names(piece: str) -> list[str]:
    return [name for names in _names(piece) for name in _spaced(names)]


def _names(part: str) -> list[str]:
    """Short Chinese names joined by 和, 与, 及 or 跟; a number stands for one that was offered.

    和 parts before 与 does, which may also stand inside a name (业务与技术支持部和财务部).
    """
    folded = fold(part)
    kept = kept_spans(folded) + [match.span() for match in _KEPT_HAN.finditer(folded)]
    for joining in (_OUTER_JOIN, _HAN_JOIN):
        joins = [match.span() for match in joining.finditer(folded) if not inside(match.start(), kept)]
        if len(joins) > MOST_CUTS // 2:
            return [part]
        edges = [0, *(place for join in joins for place in join), len(folded)]
        names = [folded[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
        if joins and all(map(_is_short, map(_unwrapped, names))) and _stand_apart([*map(_unwrapped, names)]):
            return [name for piece in cut(part, joins, []) for name in _names(piece)]
    return [part]


def _is_short(name: str) -> bool:
    latin = name.isascii() and len(name.split()) <= _MOST_WORDS  # 刘洋和Anna Berg
    return name.isdigit() or latin or 1 < len(name) <= _LONGEST_JOINED


def _unwrapped(name: str) -> str:
    name = unpolite(name)
    return name[1:-1] if len(name) > 1 and WRAPPERS.get(name[0]) == name[-1] else name


def _spaced(part: str) -> list[str]:
    """Chinese names with nothing but space between them, where each can only be a name of its own."""
    words = part.split()
    alone: Callable[[str], bool] = lambda word: bool(_WHOLE.search(word)) or is_known(word)  # noqa: E731
    return words if all(_HAN_NAME.fullmatch(word) and alone(word) for word in map(fold, words)) else [part]


def _stand_apart(names: list[str]) -> bool:
    """Whether joined names stand for themselves: in 业务与技术支持部 the first only qualifies the department."""
    if _RELATION.search(names[-1]) or any(_QUALIFIER.fullmatch(name) for name in names[:-1]):
        return False
    return not _HEAD.search(names[-1]) or all(name.isdigit() or _WHOLE.search(name) for name in names[:-1])
