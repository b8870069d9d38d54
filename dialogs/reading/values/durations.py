"""Times told in parts, with short words for minutes and seconds that mean something else alone: 25分30秒, 1h30m."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.numbers.numerals import whole_number
from dialogs.reading.text.tokens import Token

_HOUR = r"(?:小时|钟头|(?<![a-z])(?:hours?|hrs?|h))"
_MINUTE = r"(?:分钟?|(?<![a-z])(?:minutes?|mins?|m))"
_SECOND = r"(?:秒钟?|(?:seconds?|secs?|s)(?![a-z]))"
_PARTS = (
    (
        "minute",
        re.compile(
            r"(?<![0-9.一二三四五六七八九十百])([0-9]{1,4}|[一二两三四五六七八九十]{1,3})(分)(?=半(?![年月天日小]))"
        ),
    ),
    ("minute", re.compile(rf"{_HOUR} ?([0-9]{{1,2}}) ?(分|m)(?![a-z钟])")),
    ("minute", re.compile(rf"(?<![0-9.])([0-9]{{1,4}}) ?(分|m)(?= ?[0-9]{{1,2}} ?{_SECOND})")),
    ("minute", re.compile(r"(?<![0-9.])([0-9]{1,3})(['′’])(?= ?[0-9]{1,2} ?[\"″”])")),
    ("second", re.compile(r"(?<=[0-9]['′’])([0-9]{1,2}) ?([\"″”])")),
    ("second", re.compile(rf"{_MINUTE} ?([0-9]{{1,2}}) ?(s)(?![a-z])")),
)


_SHORT = re.compile(r"[0-9一二两三四五六七八九十] ?[分ms'′’]| and (?:a )?half")
"""What they all hold some of."""
_HALF_MORE = re.compile(
    r"(?<![a-z])(an?) ((minute|hour|day|week|month|quarter|year) and (?:a )?half)"
    r"(?![a-z])(?! (?:of|an?|day|year)(?![a-z]))"
)
"""An hour and a half; "an hour" alone may be a rate."""


def timed(folded: str, found: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a folded text, with the parts of times as numbers with their units."""
    if not _SHORT.search(folded):
        return found
    parts = {token for unit, pattern in _PARTS for match in pattern.finditer(folded) for token in _part(match, unit)}
    parts |= {token for match in _HALF_MORE.finditer(folded) for token in _half_more(match)}
    if not parts:
        return found
    rest = (token for token in found if not any(part.start < token.end and token.start < part.end for part in parts))
    return sorted((*rest, *parts), key=lambda token: token.start)


def _part(match: re.Match[str], unit: str) -> Iterator[Token]:
    start, end = match.span(1)
    yield Token("number", match[1], start, end, Numeral(Decimal(whole_number(match[1])), end))
    yield Token("unit", unit, *match.span(2))


def _half_more(match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span(1)
    yield Token("number", match[1], start, end, Numeral(Decimal("1.5"), end))
    yield Token("unit", match[3], *match.span(2))
