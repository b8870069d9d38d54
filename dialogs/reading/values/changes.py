"""Changes: that a number says by how much something is to be more or less, and from what (method.md 2.4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.clauses import Clause
from kpi.values import Base, Change, Comparator, Sign

_FARTHEST = 14
"""Tokens between a verb of change and its number: 降低一次交验不合格品的返工率5%."""
_SAVED = ("省", "慳", "悭", "节约", "節約", "节省", "節省", "节支")
"""Words of change whose number tells how much, also behind "to": what is saved never leads anywhere."""
_DOINGS = "卖做签跑用花招收开产接投省赚交完发引建拿找办写进装修送谈约聘请录检查测拍养融存供订出"
_DOINGS += "打学读教练讲看抽巡走听配布铺充换"
"""What more or less of is done than before: 比去年多卖三成."""
_CROSSED = frozenset(
    {"word", "filler", "stop", "base", "than", "before", "adverb", "per", "rate", "time", "and", "label", "from"}
    | {"currency", "unit", "to"}
)
"""Kinds of words between a verb of change and its number."""
_TO = {Comparator.AT_LEAST, Comparator.AT_MOST}
_LEVEL_WORDS = frozenset({"到", "至", "to", "达", "为", "达到"})
_NEAR = 3
"""Tokens between a number and a noun of change behind it."""
_COMPARING = frozenset(
    {"同比", "环比", "年同比", "yoy", "y-o-y", "qoq", "mom", "year on year", "year-on-year", "year over year"}
)
"""Bases that say that something is compared with them."""
_BESIDE_WORDS = "up down more less higher lower fewer faster shorter quicker better extra additional 超额"
_BESIDE = frozenset(_BESIDE_WORDS.split())
"""Words that tell a change only where they stand beside its number."""
_LEADING = {"up from": Sign.UP, "down from": Sign.DOWN}
_LEVELS = frozenset({"inside", "below", "under", "above", "over", "beneath", "within"})
"""Bounds of what a change leads to: down below 20%."""
_LOWER = {Comparator.LESS_THAN, Comparator.AT_MOST}
_OVER = {Comparator.MORE_THAN, Comparator.AT_LEAST}
_MOST_APART = 50
"""Percent that something may be above or below what it is held against: 低于去年的90% is nine tenths of it."""
_COMPARES = re.compile(r"不?[高低少多大小快慢早晚短长超优好劣差]")
"""Bounds that say how two things compare; 至多, 控制在 and ≤ do not."""


@dataclass(frozen=True, slots=True)
class Changed:
    """How an amount changes something, the bound that is left of it, and the places of the tokens that say so."""

    change: Change
    comparator: Comparator | None
    used: frozenset[int]


def change_of(clause: Clause, amount: Amount) -> Changed | None:
    """What change an amount is of, told in its clause; None where it is a level."""
    return (
        _negative(clause, amount)
        or _against_base(clause, amount)
        or _verb_before(clause, amount)
        or _noun_behind(clause, amount)
        or _by(clause, amount)
        or _signed(clause, amount)
        or _compared(clause, amount)
        or _around_base(clause, amount)
        or _more_or_less(clause, amount)
        or _year_on_year(clause, amount)
    )


def held_against(clause: Clause, amount: Amount) -> Changed | None:
    """低于预算的10%: a tenth below the budget is meant as often as a tenth of it; None where it cannot be."""
    found, of = clause.found, amount.first - 1
    if of < clause.start or clause.said(of) != "的" or not amount.percent or amount.value > _MOST_APART:
        return None
    at = next((at for at in range(of - 1, clause.start - 1, -1) if found[at].kind not in {"base", "word"}), of)
    base, _ = base_of(found, at, of)
    if base is None or at not in amount.used or not _COMPARES.match(clause.said(at)):
        return None
    comparator = amount.comparator
    sign = Sign.DOWN if comparator in {Comparator.LESS_THAN, Comparator.AT_LEAST} else Sign.UP
    bound = Comparator.AT_MOST if comparator in _TO else None  # 不低于: at most so much below
    return Changed(Change(sign, base), bound, frozenset(range(at, amount.first)))


def base_of(found: Sequence[Token], start: int, end: int) -> tuple[Base | None, frozenset[int]]:
    """What is named between two places that a change may be measured from."""
    places = [at for at in range(start, end) if found[at].kind == "base" and not _names_aim(found, at)]
    if not places:
        return None, frozenset()
    compared = [at for at in places if at and found[at - 1].kind == "than"]
    places = compared or places  # 占预算的比例比上年降低5%
    beside = [at for at in range(start, end) if found[at].kind == "than" and at + 1 in places]
    return Base(found[places[0]].meaning), frozenset([*places, *beside])


def _names_aim(found: Sequence[Token], at: int) -> bool:
    """Whether what stands here only says that something is aimed at: target growth of 5%."""
    following = found[at + 1] if at + 1 < len(found) else None
    apart = following is not None and following.kind == "change" and following.start > found[at].end
    heads = following is not None and following.kind == "filler" and following.end - following.start == 1
    return (apart or heads) and found[at].meaning == Base.PLAN


def led_to(clause: Clause, amount: Amount) -> tuple[Comparator, frozenset[int]] | None:
    """The bound of what a change leads to: reduce … to 5% is at most 5%."""
    found, start = clause.found, clause.start
    to = amount.first - 1
    if to < start or found[to].kind != "to" or amount.comparator is not None:
        return None
    verb = next((at for at in range(to - 1, start - 1, -1) if found[at].kind == "change"), None)
    sign = None if verb is None else found[verb].meaning or _way(clause, amount, to)
    if verb is None or not sign or clause.said(verb).startswith(_SAVED):
        return None
    return Comparator.AT_LEAST if sign == Sign.UP else Comparator.AT_MOST, frozenset({to, verb})


def _way(clause: Clause, amount: Amount, to: int) -> Sign | None:
    """Which way something gets better: improve from 120 days to 90 is down."""
    place = next((at for at in range(to - 1, clause.start, -1) if clause.found[at].number is not None), None)
    number = None if place is None else clause.found[place].number
    if place is None or number is None or not _leads_away(clause, place):
        return None
    unit = clause.found[place + 1]
    alike = number.percent == amount.numeral.percent and (unit.kind != "unit" or unit.meaning == amount.unit)
    return None if not alike or number.value == amount.value else Sign.UP if number.value < amount.value else Sign.DOWN


def _negative(clause: Clause, amount: Amount) -> Changed | None:
    """-5% year on year, (-75%): a percentage below nought with a base, or by itself in brackets."""
    found, start, end = clause.found, clause.start, clause.end
    if amount.value >= 0 or not amount.percent:
        return None
    base, used = base_of(found, start, end)
    alone = amount.first == start and amount.last == end and start > 0 and end < len(found)
    return Changed(Change(Sign.DOWN, base), amount.comparator, used) if base or alone else None


def _verb_before(clause: Clause, amount: Amount) -> Changed | None:
    """降低5%, 降低成本5%, reduce complaints by 25%, growth of 5%; not "reduce to 5%"."""
    found, start = clause.found, clause.start
    crossed: list[int] = []
    for place in range(amount.first - 1, max(start - 1, amount.first - _FARTHEST - 1), -1):
        token = found[place]
        said = clause.said(place)
        if place in amount.used and token.kind in {"not", "no"}:
            crossed.append(place)  # 同比增长不得超过3%
            continue
        if token.kind == "change":
            if _has_figure(clause, amount, place) or (said == "提" and not amount.percent):
                return None  # 提2份报告 hands in
            if said in _BESIDE and any(
                found[at].kind in {"word", "stop"} or clause.said(at) in _LEVELS for at in crossed
            ):
                return None  # picked up in 15 min, get it down below 20%
            near = all(found[at].kind != "word" for at in crossed)
            by = any(clause.said(at) in {"by", "of", "按"} for at in crossed)
            governs = near or by or (not said.isascii() and _is_amount_of_change(amount)) or place == start
            return _made(clause, amount, token.meaning, place) if governs else None
        by = clause.said(amount.first - 1) == "by" and place > start and found[place - 1].kind in {"before", "adverb"}
        if token.number is not None and (by or _leads_away(clause, place)):
            crossed.clear()  # reduce energy use from 120 kWh by 10%, reduce complaints over 30 days by 10%
            continue
        leads = token.kind == "to" or (said in _LEVEL_WORDS and place == amount.first - 1)
        saved = place > start and clause.said(place - 1).startswith(_SAVED)  # 省到5%
        if (leads and not saved) or token.number:
            return None
        if place in amount.used and token.kind == "before" and (said in _LEVELS or not _bounds_alone(said)):
            return None  # 提高到95%
        if token.kind not in _CROSSED:
            return None
        crossed.append(place)
    return None


def _leads_away(clause: Clause, place: int) -> bool:
    """Whether a number is what a change starts from: reduce from 120."""
    before = place - 1 - (place > clause.start and clause.found[place - 1].kind == "currency")
    return before >= clause.start and clause.found[before].kind == "from"


def _has_figure(clause: Clause, amount: Amount, verb: int) -> bool:
    """Whether a word of change has its own number, and this one is what it starts from: 3 more than last year's 14."""
    found = clause.found
    of_base = amount.first > clause.start and found[amount.first - 1].kind == "base"
    return of_base and any(one.number is not None for one in found[max(clause.start, verb - 2) : verb])


