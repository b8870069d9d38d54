"""What of a message was taken for nothing is said back, whatever question it answered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from dialogs import journal
from dialogs.choices import Choice
from dialogs.controls import Focus
from dialogs.journal import PUT_OFF, Entry
from dialogs.parting import NAMING
from dialogs.questions import Question, label
from dialogs.reading.answers.asides import is_reminder
from dialogs.reading.answers.untaken import Shown, untaken
from dialogs.references import References
from dialogs.state import Asked, Outcome, Refuse
from dialogs.steps import Tell
from dialogs.turn import Turn
from locales.text import Text, Value, text

_MOST = 3
"""Answers offered to be changed."""
_ASKS_WHAT = {"consent.submit"}
"""What hears that something is to change, but not what."""
_PAIRED = frozenset({"basic", "outstanding"})
"""Questions that are answered together."""


def accounted(turn: Turn, said: str, done: Outcome) -> Outcome:
    """What came of a message, with what of it is in no answer and was not said back."""
    if done.errand or done.begin or done.resume:
        return done
    if is_reminder(said) and (done.status == "paused" or any(one.key.startswith(PUT_OFF) for one in done.entries)):
        return _with(done, Tell(text("aside.reminder")))
    shown = _Account(turn, done).shown()
    left = untaken(said, shown) if shown else ()
    if not left:
        return done
    quoted = tuple(text("untaken.part", said=one) for one in left)
    return _with(done, Tell(text("untaken", left=quoted), _offers(turn, left)))


class _Account:
    """What came of a message to a turn."""

    def __init__(self, turn: Turn, done: Outcome) -> None:
        self.turn, self.done, self.words = turn, done, turn.words

    def shown(self) -> Shown | None:
        """What the person is shown of the message; None where nothing was made of it."""
        focus = self.done.focus
        if focus and focus.on == "unclear":
            return self._asked_about(focus)
        if _ASKS_WHAT & {reply.text.id for reply in self.done.replies if isinstance(reply, Refuse)}:
            return self._heard(self._told(), [])
        answers = (entry for entry in self.done.entries if entry.action == "answer" and entry.value is not None)
        taken = [entry for entry in answers if not entry.key.startswith(PUT_OFF)]
        return self._taken(taken) if taken and not focus else None

    def _asked_about(self, focus: Focus) -> Shown:
        """What is shown where a message can be meant in several ways."""
        question = self.turn.replayed.question(focus.key)
        asked = next(reply for reply in self.done.replies if isinstance(reply, Asked))
        told = (asked.question.prompt, *(one.label for one in asked.choices))
        return self._heard(told, [question] if question else [])

    def _taken(self, taken: Sequence[Entry]) -> Shown:
        """What is shown of the answers that were taken, and said beside them."""
        replayed = self.turn.replay((*self.turn.run.journal, *self.done.entries))
        answered = [(replayed.question(entry.key), entry) for entry in taken]
        values = (one.shown(one.load(entry.value)) if one else entry.raw for one, entry in answered)
        return self._heard((*values, *self._told()), [one for one, _ in answered if one])

    def _told(self) -> Iterator[Text]:
        return (reply.text for reply in self.done.replies if isinstance(reply, Tell | Refuse))

    def _heard(self, answers: Iterable[Value], answered: Sequence[Question[Any]]) -> Shown:
        asked = [self.words.value(part) for one in answered for part in (label(one), one.prompt)]
        own = frozenset(one.name for one in answered)
        names = any(one.kind in NAMING for one in answered)
        told = "\n".join(map(self.words.value, answers))
        return Shown(told, "\n".join(asked), own | _PAIRED if own & _PAIRED else own, names)


def _offers(turn: Turn, left: Sequence[str]) -> tuple[Choice, ...]:
    """Buttons that change the earlier answers that were spoken of."""
    if turn.run.interview != "post":
        return ()
    references = References(turn.replayed, journal.standing(turn.log), turn.words)
    keys = list(dict.fromkeys(key for one in left for key in references.about(one)))
    asked = (references.question(key) for key in keys[:_MOST])
    return tuple(Choice(f"edit:{one.key}", text("untaken.edit", label=label(one))) for one in asked)


def _with(done: Outcome, more: Tell) -> Outcome:
    """What came of a message, with more to say before the next question."""
    at = next((at for at, one in enumerate(done.replies) if not isinstance(one, Tell | Refuse)), len(done.replies))
    return replace(done, replies=[*done.replies[:at], more, *done.replies[at:]])
