"""Questions put to us, told from answers."""

import re

from dialogs.reading.answers.topics import topics
from dialogs.reading.text.fold import fold
from dialogs.reading.text.sentences import Clause, is_talk

OPENING = (
    r"^(?:(?:and|but|so|ok|okay|well|sorry|wait|hi|hey|hello|please|pls|just|um+|hm+|btw|then|oh|no|hang on)[, ]+)*"
)
NUMBER = r"[0-9]|[一二两三四五六七八九十百千万]+(?:分之|成|折|点[零一二三四五六七八九]|以|次|天|件|万|元|趴)"
"""What may be a number that answers."""
_WH = r"(?:what|why|who|whose|which|when|where|how)"
_AUX = (
    r"(?:is|are|was|were|am|do|does|did|can|could|should|shall|will|would|has|have|may|might|must|isn't|isnt"
    r"|aren't|"
    r"don't|dont|doesn't|didn't|can't|won't|wouldn't)"
)
_SUBJECT = (
    r"(?:i|we|you|he|she|it|they|this|that|these|those|there|the|my|our|your|his|her|their|hr|anybody|anyone"
    r"|most|some)"
)
_TELLING = r"(?:does|did|doesn't|didn't)(?! not)"
"""What begins a question whatever follows; "will", "can" and "may" begin names too."""
_BEGINS = re.compile(rf"{OPENING}{_WH}\b|还是")
_ASKS = re.compile(
    rf"{OPENING}{_WH}(?: [a-z%&'-]+){{0,3}}? (?:{_AUX}|counts|means|happens)\b|{OPENING}(?:{_WH}'?s|why"
    rf"|what for|what (?:about|if))\b(?!-)"
    rf"|{OPENING}(?:{_TELLING} [a-z]|{_AUX} {_SUBJECT}\b|how (?:much|long|many|often|detailed|come)\b.*\b{_AUX}\b)"
    rf"|{OPENING}(?:is|are|was|were) (?:an?|any)\b|^(?:huh|eh|pardon|come again|[蛤嗄啥咦])$"
    rf"|{OPENING}who (?:[a-z]{{3,}}ed|came|wrote|made|did|drew|draws|writes|said|says|put|set|gave|decides|reads"
    rf"|sees|is|was)\b"
    rf"|{OPENING}do (?:[a-z]+ ){{1,4}}(?:count|go|belong|need|get|apply)\b|{OPENING}what happens (?:if|when)\b"
    rf"|{OPENING}(?:where|what) were we\b|\b(?:like|as|to|than|of|with|for|by) (?:what|whom|which)$"
    rf"|\b(?:i wonder|wondering)\b"
    rf"|{OPENING}(?:can you |could you |please )?(?:show|send|tell|give) (?:me|us)\b"
)
_ASKS_IN_CHINESE = re.compile(
    r"吗(?=$|[这后那])|(?<!什)么$|(?<!没)(?<!没有)(?:啥|什么)(?![都也时])|(?<!不然)怎么(?!会|可能)|怎样|咋|为何"
    r"|为啥|干嘛"
    r"|哪来|多(?:细|详细)(?=$|[的才呢啊])|什么时候(?!.{0,3}[都也])|是不是|能不能|可不可以"
    r"|要不要|算不算|行不行|好不好|会不会|该不该|对不对|懂不懂|需不需要|是否(?:需|要|可|能)|多久|几点"
    r"|哪(?=[个些里儿种位几])(?!.{1,4}[都也])"
    r"|谁(?![都也])|如何(?:$|填|写|算)|[的了人过好]不$|[了过好]没$|多少$|[几多少][个项条点]?(?:合适|才?好"
    r"|最好)$|还是.{1,6}好$|几[题道]|[是要用选填][^还]{1,8}还是"
    r"|有没有|请问|还要.{1,5}ㄛ$"
)
_NUMBER = re.compile(NUMBER)
_DOUBTLESS = re.compile(
    r"怎么算|怎么来|怎么定|为什么|为啥|算出来|\bwhy\b|\bhow (?:did|do|was)\b|\bquestions\b|问题|几题"
)
"""What asks, though a number stands beside it: how did you get to 98.5."""

