"""Numbers told beside a standard: in the name of what is measured, in a condition, and in talk around it.

What names and bounds the cases is kept as the condition; facts, reasons and lines that others draw are shown back as
not read. Each only where another number is left that can be the standard.
"""

import re
from collections.abc import Sequence

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.parts import Part, Role
from kpi.standards import direction_of
from kpi.units import kind, scale
from kpi.values import Base, Comparator

Told = frozenset[int] | None
_NOTHING: frozenset[int] = frozenset()
_HEAD = re.compile(
    r"(?P<name>[\u3400-\u9fff/、]{0,14}?(?:[率量额数度费本耗]|占比|比例|比重|比率|[性量费价师生医护床产销]比|时长|时间|得分|评分))"
    r"的?(?:应|要|须|需|必须)?[为是在到达至]*[(:： ]*"
)
"""The end of a name, behind the number in it: 30天保留率提高到45%."""
DONE_WITHIN = re.compile(
    r"[\u3400-\u9fff]{0,4}?(?:响应|回应|回复|答复|反馈|办结|办理|处理|处置|完成|到货|到达|到场|交付|交货|发货|送达|配送|归档|回归"
    r"|接通|接听|接起|应答|结案|到岗|建档|上报|提交|回访|回款|拨付|发放|开通|开工"
    r"|修复|解决|关闭|上线|出具|受理|签收|出库|入库|整改)"
)
"""What is done within a time, which then is a limit: 3天回归率."""
_SHORT = frozenset({"second", "minute", "hour"})
_SEEN_AFTER = re.compile(
    r"[\u3400-\u9fff]{0,4}?(?:留存|保留|存活|生存|续保|续费|续约|复购|再入院|死亡|流失|活跃|动销|逾期|返修|退货|复发|重复|滚动|继续|持续)"
)
"""What is looked at after some time, which then is no limit: 30天保留率."""
_SUPPOSED = re.compile(r"(?:[若凡]|如果|假如|倘若|一旦|如(?![期实下何])遇?|遇到?|当(?![月日年天季期场班年地]))")
_THEN_BEHIND = re.compile(r"[^,，;；。]*[,，;；] ?[则就应须需必要可]")
_EXCEPTED = re.compile(r"(?:除外|不计(?:算)?|不算|不考核|不在此[列限]|另算|另议|例外)[)）。 ]*$")
_REFERENCE = re.compile(
    r"法定|法规|法律|劳动法|国家|国标|省[里标]|市里|部[里颁]|行业|同行|业[内界]|总部|总公司|集团|厂商|厂家|合同(?:规定|要求|约定|[里上])"
    r"|以往|往年|之前|原先|竞品|对手|隔壁|别[家的人]|人家"
)
_LINE = re.compile(r"法定|国标|规定|要求|标准|[红底上下限]线|的线|[上下]限|是|才|只|平均|水平|一个样|都[在有做]|卡")
"""Whose line is told where one's own is told beside it: 法定20个工作日，我们承诺5个."""
_NOTED = re.compile(r"[备附]?注[:： ]?|说明")
_PASSED = re.compile(r"合格|及格|达标")
"""What says that a number in brackets is the mark from which one passes."""
_REASON = re.compile(
    r"(?:因为|毕竟|不然|否则|要不然|反正|主要是|考虑到|由于|听说|上次|上回|那次|谁让|怕|省得|免得|比如|例如|举例)"
)
"""What begins talk about why."""
_WORKED_OUT = re.compile(r"(?:按照?|依|以)[^,;。]{2,20}(?:计算?|折算|核算|换算|统计)")
"""How a figure is worked out: 按每天8小时计算."""
_RETOLD = re.compile(r"也就|相当于|等于说|折合|换算|算下来|平均下来")
"""What says the same again otherwise: 四个九，一年也就停五十多分钟."""
_BEYOND_REACH = re.compile(
    r"[没沒](?:那|这|这个)|没人能?[够做达拿得到]|没有?人(?:能|会)|做不到|达不到|够不着|办不到|到不了|上不去|不现实|不可能|太难|吃不消|顶不住"
)
"""What is told as out of reach beside what is meant: 四个九我们没那个预算."""
_FACT = re.compile(r"[是才只了过]")
_DATED = re.compile(r"q[1-4]|第?[一二三四1-4]季度?|[上下]半年|[0-9]{1,2}月|20[0-9]{2}年?")
_AIMS = re.compile(r"要|目标|争取|力争|必须|希望|应|至少|最少|最多|不能|不得|不超|不低|以[上内下]|定|承诺|保证|确保")
"""What says that a clause tells what is to be, rather than what is."""
_THEREFORE = re.compile(r"[\u3400-\u9fff]{0,4}?(?:[易会将就则都]|容易|导致|[需须]要|要|视为|属于|说明|等于|影响)")
_STRICT = {Comparator.LESS_THAN, Comparator.MORE_THAN}
_TALKS = re.compile(r"先|都|就|自己|也|还|我|得|会|又|再|才")
_TURNS = frozenset("次遍下趟回个個张份种顿句")
"""What one of is hardly a standard in the midst of talk: 领班自己先查一遍."""
_ONE_AND = re.compile(r"(?:even )?(?:one|a single) [a-z -]{1,24}? (?:and|or) (?:i|we|you|they|it|the|heads)\b")
"""One breach and I'm in front of the regulator: what then happens."""
_ONES = frozenset("一")

