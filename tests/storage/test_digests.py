"""Digests count what a naive reading of the same rows counts, in few statements and by their indexes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, insert

from bot.digest import digest_of, reports_of
from bot.views.digest_text import MOVED, digest_text
from kpi.digest import Digest, Extent, Rhythm
from kpi.scores import Attainment
from locales.words import words
from storage import migrate, people, reports, tables
from storage.database import Database
from storage.values import plan_to_json
from tests.company import plan

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 4, 1, 1, tzinfo=UTC)
DEPARTMENTS = ("零售部", "采购部", "仓库")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Figure:
    """What is due of somebody's indicator on a day, what they reported of it, and whether that was disputed."""

    person: int
    indicator: int
    due_on: date
    reports: tuple[float, ...]  # what each version attained: 1 is basic, 2 outstanding
    late: bool
    disputed: bool


FIGURES = st.lists(
    st.builds(
        Figure,
        st.integers(0, 5),
        st.integers(1, 2),
        st.dates(date(2025, 12, 25), date(2026, 4, 2)),
        st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), max_size=3).map(tuple),
        st.booleans(),
        st.booleans(),
    ),
    max_size=60,
    unique_by=lambda one: (one.person, one.indicator, one.due_on),
)


def fill(c: Connection, employees: int, departments: tuple[str, ...] = DEPARTMENTS) -> None:
    """An organisation of employees, each with a plan of their own in one of the departments."""
    organisation = people.find_or_make_organisation(c, "远大公司", BEGAN)
    person = {"organisation_id": organisation, "created": BEGAN, "muted": False}
    ids = range(1, employees + 1)
    c.execute(insert(tables.person), [{"id": id, "name": f"员工{id}", **person} for id in ids])
    run = {"interview": "post", "version": 1, "header": {}, "status": "done", "parked": False, "revision": 1}
    times = {"created": BEGAN, "updated": BEGAN}
    c.execute(insert(tables.run), [{"id": id, "person_id": id, **run, **times} for id in ids])
    c.execute(insert(tables.plan), [{"id": id, "person_id": id, "run_id": id, "created": BEGAN} for id in ids])
    for id in ids:
        content = plan_to_json(plan(post=f"岗位{id}")) | {"department": departments[id % len(departments)]}
        version = {"version": 1, "status": "approved", "audit": [], "created": BEGAN, "submitted_at": BEGAN}
        c.execute(insert(tables.plan_version), {"plan_id": id, "content": content, **version})
        approval = {"version": 1, "person_id": id, "decision": "approved", "remarks": [], "at": BEGAN}
        c.execute(insert(tables.decision), {"plan_id": id, **approval})


def late_from(one: Figure) -> datetime:
    return datetime.combine(one.due_on + DAY, time(), UTC)


def first_at(one: Figure) -> datetime:
    """When it was first reported."""
    return late_from(one) + (DAY if one.late else -DAY / 2)


def keep(c: Connection, one: Figure) -> None:
    person = one.person + 1
    late = late_from(one)
    days: dict[str, Any] = {"first": one.due_on, "last": one.due_on, "due_on": one.due_on}
    of = (person, one.indicator, person)
    reports.plan_due(c, of, person, **days, late_from=late, closes=late + 30 * DAY)
    due = next(
        due for due in reports.of_plan(c, person) if (due.indicator_id, due.due_on) == (one.indicator, one.due_on)
    )
    for number, reached in enumerate(one.reports):
        at = late + DAY if number else first_at(one)
        share, way = Decimal(str(min(reached, 1))), Decimal(str(max(reached - 1, 0)))
        attained = Attainment(share, way, share == 1, way == 1)
        report = reports.keep(c, due.id, person, value=Decimal(1), attained=attained, now=at)
        if one.disputed and not number:
            reports.conclude(c, report, "disputed", reason="x", person_id=1, now=at)


