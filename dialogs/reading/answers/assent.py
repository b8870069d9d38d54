"""Whether somebody agrees to what is shown, in a sentence with talk around it: 就这样吧，弄了一下午了 (method.md 3).

What agrees is said outright in a clause: a mere "ok" or 好 may only begin what follows. What is said beside it is talk,
as long as nothing in it may turn the yes around: a no, a condition, a time, a question, a change, a name out of what
is shown.
"""

import re
from collections.abc import Collection
from enum import Enum
from functools import cache

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold


class Assent(Enum):
    """How somebody answers whether it is right so."""

    YES = "yes"
    DOUBT = "doubt"
    """Something of it is not right yet."""
    LATER = "later"
    """Not now: somebody else is to see it first, or it is put off."""


_END = r"(?=[的了吧啊呀啦嘞哈呗嘛把滴]*(?:[\s,。.!;、~…)]|$))"
_BEFORE = (
    r"(?:我们?|这边|[这那]个?|就|那就|先|也|都|全都?|全部|完全|还|很|挺|蛮|真|是|得|看着|感觉|图|表|意思|写|说|画)*"
)
_TAIL = (
    r"(?=(?: (?:as (?:it |they )?(?:is|are|stands?)|like (?:that|this)|that way|then|please|thanks|thank you|now|so|"
    r"(?:for|with|by|from|to) me|on my side|from my side|all|again|over))*(?:\s*[,.!;)…]|\s*$))"
)
_WHOLE = (
    r"(?:it|this|that|them|these|those|all|all of (?:it|them)|it all|everything|the (?:whole )?(?:lot|thing)|"
    r"(?:your|the) (?:proposals?|suggestions?|plan|text|sentence|wording))"
)
_FINE = r"(?:good|great|fine|right|ok|okay|grand|perfect|correct|spot on|alright|all right|lovely|sound|clear)"
_AGREED = (
    rf"{_BEFORE}(?<!有)[没无]有?(?:啥|什么|任何)?(?:问题|意见|异议|毛病|疑问)(?:{_END}|(?=可以))",
    (
        rf"{_BEFORE}[按照依]着?(?:[你您]们?|系统|建议|上面|提议|方案|[这那][个样些]?)(?:的|说|建议|提议|写|列|给|推荐|"
        rf"排|滴|得)*(?:来|办|做|走|定|执行)?{_END}"
    ),
    rf"{_BEFORE}就?(?:是|按)?(?:这样子?|这么(?:着|定|办|交|送|来))(?:就?(?:行|好|可以))?{_END}",
    rf"{_BEFORE}(?:同意|接受|认可|赞成|认同|采纳)(?:全部|所有|这个|提案|方案|建议|你的)*{_END}",
    rf"{_BEFORE}(?:我|这|那|都|全|样|些|个|的|得|意思|说|图|表|也|挺|很)是?(?:行|可以|好|对|ok|没错){_END}",
    rf"(?:没错|对的|是的|正确|保留|不用改|不用动|不改了|照旧|保持原样|保持不变|可以的){_END}",
    (
        rf"\b(?:i|we)(?:'m|'re| am| are)? (?:all |quite |totally )?(?:ok|okay|fine|happy|good|cool|satisfied)"
        rf" with {_WHOLE}{_TAIL}"
    ),
    (
        rf"\b(?:i|we) (?:do |fully )?(?:agree|accept|approve|confirm|acknowledge)(?: {_WHOLE}| to {_WHOLE}| with"
        rf" {_WHOLE})?{_TAIL}"
    ),
    rf"\b(?:accept|take|keep|approve|confirm) {_WHOLE}{_TAIL}|\bleave {_WHOLE} as (?:it |they )?(?:is|are)\b",
    rf"\b(?:looks?|reads?|sounds?) (?:all |pretty |very |quite |really |just )?{_FINE}{_TAIL}",
    rf"\b(?:that|it|this|all|everything|they)(?:'s|s| is|'re| are) (?:all |just |perfectly )?{_FINE}{_TAIL}",
    rf"\b(?:go ahead|go for it|crack on|(?:works|fine|good) (?:for|by|with) me|suits me){_TAIL}",
    rf"\bno (?:problems?|objections?|complaints?|issues?|concerns?|changes?|remarks?){_TAIL}",
)
_DONE = {
    "submit": (
        rf"(?:(?:提?交|送|报|呈)(?:审核?|上去|出去|过去)?[吧了把啦呗嘛咯])+{_END}",
        (
            rf"\b(?:submit|send|hand|turn|file|ship|put)(?: it| this| the plan| in| off| over| away| out| through)*"
            rf"(?: for review| to hr)?{_TAIL}"
        ),
        rf"\b(?:away|off|out|in) (?:with it|it goes|you go){_TAIL}",
    ),
    "acknowledge": (
        r"\b(?:read|seen|noted) (?:and|&) (?:understood|noted|agreed)\b",
        rf"{_BEFORE}(?:已?[看读阅](?:[过完到]了?|了))+{_END}|(?:已阅|知悉|收到|了解|明白|清楚)了?{_END}",
        rf"\bread (?:through )?{_WHOLE}\b|\b(?:i|we)(?:'ve| have) (?:read|seen)(?: {_WHOLE})?{_TAIL}|\bnoted{_TAIL}",
    ),
}
"""What takes part in a yes to a question of that name only."""
_BUT = r"但是?|不过|可是|只是|然而|\b(?:but|though|although|however|yet)\b"
_LATER = (
    r"先不|先别|暂[时不缓]|[稍晚]点|稍[后等]|回头|明[天日早儿]|后天|[下本这上]?周[一二三四五六日末]|下[周月个]|星期|礼拜|"
    r"月底|晚上|中午|早上|上午|(?<!一)下午|[之以]前|[之以]后|等(?!着|级|于)|再|先(?!这|就)"
    r"|还没|尚未|\b(?:not yet|later|tomorrow|tonight|today|first|before|after|until|till|wait|hold|next|then|soon|"
    r"while|when|once|week|month|weekend|evening|morning|monday|tuesday|wednesday|thursday|friday)\b"
)
_DENIES = (
    r"[不没未别无非勿莫甭]|拒绝|怀疑|难道|怪|n't\b|\b(?:not?|never|none|nothing|nobody|without|cannot|nor|neither|hardly|"
    r"refuse|unable|doubt|dispute|disagree|wrong|incorrect)\b"
)
_ASKS = (
    r"\?|[吗谁哪啥问]|么(?:[\s,。]|$)|什么|怎么|为何|几个|多少|呢(?<!着.呢)(?<!着..呢)(?<!着...呢)|"
    r"\b(?:who|what|where|why|how|which|can|could|would|is it|does|do|are we|ask)\b"
)
_CHANGES = (
    r"[0-9%改换加删减调补添漏忘缺错太少多除把给让叫由归需]|应[该当]|希望|建议|最好|要(?!得)|想|看一?[看下]|还[有得差要]|"
    r"\b(?:except|apart|bar|besides|other|instead|rather|should|must|needs?|wants?|wish|change[sd]?|move|replace|swap|"
    r"add|added|remove|drop|delete|make|rename|set|raise|lower|missing|miss|lacks?|forgot|forgotten|too|more|less|also|"
    r"as well|another|gets?|gives?|goes|let|back)\b"
)
_BOUNDS = (
    r"如果|要是|只要|除非|万一|的话|原则|部分|\b(?:if|unless|provided|whether|maybe|perhaps|parts?|only|just that)\b|"
    r"principle"
)
_HEDGED = (
    r"差不多|大[体概致]|基本上?|大部分|好像|感觉|勉强|凑合|也许|可能|"
    r"\b(?:nearly|almost|mostly|partly|roughly|more or less|fully|quite|entirely|guess|suppose|think|sort of|kind of)\b"
)
_RIGHT = (
    r"对|行|可以|好|同意|没问题|差不多|\b(?:yes|yeah|yep|sure|ok|okay|right|good|fine|there|true|agree|fully|great)\b"
)
_TURNING = re.compile(f"{_DENIES}|{_ASKS}|{_CHANGES}|{_BOUNDS}|{_LATER}|{_HEDGED}|{_BUT}")
_WORDY = re.compile(
    r"(?:就是)?(?:字|内容|东西|写得?)(?:有点|太|真|好|挺|很)(?:多|长|啰嗦|绕)"
    r"|\b(?:quite|very|rather|a bit) (?:long|wordy)(?: though)?\b"
)
"""What is said of the length of a text that is taken note of, and of nothing in it."""
_CONCEDED = re.compile(rf"^(?P<before>.*)(?:{_BUT})\W*(?:yes\W*|嗯|也|还是)*(?P<after>.*)$", re.DOTALL)
_LATER_SAID, _HEDGE, _SPEAKS = re.compile(_LATER), re.compile(_HEDGED), re.compile(_RIGHT)
_REST = re.compile(
    r"\s*(?:(?:其[他它余]|剩下|别|另外|前面|后面)(?:的|几|[0-9一二三四五六]|个|项)*|(?:the )?(?:rest|others?)|"
    r"all|everything|"
    r"good|fine|都|全部)?(?:就|都|也|is|are|looks?|can|be|stays?|as|\s)*(?:没问题|没意见|没啥|没什么|没事|没了|不变|不动|不改|懒得动|照旧|可以|行|好|"
    r"i can live with|ok|okay|fine|good|great|unchanged|(?:it|you|they|proposed|is|are|the same|\s)+|"
    r"[按照][你您建这].*)?"
    r"[吧了啦的]*\s*"
)
"""A clause that leaves all else as it is."""
_LONGEST = 200
"""Characters of the longest answer that is looked at."""


