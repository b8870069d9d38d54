"""A share in percent, in an answer with talk around it."""

import re
from decimal import Decimal

from dialogs.reading.numbers.numbers import read_number
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.unread import Unread

_BELOW = re.compile(
    r"不[到足及够]|没[到有]|低于|少于|[0-9%成]以下|\b(?:below|under|less than|fewer than|not even|not quite|short of)\b"
)
_MARKED = re.compile(
    r"[0-9]|%|[一二三四五六七八九十]成|百分|分之|一半|半数|\b(?:half|third|quarters?|fifths?|"
    r"percent|per cent)\b"
)
_SMALL = 10
"""Below this, a numeral in words among others is hardly a share: 一来, one thing."""


def read_percent(text: str) -> Decimal:
    """The share in a text; raises Unread where it only says what it is below, or a numeral counts something else."""
    folded = fold(text)
    number = read_number(text)
    if _BELOW.search(folded):
        raise Unread("percent.below", number=number)
    alone = fold(unpolite(text)).strip(" .。%")
    if number < _SMALL and not _MARKED.search(folded) and not _is_numeral(alone):
        raise Unread("unread.number.none")
    return number


def _is_numeral(said: str) -> bool:
    return (
        re.fullmatch(
            r"[一二三四五六七八九两]|one|two|three|four|five|six|seven|eight|nine|zero|"
            r"零",
            said,
        )
        is not None
    )
