"""Questions that stand over an interview for a moment: edit, cancel, language, resume; and the summary of answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dialogs import journal
from dialogs.choices import Choice, labels, nth
from dialogs.engine import Replay
from dialogs.journal import Entry, Journal
from dialogs.questions import ChoiceQuestion, DecisionQuestion, Question, label
from dialogs.reading.answers.choices import read_choice
from dialogs.reading.unread import Unread
from locales.text import Lines, Text, Value, text
from locales.words import LANGUAGES

SUMMARY_LINES = 25
"""Answers in one message of the summary, so that it stays below a chat's limits."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What stands over the open question.

    The menu of answers (of those with the `keys`, where there are any; the one chosen becomes what was `said`), one
    answer being edited (`key`), an edit that waits for consent (`entry`, which would set the answers `lost` aside), a
    thing to take out (`key`, called by the reading, with the answers `lost`), an answer that can be meant in several
    ways (`readings`, asked about by the message `ask`, with what they have `left` out), leaving (a plan: "cancel",
    anything else: "drop"), another language, paused runs.
    """

    on: Literal["menu", "edit", "set_aside", "remove", "unclear", "cancel", "drop", "language", "resume"]
    key: str = ""
    entry: Entry | None = None
    lost: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    ask: str = "unclear.ask"
    left: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    said: str = ""
    then: str = ""
    """What else the message said that led here; it is taken when nothing stands over the open question any more."""


@dataclass(frozen=True, slots=True)
class Paused:
    """A paused run as it is listed: its id, its interview, the post it is about, and how many answers it holds."""

    id: int
    interview: str
    post: str | None
    answers: int


def question(focus: Focus | None, replayed: Replay[Any], paused: tuple[Paused, ...]) -> Question[Any] | None:
    """The question that stands over the open one; None where none does."""
    match focus:
        case None:
            return None
        case Focus(on="edit"):
            return replayed.question(focus.key)
        case Focus(on="menu"):
            return _menu(replayed, focus.keys)
        case Focus(on="set_aside"):
            return _consent("set_aside", text("set_aside.ask", answers=_lost(focus, replayed), n=len(focus.lost)))
        case Focus(on="remove"):
            return _consent("remove", text("remove.ask", name=focus.readings[0], n=len(focus.lost)))
        case Focus(on="cancel" | "drop" as on):
            return _consent("cancel", text(f"{on}.ask"), on)
        case Focus(on="language"):
            return language()
        case _:
            return resume(paused)


def unclear(readings: Iterable[Value], ask: str = "unclear.ask", left: Sequence[str] = ()) -> Question[str]:
    """Which of several things was meant, each as it would be understood, and what was not read; perhaps none."""
    none = (Choice("none", text("unclear.none")),) if ask == DOUBTED else ()
    return ChoiceQuestion(
        key="control/unclear",
        name="unclear",
        prompt=text(ask, left=tuple(left)),
        choices=(*(Choice(str(number), _shown(reading)) for number, reading in enumerate(readings)), *none),
    )


DOUBTED = "unclear.name"
"""Asks which of several names was meant, where none of them may be."""


def _shown(reading: Value) -> Text:
    return text("unclear.reading", reading=reading)


def language() -> Question[str]:
    """Which language to speak."""
    return ChoiceQuestion(
        key="control/language",
        name="language",
        prompt=text("language.ask"),
        choices=tuple(Choice(one, text(f"language.{one}")) for one in LANGUAGES),
    )


def resume(paused: tuple[Paused, ...]) -> Question[str]:
    """Which paused interview to go on with."""
    runs = tuple(Choice(str(run.id), _paused_label(run)) for run in paused)
    return ChoiceQuestion(
        key="control/resume",
        name="resume",
        prompt=text("resume.ask"),
        choices=(*runs, Choice("new", text("resume.new"))),
    )


def _paused_label(run: Paused) -> Text:
    if run.interview != "post":
        what = text(f"resume.{run.interview}")
        return text("resume.about", what=what, post=run.post) if run.post else what
    return text("resume.run", post=run.post or text("resume.unnamed"), n=run.answers)


def _consent(name: str, prompt: Text, labels: str | None = None) -> Question[str]:
    said = labels or name
    return DecisionQuestion(
        key=f"control/{name}",
        name=name,
        prompt=prompt,
        choices=(Choice("no", text(f"{said}.no")), Choice("yes", text(f"{said}.yes"))),
        default="yes",
        refusal="no",
    )


def _menu(replayed: Replay[Any], keys: Sequence[str] = ()) -> Question[str]:
    return ChoiceQuestion(
        key="control/edit",
        name="edit",
        prompt=text("edit.ask"),
        choices=tuple(Choice(one.key, label(one)) for one in replayed.passed if not keys or one.key in keys),
    )


def _lost(focus: Focus, replayed: Replay[Any]) -> Value:
    lost = [asked for asked in replayed.answered if asked.key in focus.lost]
    return tuple(label(asked) for asked in lost)


def named_question(argument: str, replayed: Replay[Any], language: str) -> str | None:
    """The key of the question that an argument may name, by what the menu says of it."""
    try:
        return read_choice(argument, _menu(replayed).options(language))
    except Unread:
        return None


def named_exactly(argument: str, replayed: Replay[Any]) -> str | None:
    """The key of the question that an argument names without a doubt."""
    asked = [*replayed.passed, *([replayed.open] if replayed.open else [])]
    if by_number := nth(argument, asked):
        return by_number.key
    plain = argument.casefold()
    return next((one.key for one in asked if _is_named(one, plain)), None)


def _is_named(asked: Question[Any], plain: str) -> bool:
    names = {asked.key, asked.name, *labels(text(f"name.{asked.name}"), "en"), *labels(label(asked), "en")}
    return plain in {name.casefold() for name in names} or asked.key.startswith(plain + "/")


def summary(replayed: Replay[Any], log: Journal) -> list[Text]:
    """The answers so far, numbered as `edit` takes them, in messages of bearable length."""
    answers = journal.standing(log)
    lines = [_line(number, asked, answers.get(asked.key)) for number, asked in enumerate(replayed.passed, 1)]
    if not lines:
        return [text("summary.empty")]
    parts = [lines[start : start + SUMMARY_LINES] for start in range(0, len(lines), SUMMARY_LINES)]
    open_ = {asked.key for asked in replayed.passed}
    later = {key for key in journal.applying(log, answers) - open_ if not key.startswith("control/")}
    more = [text("summary.more", n=len(later))] if later else []
    first, *others = (Lines(tuple(part)) for part in parts)
    said = [text("summary.part", lines=first), *(text("summary.rest", lines=lines) for lines in others)]
    return [*said, *more, text("summary.hint")]


def _line(number: int, asked: Question[Any], entry: Entry | None) -> Text:
    """One answer; without an entry the question was put off."""
    unanswered = text("skipped" if entry else "put_off.line")
    answer: Value = unanswered if entry is None or entry.value is None else asked.shown(asked.load(entry.value))
    return text("summary.line", number=number, label=label(asked), answer=answer)
