"""The tracking table of a post, out of the records."""

from decimal import Decimal

from sqlalchemy import Connection

from bot.posts import Posts
from kpi.plan import Indicator
from kpi.progress import Progress, Row, progress, with_department
from storage import digests, people, plans, reports
from storage.plans import PlanVersion
from storage.reports import Due


def progress_of(c: Connection, kept: PlanVersion, holder_id: int | None = None) -> Progress:
    """The table of a plan, of all who hold or held its post, or of one of them."""
    post = Posts(c)[kept.plan_id]
    dues = [one for one in reports.of_plan(c, kept.plan_id) if holder_id in {None, one.person_id}]
    ids = {id for one in dues for id in (one.person_id, one.report.person_id if one.report else one.person_id)}
    names = people.names(c, ids)
    rows = [_row(one, post.indicator(one), names) for one in dues]
    return progress(kept.plan_id, post.plan.post, post.plan.department, rows, post.weights)


def mixed_progress(c: Connection, kept: PlanVersion, organisation_id: int, holder_id: int | None = None) -> Progress:
    """The same, with the department's score in each person's where the organisation has it count."""
    shown = progress_of(c, kept, holder_id)
    share = people.organisation_of(c, organisation_id).department_share
    if not share:
        return shown
    posts = [one.plan_id for one in digests.posts(c, organisation_id) if one.department == shown.department]
    others = [progress_of(c, other) for id in posts if (other := plans.approved(c, id))]
    return with_department(shown, others, Decimal(share))


def _row(one: Due, indicator: Indicator, names: dict[int, str]) -> Row:
    it = one.report
    if it is None:
        return Row(indicator, names[one.person_id], one.first, one.last, one.due_on)
    return Row(
        indicator,
        names[one.person_id],
        one.first,
        one.last,
        one.due_on,
        value=it.value,
        observed=it.observed,
        note=it.note,
        reporter=names[it.person_id],
        reported_at=it.at,
        verdict=it.verdict,
        by_silence=it.verdict is not None and it.confirmed_by is None,
    )
