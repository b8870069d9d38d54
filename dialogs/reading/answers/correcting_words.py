"""How people say that an answer given before is wrong, what it becomes, or that they go back to it."""

import re
from typing import NamedTuple


class Form(NamedTuple):
    """A way to say it: what it does, and the pattern of a whole clause, with `topic`, `new` and `old` in it."""

    act: str
    pattern: re.Pattern[str]


def _forms(act: str, *patterns: str) -> tuple[Form, ...]:
    return tuple(Form(act, re.compile(pattern)) for pattern in patterns)


_HAN_WISH = (
    r"(?:(?:我们?|请|麻烦|帮我?|帮忙|能不能|可不可以|可以|能否|能|想|要|需要|得|再|先|回去|重新|还是|就|也|都|把|将|"
    r"给我|应该|最好|您|你|全部?|一律|统一) ?)*"
)
_WISH = (
    r"(?:(?:i|we|you|can|could|may|please|pls|let me|let's|let us|want to|wanted to|need to|have to|would like to|"
    r"'d like to|'d rather|like to|first|quickly|just|also|better|rather|to|me) ?)*"
)
_ONE = r"(?:[一两二几]?[个项家条位份])?"
_SLIP = (
    r"(?:[写打填说选搞弄报输看点记按答](?:得|的)?(?:错|反|[高低]|不准|不对|快)|错|有误|不准确?|不对|有问题|反|换人?|变|"
    r"[太偏][高低大小多少长短严松]|[高低][了点]+)"
)
_SOMEHOW = r"(?:还有?|哦|对了?|前面|上面|之前|我们?|是|好像|可能|似乎|刚刚?|刚才|都|给|也|又|应该)*"
_BECOMES = (
    r"(?:改回|改成|改为|改叫|改到|改用|换成|换为|换到|更正[为成]|[更修]改[为成]|调整?[为到成]|更名[为叫]?|改名[为叫成]?|"
    r"(?:提高|提升|提|升|降低|降|减少?|增加|增|放宽|放|[上下]?调|拉|抬|加)[到成至为]|"
    r"应该写[成的]?|应该?[是叫为写]|应当[是为]|实际上?[是叫为])"
)
_HAS_TO = (
    r"(?:(?:should|must|has to|have to|needs? to|ought to|shall)(?: rather| really| actually| now| better)?"
    r" (?:be|say|read)|should have been|(?:is|was) (?:actually|really)|is now|'s now)(?: called| named)?"
)
_RIGHTLY = r"(?: ?(?:all|just|quite|probably|simply|plain|clearly))*"
_FALSE = (
    r"(?:wrong|incorrect|not right|not correct|mistaken|a mistake|a typo|too high|too low|misspelt|misspelled|"
    r"mistyped|outdated|out of date)"
)
_FROM_HER = r"(?: from (?:her|him|us|them|me))?"
_TWICE = r"(?: ?(?:as well|too|also))*"

_HAND_IN = r"(?:submit|send|hand)(?: it)?(?: in| off)? (?:after|once|when)(?: you)?"
"""What is to happen once something was changed."""
_CHANGING = (
    r"(?:make|making|chang(?:e|ing)|set|setting|correct|put|putting|switch|update|updating|rename|renaming|move|moving|"
    r"raise|raising|lower|lowering|increase|increasing|reduce|reducing|bring|bringing|cut|cutting|push)"
)
_LEFT_OUT = (
    rf"{_WISH}(?:'ve |have )?(?:forgot|forgotten|missed|left out|omitted)"
    r"(?: to (?:mention|add|list|say|name))?(?: about)? "
)
_BEFORE = r"(?: (?:earlier|before|just now|above|there|too|as well|by the way|btw))*"

