"""The journal of a run: every answer given and withdrawn, in order, and what follows from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: an answer to the question `key`, or its withdrawal.

    `value` is JSON, `raw` what was written or pressed, `opens` the scopes that the answer opens: its items
    ("customer/7") and the questions that are asked because of it. `language` is that of `raw`, where it shows one.
    """

    key: str
    action: Literal["answer", "withdraw"]
    value: Any = None
    raw: str = ""
    opens: tuple[str, ...] = ()
    language: str | None = None


Journal = Sequence[Entry]


def standing(journal: Journal) -> dict[str, Entry]:
    """The answers that stand, by key: the last one given to each question unless it was withdrawn."""
    answers: dict[str, Entry] = {}
    for entry in journal:
        if entry.action == "answer":
            answers[entry.key] = entry
        else:
            answers.pop(entry.key, None)
    return answers


def put_off(journal: Journal) -> frozenset[str]:
    """The keys of the questions that were put off and not answered since."""
    keys: set[str] = set()
    for entry in journal:
        key = entry.key.removeprefix(PUT_OFF)
        if entry.key.startswith(PUT_OFF) and entry.action == "answer":
            keys.add(key)
        else:
            keys.discard(key)
    return frozenset(keys)


PUT_OFF = "control/put_off/"
"""Begins the key under which it is noted that a question was put off."""
REPLY = "control/reply/"
"""Begins the key under which it is noted what was said to a remark on a question."""


def values(answers: dict[str, Entry]) -> dict[str, Any]:
    """The JSON values of standing answers, as `engine.replay` wants them."""
    return {key: entry.value for key, entry in answers.items()}


def last_answer(journal: Journal, key: str) -> Entry | None:
    """The latest answer to a question, withdrawn or not."""
    return next((entry for entry in reversed(journal) if entry.key == key and entry.action == "answer"), None)


def within(key: str, scope: str) -> bool:
    """Whether a key lies in a scope (or is the scope itself, where a single question was opened)."""
    return key == scope or key.startswith(scope + "/")


def applying(journal: Journal, answers: dict[str, Entry]) -> set[str]:
    """The keys of the standing answers that apply: no scope they lie in is closed.

    A scope is closed when answers once opened it and none that applies opens it now, so closing one may close others.
    """
    declared = {scope for entry in journal for scope in entry.opens}
    keys = set(answers)
    while True:
        opened = {scope for key in keys for scope in answers[key].opens}
        closed = declared - opened
        remaining = {key for key in keys if not any(within(key, scope) for scope in closed)}
        if remaining == keys:
            return keys
        keys = remaining


def scopes(journal: Journal, family: str) -> Iterable[str]:
    """Every scope of a family ("customer") that the journal ever opened, first one first."""
    seen: dict[str, None] = {}
    for entry in journal:
        for scope in entry.opens:
            head, _, number = scope.rpartition("/")
            if head == family and number.isdecimal():
                seen[scope] = None
    return seen
