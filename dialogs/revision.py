"""A finished interview opened again: for remarks, for a proposal or for a new version; and closed as it was."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogs import journal
from dialogs.engine import replay
from dialogs.interviews import INTERVIEWS
from dialogs.journal import REPLY, Entry, Journal
from dialogs.post.keys import STANDARDS, judgement, number
from dialogs.post.parts import OF_AN_INDICATOR, OF_AN_OUTPUT, REMOVE, Given, place_of
from dialogs.questions import label
from dialogs.reading.names.plan_parts import parts_named
from dialogs.state import Noted, Run
from kpi.review import WHOLE, Remark
from locales.text import Text

SUBMIT = "submit"
"""The key of the question with which a plan is handed in."""
PERIOD = "period"
"""The key of the question for its period."""


def remarked(run: Run, by: str, remarks: Iterable[Remark]) -> tuple[list[Entry], tuple[Noted, ...]]:
    """The remarks, each with the questions of what it names, and the entries by which these come to be asked.

    Where a remark names no part of what it is about, the parts are offered when the plan is to be handed in.
    """
    entries: list[Entry] = []
    noted: list[Noted] = []
    for remark in remarks:
        given = _given(replace(run, journal=(*run.journal, *entries)))
        parts = parts_named(remark.text, given.names(remark.about))
        places = [place for part in parts if (place := place_of(given, remark.about, part))]
        entries += (entry for place in places for entry in place.before)
        keys = tuple(place.key for place in places)
        offers = () if keys else tuple(_offers(given, remark.about, parts))
        named = "" if keys else given.named(remark.about)
        noted.append(Noted(by, remark.text, keys or (SUBMIT,), remark.about, named, offers))
    return entries, tuple(noted)


def _given(run: Run) -> Given:
    interview, answers = INTERVIEWS[run.interview], journal.standing(run.journal)
    return Given(replay(lambda: interview(run.header), journal.values(answers)).answered, answers)


def _offers(given: Given, scope: str, parts: tuple[str, ...]) -> Iterator[str]:
    """Wishes for what a remark may want, where it says no single part of what it is about."""
    if scope == WHOLE:
        return
    if REMOVE not in parts:
        usual = OF_AN_INDICATOR if scope.startswith("indicator/") else OF_AN_OUTPUT
        yield from (f"mend:{scope}/{part}" for part in usual if place_of(given, scope, part))
    yield f"{REMOVE}:{scope}"


def proposed(run: Run, by: str, said: str, indicator_id: int) -> Noted:
    """What somebody proposes, with the questions of an indicator's standards.

    A standard that a whole statement told is asked for where the statement was: there is no other question of it.
    """
    given = _given(run)
    scope = f"indicator/{indicator_id}"
    parts = [f"{kind(scope)}/{name}" for kind in (number, judgement) for name in STANDARDS]
    keys = [*given.keys(*parts)]
    if not any(key.endswith("/basic") for key in keys):
        keys += [question.key for question, _ in given.naming(scope)]
    return Noted(by, said, tuple(keys), scope)


def reopened(run: Run, remarks: Iterable[Noted], again: Iterable[str] = ()) -> list[Entry]:
    """What asks again what the remarks concern, or is named, and in the end for submission, and nothing else."""
    keys = {SUBMIT, *again, *(key for noted in remarks for key in noted.keys)}
    standing = journal.standing(run.journal)
    return [Entry(key, "withdraw") for key in standing if key in keys or key.startswith(REPLY)]


def replies(run: Run) -> tuple[tuple[Text, str], ...]:
    """What was said to remarks, each with the question that they were about."""
    interview, answers = INTERVIEWS[run.interview], journal.standing(run.journal)
    asked = replay(lambda: interview(run.header), journal.values(answers)).answered
    said = {key.removeprefix(REPLY): entry.value for key, entry in answers.items() if key.startswith(REPLY)}
    return tuple((label(question), said[question.key]) for question in asked if question.key in said)


def restored(log: Journal) -> list[Entry]:
    """What brings a journal back to the answers with which the plan was last handed in."""
    handings = [at for at, entry in enumerate(log) if entry.key == SUBMIT and entry.action == "answer"]
    handed_in = max(handings)
    before, now = journal.standing(log[: handed_in + 1]), journal.standing(log)
    gone = [Entry(key, "withdraw") for key in now if key not in before]
    return [*gone, *(entry for key, entry in before.items() if now.get(key) != entry)]