def naive(figures: list[Figure], scope: set[str], now: datetime) -> dict[str, Any]:
    """What the digest of March counts, figure by figure."""
    seen = [one for one in figures if not scope or DEPARTMENTS[(one.person + 1) % 3] in scope]
    disputes = sum(one.disputed for one in seen if one.due_on.month == 3 and one.reports)
    seen = [replace(one, reports=one.reports if first_at(one) <= now else ()) for one in seen]
    march = [one for one in seen if one.due_on.month == 3]
    by_department: dict[str, Counter[str]] = defaultdict(Counter)
    for one in march:
        state = "missing" if not one.reports else "late" if one.late else "in_time"
        by_department[DEPARTMENTS[(one.person + 1) % 3]][state] += 1
    stood = [one.reports[-1] for one in march if one.reports]
    newest: dict[tuple[int, int], dict[int, tuple[date, float]]] = defaultdict(dict)
    for one in seen:
        if one.reports and one.due_on.month in {2, 3}:
            found = newest[one.person, one.indicator]
            found[one.due_on.month] = max(found.get(one.due_on.month, (date.min, 0.0)), (one.due_on, one.reports[-1]))
    moved = {key: (found[2][1], found[3][1]) for key, found in newest.items() if found.keys() == {2, 3}}
    return {
        "reporting": {
            name: (states.total(), states["in_time"], states["late"], states["missing"])
            for name, states in by_department.items()
        },
        "missing": Counter(one.person + 1 for one in march if not one.reports),
        "results": (len(stood), sum(one >= 1 for one in stood), sum(one >= 2 for one in stood)),
        "movers": sorted((person + 1, id, *pair) for (person, id), pair in moved.items() if pair[0] != pair[1]),
        "disputes": disputes,
    }


