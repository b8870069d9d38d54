"""One customer of the diagram as a row: the outputs it receives in a panel, then an arrow, then the customer's card."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.views import svg
from bot.views.lettering import ELLIPSIS, wrap
from bot.views.svg import Box, Point
from kpi.plan import Customer, Output
from locales.text import Text
from locales.words import Words

CARD = 190.0
ARROW = 40.0
LABEL, SMALL, NUMBER = 24.0, 19.0, 17.0  # font sizes, in pixels
INK, SHARED = "#1E293B", "#7C3AED"

_PADDING = 16.0
_GAP = 16.0  # between two outputs
_BADGE = 17.0  # radius of the circle with an output's number
_INDENT = 2 * _BADGE + 10.0


@dataclass(frozen=True, slots=True)
class Colours:
    """What tells customers inside the organisation from those outside."""

    strong: str
    soft: str
    faint: str


INTERNAL = Colours("#2563EB", "#BFD4FB", "#EEF4FF")
EXTERNAL = Colours("#C2570C", "#F8CFA9", "#FFF5EB")


@dataclass(frozen=True, slots=True)
class Item:
    """An output as it stands in a panel."""

    number: int
    shared: bool
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """In pixels."""
        return max(2 * _BADGE, svg.height(self.lines, LABEL))


@dataclass(frozen=True, slots=True)
class Row:
    """A customer with what it receives, measured; `panel` is the width of the outputs' panel in pixels."""

    colours: Colours
    name: tuple[str, ...]
    kind: tuple[str, ...]
    items: tuple[Item, ...]
    panel: float

    @property
    def card_height(self) -> float:
        """The height of the customer's card in pixels."""
        return svg.height(self.name, LABEL) + svg.height(self.kind, SMALL) + 2 * _PADDING

    @property
    def panel_height(self) -> float:
        """The height of the outputs' panel in pixels."""
        return sum(item.height + _GAP for item in self.items) - _GAP + 2 * _PADDING

    @property
    def height(self) -> float:
        """The height of the row in pixels."""
        return max(self.card_height, self.panel_height)

    @property
    def width(self) -> float:
        """The width of the row in pixels."""
        return CARD + ARROW + self.panel

    @property
    def cuts(self) -> int:
        """How many outputs do not fit in their lines."""
        return sum(item.lines[-1].endswith(ELLIPSIS) for item in self.items)


def row(customer: Customer, received: Sequence[tuple[int, Output]], panel: float, words: Words) -> Row:
    """Measure the row of a customer."""
    room = panel - 2 * _PADDING - _INDENT
    return Row(
        colours=INTERNAL if customer.kind.internal else EXTERNAL,
        name=wrap(customer.name, CARD - 2 * _PADDING, LABEL),
        kind=wrap(words.say(Text(f"views.diagram.kind.{customer.kind}")), CARD - 2 * _PADDING, SMALL),
        items=tuple(
            Item(number, len(output.customers) > 1, wrap(output.name, room, LABEL)) for number, output in received
        ),
        panel=panel,
    )


def shapes(row: Row, x: float, middle: float, hub: Point) -> list[str]:
    """The row at x, around a middle, tied to a point of the post; the card is on the side away from the post."""
    leftwards = x < hub[0]
    card = _around(middle, x if leftwards else x + row.panel + ARROW, CARD, row.card_height)
    panel = _around(middle, x + CARD + ARROW if leftwards else x, row.panel, row.panel_height)
    near, far = (panel.right, panel.x) if leftwards else (panel.x, panel.right)
    start = far if row.items else near
    return [
        svg.curve(hub, (near, middle), row.colours.strong),
        svg.arrow((start, middle), (card.right if leftwards else card.x, middle), row.colours.strong),
        *(_panel(row, panel) if row.items else ()),
        *_card(row, card),
    ]


def badge(number: str, center: Point, colours: Colours, *, shared: bool) -> str:
    """The number of an output; filled where several customers receive it."""
    x, y = center
    fill, ink = (SHARED, "white") if shared else (colours.faint, colours.strong)
    top = y - svg.height((number,), NUMBER) / 2
    return svg.circle(x, y, _BADGE, fill) + svg.text((number,), x, top, NUMBER, ink, anchor="middle", bold=True)


def _around(middle: float, x: float, width: float, height: float) -> Box:
    return Box(x, middle - height / 2, width, height)


def _panel(row: Row, box: Box) -> list[str]:
    """The outputs, one below the other."""
    drawn = [svg.rectangle(box, "white", row.colours.soft)]
    y = box.y + _PADDING
    for item in row.items:
        drawn += _item(item, box, y, row.colours)
        y += item.height + _GAP
    return drawn


def _item(item: Item, panel: Box, y: float, colours: Colours) -> list[str]:
    """One output, and what parts it from the one above."""
    x = panel.x + _PADDING
    drawn = [
        badge(str(item.number), (x + _BADGE, y + item.height / 2), colours, shared=item.shared),
        svg.text(item.lines, x + _INDENT, y + (item.height - svg.height(item.lines, LABEL)) / 2, LABEL, INK),
    ]
    if y > panel.y + _PADDING:
        drawn.append(svg.level((x, y - _GAP / 2), panel.right - _PADDING, colours.faint))
    return drawn


def _card(row: Row, box: Box) -> list[str]:
    """The customer's name and kind."""
    center, top = box.x + box.width / 2, box.y + _PADDING
    below = top + svg.height(row.name, LABEL)
    return [
        svg.rectangle(box, row.colours.faint, row.colours.strong),
        svg.text(row.name, center, top, LABEL, INK, anchor="middle", bold=True),
        svg.text(row.kind, center, below, SMALL, row.colours.strong, anchor="middle"),
    ]
