"""Posts, departments and people named in sentences, told from how such names are built: 药房主管, 急诊科, 陈静."""

import re
from collections.abc import Callable, Iterable, Iterator

from dialogs.reading.answers.lists import bare
from dialogs.reading.names.name_shapes import (
    BEFORE,
    CAPITALISED,
    CAPITALS,
    CAPITALS_BEHIND,
    DEPARTMENT,
    FRAME,
    FUNCTION,
    HAN,
    NO_MORE,
    NO_PEOPLE,
    OF,
    OVER,
    PAIR,
    PERSON,
    POST,
    SHARED,
    STOP,
    TITLE,
    UNIT,
    WORD,
)
from dialogs.reading.names.told_names import Told, led_name
from dialogs.reading.text.fold import fold
from dialogs.reading.text.sentences import Clause, clauses, is_talk

_LONGEST = 32
"""No post, department or person in a sentence has a longer name; Han characters count twice."""
_JOINED = re.compile(r"(?:[\s,、;/&.。]|和|与|跟|及|and)*")
"""What joins names."""
_PART_OF = re.compile(r"[,，、 ]+(?:[里它]?(?:下面|底下|下边|下属|所属|里面)的?)(?=[\u3400-\u9fff])")
"""Between a whole and its part that is told behind it: 北区业务处，底下的通路组."""
_MOST = 4
"""Words before a title that belong to it."""


def named_post(text: str) -> Told | None:
    """The posts: 我想把我们仓库主管这个岗位的考核指标理一理 names 仓库主管."""
    return _told(text, POST, _english_posts)


def names_post(text: str) -> bool:
    """Whether a post is named in a text, whatever else it says."""
    return any([*_chinese(clause, POST), *_english_posts(clause)] for clause in clauses(text))


def named_department(text: str) -> Told | None:
    """The departments: 营销中心下面的大客户部，不是以前的销售部了 names 大客户部."""
    whole = _PART_OF.sub("", text)
    told = _told(whole, DEPARTMENT, _english_departments)
    return Told((bare(whole),), sure=True) if told is None and whole != text and is_called(bare(whole)) else told


def named_person(text: str) -> Told | None:
    """The people: 现在是陈静在做，她刚升上来 names 陈静. Those who share a post are one name: 雅婷、志豪."""
    if pair := PAIR.fullmatch(fold(text)):
        return Told((f"{text[slice(*pair.span(1))]}、{text[slice(*pair.span(2))]}",), sure=True)
    told = _told(text, PERSON, _english_people)
    if not SHARED.search(fold(text)):
        return told
    if told and len(told.names) > 1:
        names = ("、" if HAN.search(text) else ", ").join(told.names)
        return Told((_of_team(text, names),), sure=True)
    team = _told(text, DEPARTMENT, lambda _: iter(()))
    return Told((*told.names, *team.names), sure=False) if told and team else told or team


def _of_team(text: str, names: str) -> str:
    """The names of those who share a post, with what they are called together: "we call it the night desk"."""
    led = (led_name(clause) for clause in clauses(text) if _CALLED.search(clause.folded))
    called = next((name for name in led if name), None)
    return f"{called} ({names})" if called else names


_CALLED = re.compile(r"[管把]?[它这]?叫做?|名叫|\b(?:calls?|called|known as)\b")


def is_called(name: str) -> bool:
    """Whether a Chinese name is built as that of a post, a department or a person is: 门诊医生."""
    folded = fold(name)
    return any(pattern.fullmatch(folded) for pattern in (POST, DEPARTMENT, PERSON))


def _told(text: str, chinese: re.Pattern[str], english: Callable[[Clause], Iterator[str]]) -> Told | None:
    """The names in a text; None where it is no more than a name, or has none."""
    names: dict[str, None] = {}
    for clause in clauses(text):
        if _TAKEN_BACK.fullmatch(clause.folded):
            names.clear()
        if not NO_MORE.search(clause.folded):
            names |= dict.fromkeys([*_chinese(clause, chinese), *english(clause)])
    rest = _without(names, text)
    if not names or list(names) == [bare(text)] or _JOINED.fullmatch(rest) or _is_addition(rest):
        return None
    return Told(tuple(names), len(names) == 1 and "?" not in fold(text) and _width(*names) <= _LONGEST)


