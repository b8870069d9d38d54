"""Which values are better, said in so many words: 越高越好, less is better, the other way round."""

import re

from dialogs.reading.text.fold import fold
from kpi.plan import Direction

_MORE = (
    r"越[高多大好快长]越[好优佳强]"
    r"|(?:more|higher|bigger|larger) is better|the (?:more|higher|bigger) the better|higher better"
)
_LESS = (
    r"越[低少小短]越[好优佳强]|(?:less|lower|fewer|smaller|shorter) is better"
    r"|the (?:less|lower|fewer|shorter|smaller) the better"
)
_WORDS = re.compile(
    rf"[,，;；。(（\s]*(?:应该?是?|是|it's |actually )?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:才对|的|"
    rf"吧)?[)）。.!！\s]*"
)
_ALONE = {
    Direction.MORE: frozenset({"higher", "more", "更高", "高", "越高", "多", "more is better", "higher is better"}),
    Direction.LESS: frozenset(
        {"lower", "less", "fewer", "更低", "低", "越低", "少", "less is better", "lower is better"}
    ),
}

_TURN = re.compile(
    r"(?:不对|不是|错了|no|wrong)?[,，!！ ]*(?:方向)?(?:是|应该是?)?"
    r"(?:反过来|反了|搞反了|弄反了|相反|颠倒了|倒过来)(?:了|的|才对)?"
    r"|(?:no|wrong)?,? ?(?:it's |it is )?(?:the )?(?:other way (?:round|around)|opposite|reverse|wrong way round)"
)


def says_turn(text: str) -> bool:
    """Whether a text says nothing but that the direction is the other one."""
    return _TURN.fullmatch(fold(text).strip(" .。!！")) is not None


def direction_in(text: str) -> tuple[Direction | None, str]:
    """The direction that a text says in words, and the rest of the text; a range is told by its two ends."""
    folded = fold(text)
    bare = folded.strip(" .。!！")
    for direction, words in _ALONE.items():
        if bare in words:
            return direction, ""
    found = _WORDS.search(folded)
    if found is None:
        return None, text
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return (Direction.MORE if found["more"] else Direction.LESS), rest
