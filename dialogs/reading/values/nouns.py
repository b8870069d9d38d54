"""Units behind a number: times, currencies, and what is counted, which is one noun long."""

import re
from collections.abc import Sequence
from itertools import takewhile

from dialogs.reading.text.tokens import Token

_PHYSICAL = re.compile(r"[A-Za-zμµ]{1,4}/(?:[A-Za-z]{1,3}[23³²]?(?![A-Za-z/])|[㎡㎥])")
"""Units that are one to those who use them: mg/l, km/h."""
HAN = "\u2e80"
"""Letters from here on are no Latin ones."""
MEASURES = frozenset(
    "个件家次份台套单單人名位张張篇场場回趟条條项項批间間起笔筆户戶宗部辆輛吨噸箱元块塊票例桶包袋瓶只支组組页頁点點处處班节節門门座栋"
    "亩棵株米克升度字行款种種类類封通步轮輪期届届本册冊幅枚颗顆粒盘盤车車趟班床队隊堂集档檔"
)
"""What counts things in Chinese: 3件, 20家客户."""
_LONGEST_HAN = 8
"""Characters of a measure word with the noun that it counts."""
_LONGEST_LATIN = 3
"""Words of a noun: new sales leads."""
_NOUN_ENDS = frozenset("都也就才了吧呢啊啦嘛呀喔哦耶我你他她它咱那")
"""Characters before which a noun has ended."""
_PREPOSITIONS = frozenset(
    {"against", "versus", "vs", "from", "of", "minus", "plus", "less", "towards"} | {"compared", "relative"}
)
_PASSED = ("及格", "合格", "达标", "達標", "良好", "优秀", "優秀")
"""What a mark earns: 80分及格."""
_NO_NOUN = frozenset("者好我你他她它我说說请請为為得扣加减記记以上下内內外前后後达達到并並且或和与與及的了就按时時")
"""Characters with which no noun begins behind a number."""


def is_physical(written: str, at: int) -> bool:
    """Whether a unit such as mg/l begins at a place of a text."""
    return _PHYSICAL.match(written, at) is not None


def unit_after(written: str, found: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The unit after the token at this place, and the place behind it."""
    number, place = found[at].number, at + 1
    if (number and number.percent) or place >= len(found):
        return None, place
    if found[place].kind in {"unit", "currency", "millions"}:
        return found[place].meaning, place + 1
    joined = written[found[at].end] == "-" and place + 1 < len(found) and found[place + 1].kind == "unit"
    if joined and found[place + 1].start == found[at].end + 1:
        return found[place + 1].meaning, place + 2  # a four-hour wait
    if place + 1 < len(found) and found[place].meaning in {"个", "個"} and found[place + 1].kind == "unit":
        return found[place + 1].meaning, place + 2
    if (physical := _PHYSICAL.match(written, found[place].start)) and found[place].kind == "word":
        end = place + sum(token.start < physical.end() for token in found[place:])
        return physical[0], end
    noun = _noun(written, found, place)
    if not noun:
        return None, place
    after = place + noun
    last = found[after - 1].end
    if after < len(found) and found[after].kind == "unit" and written[found[after].start].isascii():
        return written[found[place].start : found[after].end], after + 1  # training hours
    return written[found[place].start : last], after


def _is_noun(written: str, token: Token) -> bool:
    """Whether a token can be part of a noun: 都 and 就 begin something else."""
    return token.kind == "word" and written[token.start : token.end] not in _NOUN_ENDS


def _noun(written: str, found: Sequence[Token], place: int) -> int:
    """How many tokens a noun has that begins here."""
    if written[found[place].start : found[place].end].casefold() in _PREPOSITIONS:
        return 0
    words = list(takewhile(lambda token: _is_noun(written, token), found[place : place + _LONGEST_HAN + 1]))
    if not words or written[words[0].start] in _NO_NOUN:
        return 0
    if written[words[0].start] == "分" and written.startswith(_PASSED, words[0].end):
        return 1
    if written[words[0].start] < HAN:
        latin = list(takewhile(lambda token: written[token.start] < HAN, words))
        return min(len(latin), _LONGEST_LATIN)
    if len(words) <= _LONGEST_HAN:
        return len(words)
    if written[words[0].start] in "个個":
        return len("个病种")  # it says nothing alone, and nouns mostly have two characters
    return 1 if written[words[0].start] in MEASURES else 0
