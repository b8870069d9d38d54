"""How a score comes about: its sums are the score."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kpi.explanation import SIDES, explained, gained
from kpi.progress import Row, progress
from tests.company import indicators

FIGURES = st.lists(st.none() | st.integers(0, 200).map(Decimal), min_size=1, max_size=12)
MOMENT = datetime(2026, 10, 1, tzinfo=UTC)


def rows(place: int, figures: list[Decimal | None]) -> list[Row]:
    """The figures of an indicator, month by month; None is missing."""
    indicator = indicators()[place]
    days = [date(2026, 1, 31) + timedelta(days=30 * number) for number in range(len(figures))]
    return [
        Row(indicator, "王芳", day, day, day, value=value, reported_at=None if value is None else MOMENT)
        for day, value in zip(days, figures, strict=True)
    ]


@given(first=FIGURES, second=FIGURES)
def test_the_sums_of_all_due_dates_are_the_score(first: list[Decimal | None], second: list[Decimal | None]) -> None:
    weights = {1: Decimal(40), 2: Decimal(60)}
    shown = progress(1, "店长", "零售部", [*rows(0, first), *rows(1, second)], weights)
    it = explained(shown, shown.scores[0])
    for side in SIDES:
        share, scored = it.sum(side).share, getattr(it.scored.score, side)
        assert (share is None) is (scored is None)
        assert share is None or abs(share - scored) < Decimal("1e-8")
        parts = sum((one.sum(side).gained for one in it.accounts), Decimal(0))
        assert abs(parts - it.sum(side).gained) < Decimal("1e-8")
    assert abs(sum((one.weight for one in it.accounts), Decimal(0)) - 100) < Decimal("1e-8")
    missing = sum((row.weight for row in it.missing), Decimal(0)) / 100
    assert abs(missing - it.scored.score.missing) < Decimal("1e-8")


def test_a_due_date_adds_its_weight_times_what_was_attained() -> None:
    shown = progress(1, "店长", "零售部", rows(1, [Decimal(125), None, Decimal(50)]), {2: Decimal(60)})
    assert [gained(row, "basic") for row in shown.rows] == [20, None, 10]
    assert [gained(row, "outstanding") for row in shown.rows] == [10, None, 0]


def test_an_indicator_that_counts_no_more_adds_nothing() -> None:
    shown = progress(1, "店长", "零售部", rows(0, [Decimal(1)]), {2: Decimal(60)})
    assert explained(shown, shown.scores[0]).sum("basic").share is None
