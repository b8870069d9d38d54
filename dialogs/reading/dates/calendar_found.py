"""What a rule of the calendar's grammar has matched."""

import datetime as dt
from dataclasses import dataclass

from dialogs.reading.text.tokens import Token
from dialogs.reading.unread import Unread
from dialogs.working_days import WorkingDays

YEARS = range(1900, 2200)
"""The years in which anything is due."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule makes of its tokens: a date, or an RFC 5545 rule, perhaps with working days after it."""

    date: dt.date | None = None
    rrule: str | None = None
    offset: int | None = None
    by: bool = False
    """Whether it bounds the work by itself: within 5 working days."""


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens that a rule matched, the day on which they were written, and the working days that count there."""

    tokens: tuple[Token, ...]
    today: dt.date
    working_days: WorkingDays

    def numbers(self) -> list[int]:
        """The numbers among them, in order; raises Unread where one is not whole."""
        values = [token.number.value for token in self.tokens if token.number]
        if any(value % 1 for value in values):
            raise Unread("unread.when")
        return [int(value) for value in values]

    def years(self) -> list[int]:
        """The numbers among them that can be years."""
        return [number for number in self.numbers() if number in YEARS]

    def meanings(self, kind: str) -> list[str]:
        """The meanings of the tokens of a kind, in order."""
        return [token.meaning for token in self.tokens if token.kind == kind]

    def meaning(self, kind: str) -> str:
        """The meaning of the first token of a kind."""
        return self.meanings(kind)[0]

    def shift(self, kind: str) -> int:
        """How many years, months or days from now: 0 where the text does not say."""
        return next((int(meaning) for meaning in self.meanings(kind)), 0)

    def has(self, kind: str) -> bool:
        """Whether a token of this kind is among them."""
        return bool(self.meanings(kind))
