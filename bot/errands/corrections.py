"""Figures that were reported and are put right in words, whatever the person is at (method.md 5)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from itertools import groupby

from bot.errands.reports import LISTED, correction, item_of, reported
from bot.posts import Posts
from bot.scene import Granted, Scene, button, is_id, refused, told
from dialogs.choices import Choice
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.corrections import named_in, read_correction, takes_something_back
from dialogs.reading.figures.figures import read_some
from dialogs.reading.figures.second_thoughts import takes_back
from dialogs.reading.unread import Unclear, Unread
from dialogs.report import Reported
from dialogs.standing import amount, stands
from dialogs.steps import Tell
from kpi.plan import When
from locales.text import Lines, text
from storage import reports
from storage.reports import Due

Figures = Mapping[Due, Decimal]
"""What figures shall stand instead of those that were reported."""


def correct(scene: Scene, argument: str) -> Granted:
    """Put one figure right ("12 1.8"): the button of a correction that may be about several."""
    id, _, number = argument.partition(" ")
    dues = {one.id: one for one in _standing(scene)}
    try:
        value = Decimal(number)
    except InvalidOperation:
        value = Decimal("NaN")
    if not is_id(id) or int(id) not in dues or not value.is_finite():
        return refused("report.unknown")
    return _corrected(scene, {dues[int(id)]: value})


def said(scene: Scene, words: str, besides: str) -> Granted | None:
    """Take a text that puts figures right that were reported and did not close yet; None where it does not.

    Of what the question that stands speaks of, `besides`, it rather is the answer. What may be meant in more ways, or
    be about several, is asked, and so are figures told once more without a word of what was wrong.
    """
    posts, found, wrong, sure = Posts(scene.c), list[Figures](), list[Due](), takes_something_back(words)
    for dues in together(_standing(scene)):
        asked = _asked(scene, posts, dues)
        current = {at: one.report.value for at, one in enumerate(dues) if one.report and one.report.value is not None}
        try:
            meant: list[Mapping[int, Decimal]] = [read_correction(words, asked, current, bare=False)]
        except Unclear as unclear:
            meant, sure = list(_readings(unclear, asked)), False
        found += [
            {dues[at]: value for at, value in right.items()}
            for right in meant
            if right and not any(asked[at].name in besides for at in right)
        ]
        if not any(meant) and takes_back(words, asked):
            wrong += [dues[at] for at in named_in(words, asked) if asked[at].name not in besides]
    if sure and len(found) == 1:
        return _corrected(scene, found[0])
    if found:
        return told("correct.which", *_choices(posts, found))
    return _untouched(scene, posts, wrong, ()) if wrong else None


def unread(scene: Scene, words: str) -> Granted | None:
    """Tell that nothing came of a text, and what can be corrected; None where nothing can.

    That are the newest figures, or those that the text names; others that it tells of them are offered first.
    """
    posts, found, named = Posts(scene.c), list[Figures](), list[Due]()
    groups = list(together(_standing(scene)))
    for dues in groups:
        asked = _asked(scene, posts, dues)
        named = named or [dues[at] for at in sorted(named_in(words, asked))]
        told_now = ((dues[at], value) for right in _read(words, asked) for at, value in right.items())
        found.append({one: value for one, value in told_now if one.report and one.report.value != value})
    return _untouched(scene, posts, named or groups[0], found) if groups else None


def together(dues: Iterable[Due]) -> Iterator[list[Due]]:
    """What was reported of one post for one day, the newest first."""
    yield from (list(group) for _, group in groupby(sorted(dues, key=_of_one_day), key=_of_one_day))


def _readings(unclear: Unclear, asked: Sequence[Asked]) -> Iterator[Mapping[int, Decimal]]:
    """The figures of each reading of a text."""
    yield from (right for reading in unclear.readings for right in _read(reading, asked))


def _read(words: str, asked: Sequence[Asked]) -> list[Mapping[int, Decimal]]:
    """The figures that a text tells without any doubt, by the places of their indicators."""
    try:
        return [read_some(words, asked).told]
    except Unread:
        return []


def _asked(scene: Scene, posts: Posts, dues: Sequence[Due]) -> list[Asked]:
    names = [one.name for one in posts[dues[0].plan_id].plan.indicators]
    return [item_of(scene, posts, one).asked(names) for one in dues]


def _choices(posts: Posts, found: Iterable[Figures]) -> Iterator[Choice]:
    """The buttons that put figures right, each once."""
    for one, value in dict.fromkeys(right for each in found for right in each.items()):
        indicator, last = posts.indicator(one), When("", one.last.isoformat())
        label = text("correct.do", name=indicator.name, last=last, figure=amount(indicator, value))
        yield button(f"correct:{one.id} {value}", label)


def _untouched(scene: Scene, posts: Posts, dues: Sequence[Due], found: Sequence[Figures]) -> Granted:
    """Tell that figures stand as they were reported, and until when they can be put right."""
    lines = (
        stands(posts.indicator(one), one.report.value, reports.figure_before(scene.c, one))
        for one in dues
        if one.report and one.report.value is not None
    )
    until = (min(one.closes for one in dues) - timedelta(seconds=1)).astimezone(scene.zone).date()
    choices = (*_choices(posts, found), *(correction(posts, one) for one in dues))
    return told("unread.reported", *choices[:LISTED], lines=Lines(tuple(lines)), until=When("", until.isoformat()))


def _standing(scene: Scene) -> list[Due]:
    """What the person reported a figure of that can still be corrected."""
    mine = reports.open_from(scene.c, scene.person.id, scene.now)
    return [one for one in mine if one.report and one.report.value is not None]


def _of_one_day(one: Due) -> tuple[int, int, int]:
    return -one.due_on.toordinal(), one.plan_id, one.person_id


def _corrected(scene: Scene, figures: Figures) -> Granted:
    """Keep the figures with what was added to those before, and go on with what the person was at."""
    posts, lines = Posts(scene.c), []
    for one, value in figures.items():
        replaced = one.report.value if one.report else None
        lines.append(stands(posts.indicator(one), value, reports.figure_before(scene.c, one), replaced))
    ids = tuple(one.id for one in figures)
    told_now = Reported(tuple((one.id, value) for one, value in figures.items()), (), None, asked=ids, keeps=True)
    granted = reported(scene, told_now, scene.now)
    granted.replies.insert(0, Tell(text("figures.corrected", lines=Lines(tuple(lines)))))
    granted.go = None
    return granted
