"""The customer relationship diagram (method.md 2.1).

The post stands in the middle, its customers around it, and on each line is what the customer receives.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.views import svg
from bot.views.lettering import width, wrap
from bot.views.rows import EXTERNAL, INK, INTERNAL, LABEL, SHARED, SMALL, Row, row, shapes
from bot.views.svg import Box
from kpi.plan import Customer, Output
from locales.text import Text
from locales.words import Words

PANELS = (270.0, 310.0, 380.0, 470.0, 580.0)
"""Widths the outputs may get, in pixels; the one that suits them best is taken."""

_MARGIN = 40.0
_POST = 220.0
_GUTTER = 84.0  # between the post and the outputs: room for the lines to fan out
_ROW_GAP = 26.0
_PORT = 34.0  # between two lines where they leave the post
_PADDING = 16.0
_SPACE = 6.0  # between the post and its holder
_SWATCH = 20.0
_TOP = 130.0  # where the rows start, below the title
_BOTTOM = 110.0  # for the legend, below the rows
_TITLE, _HEADING = 36.0, 28.0  # font sizes, in pixels
_NAVY, _QUIET, _PALE = "#1E2F4D", "#64748B", "#CBD5E1"


@dataclass(frozen=True, slots=True)
class Diagram:
    """A post, its customers and what they receive; an output's number is its place among the outputs."""

    post: str
    holder: str | None
    customers: tuple[Customer, ...]
    outputs: tuple[Output, ...]

    def received(self, customer: Customer) -> list[tuple[int, Output]]:
        """The outputs that a customer receives, with their numbers."""
        return [pair for pair in enumerate(self.outputs, start=1) if customer.id in pair[1].customers]


def diagram_of(post: str, holder: str | None, customers: Sequence[Customer], outputs: Sequence[Output]) -> Diagram:
    """The diagram of a post, as far as it is known."""
    return Diagram(post, holder, tuple(customers), tuple(outputs))


def draw(diagram: Diagram, words: Words) -> bytes:
    """The diagram as a PNG picture."""
    return svg.png(drawing(diagram, words))


def drawing(diagram: Diagram, words: Words) -> svg.Document:
    """The diagram as SVG."""
    layout = min((_layout(diagram, words, panel) for panel in PANELS), key=_unfitness)
    title = wrap(words.say(Text("views.diagram.title")), layout.width - 2 * _MARGIN, _TITLE, most=1)
    drawn = [
        svg.text(title, _MARGIN, _MARGIN, _TITLE, INK, bold=True),
        *_side(layout.left, _MARGIN, layout.post, layout.post.x),
        *_side(layout.right, layout.post.right + _GUTTER, layout.post, layout.post.right),
        *_post(diagram, layout.post),
        *_legend(diagram, words, layout.height - _MARGIN - svg.height(title, SMALL)),
    ]
    return svg.document(drawn, layout.width, layout.height, words.language)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The rows on both sides of the post, and the post's height."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    post_height: float

    @property
    def inside(self) -> float:
        """The height of what stands between title and legend."""
        return max(_tall(self.left), _tall(self.right), self.post_height)

    @property
    def height(self) -> float:
        return _TOP + self.inside + _BOTTOM

    @property
    def width(self) -> float:
        return self.post.right + _MARGIN + (self.right[0].width + _GUTTER if self.right else 0)

    @property
    def post(self) -> Box:
        x = _MARGIN + (self.left[0].width + _GUTTER if self.left else 0)
        return Box(x, _TOP + (self.inside - self.post_height) / 2, _POST, self.post_height)


