from datetime import datetime, timedelta
from functools import partial

import pytest

from storage import departments, holders, plans, runs
from storage.database import Database
from storage.people import Person
from storage.runs import Run

DAY = timedelta(days=1)


@pytest.fixture
def plan_id(database: Database, run: Run, now: datetime) -> int:
    """A plan whose version 1 was submitted."""
    with database.transaction() as c:
        plan = plans.keep_draft(c, run.id, run.person_id, content={"post": "店长"}, audit=[], now=now)
        plans.submit(c, plan, now)
    return plan


def test_who_holds_a_post_and_took_note(database: Database, li: Person, plan_id: int, now: datetime) -> None:
    with database.transaction() as c:
        for _ in range(2):
            holders.hold(c, plan_id, li.id, now)
        assert (holders.holders_of(c, plan_id), holders.held_by(c, li.id)) == ((li.id,), (plan_id,))
        assert not holders.acknowledged(c, plan_id, 1, li.id)
        assert holders.acknowledge(c, plan_id, 1, li.id, now)
        assert not holders.acknowledge(c, plan_id, 1, li.id, now + DAY)
        assert holders.acknowledged(c, plan_id, 1, li.id)
        assert holders.acknowledgements(c, plan_id) == (holders.Acknowledgement(1, li.name, now),)


def test_a_question_is_answered_once(database: Database, li: Person, plan_id: int, now: datetime) -> None:
    with database.transaction() as c:
        id = holders.ask(c, plan_id, 1, li.id, question="为什么？", now=now)
        assert holders.answer(c, id, li.id, "因为", now)
        assert not holders.answer(c, id, li.id, "不", now + DAY)
        assert holders.questions_of(c, plan_id) == (holders.Question(id, plan_id, 1, li.id, "为什么？", now, "因为"),)
        assert holders.question(c, id + 1) is None


def test_the_first_decision_counts(database: Database, li: Person, plan_id: int, now: datetime) -> None:
    with database.transaction() as c:
        assert [one.plan_id for one in plans.waiting(c, li.organisation_id)] == [plan_id]
        assert plans.waiting(c, li.organisation_id + 1) == ()
        decide = partial(plans.decide, c, plan_id, person_id=li.id, remarks=[], now=now + DAY)
        assert decide(now + DAY, verdict="approved") is None
        assert decide(now, verdict="approved") == 1
        assert decide(now, verdict="returned") is None
        assert [one.decision for one in plans.decisions(c, plan_id)] == ["approved"]
        assert not plans.take_back(c, plan_id)
        in_force = plans.approved(c, plan_id)
        assert in_force
        assert in_force.version == 1


def test_a_draft_over_an_approved_version_is_dropped_alone(
    database: Database, li: Person, run: Run, plan_id: int, now: datetime
) -> None:
    with database.transaction() as c:
        plans.decide(c, plan_id, now, verdict="approved", person_id=li.id, remarks=[], now=now)
        plans.keep_draft(c, run.id, li.id, content={"post": "2"}, audit=[], now=now)
        assert [one.version for one in plans.versions(c, plan_id)] == [1, 2]
        plans.drop_draft(c, plan_id)
        plans.drop_draft(c, plan_id)
        assert [(one.version, one.status) for one in plans.versions(c, plan_id)] == [(1, "approved")]


def test_departments_and_who_leads_them(database: Database, li: Person) -> None:
    with database.transaction() as c:
        sales = departments.find_or_make(c, li.organisation_id, "销售部")
        assert departments.find_or_make(c, li.organisation_id, "销售部") == sales
        assert departments.led_by(c, li.id) is None
        departments.lead(c, sales, li.id)
        assert departments.led_by(c, li.id) == "销售部"
        assert departments.departments_of(c, li.organisation_id) == (departments.Department(sales, "销售部", li.name),)


def test_what_waits_longest_comes_first(database: Database, li: Person, now: datetime) -> None:
    with database.transaction() as c:
        made = []
        for hours in (2, 1, 3):
            run = runs.start_run(c, li.id, "post", version=1, header={}, now=now)
            made.append(plans.keep_draft(c, run.id, li.id, content={}, audit=[], now=now))
            plans.submit(c, made[-1], now + timedelta(hours=hours))
        assert [one.plan_id for one in plans.waiting(c, li.organisation_id)] == [made[1], made[0], made[2]]
        run = runs.start_run(c, li.id, "post", version=1, header={}, now=now)
        plans.keep_draft(c, run.id, li.id, content={}, audit=[], now=now)
        assert {one.plan_id for one in plans.submitted_in(c, li.organisation_id, 10)} == set(made)