_REQUEST = re.compile(
    r"(?:没|不)(?:太|大)?(?:看|听|搞|弄)?(?:懂|明白|理解)(?:了|啊|呢|吧|这题|这个|问题|意思)*$|^(?:给|来|举|请"
    r"|麻烦|能|可以|再)?(?:我|你|您)?(?:给我)?[举给来说讲解看]{1,2}(?:个|一下|几个|一?下|一遍"
    r"|一?些)?(?:例子?|例|示例|说明|明白|清楚)"
    r"|^(?:我)?(?:有点|还是|完全|实在)?(?:没看懂|看不懂|没懂|不懂|不明白|没明白|听不懂|不理解|搞不懂|不太懂"
    r"|不太明白)(?:[了啊呢吧]|这题|这个问题)*$"
    r"|^(?:有)?(?:什么)?(?:参考值|例子|示例|建议|参考)$|讲白话"
    r"|^(?:an? |some |please |give (?:me |us )?|show (?:me |us )?|one )*(?:examples?|sample|hint"
    r"|reference values?|explanation|help)"
    r"(?: please| pls)?$|^(?:please |pls )?explain\b|\bdon'?t (?:understand|get (?:it|this|that)|follow)\b"
    r"|\bi'?m (?:lost|confused)\b"
    r"|\b(?:ive|i've|i have|i) lost the thread\b|^(?:for )?(?:example|instance)$|^meaning$|^like what$"
    r"|\bwhere were we\b"
)
"""What asks for help without being a question."""


_INVERTED = re.compile(
    rf"\b{_AUX} {_SUBJECT}\b|\b{_WH}'?s\b|吗$|^[蛤嗄啥咦]$|^什么叫|[你您]|哪[个种](?:好|更|合适|方便)"
    r"|\b(?:to|of|than|as|like) what$|[ㄛ喔]$|\bwhat happens (?:if|when)\b|\bwhat if\b|哪来|^有没有.*(?:清单|例子"
    r"|标准|模板|参考|建议|资料)"
)
"""What a clause that only tells what is looked at does not have."""


_ANNOUNCED = re.compile(r"(?:问[下题]?|一下|请教|\b(?:questions?|ask|btw|ps|sorry|wait)) ?:")


def asks_us(text: str) -> bool:
    """Whether a text that is one clause is a question to us, by its mark or its words."""
    said = fold(text)
    marked = "?" in said
    return marked or asks(Clause(text, said, marked, ends=True, start=0, end=len(said)), indirect=False, numbers=False)


def asks(clause: Clause, *, indirect: bool, numbers: bool) -> bool:
    """Whether a clause is a question to us.

    `indirect` is whether an answer may be worded like a question, `numbers` whether a number in it answers.
    """
    said = clause.folded
    if numbers and _NUMBER.search(said) and not _DOUBTLESS.search(said):
        return False  # 97% 可以吗
    if ":" in said and not (clause.asks and _ANNOUNCED.search(said)):
        return False  # "contract value: who collects?" is about that, and for somebody else
    if indirect and not clause.asks and not _INVERTED.search(said):
        return False
    plain = said.rstrip("啊呀呢吧哦喔哈的了捏")
    if _ASKS.search(said) or any(_ASKS_IN_CHINESE.search(one) for one in (said, plain)):
        return True
    told = bool(topics(said)) or _BEGINS.search(said) is not None
    return clause.asks and (told or (is_talk(said) and not numbers))  # "I have read it?" may answer


def requests(folded: str) -> bool:
    """Whether a clause asks for help without being a question: 举个例子, "an example please"."""
    return _REQUEST.search(folded) is not None
