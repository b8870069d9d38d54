"""What is said of each of several reports in one text: 退货率跟财务对不上，其他没问题."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest, letters

_LONGEST = 500
_EXCEPT = r"\bbut\b|\bexcept(?: for)?\b|\bapart from\b|\bother than\b|但是?|不过|除了?(?=[^,;。]{2})|就是|唯独|只有"
_REST = r"其他|其它|其余|别的|剩下|余下|\bthe rest\b|\bthe others?\b|\bothers\b|\beverything else\b"
_ALL = r"都|全部|所有|\ball\b|\beverything\b"
_CUT = re.compile(
    rf"(?P<except>{_EXCEPT})|[,;。!\n]|(?<=.)(?={_REST})|(?<=[^\s,;。!\n不其他它余别的])(?=都[没可对无])"
    r"|(?<=. )(?=\b(?:all|everything)\b)"
)
_WELL = re.compile(
    r"没有?(?:什么|任何|啥)?(?:问题|异议|意见|错)|无(?:误|异议)|不错|没毛病"
    r"|\bno (?:problems?|issues?|objections?)\b|\bnothing wrong\b"
)
_BAD = re.compile(
    r"不太?对|不准|有点?问题|有些问题|有误|有错|错|对不上|不符|不一致|不吻合|偏[高低大小多少]|存疑|异议|不正确|不合理|异常|不同意|不认可"
    r"|不能?(?:予|够)?确认|[少多漏][算报]|算[少多漏]|再?核[对实查]?一?下|没更新|没算|没包括|没含"
    r"|\b(?:wrong|off|incorrect|not (?:right|correct|ok|okay|fine)"
    r"|(?:does|do|did)(?:n't| not) (?:match|agree|add up|look right)"
    r"|mismatch|too (?:low|high)|looks? (?:low|high|odd|strange|wrong|off)|missing|missed"
    r"|not (?:updated|included)|outdated"
    r"|disagree|dispute[ds]?|questionable|mistakes?|errors?"
    r"|can(?:no|')t confirm|cannot confirm|(?:will|do) not confirm)\b"
)
_GOOD = re.compile(
    r"对|好的?(?!像)|可以|确认|属实|同意|认可|正确|\b(?:ok|okay|fine|good|right|correct|confirm(?:ed)?|agreed?|agree|great)\b"
)
_HEDGES = re.compile(
    r"好像|似乎|感觉|觉得|可能|应该|我|有点|的|了|是|都|和|与|跟(?=[^,;。]{0,8}都)|这个?|那个?|数据|数字|指标"
    r"|\b(?:i|think|seems?|looks?|to|be|is|are|was|were|the|a|bit|it|that|this|figures?|number|and|both|for|with|something|there's|there)\b"
)
_CHATTER = 8
"""Characters of what is said before all else that may be mere politeness: 辛苦了."""
_RAISED = re.compile(
    r"我?(?:有|想问)一?(?:[个点些])?(?:问题|疑问|异议|意见)[,:;。 ]"
    r"|(?:i have |i've got |just )?(?:a|one|some) (?:questions?|concerns?|problem)[,:;. ]|questions?[:,]"
)
_MARKS = " ,，;；。!！\n:：—-"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What is disputed, each with what was said of it ("" where that gives no reason).

    `rest` says that all else is confirmed; `reason` is what was said of none of them. Nothing is disputed by name where
    a text only says that something is wrong.
    """

    disputed: Mapping[str, str]
    rest: bool
    reason: str = ""


def read_verdicts(text: str, names: Mapping[str, str]) -> Verdicts | None:
    """What a text says of reports with their names, by ids; None where it disputes nothing or leaves a doubt."""
    written = clean(text).text
    if len(written) > _LONGEST or "?" in fold(written):
        return None
    reader = _Reader(names)
    for part, excepted in _parts(written):
        if not reader.take(part, excepted=excepted):
            return None
    return reader.verdicts()


def read_raised(text: str) -> str | None:
    """The question or objection that a text raises with these words: 有问题，标准太高了; None where it does not."""
    written = clean(text).text
    raised = _RAISED.match(fold(written)) if len(written) <= _LONGEST else None
    rest = written[raised.end() :].strip(_MARKS) if raised else ""
    return rest if len(letters(rest)) > 1 else None


