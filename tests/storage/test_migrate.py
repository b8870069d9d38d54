import subprocess
import sys
import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from storage import migrate, named, people, plans, updates
from storage.database import Database
from storage.tables import (
    due,
    entry,
    erasure,
    metadata,
    organisation,
    person,
    plan,
    plan_version,
    quarantined_update,
    run,
)
from tests.storage.test_digests import Figure, fill, keep

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def tables(database: Database) -> set[str]:
    with database.reading() as c:
        return set(inspect(c).get_table_names()) - {"alembic_version"}


def outcomes(database: Database) -> list[tuple[Any, ...]]:
    """Of all that was due, whether it was reported, and how that came out."""
    columns = (due.c.reported_at, due.c.met, due.c.excelled, due.c.attained)
    with database.reading() as c:
        rows = c.execute(select(*columns).order_by(due.c.indicator_id, due.c.due_on))
        return [(at is not None, *came_out) for at, *came_out in rows]


def test_up_down_and_up_again(bare: Database) -> None:
    assert (migrate.current(bare), migrate.pending(bare)) == (None, migrate.revisions())
    migrate.upgrade(bare)
    assert (migrate.current(bare), migrate.pending(bare)) == (migrate.head(), ())
    assert tables(bare) == set(metadata.tables)
    for revision in (*reversed(migrate.revisions()[:-1]), "base"):
        migrate.downgrade(bare, revision)
        assert migrate.current(bare) == (None if revision == "base" else revision)
    assert tables(bare) == set()
    migrate.upgrade(bare)
    assert tables(bare) == set(metadata.tables)


def test_how_reports_came_out_survives_going_down_and_up(database: Database) -> None:
    with database.transaction() as c:
        fill(c, 1)
        keep(c, Figure(0, 1, date(2026, 1, 31), (0.5, 1.25), late=True, disputed=True))
        keep(c, Figure(0, 1, date(2026, 2, 28), (2.0,), late=False, disputed=False))
        keep(c, Figure(0, 2, date(2026, 1, 31), (), late=False, disputed=False))
    kept = outcomes(database)
    assert kept == [(True, True, False, 1.25), (True, True, True, 2.0), (False, None, None, None)]
    migrate.downgrade(database, "0008")
    migrate.upgrade(database)
    assert outcomes(database) == kept


def test_updates_put_aside_survive_going_down_and_up(database: Database) -> None:
    with database.transaction() as c:
        updates.quarantine(c, "telegram", {"update_id": float("nan"), "text": "\ud83d 中"}, "ValueError", NOW)
    migrate.downgrade(database, "0012")
    migrate.upgrade(database)
    with database.reading() as c:
        assert c.execute(select(quarantined_update.c.content)).scalar_one() == (
            '{"update_id": NaN, "text": "\\ud83d \\u4e2d"}'
        )


def test_the_migrations_make_the_tables_of_the_program(database: Database) -> None:
    with database.reading() as c:
        assert compare_metadata(MigrationContext.configure(c), metadata) == []


def test_the_migrations_make_the_same_checks(database: Database) -> None:
    # Alembic does not compare checks.
    with database.reading() as c:
        made = {check["name"] for name in metadata.tables for check in inspect(c).get_check_constraints(name)}
    ours = {constraint.name for table in metadata.tables.values() for constraint in table.constraints}
    assert made == {name for name in ours if str(name).startswith("ck_")}


def test_revisions_follow_their_numbers(database: Database) -> None:
    with database.transaction() as c:
        script = ScriptDirectory.from_config(migrate.config(c))
    assert tuple(reversed([step.revision for step in script.walk_revisions()])) == migrate.revisions()
    assert script.get_current_head() == migrate.head()


def test_a_failed_upgrade_changes_nothing(bare: Database) -> None:
    with bare.transaction() as c:
        c.execute(text("CREATE TABLE decision (x INTEGER)"))
    with pytest.raises(DBAPIError):
        migrate.upgrade(bare)
    assert (tables(bare), migrate.current(bare)) == ({"decision"}, None)


def test_a_database_of_a_newer_program_is_refused(bare: Database) -> None:
    migrate.upgrade(bare)
    with bare.transaction() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for change in (migrate.pending, migrate.upgrade, lambda newer: migrate.downgrade(newer, "base")):
        with pytest.raises(migrate.TooNew, match="9999"):
            change(bare)
    assert (migrate.current(bare), tables(bare)) == ("9999", set(metadata.tables))


