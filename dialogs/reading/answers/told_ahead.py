"""What a message tells besides the answer: answers to questions still to come, and a wish at its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.clauses import Clause, clauses_of, core
from dialogs.reading.names.question_names import label_of
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_told


@dataclass(frozen=True, slots=True)
class Ahead:
    """A message: the answer to what is asked, what it tells of later questions by their names, a wish at its end."""

    answer: str
    told: tuple[tuple[str, str], ...] = ()
    wish: str | None = None


_LONGEST = 400
_WISHES = frozenset({"pause"})
"""What people wish for in the same breath as they answer."""
_JOINED = re.compile(
    r"[的话]*(?:[就都]?(?:主要|一般)?(?:还?有|是|为|叫)|就|:|"
    r",?(?: it)?(?: is|'s| are|:)| (?:we|there) (?:have|are|is))\s*"
)
_FIGURE = re.compile(r"[的话]*(?:[就都]?(?:要|得|算|是|为)|:| is| are| at| be| to be| as| for| the)*\s*")


def read_ahead(text: str, names: Sequence[str]) -> Ahead | None:
    """What a message tells ahead of the questions with these names; None where it is all one answer."""
    written = clean(text).text
    if len(written) > _LONGEST:
        return None
    folded = fold(written)
    clauses = list(clauses_of(folded))
    wish = read_act(written[slice(*core(folded, *clauses[-1][:2]))]) if len(clauses) > 1 else None
    wish = wish if wish in _WISHES else None
    clauses = clauses[:-1] if wish else clauses
    told: list[tuple[str, int, int]] = []
    answer = 0
    for clause in clauses:
        start, end = core(folded, clause.start, clause.end)
        named = _told(folded, start, end, names)
        if named:
            told.append(named)
        elif told:
            told[-1] = (*told[-1][:2], end)
        else:
            answer = end
    if not answer or not (told or wish):
        return _with_standards(written, clauses) if "basic" in names else None
    return Ahead(written[:answer], tuple((name, written[start:end].strip()) for name, start, end in told), wish)


def _with_standards(written: str, clauses: Sequence[Clause]) -> Ahead | None:
    """A measure with its standards right behind it: first-pass rate, at least 92%, top people manage 98."""
    if len(clauses) < _SEVERAL:
        return None
    name, rest = written[: clauses[0].end], written[clauses[1].start :]
    plain = not any(character.isdigit() for character in name)
    return Ahead(name, (("basic", rest.strip()),)) if plain and _is_standard(clauses[1], written) else None


_SEVERAL = 2


def _is_standard(clause: Clause, written: str) -> bool:
    """Whether a clause is a bounded number and nothing else."""
    try:
        told = read_told(written[clause.start : clause.end])
    except Unread:
        return False
    return told.standard.comparator is not None and told.standard.value is not None and not told.left


def _told(folded: str, start: int, end: int, names: Sequence[str]) -> tuple[str, int, int] | None:
    """The later question that a clause names before or behind what it tells of it, with the place of that."""
    figure = any(character.isdigit() for character in folded[start:end])
    found = label_of(folded, start, end, names)
    if found is None:
        return None
    name, at, until = found
    joining = _FIGURE if figure else _JOINED
    if at == start and (match := joining.match(folded, until, end)) and match.end() < end:
        return name, match.end(), end
    if until == end and figure and name in {"basic", "outstanding"}:
        value = folded[start:at].rstrip("算是为作的 ")
        return (name, start, start + len(value)) if value else None
    return None
