"""Which dimensions matter, told in a sentence: all but one, only one, by what is bad without them (method.md 2.2)."""

import re
from dataclasses import dataclass, field

from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold

_WORDS = {
    "time": (
        r"准时|及时性?|按时|时[限间效]|期限|赶[上得]|[会期]前|工期|交期|进度|[晚迟][了交]?|拖|快慢|"
        r"\b(?:late|later|on time|in time|timing|timely|timeliness|time|delays?|delayed|"
        r"be there|before (?:the|we|he|she|they|it)|punctual\w*|deadlines?|speed|fast|quick)\b"
    ),
    "quality": (
        r"[品质]?质量?|品质|准确[性率度]?|准|对不?错|差错|出错|错误?|好坏|正确|"
        r"\b(?:quality|accura\w+|right|wrong|correct|errors?|mistakes?|good|well)\b"
    ),
    "quantity": r"数量|产量|总量|多少|量|"
    r"\b(?:quantity|quantities|amounts?|volumes?|numbers?|how (?:many|much)|output|count)\b",
    "cost": r"成本|费用|花费|花销|开支|支出|预算|钱|\b(?:costs?|money|budgets?|expenses?|expensive|spend\w*|price)\b",
}
_NAMED = re.compile("|".join(f"(?P<{dimension}>{words})" for dimension, words in _WORDS.items()))
_SO_OR_NOT = re.compile(r"([\u3400-\u9fff]{1,2})不\1")
"""准不准 speaks of whether it is."""
_CLAUSES = re.compile(
    r"[,;。!\n:：]+|\.(?=\s|$)|(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])|但是?|不过|\b(?:but(?= not)|while)\b"
)
_REST = re.compile(
    r"其[他它余]|剩下|别的|另外|全部|全选|所有|都[要看选算有]|[四三]个都|"
    r"\b(?:all|everything|the (?:rest|lot|others?)|others?)\b"
)
_EXCEPT = re.compile(
    r"除了?(?P<han>.+?)(?:[以之]?外|不|,|都|全|其|$)"
    r"|\b(?:but|bar|except(?: for)?|other than|apart from|without|minus|save|excluding|not|no)\b(?P<latin>.+)"
)
_DROPPED = re.compile(
    r"不[要用看管算选考]|不(?:需要|重要|在乎|关心|归|太)|算了|就免|免了|没(?:[有啥必意]|什么)|无所谓|[谈说]不上|不存在|无关|哪有|能有|啥|自己会?[盯管看]|"
    r"\b(?:not|no|don't|doesn't|never|who cares|skip|leave|drop|irrelevant|ignore|forget)\b|n't\b"
)
_ONLY = re.compile(r"[只仅单]|就(?:好|行|够|可以|成|够了)|\b(?:only|just|nothing but|mainly|mostly)\b")
_COUNT = re.compile(r"(?P<n>[两二三四2-4]|\b(?:two|three|four|both))[件个项样点方]?")
_ASKS = re.compile(r"\?|[吗呢]|(?<!没)(?<!没有)什么|怎么|多少|\b(?:what|how|why|which|would|should|can)\b")
_ASIDE = re.compile(r"^除|除外|\b(?:aside|excluded|apart)\b")
_SAYS = re.compile(r"[^\s,、和跟与及吧啊的和/&+还有]{2}|(?!\b(?:and|the|also|too)\b)\b[a-z]{3}")
"""What is more than a name in a list."""
_PAIR = 2
"""How many are both."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The dimensions that a sentence speaks of.

    `outright` where it says which ones: all but cost, only quality, not quantity; `counted` where it says how many.
    Without any that is wanted, it only says which are `out`.
    """

    wanted: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    outright: bool = False
    counted: bool = False


@dataclass(slots=True)
class _Told:
    """What the clauses of a text say: `bare` is what one names and says nothing of."""

    wanted: set[str] = field(default_factory=set)
    only: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    out: set[str] = field(default_factory=set)
    rest: bool = False


ALL = ("quantity", "quality", "cost", "time")


def read_dimensions(text: str) -> Selection | None:
    """The dimensions that a sentence chooses; None where it asks, contradicts itself, or names none of them."""
    said = _SO_OR_NOT.sub(r"\1", fold(clean(text).text))
    if _ASKS.search(said):
        return None
    told = _Told()
    for clause in _CLAUSES.split(said):
        _take(clause, told)
    named = told.only | told.bare if told.only else told.wanted | told.bare
    if named & told.out:
        return None
    wanted = set(ALL) - told.out if told.rest and not told.only else named
    if not wanted and not told.out:
        return None
    count = _count(said)
    return Selection(
        tuple(one for one in ALL if one in wanted),
        tuple(one for one in ALL if one in told.out),
        outright=bool(told.only or told.rest or told.out) and count in {None, len(wanted), len(wanted | told.out)},
        counted=count == len(wanted),
    )


def _take(clause: str, told: _Told) -> None:
    """Add what a clause says."""
    named = _dimensions(clause)
    excepted = _EXCEPT.search(clause) if _REST.search(clause) else None
    if excepted and (out := _dimensions(excepted["han"] or excepted["latin"] or "")):
        told.out |= out
        told.rest = True
    elif named and (_DROPPED.search(clause) or _ASIDE.search(clause)):
        told.out |= named
    elif named and _ONLY.search(clause):
        told.only |= named
    elif named:
        (told.wanted if _SAYS.search(_NAMED.sub("", clause)) else told.bare).update(named)
    elif _REST.search(clause) and not _DROPPED.search(clause):
        told.rest = True


def _dimensions(clause: str) -> set[str]:
    return {str(match.lastgroup) for match in _NAMED.finditer(clause)}


def _count(said: str) -> int | None:
    """How many are said to matter: 两件事, these two."""
    counted = _COUNT.search(said)
    if counted is None:
        return None
    number = numeral(counted["n"], 0)
    return int(number.value) if number else _PAIR
