from decimal import Decimal
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from bot.views.diagram import Diagram, diagram_of, draw, drawing
from bot.views.lettering import FONTS, width
from bot.views.svg import Document
from kpi.plan import Customer, CustomerKind, Output, Plan
from locales.words import LANGUAGES, words

SVG = "{http://www.w3.org/2000/svg}"
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LABELS = st.one_of(
    st.text(st.characters(), min_size=1, max_size=200),
    st.text(st.sampled_from("客户报表產出，（）"), min_size=1, max_size=200),
    st.text(st.sampled_from("abcdefgh  -W"), min_size=1, max_size=200),
)


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    kinds = draw(st.lists(st.sampled_from(CustomerKind), min_size=1, max_size=12))
    customers = [Customer(id, draw(LABELS), kind) for id, kind in enumerate(kinds, start=1)]
    receivers = st.sets(st.sampled_from([customer.id for customer in customers]), min_size=1)
    count = draw(st.integers(min_value=0, max_value=8))
    outputs = [Output(id, draw(LABELS), tuple(sorted(draw(receivers))), Decimal(1)) for id in range(count)]
    return diagram_of(draw(LABELS), draw(st.none() | LABELS), customers, outputs)


def boxes(document: Document) -> list[Area]:
    """The cards and panels."""
    found = [
        [float(node.attrib[name]) for name in ("x", "y", "width", "height")]
        for node in ET.fromstring(document.text).iter(f"{SVG}rect")
    ]
    return [(x, y, x + w, y + h) for x, y, w, h in found]


def texts(document: Document) -> list[tuple[str, Area]]:
    """The lines of text and where they are."""
    found = []
    for node in ET.fromstring(document.text).iter(f"{SVG}text"):
        line, size = node.text or "", float(node.attrib["font-size"])
        wide = width(line, size)
        left = float(node.attrib["x"]) - (wide / 2 if node.attrib["text-anchor"] == "middle" else 0)
        base = float(node.attrib["y"])
        found.append((line, (left, base - 0.88 * size, left + wide, base + 0.12 * size)))
    return found


def overlap(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def inside(inner: Area, outer: Area) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


@settings(max_examples=40, deadline=None)
@given(diagrams(), st.sampled_from(LANGUAGES))
def test_nothing_overlaps_and_all_is_in_the_canvas(diagram: Diagram, language: str) -> None:
    document = drawing(diagram, words(language))
    areas, lines = boxes(document), [area for _, area in texts(document)]
    canvas = (0.0, 0.0, document.width, document.height)
    assert not any(overlap(*pair) for pair in combinations(areas, 2))
    assert not any(overlap(*pair) for pair in combinations(lines, 2))
    assert all(inside(area, canvas) for area in areas + lines)
    assert all(inside(line, area) for line in lines for area in areas if overlap(line, area))


def customers(count: int) -> list[Customer]:
    kinds = list(CustomerKind)
    return [Customer(id, f"Customer {id} 客户", kinds[id % len(kinds)]) for id in range(count)]


def picture(diagram: Diagram, language: str = "zh_Hans") -> Image.Image:
    return Image.open(BytesIO(draw(diagram, words(language)))).convert("RGB")


def test_the_largest_diagram_fits_telegram_and_leaves_its_margins_white() -> None:
    outputs = [Output(id, "Label 标签 " * 30, (id // 8,), Decimal(1)) for id in range(96)]
    image = picture(diagram_of("职位" * 100, "Name " * 40, customers(12), outputs))
    assert sum(image.size) <= 10_000
    used = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    assert used is not None
    assert min(used[0], used[1], image.width - used[2], image.height - used[3]) >= 10


@pytest.mark.parametrize("word", ["门店对账单", "門店對帳單", "Statement", "鎔é€①"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_really_drawn(word: str, language: str) -> None:
    """Each character differs from the box that a missing one would be."""
    for character in word:
        drawn, box = (picture(diagram_of(sign, None, [], []), language) for sign in (character, "\ue000"))
        assert ImageChops.difference(drawn, box).getbbox() is not None


def test_a_missing_character_shows_and_hides_no_other() -> None:
    """The renderer's own search for fonts stops at the first character that it cannot find."""
    plain, emoji = (
        picture(diagram_of("P", None, [Customer(1, name, CustomerKind.CLIENT)], [])) for name in ("□鎔", "😀鎔")
    )
    assert ImageChops.difference(plain, emoji).getbbox() is None


def test_an_output_of_several_customers_has_the_same_number_and_its_own_colour(plan: Plan) -> None:
    document = drawing(diagram_of(plan.post, plan.holder, plan.customers, plan.outputs), words("en"))
    lines = [line for line, _ in texts(document)]
    assert (lines.count("1"), lines.count("2")) == (2, 1)
    assert document.text.count('fill="#7C3AED"') == 3  # both numbers and the legend


def test_inside_customers_stand_left_outside_ones_right_of_the_post(plan: Plan) -> None:
    document = drawing(diagram_of(plan.post, plan.holder, plan.customers, plan.outputs), words("zh_Hans"))
    left = {line: area[0] for line, area in texts(document)}
    assert max(left["总经理"], left["财务部"]) < left["库存主管"] < left["经销商"]
    assert {"内部客户", "外部客户"} <= left.keys()


def test_fonts_travel_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 8_000_000
