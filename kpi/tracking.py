"""The tracking plan held against its four questions (method.md 2.5)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kpi.plan import Indicator, Plan

_DAILY_OR_MORE = {"DAILY", "HOURLY", "MINUTELY", "SECONDLY"}


class Check(StrEnum):
    """The four questions, in order."""

    TRACKED = "tracked"
    REACHABLE = "reachable"
    KNOWN_HOW = "known_how"
    WORTH_IT = "worth_it"


@dataclass(frozen=True, slots=True)
class Problem:
    """A question that an indicator's tracking does not stand up to.

    `parts` are the parts of the tracking plan to mend: data, sample, when, collector, receiver.
    """

    check: Check
    indicator: Indicator
    parts: tuple[str, ...]


def tracked(indicator: Indicator) -> tuple[str, ...]:
    """Is the indicator tracked? Nothing is where nobody receives the figure."""
    return _missing(indicator, "receiver")


def reachable(indicator: Indicator) -> tuple[str, ...]:
    """Can people get at the data? The data and who collects them must be named."""
    return _missing(indicator, "data", "collector")


def known_how(indicator: Indicator) -> tuple[str, ...]:
    """Do they know how to collect it? Data, sample and time must be named."""
    return _missing(indicator, "data", "sample", "when")


def worth_it(indicator: Indicator) -> tuple[str, ...]:
    """Is it worth the effort? Judging every case every day, or more often, is not.

    A sample with a number in it ("5 reports", "三份") is less than every case.
    """
    tracking = indicator.tracking
    sampled = any(character.isnumeric() for character in tracking.sample or "")
    if indicator.numeric or sampled or _frequency(indicator) not in _DAILY_OR_MORE:
        return ()
    return ("sample", "when")


_QUESTIONS: dict[Check, Callable[[Indicator], tuple[str, ...]]] = {
    Check.TRACKED: tracked,
    Check.REACHABLE: reachable,
    Check.KNOWN_HOW: known_how,
    Check.WORTH_IT: worth_it,
}


def problems(plan: Plan) -> tuple[Problem, ...]:
    """What the plan's tracking does not stand up to, question by question."""
    return tuple(
        Problem(check, indicator, parts)
        for check, question in _QUESTIONS.items()
        for indicator in plan.indicators
        if (parts := question(indicator))
    )


def _missing(indicator: Indicator, *parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if not getattr(indicator.tracking, part))


def _frequency(indicator: Indicator) -> str | None:
    """How often the data are collected, as the FREQ of RFC 5545."""
    when = indicator.tracking.when
    rule = dict(part.split("=", 1) for part in (when.rrule or "").split(";") if "=" in part) if when else {}
    return rule.get("FREQ")
