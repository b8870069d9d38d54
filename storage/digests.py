"""What digests count: by the database, since there are too many reports to bring them all here.

Of what was reported by a moment, as it stands: figures that were corrected since count as corrected.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    String,
    Subquery,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    true,
)

from storage.tables import (
    confirmation,
    corrective_note,
    department,
    due,
    person,
    plan,
    plan_version,
    report,
    run,
)

DATED = ("last", "due_on", "late_from", "reported_at")
"""What tells the version of a plan that a figure is held against."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a digest: it holds what was due on them, or with `about` what is about times that end on them."""

    first: date
    last: date
    about: bool = False

    def of(self, one: FromClause) -> ColumnElement[date]:
        """The day that tells whether something belongs to them."""
        return one.c["last" if self.about else "due_on"]

    def hold(self, one: FromClause) -> ColumnElement[bool]:
        """Whether something belongs to them."""
        return self.of(one).between(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Post:
    """A plan by what it says of itself, with its newest status, and whether a version of it is in force.

    `newest_department` is that of the newest version, which waits for the review of whoever sees that department.
    """

    plan_id: int
    status: str
    in_force: bool
    newest_department: str
    department: str
    post: str
    manager: str
    submitted_at: datetime | None
    doubtful: bool


def posts(c: Connection, organisation_id: int) -> tuple[Post, ...]:
    """Every plan in an organisation with its newest status, in the order of ids; named as the version in force is."""
    newest, last, approved = _newest(), _newest("approved"), plan_version.alias("approved")
    in_force = and_(approved.c.plan_id == last.c.plan_id, approved.c.version == last.c.version)
    named = (
        func.coalesce(approved.c.content[field].as_string(), plan_version.c.content[field].as_string())
        for field in ("department", "post")
    )
    handed_in = and_(plan_version.c.status != "draft", _doubted(plan_version))
    query = (
        select(
            plan_version.c.plan_id,
            plan_version.c.status,
            approved.c.plan_id.is_not(None),
            plan_version.c.content["department"].as_string(),
            *named,
            person.c.name,
            plan_version.c.submitted_at,
            func.coalesce(or_(handed_in, _doubted(approved)), handed_in),
        )
        .join(newest, and_(plan_version.c.plan_id == newest.c.plan_id, plan_version.c.version == newest.c.version))
        .outerjoin(last, last.c.plan_id == plan_version.c.plan_id)
        .outerjoin(approved, in_force)
        .join(plan, plan.c.id == plan_version.c.plan_id)
        .join(person, person.c.id == plan.c.person_id)
        .where(person.c.organisation_id == organisation_id)
        .order_by(plan_version.c.plan_id)
    )
    return tuple(Post(*row) for row in c.execute(query))


def _doubted(version: FromClause) -> ColumnElement[bool]:
    """Whether the audit of a version doubts or fails something."""
    audit = cast(version.c.audit, String)
    return or_(*(audit.like(f'%"result":{space}"{bad}"%') for space in ("", " ") for bad in ("doubt", "fail")))


def reporting(c: Connection, organisation_id: int, days: Days, now: datetime) -> list[Row[Any]]:
    """Plan by plan what was due in a period: plan_id, due, in_time, late, pending, reports, met, excelled, reaching.

    What was not reported and is not late yet, by an absence, is `pending`, and no part of what was due.
    """
    reported = _reported(due, now)
    pending = ~reported & (due.c.late_from > now)
    query = (
        select(
            due.c.plan_id,
            _times(~pending).label("due"),
            _times(reported & (due.c.reported_at < due.c.late_from)).label("in_time"),
            _times(reported & (due.c.reported_at >= due.c.late_from)).label("late"),
            _times(pending).label("pending"),
            _times(reported & due.c.attained.is_not(None)).label("reports"),
            _times(reported & due.c.met).label("met"),
            _times(reported & due.c.excelled).label("excelled"),
            _times(reported & due.c.attained.is_not(None) & due.c.excelled.is_not(None)).label("reaching"),
        )
        .join(person, person.c.id == due.c.person_id)
        .where(person.c.organisation_id == organisation_id, days.hold(due))
        .group_by(due.c.plan_id)
        .order_by(due.c.plan_id)
    )
    return list(c.execute(query))


def missing(c: Connection, organisation_id: int, days: Days, now: datetime) -> list[Row[Any]]:
    """Who owes reports of a period by now: plan_id, name, reports; those who owe most first."""
    owed = (  # counted before the names are read: once for each person, not for each report
        select(due.c.plan_id, due.c.reporter_id, func.count().label("reports"))
        .where(days.hold(due), due.c.late_from <= now, ~_reported(due, now))
        .group_by(due.c.plan_id, due.c.reporter_id)
        .subquery()
    )
    query = (
        select(owed.c.plan_id, person.c.name, owed.c.reports)
        .join(person, person.c.id == owed.c.reporter_id)
        .where(person.c.organisation_id == organisation_id)
        .order_by(owed.c.reports.desc(), person.c.name, owed.c.plan_id)
    )
    return list(c.execute(query))


def movers(  # noqa: PLR0917 - what of, when
    c: Connection,
    organisation_id: int,
    days: Days,
    middle: date,
    now: datetime,
    plan_ids: Collection[int] | None = None,
) -> list[Row[Any]]:
    """Whose figures moved most from before `middle` to after it: plan_id, indicator_id, name, before, after.

    With what tells the versions of the plan that both are held against: old_due_on, new_late_from and so on.
    Of some plans only where `plan_ids` names them.
    """
    key = (due.c.plan_id, due.c.indicator_id, due.c.person_id)
    newest = (
        select(
            *key,
            func.max(case((days.of(due) <= middle, due.c.due_on))).label("old"),
            func.max(case((days.of(due) > middle, due.c.due_on))).label("new"),
        )
        .where(days.hold(due), due.c.attained.is_not(None))
        .where(_reported(due, now), _among(plan_ids))
        .group_by(*key)
        .subquery()
    )
    old, new = due.alias("old"), due.alias("new")
    moved = func.abs(new.c.attained - old.c.attained)
    query = (
        select(
            newest.c.plan_id,
            newest.c.indicator_id,
            person.c.name,
            old.c.attained.label("before"),
            new.c.attained.label("after"),
            *(one.c[name].label(f"{age}_{name}") for age, one in (("old", old), ("new", new)) for name in DATED),
        )
        .join(person, person.c.id == newest.c.person_id)
        .join(old, and_(_same(old, newest), old.c.due_on == newest.c.old))
        .join(new, and_(_same(new, newest), new.c.due_on == newest.c.new))
        .where(person.c.organisation_id == organisation_id, moved > 0)
        .order_by(moved.desc(), newest.c.plan_id, newest.c.indicator_id, newest.c.person_id)
    )
    return list(c.execute(query))


def extremes(  # noqa: PLR0917 - as above
    c: Connection,
    organisation_id: int,
    days: Days,
    since: date,
    now: datetime,
    least: int,
    plan_ids: Collection[int] | None = None,
) -> list[Row[Any]]:
    """Indicators always at outstanding or never at basic: plan_id, indicator_id, reports, excelled, lately.

    What was reported often enough `since` a day is told by those reports alone.
    """
    late = days.of(due) >= since
    lately = _times(late).label("lately")

    def counted(holds: ColumnElement[bool]) -> ColumnElement[int]:
        return case((lately >= least, _times(and_(late, holds))), else_=_times(holds))

    reports, excelled, met = (counted(one) for one in (true(), due.c.excelled, due.c.met))
    query = (
        select(due.c.plan_id, due.c.indicator_id, reports.label("reports"), excelled.label("excelled"), lately)
        .join(person, person.c.id == due.c.person_id)
        .where(person.c.organisation_id == organisation_id, days.hold(due), _among(plan_ids))
        .where(due.c.attained.is_not(None), _reported(due, now))
        .group_by(due.c.plan_id, due.c.indicator_id)
        .having(and_(reports >= least, (excelled == reports) | (met == 0)))
        .order_by(reports.desc(), due.c.plan_id, due.c.indicator_id)
    )
    return list(c.execute(query))


def silent(
    c: Connection, organisation_id: int, days: Days, now: datetime, plan_ids: Collection[int] | None = None
) -> list[Row[Any]]:
    """Indicators of which nobody gave a figure the last two times or more: plan_id, indicator_id, times.

    The last of these times lies in the period.
    """
    given, owed = _times(_reported(due, now)), _times(~_reported(due, now) & (due.c.late_from <= now))
    missed = (
        select(due.c.plan_id, due.c.indicator_id)
        .join(person, person.c.id == due.c.person_id)
        .where(person.c.organisation_id == organisation_id, days.hold(due), _among(plan_ids))
        .group_by(due.c.plan_id, due.c.indicator_id, due.c.due_on)
        .having(and_(given == 0, owed > 0))
        .subquery()
    )
    same = and_(missed.c.plan_id == due.c.plan_id, missed.c.indicator_id == due.c.indicator_id)
    times = (
        select(due.c.plan_id, due.c.indicator_id, due.c.due_on, given.label("given"))
        .where(days.of(due) <= days.last, select(missed.c.plan_id).where(same).exists())
        .group_by(due.c.plan_id, due.c.indicator_id, due.c.due_on)
        .having(or_(given > 0, owed > 0))
        .subquery()
    )
    key = (times.c.plan_id, times.c.indicator_id)
    since = func.sum(times.c.given).over(partition_by=key, order_by=times.c.due_on.desc()).label("since")
    found = select(*key, since).subquery()
    number = func.count().label("times")
    query = select(found.c.plan_id, found.c.indicator_id, number).where(found.c.since == 0)
    query = query.group_by(found.c.plan_id, found.c.indicator_id).having(number >= _TWICE)
    return list(c.execute(query.order_by(number.desc(), found.c.plan_id, found.c.indicator_id)))


def disputes(c: Connection, organisation_id: int, days: Days, now: datetime) -> dict[int, int]:
    """How much of what was due in a period had been disputed by now, plan by plan."""
    query = (
        select(due.c.plan_id, func.count(due.c.id.distinct()).label("times"))
        .select_from(due)
        .join(person, person.c.id == due.c.person_id)
        .join(report, report.c.due_id == due.c.id)
        .join(confirmation, confirmation.c.report_id == report.c.id)
        .where(person.c.organisation_id == organisation_id, days.hold(due))
        .where(confirmation.c.verdict == "disputed", confirmation.c.at <= now)
        .group_by(due.c.plan_id)
    )
    return {row.plan_id: row.times for row in c.execute(query)}


def interviews(c: Connection, organisation_id: int, scope: Collection[str]) -> int:
    """How many interviews about posts are under way that led to no plan yet; of those who lead some departments."""
    under_way = and_(run.c.interview == "post", run.c.status.in_(("active", "paused")))
    planned = select(plan.c.id).where(plan.c.run_id == run.c.id).exists()
    query = select(func.count()).select_from(run).join(person, person.c.id == run.c.person_id)
    query = query.where(person.c.organisation_id == organisation_id, under_way, ~planned)
    if scope:
        led = (department.c.leader_id == run.c.person_id) & department.c.name.in_(scope)
        query = query.where(select(department.c.id).where(led).exists())
    number: int = c.execute(query).scalar_one()
    return number


def reports(
    c: Connection, organisation_id: int, days: Days, at: datetime, plan_ids: Collection[int] | None = None
) -> Iterator[Row[Any]]:
    """All that was due in a period, with the report that stood at a moment and what had been said of it by then.

    Row by row: there are too many to hold.
    """
    holder, reporter, early = person.alias("holder"), person.alias("reporter"), report.alias("early")
    other = report.alias()
    newest = select(func.max(other.c.version)).where(other.c.due_id == due.c.id, other.c.at <= at).correlate(due)
    standing = and_(report.c.due_id == due.c.id, report.c.version == newest.scalar_subquery())
    query: Select[Any] = (
        select(
            *(due.c.plan_id, due.c.indicator_id, due.c.first, due.c.last, due.c.due_on, due.c.late_from),
            holder.c.name.label("person"),
            reporter.c.name.label("reporter"),
            early.c.at.label("began_at"),
            *(report.c.at, report.c.value, report.c.observed),
            confirmation.c.verdict,
            confirmation.c.person_id.label("receiver_id"),
            corrective_note.c.id.label("note_id"),
        )
        .select_from(due)
        .join(holder, holder.c.id == due.c.person_id)
        .join(reporter, reporter.c.id == due.c.reporter_id)
        .outerjoin(early, and_(early.c.due_id == due.c.id, early.c.version == 1, early.c.at <= at))
        .outerjoin(report, standing)
        .outerjoin(confirmation, and_(confirmation.c.report_id == report.c.id, confirmation.c.at <= at))
        .outerjoin(corrective_note, and_(corrective_note.c.due_id == due.c.id, corrective_note.c.opened_at <= at))
        .where(holder.c.organisation_id == organisation_id, days.hold(due), _among(plan_ids))
        .order_by(due.c.plan_id, due.c.person_id, due.c.indicator_id, due.c.due_on)
    )
    yield from c.execute(query, execution_options={"yield_per": _AT_ONCE})


def people_of(
    c: Connection, organisation_id: int, days: Days, plan_ids: Collection[int] | None = None
) -> frozenset[int]:
    """The ids of all from whom something was due in a period, or about whom."""
    query = select(due.c.person_id, due.c.reporter_id).distinct().join(person, person.c.id == due.c.person_id)
    which = (person.c.organisation_id == organisation_id, days.hold(due), _among(plan_ids))
    return frozenset(id for row in c.execute(query.where(*which)) for id in row)


def awaited(c: Connection, organisation_id: int, days: Days, today: date) -> bool:
    """Whether something is still to fall due that belongs to the days of a digest."""
    query = select(due.c.id).join(person, person.c.id == due.c.person_id)
    which = (person.c.organisation_id == organisation_id, days.hold(due), due.c.due_on >= today)
    return c.execute(query.where(*which).limit(1)).first() is not None


_TWICE = 2
_AT_ONCE = 1_000
"""Rows that are held at a time."""


def _newest(status: str | None = None) -> Subquery:
    """The newest version of each plan; the newest with a status, where one is named."""
    version = func.max(plan_version.c.version).label("version")
    query = select(plan_version.c.plan_id, version).group_by(plan_version.c.plan_id)
    return (query if status is None else query.where(plan_version.c.status == status)).subquery()


def _times(holds: ColumnElement[Any]) -> ColumnElement[int]:
    """In how many rows something holds."""
    return func.sum(case((holds, 1), else_=0))


def _reported(one: FromClause, now: datetime) -> ColumnElement[bool]:
    """What was reported by a moment."""
    return and_(one.c.reported_at.is_not(None), one.c.reported_at <= now)


def _same(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Of the same indicator and person."""
    return and_(*(one.c[name] == other.c[name] for name in ("plan_id", "indicator_id", "person_id")))


def _among(plan_ids: Collection[int] | None) -> ColumnElement[bool]:
    return true() if plan_ids is None else due.c.plan_id.in_(plan_ids)


def of_departments(found: tuple[Post, ...], wanted: Collection[str]) -> tuple[Post, ...]:
    """The posts of some departments; without any named, all."""
    return tuple(one for one in found if not wanted or one.department in wanted)
