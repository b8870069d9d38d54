"""A conversation with nothing around it; between two acts only JSON is kept, as after a restart."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.jsonl import read_line
from bot.messages import payloads
from dialogs import journal
from dialogs.acts import Act, Command, Pressed, Said
from dialogs.controls import Focus
from dialogs.conversation import reopen, respond
from dialogs.engine import Replay, replay
from dialogs.header import Header
from dialogs.interviews import INTERVIEWS
from dialogs.journal import Entry, Journal
from dialogs.questions import Question, codec, label
from dialogs.state import Asked, Refuse, Reply, Run, State
from dialogs.steps import Tell
from dialogs.working_days import CHINA
from kpi.plan import Plan
from locales.words import words
from tests.manager import Line

HEADER = Header("李明", date(2026, 11, 21))


@dataclass
class Chat:
    """One person in one interview; `acts` are those that were answers, by the key of their question."""

    language: str = "en"
    interview: str = "post"
    header: Any = HEADER
    kept: str = "[]"
    focus: str = "null"
    status: str = "active"
    plan: Plan | None = None
    replies: Sequence[Reply] = ()
    acts: dict[str, Act] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.replies = reopen(self.state).replies

    @property
    def journal(self) -> Journal:
        return entries_of(json.loads(self.kept))

    @property
    def state(self) -> State:
        focus = json.loads(self.focus)
        standing = codec(Focus).validate_python(focus) if focus else None
        today = self.header.began if isinstance(self.header, Header) else HEADER.began
        return State(self.language, today, CHINA, Run(self.interview, self.header, self.journal, standing))

    @property
    def replayed(self) -> Replay[Plan]:
        interview = INTERVIEWS[self.interview]
        return replay(lambda: interview(self.header), self.answers, journal.put_off(self.journal))

    @property
    def answers(self) -> dict[str, Any]:
        """The values of the answers that stand."""
        return journal.values(journal.standing(self.journal))

    @property
    def asked(self) -> tuple[list[str], str | None]:
        """The keys of the answered questions, and of the open one."""
        replayed = self.replayed
        return [question.key for question in replayed.answered], replayed.open.key if replayed.open else None

    @property
    def open(self) -> Question[Any]:
        """The question that the next answer is taken for."""
        return self.shown.question

    @property
    def shown(self) -> Asked:
        """The question as it was last shown."""
        return next(reply for reply in reversed(self.replies) if isinstance(reply, Asked))

    @property
    def refused(self) -> str | None:
        """The id of the reason for which the last act was refused."""
        return next((reply.text.id for reply in self.replies if isinstance(reply, Refuse)), None)

    @property
    def told(self) -> list[str]:
        """The ids of what was told by the last act."""
        return [reply.text.id for reply in self.replies if isinstance(reply, Tell)]

    @property
    def lines(self) -> list[Line]:
        """The replies in words."""
        return payloads(self.replies, words(self.language))

    def act(self, act: Act) -> None:
        before = self.open.key
        outcome = respond(self.state, act)
        if any(entry.key == before and entry.action == "answer" for entry in outcome.entries):
            self.acts[before] = act
        added = [*self.journal, *outcome.entries]
        self.kept = json.dumps([codec(Entry).dump_python(entry, mode="json") for entry in added])
        self.focus = json.dumps(codec(Focus | None).dump_python(outcome.focus, mode="json"))
        self.status, self.language = outcome.status, outcome.language or self.language
        self.plan = outcome.result
        self.replies = outcome.replies

    def send(self, line: Line) -> None:
        self.act(read_line(json.dumps(line))[0])

    def say(self, *said: str) -> None:
        for one in said:
            self.act(Said(one))

    def press(self, choice: str) -> None:
        self.act(Pressed(choice))

    def command(self, name: str, argument: str = "") -> None:
        self.act(Command(name, argument))

    def edit(self, key: str, act: Act) -> list[str]:
        """Change an earlier answer and agree to what that sets aside; returns the keys of it."""
        self.command("edit", key)
        assert self.open.key == key
        self.act(act)
        while self.open.key == "control/unclear":
            self.press("0")
        if self.open.key != "control/set_aside":
            return []
        focus = self.state.run and self.state.run.focus
        assert focus
        names = [label(one) for one in self.replayed.answered if one.key in focus.lost]
        assert self.open.prompt.params["answers"] == tuple(names)
        self.press("yes")
        return list(focus.lost)


def entries_of(kept: Sequence[Any]) -> Journal:
    """A journal out of its JSON."""
    return tuple(codec(Entry).validate_python(one | {"opens": tuple(one["opens"])}) for one in kept)
