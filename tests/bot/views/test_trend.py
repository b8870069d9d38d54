"""The trend of figures as a picture: a line breaks where a figure is missing; what is pending is not drawn."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.views.trend import drawing
from kpi.progress import Row, progress
from locales.words import words
from tests.company import indicators

MOMENT = datetime(2026, 10, 1, tzinfo=UTC)


def rows(*figures: str | None, place: int = 0) -> list[Row]:
    """Month by month; None is missing, "?" still pending."""
    return [
        Row(
            indicators()[place],
            "王芳",
            date(2026, month, 1),
            date(2026, month, 28),
            date(2026, month, 28),
            value=Decimal(said) if said and said != "?" else None,
            reported_at=MOMENT if said and said != "?" else None,
            pending=said == "?",
        )
        for month, said in enumerate(figures, 1)
    ]


@pytest.mark.parametrize(
    ("figures", "lines", "points"),
    [
        (("1", "2", "3"), 2, 3),
        (("1", None, "3"), 0, 2),
        (("1", "2", None, "3", "2", None), 2, 4),
        (("2", "1", "?"), 1, 2),
        ((None, "1"), 0, 1),
    ],
)
def test_a_line_breaks_where_a_figure_is_missing(figures: tuple[str | None, ...], lines: int, points: int) -> None:
    svg = drawing(progress(1, "店长", "零售部", rows(*figures)), words("zh_Hans")).text
    assert len(re.findall(r'<path[^>]*stroke="#2563EB"', svg)) == lines
    assert len(re.findall(r'<circle[^>]*r="5[^>]*fill="#2563EB"', svg)) == points


def test_what_was_never_reported_has_no_panel() -> None:
    shown = progress(1, "店长", "零售部", [*rows(None, None), *rows("120", place=1)])
    svg = drawing(shown, words("zh_Hans")).text
    assert "订单数量" in svg
    assert "退货率" not in svg
