"""Changes of single parts of what was remarked on: 只改收集人，换成采购部 (method.md 4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.reading.names.plan_parts import PART
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite


@dataclass(frozen=True, slots=True)
class Amendment:
    """A part to change, and to what, as far as it was said; `keep` says that it stays."""

    part: str
    value: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Amendments:
    """The changes that a text wishes; `only` those and nothing else."""

    changes: tuple[Amendment, ...]
    only: bool = False


_LONGEST = 200
"""Characters of the longest wish: anything longer is an answer."""
_ASKS = re.compile(r"\?|[谁吗呢]|什么|\b(?:who|what|which|why|how)\b")
"""What asks rather than wishes."""
_CLAUSES = re.compile(
    r",(?![0-9]{3}(?![0-9]))|[;。、\n]+|(?<![0-9])\.(?=\s|$)|\b(?:and|but)\b|但是?|然后|并且?(?=把|将)"
)
_ONLY = re.compile(r"只|仅|其[他它余]|\b(?:only|just|rest|others?|else)\b")
_REST = re.compile(
    r"\s*(?:其[他它余](?:的|部分)?[都均]?(?:不变|不改|不动|保持不变|照旧)"
    r"|(?:keep |leave )?(?:all )?(?:the |every(?:thing )?)?(?:rest|else|others?)"
    r"(?: stays?| unchanged| the same| as (?:it )?is| is fine)*)\s*"
)
"""What says of all else that it stays."""
_TO = (
    r"(?:(?:提高|提升|提|升|降低|降|减少|增加|放宽|下调|上调|调)到|改成|改为|换成|换为|调整?为|设为|定为|变成|更新为|"
    r"应该?[是为]|由|叫|为|是|(?:should be|to be|becomes?|to|into|is|as|by|with|=|:))"
)
_VERB = (
    r"(?:请|麻烦|我想|我要|要|想|就|只|仅|需要|可以|把|将|的|它|这个|指标|产出|"
    r"(?:please|just|only|can you|could you|i'd like to|i want to|let's|we|the|its|this|indicator'?s?)\b|\s)*"
)
_CHANGE = (
    r"(?:改(?:一下)?|修改|更改|换(?:一下)?|调整|变更|更新|"
    r"(?:change|make|set|update|switch|replace|move|raise|lower|rename)\b)"
)
_KEEP = (
    r"(?:保留|保持|维持|沿用|不动|不改|不变|照旧|不用改|没问题|"
    r"(?:keep|leave|retain)\b(?: (?:it|that|this|mine)\b)?|"
    r"\bstays?\b|\bunchanged\b|\bis (?:fine|ok)\b|\bas (?:it )?is\b)"
)
_FILLER = r"(?:的|吧|了|就|也|都|还是|原来|现在|可以|要|请|应|as|it|is|the|same|its|of|for|\s)*"
_STANDARD = r"\s*(?=[0-9≥≤不]|至少|至多|最|at )"
"""What a standard begins with that follows what it is one of: 标准98%."""
_WISH = re.compile(
    rf"{_VERB}(?P<before>{_KEEP}|{_CHANGE})?{_VERB}(?P<part>{PART.pattern}){_FILLER}"
    rf"(?:(?P<after>{_KEEP}){_FILLER}|(?:(?:{_CHANGE})?\s*{_TO}\s*|[改换]|{_STANDARD})(?P<value>.+?)"
    rf"|(?P<bare>{_CHANGE})?)[\s。.!]*"
)
_ALONE = re.compile(rf"{_VERB}(?:{_CHANGE})?\s*{_TO}\s*(?P<value>.+?)[\s。.!]*")


def read_amendments(text: str) -> Amendments | None:
    """The changes of parts that a text wishes, where all of it is such wishes; None for other texts."""
    written = unpolite(clean(text).text)
    if len(written) > _LONGEST or _ASKS.search(fold(written)):
        return None
    found: list[Amendment] = []
    for clause in _clauses(written):
        if _REST.fullmatch(fold(clause)):
            continue
        one = _named(clause, listing=bool(found) and found[-1].keep)
        value = _value(clause) if one is None else None
        if one:
            found.append(one)
        elif value and found and found[-1].value is None and not found[-1].keep:
            found[-1] = Amendment(found[-1].part, value)  # 只改收集人，换成采购部
        else:
            return None
    return Amendments(tuple(found), _ONLY.search(fold(text)) is not None) if found else None


def keeps(text: str) -> bool:
    """Whether a text says that what is asked about stays as it is: keep, 保持不变."""
    return (
        re.fullmatch(rf"{_FILLER}{_KEEP}{_FILLER}(?:{_KEEP}{_FILLER})?[\s。.!]*", fold(unpolite(clean(text).text)))
        is not None
    )


def _clauses(written: str) -> Iterator[str]:
    at = 0
    for match in _CLAUSES.finditer(fold(written)):
        yield written[at : match.start()]
        at = match.end()
    if written[at:].strip():
        yield written[at:]


def _named(clause: str, *, listing: bool) -> Amendment | None:
    """The change of a part that a clause names; where what stays is being listed, also one that only names it."""
    match = _WISH.fullmatch(fold(clause))
    if match is None:
        return None
    part = next(name for name in PART.groupindex if match[name])
    before = match["before"] or ""
    keeps = bool(match["after"]) or re.fullmatch(_KEEP, before) is not None
    if keeps or match["value"] is None:
        keeps = keeps or (listing and not before and not match["bare"])
        told = keeps or part == "remove" or before or match["bare"] or _ONLY.search(fold(clause))
        return Amendment(part, keep=keeps) if told else None
    return Amendment(part, clause[slice(*match.span("value"))].strip())


def _value(clause: str) -> str | None:
    """What something is to become, where a clause says only that: 换成采购部."""
    match = _ALONE.fullmatch(fold(clause))
    return clause[slice(*match.span("value"))].strip() if match else None