def shown(digest: Digest) -> dict[str, Any]:
    results = digest.results
    ids = {one.name: one.id for one in plan().indicators}
    return {
        "reporting": {one.department: (one.due, one.in_time, one.late, one.missing) for one in digest.reporting},
        "missing": Counter({int(one.person.removeprefix("员工")): one.reports for one in digest.missing}),
        "results": (results.reports, results.met, results.excelled),
        "movers": sorted(
            (int(one.person.removeprefix("员工")), ids[one.indicator], one.before, one.after) for one in digest.movers
        ),
        "disputes": digest.disputes,
    }


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with six people and their plans."""
    path = tmp_path_factory.mktemp("fresh") / "kpi.db"
    with closing(Database(f"sqlite:///{path}")) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            fill(c, 6)
    return path


@settings(max_examples=25)
@given(figures=FIGURES, scope=st.sets(st.sampled_from(DEPARTMENTS), max_size=2), days=st.integers(0, 3))
def test_a_digest_counts_what_a_naive_reading_counts(
    fresh: Path, figures: list[Figure], scope: set[str], days: int
) -> None:
    now = NOW + days * DAY
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kpi.db"
        path.write_bytes(fresh.read_bytes())
        with closing(Database(f"sqlite:///{path}")) as opened:
            with opened.transaction() as c:
                for one in figures:
                    keep(c, one)
            with opened.reading() as c:
                assert shown(digest_of(c, 1, Rhythm.MONTHLY, now, scope)) == naive(figures, scope, now)


# How it is counted


@contextmanager
def statements(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """The statements that a database is sent."""
    sent: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        sent.append((statement, parameters))

    event.listen(database._reader, "before_cursor_execute", note)
    yield sent
    event.remove(database._reader, "before_cursor_execute", note)


def reporting_of(employees: int) -> Iterator[Figure]:
    """A quarter in which everybody reports alike each month, the first one after the other."""
    for person in range(employees):
        for number, due_on in enumerate((date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))):
            for indicator in (1, 2):
                said = () if indicator == 2 and number else (min(0.5 + number / 2, 2.0),)
                yield Figure(person, indicator, due_on, said, late=False, disputed=False)


def digest_statements(database: Database, employees: int) -> list[tuple[str, Any]]:
    migrate.upgrade(database)
    with database.transaction() as c:
        fill(c, employees)
        for one in reporting_of(employees):
            keep(c, one)
    with statements(database) as sent, database.reading() as c:
        made = digest_of(c, 1, Rhythm.MONTHLY, NOW)
        extent = Extent(1, (), NOW)
        listed = list(reports_of(c, extent, made.rhythm, made.span))
    assert Counter(one.punctuality for one in listed)["missing"] == made.total.missing
    assert len(listed) == made.total.due
    return sent


def test_a_digest_takes_no_more_statements_for_more_people(tmp_path: Path) -> None:
    counted = []
    for employees in (3, 30):
        with closing(Database(f"sqlite:///{tmp_path / str(employees)}.db")) as opened:
            counted.append(len(digest_statements(opened, employees)))
    assert counted[0] == counted[1]


def test_who_sees_one_department_sees_what_is_picked_out_of_it(tmp_path: Path) -> None:
    """However many others moved further, were silent for longer or excel more often."""
    with closing(Database(f"sqlite:///{tmp_path / 'kpi.db'}")) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            fill(c, 60, ("零售部",) * 59 + ("采购部",))
            for one in reporting_of(60):
                less = one.person == 58 and one.indicator == 1
                keep(c, replace(one, reports=tuple(reached * 0.9 for reached in one.reports)) if less else one)
        with opened.reading() as c:
            shown = digest_of(c, 1, Rhythm.MONTHLY, NOW, {"采购部"})
    assert {one.person for one in shown.movers} == {"员工59"}
    assert {one.post for one in shown.oddities} == {"岗位59"}


def test_everybody_who_moved_and_every_indicator_that_speaks_against_itself_is_counted(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'kpi.db'}")) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            fill(c, 60)
            for one in reporting_of(60):
                keep(c, one)
        with opened.reading() as c:
            shown = digest_of(c, 1, Rhythm.MONTHLY, NOW)
    assert {one.person for one in shown.movers} == {f"员工{id}" for id in range(1, 61)}
    assert {one.post for one in shown.oddities} == {f"岗位{id}" for id in range(1, 61)}
    said = words("zh_Hans").say(digest_text(shown))
    assert said.count("↑") + said.count("↓") == MOVED


SCANS = r"SCAN (due|person|holder|reporter|report|confirmation|corrective_note|early|old|new|later|report_\d)\b"


def test_no_figure_is_looked_for_in_a_whole_table(tmp_path: Path) -> None:
    """Whatever is read once for every row of another table is found by an index."""
    with closing(Database(f"sqlite:///{tmp_path / 'kpi.db'}")) as opened:
        sent = digest_statements(opened, 12)
        with opened.reading() as c:
            explained = {
                statement: [str(row[3]) for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
                for statement, parameters in sent
                if "FROM due" in statement
            }
    assert len(explained) >= 6
    for statement, steps in explained.items():
        for before, step in pairwise(["", *steps]):
            inner = before.partition(" ")[0] in {"SEARCH", "SCAN"}
            assert not (inner and re.match(SCANS, step)), (statement, steps)
            # Nor are all of a period's dates read again for every person.
            assert not (inner and "ix_due_digest" in step), (statement, steps)


def test_what_is_counted_is_read_out_of_an_index(tmp_path: Path) -> None:
    """No row of a period is read: a large organisation has hundreds of thousands."""
    with closing(Database(f"sqlite:///{tmp_path / 'kpi.db'}")) as opened:
        sent = digest_statements(opened, 12)
        with opened.reading() as c:
            steps = [
                str(row[3])
                for statement, parameters in sent
                if "FROM due" in statement and "holder" not in statement
                for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
    by_day = [step for step in steps if step.startswith("SEARCH due") and re.search(r"\((due_on|last)>", step)]
    assert len(by_day) >= 5
    assert all("COVERING INDEX ix_due_digest" in step for step in by_day), by_day
