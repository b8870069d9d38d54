"""What words count a number per without saying so: 百公里油耗, 吨煤成本, 单店销售额, 3条/月人, 三年做一次."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dialogs.reading.numbers.numeral import SCALES
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.rates import Rate
from dialogs.reading.values.units import TIME_WORDS
from kpi.values import Per

_COSTS = (
    r"(?=[\u3400-\u9fff]{0,8}?(?:[油气电水煤能物料药]耗|耗[油气电水煤能材]|用[水电]量|取水量|成本|费用?|运价)"
    r"(?!率|占|比|[下降低节约控制递减]{2}率))"
)
_HINT = re.compile(
    "/|[公吨元均][\u3400-\u9fff]|单[\u3400-\u9fff]|[百千万0][\u3400-\u9fffa-z]|[年月日周][净新销产签回可报发死就]"
)
"""What any of these names has; most texts have none of it."""
_THING = re.compile(
    rf"(?:单车|车均)?单?(?P<scale>[百千万])?(?P<road>公里){_COSTS}"
    rf"|(?<![0-9万千百])(?P<heavy>吨)[\u3400-\u9fff]{{0,3}}?{_COSTS}"
    rf"|(?P<money>[百千万])(?P<of>元(?:工业)?(?:产值|增加值|收入|营收|销售额?)){_COSTS}"
    r"|(?<![0-9一二三四五六七八九十])(?P<many>[百千万])(?P<each>人次?|台|辆|件|户|次|公里|床日?|元|行代码|小时|工时|吨|单)"
    r"(?=[\u3400-\u9fff]{1,8}?[数量])"
    r"|(?:^|(?<=[,;。]))(?P<so_many>[百千万]|100|1000)(?P<run>公里|人次?|台|辆|件|户|次|床日?|单|吨|工时)"
    r"(?= ?(?:不|最|至|控制|别|低于|少于|小于|[≤<]|要|平均|[0-9一二三四五六七八九十]))"
    r"|单(?P<one>[店车台篇客户床亩柜])(?=[\u3400-\u9fff]{2})"
)
"""What begins the name of a cost per thing, or of what one thing gives."""
_PERSON = re.compile(r"/ ?[天日周月年季]度?[·.*]?(?P<who>[人车店台户])(?![均次员数天日时])")
_PERIOD = re.compile(r"/ ?[人车店台户][·.*]?(?P<when>[周月年季])(?!均)")
"""3条/月人, 200元/人月: two rates behind one slash."""
_AVERAGE = re.compile(
    r"(?:[人户生店床台亩]均(?P<when>[年月日季])(?=[\u3400-\u9fff]{2})"
    r"|(?<=[\u3400-\u9fff])(?<![个每上下本当次去今全往同近历逐明整一二三四五六七八九十两半几])(?P<grows>[年月日周])"
    r"(?=净增|新增|销[量售]|产[量值]|签约|回款|可支配|报告|发生|死亡|就诊))"
)
"""人均年培训学时, 公众号月净增粉丝, 每百床位年报告."""
_AMONG = frozenset({"里", "里面", "里头", "中", "当中"})
_OFTEN = frozenset({"次", "回", "趟", "遍"})
_NEAR = 4
"""Tokens between a time and how often in it: 三年做一次."""


def rates_in_names(written: str, found: Sequence[Token]) -> Iterator[Rate]:
    """The rates that stand in names and beside others, in no order."""
    folded = fold(written)
    if sum(token.number is not None for token in found) > 1:
        for at in range(len(found)):
            if rate := _once_in(written, found, at) or _among(written, found, at) or _in_so_many(written, found, at):
                yield rate
    if not _HINT.search(folded):
        return
    for match in _THING.finditer(folded):
        scale = match["scale"] or match["money"] or match["many"] or match["so_many"]
        noun = match["road"] or match["heavy"] or match["of"] or match["each"] or match["run"] or match["one"]
        per = Per(Decimal(SCALES.get(scale, scale) if scale else 1), noun)
        yield Rate(None, per, _places(found, *match.span()), topic=match["run"] is None)
    for match in _PERSON.finditer(folded):
        yield Rate(None, Per(Decimal(1), match["who"]), _places(found, *match.span("who")))
    for match in _PERIOD.finditer(folded):
        yield Rate(TIME_WORDS[match["when"]], None, _places(found, *match.span("when")))
    for match in _AVERAGE.finditer(folded):
        name = "when" if match["when"] else "grows"
        yield Rate(TIME_WORDS[match[name]], None, _places(found, *match.span(name)), topic=True)


def _places(found: Sequence[Token], start: int, end: int) -> frozenset[int]:
    return frozenset(at for at, token in enumerate(found) if start <= token.start < end)


def _once_in(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """两小时一次, 三年做一次: how often in a time that is no single one."""
    number = found[at].number
    unit = at + 1 + (at + 1 < len(found) and found[at + 1].meaning in {"个", "個"})
    if number is None or number.value == 1 or unit >= len(found) or found[unit].kind != "unit":
        return None
    if at and found[at - 1].kind == "or":
        return None  # 每月、季或半年一次
    for place in range(unit + 1, min(unit + _NEAR, len(found) - 1)):
        if found[place].number:
            counted = written[found[place + 1].start] in _OFTEN
            return (
                Rate(None, Per(number.value, found[unit].meaning), frozenset(range(at, unit + 1))) if counted else None
            )
        if found[place].kind not in {"word", "filler"}:
            return None
    return None


def _in_so_many(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """2 pieces in 1000, 3 errors in 100 invoices: of so many."""
    many = found[at + 1].number if at + 1 < len(found) else None
    if many is None or fold(written[found[at].start : found[at].end]) not in {"in", "out of"} or at <= 1:
        return None
    counts = any(one.number and not one.number.percent for one in found[max(0, at - _NEAR) : at])
    if found[at - 1].kind != "word" or not counts or (at + 2 < len(found) and found[at + 2].kind == "unit"):
        return None  # closed in 10 working days
    if many.value < 10 or many.percent or set(str(many.value)) - set("10"):
        return None  # 5 sites in 12 countries
    noun = at + 2 if at + 2 < len(found) and found[at + 2].kind == "word" else at - 1
    unit = written[found[noun].start : found[noun].end]
    return Rate(None, Per(many.value, unit), frozenset({at, at + 1, *({noun} if noun > at else ())}))


def _among(written: str, found: Sequence[Token], at: int) -> Rate | None:
    """100单里面2单以内: of so many of the same."""
    number, behind = found[at].number, found[at + 1 : at + 3]
    if number is None or len(behind) < len("单里") or behind[0].kind != "word":
        return None
    if written[behind[0].start] == "公":
        return None  # 百公里
    noun = written[behind[0].start]
    end = at + 2
    while end < len(found) and fold(written[behind[1].start : found[end].end]) in _AMONG:
        end += 1
    again = next((place for place in range(end, min(end + _NEAR, len(found) - 1)) if found[place].number), None)
    if end == at + 2 or again is None or written[found[again + 1].start] != noun:
        return None
    return Rate(None, Per(number.value, noun), frozenset(range(at, end)))