BEGINNING = (
    *_forms(
        "add",
        rf"{_HAN_WISH}(?:加|补|添|新增|增加)(?:上|进去?|入|充)?(?:一下)?{_ONE} ?"
        r"(?P<topic>[^:,]{1,12}?)(?: ?(?::|叫做?|是) ?| )(?P<new>.+)",
        r"(?P<topic>.*?)[里中]?还有(?P<new>.+?)没有?[写列报说算加提](?:上|进去|到)?",
        rf"(?P<topic>.*?){_SOMEHOW}(?:还|再)(?:要|得|想)?(?:加上?|补上?|添上?){_ONE} ?:?(?P<new>.+)",
        rf"(?P<topic>.*?){_SOMEHOW}(?:[漏忘落]|少(?=[了写列说报记算填]))[了掉写列说报记算填]*{_ONE}(?P<new>.*?)"
        r"(?:[也还](?:要|会|得|需要)*[用看要拿收领]?的?)?",
        rf"{_WISH}add (?:an?|another|one more|the) (?P<topic>[a-z ]+?) ?: ?(?P<new>.+)",
        rf"{_WISH}add (?P<new>.+?) (?:to|on|in|as) (?:the |my |our |an? |another )*(?P<topic>.+)",
        rf"{_LEFT_OUT}(?:an? |one |another |the )*(?P<topic>[a-z ]+?) ?: ?(?P<new>.+)",
        rf"{_LEFT_OUT}(?P<new>.+?)(?: (?:on|in|from|at|among|for|as) (?:the |my |our |an? )*(?P<topic>.+?))?{_BEFORE}",
    ),
    *_forms(
        "give",
        r"(?P<new>.+?)(?:应该|应当|得|要)*(?:也|还)(?:应该|应当|得|要)*(?:给|发给?|交给?|抄送给?|送给?)(?P<topic>.+?)(?:一份|的)?",
        r"(?P<topic>.+?)(?: also)? (?:gets?|receives?|needs?) also (?P<new>.+?)(?: from (?:her|him|us|them|me))?"
        + _TWICE,
        r"(?P<topic>.+?) (?:is|are)(?: still)? (?:missing|lacking) (?P<new>.+)",
        r"(?P<topic>.+?)除了.+?(?:还|也)(?:有|要|得)(?P<new>.+?)",
        rf"(?P<topic>.+?)(?: should| must)? also (?:gets?|receives?|needs?) (?P<new>.+?){_FROM_HER}{_TWICE}",
    ),
    *_forms(
        "withdraw",
        r"(?P<old>.+?) (?:does(?:n't| not)|do(?:n't| not)|no longer|won't)(?: really)? (?:goes|go|get sent) to "
        r"(?P<topic>.+?)(?: any ?more| now)?",
        r"(?P<topic>.+?) (?:does(?:n't| not)|do(?:n't| not)|no longer|won't)(?: really)? "
        r"(?:gets?|needs?|receives?|wants?) (?P<old>.+?)(?: any ?more| now)?",
        r"(?P<old>.+?)(?:现在|已经|其实|早就)*不(?:再|用|需要|是)*(?:给|交给?|发给?|送给?)(?P<topic>.+?)的?了?",
        r"(?P<topic>.+?)(?:现在|已经|其实|早就)*不(?:再|用)*(?:要|收|看|拿|需要)(?P<old>.+?)了?",
    ),
    *_forms(
        "remove",
        rf"{_HAN_WISH}从?(?P<topic>.+?)(?:里面?|中|当中)(?:的)?{_HAN_WISH}(?:删[掉除]?|去掉|拿掉|划掉)(?P<old>.+?)(?:了|吧)*",
        rf"{_HAN_WISH}(?P<old>.+?)从(?P<topic>.+?)(?:里面?|中|当中){_HAN_WISH}(?:删[掉除]?|去掉|拿掉|拿出来?|划掉|挪走)(?:了|吧)*",
        rf"{_WISH}(?:take|drop|remove|delete|kick) (?:the )?(?P<old>.+?) (?:out of|from|off) (?P<topic>.+)",
        rf"{_HAN_WISH}(?:删掉|删除|删了|去掉|拿掉|划掉|取消|不要)(?P<old>.+?)(?:了|吧)*",
        rf"{_HAN_WISH}(?P<old>.+?){_HAN_WISH}(?:删了|删掉|删除|去掉|拿掉|划掉|取消掉?|不[要用]了|不需要了|撤了)(?:了|吧)*",
        rf"{_WISH}(?:drop|remove|delete|bin|scrap|take out|take off|kick out|get rid of) (?:the )?(?P<old>.+)",
    ),
    *_forms(
        "set",
        rf"{_HAN_WISH}(?P<topic>.+?){_HAN_WISH}{_BECOMES}(?P<new>.+)",
        r"(?P<topic>.+?)不是(?P<old>.+?)而?是(?P<new>.+)",
        rf"(?P<topic>.+?) {_HAS_TO} (?P<new>.+)",
        r"(?:we|they) (?:now )?call(?:ed)? (?P<topic>(?:the|our) [a-z]+) (?P<new>.+?)(?: now)?",
        rf"(?:{_HAND_IN} )?{_WISH}{_CHANGING} (?P<topic>.+?) (?:up |down )?(?:to|into|at|as) (?P<new>.+)",
    ),
    *_forms(
        "wrong",
        rf"(?P<topic>.*?){_SOMEHOW}{_SLIP}[了啦咯的]*(?:而?不是(?P<old>.+))?",
        rf"(?P<topic>.+?)(?:'s| is| was| are| were){_RIGHTLY} {_FALSE}(?: now)?",
        r"(?:i |we |there |that )?(?:'ve |have |had |made|is|was|'s| )*(?:an? )?(?:mistake|typo|error|slip)"
        r"(?: (?:in|with|on|about|at) (?P<topic>.+))?",
        r"(?:i|we) (?:got|typed|wrote|put|entered|gave|said|picked|chose) (?P<topic>.*?) ?"
        r"(?:wrong|wrongly|by mistake|incorrectly|the wrong way)",
        r"(?:the )?wrong (?P<topic>.+)",
    ),
    *_forms("unwanted", r"(?P<topic>.+?)我?(?:不想要|不要|不需要)(?P<old>.+?)了?"),
    *_forms(
        "open",
        rf"(?:.{{0,12}}前)?{_HAN_WISH}(?:返回|回到|退回|倒回|跳回|回)?(?:去|上一步|上一题)?{_HAN_WISH}"
        r"(?:改|看|修改|重填|重写|调整|更改)(?:一?下|一?改|一?看|一遍)?(?P<topic>.+?)吗?",
        rf"{_HAN_WISH}(?:返回|回到|退回|倒回|跳回)(?!的)(?P<topic>.+?)(?:那里|那儿|吗)*",
        r"(?P<topic>.+?)我?(?:想|要|得|需要)(?:再|重新|回去|先)*(?:改|看|调整|修改|重填)(?:一?下|改|看)?",
        r"(?:.{0,40} )?(?:go |get |come |jump |take me )?back to (?P<topic>.+)",
        r"(?:.{0,40} )?(?:another|one more|a second) look at (?P<topic>.+)",
        rf"{_WISH}(?:reopen|redo|revisit|open) (?P<topic>.+?)(?: again)?",
        rf"{_WISH}(?:change|edit|correct|fix|revise) (?P<topic>.+?)(?: again| once more)?",
    ),
    *_forms("told", r"(?P<topic>.+?)是(?P<new>.+)", r"(?P<topic>.+?)(?: is|'s) (?P<new>.+)"),
)
"""The forms that begin a correction; one "told" is none unless it says what the answer is not, or is sorry."""

