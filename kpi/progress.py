"""The tracking table 绩效表现追踪表: what was due, what was reported, and the scores (method.md 5, 6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from kpi.plan import Indicator
from kpi.scores import Attainment, Part, Score, attain, judge, mixed, score


@dataclass(frozen=True, slots=True)
class Row:
    """What was due of an indicator from a holder on a day; without `reported_at` it is missing.

    `verdict` is what the receiver said ("confirmed", "disputed", None); `by_silence` that nobody objected in time.
    """

    indicator: Indicator
    holder: str
    first: date
    last: date
    due_on: date
    value: Decimal | None = None
    observed: tuple[str, ...] | None = None
    note: str | None = None
    reporter: str | None = None
    reported_at: datetime | None = None
    verdict: str | None = None
    by_silence: bool = False

    @property
    def attainment(self) -> Attainment | None:
        """How it stands to the standards; None where nothing was reported."""
        if self.reported_at is None:
            return None
        if self.value is not None:
            return attain(self.indicator, self.value)
        return judge(self.indicator, self.observed or ())


@dataclass(frozen=True, slots=True)
class Scored:
    """A holder's score over the rows of a table."""

    holder: str
    score: Score
    department: Score | None = None
    """The department's score, where the organisation has it count."""
    share: Decimal = Decimal(0)
    """What the department's counts in the person's, in percent."""

    @property
    def result(self) -> Score:
        """The person's result: that of the post, mixed with that of the department."""
        if self.department is None:
            return self.score
        basic = mixed(self.score.basic, self.department.basic, self.share)
        outstanding = mixed(self.score.outstanding, self.department.outstanding, self.share)
        return Score(basic, outstanding, self.score.missing)


@dataclass(frozen=True, slots=True)
class Progress:
    """The tracking table of a post: rows by holder, indicator and day; the scores they come to."""

    plan_id: int
    post: str
    department: str
    rows: tuple[Row, ...]
    scores: tuple[Scored, ...]


def progress(plan_id: int, post: str, department: str, rows: Iterable[Row], weights: Mapping[int, Decimal]) -> Progress:
    """The table in order, with a score for each holder; `weights` are the indicators' shares of the post."""
    ordered = sorted(rows, key=lambda row: (row.holder, row.indicator.id, row.due_on))
    scores = tuple(
        Scored(holder, score(parts(tuple(group), weights)))
        for holder, group in groupby(ordered, lambda row: row.holder)
    )
    return Progress(plan_id, post, department, tuple(ordered), scores)


def with_department(shown: Progress, others: Sequence[Progress], share: Decimal) -> Progress:
    """The table with the department's score in each person's: the mean of all its holders, whatever they report."""
    scores = [one.score for other in others for one in other.scores]
    department = Score(_mean([one.basic for one in scores]), _mean([one.outstanding for one in scores]), Decimal(0))
    return replace(shown, scores=tuple(replace(one, department=department, share=share) for one in shown.scores))


def _mean(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def parts(rows: Sequence[Row], weights: Mapping[int, Decimal]) -> tuple[Part, ...]:
    """What the rows of one holder count: an indicator's weight is shared by its due dates."""
    times = {id: sum(row.indicator.id == id for row in rows) for id in weights}
    return tuple(
        Part(weights[row.indicator.id] / times[row.indicator.id], row.attainment)
        for row in rows
        if row.indicator.id in weights
    )
