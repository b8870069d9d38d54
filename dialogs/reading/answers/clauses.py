"""The clauses of a message, and what people say before they come to what they mean."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BREAKS = re.compile(
    r"(?P<ends>[。!?;\n…]+|(?<![0-9])\.+(?=\s|$)|(?<=[0-9])\.(?=\s|$)|——+| [-–—] )"
    r"|,(?!(?<=[0-9],)[0-9])|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])|(?<=[\s,])but(?=\s)|但是?|不过"
    r"|(?=(?:[再就]|然后)[^\s,]{0,2}(?:提交|送审|交上去|交吧?$))"
    r"| (?=(?:and )?then (?:submit|send|hand))"
    r"| and (?=(?:the )?(?:basic|outstanding)\b|then )"
)
_LEADING = re.compile(
    r"(?:\s|(?:啊|哎呀?|诶|欸|哦|噢|嗯+|哈|那个|不好意思|抱歉|对不起|拍谢|等等|等下|等一下|稍等|慢着|对了|顺便(?:说一?下)?|另外|"
    r"而且|然后|其实|我?想了?一?想|ok|好的?(?=[\s,])|行(?=[\s,])|"
    r"(?:oh|ah|hmm*|hm|um|uh|er|wait|sorry|oops|hang on|hold on|actually|btw|by the way|and|but|also|so|then|well|ok|"
    r"okay|yes|no|damn|please|pls|thinking about it|a moment|one moment|now|just)\b[\s:]*))*"
)


class Clause(NamedTuple):
    """A clause by its place in the message."""

    start: int
    end: int
    ends: bool
    """Whether a sentence ends with it."""


def clauses_of(folded: str) -> Iterator[Clause]:
    """The clauses of a folded message."""
    at = 0
    for match in _BREAKS.finditer(folded):
        if folded[at : match.start()].strip():
            yield Clause(at, match.start(), match["ends"] is not None)
        at = match.end()
    if folded[at:].strip():
        yield Clause(at, len(folded), ends=True)


def core(folded: str, start: int, end: int) -> tuple[int, int]:
    """The place of a clause without what is said before it and the space around it; all of it where nothing is left."""
    lead = _LEADING.match(folded, start, end)
    begin = lead.end() if lead else start
    end -= len(folded[start:end]) - len(folded[start:end].rstrip())
    return (begin, end) if begin < end else (start, end)


def is_idle(folded: str) -> bool:
    """Whether a clause is nothing but what is said before one."""
    return _LEADING.fullmatch(folded) is not None
