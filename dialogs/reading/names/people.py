"""Names in the place of a person that are nobody's, the holder's own, or several people's (method.md 2.2, 2.5)."""

import re
from collections.abc import Iterable, Sequence

from dialogs.reading.answers.lists import read_list
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.unread import Unread

_NOBODY = frozenset(
    "无|没有|没人|无人|暂无|待定|未定|不定|不知道|不清楚|谁|某人|有人|大家|所有人|每个人|相关人员|"  # noqa: SIM905
    "有关人员|相关部门|有关部门|别人|其他人|另外的人|专人|待确认|再说|?|-|/|tbd|tba|n/a|na|none|no one|"
    "noone|nobody|somebody|someone|anybody|anyone|everybody|everyone|somebody else|someone else|"
    "another person|all|whoever|not sure|unknown|to be decided|to be confirmed|to be defined|the team|"
    "nobody yet|the relevant people|the responsible person|the person responsible".split("|")
)
_HM = re.compile(r"^(?:h+m+|um+|uh+|well|maybe|perhaps)[\s,.…]+", re.IGNORECASE)
_SELF = frozenset(
    "本人|自己|我|我自己|任职者|任职人|该岗位|本岗位|岗位本人|任职者本人|担任者|self|myself|me|himself|herself|"  # noqa: SIM905
    "themselves|the holder|holder|the post holder|post holder|the employee|own".split("|")
)


def is_nobody(name: str) -> bool:
    """Whether a name in the place of a person is no person: 待定, someone, 相关人员."""
    return _plain(unpolite(_HM.sub("", name))) in _NOBODY


def is_vacant(text: str) -> bool:
    """Whether a text says that nobody holds a post: 这岗空着呢, "vacant at present"."""
    return _VACANT.search(fold(text)) is not None


_VACANT = re.compile(
    r"空着|空缺|从缺|出缺|悬空|缺人|没人(?:在?[做干]|担任|顶|负责)|(?:暂时|目前|现在|还)没(?:有)?人|没招到|(?:正?在|还在|待)招(?:聘|人|$|[呢中了,。])"
    r"|还在征|待聘|\b(?:vacan(?:t|cy)|unfilled|not (?:yet )?filled|nobody|no one|recruiting|hiring|open position"
    r"|(?:position|post|role|job) is (?:still )?open)\b"
)


def unnamed_people(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those who are spoken of beside the names without one of their own: "a temp whose name I forget"."""
    pieces = (piece.strip() for piece in _PIECES.split(text))
    named = fold(" ".join(names))
    return tuple(one for one in pieces if _UNNAMED.match(fold(one)) and fold(one).split()[-1] not in named)


_PIECES = re.compile(r"[,，;；。、]|\band\b|和|跟|还有|\.(?=\s|$)")
_UNNAMED = re.compile(
    r"(?:an? |another |one |two |some )(?:\w+ )?(?:temps?|trainees?|interns?|part-?timers?|students?|apprentices?"
    r"|helpers?|colleagues?|contractors?|new (?:one|guy|girl|hire|person))\b"
    r"|(?:另?外?[一两几]个|[一两几]名)?(?:新来的|实习生|临时工|兼职|外包|学徒|派遣)"
)
"""Somebody who helps and is not called by a name."""


def counts_people(unit: str | None) -> bool:
    """Whether a unit counts people: 一两个人."""
    return unit in _COUNTED


_COUNTED = frozenset({"人", "个人", "名", "位", "people", "person", "persons", "colleague", "colleagues"})


def is_self(name: str, called: Iterable[str]) -> bool:
    """Whether a name is that of who holds a post, which is `called` so."""
    return _plain(name) in _SELF | {_plain(one) for one in called}


def are_several(name: str) -> bool:
    """Whether a name is of more than one person: 财务经理和总经理."""
    try:
        return len({_plain(one) for one in read_list(name)}) > 1
    except Unread:
        return False


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|our|my) ", "", " ".join(fold(name).split()).strip(" .。!")) or name
