"""What is due and what was reported: reports are added, never changed, so that every figure keeps its history."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from kpi.evidence import File
from kpi.scores import Attainment
from storage.tables import (
    Confirmed,
    Moment,
    confirmation,
    due,
    evidence,
    holder,
    insert_new,
    person,
    plan,
    report,
    role,
)

CORRECTING = timedelta(days=7)
"""How long a disputed report can be corrected at least."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Report:
    """A figure, or what a judge observed; `verdict` is None while the receiver has said nothing.

    It was given `at` a time and put on record at another, `kept_at`, where the person left before they had answered
    all that is asked besides. Silence confirmed it where there is a verdict without a person. Its `evidence` is read
    with histories alone.
    """

    id: int
    version: int
    value: Decimal | None
    observed: tuple[str, ...] | None
    note: str | None
    person_id: int
    at: datetime
    kept_at: datetime
    verdict: Confirmed | None = None
    reason: str | None = None
    confirmed_by: int | None = None
    confirmed_at: datetime | None = None
    evidence: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """What is due of an indicator from a person on a day, with the report that stands for it."""

    id: int
    plan_id: int
    indicator_id: int
    person_id: int
    reporter_id: int
    first: date
    last: date
    due_on: date
    late_from: datetime
    closes: datetime
    asked_at: datetime | None
    reminders: int
    report: Report | None


def plan_due(
    c: Connection,
    of: tuple[int, int, int],
    reporter_id: int,
    *,
    first: date,
    last: date,
    due_on: date,
    late_from: datetime,
    closes: datetime,
) -> bool:
    """Note that something is due of a plan's indicator from a holder (`of`); False where it was noted before."""
    which = dict(zip(("plan_id", "indicator_id", "person_id"), of, strict=True))
    days = {"first": first, "last": last, "due_on": due_on, "late_from": late_from}
    return insert_new(c, due, **which, **days, reporter_id=reporter_id, closes=closes)


def keep(
    c: Connection,
    due_id: int,
    person_id: int,
    *,
    value: Decimal | None = None,
    observed: Sequence[str] | None = None,
    attained: Attainment | None = None,
    note: str | None = None,
    files: Iterable[File] = (),
    now: datetime,
    given: datetime | None = None,
) -> int:
    """Keep a report, with how it stands to its standards; it stands instead of the one before. Returns its id.

    It is as late as it was `given`, which is now unless it is told.
    """
    newest = select(func.coalesce(func.max(report.c.version), 0)).where(report.c.due_id == due_id)
    row = {
        "due_id": due_id,
        "version": c.execute(newest).scalar_one() + 1,
        "value": None if value is None else str(value),
        "observed": None if observed is None else list(observed),
        "note": note,
        "person_id": person_id,
        "at": given or now,
        "kept_at": now,
    }
    kept: int = c.execute(insert(report).values(row).returning(report.c.id)).scalar_one()
    first = func.coalesce(due.c.reported_at, literal(given or now, Moment))
    c.execute(update(due).where(due.c.id == due_id).values(reported_at=first, **_standing(attained)))
    rows = [{"report_id": kept} | asdict(file) for file in files]
    if rows:
        c.execute(insert(evidence), rows)
    return kept


def conclude(
    c: Connection,
    report_id: int,
    verdict: Confirmed,
    *,
    reason: str | None = None,
    person_id: int | None,
    now: datetime,
) -> bool:
    """Confirm or dispute a report, or let silence confirm it; False where that was done before.

    What is disputed can be corrected for another while, however soon it would have closed.
    """
    said = {"verdict": verdict, "reason": reason, "person_id": person_id}
    if not insert_new(c, confirmation, report_id=report_id, **said, at=now):
        return False
    if verdict == "disputed":
        of = select(report.c.due_id).where(report.c.id == report_id).scalar_subquery()
        until = now + CORRECTING
        c.execute(update(due).where(due.c.id == of, due.c.closes < until).values(closes=until))
    return True


