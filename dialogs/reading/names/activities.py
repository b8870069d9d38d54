"""Activities told from results (method.md 2.1, results first), and other names of outputs that are none."""

import re

from dialogs.reading.names import verbs_chinese, verbs_english
from dialogs.reading.text.fold import fold

_HAN = re.compile(r"[\u3400-\u9fff]")
_MEETING = re.compile(r"(?:例会|早会|晨会|夕会|周会|碰头会|\bmeetings?)$")
"""A meeting is attended; what somebody holds afterwards are its minutes."""
_LABEL = re.compile(r"[^:,;。]{2,14}: *(?=[^:])")
"""What a duty is called, before it is told: "记录与报告：维护施工日志"."""
_CLAUSE = re.compile(r"[,;。]")
_LONGEST = 300


def is_activity(text: str) -> bool:
    """Whether an answer names something done (参加会议, attending meetings) and not a result that somebody holds."""
    said = _plain(text)
    return _MEETING.search(said) is not None or any(_is_doing(part) for part in (_LABEL.sub("", said), said) if part)


def begins_activity(text: str) -> bool:
    """Whether an answer begins with a verb and what it is done to: 办理入职, but not 入库验收."""
    said = _plain(text)
    return verbs_chinese.begins_doing(said) if _HAN.search(said) else verbs_english.is_doing(said)


def is_bare_verb(text: str) -> bool:
    """Whether an answer is a verb without what it is done to: 制作, "assigning"."""
    said = _plain(text)
    return bool(said) and (verbs_chinese.is_bare(said) if _HAN.search(said) else verbs_english.is_bare(said))


def _plain(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).split()).strip(" .。!,")


def _is_doing(said: str) -> bool:
    """In Chinese each clause is looked at: what is done may follow why and how it is."""
    if not _HAN.search(said):
        return verbs_english.is_doing(said)
    return any(verbs_chinese.is_doing(clause.strip()) for clause in _CLAUSE.split(said) if clause.strip())
