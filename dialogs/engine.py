"""The engine: an interview is a function, its state is its answers (design.md, "The engine").

An interview is a plain generator that yields questions (and things to say) and returns a value. To go on, it is run
again from the start and each question is answered from the journal until one has no answer: that is the open question.
"""

from collections.abc import Callable, Collection, Generator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dialogs.questions import Question
from dialogs.steps import Place, Saying, Settle, Step
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

    `passed` are its questions in the order of the program, answered or put off (`put_off`), `open` the first that is
    neither (None at the end),
    `said` what it says since the last answered question, `place` where the open question belongs, `expected` about
    how many questions there will be in all, `result` what it returned (None before the end).
    """

    passed: tuple[Question[Any], ...]
    put_off: tuple[Question[Any], ...]
    open: Question[Any] | None
    said: tuple[Saying, ...]
    place: Place
    expected: int
    result: R | None

    @property
    def answered(self) -> tuple[Question[Any], ...]:
        """The questions that have an answer."""
        return tuple(question for question in self.passed if question not in self.put_off)

    @property
    def finished(self) -> bool:
        """Whether the interview has returned."""
        return self.open is None

    def question(self, key: str) -> Question[Any] | None:
        """The question of that key, answered or open."""
        asked = (*self.passed, *([self.open] if self.open else []))
        return next((question for question in asked if question.key == key), None)


def ask(question: Question[T]) -> Interview[T]:
    """Ask a question; the answer has the question's type."""
    answer = yield question
    return question.load(answer)


def ask_optional(question: Question[T]) -> Interview[T | None]:
    """Ask a question that may be skipped; None where it was."""
    answer = yield question
    return None if answer is None else question.load(answer)


def settle() -> Interview[tuple[Question[Any], ...]]:
    """The questions that were put off."""
    questions: tuple[Question[Any], ...] = yield Settle()
    return questions


def replay(
    interview: Callable[[], Interview[R]], answers: Mapping[str, Json], put_off: Collection[str] = ()
) -> Replay[R]:
    """Run an interview from its start over the answers given so far, past the questions that were put off.

    Raises TwiceAsked, and whatever the interview itself raises.
    """
    running = interview()
    passed: list[Question[Any]] = []
    waiting: list[Question[Any]] = []
    said: list[Saying] = []
    keys: set[str] = set()
    place, expected = NOWHERE, 0
    answer: Json = None
    while True:
        try:
            step = running.send(answer)
        except StopIteration as stop:
            return Replay(tuple(passed), tuple(waiting), None, tuple(said), place, expected, stop.value)
        answer = None
        if isinstance(step, Place):
            place, expected = step, len(passed) + step.left
        elif isinstance(step, Settle):
            answer = tuple(waiting)
        elif not isinstance(step, Question):
            said.append(step)
        elif step.key in keys:
            raise TwiceAsked(step.key)
        elif answers.get(step.key) is not None or (step.optional and step.key in answers):
            # A skip (None) is an answer only where the question may be skipped by now.
            keys.add(step.key)
            passed.append(step)
            said.clear()
            answer = answers[step.key]
        elif step.key in put_off and step.can_wait:
            keys.add(step.key)
            passed.append(step)
            waiting.append(step)
            said.clear()
            answer = step.meanwhile
        else:
            running.close()
            left = max(expected, len(passed) + 1)
            return Replay(tuple(passed), tuple(waiting), step, tuple(said), place, left, None)