_TRAILS = frozenset({"…", "...", ".."})
_SETTLES_BEFORE = re.compile("应该|还是|改|算|那就|要不|就|不如")
_SETTLES_BEHIND = re.compile(" ?(?:好了|吧|算了|比较|更|就行|就好|好啦)")


def _others(parts: Sequence[Part], at: int) -> list[Part]:
    return [part for part in parts if part.role is Role.VALUE and part is not parts[at]]


# What stays with the standard, as its condition


def scope(parts: Sequence[Part], at: int) -> Told:
    """In the name of what is measured, or where a condition is told."""
    if not _others(parts, at) or parts[at].change:
        return None
    return _name(parts, at) or _bracketed(parts, at) or _whole_name(parts, at) or _supposed(parts, at)


def _name(parts: Sequence[Part], at: int) -> Told:
    """30天保留率提高到45%, 12345热线办结率≥98%: a number with words behind it that end in what is measured."""
    part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    if following is None or following.role is not Role.VALUE or part.amount.percent or part.amount.rates:
        return None
    found, folded = part.clause.found, fold(part.clause.written)
    last = max(place for place in range(part.amount.first, part.amount.last) if found[place].number)
    timed = last + 1 < part.amount.last and found[last + 1].kind == "unit"
    last += timed
    first = following.amount.first
    if above := part.comparator is Comparator.AT_LEAST and found[last + 1].kind == "after":  # 90天以上账款占比
        last += 1
    while first - 1 > last and found[first - 1].kind in {"before", "adverb", "to", "filler", "change"}:
        first -= 1
    if above and _counts_some(part, last + 1, following):
        return frozenset(range(part.amount.first, last + 1))
    head = _HEAD.fullmatch(folded, found[last].end, found[first].start)
    if head is None and timed and _SEEN_AFTER.fullmatch(folded, found[last].end, found[first].start):
        return frozenset(range(part.amount.first, first))  # 三个月留存八成
    if head is None or not (above or (part.comparator is None and _is_named(part, head["name"], timed=timed))):
        return None
    return frozenset(one for one in range(part.amount.first, first) if found[one].start < head.end("name"))


def _counts_some(part: Part, place: int, following: Part) -> bool:
    """Whether a number counts those that are of some size: 5000万以上项目2个."""
    counted = following.amount.unit is not None and kind(following.amount.unit) is None and not following.amount.percent
    words = part.clause.found[place : following.amount.first]
    return counted and bool(words) and all(token.kind == "word" for token in words)


def _is_named(part: Part, name: str, *, timed: bool) -> bool:
    """Whether a bare number before a name belongs to it; what is done within a time has its limit there."""
    if timed:
        return part.amount.unit not in _SHORT and _SEEN_AFTER.match(name) is not None
    return not _names_before(part)


def _names_before(part: Part) -> bool:
    """Whether words stand before a number in its clause, so that it may be a standard: 完成20件合格率95%."""
    before = part.clause.found[part.start : part.amount.first]
    scale = part.clause.said(part.amount.at) in {"百", "千", "万", "萬"}  # 全年千人重伤率
    return any(token.kind != "per" or not scale for token in before)


def _bracketed(parts: Sequence[Part], at: int) -> Told:
    """大型X光机(500MA以上)检查阳性率≥60%: brackets in the middle of a name."""
    part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    if not part.clause.bracketed or following is None or following.clause.bracketed or part.start < 2:
        return None
    found, folded = part.clause.found, fold(part.clause.written)
    first = min(following.used)
    named = part.end + 1 < first and found[part.start - 2].kind == "word"
    inside = named and _HEAD.fullmatch(folded, found[part.end + 1].start, found[first].start)
    return frozenset(range(part.start, part.end)) if inside else None


