"""Questions put to us, and what they are about."""

import re
from collections.abc import Sequence
from enum import StrEnum

from dialogs.reading.text.sentences import Clause, is_talk


class Aside(StrEnum):
    """What is said beside a question, what counts most first."""

    HUMAN = "human"
    PRIVACY = "privacy"
    LEFT = "left"
    FILES = "files"
    OTHERS = "others"
    EXAMPLE = "example"
    MEANING = "meaning"
    QUESTION = "question"
    STOP = "stop"
    BACK = "back"
    LATER = "later"
    SAME = "same"
    DEPENDS = "depends"
    WAIT = "wait"
    CHAT = "chat"
    THANKS = "thanks"
    HELLO = "hello"


QUERIES = frozenset(
    {Aside.HUMAN, Aside.PRIVACY, Aside.LEFT, Aside.FILES, Aside.OTHERS, Aside.EXAMPLE, Aside.MEANING, Aside.QUESTION}
)
"""What is asked of us."""
WEAK = frozenset({Aside.SAME, Aside.DEPENDS, Aside.WAIT, Aside.CHAT, Aside.THANKS, Aside.HELLO})
"""What may stand beside an answer."""


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
    rf"|{OPENING}(?:is|are|was|were) (?:an?|any)\b|^(?:huh|eh|pardon|come again)$"
    rf"|{OPENING}(?:where|what) were we\b|\b(?:like|as|to|than|of|with|for|by) (?:what|whom|which)$"
    rf"|\b(?:i wonder|wondering)\b"
    rf"|{OPENING}(?:can you |could you |please )?(?:show|send|tell|give) (?:me|us)\b"
)
_ASKS_IN_CHINESE = re.compile(
    r"吗(?=$|[这后那])|(?<!什)么$|(?<!没)(?<!没有)(?:啥|什么)(?![都也时])|(?<!不然)怎么(?!会|可能)|怎样|咋|为何"
    r"|为啥|干嘛"
    r"|是不是|能不能|可不可以"
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

_TOPICS: Sequence[tuple[Aside, str]] = (
    (
        Aside.HUMAN,
        (
            r"真人|机器人|人工智能|是不是人|是人是|(?<![a-z])ai(?![a-z])|\b(?:robot|bot|chatbot|human|machine"
            r"|real person|person|who am i "
            r"talking|who are you|your name)\b|你是谁|您是谁|你叫什么"
        ),
    ),
    (
        Aside.PRIVACY,
        (
            r"看得?到|能看|可以看|会看|看见|看不到|保密|公开|隐私|匿名|泄露|发给(?!我)|转给|传给|报给"
            r"|\b(?:who (?:can |will |gets to |else )?(?:see|sees|read|reads)|(?:see|read) (?:this|that|it|my|what"
            r"|the note)|private"
            r"|privacy|confidential|anonymous|gdpr|straight away|go to my boss|goes? to (?:my|the) (?:boss"
            r"|manager))\b"
        ),
    ),
    (
        Aside.LEFT,
        (
            r"多久(?!.*结果)|多长时间|[几多少]{1,2}(?:个|道)?题|[几多少]{1,2}个?问题|[几多少]{1,2}分钟"
            r"|什么时候(?:能|才)?(?:完|结束|好)|完没完"
            r"|\bhow (?:long(?! do (?:i|we) have)|much longer|much more|many (?:more )?(?:questions|steps"
            r"|to go))\b|\bnearly (?:there"
            r"|done|finished)\b"
            r"|\balmost (?:there|done)\b|\bare we (?:there|done)\b|\bquestions (?:still|left|more|from me)\b"
            r"|\b[0-9]+ questions\b"
            r"|\ball the questions\b|一次.{0,6}问题|全部?问题"
        ),
    ),
    (
        Aside.FILES,
        (
            r"附件|上传|图片怎么|照片怎么|怎么(?:发|传).{0,4}(?:图|照片|文件|pdf)|\b(?:attach|upload|pdf|photo"
            r"|picture of|file)\b"
        ),
    ),
    (
        Aside.OTHERS,
        (
            r"别人|别家|人家|其[他它](?:公司|企业|单位|部门|经理|人)|同行|行业|参考值?|一般(?:都|是)?[定填写多怎]"
            r"|通常|标杆"
            r"|\b(?:others?|other (?:companies|managers|plants|teams|people|firms|departments)|normal|usual|typical"
            r"|common"
            r"|average|benchmark|reference|most (?:managers|people|companies))\b"
        ),
    ),
    (
        Aside.EXAMPLE,
        (
            r"举.{0,3}例|例子|示例|比如什么|比如说什么|推荐|建议|怎么[填写答]|怎么选|哪个(?:好|合适)|[选用]哪"
            r"|\b(?:examples?|for instance|like what|such as what|recommend|suggest|advise|detailed|which (?:one"
            r"|is better))\b"
        ),
    ),
    (
        Aside.MEANING,
        (
            r"什么意思|啥意思|什么叫|啥叫|是什么|是啥|没看懂|看不懂|听不懂|不懂|不明白|没明白|没懂|白话|解释"
            r"|说明白|说清楚|搞不清|区别|不理解"
            r"|\b(?:mean|means|meaning|explain|understand|confus(?:ed|ing)|lost (?:the thread|me)|where were we"
            r"|difference"
            r"|counts? as|what is|what's|whats|don't get (?:it|this)|unclear|in other words|simpler|again)\b"
        ),
    ),
)
_TOPIC = tuple((aside, re.compile(pattern)) for aside, pattern in _TOPICS)
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
    rf"\b{_AUX} {_SUBJECT}\b|\b{_WH}'?s\b|吗$|[你您]|哪[个种](?:好|更|合适|方便)|\b(?:to|of|than|as|like) what$"
    r"|[ㄛ喔]$|哪来|^有没有.*(?:清单|例子|标准|模板|参考|建议|资料)"
)
"""What a clause that only tells what is looked at does not have."""


def asks(clause: Clause, *, indirect: bool, numbers: bool) -> bool:
    """Whether a clause is a question to us.

    `indirect` is whether an answer may be worded like a question, `numbers` whether a number in it answers.
    """
    said = clause.folded
    if numbers and _NUMBER.search(said) and not _DOUBTLESS.search(said):
        return False  # 97% 可以吗
    if ":" in said and not clause.asks:
        return False
    if indirect and not clause.asks and not _INVERTED.search(said):
        return False
    plain = said.rstrip("啊呀呢吧哦喔哈的了捏")
    if _ASKS.search(said) or any(_ASKS_IN_CHINESE.search(one) for one in (said, plain)):
        return True
    told = topic(said) is not None or _BEGINS.search(said) is not None
    return clause.asks and (told or (is_talk(said) and not numbers))  # "I have read it?" may answer


def requests(folded: str) -> bool:
    """Whether a clause asks for help without being a question: 举个例子, "an example please"."""
    return _REQUEST.search(folded) is not None


def topic(folded: str) -> Aside | None:
    """What a question is about; None where it is nothing we know."""
    return next((aside for aside, pattern in _TOPIC if pattern.search(folded)), None)
