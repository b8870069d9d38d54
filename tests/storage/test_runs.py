from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from storage import runs
from storage.database import Database
from storage.people import Person
from storage.runs import Entry, Run, Stale

# What clean text may hold: everything but NUL and lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=8,
)


def answer(now: datetime, key: str = "post", value: Any = "店长") -> Entry:
    return Entry(key, "answer", value, "店长 👩🏽‍💼", ("customer/1", "customer/2"), "zh_Hans", now)


def test_starting_a_run_pauses_the_active_one(database: Database, li: Person, run: Run, now: datetime) -> None:
    later = now + timedelta(hours=1)
    with database.transaction() as c:
        second = runs.start_run(c, li.id, "report", version=3, header={"clock": "08:30"}, now=later)
        first = replace(run, status="paused", updated=later, revision=run.revision + 1)
        assert runs.runs_of(c, li.id) == (second, first)
        assert runs.active_run(c, li.id) == second
    assert second == Run(
        second.id, li.id, "report", 3, {"clock": "08:30"}, "active", False, None, later, later, 0, None, None, None
    )


def test_two_runs_of_a_person_are_never_active(database: Database, li: Person, run: Run, now: datetime) -> None:
    with database.transaction() as c:
        runs.start_run(c, li.id, "report", version=1, header={}, now=now)
    with pytest.raises(IntegrityError), database.transaction() as c:
        runs.save_run(c, run.id, status="active", parked=False, focus=None, revision_before=1, now=now)


def test_a_paused_run_is_resumed(database: Database, li: Person, run: Run, now: datetime) -> None:
    with database.transaction() as c:
        other = runs.start_run(c, li.id, "report", version=1, header={}, now=now)
        runs.save_run(c, other.id, status="paused", parked=False, focus=None, revision_before=0, now=now)
        runs.save_run(c, run.id, status="active", parked=False, focus=None, revision_before=1, now=now)
        active = runs.active_run(c, li.id)
    assert active == replace(run, revision=2)


def test_where_a_run_stands_is_kept(database: Database, run: Run, now: datetime) -> None:
    later = now + timedelta(minutes=1)
    focus = {"edit": "customer/1/outputs"}
    with database.transaction() as c:
        assert runs.save_run(c, run.id, status="active", parked=True, focus=focus, revision_before=0, now=later) == 1
        assert runs.active_run(c, run.person_id) == replace(run, parked=True, focus=focus, updated=later, revision=1)
        assert runs.save_run(c, run.id, status="done", parked=False, focus=None, revision_before=1, now=later) == 2
        assert runs.active_run(c, run.person_id) is None
        assert runs.runs_of(c, run.person_id) == (replace(run, status="done", updated=later, revision=2),)


def test_a_stale_run_is_not_saved(database: Database, run: Run, now: datetime) -> None:
    with database.transaction() as c:
        runs.save_run(c, run.id, status="active", parked=False, focus=None, revision_before=0, now=now)
        with pytest.raises(Stale):
            runs.save_run(c, run.id, status="done", parked=False, focus=None, revision_before=0, now=now)
        assert runs.active_run(c, run.person_id) == replace(run, revision=1)


def test_a_journal_grows_at_its_end(database: Database, li: Person, run: Run, now: datetime) -> None:
    withdrawn = Entry("post", "withdraw", None, None, (), None, now)
    written = [answer(now), answer(now, "department"), withdrawn, answer(now)]
    with database.transaction() as c:
        other = runs.start_run(c, li.id, "report", version=1, header={}, now=now)
        runs.append(c, run.id, written[:2])
        runs.append(c, other.id, [withdrawn])
        runs.append(c, run.id, [])
        runs.append(c, run.id, written[2:])
    with database.reading() as c:
        assert runs.entries(c, run.id) == tuple(written)
        assert runs.entries(c, other.id) == (withdrawn,)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON, raw=TEXT)
def test_any_clean_text_and_json_come_back(database: Database, run: Run, now: datetime, value: Any, raw: str) -> None:
    entry = replace(answer(now, value=value), raw=raw)
    with database.transaction() as c:
        runs.append(c, run.id, [entry])
    with database.reading() as c:
        assert runs.entries(c, run.id)[-1] == entry
