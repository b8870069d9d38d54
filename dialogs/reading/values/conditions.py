"""For what a standard holds: for urgent tickets, unless the supplier is late, 除节假日外, or what a colon follows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.parts import Part

_LATIN = re.compile(
    r"\b(?:at night|at weekends?|at peak|off-peak|unless|except(?: for)?|excluding|not counting|"
    r"provided(?: that)?|as long as|if|when|during|"
    r"for)\b[^,;.()\n]{2,80}"
)
_HAN = re.compile(
    r"除非[^,;。()]{1,30}|除了?[^,;。()]{1,30}?(?:之外|以外|外)|[^,;。()]{1,20}除外|(?:在)?[^,;。()]{1,20}(?:情况下|条件下|期间|前提下)"
    r"|(?:不含|不包括|含|包含|包括|剔除|扣除)[^,;。()]{1,30}"
)

_AGGREGATE = re.compile(r"p[0-9]|mean|median|中位数")
"""What a value is told of that is one of many: P95."""
_SOME = re.compile(
    r"紧急|加急|特急|非紧急|普通|一般(?=[\u3400-\u9fff])|常规|重大|重要|vip|大客户|重点客户|新客户|老客户|新员工|老员工|夜间|夜班|白班|早班|晚班"
    r"|周末|节假日|旺季|淡季|高峰|平峰|雨季|冬季|夏季"
    r"|(?:urgent|non-urgent|critical|emergency|high-priority|routine|complex|simple|new|existing|key|vip)\b"
)
"""What begins the name of some of the cases that an indicator counts."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The words of a condition, and the places of their tokens."""

    said: str
    used: frozenset[int]


def condition_of(written: str, found: Sequence[Token], value: Part, taken: frozenset[int]) -> Condition | None:
    """The condition of a single value, whose tokens (and those of what belongs to it) are at the places `taken`."""
    return (
        _since(written, found, value)
        or label_of(written, found, value.start, min(value.used))
        or _aggregate(written, found, value, taken)
        or _clause(written, found, value, taken)
        or _class(written, found, value, taken)
    )


def _since(written: str, found: Sequence[Token], value: Part) -> Condition | None:
    """Than when a change is told that no usual base names: 比2019年少一成, 20% lower than in 2019."""
    if value.change is None or value.change.base is not None:
        return None
    for at in range(value.start, value.end):
        end = at + 1
        while _compares(value, at) and end < value.end and found[end].kind in {"time", "gap", "stop"}:
            end += 1
        if end > at + 1 and found[end - 1].kind != "stop":
            return Condition(written[found[at].start : found[end - 1].end], frozenset(range(at, end)))
    return None


def _compares(value: Part, at: int) -> bool:
    """Whether what a change is held against follows here."""
    kind, said = value.clause.found[at].kind, value.clause.said(at)
    return kind == "than" or said in _AGAINST or (kind == "before" and said.endswith("than"))


_AGAINST = frozenset({"against", "vs", "versus", "below", "above", "under", "over"})


def _aggregate(written: str, found: Sequence[Token], value: Part, taken: frozenset[int]) -> Condition | None:
    """Of which of all the cases it is told: P95 below 2.5 s, a median of 3 days."""
    folded = fold(written)
    for at in range(value.start, value.end):
        if found[at].kind == "aggregate" and at not in taken and _AGGREGATE.match(folded, found[at].start):
            return Condition(written[found[at].start : found[at].end], frozenset({at}))
    return None


def _clause(written: str, found: Sequence[Token], value: Part, taken: frozenset[int]) -> Condition | None:
    """The first clause that bounds when the value holds, and holds no number of its own."""
    folded = fold(written)
    for pattern in (_LATIN, _HAN):
        for match in pattern.finditer(folded):
            places = [at for at, token in enumerate(found) if match.start() <= token.start < match.end()]
            told = [at for at in places if at in taken or found[at].number is not None]
            behind = pattern is _HAN or match.start() >= value.amount.end
            if places and not told and behind:
                while len(places) > 1 and _is_talk(found[places[-1]]):
                    places.pop()  # for urgent tickets I guess
                said = written[match.start() : found[places[-1]].end].strip()
                return Condition(said, frozenset(places))
    return None


def _is_talk(token: Token) -> bool:
    """Whether a filler says something about the saying, as no article or pronoun does."""
    return token.kind == "filler" and token.end - token.start >= len("guess")


def _class(written: str, found: Sequence[Token], value: Part, taken: frozenset[int]) -> Condition | None:
    """Only some of the cases: 紧急工单15分钟内, VIP客户2小时内, urgent tickets within 15 minutes."""
    for at in range(value.start, min(value.used)):
        if found[at].kind == "word" and at not in taken and _SOME.match(fold(written), found[at].start):
            last = at
            while last + 1 < min(value.used) and found[last + 1].kind == "word" and last + 1 not in taken:
                last += 1
            return Condition(written[found[at].start : found[last].end], frozenset(range(at, last + 1)))
    return None


def label_of(written: str, found: Sequence[Token], start: int, value: int) -> Condition | None:
    """What stands from a place up to a colon that a value follows: urgent tickets: at most 15 minutes."""
    colon = value - 1
    if colon <= start or written[found[colon].start] not in ":：":
        return None
    words = found[start:colon]
    if not all(token.kind in {"word", "filler", "stop", "and"} for token in words):
        return None
    return Condition(written[words[0].start : words[-1].end], frozenset(range(start, colon + 1)))
