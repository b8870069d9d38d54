"""The rhythm of an output, where its name or its standard tells one: "月度报表", "at most 3 a quarter"."""

from dialogs.reading.text.fold import fold
from kpi.plan import Standard, When

_RULES = {
    "day": "FREQ=DAILY",
    "week": "FREQ=WEEKLY;BYDAY=FR",
    "month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "quarter": "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "year": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
}
_WORDS = {
    "day": ("每日", "每天", "日报", "daily"),
    "week": ("每周", "周报", "周度", "weekly"),
    "month": ("每月", "月报", "月度", "monthly"),
    "quarter": ("每季", "季报", "季度", "quarterly"),
    "year": ("每年", "年报", "年度", "annual", "yearly"),
}


def told_rhythm(output: str, standard: Standard | None = None) -> When:
    """When an output is due, as far as words tell it; the end of each month where they do not."""
    return When("", rrule=_RULES[_named(output) or _counted(standard) or "month"])


def told_collection(output: str, standard: Standard | None) -> When:
    """When figures of an output are collected: first of all in the period that its standard counts."""
    per = _counted(standard)
    return When("", rrule=_RULES[per if per and per != "day" else _named(output) or "month"])


def _named(output: str) -> str | None:
    folded = fold(output)
    return next((period for period, words in _WORDS.items() if any(word in folded for word in words)), None)


def _counted(standard: Standard | None) -> str | None:
    return standard.per if standard and standard.per in _RULES else None
