"""What of a text is a date or rhythm and what a value: of all that it may be, what leaves least of it unread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dialogs.reading.text.clean import clean
from dialogs.reading.text.tokens import Token
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import Doubtful, Told, read_told, unread_words
from kpi.plan import Standard, When
from locales.text import Text

Place = tuple[int, int]
"""Where something stands in a cleaned text."""
_HELD = frozenset(
    {"number", "times", "each", "other", "adverb", "hour", "day", "week", "month", "quarter", "half_year"}
    | {"year", "dayno", "working_day", "within", "in", "bound", "from_now", "to"}
)
"""Kinds of words of a date that may be of a value: every 2 weeks, in 5 days, though no Monday."""
_LINKS = frozenset({"in", "to"})
"""Those that say nothing by themselves."""
_ONCE = frozenset({"次", "回", "趟"})


@dataclass(frozen=True, slots=True)
class Cover:
    """A date or rhythm and a value that are read in a text together, or why the value is asked about.

    `left` is what neither of them reads.
    """

    when: When | None
    told: Told | None
    asked: Text | None
    left: tuple[str, ...]

    @property
    def cost(self) -> tuple[bool, int, int]:
        """The smaller the better: no question, few words left over, one thing rather than two that say the same."""
        parts = (self.when is not None) + (self.told is not None)
        return self.asked is not None, sum(map(len, self.left)), parts


def cover_of(text: str, when: When | None, tokens: Sequence[Token], yuan: str | None) -> Cover:
    """The best cover of a text, in which some tokens may tell a date or rhythm.

    A rhythm that may as well be a value is told as both: what was asked tells which is meant.
    """
    if when is None:
        return _cover(text, None, [], yuan)
    span = (tokens[0].start, tokens[-1].end)
    value = None if _holds_day(tokens) else _cover(text, None, [], yuan)
    if value is None or value.told is None:
        return _without_once(_cover(text, when, [span], yuan))
    if when.rrule and _is_once(value.told.standard):
        return Cover(when, None, None, value.left)  # 每季度检查一次
    unread = _unread(clean(text).text, value.told, tokens)
    if unread:
        left = [said for said in unread if said not in " ".join(value.left)]
        return _better(text, replace(value, left=(*value.left, *left)), when, span, yuan)
    inside = all(span[0] <= start and end <= span[1] for start, end in value.told.places)
    if inside and when.date:
        return Cover(when, None, None, value.left)  # in three weeks
    return replace(value, when=when) if inside else value


def _better(text: str, value: Cover, when: When, span: Place, yuan: str | None) -> Cover:
    """A value that leaves words of a date or rhythm over, or that rhythm with what is read beside it."""
    beside = _without_once(_cover(text, when, [span], yuan))
    if beside.told is None and beside.asked is None:
        beside = replace(beside, left=unread_words(text, [span]))
    return min(beside, value, key=lambda cover: cover.cost)


def _holds_day(tokens: Sequence[Token]) -> bool:
    """Whether a date holds what no value does: a Monday, the 5th, the end of a month."""
    numbered = any(token.kind == "dayno" and before.number for before, token in pairwise(tokens))
    return numbered or any(token.kind not in _HELD or "BYDAY" in token.meaning for token in tokens)


def _unread(text: str, told: Told, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a date or rhythm that a value does not take."""
    return tuple(
        text[token.start : token.end]
        for token in tokens
        if token.kind not in _LINKS and not any(start < token.end and token.start < end for start, end in told.places)
    )


def _without_once(cover: Cover) -> Cover:
    """A rhythm without what is done once in it."""
    once = cover.when and cover.when.rrule and cover.told and _is_once(cover.told.standard)
    return replace(cover, told=None) if once else cover


def _is_once(counted: Standard) -> bool:
    """Whether an activity is counted that is done once: 1次, 一次培训."""
    plain = counted.comparator is None and counted.change is None
    return plain and counted.value == 1 and (counted.unit is None or counted.unit[0] in _ONCE)


def _cover(text: str, when: When | None, taken: Sequence[Place], yuan: str | None) -> Cover:
    try:
        told = read_told(text, taken, yuan)
    except Doubtful as doubt:
        return Cover(when, None, doubt.reason, doubt.left)
    except Unread as unread:
        asked = None if unread.reason.id == "unread.standard" else unread.reason
        return Cover(when, None, asked, ())
    return Cover(when, told, None, told.left)
