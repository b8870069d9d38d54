"""What is said of each of several reports in one text: 退货率跟财务对不上，其他没问题 (method.md 5).

Only what confirms or disputes outright does so. What merely wonders ("looks high", 是不是含了团购？) is shown back to
be decided; what is meant for who reported (辛苦了, 下个月要盯紧) goes to them beside the verdict.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dialogs.reading.answers.clauses import clauses_of
from dialogs.reading.answers.queries import asks_us
from dialogs.reading.names.mentions import mention
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import letters

_LONGEST = 500
_BARRING = r"\bexcept(?: for)?\b|\bapart from\b|\bother than\b|除了?(?=[^,;。]{2})|唯独|只有(?![0-9约大一])"
_REST = r"其他|其它|其余|别的|剩下|余下|\bthe rest\b|\bthe others?\b|\bothers\b|\beverything else\b"
_ALL = r"都|全部|所有|\ball\b|\beverything\b|\bboth\b"
_CUT = re.compile(
    rf"(?P<barred>{_BARRING})|(?P<but>\bbut\b|但是?|不过|就是)|(?<=.)(?={_REST})"
    r"|(?<=[^\s,;。!\n不其他它余别的])(?=都[没可对无])|(?<=. )(?=\b(?:all|everything)\b)"
    r"|(?<=[题见议对])(?=[0-9](?:[没不有对也]|号))"
)
_WELL = re.compile(
    r"没有?(?:什么|任何|啥)?(?:问题|异议|意见|错)|无(?:误|异议)|不错|没毛病"
    r"|\bno (?:problems?|issues?|objections?)\b|\bnothing wrong\b"
)
_BAD = re.compile(
    r"不太?对|不准|有点?问题|有些问题|有误|有错|错|对不上|不符|不一致|不吻合|异议|不正确|不合理|异常|不同意|不认(?!识|真)"
    r"|不能?(?:予|够)?确认|[少多漏][算报]|算[少多漏]|再?核[对实查]?一?下|没更新|没算|没包括|没含"
    r"|\b(?:wrong|off|incorrect|not (?:right|correct|ok|okay|fine)"
    r"|(?:does|do|did)(?:n't|nt| not) (?:match|agree|add up|look right)|(?:does|do|did|is|are)n'?t$|no$"
    r"|mismatch|too (?:low|high)|missing|missed|not (?:updated|included)|outdated"
    r"|disagree|doubt(?:s|ed|ful)?|disput(?:e[ds]?|ing)|questionable|mistakes?|errors?"
    r"|can(?:no|')t confirm|cannot confirm|(?:will|do) not confirm)\b"
)
_WONDERS = re.compile(
    r"偏[高低大小多少]|有点[高低大小多少]|存疑|怪怪|奇怪|可疑|不太像|(?:是不是|有没有|会不会|难道)"
    r"|\b(?:looks?|seems?|feels?|sounds?) (?:a (?:bit|little) )?(?:too )?"
    r"(?:low|high|odd|strange|weird|funny|wrong|off|much)"
    r"|\b(?:a bit|rather|suspiciously) (?:low|high|odd|much)\b|\bnot sure (?:about|of)\b|\bsurprise[ds]\b"
    r"|\b(?:is|are|does|do|did|has|have)(?:n'?t)? (?:it|that|this|these|the|she|he|they)\b.*\b(?:includ|count|contain)"
)
_LOOKING = re.compile(
    r"(?:我们?|我这边|得|容我|让我)[^,;。]{0,10}(?:[核查对问看]|确认)(?:一?[下遍眼]|[核查对问看实]|清楚|过再|了再)|(?:看|查|核|问|对)(?:过|了|完)?再说"
    r"|先(?:不要?|别)(?:急着)?确认|等.{1,12}(?:再|出来|的数)"
    r"|\b(?:waiting (?:for|on)|hold off)\b"
    r"|\b(?:i|we|let me|i'll|we'll)\b.{0,20}\b(?:check|verify|ask|look|confirm with|talk|think)\b"
)
_FOR_REPORTER = re.compile(
    r"下个?[月季周次期]|明年|以后|下次|今后|往后|注意|盯|留意|加油|继续|保持|辛苦|谢|做得|干得|记.{0,2}功|[让叫请][他她]|告诉|转告|跟[他她]说|提醒"
    r"|\bnext (?:time|month|quarter|year|week)\b|\bgoing forward\b|\bfrom now on\b|\bkeep (?:an eye|it up|up|going)\b"
    r"|\bwatch\b|\bwell done\b|\bthank|\bthx\b|\b(?:good|great|nice) (?:job|work|month|one)\b|\bcongrat"
    r"|\b(?:tell|ask|let|have|remind) (?:her|him|them|the team)\b"
)
_GOOD = re.compile(
    r"对|好的?(?!像)|可以|确认|属实|同意|认可|正确|认(?!为|识|真|错)"
    r"|\b(?:yes|yep|ok|okay|fine|good|right|correct|confirm(?:ed)?|agree[sd]?|great|match(?:es)?|same)\b"
)
_TURNS = re.compile(
    r"[不没未别无吗呢?]|如果|要是|的话|除非|才|再|先|明天|[一没]半|"
    r"(?<![a-z])(?:not|never|cannot|if|unless|once|until|when|would|will|could|tomorrow|later|yet|only|first)(?![a-z])|n't"
)
"""What may turn a good word around."""
_HEDGES = re.compile(
    r"好像|似乎|感觉|觉得|可能|应该|我|有点|的|了|是|都|和|与|跟(?=[^,;。]{0,8}都)|这个?|那个?|数据|数字|指标"
    r"|\b(?:i|think|seems?|looks?|to|be|is|are|was|were|the|a|bit|it|that|this|figures?|number|and|both|for|with|something|there's|there|so)\b"
)
_MARKS = " ,，;；。!！\n:：—-"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a receiver says of reports, by their ids.

    The decision is to "confirm" all, to "dispute" those that are still to be named, to do so in "part", to "pause", or
    a "doubt": then `disputed` are those that may be. `disputed` goes with what was said of each ("" where that gives no
    reason), `left` are those to be looked at first; `reason` is what was said of none of them, `note` what is meant for
    who reported.
    """

    decision: str
    disputed: Mapping[str, str] = field(default_factory=dict)
    agreed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


