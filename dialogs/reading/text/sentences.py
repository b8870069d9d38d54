"""Sentences told from names: who speaks, what is asked, what is only said along the way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.reading.text.fold import fold

_END = re.compile(r"[,;!?。…~\n]+|\.(?=[\s.]|$)|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])| - | – |——")
_LAUGH = re.compile(
    r"哈哈|呵呵|嘿嘿|笑死|捂脸|\[[\u3400-\u9fff]{1,3}\]|[\U0001f600-\U0001f64f\U0001f900-\U0001f9ff]"
    r"|\b(?:lol|haha+|hehe|tbh|imo|btw|omg)\b"
)
_SPEAKERS = (
    r"i|i'm|im|i'd|i'll|i've|we|we're|we'd|we'll|we've|you|you're|you've|you'd|he|he's|she|she's|they|they're"
    r"|they'd|"
    r"they've|it's|that's|thats|there's|theres|there|what's|whats|let's|lets|me|nobody|nothing|dunno|gotta|wanna"
)
_VERBS = (
    r"is|are|was|were|am|isn't|isnt|aren't|wasn't|weren't|don't|dont|doesn't|doesnt|didn't|do|does|did|has|have"
    r"|had|"
    r"hasn't|haven't|(?<=[a-z] )(?:will|can)|won't|would|can't|cant|could|should|must|gets|get|got|needs|wants"
    r"|sees|"
    r"goes|went|comes|means|says|said|keeps|moved|left|stays"
)
_ENGLISH = re.compile(
    rf"(?<![a-z&])(?:{_SPEAKERS})(?![a-z&-])"
    rf"|(?<!that )(?<!which )(?<!who )(?<![a-z&-])(?:{_VERBS})(?![a-z&-])(?! not to)(?= [a-z])"
    r"|^its (?:an?|the|not|only|just|her|his|my|our)\b|^(?:where|what|why|that)\b(?!-)|^(?:but|because|although"
    r"|so|if|then|please|ok|okay|well"
    r"|oh|sorry|wait|hang on|hold on|actually|honestly|"
    r"basically|obviously|maybe|perhaps|probably|not|no(?= (?:sorry|wait|idea|clue)"
    r"|$)|yes|yeah|hmm+|ah|um|thanks?)\b(?!-)"
    r"|\b(?:anymore|anyway|honestly|obviously|of course|i guess|right now|no longer|believe it or not)\b"
)
"""Who speaks, or what somebody does: no name has that, but for what a name tells behind "that" and "which"."""
_MEASURED = re.compile(
    r"(?:the )?(?:number|share|percentage|proportion|rate|count|%|days|hours|times|how (?:many|often|much|fast"
    r"|long))\b"
)
"""What begins a measure, which may tell a whole sentence: "number of days an order is late"."""
_CHINESE = re.compile(
    r"[你您]|(?:我|俺|咱|他|她|它)们?(?=[也都还就是要想会能得先再不没有说觉这那在去来看用给跟和对让把叫管问找手老])"
    r"|(?<!其)(?<!吉)[他她](?!人|项|们?的?(?:上级|领导|下属|部属|同事|部门|团队))"
    r"|(?<=[\u3400-\u9fff])我(?![国司行院校方])"
    r"|[吗呢啊呀啦嘛哎诶欸喔哦嗯唉捏哇]|(?<![酒网书水氧吊贴话咖])吧(?![台员])|了(?=$|就|也|都|一)|ㄛ"
    r"|(?<![求])是(?!否|非)|没(?!收)(?![^的]{1,10}的[\u3400-\u9fff])|别(?=[的人]没|发|急|问)|不(?=用|要|是|算"
    r"|着|知|懂|太|好说|急|拿|想|过|弄|填)"
    r"|就(?=[是行好这那写不算要按可])|都(?=[是要有没得会能行可在用不])|还(?=[有是要没得会能在])"
    r"|也(?=[是要有没会能算])"
    r"|因为|所以|但(?!保)|如果|反正|其实|应该|可能(?!性)|大概|以前|目前|正在|好像|觉得|不过"
    r"|第一次(?=[用来做填])|^这(?=东西|事|岗|家|一?块)|哪来|哪有|就(?=数|留|报|领导)|的时候|后来|刚才|^对了"
    r"|漏了|^注意|天天|^想$|我(?=[查对听记写猜今昨])|这个|那个|这种|那种|怎么|什么|干啥|叫啥"
)
"""The same in Chinese: pronouns, particles, copulas and what joins clauses; none stands in a name."""


_INNER = frozenset(",; -–—~")
"""Marks within a sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of an answer as written, folded, whether a question mark ends it, and whether a sentence does.

    It stands from `start` to `end`, with its mark.
    """

    text: str
    folded: str
    asks: bool
    ends: bool
    start: int
    end: int


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of an answer, in order; empty ones are left out."""
    folded, start = fold(text), 0
    for end in [*_END.finditer(folded), None]:
        stop = end.start() if end else len(folded)
        if piece := text[start:stop].strip():
            mark = end[0] if end else "."
            until = end.end() if end else stop
            yield Clause(piece, folded[start:stop].strip(), "?" in mark, not set(mark) <= _INNER, start, until)
        start = end.end() if end else stop


def is_talk(folded: str) -> bool:
    """Whether a folded clause is a sentence, or a piece of one, rather than a name."""
    if _LAUGH.search(folded) or _CHINESE.search(folded):
        return True
    return _ENGLISH.search(folded) is not None and not _MEASURED.match(folded)


def laughs(folded: str) -> bool:
    """Whether a clause is meant for fun."""
    return _LAUGH.search(folded) is not None
