"""A digest, out of the records: of an organisation or of the departments that somebody of HR sees."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import Connection, Row

from bot.posts import Post as Held
from bot.posts import Posts
from kpi.comparison import held_against
from kpi.digest import (
    Digest,
    Extent,
    Leaving,
    Missing,
    Mover,
    Oddity,
    Reported,
    Reporting,
    Results,
    Rhythm,
    Sign,
    Unplanned,
    Waiting,
    before,
    closed,
    next_month,
)
from kpi.period import Span
from kpi.plan import Indicator
from kpi.scores import attainment
from storage import departments, digests, erasure, holders, people, plans
from storage.digests import Days, Post

STATUSES = ("draft", "submitted", "returned", "approved", "revised")
LEAST = 3
"""Reports from which on "always" and "never" mean something."""


def digest_of(
    c: Connection,
    organisation_id: int,
    rhythm: Rhythm,
    now: dt.datetime,
    scope: Collection[str] = (),
    *,
    last: dt.date | None = None,
) -> Digest:
    """The digest of the newest period that is over now, by the clock that tells it, or of the one that ended on a day.

    Of some departments where `scope` names them.
    """
    span = closed(rhythm, last + _DAY if last else now.date())
    earlier = before(rhythm, span)
    every = digests.posts(c, organisation_id)
    by_id, among = _among(every, scope)
    posts = by_id.values()
    days = days_of(rhythm, span.first, span.last)
    counted = [row for row in digests.reporting(c, organisation_id, days, now) if row.plan_id in by_id]
    known = [one.name for one in departments.departments_of(c, organisation_id) if not scope or one.name in scope]
    planned = {post.department for post in posts if post.in_force}
    moved = digests.movers(c, organisation_id, replace(days, first=earlier.first), earlier.last, now, among)
    always = [*_extremes(c, organisation_id, days, now, among)]
    silent = digests.silent(c, organisation_id, days, now, among)
    in_force = Posts(c, (row.plan_id for row in (*moved, *(row for row, _ in always), *silent)))
    moved = [row for row in moved if _comparable(in_force[row.plan_id], row)]
    always = [one for one in always if not _changed(in_force[one[0].plan_id], one[0].indicator_id, span.last, one[1])]

    def names(row: Row[Any]) -> tuple[str, str]:
        return by_id[row.plan_id].post, in_force[row.plan_id].indicators[row.indicator_id].name

    disputed = digests.disputes(c, organisation_id, days, now)
    doubtful = tuple(post.post for post in posts if post.doubtful)
    return Digest(
        people.organisation_name(c, organisation_id),
        rhythm,
        span,
        (*_plans(posts), ("interview", digests.interviews(c, organisation_id, scope))),
        tuple(name for name in known if name not in planned),
        tuple(_reporting(counted, by_id)),
        tuple(_missing(c, organisation_id, days, now, by_id)),
        Results(*(sum(getattr(row, name) for row in counted) for name in ("reports", "met", "excelled", "reaching"))),
        tuple(Mover(row.name, *names(row), row.before, row.after) for row in moved),
        tuple(
            Oddity(Sign.TOO_LOW if row.excelled == row.reports else Sign.TOO_HIGH, *names(row), row.reports, months)
            for row, months in always
        )
        + tuple(Oddity(Sign.NO_DATA, *names(row), row.times) for row in silent),
        sum(times for plan_id, times in disputed.items() if plan_id in by_id),
        len(doubtful),
        tuple(_waiting([post for post in every if people.sees(scope, {post.newest_department})], now)),
        tuple(Leaving(id, name) for id, name in erasure.waiting(c, organisation_id, scope).items()),
        tuple(_unplanned(c, organisation_id, scope)),
        doubtful,
        tuple(_ending(c, organisation_id, span, by_id)) if rhythm is Rhythm.MONTHLY else (),
    )


def days_of(rhythm: Rhythm, first: dt.date, last: dt.date) -> Days:
    """The days of a digest: months and quarters hold what is about them, a week is no time that figures are about."""
    return Days(first, last, about=rhythm is not Rhythm.WEEKLY)


def reports_of(c: Connection, extent: Extent, rhythm: Rhythm, span: Span) -> Iterator[Reported]:
    """All that was due in a period, one after the other, with the report that stood at the moment of the extent."""
    by_id, among = _posts(c, extent.organisation_id, extent.departments)
    in_force = Posts(c, by_id)
    for row in digests.reports(c, extent.organisation_id, days_of(rhythm, span.first, span.last), extent.at, among):
        indicator = in_force[row.plan_id].indicator_at(row.indicator_id, row.last, row.due_on, row.late_from, row.at)
        yield _reported(row, by_id[row.plan_id], indicator, extent.at)


def listed(c: Connection, extent: Extent, rhythm: Rhythm, span: Span) -> frozenset[int]:
    """The ids of all whose reports are listed."""
    _, among = _posts(c, extent.organisation_id, extent.departments)
    return digests.people_of(c, extent.organisation_id, days_of(rhythm, span.first, span.last), among)


_DAY = dt.timedelta(days=1)
_OFTEN, _SELDOM = 3, 12
_BACK = {_OFTEN: dt.timedelta(days=91), _SELDOM: dt.timedelta(days=364)}
"""How many months back "always" and "never" look; further for what is reported too seldom to tell."""


def _plans(posts: Collection[Post]) -> Iterator[tuple[str, int]]:
    """How many plans there are of each status: those in force are approved, though they be revised."""
    counted = Counter("approved" if post.in_force else post.status for post in posts)
    counted["revised"] = sum(post.in_force and post.status != "approved" for post in posts)
    for status in STATUSES:
        yield status, counted[status]


def _ending(c: Connection, organisation_id: int, span: Span, by_id: dict[int, Post]) -> Iterator[str]:
    """The posts whose plans end in the month after some days."""
    following = next_month(span)
    for one in plans.ending(c, organisation_id, following.first, following.last):
        if one.plan_id in by_id:
            yield by_id[one.plan_id].post


def _extremes(
    c: Connection, organisation_id: int, days: Days, now: dt.datetime, among: list[int] | None
) -> Iterator[tuple[Row[Any], int]]:
    """Indicators that were always at outstanding or never at basic, and in how many months."""
    seldom, since = replace(days, first=days.last - _BACK[_SELDOM]), days.last - _BACK[_OFTEN]
    for row in digests.extremes(c, organisation_id, seldom, since, now, LEAST, among):
        yield row, _OFTEN if row.lately >= LEAST else _SELDOM


def _posts(c: Connection, organisation_id: int, scope: Collection[str]) -> tuple[dict[int, Post], list[int] | None]:
    return _among(digests.posts(c, organisation_id), scope)


def _among(every: tuple[Post, ...], scope: Collection[str]) -> tuple[dict[int, Post], list[int] | None]:
    """The posts of some departments by the ids of their plans; and these ids, where not all posts are meant."""
    by_id = {post.plan_id: post for post in digests.of_departments(every, scope)}
    return by_id, list(by_id) if scope else None


def _comparable(post: Held, row: Row[Any]) -> bool:
    """Whether both figures of a mover are held against the same standards, whatever versions these are of."""
    if len(post.versions) == 1:
        return True
    old, new = (
        post.indicator_at(row.indicator_id, *(getattr(row, f"{age}_{name}") for name in digests.DATED))
        for age in ("old", "new")
    )
    return held_against(old) == held_against(new)


def _changed(post: Held, indicator_id: int, last: dt.date, months: int) -> bool:
    """Whether other standards of an indicator came into force in the last months before a day."""
    since = dt.datetime.combine(last - _BACK[months], dt.time(), dt.UTC)
    known = [(began, one) for began, plan in post.versions for one in plan.indicators if one.id == indicator_id]
    pairs = pairwise(known)
    return any(began > since and held_against(one) != held_against(before) for (_, before), (began, one) in pairs)


def _reported(row: Row[Any], post: Post, indicator: Indicator, at: dt.datetime) -> Reported:
    unreported = "missing" if row.late_from <= at else "pending"
    value, observed = None if row.value is None else Decimal(row.value), tuple(row.observed or ())
    attained = None if row.at is None else attainment(indicator, value, observed)
    punctuality = unreported if row.at is None else "late" if row.began_at >= row.late_from else "in_time"
    return Reported(
        post.department,
        post.post,
        row.person,
        row.reporter,
        indicator,
        Span(row.first, row.last),
        row.due_on,
        punctuality,
        row.at and row.at.astimezone(at.tzinfo),
        value,
        observed,
        attained.met if attained else None,
        attained.excelled if attained else None,
        _state(row),
        row.note_id,
    )


def _state(row: Row[Any]) -> str | None:
    """What was said of a report: by its receiver, or by silence."""
    if row.at is None:
        return None
    if row.verdict and row.receiver_id is None:
        return "silence"
    return row.verdict or "waiting"


def _reporting(counted: list[Row[Any]], by_id: dict[int, Post]) -> list[Reporting]:
    def department(row: Row[Any]) -> str:
        return by_id[row.plan_id].department

    found = []
    for name, group in groupby(sorted(counted, key=department), key=department):
        rows = list(group)
        columns = ("due", "in_time", "late", "pending")
        due, in_time, late, pending = (sum(getattr(row, column) for row in rows) for column in columns)
        found.append(Reporting(name, due, in_time, late, due - in_time - late, pending))
    return found


def _missing(
    c: Connection, organisation_id: int, days: Days, now: dt.datetime, by_id: dict[int, Post]
) -> list[Missing]:
    rows = digests.missing(c, organisation_id, days, now)
    known = [(row, by_id[row.plan_id]) for row in rows if row.plan_id in by_id]
    return [Missing(row.name, post.department, post.post, row.reports) for row, post in known]


def _unplanned(c: Connection, organisation_id: int, scope: Collection[str]) -> Iterator[Unplanned]:
    known = departments.of_people(c, holders.postless(organisation_id))
    for id, name in holders.without_post(c, organisation_id).items():
        if people.sees(scope, known.get(id, ())):
            yield Unplanned(id, name, tuple(sorted(known.get(id, ()))))


def _waiting(posts: Collection[Post], now: dt.datetime) -> list[Waiting]:
    def days(submitted_at: dt.datetime) -> int:
        return (now.date() - submitted_at.astimezone(now.tzinfo).date()).days

    waiting = [(post, post.submitted_at) for post in posts if post.status == "submitted"]
    found = [Waiting(post.plan_id, post.post, post.manager, days(at)) for post, at in waiting if at]
    return sorted(found, key=lambda one: -one.days)
