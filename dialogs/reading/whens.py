"""Dates and rhythms (method.md 2.5)."""

import datetime as dt
import re

from dialogs.reading.calendar_rules import RULES, Found
from dialogs.reading.calendar_words import LEXICON
from dialogs.reading.clean import clean
from dialogs.reading.fold import fold
from dialogs.reading.tokens import Token, tokens
from dialogs.reading.unread import Unread
from kpi.plan import Relation, When

_LONGEST = 300
"""Characters of the longest time limit that is read."""


def read_when(text: str, today: dt.date) -> When:
    """The date or rhythm in the text, with its relation; a day without its year is the next one from `today` on.

    "The end of" a month or quarter is its last day. Raises Unread where nothing is read, or there is no such day.
    """
    written = clean(text).text
    folded = _NUMERIC_DATE.sub(_spelled_out, fold(written[:_LONGEST]))
    found = tokens(folded, LEXICON)
    said = tuple(token for token in found if token.kind not in {"skip", "relation"} and token.meaning not in _MARKS)
    for pattern, build in RULES:
        matched = _match(pattern, said)
        if matched and _complete(matched, said):
            date, rrule, offset = build(Found(matched, today))
            relation = Relation.BY if offset is not None else _relation(found)
            return When(written, date.isoformat() if date else None, rrule, relation, offset)
    raise Unread("unread.when")


def _complete(matched: tuple[Token, ...], said: tuple[Token, ...]) -> bool:
    """Whether nothing else in the text speaks of time: half a rhythm is worse than none."""
    return all(token in matched or token.kind in {"word", "mark"} for token in said)


_MARKS = frozenset(":;。!'\"")
_NUMERIC_DATE = re.compile(r"(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")


def _spelled_out(match: re.Match[str]) -> str:
    return f"{match[1]}年{match[2]}月{match[3]}日"


def _relation(found: list[Token]) -> Relation | None:
    meanings = [Relation(token.meaning) for token in found if token.kind == "relation"]
    bounds = [meaning for meaning in meanings if meaning is not Relation.ON]  # 于5月14日前
    return next(iter(bounds or meanings), None)


def _match(pattern: tuple[str, ...], said: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """The first run of tokens that a pattern fits; "kind?" may be absent, "kind*" repeats."""
    for start in range(len(said)):
        end = _fit(pattern, said, start)
        if end is not None:
            return said[start:end]
    return None


def _fit(pattern: tuple[str, ...], said: tuple[Token, ...], at: int) -> int | None:
    """Where the pattern ends that begins here; None where it does not fit."""
    for part in pattern:
        kind = part.rstrip("?*")
        if at < len(said) and said[at].kind == kind:
            at += 1
            while part.endswith("*") and at < len(said) and said[at].kind == kind:
                at += 1
        elif not part.endswith("?"):
            return None
    return at
