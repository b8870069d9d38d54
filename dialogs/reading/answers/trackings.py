"""Changes of a proposed tracking plan, told in a sentence: 第2个按季度，财务部收，其他都行 (method.md 2.5)."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dialogs.reading.answers.assent import leaves_rest
from dialogs.reading.answers.lists import read_list
from dialogs.reading.dates.parted_rhythms import parted_rhythm
from dialogs.reading.names.mentions import Mention, mention
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from kpi.plan import When

SELF = "\ue000"
"""Who speaks, as a collector or receiver."""
_LONGEST = 500
_CLAUSES = re.compile(r"[,，;；。!！\n]+|\.(?=\s|$)|\.\.+|\b(?:but|except(?: for)?|though)\b|但是?|不过|除了")
_LISTED = re.compile(r"(?<=[0-9])\s*[,，、](?=\s*[0-9]{1,2}(?![0-9]*\s*[%日号月.]))")
_AND = re.compile(r" and |并且?|然后")
_DENIED = re.compile(r"[不没未别无]|\b(?:not|no|never|cannot|cant|can't|dont|don't|wont|won't|nobody)\b|n't\b")
_OTHER = re.compile(
    r"权重|标准|目标值|返回|删|去掉|拿掉|取消|\b(?:weights?|standards?|targets?|drop|remove|delete|go back|before i)\b"
)
"""What is no matter of the tracking."""
_ASKS = re.compile(r"[?？]|[吗呢谁]|怎么|什么|多少|\b(?:what|who|how|why|which)\b")
_SINGLY = re.compile(
    r"(?:我|自己|自行|亲自)+(?:来)?(?:设定?|定|填|写|改|弄)|(?:设定?|定|填|写|改)(?:.{0,4})(?:我|自己)|"
    r"\b(?:set|write|fill|define)\b.*\bmyself\b|\bmyself\b.*\b(?:set|define)\b|\bi(?:'ll| will| want to| would)? set\b"
)
_DOING = re.compile(
    r"(?:我|自己)+(?:来)?(?:做|弄|搞|来)|\bi(?:'ll| will)? (?:do|take|handle)\b(?:.*\bmyself\b)?|\bmyself\b"
)
"""What may be setting it or collecting it."""
_PARTS = (
    ("receiver", re.compile(r"(?:直接)?(?:发|报|交|抄送|送|提交)(?:给|到)(?P<value>[^\s,，]{1,14}?)$")),
    ("receiver", re.compile(r"(?:由|让|改成|改为|换成|给)*(?P<value>[^\s,，]{1,12}?)(?:来)?接收$")),
    ("receiver", re.compile(r"(?:接收人|接收方)(?:改成|改为|换成|是|为|:|：)*(?P<value>[^\s,，]{1,12})$")),
    (
        "collector",
        re.compile(
            r"(?:收集人|收集|统计)(?:的人)?(?:改成|改为|改给|改由|交给|换成|就|请|换|改|给|是|为|由|:|：)+(?P<value>[^\s,，]{1,12}?)(?:来)?$"
        ),
    ),
    (
        "collector",
        re.compile(
            r"(?:数据|还是|改由|改成|改为|换成|换|由|让|叫|请|归|找|交给|给|是)*(?P<value>(?:会计|[^\s,，的都也在会能想说总常不让]){1,14}?)"
            r"(?:来|去|负责|帮忙|自己)*(?:收集?|统计|采集|填报|提供|出数据?)$"
        ),
    ),
    (
        "data",
        re.compile(
            r"(?:数据)?(?:改成|改为|换成|用|从|来自|取自|源自|来源是?|:)+(?P<value>[^\s,，]{1,20}?)(?:里|中|上)?(?:出|取|导出?|拿|调|抓|拉|的数据|数据)$"
        ),
    ),
    ("sample", re.compile(r"(?:改成|改为|换成|用|只|按)*(?P<value>抽[样查检][^\s,，]{0,14})$")),
    ("receiver", re.compile(r"\b(?:goes?|go|sent?|reported|delivered|report|send (?:it|them)) to (?P<value>.{1,40})$")),
    ("receiver", re.compile(r"\breceived by (?P<value>.{1,40})$")),
    ("collector", re.compile(r"(?:^|\b(?:collected|pulled|gathered|reported|done) )by (?P<value>[a-z].{0,40})$")),
    (
        "collector",
        re.compile(
            r"^(?:please |pls |let |have |that |and )*(?P<value>[a-z][\w' ]{0,40}?) (?:to |should |will |must |can )?"
            r"(?:do|does|collects?|pulls?|gathers?|handles?|reports?|counts?|tracks?|supply|supplies|provides?|delivers?)"
            r"(?: (?:it|them|that|those|this|the (?:numbers?|figures?|data)))?(?: from now on)?$"
        ),
    ),
    (
        "collector",
        re.compile(
            r"^(?:should |must |to |will |can )*(?:come|comes|be taken|be pulled) from "
            r"(?P<value>[a-z][a-z'-]+ (?:in|from|at|of) .{1,40})$"
        ),
    ),
    ("collector", re.compile(r"^make (?P<value>.{1,40}?) (?:the )?collector$")),
    (
        "collector",
        re.compile(
            r"^(?P<value>[a-z][\w' ]{0,40}?) (?:(?:will |can |should |to )?(?:does?|is doing|takes? over|handles?) "
            r"(?:all )?the collecting|is the collector)$"
        ),
    ),
    ("collector", re.compile(r"\bcollector(?: (?:of|for))?(?: the)?(?: is| to|:| should be)+ (?P<value>.{1,40})$")),
    (
        "data",
        re.compile(
            r"^(?:that |it |those |this |they |data |the data |the )*(?:comes?|come|is taken|are taken|taken|is|are)? ?"
            r"(?:out of|from) (?P<value>.{1,40})$"
        ),
    ),
    (
        "sample",
        re.compile(
            r"^(?:only |just |a |use a )*(?P<value>sample of .{1,30}|[0-9]+%? (?:at random|a month|cases).{0,20})$"
        ),
    ),
)
_FILLING = re.compile(
    r"所以|因此|[\s,，:：、的吧了啦只有呀啊把请就那这些两三四个项也都全部按看收改成为换到是时间日期频率统计上报收集用来要一次和跟与及每指标"
    r"报交算做才再够行好]|"
    r"\b(?:the|it|that|those|these|this|them|they|make|change|set|to|on|at|by|is|are|be|should|please|pls|can|could|we|i|"
    r"want|all|of|for|instead|enough|fine|ok|okay|and|so|just|do|only|every|date|dates|when|collect|collected|report|reported|once|would|"
    r"rather|one|ones|not|sorry|thats|that's|go|goes)\b"
)
_ALL = re.compile(
    r"都|全部|全(?=[换改由让交归请])|所有|一律|统一|每个"
    r"|\b(?:all|every(?:thing| one))(?: of (?:them|it|those))?\b|\beach of (?:them|those)\b"
)
_GAPS = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_LEAD = re.compile(r"^(?:(?:and|then|please|the|ones?|those|these)\b ?|[这那][两二三四五几些]?[个项条]的?(?:指标)?)+")
"""What stands for indicators that were named: 合同那两个法务收."""
_COLLECTING = re.compile(r"收集|自己收|\bcollect|\bown (?:numbers|figures|homework)\b")
_SENTENCE = re.compile(r"\b(?:is|are|was|were|that|which|because|if|has|have|her|his|their|own|too|also|always)\b")
"""What is more than a name or a source."""
_WHO = {"collector", "receiver"}
_NOBODY = re.compile(
    r"别人|他人|其[他它]人|换个人|旁人|有人|谁"
    r"|\b(?:else|some(?:one|body)|any(?:one|body)|other people|others)\b"
)
"""What names nobody."""
_POLITE = re.compile(r"(?: for)?(?: (?:please|pls|then|instead|thanks))*(?: for)?$")


@dataclass(slots=True)
class Changes:
    """What is to change, by the places of the indicators (from 0); `singly` those that are asked about one by one.

    `doing` are those that somebody takes over, who does not say whether to set them or to collect their figures.
    """

    parts: dict[int, dict[str, str | When]] = field(default_factory=dict)
    singly: set[int] = field(default_factory=set)
    doing: set[int] = field(default_factory=set)


def read_changes(text: str, names: Sequence[str], today: dt.date, country: str) -> Changes | None:
    """The changes that a sentence tells; None where it tells none.

    Raises Unread where a clause names an indicator, or says that something is to change, and it cannot be told what.
    """
    written = _LISTED.sub("和", clean(text).text)
    if len(written) > _LONGEST or _ASKS.search(fold(written)) or speaks_of_another(written, names):
        return None
    if _merely_names(text, names):
        return None
    return _Reader(names, today, country).read(written)


def _merely_names(text: str, names: Sequence[str]) -> bool:
    """Whether a text only names some of the indicators: "days of delay" tells no day."""
    try:
        told = [fold(name) for name in read_list(text)]
    except Unread:
        return False
    return len(told) < len(names) and {*told} <= {fold(name) for name in names}


class _Reader:
    """Goes through the clauses; what names no indicator is about those named before, or about all."""

    def __init__(self, names: Sequence[str], today: dt.date, country: str) -> None:
        self.names, self.today, self.country = names, today, country
        self.changes = Changes()
        self.open: tuple[int, ...] = ()
        self.told = False
        self.denied = False
        """Whether something was said of an indicator that is not so."""

    def read(self, written: str) -> Changes | None:
        for clause in _CLAUSES.split(written):
            if clause.strip() and not leaves_rest(clause):
                self._take(clause)
        changed = self.changes
        nothing = not (changed.parts or changed.singly or changed.doing)
        if nothing and not self.denied:
            return None
        if nothing or (self.open and not self.told):
            raise Unread("tracking.part", said=written)
        return changed

    def _take(self, clause: str) -> None:
        named = mention(clause, self.names)
        rest = named.rest if named else clause
        if named:
            if (self.open and not self.told) or not named.places:
                raise Unread("tracking.part", said=clause.strip())
            self.open, self.told = named.places, False
        said = _plain(rest)
        if not said:
            return
        denied = _DENIED.search(said) is not None
        if named and _SINGLY.search(said):
            self.changes.singly.update(self.open)
        elif named and _DOING.search(said):
            self.changes.doing.update(self.open)
        elif denied or not self._change(said, rest, named):
            self.denied = self.denied or bool(named and denied)
            if named and not denied and not leaves_rest(rest):
                raise Unread("tracking.part", said=clause.strip())
            self.told = self.told or bool(named and leaves_rest(rest))
            return
        self.told = True

    def _change(self, said: str, rest: str, named: Mention | None) -> bool:
        """Whether the clause changes a part, or several parted by "and"."""
        whole = self.parts_of(said)
        if whole is None:
            return False
        found = {part: _as_written(value, rest) for part, value in whole.items()}
        places = self.open or tuple(range(len(self.names)))
        for place in places:
            self.changes.parts.setdefault(place, {}).update(found)
        return True

    def parts_of(self, said: str) -> dict[str, str | When] | None:
        """What a clause says of the parts, or several parted by "and"."""
        each = [self._parts(piece.strip()) for piece in _AND.split(said) if piece.strip()]
        return self._parts(said) if None in each else {part: it for one in each if one for part, it in one.items()}

    def _parts(self, said: str) -> dict[str, str | When] | None:
        """What a piece says of a part; None where it says nothing, or more than that."""
        bare = _GAPS.sub("", _ALL.sub(" ", said)).strip() if _ALL.search(said) else said
        bare = bare.strip(" 吧了啦的")
        rhythm = parted_rhythm(bare, self.today, self.country)
        if rhythm is None:
            return self._person(bare)
        when, rest = rhythm
        if not _FILLING.sub("", rest):
            return {"when": when}
        other = self._person(rest.strip(" ,，吧了"))
        return {"when": when, **other} if other else None

    def _person(self, said: str) -> dict[str, str | When] | None:
        for part, pattern in _PARTS:
            match = pattern.search(said)
            if match and not re.sub(
                r"[\s的吧了那就也请把它们]"
                r"|\b(?:change|set|make|switch|put|that|it|and|the|they|those|figures?|is|are|to be|should be)\b",
                "",
                said[: match.start()],
            ):
                value = _POLITE.sub("", match["value"]).strip()
                if _SENTENCE.search(value) or (part == "collector" and re.search(r"[0-9]|\band let\b", value)):
                    continue
                if part in _WHO and _NOBODY.search(value):
                    raise Unread("tracking.collector")
                return {part: SELF if value in {"我", "我自己", "i", "me", "myself"} else value}
        return None


def _plain(clause: str) -> str:
    said = " ".join(fold(clause).split()).strip(" :吧了啦呗哈啊呀把的").removesuffix("给")
    return _LEAD.sub("", said)


def _as_written(value: str | When, written: str) -> str | When:
    """What was read in a folded text as it was written."""
    said = value.text if isinstance(value, When) else value
    at = fold(written).find(said)
    kept = written[at : at + len(said)] if at >= 0 else said
    return replace(value, text=kept) if isinstance(value, When) else kept


def tracking_in(clause: str, today: dt.date, country: str) -> dict[str, str] | None:
    """The parts of the tracking that a clause by itself says, as written; None where it says none, or more."""
    reader, said = _Reader((), today, country), _plain(clause)
    found = None if not said or _DENIED.search(said) or _ASKS.search(said) else reader.parts_of(said)
    written = {part: _as_written(value, clause) for part, value in (found or {}).items()}
    return {part: value.text if isinstance(value, When) else value for part, value in written.items()} or None


def speaks_of_collecting(text: str) -> bool:
    """Whether a text speaks of who collects the figures."""
    return _COLLECTING.search(fold(text)) is not None


def speaks_of_another(text: str, names: Sequence[str]) -> bool:
    """Whether a text speaks of something else of the indicators: their weights, their standards, whether they stay."""
    said = fold(text)
    for name in names:
        said = said.replace(fold(name), " ")
    return _OTHER.search(said) is not None