def _bounds_alone(said: str) -> bool:
    """Whether a bound says nothing of where a change leads to: at least, 不少于, though not 达到."""
    return not said.startswith(("达", "到", "reach", "achiev", "hit", "提", "降", "增", "减", "控制", "压"))


def _is_amount_of_change(amount: Amount) -> bool:
    """Whether an amount behind a verb with its object can be a change: a percentage, or a number without a bound."""
    return amount.percent or amount.comparator is None


def _noun_behind(clause: Clause, amount: Amount) -> Changed | None:
    """20% reduction in, 5%递减, 5% fewer complaints than last year."""
    found, end = clause.found, clause.end
    at = amount.last
    while at < end and found[at].kind in {"per", "rate", "filler", "base", "word"} and at < amount.last + _NEAR:
        at += 1
    between = set(range(amount.last, min(at, end))) - amount.used  # 30 seconds a call faster
    words = any(found[place].kind == "word" for place in between)
    if words and at < end and clause.said(at) in _BESIDE:
        return None  # 95% of tickets picked up
    if words and not (amount.percent and at < end and found[at].kind == "change" and _ends(found, at + 1, end)):
        return None
    leads = at < end and found[at].kind == "from" and clause.said(at) in _LEADING  # 2 points up from 91%
    if leads and at == amount.last:
        return Changed(Change(_LEADING[clause.said(at)], Base.NOW), amount.comparator, frozenset({at}))
    if at >= end or found[at].kind != "change" or at in amount.used:
        return None
    if at == amount.last and at + 2 < len(found) and found[at + 1].kind == "to" and found[at + 2].number is not None:
        return None  # 6% down to 4%
    return _made(clause, amount, found[at].meaning, at)


