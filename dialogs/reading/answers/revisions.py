"""Wishes to add to the names given before, to take one out or to call it otherwise."""

import re
from dataclasses import dataclass

from dialogs.reading.answers.lists import bare, read_list
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.unread import Unread


@dataclass(frozen=True, slots=True)
class Revision:
    """What is to change: names to add, one to take out, or a name and the name it becomes."""

    add: tuple[str, ...] = ()
    remove: str | None = None
    rename: tuple[str, str] | None = None


_THING = r"(?:customer|client|output|task|result|indicator|standard|item|one|name)s?"
_WISH = (
    r"(?:(?:please|can|could|would|you|we|i|let's|also|i'd like|i want|i need|want|need|like|to|then|and|now|actually|"
    r"no|sorry|oops),? )*"
)
_HAN_WISH = r"(?:请|麻烦|帮我|能不能|可以|能|我想|我要|想|要|需要|您|你|再|还|另外|也|那|就|先)* ?"
_HAN_THING = r"(?:客户|产出|任务|结果|指标|标准|名字)"
_ONE = r"[一两二三几]?[个条项家份位名]"
_THIS = rf"(?:[这那]一?[个条项家份位]{_HAN_THING}?)?"
_ADD = (
    re.compile(
        rf"{_WISH}add (?!value\b)(?:(?:a|an|the|another|one more|more|new|extra) )*(?:{_THING} ?: ?)?"
        rf"(?P<names>.+?)(?: to (?:the|my|our) (?:list|{_THING})| as (?:an?|another) {_THING}| too| as well)?"
    ),
    re.compile(
        rf"{_HAN_WISH}(?:加上|加入|添加|补上|补充(?!协议|合同|说明|材料|资料|条款|报告|方案|计划|医疗|保险|率|量|数)"
        rf"|(?:加|新增|增加)(?={_ONE}|一下)|(?<=[再要])加)(?:{_ONE}|一下)?(?:{_HAN_THING}? ?:)? ?(?P<names>.+)"
    ),
)
_REMOVE = (
    re.compile(
        rf"{_WISH}(?:remove|delete|drop|take out|leave out) (?:the )?(?:{_THING} ?: ?)?"
        r"(?P<name>.+?)(?: from (?:the|my|our) list)?"
    ),
    re.compile(
        rf"{_HAN_WISH}(?:去掉|删掉|删去|拿掉|划掉|移除|删除(?!记录|数据|率|量|操作|日志|次数|清单|申请)"
        rf"|不要(?![了再出有让太延返迟晚错漏丢停断因在把给超低高少多影那这]))(?:一下)? ?(?P<name>.+?){_THIS}了?"
    ),
    re.compile(rf"{_HAN_WISH}[把将] ?(?P<name>.+?){_THIS}(?:去掉|删掉|删去|删除|移除|拿掉|划掉|删了|去了)"),
)
_RENAME = (
    re.compile(rf"{_WISH}(?:rename|change) (?:the )?(?:{_THING} ?: ?)?(?P<old>.+?) (?:to|into) (?!be\b)(?P<new>.+)"),
    re.compile(r"(?P<old>.+?) should be (?:called|named) (?P<new>.+)"),
    re.compile(
        rf"{_HAN_WISH}[把将]? ?(?P<old>.+?)(?:的名字)? ?(?:改成|改为|改叫|改名[叫为成]?|换成|更名为) ?(?P<new>.+)"
    ),
)
_NO_NAME = re.compile(
    r"(?:it|this|that|them|these|those|(?:the|this|that) one|[它这那][个些]?"
    r"|(?:(?:my|the|our|an|this) )?(?:answers?|language))"
    r"|.* (?:to|from|into) .*|.*\band (?:add|remove|delete|rename|change)\b.*"
)
"""What is no name of ours: a pronoun, an answer or the language, a second wish.

Something added to something else is work: "add new suppliers to the database".
"""
_LONGEST = 200
"""Characters of the longest wish: anything longer is an answer."""


def read_revision(text: str) -> Revision | None:
    """What a wish adds, removes or renames, where the whole text is such a wish; None for other texts.

    That something of this name was given before is for the caller to see: 不要财务部 reads as a wish, whoever says it.
    """
    written = unpolite(clean(text).text.rstrip("?？ "))
    if len(written) > _LONGEST or "\n" in written:
        return None
    return _added(written) or _removed(written) or _renamed(written)


def worded(revision: Revision) -> str:
    """A revision as a wish that reads as it."""
    if revision.rename:
        old, new = revision.rename
        return f"rename {old} to {new}" if f"{old}{new}".isascii() else f"把{old}改成{new}"
    if revision.remove:
        return f"remove {revision.remove}" if revision.remove.isascii() else f"把{revision.remove}去掉"
    names = ", ".join(revision.add)
    return f"add {names}" if names.isascii() else f"加上{names}"


def _added(written: str) -> Revision | None:
    found = _parts(_ADD, written)
    try:
        return Revision(add=read_list(found[0])) if found else None
    except Unread:
        return None


def _removed(written: str) -> Revision | None:
    found = _parts(_REMOVE, written)
    return Revision(remove=bare(found[0])) if found else None


def _renamed(written: str) -> Revision | None:
    found = _parts(_RENAME, written)
    return Revision(rename=(bare(found[0]), bare(found[1]))) if found else None


def _parts(wishes: tuple[re.Pattern[str], ...], written: str) -> list[str]:
    """The names in the first wish that the text is, as written; nothing where one of them is no name."""
    folded = fold(written)
    match = next((found for wish in wishes if (found := wish.fullmatch(folded))), None)
    spans = [match.span(group) for group in range(1, match.re.groups + 1)] if match else []
    parts = [written[start:end].strip() for start, end in spans]
    return parts if all(part and not _NO_NAME.fullmatch(fold(part)) for part in parts) else []
