"""The trend of each figure against both standards, as a picture."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from bot.views import svg
from bot.views.lettering import width, wrap
from bot.views.svg import Box
from dialogs.standing import amount
from kpi.levels import bounds
from kpi.plan import Indicator, When
from kpi.progress import Progress, Row, by_standards
from kpi.standards import held
from kpi.units import scale
from locales.text import Text, text
from locales.words import Words

_WIDTH, _TOP, _PANEL, _MARGIN = 760.0, 92.0, 222.0, 28.0
_LEFT, _RIGHT, _BESIDE = 130.0, 700.0, 110.0
"""The edges of the lines, and the room for labels beside them."""
_SIZE, _TITLE, _LABEL = 17.0, 18.0, 14.0
_INK, _PALE, _LINE, _BASIC, _OUTSTANDING = "#1E2F4D", "#64748B", "#2563EB", "#D97706", "#16A34A"
_MOST = 12
"""Due dates of a line, the newest ones."""
_PANELS = 10


def draw(shown: Progress, words: Words, former: Collection[str] = ()) -> bytes:
    """One panel for each figure of each holder that was reported lately, as PNG; `former` holders come last."""
    return svg.png(drawing(shown, words, former))


def drawing(shown: Progress, words: Words, former: Collection[str] = ()) -> svg.Document:
    """The picture as SVG; the line of a figure breaks where one is missing."""
    due = [row for row in shown.rows if not row.pending]
    groups = (list(group)[-_MOST:] for _, group in groupby(due, lambda row: (row.holder, row.indicator.id)))
    panels = [rows for rows in groups if any(row.value is not None for row in rows)]
    panels.sort(key=lambda rows: rows[0].holder in former)
    several = len({row.holder for rows in panels for row in rows}) > 1
    drawn, more = panels[:_PANELS], len(panels) - _PANELS
    shapes = [svg.text(wrap(shown.title, _WIDTH - 2 * _MARGIN, 24), _MARGIN, 14, 24, _INK, bold=True)]
    shapes += _legend(words)
    for place, rows in enumerate(drawn):
        shapes += _panel(rows, _TOP + place * _PANEL, words, named=several)
    height = _TOP + len(drawn) * _PANEL + 10
    if more > 0:
        shapes.append(svg.text([words.say(text("trend.more", n=more))], _MARGIN, height, _SIZE, _PALE))
        height += 40
    return svg.document(shapes, _WIDTH, height, words.language)


def _legend(words: Words) -> list[str]:
    shapes, x = [], _MARGIN
    for id, colour in (("value", _LINE), ("basic", _BASIC), ("outstanding", _OUTSTANDING)):
        name = words.say(Text(f"trend.{id}"))
        shapes += [svg.circle(x + 6, 70, 6, colour), svg.text([name], x + 20, 58, _SIZE, _PALE)]
        x += 200
    return shapes


def _panel(rows: Sequence[Row], top: float, words: Words, *, named: bool) -> list[str]:
    """The line of one figure over its due dates, between its standards."""
    groups = by_standards(rows)
    room = _RIGHT - _LEFT - (_BESIDE if len(groups) > 1 else 0)
    box = Box(_LEFT, top + 52, room, _PANEL - 92)
    levels = [_levels(group[-1].indicator, words) for group in groups]
    reported = [float(row.value) for row in rows if row.value is not None]
    scale = _Scale(box, [*reported, *(level.bound for every in levels for level in every)])
    shapes = [svg.text([_title(rows, words, named=named)], _MARGIN, top, _TITLE, _INK, bold=True)]
    for (start, end), every in zip(_stretches(groups, box), levels, strict=True):
        for level in every:
            y = scale.y(level.bound)
            shapes.append(svg.line((start, y), (end, y), level.colour, "8 6"))
        if start == box.x:
            shapes += _beside(every, scale, start - 10, "end")
        elif end == box.right:
            shapes += _beside(every, scale, end + 10, "start")
        else:
            shapes += _above(every, scale, start, end)
    return [*shapes, *_course(rows, box, scale, words)]


def _title(rows: Sequence[Row], words: Words, *, named: bool) -> str:
    """The indicator, whose it is where there are several holders, and which way is better; a long name is cut."""
    room, direction = _WIDTH - 2 * _MARGIN, rows[-1].indicator.direction
    rest = [*wrap(rows[-1].holder, room / 3, _TITLE, most=1)] if named else []
    if direction:
        rest.append(words.say(Text(f"views.direction.{direction}")))
    behind = "".join(f" · {one}" for one in rest)
    name = wrap(rows[-1].indicator.name, room - width(behind, _TITLE), _TITLE, most=1)
    return name[0] + behind


class _Level(NamedTuple):
    """A bound of a standard, as it is drawn."""

    bound: float
    label: str
    colour: str


def _levels(indicator: Indicator, words: Words) -> list[_Level]:
    """The ends of what both standards of an indicator stand for, in the unit of its figures."""
    against = held(indicator)
    return [
        _Level(float(end), words.value(amount(indicator, end)), colour)
        for one, colour in ((against.basic, _BASIC), (against.outstanding, _OUTSTANDING))
        if one
        for end in dict.fromkeys(bound / scale(against.unit)[1] for bound in bounds(one) if bound.is_finite())
    ]


def _stretches(groups: Sequence[Sequence[Row]], box: Box) -> list[tuple[float, float]]:
    """From where to where the standards of each group hold: they change half-way between two due dates."""
    ends = list(accumulate(len(group) for group in groups))
    step = box.width / max(ends[-1] - 1, 1)
    borders = [box.x, *(box.x + (end - 0.5) * step for end in ends[:-1]), box.right]
    return list(pairwise(borders))


def _beside(levels: Sequence[_Level], scale: "_Scale", x: float, anchor: str) -> list[str]:
    """The labels of lines at the side of a panel, none on another."""
    shapes, free = [], 0.0
    for level in sorted(levels, key=lambda one: scale.y(one.bound)):
        y = max(scale.y(level.bound) - 10, free)
        shapes.append(svg.text(wrap(level.label, _BESIDE, _LABEL, most=1), x, y, _LABEL, level.colour, anchor=anchor))
        free = y + svg.LINE * _LABEL
    return shapes


def _above(levels: Sequence[_Level], scale: "_Scale", start: float, end: float) -> list[str]:
    """The labels of lines in the middle of a panel, each where its line is long enough."""
    shapes = []
    for level in levels:
        label, y = wrap(level.label, _BESIDE, _LABEL, most=1), scale.y(level.bound) - svg.LINE * _LABEL - 2
        if width(label[0], _LABEL) <= end - start:
            middle = (start + end) / 2
            shapes.append(svg.cleared(label, middle, y, _LABEL, anchor="middle"))
            shapes.append(svg.text(label, middle, y, _LABEL, level.colour, anchor="middle"))
    return shapes


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


class _Scale:
    """Where values lie in a panel: all of them within it."""

    def __init__(self, box: Box, values: Sequence[float]) -> None:
        self._box = box
        low, high = min(values), max(values)
        self._low, self._high = (low, high) if low < high else (low - 1, high + 1)

    def y(self, value: float) -> float:
        """The y of a value, in pixels."""
        return self._box.y + self._box.height * (1 - (value - self._low) / (self._high - self._low))
