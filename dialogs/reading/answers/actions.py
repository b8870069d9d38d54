"""What is done about a missed standard, who does it and by when, told in one sentence (method.md 5)."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass

from dialogs.reading.dates.whens import read_when
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA

_CLAUSES = re.compile(r"[,，;；。!！\n]+|\.(?=\s|$)")
_WHO = (
    re.compile(r"(?:由|归)(?P<who>[^\s由让请归]{1,6}?)(?=负责|来|去|跟|盯|追|处理|牵头|主责|完成|$)"),
    re.compile(
        r"(?:^|已经|我)(?:让|叫|安排|指定|派)(?P<who>[^\s由让请归]{1,6}?)(?=负责|来|去|跟|盯|追|处理|牵头|每|把|在|做|完成|[0-9])"
    ),
    re.compile(r"^(?P<who>[^\s由让请归每我他她]{2,3})负责(?!人)"),
    re.compile(r"^(?P<who>(?:小|老|阿)[\u3400-\u9fff]{1,2}?)(?=负责|来|去|跟|盯|追|处理|牵头|每)"),
)
_NAME = r"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
_LATIN_WHO = (
    re.compile(rf"\b(?:done|led|handled|owned) by {_NAME}\b"),
    re.compile(rf"^(?:I (?:asked|told)|[Ll]et|[Hh]ave) {_NAME} (?:to )?[a-z]{{2,}}"),
    re.compile(rf"^{_NAME} (?:will |shall |is going to )?[a-z]{{2,}} (?:her|him|them)\b"),
)
"""A word with a capital begins any sentence; only what is done to somebody is surely done by a person."""
_NO_NAME = frozenset({"我", "我们", "他", "她", "大家", "we", "the", "this", "that", "they", "she", "he", "it", "you"})
_BY = re.compile(
    r"[之以]?前|完成|截止|搞定|\b(?:by|before|until|no later than|done|finished|deadline|due)\b",
)
_FROM = re.compile(r"开始|起|从|自|\b(?:from|starting|since|as of|begin\w*)\b")
_NOTHING = re.compile(
    r"^(?:不用|不需要|无需|不必|没必要|没有必要)(?:管|处理|做|采取|改进|措施|动作|什么)*(?:了|的)?(?=[,，。!！:：\s]|$)"
    r"|^(?:there is |there's )?(?:nothing (?:is )?(?:needed|to do|necessary|needs to be done)|no (?:action|"
    r"measures?)(?: (?:is )?(?:needed|necessary|required))?)\b"
)
_VAGUE = re.compile(
    r"研究|讨论|开个?会|看看|再说|商量|想想|考虑|再看|聊聊|聊一?下|谈谈|谈一?下|[谈聊说]过|再定|努力|加油|注意一?[下点]|上点?心|重视"
    r"|\b(?:do better|try harder|work harder|pay (?:more )?attention|be more careful|talk(?:ed|ing)? (?:to|with)"
    r"|look into|discuss|think about|see (?:about|what|if)|talk about|consider)\b"
)
_SHORT = 60
"""Characters up to which what is vague tells nothing else."""


@dataclass(frozen=True, slots=True)
class Action:
    """Who does what was told, and by when, as far as it was said; or why nothing is done."""

    who: str | None = None
    by: dt.date | None = None
    nothing: bool = False
    reason: str | None = None


def read_action(text: str, today: dt.date, country: str = CHINA) -> Action:
    """What a text tells beside what is done."""
    written = clean(text).text
    if nothing := _NOTHING.match(fold(written)):
        return Action(nothing=True, reason=written[nothing.end() :].strip(" ,，。.;；:：!！") or None)
    return Action(_who(written), _by(written, today, country))


def is_vague(text: str) -> bool:
    """Whether a text only says that something is to be thought about, or to become better somehow."""
    said = fold(clean(text).text)
    return len(said) <= _SHORT and _VAGUE.search(said) is not None and not re.search(r"[0-9]", said)


def measure_in(text: str) -> str | None:
    """The words that are said to be a measure, whatever they sound like: 措施：…; None where that is not said."""
    written = clean(text).text
    named = _MEASURE.match(fold(written))
    return written[named.end() :].strip() or None if named else None


_MEASURE = re.compile(r"(?:措施|measure) ?:")


def explains(text: str) -> bool:
    """Whether a text only says why things are as they are, and nothing that is done about it: 本来就这样，正常的."""
    said = fold(clean(text).text)
    return len(said) <= _SHORT and _EXPLAINS.search(said) is not None and not _DOES.search(said)


_EXPLAINS = re.compile(
    r"正常|本来就|难免|没办法|不可避免|季节性|每年都|一直都?这样|都是因为|意料之中"
    r"|\b(?:is|was|it's|that's|quite|perfectly|totally) (?:normal|expected|seasonal|usual)|\bas expected\b"
    r"|\bcan'?t be helped\b|\bevery year\b|\bone-off\b|\bnobody's fault\b"
    r"|\bout of (?:our|her|his|my) (?:hands|control)\b"
)
_DOES = re.compile(
    r"[让请叫安]|开始|改|增加|每[天周月]|检查|培训|联系|拜访|\b(?:will|shall|going to|we'll|she'll|he'll|i'll"
    r"|call|train|check|ask|meet|start|review)\b"
)


def _who(written: str) -> str | None:
    """The one person who is said to do it; None where it is nobody, or several."""
    for patterns in (_WHO, _LATIN_WHO):
        found = {name for clause in _clauses(written) for pattern in patterns if (name := _named(pattern, clause))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _named(pattern: re.Pattern[str], clause: str) -> str | None:
    match = pattern.search(fold(clause) if pattern in _WHO else clause)
    name = clause[slice(*match.span("who"))].strip() if match else ""
    return name if name and name.casefold() not in _NO_NAME else None


def _by(written: str, today: dt.date, country: str) -> dt.date | None:
    """The one day by which it is to be done; one from which on it is done is none."""
    found: set[dt.date] = set()
    for clause in _clauses(written):
        said = fold(clause)
        if not _BY.search(said) or _FROM.search(said):
            continue
        with suppress(Unread):
            when = read_when(clause, today, country)
            found |= {dt.date.fromisoformat(when.date)} if when.date else set()
    later = {day for day in found if day > today}
    return later.pop() if len(found) == len(later) == 1 else None


def _clauses(written: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSES.split(written) if clause.strip()]