def due_of(c: Connection, due_id: int) -> Due | None:
    """What is due, by its id."""
    return next(iter(_found(c, due.c.id == due_id)), None)


def dues(c: Connection, ids: Iterable[int]) -> tuple[Due, ...]:
    """What is due, by ids, in the order of their dates."""
    return _found(c, due.c.id.in_(list(ids)))


def dues_with(c: Connection, report_ids: Iterable[int]) -> tuple[Due, ...]:
    """What reports were made of, whether or not they still stand."""
    made_of = select(report.c.due_id).where(report.c.id.in_(list(report_ids)))
    return _found(c, due.c.id.in_(made_of))


def replaced(c: Connection, one: Due) -> Decimal | None:
    """The figure that a report corrected: the last other one, since evidence may have been added to it meanwhile."""
    if one.report is None:
        return None
    earlier = (report.c.due_id == one.id) & (report.c.version < one.report.version) & report.c.value.is_not(None)
    values = c.execute(select(report.c.value).where(earlier).order_by(report.c.version.desc())).scalars()
    return next((value for value in map(Decimal, values) if value != one.report.value), None)


def open_from(c: Connection, person_id: int, now: datetime) -> tuple[Due, ...]:
    """What a person may report or correct now."""
    return _found(c, (due.c.reporter_id == person_id) & (due.c.closes > now) & _judges_or_holds())


def of_plan(c: Connection, plan_id: int) -> tuple[Due, ...]:
    """All that was ever due of a plan."""
    return _found(c, due.c.plan_id == plan_id)


def before(c: Connection, one: Due) -> Due | None:
    """What was due of the same indicator before, where it was reported."""
    same = (due.c.plan_id == one.plan_id) & (due.c.indicator_id == one.indicator_id)
    earlier = same & (due.c.person_id == one.person_id) & (due.c.due_on < one.due_on) & report.c.id.is_not(None)
    row = c.execute(_query().where(earlier).order_by(due.c.due_on.desc()).limit(1)).one_or_none()
    return _due(row) if row else None


def figure_before(c: Connection, one: Due) -> Decimal | None:
    """The figure that was reported of the same indicator before."""
    earlier = before(c, one)
    return earlier.report.value if earlier and earlier.report else None


def history(c: Connection, plan_id: int, holder_id: int | None = None) -> dict[int, list[Report]]:
    """Every report of a plan, perhaps of one holder, by the ids of what was due, the oldest first."""
    which = (
        due.c.plan_id == plan_id if holder_id is None else (due.c.plan_id == plan_id) & (due.c.person_id == holder_id)
    )
    query = select(*report.c, *confirmation.c).join_from(report, due).outerjoin(confirmation).where(which)
    files = evidence_of(c, select(report.c.id).join_from(report, due).where(which))
    found: dict[int, list[Report]] = {}
    for row in c.execute(query.order_by(report.c.due_id, report.c.version)):
        it = _report(row)
        due_id = row._mapping[report.c.due_id]  # noqa: SLF001 - as in _due
        found.setdefault(due_id, []).append(replace(it, evidence=files.get(it.id, ())))
    return found


def reporters_of(c: Connection, plan_id: int, holder_id: int | None = None) -> frozenset[int]:
    """The ids of all who reported of a plan, perhaps of one holder alone: holders and judges."""
    query = select(report.c.person_id).distinct().join_from(report, due).where(due.c.plan_id == plan_id)
    query = query if holder_id is None else query.where(due.c.person_id == holder_id)
    return frozenset(c.execute(query).scalars())


