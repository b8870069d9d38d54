"""What is put right in words while a report is under way: figures told before, at any of its questions."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dialogs.controls import Focus
from dialogs.questions import Question, codec
from dialogs.reading.figures.corrections import parted, read_correction, slips
from dialogs.reading.figures.figures import read_figure
from dialogs.reading.figures.second_thoughts import takes_back
from dialogs.reading.unread import Unclear, Unread
from dialogs.report import AdditionQuestion, FigureQuestion, FiguresQuestion, Item, ReportHeader
from dialogs.settling import Settled
from dialogs.standing import stands
from locales.text import Lines, text

_FIGURES = codec(dict[int, Decimal | None])


def corrected(
    header: ReportHeader, answers: Mapping[str, Any], question: Question[Any] | None, said: str
) -> Settled | Focus | None:
    """What a text puts right of the figures that were answered, a doubt about it, or None where it does something else.

    It was said to a question of the report, or in another conversation (None). Raises Unread where it only says that
    a figure is wrong.
    """
    items = [item for item in header.items if item.indicator.numeric]
    given = _given(answers)
    if not given or (isinstance(question, FigureQuestion) and _answers(said, question)):
        return None
    asked = [item.asked(header.names) for item in items]
    bare = isinstance(question, AdditionQuestion | FiguresQuestion)
    current = {at: given[item.due_id] for at, item in enumerate(items) if item.due_id in given}
    try:
        found = read_correction(said, asked, current, bare=bare)
        note, putting_right = ("", "") if found else parted(said, asked, current)
        if isinstance(question, AdditionQuestion) and putting_right:
            found = read_correction(putting_right, asked, current, bare=bare)
    except Unclear as unclear:
        return Focus("unclear", _place(items, answers), readings=unclear.readings, ask=unclear.ask, left=unclear.left)
    if not found and isinstance(question, AdditionQuestion) and (takes_back(said, asked) or slips(said)):
        raise Unread("note.corrects")
    if not found:
        return None
    settled = _changing(items, answers, {items[at].due_id: value for at, value in found.items()})
    return _noted(settled, question, note) if isinstance(question, AdditionQuestion) and note else settled


def _noted(settled: Settled, question: AdditionQuestion, note: str) -> Settled:
    """What is put right with a note that was written beside it."""
    said = text("figures.corrected.note", corrected=settled.said, note=note)
    return Settled({**settled.answers, question.key: note}, said)


def _answers(said: str, question: FigureQuestion) -> bool:
    """Whether a text tells the very figure that is asked for, or may."""
    try:
        read_figure(said, question.item.asked(question.names))
    except Unclear:
        return True
    except Unread:
        return False
    return True


def _given(answers: Mapping[str, Any]) -> dict[int, Decimal]:
    """The figures that were answered, together or one by one."""
    together = _FIGURES.validate_python(answers.get("figures") or {})
    given = {id: value for id, value in together.items() if value is not None}
    for key, value in answers.items():
        head, _, due_id = key.partition("/")
        if head == "figure" and value is not None:
            given.setdefault(int(due_id), Decimal(value))
    return given


def _place(items: list[Item], answers: Mapping[str, Any]) -> str:
    """The key of the question that takes figures by name."""
    return "figures" if "figures" in answers else f"figure/{items[0].due_id}"


def _changing(items: list[Item], answers: Mapping[str, Any], found: Mapping[int, Decimal]) -> Settled:
    """The answers with what was found, each figure where it was told before."""
    given = _given(answers)
    together = dict(_FIGURES.validate_python(answers.get("figures") or {}))
    alone = {id: value for id, value in found.items() if id not in together and answers.get(f"figure/{id}") is not None}
    changed: dict[str, Any] = {f"figure/{id}": str(value) for id, value in alone.items()}
    if added := {id: value for id, value in found.items() if id not in alone}:
        changed["figures"] = _FIGURES.dump_python(together | added, mode="json")
    told = [item for item in items if item.due_id in found]
    changes = [item for item in told if given.get(item.due_id) != found[item.due_id]]
    lines = Lines(
        tuple(
            stands(one.indicator, found[one.due_id], one.before, given.get(one.due_id, one.current))
            for one in changes or told
        )
    )
    said = text("figures.corrected", lines=lines) if changes else text("report.stands", answer=lines)
    return Settled(changed, said)
