"""Numbers told beside a figure that are none themselves: targets, changes and what another period had."""

import re
from collections.abc import Sequence
from enum import Enum

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.signs import measures_change
from dialogs.reading.text.fold import fold
from dialogs.reading.values.amounts import Amount

_MARK = re.compile(r"[,，;；。、\n()（）]")
_DIGIT_OR_MARK = re.compile(rf"[0-9]|{_MARK.pattern}")
_TARGET = re.compile(
    r"目标|计划|预算|定额|任务|预计|预期|预测|下 ?个?(?:月|季度|季|周)|明年"
    r"|\b(?:targets?|goals?|plan|planned|budget|budgeted|quota|expected|forecast|estimated?"
    r"|next (?:month|quarter|week|year))\b"
)
_REACHED = re.compile(
    r"实际|实现|达成|已|目前|\b(?:actual|actually|reached|achieved|met|made|did|hit|got|had|with|of which)\b"
)
"""What turns from a target to what came of it."""
_SHARE = re.compile(r"(?:目标|计划|预算|任务)的 ?$")
_EARLIER = re.compile(
    r"去年|前年|上年|上期|同期|\b(?:last|previous|prior) year\b|\ba year (?:ago|earlier)\b|\bpreviously\b"
)
_LAST = re.compile(
    r"上 ?个?(?:月|季度|季|周|星期)|前一?个?(?:月|周)|\b(?:last|previous|prior) (?:month|quarter|week)\b"
    r"|\bthe (?:month|quarter|week) before\b"
)
_PRESENT = re.compile(r"本月|这个?月|今年|本年|本季|本周|这周|现在|\b(?:this|now)\b")
_COMPARED = re.compile(r"[比较]|\b(?:than|over|on)\b")
_AGAINST = re.compile(
    r"(?:[比较从由]|对比|相比|原来|原先|之前)(?:了|的|是|为| ){0,2}$"
    r"|\b(?:vs\.?|versus|against|from|compared (?:to|with))[^0-9]{0,20}$"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!higher )(?<!lower )(?<!better )(?<!greater )\bthan[^0-9]{0,20}$"
)
"""What a figure is held against."""
_HELD_AGAINST = re.compile(r"[比较]|\b(?:than|vs|versus)\b")
_BRACKETED = re.compile(
    r"\( ?(?:it )?(?:was|were|before|prev(?:ious(?:ly)?)?|last(?: time)?|原来?|上次|上期|之前)[^0-9()]{0,12}$"
)
"""What a figure was before, told behind it: 412k (was 332k)."""
_CHANGED = re.compile(
    r"(?P<how>增加|增长|上升|提高|提升|上涨|下降|降低|下滑|下跌|减少|回落|改善|同比|环比"
    r"|超(?:出|额完成|额|了|标)(?:基本|卓越)?(?:标准)?|[高低][于出过](?:基本|卓越)?标准|缺口|(?<![误偏相时温落价])差"
    r"|(?<!新)增|涨|升|降|跌|减|(?<![不最至])多|(?<![不最至])少|[比较][^0-9]{0,15}(?:高出?|低)"
    r"|\b(?:up|down|increased?|rose|risen|rise|grew|grown|fell|fallen|dropped|drop|decreased?|declined?|improved|gained"
    r"|lost|more|less|fewer|plus|another|extra|additional|by)\b)"
    r"(?:了|出|约|近| by| of| about|: | ){0,3}$"
)
_CHANGES = re.compile(
    r"\b(?:more|fewer|less|higher|lower|better|worse|above|below|over|under|up|down|ahead|short)\b"
    r"[^0-9]{0,20}\b(?:than|last|target|plan|goal|standard)\b|\bshort *$|\b(?:more|fewer|less|higher|lower) *$"
)


class Aside(Enum):
    """How plainly a number is no figure."""

    PLAIN = "plain"
    LIKELY = "likely"
    """Where another number is left."""


def aside_of(written: str, amounts: Sequence[Amount], place: int, asked: Asked) -> Aside | None:
    """Whether the number at a place is told beside the figure of an indicator; None where it may be the figure."""
    amount, (before, behind) = amounts[place], _clause(written, amounts, place)
    if _is_change(before, asked) or (not measures_change(asked) and _CHANGES.search(behind)):
        return Aside.PLAIN
    compared = measures_change(asked) and _COMPARED.search(before)  # 比上月增长3%
    earlier = _is_earlier(before, asked) and not compared
    bracketed = _BRACKETED.search(fold(written)[: amount.start])
    if earlier or bracketed or _is_target(before, amount, asked) or _AGAINST.search(before):
        return Aside.PLAIN
    target = _TARGET.search(behind)
    if _is_earlier(behind, asked) or (target and target[0] not in fold(asked.name)):
        return Aside.LIKELY
    return None


def tells_earlier(said: str) -> bool:
    """Whether words tell of another period than the one that is asked for."""
    return (_EARLIER.search(said) or _LAST.search(said)) is not None and not _HELD_AGAINST.search(said)


def without_times(said: str) -> str:
    """Words without those that tell of another period."""
    return _LAST.sub(" ", _EARLIER.sub(" ", said))


def _clause(written: str, amounts: Sequence[Amount], place: int) -> tuple[str, str]:
    """The words before a number, and those from it on unless another number comes first, up to the next marks."""
    amount, folded = amounts[place], fold(written)
    before = _DIGIT_OR_MARK.split(folded[amounts[place - 1].start if place else 0 : amount.start])[-1]
    after = folded[amount.end : amounts[place + 1].start if place + 1 < len(amounts) else len(folded)]
    parts = _MARK.split(after, maxsplit=1)
    own = parts[0] if len(parts) > 1 or place + 1 == len(amounts) else ""
    return before, folded[amount.start : amount.end] + own


def _is_change(before: str, asked: Asked) -> bool:
    """Whether a number only says how much more or less; of what is lost, or is a change itself, it is the figure."""
    found = _CHANGED.search(before)
    return found is not None and not measures_change(asked) and found["how"] not in fold(asked.name)


def _is_target(before: str, amount: Amount, asked: Asked) -> bool:
    """Whether a number is a target; 95% 的 of a target are none, nor is what a name says of targets."""
    found = list(_TARGET.finditer(before))
    if not found or found[-1][0] in fold(asked.name) or _REACHED.search(before, found[-1].end()):
        return False
    return not (amount.unit == "%" and _SHARE.search(before))


def _is_earlier(said: str, asked: Asked) -> bool:
    """Whether words tell of an earlier period; the last month may be the very one that is asked for once it is over."""
    over = asked.days is not None and asked.days.until > asked.days.last
    found = _EARLIER.search(said) or (None if over else _LAST.search(said))
    return found is not None and not _PRESENT.search(said, found.end())
