"""Texts behind figures that are no notes on them: figures once more, taken back, or the end of all that is added."""

import re
from collections.abc import Sequence

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.edits import corrects
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figure_words import unnamed
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest, hinted, letters
from dialogs.reading.text.politeness import unpolite

_LONGEST = 200
"""Characters of the longest correction: anything longer is a note."""
_ENDS = re.compile(
    r"(?:都|已经?|我)?(?:完成|填完|报完|写完|说完|完毕|结束|提交)(?:了|吧)?|无(?:其他|别的)?(?:说明|附件|照片|文件|佐证)|没有?别的说明"
    r"|就?(?:这样|这些|这么多)(?:了|吧)?|(?:i'?m |all |we'?re )?(?:done|finished)|the end|submit"
    r"|that'?s (?:it|all|about it)(?: from me| for now)?"
    r"|没有?(?:别的|其他|其它|什么|啥)了?|(?:我|这边|暂时|目前|真|也|就|确实)*(?:没|没有|无)(?:什么|啥)?(?:特别|其他|别的)?(?:的|可|好|要|需要|想)*"
    r"(?:说|讲|补充|解释|说明|备注|加|报告)(?:的|了)*|(?:一切|都)(?:正常|挺?好|没问题)(?:的|了)?"
    r"|(?:no|nope|nah|not really|nothing)?[, ]*(?:it'?s |that'?s |we'?re |i'?m )?(?:all|everything)(?: is|'s)?"
    r" (?:good|fine|ok|okay|clear|normal|well|as (?:planned|usual))"
    r"|(?:no|nope|nah|not really)?[, ]*(?:nothing|not much|not a thing)(?: (?:special|more|else|new|much))?"
    r"(?: (?:to|i can) (?:add|say|tell|report|explain|mention|note))?"
    r"(?: (?:for )?(?:this|the) (?:month|time|one|moment))?"
)
_CLAUSE = re.compile(r"[,，;.。!！~… ]*[,，;.。!！~…][,，;.。!！~… ]*")
_BACK = re.compile(
    r"重[填报写]|重新(?:填|报|写|上报|填写|填报)|[写报说填打搞弄看算][错反]|错了|反了|[少多漏]报|作废|撤回|更正|不对|有误|不正确|改成|改为|核对|等等|等一[下会]|稍等"
    r"|\b(?:typo|mistake|wrong|incorrect|redo|correction|wait|hold on|check|again|oops)\b"
)
"""What takes a figure back though no other one is given."""
_IDLE = re.compile(
    rf"{_BACK.pattern}|第[0-9一二三四五六七八九十]+[个项条]|\b(?:first|third|fourth|last)\b|修改|更改|纠正|应该|应当|[应实]为|实际|而是|不是|不对|有误|是|为|的|了|改|抱歉|不好意思|对不起|刚才|刚刚|之前|上面|前面"
    r"|这个月|本月|数据|数字|请|把|将|其实|行|我|再|一下|下|那个数|这个数|那个|这个|啊|哦|吧|都|和|跟|与|百分之"
    r"|\b(?:should|be|been|have|is|was|are|were|it|its|it's|that|this|not|no|sorry|actually|i|we|me|let|meant?|ma[dk]e|read|to"
    r"|the|an?|of|and|at|in|for|now|please|change|update|correct|corrected|rather|instead|figures?|numbers?|percent"
    r"|one|second|just|re-?enter|report|month)\b"
)
_NO = re.compile(r"^(?:no|nope|nah|yes|yeah|ok|okay)\s+(?=that|thats|it|all|nothing|done|finished)")
_NOTE = re.compile(r" *(?:说明|备注|注|note) ?:")
_NUMBER = re.compile("[0-9零一二两三四五六七八九十百千万亿]+")
_COUNTERS = frozenset("单件次个家人位笔条项份元点")


def takes_back(text: str, asked: Sequence[Asked]) -> bool:
    """Whether a text corrects figures rather than telling about them: it names indicators and numbers, and no more.

    What only takes back does so, too: 重填, let me check. So does a clause of its own: "scratch that, renewal is 84".
    """
    written = clean(text).text
    if len(written) > _LONGEST or _NOTE.match(fold(written)):
        return False
    parts = [part for part in _CLAUSE.split(written) if _NUMBER.search(fold(part)) and _names(part, asked)]
    return corrects(written) or only_tells(written, asked) or any(only_tells(part, asked) for part in parts)


def _names(said: str, asked: Sequence[Asked]) -> bool:
    return any(any(closest(said, [one.name])) or any(hinted(said, [one.name])) for one in asked)


def only_tells(written: str, asked: Sequence[Asked]) -> bool:
    """Whether a text holds figures, or that they were wrong, and nothing beside them: 退货率 1.9%, let me check."""
    if not asked:
        return False
    bare = fold(unnamed(written, [one.name for one in asked]))
    said = _IDLE.sub(" ", bare)
    corrected = _NUMBER.search(said) or _BACK.search(bare)
    return corrected is not None and all(_told_of(word, asked) for word in letters(_NUMBER.sub(" ", said)).split())


def ends(text: str) -> bool:
    """Whether a text says that there is nothing more, and no more than that: 完成, 无说明, "no thanks, all good"."""
    said = [_NO.sub("", part) for part in _CLAUSE.split(fold(clean(text).text)) if part.strip()]
    return any(map(_ENDS.fullmatch, said)) and all(
        _ENDS.fullmatch(part) or read_act(part) in {"yes", "no", "none"} or not unpolite(part) for part in said
    )


def _told_of(word: str, asked: Sequence[Asked]) -> bool:
    """Whether a word is a unit, or names a part of an indicator: 订单 of 订单数量, order of orders shipped."""
    if word in _COUNTERS or word in {"k", "m"}:
        return True
    stem = word.removesuffix("s") or word
    named = [letters(one.name) for one in asked]
    units = [letters(one.unit) for one in asked if one.unit]
    return word in units or any(len(stem) > 1 and stem in said for said in (*named, *units))
