"""The engine: an interview is a function, its state is its answers (design.md, "The engine").

An interview is a plain generator that yields questions (and things to say) and returns a value. To go on, it is run
again from the start and each question is answered from the journal until one has no answer: that is the open question.
"""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dialogs.questions import Question
from dialogs.steps import Place, Saying, Step
from locales.text import Text

NOWHERE = Place(Text("part.basics"))
"""Where an interview is that names no parts; it is never shown."""

T = TypeVar("T")
R = TypeVar("R")

Json = Any  # JSON has no closed type in mypy: str | int | float | bool | None | list | dict, nested
Interview = Generator[Step, Json, R]
"""Yields steps, is sent the JSON answer to each question, returns its outcome."""


class TwiceAsked(RuntimeError):
    """An interview asked two questions under one key: a fault of the interview, never of the person."""


@dataclass(frozen=True)
class Replay(Generic[R]):
    """Where an interview stands with the answers it was given.

    `answered` are its questions in the order of the program, `open` the first without an answer (None at the end),
    `said` what it says since the last answered question, `place` where the open question belongs, `expected` about
    how many questions there will be in all, `result` what it returned (None before the end).
    """

    answered: tuple[Question[Any], ...]
    open: Question[Any] | None
    said: tuple[Saying, ...]
    place: Place
    expected: int
    result: R | None

    @property
    def finished(self) -> bool:
        """Whether the interview has returned."""
        return self.open is None

    def question(self, key: str) -> Question[Any] | None:
        """The question of that key, answered or open."""
        asked = (*self.answered, *([self.open] if self.open else []))
        return next((question for question in asked if question.key == key), None)


def ask(question: Question[T]) -> Interview[T]:
    """Ask a question; the answer has the question's type."""
    answer = yield question
    return question.load(answer)


def ask_optional(question: Question[T]) -> Interview[T | None]:
    """Ask a question that may be skipped; None where it was."""
    answer = yield question
    return None if answer is None else question.load(answer)


def replay(interview: Callable[[], Interview[R]], answers: Mapping[str, Json]) -> Replay[R]:
    """Run an interview from its start over the answers given so far.

    Raises TwiceAsked, and whatever the interview itself raises.
    """
    running = interview()
    answered: list[Question[Any]] = []
    said: list[Saying] = []
    keys: set[str] = set()
    place, expected = NOWHERE, 0
    answer: Json = None
    while True:
        try:
            step = running.send(answer)
        except StopIteration as stop:
            return Replay(tuple(answered), None, tuple(said), place, expected, stop.value)
        answer = None
        if isinstance(step, Place):
            place, expected = step, len(answered) + step.left
        elif not isinstance(step, Question):
            said.append(step)
        elif step.key in keys:
            raise TwiceAsked(step.key)
        elif answers.get(step.key) is None and not (step.optional and step.key in answers):
            # A skip (None) is an answer only where the question may be skipped by now.
            running.close()
            return Replay(tuple(answered), step, tuple(said), place, max(expected, len(answered) + 1), None)
        else:
            keys.add(step.key)
            answered.append(step)
            said.clear()
            answer = answers[step.key]
