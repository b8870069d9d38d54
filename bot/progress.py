"""The tracking table of a post, out of the records."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo
from decimal import Decimal

from sqlalchemy import Connection

from bot.posts import Post, Posts
from kpi.period import Span
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
    days: Span | None = None,
    with_versions: bool = False,
) -> Progress:
    """The table of a plan, of all who hold or held its post, or of one of them, perhaps with earlier reports.

    Its times are told by the clock of `now`.

    Of the period that began in a year, or of some days; else of the newest period of which something was due.
    """
    post, of_plan = Posts(c)[kept.plan_id], reports.of_plan(c, kept.plan_id)
    years = tuple(sorted({_year(post, one) for one in of_plan}))
    if days is None:
        days = _days(post, of_plan, year)
        year = year or (days.first.year if len(years) > 1 and days.first.year in years else None)
    dues = [one for one in of_plan if holder_id in {None, one.person_id} and days.holds(one.last)]
    versions = reports.history(c, kept.plan_id, holder_id) if with_versions else {}
    made = [*(one.report for one in dues if one.report), *(it for every in versions.values() for it in every)]
    ids = {id for one in dues for id in (one.person_id, one.reporter_id)}
    ids |= {id for it in made for id in (it.person_id, it.confirmed_by) if id}
    names = people.names(c, ids)
    rows = [_row(one, post, names, versions.get(one.id, ()), now) for one in dues]
    table = progress(kept.plan_id, post.plan.post, post.plan.department, rows, post.weights)
    return replace(table, year=year, years=years, days=days)


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
    return with_department(
        shown, [progress_of(c, other, now, days=shown.days) for other in others], Decimal(share), seen
    )


def _days(post: Post, dues: Iterable[Due], year: int | None) -> Span:
    """The days of the periods that began in a year, or of that year; else of the newest turn of the dues."""
    if year is None:
        last = max((one.last for one in dues), default=date.min)
        turns = [turn for turn in post.turns if turn.first <= last] or post.turns
        return Span(turns[-1].first, turns[-1].last)
    of_year = [turn for turn in post.turns if turn.first.year == year]
    if of_year:
        return Span(of_year[0].first, of_year[-1].last)
    return Span(date(year, 1, 1), date(year, 12, 31))


def _year(post: Post, one: Due) -> int:
    """The year by which a table can be asked for that holds what is due: that in which its period began."""
    firsts = [turn.first for turn in post.turns if turn.first > date.min and turn.holds(one)]
    return firsts[-1].year if firsts else one.last.year


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
    return _with_report(missing, one.report, names, versions, now.tzinfo) if one.report else missing


def _with_report(row: Row, it: Report, names: dict[int, str], versions: Sequence[Report], zone: tzinfo | None) -> Row:
    return replace(
        row,
        value=it.value,
        observed=it.observed,
        note=it.note,
        reporter=names[it.person_id],
        reported_at=it.at.astimezone(zone),
        verdict=it.verdict,
        by_silence=it.verdict is not None and it.confirmed_by is None,
        versions=tuple(_version(one, names, zone) for one in versions),
    )


def _version(it: Report, names: dict[int, str], zone: tzinfo | None) -> Version:
    return Version(
        it.value,
        it.observed,
        it.note,
        names[it.person_id],
        it.at.astimezone(zone),
        it.verdict,
        it.reason,
        names[it.confirmed_by] if it.confirmed_by else None,
        it.confirmed_at.astimezone(zone) if it.confirmed_at else None,
        it.evidence,
    )
