"""Lists: several things in one answer."""

import re
from collections.abc import Sequence

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.joins import Parted, part
from dialogs.reading.answers.pieces import MOST_CUTS, WRAPPERS, cut, kept_spans
from dialogs.reading.names.activities import is_activity
from dialogs.reading.names.measures import HARD_TO_COUNT
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.unread import Unclear, Unread

_STRONG = re.compile(r"[;\n]")
_MARK = re.compile(r"[、,;\n]")
_CIRCLED = re.compile("[①-⑳]")
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s,;、。]))(?:[一二三四五六七八九]是|第[一二三四五六七八九十][,、:]|"
    r"(?<![^\s])[一二三四五六七八九十]{1,2}、"
    r"|\(?[a-h][.)](?= )|\(?[0-9]{1,2}(?:[.)、](?![0-9])|\)[、.]?)|(?<![^\n])[0-9]{1,2},(?![0-9])|[-*•·‧](?= ))[ \t]*",
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
_JOINING = re.compile(r"^(?:(?:and|also|plus|和|与|及) )+(?=\S)")  # in lower case only: "Plus Market" is a name


def read_list(text: str, longest: int = 200) -> tuple[str, ...]:
    """The items of an answer, in order, each once; a sentence that is no list is one item.

    Fillers and politeness are no items, nor are remarks about oneself beside other items.
    Raises Unclear where it may be one thing or several; Unread where nothing is left, an item has more than `longest`
    characters, or there are too many.
    """
    written = _CIRCLED.sub("\n", _countable(clean(text).text))
    pieces = _pieces(written)
    parted = (
        [Parted((one,)) for one in pieces]
        if _are_duties(pieces)
        else [part(one, single=len(pieces) == 1) for one in pieces]
    )
    kept = _kept([item for one in parted for item in one.items], longest)
    if any(one.otherwise for one in parted):
        otherwise = _kept([item for one in parted for item in one.otherwise or one.items], longest)
        if otherwise != kept:
            raise Unclear(quoted(kept), quoted(otherwise), ask="unclear.list")
    return kept


def _are_duties(pieces: list[str]) -> bool:
    """Whether most of several pieces say what is done: then none of them is a list."""
    return len(pieces) > _PAIR and 2 * sum(map(is_activity, pieces)) > len(pieces)


_PAIR = 2


def quoted(items: Sequence[str]) -> str:
    """A text that is read as just these items."""
    opening = next((one for one in WRAPPERS if not any({one, WRAPPERS[one]} & set(item) for item in items)), "")
    return "\n".join(f"{opening}{item}{WRAPPERS.get(opening, '')}" for item in items)


def _kept(found: list[str], longest: int) -> tuple[str, ...]:
    """The items that are some, each once; raises Unread."""
    items = [_item(item) for item in found]
    items = [item for item in items if not _is_remark(item)] or items
    kept = tuple({fold(item): item for item in reversed(items) if item}.values())[::-1]
    if not kept:
        raise Unread("unread.list.empty")
    if any(len(item) > longest for item in kept):
        raise Unread("unread.list.long", n=longest)
    return kept


def _countable(text: str) -> str:
    """The text without clauses that say that something is hard to count."""
    return "".join(cut(text, [match.span() for match in HARD_TO_COUNT.finditer(fold(text))], [])) or text


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
    numbered = _BRACKETED if _BRACKETED.match(folded) else _NUMBERING  # (1)客户(2)供应商
    numbering = [match.span() for match in numbered.finditer(folded)]
    if len(_MARK.findall(folded)) + len(numbering) > MOST_CUTS:
        raise Unread("unread.list.many", n=MOST_CUTS // 2)
    cuts = [match.span() for match in _STRONG.finditer(folded)]
    kept = [span for span in kept_spans(folded) if not any(start <= span[0] < end for start, end in numbering)]
    pieces = [_unlabelled(piece) for piece in cut(text, cuts + numbering, kept)]
    return [piece for piece in pieces if _item(piece)] or [text]


_LONGEST_CLOSING = 20
"""Characters at the end that are searched for "and so on"."""


def _unlabelled(piece: str) -> str:
    label = _LABEL.match(fold(piece))
    return piece[label.end() :] if label else piece


def _item(item: str) -> str:
    """An item without politeness, closing marks, quotes around it and a leading "and"."""
    name = unpolite(_JOINING.sub("", item.strip()))
    if len(name) > 1 and WRAPPERS.get(name[0]) == name[-1]:
        name = name[1:-1].strip()
    return name if any(character.isalnum() or ord(character) > 0x2E80 for character in name) else ""