class _Part(NamedTuple):
    """A clause as written; whether it is an exception from the one before, outright (除了) or perhaps (就是)."""

    text: str
    barred: bool
    but: bool


def read_verdicts(text: str, names: Mapping[str, str]) -> Verdicts | None:
    """What a text says of reports with their names, by ids; None where it says nothing, or two things of one."""
    written = clean(text).text
    if len(written) > _LONGEST:
        return None
    reader = _Reader(names)
    found = reader.verdicts() if all(map(reader.take, _parts(written))) else None
    return None if found and found.decision == "confirm" and "?" in fold(written) else found


def _parts(written: str) -> Iterator[_Part]:
    """The clauses of a text."""
    folded = fold(written)
    for clause in clauses_of(folded):
        start, barred = clause.start, False
        but = re.search(r"(?:\bbut|但是?|不过)\s*$", folded[:start]) is not None
        mark = written[clause.end : clause.end + 1].strip() if clause.ends else ""
        cuts = [*_CUT.finditer(folded, clause.start, clause.end)]
        for at, cut in enumerate([*cuts, None]):
            end = cut.start() if cut else clause.end
            said = written[start:end].strip(_MARKS)
            if said:
                yield _Part(said + mark * (at == len(cuts)), barred, but)
                barred = but = False
            if cut:
                start, barred, but = cut.end(), barred or cut["barred"] is not None, but or cut["but"] is not None


