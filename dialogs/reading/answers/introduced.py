"""What a message introduces at once: the post, its department, who holds it and the period."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from dialogs.reading.answers.told_ahead import Ahead
from dialogs.reading.dates.plan_periods import is_period
from dialogs.reading.names.named import named_department, named_person, named_post
from dialogs.reading.names.told_names import Told
from dialogs.reading.text.fold import fold
from dialogs.reading.text.sentences import clauses

_READERS: dict[str, Callable[[str], Told | None]] = {
    "post": named_post,
    "department": named_department,
    "holder": named_person,
}
_HOLDS = re.compile(
    r"现在|目前|由|在[做干管]|担任|负责|任职|是"
    r"|\b(?:currently|at (?:the )?moment|right now|held by|done by"
    r"|ha[sd] it|does it|took (?:it )?over|that's|thats|it's|its|is)\b"
)
"""What tells of somebody that they hold the post, rather than that they asked for it."""
_IN = re.compile(r"\b(?:in|from|under|within|belongs to|part of|department is|department:) ?(?:the |our )?$")
"""What tells of a department that the post belongs to it, rather than that it was spoken of."""


def read_introduced(text: str, asked: str, names: Sequence[str], today: date) -> Ahead | None:
    """What a message tells of the questions with these names besides the one that is asked; None where that is all."""
    reader = _READERS.get(asked)
    answer = _sure(reader, text) if reader else None
    if answer is None:
        return None
    told = tuple((name, one) for name in names for one in _told(text, name, answer, today))
    return Ahead(answer, told) if told else None


def _told(text: str, name: str, answer: str, today: date) -> Iterator[str]:
    """What a message tells of one question, at most once."""
    parts = [clause.text for clause in clauses(text)]
    if name == "period":
        yield from [part for part in parts if is_period(part, today)][:1]
    elif name == "holder":
        holding = [part for part in parts if _HOLDS.search(fold(part)) and answer not in part and not named_post(part)]
        yield from [person for part in holding if (person := _sure(named_person, part))][:1]
    elif name == "department" and (department := _sure(named_department, text.replace(answer, " "))):
        clause = _clause_of(department, parts)
        belongs = _IN.search(fold(clause.partition(department)[0])) is not None
        if belongs or (answer not in clause and not department.isascii()):
            yield department


def _sure(reader: Callable[[str], Told | None], text: str) -> str | None:
    told = reader(text)
    return told.names[0] if told and told.sure else None


def _clause_of(name: str, parts: Sequence[str]) -> str:
    return next((part for part in parts if name in part), "")
