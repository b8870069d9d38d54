from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, update

from storage import people, plans, runs
from storage.database import Database
from storage.people import Person
from storage.plans import Decision, NoDraft, PlanVersion
from storage.runs import Run
from storage.tables import decision, plan_version

DAY = timedelta(days=1)


def test_a_draft_is_replaced_until_it_is_submitted(database: Database, run: Run, now: datetime) -> None:
    person = run.person_id
    with database.transaction() as c:
        plan = plans.keep_draft(c, run.id, person, content={"post": "店员"}, audit=[], now=now)
        assert plans.keep_draft(c, run.id, person, content={"post": "店长"}, audit=["1"], now=now + DAY) == plan
        draft = PlanVersion(plan, run.id, person, 1, "draft", {"post": "店长"}, ["1"], now, None)
        assert plans.plan(c, plan) == draft
        assert plans.submit(c, plan, now + DAY) == 1
        submitted = PlanVersion(plan, run.id, person, 1, "submitted", {"post": "店长"}, ["1"], now, now + DAY)
        assert plans.plan(c, plan) == submitted


@pytest.mark.parametrize("verdict", ["approved", "returned"])
def test_what_was_submitted_changes_only_through_a_new_version(
    database: Database, run: Run, now: datetime, verdict: str
) -> None:
    with database.transaction() as c:
        plan = plans.keep_draft(c, run.id, run.person_id, content={"post": "1"}, audit=[], now=now)
        plans.submit(c, plan, now)
        c.execute(update(plan_version).values(status=verdict))
        assert plans.keep_draft(c, run.id, run.person_id, content={"post": "2"}, audit=[], now=now + DAY) == plan
        newest = plans.plan(c, plan)
        assert newest
        assert (newest.version, newest.status, newest.content) == (2, "draft", {"post": "2"})
        kept = c.execute(plan_version.select().order_by(plan_version.c.version)).all()
        assert [(row.version, row.status, row.content) for row in kept] == [
            (1, verdict, {"post": "1"}),
            (2, "draft", {"post": "2"}),
        ]
        assert plans.submit(c, plan, now + DAY) == 2


def test_only_a_draft_is_submitted(database: Database, run: Run, now: datetime) -> None:
    with database.transaction() as c:
        plan = plans.keep_draft(c, run.id, run.person_id, content={}, audit=[], now=now)
        plans.submit(c, plan, now)
        for number in (plan, plan + 1):
            with pytest.raises(NoDraft):
                plans.submit(c, number, now)
        assert plans.plan(c, plan + 1) is None


def test_the_latest_plan_of_all_of_an_organisation_and_of_a_person(
    database: Database, li: Person, now: datetime
) -> None:
    def keep(person: Person, number: int) -> int:
        run = runs.start_run(c, person.id, "post", version=1, header={}, now=now)
        return plans.keep_draft(c, run.id, person.id, content={}, audit=[], now=now + number * DAY)

    with database.transaction() as c:
        assert plans.latest(c) is None
        wang = people.make_person(c, li.organisation_id, "王", channel="terminal", address="wang", now=now)
        elsewhere = people.find_or_make_organisation(c, "elsewhere", now)
        smith = people.make_person(c, elsewhere, "Smith", channel="terminal", address="smith", now=now)
        numbers = [keep(li, 2), keep(li, 1), keep(wang, 3), keep(smith, 4)]
        found = [
            plans.latest(c, person_id=li.id),
            plans.latest(c, organisation_id=li.organisation_id),
            plans.latest(c),
            *plans.plans_of(c, li.id),
        ]
    assert [version and version.plan_id for version in found] == [numbers[at] for at in (0, 2, 3, 0, 1)]


def test_decisions_come_in_order(database: Database, run: Run, now: datetime) -> None:
    with database.transaction() as c:
        plan = plans.keep_draft(c, run.id, run.person_id, content={}, audit=[], now=now)
        decided = [
            Decision(plan, 1, run.person_id, "returned", {"output/1": "太多"}, now),
            Decision(plan, 1, run.person_id, "approved", {}, now + DAY),
        ]
        assert plans.decisions(c, plan) == ()
        columns = decision.c.keys()[1:]
        for made in decided:
            c.execute(insert(decision).values({name: getattr(made, name) for name in columns}))
        assert plans.decisions(c, plan) == tuple(decided)