def evidence_of(c: Connection, report_ids: Iterable[int] | Select[tuple[int]]) -> dict[int, tuple[File, ...]]:
    """The photos and files of reports that have any, in the order in which they were sent."""
    ids = report_ids if isinstance(report_ids, Select) else list(report_ids)
    query = select(evidence).where(evidence.c.report_id.in_(ids)).order_by(evidence.c.id)
    found: dict[int, tuple[File, ...]] = {}
    for _, report_id, *file in c.execute(query):
        found[report_id] = (*found.get(report_id, ()), File(*file))
    return found


def unasked(today: date) -> ColumnElement[bool]:
    """What is due by now of which nobody was told yet."""
    return due.c.asked_at.is_(None) & (due.c.due_on <= today) & _judges_or_holds()


def unreported(organisation_id: int, now: datetime, most: int) -> ColumnElement[bool]:
    """What is late and not reported so many days after it was asked as it was reminded of, and one more.

    What became late later than a day after it was asked is reminded of once it is late, and then day by day.
    Nothing is reminded of more than `most` times, once it closed, nor once somebody gave the post up.
    """
    times = [
        (due.c.reminders == sent) & (due.c.asked_at <= now - (sent + 1) * _DAY) & (due.c.late_from <= now - sent * _DAY)
        for sent in range(most)
    ]
    held = exists().where(
        holder.c.plan_id == due.c.plan_id, holder.c.person_id == due.c.person_id, holder.c.until.is_(None)
    )
    still = (due.c.closes > now) & report.c.id.is_(None) & held & _judges_or_holds()
    return or_(false(), *times) & still & _of(organisation_id)


def unconfirmed(organisation_id: int, before: datetime | None = None) -> ColumnElement[bool]:
    """What was reported in an organisation, perhaps before a time, and never confirmed or disputed."""
    waits = report.c.id.is_not(None) & confirmation.c.report_id.is_(None) & _of(organisation_id)
    return waits if before is None else waits & (_kept_at <= before)


def of(plan_id: int) -> ColumnElement[bool]:
    """What is due of a plan."""
    return due.c.plan_id == plan_id


def found(c: Connection, which: ColumnElement[bool], reporter_id: int | None = None) -> tuple[Due, ...]:
    """What is due of which something is so, from all or from one who reports, in the order of the dates."""
    return _found(c, which if reporter_id is None else which & (due.c.reporter_id == reporter_id))


def reporters(c: Connection, which: ColumnElement[bool]) -> tuple[int, ...]:
    """From whom something is due of which something is so; reads no figure, so that none that is damaged is met."""
    query = _query().with_only_columns(due.c.reporter_id).where(which)
    return tuple(c.execute(query.distinct().order_by(due.c.reporter_id)).scalars())


def asked(c: Connection, ids: Iterable[int], now: datetime) -> None:
    """Note that people were asked for what is due."""
    c.execute(update(due).where(due.c.id.in_(list(ids)), due.c.asked_at.is_(None)).values(asked_at=now))


def reminded(c: Connection, late: Iterable[Due], most: int, now: datetime) -> None:
    """Note that people were reminded of what was late; the days on which they could not be count as well."""
    for one in late:
        days = (now - max(one.asked_at, one.late_from - _DAY)) // _DAY if one.asked_at else 1
        c.execute(update(due).where(due.c.id == one.id).values(reminders=min(max(days, one.reminders + 1), most)))


def postpone(c: Connection, due_id: int, *, late_from: datetime, closes: datetime) -> None:
    """Have something that is due be late and close at other times."""
    c.execute(update(due).where(due.c.id == due_id).values(late_from=late_from, closes=closes))


def leave_to_manager(c: Connection, person_id: int, now: datetime, plan_ids: Collection[int] | None = None) -> None:
    """Have the managers of plans, of all or of some, judge what a person was to judge and did not yet."""
    judged = (due.c.reporter_id == person_id) & (due.c.person_id != person_id)
    which = true() if plan_ids is None else due.c.plan_id.in_(list(plan_ids))
    manager = select(plan.c.person_id).where(plan.c.id == due.c.plan_id).scalar_subquery()
    c.execute(update(due).where(judged, _open(now), which).values(reporter_id=manager, asked_at=None, reminders=0))