GOING_ON = (
    *_forms(
        "set",
        rf"{_HAN_WISH}{_BECOMES}(?P<new>.+)",
        r"(?:就|只|仅)(?:留|要|用|保留|看|剩)(?P<new>.+)",
        r"(?:现在|其实|人|她|他|名字|正确的|实际)*(?:是|叫做?|为|写成)(?P<new>.+)",
        rf"(?:it|that|this|he|she|they|which) {_HAS_TO} (?P<new>.+)",
        r"(?:make|change|set|correct|put|turn) (?:it|that|this)(?: to| into| at)? (?P<new>.+?)(?: for (?P<topic>.+))?",
        r"(?:only|just) (?:keep|take|leave|use) (?P<new>.+)",
        r".*\b(?:agreed on|agreed|settled on|decided on|meant?) (?P<new>.+?)(?: (?:with|in|at) .+)?",
        r"(?:说好|定|讲好|谈好)的?(?:是)?(?P<new>.*[0-9].*)",
        r"(?:(?:it|that|this|he|she)(?:'s| is| was) )?(?:now )?(?P<new>.+?)(?: now| these days| instead)",
        r"(?:it|that|this|he|she)(?:'s| is| was) (?:now )?(?P<new>.+)",
    ),
    *_forms("not", r"(?:而|并)?(?:不是|不叫)(?P<old>.+)", r"(?:and )?not (?P<old>.+)"),
)
"""The forms that tell more of a correction that was begun."""

