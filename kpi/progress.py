"""The tracking table 绩效表现追踪表: what was due, what was reported, and the scores (method.md 5, 6)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from kpi.evidence import File
from kpi.plan import Indicator
from kpi.scores import Attainment, Part, Score, attain, judge, mixed, score


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it was made once, and what was said of it; `receiver` is None where silence confirmed it."""

    value: Decimal | None
    observed: tuple[str, ...] | None
    note: str | None
    reporter: str
    reported_at: datetime
    verdict: str | None = None
    reason: str | None = None
    receiver: str | None = None
    concluded_at: datetime | None = None
    evidence: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What was due of an indicator from a holder on a day.

    Without `reported_at` it is missing, for good once `closed`; while it is `pending`, it is not late yet and does not
    count at all. `verdict` is what the receiver said ("confirmed", "disputed", None); `by_silence` that nobody objected
    in time. `weight` is what the day counts of the post in percent, `versions` all that was reported, the oldest first,
    where that was asked for.
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
    weight: Decimal = Decimal(0)
    versions: tuple[Version, ...] = ()
    closed: bool = False
    pending: bool = False

    @property
    def missing(self) -> bool:
        """Whether it should be there by now and is not."""
        return self.reported_at is None and not self.pending

    @property
    def attainment(self) -> Attainment | None:
        """How it stands to the standards; None where nothing was reported."""
        if self.reported_at is None:
            return None
        if self.value is not None:
            return attain(self.indicator, self.value)
        return judge(self.indicator, self.observed or ())


@dataclass(frozen=True, slots=True)
class Peer:
    """A score that the department's stands on."""

    post: str
    holder: str
    score: Score


@dataclass(frozen=True, slots=True)
class Department:
    """The department's score: the mean of `number` scores, of which `peers` are those that the reader may see."""

    score: Score
    number: int
    peers: tuple[Peer, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A holder's score over the rows of a table."""

    holder: str
    score: Score
    department: Department | None = None
    """That of the department, where the organisation has it count."""
    share: Decimal = Decimal(0)
    """What the department's counts in the person's, in percent."""

    @property
    def result(self) -> Score:
        """The person's result: that of the post, mixed with that of the department."""
        if self.department is None:
            return self.score
        department = self.department.score
        basic = mixed(self.score.basic, department.basic, self.share)
        outstanding = mixed(self.score.outstanding, department.outstanding, self.share)
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
    ordered = sorted(rows, key=_place)
    weighed = tuple(row for _, group in groupby(ordered, _place_of_indicator) for row in _weighed(list(group), weights))
    scores = tuple(
        Scored(holder, score([Part(row.weight, row.attainment) for row in group]))
        for holder, group in groupby(weighed, lambda row: row.holder)
    )
    return Progress(plan_id, post, department, weighed, scores)


def with_department(shown: Progress, others: Sequence[Progress], share: Decimal, seen: Collection[int]) -> Progress:
    """The table with the department's score in each person's: the mean of all its holders, whatever they report.

    The scores of the plans that are `seen` come with it, so that it can be worked out again.
    """
    scores = [one.score for other in others for one in other.scores]
    mean = Score(_mean([one.basic for one in scores]), _mean([one.outstanding for one in scores]), Decimal(0))
    peers = (
        Peer(other.post, one.holder, one.score) for other in others if other.plan_id in seen for one in other.scores
    )
    department = Department(mean, len(scores), tuple(peers))
    return replace(shown, scores=tuple(replace(one, department=department, share=share) for one in shown.scores))


def _mean(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def _place(row: Row) -> tuple[str, int, date]:
    return row.holder, row.indicator.id, row.due_on


def _place_of_indicator(row: Row) -> tuple[str, int]:
    return row.holder, row.indicator.id


def _weighed(rows: Sequence[Row], weights: Mapping[int, Decimal]) -> list[Row]:
    """The rows of one indicator and holder: its weight is shared by its due dates, but for those that are pending."""
    count = sum(not row.pending for row in rows)
    weight = weights.get(rows[0].indicator.id, Decimal(0)) / max(count, 1)
    return [row if row.pending else replace(row, weight=weight) for row in rows]
