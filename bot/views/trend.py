"""The trend of each figure against both standards, as a picture."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from bot.views import svg
from bot.views.lettering import wrap
from bot.views.svg import Box
from dialogs.standing import amount
from kpi.plan import When
from kpi.progress import Progress, Row
from locales.text import Text
from locales.words import Words

_WIDTH, _PANEL, _MARGIN, _SIZE = 760.0, 222.0, 28.0, 17.0
_LEFT, _RIGHT = 130.0, 700.0
_INK, _PALE, _LINE, _BASIC, _OUTSTANDING = "#1E2F4D", "#64748B", "#2563EB", "#D97706", "#16A34A"
_MOST = 12
"""Due dates of a line, the newest ones."""


def draw(shown: Progress, words: Words) -> bytes:
    """One panel for each figure of each holder that was reported lately, as PNG."""
    return svg.png(drawing(shown, words))


def drawing(shown: Progress, words: Words) -> svg.Document:
    """The picture as SVG; the line of a figure breaks where one is missing."""
    due = [row for row in shown.rows if not row.pending]
    groups = (list(group)[-_MOST:] for _, group in groupby(due, lambda row: (row.holder, row.indicator.id)))
    panels = [rows for rows in groups if any(row.value is not None for row in rows)]
    several = len({row.holder for rows in panels for row in rows}) > 1
    shapes = [svg.text(wrap(shown.post, _WIDTH - 2 * _MARGIN, 24), _MARGIN, 14, 24, _INK, bold=True)]
    shapes += _legend(words)
    for place, rows in enumerate(panels[:_PANELS]):
        shapes += _panel(rows, 92 + place * _PANEL, words, named=several)
    height = 92 + min(len(panels), _PANELS) * _PANEL + 10
    return svg.document(shapes, _WIDTH, height, words.language)


_PANELS = 10


def _legend(words: Words) -> list[str]:
    shapes, x = [], _MARGIN
    for id, colour in (("value", _LINE), ("basic", _BASIC), ("outstanding", _OUTSTANDING)):
        name = words.say(Text(f"trend.{id}"))
        shapes += [svg.circle(x + 6, 70, 6, colour), svg.text([name], x + 20, 58, _SIZE, _PALE)]
        x += 200
    return shapes


def _panel(rows: Sequence[Row], top: float, words: Words, *, named: bool) -> list[str]:
    """The line of one figure over its due dates, between its standards."""
    indicator = rows[-1].indicator
    box = Box(_LEFT, top + 52, _RIGHT - _LEFT, _PANEL - 92)
    reported = [float(row.value) for row in rows if row.value is not None]
    scale = _Scale(box, [*reported, *(bound for one, _ in _levels(rows) for bound in one)])
    title = [indicator.name, *([rows[0].holder] if named else [])]
    if indicator.direction:
        title.append(words.say(Text(f"views.direction.{indicator.direction}")))
    shapes = [svg.text(wrap(" · ".join(title), _WIDTH - 2 * _MARGIN, 18, most=1), _MARGIN, top, 18, _INK, bold=True)]
    for bounds, colour in _levels(rows):
        for bound in bounds:
            label = words.value(amount(indicator, Decimal(str(bound))))
            shapes.append(svg.line((box.x, scale.y(bound)), (box.right, scale.y(bound)), colour, "8 6"))
            shapes.append(
                svg.text(wrap(label, _LEFT - 20, 14, most=1), box.x - 10, scale.y(bound) - 10, 14, colour, anchor="end")
            )
    return [*shapes, *_course(rows, box, scale, words)]


def _course(rows: Sequence[Row], box: Box, scale: "_Scale", words: Words) -> list[str]:
    """The figures from the first to the newest, which is written beside its point, and the first and last days."""
    step = box.width / max(len(rows) - 1, 1)
    points = [
        None if row.value is None else (box.x + place * step, scale.y(float(row.value)))
        for place, row in enumerate(rows)
    ]
    shapes = [svg.line(start, end, _LINE) for start, end in pairwise(points) if start and end]
    shapes += [svg.circle(*point, 5, _LINE) for point in points if point]
    (x, y), newest = next((point, row) for point, row in zip(points[::-1], rows[::-1], strict=True) if point)
    said = words.value(amount(newest.indicator, newest.value or Decimal(0)))
    anchor = "end" if x > box.x else "start"
    label = wrap(said, 140, 15, most=1)
    shapes.append(svg.cleared(label, x, y - 30, 15, anchor=anchor))
    shapes.append(svg.text(label, x, y - 30, 15, _LINE, anchor=anchor, bold=True))
    below = box.y + box.height + 10
    shapes.append(svg.text([words.value(When("", rows[0].due_on.isoformat()))], box.x, below, 14, _PALE))
    if len(rows) > 1:
        shapes.append(
            svg.text([words.value(When("", rows[-1].due_on.isoformat()))], box.right, below, 14, _PALE, anchor="end")
        )
    return shapes


def _levels(rows: Sequence[Row]) -> list[tuple[list[float], str]]:
    """The bounds of both standards by now, with their colours."""
    standards = ((rows[-1].indicator.basic, _BASIC), (rows[-1].indicator.outstanding, _OUTSTANDING))
    return [
        ([float(bound) for bound in (one.value, one.upper) if bound is not None], colour)
        for one, colour in standards
        if one
    ]


class _Scale:
    """Where values lie in a panel: all of them within it."""

    def __init__(self, box: Box, values: Sequence[float]) -> None:
        self._box = box
        low, high = min(values), max(values)
        self._low, self._high = (low, high) if low < high else (low - 1, high + 1)

    def y(self, value: float) -> float:
        """The y of a value, in pixels."""
        return self._box.y + self._box.height * (1 - (value - self._low) / (self._high - self._low))
