"""The trend of figures as a picture: a line breaks where a figure is missing; what is pending is not drawn."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.views.lettering import width
from bot.views.trend import drawing
from kpi.plan import Standard
from kpi.progress import Row, progress
from kpi.values import Base, Change, Sign
from locales.text import Text
from locales.words import LANGUAGES, words
from tests.company import indicators, numeric

MOMENT = datetime(2026, 10, 1, tzinfo=UTC)
BASIC, OUTSTANDING = "#D97706", "#16A34A"


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


def held_against(found: list[Row], basic: str, outstanding: str) -> list[Row]:
    """The rows held against other standards."""
    changed = replace(found[0].indicator, basic=numeric(basic, "<="), outstanding=numeric(outstanding, "<="))
    return [replace(row, indicator=changed) for row in found]


def dashed(svg: str, colour: str) -> list[tuple[float, float, float]]:
    """The dashed lines of a colour: from where to where, and how far down."""
    found = re.findall(rf'<path d="M([0-9.]+) ([0-9.]+)L([0-9.]+) [0-9.]+" stroke="{colour}"[^>]*"8 6"/>', svg)
    return [(float(x), float(to_x), float(y)) for x, y, to_x in found]


def said(svg: str) -> list[str]:
    return re.findall("<text[^>]*>([^<]*)</text>", svg)


def test_a_standard_is_drawn_over_the_days_for_which_it_held() -> None:
    before, after = rows("2.5", "2.2"), held_against(rows("2.5", "2.2", "2.7", "2.4")[2:], "3", "2.6")
    svg = drawing(progress(1, "店长", "零售部", [*before, *after]), words("zh_Hans")).text
    points = [float(x) for x in re.findall(r'<circle cx="([0-9.]+)"[^>]*r="5"[^>]*fill="#2563EB"', svg)]
    for colour in (BASIC, OUTSTANDING):
        (start, border, old), (also, end, new) = dashed(svg, colour)
        assert (start, end) == (points[0], points[3])
        assert points[1] < border == also < points[2]
        assert new < old
    assert {"2%", "1%", "3%", "2.6%"} <= set(said(svg))


def test_a_standard_that_held_in_between_is_named_where_there_is_room() -> None:
    figures = rows(*["2"] * 12)
    for days, named in ((3, True), (1, False)):
        between = held_against(figures[4 : 4 + days], "3", "2.66667")
        found = [*figures[:4], *between, *held_against(figures[7:], "4", "3.5")]
        svg = drawing(progress(1, "店长", "零售部", found), words("zh_Hans")).text
        assert len(dashed(svg, BASIC)) == 3
        assert ("2.66667%" in said(svg)) is named
        assert {"2%", "4%", "3.5%"} <= set(said(svg))


@pytest.mark.parametrize(
    ("basic", "outstanding", "levels"),
    [
        (numeric("48", "<=", "hour"), numeric("1", "<=", "day"), {"48小时", "24小时"}),
        (
            replace(numeric("100", "±", "克"), upper=Decimal(5)),
            replace(numeric("100", "±", "克"), upper=Decimal(2)),
            {"95克", "105克", "98克", "102克"},
        ),
        (
            replace(numeric("5"), change=Change(Sign.DOWN, Base.LAST_YEAR, Decimal(200), "CNY")),
            replace(numeric("8"), change=Change(Sign.DOWN, Base.LAST_YEAR, Decimal(200), "CNY")),
            {"190元", "184元"},
        ),
        (
            replace(numeric("5"), change=Change(Sign.DOWN, Base.LAST_YEAR)),
            replace(numeric("8"), change=Change(Sign.DOWN, Base.LAST_YEAR)),
            {"降低5%", "降低8%"},
        ),
    ],
)
def test_lines_are_drawn_where_what_the_standards_stand_for_ends(
    basic: Standard, outstanding: Standard, levels: set[str]
) -> None:
    found = [
        replace(row, indicator=replace(row.indicator, basic=basic, outstanding=outstanding)) for row in rows("1", "2")
    ]
    svg = drawing(progress(1, "店长", "零售部", found), words("zh_Hans")).text
    assert levels <= set(said(svg))
    assert len(dashed(svg, BASIC)) + len(dashed(svg, OUTSTANDING)) == len(levels)


def test_labels_of_standards_that_are_close_stand_apart() -> None:
    svg = drawing(progress(1, "店长", "零售部", held_against(rows("1", "90"), "50", "49.8")), words("zh_Hans")).text
    ys = [float(y) for y in re.findall(r'<text x="[0-9.]+" y="([0-9.]+)" font-size="14.0"[^>]*>(?:50|49\.8)%', svg)]
    assert len(ys) == 2
    assert abs(ys[0] - ys[1]) >= 14


def test_more_than_fit_are_counted_and_former_holders_come_last() -> None:
    names = [f"店员{number:02}" for number in range(12)]
    found = [replace(row, holder=name) for name in names for row in rows("1", "2")]
    shown = progress(1, "店长", "零售部", found)
    for language, more in (("zh_Hans", "另有2条趋势见表格。"), ("en", "2 more trends are in the sheet.")):
        written = said(drawing(shown, words(language), names[:3]).text)
        drawn = [title.split(" · ")[1] for title in written if " · " in title]
        assert drawn == [*names[3:], names[0]]
        assert written[-1] == more
    few = drawing(progress(1, "店长", "零售部", found[:20]), words("en"))
    assert "in the sheet" not in few.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_name_leaves_room_for_whose_it_is_and_which_way_is_better(language: str) -> None:
    spoken = words(language)
    for name in ("退货率" * 30, "share of complaints answered in time " * 5):
        found = [
            replace(row, holder=holder, indicator=replace(row.indicator, name=name))
            for holder in ("王芳", "Wolfeschlegelsteinhausenbergerdorff " * 5)
            for row in rows("1")
        ]
        titles = [one for one in said(drawing(progress(1, "店长", "零售部", found), spoken).text) if " · " in one]
        for title, holder in zip(titles, ("Wolfe", "王芳"), strict=True):
            assert title.startswith(name[:6])
            assert "... · " + holder in title
            assert title.endswith(" · " + spoken.say(Text("views.direction.less")))
            assert width(title, 18) <= 760 - 2 * 28


def test_what_was_never_reported_has_no_panel() -> None:
    shown = progress(1, "店长", "零售部", [*rows(None, None), *rows("120", place=1)])
    svg = drawing(shown, words("zh_Hans")).text
    assert "订单数量" in svg
    assert "退货率" not in svg
