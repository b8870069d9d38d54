"""A digest as a picture: how each department reported, and what was reached."""

from bot.views import svg
from bot.views.digest_text import percent
from bot.views.lettering import wrap
from bot.views.svg import Box
from bot.views.wording import organisation
from kpi.digest import Digest, Reporting
from kpi.plan import When
from locales.text import Text, text
from locales.words import Words

_WIDTH, _MARGIN, _ROW, _LEFT = 760.0, 28.0, 46.0, 220.0
_INK, _PALE, _IN_TIME, _LATE, _MISSING, _EMPTY = "#1E2F4D", "#64748B", "#16A34A", "#D97706", "#DC2626", "#E2E8F0"
_MOST = 14
"""Departments that are drawn: those that owe most."""


def draw(shown: Digest, words: Words) -> bytes:
    """Bars of reports in time, late and missing, then of standards met and exceeded, as PNG."""
    return svg.png(drawing(shown, words))


def drawing(shown: Digest, words: Words) -> svg.Document:
    """The picture as SVG; of what there is nothing, a sentence says so."""
    owing = sorted((one for one in shown.reporting if one.due), key=lambda one: -one.missing)
    departments = owing[:_MOST]
    title = words.say(
        text("digest.picture", organisation=organisation(shown.organisation), rhythm=text(f"digest.{shown.rhythm}"))
    )
    days = words.say(text("absence.days", first=_day(shown, first=True), last=_day(shown, first=False)))
    shapes = [
        svg.text(wrap(title, _WIDTH - 2 * _MARGIN, 24, most=1), _MARGIN, 16, 24, _INK, bold=True),
        svg.text([days], _MARGIN, 52, 16, _PALE),
        *(_legend(words, 88) if departments else []),
    ]
    top = 126.0 if departments else 80.0
    for one in departments:
        shapes += _department(one, top, words)
        top += _ROW
    if len(owing) > _MOST:
        more = words.say(text("digest.departments.more", n=len(owing) - _MOST)).strip()
        shapes.append(svg.text([more], _MARGIN, top, 16, _PALE))
        top += _ROW
    results = shown.results
    counted = (("met", results.met, results.reports), ("excelled", results.excelled, results.with_outstanding))
    measures = [one for one in counted if one[-1]]
    for id, part, whole in measures:
        shapes += _share(words.say(Text(f"digest.bar.{id}")), part, whole, top + 14, words)
        top += _ROW
    if not measures:
        nothing = wrap(words.say(_nothing(shown)), _WIDTH - 2 * _MARGIN, 17, most=2)
        shapes.append(svg.text(nothing, _MARGIN, top + 14, 17, _INK))
        top += _ROW
    return svg.document(shapes, _WIDTH, top + 30, words.language)


def _nothing(shown: Digest) -> Text:
    """Why no result is drawn."""
    if shown.total.due:
        return Text("digest.nothing_reported")
    return text("digest.pending", n=shown.total.pending) if shown.total.pending else Text("digest.nothing_due")


def _legend(words: Words, top: float) -> list[str]:
    shapes, x = [], _LEFT
    for id, colour in (("in_time", _IN_TIME), ("late", _LATE), ("missing", _MISSING)):
        shapes += [
            svg.circle(x + 6, top + 12, 6, colour),
            svg.text([words.say(Text(f"digest.bar.{id}"))], x + 18, top, 16, _PALE),
        ]
        x += 150
    return shapes


def _department(one: Reporting, top: float, words: Words) -> list[str]:
    bar = Box(_LEFT, top, _WIDTH - _LEFT - 110, 24)
    shapes = [svg.text(wrap(one.department, _LEFT - _MARGIN - 12, 17, most=1), _MARGIN, top, 17, _INK)]
    x = bar.x
    for part, colour in ((one.in_time, _IN_TIME), (one.late, _LATE), (one.missing, _MISSING)):
        wide = bar.width * part / max(one.due, 1)
        if wide:
            shapes.append(svg.rectangle(Box(x, top, wide, bar.height), colour, radius=3))
        x += wide
    shown = words.say(percent(one.due - one.missing, one.due))
    return [*shapes, svg.text([shown], bar.right + 12, top, 17, _INK)]


def _share(name: str, part: int, whole: int, top: float, words: Words) -> list[str]:
    bar = Box(_LEFT, top, _WIDTH - _LEFT - 110, 24)
    shapes = [
        svg.text(wrap(name, _LEFT - _MARGIN - 12, 17, most=1), _MARGIN, top, 17, _INK),
        svg.rectangle(bar, _EMPTY, radius=3),
    ]
    if part:
        shapes.append(svg.rectangle(Box(bar.x, top, bar.width * part / whole, bar.height), "#2563EB", radius=3))
    return [*shapes, svg.text([words.say(percent(part, whole))], bar.right + 12, top, 17, _INK)]


def _day(shown: Digest, *, first: bool) -> When:
    return When("", (shown.span.first if first else shown.span.last).isoformat())
