"""Shares of things that each keep a limit: 95% fixed within 48 hours, 48小时内解决率95%."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.asides import DONE_WITHIN
from dialogs.reading.values.parts import Part, standard_of, used_by
from dialogs.reading.values.wholes import whole_of
from kpi.plan import Standard
from kpi.units import kind
from kpi.values import Comparator, Limit, Share

_LOWER = {Comparator.AT_LEAST, Comparator.MORE_THAN}
_UPPER = {Comparator.AT_MOST, Comparator.LESS_THAN}
_BOUNDS = _LOWER | _UPPER
_STRICT = {Comparator.MORE_THAN, Comparator.LESS_THAN}
_HOURS = ("hour", "hours", "小时", "ms", "milliseconds")
"""How units of time end that have no unit of their own: working hours, ms."""
_LONGEST = 8
"""Tokens before a number that say what it is when it holds."""
_RATE = re.compile("[\u3400-\u9fff]{1,6}?率")
"""What names a share behind a time that is its limit: 20秒接通率."""
_DEFINES = re.compile(
    r"才算|算(?:是|作|为)?[准达合及正]|视[为作]|即[为算]|\b(?:counts? as|considered|deemed|treated as|classed as)\b"
)
"""What says by a limit what is counted: 误点五分钟以内都算准，准点率要98%."""
_IN = frozenset({"in", "under", "within", "于", "在", "after"})


def limited_share(
    written: str, found: Sequence[Token], values: Sequence[Part]
) -> tuple[Standard, frozenset[int]] | None:
    """95% fixed within 48 hours, 48小时内解决率95%."""
    if len(values) != 2:
        return None
    of_time = "of time" in written.casefold() or "of the time" in written.casefold() or "的时间" in written
    shares = [part for part in values if part.amount.percent and not (part.change or is_tolerance(part))]
    limits = [part for part in values if _is_limit(part, of_time=of_time)]
    if len(shares) != 1 or len(limits) != 1:
        return None
    share, limit = shares[0], limits[0]
    comparator, place = _limit_bound(written, found, limit, share)
    used = used_by(*values) | place
    if comparator not in _BOUNDS:
        return None
    first, second = sorted((share.amount.at, limit.amount.at))
    alone = all(at in share.used for at in range(share.start, share.end)) and limit.start < share.start
    if not alone and any(token.kind == "mark" and token.meaning in ";。\n" for token in found[first:second]):
        return None  # 1小时内到场；95% is one of them
    apart = share.start != limit.start and limit.has_topic and not _DEFINES.search(limit.said)
    if apart and (share.has_topic or (share.start < limit.start and not is_of(found, share))):
        return None  # 客户满意度95%，投诉处理24小时内
    if share.start != limit.start and share.has_topic and comparator in _STRICT and share.comparator in _STRICT:
        return None  # 延迟低于50ms,丢包率低于0.1%
    before = limit.amount.at < share.amount.at
    told_of = (
        before and not of_time and comparator in _LOWER and share.comparator not in _UPPER
    )  # 住院超30天患者分析率≥100%
    long = before and limit.amount.unit in {"year", "quarter"}
    if told_of or long or (before and share.comparator in _UPPER and comparator in _UPPER):
        return replace(standard_of(share), condition=_condition(written, found, limit)), used
    of, words = whole_of(written, found, share, limit.amount.first)
    limited = Share(of, Limit(comparator, limit.amount.value, limit.amount.unit))
    made = replace(standard_of(share), share=limited, per=share.amount.per or limit.amount.per)
    return made, used | words


def _limit_bound(
    written: str, found: Sequence[Token], limit: Part, share: Part
) -> tuple[Comparator | None, frozenset[int]]:
    """How a time bounds the things of a share, and the place of a word that says so."""
    comparator, place = limit.comparator, limit.amount.first - 1
    if comparator is not None:
        return Comparator.AT_MOST if is_tolerance(limit) else comparator, frozenset()
    threshold = written[found[limit.amount.at].end :].startswith("-")  # the 30-second threshold
    first = limit.start < share.start and not share.has_topic  # 7个工作日回复，九成以上要做到
    short = limit.amount.unit in {"second", "minute", "hour"} and _RATE.match(
        fold(written), found[limit.amount.last - 1].end
    )
    if threshold or first or short or DONE_WITHIN.match(fold(written), found[limit.amount.last - 1].end):  # 3天回归率
        return Comparator.AT_MOST, frozenset()
    if place < 0 or written[found[place].start : found[place].end].lower() not in _IN:
        return None, frozenset()
    after = limit.clause.said(place) == "after"  # abandoned after 30 seconds
    return Comparator.MORE_THAN if after else Comparator.AT_MOST, frozenset({place})


def _is_limit(part: Part, *, of_time: bool) -> bool:
    """Whether a part can be what each thing of a share keeps: a time, or a value kept for so much of the time."""
    amount = part.amount
    rated = amount.rates or (amount.per and part.comparator is not Comparator.AT_MOST)  # within 2 days, each month
    plain = not (amount.ranged or rated or amount.out_of or part.change)
    timed = amount.unit is not None and (kind(amount.unit) == "time" or amount.unit.endswith(_HOURS))
    measured = not amount.percent and (timed or (of_time and amount.unit is not None))
    return plain and (measured or is_tolerance(part))


def is_tolerance(part: Part) -> bool:
    """Whether an amount is how far something may be off: 95%落在±300ms内."""
    return part.comparator is Comparator.PLUS_MINUS


def is_of(found: Sequence[Token], share: Part) -> bool:
    """Whether what a share is of stands right behind it: 九成半的病人，會在15分鐘內得到診治."""
    behind = [token for token in found[share.amount.last : share.end] if token.kind not in _BETWEEN][:2]
    return any(token.kind == "word" for token in behind)


_BETWEEN = {"filler", "stop", "and"}
"""What may stand between a share and what it is of: 95% of A&E patients."""


def _condition(written: str, found: Sequence[Token], part: Part) -> str:
    """The words of a part that only says when something holds: 维护后3个月内."""
    places = sorted(part.used)
    first = places[0]
    while first > max(part.start, places[0] - _LONGEST) and found[first - 1].kind in {"word", "stop"}:
        first -= 1
    return written[found[first].start : found[places[-1]].end]
