"""What digests count: by the database, since there are too many reports to bring them all here."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    Subquery,
    and_,
    case,
    cast,
    delete,
    func,
    or_,
    select,
    true,
)

from storage.tables import (
    Rhythm,
    confirmation,
    corrective_note,
    declined_digest,
    digest,
    due,
    insert_new,
    person,
    plan,
    plan_version,
    report,
)


@dataclass(frozen=True, slots=True)
class Post:
    """A plan by what it says of itself, with its newest status, and whether a version of it is in force."""

    plan_id: int
    status: str
    in_force: bool
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
    audit = cast(plan_version.c.audit, String)
    query = (
        select(
            plan_version.c.plan_id,
            plan_version.c.status,
            approved.c.plan_id.is_not(None),
            *named,
            person.c.name,
            plan_version.c.submitted_at,
            or_(*(audit.like(f'%"result":{space}"doubt"%') for space in ("", " "))),
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


def reporting(c: Connection, organisation_id: int, first: date, last: date, now: datetime) -> list[Row[Any]]:
    """Plan by plan what was due in a period: plan_id, due, in_time, late, pending, reports, met, excelled.

    What was not reported and is not late yet, by an absence, is `pending`, and no part of what was due.
    """
    early, standing = report.alias("early"), report.alias("standing")
    pending = early.c.id.is_(None) & (due.c.late_from > now)
    query = (
        select(
            due.c.plan_id,
            func.sum(case((pending, 0), else_=1)).label("due"),
            func.sum(case((early.c.at < due.c.late_from, 1), else_=0)).label("in_time"),
            func.sum(case((early.c.at >= due.c.late_from, 1), else_=0)).label("late"),
            func.sum(case((pending, 1), else_=0)).label("pending"),
            func.sum(case((standing.c.attained.is_not(None), 1), else_=0)).label("reports"),
            func.sum(case((standing.c.met, 1), else_=0)).label("met"),
            func.sum(case((standing.c.excelled, 1), else_=0)).label("excelled"),
        )
        .select_from(due)
        .join(person, person.c.id == due.c.person_id)
        .outerjoin(early, and_(early.c.due_id == due.c.id, early.c.version == 1))
        .outerjoin(standing, and_(standing.c.due_id == due.c.id, standing.c.version == _standing()))
        .where(person.c.organisation_id == organisation_id, due.c.due_on.between(first, last))
        .group_by(due.c.plan_id)
        .order_by(due.c.plan_id)
    )
    return list(c.execute(query))


def missing(c: Connection, organisation_id: int, first: date, last: date, now: datetime) -> list[Row[Any]]:
    """Who owes reports of a period by now: plan_id, name, reports; those who owe most first."""
    query = (
        select(due.c.plan_id, person.c.name, func.count().label("reports"))
        .select_from(due)
        .join(person, person.c.id == due.c.reporter_id)
        .outerjoin(report, report.c.due_id == due.c.id)
        .where(person.c.organisation_id == organisation_id, due.c.due_on.between(first, last))
        .where(report.c.id.is_(None), due.c.late_from <= now)
        .group_by(due.c.plan_id, person.c.id, person.c.name)
        .order_by(func.count().desc(), person.c.name, due.c.plan_id)
    )
    return list(c.execute(query))


def movers(  # noqa: PLR0917 - days in their order
    c: Connection, organisation_id: int, first: date, middle: date, last: date, plan_ids: Collection[int] | None = None
) -> list[Row[Any]]:
    """Whose figures moved most from before `middle` to after it: plan_id, indicator_id, name, before, after.

    Of some plans only where `plan_ids` names them.
    """
    old, new = (_newest_figures(organisation_id, *span, plan_ids) for span in ((first, middle), (middle, last)))
    same = and_(*(old.c[name] == new.c[name] for name in ("plan_id", "indicator_id", "person_id")))
    moved = func.abs(new.c.attained - old.c.attained)
    query = (
        select(
            new.c.plan_id,
            new.c.indicator_id,
            person.c.name,
            old.c.attained.label("before"),
            new.c.attained.label("after"),
        )
        .join_from(new, old, same)
        .join(person, person.c.id == new.c.person_id)
        .where(moved > 0)
        .order_by(moved.desc(), new.c.plan_id, new.c.indicator_id, new.c.person_id)
    )
    return list(c.execute(query))


def extremes(  # noqa: PLR0917 - as above
    c: Connection, organisation_id: int, first: date, last: date, least: int, plan_ids: Collection[int] | None = None
) -> list[Row[Any]]:
    """Indicators always at outstanding or never at basic: plan_id, indicator_id, reports, excelled."""
    reports, excelled = func.count().label("reports"), func.sum(case((report.c.excelled, 1), else_=0)).label("excelled")
    met = func.sum(case((report.c.met, 1), else_=0))
    query = (
        select(due.c.plan_id, due.c.indicator_id, reports, excelled)
        .select_from(due)
        .join(person, person.c.id == due.c.person_id)
        .join(report, _stands())
        .where(person.c.organisation_id == organisation_id, due.c.due_on.between(first, last), _among(plan_ids))
        .group_by(due.c.plan_id, due.c.indicator_id)
        .having(and_(reports >= least, (excelled == reports) | (met == 0)))
        .order_by(reports.desc(), due.c.plan_id, due.c.indicator_id)
    )
    return list(c.execute(query))


def silent(  # noqa: PLR0917 - as above
    c: Connection, organisation_id: int, first: date, last: date, now: datetime, plan_ids: Collection[int] | None = None
) -> list[Row[Any]]:
    """Indicators of which somebody gave no figure the last two times or more: plan_id, indicator_id, times."""
    later, given = due.alias("later"), report.alias("given")
    same = and_(*(later.c[name] == due.c[name] for name in ("plan_id", "indicator_id", "person_id")))
    since = select(later.c.id).join(given, given.c.due_id == later.c.id)
    since = since.where(same, later.c.due_on > due.c.due_on, later.c.due_on <= last).correlate(due)
    owed = (
        select(due.c.plan_id, due.c.indicator_id, func.count().label("times"))
        .select_from(due)
        .join(person, person.c.id == due.c.person_id)
        .where(person.c.organisation_id == organisation_id, due.c.due_on.between(first, last), _among(plan_ids))
        .where(due.c.late_from <= now)
        .where(~select(report.c.id).where(report.c.due_id == due.c.id).exists(), ~since.exists())
        .group_by(due.c.plan_id, due.c.indicator_id, due.c.person_id)
        .having(func.count() >= _TWICE)
        .subquery()
    )
    times = func.max(owed.c.times).label("times")
    query = select(owed.c.plan_id, owed.c.indicator_id, times).group_by(owed.c.plan_id, owed.c.indicator_id)
    return list(c.execute(query.order_by(times.desc(), owed.c.plan_id, owed.c.indicator_id)))


def disputes(c: Connection, organisation_id: int, first: date, last: date) -> dict[int, int]:
    """How many reports of a period were disputed, plan by plan."""
    query = (
        select(due.c.plan_id, func.count().label("times"))
        .select_from(due)
        .join(person, person.c.id == due.c.person_id)
        .join(report, report.c.due_id == due.c.id)
        .join(confirmation, confirmation.c.report_id == report.c.id)
        .where(person.c.organisation_id == organisation_id, due.c.due_on.between(first, last))
        .where(confirmation.c.verdict == "disputed")
        .group_by(due.c.plan_id)
    )
    return {row.plan_id: row.times for row in c.execute(query)}


def reports(
    c: Connection, organisation_id: int, span: tuple[date, date], at: datetime, plan_ids: Collection[int] | None = None
) -> Iterator[Row[Any]]:
    """All that was due in a period, with the report that stood at a moment and what had been said of it by then.

    Row by row: there are too many to hold.
    """
    holder, reporter, early = person.alias("holder"), person.alias("reporter"), report.alias("early")
    standing = and_(report.c.due_id == due.c.id, report.c.version == _standing(at))
    query: Select[Any] = (
        select(
            *(due.c.plan_id, due.c.indicator_id, due.c.first, due.c.last, due.c.due_on, due.c.late_from),
            holder.c.name.label("person"),
            reporter.c.name.label("reporter"),
            early.c.at.label("began_at"),
            *(report.c.at, report.c.value, report.c.observed, report.c.met, report.c.excelled),
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
        .where(holder.c.organisation_id == organisation_id, due.c.due_on.between(*span), _among(plan_ids))
        .order_by(due.c.plan_id, due.c.person_id, due.c.indicator_id, due.c.due_on)
    )
    yield from c.execute(query, execution_options={"yield_per": _AT_ONCE})


def people_of(
    c: Connection, organisation_id: int, span: tuple[date, date], plan_ids: Collection[int] | None = None
) -> frozenset[int]:
    """The ids of all from whom something was due in a period, or about whom."""
    query = select(due.c.person_id, due.c.reporter_id).distinct().join(person, person.c.id == due.c.person_id)
    which = (person.c.organisation_id == organisation_id, due.c.due_on.between(*span), _among(plan_ids))
    return frozenset(id for row in c.execute(query.where(*which)) for id in row)


def claim(c: Connection, person_id: int, rhythm: Rhythm, last: date, now: datetime) -> bool:
    """Take it on to send somebody the digest of a period; False where that was done before."""
    return insert_new(c, digest, person_id=person_id, rhythm=rhythm, last=last, at=now)


def newest_claimed(c: Connection, person_id: int, rhythm: Rhythm) -> date | None:
    """The last day of the newest period of which somebody was sent a digest."""
    query = select(func.max(digest.c.last)).where(digest.c.person_id == person_id, digest.c.rhythm == rhythm)
    newest: date | None = c.execute(query).scalar_one()
    return newest


def declined(c: Connection, person_id: int) -> frozenset[Rhythm]:
    """Which digests somebody does not want to be sent."""
    query = select(declined_digest.c.rhythm).where(declined_digest.c.person_id == person_id)
    return frozenset(c.execute(query).scalars())


def want(c: Connection, person_id: int, rhythm: Rhythm, *, wanted: bool) -> None:
    """Keep whether somebody wants to be sent a digest."""
    if wanted:
        this = (declined_digest.c.person_id == person_id) & (declined_digest.c.rhythm == rhythm)
        c.execute(delete(declined_digest).where(this))
    else:
        insert_new(c, declined_digest, person_id=person_id, rhythm=rhythm)


_TWICE = 2
_AT_ONCE = 1_000
"""Rows that are held at a time."""


def _newest(status: str | None = None) -> Subquery:
    """The newest version of each plan; the newest with a status, where one is named."""
    version = func.max(plan_version.c.version).label("version")
    query = select(plan_version.c.plan_id, version).group_by(plan_version.c.plan_id)
    return (query if status is None else query.where(plan_version.c.status == status)).subquery()


def _stands() -> ColumnElement[bool]:
    """The report that counts, of what has standards."""
    return and_(report.c.due_id == due.c.id, report.c.version == _standing(), report.c.attained.is_not(None))


def _standing(at: datetime | None = None) -> Any:
    """The newest version of a report; the newest by a moment, where one is named."""
    other = report.alias()
    query = select(func.max(other.c.version)).where(other.c.due_id == due.c.id).correlate(due)
    return (query if at is None else query.where(other.c.at <= at)).scalar_subquery()


def _among(plan_ids: Collection[int] | None) -> ColumnElement[bool]:
    return true() if plan_ids is None else due.c.plan_id.in_(plan_ids)


def _newest_figures(organisation_id: int, first: date, last: date, plan_ids: Collection[int] | None) -> Subquery:
    """Each figure reported last after one day, up to another."""
    key = (due.c.plan_id, due.c.indicator_id, due.c.person_id)
    rank = func.row_number().over(partition_by=key, order_by=due.c.due_on.desc()).label("rank")
    ranked = (
        select(*key, report.c.attained, rank)
        .select_from(due)
        .join(person, person.c.id == due.c.person_id)
        .join(report, _stands())
        .where(person.c.organisation_id == organisation_id, due.c.due_on > first, due.c.due_on <= last)
        .where(_among(plan_ids))
        .subquery()
    )
    return select(ranked).where(ranked.c.rank == 1).subquery()


def of_departments(found: tuple[Post, ...], wanted: Collection[str]) -> tuple[Post, ...]:
    """The posts of some departments; without any named, all."""
    return tuple(one for one in found if not wanted or one.department in wanted)
