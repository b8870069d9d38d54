"""The parts of a plan that can be changed one by one, and the questions that set them (method.md 4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dialogs.items import Item
from dialogs.journal import Entry, within
from dialogs.post.keys import JUDGEMENT, TRACKING, judgement, number, tracking
from dialogs.post.measured import Measured
from dialogs.post.tracking import Tracked, TrackingQuestion
from dialogs.questions import Question, codec
from kpi.plan import When
from kpi.review import WHOLE

REMOVE = "remove"
"""The part that is the whole thing, to be taken out."""
OF_AN_INDICATOR = ("basic", "outstanding", "name", "weight", "collector")
"""What is offered to be changed of an indicator where a remark does not say what."""
OF_AN_OUTPUT = ("name", "serves", "weight")
"""The same of an output."""
_OF_THE_PLAN = {
    "weight": "output_weights/",
    "period": "period",
    "holder": "holder",
    "coverage": "coverage",
    **dict.fromkeys(sorted(TRACKING), "tracking"),
}
"""Where the whole plan's parts are asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part is set: the key of its question, and what must be answered first so that it is asked."""

    key: str
    before: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """The questions of a plan that were answered, and the answers."""

    asked: tuple[Question[Any], ...]
    answers: Mapping[str, Entry]

    def naming(self, scope: str) -> Iterator[tuple[Question[Any], Any]]:
        """The questions whose answer names the thing of a scope, with the answer."""
        for question in self.asked:
            value = self.answers[question.key].value
            loaded = None if value is None else question.load(value)
            if any(one.scope == scope for one in _things(loaded)):
                yield question, loaded

    def named(self, scope: str) -> str:
        """The name of the thing of a scope; empty where there is none any more."""
        found = (one.name for _, value in self.naming(scope) for one in _things(value) if one.scope == scope)
        return next(found, "")

    def names(self, scope: str) -> tuple[str, ...]:
        """What a thing is called; nothing for the whole plan."""
        name = self.named(scope)
        return (name,) if name else ()

    def keys(self, *scopes: str) -> tuple[str, ...]:
        """The questions in any of the scopes."""
        return tuple(one.key for one in self.asked if any(within(one.key, scope) for scope in scopes))


def place_of(given: Given, scope: str, part: str) -> Place | None:
    """Where a part of an output, an indicator or the whole plan is set; None where it has none."""
    if scope == WHOLE:
        begins = _OF_THE_PLAN.get(part)
        return _place(one.key for one in given.asked if begins and one.key.startswith(begins))
    if part == "name":
        return _place(question.key for question, _ in given.naming(scope))
    family, _, id = scope.partition("/")
    if family == "output":
        weights = (one.key for one in given.asked if one.name == "output_weights")
        return _place(weights if part == "weight" else given.keys(f"{scope}/{part}"))
    if part == "weight":
        return _place(one.key for one in given.asked if one.name == "indicator_weights" and _weighs(one.key, id))
    if part in TRACKING:
        return _tracked(given, scope, int(id), part)
    if part in {"basic", "outstanding", "direction", *JUDGEMENT}:
        kinds = [f"{kind(scope)}/{part}" for kind in (number, judgement)]
        told = given.keys(*kinds) or (given.keys(f"{number(scope)}/basic") if part == "direction" else ())
        # A standard that a whole statement told is asked for where the statement was.
        return _place(told or (question.key for question, _ in given.naming(scope) if part == "basic"))
    return _place(given.keys(f"{scope}/{part}"))


def _place(keys: Iterable[str]) -> Place | None:
    """Where the last of several questions sets a part, as where the first only turned a direction round."""
    found = tuple(keys)
    return Place(found[-1]) if found else None


def _weighs(key: str, indicator: str) -> bool:
    """Whether a question weighs an indicator: its key ends in the set that it weighs."""
    return indicator in key.removesuffix("/ranking").rpartition("/")[2].split(".")


def _tracked(given: Given, scope: str, id: int, part: str) -> Place | None:
    """Where a part of the tracking is set; what was accepted with all others is set one by one from then on."""
    singly = given.keys(f"{tracking(scope)}/{part}")
    if singly:
        return Place(singly[-1])
    for question in given.asked:
        if isinstance(question, TrackingQuestion) and any(one.indicator == id for one in question.proposals):
            answer = question.load(given.answers[question.key].value)
            return Place(f"{tracking(scope)}/{part}", tuple(_singly(question, answer, id)))
    return None


def _singly(question: TrackingQuestion, answer: Tracked, id: int) -> Iterator[Entry]:
    """The proposed tracking with one indicator set on its own, each part as it was proposed."""
    changed = replace(answer, changed=(*answer.changed, id))
    yield Entry(question.key, "answer", question.dump(changed), "", tuple(question.opens(changed)))
    proposed = next(one.tracking for one in answer.shown if one.indicator == id)
    for part in sorted(TRACKING):
        value = getattr(proposed, part)
        kept = codec(When).dump_python(value, mode="json") if part == "when" else value
        yield Entry(f"{tracking(f'indicator/{id}')}/{part}", "answer", kept)


# Names


def renamed(given: Given, scope: str, name: str) -> list[Entry]:
    """What gives a thing another name wherever it is named."""
    return [
        _entry(question, _each(value, lambda one: replace(one, name=name) if one.scope == scope else one))
        for question, value in given.naming(scope)
    ]


def removed(given: Given, scope: str) -> list[Entry]:
    """What takes a thing out of the plan; nothing where it is the only one there."""
    found: list[Entry] = []
    for question, value in given.naming(scope):
        left = tuple(one for one in _things(value) if one.scope != scope)
        if left:
            found.append(_entry(question, left))
        elif dimensions := _without_dimension(given, question):
            found.append(dimensions)
        else:
            return []
    return found


def _without_dimension(given: Given, measure: Question[Any]) -> Entry | None:
    """The dimensions of an output without the one that a measure is of: output/3/quality/measure."""
    scope, _, rest = measure.key.rpartition("/measure")[0].rpartition("/")
    asked = next((one for one in given.asked if one.key == f"{scope}/dimensions"), None)
    if asked is None or not rest:
        return None
    left = tuple(one for one in asked.load(given.answers[asked.key].value) if one != rest)
    return _entry(asked, left) if left else None


def _entry(question: Question[Any], value: Any) -> Entry:
    return Entry(question.key, "answer", question.dump(value), "", tuple(question.opens(value)))


def _things(value: Any) -> Sequence[Item | Measured]:
    """The things that an answer names."""
    several = value if isinstance(value, tuple) else (value,)
    return [one for one in several if isinstance(one, Item | Measured) and one.scope]


def _each(value: Any, change: Any) -> Any:
    return tuple(map(change, value)) if isinstance(value, tuple) else change(value)
