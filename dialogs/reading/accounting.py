"""What of a text is not in what was read of it: numbers and words that bound are asked about, other words are shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.clauses import clause_around
from kpi.values import Base, Comparator

_SIGNALS = {"before", "adverb", "after", "out_of", "among", "between", "aggregate", "past", "rank", "base", "reject"}
"""Kinds of words that bound a number and say nothing without one."""
_BASES = {Base.LAST_YEAR, Base.LAST_HALF, Base.LAST_QUARTER, Base.LAST_MONTH, Base.LAST_PERIOD}
"""Bases that are no usual words of a standard."""
_SILENT = {"turn", "filler", "stop", "mark", "gap", "role", "from", "to", "and", "or", "than", "equal"}
"""Kinds of words that tell nothing by themselves."""
_OPENING, _CLOSING = "([{（【", ")]}）】"


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left over: what has to be asked about, and what is only shown back."""

    asked: tuple[str, ...]
    echoed: tuple[str, ...]


def rest_of(written: str, found: Sequence[Token], used: Collection[int], told: Collection[int] = ()) -> Rest:
    """What is left of a text whose tokens at the places `used` were read.

    Those at the places `told` are understood, and only shown back: what was last year, what was withdrawn.
    """
    asked: list[str] = []
    echoed: list[str] = []
    depth, run = 0, []
    for at, token in enumerate(found):
        depth += token.kind == "mark" and token.meaning in _OPENING
        depth -= token.kind == "mark" and token.meaning in _CLOSING and depth > 0
        left = at not in used and token.kind not in _SILENT
        if left and at not in told and _counts(written, found, at, used) and (depth == 0 or token.number is not None):
            asked.append(_around(written, found, at))
        if left:
            run.append(token)
        elif run:
            echoed.append(written[run[0].start : run[-1].end])
            run = []
    if run:
        echoed.append(written[run[0].start : run[-1].end])
    return Rest(tuple(asked), tuple(echoed))


def untold(left: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The words left over that say more than the names of what is asked about."""
    said = fold(" ".join(names))
    return tuple(words for words in left if not _names(fold(words), said))


def _names(words: str, names: str) -> bool:
    """Whether words only name what is asked about: it holds most of their characters, or all their longer words."""
    if any(character.isdigit() for character in words):
        return False
    han = [character for character in words if character > "\u2e80"]
    if han:
        return len(han) < _SHORTEST_HAN or sum(one in names for one in han) >= len(han) * _MOST
    latin = [word.rstrip("s") for word in words.split() if len(word) >= _SHORTEST_LATIN]
    return all(word in names for word in latin)


_SHORTEST_HAN, _SHORTEST_LATIN = 2, 4
"""Characters of words that say anything by themselves."""
_MOST = 0.6
"""The share of characters that makes words a name that is shortened or written otherwise."""


def _counts(written: str, found: Sequence[Token], at: int, used: Collection[int]) -> bool:
    """Whether a token left over has to be asked about: a number, or what bounds one that was read in its clause."""
    if found[at].number is not None:
        return True
    if found[at].kind in {"time", "gap"}:
        return at > 0 and found[at - 1].kind == "than"  # 比2019年增长
    if found[at].kind == "no" and at and found[at - 1].kind == "role":
        return True  # 最好没有
    if found[at].kind == "no":
        following = found[at + 1] if at + 1 < len(found) else None
        plain = written[found[at].start : found[at].end].lower() in {"no", "zero", "nil"}
        counted = plain or any(
            found[place].kind == "no" for place in used
        )  # zero critical and at most 2 major findings
        return following is not None and following.kind == "word" and counted
    if found[at].kind == "base" and found[at].meaning not in _BASES:
        return False
    if found[at].kind not in _SIGNALS:
        return False
    loose = found[at].kind == "adverb" and found[at].meaning != Comparator.ABOUT
    if loose or written[found[at].start] in "<>≤≥":
        return True  # ≤ staging RTO (4h); no more than what we have, 80k
    clause = clause_around(written, found, at)
    return any(found[place].number is not None and place in used for place in range(clause.start, clause.end))


def _around(written: str, found: Sequence[Token], at: int) -> str:
    """A token with what stands right beside it, so that it can be recognised."""
    last = at + 1 if at + 1 < len(found) and found[at + 1].kind in {"word", "unit", "currency"} else at
    return written[found[at].start : found[last].end]
