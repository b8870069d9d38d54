"""What a percentage is a share of: 10% of revenue, 预算的105%, 95%的订单48小时内, twice last year's."""

import re
from collections.abc import Sequence

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token
from dialogs.reading.values.parts import Part

_LONGEST = 6
"""Characters of what a percentage is a share of, in Chinese."""
_PARTS = ("out of", " in ", "third", "quarter", "half")
"""What in a number says that it is a part of what follows it: nine out of ten patients."""
_NAMED = re.compile(r"占(?P<of>[^,，;；。:：、0-9]{1,12}?)的?(?:比例|比重|百分比|份额)")
"""What names a share with what it is of: 占预算的比例."""
Whole = tuple[str, frozenset[int]]
"""What is said of a whole, and the places of the tokens that say it."""


def whole_of(written: str, found: Sequence[Token], part: Part, end: int) -> tuple[str | None, frozenset[int]]:
    """What a percentage is a share of, up to a place of the tokens; None where nothing tells."""
    named = _named(written, found, part)
    if named or part.change:
        return named or (None, frozenset())  # what stands behind a change is what it changes
    end = min(end, part.end)
    return (
        _of(written, found, part, end)
        or _until_limit(written, found, part, end)
        or _behind(written, found, part, end)
        or _before(written, found, part)
        or (None, frozenset())
    )


def _named(written: str, found: Sequence[Token], part: Part) -> Whole | None:
    """占预算的比例不超过5%, which a change has as well: 占预算的比例降低5%."""
    named = _NAMED.search(fold(written), found[part.start].start, found[part.amount.at].start)
    if named is None:
        return None
    places = frozenset(at for at, token in enumerate(found) if named.start() <= token.start < named.end())
    return None if places & part.amount.used else (written[slice(*named.span("of"))], places)


def _of(written: str, found: Sequence[Token], part: Part, end: int) -> Whole | None:
    """10% of revenue."""
    at = part.amount.last
    if at >= len(found) or written[found[at].start : found[at].end].lower() != "of":
        return None
    last = at + 1
    while last < end and found[last].kind in {"word", "base", "filler", "change", "label"}:
        last += 1
    while found[last - 1].kind == "filler" and last > at + 1:
        last -= 1
    return (written[found[at + 1].start : found[last - 1].end], frozenset(range(at, last))) if last > at + 1 else None


def _until_limit(written: str, found: Sequence[Token], part: Part, end: int) -> Whole | None:
    """95%的订单48小时内发货: what stands between a share and its limit."""
    at = part.amount.last
    if not at < end < part.end or part.clause.said(at) != "的" or not 1 < end - at <= _LONGEST:
        return None
    if not all(token.kind == "word" for token in found[at + 1 : end]):
        return None
    return written[found[at + 1].start : found[end - 1].end], frozenset(range(at, end))


def _behind(written: str, found: Sequence[Token], part: Part, end: int) -> Whole | None:
    """Twice last year's, nine out of ten patients."""
    at = part.amount.last
    if at >= end:
        return None
    parted = any(word in found[part.amount.at].meaning for word in _PARTS)
    if found[at].kind == "base" or (parted and found[at].kind == "word"):
        return written[found[at].start : found[at].end], frozenset({at})
    return None


def _before(written: str, found: Sequence[Token], part: Part) -> Whole | None:
    """预算的105%."""
    of = part.amount.first - 1
    while of >= part.start and of in part.amount.used:
        of -= 1
    if of <= part.start or written[found[of].start] != "的":
        return None
    first = of
    while first > part.start and _is_named(part, first - 1) and of - first < _LONGEST:
        first -= 1
    if written[found[first].start] in "占佔" and first < of - 1:
        return written[found[first + 1].start : found[of - 1].end], frozenset(range(first, of + 1))
    counted = first > part.start and found[first - 1].number is not None  # 低于60分的不超过5%
    if first == of or counted:
        return None
    return written[found[first].start : found[of - 1].end], frozenset(range(first, of + 1))


def _is_named(part: Part, at: int) -> bool:
    """Whether a word can name a whole, rather than say where something is kept: 控制在收入的8%以内."""
    token = part.clause.found[at]
    return token.kind in {"word", "base"} and not part.clause.said(at).startswith(("控制在", "限制在", "达到"))
