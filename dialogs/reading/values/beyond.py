"""The outstanding standard told by the basic one, by the offers, or not at all: 再往上提1.5个点, "your second one"."""

import re
from decimal import Decimal

from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from kpi.plan import Direction

_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十半]|an?|one|two|three|four|five|half a)"
_POINTS = r" ?(?:个?(?:百分)?点|%|趴|(?:percentage |percent )?points?|percent)"
_UP = r"提高|提升|提|加|高出?|多|上调|涨"
_DOWN = r"降低|降|低|减少|减|少|下调"
_ABOVE = re.compile(
    rf"(?:(?:比|在|从)?(?:这个|那个)?(?:基本|标准|合格|底线)+(?:的)?(?:基础)?(?:之?上)?)?(?:面|再|就|还|往[上下]|向[上下]|多)*"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:个|上|了)? ?{_NUMBER}{_POINTS}(?:吧|就好|就行|左右)?"
)
_BETTER = re.compile(
    rf"(?:maybe |say |just |about |i'd say |another )*{_NUMBER}{_POINTS}?"
    r" (?:(?P<better>better|beyond)|(?P<up>higher|above|more|over|up|on top)|(?P<down>lower|below|less|under|down))"
    r"(?: (?:than|of|on))?(?: (?:the |that |this )?(?:basic(?: standard| one)?|standard|it|that))?"
)
_ORDINAL = re.compile(
    r"(?:就|选|用|要|那就|拿|取|按|take |use |go with |i'd take |i'll take |pick |let's take |let's say |ok |"
    r"yes |the |your |please )*"
    r"(?:第(?P<han>[一二12])个?|前(?:面|一)?(?P<front>个|那个)|后(?:面|一)?(?P<back>个|那个)"
    r"|(?P<latin>first|second|former|latter|last)(?: one| offer| proposal| suggestion)?)"
    r"(?: please| then|吧|好了|就行|就好|了)*"
)
_SAME = re.compile(
    r"(?:跟|和|与|同)(?:上面|基本|标准|合格|那个)+(?:的)?(?:一样|相同|一致)|^同上|"
    r"(?<![a-z])(?:the )?same(?: as)?(?: the)?(?: basic| above| before| one)?(?: standard| one)?$"
)
_DECLINED = re.compile(
    r"^(?:我们)?(?:不用|不需要|不必|无需|没必要|不想|别)(?:再|给我)?(?:设定?|定|填|写|分|搞)?(?:这个|卓越标准|卓越|它)?[了啦吧的]*$"
    r"|没有?(?:什么|啥)?(?:所谓的?)?(?:卓越|优秀)|达到(?:基本|标准)?就(?:行|好|可以|够)"
    r"|^(?:please |just |let's |ok |we |i'd )*skip(?: this| it| that| the outstanding)?\b|\bno (?:need|outstanding)\b"
    r"|\b(?:we|i) (?:don't|do not|dont) (?:do|need|have|want|use) (?:one|any|it|this|that|these)\b"
)
_OPEN = re.compile(
    r"[?？0-9]|[吗呢谁]|怎么|什么(?!卓越|所谓|优秀)|还没|问|先|再说|等|\b(?:yet|later|ask|why|"
    r"what|first|until)\b"
)
_HALVES = {"半": Decimal("0.5"), "half a": Decimal("0.5"), "a": Decimal(1), "an": Decimal(1)}
_ORDER = {"一": 0, "1": 0, "first": 0, "former": 0, "二": 1, "2": 1, "second": 1, "latter": 1, "last": 1}


def points_beyond(text: str, direction: Direction) -> Decimal | None:
    """How many percentage points above the basic standard a text says; negative below it."""
    for clause in _clauses(text):
        match = _ABOVE.fullmatch(clause) or _BETTER.fullmatch(clause)
        if match is None:
            continue
        points = _HALVES.get(match["number"])
        found = numeral(match["number"], 0)
        points = points if points is not None else found.value if found else None
        better = "better" in match.re.groupindex and match["better"]
        down = direction is Direction.LESS if better else bool(match["down"])
        return points if points is None else -points if down else points
    return None


def offer_picked(text: str, count: int) -> int | None:
    """The offer (from 0) that a text takes by its order."""
    match = _ORDINAL.fullmatch(fold(clean(text).text).strip(" ,，.。!！"))
    if match is None:
        return None
    word = match["han"] or match["latin"] or ("first" if match["front"] else "second")
    at = count - 1 if word == "last" else _ORDER[word]
    return at if at < count else None


def same_as_basic(text: str) -> bool:
    """Whether a text says that it is the same as the basic standard."""
    return any(_SAME.search(clause) for clause in _clauses(text))


def declines(text: str) -> bool:
    """Whether a text says that there is none, nor is to be one."""
    said = fold(clean(text).text)
    return len(said) <= _LONGEST and not _OPEN.search(said) and any(_DECLINED.search(one) for one in _clauses(text))


def _clauses(text: str) -> list[str]:
    said = fold(clean(text).text)
    return [clause.strip() for clause in re.split(r"[,，;；。!！\n]|\.(?=\s|$)", said) if clause.strip()]


_LONGEST = 80
"""Characters of the longest refusal."""
