"""Which things of a plan a clause names: by number ("1.2"), by name, or by a part of the name at its head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dialogs.reading.text.fold import FIRST_HAN, LAST_HAN, fold
from kpi.review import WHOLE


@dataclass(frozen=True, slots=True)
class Thing:
    """An output or indicator: its scope, its number in the plan ("1.2") and its names, outermost first."""

    scope: str
    number: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a clause names things: all of `scopes`, or one of them where it is not `sure` which.

    `headed` is whether the clause begins with it, so that it is what the clause is about.
    """

    start: int
    end: int
    scopes: tuple[str, ...]
    sure: bool = True
    numbered: bool = False
    headed: bool = True


_LEAD = (
    r"\s*(?:(?:另外|还有|以及|就是|尤其是?|特别是|比如|关于|对于?|把|将|请把|就?[有是]?[一两二三四几]点:?|我觉得|我认为|我们的?|这个|那个|其中|"
    r"请|提高|降低|修改|调整|删掉|删除|去掉|重写|看一下|"
    r"(?:the |its )?(?:basic |outstanding )?(?:standard|collector|weight|target|name|data|source)s? (?:of|for|in|on)\b|"
    r"(?:raise|lower|change|delete|remove|drop|fix|check|rename|rewrite|"
    r"the|for|on|about|in|and|but|also|only|just|i think|i feel|please|your|this|that)\b)\s*)*"
)
_COUNTED = (
    r"(?:第|#|no\.? ?|(?:指标|产出|item|indicator|output|number|point)s?\s*(?:no\.? ?)?)?"
    r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?![0-9])(?:项|条|个)?(?:指标|产出)?"
)
_NUMBER = re.compile(_LEAD + _COUNTED)
_ANOTHER = re.compile(rf"\s*(?:、|/|,|&|和|与|跟|及|以及|还有|and)\s*{_COUNTED}")
_BEHIND = re.compile(
    r"(?P<mark>\s*[:.)、\-—]+\s*|\s*$)|的|(?=[ \u3400-\u9fff])(?! ?[%‰万亿千百倍元天小个分次件人月年周时点折成])"
)
_SAYS = re.compile(
    r"\s*(?:的|[没不太是要应有缺写]|权重|名[称字]|\b(?:is|isn't|has|hasn't|should|needs?|looks?|seems?|must|does|doesn't|lacks?)\b)"
)
"""What begins a sentence about an output behind its mere number."""
_INSIDE = re.compile(
    r"(?<![0-9.])#?(?P<number>[0-9]{1,2}\.[0-9]{1,2})(?![0-9.]| ?[%‰万亿千百倍元天小个分次件人月年周时点折成])"
)
"""What may follow the number of a thing, which a figure has a unit behind."""
_WHOLE = re.compile(
    rf"{_LEAD}(?:整份计划|整个计划|计划整体|整体|总体|总的来说|所有指标|全部指标|各指标|各项指标|"
    r"(?:the )?(?:whole plan|plan as a whole|plan overall)|overall|in general|generally|"
    r"all indicators)(?:上|来说|来看|而言)?"
    r"(?:\s*[:,]\s*)?"
)
_IN_MANY = (
    "标准|基本|卓越|指标|产出|权重|收集|采集|数据|名称|目标|考核|完成|时间|数量|质量|成本|时限|比例|每月|每周|月度|季度|年度|"
    "经理|客户|部门|计划|情况|工作|人数|次数|of|and|to|for|in|on|by|per|with|the|an|rate|number|time|percentage|"
    "share|total|standard|indicator|output|weight|data|name|target|monthly|weekly|quarterly|annual|customer|"
    "customers|manager|department|plan|level|value|cost|quality|quantity|who|all|new|good|low|high|more|less"
)
_GENERIC = frozenset(_IN_MANY.split("|"))
"""What stands in many names, or is what remarks are made of, and names nothing by itself."""
_JOINED = re.compile(r"\s*(?:、|/|,|&|和|与|跟|及|以及|还有|,? ?and)\s*(?:the )?")


def mention(clause: str, things: Sequence[Thing]) -> Mention | None:
    """What a clause names: one thing, or those that are named together ("A and B"); None for none."""
    folded = fold(clause)
    if numbered := _by_number(folded, things):
        return numbered
    found, whole = _named(folded, things), _by_whole(folded)
    if whole and not (found and found[0].start < whole.end):
        return whole
    if not found:
        part = _in_part(folded, things)
        return part if part and part.sure else _by_number_inside(folded, things) or part
    if _heads(folded, found[0].start) and re.match(r"\s*:", folded[found[0].end :]):
        return found[0]  # what stands behind "win rate:" is about that, whatever it names
    return _together(folded, found)


def _heads(folded: str, at: int) -> bool:
    return re.fullmatch(_LEAD, folded[:at]) is not None