def read_assent(text: str, about: str = "", names: Collection[str] = ()) -> Assent | None:
    """How a text answers a question of that name; None where it says nothing of it.

    `names` are those of what is shown: who speaks of one of them says more than yes.
    """
    said = " ".join(fold(clean(text).text).split())
    if not said or len(said) > _LONGEST:
        return None
    agreed = _agreeing(_DONE.get(about, ()))
    talk = agreed.sub(" , ", said)
    plain = not any(fold(name) in talk for name in names if name)
    turned = _TURNING.search(_WORDY.sub(" ", talk) if about == "acknowledge" else talk)
    if talk != said and plain and (not turned or _concedes(said, agreed)):
        return Assent.YES
    if _LATER_SAID.search(talk) and not (about == "acknowledge" and re.search("[0-9]", said)):
        return Assent.LATER
    if "?" in said and talk == said:
        return None
    return Assent.DOUBT if talk != said or _HEDGE.search(said) or _SPEAKS.search(said) else None


@cache
def _agreeing(more: tuple[str, ...]) -> re.Pattern[str]:
    """What agrees, with what does so here only; compiled when it is first needed, since few answers are such a yes."""
    return re.compile("|".join((*_AGREED, *more)))


def leaves_rest(clause: str) -> bool:
    """Whether a clause says of all else that it is right so: 其他都行, "the rest I can live with"."""
    said = fold(clause)
    return _REST.fullmatch(said) is not None or (not re.search("[0-9]", said) and read_assent(said) is Assent.YES)


def _concedes(said: str, agreed: re.Pattern[str]) -> bool:
    """Whether a text ends in a yes to which something harmless is conceded: "a bit stiff but yes keep it"."""
    parts = _CONCEDED.match(said)
    if parts is None or not agreed.match(parts["after"].strip()):
        return False
    return not any(_TURNING.search(agreed.sub(" , ", parts[part])) for part in ("before", "after"))
