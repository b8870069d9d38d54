"""Words that point at something said before: 上一题, 刚才的…, "my previous answer", "question 3", "the second …"."""

import re

from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.fold import fold

_IDLE = (
    r"的|那一?[个项条边里份题栏块]?|这一?[个项条边里份题栏块]?|里面?|上面?|我们?|我?刚刚?才?|刚才|前面|之前|先前|您?的?答案|答的|填的|写的|说的|名字|名称|名单|名(?=\s|$)"
    r"|\b(?:the|my|our|for|of|on|in|at|that|this|to|a|an|answers?|list|names?|ones?|side|earlier|before|about|there|just|i|"
    r"gave|said|wrote|typed|part|again|please|pls|me)\b|'s\b|[\s\"'“”‘’「」:,.!?]"
)
_IDLES = re.compile(_IDLE)
_LAST = re.compile(
    r"(?:刚刚?才?|我)*(?:上|前|之前|刚才)那?(?:一|面)?(?:个|题|问|步|项|条)(?:的?(?:问题|题|回答|答案|答的|填的))?的?"
    r"|(?:我)?刚刚?才?(?:的)?(?:回答|答案|那题|那个|答的|填的|写的|说的|问题)?"
    r"|(?:my |the )*(?:last|previous|preceding|earlier|prior)(?: (?:answer|question|one|step|entry))?"
    r"(?: i gave| of mine)?"
    r"|(?:my |the )*(?:answer|question|one) (?:before|just now)"
    r"|what i (?:just )?(?:said|wrote|typed)(?: before| just now)?"
    r"|the (?:one|question|answer) before(?: this| that)?"
)
_RECENT = re.compile(r"刚才|刚刚|\bjust now\b|\bi just\b")
_NUMBER = re.compile(
    r"第(?P<han>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:题|问|个问题|条答案|个答案)(?:的?(?:答案|回答))?"
    r"|(?:my |the )*(?:question|answer|answer to question)(?: number| no\.?| #)? ?(?P<latin>[0-9]{1,3})"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    rf"第(?P<han>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})[个项条]?|(?P<word>{'|'.join(_ORDINALS)})|(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)"
)


def points_back(phrase: str) -> bool:
    """Whether a phrase means the answer given last, and nothing else."""
    return _LAST.fullmatch(fold(phrase).strip()) is not None


def is_recent(phrase: str) -> bool:
    """Whether a phrase speaks of what was answered just now."""
    return _RECENT.search(fold(phrase)) is not None


def numbered_question(phrase: str) -> str | None:
    """The number of the question that a phrase means: 第3题, "question 3"."""
    match = _NUMBER.fullmatch(fold(phrase).strip())
    number = numeral(match["han"] or match["latin"], 0) if match else None
    return str(number.value) if number else None


def ordinal(phrase: str) -> int | None:
    """The place in a list that a phrase names: 2 for 第二个, "the second"."""
    match = _ORDINAL.fullmatch(without_idle(phrase))
    if match is None:
        return None
    if match["word"]:
        return _ORDINALS.index(match["word"]) + 1
    number = numeral(match["han"] or match["number"], 0)
    return int(number.value) if number else None


def without_idle(phrase: str) -> str:
    """A folded phrase without the words that name nothing."""
    return " ".join(_IDLES.sub(" ", fold(phrase)).split())
