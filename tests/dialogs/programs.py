"""Small interviews made of data: questions, loops over lists, branches and sub-interviews, nested in any way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from hypothesis import strategies as st

from dialogs.acts import Act, Pressed, Said
from dialogs.choices import Choice
from dialogs.engine import Interview, ask, ask_optional
from dialogs.items import ListQuestion
from dialogs.questions import ChoiceQuestion, Question, TextQuestion
from dialogs.steps import Place, Tell
from locales.text import text


@dataclass(frozen=True)
class Step:
    """A question under a key of its own, required or not."""

    key: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Loop(Step):
    """A question for a list, and what is asked about each of its items."""

    body: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Fork(Step):
    """A choice, and what is asked after either."""

    arms: tuple[tuple[Step, ...], tuple[Step, ...]] = ((), ())


@dataclass(frozen=True)
class Part(Step):
    """A sub-interview."""

    body: tuple[Step, ...] = ()


Program = tuple[Step, ...]
FAMILY = "item"
ARMS = ("left", "right")


def interview(program: Program, scope: str = "") -> Interview[Any]:
    """Ask what the program says; returns all answers as they were nested."""
    found: list[Any] = []
    for step in program:
        key = scope + step.key
        match step:
            case Part(body=body):
                yield Place(text("part.outputs"), len(body))
                found.append((yield from interview(body, f"{key}/")))
            case Loop(body=body):
                items = yield from ask(_list(key))
                for item in items:
                    inside = yield from interview(body, f"{item.scope}/")
                    found.append((item.name, inside))
            case Fork(arms=arms):
                arm = yield from ask(_fork(key))
                yield Tell(text("begun"))
                found.append((arm, (yield from interview(arms[ARMS.index(arm)], f"{key}/{arm}/"))))
            case Step(optional=True):
                found.append((yield from ask_optional(_text(key, optional=True))))
            case _:
                found.append((yield from ask(_text(key))))
    return tuple(found)


def _text(key: str, *, optional: bool = False) -> Question[str]:
    return TextQuestion(key=key, name="post", prompt=text("post.ask"), optional=optional)


def _list(key: str) -> ListQuestion:
    return ListQuestion(key=key, name="outputs", prompt=text("post.ask"), family=FAMILY)


def _fork(key: str) -> ChoiceQuestion:
    return ChoiceQuestion(
        key=key,
        name="diagram",
        prompt=text("diagram.ask"),
        choices=tuple(Choice(arm, arm) for arm in ARMS),
        opened={arm: (f"{key}/{arm}",) for arm in ARMS},
    )


def told(program: Program, answers: Mapping[str, Any], scope: str = "") -> Iterator[str]:
    """The keys that a program asks for, told from its text alone; raises LookupError after one without an answer."""
    for step in program:
        key = scope + step.key
        if not isinstance(step, Part):
            yield key
            if key not in answers:
                raise LookupError(key)
        match step:
            case Part(body=body):
                yield from told(body, answers, f"{key}/")
            case Loop(body=body):
                for item in answers[key]:
                    yield from told(body, answers, f"{item['scope']}/")
            case Fork(arms=arms):
                yield from told(arms[ARMS.index(answers[key])], answers, f"{key}/{answers[key]}/")


def expected(program: Program, answers: Mapping[str, Any]) -> tuple[list[str], str | None]:
    """The keys of the questions that are answered, and of the open one."""
    asked: list[str] = []
    try:
        asked.extend(told(program, answers))
    except LookupError:
        return asked[:-1], asked[-1]
    return asked, None


# Programs and answers to choose from

NAMES = ("Ann", "Bob", "Cid", "Dora")


def answers_to(question: Question[Any]) -> st.SearchStrategy[Act]:
    """Answers that a question takes."""
    if isinstance(question, ListQuestion):
        return st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(", ".join).map(Said)
    if isinstance(question, ChoiceQuestion):
        return st.sampled_from(ARMS).map(Pressed)
    words: st.SearchStrategy[Act] = st.sampled_from(["red", "green", "blue"]).map(Said)
    return words | st.just(Pressed("skip")) if question.optional else words


def _nested(inner: st.SearchStrategy[Step]) -> st.SearchStrategy[Step]:
    bodies = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(Loop, body=bodies)
        | st.builds(Fork, arms=st.tuples(bodies, bodies | st.just(())))
        | st.builds(Part, body=bodies)
    )


def _keyed(program: Program, numbers: Iterator[int]) -> Program:
    keyed = (replace(step, key=f"q{next(numbers)}") for step in program)
    return tuple(map_bodies(step, lambda body: _keyed(body, numbers)) for step in keyed)


def map_bodies(step: Step, change: Any) -> Step:
    """The step with the programs inside it changed."""
    match step:
        case Loop(body=body) | Part(body=body):
            return replace(step, body=change(body))
        case Fork(arms=(left, right)):
            return replace(step, arms=(change(left), change(right)))
    return step


_plain = st.builds(Step, optional=st.booleans())
_some = st.recursive(
    _plain | st.builds(Loop, body=st.lists(_plain, min_size=1, max_size=2).map(tuple)), _nested, max_leaves=6
)
programs = (
    st.lists(_some, min_size=2, max_size=4).map(tuple).map(lambda program: (*_keyed(program, count(1)), Step("end")))
)
"""Interviews of any shape, each question under a key of its own, the last one "end"."""


@st.composite
def revised(draw: st.DrawFn, program: Program) -> Program:
    """A later version of a program: steps dropped, added under new keys, and put in another order, at any depth."""
    kept = [step for step in program if draw(st.integers(0, 3))]
    body = [map_bodies(step, lambda inside: draw(revised(inside))) for step in kept]
    fresh = [
        replace(draw(_plain), key=f"new{program[0].key if program else ''}{n}") for n in range(draw(st.integers(0, 2)))
    ]
    return tuple(draw(st.permutations([*body, *fresh])))