def _by(clause: Clause, amount: Amount) -> Changed | None:
    """By at least 10 percentage points: what begins so is a change, whichever way."""
    first = min(amount.used)
    begins = first == clause.start + 1 and clause.said(clause.start) == "by" and amount.percent
    return Changed(Change(None, None), amount.comparator, frozenset({clause.start})) if begins else None


def _ends(found: Sequence[Token], at: int, end: int) -> bool:
    """Whether nothing follows a noun of change but what it is a change in: 20% revenue growth (in …)."""
    return at >= end or found[at].kind in {"stop", "mark", "base", "filler"}


def _signed(clause: Clause, amount: Amount) -> Changed | None:
    """+10% at the beginning of a clause."""
    found, start = clause.found, clause.start
    before = amount.first - 1
    signs = {"+": Sign.UP, "＋": Sign.UP, "plus": Sign.UP, "minus": Sign.DOWN}
    if before >= start and clause.said(before) in signs:
        behind = found[amount.last : min(amount.last + 2, clause.end)]
        of_base = (before > start and found[before - 1].kind == "base") or any(one.kind == "base" for one in behind)
        alone = of_base or (amount.percent and (before == start or found[before - 1].kind in {"mark", "word"}))
        alone = of_base or (alone and not clause.said(before).isalpha())
        return _made(clause, amount, signs[clause.said(before)], before) if alone else None
    return None


def _against_base(clause: Clause, amount: Amount) -> Changed | None:
    """低于去年5%, 超过计划10%: a bound, what it is held against, and by how much."""
    found, start = clause.found, clause.start
    at = amount.first - 1
    bases: set[int] = set()
    while at >= start and (found[at].kind in {"base", "word"} or clause.said(at) == "by") and len(bases) < _FARTHEST:
        bases.add(at)
        at -= 1
    if not any(found[place].kind == "base" for place in bases) or at < start or at not in amount.used:
        return None
    denied = found[at].kind == "before" and Comparator(found[at].meaning) in _OVER  # 不能超过预算10%
    if amount.comparator is Comparator.AT_MOST and (denied or found[at].kind == "adverb"):  # 不超过预算10%
        base, _ = base_of(found, min(bases), amount.first)
        return Changed(Change(Sign.UP, base), Comparator.AT_MOST, frozenset(bases | {at}))
    if found[at].kind != "before" or _has_figure(clause, amount, at):
        return None
    if not (clause.said(at).isascii() or _COMPARES.match(clause.said(at))):
        return None  # 控制在预算10%以内
    comparator = Comparator(found[at].meaning)
    if comparator not in _LOWER | _OVER or at not in amount.used:
        return None
    base, _ = base_of(found, min(bases), amount.first)
    sign = Sign.DOWN if comparator in _LOWER else Sign.UP
    return Changed(Change(sign, base), None, frozenset(bases | {at}))


