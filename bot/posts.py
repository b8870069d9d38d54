"""The plans in force, each read once: what posts, indicators and weights are, and were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from dialogs.reading.dates.plan_periods import read_period
from dialogs.reading.unread import Unread
from kpi.period import Span
from kpi.plan import Indicator, Plan
from kpi.scores import Attainment, attainment, weights
from storage import named, plans
from storage.plans import PlanVersion
from storage.reports import Due
from storage.values import plan_from_json

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """The days on which a version of a plan says what is due, and since when one did so of some of them.

    Without a first or last day there is none: its period is known in words only.
    """

    plan: Plan
    since: datetime
    first: date
    last: date

    def holds(self, one: Due) -> bool:
        """Whether what is due is about some of these days."""
        return one.first <= self.last and self.first <= one.last


@dataclass(frozen=True, slots=True)
class Post:
    """A plan in force, and the manager who made it.

    `indicators` are those of all approved versions, each by the newest that has it. `versions` are the approved ones,
    the oldest first, each with when it came into force; `weights` what their indicators count of the post, in percent;
    `people` the ids of those who are meant by the names that they give.
    """

    plan: Plan
    manager_id: int
    indicators: Mapping[int, Indicator]
    versions: tuple[tuple[datetime, Plan], ...]
    weights: tuple[Mapping[int, Decimal], ...]
    people: Mapping[str, int]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The versions that say what is due, each in its period until a newer one begins; the oldest first."""
        found: list[Turn] = []
        until = date.max
        for _, plan in reversed(self.versions):
            days = _days(plan)
            last = min(days.last, until)
            if days.first <= last:
                found.append(Turn(plan, self._since(days), days.first, last))
                until = days.first - _DAY if days.first > date.min else date.min
        return tuple(reversed(found))

    def _since(self, days: Span) -> datetime:
        """When the first version was approved that is for some of these days."""
        return min(at for at, plan in self.versions if _days(plan).overlaps(days))

    def indicator(self, one: Due) -> Indicator:
        """The indicator that a report is held against."""
        return self.indicator_in(self.version(one), one.indicator_id)

    def version(self, one: Due) -> int:
        """The version that a report is held against: of those for its days the one in force when it was due.

        Or when it was reported before. A new version changes what later reports are held against, and earlier ones keep
        theirs.
        """
        reported_at = one.report.at if one.report else None
        return self._version(one.indicator_id, one.last, one.due_on, one.late_from, reported_at)

    def indicator_at(
        self, indicator_id: int, last: date, due_on: date, late_from: datetime, reported_at: datetime | None
    ) -> Indicator:
        """The indicator that a report is held against, by the days and the moments that tell which version it is."""
        return self.indicator_in(self._version(indicator_id, last, due_on, late_from, reported_at), indicator_id)

    def indicator_in(self, version: int, indicator_id: int) -> Indicator:
        """An indicator as a version has it."""
        return next(one for one in self.versions[version - 1][1].indicators if one.id == indicator_id)

    def weight_in(self, version: int, indicator_id: int) -> Decimal:
        """What an indicator counts of the post in a version, in percent."""
        return self.weights[version - 1][indicator_id]

    def _version(
        self, indicator_id: int, last: date, due_on: date, late_from: datetime, reported_at: datetime | None
    ) -> int:
        over = datetime.combine(due_on + _DAY, time(), late_from.tzinfo)  # it can be late later, by an absence
        then = min(at for at in (over, late_from, reported_at) if at)
        having = [
            (number, began)
            for number, (began, plan) in enumerate(self.versions, 1)
            if any(one.id == indicator_id for one in plan.indicators)
        ]
        meant = [one for one in having if _days(self.versions[one[0] - 1][1]).holds(last)] or having
        in_force = [number for number, began in meant if began <= then]
        return in_force[-1] if in_force else meant[0][0]

    def attained(self, one: Due) -> Attainment | None:
        """How a report stands to its standards; None where nothing was reported."""
        if one.report is None:
            return None
        return attainment(self.indicator(one), one.report.value, one.report.observed)


class Posts:
    """Posts by the ids of their plans, for as long as a transaction lasts; `plan_ids` are read at once."""

    def __init__(self, c: Connection, plan_ids: Iterable[int] = ()) -> None:
        self._c = c
        self._known = _read(c, set(plan_ids))

    def __getitem__(self, plan_id: int) -> Post:
        """The post of a plan. Raises LookupError where no version of it was ever approved."""
        if plan_id not in self._known:
            self._known |= _read(self._c, {plan_id})
        return self._known[plan_id]

    def indicator(self, one: Due) -> Indicator:
        """The indicator that a report is held against."""
        return self[one.plan_id].indicator(one)


def _read(c: Connection, plan_ids: set[int]) -> dict[int, Post]:
    if not plan_ids:
        return {}
    meant = named.meant(c, plan_ids)
    return {id: _post(approved, meant[id]) for id, approved in plans.approvals(c, plan_ids).items()}


def _post(approved: Sequence[tuple[datetime, PlanVersion]], people: Mapping[str, int]) -> Post:
    versions = [_with_days(plan_from_json(one.content), one.created.date()) for _, one in approved]
    return Post(
        versions[-1],
        approved[-1][1].person_id,
        {one.id: one for version in versions for one in version.indicators},
        tuple((began, version) for (began, _), version in zip(approved, versions, strict=True)),
        tuple(map(weights, versions)),
        people,
    )


def _with_days(plan: Plan, written: date) -> Plan:
    """The plan with the days of its period, as far as the words of an older one tell them."""
    if plan.period.days:
        return plan
    try:
        return replace(plan, period=read_period(plan.period.text, written))
    except Unread:
        return plan


def _days(plan: Plan) -> Span:
    """The days of the period; all days where it has none."""
    return plan.period.days or Span(date.min, date.max)
