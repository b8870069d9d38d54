"""Figures that were reported and are put right in words, whatever the person is at (method.md 5)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import groupby

from bot.errands.reports import correction, item_of, reported
from bot.posts import Posts
from bot.scene import Granted, Scene, button, is_id, refused, told
from dialogs.reading.figures.corrections import named_in, read_correction, takes_something_back
from dialogs.reading.figures.second_thoughts import takes_back
from dialogs.reading.unread import Unclear
from dialogs.report import Reported
from dialogs.standing import amount, stands
from dialogs.steps import Tell
from kpi.plan import When
from locales.text import Lines, text
from storage import reports
from storage.reports import Due


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

    Of what the question that stands speaks of, `besides`, it rather is the answer. What may be about several is asked,
    and so are figures told once more without a word of what was wrong.
    """
    posts, found, wrong = Posts(scene.c), list[dict[Due, Decimal]](), list[Due]()
    for dues in _together(scene):
        names = posts[dues[0].plan_id].plan.indicators
        asked = [item_of(scene, posts, one).asked([name.name for name in names]) for one in dues]
        current = {at: one.report.value for at, one in enumerate(dues) if one.report and one.report.value is not None}
        try:
            right = read_correction(words, asked, current, bare=False)
        except Unclear:
            continue
        if right and not any(asked[at].name in besides for at in right):
            found.append({dues[at]: value for at, value in right.items()})
        elif takes_back(words, asked):
            wrong += [dues[at] for at in named_in(words, asked) if asked[at].name not in besides]
    if not found:
        return told("report.correct", *(correction(posts, one) for one in wrong)) if wrong else None
    if len(found) == 1 and takes_something_back(words):
        return _corrected(scene, found[0])
    choices = (
        button(
            f"correct:{one.id} {value}",
            text(
                "correct.do",
                name=posts.indicator(one).name,
                last=When("", one.last.isoformat()),
                figure=amount(posts.indicator(one), value),
            ),
        )
        for each in found
        for one, value in each.items()
    )
    return told("correct.which", *choices)


def _standing(scene: Scene) -> list[Due]:
    """What the person reported a figure of that can still be corrected."""
    mine = reports.open_from(scene.c, scene.person.id, scene.now)
    return [one for one in mine if one.report and one.report.value is not None]


def _together(scene: Scene) -> Iterator[list[Due]]:
    """What was reported of one post for one day."""
    mine = sorted(_standing(scene), key=_of_one_day)
    yield from (list(group) for _, group in groupby(mine, key=_of_one_day))


def _of_one_day(one: Due) -> tuple[int, int, int]:
    return -one.due_on.toordinal(), one.plan_id, one.person_id


def _corrected(scene: Scene, figures: Mapping[Due, Decimal]) -> Granted:
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
