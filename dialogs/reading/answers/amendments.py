"""Changes of single parts of what was remarked on: 只改收集人，换成采购部 (method.md 4).

What is said beside them answers the question that stands (98 then), puts it off, goes along or is told as left.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dialogs.reading.answers.asides import Beside, read_aside
from dialogs.reading.answers.clauses import clauses_of, core, is_idle
from dialogs.reading.answers.queries import NUMBER
from dialogs.reading.answers.topics import Aside
from dialogs.reading.answers.trackings import tracking_in
from dialogs.reading.names.plan_parts import PART
from dialogs.reading.names.told_names import is_name
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.text.sentences import is_talk


@dataclass(frozen=True, slots=True)
class Amendment:
    """A part to change, and to what, as far as it was said; `keep` says that it stays."""

    part: str
    value: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Amendments:
    """The changes that a text wishes; `only` those and nothing else.

    `answer` is what it says besides to the question that stands, which is put off where that is said `later`; `left` is
    what was not understood.
    """

    changes: tuple[Amendment, ...]
    only: bool = False
    answer: str = ""
    later: bool = False
    left: tuple[str, ...] = ()
    kept: str | None = None
    """Why what was asked stays as it is, where it is to stay."""


_LONGEST = 200
"""Characters of the longest wish: anything longer is an answer."""
_ASKS = re.compile(r"\?|[谁吗呢]|什么|\b(?:who|what|which|why|how)\b")
"""What asks rather than wishes."""
_PIECES = re.compile(r"\s*(?:、|\band\b|然后|并且?(?=把|将))\s*")
"""What may part the wishes of one clause."""
_ONLY = re.compile(r"只|仅|其[他它余]|\b(?:only|just|rest|others?|else)\b")
_REST = re.compile(
    r"\s*(?:其[他它余](?:的|部分)?[都均]?(?:不变|不改|不动|保持不变|照旧)"
    r"|(?:keep |leave )?(?:all )?(?:the |every(?:thing )?)?(?:rest|else|others?)"
    r"(?: stays?| unchanged| the same| as (?:it )?is| is fine)*)\s*"
)
"""What says of all else that it stays."""
_TO = (
    r"(?:(?:提高|提升|提|升|降低|降|减少|增加|放宽|下调|上调|调|拉|抬)到|改成|改为|换成|换为|调整?为|设为|定为|变成|更新为|"
    r"应该?[是为]|由|叫|为|是|写成?|填|"
    r"(?:should be|to be|becomes?|(?:goes|moves) (?:up |down )?to|to|into|is|as|by|with|=|:))"
)
_VERB = (
    r"(?:请|麻烦|顺便|顺带|我想|我要|要|想|就|只|仅|也|需要|可以|把|将|的|它|这个|个|指标|产出|"
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
_FILLER = r"(?:的|吧|了|就|也|都|还是|原来|现在|可以|要|请|应|as|it|is|the|same|its|of|for|altogether|entirely|\s)*"
_STANDARD = r"\s*(?=[0-9≥≤不]|至少|至多|最|at )"
"""What a standard begins with that follows what it is one of: 标准98%."""
_WISH = re.compile(
    rf"{_VERB}(?P<before>{_KEEP}|{_CHANGE})?{_VERB}(?P<part>{PART.pattern}){_FILLER}"
    rf"(?:(?P<after>{_KEEP}){_FILLER}|(?:(?:{_CHANGE})?\s*{_TO}\s*|[改换]|{_STANDARD})(?P<value>.+?)"
    rf"|(?P<bare>{_CHANGE})?)[\s。.!]*"
)
_ALONE = re.compile(
    rf"{_VERB}(?:(?:{_CHANGE})?\s*{_TO}\s*|还是|(?:take|use|put|have) (?=.* instead))(?P<value>.+?)"
    r"(?: instead|代替|[吧啦了])*[\s。.!]*"
)
_LEAD = re.compile(rf"(?:好[啦吧的]|行[啦吧]?|ok|okay)?{_VERB}(?:{_CHANGE})?\s*(?:{_TO})?\s*")
_MEANT = re.compile(r"本来|原来|原先|\b(?:originally|was going to|wanted to)\b")
"""What tells of a part what is not so any more, before it is told what is."""
_LATER = re.compile(r"\bthink (?:it |that |this )?over\b")


def read_amendments(text: str, today: date, country: str) -> Amendments | None:
    """The changes of parts that a text wishes; None where it wishes none."""
    written = unpolite(clean(text).text)
    if len(written) > _LONGEST or _ASKS.search(fold(written)):
        return None
    reader, folded = _Reader(today, country), fold(written)
    for clause in clauses_of(folded):
        reader.take(written[slice(*core(folded, clause.start, clause.end))])
    if not any(one.part != "when" or one.keep or one.value is None or one.part in reader.named for one in reader.found):
        return None  # 每季度一次 may be a standard
    if reader.answers and {one.part for one in reader.found} <= _STANDARDS:
        return None  # who asks for one standard reads both
    only = _ONLY.search(fold(text)) is not None
    said = ", ".join(reader.answers)
    answer, kept = ("", said) if reader.kept else (said, None)
    return Amendments(tuple(reader.found), only, answer, reader.later and not said, tuple(reader.left), kept)


_STANDARDS = {"basic", "outstanding"}


class _Reader:
    """Takes clause by clause; `named` are the parts that were called by their names."""

    def __init__(self, today: date, country: str) -> None:
        self.today, self.country = today, country
        self.found: list[Amendment] = []
        self.named: set[str] = set()
        self.answers: list[str] = []
        self.left: list[str] = []
        self.later = self.kept = False

    def take(self, clause: str) -> None:
        """Take a clause, as a whole or in pieces."""
        pieces = list(_pieces(clause))
        each = [self._wishes(piece, self.found) for piece in pieces]
        if (
            None in each
            and any(each)
            and all(one is not None or _figure(piece) for one, piece in zip(each, pieces, strict=True))
        ):
            for piece in pieces:  # make it 98 and let Petra collect
                self.take(piece)
            return
        wishes = self._in_pieces(pieces)
        wishes = self._wishes(clause, self.found) if wishes is None else wishes
        if wishes is None:
            self._beside(clause)
            return
        for one in wishes:
            if one.part:
                self.found.append(one)
            elif self._open():
                self.found[-1] = Amendment(self.found[-1].part, one.value)  # 只改收集人，换成采购部
            elif _figure(clause):
                self._beside(clause)
            else:
                self.left.append(clause)

    def _in_pieces(self, pieces: Iterable[str]) -> list[Amendment] | None:
        """The changes that the pieces of a clause wish, all of them."""
        found: list[Amendment] = []
        for piece in pieces:
            wishes = self._wishes(piece, found or self.found)
            if wishes is None:
                return None
            found += wishes
        return found

    def _open(self) -> bool:
        return bool(self.found) and self.found[-1].value is None and not self.found[-1].keep

    def _wishes(self, clause: str, before: Sequence[Amendment]) -> list[Amendment] | None:
        """The changes that a clause wishes; one of no part is what the part before is to become."""
        if _REST.fullmatch(fold(clause)):
            return []
        if named := _named(clause, listing=bool(before) and before[-1].keep):
            self.named.add(named.part)
            return [named]
        told = tracking_in(clause, self.today, self.country)
        if told:
            return [Amendment(part, value) for part, value in told.items()]
        value = _value(clause)
        return [Amendment("", value)] if value else None

    def _beside(self, clause: str) -> None:
        """Take a clause that wishes no change."""
        said = fold(clause)
        meant = PART.search(said) if _MEANT.search(said) else None
        if meant:
            self.found.append(Amendment(str(meant.lastgroup)))
        elif keeps(clause):
            self.kept = True
        elif read_aside(clause) == Beside(Aside.LATER) or _LATER.search(said):
            self.later = True
        elif _figure(said):
            self.answers.append(clause[_LEAD.match(said).end() :])  # type: ignore[union-attr]  # it may be empty
        elif self.found and self.found[-1].part == "collector" and self.found[-1].value and _is_bare_name(clause):
            self.found[-1] = Amendment("collector", f"{self.found[-1].value}, {clause}")  # my deputy, Marek
        elif PART.search(said) or not _goes_along(clause):
            self.left.append(clause)


def _figure(clause: str) -> bool:
    return re.search(NUMBER, fold(clause)) is not None


def _goes_along(clause: str) -> bool:
    """Whether a clause is only talk."""
    said = fold(clause)
    return is_idle(said) or _CONCEDES.fullmatch(said) is not None or is_talk(said) or read_aside(clause) is not None


def _is_bare_name(clause: str) -> bool:
    return len(clause.split()) <= _WORDS and is_name(clause) and not is_idle(fold(clause))


_WORDS = 3
"""Words of a name that may stand behind what somebody is."""


def _pieces(clause: str) -> Iterable[str]:
    """The pieces of a clause, as written."""
    cuts = [(0, 0), *(match.span() for match in _PIECES.finditer(fold(clause))), (len(clause), len(clause))]
    return [clause[end:start] for (_, end), (start, _) in pairwise(cuts)]


_CONCEDES = re.compile(
    r"(?:那?就?(?:都)?[按照听依](?:他们|她们?|你们?|您|hr|人力|人事|领导|上面|意见)(?:的|说的|的意见|的要求)*(?:来|改|办|定)?"
    r"|说[的得](?:对|是|有道理)|有道理|fair (?:point|enough)|good point|point taken"
    r"|(?:同意|没意见|可以|行|好),?(?:那就)?(?:改|照改|我改))[吧了啦的]*"
    r"|(?:ok|okay|fine|sure|alright)?,? ?(?:whatever|as|like|what) (?:hr|you|they|she|he) "
    r"(?:wants?|says?|said|likes?|prefers?)"
    r"|(?:ok|okay|fine|sure|agreed|alright),? (?:i'll|i will|let's) (?:change|fix|do) (?:it|that)"
)


def concedes(text: str) -> bool:
    """Whether a text agrees to a remark without saying what is to become of it: 按他们说的改吧."""
    return _CONCEDES.fullmatch(fold(clean(text).text).strip(" .。!")) is not None


_OWN_WAY = re.compile(
    r"(?:i |we )?(?:won't|will not|am not|'m not|not) (?:going to )?chang(?:e|ing)(?: it| this| that)?"
)


def stands_by(text: str) -> bool:
    """Whether a text keeps what was remarked on and says why: 我不同意，这标准是跟总经理一起定的，不改."""
    written = clean(text).text
    folded = fold(written)
    said = [written[slice(*core(folded, one.start, one.end))] for one in clauses_of(folded)]
    kept = [keeps(one) or _OWN_WAY.fullmatch(fold(one)) is not None for one in said]
    return any(kept) and not all(kept) and not re.search(f"[0-9]|{_ASKS.pattern}", folded)


def keeps(text: str) -> bool:
    """Whether a text says that what is asked about stays as it is: keep, 保持不变."""
    return (
        re.fullmatch(rf"{_FILLER}{_KEEP}{_FILLER}(?:{_KEEP}{_FILLER})?[\s。.!]*", fold(unpolite(clean(text).text)))
        is not None
    )


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
    if PART.search(match["value"]):
        return None  # 基本98卓越99.5 tells two parts
    return Amendment(part, _CLOSING.sub("", clause[slice(*match.span("value"))].strip()).strip())


_CLOSING = re.compile(r"(?:就?[好行]了?|吧|[了啦])+$")


def _value(clause: str) -> str | None:
    """What something is to become, where a clause says only that: 换成采购部."""
    match = _ALONE.fullmatch(fold(clause))
    return clause[slice(*match.span("value"))].strip() if match else None
