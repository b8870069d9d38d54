"""A bare number."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dialogs.reading.numbers.numeral import plain
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Lexicon, Token, tokens
from dialogs.reading.unread import Unread

_PARTS = Lexicon(
    {
        "word": {"": "this one|that one|the other one|another one|which one|one more"},
        "share": {
            "25": "a quarter|one quarter",
            "33.33": "a third|one third",
            "50": "half of it|a half|one half|half|一半|半数|半",
            "66.67": "two thirds|two-thirds",
            "75": "three quarters|three-quarters|three fourths",
        },
        "amount": {"6": "half a dozen", "0.5": "half a percent|half a percentage point|半个百分点|半个点"},
    }
)
_SETTLED = re.compile(r".*(?:\b(?:i'd|i would|let's|let us|we|i) say\b|\bcall it\b|\bsay\b|大概|大约|就算|就定)")
"""What the last number follows where somebody makes up their mind: "more than 80%, I'd say 85"."""
_LONGEST = 200
"""Characters of an answer that is a number."""


def read_number(text: str) -> Decimal:
    """The one number in the text, or the one that is settled on in the end: "more than 80%, I'd say 85".

    A share is given in percent (97%, 百分之九十七 and "three quarters" are 97, 97 and 75).
    Raises Unread where there is no number or more than one, also in one numeral: 七八十.
    """
    if len(text) > _LONGEST:
        raise Unread("unread.number.none")
    folded = fold(text)
    settled = _SETTLED.match(folded)
    found = _numbers(folded) if settled is None else _numbers(folded[settled.end() :]) or _numbers(folded)
    if len(found) != 1:
        raise Unread("unread.number.none" if not found else "unread.number.several")
    return found[0]


def _numbers(folded: str) -> list[Decimal]:
    return [value for token in tokens(folded, _PARTS) for value in _values(token)]


def _values(token: Token) -> Iterator[Decimal]:
    if token.kind in {"share", "amount"}:
        yield Decimal(token.meaning)
    if token.number is None:
        return
    if token.number.fraction or ("分之" in token.meaning and not token.number.percent):  # 四分之三
        yield plain(round(token.number.value * 100, 2))
        return
    yield token.number.value
    if token.number.upper is not None:
        yield token.number.upper
