from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kpi import values
from kpi.comparison import Change, changes
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Standard, Tracking, When
from kpi.values import Base, Comparator, Limit, Per, Share, Sign

STANDARD = Standard("at least 97%", Comparator.AT_LEAST, Decimal(97), unit="%")
ACCURACY = Indicator(
    5, Dimension.QUALITY, "accuracy", numeric=True, weight=Decimal(100), direction=Direction.MORE, basic=STANDARD
)
REPORT = Output(3, "report", (1,), Decimal(60), indicators=(ACCURACY,))
ADVICE = Output(4, "advice", (1,), Decimal(40))
BEFORE = Plan(
    "Buyer",
    "Sourcing",
    None,
    "purchasing",
    Period("2027"),
    (Customer(1, "GM", CustomerKind.SUPERIOR),),
    (REPORT, ADVICE),
)


def with_indicator(indicator: Indicator) -> Plan:
    return replace(BEFORE, outputs=(replace(REPORT, indicators=(indicator,)), ADVICE))


def test_nothing_differs_from_itself() -> None:
    assert changes(BEFORE, BEFORE) == ()


def test_what_is_said_in_other_words_is_the_same() -> None:
    said = replace(STANDARD, text="不低于97%", value=Decimal("97.0"))
    assert changes(BEFORE, with_indicator(replace(ACCURACY, basic=said))) == ()


@pytest.mark.parametrize(
    "part",
    [
        {"rates": (Per(Decimal(1000), "bed days"),)},
        {"share": Share("tickets", Limit(Comparator.AT_MOST, Decimal(48), "hour"))},
        {"change": values.Change(Sign.UP, Base.LAST_YEAR)},
        {"out_of": Decimal(100)},
        {"condition": "for urgent tickets"},
    ],
)
def test_every_part_of_a_standard_counts_but_its_note(part: dict[str, Any]) -> None:
    noted = replace(STANDARD, note="每降1%扣2分")
    assert changes(BEFORE, with_indicator(replace(ACCURACY, basic=noted))) == ()
    other = replace(STANDARD, **part)
    assert changes(BEFORE, with_indicator(replace(ACCURACY, basic=other))) == (
        Change(("report", "accuracy"), "basic", STANDARD, other),
    )


def test_what_is_observed_counts_however_it_was_written() -> None:
    basic = Standard("on time; safe", items=("on time", "safe"))
    before = with_indicator(replace(ACCURACY, basic=basic))
    assert changes(before, with_indicator(replace(ACCURACY, basic=replace(basic, text="on time, safe")))) == ()
    other = Standard("on time", items=("on time",))
    assert changes(before, with_indicator(replace(ACCURACY, basic=other))) == (
        Change(("report", "accuracy"), "basic", basic, other),
    )


def test_changes_name_what_they_are_about() -> None:
    higher = replace(STANDARD, value=Decimal(98))
    tracked = Tracking(when=When("monthly", rrule="FREQ=MONTHLY"))
    after = with_indicator(replace(ACCURACY, name="exactness", basic=higher, tracking=tracked))
    about = ("report", "exactness")
    assert changes(BEFORE, replace(after, period=Period("2028"))) == (
        Change((), "period", Period("2027"), Period("2028")),
        Change(about, "name", "accuracy", "exactness"),
        Change(about, "basic", STANDARD, higher),
        Change(about, "when", None, tracked.when),
    )


def test_what_was_added_and_removed() -> None:
    found = changes(BEFORE, replace(BEFORE, outputs=(REPORT, replace(ADVICE, id=9, name="forecast"))))
    assert found == (Change((), "output", "advice", None), Change((), "output", None, "forecast"))
    assert changes(BEFORE, replace(BEFORE, outputs=(replace(REPORT, indicators=()), ADVICE))) == (
        Change(("report",), "indicator", "accuracy", None),
    )


def test_customers_are_compared_by_name() -> None:
    other = Customer(2, "finance", CustomerKind.DEPARTMENT)
    after = replace(BEFORE, customers=(*BEFORE.customers, other), outputs=(replace(REPORT, customers=(1, 2)), ADVICE))
    assert changes(BEFORE, after) == (Change(("report",), "customers", ("GM",), ("GM", "finance")),)
