"""The tracking table 绩效表现追踪表: what was due, what was reported, and the scores (method.md 5, 6)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from kpi.comparison import held_against
from kpi.evidence import File
from kpi.period import Span
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
    in time. `weight` is what the day counts of the post in percent: first all that its indicator counts in the
    `version` of the plan that it is held against, and in a table the day's share of it. `versions` is all that was
    reported, the oldest first, where that was asked for.
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
    version: int = 1
    versions: tuple[Version, ...] = ()
    closed: bool = False
    pending: bool = False
    asked: str | None = None
    """Who is to report it."""

    @property
    def missing(self) -> bool:
        """Whether it should be there by now and is not."""
        return self.reported_at is None and not self.pending

    @property
    def state(self) -> str:
        """What was said of it ("confirmed", "disputed", "silence", "waiting"), or that it is "missing" or "pending"."""
        if self.reported_at is None:
            return "missing" if self.missing else "pending"
        return "silence" if self.by_silence else self.verdict or "waiting"

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
    """The department's score: the mean of `number` scores, of which `peers` are those that the reader may see.

    `without` holders have none, since they reported nothing of what was due.
    """

    score: Score
    number: int
    peers: tuple[Peer, ...]
    without: int = 0


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
    """The tracking table of a post: rows by holder, indicator and day; the scores they come to.

    Of what is about some `days`: those of the period that began in a `year`, where the post has several (`years`).
    """

    plan_id: int
    post: str
    department: str
    rows: tuple[Row, ...]
    scores: tuple[Scored, ...]
    year: int | None = None
    years: tuple[int, ...] = ()
    days: Span | None = None

    @property
    def title(self) -> str:
        """The post, with the year that the table is of."""
        return f"{self.post} {self.year}" if self.year else self.post


def progress(
    plan_id: int, post: str, department: str, rows: Iterable[Row], weights: Sequence[Mapping[int, Decimal]] = ()
) -> Progress:
    """The table in order, with a score for each holder.

    `weights` are those of all versions of the plan, in percent by the ids of indicators.
    """
    groups = groupby(sorted(rows, key=_place), lambda row: row.holder)
    weighed = tuple(row for _, group in groups for row in _weighed(list(group), weights))
    scores = tuple(
        Scored(holder, score([Part(row.weight, row.attainment) for row in group]))
        for holder, group in groupby(weighed, lambda row: row.holder)
    )
    return Progress(plan_id, post, department, weighed, scores)


def by_standards(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """Rows of an indicator in order, parted where other standards came into force, however they are worded."""
    groups = groupby(rows, lambda row: held_against(row.indicator))
    return [tuple(group) for _, group in groups]


def with_department(shown: Progress, others: Sequence[Progress], share: Decimal, seen: Collection[int]) -> Progress:
    """The table with the department's score in each person's: the mean of all its holders who have one.

    The table's own scores and those of the plans that are `seen` come with it, so that it can be worked out again.
    """
    own = {one.holder for one in shown.scores}
    known = [(other, one) for other in others for one in other.scores if one.score.basic is not None]
    scores = [one.score for _, one in known]
    basic, outstanding = _mean([one.basic for one in scores]), _mean([one.outstanding for one in scores])
    mean = Score(basic, outstanding, _mean([one.missing for one in scores]) or Decimal(0))
    peers = (
        Peer(other.post, one.holder, one.score)
        for other, one in known
        if other.plan_id in seen or (other.plan_id == shown.plan_id and one.holder in own)
    )
    without = sum(one.score.basic is None and one.score.missing > 0 for other in others for one in other.scores)
    department = Department(mean, len(scores), tuple(peers), without)
    return replace(shown, scores=tuple(replace(one, department=department, share=share) for one in shown.scores))


def _mean(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def _place(row: Row) -> tuple[str, int, date]:
    return row.holder, row.indicator.id, row.due_on


def _weighed(rows: Sequence[Row], weights: Sequence[Mapping[int, Decimal]]) -> list[Row]:
    """The rows of a holder: an indicator's weight in a version of the plan is shared by its due dates under it.

    What a version counts is the share of its days among all that were due. An indicator that was not due under a
    version that has it (one that is due once a year) counts for it on its other days. What is pending counts nothing.
    """
    due = [row for row in rows if not row.pending]
    days = Counter(version for version, _ in {(row.version, row.due_on) for row in due})
    times = Counter((row.version, row.indicator.id) for row in due)
    dates = Counter(row.indicator.id for row in due)

    def weight(row: Row) -> Decimal:
        id = row.indicator.id
        elsewhere = (version for version in days if not times[version, id] and version <= len(weights))
        besides = sum((weights[version - 1].get(id, Decimal(0)) * days[version] for version in elsewhere), Decimal(0))
        return (row.weight * days[row.version] / times[row.version, id] + besides / dates[id]) / days.total()

    return [replace(row, weight=Decimal(0) if row.pending else weight(row)) for row in rows]
