"""Goals told in sentences: 就公司今年那个大目标嘛，营收破3个亿 names 营收破3个亿."""

import re

from dialogs.reading.answers.lists import bare
from dialogs.reading.names.told_names import Told, is_name
from dialogs.reading.text.fold import fold
from dialogs.reading.text.sentences import clauses, laughs

_SPEAKS = re.compile(
    r"目标|任务|指标|战略|口号|(?:公司|部门|集团|老板|今年|明年).{0,6}(?:的|要求|定的|说的)$"
    r"|\b(?:goals?|targets?|objectives?|plans?|strategy|aim)\b|^(?:so )?(?:that|this|yes|both)$"
    r"|^(?:that's|thats|that is|this is|it's) (?:what|why|the (?:main|big|only)|all)\b"
)
"""What only says that a goal follows, or came before."""
_DIGIT = re.compile("[0-9]")
_LEAD = re.compile(
    r"(?:哎呀?|嗯|那|就|就是|还是|应该|算|支持|服务于?|对应|为了|为|的)*(?:支持|服务于?|对应|为了|(?:目标"
    r"|任务)(?:就?是|叫))"
    r"|(?:but |and |so )*(?:it's|its|it is) (?:there|meant|used|needed) (?:so (?:that )?|to )(?:we |us )?(?:can )?"
    r"|(?:but |and |so )*(?:the |our )?[a-z]+(?: [a-z]+)? (?:also )?(?:uses?|needs?|wants?) (?:it|that|this) to "
    r"|(?:well |i'd say |i think |i guess |it |this |that |mainly |mostly |really |just )*"
    r"(?:helps? (?:us )?(?:to )?(?:with |reach |get |keep )?|supports? |serves? |feeds? (?:into )?"
    r"|keeps us honest on "
    r"|(?:goes|is) (?:to|towards?|for) |it's (?:about|for) )(?:the |our )?"
)
_NONE = re.compile(
    r"(?:none|nothing|no)(?: (?:goals?|one))? (?:that )?(?:i|we) (?:know|can think) of|not that i know"
    r"|no goals?(?: really)?"
    r"|(?:没有?|无)(?:什么|啥|具体|明确)?(?:的)?(?:目标|指标)|(?:哪|也)?没(?:什么|啥)目标"
)


def named_goal(text: str) -> Told | None:
    """The one goal that a sentence names; None where it is no sentence, or names none or several."""
    told = list(clauses(text))
    if len(told) < _SENTENCE and not _LEAD.match(fold(bare(text))):
        return None
    if any(clause.asks for clause in told) or says_no_goal(text):
        return None
    speaking = [clause for clause in told if _SPEAKS.search(clause.folded) and not _DIGIT.search(clause.folded)]
    beside = [clause for clause in told if clause in speaking or laughs(clause.folded)]
    meant = told if len(told) < _SENTENCE else [clause for clause in told if clause not in beside]
    named = [_named(clause.text if _LEAD.match(clause.folded) else bare(clause.text)) for clause in meant]
    if len(named) > 1 and all(named) and all(_LEAD.match(clause.folded) for clause in meant):
        return Told(("; ".join(filter(None, named)),), sure=True)
    return Told((named[0],), sure=True) if len(named) == 1 and named[0] else None


_SENTENCE = 2
"""Clauses of a sentence that tells more than a name."""


def says_no_goal(text: str) -> bool:
    """Whether a text says that there is no goal that it serves."""
    first = next(iter(clauses(text)), None)
    return first is not None and _NONE.fullmatch(first.folded) is not None


def _named(name: str) -> str | None:
    lead = _LEAD.match(fold(name))
    rest = name[lead.end() :].strip() if lead else name
    return rest if len(rest) > 1 and is_name(rest) else None
