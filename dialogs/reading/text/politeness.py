"""What people say around an answer: "嗯，…吧，谢谢", "it's …, that's about it"."""

import re
from functools import lru_cache

from dialogs.reading.answers.acts import read_act
from dialogs.reading.text.fold import fold
from dialogs.reading.text.patterns import beginning

_MARKS = r"\s,.。!;、:~…"
_BEFORE = re.compile(
    rf"[{_MARKS}]*(?:"
    r"[嗯呃唔噢哦]+|额(?=[\s,，])"
    r"|(?:好的?|行|对|是的|对的|可以|您好|你好|那个|这个|那|就|有)(?=[\s,、。!])"
    r"|就是?(?![业职近诊医餐地读任位绪势寝算让这那行好可按用看数选写填要有是])(?=[\u3400-\u9fff]{2})"
    r"|另外|此外|还有|再就是|再有就是|其次就是|再加上|(?:还|也)(?:得|要|会)?(?:给|有|包括)"
    r"|(?:也要|还要|也得|还得)(?=[\u3400-\u9fff])"
    r"|(?:应该|大概|大约|可能|主要|基本上?|一般|其实|目前|暂时)(?:就是|就|是)|主要(?:有|包括|看|给)|就是|比如说?|例如"
    r"|我们?(?:这边|这里|部门|岗位)?(?:主要|平时|日常)?(?:是|叫|有|对接的?(?:是|有)?)|(?:本人|他|她|名字|姓名|"
    r"部门|岗位|职位)(?:是|叫|为)|我觉得|我想"
    r"|(?:ok|okay|yes|yeah|hi|hello|um+|uh+|er+|hm+)(?=[\s,.!]) ?,?"
    r"|(?:well|so|sure|right)(?=[,.!]|\s(?:it|that|i|we|my|our|they|there|let's|mostly|mainly)\b),?"
    r"|(?:oops|sorry|no)(?:(?=[,.!])|(?= i mean)),?|(?:i meant?(?: to say)?|i suppose|let's (?:use|say|take|go with)|"
    r"only)(?= ),?"
    r"|(?:we give (?:them|him|her)|(?:they|he|she) (?:gets?|receives?))(?= )"
    r"|(?:internally|externally)(?:,|(?= it| they))"
    r"|i(?:'d| would) like to set up (?:a )?(?:kpis?|plan)(?: plan)? for(?: our| the| my)?(?= )"
    r"|the (?:post|position|job|role|department|name) is(?: called)?(?: the| a| an)?(?= )"
    r"|(?:the|that) same(?= (?!(?:day|week|month|year|time|quality|one|as|thing|person)\b)\w)|同样的(?=[\u3400-\u9fff])"
    r"|(?:and |oh |then )*also(?= )|(?:mostly|mainly|basically|just|probably|maybe|i think|i guess|i'd say)(?= ),?"
    r"|(?:it|that|this)(?:'s| is| would be| will be| should be)(?: mainly| mostly| just| probably)?(?: in)?"
    r"(?: the| a| an)?(?= )|they(?:'re| are)(?= )"
    r"|(?:we are|we're|i am|i'm)(?: mainly| mostly| just)?(?: the| a| an)?(?= )|my name is(?= )|(?:namely|"
    r"for example)\b"
    rf")[{_MARKS}]*"
)
_NAMES_ENDING_SO = "网酒书水氧话贴陶咖啡玩茶"
_AFTER = beginning(
    rf"{_MARKS}吧嘛呗呀啦啊哦哈谢多感辛麻拜好可行大目暂差基主应也就这其别剩另没都一而",
    rf"(?:[{_MARKS}]+"
    rf"|(?<![{_NAMES_ENDING_SO}])吧|[嘛呗呀啦]|[啊哦哈](?=[{_MARKS}]*$)"
    r"|谢谢(?:您|你|了|啦|大家)?|谢了|多谢|感谢|辛苦了|麻烦了|拜托了?|好吗|可以吗|行吗"
    r"|(?:大概|大致|大约|目前|暂时|差不多|基本上?|主要|应该|也)*就?(?:这些|这样|这么多|这几个)(?:人|吧|了)*"
    r"|差不多了?|(?:其他|其它|别的|剩下的?|另外|其余)?(?:都|就|也)?没(?:有)?了|(?:其他|其它|别的|另外|其余)(?:都|"
    r"就|也)?没有?"
    r"|(?<=[\u3400-\u9fff]{2})(?:一个|而已)(?=[吧了\s,.。!]*$)"
    r"|(?<![a-z])(?:that's|that is|thats) (?:about )?(?:all|it)(?: for now| really| i think)?|"
    r"(?<![a-z])(?:nothing else|really|only|mostly|mainly|basically)"
    r"|(?<= )(?:holds?|has|does|fills?) (?:it|the (?:post|job|position|role)|this (?:post|job|position|role)|that)"
    r"|(?<= )(?:at the moment|right now|currently)"
    r"|(?<![a-z])(?:thanks(?: a lot| so much)?|thank you(?: very much)?|thx|please|pls|cheers|i think|i guess|"
    r"i suppose|i'd say)"
    r")$",
)
_LONGEST_END = 80
"""Characters at the end of an answer that are searched for politeness."""
_MOST = 12
"""Fillers one after the other at either end."""


@lru_cache(maxsize=128)
def unpolite(text: str) -> str:
    """The text without fillers and politeness at its beginning and end; empty where it is nothing else.

    A "yes" left of it is politeness too: "yes, that's fine" names nothing that is called "fine".
    """
    folded = fold(text)
    start, end = 0, len(folded)
    for _ in range(_MOST):
        after = _AFTER.search(folded, max(start, end - _LONGEST_END), end)
        end = after.start() if after else end
        before = _BEFORE.match(folded, start, end)
        if not after and not (before and before.end() > start):
            break
        start = before.end() if before else start
    rest = text[start:end].strip()
    return "" if start > 0 and read_act(rest) == "yes" else rest
