"""The whole grammar of dates and rhythms. The first rule that fits wins: rhythms hold more words than dates."""

from collections.abc import Callable

from dialogs.reading.dates.calendar_date_rules import DATES
from dialogs.reading.dates.calendar_found import Found, Read
from dialogs.reading.dates.calendar_rhythm_rules import RHYTHMS

Rule = tuple[tuple[str, ...], Callable[[Found], Read]]
RULES: tuple[Rule, ...] = tuple((tuple(pattern.split()), build) for pattern, build in (*RHYTHMS, *DATES))