class _Reader:
    """Takes clause by clause; `spoken` are the reports that are disputed or doubted, with what was said of each."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.spoken: dict[str, list[str]] = {}
        self.doubted: set[str] = set()
        self.left: set[str] = set()
        self.agreed: set[str] = set()
        self.current: tuple[str, ...] = ()
        self.open: list[str] | None = None
        """What is said after "something is wrong", of no report by name."""
        self.before: list[str] = []
        """What is said before any report is disputed: a reason of the first one."""
        self.notes: list[str] = []
        self.others = ""
        """What is said of all others, or of all."""
        self.yes = self.every = self.noting = False

    def take(self, part: _Part) -> bool:
        """Take a clause; False where it asks us something."""
        named, told = self._named(part.text)
        kind, said = _kind(told), fold(part.text)
        if asks_us(part.text) and not (named and kind == "wonders"):
            return False
        noted = kind == "notes" or (self.noting and not kind and not named and not _TURNS.search(said))
        self.noting = noted and not part.barred
        if self.noting:
            self.notes.append(part.text)
        elif named:
            self._of(named, part._replace(text=told), kind)
        elif kind in {"good", "looks"} and (
            re.search(_REST, said) or (kind == "looks" and not (self.current or self.left))
        ):
            self.others, self.current = kind, ()
        elif kind in {"good", "bad"} and re.search(_ALL, said):
            self._of_all(part.text, kind)
        else:
            self._of_none(part.text, kind)
        return True

    def _of(self, named: tuple[str, ...], part: _Part, kind: str) -> None:
        """Take a clause about reports."""
        judged = self._judged(part, kind)
        if self.every or (not judged and set(named) <= set(self.current)):
            named, judged = self.current, "bad"  # it goes on about them
        self.others = self.others or ("good" if self.yes and part.but else "")
        if judged in {"good", "looks"}:
            (self.agreed if judged == "good" else self.left).update(named)
            self.current = ()
            return
        if judged == "bad":
            self.doubted.difference_update(named)
        else:
            self.doubted.update(named)
        for id in named:
            self.spoken.setdefault(id, []).extend((*self.before, part.text))
        self.before, self.current = [], named

    def _judged(self, part: _Part, kind: str) -> str:
        """What a clause about a report says of it: an exception from what is right is disputed."""
        if kind not in {"", "wonders"}:
            return kind
        excepted = part.but and (kind == "wonders" or not self._tells(part.text))
        return "bad" if part.barred or excepted or self.open is not None else kind

    def _of_all(self, said: str, kind: str) -> None:
        if kind == "good":
            self.yes, self.others, self.current = True, kind, ()
            return
        self.every, self.current = True, tuple(self.names)
        self.spoken = {id: [said] * self._tells(said) for id in self.names}

    def _of_none(self, said: str, kind: str) -> None:
        if self.current and kind != "good":
            self.doubted.difference_update(self.current if kind == "bad" else ())
            for id in self.current:
                self.spoken[id].append(said)
        elif kind == "good":
            self.yes = True
        elif kind == "bad" or self.open is not None:
            self.open = [*(self.open or []), said]
        elif letters(_HEDGES.sub(" ", fold(said))):
            self.before.append(said)

    def _named(self, part: str) -> tuple[tuple[str, ...], str]:
        """The reports that a clause names by number, by name, or by a part of it alone; the clause without a number."""
        found = mention(part, list(self.names.values()), common=())
        numbered = found is not None and found.counted
        if found is None or (
            numbered
            and part[0].isdecimal()
            and not re.match(r"\s*(?:$|[:,、，的])", found.rest)
            and not _kind(found.rest)
        ):
            return (), part  # 2单还没签: a figure, no number of a report
        ids = list(self.names)
        return tuple(ids[place] for place in found.places), found.rest.strip(_MARKS) if numbered else part

    def _tells(self, said: str) -> bool:
        return _tells(said, [*self.names.values()])

    def verdicts(self) -> Verdicts | None:
        """What all clauses say together."""
        if set(self.spoken) & (self.agreed | self.left) or self.agreed & self.left:
            return None
        named = self.spoken or self.agreed or self.left
        others = set(self.names) - set(self.spoken) - self.agreed - self.left
        (self.agreed if self.others == "good" else self.left if self.others else set()).update(others)
        note = _joined((*self.before, *self.notes))
        if self.open is not None and not self.spoken:
            reason = _joined(self.open[1:] or self.open)
            told = self._tells(reason)
            return (
                Verdicts("dispute", reason=reason if told else "")
                if told or _WRONG.search(fold(self.open[0]))
                else None
            )
        if not self.spoken and not self.left:
            return self._agreed(note) if named or self.yes else None
        disputed = {id: _joined(parts) for id, parts in self.spoken.items()}
        if self.doubted:
            wonders = self.agreed or any(_kind(one) == "wonders" for id in self.doubted for one in self.spoken[id])
            agreed = tuple(id for id in self.names if id in self.agreed)
            return Verdicts("doubt", disputed, agreed, note=note) if wonders else None
        disputed = {id: said if self._tells(said) else "" for id, said in disputed.items()}
        agreed, left = (tuple(id for id in self.names if id in ids) for ids in (self.agreed, self.left))
        alone = len(left) == len(self.names)
        return None if alone and not note else Verdicts("part", disputed, agreed, left, note=note)

    def _agreed(self, note: str) -> Verdicts | None:
        """What nobody objects to: all is confirmed, unless something was said that may turn that around."""
        if self.yes or self.agreed == set(self.names):
            return Verdicts("doubt" if self.before else "confirm", note=note)
        return (
            Verdicts("part", agreed=tuple(id for id in self.names if id in self.agreed), note=note)
            if self.agreed
            else None
        )


_BESIDE_HAN = re.compile(r"(?<=[\u3400-\u9fff])(?=[a-z])|(?<=[a-z])(?=[\u3400-\u9fff])")
"""Where an English word begins or ends beside a Chinese one: 都OK."""


def _kind(said: str) -> str:
    """What a clause says of what it is about: "bad", "wonders", "looks", "notes", "good", or nothing of these."""
    folded = _BESIDE_HAN.sub(" ", fold(said))
    judged = _WELL.sub(" ", folded)
    bare = judged.rstrip(_MARKS + "?.")
    if _LOOKING.search(bare):
        return "looks"
    if _BAD.search(bare) and "?" not in folded:
        return "bad"
    if _WONDERS.search(bare):
        return "wonders"
    if _FOR_REPORTER.search(bare):
        return "notes"
    good = (judged != folded or _GOOD.search(bare)) and not _TURNS.search(bare)
    return "good" if good else ""


_WRONG = re.compile(r"有[点些]?(?:问题|误|错)|不对|\bsomething(?:'s| is) (?:wrong|off)|\bnot (?:right|correct)")
"""What says that something is wrong without telling of what."""


def _joined(parts: Sequence[str]) -> str:
    """Clauses as one passage, each behind the mark that ends the one before."""
    foreign = not all(map(str.isascii, parts))
    return re.sub(r"(?<=[.!?。！？])(?:, |，)", "" if foreign else " ", ("，" if foreign else ", ").join(parts)).rstrip(
        ".。"
    )


def _tells(said: str, names: Sequence[str]) -> bool:
    """Whether words give a reason, rather than only say of what that something is wrong."""
    folded = fold(said)
    for name in names:
        folded = folded.replace(fold(name), " ")
    words = letters(_HEDGES.sub(" ", _BAD.sub(" ", folded))).split()
    return any(len(word) > 1 and not any(word.removesuffix("s") in fold(name) for name in names) for word in words)