def _compared(clause: Clause, amount: Amount) -> Changed | None:
    """5% above last year."""
    found, end = clause.found, clause.end
    at = amount.last
    behind = at + 1
    while behind < min(end, at + _NEAR + 1) and found[behind].kind in {"filler", "stop", "word"}:
        behind += 1  # less than we used last year
    if behind < end and found[at].kind == "before" and found[behind].kind in {"base", "than", "time", "gap"}:
        comparator = Comparator(found[at].meaning)
        if comparator in _LOWER | _OVER:
            base, used = base_of(found, at, end)
            sign = Sign.DOWN if comparator in _LOWER else Sign.UP
            better = clause.said(at).startswith(("better", "faster", "quicker"))
            return Changed(Change(None if better else sign, base), amount.comparator, used | {at})
    return None


def _around_base(clause: Clause, amount: Amount) -> Changed | None:
    """Within 3% of budget: so much more or less."""
    at, found = amount.last, clause.found
    others = any(one.number for at, one in enumerate(found[clause.start : clause.end], clause.start) if at != amount.at)
    if amount.comparator is Comparator.PLUS_MINUS and not amount.ranged and not others:
        base, used = base_of(found, clause.start, clause.end)
        return Changed(Change(None, base), Comparator.PLUS_MINUS, used) if base else None
    within = any(clause.said(place) == "within" for place in amount.used)
    if not (within and amount.percent and at + 1 < clause.end and clause.said(at) == "of"):
        return None
    base, used = base_of(found, at + 1, min(at + 3, clause.end))
    return Changed(Change(None, base), Comparator.PLUS_MINUS, used | {at}) if base else None


_WAYS = dict.fromkeys(("少", "低", "低出", "早", "提前", "提早"), Sign.DOWN)
_WAYS |= dict.fromkeys(("多", "高", "高出", "晚", "延迟", "推迟", "延误", "滞后"), Sign.UP)
_WAY = re.compile(
    rf"(?P<way>{'|'.join(_WAYS)})[个了]?(?P<doing>(?<=[多少])[{_DOINGS}][\u3400-\u9fff]?)?(?<!多为)(?<!多在)"
)
_WAY_SIGNS = frozenset("多少低高早晚提延推滞滯")
"""What any of them has; most clauses have none of it."""
_NO_WAY = frozenset("很许不太众诸最至大缺减")
"""What stands before 多 or 少 where it tells no more or less: 不多, 缺少."""


def _more_or_less(clause: Clause, amount: Amount) -> Changed | None:
    """比去年少个两成, 比隔壁班高3分, 多收十五个: more or less than something, or of something that is done."""
    found, end = clause.found, amount.first
    if _WAY_SIGNS.isdisjoint(clause.written[found[clause.start].start : found[amount.at].start]):
        return None
    folded = fold(clause.written)
    while end > clause.start and end - 1 in amount.used and clause.said(end - 1) not in _WAYS:
        end -= 1
    for first in range(end - 1, max(clause.start, end - _LONGEST_WAY) - 1, -1):
        told = _WAY.fullmatch(folded, found[first].start, found[end - 1].end)
        if told is None or folded[: found[first].start][-1:] in _NO_WAY:
            continue
        base, used = base_of(found, clause.start, first)
        than = any(one.kind == "than" for one in found[clause.start : first])
        if base or than or told["doing"]:
            return Changed(Change(_WAYS[told["way"]], base), amount.comparator, used | set(range(first, end)))
    return None


_LONGEST_WAY = 3
"""Tokens of what tells more or less: 多招收."""


def _year_on_year(clause: Clause, amount: Amount) -> Changed | None:
    """同比5%, 4% YoY: a change of which only the base is said; which way it goes follows from what is better."""
    base, used = base_of(clause.found, clause.start, clause.end)
    told = any(clause.said(at) in _COMPARING for at in used)
    return Changed(Change(None, base), amount.comparator, used) if told and amount.percent else None


def _made(clause: Clause, amount: Amount, sign: str, at: int) -> Changed:
    """The change that the token at a place tells, with its base, which is named in the same clause."""
    base, beside = base_of(clause.found, clause.start, amount.first)
    if base is None:
        base, beside = base_of(clause.found, amount.last, clause.end)
    if base is None and clause.said(at).startswith("超"):
        base = Base.PLAN  # 超额完成10%
    if base is None and at > clause.start and clause.said(at - 1) == "年" and clause.found[at - 1].kind == "word":
        base, beside = Base.LAST_YEAR, frozenset({at - 1})  # 年降3%
    return Changed(Change(Sign(sign) if sign else None, base), amount.comparator, frozenset({at}) | beside)
