"""Wishes to change an answer given before, and what they name."""

import re

from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite

_VERB = r"(?:修改|更改|改动|变更|编辑|调整|修正|更正|改(?![进善革造版良装签制编期为成]))(?:一下|下)?"
_WISH = r"(?:(?:我|请|麻烦|帮我|能不能|可以|想|要|需要|再|先|回去|重新) ?)*"
_CHINESE = re.compile(
    rf"{_WISH}{_VERB}[: ]?(?P<after>(?!一?下$).+)|{_WISH}把(?P<moved>.+?)(?:重新)?{_VERB}|"
    r"(?P<before>.+?)(?:要|想|需要)?(?:修改|更改|改)一下"
)
_ENGLISH = re.compile(
    r"(?:(?:i|we|please|can|could|may|let me|let's|want to|need to|would like to|'d like to|like to|go back and) ?)*"
    r"(?:edit|change|modify|correct|revise|fix|update) (?:(?:the|my|our|this|answer to|answers? about) )*(?P<what>.+)"
)
_NUMBERED = re.compile(
    r"(?:第|#|no\.? ?|(?:number|item|answer|question|line)(?: number| no\.?)? )?"
    r"(?P<number>[0-9]{1,4}|[一二两三四五六七八九十百]{1,5})"
    r"(?:st|nd|rd|th)?(?:条|项|题|个|号|行| answer| item| question| one)?(?:的?答案)?"
)
_CORRECTION = re.compile(
    r"(?:不对|不是|错了|[写报说打填]错|搞错|更正|纠正|应该是|应该为|应是|应为|实际是|实际为|改成|改为|"
    r"sorry|oops|wait|correction|actually|i meant?|it (?:is|was|should be)|should (?:be|have been)|"
    r"that(?:'s| is) wrong|not [0-9])[^\n]*[0-9]"
)
_LONGEST = 80
"""Characters of the longest wish: anything longer is an answer."""


def corrects(text: str) -> bool:
    """Whether a text takes back a figure and gives another: 不对，是1.5%, sorry, 127."""
    written = clean(text).text
    return len(written) <= _LONGEST and any(_CORRECTION.match(fold(one)) for one in (written, unpolite(written)))


def read_edit(text: str) -> str | None:
    """What a wish to change an answer names: "内部客户" out of 修改内部客户, "6" out of 改第6条; None for other texts.

    That something of this name was answered is for the caller to see: 修改次数 reads as a wish too.
    """
    written = unpolite(clean(text).text).rstrip("?？")
    if len(written) > _LONGEST:
        return None
    folded = fold(written)
    match = _CHINESE.fullmatch(folded) or _ENGLISH.fullmatch(folded)
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    numbered = _NUMBERED.fullmatch(folded, start, end)
    number = numeral(numbered["number"], 0) if numbered else None
    return str(number.value) if number else unpolite(written[start:end]) or None
