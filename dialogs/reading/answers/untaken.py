"""What of a message is in nothing that is shown of it: no clause with content is lost without a word.

A clause is content where it says more than talk: a name, a number, a wish, something about another part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.asides import is_small_talk
from dialogs.reading.answers.clauses import is_idle
from dialogs.reading.names.question_names import question_names
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.text.sentences import Clause, clauses

_WISH = re.compile(
    r"(?<!不)改(?!善|进|革|造|建|版|名的|完|不)|换(?!算|购|热)|调[整成到]|降[到成为]|提[到高]|删|去掉|拿掉|撤掉"
    r"|加(?:上|进|一?个(?!点|百分))|补(?:上|一下|进|充)|漏了|忘了|少[写列报]了"
    r"|[由让](?=.{1,10}(?:收集?|负责|提供|统计|来做|管))|(?:都|也|一起|一并|全部?)[让给由归]"
    r"|应该?[叫是为]|没[放写加列算]"
    r"|\b(?:change|rename|swap|replace|remove|drop|delete|add|move|switch|raise|lower|correct|take (?=.+ (?:out|off))"
    r"|put (?=.+ (?:in|to))|make (?:it|that|them)|forgot|left out|should (?:be|say|come|go)|same for|we call|remind"
    r"|not in (?:here|there|it)|none of (?:that|it|this) is in)\b"
)
"""What asks for something to be done, or to be otherwise."""
_TALK = re.compile(
    r"^(?:因为|由于|毕竟|主要是?因为|原因|所以|不然|否则|反正|这样|今年|去年|以前)"
    r"|\b(?:because|cause|cos|since|so that|otherwise|as that|in case|after all)\b"
)
"""What only tells why, or how it was."""
_PAST = re.compile(r"去年|以前|\b(?:last year|used to)\b")
"""What tells how it was asks for no change."""
_NUMBER = re.compile(r"(?<![a-z0-9.])[0-9]+(?:[.,][0-9]+)*")
_TIME = re.compile(
    r"[0-9]+ ?(?:年|月|日|号|点|岁|多年|个月|years?|months?|weeks?|days?|hours?|minutes?|(?:am|pm|st|nd|rd|th)\b)"
    r"|\b(?:in|since|until|till|before|after|of|from|for) [0-9]{4}\b"
)
"""Times among talk tell no figure."""
_MARKS = ",.，。;；、!！ "
_SAID_OF_ANY = frozenset({"period"})
"""Questions whose names are words of many answers: a year."""
_CAPITAL = re.compile(r"(?<=[a-z,] )(?!I\b)[A-Z][a-zà-ÿ]{2,}")
"""A name within an English sentence; months and days are times."""
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday "  # noqa: SIM905
    "wednesday thursday friday saturday sunday excel english chinese".split()
)
_STOP = frozenset(
    "a an and are as at be been but by can could did do does for from get gets go goes got had has have he her "  # noqa: SIM905
    "here him his how i i'd i'll i'm i've if in into is it it's its just let lets like made make makes may me "
    "mean more most much my no not now of off on one ones only or our out over put really same say says see "
    "she should so some such take than that that's thats the their them then there these they they're thing "
    "things think this those to too up us use very was we we're well were what when where which who will with "
    "would yes yet you your also about all any both each else please pls thanks thank ok okay right actually "
    "basically mostly mainly maybe probably guess suppose kind sort lot already always anyway because since "
    "though still".split()
)
_IDLE_HAN = re.compile(
    r"[的了吧呢吗啊呀哦嘛啦哈嗯唉咯么就都也还又才是有在和跟与及或把被让给对从到向为以于等着过个项条家位份次些这那哪其该它他她我你您们咱俺"
    r"不没要会能可得应当想需先再很太最更挺好行帮上下里面中间前后来去说讲叫做弄搞写填看用算定按选成吗]"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z][a-z'&-]*")
_STEM = 5
"""Letters by which two forms of a word are known for the same."""
_COVERED, _CLEARLY = 0.5, 0.7
"""The share of a clause's words from which on it counts as shown, and of one that asks for something."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person is shown of a message: the answers as they were understood, and the words they were asked in.

    `own` are the names of the questions. `names` is whether any words might have been an answer; readers of values
    account for numbers themselves.
    """

    answers: str
    asked: str = ""
    own: frozenset[str] = frozenset()
    names: bool = True

    def left(self, clause: Clause) -> bool:
        """Whether a clause holds something that is not shown."""
        written = clause.text.rpartition(":")[2] if self.names else clause.text
        folded = fold(written)
        if is_idle(folded) or read_act(written) or is_small_talk(written) or not unpolite(written):
            return False
        numbers = set(_numbers(_TIME.sub(" ", folded) if self.names else folded))
        new = numbers - set(_numbers(self.answers))
        if _WISH.search(folded) and not _PAST.search(folded):
            understood = numbers and not new
            return not understood and _share(_WISH.sub(" ", folded), _words(self.answers)) < _CLEARLY
        if (self.names and new) or self._names_somebody(written):
            return True
        content = self.names and not (_TALK.search(folded) or _PAST.search(folded))
        return (content or self._other(folded)) and _share(folded, self._words) < _COVERED

    @property
    def _words(self) -> "_Words":
        return _words(f"{self.answers} {self.asked}")

    def _names_somebody(self, written: str) -> bool:
        """Whether an English clause names somebody or something that is not shown."""
        names = {name.lower() for name in _CAPITAL.findall(written)} - _CALENDAR
        return any(name[:_STEM] not in self._words.latin for name in names)

    def _other(self, folded: str) -> bool:
        """Whether a clause is about another question."""
        return not _PAST.search(folded) and bool(set(question_names(folded).names) - self.own - _SAID_OF_ANY)


def untaken(said: str, shown: Shown) -> tuple[str, ...]:
    """What of a message holds something that is not shown; clauses that stand together are one passage."""
    places: list[tuple[int, int]] = []
    for clause in filter(shown.left, clauses(said)):
        joins = bool(places) and places[-1][1] == clause.start
        places[-1:] = [(places[-1][0], clause.end)] if joins else [*places[-1:], (clause.start, clause.end)]
    return tuple(said[start:end].strip().rstrip(_MARKS) for start, end in places)


@dataclass(frozen=True, slots=True)
class _Words:
    latin: frozenset[str]
    han: frozenset[str]


@lru_cache(maxsize=32)
def _words(text: str) -> _Words:
    folded = fold(text)
    latin = frozenset(word[:_STEM] for word in _LATIN.findall(folded) if word not in _STOP and len(word) > 1)
    return _Words(latin, frozenset(_HAN.findall(_IDLE_HAN.sub("", folded))))


def _share(folded: str, shown: _Words) -> float:
    """How much of the words of a clause is shown; all of it where it has none."""
    own = _words(folded)
    many = len(own.latin) + len(own.han)
    return (len(own.latin & shown.latin) + len(own.han & shown.han)) / many if many else 1.0


def _numbers(text: str) -> Iterator[str]:
    for one in _NUMBER.findall(fold(text)):
        plain = one.replace(",", "")
        yield plain.rstrip("0").rstrip(".") if "." in plain else plain