def _by_number(folded: str, things: Sequence[Thing]) -> Mention | None:
    numbered = {one.number: one.scope for one in things}
    match, scopes, at, plain = _NUMBER.match(folded), list[str](), 0, False
    start = match.start("number") if match else 0
    while match and match["number"] in numbered:
        scopes.append(numbered[match["number"]])
        at, plain = match.end(), "." not in match["number"]
        match = _ANOTHER.match(folded, at)
    behind = _BEHIND.match(folded, at) if scopes else None
    if behind is None:
        return None
    mark = (behind["mark"] or "").strip()
    counts = plain and len(scopes) == 1 and behind.end() < len(folded) and not mark.startswith((":", "-", "—"))
    if counts and (mark or not _SAYS.match(folded, at)):
        return None  # "1. …" counts the remarks, and 2个 is a figure
    return Mention(start, behind.end(), tuple(dict.fromkeys(scopes)), numbered=True)


def _by_number_inside(folded: str, things: Sequence[Thing]) -> Mention | None:
    """The number of an indicator within a clause: "I'd approve it if 1.2 had more"."""
    numbered = {one.number: one.scope for one in things}
    found = [match for match in _INSIDE.finditer(folded) if match["number"] in numbered]
    if not found:
        return None
    scopes = tuple(dict.fromkeys(numbered[match["number"]] for match in found))
    return Mention(found[0].start(), found[-1].end(), scopes, numbered=True, headed=False)


def _by_whole(folded: str) -> Mention | None:
    match = _WHOLE.match(folded)
    return Mention(0, match.end(), (WHOLE,)) if match else None


def _named(folded: str, things: Sequence[Thing]) -> list[Mention]:
    """Full names, the longest first where they overlap; an indicator with its output is one."""
    spans: dict[tuple[int, int], list[Thing]] = {}
    for thing in things:
        for span in _places(folded, fold(thing.names[-1]).strip()):
            spans.setdefault(span, []).append(thing)
    taken: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: one[0] - one[1]):
        if all(span[1] <= start or end <= span[0] for start, end in taken):
            taken.append(span)
    here = {thing.scope for span in taken for thing in spans[span]}
    outputs = {one.names[0]: one.scope for one in things if len(one.names) == 1}
    found = []
    for span in sorted(taken):
        named = spans[span]
        inside = [one for one in named if len(one.names) > 1 and outputs.get(one.names[0]) in here]
        scopes = tuple(one.scope for one in (inside if len(named) > 1 and inside else named))
        found.append(Mention(*span, scopes, sure=len(scopes) == 1))
    all_of_them = {scope for one in found for scope in one.scopes}
    with_parts = {outputs.get(one.names[0]) for one in things if len(one.names) > 1 and one.scope in all_of_them}
    return [one for one in found if not set(one.scopes) <= with_parts]


def _places(folded: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as words of its own, in English perhaps in the plural."""
    bare = re.sub(r"^(?:the|an?|our|my) ", "", name)
    if not bare:
        return
    edge_before = r"(?<![a-z0-9])" if bare[0].isascii() else ""
    edge_after = r"(?:e?s)?(?![a-z0-9])" if bare[-1].isascii() else ""
    for match in re.finditer(f"{edge_before}{re.escape(bare)}{edge_after}", folded):
        yield match.span()


def _in_part(folded: str, things: Sequence[Thing]) -> Mention | None:
    """The things of whose names the longest piece stands in the clause; sure only of one, named at the head."""
    best: dict[tuple[int, int], list[str]] = {}
    for thing in things:
        for piece in _pieces(fold(thing.names[-1])):
            for span in _places(folded, piece):
                best.setdefault(span, []).append(thing.scope)
    if not best:
        return None
    longest = max(end - start for start, end in best)
    spans = [span for span in best if span[1] - span[0] == longest]
    scopes = tuple(dict.fromkeys(scope for span in sorted(spans) for scope in best[span]))
    start, end = min(spans)
    headed = _heads(folded, start)
    return Mention(start, end, scopes, sure=headed and len(scopes) == 1, headed=headed)


def _pieces(name: str) -> Iterator[str]:
    """What a name may be called by: runs of its words, two characters or more, that are not in many names."""
    units = [match.span() for match in re.finditer(r"[a-z0-9][a-z0-9'&-]*|[\u3400-\u9fff]", name)]
    for first in range(len(units)):
        for last in range(first, len(units)):
            piece = name[units[first][0] : units[last][1]]
            words = re.findall(r"[a-z0-9'&-]+", piece)
            han = sum(FIRST_HAN <= character <= LAST_HAN for character in piece)
            tells = any(len(word) > 2 and word not in _GENERIC for word in words) or (han > 1 and piece not in _GENERIC)
            if tells:
                yield piece


def _together(folded: str, found: list[Mention]) -> Mention:
    """Mentions that only stand beside each other as one of all their things; others that are one clause's in doubt."""
    gaps = [folded[one.end : other.start] for one, other in pairwise(found)]
    scopes = tuple(dict.fromkeys(scope for one in found for scope in one.scopes))
    sure = all(map(joined, gaps)) and all(one.sure for one in found)
    start, end = found[0].start, found[-1].end
    return Mention(start, end, scopes, sure=sure, headed=_heads(folded, start))


def joined(between: str) -> bool:
    """Whether what stands between two names puts them side by side."""
    return _JOINED.fullmatch(fold(between)) is not None
