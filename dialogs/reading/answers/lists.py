"""Lists: several things in one answer."""

import re

from dialogs.reading.answers.acts import read_act
from dialogs.reading.names.measures import HARD_TO_COUNT
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.unread import Unread

_MARK = re.compile(r"[、,;\n]| / |(?<=[\u3400-\u9fff])/(?=[\u3400-\u9fff])")
_CIRCLED = re.compile("[①-⑳]")
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s,;、。]))(?:[一二三四五六七八九]是|第[一二三四五六七八九十][,、:]|(?<![^\s])[一二三四五六七八九十]{1,2}、"
    r"|\(?[a-h][.)](?= )|\(?[0-9]{1,2}(?:[.)、](?![0-9])|\)[、.]?)|[-*•·‧](?= ))[ \t]*",
    re.MULTILINE,
)
_BRACKETED = re.compile(r"\s*\([0-9]{1,2}\)\s*")
_OPENING = re.compile(
    r"(?:[^,;:、]{0,6}?(?:客户|顾客|产出|成果|服务对象)(?:主要)?(?:分别)?(?:有|是|包括|包含)(?=[^:]*[、和及与,])|"
    r"(?:一共有|主要有|分别有|就是|包括|包含|有以下|分别是)[::]?|[只就]有一个,?(?:就是|是|:)|"
    r"[共有]*[一两二三四五六几2-9]{1,2}个?[个家类种项][^:、,]{0,4}:|"
    r"(?:we have |i have |there (?:is|are) |only |just )?"
    r"(?:one|two|three|four|five|six|[2-9]|several)(?: [a-z]+){0,2}:|"
    r"(?:we have|i have|there (?:is|are))[:,]?|"
    r"(?:they are|these are|"
    r"(?:our|my|the) (?:[a-z]+ ){1,2}(?:are|include)(?= ))[:,]?|"
    r"both (?=.* and )|"
    r"^[::])\s*"
)
_CLOSING = re.compile(r"\s*(?:等等|等|之类的?|\betc|\band so on)$")
_LABEL = re.compile(
    r"\s*(?:[^,;:、]{1,12}(?:那边|这边|那里|这里|方面|来说|的话)|"
    r"[^,;:、]{1,12}有[两一二三四五六七八九十0-9]{1,3}[个类种家]"
    r"|(?:内部|外部|对内|对外)(?:客户)?|(?:主要)?(?:客户|产出|服务对象)(?:有|是|包括)?"
    r"|(?:our |internal |external )?(?:customers|clients|outputs)|internal(?:ly)?|external(?:ly)?)\s*:\s*"
    r"|\s*(?:对内|对外)(?:主要)?(?:是|有)"
)
"""What an item is said under: "供应商那边：采购订单"."""
_REMARK = re.compile(r"(?:我|i )(?:\(.*?\))? ?(?:自己)?(?:也|还|都|会|想|得|要|需要|also |need|want|would |will )")
"""A clause about the speaker, which is no item: "我（采购经理）也要看他的数据"."""
_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"', "《": "》", "(": ")"}
_WRAPPERS = {"“": "”", "「": "」", "『": "』", '"': '"'}

_ALWAYS = re.compile(r"以及(?!时)|还有|\bas well as\b")
_HAN_JOIN = re.compile(r"[和与及跟]")
_OUTER_JOIN = re.compile(r"[和及]")
_WORD_JOIN = re.compile(r" and | & | \+ ")
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
_JOINING = re.compile(r"^(?:(?:and|also|plus|和|与|及) )+(?=\S)")  # in lower case only: "Plus Market" is a name
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,8}")
_KEPT = re.compile("|".join(re.escape(words) for words in _KEPT_WORDS))
_HEAD = re.compile(
    r"(?:部|部门|科|处|组|中心|室|局|委|司|团队|计划|方案|报告|报表|表|制度|流程|手册|记录|系统|合同|协议|"
    r"分析|管理|服务)$"
)
_WHOLE = re.compile(
    rf"{_HEAD.pattern}|(?:经理|总监|主管|领导|老板|上级|下级|下属|同事|员工|商|户|师|长|者|人|会|方|厂|行|"
    rf"店|公司|单位|校|院|书|单|纪要|名单)$"
)
_RELATION = re.compile(r"的.{0,4}(?:度|率|性|关系|差异|配合|协作|合作|沟通|对接|衔接|比)$")
"""What one thing has with another, so that the word between them does not part items: 新人跟团队的匹配度."""
_MOST_WORDS = 3
"""Words of a name in Latin letters beside a 和 or 与 that parts it from a Chinese one."""
_LONGEST_JOINED = 8
"""Han characters on each side of a 和 or 与 that may part two items: longer ones are sentences."""


