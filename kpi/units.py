"""Units that convert into each other exactly: a working day is no fixed number of hours, a month none of days."""

_SCALES = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3_600),
    "day": ("second", 86_400),
    "week": ("second", 604_800),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}
TIMES = frozenset({*_SCALES, "working_day"})
"""Units of time."""


def kind(unit: str | None) -> str | None:
    """What a unit measures: "time", "money" (an ISO 4217 code), "percent"; None for what is counted, or without one."""
    if unit is None:
        return None
    if unit in TIMES:
        return "time"
    if unit in {"%", "point"}:
        return "percent"
    return "money" if len(unit) == 3 and unit.isascii() and unit.isupper() else None


def scale(unit: str | None) -> tuple[str | None, int]:
    """The unit a unit converts to exactly, and how many of it; "complaint" and "complaints" are one unit."""
    if unit is None:
        return None, 1
    noun = unit.casefold()
    return _SCALES.get(noun, (noun.removesuffix("s"), 1))
