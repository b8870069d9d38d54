"""Measures told in sentences: what is counted, taken out of why, of what was counted before and of what is meant by it.

"dealer complaints would be best but we don't log those, so take the accuracy one" names the accuracy one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from dialogs.reading.answers.lists import bare
from dialogs.reading.names.measures import read_measure
from dialogs.reading.names.told_names import is_name
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite

_END = re.compile(r"[,;。!?…\n]+|\.(?=\s|$)| - | – |——|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])|\b(?:but|so)\b")
_LEAD = re.compile(
    r"(?:那|今年|明年|现在|所以|我们?|咱们?|个人|觉得|认为|就|还是|先|只|主要|应该|可以|要|想|嘛|呢|吧|的话)*"
    r"(?:数(?![量据字值控学])|看(?![法板护诊])|用(?![户时水电工餐药车人料量印])|按(?![时期质量计要])|算(?![法力])"
    r"|盯|改[成为]"
    r"|(?<=[就先只是要想])(?:统计|考核|抓|选|取|拿|定))(?:一下|一看|的是)?(?=[\u3400-\u9fffa-z%])"
    r"|(?:(?:then|just|let's|let us|i'd|i would|we|i|only|simply|probably|better|you can|could|should|can|please"
    r"|now|and) )*"
    r"(?:take|use|count|go with|measure|look at|track|say|put|pick|choose|make it|monitor) (?:it (?:by"
    r"|with) )?(?:the )?"
)
"""What leads to a measure: 就数错误条数, "so take the accuracy one"."""
_TAIL = re.compile(
    r"(?:(?:就|比较|最|更|挺|很)*(?:靠谱|合适|实在|直接|准|好|方便|公平)(?:一?点)?|就行|就好|就够了?|来(?:衡量|算|看|考核"
    r"|定)|为准|这个|这项|那个|那项|指标|吧|啊|呀|了|的)+$"
    r"|(?: (?:one|please|then|instead|i suppose|i guess|maybe|probably|i think|for this|for that|for it))+$"
)
_ADDED = re.compile(
    r"(?:还有|另外|以及|再就是)(?P<name>[^,]{2,30}?)(?:也(?:得|要|应该|可以|会)*(?:看|算|统计|考核|盯|管))?"
)
"""One measure more, behind another: 还有退回重做的次数也得看."""
_MORE = re.compile(r"还有|另外|plus\b|and also\b|also\b|as well as\b")
_JUDGED = re.compile(
    r"(?:就|最|比较|更|挺)(?:挺|很|比较|最|更)?(?:靠谱|合适|实在|直接|好|方便|公平|行|够|可以)了?(?=$|[,。])"
    r"|(?:^|[,。])(?:别的|其[他它](?:的|指标)?)(?:都|也|就|太)"
)
"""What judges a measure, or the others: 按时交付率就挺好，别的太复杂."""
_FORMER = re.compile(
    r"以前|原来|原先|之前|过去|去年|前年|曾经|后来发现|一开始"
    r"|\b(?:used to|before|last year|previously|in the past|formerly|would be (?:best|nice|ideal|better)|at first"
    r"|originally)\b"
)
"""What was counted before, or would be."""
_DENIED = re.compile(
    r"不(?!合格|良|及时|满意|符|达标|达|足|完整|准|一致)|没(?!收)|没法|无法|别|难|"
    r"\b(?:not|no|never|nobody|can't|cannot|\w+n't|hard to|difficult)\b"
)
_MEANT = re.compile(
    r"^(?:也?就是(?:说)?|指的?是?|意思是|即|等于|口径|但?口径|算法|公式)|:"
    r"|^(?:which |that |it )?(?:means?|meaning|i\.?e\.?|that is|in other words|defined as)\b"
)
"""What says how a measure is meant."""
_LEVEL = re.compile(
    r"(?:现在|目前|平均|大概|一般|每[天周月季年]|一个月|一年)[^,]{0,12}[0-9一二两三四五六七八九十几]"
    r"|\b(?:now|currently|at the moment|usually|about|around|right now) [a-z ]{0,20}[0-9]"
)
"""How much of it there is now, which is no standard."""
_NO_NUMBER = re.compile(
    r"没(?:有|什么)?(?:数字|数据|指标|办法量化|法量化)|(?:量化|数|算)不(?:了|出来)|没法(?:数|量化|统计|算)"
    r"|无法(?:量化|统计)|凭感觉|一?看就知道|心里有数|[靠凭]经验"
    r"|\bjust (?:knows?|feels?|sees?|can tell)\b|\b(?:knows?|tells?) (?:if|when|whether) (?:it|its|it's|they)\b"
    r"|只(?:有|能).{1,10}(?:才)?(?:知道|判断|说了算|评|打分|看得?出)"
    r"|\b(?:there(?:'s| is)|there are|we have|i have|has|have) (?:really )?no (?:real )?(?:numbers?|figures?|data"
    r"|way to (?:count|measure))\b"
    r"|\bno number (?:for|to) |\bonly (?:the |our |my )?[a-z]+(?: [a-z]+)? can (?:say|tell|judge|decide|know)\b"
    r"|\b(?:can(?:'t|not)|couldn't) (?:be )?(?:really )?(?:count(?:ed)?|measured?|quantif(?:y|ied))\b|\bgut feeling\b"
)
"""What says that nothing can be counted."""


class _Kind(Enum):
    LED = "led"
    PLAIN = "plain"
    LEFT = "left"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ToldMeasures:
    """The measures that a sentence may name, in order.

    What it says of how they are meant, or how much there is, is `left`.
    """

    names: tuple[str, ...]
    left: tuple[str, ...] = ()
    together: bool = False
    """Whether each is said to come beside those before it, so that all are meant."""


def told_measures(text: str) -> ToldMeasures | None:
    """The measures that a sentence tells; None where it is no sentence, or tells none."""
    if is_name(text) and not (_FORMER.search(fold(text)) or _JUDGED.search(fold(text))):
        return None
    parts = list(_parts(unpolite(text)))
    led = tuple(dict.fromkeys(name for kind, name in parts if kind is _Kind.LED))
    plain = tuple(dict.fromkeys(name for kind, name in parts if kind is _Kind.PLAIN))
    names = led or plain
    together = all(_ADDED.fullmatch(fold(said)) for said in _clauses(unpolite(text))[1:])
    return ToldMeasures(names, tuple(_left(parts)), together) if names else None


def _left(parts: Sequence[tuple[_Kind, str]]) -> Iterator[str]:
    """How a measure is meant, with all that is said behind that; and how much there is."""
    meant = False
    for kind, said in parts:
        meant |= kind is _Kind.LEFT and _MEANT.search(fold(said)) is not None
        beside = kind is _Kind.OTHER and (meant or _MORE.match(fold(said)) is not None)
        if kind is _Kind.LEFT or beside:
            yield said


def without_number(text: str) -> tuple[str, ...] | None:
    """What is said behind it that there is nothing to count; None where that is not said."""
    said = [piece for _, piece in _parts(text)]
    at = next((at for at, piece in enumerate(said) if _NO_NUMBER.search(fold(piece))), None)
    return None if at is None else tuple(piece for piece in said[at + 1 :] if len(_WORD.findall(fold(piece))) > 1)


def fitting(name: str, labels: Sequence[str]) -> str | None:
    """The one of several names that a word out of it means: "the accuracy one", "first pass"."""
    words = set(_WORD.findall(fold(name))) - _IDLE
    found = [label for label in labels if words and words <= set(_WORD.findall(fold(label)))]
    return found[0] if len(found) == 1 else None


_WORD = re.compile(r"[a-z0-9%]+|[\u3400-\u9fff]")
_IDLE = frozenset({"the", "one", "a", "of", "rate", "率"})


def _parts(text: str) -> Iterator[tuple[_Kind, str]]:
    """The clauses of a text with what each is to the measure; those that may be none name nothing."""
    for piece in _clauses(text):
        yield (_Kind.OTHER, piece[:-1]) if piece.endswith("?") else _part(piece)


def _clauses(text: str) -> list[str]:
    """The clauses as written; one that asks ends in a question mark."""
    folded, start, found = fold(text), 0, list[str]()
    for end in [*_END.finditer(folded), None]:
        stop = end.start() if end else len(folded)
        if piece := text[start:stop].strip():
            found.append(piece + "?" if end and "?" in end[0] else piece)
        start = end.end() if end else stop
    return found


def _part(piece: str) -> tuple[_Kind, str]:
    said = fold(piece)
    if _MEANT.search(said) or _LEVEL.search(said):
        return _Kind.LEFT, piece
    if _FORMER.search(said) or _NO_NUMBER.search(said) or re.match("别的|其[他它]", said):
        return _Kind.OTHER, piece
    if added := _ADDED.fullmatch(said):
        name = piece[slice(*added.span("name"))]
        return (_Kind.LED if read_measure(name).numeric and is_name(name) else _Kind.OTHER), name
    named = _trimmed(piece)
    lead = _LEAD.match(fold(named))
    if lead and lead.end():
        name = named[lead.end() :].strip()
        return (_Kind.LED, name) if len(name) > 1 and is_name(name) else (_Kind.OTHER, piece)
    counts = read_measure(named).numeric or read_measure(named).unit or _JUDGED.search(said)
    plain = counts and is_name(named) and not _DENIED.search(said)
    return (_Kind.PLAIN, named) if plain else (_Kind.OTHER, piece)


def _trimmed(piece: str) -> str:
    """A clause without what it only ends with: 靠谱, 就行, "I suppose"."""
    named = bare(piece)
    while (tail := _TAIL.search(fold(named))) and tail.start():
        named = bare(named[: tail.start()])
    return named
