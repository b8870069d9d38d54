"""The tracking table of a post, out of the records."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection

from bot.posts import Post, Posts
from kpi.progress import Progress, Row, Version, progress, with_department
from storage import digests, people, plans, reports
from storage.plans import PlanVersion
from storage.reports import Due, Report


def progress_of(
    c: Connection,
    kept: PlanVersion,
    now: datetime,
    holder_id: int | None = None,
    *,
    year: int | None = None,
    with_versions: bool = False,
) -> Progress:
    """The table of a plan, of all who hold or held its post, or of one of them; perhaps of one year alone.

    Perhaps with earlier reports.
    """
    post = Posts(c)[kept.plan_id]
    of_plan = (one for one in reports.of_plan(c, kept.plan_id) if holder_id in {None, one.person_id})
    dues = [one for one in of_plan if year in {None, one.last.year}]
    versions = reports.history(c, kept.plan_id, holder_id) if with_versions else {}
    made = [*(one.report for one in dues if one.report), *(it for every in versions.values() for it in every)]
    ids = {id for one in dues for id in (one.person_id, one.reporter_id)}
    ids |= {id for it in made for id in (it.person_id, it.confirmed_by) if id}
    names = people.names(c, ids)
    rows = [_row(one, post, names, versions.get(one.id, ()), now) for one in dues]
    return replace(progress(kept.plan_id, post.plan.post, post.plan.department, rows, post.weights), year=year)


def mixed_progress(
    c: Connection,
    kept: PlanVersion,
    organisation_id: int,
    now: datetime,
    holder_id: int | None = None,
    *,
    year: int | None = None,
    sees: Callable[[PlanVersion], bool] = lambda _: True,
) -> Progress:
    """The same with all that was ever reported, and the department's score in each person's where it counts there.

    The scores that the department's stands on come with it as far as the reader `sees` the plans.
    """
    shown = progress_of(c, kept, now, holder_id, year=year, with_versions=True)
    share = people.organisation_of(c, organisation_id).department_share
    if not share:
        return shown
    posts = [one.plan_id for one in digests.posts(c, organisation_id) if one.department == shown.department]
    others = [other for id in posts if (other := plans.approved(c, id))]
    seen = {other.plan_id for other in others if sees(other)}
    return with_department(shown, [progress_of(c, other, now, year=year) for other in others], Decimal(share), seen)


def _row(one: Due, post: Post, names: dict[int, str], versions: Sequence[Report], now: datetime) -> Row:
    version = post.version(one)
    missing = Row(
        post.indicator_in(version, one.indicator_id),
        names[one.person_id],
        one.first,
        one.last,
        one.due_on,
        weight=post.weight_in(version, one.indicator_id),
        version=version,
        closed=one.closes <= now,
        asked=names[one.reporter_id],
        pending=one.report is None and now < one.late_from,
    )
    return _with_report(missing, one.report, names, versions) if one.report else missing


def _with_report(row: Row, it: Report, names: dict[int, str], versions: Sequence[Report]) -> Row:
    return replace(
        row,
        value=it.value,
        observed=it.observed,
        note=it.note,
        reporter=names[it.person_id],
        reported_at=it.at,
        verdict=it.verdict,
        by_silence=it.verdict is not None and it.confirmed_by is None,
        versions=tuple(_version(one, names) for one in versions),
    )


def _version(it: Report, names: dict[int, str]) -> Version:
    return Version(
        it.value,
        it.observed,
        it.note,
        names[it.person_id],
        it.at,
        it.verdict,
        it.reason,
        names[it.confirmed_by] if it.confirmed_by else None,
        it.confirmed_at,
        it.evidence,
    )