def _whole_name(parts: Sequence[Part], at: int) -> Told:
    """单次死亡3人以上事故起数，全年不超过1起: a clause that is nothing but a name, with a bound inside."""
    part = parts[at]
    later = parts[at + 1] if at + 1 < len(parts) else None
    if later is None or later.change or later.comparator is None or later.start == part.start:
        return None
    if part.comparator is None or part.amount.percent:
        return None
    found, last = part.clause.found, max(part.used)
    if last + 1 >= part.end or not all(token.kind in {"word", "stop"} for token in found[last + 1 : part.end]):
        return None
    head = _HEAD.fullmatch(fold(part.clause.written), found[last + 1].start, found[part.end - 1].end)
    return frozenset(range(part.start, part.end)) if head else None


def _supposed(parts: Sequence[Part], at: int) -> Told:
    """若涉及两个以上单位，则5个工作日内; 50人以上的，每月至少4次: what is supposed before what then holds."""
    part = parts[at]
    later = [one for one in _others(parts, at) if one.start > part.end]
    if not later or part.clause.bracketed or part.end >= len(part.clause.found):
        return None
    said, behind = part.said, fold(part.clause.written)[part.clause.found[part.end].start :]
    supposed = _SUPPOSED.match(said) and _THEN_BEHIND.match(behind)
    of_those = said.endswith("的") and part.comparator is not None and later[0].comparator is not None
    return frozenset(range(part.start, part.end)) if supposed or of_those else None


# What is only told


def told(parts: Sequence[Part], at: int, *, beside: bool) -> Told:
    """In talk beside another number, or beside that there is to be none: a line of others, a fact, a reason."""
    part = parts[at]
    others = [one for one in _others(parts, at) if one.start != part.start]
    if not (others or beside) or part.change:
        return None
    said = part.said
    return (
        _NOTHING
        if (
            _REASON.match(said)
            or _EXCEPTED.search(said)
            or _BEYOND_REACH.search(said)
            or is_retold(part)
            or _WORKED_OUT.fullmatch(said)
            or _is_remark(part, said)
            or _is_consequence(part)
            or _is_turn(part, said)
            or _is_echo(part, others)
            or _is_of_others(others, said)
            or _is_fact(part, others, said)
        )
        else None
    )


def is_retold(part: Part) -> bool:
    """Whether a clause says another one again: 四个九，一年也就停五十多分钟."""
    return _RETOLD.search(part.said) is not None


def _is_of_others(others: Sequence[Part], said: str) -> bool:
    """46小时是法定上限，我抓40以内."""
    drawn = _REFERENCE.search(said) is not None and _LINE.search(said) is not None
    own = [one for one in others if not (_REFERENCE.search(one.said) or _is_aspired(one))]
    return drawn and bool(own)


def _is_aspired(part: Part) -> bool:
    """Whether a part is told as the outstanding one, so that the line of others is the basic one: 国标95%，力争98%."""
    return any(
        token.kind == "role" and token.meaning == "outstanding" for token in part.clause.found[part.start : part.end]
    )


def _is_fact(part: Part, others: Sequence[Part], said: str) -> bool:
    """我们120张床现在住了一百来个; 98.5以上，Q1是97.9: what is, told with a time."""
    found = part.clause.found
    dated = _DATED.match(said) or any(_is_then(found[one]) for one in range(part.start, part.end))
    clear = part.comparator in {None, Comparator.ABOUT} and not _AIMS.search(said)
    apart = not any(token.kind == "time" or _is_then(token) for one in others for token in found[one.start : one.end])
    return bool(dated) and clear and apart and _FACT.search(said) is not None and bool(others)


def _is_then(token: Token) -> bool:
    """Whether a word says when something was or is."""
    return token.kind == "base" and Base(token.meaning) not in {Base.PLAN, Base.AVERAGE}


def _is_remark(part: Part, said: str) -> bool:
    """(合格标准为80分), (注:老年人数约为总人口的10%): what brackets explain."""
    noted = part.clause.bracketed and _NOTED.match(said) is not None
    return noted or (part.clause.bracketed and not part.amount.percent and _PASSED.search(said) is not None)