def read_list(text: str, longest: int = 200) -> tuple[str, ...]:
    """The items of an answer, in order, each once; a sentence that is no list is one item.

    Fillers and politeness are no items, nor are remarks about oneself beside other items.
    Raises Unread where nothing is left, an item has more than `longest` characters, or there are too many.
    """
    written = _CIRCLED.sub("\n", _countable(clean(text).text))
    items = [_item(item) for piece in _pieces(written) for item in _joined_items(piece)]
    items = [item for item in items if not _is_remark(item)] or items
    kept = list({fold(item): item for item in reversed(items) if item}.values())[::-1]
    if not kept:
        raise Unread("unread.list.empty")
    if any(len(item) > longest for item in kept):
        raise Unread("unread.list.long", n=longest)
    return tuple(kept)


def _countable(text: str) -> str:
    """The text without clauses that say that something is hard to count."""
    return "".join(_cut(text, [match.span() for match in HARD_TO_COUNT.finditer(fold(text))], [])) or text


def _is_remark(item: str) -> bool:
    return read_act(item) in {"yes", "none"} or _REMARK.match(fold(item)) is not None


def bare(text: str) -> str:
    """A single name without fillers, politeness, quotes and closing marks; as written where nothing else is left."""
    written = clean(text).text
    return _item(written) or written


def _pieces(text: str) -> list[str]:
    """The text without what leads into it and out of it, cut at marks, numbering and the words that join items."""
    text = unpolite(text)
    opening, closing = _OPENING.match(fold(text)), _CLOSING.search(fold(text[-_LONGEST_CLOSING:]))
    text = text[opening.end() if opening else 0 : -len(closing[0]) if closing else None]
    folded = fold(text)
    cuts = [match.span() for match in _MARK.finditer(folded) if not _within_number(folded, match.start())]
    numbered = _BRACKETED if _BRACKETED.match(folded) else _NUMBERING  # (1)客户(2)供应商
    numbering = [match.span() for match in numbered.finditer(folded)]
    if len(cuts) + len(numbering) > _MOST_CUTS:
        raise Unread("unread.list.many", n=_MOST_CUTS // 2)
    kept = [span for span in _kept_spans(folded) if not any(start <= span[0] < end for start, end in numbering)]
    return [_unlabelled(piece) for piece in _cut(text, cuts + numbering, kept)]


_MOST_CUTS = 120
"""Marks and numbers between the items of one answer; more than half as many items are no list."""
_LONGEST_CLOSING = 20
"""Characters at the end that are searched for "and so on"."""


def _unlabelled(piece: str) -> str:
    label = _LABEL.match(fold(piece))
    return piece[label.end() :] if label else piece


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
    return [name for part in parts for names in _names(part) for name in _spaced(names)]


def _names(part: str) -> list[str]:
    """Short Chinese names joined by 和, 与, 及 or 跟; a number stands for one that was offered.

    和 parts before 与 does, which may also stand inside a name (业务与技术支持部和财务部).
    """
    folded = fold(part)
    kept = _kept_spans(folded) + [match.span() for match in _KEPT_HAN.finditer(folded)]
    for joining in (_OUTER_JOIN, _HAN_JOIN):
        joins = [match.span() for match in joining.finditer(folded) if not _inside(match.start(), kept)]
        if len(joins) > _MOST_CUTS // 2:
            return [part]
        edges = [0, *(place for join in joins for place in join), len(folded)]
        names = [folded[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
        if joins and all(_is_short(name) for name in map(_unwrapped, names)) and _apart([*map(_unwrapped, names)]):
            return [name for piece in _cut(part, joins, []) for name in _names(piece)]
    return [part]


def _is_short(name: str) -> bool:
    latin = name.isascii() and len(name.split()) <= _MOST_WORDS  # 刘洋和Anna Berg
    return name.isdigit() or latin or 1 < len(name) <= _LONGEST_JOINED


def _unwrapped(name: str) -> str:
    name = unpolite(name)
    return name[1:-1] if len(name) > 1 and _WRAPPERS.get(name[0]) == name[-1] else name


def _spaced(part: str) -> list[str]:
    """Chinese names with nothing but space between them, where each can only be a name of its own."""
    words = part.split()
    return words if all(_HAN_NAME.fullmatch(word) and _WHOLE.search(word) for word in map(fold, words)) else [part]


def _apart(names: list[str]) -> bool:
    """Whether joined names stand for themselves: in 业务与技术支持部 the first only qualifies the department."""
    if _RELATION.search(names[-1]):
        return False
    return not _HEAD.search(names[-1]) or all(name.isdigit() or _WHOLE.search(name) for name in names[:-1])


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


def _item(item: str) -> str:
    """An item without politeness, closing marks, quotes around it and a leading "and"."""
    name = unpolite(_JOINING.sub("", item.strip()))
    if len(name) > 1 and _WRAPPERS.get(name[0]) == name[-1]:
        name = name[1:-1].strip()
    return name if any(character.isalnum() or ord(character) > 0x2E80 for character in name) else ""
