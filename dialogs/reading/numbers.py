"""A bare number."""

from decimal import Decimal

from dialogs.reading.fold import fold
from dialogs.reading.tokens import Lexicon, tokens
from dialogs.reading.unread import Unread

_NOTHING = Lexicon({})
_LONGEST = 200
"""Characters of an answer that is a number."""


def read_number(text: str) -> Decimal:
    """The one number in the text; a share is given in percent (97% and 百分之九十七 are 97).

    Raises Unread where there is no number or more than one.
    """
    if len(text) > _LONGEST:
        raise Unread("unread.number.none")
    found = [token.number.value for token in tokens(fold(text), _NOTHING) if token.number]
    if len(found) != 1:
        raise Unread("unread.number.none" if not found else "unread.number.several")
    return found[0]