ADDING_ON = (
    *_forms(
        "add",
        r"(?P<new>.+?)(?:(?:也|还)(?:要加上|要算上|得加上|加上|算上|要|是|算|在|需要|有)|(?:要|得)?(?:加上|加进去|补上|算上))[的啊呢吧]*",
        r"(?:还有|就是|是|叫)(?P<new>.+)",
        r"(?:it(?:'s| is)|that(?:'s| is)|namely) (?P<new>.+)",
        r"(?P<new>[\u3400-\u9fff]{2,8})(?<![的了])",
    ),
    *_forms(
        "give",
        r"(?P<topic>.+?)(?:也|还)(?:要|得|需要|会?拿到?|会?收到?)(?P<new>.+)",
        rf"(?P<topic>.+?)(?: also)? (?:gets?|receives?|needs?)(?: also)? (?P<new>.+?){_FROM_HER}{_TWICE}",
    ),
)
"""The forms that tell what was left out."""

IDLE = re.compile(
    r"(?:返回|回去|上一步|返回上一步|back|go back)"
    r"|其[他它余]的?(?:都|也)?(?:没问题|不变|没有问题|可以|不动|照旧|ok)"
    r"|(?:the )?(?:rest|others?)(?: is| are|'s)?(?: fine| ok| okay| good)?"
    r"|(?:也|都|请)?加上(?:吧|去)?"
    r"|(?:请|麻烦)?(?:帮我|给我|请|麻烦)(?:把[它他她])?(?:[补加添]上?去?|加进去)(?:一下|吧|哦|哈)*"
    r"|帮我改[一]?[下改]|请?帮?我?(?:修改|改|调整)一?下吧?|谢谢|麻烦了|thanks?(?: you)?"
)
"""Clauses that say nothing of their own beside a correction."""
SORRY = re.compile(
    r"不好意思|抱歉|对不起|等等|等一?下|[写打填说搞弄]错|更正|纠正|其实"
    r"|\b(?:sorry|oops|wait|hang on|hold on|actually|correction|my mistake|my bad|btw|by the way)\b"
)
MARKS = {
    "called": re.compile(r"叫|更名|改名|名[字称]|\b(?:called|named|rename)\b"),
    "left_out": re.compile(
        r"(?:漏|忘|落|少[写列说报记算填])[掉写列说报记算填]*了|\b(?:forgot|forgotten|missed|left out|omitted)\b"
    ),
}
"""What is told by the way of saying it: that it becomes a name, that something was left out."""
SPLIT = re.compile(
    r"(?P<new>.+?)(?:,? ?(?:而|并)?不是|,? (?:and )?(?:not|instead of|rather than) )(?P<old>.+)",
)
"""What something becomes, and what it is not any more."""
PLACEHOLDER = re.compile(
    r"(?:一|两|几)?(?:个|项|家|条|位|份)?(?:客户|产出|指标|人|部门|东西)?"
    r"|(?:one|some|something|someone|somebody|a few|another)?"
    r" ?(?:customers?|outputs?|indicators?|things?|people)?"
)
"""What is no name: something was left out, and its name follows."""
THIS = re.compile(
    r"(?:[这那]一?[个项条家]?|它|该)(?:指标|产出|客户)?"
    r"|(?:this|that|the) (?:indicator|output|customer|one)|it|this|that"
)
"""What is named elsewhere in the message."""
TELLS = re.compile(
    r"了(?=$|[\s,。.;!])|[他她它]们?|因为|之前|以前"
    r"|\b(?:was|were|has|had|have|is|are|moved|left|took|takes|because|since|they|he|she|we|i|used to)\b|n't\b"
)
"""What tells something rather than naming it: it stands beside a correction as its reason."""
SPEAKS = re.compile(
    rf"{SORRY.pattern}|我(?!们)|刚才|刚刚|上一|前面|麻烦|请"
    r"|\b(?:i|i'm|i'd|please|can we|previous|last answer|last question|go back|back to)\b"
)
"""What speaks to us, where a longer text is asked for that may tell of wrong and right things by itself."""