def drop_open(c: Connection, person_id: int, now: datetime) -> None:
    """Have nothing be due of a person's own that they could still report; what they missed before stays missed."""
    own = (due.c.reporter_id == person_id) & (due.c.person_id == person_id)
    c.execute(delete(due).where(own, _open(now)))


def drop_besides(c: Connection, of: tuple[int, int], spans: Iterable[tuple[date, date]]) -> None:
    """Have nothing be due of a plan from a holder (`of`) about other days than these; what was reported stays."""
    plan_id, person_id = of
    inside = or_(false(), *((due.c.first <= last) & (due.c.last >= first) for first, last in spans))
    theirs = (due.c.plan_id == plan_id) & (due.c.person_id == person_id) & due.c.reported_at.is_(None)
    c.execute(delete(due).where(theirs, ~inside))


def _judges_or_holds() -> ColumnElement[bool]:
    """What is due of whoever may report it: who has the plan and is no manager any more judges nothing of it."""
    theirs = exists().where(plan.c.id == due.c.plan_id, plan.c.person_id == due.c.reporter_id)
    manages = exists().where(role.c.person_id == due.c.reporter_id, role.c.role == "manager")
    return (due.c.reporter_id == due.c.person_id) | ~theirs | manages


def _open(now: datetime) -> ColumnElement[bool]:
    return (due.c.closes > now) & due.c.reported_at.is_(None)


def _standing(attained: Attainment | None) -> dict[str, object]:
    """How a report stands to its standards: up to 1 at basic, up to 2 at outstanding."""
    if attained is None or attained.basic is None:
        return {"met": None, "excelled": None, "attained": None}
    reached = float(attained.basic) + float(attained.outstanding or 0)
    return {"met": attained.met, "excelled": attained.excelled, "attained": reached}


_kept_at = func.coalesce(report.c.kept_at, report.c.at)
"""When a report was put on record: older ones have no such time."""


def _of(organisation_id: int) -> ColumnElement[bool]:
    return due.c.person_id.in_(select(person.c.id).where(person.c.organisation_id == organisation_id))


def _query() -> Select[tuple[object, ...]]:
    other = report.alias("other")
    newest = select(func.max(other.c.version)).where(other.c.due_id == due.c.id).scalar_subquery()
    query = select(*due.c, *report.c, *confirmation.c).select_from(due)
    query = query.outerjoin(report, (report.c.due_id == due.c.id) & (report.c.version == newest))
    return query.outerjoin(confirmation, confirmation.c.report_id == report.c.id)


def _found(c: Connection, which: ColumnElement[bool]) -> tuple[Due, ...]:
    rows = c.execute(_query().where(which).order_by(due.c.due_on, due.c.plan_id, due.c.indicator_id, due.c.id))
    return tuple(_due(row) for row in rows)


def _due(row: Row[tuple[object, ...]]) -> Due:
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's way to a row by its columns
    own = {field.name: found[due.c[field.name]] for field in fields(Due) if field.name != "report"}
    return Due(**own, report=_report(row) if found[report.c.id] is not None else None)


def _report(row: Row[tuple[object, ...]]) -> Report:
    found = row._mapping  # noqa: SLF001 - as above
    value, observed = found[report.c.value], found[report.c.observed]
    return Report(
        id=found[report.c.id],
        version=found[report.c.version],
        value=None if value is None else Decimal(value),
        observed=None if observed is None else tuple(observed),
        note=found[report.c.note],
        person_id=found[report.c.person_id],
        at=found[report.c.at],
        kept_at=found[report.c.kept_at] or found[report.c.at],
        verdict=found[confirmation.c.verdict],
        reason=found[confirmation.c.reason],
        confirmed_by=found[confirmation.c.person_id],
        confirmed_at=found[confirmation.c.at],
    )
