"""Questions and objections to a plan, by whoever is to take note of it (method.md 4)."""

import re

from dialogs.reading.answers.asides import read_aside
from dialogs.reading.answers.topics import Aside
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import letters

_ASKS = re.compile(
    r"[?？]|[吗呢谁](?:[\s,。!]|$)|怎么|为什么|为何|凭什么|是不是|有没有|能不能|可不可以|多少|哪[个些一里]|"
    r"还是.{1,12}(?:[呢?]|$)|(?:^|[,.;:]\s*)(?:but |and |so |then )?"
    r"(?:who|what|when|where|why|how|which|does|do|is|are|can|could|will|would|should)\b"
)
_OBJECTS = re.compile(
    r"控制不了|管不了|不归我|\bout of my (?:hands|control)\b|\bbeyond my control\b|"
    r"不应该?(?:全|都)|不(?:认同?|同意|接受|服|合理|公平|应该?算)|反对|抗议|有异议|有疑问|"
    r"\b(?:disagree|object|refuse|unfair|not fair|not agree|don't agree|do not agree|not accept|don't accept|"
    r"won't sign|can't accept|cannot accept)\b"
)
_ITSELF = re.compile(
    r"acknowledg|确认(?:了|是|就|之后|以后|什么|一下|有)|已?阅[读过]|按钮|\b(?:button|go back|read (?:it|this))\b|返回"
)
"""What speaks of the acknowledgement, not of the plan."""
_RAISED = re.compile(
    r"我?(?:有|想问)一?(?:[个点些])?(?:问题|疑问|异议|意见)[,:;。 ]"
    r"|(?:i have |i've got |just )?(?:a|one|some) (?:questions?|concerns?|problem)[,:;. ]|questions?[:,]"
)
_MARKS = " ,，;；。!！\n:：—-"
_LONGEST = 500
_EXCEPT = re.compile(
    r"(?:但是?(?!愿)|不过|除了|就是(?=[^,;。]{0,12}[太不偏有])"
    r"|\b(?:but|except|apart from|other than|though|only)\b)[ ,:]*(?:for )?(?P<what>.+)"
)
"""What something is agreed to but for."""
_SHORTEST_PART = 4
_SHORTEST = 6
"""Characters of the shortest question that tells anything to somebody else."""


def read_objection(text: str) -> str | None:
    """The text, where it asks something about the plan or objects to it; None for other texts."""
    written = clean(text).text
    folded = fold(written)
    if len(written) < _SHORTEST or _ITSELF.search(folded):
        return None
    return written if _ASKS.search(folded) or _OBJECTS.search(folded) or _excepts(written) else None


def _excepts(written: str) -> bool:
    """Whether a text agrees but for something, which it tells: "fine except the deadline"."""
    excepted = _EXCEPT.search(fold(written))
    found = read_aside(written, indirect=True)
    waits = found is not None and found.aside in {Aside.LATER, Aside.STOP, Aside.BACK}
    return excepted is not None and not waits and len(letters(excepted["what"])) >= _SHORTEST_PART


def read_raised(text: str) -> str | None:
    """The question or objection that a text raises with these words: 有问题，标准太高了; None where it does not."""
    written = clean(text).text
    raised = _RAISED.match(fold(written)) if len(written) <= _LONGEST else None
    rest = written[raised.end() :].strip(_MARKS) if raised else ""
    return rest if len(letters(rest)) > 1 else None