def _layout(diagram: Diagram, words: Words, panel: float) -> _Layout:
    """The layout with panels of this width.

    Inside customers stand on the left and outside ones on the right, unless one side gets much longer than needed.
    """
    ordered = sorted(diagram.customers, key=lambda customer: not customer.kind.internal)
    rows = tuple(row(customer, diagram.received(customer), panel, words) for customer in ordered)
    by_kind = sum(customer.kind.internal for customer in ordered)
    even = min(range(len(rows) + 1), key=lambda count: _longer(rows, count))
    count = by_kind if _longer(rows, by_kind) <= 1.5 * _longer(rows, even) else even
    left, right = rows[:count], rows[count:]
    return _Layout(left, right, max(_written(diagram), _PORT * (max(len(left), len(right)) + 1)))


def _longer(rows: tuple[Row, ...], count: int) -> float:
    """The height of the longer side when the first `count` rows stand on the left."""
    return max(_tall(rows[:count]), _tall(rows[count:]))


def _tall(rows: tuple[Row, ...]) -> float:
    """The height of rows one below the other."""
    return sum(row.height for row in rows) + _ROW_GAP * max(len(rows) - 1, 0)


def _unfitness(layout: _Layout) -> float:
    """How much a phone would shrink the picture, counted three times where every output is cut short."""
    rows = layout.left + layout.right
    items = sum(len(row.items) for row in rows)
    cut_share = sum(row.cuts for row in rows) / max(items, 1)
    return max(layout.width, layout.height) * (1 + 2 * cut_share)


def _side(rows: tuple[Row, ...], x: float, post: Box, edge: float) -> list[str]:
    """The rows of one side, each tied to a point of its own on the post's edge."""
    drawn: list[str] = []
    y = post.middle - _tall(rows) / 2
    for number, each in enumerate(rows, start=1):
        port = post.y + post.height * number / (len(rows) + 1)
        drawn += shapes(each, x, y + each.height / 2, (edge, port))
        y += each.height + _ROW_GAP
    return drawn


def _post_lines(diagram: Diagram) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The post and its holder in lines."""
    room = _POST - 2 * _PADDING
    return wrap(diagram.post, room, _HEADING), wrap(diagram.holder, room, LABEL) if diagram.holder else ()


def _written(diagram: Diagram) -> float:
    """The height that the post needs for its words."""
    post, holder = _post_lines(diagram)
    return svg.height(post, _HEADING) + svg.height(holder, LABEL) + _SPACE + 4 * _PADDING


def _post(diagram: Diagram, box: Box) -> list[str]:
    """The post's card, its words in the middle."""
    post, holder = _post_lines(diagram)
    center, top = box.x + box.width / 2, box.middle - _written(diagram) / 2 + 2 * _PADDING
    return [
        svg.rectangle(box, _NAVY),
        svg.text(post, center, top, _HEADING, "white", anchor="middle", bold=True),
        svg.text(holder, center, top + svg.height(post, _HEADING) + _SPACE, LABEL, _PALE, anchor="middle"),
    ]


def _legend(diagram: Diagram, words: Words, y: float) -> list[str]:
    """What the colours that occur mean."""
    kinds = {customer.kind.internal for customer in diagram.customers}
    entries = (
        (INTERNAL.strong, "views.diagram.internal", True in kinds),
        (EXTERNAL.strong, "views.diagram.external", False in kinds),
        (SHARED, "views.diagram.shared", any(len(output.customers) > 1 for output in diagram.outputs)),
    )
    drawn: list[str] = []
    x = _MARGIN
    for colour, id, occurs in entries:
        if occurs:
            line = wrap(words.say(Text(id)), _POST + 2 * _GUTTER + _POST, SMALL, most=1)
            drawn += _entry(line, colour, x, y)
            x += 2 * _SWATCH + width(line[0], SMALL) + _SWATCH
    return drawn


def _entry(line: tuple[str, ...], colour: str, x: float, y: float) -> list[str]:
    """A colour and what it means."""
    middle = y + svg.height(line, SMALL) / 2
    return [
        svg.circle(x + _SWATCH / 2, middle, _SWATCH / 2, colour),
        svg.text(line, x + 1.5 * _SWATCH, y, SMALL, _QUIET),
    ]
