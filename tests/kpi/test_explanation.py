"""How a score comes about: its sums are the score."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kpi.explanation import SIDES, explained, gained
from kpi.progress import Row, by_standards, progress
from tests.company import indicators, numeric

FIGURES = st.lists(st.none() | st.integers(0, 200).map(Decimal), min_size=1, max_size=12)
MOMENT = datetime(2026, 10, 1, tzinfo=UTC)


def rows(place: int, figures: list[Decimal | None], weight: int, version: int = 1) -> list[Row]:
    """The figures of an indicator, month by month; None is missing."""
    indicator = indicators()[place]
    days = [date(2026, 1, 31) + timedelta(days=30 * number) for number in range(len(figures))]
    return [
        Row(
            indicator,
            "王芳",
            day,
            day,
            day,
            value=value,
            reported_at=None if value is None else MOMENT,
            weight=Decimal(weight),
            version=version,
        )
        for day, value in zip(days, figures, strict=True)
    ]


@given(first=FIGURES, second=FIGURES)
def test_the_sums_of_all_due_dates_are_the_score(first: list[Decimal | None], second: list[Decimal | None]) -> None:
    shown = progress(1, "店长", "零售部", [*rows(0, first, 40), *rows(1, second, 60)])
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
    shown = progress(1, "店长", "零售部", rows(1, [Decimal(125), None, Decimal(50)], 60))
    assert [gained(row, "basic") for row in shown.rows] == [20, None, 10]
    assert [gained(row, "outstanding") for row in shown.rows] == [10, None, 0]


def test_an_indicator_that_counts_no_more_adds_nothing() -> None:
    shown = progress(1, "店长", "零售部", rows(0, [Decimal(1)], 0))
    assert explained(shown, shown.scores[0]).sum("basic").share is None


def test_each_version_of_a_plan_weighs_what_was_due_under_it() -> None:
    """90 to 10 in the first two months, 10 to 90 in the third: the months count the same."""
    before = [*rows(0, [Decimal(1), Decimal(1)], 90), *rows(1, [Decimal(50), Decimal(50)], 10)]
    after = [replace(row, due_on=date(2026, 6, 30)) for row in (*rows(0, [Decimal(1)], 10, 2), *rows(1, [None], 90, 2))]
    shown = progress(1, "店长", "零售部", [*before, *after])
    weights = [round(row.weight, 6) for row in shown.rows]
    third = [Decimal(30), Decimal(30), Decimal(10) / 3, Decimal(10) / 3, Decimal(10) / 3, Decimal(30)]
    assert weights == [round(one, 6) for one in third]
    assert abs(sum(weights, Decimal(0)) - 100) < Decimal("1e-5")


def test_what_is_due_once_a_year_counts_the_same_however_the_plan_changed() -> None:
    """20 to 80, both kept by the second version: the one that is due in its last month alone keeps its 80."""
    often = [replace(row, version=1 + number // 11) for number, row in enumerate(rows(0, [Decimal(1)] * 12, 20))]
    once = [replace(row, due_on=often[-1].due_on) for row in rows(1, [Decimal(50)], 80, 2)]
    kept = {often[0].indicator.id: Decimal(20), once[0].indicator.id: Decimal(80)}
    weighed = {}
    for weights in ([kept, kept], [{**kept, once[0].indicator.id: Decimal(0)}, kept]):
        shown = progress(1, "店长", "零售部", [*often, *once], weights)
        weighed[weights[0] is kept] = [round(one.weight, 4) for one in explained(shown, shown.scores[0]).accounts]
    assert weighed == {True: [20, 80], False: [20, Decimal("6.6667")]}


def test_days_are_parted_where_the_standards_changed_and_not_where_their_words_did() -> None:
    row = rows(0, [Decimal(1)], 40)[0]
    reworded, changed = (
        replace(row, indicator=replace(row.indicator, basic=replace(numeric(value, "<="), text="改过")))
        for value in ("2.0", "3")
    )
    assert by_standards([row, reworded, changed, changed, row]) == [(row, reworded), (changed, changed), (row,)]
    newest = replace(changed, due_on=date(2026, 6, 30))
    shown = progress(1, "店长", "零售部", [newest, row])
    assert explained(shown, shown.scores[0]).accounts[0].indicator == newest.indicator


def test_an_indicator_that_was_dropped_counts_for_its_days_alone() -> None:
    before = [*rows(0, [Decimal(1)], 50), *rows(1, [Decimal(100)], 50)]
    after = [replace(row, due_on=date(2026, 6, 30)) for row in rows(0, [Decimal(1)], 100, 2)]
    shown = progress(1, "店长", "零售部", [*before, *after])
    assert [row.weight for row in shown.rows] == [25, 50, 25]
