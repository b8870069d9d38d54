"""Shapes as SVG, and SVG as PNG."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import resvg_py

from bot.views.lettering import FONTS

LINE = 1.34
"""Height of a line of text, in font sizes."""

_BASELINE = 0.37  # how far below its middle a line's baseline lies, in font sizes
_SHARPNESS = 2.0  # pixels of the picture for one of the drawing
_LONGEST = 9_800  # Telegram refuses photos whose width and height add up to more than 10,000


Point = tuple[float, float]
"""x and y, in pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The y half-way down."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width


def rectangle(box: Box, fill: str, stroke: str = "none", radius: float = 14) -> str:
    """A rectangle with round corners."""
    return (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="{radius}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="2"/>'
    )


def circle(x: float, y: float, radius: float, fill: str) -> str:
    """A filled circle around a point."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}"/>'


def curve(start: Point, end: Point, stroke: str) -> str:
    """A line that leaves and arrives horizontally."""
    (x, y), (to_x, to_y) = start, end
    bend = (x + to_x) / 2
    return (
        f'<path d="M{x:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}" '
        f'fill="none" stroke="{stroke}" stroke-width="3"/>'
    )


def arrow(start: Point, end: Point, stroke: str) -> str:
    """A horizontal line with a head at its end."""
    (x, y), (to_x, _) = start, end
    back = -12 if to_x > x else 12
    return (
        f'<path d="M{x:.1f} {y:.1f}H{to_x + back:.1f}" stroke="{stroke}" stroke-width="3"/>'
        f'<path d="M{to_x:.1f} {y:.1f}l{back} -8v16z" fill="{stroke}"/>'
    )


def level(start: Point, end: float, stroke: str) -> str:
    """A thin horizontal line to an x."""
    return f'<path d="M{start[0]:.1f} {start[1]:.1f}H{end:.1f}" stroke="{stroke}" stroke-width="2"/>'


def line(start: Point, end: Point, stroke: str, dashes: str = "none") -> str:
    """A straight line."""
    return (
        f'<path d="M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}" stroke="{stroke}" stroke-width="3" '
        f'stroke-dasharray="{dashes}"/>'
    )


def text(
    lines: Sequence[str], x: float, y: float, size: float, fill: str, *, anchor: str = "start", bold: bool = False
) -> str:
    """Lines of text below y. The fonts have one weight: bold is drawn by a stroke around the letters."""
    return _letters(lines, (x, y), size, fill, anchor, f' stroke="{fill}" stroke-width="{size * 0.032:.2f}"' * bold)


def cleared(lines: Sequence[str], x: float, y: float, size: float, *, anchor: str = "start") -> str:
    """The place of lines of text, cleared of what is drawn below them."""
    return _letters(lines, (x, y), size, "#FFFFFF", anchor, f' stroke="#FFFFFF" stroke-width="{size * 0.5:.2f}"')


def _letters(  # noqa: PLR0917 - as text takes them
    lines: Sequence[str], place: Point, size: float, fill: str, anchor: str, stroke: str
) -> str:
    x, y = place
    return "".join(
        f'<text x="{x:.1f}" y="{y + (number + 0.5) * LINE * size + _BASELINE * size:.1f}" font-size="{size}" '
        f'fill="{fill}"{stroke} text-anchor="{anchor}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def height(lines: Sequence[str], size: float) -> float:
    """The height of lines of text, in pixels."""
    return len(lines) * LINE * size


@dataclass(frozen=True, slots=True)
class Document:
    """A drawing and its size in pixels."""

    text: str
    width: float
    height: float


def document(shapes: Sequence[str], width: float, height: float, language: str) -> Document:
    """Shapes on white, with Chinese characters in the forms of the language's script."""
    fonts = ("Noto Sans TC", "Noto Sans SC") if language == "zh_Hant" else ("Noto Sans SC", "Noto Sans TC")
    families = ", ".join(f"'{font}'" for font in fonts)
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{families}">{"".join(shapes)}</svg>'
    )
    return Document(text, width, height)


def png(drawing: Document) -> bytes:
    """The picture, sharp enough to zoom in, small enough for Telegram."""
    scale = min(_SHARPNESS, _LONGEST / (drawing.width + drawing.height))
    return resvg_py.svg_to_bytes(
        svg_string=drawing.text,
        background="white",
        width=int(drawing.width * scale),
        skip_system_fonts=True,
        font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
    )
