"""English words around names that were typed."""

from decimal import Decimal

import pytest

from kpi.units import scale
from locales import english
from locales.amounts import amount
from locales.words import words


@pytest.mark.parametrize(
    ("name", "article"),
    [
        *(("accuracy rate", "an"), ("hourly wage", "an"), ("honest answer", "an"), ("80% share", None), ("NPS", "an")),
        *(
            ("rate", "a"),
            ("unit cost", "a"),
            ("European share", "a"),
            ("one-time fee", "a"),
            ("ROI", "an"),
            ("TAT", "a"),
        ),
        *(
            ("complaints", None),
            ("the margin", None),
            ("our share", None),
            ("staff", None),
            ("准时率", None),
            ("", None),
        ),
        *(("gross loss", "a"), ("status", "a"), ("analysis of errors", "an"), ("calls held on Mondays", None)),
    ],
)
def test_article(name: str, article: str | None) -> None:
    assert english.article(name) == article


@pytest.mark.parametrize(
    ("several", "one"),
    [
        *(("errors", "error"), ("new customers", "new customer"), ("entries", "entry"), ("boxes", "box")),
        *(("losses", "loss"), ("branches", "branch"), ("times", "time"), ("people", "person"), ("kg", "kg")),
        *(("calls held on Mondays", "call held on Mondays"), ("mg/l", "mg/l"), ("status", "status"), ("loss", "loss")),
    ],
)
def test_one_of_several(several: str, one: str) -> None:
    assert english.one(several) == one
    assert amount(Decimal(1), several, words("en")) == f"1 {one}"
    assert amount(Decimal(2), several, words("en")) == f"2 {several}"


def test_one_and_several_are_one_unit() -> None:
    assert scale("errors") == scale(english.one("errors"))
