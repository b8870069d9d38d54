"""Names told in sentences: what a lead-in points at ("it's …", 就是…), and what else stands by itself."""

import re
from dataclasses import dataclass

from dialogs.reading.answers.lists import bare
from dialogs.reading.answers.queries import asks
from dialogs.reading.text.fold import fold
from dialogs.reading.text.sentences import Clause, clauses, is_talk

_CHINESE_LEAD = re.compile(
    r"(?:[把给帮]|就?(?:是|叫做?|算是?)|改(?:成|为|叫)|换成|填|写|定|选|用|先?[弄做搞看](?:的|了)?"
    r"|梳理(?:的)?|整理)(?:的是|是|一下|下)?"
    r"(?:我们?|俺们?|咱们?|他们?|她们?)?(?:部门|公司|这边|组)?的?(?:这|那)?[一两]?[个份位名]?"
)
_CHINESE_TAIL = re.compile(
    r"(?:这个|那个|这份|的)*(?:岗位|职位|岗|名字|(?:考核)?(?:指标|绩效|kpi)?(?:理一理|梳理.{0,3}|整理.{0,3}"
    r"|弄.{0,3}|过一遍))+$|(?:来着|[吧啦啊呀嘛哦喔了呢的])+$"
)
_ENGLISH_LEAD = re.compile(
    r"\b(?:(?:it|that|this|name|title|post|job|department|team|he|she|which|they)(?:'s|s| is| are| would be"
    r"| should be)"
    r"(?: called| named)?(?: about| for)?|is called|are called|we call (?:it|that|her|him|them)|call(?:s"
    r"|ed)? it|put|take|use|make it|go with|let's say)"
    r"(?: (?:now|just|only|really|probably|actually|simply))*(?: (?:the|an?|my|our))? "
)
_TURNED_DOWN = re.compile(
    r"不是|不要|不算|没有|以前|原来|之前|上个?月|\b(?:not|no|none|nobody|nothing|always|been|isn't|wasn't|was"
    r"|were|before|used to|except|never"
    r"|without)\b"
)
"""What stands beside a name that is none, or is one no more."""


@dataclass(frozen=True, slots=True)
class Told:
    """The names that a sentence may tell, and whether the one of them goes without a doubt."""

    names: tuple[str, ...]
    sure: bool


def is_name(text: str) -> bool:
    """Whether a text is plainly a name or a list of them: no sentence, no question."""
    return not any(
        clause.asks or is_talk(clause.folded) or asks(clause, indirect=True, numbers=False)
        for clause in clauses(bare(text))
    )


def names_told(text: str) -> Told:
    """What an answer that is no plain name may name, in order."""
    parts = list(clauses(text))
    led = {clause: name for clause in parts if (name := led_name(clause))}
    others = [bare(clause.text) for clause in parts if clause not in led and not clause.asks]
    plain = [name for name in others if len(name) > 1 and is_name(name)]
    doubt = any(clause.asks or _TURNED_DOWN.search(clause.folded) for clause in parts)
    names = dict.fromkeys([*led.values(), *plain])
    return Told(tuple(names), len(led) == len(names) == 1 and not doubt)


def led_name(clause: Clause) -> str | None:
    """What a lead-in of a clause points at, where that is a name."""
    if clause.asks or _TURNED_DOWN.search(clause.folded):
        return None
    for lead in (_CHINESE_LEAD, _ENGLISH_LEAD):
        at = 0
        while found := lead.search(clause.folded, at):
            rest = clause.text[found.end() :]
            tail = _CHINESE_TAIL.search(fold(rest))
            name = bare(rest[: tail.start()] if tail else rest).strip()
            if len(name) > 1 and is_name(name):
                return name
            at = found.start() + 1
    return None
