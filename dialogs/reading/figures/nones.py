"""Indicators of which there was none, told in a line of several: 没有投诉, complaints: none."""

import re
from collections.abc import Sequence

from dialogs.reading.figures.asked import Asked
from dialogs.reading.text.fold import fold

_PART = re.compile(r"[,，;；。、.\n()（）]|\b(?:and|but|with)\b|和|且|但")
_COUNTERS = "[单單件家个個次起例笔筆人条條项項位份]"
_NUMERAL = "[0-9零〇一二两兩三四五六七八九十百千万萬第]"
_NOT_ONE = re.compile(
    rf"(?<!{_NUMERAL})一 ?({_COUNTERS})(?:都|也|还|還){{0,2}}[没沒](?:有|成|谈成|談成|做成|发生|發生|出现|出現)?"
    rf"|[没沒]有? ?一 ?({_COUNTERS})"
    r"|\bnot (?:even )?(?:a single one|one)\b(?!,? but\b)",
    re.IGNORECASE,
)
"""How people say none at all, with a counter: 一单都没有, not even one."""
_OPEN = {"counted", "name"}
"""Behind a name "none" may as well say that there is no figure, of what there should be as much as can be."""
_NONE = re.compile(
    r"(?:本月|这个?月|本周|本季度?|也|都|还|均|暂时?|目前){0,3}(?:没有?|无|零)"
    r"(?:任何|收到|接到|发生|出现|产生|新增){0,2}(?P<of>[^没无零]{2,20}?)(?:发生|出现|了)?"
    r"|(?P<nought>[^没无零]{2,20}?)(?:也|都|为|是|:| ){0,3}零"
    r"|(?P<counted>[^没无零]{2,20}?)(?:也|都|为|是|:| ){0,3}无"
    r"|(?:there (?:were|was) |we had |had |we got |got )?(?:no|zero) (?P<no>[a-z -]{3,40}?)"
    r"(?: (?:this|last) (?:week|month|quarter))?"
    r"|(?P<zero>[a-z -]{3,40}?) ?(?:are|were|was|is|:|-)? ?(?:zero|nil)"
    r"|(?P<name>[a-z -]{3,40}?) ?(?:are|were|was|is|:|-)? ?none"
)


def not_one(text: str) -> str:
    """The text with 0 for what says none at all: 订单一单都没有 as 订单0单."""
    return _NOT_ONE.sub(lambda found: f"0{found[1] or found[2] or ''}", text)


def nones(text: str, asked: Sequence[Asked]) -> set[int]:
    """The places of the indicators of which a text says that there was none; each is plain from its name."""
    said = filter(None, (_NONE.fullmatch(part.strip()) for part in _PART.split(fold(text))))
    found = ((_named("".join(filter(None, match.groups())).strip(), asked), match.lastgroup) for match in said)
    return {at for at, how in found if at is not None and not (how in _OPEN and _is_gained(asked[at]))}


def _is_gained(asked: Asked) -> bool:
    """Whether an indicator is the better the more there is."""
    return asked.basic is not None and asked.outstanding is not None and asked.outstanding > asked.basic


def _named(noun: str, asked: Sequence[Asked]) -> int | None:
    """The place of the indicator that is named by a noun, or else of the only one of the post named after it."""
    exact = [at for at, one in enumerate(asked) if fold(one.name) == noun]
    if exact:
        return exact[0]
    stem = noun.removesuffix("s") or noun
    named = [at for at, one in enumerate(asked) if stem in fold(one.name)]
    others = {other for one in asked for other in one.others if stem in fold(other)}
    return named[0] if len(named) == 1 and not others - {asked[named[0]].name} else None