def _is_consequence(part: Part) -> bool:
    """超过1分钟易导致客户挂断: what follows where a line is crossed."""
    found, last = part.clause.found, max(part.used)
    if part.comparator not in _STRICT or last + 1 >= part.end:
        return False
    begins = all(found[one].kind == "filler" or one in part.used for one in range(part.start, part.amount.first))
    return begins and _THEREFORE.match(fold(part.clause.written), found[last + 1].start) is not None


def _is_echo(part: Part, others: Sequence[Part]) -> bool:
    """最多三起，三起以上就说不过去了: the other side of a line that was drawn before."""
    return any(
        one.amount.at < part.amount.at
        and (one.amount.value, one.amount.unit or part.amount.unit) == (part.amount.value, part.amount.unit)
        and one.comparator is not None
        and part.comparator is not None
        and not (one.amount.ranged or part.amount.ranged or one.change)
        and (_rejects(part) or direction_of(one.comparator) is not direction_of(part.comparator))
        for one in others
    )


def _rejects(part: Part) -> bool:
    return any(part.clause.found[at].kind == "reject" for at in part.used)


def _is_turn(part: Part, said: str) -> bool:
    """领班自己先查一遍, 撞一次我就要写报告了: one of something that is done, in a sentence of its own."""
    amount, found = part.amount, part.clause.found
    written = part.clause.written[found[amount.at].start : found[amount.at].end]
    plain = part.comparator is None and not amount.rates and not amount.per and amount.unit is not None
    if plain and _ONE_AND.match(said):
        return True
    turn = plain and written in _ONES and amount.unit is not None and amount.unit[0] in _TURNS
    return turn and _TALKS.search(said) is not None


def remark(parts: Sequence[Part], at: int) -> Told:
    """What stands in brackets and says the same otherwise, or what was: 62 days (two months), to 18 (+50%)."""
    part = parts[at]
    values = [one for one in _others(parts, at) if not one.clause.bracketed]
    if not part.clause.bracketed or not values:
        return None
    if part.change is not None and all(one.change is None for one in values):
        return _NOTHING  # ≤ 180 h (↓60%)
    plain = part.change is None and (part.comparator is None or _bounds_the_same(part.amount, values[0].amount))
    before = part.clause.found[max(part.amount.first - 2, 0) : part.amount.first]
    dated = any(token.kind in {"time", "label", "gap"} for token in before)  # ≥95%(2022: 90%)
    says_so = dated or all(_says_the_same(part.amount, one.amount) for one in values)
    return _NOTHING if (plain and says_so) or _worked_out(parts) else None


def _bounds_the_same(amount: Amount, other: Amount) -> bool:
    """Under 1% (reduce from 2.5% to under 1%)."""
    return (amount.comparator, amount.value, amount.unit) == (other.comparator, other.value, other.unit)


def _says_the_same(amount: Amount, other: Amount) -> bool:
    """Whether an amount may be another one told otherwise: the same, or in a unit that does not convert."""
    (unit, many), (others, few) = scale(amount.unit), scale(other.unit)
    if unit is None or others is None or unit == others or amount.value == other.value:
        return amount.value * many == other.value * few
    return kind(amount.unit) != "percent" and (kind(amount.unit) != kind(other.unit) or kind(amount.unit) == "time")


def _worked_out(parts: Sequence[Part]) -> bool:
    """Whether a change leads from the earlier figure to the value: from 12 to 18 (+50%), up 20% (from 100 to 120)."""
    earlier = [part.amount.value for part in parts if part.role is Role.EARLIER]
    values = [part.amount.value for part in parts if part.role is Role.VALUE and not part.change]
    changes = [part.amount.value for part in parts if part.change and part.amount.percent]
    if not (len(earlier) == len(values) == len(changes) == 1 and earlier[0]):
        return False
    return abs(abs(values[0] / earlier[0] - 1) * 100 - changes[0]) <= 1


# What is taken back


def thought_again(parts: Sequence[Part], at: int) -> Told:
    """80分…85好了: what is trailed off from before what is settled on in the same unit."""
    part, later = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    behind = part.amount.last
    if later is None or behind >= len(part.clause.found) or part.clause.said(behind) not in _TRAILS:
        return None
    folded, found = fold(part.clause.written), part.clause.found
    same = later.amount.unit in {None, part.amount.unit} and later.comparator in {None, part.comparator}
    settled = _SETTLES_BEFORE.search(folded[found[behind].end : found[later.amount.first].start])
    settled = settled or _SETTLES_BEHIND.match(folded, found[later.amount.last - 1].end)
    return frozenset({behind}) if same and settled else None
