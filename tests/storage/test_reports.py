from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection

from storage import absences, holders, plans, reports
from storage.database import Database
from storage.people import Person
from storage.runs import Run

DAY = timedelta(days=1)


@pytest.fixture
def plan_id(database: Database, run: Run, now: datetime) -> int:
    with database.transaction() as c:
        return plans.keep_draft(c, run.id, run.person_id, content={"post": "店长"}, audit=[], now=now)


def plan_due(c: Connection, plan_id: int, person: Person, *, on: date, indicator: int = 1) -> bool:
    late_from = datetime(on.year, on.month, on.day, tzinfo=UTC) + DAY
    closes = late_from + 30 * DAY
    first = on - 29 * DAY
    of = (plan_id, indicator, person.id)
    return reports.plan_due(c, of, person.id, first=first, last=on, due_on=on, late_from=late_from, closes=closes)


def test_a_date_is_due_once_however_often_it_is_noted(
    database: Database, li: Person, plan_id: int, now: datetime
) -> None:
    on = now.date()
    with database.transaction() as c:
        assert plan_due(c, plan_id, li, on=on)
        assert not plan_due(c, plan_id, li, on=on)
        assert plan_due(c, plan_id, li, on=on, indicator=2)
        assert [one.indicator_id for one in reports.open_from(c, li.id, now)] == [1, 2]
        assert reports.open_from(c, li.id, now + 40 * DAY) == ()


def test_the_newest_report_stands_and_the_others_stay(
    database: Database, li: Person, plan_id: int, now: datetime
) -> None:
    with database.transaction() as c:
        plan_due(c, plan_id, li, on=now.date())
        (open_,) = reports.open_from(c, li.id, now)
        assert open_.report is None
        first = reports.keep(c, open_.id, li.id, value=Decimal("1.80"), now=now)
        assert reports.conclude(c, first, "disputed", reason="看错了", person_id=li.id, now=now)
        assert not reports.conclude(c, first, "confirmed", person_id=None, now=now + DAY)
        reports.keep(c, open_.id, li.id, value=Decimal("2.1"), note="更正", now=now + DAY)
        standing = reports.due_of(c, open_.id)
        assert standing
        assert standing.report
        assert (standing.report.value, standing.report.note, standing.report.verdict) == (Decimal("2.1"), "更正", None)
        old, new = reports.history(c, plan_id, li.id)[open_.id]
        assert reports.history(c, plan_id, li.id + 1) == {}
        assert (str(old.value), old.verdict, old.reason, new.version) == ("1.80", "disputed", "看错了", 2)


def test_who_is_asked_reminded_and_confirmed_by_silence(
    database: Database, li: Person, plan_id: int, now: datetime
) -> None:
    with database.transaction() as c:
        holders.hold(c, plan_id, li.id, now)
        plan_due(c, plan_id, li, on=now.date())
        plan_due(c, plan_id, li, on=now.date() + 30 * DAY)
        (first,) = reports.found(c, reports.unasked(now.date()))
        reports.asked(c, [first.id], now)
        assert reports.found(c, reports.unasked(now.date())) == ()
        assert reports.found(c, reports.unreported(li.organisation_id, now + DAY / 2, 1)) == ()
        late = reports.found(c, reports.unreported(li.organisation_id, now + DAY, 1))
        assert [one.id for one in late] == [first.id]
        reports.reminded(c, late, 1, now + DAY)
        assert reports.found(c, reports.unreported(li.organisation_id, now + 3 * DAY, 1)) == ()
        report = reports.keep(c, first.id, li.id, observed=["准时"], now=now)
        assert [one.id for one in reports.found(c, reports.unconfirmed(li.organisation_id, now))] == [first.id]
        reports.conclude(c, report, "confirmed", person_id=None, now=now + DAY)
        assert reports.found(c, reports.unconfirmed(li.organisation_id, now)) == ()


def test_the_report_before(database: Database, li: Person, plan_id: int, now: datetime) -> None:
    with database.transaction() as c:
        for days in (0, 30, 60):
            plan_due(c, plan_id, li, on=now.date() + days * DAY)
        first, second, third = reports.of_plan(c, plan_id)
        reports.keep(c, first.id, li.id, value=Decimal(5), now=now)
        assert reports.before(c, first) is None
        found = reports.before(c, third)
        assert found
        assert found.id == first.id
        assert reports.before(c, second) == found


def test_who_is_away(database: Database, li: Person, now: datetime) -> None:
    day = now.date()
    with database.transaction() as c:
        absences.keep(c, li.id, day, day + 7 * DAY)
        absences.keep(c, li.id, day, day + 3 * DAY)
        away = [absences.is_away(c, li.id, day + days * DAY) for days in (-1, 0, 3, 4)]
        assert away == [False, True, True, False]