def test_several_may_start_at_the_same_time(bare_url: str) -> None:
    failed = []

    def start() -> None:
        try:
            database = Database(bare_url)
            migrate.upgrade(database)
            assert migrate.current(database) == migrate.head()
            database.close()
        except Exception as error:  # noqa: BLE001 whatever it was, the test shall know
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_database_that_is_up_to_date_never_meets_alembic(database: Database, url: str) -> None:
    program = (
        "import sys; from storage import migrate; from storage.database import Database\n"
        "database = Database(sys.argv[1]); migrate.upgrade(database); database.close()\n"
        "print(sorted({'alembic', 'pydantic', 'psycopg'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, url], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ("[]" if url.startswith("sqlite") else "['psycopg']")


def test_plans_that_exist_mean_who_was_there_before_they_were_named(database: Database) -> None:
    joined = {"李经理": 0, "周颖": 0, "何芸": 1, "老王": 3, "Ann": 0, "Аnn": 0, "赵\u200b敏": 0, "#3": 0, "Lan": 0}
    days = {name: NOW + timedelta(days=day) for name, day in joined.items()}
    with database.transaction() as c:
        c.execute(insert(organisation).values(id=1, name="远大", created=NOW))
        for id, (name, created) in enumerate(days.items(), 1):
            c.execute(insert(person).values(id=id, organisation_id=1, name=name, created=created))
        row = {"id": 1, "person_id": 1, "interview": "post", "version": 1, "header": {"manager": "李经理"}}
        row |= {"status": "done", "parked": False, "created": NOW, "updated": NOW, "revision": 1}
        c.execute(insert(run).values(row))
        said = {"key": "indicator/3/judge", "action": "answer", "opens": [], "at": NOW + timedelta(days=2)}
        c.execute(insert(entry).values(run_id=1, seq=1, value="何芸", **said))
        tracked = {"receiver": "周颖", "collector": "老王", "data": "周颖的周报"}
        indicators = [{"judge": "何芸", "second_rater": None, "tracking": tracked}, {"judge": "Ann"}]
        indicators += [{"judge": "赵\u200b敏"}, {"judge": "财务部"}, {"judge": "Ian"}]
        content = {"post": "店长", "holder": "李经理", "department": "零售部", "outputs": [{"indicators": indicators}]}
        c.execute(insert(plan).values(id=1, person_id=1, run_id=1, created=NOW))
        kept = {"status": "approved", "content": content, "audit": [], "created": NOW + timedelta(days=4)}
        c.execute(insert(plan_version).values(plan_id=1, version=1, **kept))
    migrate.downgrade(database, "0014")
    migrate.upgrade(database)
    with database.reading() as c:
        meant = {one.name: one.person_id for one in named.of_plan(c, 1)}
        called = [one.name for one in people.everybody(c, 1)]
        judges = [one["judge"] for one in plans.versions(c, 1)[0].content["outputs"][0]["indicators"]]
    # Who joined while the plan was made is meant where the answer that named them came later; of two alike neither is.
    assert meant == {
        "李经理": 1,
        "周颖": 2,
        "何芸": 3,
        "老王": None,
        "Ann": None,
        "赵敏": 7,
        "财务部": None,
        "Ian": None,
    }
    assert called == ["李经理", "周颖", "何芸", "老王", "Ann", "Аnn (2)", "赵敏", "3", "Lan"]
    assert judges == ["何芸", "Ann", "赵敏", "财务部", "Ian"]


def test_whoever_was_erased_keeps_their_number(database: Database) -> None:
    with database.transaction() as c:
        c.execute(insert(organisation).values(id=1, name="远大", created=NOW))
        for id, name in enumerate(("#1", "李经理"), 1):
            c.execute(insert(person).values(id=id, organisation_id=1, name=name, created=NOW))
        c.execute(insert(erasure).values(person_id=1, asked_at=NOW, done_by=2, done_at=NOW))
    migrate.downgrade(database, "0014")
    migrate.upgrade(database)
    with database.reading() as c:
        assert people.names(c, [1, 2]) == {1: "#1", 2: "李经理"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["周颖\u200b", "周颖"], ["周颖 (2)", "周颖"]),
        (["周\u2060颖", "\u3164周颖", "周颖", "周颖 (2)"], ["周颖 (3)", "周颖 (4)", "周颖", "周颖 (2)"]),
        (["Ann", "ann", "ann (2)"], ["Ann", "ann (3)", "ann (2)"]),
        (["🌸", "1"], ["1 (2)", "1"]),
    ],
)
def test_who_looks_like_another_takes_no_name_that_somebody_has(
    database: Database, before: list[str], after: list[str]
) -> None:
    with database.transaction() as c:
        c.execute(insert(organisation).values(id=1, name="远大", created=NOW))
        for id, name in enumerate(before, 1):
            c.execute(insert(person).values(id=id, organisation_id=1, name=name, created=NOW))
    migrate.downgrade(database, "0014")
    migrate.upgrade(database)
    with database.reading() as c:
        assert [one.name for one in people.everybody(c, 1)] == after
