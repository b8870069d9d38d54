"""What an act meets, and what comes of it: the state of a person's conversation, the outcome of one act."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from dialogs.controls import Focus, Paused
from dialogs.header import Header
from dialogs.journal import Entry, Journal
from dialogs.questions import Choice, Question
from dialogs.steps import Draw, Place, Present, Tell
from kpi.plan import Plan
from locales.text import Text, Value

Status = Literal["active", "paused", "done", "cancelled"]


@dataclass(frozen=True, slots=True)
class Refuse:
    """Why an answer was not taken; the question follows again."""

    text: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to show: its buttons, how many were answered, about how many there are, the answer it had before."""

    question: Question[Any]
    choices: tuple[Choice, ...]
    place: Place | None
    done: int = 0
    expected: int = 1
    earlier: Value = None


Reply = Tell | Refuse | Asked | Draw | Present


@dataclass(frozen=True, slots=True)
class Run:
    """An interview under way."""

    interview: str
    header: Header
    journal: Journal
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What an act meets.

    The person's language and day, the active run, the paused ones, those cancelled (last one first), and whether the
    person never had any.
    """

    language: str
    today: date
    run: Run | None = None
    paused: tuple[Paused, ...] = ()
    cancelled: tuple[int, ...] = ()
    newcomer: bool = False


@dataclass
class Outcome:
    """What an act changes and what is replied.

    `entries` join the journal; `begin` asks for a new run, `resume` for another one to go on: whoever keeps the runs
    makes it so and calls `conversation.reopen`. `plans` asks for the list of the person's plans, before the replies.
    `submitted` is the plan that the manager handed in.
    """

    replies: list[Reply] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    status: Status = "active"
    focus: Focus | None = None
    language: str | None = None
    begin: bool = False
    resume: int | None = None
    plans: bool = False
    submitted: Plan | None = None