def _parts(written: str) -> list[tuple[str, bool]]:
    """The clauses of a text, and whether each is an exception from the one before."""
    folded, parts, start, excepted = fold(written), list[tuple[str, bool]](), 0, False
    for cut in _CUT.finditer(folded):
        parts.append((written[start : cut.start()], excepted))
        start, excepted = (
            cut.end(),
            cut["except"] is not None or (excepted and not written[start : cut.start()].strip()),
        )
    parts.append((written[start:], excepted))
    return [(part.strip(_MARKS), excepted) for part, excepted in parts if part.strip(_MARKS)]


class _Reader:
    """Takes clause by clause; `said` are the clauses about each report that is disputed."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.said: dict[str, list[str]] = {}
        self.agreed: set[str] = set()
        self.current: tuple[str, ...] = ()
        self.open: list[str] | None = None
        """What is said after "something is wrong", of no report by name."""
        self.rest = False
        self.unsure: set[str] = set()
        """Of which something was said that is neither good nor bad by itself."""

    def take(self, part: str, *, excepted: bool) -> bool:
        """Take a clause; False where it leaves a doubt."""
        folded = fold(part)
        bare = _WELL.sub(" ", folded)
        bad = _BAD.search(bare) is not None
        good = not bad and (bare != folded or _GOOD.search(bare) is not None)
        named = self._named(part)
        whole = re.search(_REST, folded) or (not named and re.search(_ALL, folded))
        if named:
            return self._of(named, part, bad=bad or excepted or (self.open is not None and not good), good=good)
        if whole and good:
            self.rest, self.current = True, ()
        elif whole and bad and not re.search(_REST, folded):
            return self._of(tuple(self.names), part, bad=True, good=False)
        elif self.current:
            for id in self.current:
                self.said[id].append(part)
        elif bad or self.open is not None:
            self.open = [*(self.open or []), part]
        else:
            return good or len(part) <= _CHATTER
        return True

    def _of(self, named: tuple[str, ...], part: str, *, bad: bool, good: bool) -> bool:
        """Take a clause about reports."""
        if good and not bad:
            self.agreed.update(named)
            self.current = ()
            return True
        if not bad:
            self.unsure.update(named)
        for id in named:
            self.said.setdefault(id, []).append(part)
        self.current = named
        return True

    def _named(self, part: str) -> tuple[str, ...]:
        digitless = re.sub(r"[0-9.]+ ?%?", " ", fold(part))
        for said in (digitless, _without_judging(digitless)):
            close = closest(said, list(self.names.values()))
            if any(close):
                return tuple(id for id, likeness in zip(self.names, close, strict=True) if likeness)
        begun = {id: _beginning(name) for id, name in self.names.items()}
        alone = [id for id, word in begun.items() if list(begun.values()).count(word) == 1]
        return tuple(id for id in alone if re.search(rf"(?<![a-z]){re.escape(begun[id])}", digitless))

    def verdicts(self) -> Verdicts | None:
        """What all clauses say together."""
        every = list(self.names.values())
        reason = _joined(self.open[1:] or self.open if self.open else ())
        nothing = not self.said and not _tells(reason, every) and not (self.open and _WRONG.search(fold(self.open[0])))
        if nothing or set(self.said) & self.agreed or (self.unsure and not self.rest):
            return None
        disputed = {id: _joined(parts) if _tells(" ".join(parts), every) else "" for id, parts in self.said.items()}
        rest = self.rest or set(self.said) | self.agreed == set(self.names)
        return Verdicts(disputed, rest, reason if _tells(reason, every) else "")


_WRONG = re.compile(r"有[点些]?(?:问题|误|错)|不对|\bsomething(?:'s| is) (?:wrong|off)|\bnot (?:right|correct)")


def _joined(parts: Sequence[str]) -> str:
    return (", " if all(map(str.isascii, parts)) else "，").join(parts)


def _beginning(name: str) -> str:
    """What a name is called for short: 订单 of 订单数量, contract of contract value."""
    word = fold(name).split()[0]
    return word if word.isascii() else word[:2]


def _without_judging(folded: str) -> str:
    return _HEDGES.sub(" ", _GOOD.sub(" ", _BAD.sub(" ", _WELL.sub(" ", folded))))


def _tells(said: str, names: Sequence[str]) -> bool:
    """Whether words give a reason, rather than only say of what that something is wrong."""
    folded = fold(said)
    for name in names:
        folded = folded.replace(fold(name), " ")
    words = letters(_HEDGES.sub(" ", _BAD.sub(" ", folded))).split()
    return any(len(word) > 1 and not any(word.removesuffix("s") in fold(name) for name in names) for word in words)
