"""What an act meets, and what comes of it: the state of a person's conversation, the outcome of one act."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, tzinfo
from typing import Any, Literal

from dialogs.choices import Choice
from dialogs.controls import Focus, Paused
from dialogs.journal import Entry, Journal
from dialogs.questions import Question
from dialogs.steps import Draw, Exhibit, Follow, Hand, HandOut, Inform, Place, Present, Tell
from kpi.review import WHOLE
from locales.text import Text, Value

Status = Literal["active", "paused", "done", "cancelled"]


@dataclass(frozen=True, slots=True)
class Refuse:
    """Why an answer was not taken; the question follows again."""

    text: Text


@dataclass(frozen=True, slots=True)
class Noted:
    """What a reviewer wrote about the answers to some questions, by their keys.

    `about` is the scope of what it was written about, `named` what that is called where the question does not tell;
    `offers` are wishes for what it may ask to be changed.
    """

    by: str
    text: str
    keys: tuple[str, ...]
    about: str = WHOLE
    named: str = ""
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to show.

    Its buttons, how many were answered, about how many there are, the answer it had before, what a reviewer remarked.
    """

    question: Question[Any]
    choices: tuple[Choice, ...]
    place: Place | None
    done: int = 0
    expected: int = 1
    earlier: Value = None
    remarks: tuple[Noted, ...] = ()


Reply = Tell | Refuse | Asked | Draw | Present | Follow | Inform | Exhibit | Hand | HandOut


@dataclass(frozen=True, slots=True)
class Run:
    """An interview under way: its name, what it began with, its journal, what stands over it, a reviewer's remarks."""

    interview: str
    header: Any
    journal: Journal
    focus: Focus | None = None
    remarks: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What an act meets.

    The person's language, day, country and time zone, the active run, the paused ones, and those cancelled (last one
    first).
    """

    language: str
    today: date
    country: str
    run: Run | None = None
    paused: tuple[Paused, ...] = ()
    cancelled: tuple[int, ...] = ()
    zone: tzinfo = UTC


@dataclass
class Outcome:
    """What an act changes and what is replied.

    `entries` join the journal; `begin` asks for a new run, `resume` for another one to go on: whoever keeps the runs
    makes it so and calls `conversation.reopen`. `errand` is a wish, with its argument, that only whoever keeps the
    records can grant. `result` is what the interview returned at its end.
    """

    replies: list[Reply] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    status: Status = "active"
    focus: Focus | None = None
    language: str | None = None
    begin: bool = False
    resume: int | None = None
    errand: tuple[str, str] | None = None
    result: Any = None


def followed(state: State, done: Outcome, then: Callable[[State], Outcome]) -> Outcome:
    """What comes of an act and of another one after it, with the question asked once, at the end."""
    assert state.run is not None  # noqa: S101 - only what a run went through is followed
    run = replace(state.run, journal=(*state.run.journal, *done.entries), focus=done.focus)
    last = then(replace(state, run=run, language=done.language or state.language))
    said = done.replies[:-1] if done.replies and isinstance(done.replies[-1], Asked) else done.replies
    return replace(
        last,
        replies=[*said, *last.replies],
        entries=[*done.entries, *last.entries],
        language=last.language or done.language,
    )
