"""Lists: several things in one answer."""

import re

from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from dialogs.reading.unread import Unread

_MARK = re.compile(r"[、,;\n]")
_CIRCLED = re.compile("[①-⑳]")
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s,;、。]))(?:\(?[0-9]{1,2}(?:[.)、](?![0-9])|\)[、.]?)|[-*•·‧](?= ))[ \t]*", re.MULTILINE
)
_OPENING = re.compile(
    r"(?:(?:就是|主要是|主要有|主要包括|我们主要有|我们有|我有|一共有|包括|包含|有以下|分别是|应该是)[::]?"
    r"|(?:we have|i have|there (?:is|are)|they are|these are|it is|it's|mainly|namely|for example)\b[:,]?|^[::])\s*"
)
_CLOSING = re.compile(
    r"(?:\s*(?:等等|等|之类的?|谢谢|吧|etc\.?|and so on|thanks|thank you|please)[.。!,;]*)+$|"
    r"[\s.。!;,、]+$"
)
_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"', "《": "》", "(": ")"}
_WRAPPERS = {"“": "”", "「": "」", "『": "』", '"': '"'}

_ALWAYS = re.compile(r"以及(?!时)|还有|\bas well as\b")
_HAN_JOIN = re.compile(r"[和与及跟]")
_WORD_JOIN = re.compile(r" and | & ")
_KEPT_HAN = re.compile(
    r"和谐|和平|和解|和睦|共和|总和|饱和|温和|缓和|调和|柔和|附和|与会|参与|与否|与其|赋与|给与|及时|及格|"
    r"及早|以及时|涉及|普及|波及|顾及|触及|危及|提及|埃及|跟进|跟踪|跟单"
)
_KEPT_WORDS = (
    "research and development",
    "research & development",
    "terms and conditions",
    "health and safety",
    "environment, health and safety",
    "profit and loss",
    "profit & loss",
    "sales and marketing",
    "mergers and acquisitions",
    "supply and demand",
    "learning and development",
    "training and development",
    "food and beverage",
    "repair and maintenance",
    "safety and security",
    "pros and cons",
    "time and attendance",
    "compensation and benefits",
)
_KEPT = re.compile("|".join(re.escape(words) for words in _KEPT_WORDS))
_HEAD = re.compile(
    r"(?:部|部门|科|处|组|中心|室|局|委|司|团队|计划|方案|报告|报表|表|制度|流程|手册|记录|系统|合同|协议|"
    r"分析|管理|服务)$"
)
_WHOLE = re.compile(
    rf"{_HEAD.pattern}|(?:经理|总监|主管|领导|老板|上级|下级|下属|同事|员工|商|户|师|长|者|人|会|方|厂|行|"
    rf"店|公司|单位|校|院|书|单|纪要|名单)$"
)
_LONGEST_JOINED = 8
"""Han characters on each side of a 和 or 与 that may part two items: longer ones are sentences."""


def read_list(text: str, longest: int = 200) -> tuple[str, ...]:
    """The items of an answer, in order, each once; a sentence that is no list is one item.

    Raises Unread where nothing is left or an item has more than `longest` characters.
    """
    written = _CIRCLED.sub("\n", clean(text).text)
    items = [item for piece in _pieces(written) if piece.strip() for item in _joined_items(piece)]
    kept = list({fold(item): item for item in reversed([_bare(item) for item in items]) if item}.values())[::-1]
    if not kept:
        raise Unread("unread.list.empty")
    if any(len(item) > longest for item in kept):
        raise Unread("unread.list.long", n=longest)
    return tuple(kept)


def _pieces(text: str) -> list[str]:
    """The text without what leads into it and out of it, cut at marks and numbering."""
    folded = fold(text)
    opening = _OPENING.match(folded)
    start = opening.end() if opening else 0
    closing = _CLOSING.search(folded[-80:], max(0, start - max(0, len(folded) - 80)))
    end = (
        len(folded) - 80 + closing.start()
        if closing and len(folded) > 80
        else closing.start()
        if closing
        else len(folded)
    )
    text, folded = text[start:end], folded[start:end]
    cuts = [match.span() for match in _MARK.finditer(folded) if not _within_number(folded, match.start())]
    numbering = [match.span() for match in _NUMBERING.finditer(folded)]
    kept = [span for span in _kept_spans(folded) if not any(start <= span[0] < end for start, end in numbering)]
    return _cut(text, cuts + numbering, kept)


def _within_number(folded: str, at: int) -> bool:
    """Whether the comma at this place separates thousands."""
    return (
        folded[at] == ","
        and folded[at - 1 : at].isdigit()
        and re.match(r"[0-9]{3}(?![0-9])", folded[at + 1 : at + 5]) is not None
    )


def _joined_items(piece: str) -> list[str]:
    """One piece cut at the words that join items."""
    folded = fold(piece)
    kept = _kept_spans(folded) + [match.span() for match in _KEPT_HAN.finditer(folded)]
    cuts = [match.span() for match in _ALWAYS.finditer(folded)]
    cuts += [match.span() for match in _WORD_JOIN.finditer(folded)]
    parts = _cut(piece, cuts, kept)
    return [item for part in parts for item in _names(part)]


def _names(part: str) -> list[str]:
    """Short Chinese names joined by 和, 与, 及 or 跟."""
    folded = fold(part)
    kept = _kept_spans(folded) + [match.span() for match in _KEPT_HAN.finditer(folded)]
    joins = [match.span() for match in _HAN_JOIN.finditer(folded) if not _inside(match.start(), kept)]
    edges = [0, *(place for join in joins for place in join), len(folded)]
    names = [folded[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if any(not 1 < len(name) <= _LONGEST_JOINED for name in names) or not _apart(names):
        return [part]
    return _cut(part, joins, [])


def _apart(names: list[str]) -> bool:
    """Whether joined names stand for themselves: in 业务与技术支持部 the first only qualifies the department."""
    return not _HEAD.search(names[-1]) or all(_WHOLE.search(name) for name in names[:-1])


def _kept_spans(folded: str) -> list[tuple[int, int]]:
    """What quotes, brackets and well-known phrases keep whole."""
    spans = [match.span() for match in _KEPT.finditer(folded)]
    for opening, closing in _QUOTES.items():
        start = folded.find(opening)
        while start >= 0:
            end = folded.find(closing, start + 1)
            if end < 0:
                break
            spans.append((start, end + 1))
            start = folded.find(opening, end + 1)
    return spans


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _cut(text: str, cuts: list[tuple[int, int]], kept: list[tuple[int, int]]) -> list[str]:
    pieces, at = [], 0
    for start, end in sorted(cuts):
        if start >= at and not _inside(start, kept):
            pieces.append(text[at:start])
            at = end
    return [*pieces, text[at:]]


def _bare(item: str) -> str:
    """An item without space, closing marks, quotes around it and a leading "and"."""
    bare = re.sub(r"^(?:and|和|与|及)\s+", "", item.strip().rstrip(".。!！").strip(), flags=re.IGNORECASE)
    if len(bare) > 1 and _WRAPPERS.get(bare[0]) == bare[-1]:
        bare = bare[1:-1].strip()
    return bare if any(character.isalnum() or ord(character) > 0x2E80 for character in bare) else ""
