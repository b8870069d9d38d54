"""What people ask for at any moment instead of answering: back, skip, pause, edit, help, … (one method a wish)."""

from typing import Any

from dialogs import controls, journal
from dialogs.choices import Choice, nth
from dialogs.controls import Focus
from dialogs.journal import PUT_OFF, Entry
from dialogs.questions import Question, label
from dialogs.reading.answers.slips import mended
from dialogs.reading.text.spoken import language_named
from dialogs.references import References
from dialogs.state import Outcome
from dialogs.steps import Tell
from dialogs.turn import Turn
from locales.text import Text, text

ERRANDS = {
    *("acknowledge", "answer", "away", "compare", "confirm", "correct", "corrective", "departments", "digest", "erase"),
    *(
        "evidence",
        "export",
        "forget",
        "history",
        "hold",
        "invitations",
        "invite",
        "join",
        "mute",
        "people",
        "plans",
        "privacy",
        "progress",
        "proposal",
    ),
    *("propose", "release", "report", "review", "revise", "scope", "team", "version", "who", "zone"),
}
"""Wishes that only whoever keeps the records can grant."""
WISHES = ERRANDS | {
    *(
        "back",
        "cancel",
        "edit",
        "help",
        "language",
        "later",
        "mend",
        "pause",
        "remove",
        "resume",
        "skip",
        "start",
        "submit",
        "summary",
        "why",
    ),
}
_WITHOUT_RUN = {"help", "language", "resume", "start"}
"""Wishes that need no interview under way."""
TOKEN = 20
"""Characters from which on what follows /start is the token of an invitation."""


class Wishes(Turn):
    """A turn that grants wishes."""

    def wish(self, name: str, argument: str = "") -> Outcome:
        """Grant a wish out of WISHES, or say that it is none."""
        name = name if name in WISHES else mended(name) or name
        if name not in WISHES:
            return self.refuse(text("wish.unknown", command=name[:40]))
        if name in ERRANDS:
            self.out.focus = None
            return self.errand(name, argument.strip())
        if self.state.run is None and name not in _WITHOUT_RUN:
            return self.show() if self.state.paused else self.home()
        granted: Outcome = getattr(self, f"on_{name}")(argument.strip())
        return granted

    def on_start(self, argument: str) -> Outcome:
        if len(argument) >= TOKEN:
            return self.errand("join", argument)
        if argument == "new":
            return self.begin()
        if self.state.run is None:
            return self.show() if self.state.paused else self.errand("home", "start")
        self.tell(text("welcome.back"))
        self.out.replies += self.replayed.said
        return self.show()

    def on_back(self, _: str) -> Outcome:
        if self.out.focus:
            return self.focus(None)
        if not self.replayed.passed:
            return self.refuse(text("back.first"))
        last = self.replayed.passed[-1]
        key = f"{PUT_OFF}{last.key}" if last in self.replayed.put_off else last.key
        self.out.entries.append(Entry(key, "withdraw"))
        self.replayed = self.replay(self.log)
        return self.show()

    def on_skip(self, _: str) -> Outcome:
        question = self.standing
        if not question.optional:
            return self.refuse(text("skip.refused"))
        return self.give(Entry(question.key, "answer"), None)

    def on_later(self, _: str) -> Outcome:
        """Put the standing question off: the interview goes round it, and asks it again before it ends."""
        focus = self.out.focus
        about = self.replayed.question(focus.key) if focus and focus.on in {"edit", "unclear"} else self.open
        if self.run.interview == "report" and self.standing.takes == "words":
            self.tell(text("note.later"))
            return self.show()
        if self.run.interview != "post" or (about and any(choice.id == "pause" for choice in about.choices)):
            return self.on_pause("")
        if about is None or not about.can_wait or about in self.replayed.answered:
            self.tell(text("put_off.needed"))
            return self.show()
        self.tell(text("put_off", label=label(about)))
        entry = Entry(f"{PUT_OFF}{about.key}", "answer", value=True)
        if about is self.open:
            return self.advance(entry)
        self.out.entries.append(entry)
        return self.focus(None)

    def on_pause(self, _: str) -> Outcome:
        self.out.status = "paused"
        self.out.focus = None
        return self.tell(text("paused"))

    def on_cancel(self, _: str) -> Outcome:
        # What stands over the interview is what a person wants to be rid of first.
        if self.out.focus:
            return self.focus(None)
        if self.run.interview == "post":
            return self.focus(Focus("cancel"))
        if any(entry.value is not None for entry in journal.standing(self.log).values()):
            return self.focus(Focus("drop"))
        self.out.status = "cancelled"
        return self.tell(text("dropped"))

    def on_summary(self, _: str) -> Outcome:
        self.out.replies += [Tell(part) for part in controls.summary(self.replayed, self.log)]
        return self.show()

    def on_edit(self, argument: str) -> Outcome:
        if not self.replayed.passed:
            return self.refuse(text("summary.empty"))
        if not argument:
            return self.focus(Focus("menu"))
        exactly = controls.named_exactly(argument, self.replayed)
        meant = (exactly,) if exactly else self._references.opened(argument)
        if len(meant) > 1:
            return self.focus(Focus("menu", keys=meant))
        key = meant[0] if meant else controls.named_question(argument, self.replayed, self.state.language)
        if key is None:
            return self.refuse(text("edit.unknown", argument=argument[:80]))
        return self.focus(None if key == self.open.key else Focus("edit", key=key))

    def spoken_of(self, phrase: str) -> tuple[str, ...]:
        """The keys of the answers that a phrase may mean."""
        return self._references.keys(phrase)

    @property
    def _references(self) -> References:
        return References(self.replayed, journal.standing(self.log), self.words)

    def on_help(self, _: str) -> Outcome:
        self.tell(text("help"))
        return self.show()

    def on_why(self, _: str) -> Outcome:
        question = self.standing
        self.tell(self.why(question))
        return self.show()

    def why(self, question: Question[Any]) -> Text:
        """The rule behind a question."""
        return text("why.control" if question.key.startswith("control/") else f"why.{question.name}")

    def on_language(self, argument: str) -> Outcome:
        language = language_named(argument)
        if language:
            return self.speak(language)
        if self.state.run:
            return self.focus(Focus("language"))
        offered = tuple(Choice(f"language:{choice.id}", choice.label) for choice in controls.language().choices)
        self.out.replies.append(Tell(text("language.ask"), offered))
        return self.out

    def on_resume(self, argument: str) -> Outcome:
        ids = [paused.id for paused in self.state.paused]
        if by_number := nth(argument, ids):
            return self.switch(by_number)
        if self.state.run:
            return self.focus(Focus("resume")) if ids else self.show()
        if not ids and self.state.cancelled:
            # Somebody who changed their mind about ending it.
            return self.switch(self.state.cancelled[0])
        if not ids:
            return self.refuse(text("resume.none"))
        return self.switch(ids[0]) if len(ids) == 1 else self.show()

    def on_submit(self, _: str) -> Outcome:
        question = self.standing
        if question.name != "submit":
            return self.refuse(text("submit.not_yet"))
        return self.give(Entry(question.key, "answer", "submit", "submit"), None)