_TAKEN_BACK = re.compile(
    r"(?:啊|哦|噢|喔|诶|欸|呃|嗯)*(?:不是|不对|错了|说错了|不)[的了啊]*"
    r"|(?:oh |um |hm+ |er )*(?:no|no wait|wait no|no sorry|sorry|scratch that|i mean|wrong)"
)
"""What takes back the name before it."""


def _is_addition(rest: str) -> bool:
    """Whether what stands beside a name only adds to it: "Key account manager, Mars"."""
    return rest.isascii() and not is_talk(rest) and STOP.isdisjoint(WORD.findall(rest))


def _without(names: Iterable[str], text: str) -> str:
    for name in names:
        text = text.replace(name, "", 1)
    return fold(text)


def _width(name: str) -> int:
    """How wide a name is: a Han character counts twice."""
    return sum(1 if character.isascii() else 2 for character in name)


def _chinese(clause: Clause, pattern: re.Pattern[str]) -> Iterator[str]:
    """The names in a clause, each where a clause, a frame or another name ends; of a whole and its part the part."""
    at, name, end = 0, "", 0
    while at < len(clause.folded):
        frame = FRAME.match(clause.folded, at)
        start = frame.end() if frame else at
        found = pattern.match(clause.folded, start) if frame or at in {0, end} or _before(clause.folded, at) else None
        if found is None:
            at += 1
            continue
        if name and not OVER.fullmatch(clause.folded, end, found.start()):
            yield name
        at = end = found.end()
        name = clause.text[found.start() : end]
    if name:
        yield name


def _before(folded: str, at: int) -> bool:
    """Whether a name may begin at a place."""
    return BEFORE.match(folded[at - 1]) is not None


def _english_posts(clause: Clause) -> Iterator[str]:
    words = list(WORD.finditer(clause.folded))
    titles = [TITLE.fullmatch(word[0]) is not None for word in words]
    for index, title in enumerate(titles):
        if title and not any(titles[index + 1 : index + 2]):  # a nurse manager is no nurse
            yield _span(clause, words, index)


def _english_departments(clause: Clause) -> Iterator[str]:
    words = list(WORD.finditer(clause.folded))
    units = [index for index, word in enumerate(words) if UNIT.fullmatch(word[0])]
    yield from (_span(clause, words, index) for index in units)
    for found in () if units else FUNCTION.finditer(clause.folded):
        behind = CAPITALS_BEHIND.match(clause.text, found.end())
        yield _capitals_before(clause.text, found.start()) + clause.text[found.start() : (behind or found).end()]


def _capitals_before(text: str, end: int) -> str:
    """The capitalised words before a place, but for those that only lead to a name."""
    found = CAPITALISED.search(text, 0, end)
    words = found[0].split() if found else []
    while words and words[0].lower() in STOP:
        words = words[1:]
    return "".join(f"{word} " for word in words)


def _span(clause: Clause, words: list[re.Match[str]], last: int) -> str:
    """A name that ends in a word, or goes on behind it with "of": head of finance."""
    first = last
    while first and last - first < _MOST and words[first - 1][0] not in STOP and _adjacent(words, first):
        first -= 1
    end = words[last].end()
    if behind := OF.match(clause.folded, end):
        end = behind.end()
    return clause.text[words[first].start() : end]


def _adjacent(words: list[re.Match[str]], index: int) -> bool:
    """Whether nothing but a space stands before a word."""
    return words[index].start() - words[index - 1].end() == 1


def _english_people(clause: Clause) -> Iterator[str]:
    for found in CAPITALS.finditer(clause.text):
        if found[0].split()[0].lower() not in STOP | NO_PEOPLE and not found[0].isupper():
            yield found[0]
