"""A finished interview opened again: for remarks, for a proposal or for a new version; and closed as it was."""

from collections.abc import Iterable

from dialogs import journal
from dialogs.engine import replay
from dialogs.interviews import INTERVIEWS
from dialogs.journal import Entry, Journal
from dialogs.post.keys import STANDARDS, judgement, number
from dialogs.state import Noted, Run
from kpi.review import WHOLE, Remark

SUBMIT = "submit"
"""The key of the question with which a plan is handed in."""


def noted(run: Run, by: str, remarks: Iterable[Remark]) -> tuple[Noted, ...]:
    """The remarks, each with the questions it concerns: those about the thing, and the one that named it."""
    interview, answers = INTERVIEWS[run.interview], journal.standing(run.journal)
    asked = replay(lambda: interview(run.header), journal.values(answers)).answered
    keys = [question.key for question in asked]

    def concerned(scope: str) -> tuple[str, ...]:
        return tuple(key for key in keys if journal.within(key, scope) or scope in answers[key].opens)

    return tuple(
        Noted(by, remark.text, (SUBMIT,) if remark.about == WHOLE else concerned(remark.about)) for remark in remarks
    )


def proposed(run: Run, by: str, said: str, indicator_id: int) -> Noted:
    """What somebody proposes, with the questions of an indicator's standards.

    A standard that a whole statement told is asked for where the statement was: there is no other question of it.
    """
    interview, answers = INTERVIEWS[run.interview], journal.standing(run.journal)
    asked = replay(lambda: interview(run.header), journal.values(answers)).answered
    scope = f"indicator/{indicator_id}"
    parts = [f"{kind(scope)}/{name}" for kind in (number, judgement) for name in STANDARDS]
    keys = [one.key for one in asked if any(journal.within(one.key, part) for part in parts)]
    if not any(key.endswith("/basic") for key in keys):
        keys += [one.key for one in asked if scope in answers[one.key].opens]
    return Noted(by, said, tuple(keys))


def reopened(run: Run, remarks: Iterable[Noted]) -> list[Entry]:
    """What asks again what the remarks concern, and in the end for submission, and nothing else."""
    again = {SUBMIT, *(key for noted in remarks for key in noted.keys)}
    return [Entry(key, "withdraw") for key in journal.standing(run.journal) if key in again]


def restored(log: Journal) -> list[Entry]:
    """What brings a journal back to the answers with which the plan was last handed in."""
    handings = [at for at, entry in enumerate(log) if entry.key == SUBMIT and entry.action == "answer"]
    handed_in = max(handings)
    before, now = journal.standing(log[: handed_in + 1]), journal.standing(log)
    gone = [Entry(key, "withdraw") for key in now if key not in before]
    return [*gone, *(entry for key, entry in before.items() if now.get(key) != entry)]
