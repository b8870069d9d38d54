"""How a manager of the company to try was interviewed: the real interview, answered out of the table of posts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.demo.posts import Figure, Post
from dialogs import journal
from dialogs.engine import replay
from dialogs.header import Header
from dialogs.journal import Entry, Journal
from dialogs.post.interview import post as post_interview
from dialogs.questions import Question, Reading
from dialogs.reading.text.language import language_of
from dialogs.working_days import CHINA
from kpi.period import months_from
from kpi.plan import Plan
from locales.text import text
from locales.words import Words, words

_YES = {"zh_Hans": "可以", "en": "yes"}
_STATEMENT = {"zh_Hans": "每月{day}日，用ERP系统", "en": "By day {day} of each month, using the ERP"}
"""When figures are due and where they come from; what is completed and reached is taken as it is proposed."""
_AGREED = ("trackable", "diagram", "indicator_weights", "tracking", "submit")
"""What is answered with a plain yes."""
_COVERAGE = "95%"
_YEAR = 12
"""Months for which the plans are made."""

Script = Mapping[str, str | None]
"""Answers by the names of their questions, and of what those are about where there are several; None skips."""


@dataclass(frozen=True, slots=True)
class Interviewed:
    """The plan that an interview led to, and its journal."""

    plan: Plan
    journal: Journal


def interviewed(post: Post, header: Header, day: int) -> Interviewed:
    """Interview the manager of a post whose figures are due on a day of each month."""
    spoken = words(post.department.language)
    script = _script(post, header, day, spoken)
    log: list[Entry] = []
    while True:
        stands = replay(partial(post_interview, header), journal.values(journal.standing(log)))
        if stands.result:
            return Interviewed(stands.result, log)
        if stands.open:
            reading = Reading(spoken, header.began, CHINA, log)
            log.append(_answered(stands.open, script, reading))


def _answered(question: Question[Any], script: Script, reading: Reading) -> Entry:
    """The answer to a question, read as if it had been typed."""
    said = script[_named(question)]
    if said is None:
        return Entry(question.key, "answer")
    value, language = question.take(said, reading), language_of(said, reading.words.language)
    return Entry(question.key, "answer", question.dump(value), said, tuple(question.opens(value)), language)


def _named(question: Question[Any]) -> str:
    """A question's name in the script."""
    match question.name:
        case "measure":
            *_, dimension, _ = question.key.split("/")
            return f"measure/{dimension}"
        case "basic" | "outstanding":
            return f"{question.name}/{question.about[-1]}"
    return question.name


def _script(post: Post, header: Header, day: int, spoken: Words) -> Script:
    dimensions = [text(f"dimension.{one}") for one in dict.fromkeys(one.dimension for one in post.figures)]
    return {
        "post": post.name,
        "department": post.department.name,
        "holder": post.holder,
        "period": spoken.value(months_from(header.began.replace(day=1), _YEAR)),
        "customers_internal": post.customer if post.kind.internal else None,
        "customers_external": None if post.kind.internal else post.customer,
        "customer_kind": spoken.say(text(f"customer_kind.{post.kind}")),
        "outputs": post.output,
        "serves": post.department.goal,
        "dimensions": spoken.value(tuple(dimensions)),
        "statement": _STATEMENT[spoken.language].format(day=day),
        "coverage": _COVERAGE,
        **dict.fromkeys(_AGREED, _YES[spoken.language]),
        **_measured(post.figures, spoken),
    }


def _measured(figures: Sequence[Figure], spoken: Words) -> Script:
    """How an output is measured, and how well its figures must be reached."""
    by_dimension: dict[str, tuple[str, ...]] = {}
    for one in figures:
        by_dimension[one.dimension] = (*by_dimension.get(one.dimension, ()), one.name)
    return {
        **{f"measure/{dimension}": spoken.value(names) for dimension, names in by_dimension.items()},
        **{f"basic/{one.name}": one.basic for one in figures},
        **{f"outstanding/{one.name}": one.outstanding for one in figures},
    }
